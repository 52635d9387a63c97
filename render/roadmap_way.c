/* SPDX-License-Identifier: MIT
 * Which way does an arrow go? Straight along the row; else it leaves the foot (or the head) of its
 * bar near the end and goes right into the start of the other, or leaves the end itself and turns
 * twice; to a bar that waits to be ready it goes down upon its end, or comes back into it from
 * behind. Nothing else: what has no such way is a port. The lines along a row run under the middle
 * of the bars, so that a name beside a bar stands above them. */
#include "render/roadmap_way.h"
#include "core/job.h"

#define STEP GP_UNITS(7)   /* between arrows side by side */
#define HALF GP_UNITS(3)   /* of the room that an arrow through a row takes */
#define CLEAR GP_UNITS(3)  /* from bars and words */
#define INSET GP_UNITS(5)  /* from the end of a bar, where arrows leave its foot */
#define EDGE GP_UNITS(3)   /* from the corner of a bar, at least */
#define HEAD GP_UNITS(9)   /* room for the head of an arrow */
#define REACH GP_UNITS(40) /* from the end of a bar that waits, where arrows to it may arrive */
#define TRIES 6            /* x that are tried for a way of one kind */
#define CORNER_COST 5
#define CROSSING_COST 15
#define ASIDE_COST 8 /* to leave or arrive elsewhere than at the end or the start */

/* A search and the best it has found. */
typedef struct choice {
    const gp_way_search *search;
    gp_way best;
    int cost; /* -1: none yet */
    int rows; /* from the one to the other */
} choice;

static bool leaves_at_end(gp_way_kind kind)
{
    return kind == GP_WAY_ROW || kind == GP_WAY_END || kind == GP_WAY_END_DROP ||
           kind == GP_WAY_BACK;
}

/* Along the row of `from`, and along that of `to`; empty where it does not run there. */
static gp_stretch run_of_from(const gp_way_search *s, gp_way way)
{
    gp_length to = way.kind == GP_WAY_ROW ? s->to->left : way.x + HALF;
    return leaves_at_end(way.kind) ? (gp_stretch){s->from->right, to} : (gp_stretch){0, 0};
}

static gp_stretch run_of_to(const gp_way_search *s, gp_way way)
{
    if (way.kind == GP_WAY_FOOT || way.kind == GP_WAY_END)
        return (gp_stretch){way.x - HALF, s->to->left};
    return way.kind == GP_WAY_BACK ? (gp_stretch){s->to->right, way.x + HALF} : (gp_stretch){0, 0};
}

/* Nothing but its own words along the row of `from`. */
static bool is_start_free(const gp_way_search *s, gp_stretch run)
{
    const gp_room *room = &s->rooms[s->from_row];
    gp_length low = s->from->solid_last > run.low ? s->from->solid_last : run.low;
    return gp_is_free(&room->solids, low, run.high) && gp_is_free(&room->across, run.low, run.high);
}

static bool is_end_free(const gp_way_search *s, gp_stretch run)
{
    const gp_room *room = &s->rooms[s->to_row];
    gp_length low = run.low, high = run.high;
    if (high <= s->to->left && s->to->solid_first < high) high = s->to->solid_first;
    if (low >= s->to->right && s->to->solid_last > low) low = s->to->solid_last;
    return gp_is_free(&room->solids, low, high) && gp_is_free(&room->across, run.low, run.high);
}

/* May it leave and arrive there, past the words of the two and what hangs under them? */
static bool keeps_off_words(const gp_way_search *s, gp_way way)
{
    bool is_down = s->to_row > s->from_row;
    const gp_road_item *from = s->from, *to = s->to;
    if (is_down && from->late && !leaves_at_end(way.kind)) return false;
    if (!is_down && to->late && (way.kind == GP_WAY_DROP || way.kind == GP_WAY_END_DROP))
        return false;
    bool ends_at_words = !is_down || from->late;
    if (leaves_at_end(way.kind) && ends_at_words && from->solid_last > from->right &&
        way.x < from->solid_last + CLEAR)
        return false;
    if (!is_down && !to->late) return true;
    if (way.kind == GP_WAY_BACK)
        return to->solid_last == to->right || way.x >= to->solid_last + CLEAR;
    if (way.kind != GP_WAY_FOOT && way.kind != GP_WAY_END) return true;
    bool is_name = to->label_place == GP_LABEL_LEFT && to->left_ports == 0 && !to->late;
    return to->solid_first == to->left || way.x <= to->solid_first - CLEAR ||
           (is_name && way.x >= to->label_at + CLEAR); /* between the name and its bar */
}

