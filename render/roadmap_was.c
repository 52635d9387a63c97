/* SPDX-License-Identifier: MIT
 * A roadmap beside an older version: under each bar that moved an outline of where it stood, and an
 * arrow from the day on which it was ready to the one on which it is; the sign of what is new under
 * its bar; and what is gone in a lane at the end, where it stood in time. */
#include "render/roadmap.h"

#include <string.h>

#define WAS_ROOM GP_UNITS(12) /* under a bar */
#define GHOST_DOWN GP_UNITS(2)
#define GHOST_HEIGHT GP_UNITS(8)
#define WORDS_DOWN ((gp_length)95) /* from the foot of the bar to their base line */
#define WORDS_GAP GP_UNITS(4)
#define INSET GP_UNITS(1)

/* ---- what became of it ---- */

static gp_status keep(gp_roadmap *map, gp_road_item *item, gp_was was)
{
    map->tally.counts[was.became]++;
    if (was.became == GP_BECAME_SAME) return GP_OK;
    item->was = GP_NEW(map->sheet.job, gp_road_was, 1);
    if (!item->was) return gp_no_memory(map->sheet.job);
    item->was->was = was;
    gp_add_became(map->sheet.scratch, map->sheet.language, &was);
    item->was->words = gp_take_words(&map->sheet);
    return map->sheet.scratch->has_failed ? gp_no_memory(map->sheet.job) : GP_OK;
}

gp_status gp_find_road_was(gp_roadmap *map, gp_road_item *item)
{
    if (!map->view->older) return GP_OK;
    return keep(map, item, gp_find_was(map->view->older, item->activity));
}

/* Who asks for activities by name asks for none that is gone. */
gp_status gp_find_road_gone(gp_roadmap *map)
{
    const gp_roadmap_view *view = map->view;
    if (view->only && !view->rests_on) return GP_OK;
    return gp_list_gone(map->sheet.job, view->older, view->rests_on ? *view->rests_on : GP_NONE,
                        &map->gone);
}

static gp_status add_lane(gp_roadmap *map, uint32_t item_count)
{
    gp_road_lane *lanes = GP_NEW(map->sheet.job, gp_road_lane, (size_t)map->lane_count + 1);
    if (!lanes) return gp_no_memory(map->sheet.job);
    if (map->lane_count) memcpy(lanes, map->lanes, sizeof *lanes * map->lane_count);
    bool has_gone = map->tally.counts[GP_BECAME_GONE] > 0;
    bool has_reached = map->tally.counts[GP_BECAME_REACHED] > 0;
    const char *name = !has_reached ? gp_say(map->sheet.language, "Gone", "Vervallen")
                       : !has_gone
                           ? gp_say(map->sheet.language, "Reached", "Bereikt")
                           : gp_say(map->sheet.language, "Gone or reached", "Vervallen of bereikt");
    if (map->view->lanes == GP_LANES_NONE) name = "";
    lanes[map->lane_count++] =
        (gp_road_lane){.name = name, .id = "older", .item_count = item_count};
    map->lanes = lanes;
    return GP_OK;
}

gp_status gp_add_road_gone(gp_roadmap *map)
{
    uint32_t first = map->item_count;
    for (uint32_t i = 0; i < map->gone.count; i++) {
        const gp_gone *gone = &map->gone.gone[i];
        const gp_dates *dates = gp_gone_dates(map, i);
        if (dates->earliest_ready < map->axis.from || dates->earliest_start >= map->axis.to) {
            map->outside_count++;
            continue;
        }
        gp_road_item *item = &map->items[map->item_count++];
        *item = (gp_road_item){.activity = gone->activity,
                               .is_gone = true,
                               .kind = GP_BOX_REFERENCE,
                               .lane = map->lane_count};
        GP_TRY(keep(map, item,
                    (gp_was){gone->became, gone->activity, dates->earliest_start,
                             dates->earliest_ready, 0}));
        GP_TRY(gp_find_road_decided(map, item));
    }
    return map->item_count > first ? add_lane(map, map->item_count - first) : GP_OK;
}

/* ---- where it stands ---- */

/* The arrow has its days where one of them is drawn. Where both lie in the same place it is too
 * short to have a way: its head says which. */
static void place_shift(const gp_roadmap *map, gp_road_was *was, gp_day now)
{
    gp_day then = was->was.ready, from = map->axis.from, to = map->axis.to;
    was->from = gp_axis_x(&map->axis, then);
    was->to = gp_axis_x(&map->axis, now);
    bool is_outside = (then < from && now < from) || (then > to && now > to);
    if (was->was.days && was->from == was->to && !is_outside)
        was->from += was->was.days > 0 ? -1 : 1;
}

