/* SPDX-License-Identifier: MIT
 * From a citizen's gap to the decision that comes first: gap, the intervention that can close it
 * first, the capabilities on its critical path, and of all that it waits for the decision with the
 * earliest date. The dates are those that the intervention sets by itself: whoever else waits for
 * the same capability, and presses harder, has a chain of its own. */
#include "core/identify.h"
#include "core/trace_steps.h"

#include <stdlib.h>
#include <string.h>

typedef struct tracer {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    gp_own_dates *own; /* of the intervention that is being followed */
    gp_trace **traced; /* by intervention: a trace that has its steps and decision already */
    gp_step_lists lists;
} tracer;

/* ---- decisions ---- */

/* A step of a capability that is neither done nor under way. */
static gp_decision decision_on(const tracer *t, uint32_t activity)
{
    const gp_activity *a = &t->network->activities[activity];
    gp_decision out = {.kind = GP_DECISION_NONE, .activity = GP_NONE, .by = GP_NO_DAY};
    if (a->kind == GP_KIND_INTERVENTION || t->own->latest_start[activity] == GP_NO_DAY) return out;
    bool is_identified = gp_is_identified(t->network, activity);
    out.kind = is_identified ? GP_DECISION_START : GP_DECISION_IDENTIFY;
    out.activity = activity;
    out.by = t->own->identify_by[activity];
    return out;
}

/* Do these two come in order? Ties go to the smaller id, and then to the lower level. */
static int compare_steps(const gp_network *network, uint32_t left, uint32_t right)
{
    int order = strcmp(gp_activity_id(network, left), gp_activity_id(network, right));
    return order ? order : network->activities[left].level - network->activities[right].level;
}

static bool comes_first(const tracer *t, const gp_decision *a, const gp_decision *b)
{
    if (a->kind == GP_DECISION_NONE || b->kind == GP_DECISION_NONE)
        return b->kind == GP_DECISION_NONE;
    if (a->by != b->by) return a->by < b->by;
    return compare_steps(t->network, a->activity, b->activity) <= 0;
}

static gp_verdict judge_start(const tracer *t, uint32_t activity, gp_day by)
{
    gp_day latest = t->own->latest_start[activity];
    bool is_late = by < t->network->portfolio->status_date ||
                   latest < t->schedule->dates[activity].earliest_start;
    return is_late ? GP_TOO_LATE : GP_IN_TIME;
}

/* Where nothing under it is left to decide, beginning the intervention itself is. */
static gp_decision decide_to_begin(const tracer *t, uint32_t intervention)
{
    gp_day by = t->own->latest_start[intervention];
    if (by == GP_NO_DAY ||
        t->schedule->dates[intervention].earliest_start < t->network->portfolio->status_date)
        return (gp_decision){.kind = GP_DECISION_NONE, .activity = GP_NONE, .by = GP_NO_DAY};
    return (gp_decision){GP_DECISION_START, (uint8_t)judge_start(t, intervention, by), intervention,
                         by};
}

/* The first of all that the intervention waits for. Its own dates have been found. */
static gp_decision first_decision(const tracer *t, uint32_t intervention)
{
    gp_decision first = {.kind = GP_DECISION_NONE, .activity = GP_NONE, .by = GP_NO_DAY};
    for (uint32_t i = 0; i < t->own->count; i++) {
        gp_decision other = decision_on(t, t->own->activities[i]);
        if (!comes_first(t, &first, &other)) first = other;
    }
    if (first.kind == GP_DECISION_NONE) return decide_to_begin(t, intervention);
    first.verdict = first.kind == GP_DECISION_START
                        ? (uint8_t)judge_start(t, first.activity, first.by)
                        : (uint8_t)gp_judge_identify(t->own, intervention, first.activity).verdict;
    return first;
}

/* ---- one gap ---- */

/* What answers a gap is followed once, however many gaps it answers. */
static gp_status follow(tracer *t, gp_trace *traces, uint32_t count)
{
    gp_trace *trace = &traces[count - 1];
    uint32_t activity = t->network->intervention_activity[trace->intervention];
    const gp_dates *dates = &t->schedule->dates[activity];
    gp_trace *before = t->traced[trace->intervention];
    trace->from = dates->earliest_ready;
    trace->not_before = dates->not_before;
    if (before) {
        trace->decision = before->decision;
        return gp_list_steps(&t->lists, traces, count, before);
    }
    gp_find_own_dates(t->own, activity);
    trace->decision = first_decision(t, activity);
    t->traced[trace->intervention] = trace;
    return gp_list_steps(&t->lists, traces, count, NULL);
}

