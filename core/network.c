/* SPDX-License-Identifier: MIT
 * From what the user wrote to what has to be done: one activity per step of a capability that
 * is still missing, per intervention and per missing capability, and an arc for every
 * requirement that is not met yet. */
#include "core/activity.h"
#include "core/build.h"

#include <string.h>

/* ---- activities ---- */

static bool stands_before(gp_place a, gp_place b)
{
    if (a.source != b.source) return a.source < b.source;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static uint8_t count_steps(const gp_capability *capability, uint8_t needed)
{
    if (needed <= capability->level) return 0;
    return capability->ready != GP_NO_DAY ? 1 : (uint8_t)(needed - capability->level);
}

/* Adds the likely durations of a lead; false when it has none. */
static bool add_lead(gp_build *b, gp_activity *activity, const gp_lead *lead)
{
    uint32_t first = b->duration_count;
    for (int i = 0; lead->aspects && i < GP_ASPECT_COUNT; i++)
        if (lead->aspects[i].likely.unit != GP_DURATION_NONE)
            b->durations[b->duration_count++] = lead->aspects[i].likely;
    if (b->duration_count == first && lead->lead_time.likely.unit != GP_DURATION_NONE)
        b->durations[b->duration_count++] = lead->lead_time.likely;
    activity->duration_first = first;
    activity->duration_count = (uint8_t)(b->duration_count - first);
    return activity->duration_count > 0;
}

/* Takes over which dates of a window hold: those of the start for the first step of a record,
 * those of the ready date for its last. */
static void keep_window(gp_activity *activity, const gp_window *window, bool is_first, bool is_last)
{
    if (!window) return;
    if (window->not_before > activity->release) activity->release = window->not_before;
    if (is_first && window->start_by != GP_NO_DAY) activity->kept |= GP_KEEP_START_BY;
    if (is_last && window->not_ready_before != GP_NO_DAY)
        activity->kept |= GP_KEEP_NOT_READY_BEFORE;
    if (is_last && window->needed_by != GP_NO_DAY && activity->kind == GP_KIND_CAPABILITY)
        activity->kept |= GP_KEEP_NEEDED_BY;
}

/* Work that has progress has started: on the day that is given, or else on the status date. */
static void begin(gp_activity *activity, uint8_t progress, gp_day started, gp_day status_date)
{
    if (progress == 0 && started == GP_NO_DAY) return;
    activity->actual = GP_ACTUAL_STARTED;
    activity->progress = progress;
    activity->release = started != GP_NO_DAY ? started : status_date;
}

void gp_fill_step(gp_build *b, gp_activity *activity, uint32_t index, uint8_t level, bool is_first)
{
    const gp_portfolio *portfolio = b->portfolio;
    const gp_capability *capability = &portfolio->capabilities[index];
    const gp_level *entry = gp_level_entry(capability, level);
    *activity = (gp_activity){.kind = GP_KIND_CAPABILITY,
                              .level = level,
                              .item = index,
                              .symbol = capability->symbol,
                              .release = portfolio->status_date,
                              .planning = &portfolio->planning};
    if (capability->identified != GP_NO_DAY && capability->identified > activity->release)
        activity->release = capability->identified;
    keep_window(activity, capability->window, is_first, level == b->network->needed_level[index]);
    if (capability->planning) activity->planning = capability->planning;
    if (entry && entry->planning) activity->planning = entry->planning;
    if (!(entry && add_lead(b, activity, &entry->lead)))
        activity->is_unknown = !add_lead(b, activity, &capability->lead);
    if (capability->ready != GP_NO_DAY) {
        activity->actual = GP_ACTUAL_READY;
        activity->is_unknown = false;
        activity->fixed_ready = capability->ready;
        activity->release =
            capability->started != GP_NO_DAY ? capability->started : capability->ready;
    } else if (is_first) {
        begin(activity, capability->progress, capability->started, portfolio->status_date);
    }
}

static uint32_t add_capability(gp_build *b, uint32_t index, uint32_t at)
{
    const gp_capability *capability = &b->portfolio->capabilities[index];
    uint8_t needed = b->network->needed_level[index];
    uint8_t steps = count_steps(capability, needed);
    b->capability_first[index] = steps ? at : GP_NONE;
    b->capability_steps[index] = steps;
    for (uint8_t i = 0; i < steps; i++) {
        uint8_t level = steps == 1 ? needed : (uint8_t)(capability->level + 1 + i);
        gp_fill_step(b, &b->activities[at + i], index, level, i == 0);
    }
    return at + steps;
}

void gp_fill_intervention(gp_build *b, gp_activity *activity, uint32_t index)
{
    const gp_intervention *intervention = &b->portfolio->interventions[index];
    gp_day start = intervention->start;
    *activity = (gp_activity){
        .kind = GP_KIND_INTERVENTION,
        .item = index,
        .symbol = intervention->symbol,
        .release = gp_cycle_from(b->portfolio, intervention),
        .duration_first = b->duration_count,
        .duration_count = 1,
    };
    gp_day status_date = b->portfolio->status_date;
    keep_window(activity, intervention->window, true, true);
    if (intervention->progress)
        begin(activity, intervention->progress, start <= status_date ? start : GP_NO_DAY,
              status_date);
    b->durations[b->duration_count++] = intervention->duration;
}

static uint32_t add_intervention(gp_build *b, uint32_t index, uint32_t at)
{
    gp_fill_intervention(b, &b->activities[at], index);
    b->intervention_activity[index] = at;
    return at + 1;
}

gp_activity gp_missing_activity(const gp_portfolio *portfolio, uint32_t index)
{
    return (gp_activity){.kind = GP_KIND_MISSING,
                         .level = 1,
                         .is_unknown = true,
                         .item = index,
                         .symbol = portfolio->missing[index],
                         .release = portfolio->status_date,
                         .planning = &portfolio->planning};
}

static void add_missing(gp_build *b, uint32_t at)
{
    const gp_portfolio *portfolio = b->portfolio;
    b->missing_first = at;
    for (uint32_t i = 0; i < portfolio->missing_count; i++)
        b->activities[at + i] = gp_missing_activity(portfolio, i);
    for (uint32_t i = 0; i < portfolio->requirement_count; i++) {
        const gp_requirement *requirement = &portfolio->requirements[i];
        gp_item item = portfolio->items[requirement->target];
        if (item.kind != GP_ITEM_MISSING) continue;
        gp_activity *activity = &b->activities[at + item.index];
        if (requirement->level > activity->level) activity->level = requirement->level;
    }
}

/* Activities stand in the order of the file. */
static void add_activities(gp_build *b)
{
    const gp_portfolio *portfolio = b->portfolio;
    uint32_t c = 0, i = 0, at = 0;
    while (c < portfolio->capability_count || i < portfolio->intervention_count) {
        bool takes_capability =
            i == portfolio->intervention_count ||
            (c < portfolio->capability_count &&
             !stands_before(portfolio->interventions[i].place, portfolio->capabilities[c].place));
        at = takes_capability ? add_capability(b, c++, at) : add_intervention(b, i++, at);
    }
    add_missing(b, at);
}

/* ---- arcs ---- */

/* The activity that a requirement waits for. */
static uint32_t find_target(const gp_build *b, const gp_requirement *requirement)
{
    gp_item item = b->portfolio->items[requirement->target];
    if (item.kind == GP_ITEM_INTERVENTION) return b->intervention_activity[item.index];
    if (item.kind == GP_ITEM_MISSING) return b->missing_first + item.index;
    const gp_capability *capability = &b->portfolio->capabilities[item.index];
    uint32_t first = b->capability_first[item.index];
    if (capability->ready != GP_NO_DAY) return first;
    return first + requirement->level - capability->level - 1;
}

static uint32_t add_span(gp_build *b, gp_span span, uint32_t to, uint32_t at, uint16_t group_base)
{
    const gp_portfolio *portfolio = b->portfolio;
    uint32_t end;
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = gp_unit_end(portfolio, span, first);
        if (gp_is_unit_met(portfolio, first, end)) continue;
        for (uint32_t i = first; i < end; i++) {
            const gp_requirement *requirement = &portfolio->requirements[i];
            uint16_t group = requirement->group;
            b->arcs[at++] = (gp_arc){.from = find_target(b, requirement),
                                     .to = to,
                                     .requirement = i,
                                     .group = group ? (uint16_t)(group + group_base) : 0,
                                     .by = requirement->by,
                                     .has_lag = requirement->lag.unit != GP_DURATION_NONE,
                                     .is_lead = requirement->lag.is_lead,
                                     .is_from_start = requirement->is_from_start};
            b->network->has_start_links |= requirement->is_from_start;
        }
    }
    return at;
}

