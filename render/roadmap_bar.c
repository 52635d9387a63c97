/* SPDX-License-Identifier: MIT
 * How is an activity drawn? A bar with the shape of its kind, as in every picture; its buffer as
 * a thin tail under the name; iterations as ticks along its foot; and under it what must not be
 * missed: by when to identify it, when it is needed, and the gap where it is late. An end that
 * is not certain is open, one that lies outside the axis is torn. */
#include "render/roadmap.h"
#include "render/tooltip.h"

#include <string.h>

#define BASE_LINE ((gp_length)115)
#define BASE_LINE_HIGH ((gp_length)70) /* of a name with an arrow under it */
#define TAIL GP_UNITS(3)
#define TOOTH GP_UNITS(3)
#define TICK GP_UNITS(4)
#define CYCLE_MIN GP_UNITS(3) /* iterations shorter than this on the page are not drawn */
#define MARK_DOWN GP_UNITS(5) /* from the foot of a bar to the middle of a mark */
#define MARK_HALF ((gp_length)45)
#define NAME_MAX_SHOWN 200
#define TWICE_MIN GP_UNITS(700) /* between the two names of a bar that has one at both ends */
#define NAME_INSET GP_UNITS(8)

/* ---- the bar itself ---- */

/* The right end from top to foot. */
static void draw_right_edge(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    gp_length quarter = GP_ROAD_BAR / 4;
    for (int i = 0; item->right_edge == GP_EDGE_TORN && i <= 4; i++)
        gp_svg_line(buffer, item->right - (i % 2 ? TOOTH : 0), top + quarter * i);
    if (item->right_edge == GP_EDGE_PLAIN) {
        gp_svg_line(buffer, item->right, top);
        gp_svg_line(buffer, item->right, top + GP_ROAD_BAR);
    }
    if (item->right_edge == GP_EDGE_OPEN) { /* no line along it */
        gp_svg_line(buffer, item->right, top);
        gp_svg_move(buffer, item->right, top + GP_ROAD_BAR);
    }
}

static void draw_left_edge(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    gp_length quarter = GP_ROAD_BAR / 4;
    for (int i = 4; item->left_edge == GP_EDGE_TORN && i >= 0; i--)
        gp_svg_line(buffer, item->left + (i % 2 ? TOOTH : 0), top + quarter * i);
    if (item->left_edge == GP_EDGE_TORN) return;
    gp_svg_line(buffer, item->left, top + GP_ROAD_BAR);
    gp_svg_line(buffer, item->left, top);
}

/* A bar that is open has a fill without a border, and a border that leaves out its end. */
static void draw_special(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    bool is_open = item->right_edge == GP_EDGE_OPEN;
    if (is_open)
        gp_svg_rectangle(buffer, "shape ground", (gp_point){item->left, top},
                         (gp_point){item->right - item->left, GP_ROAD_BAR}, 0);
    gp_svg_open_path(buffer, is_open ? "shape border" : "shape");
    gp_svg_move(buffer, item->left, top);
    draw_right_edge(buffer, item, top);
    draw_left_edge(buffer, item, top);
    gp_svg_close_path(buffer);
    if (!is_open) return;
    gp_svg_open_path(buffer, "chevrons");
    for (int i = 0; i < 2; i++) {
        gp_length x = gp_road_end(item) + GP_UNITS(3) + GP_UNITS(4) * i,
                  middle = top + GP_ROAD_BAR / 2;
        gp_svg_move(buffer, x, middle - GP_UNITS(5));
        gp_svg_line(buffer, x + GP_UNITS(4), middle);
        gp_svg_line(buffer, x, middle + GP_UNITS(5));
    }
    gp_svg_close_path(buffer);
}

void gp_draw_bar(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    bool is_plain = item->left_edge == GP_EDGE_PLAIN && item->right_edge == GP_EDGE_PLAIN;
    gp_point size = {item->right - item->left, GP_ROAD_BAR};
    if (is_plain)
        gp_draw_outline(buffer, (gp_box_kind)item->kind, (gp_point){item->left, top}, size);
    else
        draw_special(buffer, item, top);
}

static void draw_tail(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    if (item->tail == item->right) return;
    gp_length foot = top + GP_ROAD_BAR;
    gp_svg_rectangle(buffer, "tail", (gp_point){item->right, foot - TAIL},
                     (gp_point){item->tail - item->right, TAIL}, 0);
}

