/* SPDX-License-Identifier: MIT
 * By when does one intervention need each thing that it waits for? The plan's latest dates are
 * those of whoever presses hardest. Here the backward pass runs over what one intervention waits
 * for and nothing else, so the dates are those of a portfolio that holds this intervention alone,
 * with all that it rests on: its own date counts, and the dates of what it rests on (an
 * intervention that it requires, a capability's needed_by), and no date of anybody else.
 *
 * What it waits for is found by a walk in depth; in the reverse of the order in which the walk
 * leaves them each activity stands before what it waits for, as the pass needs it. So a question
 * costs what lies under the intervention, however large the portfolio is. */
#include "core/own_dates.h"

typedef struct gp_own_frame {
    uint32_t activity, arc; /* the next arc to look at */
} gp_own_frame;

gp_status gp_new_own_dates(gp_job *job, const gp_schedule *schedule, gp_own_dates **out)
{
    const gp_network *network = schedule->network;
    uint32_t count = network->activity_count;
    gp_own_dates *own = GP_NEW(job, gp_own_dates, 1);
    if (!own) return gp_no_memory(job);
    *own = (gp_own_dates){.schedule = schedule,
                          .intervention = GP_NONE,
                          .activities = GP_NEW(job, uint32_t, count),
                          .latest_start = GP_NEW(job, gp_day, count),
                          .identify_by = GP_NEW(job, gp_day, count),
                          .waiting = GP_NEW(job, uint32_t, count),
                          .is_found = GP_NEW(job, uint8_t, count),
                          .rank = GP_NEW(job, uint32_t, count),
                          .limits = {.ready = GP_NEW(job, gp_day, count)},
                          .stack = GP_NEW(job, gp_own_frame, count)};
    if (network->has_start_links) own->limits.start = GP_NEW(job, gp_day, count);
    if (!own->activities || !own->latest_start || !own->identify_by || !own->waiting ||
        !own->is_found || !own->rank || !own->limits.ready || !own->stack ||
        (network->has_start_links && !own->limits.start))
        return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) own->rank[network->order[i]] = i;
    *out = own;
    return GP_OK;
}

static void find(gp_own_dates *own, uint32_t activity, uint32_t waiting, uint32_t *depth)
{
    own->is_found[activity] = 1;
    own->waiting[activity] = waiting;
    own->limits.ready[activity] = GP_NO_LIMIT;
    if (own->limits.start) own->limits.start[activity] = GP_NO_LIMIT;
    own->stack[(*depth)++] = (gp_own_frame){activity, own->schedule->network->arc_first[activity]};
}

/* Walks down from the intervention; the activities come out last first. */
static void walk(gp_own_dates *own, uint32_t intervention)
{
    const gp_network *network = own->schedule->network;
    uint32_t depth = 0;
    find(own, intervention, GP_NONE, &depth);
    while (depth) {
        gp_own_frame *top = &own->stack[depth - 1];
        if (top->arc == network->arc_first[top->activity + 1]) {
            own->activities[own->count++] = top->activity;
            depth--;
            continue;
        }
        uint32_t arc = top->arc++, from = network->arcs[arc].from;
        if (!own->is_found[from] && own->rank[from] >= own->lowest &&
            gp_waits_for(own->schedule, arc))
            find(own, from, top->activity, &depth);
    }
}

static void turn_round(gp_own_dates *own)
{
    for (uint32_t i = 0, j = own->count; i + 1 < j; i++) {
        uint32_t activity = own->activities[--j];
        own->activities[j] = own->activities[i];
        own->activities[i] = activity;
    }
}

void gp_find_own_dates(gp_own_dates *own, uint32_t intervention)
{
    gp_find_own_dates_from(own, intervention, own->schedule->network->order[0]);
}

void gp_find_own_dates_from(gp_own_dates *own, uint32_t intervention, uint32_t first)
{
    if (own->intervention == intervention && own->lowest <= own->rank[first]) return;
    own->lowest = own->rank[first];
    for (uint32_t i = 0; i < own->count; i++) own->is_found[own->activities[i]] = 0;
    own->count = 0;
    own->intervention = intervention;
    walk(own, intervention);
    turn_round(own);
    for (uint32_t i = 0; i < own->count; i++) {
        uint32_t activity = own->activities[i];
        gp_dates dates = own->schedule->dates[activity];
        gp_back_one(own->schedule, &own->limits, activity, &dates);
        own->latest_start[activity] = dates.latest_start;
        own->identify_by[activity] = dates.identify_by;
    }
}