/* What a way through the rows crosses; -1 where something is in its way. */
static int cross_rows(const gp_way_search *s, gp_length x)
{
    int64_t low = s->from_row < s->to_row ? s->from_row : s->to_row;
    int64_t high = s->from_row < s->to_row ? s->to_row : s->from_row;
    int crossings = 0;
    for (int64_t row = low; row <= high; row++) {
        const gp_room *room = &s->rooms[row];
        if (!gp_is_free(&room->down, x - HALF, x + HALF)) return -1;
        if (row == low || row == high) continue;
        if (!gp_is_free(&room->solids, x - CLEAR, x + CLEAR)) return -1;
        crossings += (int)gp_count_taken(&room->across, x - 1, x + 1);
    }
    return crossings;
}

static int cost_of(const gp_way_search *s, gp_way way, int corners)
{
    gp_stretch start = run_of_from(s, way), end = run_of_to(s, way);
    int64_t rows = s->to_row > s->from_row ? s->to_row - s->from_row : s->from_row - s->to_row;
    int crossings = 0;
    if (way.x < s->frame.low || way.x > s->frame.high) return -1;
    if (rows && !keeps_off_words(s, way)) return -1;
    if (!is_start_free(s, start) || (rows && !is_end_free(s, end))) return -1;
    if (rows) crossings = cross_rows(s, way.x);
    if (crossings < 0) return -1;
    if (start.low < start.high)
        crossings += (int)gp_count_taken(&s->rooms[s->from_row].down, start.low, start.high);
    if (end.low < end.high)
        crossings += (int)gp_count_taken(&s->rooms[s->to_row].down, end.low, end.high);
    return (int)rows * GP_WAY_ROW_COST + corners * CORNER_COST + crossings * CROSSING_COST;
}

static void consider(choice *c, gp_way_kind kind, gp_length x, int corners, int more)
{
    const gp_way way = {.kind = (uint8_t)kind, .x = x};
    int least = c->rows * GP_WAY_ROW_COST + corners * CORNER_COST + more;
    if (c->cost >= 0 && c->cost <= least) return; /* it could not be better */
    int cost = cost_of(c->search, way, corners);
    if (cost < 0 || (c->cost >= 0 && c->cost <= cost + more)) return;
    c->best = way;
    c->cost = cost + more;
}

/* ---- to the start of a bar ---- */

/* From the foot or the head of the bar: near its end, or near its start where that counts. */
static void leave_foot(choice *c)
{
    const gp_road_item *from = c->search->from, *to = c->search->to;
    gp_length low = from->left + EDGE, high = to->left - HEAD, step = STEP;
    if (high > from->right - EDGE) high = from->right - EDGE;
    gp_length x = from->right - INSET < high ? from->right - INSET : high;
    if (c->search->link->is_from_start && low <= high) {
        x = low;
        step = -STEP;
    } else if (low > from->right - EDGE && to->left - HEAD >= from->right) {
        low = high = x = (from->left + from->right) / 2; /* a bar as narrow as a line */
    }
    for (int i = 0; i < TRIES && x >= low && x <= high; i++, x -= step)
        consider(c, GP_WAY_FOOT, x, 1, 0);
}

/* From the end itself, as soon as may be or as late. */
static void leave_end(choice *c)
{
    gp_length low = c->search->from->right + STEP, high = c->search->to->left - HEAD;
    for (int i = 0; i < TRIES && low + i * STEP <= high; i++)
        consider(c, GP_WAY_END, low + i * STEP, 2, 0);
    for (int i = 0; i < TRIES / 2 && high - i * STEP > low + TRIES * STEP; i++)
        consider(c, GP_WAY_END, high - i * STEP, 2, 0);
}

/* Straight down upon the beginning of a bar that starts before the other ends. */
static void drop_on_start(choice *c)
{
    const gp_road_item *from = c->search->from, *to = c->search->to;
    gp_length low = from->left > to->left ? from->left : to->left;
    gp_length high = from->right < to->right ? from->right : to->right;
    for (int i = 0; i < TRIES / 2 && low + EDGE + i * STEP <= high - EDGE; i++)
        consider(c, GP_WAY_DROP, low + EDGE + i * STEP, 0, ASIDE_COST);
    if (high > low && high - low < 2 * EDGE)
        consider(c, GP_WAY_DROP, (low + high) / 2, 0, ASIDE_COST);
}

/* ---- to the end of a bar ---- */

static void drop_on_end(choice *c)
{
    const gp_road_item *from = c->search->from, *to = c->search->to;
    gp_length high = to->right - EDGE, low = to->left + EDGE;
    if (high > from->right - INSET) high = from->right - INSET;
    if (low < to->right - REACH) low = to->right - REACH;
    if (low < from->left + EDGE) low = from->left + EDGE;
    for (int i = 0; i < TRIES && high - i * STEP >= low; i++)
        consider(c, GP_WAY_DROP, high - i * STEP, 0, 0);
    high = to->right - STEP, low = to->left + EDGE;
    if (low < from->right + INSET) low = from->right + INSET;
    for (int i = 0; i < TRIES && high - i * STEP >= low; i++)
        consider(c, GP_WAY_END_DROP, high - i * STEP, 1, 0);
}