static void draw_cycles(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item,
                        gp_length top)
{
    const gp_network *network = map->sheet.schedule->network;
    const gp_calendar *calendar = &network->portfolio->calendar;
    const gp_activity *a = &network->activities[item->activity];
    if (a->kind != GP_KIND_INTERVENTION || !(map->show & GP_SHOW_CYCLES)) return;
    gp_duration cycle = network->portfolio->interventions[a->item].cycle;
    const gp_dates *dates = &map->sheet.schedule->dates[item->activity];
    gp_day from = dates->earliest_start > map->axis.from ? dates->earliest_start : map->axis.from;
    gp_day to = dates->earliest_ready < map->axis.to ? dates->earliest_ready : map->axis.to;
    gp_day day = gp_round_up(calendar, a->release, cycle, from + 1);
    gp_day next = gp_round_up(calendar, a->release, cycle, day + 1);
    if (next <= day + 1 && cycle.unit == GP_DURATION_NONE) return;
    if (gp_axis_x(&map->axis, next) - gp_axis_x(&map->axis, day) < CYCLE_MIN || day >= to) return;
    gp_svg_open_path(buffer, "ticks");
    for (; day < to; day = gp_round_up(calendar, a->release, cycle, day + 1)) {
        gp_length x = gp_axis_x(&map->axis, day);
        gp_svg_move(buffer, x, top + GP_ROAD_BAR - TICK);
        gp_svg_line(buffer, x, top + GP_ROAD_BAR);
    }
    gp_svg_close_path(buffer);
}

/* ---- under the bar ---- */

void gp_draw_identify_mark(gp_buffer *buffer, gp_identify_mark kind, gp_point middle)
{
    static const char *const classes[] = {"", "mark ahead", "mark done", "mark passed"};
    gp_length x = middle.x, y = middle.y, half = MARK_HALF;
    gp_svg_open_path(buffer, classes[kind]);
    if (kind < GP_MARK_PASSED) {
        gp_svg_move(buffer, x, y - half);
        gp_svg_line(buffer, x + half, y);
        gp_svg_line(buffer, x, y + half);
        gp_svg_line(buffer, x - half, y);
        gp_svg_line(buffer, x, y - half);
    } else {
        half = half * 3 / 4;
        gp_svg_move(buffer, x - half, y - half);
        gp_svg_line(buffer, x + half, y + half);
        gp_svg_move(buffer, x + half, y - half);
        gp_svg_line(buffer, x - half, y + half);
    }
    gp_svg_close_path(buffer);
}

static void draw_leader(gp_buffer *buffer, gp_length from, gp_length to, gp_length y)
{
    gp_svg_open_path(buffer, "leader");
    gp_svg_move(buffer, from, y);
    gp_svg_line(buffer, to, y);
    gp_svg_close_path(buffer);
}

static void draw_mark(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    gp_point middle = {item->mark, top + GP_ROAD_BAR + item->under + MARK_DOWN};
    if (item->mark_kind == GP_MARK_NONE) return;
    bool is_before = middle.x + MARK_HALF<item->left, is_after = middle.x> item->tail;
    if (is_before || is_after)
        draw_leader(buffer, is_before ? middle.x + MARK_HALF : item->right,
                    is_before ? item->left : middle.x - MARK_HALF, middle.y);
    gp_draw_identify_mark(buffer, (gp_identify_mark)item->mark_kind, middle);
}

void gp_draw_flag(gp_buffer *buffer, gp_point at, bool is_late)
{
    gp_length pennant = is_late ? -GP_UNITS(7) : GP_UNITS(7);
    gp_svg_open_path(buffer, "flag");
    gp_svg_move(buffer, at.x, at.y + (is_late ? GP_UNITS(12) : GP_UNITS(9)));
    gp_svg_line(buffer, at.x, at.y + GP_UNITS(1));
    gp_svg_line(buffer, at.x + pennant, at.y + GP_UNITS(4));
    gp_svg_line(buffer, at.x, at.y + GP_UNITS(7));
    gp_svg_close_path(buffer);
}

static void draw_needed(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    gp_length foot = top + GP_ROAD_BAR + item->under, x = item->flag;
    if (item->late) {
        const gp_text_line words = {.text = item->late, .size = strlen(item->late)};
        gp_svg_rectangle(buffer, "gap", (gp_point){x, foot + GP_UNITS(1)},
                         (gp_point){item->right - x, GP_UNITS(11)}, 0);
        gp_svg_label(buffer, item->is_late_inside ? "late in" : "late",
                     (gp_point){item->late_at, foot + GP_UNITS(10) - 5}, &words, "", false);
    }
    if (item->has_flag && x > item->tail) draw_leader(buffer, item->right, x, foot + MARK_DOWN);
    if (item->has_flag) gp_draw_flag(buffer, (gp_point){x, foot}, item->late != NULL);
}