static gp_length max(gp_length a, gp_length b)
{
    return a > b ? a : b;
}

void gp_place_was(const gp_roadmap *map, gp_road_item *item)
{
    gp_road_was *was = item->was;
    if (!was) return;
    item->under = WAS_ROOM;
    item->below += WAS_ROOM;
    was->left = was->right = was->from = was->to = item->right;
    if (was->was.became >= GP_BECAME_NEW) {
        was->words_at = item->left + GP_SIGN + WORDS_GAP;
        return;
    }
    bool has_stood = was->was.ready >= map->axis.from && was->was.start < map->axis.to;
    place_shift(map, was, map->sheet.schedule->dates[item->activity].earliest_ready);
    gp_length ready = gp_axis_x(&map->axis, was->was.ready);
    was->left = has_stood ? gp_axis_x(&map->axis, was->was.start) : ready;
    was->right = max(ready, was->left);
    was->words_at = max(max(was->from, was->to), item->right) + WORDS_GAP;
}

/* ---- how it is drawn ---- */

static void draw_words(gp_buffer *buffer, const gp_road_was *was, gp_length foot)
{
    if (*was->words)
        gp_svg_words(buffer, GP_FONT_TAG, (gp_point){was->words_at, foot + WORDS_DOWN}, was->words);
}

static void draw_sign(gp_buffer *buffer, const gp_road_item *item, gp_length foot)
{
    gp_length left = item->left + INSET;
    gp_draw_sign(buffer, (gp_became)item->was->was.became, left, left + GP_SIGN,
                 foot + WAS_ROOM / 2);
    draw_words(buffer, item->was, foot);
}

void gp_draw_was(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    const gp_road_was *was = item->was;
    gp_length foot = top + GP_ROAD_BAR;
    if (!was) return;
    if (was->was.became >= GP_BECAME_NEW) {
        draw_sign(buffer, item, foot);
        return;
    }
    if (was->right > was->left)
        gp_draw_ghost(buffer, (gp_point){was->left, foot + GHOST_DOWN},
                      (gp_point){was->right - was->left, GHOST_HEIGHT});
    if (was->was.days && was->from != was->to)
        gp_draw_shift(buffer, was->from, was->to, foot + WAS_ROOM / 2);
    draw_words(buffer, was, foot);
}

/* Shorter than the tooltip of what is there: no date of it holds any more. */
static void open_gone(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item)
{
    const gp_network *network = gp_item_schedule(map, item)->network;
    const char *name = gp_activity_name(network, item->activity);
    const char *words = item->was->words;
    gp_add_text(buffer, "<g id=\"gone");
    gp_add_activity_id(buffer, network, item->activity);
    gp_add_text(buffer, "\" class=\"bar\" role=\"graphics-symbol\" aria-label=\"");
    gp_svg_escape_short(buffer, name, 200);
    gp_add_text(buffer, item->suffix);
    gp_add_text(buffer, ", ");
    gp_add_text(buffer, words);
    gp_add_text(buffer, "\">\n<title>");
    gp_svg_escape(buffer, name, strlen(name));
    gp_add_text(buffer, item->suffix);
    gp_add_text(buffer, "\nid: ");
    const char *id = gp_activity_id(network, item->activity);
    gp_svg_escape(buffer, id, strlen(id));
    gp_add_was(buffer, map->sheet.language, &item->was->was);
    gp_add_road_decided(buffer, map, item);
    gp_add_text(buffer, "\n");
    gp_add_day(buffer, item->was->was.start);
    gp_add_text(buffer, " \xE2\x80\x93 ");
    gp_add_day(buffer, item->was->was.ready);
    gp_add_text(buffer, "</title>\n");
}

void gp_draw_road_gone(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item,
                       gp_length top)
{
    static const char *const places[] = {"label", "label beside", "label beside"};
    open_gone(buffer, map, item);
    gp_draw_ghost(buffer, (gp_point){item->left, top},
                  (gp_point){item->right - item->left, GP_ROAD_BAR});
    gp_svg_label(buffer, places[item->label_place],
                 (gp_point){item->label_at, top + GP_UNITS(11) + 5}, &item->label, item->suffix,
                 item->label_place == GP_LABEL_LEFT);
    gp_draw_road_decided(buffer, item, top);
    draw_sign(buffer, item, top + GP_ROAD_BAR);
    gp_add_text(buffer, "</g>\n");
}
