/* SPDX-License-Identifier: MIT
 * `compare --sweep` as text: a row for each value, which of them is enough, and below it how late
 * each intervention is with each value, as many values beside each other as the page has room for.
 */
#include "io/answers/answers.h"
#include "io/answers/called.h"
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

/* "3mo", "3mo, 6mo" of two targets, or that it is the file. */
static const char *values_text(const telling *t, uint32_t index, const char *as_it_is)
{
    const gp_sweep_row *row = &t->sweep->rows[index];
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    if (index == 0) gp_add_text(buffer, as_it_is);
    for (uint32_t a = 0; index && a < t->sweep->axis_count; a++) {
        if (a) gp_add_text(buffer, ", ");
        gp_add_text(buffer, row->values[a]);
    }
    return gp_buffer_text(buffer);
}

/* "planning.round=3mo", as one would type it; of two targets both. */
static const char *setting_text(const telling *t, uint32_t index)
{
    const gp_sweep_row *row = &t->sweep->rows[index];
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    for (uint32_t a = 0; a < t->sweep->axis_count; a++) {
        if (a) gp_add_text(buffer, ", ");
        gp_add_text(buffer, t->sweep->axes[a].target);
        gp_add_text(buffer, "=");
        gp_add_text(buffer, row->values[a]);
    }
    return gp_buffer_text(buffer);
}

/* The intervention that is latest in a row; GP_NONE: none is late. */
static uint32_t find_latest(const gp_sweep *sweep, const gp_sweep_row *row)
{
    uint32_t latest = GP_NONE;
    for (uint32_t i = 0; i < sweep->symbol_count; i++)
        if (row->lives[i].late_days > (latest == GP_NONE ? 0 : row->lives[latest].late_days))
            latest = i;
    return latest;
}

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
        uint32_t latest = find_latest(sweep, row);
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

/* Which value is enough, or helps most. */
static void add_verdict(const telling *t)
{
    const gp_sweep *sweep = t->sweep;
    gp_language language = t->language;
    gp_add_text(t->buffer, "\n");
    if (sweep->first_in_time != GP_NONE) {
        const char *values[] = {setting_text(t, sweep->first_in_time)};
        gp_add_line(t->buffer, 0, 0,
                    gp_say(language, "The first with which everything is in time: {0}",
                           "De eerste waarmee alles op tijd is: {0}"),
                    values);
        return;
    }
    const gp_sweep_row *least = &sweep->rows[sweep->least_late];
    const char *values[] = {setting_text(t, sweep->least_late),
                            gp_number_text(t->job, least->late_days)};
    bool is_better = least->late_days < sweep->rows[0].late_days;
    gp_add_line(t->buffer, 0, 0,
                is_better
                    ? gp_say(language,
                             "With none of them everything is in time. The fewest days late: {0} "
                             "({1} {1|day|days})",
                             "Met geen ervan is alles op tijd. De minste dagen te laat: {0} ({1} "
                             "{1|dag|dagen})")
                    : gp_say(language,
                             "With none of them everything is in time, and none is better "
                             "than the file as it is.",
                             "Met geen ervan is alles op tijd, en geen is beter dan het bestand "
                             "zoals het is."),
                values);
}

/* ---- by intervention ---- */

static bool is_ever_late(const gp_sweep *sweep, uint32_t intervention)
{
    for (uint32_t i = 0; i < sweep->row_count; i++)
        if (sweep->rows[i].lives[intervention].late_days > 0) return true;
    return false;
}

static gp_status add_days(const telling *t, uint32_t first, uint32_t end)
{
    const gp_sweep *sweep = t->sweep;
    gp_column columns[1 + BESIDE_MAX] = {
        {.title = gp_say(t->language, "days late", "dagen te laat"), .cut_to = NAME_WIDTH}};
    for (uint32_t i = first; i < end; i++) {
        columns[1 + i - first] = (gp_column){
            .title = values_text(t, i, gp_say(t->language, "as is", "nu")), .is_right = true};
        if (!columns[1 + i - first].title) return gp_no_memory(t->job);
    }
    gp_table *table = gp_new_table(t->job, columns, 1 + end - first);
    if (!table) return gp_no_memory(t->job);
    for (uint32_t k = 0; k < sweep->symbol_count; k++) {
        if (!is_ever_late(sweep, k)) continue;
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

static uint32_t count_ever_late(const gp_sweep *sweep)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < sweep->symbol_count; i++) count += is_ever_late(sweep, i);
    return count;
}

/* How many values fit beside each other, by the longest of them. */
static size_t count_beside(const telling *t)
{
    size_t longest = 4, width = gp_page_width(t->buffer);
    for (uint32_t i = 1; i < t->sweep->row_count; i++) {
        const char *text = values_text(t, i, "");
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
    for (uint32_t i = 0; count_ever_late(sweep) && i < sweep->row_count; i += (uint32_t)beside) {
        uint32_t left = sweep->row_count - i;
        GP_TRY(add_days(&t, i, i + (left < beside ? left : (uint32_t)beside)));
    }
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
