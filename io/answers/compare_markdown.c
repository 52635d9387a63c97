/* SPDX-License-Identifier: MIT
 * `compare` for a merge request: a table of what moved and why, the rest collapsed below it. */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/compare_rows.h"
#include "io/answers/markdown.h"
#include "io/answers/words.h"

#define CAUSES_MAX 3 /* edits beside an intervention */

typedef struct telling {
    gp_job *job;
    const gp_comparison *c;
    const gp_write_options *options;
    gp_language language;
    gp_buffer *buffer;
    const gp_portfolio *before, *now;
} telling;

static void add_plain(const telling *t, const char *english, const char *dutch)
{
    gp_add_text(t->buffer, gp_say(t->language, english, dutch));
}

static const char *called(const telling *t, const char *id)
{
    uint32_t symbol = gp_find_symbol(t->now, id);
    if (symbol != GP_NONE) return gp_called(t->job, t->now, symbol);
    symbol = gp_find_symbol(t->before, id);
    return symbol == GP_NONE ? id : gp_called(t->job, t->before, symbol);
}

/* ---- the table ---- */

static void add_causes(const telling *t, const gp_moved_live *live)
{
    uint32_t shown = 0;
    for (uint32_t i = 0; i < live->because_count && shown < CAUSES_MAX; i++) {
        const gp_edit_share *share = &live->because[i];
        if (share->share == 0) continue;
        if (shown++) gp_add_text(t->buffer, "<br>");
        gp_add_text(t->buffer, share->share > 0 ? "+" : "−");
        gp_add_number(t->buffer, share->share < 0 ? -share->share : share->share);
        gp_add_text(t->buffer, " d: ");
        gp_add_safe(t->buffer, gp_edit_text(t->job, &t->c->edits->edits[share->edit], t->language));
    }
}

static void add_day(const telling *t, gp_day day)
{
    if (day == GP_NO_DAY)
        gp_add_text(t->buffer, "–");
    else
        gp_add_day(t->buffer, day);
}

static void add_ready(const telling *t, const gp_schedule *schedule, uint32_t activity, gp_day day)
{
    if (activity != GP_NONE && schedule->dates[activity].not_before)
        add_plain(t, "not before ", "niet v\xC3\xB3\xC3\xB3r ");
    add_day(t, day);
}

static void add_row(const telling *t, const gp_moved_live *live)
{
    gp_add_text(t->buffer, "| ");
    gp_add_safe(t->buffer, called(t, live->id));
    gp_add_text(t->buffer, " | ");
    add_ready(t, t->c->old_schedule, live->old_activity, live->old_ready);
    gp_add_text(t->buffer, " | ");
    add_ready(t, t->c->new_schedule, live->new_activity, live->new_ready);
    gp_add_text(t->buffer, " | ");
    if (live->days == GP_NO_DAYS)
        add_plain(t, live->old_activity == GP_NONE ? "new" : "gone",
                  live->old_activity == GP_NONE ? "nieuw" : "weg");
    else
        gp_add_safe(t->buffer, gp_moved_text(t->job, live->days, t->language));
    gp_add_text(t->buffer, " | ");
    if (live->new_late_days > 0) {
        const char *values[] = {gp_number_text(t->job, live->new_late_days)};
        gp_add_filled(
            t->buffer,
            gp_say(t->language, "**{0} {0|day|days} late**", "**{0} {0|dag|dagen} te laat**"),
            values);
    } else if (live->new_activity != GP_NONE) {
        add_plain(t, "in time", "op tijd");
    }
    gp_add_text(t->buffer, " | ");
    add_causes(t, live);
    gp_add_text(t->buffer, " |\n");
}

static bool is_told(const telling *t, const gp_moved_live *live)
{
    return live->days != 0 && gp_shows_live(t->c, live, t->options->filter);
}

static void add_table(const telling *t)
{
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < t->c->live_count; i++) count += is_told(t, &t->c->lives[i]);
    if (count == 0) {
        add_plain(t, "No intervention moved.\n", "Geen interventie verschoof.\n");
        return;
    }
    add_plain(
        t, "| intervention | was live | is live | moved | now | why |\n|---|---|---|---|---|---|\n",
        "| interventie | was live | is live | verschoof | nu | waardoor "
        "|\n|---|---|---|---|---|---|\n");
    for (uint32_t i = 0;
         i < t->c->live_count && shown < GP_COMMENT_ROWS && !gp_is_comment_full(t->buffer); i++) {
        if (!is_told(t, &t->c->lives[i])) continue;
        add_row(t, &t->c->lives[i]);
        shown++;
    }
    gp_add_left(t->buffer, t->language, count - shown, "\n");
}

/* ---- what is collapsed ---- */