/* The arcs into a step: the level before it, what the capability requires, what the level does. */
static uint32_t add_step_arcs(gp_build *b, uint32_t to, uint32_t at)
{
    const gp_activity *activity = &b->activities[to];
    const gp_capability *capability = &b->portfolio->capabilities[activity->item];
    if (activity->actual == GP_ACTUAL_READY) return at;
    uint16_t groups = 0;
    if (b->capability_first[activity->item] < to) {
        b->arcs[at++] = (gp_arc){.from = to - 1, .to = to, .requirement = GP_NONE};
    } else {
        at = add_span(b, capability->requires, to, at, 0);
        for (uint32_t i = 0; i < capability->requires.count; i++) {
            uint16_t group = b->portfolio->requirements[capability->requires.first + i].group;
            if (group > groups) groups = group;
        }
    }
    const gp_level *entry = gp_level_entry(capability, activity->level);
    return entry ? add_span(b, entry->requires, to, at, groups) : at;
}

uint32_t gp_add_arcs(gp_build *b, uint32_t to, uint32_t first)
{
    gp_activity *activity = &b->activities[to];
    if (activity->kind == GP_KIND_INTERVENTION)
        return add_span(b, b->portfolio->interventions[activity->item].requires, to, first, 0);
    if (activity->kind != GP_KIND_CAPABILITY) return first;
    uint32_t end = add_step_arcs(b, to, first);
    bool has_predecessor = end > first;
    activity->is_rounded =
        gp_has_rounds(activity->planning) && !(b->portfolio->is_chain_start && has_predecessor);
    return end;
}