static void come_back(choice *c)
{
    const gp_road_item *from = c->search->from, *to = c->search->to;
    gp_length end = to->right > from->right ? to->right : from->right;
    for (int i = 0; i < TRIES; i++) consider(c, GP_WAY_BACK, end + HEAD + i * STEP, 2, 0);
    if (to->solid_last > end)
        for (int i = 0; i < TRIES / 2; i++)
            consider(c, GP_WAY_BACK, to->solid_last + CLEAR + i * STEP, 2, 0);
}

bool gp_find_way(const gp_way_search *search, gp_way *out, int *cost)
{
    choice c = {.search = search, .cost = -1};
    int64_t rows = search->to_row - search->from_row;
    c.rows = (int)(rows < 0 ? -rows : rows);
    bool is_one_row = search->from_row == search->to_row;
    if (search->link->is_live && !is_one_row) {
        drop_on_end(&c);
        come_back(&c);
    } else if (is_one_row && !search->link->is_live) {
        if (search->to->left >= search->from->right + HEAD)
            consider(&c, GP_WAY_ROW, search->from->right, 0, 0);
    } else if (!is_one_row) {
        leave_foot(&c);
        leave_end(&c);
        if (search->to->left < search->from->right + HEAD) drop_on_start(&c);
    }
    *out = c.best;
    *cost = c.cost;
    return c.cost >= 0;
}

/* ---- taking ---- */

gp_status gp_take_way(gp_job *job, const gp_way_search *s, gp_way way)
{
    gp_stretch start = run_of_from(s, way), end = run_of_to(s, way);
    int64_t low = s->from_row < s->to_row ? s->from_row : s->to_row;
    int64_t high = s->from_row < s->to_row ? s->to_row : s->from_row;
    GP_TRY(gp_take(job, &s->rooms[s->from_row].across, start.low, start.high));
    GP_TRY(gp_take(job, &s->rooms[s->to_row].across, end.low, end.high));
    for (int64_t row = low; row <= high && way.kind != GP_WAY_ROW; row++)
        GP_TRY(gp_take(job, &s->rooms[row].down, way.x - HALF, way.x + HALF));
    return GP_OK;
}

static bool is_run_free(const gp_room *room, gp_stretch run)
{
    return gp_is_free(&room->items, run.low, run.high) &&
           gp_is_free(&room->across, run.low, run.high);
}

bool gp_way_fits(const gp_way_search *s, gp_way way)
{
    int64_t low = s->from_row < s->to_row ? s->from_row : s->to_row;
    int64_t high = s->from_row < s->to_row ? s->to_row : s->from_row;
    if (!is_run_free(&s->rooms[s->from_row], run_of_from(s, way)) ||
        !is_run_free(&s->rooms[s->to_row], run_of_to(s, way)))
        return false;
    for (int64_t row = low; row <= high && way.kind != GP_WAY_ROW; row++) {
        const gp_room *room = &s->rooms[row];
        if (!gp_is_free(&room->items, way.x - HALF, way.x + HALF) ||
            !gp_is_free(&room->across, way.x - HALF, way.x + HALF) ||
            !gp_is_free(&room->down, way.x - HALF, way.x + HALF))
            return false;
    }
    return true;
}

/* ---- points ---- */

gp_status gp_trace_way(gp_roadmap *map, gp_road_link *link)
{
    const gp_road_item *from = &map->items[link->from], *to = &map->items[link->to];
    gp_length a = map->rows[from->row].top, b = map->rows[to->row].top, x = link->way.x;
    bool is_down = to->row > from->row;
    gp_length leave = is_down ? a + GP_ROAD_BAR : a, arrive = is_down ? b : b + GP_ROAD_BAR;
    gp_point *points = link->points = GP_NEW(map->sheet.job, gp_point, 4);
    if (!points) return gp_no_memory(map->sheet.job);
    bool is_at_end = leaves_at_end((gp_way_kind)link->way.kind);
    points[0] = is_at_end ? (gp_point){from->right, a + GP_ROAD_LINE} : (gp_point){x, leave};
    uint32_t count = 1;
    if (is_at_end && link->way.kind != GP_WAY_ROW)
        points[count++] = (gp_point){x, a + GP_ROAD_LINE};
    switch ((gp_way_kind)link->way.kind) {
    case GP_WAY_ROW: points[count++] = (gp_point){to->left, b + GP_ROAD_LINE}; break;
    case GP_WAY_FOOT:
    case GP_WAY_END:
        points[count++] = (gp_point){x, b + GP_ROAD_LINE};
        points[count++] = (gp_point){to->left, b + GP_ROAD_LINE};
        break;
    case GP_WAY_DROP:
    case GP_WAY_END_DROP: points[count++] = (gp_point){x, arrive}; break;
    case GP_WAY_BACK:
        points[count++] = (gp_point){x, b + GP_ROAD_LINE};
        points[count++] = (gp_point){to->right, b + GP_ROAD_LINE};
        break;
    }
    link->point_count = count;
    return GP_OK;
}
