/* SPDX-License-Identifier: MIT
 * `compare` as text: first the sentence that matters, then what moved and why, which clashes opened
 * and closed, what of the demand is another, and all edits. */
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/compare_rows.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

#define SHOWN_MAX 20 /* rows of a list, without --all */
#define CAUSES_MAX 5 /* edits below an intervention */

typedef struct telling {
    gp_job *job;
    const gp_comparison *c;
    const gp_write_options *options;
    gp_language language;
    gp_buffer *buffer;
    const gp_portfolio *before, *now;
} telling;

/* What people read of an id: by its name in NEW, or else in OLD. */
static const char *called(const telling *t, const char *id)
{
    uint32_t symbol = gp_find_symbol(t->now, id);
    if (symbol != GP_NONE) return gp_called(t->job, t->now, symbol);
    symbol = gp_find_symbol(t->before, id);
    return symbol == GP_NONE ? id : gp_called(t->job, t->before, symbol);
}

static void add_title(const telling *t, const char *english, const char *dutch)
{
    gp_add_text(t->buffer, "\n");
    gp_add_heading(t->buffer, t->options, gp_say(t->language, english, dutch));
}

/* How many rows of a list are told: all, or where that is too many the first. */
static uint32_t told(const telling *t, uint32_t count)
{
    return t->options->tells_shared_once && count > SHOWN_MAX ? SHOWN_MAX : count;
}

static void tell_rest(const telling *t, uint32_t count, uint32_t shown, size_t indent)
{
    const char *values[] = {gp_number_text(t->job, count - shown)};
    if (count == shown) return;
    gp_add_line(t->buffer, indent, 2,
                gp_say(t->language, "and {0} more: --all shows them", "en nog {0}: --all toont ze"),
                values);
}

/* ---- the first sentence ---- */

static uint32_t count_moved(const telling *t, bool wants_later)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < t->c->live_count; i++) {
        int32_t days = t->c->lives[i].days;
        if (days != GP_NO_DAYS) count += wants_later ? days > 0 : days < 0;
    }
    return count;
}

/* "; 40 days of it by c360.lead_time 6mo -> 8mo". */
static const char *main_cause(const telling *t, const gp_moved_live *live)
{
    gp_buffer *buffer = gp_new_buffer(t->job);
    const gp_edit_share *share = live->because_count ? &live->because[0] : NULL;
    if (!buffer) return NULL;
    if (!share || share->share == 0) return "";
    const char *values[] = {gp_number_text(t->job, share->share < 0 ? -share->share : share->share),
                            gp_edit_text(t->job, &t->c->edits->edits[share->edit], t->language)};
    gp_add_filled(buffer,
                  gp_say(t->language, "; {0} {0|day|days} of it by {1}",
                         "; {0} {0|dag|dagen} daarvan door {1}"),
                  values);
    return gp_buffer_text(buffer);
}

/* "2027-03-01", or "not before 2027-03-01" where it rests on something unknown. */
static const char *ready_text(const telling *t, const gp_schedule *schedule, uint32_t activity,
                              gp_day day)
{
    const char *text = gp_day_text(t->job, day);
    if (activity == GP_NONE || !schedule->dates[activity].not_before) return text;
    gp_buffer *buffer = gp_new_buffer(t->job);
    if (!buffer) return NULL;
    gp_add_text(buffer, gp_say(t->language, "not before ", "niet v\xC3\xB3\xC3\xB3r "));
    gp_add_text(buffer, text);
    return gp_buffer_text(buffer);
}

static const char *old_text(const telling *t, const gp_moved_live *live)
{
    return ready_text(t, t->c->old_schedule, live->old_activity, live->old_ready);
}

static const char *new_text(const telling *t, const gp_moved_live *live)
{
    return ready_text(t, t->c->new_schedule, live->new_activity, live->new_ready);
}

static void add_sentence(const telling *t)
{
    uint32_t later = count_moved(t, true), earlier = count_moved(t, false);
    if (t->c->edits->count == 0) {
        gp_add_line(t->buffer, 0, 2,
                    gp_say(t->language, "Nothing changed.", "Er is niets gewijzigd."), NULL);
        return;
    }
    if (later + earlier == 0) {
        const char *values[] = {gp_number_text(t->job, t->c->edits->count)};
        gp_add_line(t->buffer, 0, 2,
                    gp_say(t->language, "{0} {0|edit|edits}, and no intervention moved.",
                           "{0} {0|wijziging|wijzigingen}, en geen interventie verschoof."),
                    values);
        return;
    }
    const gp_moved_live *live = &t->c->lives[later ? 0 : earlier - 1];
    const char *values[] = {called(t, live->id), gp_moved_text(t->job, live->days, t->language),
                            old_text(t, live), new_text(t, live), main_cause(t, live)};
    gp_add_line(
        t->buffer, 0, 2,
        gp_say(t->language, "{0} is live {1}: {2} -> {3}{4}.", "{0} is {1} live: {2} -> {3}{4}."),
        values);
    const char *counts[] = {gp_number_text(t->job, later), gp_number_text(t->job, earlier),
                            gp_number_text(t->job, t->c->opened.count),
                            gp_number_text(t->job, t->c->closed.count),
                            gp_number_text(t->job, t->c->edits->count)};
    gp_add_line(
        t->buffer, 0, 2,
        gp_say(t->language,
               "{4} {4|edit|edits}: {0} {0|intervention|interventions} later, {1} earlier; {2} "
               "{2|clash|clashes} opened, {3} closed.",
               "{4} {4|wijziging|wijzigingen}: {0} {0|interventie|interventies} later, {1} "
               "eerder; {2} {2|botsing|botsingen} erbij, {3} opgelost."),
        counts);
}

