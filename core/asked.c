/* SPDX-License-Identifier: MIT
 * To which level do the interventions ask for each capability? core/need.c finds what is still to
 * be done; here what is there already counts as asked for too, and what no intervention rests on
 * does not count. The answer is found twice: over the requirements that must be met, and over
 * those with all alternatives as well. */
#include "core/network.h"
#include "groeipad/demand.h"

typedef struct asking {
    const gp_portfolio *portfolio;
    uint8_t *level;   /* by capability: asked for */
    uint8_t *visited; /* by capability: the level up to which it has asked itself */
    uint32_t *stack;
    uint32_t count;
    bool with_alternatives;
} asking;

static void raise_level(asking *a, const gp_requirement *requirement)
{
    gp_item item = a->portfolio->items[requirement->target];
    if (item.kind != GP_ITEM_CAPABILITY || a->level[item.index] >= requirement->level) return;
    if (a->level[item.index] == a->visited[item.index]) a->stack[a->count++] = item.index;
    a->level[item.index] = requirement->level;
}

static void ask(asking *a, gp_span span)
{
    uint32_t end;
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = gp_unit_end(a->portfolio, span, first);
        if (end - first > 1 && !a->with_alternatives) continue;
        for (uint32_t i = first; i < end; i++) raise_level(a, &a->portfolio->requirements[i]);
    }
}

static void visit(asking *a, uint32_t index)
{
    const gp_capability *capability = &a->portfolio->capabilities[index];
    uint8_t from = a->visited[index], to = a->level[index];
    a->visited[index] = to;
    if (from == 0) ask(a, capability->requires);
    for (uint8_t level = from + 1; level <= to; level++) {
        const gp_level *entry = gp_level_entry(capability, level);
        if (entry) ask(a, entry->requires);
    }
}

/* Levels only rise, five times at most, so each requirement is looked at once per level. */
static gp_status find_levels(gp_job *job, const gp_portfolio *portfolio, bool with_alternatives,
                             uint8_t **out)
{
    uint32_t count = portfolio->capability_count;
    asking a = {.portfolio = portfolio,
                .level = GP_NEW(job, uint8_t, count),
                .visited = GP_NEW(job, uint8_t, count),
                .stack = GP_NEW(job, uint32_t, count),
                .with_alternatives = with_alternatives};
    if (!a.level || !a.visited || !a.stack) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        ask(&a, portfolio->interventions[i].requires);
    while (a.count) visit(&a, a.stack[--a.count]);
    *out = a.level;
    return GP_OK;
}

gp_status gp_find_asked(gp_job *job, const gp_portfolio *portfolio, const gp_asked **out)
{
    uint8_t *sure, *maybe;
    gp_asked *asked = GP_NEW(job, gp_asked, portfolio->capability_count);
    if (!asked) return gp_no_memory(job);
    GP_TRY(find_levels(job, portfolio, false, &sure));
    GP_TRY(find_levels(job, portfolio, true, &maybe));
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        asked[i] = (gp_asked){sure[i], maybe[i]};
    *out = asked;
    return GP_OK;
}
