/* SPDX-License-Identifier: MIT
 * `path` as text: one intervention, all it rests on, its critical path step by step with where the
 * days go, and the chains that come next. The days of a step are summed from the reasons for its
 * date, so that the rows add up to the elapsed time exactly. */
#include "io/answers/called.h"
#include "io/answers/steps.h"
#include "io/answers/activity.h"
#include "io/answers/words.h"

/* Days of one step of a path, by what they went to. */
typedef struct share {
    gp_day from, to;
    int32_t work, round, cycle, lag, release;
} share;

/* {1}: the day. */
static const char *ready_pattern(const gp_activity *subject, const gp_dates *dates,
                                 gp_language language)
{
    bool is_live = subject->kind == GP_KIND_INTERVENTION;
    if (dates->not_before && is_live)
        return gp_say(language, "Live not before {1}, and perhaps later.",
                      "Niet live vóór {1}, en misschien later.");
    if (dates->not_before)
        return gp_say(language, "Ready not before {1}, and perhaps later.",
                      "Niet klaar vóór {1}, en misschien later.");
    if (is_live)
        return gp_say(language, "Live on {1} at the earliest.", "Op zijn vroegst live op {1}.");
    return gp_say(language, "Ready on {1} at the earliest.", "Op zijn vroegst klaar op {1}.");
}

static void add_head(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule, uint32_t activity,
                     gp_language language)
{
    const gp_network *network = schedule->network;
    const gp_activity *subject = &network->activities[activity];
    const gp_dates *dates = &schedule->dates[activity];
    gp_day needed_by = GP_NO_DAY;
    if (subject->kind == GP_KIND_INTERVENTION)
        needed_by = network->portfolio->interventions[subject->item].needed_by;
    int32_t late = gp_late_days(schedule, activity);
    const char *values[] = {gp_called(job, network->portfolio, subject->symbol),
                            gp_day_text(job, dates->earliest_ready), gp_day_text(job, needed_by),
                            gp_number_text(job, late),
                            gp_number_text(job, gp_late_cycles(schedule, activity))};
    gp_add_line(buffer, 0, 2, "{0}", values);
    gp_add_line(buffer, 0, 0, ready_pattern(subject, dates, language), values);
    if (needed_by == GP_NO_DAY) return;
    gp_add_line(buffer, 0, 0,
                late ? gp_say(language,
                              "Needed by {2}: {3} {3|day|days} ({4} {4|cycle|cycles}) late.",
                              "Nodig op {2}: {3} {3|dag|dagen} ({4} {4|cyclus|cycli}) te laat.")
                     : gp_say(language, "Needed by {2}: in time.", "Nodig op {2}: op tijd."),
                values);
}

static gp_status add_ancestors(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                               const gp_activities *ancestors, gp_language language)
{
    gp_table *table = gp_new_activity_table(job, language);
    const uint32_t *order = gp_plan_order(job, schedule->network);
    bool has_odd = false;
    if (!table || !order) return gp_no_memory(job);
    for (uint32_t i = 0; i < ancestors->count; i++)
        has_odd |= gp_activity_row(job, table, schedule, ancestors->activities[i], order, language);
    gp_add_text(buffer, gp_say(language, "\nIt rests on\n", "\nDit steunt op\n"));
    gp_add_activities(buffer, table, has_odd, 2, language);
    return GP_OK;
}

static void count_reason(share *to, const gp_reason *reason)
{
    int32_t days = reason->to - reason->from;
    switch (reason->cause) {
    case GP_CAUSE_WORK:
    case GP_CAUSE_BACK:
    case GP_CAUSE_STATUS: to->work += days; break;
    case GP_CAUSE_NO_ROUND:
    case GP_CAUSE_ROUND: to->round += days; break;
    case GP_CAUSE_CYCLE: to->cycle += days; break;
    case GP_CAUSE_LAG: to->lag += days; break;
    case GP_CAUSE_RELEASE:
    case GP_CAUSE_NOT_READY:
    case GP_CAUSE_STARTED:
    case GP_CAUSE_READY:
    case GP_CAUSE_REQUIREMENT:
    case GP_CAUSE_UNKNOWN: to->release += days; break;
    }
    to->to = reason->to;
}