static void add_arcs(gp_build *b, uint32_t activity_count)
{
    uint32_t at = 0;
    for (uint32_t to = 0; to < activity_count; to++) {
        b->arc_first[to] = at;
        at = gp_add_arcs(b, to, at);
    }
    b->arc_first[activity_count] = at;
    b->network->arc_count = at;
}

/* ---- the whole ---- */

typedef struct sizes {
    uint32_t activities, durations;
} sizes;

static sizes count_all(const gp_portfolio *portfolio, const uint8_t *needed)
{
    sizes all = {portfolio->intervention_count + portfolio->missing_count,
                 portfolio->intervention_count};
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint8_t steps = count_steps(&portfolio->capabilities[i], needed[i]);
        bool has_aspects =
            portfolio->capabilities[i].lead.aspects || portfolio->capabilities[i].level_count > 0;
        all.activities += steps;
        all.durations += steps * (has_aspects ? GP_ASPECT_COUNT : 1u);
    }
    return all;
}

static gp_status allocate(gp_build *b, sizes all)
{
    const gp_portfolio *portfolio = b->portfolio;
    b->activities = GP_NEW(b->job, gp_activity, all.activities);
    b->durations = GP_NEW(b->job, gp_duration, all.durations);
    b->arcs = GP_NEW(b->job, gp_arc, (size_t)portfolio->requirement_count + all.activities);
    b->arc_first = GP_NEW(b->job, uint32_t, (size_t)all.activities + 1);
    b->capability_first = GP_NEW(b->job, uint32_t, portfolio->capability_count);
    b->capability_steps = GP_NEW(b->job, uint8_t, portfolio->capability_count);
    b->intervention_activity = GP_NEW(b->job, uint32_t, portfolio->intervention_count);
    if (!b->activities || !b->durations || !b->arcs || !b->arc_first || !b->capability_first ||
        !b->capability_steps || !b->intervention_activity)
        return gp_no_memory(b->job);
    return GP_OK;
}

gp_status gp_make_network_to(gp_job *job, const gp_portfolio *portfolio, const uint8_t *floors,
                             gp_network **out)
{
    gp_network *network = GP_NEW(job, gp_network, 1);
    uint8_t *needed;
    if (!network) return gp_no_memory(job);
    GP_TRY(gp_find_needed_from(job, portfolio, floors, &needed));
    network->portfolio = portfolio;
    network->needed_level = needed;
    gp_build b = {.job = job, .portfolio = portfolio, .network = network};
    sizes all = count_all(portfolio, needed);
    GP_TRY(allocate(&b, all));
    add_activities(&b);
    add_arcs(&b, all.activities);
    network->activities = b.activities;
    network->activity_count = all.activities;
    network->arcs = b.arcs;
    network->arc_first = b.arc_first;
    network->durations = b.durations;
    network->capability_first = b.capability_first;
    network->capability_steps = b.capability_steps;
    network->intervention_activity = b.intervention_activity;
    *out = network;
    return GP_OK;
}

gp_status gp_make_network(gp_job *job, const gp_portfolio *portfolio, gp_network **out)
{
    return gp_make_network_to(job, portfolio, NULL, out);
}

gp_status gp_build_network(gp_job *job, const gp_portfolio *portfolio, const gp_network **out)
{
    gp_network *network;
    GP_TRY(gp_make_network(job, portfolio, &network));
    GP_TRY(gp_order_network(job, network));
    *out = network;
    return GP_OK;
}
