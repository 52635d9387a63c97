/* SPDX-License-Identifier: MIT
 * What stands for an arrow that finds no way? A port: a flag with a number after the end of the
 * one bar, and one with the same number where the arrow would arrive. Each is a link to the other
 * bar and names it in its tooltip; and beside it where the row is free. Numbers run from top to
 * bottom, by the bars where the arrows leave. */
#include "render/roadmap_page.h"
#include "render/roadmap_room.h"
#include "core/job.h"

#include <stdlib.h>
#include <string.h>

#define POINT GP_UNITS(4)           /* of a flag */
#define PADDING GP_UNITS(3)         /* beside its number */
#define DIGIT ((gp_length)65)       /* width of one, at most */
#define GAP GP_UNITS(2)             /* between flags */
#define NUMBER_LINE ((gp_length)88) /* base line of the number in a flag */
#define NAME_LINE ((gp_length)70)
#define NAME_ROOM GP_UNITS(80) /* less is not worth a name */
#define NAME_MAX GP_UNITS(300)
#define NAME_LEAST GP_UNITS(45) /* beside the level that stands after it */
#define CHEVRONS GP_UNITS(12)   /* after an open end */
#define TITLE_MAX 200

/* ---- numbers ---- */

/* A port and where its flags are, from top to bottom and from left to right. */
typedef struct numbered {
    uint32_t from_row, to_row, link;
    gp_length from_x, to_x;
} numbered;

static int by_place(const void *a, const void *b)
{
    const numbered *x = a, *y = b;
    if (x->from_row != y->from_row) return x->from_row < y->from_row ? -1 : 1;
    if (x->from_x != y->from_x) return x->from_x < y->from_x ? -1 : 1;
    if (x->to_row != y->to_row) return x->to_row < y->to_row ? -1 : 1;
    return x->to_x != y->to_x ? (x->to_x < y->to_x ? -1 : 1) : (x->link < y->link ? -1 : 1);
}

gp_status gp_number_ports(gp_roadmap *map)
{
    numbered *list = GP_NEW(map->sheet.job, numbered, map->link_count);
    uint16_t *left = GP_NEW(map->sheet.job, uint16_t, map->item_count);
    uint16_t *right = GP_NEW(map->sheet.job, uint16_t, map->item_count);
    uint32_t count = 0;
    if (!list || !left || !right) return gp_no_memory(map->sheet.job);
    for (uint32_t i = 0; i < map->link_count; i++) {
        const gp_road_link *link = &map->links[i];
        const gp_road_item *from = &map->items[link->from], *to = &map->items[link->to];
        if (link->is_port) list[count++] = (numbered){from->row, to->row, i, from->left, to->left};
    }
    if (count) qsort(list, count, sizeof *list, by_place);
    for (uint32_t i = 0; i < count; i++) {
        gp_road_link *link = &map->links[list[i].link];
        link->number = i + 1;
        link->from_slot = right[link->from]++;
        link->to_slot = link->is_live ? right[link->to]++ : left[link->to]++;
    }
    return GP_OK;
}

/* ---- drawing ---- */

/* One end of a port: the bar that it stands at, and the one it leads to. */
typedef struct port_end {
    const gp_road_link *link;
    const gp_road_item *own, *other;
    bool is_out, is_right; /* it stands after the end of its bar */
    uint16_t slot;
} port_end;

static gp_length left_of(const gp_roadmap *map, const port_end *end)
{
    gp_length from = end->is_right ? end->own->right_ports_at : end->own->left_ports_at;
    return from + (gp_length)end->slot * gp_port_width(map);
}

/* A flag whose point says which way the arrow goes: on from its bar, or into it. */
void gp_draw_pennant(gp_buffer *buffer, gp_point at, gp_length width, bool is_leftwards)
{
    gp_length right = at.x + width, foot = at.y + GP_ROAD_PORT, middle = at.y + GP_ROAD_PORT / 2;
    gp_svg_open_path(buffer, "pennant");
    gp_svg_move(buffer, is_leftwards ? right : at.x, at.y);
    gp_svg_line(buffer, is_leftwards ? at.x + POINT : right - POINT, at.y);
    gp_svg_line(buffer, is_leftwards ? at.x : right, middle);
    gp_svg_line(buffer, is_leftwards ? at.x + POINT : right - POINT, foot);
    gp_svg_line(buffer, is_leftwards ? right : at.x, foot);
    gp_svg_line(buffer, is_leftwards ? right : at.x, at.y);
    gp_svg_close_path(buffer);
}

static void draw_flag(gp_buffer *buffer, const gp_sheet *sheet, gp_point at, gp_length width,
                      uint32_t number, bool is_leftwards)
{
    gp_draw_pennant(buffer, at, width, is_leftwards);
    gp_add_number(sheet->scratch, number);
    const char *words = gp_take_words(sheet);
    gp_length text = gp_measure_text(words, strlen(words), GP_FONT_LABEL);
    gp_length left = at.x + (is_leftwards ? POINT : 0);
    const gp_text_line line = {.text = words, .size = strlen(words)};
    gp_svg_label(buffer, "label number",
                 (gp_point){left + (width - POINT - text) / 2, at.y + NUMBER_LINE}, &line, "",
                 false);
}

