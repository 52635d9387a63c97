/* SPDX-License-Identifier: MIT
 * What a box of the map says: on its last line what its colour stands for, with the number or the
 * day; when one points at it everything that is known. */
#include "render/map_picture.h"

#include <string.h>

static void add_days(gp_buffer *buffer, int32_t days, gp_language language)
{
    gp_add_number(buffer, days);
    gp_add_text(buffer,
                days == 1 ? gp_say(language, " day", " dag") : gp_say(language, " days", " dagen"));
}

/* "level 1 of 2", or "level 1" where no more is ever asked. */
static void add_level(gp_buffer *buffer, const gp_map_row *row, const gp_map_state *state,
                      gp_language language)
{
    gp_add_text(buffer, gp_say(language, "level ", "niveau "));
    gp_add_number(buffer, state->level);
    if (state->at_most > state->level) gp_add_text(buffer, "?");
    if (row->asked_in_all > state->level) {
        gp_add_text(buffer, gp_say(language, " of ", " van "));
        gp_add_number(buffer, row->asked_in_all);
    }
}

static void add_late(gp_buffer *buffer, const gp_map_state *state, gp_language language)
{
    add_days(buffer, -state->buffer_days, language);
    gp_add_text(buffer, gp_say(language, " late", " te laat"));
}

/* How it stands, with the number that tells how much. */
static void add_standing(gp_buffer *buffer, const gp_map_state *state, gp_language language)
{
    if (state->gap == GP_MAP_TOO_LATE) {
        add_late(buffer, state, language);
    } else if (state->gap == GP_MAP_IN_TIME && state->ready != GP_NO_DAY) {
        gp_add_text(buffer, gp_say(language, "ready ", "klaar "));
        gp_add_day(buffer, state->ready);
    } else {
        gp_add_text(buffer, gp_map_kind_words(GP_MAP_BY_GAP, state->gap, language));
    }
}

static void add_buffer(gp_buffer *buffer, const gp_map_state *state, gp_language language)
{
    if (state->gap != GP_MAP_IN_TIME || state->buffer_days == GP_NO_DAYS) {
        add_standing(buffer, state, language);
        return;
    }
    gp_add_text(buffer, "buffer ");
    add_days(buffer, state->buffer_days, language);
}

const char *gp_map_detail(const gp_map_picture *picture, uint32_t index, uint32_t panel)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_map_row *row = &picture->map.rows[index];
    const gp_map_state *state = gp_map_state_of(picture, index, panel);
    gp_buffer *buffer = sheet->scratch;
    gp_language language = sheet->language;
    const char *owner = gp_map_owner_of(picture, index);
    if (row->is_context) return "";
    switch (picture->view->colour) {
    case GP_MAP_BY_LEVEL: add_level(buffer, row, state, language); break;
    case GP_MAP_BY_GAP:
    case GP_MAP_BY_LATE: add_standing(buffer, state, language); break;
    case GP_MAP_BY_BUFFER: add_buffer(buffer, state, language); break;
    case GP_MAP_BY_DEMAND:
        gp_add_text(buffer, gp_map_kind_words(GP_MAP_BY_DEMAND, row->demand, language));
        break;
    case GP_MAP_BY_OWNER:
        gp_add_text(buffer, owner ? owner : gp_say(language, "no owner", "geen eigenaar"));
        break;
    case GP_MAP_BY_STAGE:
        gp_add_text(buffer, gp_map_kind_words(GP_MAP_BY_STAGE, row->stage, language));
        break;
    }
    return gp_take_words(sheet);
}

/* ---- tooltip ---- */

static void add_line(gp_buffer *buffer, const char *label)
{
    gp_add_text(buffer, "\n");
    gp_add_text(buffer, label);
    gp_add_text(buffer, ": ");
}

static void add_dates(gp_buffer *buffer, const gp_map_row *row, const gp_map_state *state,
                      gp_language language)
{
    if (state->needed_by != GP_NO_DAY) {
        add_line(buffer, gp_say(language, "next step needed by", "volgende stap nodig op"));
        gp_add_day(buffer, state->needed_by);
    }
    if (state->ready != GP_NO_DAY) {
        add_line(buffer, gp_say(language, "next step ready", "volgende stap klaar"));
        gp_add_day(buffer, state->ready);
    }
    if (row->ready_in_all != GP_NO_DAY && row->ready_in_all != state->ready &&
        state->gap != GP_MAP_THERE) {
        add_line(buffer, gp_say(language, "all steps ready", "alle stappen klaar"));
        gp_add_day(buffer, row->ready_in_all);
    }
    if (state->buffer_days != GP_NO_DAYS) {
        add_line(buffer, "buffer");
        add_days(buffer, state->buffer_days, language);
    }
}

static void add_levels(gp_buffer *buffer, const gp_map_row *row, const gp_map_state *state,
                       gp_language language)
{
    gp_add_text(buffer, "\n");
    gp_add_day(buffer, state->date);
    gp_add_text(buffer, ": ");
    add_level(buffer, row, state, language);
    gp_add_text(buffer, ", ");
    gp_add_text(buffer, gp_say(language, "asked by then ", "dan gevraagd "));
    gp_add_number(buffer, state->asked);
    gp_add_text(buffer, ", ");
    gp_add_text(buffer, gp_map_kind_words(GP_MAP_BY_GAP, state->gap, language));
}

void gp_add_map_tooltip(const gp_map_picture *picture, uint32_t index, uint32_t panel)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_language language = picture->sheet.language;
    const gp_map_row *row = &picture->map.rows[index];
    const gp_map_state *state = gp_map_state_of(picture, index, panel);
    const char *owner = gp_map_owner_of(picture, index);
    const char *id = picture->sheet.portfolio->ids[row->symbol];
    gp_add_text(buffer, "\nid: ");
    gp_svg_escape(buffer, id, strlen(id));
    if (row->is_context) return;
    add_levels(buffer, row, state, language);
    add_dates(buffer, row, state, language);
    add_line(buffer, gp_say(language, "demand", "vraag"));
    gp_add_text(buffer, gp_map_kind_words(GP_MAP_BY_DEMAND, row->demand, language));
    if (row->stage) {
        gp_add_text(buffer, ", ");
        gp_add_text(buffer, gp_map_kind_words(GP_MAP_BY_STAGE, row->stage, language));
    }
    if (owner) {
        add_line(buffer, gp_say(language, "owner", "eigenaar"));
        gp_svg_escape(buffer, owner, strlen(owner));
    }
}
