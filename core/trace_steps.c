/* SPDX-License-Identifier: MIT
 * Which steps does a trace list? Those that fix the date of its intervention, and those on the way
 * to the decision that comes first, in the order of the plan. A thousand interventions over one
 * chain would list it a thousand times: beyond a bound each step is told by the first trace that
 * has it. */
#include "core/trace_steps.h"
#include "core/identify.h"

#include <string.h>

static bool is_capability(const gp_network *network, uint32_t activity)
{
    return network->activities[activity].kind != GP_KIND_INTERVENTION;
}

/* The way from the decision that comes first up to its intervention, which is left out. */
static gp_status find_way_up(gp_step_lists *lists, uint32_t from, uint32_t intervention)
{
    lists->way.count = 0;
    for (uint32_t at = from; at != GP_NONE && at != intervention; at = lists->own->waiting[at])
        if (!gp_push(lists->job, &lists->way, &at, 1)) return gp_no_memory(lists->job);
    return GP_OK;
}

static gp_status add_step(gp_step_lists *lists, uint32_t intervention, uint32_t activity,
                          bool is_critical, gp_trace *trace)
{
    gp_own_dates *own = lists->own;
    const gp_network *network = own->schedule->network;
    if (!is_capability(network, activity)) return GP_OK;
    if (lists->is_told && lists->is_told[activity]) {
        trace->told_before++;
        return GP_OK;
    }
    if (lists->is_told) lists->is_told[activity] = 1;
    gp_identify judged = gp_judge_identify(own, intervention, activity);
    gp_trace_step step = {.activity = activity,
                          .is_critical = is_critical,
                          .identify_by = judged.identify_by,
                          .is_identified = gp_is_identified(network, activity),
                          .verdict = (uint8_t)judged.verdict};
    return gp_push(lists->job, &lists->steps, &step, 1) ? GP_OK : gp_no_memory(lists->job);
}

/* Merges the critical path and the way up, which both follow the plan. */
static gp_status merge(gp_step_lists *lists, uint32_t intervention, const gp_path *path,
                       gp_trace *trace)
{
    const uint32_t *way = lists->way.data, *rank = lists->own->rank;
    uint32_t count = (uint32_t)lists->way.count, w = 0, i = 0;
    while (w < count || i < path->count) {
        bool takes_way =
            i == path->count || (w < count && rank[way[w]] < rank[path->activities[i]]);
        uint32_t activity = takes_way ? way[w] : path->activities[i];
        if (w < count && activity == way[w]) w++;
        if (!takes_way) i++;
        GP_TRY(add_step(lists, intervention, activity, !takes_way, trace));
    }
    return GP_OK;
}

static gp_status list_whole(gp_step_lists *lists, gp_trace *trace)
{
    const gp_schedule *schedule = lists->own->schedule;
    uint32_t intervention = schedule->network->intervention_activity[trace->intervention];
    gp_job *scratch = gp_job_new(); /* paths together may be the square of the plan */
    gp_path path;
    gp_status status = GP_NO_MEMORY;
    lists->steps.count = 0;
    if (scratch && gp_trace_path(scratch, schedule, intervention, &path) == GP_OK)
        status = find_way_up(lists, trace->decision.activity, intervention);
    if (status == GP_OK) status = merge(lists, intervention, &path, trace);
    gp_job_free(scratch);
    uint32_t count = (uint32_t)lists->steps.count;
    gp_trace_step *steps = GP_NEW(lists->job, gp_trace_step, count);
    if (status != GP_OK || !steps) return gp_no_memory(lists->job);
    if (count) memcpy(steps, lists->steps.data, count * sizeof *steps);
    trace->steps = steps;
    trace->step_count = count;
    return GP_OK;
}

/* Cuts the lists that are there already down to what none before them has. */
static gp_status tell_once(gp_step_lists *lists, gp_trace *traces, uint32_t count)
{
    lists->is_told = GP_NEW(lists->job, uint8_t, lists->own->schedule->network->activity_count);
    if (!lists->is_told) return gp_no_memory(lists->job);
    for (uint32_t i = 0; i < count; i++) {
        gp_trace *trace = &traces[i];
        gp_trace_step *kept = GP_NEW(lists->job, gp_trace_step, trace->step_count);
        uint32_t kept_count = 0;
        if (!kept) return gp_no_memory(lists->job);
        for (uint32_t k = 0; k < trace->step_count; k++) {
            uint8_t *is_told = &lists->is_told[trace->steps[k].activity];
            if (!*is_told) kept[kept_count++] = trace->steps[k];
            *is_told = 1;
        }
        trace->told_before = trace->step_count - kept_count;
        trace->steps = kept;
        trace->step_count = kept_count;
    }
    return GP_OK;
}

gp_status gp_list_steps(gp_step_lists *lists, gp_trace *traces, uint32_t count,
                        const gp_trace *before)
{
    gp_trace *trace = &traces[count - 1];
    if (!before) {
        GP_TRY(list_whole(lists, trace));
    } else if (lists->is_told) {
        trace->told_before = before->step_count + before->told_before;
    } else {
        trace->steps = before->steps;
        trace->step_count = before->step_count;
    }
    lists->count += trace->step_count;
    return lists->is_told || lists->count <= lists->most ? GP_OK : tell_once(lists, traces, count);
}