void gp_add_link_words(const gp_road_page *page, const gp_road_link *link)
{
    gp_language language = page->map->sheet.language;
    gp_word binding = link->is_chain  ? GP_WORD_ARROW_CHAIN
                      : link->is_live ? GP_WORD_READY_BY_LIVE
                                      : GP_WORD_READY_BY_START;
    gp_add_text(page->buffer, gp_word_of(binding, language));
    if (!link->is_option) return;
    gp_add_text(page->buffer, ", ");
    gp_add_text(page->buffer, gp_word_of(GP_WORD_ARROW_OPTION, language));
}

static void add_name(const gp_road_page *page, const gp_road_item *item)
{
    gp_svg_escape_short(page->buffer,
                        gp_activity_name(page->map->sheet.schedule->network, item->activity),
                        TITLE_MAX);
    gp_add_text(page->buffer, gp_road_level(item));
}

static void open_end(const gp_road_page *page, const port_end *end)
{
    const gp_network *network = page->map->sheet.schedule->network;
    gp_buffer *buffer = page->buffer;
    const gp_road_item *from = end->is_out ? end->own : end->other;
    const gp_road_item *to = end->is_out ? end->other : end->own;
    gp_add_text(buffer, "<a href=\"#bar");
    gp_add_activity_id(buffer, network, end->other->activity);
    gp_add_text(buffer, "\">\n<g id=\"port");
    gp_add_activity_id(buffer, network, from->activity);
    gp_add_activity_id(buffer, network, to->activity);
    gp_add_text(buffer, end->is_out ? "__out" : "__in");
    gp_add_text(buffer, end->link->is_critical ? "\" class=\"port critical\">\n<title>"
                                               : "\" class=\"port\">\n<title>");
    gp_add_number(buffer, end->link->number);
    gp_add_text(buffer, end->is_out ? " \xE2\x86\x92 " : " \xE2\x86\x90 ");
    add_name(page, end->other);
    gp_add_text(buffer, "\n");
    gp_add_link_words(page, end->link);
    gp_add_text(buffer, "</title>\n");
}

/* Do words of its own bar stand between the flag and the name of the other end? */
static bool is_apart(const gp_roadmap *map, const port_end *end)
{
    gp_length left = left_of(map, end);
    return end->is_right ? end->own->solid_last > left + gp_port_width(map)
                         : end->own->solid_first < left - GAP;
}

/* The name of the other end, where the row is free on that side and this is the only flag there.
 * Behind the words of its own bar it says again which flag it belongs to. */
static void draw_other_name(const gp_road_page *page, const port_end *end)
{
    const gp_roadmap *map = page->map;
    const gp_road_item *own = end->own;
    gp_buffer *scratch = map->sheet.scratch;
    gp_length room = end->is_right ? own->free_right : own->free_left;
    if ((end->is_right ? own->right_ports : own->left_ports) != 1 || room < NAME_ROOM) return;
    if (is_apart(map, end)) {
        gp_add_number(scratch, end->link->number);
        gp_add_text(scratch, end->is_out ? " \xE2\x86\x92 " : " \xE2\x86\x90 ");
    }
    gp_add_text(scratch, gp_activity_name(map->sheet.schedule->network, end->other->activity));
    const char *words = gp_take_words(&map->sheet), *suffix = gp_road_level(end->other);
    gp_text_line line = {.text = words};
    room = room < NAME_MAX ? room : NAME_MAX;
    room -= gp_measure_text(suffix, strlen(suffix), GP_FONT_LABEL);
    if (room < NAME_LEAST || gp_wrap_text(words, GP_FONT_LABEL, room, 1, &line) == 0) return;
    gp_length x = end->is_right ? own->solid_last + GAP : own->solid_first - GAP;
    gp_svg_label(page->buffer, "label aside",
                 (gp_point){x, map->rows[own->row].top + page->top - page->from + NAME_LINE}, &line,
                 suffix, !end->is_right);
}

static void draw_end(const gp_road_page *page, const port_end *end)
{
    const gp_roadmap *map = page->map;
    gp_length top = map->rows[end->own->row].top + page->top - page->from - GP_UNITS(1);
    if (end->own->row < page->first_row || end->own->row >= page->last_row) return;
    open_end(page, end);
    draw_flag(page->buffer, &map->sheet, (gp_point){left_of(map, end), top},
              gp_port_width(map) - GAP, end->link->number, end->is_right && !end->is_out);
    draw_other_name(page, end);
    gp_add_text(page->buffer, "</g>\n</a>\n");
}

void gp_draw_port(const gp_road_page *page, const gp_road_link *link)
{
    const gp_road_item *from = &page->map->items[link->from], *to = &page->map->items[link->to];
    draw_end(page, &(port_end){link, from, to, true, true, link->from_slot});
    draw_end(page, &(port_end){link, to, from, false, link->is_live, link->to_slot});
}
