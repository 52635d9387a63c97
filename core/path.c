/* SPDX-License-Identifier: MIT
 * Why is this date what it is? The drivers are followed back to a root, and told forward again,
 * step by step: release, round, work, cycle, lag. The same telling gives the split of the
 * elapsed days, so the parts add up by construction. */
#include "core/activity.h"
#include "core/path.h"

#include <stdlib.h>

/* One activity being told: time runs from `at`. */
typedef struct telling {
    const gp_schedule *schedule;
    gp_tell *tell;
    void *state;
    uint32_t activity;
    bool to_start; /* it is told up to its start, from where the next one counts */
    gp_day at;
} telling;

/* Reasons that take no time are told only where they carry news of their own. */
static gp_status say(telling *t, gp_cause cause, gp_day to)
{
    bool is_news = cause == GP_CAUSE_RELEASE || cause == GP_CAUSE_STARTED ||
                   cause == GP_CAUSE_READY || cause == GP_CAUSE_UNKNOWN ||
                   cause == GP_CAUSE_NOT_READY || cause == GP_CAUSE_NO_ROUND;
    if (to == t->at && !is_news) return GP_OK;
    gp_reason reason = {.cause = cause,
                        .activity = t->activity,
                        .other = GP_NONE,
                        .requirement = GP_NONE,
                        .from = t->at,
                        .to = to};
    t->at = to;
    return t->tell(t->state, &reason);
}

/* The driver was ready, or started, at t->at; its requirement and lag lead to the arrival. */
static gp_status say_arrival(telling *t, uint32_t arc_index)
{
    const gp_network *network = t->schedule->network;
    const gp_arc *arc = &network->arcs[arc_index];
    gp_reason reason = {.cause = GP_CAUSE_REQUIREMENT,
                        .activity = t->activity,
                        .other = arc->from,
                        .requirement = arc->requirement,
                        .from = t->at,
                        .to = t->at};
    GP_TRY(t->tell(t->state, &reason));
    gp_day arrival = gp_arrival(network, arc, t->at);
    if (arrival == t->at) return GP_OK;
    reason.cause = GP_CAUSE_LAG;
    reason.to = t->at = arrival;
    return t->tell(t->state, &reason);
}

/* From the start of the activity to its ready date. */
static gp_status say_work(telling *t)
{
    const gp_network *network = t->schedule->network;
    const gp_activity *a = &network->activities[t->activity];
    gp_day ready = t->schedule->dates[t->activity].earliest_ready;
    if (a->actual == GP_ACTUAL_READY) return say(t, GP_CAUSE_READY, ready);
    if (a->is_unknown) GP_TRY(say(t, GP_CAUSE_UNKNOWN, t->at));
    GP_TRY(say(t, GP_CAUSE_WORK, gp_work_end(network, t->activity, t->at)));
    return say(t, a->actual == GP_ACTUAL_STARTED ? GP_CAUSE_STATUS : GP_CAUSE_CYCLE, ready);
}

/* Does its own date, before which it may not be ready, fix when its work is done? */
static bool is_held_by_itself(const telling *t, gp_day *until)
{
    const gp_network *network = t->schedule->network;
    const gp_activity *a = &network->activities[t->activity];
    if (!(a->kept & GP_KEEP_NOT_READY_BEFORE)) return false;
    *until = gp_window_of(network, a)->not_ready_before;
    return gp_work_start(network, t->activity, *until) >= a->release;
}

/* What was there first: a requirement, a fact, or a date of its own. is_held: it says when the
 * work may be done, not when it starts. */
static gp_status say_beginning(telling *t, uint32_t arc, bool *is_held)
{
    const gp_network *network = t->schedule->network;
    const gp_activity *a = &network->activities[t->activity];
    gp_day until;
    *is_held = false;
    if (arc != GP_NONE) {
        *is_held = network->arcs[arc].by == GP_BY_READY;
        return say_arrival(t, arc);
    }
    if (a->actual == GP_ACTUAL_STARTED) return say(t, GP_CAUSE_STARTED, a->release);
    *is_held = a->actual == GP_ACTUAL_NONE && is_held_by_itself(t, &until);
    return *is_held ? say(t, GP_CAUSE_NOT_READY, until) : say(t, GP_CAUSE_RELEASE, a->release);
}

static gp_status tell_one(telling *t, uint32_t activity, uint32_t arc)
{
    const gp_dates *dates = &t->schedule->dates[activity];
    bool is_held;
    t->activity = activity;
    GP_TRY(say_beginning(t, arc, &is_held));
    if (dates->is_driven_live && !t->to_start) return say(t, GP_CAUSE_CYCLE, dates->earliest_ready);
    if (is_held) {
        gp_day start = gp_work_start(t->schedule->network, activity, t->at);
        if (start == dates->earliest_start && !t->to_start)
            return say(t, GP_CAUSE_CYCLE, dates->earliest_ready);
        GP_TRY(say(t, GP_CAUSE_BACK, start));
    }
    const gp_activity *a = &t->schedule->network->activities[activity];
    if (a->is_rounded && !a->is_unknown && a->actual == GP_ACTUAL_NONE &&
        !gp_knows_round(a->planning, dates->earliest_start))
        GP_TRY(say(t, GP_CAUSE_NO_ROUND, dates->earliest_start));
    GP_TRY(say(t, GP_CAUSE_ROUND, dates->earliest_start));
    return t->to_start ? GP_OK : say_work(t);
}

/* Follows the drivers back from an activity's ready date. No path is longer than the chains of
 * arcs before its end. */
