/* SPDX-License-Identifier: MIT
 * A box of the map: sign, name, pips and a line of words; a frame has all but the words on its lid.
 * Elements stand beside each other and not in each other, so that each can be a link. */
#include "render/element_id.h"
#include "render/map_picture.h"

#include <string.h>

#define LABEL_MAX 200
#define NAME_DOWN GP_UNITS(15) /* to the base line of the first line */
#define LID_DOWN GP_UNITS(16)

static const char *url_of(const gp_map_picture *picture, const gp_map_node *node)
{
    if (node->row == GP_NONE) return NULL;
    uint32_t capability = picture->map.rows[node->row].capability;
    return capability == GP_NONE ? NULL : picture->sheet.portfolio->capabilities[capability].url;
}

/* box__ID on the first panel, box-2__ID on the second. */
static void add_id(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_add_text(buffer, node->row == GP_NONE ? "group" : "box");
    if (panel) {
        gp_add_text(buffer, "-");
        gp_add_number(buffer, panel + 1);
    }
    gp_add_text(buffer, "__");
    if (node->row == GP_NONE)
        gp_add_number(buffer, node - picture->nodes);
    else
        gp_add_element_id(buffer,
                          picture->sheet.portfolio->ids[picture->map.rows[node->row].symbol]);
}

static const gp_map_kind *kind_of(const gp_map_picture *picture, const gp_map_node *node,
                                  uint32_t panel)
{
    return &picture->kinds->kinds[gp_map_kind_of(picture, node->row, panel)];
}

static void add_classes(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_add_text(buffer, " class=\"box ");
    if (node->row == GP_NONE)
        gp_add_text(buffer, "group");
    else if (picture->map.rows[node->row].is_context)
        gp_add_text(buffer, "context");
    else
        gp_add_text(buffer, kind_of(picture, node, panel)->class_name);
    if (node->row != GP_NONE && picture->map.rows[node->row].capability == GP_NONE)
        gp_add_text(buffer, " nowhere");
    if (gp_is_map_row_same(picture, node)) gp_add_text(buffer, " same");
    if (gp_is_frame(node)) gp_add_text(buffer, node->depth % 2 ? " frame" : " frame odd");
    gp_add_text(buffer, "\"");
}

static void add_label(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_add_text(buffer, " aria-label=\"");
    gp_svg_escape_short(buffer, node->name, LABEL_MAX);
    if (node->row != GP_NONE && !picture->map.rows[node->row].is_context) {
        const char *words = kind_of(picture, node, panel)->words;
        gp_add_text(buffer, ": ");
        gp_svg_escape_short(buffer, words, LABEL_MAX);
        if (picture->was && *picture->was[node->row].words) {
            gp_add_text(buffer, ", ");
            gp_add_text(buffer, picture->was[node->row].words);
        }
    }
    gp_add_text(buffer, "\"");
}

static void open_node(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_svg_open_link(buffer, url_of(picture, node));
    gp_add_text(buffer, "<g id=\"");
    add_id(picture, node, panel);
    gp_add_text(buffer, "\"");
    add_classes(picture, node, panel);
    gp_add_text(buffer, gp_is_frame(node) ? " role=\"group\"" : " role=\"graphics-symbol\"");
    add_label(picture, node, panel);
    gp_add_text(buffer, ">\n<title>");
    gp_svg_escape(buffer, node->name, strlen(node->name));
    if (node->row != GP_NONE) gp_add_map_tooltip(picture, node->row, panel);
    if (node->row != GP_NONE && picture->was)
        gp_add_was(buffer, picture->sheet.language, &picture->was[node->row].was);
    gp_add_text(buffer, "</title>\n");
}

/* With their right end at `right`. */
static void draw_pips(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel,
                      gp_point right)
{
    const gp_map_row *row = &picture->map.rows[node->row];
    const gp_map_state *state = gp_map_state_of(picture, node->row, panel);
    const gp_map_pips pips = {state->level, state->asked, row->asked_in_all, picture->pip_count};
    gp_point at = {right.x - picture->pips, right.y};
    gp_draw_map_pips(picture->sheet.buffer, at, &pips);
}

