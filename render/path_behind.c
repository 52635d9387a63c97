/* SPDX-License-Identifier: MIT
 * At the foot of a box: how much more arrows would lead to that is not drawn, on its left and on
 * its right, with the names in the tooltip. */
#include "render/path_box.h"

#include <string.h>

#define NAMES_SHOWN 12
#define NAME_MAX_SHOWN 80

static gp_status add_mark(gp_buffer *buffer, gp_language language, uint32_t count)
{
    gp_add_text(buffer, gp_word_of(GP_WORD_MORE_BEFORE, language));
    gp_add_number(buffer, count);
    gp_add_text(buffer, gp_word_of(GP_WORD_MORE_AFTER, language));
    return buffer->has_failed ? gp_no_memory(buffer->job) : GP_OK;
}

gp_status gp_write_behind(gp_buffer *scratch, gp_language language, const gp_path_box *box,
                          gp_box_text *text)
{
    for (gp_path_way way = 0; way < GP_WAYS; way++) {
        const char *words;
        size_t size;
        if (!box->behind[way].count) continue;
        scratch->bytes.count = 0;
        GP_TRY(add_mark(scratch, language, box->behind[way].count));
        GP_TRY(gp_finish_buffer(scratch, &words, &size));
        text->behind[way] = gp_copy_text(scratch->job, words, size);
        if (!text->behind[way]) return gp_no_memory(scratch->job);
        scratch->bytes.count = 0;
    }
    return GP_OK;
}

/* "Rests also on:" and the names, one below the other. */
static void add_names(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                      gp_path_way way)
{
    static const gp_word words[GP_WAYS] = {GP_WORD_BEHIND_LEFT, GP_WORD_BEHIND_RIGHT};
    const gp_network *network = model->schedule->network;
    const gp_activities *behind = &box->behind[way];
    gp_language language = model->view->language;
    gp_add_text(buffer, "<title>");
    gp_add_text(buffer, gp_word_of(words[way], language));
    for (uint32_t i = 0; i < behind->count && i < NAMES_SHOWN; i++) {
        uint32_t level = network->activities[behind->activities[i]].level;
        gp_add_text(buffer, "\n");
        gp_svg_escape_short(buffer, gp_activity_name(network, behind->activities[i]),
                            NAME_MAX_SHOWN);
        if (level == 0) continue;
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, gp_word_of(GP_WORD_LEVEL, language));
        gp_add_text(buffer, " ");
        gp_add_number(buffer, level);
    }
    if (behind->count > NAMES_SHOWN) {
        gp_add_text(buffer, "\n");
        add_mark(buffer, language, behind->count - NAMES_SHOWN);
    }
    gp_add_text(buffer, "</title>\n");
}

void gp_draw_behind_sign(gp_buffer *buffer, gp_path_way way, gp_point at)
{
    gp_add_text(buffer, "<path class=\"behind\" d=\"M");
    gp_svg_point(buffer, at);
    gp_add_text(buffer, way == GP_WAY_LEFT ? "l5 -3.5v7z\"/>\n" : "l-5 -3.5v7z\"/>\n");
}

void gp_draw_behind_marks(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                          const gp_box_text *text, gp_point at)
{
    gp_length padding = gp_measures_of(text->detail)->padding;
    for (gp_path_way way = 0; way < GP_WAYS; way++) {
        bool is_left = way == GP_WAY_LEFT;
        const char *words = text->behind[way];
        if (!words) continue;
        gp_text_line line = {words, strlen(words), false};
        gp_point tip = {is_left ? at.x + padding : at.x + text->size.x - padding,
                        at.y - GP_UNITS(3)};
        gp_length gap = GP_BEHIND_SIGN + GP_BEHIND_GAP;
        gp_point pen = {is_left ? tip.x + gap : tip.x - gap, at.y};
        gp_add_text(buffer, "<g class=\"more\">\n");
        add_names(buffer, model, box, way);
        gp_draw_behind_sign(buffer, way, tip);
        gp_svg_label(buffer, gp_font_of(GP_FONT_TAG)->name, pen, &line, "", !is_left);
        gp_add_text(buffer, "</g>\n");
    }
}
