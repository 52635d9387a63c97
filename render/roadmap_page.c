/* SPDX-License-Identifier: MIT
 * What stands behind the bars of a page: lanes with their names, the grid of the calendar,
 * planning rounds and the status date. Every page repeats the names and the dates. */
#include "render/roadmap_page.h"

#include <string.h>

#define COARSE_ROW GP_UNITS(18)
#define FINE_ROW GP_UNITS(17)
#define ROUND_MIN GP_UNITS(14) /* rounds closer than this on the page are not drawn */
#define ROUND_SIGN GP_UNITS(4)

static gp_length visible(const gp_road_page *page, gp_length y)
{
    gp_length within = y < page->from ? page->from : y > page->to ? page->to : y;
    return page->top + within - page->from;
}

/* ---- lanes ---- */

void gp_draw_lanes(const gp_road_page *page)
{
    const gp_roadmap *map = page->map;
    gp_buffer *buffer = page->buffer;
    for (uint32_t i = 0; i < map->lane_count; i++) {
        const gp_road_lane *lane = &map->lanes[i];
        gp_length top = visible(page, lane->top), bottom = visible(page, lane->bottom);
        if (lane->bottom <= page->from || lane->top >= page->to) continue;
        gp_add_text(buffer, "<g id=\"lane-");
        gp_add_text(buffer, lane->id);
        gp_add_text(buffer, i % 2 ? "\" class=\"lane odd\"" : "\" class=\"lane\"");
        gp_add_text(buffer, " role=\"group\" aria-label=\"");
        gp_svg_escape_short(buffer, lane->name, 200);
        gp_add_text(buffer, "\">\n<title>");
        gp_svg_escape(buffer, lane->name, strlen(lane->name));
        gp_add_text(buffer, "</title>\n");
        gp_svg_rectangle(buffer, "ground", (gp_point){GP_MARGIN, top},
                         (gp_point){page->right - GP_MARGIN, bottom - top}, 0);
        gp_draw_lane_head(page, lane, top, bottom);
        gp_add_text(buffer, "</g>\n");
    }
}

/* ---- dates ---- */

/* The name of a unit where it fits in what is visible of its cell. */
static void draw_name(const gp_road_page *page, gp_tick tick, gp_day start, gp_length base)
{
    const gp_time_axis *axis = &page->map->axis;
    gp_buffer *scratch = page->map->sheet.scratch;
    gp_add_tick_name(scratch, tick, start, page->map->sheet.language);
    if (tick == GP_TICK_MONTH && axis->fine == GP_TICK_WEEK) { /* nothing above says the year */
        gp_add_text(scratch, " ");
        gp_add_tick_name(scratch, GP_TICK_YEAR, start, page->map->sheet.language);
    }
    const char *text = gp_take_words(&page->map->sheet);
    gp_length left = gp_axis_x(axis, start), right = gp_axis_x(axis, gp_tick_next(tick, start));
    gp_length inset = GP_UNITS(4);
    if (gp_measure_text(text, strlen(text), GP_FONT_CAPTION) + 2 * inset > right - left) return;
    gp_svg_words(page->buffer, GP_FONT_CAPTION, (gp_point){left + inset, base}, text);
}

/* Lines at the starts of a unit, from `up` to the foot of the page, and their names. */
static void draw_ticks(const gp_road_page *page, gp_tick tick, const char *class_name, gp_length up,
                       gp_length base)
{
    const gp_time_axis *axis = &page->map->axis;
    gp_length foot = visible(page, page->to);
    gp_day first = gp_tick_start(tick, axis->from);
    gp_svg_open_path(page->buffer, class_name);
    for (gp_day day = first; day <= axis->to; day = gp_tick_next(tick, day)) {
        if (day < axis->from) continue;
        gp_svg_move(page->buffer, gp_axis_x(axis, day), up);
        gp_svg_line(page->buffer, gp_axis_x(axis, day), foot);
        if (day > GP_DAY_LAST) break;
    }
    gp_svg_close_path(page->buffer);
    for (gp_day day = first; day < axis->to && day <= GP_DAY_LAST; day = gp_tick_next(tick, day))
        draw_name(page, tick, day, base);
}

static gp_point status_words(const gp_road_page *page, const char **out)
{
    const gp_roadmap *map = page->map;
    gp_day status = map->sheet.schedule->network->portfolio->status_date;
    gp_add_text(map->sheet.scratch, gp_word_of(GP_WORD_STATUS_DATE, map->sheet.language));
    gp_add_text(map->sheet.scratch, " ");
    gp_add_day(map->sheet.scratch, status);
    *out = gp_take_words(&map->sheet);
    gp_length width = gp_measure_text(*out, strlen(*out), GP_FONT_CAPTION);
    gp_length x = gp_axis_x(&map->axis, status) + GP_UNITS(4);
    if (x + width > page->right) x -= width + GP_UNITS(8);
    return (gp_point){x, x + width};
}

