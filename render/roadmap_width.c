/* SPDX-License-Identifier: MIT
 * How wide is a roadmap that nobody cuts into pages? As wide as makes it a page: landscape while it
 * is low enough for that to be read from a wall, else upright, as an A1 hangs. How high it will be
 * is estimated from how many bars, with the names behind them, stand beside each other in time at
 * most: trees pack nearly as well as that. Wider, more names fit into bars and behind them. */
#include "render/roadmap.h"
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH_MIN GP_UNITS(760)
#define WIDTH_MAX GP_UNITS(60000)
#define MONTH_MIN GP_UNITS(26)           /* if the page is not much wider than high by that */
#define HEAD_HEIGHT GP_UNITS(150)        /* title and dates, and the margins */
#define KEY_AREA (GP_UNITS(165) * 10000) /* of the key: a narrow page needs more lines for it */
#define DECISION_AREA (GP_UNITS(62) * GP_UNITS(360)) /* of one in the list */
#define ROW_HEIGHT GP_UNITS(29)
#define LANE_ELSE GP_UNITS(10)
#define LANDSCAPE_MAX GP_UNITS(2500) /* the height of a page that may still be landscape */
#define STEPS 4
#define LABEL_INSET GP_UNITS(6)
#define INSIDE_MIN GP_UNITS(220)
#define LABEL_MAX GP_UNITS(250)

/* What a bar takes when a day is so wide. */
typedef struct taken {
    gp_day from, to;
    gp_length name;
} taken;

/* The bars of a lane. */
typedef struct crowd {
    taken *bars; /* by where they begin */
    gp_length *ends;
    uint32_t count;
} crowd;

static int by_start(const void *a, const void *b)
{
    const taken *x = a, *y = b;
    return x->from < y->from ? -1 : x->from > y->from;
}

static int by_length(const void *a, const void *b)
{
    gp_length x = *(const gp_length *)a, y = *(const gp_length *)b;
    return x < y ? -1 : x > y;
}

static gp_status list_bars(const gp_roadmap *map, crowd *crowds)
{
    gp_job *job = map->sheet.job;
    for (uint32_t i = 0; i < map->item_count; i++) crowds[map->items[i].lane].count++;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        crowds[i].bars = GP_NEW(job, taken, crowds[i].count);
        crowds[i].ends = GP_NEW(job, gp_length, crowds[i].count);
        if (!crowds[i].bars || !crowds[i].ends) return gp_no_memory(job);
        crowds[i].count = 0;
    }
    for (uint32_t i = 0; i < map->item_count; i++) {
        const gp_schedule *schedule = gp_item_schedule(map, &map->items[i]);
        const gp_dates *dates = &schedule->dates[map->items[i].activity];
        const char *name = gp_activity_name(schedule->network, map->items[i].activity);
        crowd *c = &crowds[map->items[i].lane];
        c->bars[c->count++] =
            (taken){dates->earliest_start, dates->earliest_ready,
                    gp_measure_text(name, strlen(name), GP_FONT_LABEL) + 2 * LABEL_INSET};
    }
    for (uint32_t i = 0; i < map->lane_count; i++)
        if (crowds[i].count) qsort(crowds[i].bars, crowds[i].count, sizeof(taken), by_start);
    return GP_OK;
}

/* How many there are beside each other at most, on the axis of the map. */
static uint32_t peak_of(const gp_roadmap *map, const crowd *c)
{
    uint32_t now = 0, most = 0, done = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        gp_length left = gp_axis_x(&map->axis, c->bars[i].from);
        gp_length right = gp_axis_x(&map->axis, c->bars[i].to), name = c->bars[i].name;
        bool is_inside = name <= right - left || right - left >= INSIDE_MIN;
        c->ends[i] = right + GP_ROAD_APART + GP_ROAD_LANDING;
        if (!is_inside) c->ends[i] += name < LABEL_MAX ? name : LABEL_MAX;
    }
    if (c->count) qsort(c->ends, c->count, sizeof *c->ends, by_length);
    for (uint32_t i = 0; i < c->count; i++) {
        gp_length left = gp_axis_x(&map->axis, c->bars[i].from);
        for (; done < c->count && c->ends[done] <= left; done++) now--;
        if (++now > most) most = now;
    }
    return most;
}

void gp_set_width(gp_roadmap *map, gp_length width)
{
    map->sheet.width = width;
    map->axis.left = GP_MARGIN + map->head + 2 * GP_ROAD_GUTTER;
    map->axis.width = width - GP_MARGIN - 2 * GP_ROAD_GUTTER - map->axis.left;
    gp_fit_axis(&map->axis, map->axis.from, map->axis.to, false);
}

static gp_length page_height(const gp_roadmap *map, gp_length rows)
{
    const gp_repaired *repaired = map->view->repaired;
    gp_length decisions = repaired ? (gp_length)repaired->repair->choice_count * DECISION_AREA : 0;
    return rows + HEAD_HEIGHT + (KEY_AREA + decisions) / map->sheet.width;
}

gp_length gp_width_for(const gp_roadmap *map, gp_length rows)
{
    gp_length height = page_height(map, rows), most = height * 18 / 10, width = height * 735 / 1000;
    gp_length days = map->axis.to - map->axis.from;
    gp_length least = days * MONTH_MIN / 30 + map->head + 2 * GP_MARGIN + 4 * GP_ROAD_GUTTER;
    if (height <= LANDSCAPE_MAX) {
        width = height * 27 / 20;
        if (width < least) width = least;
    } else if (width < LANDSCAPE_MAX) {
        width = LANDSCAPE_MAX;
    }
    if (width > most) width = most;
    if (width < WIDTH_MIN + map->head) width = WIDTH_MIN + map->head;
    return width < WIDTH_MAX ? width : WIDTH_MAX;
}

bool gp_width_suits(const gp_roadmap *map)
{
    gp_length height = page_height(map, map->height), now = map->sheet.width;
    gp_length wanted = gp_width_for(map, map->height);
    bool is_near = now * 100 < wanted * 103 && wanted * 100 < now * 103;
    if (height <= LANDSCAPE_MAX || wanted == LANDSCAPE_MAX) return is_near;
    return now * 1000 > height * 712 && now * 1000 < height * 765;
}

gp_status gp_choose_width(gp_roadmap *map)
{
    crowd *crowds = GP_NEW(map->sheet.job, crowd, map->lane_count);
    if (!crowds) return gp_no_memory(map->sheet.job);
    GP_TRY(list_bars(map, crowds));
    for (int step = gp_is_large(map) ? STEPS - 1 : 0; step < STEPS; step++) {
        gp_length rows = 0;
        for (uint32_t i = 0; i < map->lane_count; i++) {
            gp_length peak = peak_of(map, &crowds[i]) * 11 / 10;
            gp_length lane = peak * ROW_HEIGHT + LANE_ELSE;
            rows += lane < map->lanes[i].height_min ? map->lanes[i].height_min : lane;
        }
        gp_set_width(map, gp_width_for(map, rows));
    }
    return GP_OK;
}