/* ---- what moved ---- */

static const char *lateness(const telling *t, int32_t days)
{
    if (days == GP_NO_DAYS) return "-";
    return days > 0 ? gp_number_text(t->job, days) : gp_say(t->language, "in time", "op tijd");
}

static void add_causes(const telling *t, const gp_moved_live *live)
{
    uint32_t shown = 0, left = 0;
    for (uint32_t i = 0; i < live->because_count; i++) {
        const gp_edit_share *share = &live->because[i];
        bool is_follower = share->group != GP_NONE && share->group != share->edit;
        if (share->share == 0 && share->alone == 0 && share->without == 0) continue;
        if (t->options->tells_shared_once && shown == CAUSES_MAX) {
            left++;
            continue;
        }
        shown++;
        gp_buffer *days = gp_new_buffer(t->job);
        if (!days) return;
        if (share->share > 0) gp_add_text(days, "+");
        gp_add_number(days, share->share);
        const char *values[] = {
            gp_buffer_text(days),
            gp_edit_text(t->job, &t->c->edits->edits[share->edit], t->language)};
        gp_add_line(t->buffer, 4, 6,
                    is_follower
                        ? gp_say(t->language, "(together with the one above) {1}",
                                 "(samen met die hierboven) {1}")
                        : gp_say(t->language, "{0} {0|day|days}: {1}", "{0} {0|dag|dagen}: {1}"),
                    values);
    }
    tell_rest(t, shown + left, shown, 4);
    if (live->is_estimated)
        gp_add_line(t->buffer, 4, 6,
                    gp_say(t->language, "(estimated over 200 orders of the edits)",
                           "(geschat over 200 volgordes van de wijzigingen)"),
                    NULL);
}

static void add_live(const telling *t, const gp_moved_live *live)
{
    bool is_new = live->old_activity == GP_NONE, is_gone = live->new_activity == GP_NONE;
    const char *values[] = {called(t, live->id),
                            is_new || is_gone ? "" : gp_moved_text(t->job, live->days, t->language),
                            old_text(t, live),
                            new_text(t, live),
                            lateness(t, live->old_late_days),
                            lateness(t, live->new_late_days)};
    const char *pattern =
        is_new    ? gp_say(t->language, "{0}: new, live on {3}", "{0}: nieuw, live op {3}")
        : is_gone ? gp_say(t->language, "{0}: gone, was live on {2}", "{0}: weg, was live op {2}")
                  : gp_say(t->language, "{0}: {1}, {2} -> {3}; days late: {4} -> {5}",
                           "{0}: {1}, {2} -> {3}; dagen te laat: {4} -> {5}");
    gp_add_line(t->buffer, 2, 4, pattern, values);
    add_causes(t, live);
    if (live->is_path_moved)
        gp_add_line(t->buffer, 4, 6,
                    gp_say(t->language, "its critical path is another one",
                           "het kritieke pad is een ander"),
                    NULL);
}

static bool is_told(const telling *t, const gp_moved_live *live)
{
    return live->days != 0 && gp_shows_live(t->c, live, t->options->filter);
}

static void add_lives(const telling *t)
{
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < t->c->live_count; i++) count += is_told(t, &t->c->lives[i]);
    if (count == 0) return;
    add_title(t, "What moved, and why", "Wat verschoof, en waardoor");
    for (uint32_t i = 0; i < t->c->live_count && shown < told(t, count); i++) {
        if (!is_told(t, &t->c->lives[i])) continue;
        add_live(t, &t->c->lives[i]);
        shown++;
    }
    tell_rest(t, count, shown, 2);
}

/* ---- steps ---- */

/* "2026-10-01", and where that moved by how many days: "2026-10-01 (+365)". */
static const char *identify_cell(const telling *t, const gp_moved_step *step)
{
    char date[GP_DATE_SIZE];
    bool has_both = step->old_identify_by != GP_NO_DAY && step->new_identify_by != GP_NO_DAY;
    if (step->new_identify_by == GP_NO_DAY) return "-";
    gp_format_date(step->new_identify_by, date);
    gp_buffer *text = gp_new_buffer(t->job);
    if (!text) return "";
    gp_add_text(text, date);
    int32_t days = has_both ? step->new_identify_by - step->old_identify_by : 0;
    if (days) {
        gp_add_text(text, days > 0 ? " (+" : " (");
        gp_add_number(text, days);
        gp_add_text(text, ")");
    }
    return gp_buffer_text(text);
}

