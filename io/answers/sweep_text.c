/* SPDX-License-Identifier: MIT
 * `compare --sweep` as text: a row for each value, which of them is enough, and below it how late
 * each intervention is with each value, as many values beside each other as the page has room for.
 */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/sweep_words.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define BESIDE_MAX 16 /* values beside each other */
#define GAP_WIDTH 2   /* between columns */
#define NAME_WIDTH 32 /* of the names before them */

typedef struct telling {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_sweep *sweep;
    gp_language language;
    gp_buffer *buffer;
} telling;

static gp_status add_rows(const telling *t)
{
    const gp_sweep *sweep = t->sweep;
    gp_language language = t->language;
    const char *as_it_is = gp_say(language, "(as it is)", "(zoals het is)");
    bool is_grid = sweep->axis_count > 1;
    const gp_column columns[] = {
        {.title = sweep->axes[0].target, .cut_to = 20},
        {.title = is_grid ? sweep->axes[1].target : "", .cut_to = 20},
        {.title = gp_say(language, "late", "te laat"), .is_right = true},
        {.title = gp_say(language, "days late", "dagen laat"), .is_right = true},
        {.title = gp_say(language, "the latest", "het laatst"), .cut_to = 16},
        {.title = gp_say(language, "days", "dagen"), .is_right = true, .drop = 1},
    };
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < sweep->row_count; i++) {
        const gp_sweep_row *row = &sweep->rows[i];
        uint32_t latest = gp_find_latest(sweep, row);
        gp_cell(table, i ? row->values[0] : as_it_is);
        gp_cell(table, i && is_grid ? row->values[1] : "");
        gp_number_cell(table, row->late);
        gp_number_cell(table, row->late_days);
        gp_cell(table, latest == GP_NONE
                           ? "-"
                           : gp_name_cell(t->job, t->portfolio, sweep->symbols[latest]));
        if (latest == GP_NONE)
            gp_cell(table, "-");
        else
            gp_number_cell(table, row->lives[latest].late_days);
    }
    gp_add_table(t->buffer, table, 0);
    return GP_OK;
}

static void add_verdict(const telling *t)
{
    const char *values[2];
    const char *pattern = gp_sweep_verdict(t->job, t->sweep, t->language, values);
    gp_add_text(t->buffer, "\n");
    gp_add_line(t->buffer, 0, 0, pattern, values);
}

/* ---- by intervention ---- */

static gp_status add_days(const telling *t, uint32_t first, uint32_t end)
{
    const gp_sweep *sweep = t->sweep;
    gp_column columns[1 + BESIDE_MAX] = {
        {.title = gp_say(t->language, "days late", "dagen te laat"), .cut_to = NAME_WIDTH}};
    for (uint32_t i = first; i < end; i++) {
        columns[1 + i - first] = (gp_column){
            .title = gp_sweep_values(t->job, t->sweep, i, gp_say(t->language, "as is", "nu")),
            .is_right = true};
        if (!columns[1 + i - first].title) return gp_no_memory(t->job);
    }
    gp_table *table = gp_new_table(t->job, columns, 1 + end - first);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t k = 0; k < sweep->symbol_count; k++) {
        if (!gp_is_ever_late(sweep, k)) continue;
        gp_cell(table, gp_name_cell(t->job, t->portfolio, sweep->symbols[k]));
        for (uint32_t i = first; i < end; i++) {
            const gp_sweep_live *live = &sweep->rows[i].lives[k];
            if (live->ready == GP_NO_DAY)
                gp_cell(table, "-");
            else
                gp_number_cell(table, live->late_days);
        }
    }
    gp_add_text(t->buffer, "\n");
    gp_add_table(t->buffer, table, 0);
    return GP_OK;
}

/* How many values fit beside each other, by the longest of them. */
static size_t count_beside(const telling *t)
{
    size_t longest = 4, width = gp_page_width(t->buffer);
    for (uint32_t i = 1; i < t->sweep->row_count; i++) {
        const char *text = gp_sweep_values(t->job, t->sweep, i, "");
        size_t size = text ? gp_terminal_width(text) : 0;
        if (size > longest) longest = size;
    }
    size_t beside = width > NAME_WIDTH ? (width - NAME_WIDTH) / (longest + GAP_WIDTH) : 1;
    if (beside == 0) return 1;
    return beside < BESIDE_MAX ? beside : BESIDE_MAX;
}

gp_status gp_text_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                        const gp_write_options *options, gp_output *out)
{
    gp_buffer *buffer = gp_text_start(job, portfolio, options);
    if (!buffer) return gp_no_memory(job);
    const telling t = {job, portfolio, sweep, options->language, buffer};
    GP_TRY(add_rows(&t));
    add_verdict(&t);
    size_t beside = count_beside(&t);
    for (uint32_t i = 0; gp_count_ever_late(sweep) && i < sweep->row_count; i += (uint32_t)beside) {
        uint32_t left = sweep->row_count - i;
        GP_TRY(add_days(&t, i, i + (left < beside ? left : (uint32_t)beside)));
    }
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