static gp_table *new_share_table(gp_job *job, gp_language language)
{
    const gp_column columns[] = {
        {.title = gp_say(language, "step", "stap"), .cut_to = 20},
        {.title = gp_say(language, "from", "van"), .drop = 1},
        {.title = gp_say(language, "ready", "klaar")},
        {.title = gp_say(language, "work", "werk"), .is_right = true},
        {.title = gp_say(language, "round", "ronde"), .is_right = true},
        {.title = gp_say(language, "cycle", "cyclus"), .is_right = true},
        {.title = gp_say(language, "lag", "na eis"), .is_right = true},
        {.title = gp_say(language, "release", "vrijgave"),
         .is_right = true,
         .brief = gp_say(language, "rel.", "vrij")},
    };
    return gp_new_table(job, columns, sizeof columns / sizeof *columns);
}

static void add_share(gp_table *table, const char *step, const share *row)
{
    const int32_t parts[] = {row->work, row->round, row->cycle, row->lag, row->release};
    gp_cell(table, step);
    gp_day_cell(table, row->from);
    gp_day_cell(table, row->to);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i])
            gp_number_cell(table, parts[i]);
        else
            gp_cell(table, "");
}

static void add_total(gp_table *table, const gp_elapsed *elapsed, gp_language language)
{
    const share total = {elapsed->from,        elapsed->to,         elapsed->work,
                         elapsed->round_wait,  elapsed->cycle_wait, elapsed->lag,
                         elapsed->release_wait};
    add_share(table, gp_say(language, "= total", "= totaal"), &total);
}

static gp_status add_shares(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                            const gp_path_answer *path, gp_language language)
{
    const gp_reasons *reasons = &path->reasons;
    const gp_elapsed *elapsed = &path->path.elapsed;
    gp_table *table = new_share_table(job, language);
    if (!table) return gp_no_memory(job);
    for (uint32_t i = 0; i < reasons->count;) {
        uint32_t step = reasons->reasons[i].activity;
        share row = {.from = reasons->reasons[i].from};
        for (; i < reasons->count && reasons->reasons[i].activity == step; i++)
            count_reason(&row, &reasons->reasons[i]);
        add_share(table, gp_short_step_text(job, schedule->network, step), &row);
    }
    add_total(table, elapsed, language);
    const char *values[] = {gp_day_text(job, elapsed->from), gp_day_text(job, elapsed->to),
                            gp_number_text(job, elapsed->to - elapsed->from),
                            gp_elapsed_text(job, elapsed, language)};
    gp_add_text(buffer, "\n");
    gp_add_line(buffer, 0, 2,
                gp_say(language, "Critical path, {2} {2|day|days} from {0} to {1}: {3}",
                       "Kritieke pad, {2} {2|dag|dagen} van {0} tot {1}: {3}"),
                values);
    gp_add_table(buffer, table, 2);
    return GP_OK;
}

static void add_chains(gp_job *job, gp_buffer *buffer, const gp_network *network,
                       const gp_chains *chains, const gp_write_options *options)
{
    gp_language language = options->language;
    if (chains->count == 0) return;
    gp_add_text(buffer, gp_say(language, "\nNext-longest chains\n", "\nDe volgende ketens\n"));
    for (uint32_t i = 0; i < chains->count; i++) {
        const gp_chain *chain = &chains->chains[i];
        const char *values[] = {
            gp_day_text(job, chain->ready), gp_number_text(job, chain->behind_days),
            gp_chain_text(job, network, chain->activities, chain->count, options)};
        gp_add_line(buffer, 2, 2,
                    gp_say(language, "{0}, {1} {1|day|days} earlier: {2}",
                           "{0}, {1} {1|dag|dagen} eerder: {2}"),
                    values);
    }
}

gp_status gp_text_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                       const gp_write_options *options, gp_output *out)
{
    gp_language language = options->language;
    gp_buffer *buffer = gp_text_start(job, schedule->network->portfolio, options);
    if (!buffer) return gp_no_memory(job);
    add_head(job, buffer, schedule, path->activity, language);
    GP_TRY(add_ancestors(job, buffer, schedule, &path->ancestors, language));
    GP_TRY(add_shares(job, buffer, schedule, path, language));
    add_chains(job, buffer, schedule->network, &path->chains, options);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