/* A bar so wide that nobody sees both of its ends says its name at both: arrows arrive there. */
static void draw_name_at_end(gp_buffer *buffer, const gp_road_item *item, gp_length top)
{
    bool is_inside = item->label_place == GP_LABEL_INSIDE && !item->label.is_cut;
    gp_length name = gp_measure_text(item->label.text, item->label.size, GP_FONT_LABEL) +
                     gp_measure_text(item->suffix, strlen(item->suffix), GP_FONT_LABEL);
    bool is_free = item->right_ports_at >= item->right || item->right_ports == 0;
    if (!is_inside || !is_free || item->right - item->left < TWICE_MIN + 2 * name) return;
    gp_svg_label(buffer, "label", (gp_point){item->right - NAME_INSET, top + BASE_LINE},
                 &item->label, item->suffix, true);
}

/* ---- all of it ---- */

static void add_spoken(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item)
{
    const gp_dates *dates = &map->sheet.schedule->dates[item->activity];
    gp_language language = map->sheet.language;
    gp_add_text(buffer, gp_word_of(gp_box_word((gp_box_kind)item->kind), language));
    gp_add_text(buffer, ": ");
    gp_svg_escape_short(buffer, item->label.text, NAME_MAX_SHOWN);
    gp_add_text(buffer, item->suffix);
    gp_add_text(buffer, ", ");
    if (dates->not_before) {
        gp_add_text(buffer, gp_word_of(GP_WORD_NOT_BEFORE, language));
        gp_add_text(buffer, " ");
    } else {
        gp_add_day(buffer, dates->earliest_start);
        gp_add_text(buffer, " \xE2\x80\x93 ");
    }
    gp_add_day(buffer, dates->earliest_ready);
    if (item->late) {
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, item->late);
    }
    if (item->was && *item->was->words) {
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, item->was->words);
    }
    if (item->decided && item->decided->words) {
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, item->decided->words);
    }
    if (!item->is_critical) return;
    gp_add_text(buffer, ", ");
    gp_add_text(buffer, gp_word_of(GP_WORD_CRITICAL, language));
}

static void open_item(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item)
{
    gp_add_text(buffer, "<g id=\"bar");
    gp_add_activity_id(buffer, map->sheet.schedule->network, item->activity);
    gp_add_text(buffer, "\" class=\"bar ");
    gp_add_text(buffer, gp_box_class((gp_box_kind)item->kind));
    if (item->is_critical) gp_add_text(buffer, " critical");
    if (item->right_edge == GP_EDGE_OPEN) gp_add_text(buffer, " open");
    if (item->late) gp_add_text(buffer, " clash");
    bool is_touched = item->decided && item->decided->count;
    if (!item->was && !is_touched && gp_has_changed(&map->tally)) gp_add_text(buffer, " same");
    gp_add_text(buffer, "\" role=\"graphics-symbol\" aria-label=\"");
    add_spoken(buffer, map, item);
    gp_add_text(buffer, "\">\n<title>");
    gp_add_tooltip(buffer, map->sheet.schedule, map->sheet.language, item->activity);
    if (item->has_flag || item->late) {
        const gp_activity *a = &map->sheet.schedule->network->activities[item->activity];
        gp_add_text(buffer, "\n");
        gp_add_text(buffer, gp_word_of(GP_WORD_NEEDED, map->sheet.language));
        gp_add_text(buffer, ": ");
        gp_add_day(buffer,
                   map->sheet.schedule->network->portfolio->interventions[a->item].needed_by);
    }
    gp_add_road_risk(buffer, item);
    if (item->was) gp_add_was(buffer, map->sheet.language, &item->was->was);
    gp_add_road_decided(buffer, map, item);
    gp_add_text(buffer, "</title>\n");
}

void gp_draw_item(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item,
                  gp_length down)
{
    static const char *const places[] = {"label", "label beside", "label beside"};
    gp_length top = map->rows[item->row].top + down;
    if (item->is_gone) {
        gp_draw_road_gone(buffer, map, item, top);
        return;
    }
    const char *url = gp_activity_url(map->sheet.schedule->network, item->activity);
    gp_svg_open_link(buffer, url);
    open_item(buffer, map, item);
    draw_tail(buffer, item, top);
    gp_draw_road_risk(buffer, item, top);
    gp_draw_bar(buffer, item, top);
    draw_cycles(buffer, map, item, top);
    draw_mark(buffer, item, top);
    draw_needed(buffer, item, top);
    gp_draw_was(buffer, item, top);
    bool is_high = item->has_line && item->label_place != GP_LABEL_INSIDE;
    gp_svg_label(buffer, places[item->label_place],
                 (gp_point){item->label_at, top + (is_high ? BASE_LINE_HIGH : BASE_LINE)},
                 &item->label, item->suffix, item->label_place == GP_LABEL_LEFT);
    draw_name_at_end(buffer, item, top);
    gp_draw_road_decided(buffer, item, top);
    gp_add_text(buffer, "</g>\n");
    gp_svg_close_link(buffer, url);
}
