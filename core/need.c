/* SPDX-License-Identifier: MIT
 * How far must each capability grow? To the highest level that anything which has to be done
 * asks of it. A step that becomes needed asks for levels itself, so the answer is a least
 * fixpoint; levels only rise, five times at most, so a worklist finds it in O(V + E). */
#include "core/network.h"

#include <string.h>

const gp_level *gp_level_entry(const gp_capability *capability, uint8_t level)
{
    for (uint32_t i = 0; i < capability->level_count; i++)
        if (capability->levels[i].level == level) return &capability->levels[i];
    return NULL;
}

uint32_t gp_unit_end(const gp_portfolio *portfolio, gp_span span, uint32_t first)
{
    uint32_t end = first + 1, last = span.first + span.count;
    uint16_t group = portfolio->requirements[first].group;
    if (group)
        while (end < last && portfolio->requirements[end].group == group) end++;
    return end;
}

bool gp_is_met(const gp_portfolio *portfolio, const gp_requirement *requirement)
{
    gp_item item = portfolio->items[requirement->target];
    return item.kind == GP_ITEM_CAPABILITY &&
           portfolio->capabilities[item.index].level >= requirement->level;
}

bool gp_is_unit_met(const gp_portfolio *portfolio, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (gp_is_met(portfolio, &portfolio->requirements[i])) return true;
    return false;
}

typedef struct worklist {
    const gp_portfolio *portfolio;
    uint8_t *needed;
    uint8_t *asked; /* the level up to which a capability's steps have asked for theirs */
    uint32_t *stack;
    uint32_t count;
    bool *is_waiting;
} worklist;

static void raise_need(worklist *work, const gp_requirement *requirement)
{
    gp_item item = work->portfolio->items[requirement->target];
    if (item.kind != GP_ITEM_CAPABILITY || work->needed[item.index] >= requirement->level) return;
    work->needed[item.index] = requirement->level;
    if (work->is_waiting[item.index]) return;
    work->is_waiting[item.index] = true;
    work->stack[work->count++] = item.index;
}

static void ask(worklist *work, gp_span span)
{
    uint32_t end;
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = gp_unit_end(work->portfolio, span, first);
        if (work->portfolio->requirements[first].group &&
            gp_is_unit_met(work->portfolio, first, end))
            continue;
        for (uint32_t i = first; i < end; i++) raise_need(work, &work->portfolio->requirements[i]);
    }
}

/* Lets the steps of a capability that have become needed ask for what they require. */
static void visit(worklist *work, uint32_t index)
{
    const gp_capability *capability = &work->portfolio->capabilities[index];
    if (capability->ready != GP_NO_DAY || work->needed[index] <= work->asked[index]) return;
    if (work->asked[index] == capability->level) ask(work, capability->requires);
    for (uint8_t level = work->asked[index] + 1; level <= work->needed[index]; level++) {
        const gp_level *entry = gp_level_entry(capability, level);
        if (entry) ask(work, entry->requires);
    }
    work->asked[index] = work->needed[index];
}

gp_status gp_find_needed_from(gp_job *job, const gp_portfolio *portfolio, const uint8_t *floors,
                              uint8_t **out)
{
    uint32_t count = portfolio->capability_count;
    worklist work = {.portfolio = portfolio,
                     .needed = GP_NEW(job, uint8_t, count),
                     .asked = GP_NEW(job, uint8_t, count),
                     .stack = GP_NEW(job, uint32_t, count),
                     .is_waiting = GP_NEW(job, bool, count)};
    if (!work.needed || !work.asked || !work.stack || !work.is_waiting) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        /* what nothing requires is still planned, at level 1 */
        work.needed[i] = floors && floors[i] > 1 ? floors[i] : 1;
        work.asked[i] = portfolio->capabilities[i].level;
        work.is_waiting[i] = true;
        work.stack[count - 1 - i] = i;
    }
    work.count = count;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        ask(&work, portfolio->interventions[i].requires);
    while (work.count) {
        uint32_t index = work.stack[--work.count];
        work.is_waiting[index] = false;
        visit(&work, index);
    }
    *out = work.needed;
    return GP_OK;
}

gp_status gp_find_needed_levels(gp_job *job, const gp_portfolio *portfolio, uint8_t **out)
{
    return gp_find_needed_from(job, portfolio, NULL, out);
}
