/* SPDX-License-Identifier: MIT
 * Rows of samples and their words, as many beside each other as fit. */
#include "render/key.h"
#include "render/texts.h"

#include <string.h>

#define SAMPLE_GAP GP_UNITS(8)
#define ENTRY_GAP GP_UNITS(24)
#define ENTRY_STEP GP_UNITS(28)

static void draw_entry(gp_buffer *buffer, const gp_key_entry *entry, gp_point at)
{
    gp_add_text(buffer, "<g class=\"");
    gp_add_text(buffer, entry->class_name);
    gp_add_text(buffer, "\">\n");
    entry->draw(buffer, at, entry->kind);
    gp_add_text(buffer, "</g>\n");
    gp_point base = {at.x + GP_SAMPLE_WIDTH + SAMPLE_GAP, at.y + GP_UNITS(14)};
    gp_svg_words(buffer, GP_FONT_CAPTION, base, entry->words);
}

gp_length gp_draw_key(gp_buffer *buffer, gp_language language, const gp_key_entry *entries,
                      uint32_t count, gp_point at, gp_length width)
{
    gp_point pen = at;
    uint32_t present = 0;
    for (uint32_t i = 0; i < count; i++) present += entries[i].words != NULL;
    if (present == 0) return at.y;
    if (buffer) {
        gp_add_text(buffer, "<g id=\"legend\" class=\"legend\" role=\"group\" aria-label=\"");
        gp_add_text(buffer, gp_word_of(GP_WORD_LEGEND, language));
        gp_add_text(buffer, "\">\n");
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!entries[i].words) continue;
        gp_length taken =
            GP_SAMPLE_WIDTH + SAMPLE_GAP +
            gp_measure_text(entries[i].words, strlen(entries[i].words), GP_FONT_CAPTION);
        if (pen.x > at.x && pen.x + taken > at.x + width)
            pen = (gp_point){at.x, pen.y + ENTRY_STEP};
        if (buffer) draw_entry(buffer, &entries[i], pen);
        pen.x += taken + ENTRY_GAP;
    }
    if (buffer) gp_add_text(buffer, "</g>\n");
    return pen.y + ENTRY_STEP;
}