static gp_status add_steps(const telling *t)
{
    const gp_column columns[] = {
        {.title = gp_say(t->language, "capability", "capability"), .cut_to = 16},
        {.title = gp_say(t->language, "step", "stap")},
        {.title = gp_say(t->language, "was ready", "was klaar")},
        {.title = gp_say(t->language, "ready", "klaar")},
        {.title = gp_say(t->language, "days", "dagen"), .is_right = true},
        {.title = gp_say(t->language, "identify by", "identificeren"), .drop = 1},
    };
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < t->c->step_count; i++)
        count += gp_shows_step(t->c, &t->c->steps[i], t->options->filter);
    if (count == 0) return GP_OK;
    gp_table *table = gp_new_table(t->job, columns, sizeof columns / sizeof *columns);
    if (!table) return gp_no_memory(t->job);
    add_title(t, "Steps that moved", "Stappen die verschoven");
    for (uint32_t i = 0; i < t->c->step_count && shown < told(t, count); i++) {
        const gp_moved_step *step = &t->c->steps[i];
        const gp_portfolio *in = step->new_activity == GP_NONE ? t->before : t->now;
        uint32_t symbol = gp_find_symbol(in, step->id);
        if (!gp_shows_step(t->c, step, t->options->filter)) continue;
        gp_cell(table, symbol == GP_NONE ? step->id : gp_name_cell(t->job, in, symbol));
        gp_number_cell(table, step->level);
        gp_day_cell(table, step->old_ready);
        gp_day_cell(table, step->new_ready);
        gp_days_cell(table, step->days);
        gp_cell(table, identify_cell(t, step));
        shown++;
    }
    gp_add_table(t->buffer, table, 2);
    tell_rest(t, count, shown, 2);
    return GP_OK;
}

/* ---- demand and edits ---- */

static void add_ids(const telling *t, gp_id_list list, const char *english, const char *dutch)
{
    uint32_t shown = told(t, list.count);
    gp_buffer *names = gp_new_buffer(t->job);
    if (list.count == 0 || !names) return;
    for (uint32_t i = 0; i < shown; i++) {
        if (i) gp_add_text(names, ", ");
        gp_add_made(names, called(t, list.ids[i]));
    }
    const char *values[] = {gp_buffer_text(names)};
    gp_add_line(t->buffer, 2, 4, gp_say(t->language, english, dutch), values);
    tell_rest(t, list.count, shown, 4);
}

static void add_demand(const telling *t)
{
    const gp_comparison *c = t->c;
    if (c->opened.count + c->closed.count + c->missing.count + c->found.count + c->unfounded.count +
            c->asked.count ==
        0)
        return;
    add_title(t, "Clashes and demand", "Botsingen en vraag");
    add_ids(t, c->opened, "late now, and was not: {0}", "nu te laat, en was dat niet: {0}");
    add_ids(t, c->closed, "in time again: {0}", "weer op tijd: {0}");
    add_ids(t, c->missing, "newly missing: {0}", "ontbreekt nu: {0}");
    add_ids(t, c->found, "no longer missing: {0}", "ontbreekt niet meer: {0}");
    add_ids(t, c->unfounded, "newly unfounded: {0}", "nu ongegrond: {0}");
    add_ids(t, c->asked, "no longer unfounded: {0}", "niet meer ongegrond: {0}");
}

static void add_edits(const telling *t)
{
    uint32_t count = t->c->edits->count, shown = told(t, count);
    if (count == 0) return;
    add_title(t, "Edits", "Wijzigingen");
    for (uint32_t i = 0; i < shown; i++) {
        const char *values[] = {gp_edit_text(t->job, &t->c->edits->edits[i], t->language)};
        gp_add_line(t->buffer, 2, 4, "{0}", values);
    }
    tell_rest(t, count, shown, 2);
}

gp_status gp_text_compare(gp_job *job, const gp_comparison *comparison,
                          const gp_write_options *options, gp_output *out)
{
    telling t = {.job = job,
                 .c = comparison,
                 .options = options,
                 .language = options->language,
                 .before = comparison->old_schedule->network->portfolio,
                 .now = comparison->new_schedule->network->portfolio};
    t.buffer = gp_text_start(job, t.now, options);
    if (!t.buffer) return gp_no_memory(job);
    const char *values[] = {gp_day_text(job, t.before->status_date)};
    if (t.before->status_date != t.now->status_date)
        gp_add_line(t.buffer, 0, 2,
                    gp_say(t.language, "against the version of {0}", "tegenover de versie van {0}"),
                    values);
    add_sentence(&t);
    add_lives(&t);
    GP_TRY(add_steps(&t));
    add_demand(&t);
    add_edits(&t);
    return gp_finish_buffer(t.buffer, &out->text, &out->size);
}
