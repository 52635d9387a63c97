/* SPDX-License-Identifier: MIT
 * Merge bias: where chains join, the mean of the latest of them lies after the latest of their
 * means (Clark 1961; MacCrimmon and Ryavec 1964 on PERT). */
#include "core/activity.h"
#include "core/risk/answer.h"

typedef struct means {
    const gp_model *model;
    const gp_risk_sums *sums;
} means;

static double mean_at(const means *m, uint32_t place)
{
    return (double)m->sums->sums[place] / m->sums->draws;
}

/* The latest of the means of what an activity's start, or its ready date, waits for. */
typedef struct latest {
    double day;
    uint32_t count;
    bool is_mixed; /* alternatives that must come before different things: no one mean is theirs */
} latest;

static void take(latest *to, double day)
{
    if (to->count == 0 || day > to->day) to->day = day;
    to->count++;
}

/* The mean of the day on which an arc lets go. */
static double mean_arrival(const means *m, uint32_t index)
{
    const gp_network *network = m->model->schedule->network;
    const gp_layout *layout = &m->model->layout;
    const gp_arc *arc = &network->arcs[index];
    const gp_activity *from = &network->activities[arc->from];
    if (arc->has_lag || arc->group) return mean_at(m, layout->arrivals + index);
    if (from->actual == GP_ACTUAL_READY)
        return (arc->is_from_start ? from->release : from->fixed_ready) - m->model->zero;
    return mean_at(m, (arc->is_from_start ? layout->begins : layout->readies) + arc->from);
}

/* Where the group of arcs ends that begins at `first`; one arc without a group is one. */
static uint32_t end_of_group(const gp_network *network, uint32_t first, uint32_t last,
                             bool *is_mixed)
{
    const gp_arc *arcs = network->arcs;
    uint32_t end = first + 1;
    *is_mixed = arcs[first].group && arcs[first].by == GP_BY_READY;
    for (; end < last && arcs[first].group && arcs[end].group == arcs[first].group; end++)
        *is_mixed |= arcs[end].by != arcs[first].by;
    return end;
}

static void take_arcs(const means *m, uint32_t activity, latest *start, latest *live)
{
    const gp_network *network = m->model->schedule->network;
    uint32_t last = network->arc_first[activity + 1], end;
    for (uint32_t i = network->arc_first[activity]; i < last; i = end) {
        const gp_arc *arc = &network->arcs[i];
        bool is_mixed;
        end = end_of_group(network, i, last, &is_mixed);
        start->is_mixed |= is_mixed;
        live->is_mixed |= is_mixed;
        if (is_mixed) continue;
        take(arc->by == GP_BY_START ? start : live, mean_arrival(m, i));
        if (arc->by == GP_BY_READY) take(start, mean_at(m, m->model->layout.held_starts + i));
    }
}

static double bias_at(const means *m, uint32_t activity)
{
    const gp_network *network = m->model->schedule->network;
    const gp_activity *a = &network->activities[activity];
    const gp_layout *layout = &m->model->layout;
    latest start = {0}, live = {0};
    double start_bias = 0, live_bias = 0;
    bool is_held = a->kept & GP_KEEP_NOT_READY_BEFORE; /* which holds its start back as well */
    take_arcs(m, activity, &start, &live);
    if (a->actual == GP_ACTUAL_NONE && start.count && !start.is_mixed && !is_held) {
        take(&start, a->release - m->model->zero);
        start_bias = mean_at(m, layout->starts + activity) - start.day;
    }
    if (live.count && !live.is_mixed) {
        take(&live, mean_at(m, layout->ends + activity));
        if (is_held) take(&live, gp_window_of(network, a)->not_ready_before - m->model->zero);
        live_bias = mean_at(m, layout->lives + activity) - live.day;
    }
    return (start_bias > 0 ? start_bias : 0) + (live_bias > 0 ? live_bias : 0);
}

gp_status gp_find_merges(gp_job *job, const gp_model *model, const gp_risk_sums *sums, double **out)
{
    const gp_network *network = model->schedule->network;
    means m = {model, sums};
    double *days = GP_NEW(job, double, network->activity_count);
    if (!days) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (model->steps[i].is_reported) days[i] = bias_at(&m, i);
    *out = days;
    return GP_OK;
}