typedef struct other {
    bool is_at_work, is_in_part, not_before;
    gp_day from;
    const char *id;
    uint32_t touch;
} other;

static int soonest_first(const void *left, const void *right)
{
    const other *a = left, *b = right;
    if (a->is_at_work != b->is_at_work) return a->is_at_work ? 1 : -1;
    if (a->is_in_part != b->is_in_part) return a->is_in_part ? 1 : -1;
    if (a->not_before != b->not_before) return a->not_before ? 1 : -1;
    if (a->from != b->from) return a->from < b->from ? -1 : 1;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->touch > b->touch) - (a->touch < b->touch);
}

static gp_status list_others(const tracer *t, const gp_fit *fit, gp_trace *trace)
{
    other others[GP_TOUCHES_MAX];
    uint32_t count = 0;
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        const gp_touch *touch = &fit->touches[i];
        if (touch->effect != GP_EFFECT_ANSWERS || touch->intervention == trace->intervention)
            continue;
        uint32_t activity = t->network->intervention_activity[touch->intervention];
        const gp_dates *dates = &t->schedule->dates[activity];
        others[count++] = (other){touch->is_at_work,
                                  touch->is_in_part,
                                  dates->not_before,
                                  dates->earliest_ready,
                                  gp_activity_id(t->network, activity),
                                  i};
    }
    qsort(others, count, sizeof *others, soonest_first);
    uint32_t *list = GP_NEW(t->job, uint32_t, count);
    if (!list) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < count; i++) list[i] = others[i].touch;
    trace->others = list;
    trace->other_count = count;
    return GP_OK;
}

static gp_closing closing_of(const tracer *t, const gp_fit *fit)
{
    if (fit->first == GP_NONE) return GP_CLOSING_NONE;
    if (fit->is_at_work) return GP_CLOSING_AT_WORK;
    uint32_t activity = t->network->intervention_activity[fit->first];
    const gp_dates *dates = &t->schedule->dates[activity];
    bool is_live =
        !dates->not_before && dates->earliest_ready <= t->network->portfolio->status_date;
    return is_live ? GP_CLOSING_LIVE : GP_CLOSING_PLANNED;
}

/* Does the intervention serve the dimension for contexts that need opposites? */
static bool is_in_conflict(const gp_fits *fits, uint32_t intervention, uint32_t dimension)
{
    for (uint32_t i = fits->aim_first[intervention]; i < fits->aim_first[intervention + 1]; i++)
        if (fits->aims[i].dimension == dimension && fits->aims[i].too_little != GP_NONE)
            return true;
    return false;
}

/* Adds the trace of a fit to those before it. */
static gp_status trace_fit(tracer *t, const gp_fits *fits, uint32_t index, gp_trace *traces,
                           uint32_t *count)
{
    gp_trace *trace = &traces[(*count)++];
    const gp_fit *fit = &fits->fits[index];
    *trace = (gp_trace){.fit = index,
                        .closing = (uint8_t)closing_of(t, fit),
                        .intervention = fit->first,
                        .from = GP_NO_DAY,
                        .decision = {.activity = GP_NONE, .by = GP_NO_DAY}};
    if (fit->first == GP_NONE) return GP_OK;
    trace->is_conflict = is_in_conflict(fits, fit->first, fit->dimension);
    GP_TRY(follow(t, traces, *count));
    return list_others(t, fit, trace);
}

/* ---- the agenda ---- */

typedef struct waiting {
    gp_decision decision;
    uint32_t intervention;
    const char *id;
} waiting;

/* The same decision stands together, the earliest date that anybody sets for it first. */
static int by_activity(const void *left, const void *right)
{
    const waiting *a = left, *b = right;
    if (a->decision.activity != b->decision.activity)
        return a->decision.activity < b->decision.activity ? -1 : 1;
    if (a->decision.by != b->decision.by) return a->decision.by < b->decision.by ? -1 : 1;
    return strcmp(a->id, b->id);
}