static void draw_status(const gp_road_page *page)
{
    const gp_roadmap *map = page->map;
    gp_day status = map->sheet.schedule->network->portfolio->status_date;
    const char *words;
    if (status < map->axis.from || status > map->axis.to) return;
    gp_point place = status_words(page, &words);
    gp_length x = gp_axis_x(&map->axis, status);
    gp_svg_open_path(page->buffer, "status");
    gp_svg_move(page->buffer, x, page->top - GP_UNITS(15));
    gp_svg_line(page->buffer, x, visible(page, page->to));
    gp_svg_close_path(page->buffer);
    gp_svg_words(page->buffer, GP_FONT_CAPTION, (gp_point){place.x, page->top - GP_UNITS(5)},
                 words);
}

/* Does the grid of rounds that goes on from this one come too thick to tell apart? */
static bool is_thick_from(const gp_roadmap *map, const gp_planning *planning, gp_day day)
{
    if (planning->date_count && day < planning->dates[planning->date_count - 1]) return false;
    const gp_calendar *calendar = &map->sheet.schedule->network->portfolio->calendar;
    gp_day next = gp_next_round(calendar, planning, day + 1);
    return gp_axis_x(&map->axis, next) - gp_axis_x(&map->axis, day) < ROUND_MIN &&
           next < map->axis.to;
}

gp_day gp_first_road_round(const gp_roadmap *map)
{
    const gp_portfolio *portfolio = map->sheet.schedule->network->portfolio;
    const gp_planning *planning = &portfolio->planning;
    if (!gp_has_rounds(planning) || !(map->show & GP_SHOW_ROUNDS)) return GP_NO_DAY;
    gp_day from = gp_next_round(&portfolio->calendar, planning, map->axis.from);
    bool is_drawn = from < map->axis.to && gp_knows_round(planning, from) &&
                    !is_thick_from(map, planning, from);
    return is_drawn ? from : GP_NO_DAY;
}

/* Planning rounds of the portfolio as far as they are known, unless they come too thick to tell
 * apart. A sign above each where the words of the status date leave room. */
static void draw_rounds(const gp_road_page *page)
{
    const gp_roadmap *map = page->map;
    const gp_portfolio *portfolio = map->sheet.schedule->network->portfolio;
    const gp_planning *planning = &portfolio->planning;
    const gp_calendar *calendar = &portfolio->calendar;
    gp_day from = gp_first_road_round(map);
    if (from == GP_NO_DAY) return;
    const char *words;
    gp_point taken = status_words(page, &words);
    gp_svg_open_path(page->buffer, "round");
    for (gp_day day = from; day < map->axis.to && gp_knows_round(planning, day);
         day = gp_next_round(calendar, planning, day + 1)) {
        gp_length x = gp_axis_x(&map->axis, day), y = page->top - GP_UNITS(3);
        bool is_free = x + ROUND_SIGN < taken.x - GP_UNITS(5) || x - ROUND_SIGN > taken.y;
        gp_svg_move(page->buffer, x, visible(page, page->to));
        gp_svg_line(page->buffer, x, y);
        if (is_free) {
            gp_svg_line(page->buffer, x - ROUND_SIGN, y - 2 * ROUND_SIGN);
            gp_svg_line(page->buffer, x + ROUND_SIGN, y - 2 * ROUND_SIGN);
            gp_svg_line(page->buffer, x, y);
        }
        if (day >= GP_DAY_LAST || is_thick_from(map, planning, day)) break;
    }
    gp_svg_close_path(page->buffer);
}

void gp_draw_dates(const gp_road_page *page)
{
    const gp_time_axis *axis = &page->map->axis;
    gp_length top = page->top - GP_ROAD_DATES;
    gp_add_text(page->buffer, "<g id=\"dates\" class=\"dates\" role=\"group\" aria-label=\"");
    gp_add_text(page->buffer, gp_say(page->map->sheet.language, "Time axis", "Tijdas"));
    gp_add_text(page->buffer, "\">\n");
    gp_length fine_top = axis->coarse == GP_TICKS ? top + COARSE_ROW / 2 : top + COARSE_ROW;
    draw_ticks(page, axis->fine, "grid", fine_top, fine_top + GP_UNITS(13));
    if (axis->coarse != GP_TICKS)
        draw_ticks(page, axis->coarse, "grid coarse", top, top + GP_UNITS(13));
    draw_rounds(page);
    draw_status(page);
    gp_add_text(page->buffer, "</g>\n");
}

void gp_draw_items(const gp_road_page *page)
{
    const gp_roadmap *map = page->map;
    for (uint32_t i = page->first_row; i < page->last_row; i++)
        for (uint32_t k = 0; k < map->rows[i].count; k++)
            gp_draw_item(page->buffer, map, &map->items[map->row_items[map->rows[i].first + k]],
                         page->top - page->from);
}