static gp_status collect_path(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                              gp_path *path)
{
    const gp_arc *all = schedule->network->arcs;
    uint32_t most = schedule->network->layer[activity] + 1, first = most;
    uint32_t *activities = GP_NEW(job, uint32_t, most), *arcs = GP_NEW(job, uint32_t, most);
    if (!activities || !arcs) return gp_no_memory(job);
    bool is_start = false;
    while (activity != GP_NONE) {
        uint32_t arc = gp_arc_into(schedule, activity, is_start);
        activities[--first] = activity;
        arcs[first] = arc;
        activity = arc == GP_NONE ? GP_NONE : all[arc].from;
        is_start = arc != GP_NONE && all[arc].is_from_start;
    }
    *path = (gp_path){.activities = activities + first,
                      .arcs = arcs + first,
                      .count = most - first,
                      .after = GP_NONE};
    return GP_OK;
}

/* The path begins on the status date, or with its first start where that is earlier. */
static gp_status tell_path(const gp_schedule *schedule, const gp_path *path, gp_tell *to,
                           void *state, gp_day *from)
{
    const gp_arc *arcs = schedule->network->arcs;
    telling t = {.schedule = schedule, .tell = to, .state = state};
    *from = t.at = gp_path_from(schedule, path->activities[0]);
    for (uint32_t i = 0; i < path->count; i++) {
        t.to_start = i + 1 < path->count && arcs[path->arcs[i + 1]].is_from_start;
        GP_TRY(tell_one(&t, path->activities[i], path->arcs[i]));
    }
    return GP_OK;
}

static gp_status add_up(void *state, const gp_reason *reason)
{
    gp_elapsed *elapsed = state;
    int32_t days = reason->to - reason->from;
    switch (reason->cause) {
    case GP_CAUSE_RELEASE:
    case GP_CAUSE_NOT_READY:
    case GP_CAUSE_STARTED: elapsed->release_wait += days; break;
    case GP_CAUSE_NO_ROUND:
    case GP_CAUSE_ROUND: elapsed->round_wait += days; break;
    case GP_CAUSE_CYCLE: elapsed->cycle_wait += days; break;
    case GP_CAUSE_LAG: elapsed->lag += days; break;
    case GP_CAUSE_REQUIREMENT: break; /* takes no time itself */
    case GP_CAUSE_WORK:
    case GP_CAUSE_READY:
    case GP_CAUSE_STATUS:
    case GP_CAUSE_BACK:
    case GP_CAUSE_UNKNOWN: elapsed->work += days; break;
    }
    return GP_OK;
}

gp_day gp_path_from(const gp_schedule *schedule, uint32_t root)
{
    gp_day first = schedule->dates[root].earliest_start;
    gp_day status = schedule->network->portfolio->status_date;
    return first < status ? first : status;
}

gp_status gp_tell_step(const gp_schedule *schedule, gp_path_step step, uint32_t arc, gp_tell *tell,
                       void *state, gp_day *at)
{
    telling t = {.schedule = schedule, .tell = tell, .state = state, .to_start = step.to_start};
    t.at = *at;
    gp_status status = tell_one(&t, step.activity, arc);
    *at = t.at;
    return status;
}

void gp_add_elapsed(const gp_schedule *schedule, gp_path_step step, uint32_t arc, gp_day from,
                    gp_elapsed *sum)
{
    gp_tell_step(schedule, step, arc, add_up, sum, &from); /* adding up cannot fail */
}

gp_status gp_trace_path(gp_job *job, const gp_schedule *schedule, uint32_t activity, gp_path *out)
{
    gp_path path = {0};
    GP_TRY(collect_path(job, schedule, activity, &path));
    GP_TRY(tell_path(schedule, &path, add_up, &path.elapsed, &path.elapsed.from));
    path.elapsed.to = schedule->dates[activity].earliest_ready;
    *out = path;
    return GP_OK;
}

typedef struct reason_list {
    gp_job *job;
    gp_array reasons;
} reason_list;

static gp_status keep(void *state, const gp_reason *reason)
{
    reason_list *list = state;
    return gp_push(list->job, &list->reasons, reason, 1) ? GP_OK : gp_no_memory(list->job);
}

gp_status gp_explain_date(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                          gp_reasons *out)
{
    gp_path path = {0};
    gp_day from;
    reason_list *list = GP_NEW(job, reason_list, 1);
    if (!list) return gp_no_memory(job);
    *list = (reason_list){job, {.size = sizeof(gp_reason)}};
    GP_TRY(collect_path(job, schedule, activity, &path));
    GP_TRY(tell_path(schedule, &path, keep, list, &from));
    *out = (gp_reasons){activity, list->reasons.data, (uint32_t)list->reasons.count};
    return GP_OK;
}

/* Walks back over the arcs; topological positions put what was found in order. */
gp_status gp_find_ancestors(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                            const gp_reach_options *options, gp_activities *out)
{
    bool is_chosen_only = options && options->is_chosen_only;
    const gp_network *network = schedule->network;
    uint8_t *is_found = GP_NEW(job, uint8_t, network->activity_count);
    uint32_t *found = GP_NEW(job, uint32_t, network->activity_count);
    if (!is_found || !found) return gp_no_memory(job);
    uint32_t count = 1;
    found[0] = activity;
    is_found[activity] = 1;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t a = network->arc_first[found[i]]; a < network->arc_first[found[i] + 1]; a++) {
            uint32_t from = network->arcs[a].from;
            if (is_found[from] || (is_chosen_only && schedule->is_spare[a])) continue;
            is_found[from] = 1;
            found[count++] = from;
        }
    }
    count = 0;
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (is_found[network->order[i]]) found[count++] = network->order[i];
    *out = (gp_activities){found, count};
    return GP_OK;
}