static bool has_state(const gp_map_picture *picture, const gp_map_node *node)
{
    return node->row != GP_NONE && !picture->map.rows[node->row].is_context;
}

static void draw_frame(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel,
                       gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length lid = gp_map_lid_height(node);
    gp_length x = at.x + GP_MAP_PADDING, right = at.x + node->size.x - GP_MAP_PADDING;
    gp_svg_rectangle(sheet->buffer, "shape", at, node->size, GP_UNITS(3));
    gp_svg_rectangle(sheet->buffer, "lid", at, (gp_point){node->size.x, lid}, GP_UNITS(3));
    if (has_state(picture, node)) {
        const gp_map_kind *kind = kind_of(picture, node, panel);
        gp_draw_map_sign(sheet->buffer, (gp_point){x, at.y + GP_UNITS(6)}, kind->sign,
                         kind->number);
        draw_pips(picture, node, panel, (gp_point){right, at.y + LID_DOWN});
        gp_draw_map_lid_was(picture, node, (gp_point){right - picture->pips, at.y + LID_DOWN});
    }
    if (node->row != GP_NONE) x += GP_MAP_SIGN + GP_UNITS(4);
    gp_draw_wrapped(sheet, gp_map_lid_font(picture), (gp_point){x, at.y + LID_DOWN},
                    gp_map_lid_room(picture, node, node->size.x), node->lid_lines, GP_MAP_LID_STEP,
                    node->name);
}

/* Most have room: finding out is cheaper than looking for where to cut. */
static void draw_detail(const gp_sheet *sheet, gp_point at, gp_length width, const char *words)
{
    if (gp_measure_text(words, strlen(words), GP_FONT_TAG) <= width)
        gp_svg_words(sheet->buffer, GP_FONT_TAG, at, words);
    else
        gp_draw_cut(sheet, GP_FONT_TAG, NULL, at, width, words, false);
}

static void draw_box(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel,
                     gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length x = at.x + GP_MAP_INSET + GP_MAP_SIGN + GP_UNITS(4);
    gp_length right = at.x + node->size.x - GP_MAP_INSET;
    gp_length end = picture->is_compact ? right - picture->pips - GP_UNITS(4) : right;
    gp_length foot = at.y + node->size.y - GP_UNITS(6) - picture->was_room;
    gp_svg_rectangle(sheet->buffer, "shape", at, node->size, GP_UNITS(2));
    gp_draw_wrapped(sheet, gp_map_name_font(picture), (gp_point){x, at.y + NAME_DOWN}, end - x,
                    picture->name_lines, gp_map_name_step(picture), node->name);
    if (!has_state(picture, node)) return;
    const gp_map_kind *kind = kind_of(picture, node, panel);
    gp_draw_map_sign(sheet->buffer, (gp_point){at.x + GP_MAP_INSET, at.y + GP_UNITS(6)}, kind->sign,
                     kind->number);
    draw_pips(picture, node, panel, (gp_point){right, foot});
    if (!picture->is_compact)
        draw_detail(sheet, (gp_point){x, foot}, right - x - picture->pips - GP_UNITS(4),
                    gp_map_detail(picture, node->row, panel));
    gp_draw_map_was(picture, node, (gp_point){at.x + GP_MAP_INSET, foot + picture->was_room},
                    right - at.x - GP_MAP_INSET);
}

void gp_draw_map_node(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel,
                      gp_point origin)
{
    gp_point at = {origin.x + node->at.x, origin.y + node->at.y};
    open_node(picture, node, panel);
    if (gp_is_frame(node))
        draw_frame(picture, node, panel, at);
    else
        draw_box(picture, node, panel, at);
    gp_add_text(picture->sheet.buffer, "</g>\n");
    gp_svg_close_link(picture->sheet.buffer, url_of(picture, node));
}
