/* SPDX-License-Identifier: MIT
 * `compare --sweep` for a merge request: a row for each value, which of them is enough, and
 * collapsed below it how late each intervention is with each. */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/markdown.h"
#include "io/answers/sweep_words.h"
#include "io/answers/words.h"

#define BESIDE_MAX 8 /* values beside each other */

typedef struct telling {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_sweep *sweep;
    gp_language language;
    gp_buffer *buffer;
} telling;

static void add_plain(const telling *t, const char *english, const char *dutch)
{
    gp_add_text(t->buffer, gp_say(t->language, english, dutch));
}

static void add_cell(const telling *t, const char *text)
{
    gp_add_text(t->buffer, " ");
    gp_add_safe(t->buffer, text);
    gp_add_text(t->buffer, " |");
}

static void add_count(const telling *t, int64_t count)
{
    gp_add_text(t->buffer, " ");
    gp_add_number(t->buffer, count);
    gp_add_text(t->buffer, " |");
}

static void add_row(const telling *t, uint32_t index)
{
    const gp_sweep *sweep = t->sweep;
    const gp_sweep_row *row = &sweep->rows[index];
    uint32_t latest = gp_find_latest(sweep, row);
    gp_add_text(t->buffer, "|");
    for (uint32_t a = 0; a < sweep->axis_count; a++)
        add_cell(t, index ? row->values[a]
                          : (a ? "" : gp_say(t->language, "(as it is)", "(zoals het is)")));
    add_count(t, row->late);
    add_count(t, row->late_days);
    if (latest == GP_NONE) {
        gp_add_text(t->buffer, " – | |\n");
        return;
    }
    add_cell(t, gp_called(t->job, t->portfolio, sweep->symbols[latest]));
    add_count(t, row->lives[latest].late_days);
    gp_add_text(t->buffer, "\n");
}

static void add_rows(const telling *t)
{
    const gp_sweep *sweep = t->sweep;
    uint32_t shown = 0;
    gp_add_text(t->buffer, "|");
    for (uint32_t a = 0; a < sweep->axis_count; a++) add_cell(t, sweep->axes[a].target);
    add_plain(t, " late | days late | the latest | days |",
              " te laat | dagen te laat | het laatst | dagen |");
    gp_add_text(t->buffer, "\n|");
    for (uint32_t a = 0; a < sweep->axis_count; a++) gp_add_text(t->buffer, "---|");
    gp_add_text(t->buffer, "---:|---:|---|---:|\n");
    for (; shown < sweep->row_count && shown < GP_COMMENT_ROWS && !gp_is_comment_full(t->buffer);
         shown++)
        add_row(t, shown);
    gp_add_left(t->buffer, t->language, sweep->row_count - shown, "\n");
}

static void add_verdict(const telling *t)
{
    const char *values[2];
    const char *pattern = gp_sweep_verdict(t->job, t->sweep, t->language, values);
    gp_buffer *safe = gp_new_buffer(t->job);
    if (safe) gp_add_safe(safe, values[0]);
    const char *shown[] = {safe ? gp_buffer_text(safe) : "", values[1]};
    gp_add_text(t->buffer, "\n");
    gp_add_filled(t->buffer, pattern, shown);
    gp_add_text(t->buffer, "\n");
}

/* ---- by intervention ---- */

static void add_days(const telling *t, uint32_t intervention, uint32_t first, uint32_t end)
{
    gp_add_text(t->buffer, "|");
    add_cell(t, gp_called(t->job, t->portfolio, t->sweep->symbols[intervention]));
    for (uint32_t i = first; i < end; i++) {
        const gp_sweep_live *live = &t->sweep->rows[i].lives[intervention];
        if (live->ready == GP_NO_DAY)
            gp_add_text(t->buffer, " – |");
        else
            add_count(t, live->late_days);
    }
    gp_add_text(t->buffer, "\n");
}

static void add_beside(const telling *t, uint32_t first, uint32_t end)
{
    const gp_sweep *sweep = t->sweep;
    const char *as_it_is = gp_say(t->language, "as is", "nu");
    uint32_t left = gp_count_ever_late(sweep), shown = 0;
    if (first) gp_add_text(t->buffer, "\n");
    add_plain(t, "| days late |", "| dagen te laat |");
    for (uint32_t i = first; i < end; i++) add_cell(t, gp_sweep_values(t->job, sweep, i, as_it_is));
    gp_add_text(t->buffer, "\n|---|");
    for (uint32_t i = first; i < end; i++) gp_add_text(t->buffer, "---:|");
    gp_add_text(t->buffer, "\n");
    for (uint32_t k = 0; k < sweep->symbol_count && shown < GP_COMMENT_ROWS; k++) {
        if (gp_is_comment_full(t->buffer)) break;
        if (!gp_is_ever_late(sweep, k)) continue;
        add_days(t, k, first, end);
        shown++;
    }
    gp_add_left(t->buffer, t->language, left - shown, "\n");
}

static void add_interventions(const telling *t)
{
    uint32_t count = gp_count_ever_late(t->sweep), rows = t->sweep->row_count;
    if (count == 0) return;
    gp_open_details(t->buffer, gp_say(t->language, "By intervention", "Per interventie"), count);
    for (uint32_t i = 0; i < rows && !gp_is_comment_full(t->buffer); i += BESIDE_MAX)
        add_beside(t, i, i + BESIDE_MAX < rows ? i + BESIDE_MAX : rows);
    gp_close_details(t->buffer);
}

gp_status gp_markdown_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                            const gp_write_options *options, gp_output *out)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    const telling t = {job, portfolio, sweep, options->language, buffer};
    gp_add_text(buffer, "### ");
    if (portfolio->title[0])
        gp_add_safe(buffer, portfolio->title);
    else
        add_plain(&t, "What each value does", "Wat elke waarde doet");
    gp_add_text(buffer, " (");
    gp_add_day(buffer, portfolio->status_date);
    gp_add_text(buffer, ")\n\n");
    add_rows(&t);
    add_verdict(&t);
    add_interventions(&t);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