static void add_edits(const telling *t)
{
    uint32_t count = t->c->edits->count, shown = 0;
    if (count == 0) return;
    gp_open_details(t->buffer, gp_say(t->language, "Edits", "Wijzigingen"), count);
    for (; shown < count && shown < GP_COMMENT_ROWS && !gp_is_comment_full(t->buffer); shown++) {
        gp_add_text(t->buffer, "- ");
        gp_add_safe(t->buffer, gp_edit_text(t->job, &t->c->edits->edits[shown], t->language));
        gp_add_text(t->buffer, "\n");
    }
    gp_add_left(t->buffer, t->language, count - shown, "- ");
    gp_close_details(t->buffer);
}

/* And what it was, where that is another day. */
static void add_identify_by(const telling *t, const gp_moved_step *step)
{
    bool has_both = step->old_identify_by != GP_NO_DAY && step->new_identify_by != GP_NO_DAY;
    add_day(t, step->new_identify_by);
    if (!has_both || step->old_identify_by == step->new_identify_by) return;
    add_plain(t, " (was ", " (was ");
    add_day(t, step->old_identify_by);
    gp_add_text(t->buffer, ")");
}

static void add_steps(const telling *t)
{
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < t->c->step_count; i++)
        count += gp_shows_step(t->c, &t->c->steps[i], t->options->filter);
    if (count == 0) return;
    gp_open_details(t->buffer, gp_say(t->language, "Steps that moved", "Stappen die verschoven"),
                    count);
    add_plain(t, "| capability | step | was ready | ready | identify by |\n|---|---|---|---|---|\n",
              "| capability | stap | was klaar | klaar | identificeren |\n|---|---|---|---|---|\n");
    for (uint32_t i = 0;
         i < t->c->step_count && shown < GP_COMMENT_ROWS && !gp_is_comment_full(t->buffer); i++) {
        const gp_moved_step *step = &t->c->steps[i];
        if (!gp_shows_step(t->c, step, t->options->filter)) continue;
        gp_add_text(t->buffer, "| ");
        gp_add_safe(t->buffer, called(t, step->id));
        gp_add_text(t->buffer, " | ");
        gp_add_number(t->buffer, step->level);
        gp_add_text(t->buffer, " | ");
        add_day(t, step->old_ready);
        gp_add_text(t->buffer, " | ");
        add_day(t, step->new_ready);
        gp_add_text(t->buffer, " | ");
        add_identify_by(t, step);
        gp_add_text(t->buffer, " |\n");
        shown++;
    }
    gp_add_left(t->buffer, t->language, count - shown, "\n");
    gp_close_details(t->buffer);
}

static void add_ids(const telling *t, gp_id_list list, const char *english, const char *dutch)
{
    uint32_t shown = 0;
    if (list.count == 0) return;
    gp_add_text(t->buffer, "- ");
    add_plain(t, english, dutch);
    for (; shown < list.count && shown < GP_COMMENT_ROWS && !gp_is_comment_full(t->buffer);
         shown++) {
        gp_add_text(t->buffer, shown ? ", " : " ");
        gp_add_safe(t->buffer, called(t, list.ids[shown]));
    }
    if (shown < list.count) {
        gp_add_text(t->buffer, ", … (");
        gp_add_number(t->buffer, list.count - shown);
        gp_add_text(t->buffer, ")");
    }
    gp_add_text(t->buffer, "\n");
}

static void add_demand(const telling *t)
{
    const gp_comparison *c = t->c;
    gp_add_text(t->buffer, "\n");
    add_ids(t, c->opened, "late now, and was not:", "nu te laat, en was dat niet:");
    add_ids(t, c->closed, "in time again:", "weer op tijd:");
    add_ids(t, c->missing, "newly missing:", "ontbreekt nu:");
    add_ids(t, c->found, "no longer missing:", "ontbreekt niet meer:");
    add_ids(t, c->unfounded, "newly unfounded:", "nu ongegrond:");
    add_ids(t, c->asked, "no longer unfounded:", "niet meer ongegrond:");
}

gp_status gp_markdown_compare(gp_job *job, const gp_comparison *comparison,
                              const gp_write_options *options, gp_output *out)
{
    telling t = {.job = job,
                 .c = comparison,
                 .options = options,
                 .language = options->language,
                 .buffer = gp_new_buffer(job),
                 .before = comparison->old_schedule->network->portfolio,
                 .now = comparison->new_schedule->network->portfolio};
    if (!t.buffer) return gp_no_memory(job);
    gp_add_text(t.buffer, "### ");
    if (t.now->title[0])
        gp_add_safe(t.buffer, t.now->title);
    else
        add_plain(&t, "What moved", "Wat verschoof");
    gp_add_text(t.buffer, " (");
    if (t.before->status_date != t.now->status_date) {
        gp_add_day(t.buffer, t.before->status_date);
        gp_add_text(t.buffer, " → ");
    }
    gp_add_day(t.buffer, t.now->status_date);
    gp_add_text(t.buffer, ")\n\n");
    add_table(&t);
    add_demand(&t);
    add_edits(&t);
    add_steps(&t);
    return gp_finish_buffer(t.buffer, &out->text, &out->size);
}
