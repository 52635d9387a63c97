/* SPDX-License-Identifier: MIT
 * Does any intervention rest on this capability, and is that one more than an exploration?
 * "Rests on" follows every requirement as written, alternatives included, whatever level is
 * there already: it asks why a capability exists, not what is left to do. Levels count, see
 * core/written.h. */
#include "core/demand.h"
#include "core/written.h"

typedef enum mark { UNREACHED, FIRM, EXPLORED } mark;

typedef struct walk {
    const gp_written *written;
    uint8_t *marks; /* mark by step */
    uint32_t *queue;
    uint32_t count, done;
} walk;

bool gp_get_span(const gp_portfolio *portfolio, uint32_t symbol, uint32_t index, gp_span *out)
{
    gp_item item = portfolio->items[symbol];
    if (item.kind == GP_ITEM_INTERVENTION && index == 0) {
        *out = portfolio->interventions[item.index].requires;
        return true;
    }
    if (item.kind != GP_ITEM_CAPABILITY) return false;
    const gp_capability *capability = &portfolio->capabilities[item.index];
    if (index > capability->level_count) return false;
    *out = index == 0 ? capability->requires : capability->levels[index - 1].requires;
    return true;
}

/* Asks the memory for a capability long before it is visited: it is what the walk waits for. */
static void reach(walk *w, uint32_t step, mark with)
{
    if (w->marks[step] != UNREACHED) return;
    w->marks[step] = (uint8_t)with;
    w->queue[w->count++] = step;
    gp_item item = w->written->portfolio->items[w->written->symbol[step]];
    if (item.kind == GP_ITEM_CAPABILITY)
        __builtin_prefetch(&w->written->portfolio->capabilities[item.index].requires);
}

/* Marks all that the interventions with this mark rest on. What firm ones reached before stays
 * firm, and so does everything behind it. */
static void walk_from(walk *w, mark with)
{
    const gp_portfolio *portfolio = w->written->portfolio;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        if ((portfolio->interventions[i].stage == GP_EXPLORE) == (with == EXPLORED))
            reach(w, w->written->first[portfolio->interventions[i].symbol], with);
    while (w->done < w->count) {
        gp_written_cursor at = {.step = w->queue[w->done++]};
        for (uint32_t step; (step = gp_next_written(w->written, &at)) != GP_NONE;)
            reach(w, step, with);
    }
}

/* counted_for: by capability, the last intervention that was counted for it, plus one; an
 * intervention may name a capability twice. */
static void count_direct(const gp_portfolio *portfolio, gp_demand *demand, uint32_t *counted_for)
{
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        gp_span span = portfolio->interventions[i].requires;
        for (uint32_t r = span.first; r < span.first + span.count; r++) {
            gp_item item = portfolio->items[portfolio->requirements[r].target];
            if (item.kind != GP_ITEM_CAPABILITY || counted_for[item.index] == i + 1) continue;
            counted_for[item.index] = i + 1;
            demand[item.index].direct_count++;
        }
    }
}

gp_status gp_find_demand(gp_job *job, const gp_portfolio *portfolio, const gp_demand **out)
{
    gp_demand *demand = GP_NEW(job, gp_demand, portfolio->capability_count);
    uint32_t *counted_for = GP_NEW(job, uint32_t, portfolio->capability_count);
    gp_written written;
    GP_TRY(gp_list_written(job, portfolio, &written));
    walk w = {.written = &written,
              .marks = GP_NEW(job, uint8_t, written.count),
              .queue = GP_NEW(job, uint32_t, written.count)};
    if (!demand || !counted_for || !w.marks || !w.queue) return gp_no_memory(job);
    walk_from(&w, FIRM);
    walk_from(&w, EXPLORED);
    count_direct(portfolio, demand, counted_for);
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint8_t found = w.marks[written.first[portfolio->capabilities[i].symbol]];
        demand[i].only_explored = found == EXPLORED;
        if (demand[i].direct_count)
            demand[i].kind = GP_DEMAND_REQUESTED;
        else
            demand[i].kind = found == UNREACHED ? GP_DEMAND_NONE : GP_DEMAND_PREREQUISITE;
    }
    *out = demand;
    return GP_OK;
}
