/* SPDX-License-Identifier: MIT
 * What an older version had and this one has not, in pictures whose places are not times: ghosts in
 * rows, in a band of their own. No arrow leads to them: what they led to is another plan's. */
#include "render/older.h"

#include <string.h>

#define HEAD GP_UNITS(40) /* of the band, with its caption */
#define INSET GP_UNITS(9)
#define NAME_LINES 2
#define NAME_DOWN GP_UNITS(18)
#define NAME_STEP GP_UNITS(15)
#define LINE_STEP GP_UNITS(14)
#define GAP GP_UNITS(16)
#define WIDTH GP_UNITS(188)
#define HEIGHT GP_UNITS(56)

static const char *caption_of(const gp_ghost *ghosts, uint32_t count, gp_language language)
{
    bool has_gone = false, has_reached = false;
    for (uint32_t i = 0; i < count; i++) {
        has_gone |= ghosts[i].became == GP_BECAME_GONE;
        has_reached |= ghosts[i].became == GP_BECAME_REACHED;
    }
    if (!has_reached) return gp_say(language, "Gone", "Vervallen");
    if (!has_gone) return gp_say(language, "Reached", "Bereikt");
    return gp_say(language, "Gone or reached", "Vervallen of bereikt");
}

static void draw_ghost(const gp_sheet *sheet, const gp_ghost *ghost, gp_point at)
{
    gp_buffer *buffer = sheet->buffer;
    const gp_was was = {.became = ghost->became};
    gp_add_became(sheet->scratch, sheet->language, &was);
    const char *badge = gp_take_words(sheet);
    gp_add_text(buffer, "<g id=\"");
    gp_add_text(buffer, ghost->element_id);
    gp_add_text(buffer, "\" class=\"gone\" role=\"graphics-symbol\" aria-label=\"");
    gp_svg_escape_short(buffer, ghost->name, 200);
    gp_add_text(buffer, ", ");
    gp_add_text(buffer, badge);
    gp_add_text(buffer, "\">\n<title>");
    gp_svg_escape(buffer, ghost->name, strlen(ghost->name));
    gp_add_text(buffer, "\nid: ");
    gp_svg_escape(buffer, ghost->id, strlen(ghost->id));
    if (*ghost->line) gp_add_text(buffer, "\n");
    gp_add_text(buffer, ghost->line);
    gp_add_text(buffer, "</title>\n");
    gp_draw_ghost(buffer, at, (gp_point){WIDTH, HEIGHT});
    gp_point pen = {at.x + INSET, at.y + NAME_DOWN};
    uint32_t lines = gp_draw_wrapped(sheet, GP_FONT_NAME, pen, WIDTH - 2 * INSET, NAME_LINES,
                                     NAME_STEP, ghost->name);
    pen.y += NAME_STEP * (lines ? lines - 1 : 0) + LINE_STEP;
    if (*ghost->line) gp_svg_words(buffer, GP_FONT_LINE, pen, ghost->line);
    gp_draw_badge(buffer, (gp_became)ghost->became, badge, (gp_point){at.x + WIDTH, at.y});
    gp_add_text(buffer, "</g>\n");
}

gp_length gp_draw_ghosts(const gp_sheet *sheet, gp_length top, gp_length width,
                         const gp_ghost *ghosts, uint32_t count)
{
    gp_buffer *buffer = sheet->buffer;
    if (!count) return top;
    gp_length room = width - 2 * GP_BOX_PADDING;
    uint32_t columns = (uint32_t)((room + GAP) / (WIDTH + GAP));
    uint32_t rows = (count + columns - 1) / columns;
    gp_point size = {width, HEAD + (HEIGHT + GAP) * rows};
    const char *caption = caption_of(ghosts, count, sheet->language);
    gp_add_text(buffer, "<g id=\"gone\" role=\"group\" aria-label=\"");
    gp_add_text(buffer, caption);
    gp_add_text(buffer, "\">\n");
    gp_svg_rectangle(buffer, "band", (gp_point){GP_MARGIN, top}, size, GP_UNITS(4));
    gp_svg_words(buffer, GP_FONT_SUBTITLE,
                 (gp_point){GP_MARGIN + GP_BOX_PADDING, top + GP_UNITS(20)}, caption);
    for (uint32_t i = 0; i < count; i++)
        draw_ghost(sheet, &ghosts[i],
                   (gp_point){GP_MARGIN + GP_BOX_PADDING + (WIDTH + GAP) * (i % columns),
                              top + HEAD + (HEIGHT + GAP) * (i / columns)});
    gp_add_text(buffer, "</g>\n");
    return top + size.y;
}
