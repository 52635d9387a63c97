/* SPDX-License-Identifier: MIT
 * `map` as text: capabilities below what they are part of. Of one day all that there is to say of
 * each; of several the level on each of them, in as many tables as the page is too narrow for. */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/map_words.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define INDENT_MAX 8   /* levels of parents that the names are indented for */
#define NAMES_WIDTH 38 /* what names and the level asked in all take beside days */
#define DAY_WIDTH 12

typedef struct telling {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_map *map;
    const gp_write_options *options;
    gp_buffer *buffer;
    bool has_lacking, has_unknown; /* signs that the table has */
} telling;

static const gp_map_state *state_of(const telling *t, uint32_t row, uint32_t day)
{
    return &t->map->states[(size_t)row * t->map->date_count + day];
}

static const char *indented_name(const telling *t, const gp_map_row *row)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    gp_add_blanks(buffer, 2 * (size_t)(row->depth < INDENT_MAX ? row->depth : INDENT_MAX));
    gp_add_made(buffer, gp_name_cell(t->job, t->portfolio, row->symbol));
    return gp_buffer_text(buffer);
}

/* "1", and "1?" where it may be more. */
static const char *level_text(telling *t, const gp_map_state *state)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    gp_add_number(buffer, state->level);
    if (state->at_most > state->level) gp_add_text(buffer, "?");
    t->has_unknown |= state->at_most > state->level;
    return gp_buffer_text(buffer);
}

/* "2 !": must be there, and is not. */
static const char *asked_text(telling *t, const gp_map_state *state)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    bool is_lacking = state->level < state->asked;
    gp_add_number(buffer, state->asked);
    gp_add_text(buffer, is_lacking ? " !" : "  ");
    t->has_lacking |= is_lacking;
    return gp_buffer_text(buffer);
}

/* "1/2 !": there, must be there, and that this is too little. */
static const char *day_text(telling *t, const gp_map_state *state)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    gp_add_made(buffer, level_text(t, state));
    gp_add_text(buffer, "/");
    gp_add_made(buffer, asked_text(t, state));
    return gp_buffer_text(buffer);
}

/* "2026-01-05: 2 missing, 3 unplanned, 10 too late, 20 in time, 12 there". */
static void add_counts(const telling *t, uint32_t day)
{
    gp_language language = t->options->language;
    const uint32_t *counts = &t->map->counts[(size_t)day * GP_MAP_GAPS];
    gp_buffer *words = gp_new_buffer(t->job);
    bool is_first = true;
    for (uint8_t gap = 0; words && gap < GP_MAP_GAPS; gap++) {
        if (counts[gap] == 0) continue;
        gp_add_text(words, is_first ? "" : ", ");
        gp_add_number(words, counts[gap]);
        gp_add_text(words, " ");
        gp_add_text(words, gp_map_gap_word(gap, language));
        is_first = false;
    }
    if (words && is_first)
        gp_add_text(words, gp_say(language, "no capabilities", "geen capabilities"));
    const char *values[] = {gp_day_text(t->job, t->map->dates[day]),
                            words ? gp_buffer_text(words) : NULL};
    gp_add_line(t->buffer, 0, 12, "{0}: {1}", values);
}

/* ---- one day ---- */

static gp_table *new_day_table(gp_job *job, gp_language language)
{
    const gp_column columns[] = {
        {.title = "capability", .cut_to = 24},
        {.title = "id", .drop = 12},
        {.title = gp_say(language, "level", "niveau"), .is_right = true},
        {.title = gp_say(language, "asked", "gevraagd"),
         .is_right = true,
         .brief = gp_say(language, "asked", "gevr.")},
        {.title = gp_say(language, "in all", "in totaal"),
         .is_right = true,
         .brief = gp_say(language, "all", "tot.")},
        {.title = gp_say(language, "stands", "staat"), .cut_to = 10},
        {.title = gp_say(language, "needed by", "nodig op"), .drop = 3},
        {.title = gp_say(language, "ready", "klaar"), .drop = 2},
        {.title = "buffer", .is_right = true, .drop = 5},
        {.title = gp_say(language, "owner", "eigenaar"), .drop = 6, .cut_to = 16},
    };
    return gp_new_table(job, columns, sizeof columns / sizeof *columns);
}