static uint32_t list_waiting(const tracer *t, waiting *list)
{
    uint32_t count = 0;
    const gp_portfolio *portfolio = t->network->portfolio;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_trace *trace = t->traced[i];
        if (trace && trace->closing == GP_CLOSING_PLANNED &&
            trace->decision.kind != GP_DECISION_NONE)
            list[count++] =
                (waiting){trace->decision, i, portfolio->ids[portfolio->interventions[i].symbol]};
    }
    if (count) qsort(list, count, sizeof *list, by_activity);
    return count;
}

/* An item while it is sorted, with what breaks ties. */
typedef struct sorted_item {
    gp_agenda_item item;
    const char *id;
    uint8_t level;
} sorted_item;

static int by_date(const void *left, const void *right)
{
    const sorted_item *a = left, *b = right;
    if (a->item.decision.by != b->item.decision.by)
        return a->item.decision.by < b->item.decision.by ? -1 : 1;
    int order = strcmp(a->id, b->id);
    return order ? order : a->level - b->level;
}

static uint32_t group(const tracer *t, const waiting *list, uint32_t count, uint32_t *interventions,
                      sorted_item *items)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t activity = list[i].decision.activity;
        interventions[i] = list[i].intervention;
        if (i == 0 || activity != list[i - 1].decision.activity)
            items[used++] = (sorted_item){{list[i].decision, &interventions[i], 0},
                                          gp_activity_id(t->network, activity),
                                          t->network->activities[activity].level};
        gp_agenda_item *item = &items[used - 1].item;
        item->count++;
        if (list[i].decision.verdict > item->decision.verdict)
            item->decision.verdict = list[i].decision.verdict;
    }
    if (used) qsort(items, used, sizeof *items, by_date);
    return used;
}

static gp_status make_agenda(const tracer *t, gp_traces *out)
{
    uint32_t most = t->network->portfolio->intervention_count;
    waiting *list = GP_NEW(t->job, waiting, most);
    sorted_item *items = GP_NEW(t->job, sorted_item, most);
    gp_agenda_item *agenda = GP_NEW(t->job, gp_agenda_item, most);
    uint32_t *interventions = GP_NEW(t->job, uint32_t, most);
    if (!list || !items || !agenda || !interventions) return gp_no_memory(t->job);
    uint32_t count = group(t, list, list_waiting(t, list), interventions, items);
    for (uint32_t i = 0; i < count; i++) agenda[i] = items[i].item;
    out->agenda = agenda;
    out->agenda_count = count;
    return GP_OK;
}

static gp_status open_lists(tracer *t, const gp_trace_options *options)
{
    bool is_bounded = options && options->tells_shared_once;
    uint64_t most = GP_WHOLE_STEPS + (uint64_t)GP_WHOLE_STEPS_EACH * t->network->activity_count;
    GP_TRY(gp_new_own_dates(t->job, t->schedule, &t->own));
    t->lists = (gp_step_lists){.job = t->job,
                               .own = t->own,
                               .most = is_bounded ? most : UINT64_MAX,
                               .way = {.size = sizeof(uint32_t)},
                               .steps = {.size = sizeof(gp_trace_step)}};
    return GP_OK;
}

gp_status gp_trace_gaps(gp_job *job, const gp_schedule *schedule, gp_traces *out)
{
    return gp_find_traces(job, schedule, NULL, out);
}

gp_status gp_find_traces(gp_job *job, const gp_schedule *schedule, const gp_trace_options *options,
                         gp_traces *out)
{
    const gp_network *network = schedule->network;
    gp_fits *fits = GP_NEW(job, gp_fits, 1);
    tracer *t = GP_NEW(job, tracer, 1);
    if (!fits || !t) return gp_no_memory(job);
    *t = (tracer){.job = job, .schedule = schedule, .network = network};
    t->traced = GP_NEW(job, gp_trace *, network->portfolio->intervention_count);
    if (!t->traced) return gp_no_memory(job);
    GP_TRY(gp_find_fits(job, schedule, fits));
    GP_TRY(open_lists(t, options));
    gp_trace *traces = GP_NEW(job, gp_trace, fits->fit_count);
    if (!traces) return gp_no_memory(job);
    gp_traces made = {.fits = fits, .traces = traces};
    for (uint32_t f = 0; f < fits->fit_count; f++) {
        const gp_fit *fit = &fits->fits[f];
        if (fit->readings[fit->reading_count - 1].gap == GP_MISMATCH_NONE) continue;
        GP_TRY(trace_fit(t, fits, f, traces, &made.count));
    }
    GP_TRY(make_agenda(t, &made));
    *out = made;
    return GP_OK;
}
