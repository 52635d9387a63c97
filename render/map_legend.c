/* SPDX-License-Identifier: MIT
 * What do the colours and signs of the map mean? Only what occurs, with how many there are. */
#include "render/key.h"
#include "render/map_picture.h"

#define ENTRIES_MAX 64 /* kinds that the legend shows; owners beyond are told together */

enum { PIPS_THERE, PIPS_DUE, PIPS_LATER };

/* A sample of a kind: its sign and its number, packed in the one number that an entry has. */
static void draw_kind(gp_buffer *buffer, gp_point at, int packed)
{
    const gp_point size = {GP_SAMPLE_WIDTH, GP_SAMPLE_HEIGHT};
    gp_svg_rectangle(buffer, "shape", at, size, GP_UNITS(2));
    gp_draw_map_sign(buffer, (gp_point){at.x + GP_UNITS(12), at.y + GP_UNITS(5)},
                     (gp_map_sign)(packed % 32), (uint32_t)packed / 32);
}

static void draw_pips(gp_buffer *buffer, gp_point at, int what)
{
    const gp_map_pips pips = {what == PIPS_THERE ? 2 : 0, what == PIPS_DUE ? 2 : 0,
                              what == PIPS_LATER ? 2 : 0, 2};
    gp_draw_map_pips(buffer, (gp_point){at.x + GP_UNITS(10), at.y + GP_UNITS(14)}, &pips);
}

static void draw_became(gp_buffer *buffer, gp_point at, int became)
{
    gp_draw_sign(buffer, (gp_became)became, at.x + GP_UNITS(10),
                 at.x + GP_SAMPLE_WIDTH - GP_UNITS(10), at.y + GP_SAMPLE_HEIGHT / 2);
}

/* With how many there are. */
static const char *became_words(const gp_map_picture *picture, gp_became became)
{
    static const char *const words[2][GP_BECOMINGS] = {
        {"", "later, by its step that moved most", "earlier, by its step that moved most",
         "begins on another day", "new: was not there", "gone", "reached: the level is there now"},
        {"", "later, naar de stap die het meest verschoof",
         "eerder, naar de stap die het meest verschoof", "begint op een andere dag",
         "nieuw: was er niet", "vervallen", "bereikt: het niveau is er nu"}};
    const gp_sheet *sheet = &picture->sheet;
    gp_add_text(sheet->scratch, words[sheet->language][became]);
    gp_add_text(sheet->scratch, " (");
    gp_add_number(sheet->scratch, picture->tally.counts[became]);
    gp_add_text(sheet->scratch, ")");
    return gp_take_words(sheet);
}

typedef struct pips_seen {
    bool has_there, has_due, has_later;
} pips_seen;

static pips_seen look_at_pips(const gp_map_picture *picture)
{
    const gp_map *map = &picture->map;
    pips_seen seen = {false, false, false};
    for (uint32_t i = 0; i < map->row_count; i++)
        for (uint32_t k = 0; k < map->date_count && !map->rows[i].is_context; k++) {
            const gp_map_state *state = gp_map_state_of(picture, i, k);
            uint8_t met = state->asked > state->level ? state->asked : state->level;
            seen.has_there |= state->level > 0;
            seen.has_due |= state->asked > state->level;
            seen.has_later |= map->rows[i].asked_in_all > met;
        }
    return seen;
}

static const char *kind_words(const gp_map_picture *picture, uint32_t kind)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_add_text(sheet->scratch, picture->kinds->kinds[kind].words);
    if (picture->kinds->kinds[kind].more) {
        gp_add_text(sheet->scratch, ": ");
        gp_add_text(sheet->scratch, picture->kinds->kinds[kind].more);
    }
    if (picture->map.date_count == 1) {
        gp_add_text(sheet->scratch, " (");
        gp_add_number(sheet->scratch, picture->kinds->in_all[kind]);
        gp_add_text(sheet->scratch, ")");
    }
    return gp_take_words(sheet);
}

static void add_entry(gp_key_entry *entries, uint32_t *count, gp_key_entry entry)
{
    if (*count < ENTRIES_MAX) entries[(*count)++] = entry;
}

gp_length gp_draw_map_legend(const gp_map_picture *picture, gp_length top)
{
    gp_language language = picture->sheet.language;
    gp_key_entry entries[ENTRIES_MAX];
    uint32_t count = 0;
    pips_seen seen = look_at_pips(picture);
    if (seen.has_there)
        add_entry(entries, &count,
                  (gp_key_entry){"pips", draw_pips, PIPS_THERE,
                                 gp_say(language, "level that is there", "niveau dat er is")});
    if (seen.has_due)
        add_entry(entries, &count,
                  (gp_key_entry){"pips", draw_pips, PIPS_DUE,
                                 gp_say(language, "level asked by now, not there",
                                        "nu gevraagd, nog niet aanwezig")});
    if (seen.has_later)
        add_entry(entries, &count,
                  (gp_key_entry){"pips", draw_pips, PIPS_LATER,
                                 gp_say(language, "level asked later", "later gevraagd niveau")});
    for (uint32_t i = 0; i < picture->kinds->count; i++) {
        const gp_map_kind *kind = &picture->kinds->kinds[i];
        if (picture->kinds->in_all[i] == 0) continue;
        add_entry(entries, &count,
                  (gp_key_entry){kind->class_name, draw_kind,
                                 (int)kind->sign + 32 * (int)kind->number, kind_words(picture, i)});
    }
    for (gp_became became = GP_BECAME_LATER; became < GP_BECOMINGS; became++)
        if (picture->was_room && picture->tally.counts[became])
            add_entry(
                entries, &count,
                (gp_key_entry){"was", draw_became, (int)became, became_words(picture, became)});
    return gp_draw_key(picture->sheet.buffer, language, entries, count, (gp_point){GP_MARGIN, top},
                       picture->sheet.width - 2 * GP_MARGIN);
}