static void add_day_row(telling *t, gp_table *table, uint32_t index)
{
    const gp_map_row *row = &t->map->rows[index];
    const gp_map_state *state = state_of(t, index, 0);
    gp_cell(table, indented_name(t, row));
    gp_cell(table, gp_id_cell(t->job, t->portfolio, row->symbol));
    if (row->is_context) {
        for (int i = 0; i < 8; i++) gp_cell(table, "");
        return;
    }
    gp_cell(table, level_text(t, state));
    gp_cell(table, asked_text(t, state));
    gp_number_cell(table, row->asked_in_all);
    gp_cell(table, gp_map_gap_word(state->gap, t->options->language));
    gp_day_cell(table, state->needed_by);
    gp_day_cell(table, state->ready);
    gp_days_cell(table, state->buffer_days);
    const char *owner =
        row->capability == GP_NONE ? NULL : t->portfolio->capabilities[row->capability].owner;
    gp_cell(table, owner ? owner : "");
}

static gp_status add_one_day(telling *t)
{
    gp_table *table = new_day_table(t->job, t->options->language);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->map->row_count; i++) add_day_row(t, table, i);
    gp_add_table(t->buffer, table, 0);
    return GP_OK;
}

/* ---- several days ---- */

static gp_status add_days(telling *t, uint32_t first, uint32_t end)
{
    gp_language language = t->options->language;
    gp_column columns[GP_COLUMNS_MAX] = {
        {.title = "capability", .cut_to = 24},
        {.title = gp_say(language, "in all", "in totaal"), .is_right = true}};
    char titles[GP_COLUMNS_MAX][GP_DATE_SIZE];
    for (uint32_t k = first; k < end; k++) {
        gp_format_date(t->map->dates[k], titles[k - first]);
        columns[2 + k - first] = (gp_column){.title = titles[k - first], .is_right = true};
    }
    gp_table *table = gp_new_table(t->job, columns, 2 + end - first);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->map->row_count; i++) {
        const gp_map_row *row = &t->map->rows[i];
        gp_cell(table, indented_name(t, row));
        if (row->is_context)
            gp_cell(table, "");
        else
            gp_number_cell(table, row->asked_in_all);
        for (uint32_t k = first; k < end; k++)
            gp_cell(table, row->is_context ? "" : day_text(t, state_of(t, i, k)));
    }
    gp_add_table(t->buffer, table, 0);
    return GP_OK;
}

static gp_status add_several_days(telling *t)
{
    size_t width = gp_page_width(t->buffer), room = width > NAMES_WIDTH ? width - NAMES_WIDTH : 0;
    uint32_t most = (uint32_t)(room / DAY_WIDTH), days = t->map->date_count;
    if (most < 1) most = 1;
    if (most > GP_COLUMNS_MAX - 2) most = GP_COLUMNS_MAX - 2;
    for (uint32_t first = 0; first < days; first += most) {
        if (first) gp_add_text(t->buffer, "\n");
        GP_TRY(add_days(t, first, first + most < days ? first + most : days));
    }
    return GP_OK;
}

/* ---- the whole ---- */

static void add_signs(const telling *t)
{
    gp_language language = t->options->language;
    const char *parts[4];
    size_t count = 0;
    if (t->map->date_count > 1)
        parts[count++] =
            gp_say(language, "level there / asked by then", "niveau dat er is / dan gevraagd");
    parts[count++] = gp_say(language, "in all: the highest level that is ever asked",
                            "in totaal: het hoogste niveau dat ooit gevraagd wordt");
    if (t->has_lacking)
        parts[count++] =
            gp_say(language, "!: less than is asked by then", "!: minder dan er dan gevraagd is");
    if (t->has_unknown)
        parts[count++] = gp_say(language, "?: may be more, a date is not known",
                                "?: misschien meer, een datum is niet bekend");
    gp_add_text(t->buffer, "\n");
    gp_add_legend(t->buffer, parts, count, 0);
}

gp_status gp_text_map(gp_job *job, const gp_portfolio *portfolio, const gp_map *map,
                      const gp_write_options *options, gp_output *out)
{
    telling t = {.job = job, .portfolio = portfolio, .map = map, .options = options};
    t.buffer = gp_text_start(job, portfolio, options);
    if (!t.buffer) return gp_no_memory(job);
    for (uint32_t k = 0; k < map->date_count; k++) add_counts(&t, k);
    if (map->row_count) {
        gp_add_text(t.buffer, "\n");
        GP_TRY(map->date_count == 1 ? add_one_day(&t) : add_several_days(&t));
        add_signs(&t);
    }
    return gp_finish_buffer(t.buffer, &out->text, &out->size);
}
