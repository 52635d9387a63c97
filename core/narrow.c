/* SPDX-License-Identifier: MIT
 * Makes a portfolio anew without some of its records and requirements: of one future, or of what
 * mistakes leave of it. */
#include "core/narrow.h"

#include <string.h>

typedef struct narrowing {
    gp_job *job;
    const gp_portfolio *from;
    const gp_narrowing *without;
    uint32_t *kept; /* by requirement, and one more: how many before it stay */
} narrowing;

static bool is_out(const narrowing *n, uint32_t symbol)
{
    return n->without->is_out && n->without->is_out[symbol];
}

/* ---- requirements ---- */

static void drop_span(gp_span span, uint8_t *is_dropped)
{
    if (span.count) memset(is_dropped + span.first, 1, span.count);
}

/* What the records that are out require goes with them. */
static void drop_of_records(const narrowing *n, uint8_t *is_dropped)
{
    const gp_portfolio *from = n->from;
    for (uint32_t i = 0; i < from->intervention_count; i++)
        if (is_out(n, from->interventions[i].symbol))
            drop_span(from->interventions[i].requires, is_dropped);
    for (uint32_t i = 0; i < from->capability_count; i++) {
        const gp_capability *capability = &from->capabilities[i];
        if (!is_out(n, capability->symbol)) continue;
        drop_span(capability->requires, is_dropped);
        for (uint32_t k = 0; k < capability->level_count; k++)
            drop_span(capability->levels[k].requires, is_dropped);
    }
}

static gp_status copy_requirements(narrowing *n, gp_portfolio *to)
{
    const gp_portfolio *from = n->from;
    uint32_t count = from->requirement_count;
    uint8_t *is_dropped = GP_NEW(n->job, uint8_t, count);
    n->kept = GP_NEW(n->job, uint32_t, (size_t)count + 1);
    if (!is_dropped || !n->kept) return gp_no_memory(n->job);
    if (n->without->is_dropped && count) memcpy(is_dropped, n->without->is_dropped, count);
    if (n->without->is_out) drop_of_records(n, is_dropped);
    for (uint32_t r = 0; r < count; r++) {
        if (is_out(n, from->requirements[r].target)) is_dropped[r] = 1;
        n->kept[r + 1] = n->kept[r] + !is_dropped[r];
    }
    gp_requirement *copy = GP_NEW(n->job, gp_requirement, n->kept[count]);
    if (!copy) return gp_no_memory(n->job);
    for (uint32_t r = 0; r < count; r++)
        if (!is_dropped[r]) copy[n->kept[r]] = from->requirements[r];
    to->requirements = copy;
    to->requirement_count = n->kept[count];
    return GP_OK;
}

static gp_span shift(const narrowing *n, gp_span span)
{
    uint32_t first = n->kept[span.first];
    return (gp_span){first, n->kept[span.first + span.count] - first};
}

/* ---- records ---- */

/* What is part of a record that is out is part of the next one above that stays. */
static uint32_t parent_that_stays(const narrowing *n, uint32_t parent)
{
    while (parent != GP_NONE && is_out(n, parent))
        parent = n->from->capabilities[n->from->items[parent].index].parent;
    return parent;
}

static gp_status copy_capabilities(narrowing *n, gp_portfolio *to, gp_item *items)
{
    const gp_portfolio *from = n->from;
    size_t level_count = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < from->capability_count; i++)
        level_count += from->capabilities[i].level_count;
    gp_capability *copy = GP_NEW(n->job, gp_capability, from->capability_count);
    gp_level *levels = GP_NEW(n->job, gp_level, level_count);
    if (!copy || !levels) return gp_no_memory(n->job);
    for (uint32_t i = 0; i < from->capability_count; i++) {
        gp_capability *own = &copy[count];
        gp_item *item = &items[from->capabilities[i].symbol];
        *item = (gp_item){GP_ITEM_ELSEWHERE, GP_NONE};
        if (is_out(n, from->capabilities[i].symbol)) continue;
        *item = (gp_item){GP_ITEM_CAPABILITY, count++};
        *own = from->capabilities[i];
        own->requires = shift(n, own->requires);
        own->parent = parent_that_stays(n, own->parent);
        for (uint32_t k = 0; k < own->level_count; k++) {
            levels[k] = own->levels[k];
            levels[k].requires = shift(n, levels[k].requires);
        }
        own->levels = own->level_count ? levels : NULL;
        levels += own->level_count;
    }
    to->capabilities = copy;
    to->capability_count = count;
    return GP_OK;
}

static gp_status copy_interventions(narrowing *n, gp_portfolio *to, gp_item *items)
{
    const gp_portfolio *from = n->from;
    uint32_t count = 0;
    gp_intervention *copy = GP_NEW(n->job, gp_intervention, from->intervention_count);
    if (!copy) return gp_no_memory(n->job);
    for (uint32_t i = 0; i < from->intervention_count; i++) {
        gp_item *item = &items[from->interventions[i].symbol];
        *item = (gp_item){GP_ITEM_ELSEWHERE, GP_NONE};
        if (is_out(n, from->interventions[i].symbol)) continue;
        *item = (gp_item){GP_ITEM_INTERVENTION, count};
        copy[count] = from->interventions[i];
        copy[count].requires = shift(n, copy[count].requires);
        count++;
    }
    to->interventions = copy;
    to->intervention_count = count;
    return GP_OK;
}

/* What only records that are out name is not missing in what is left. */
static gp_status copy_missing(narrowing *n, gp_portfolio *to, gp_item *items)
{
    const gp_portfolio *from = n->from;
    uint8_t *is_named = GP_NEW(n->job, uint8_t, from->symbol_count);
    uint32_t *missing = GP_NEW(n->job, uint32_t, from->missing_count), count = 0;
    if (!is_named || !missing) return gp_no_memory(n->job);
    for (uint32_t r = 0; r < to->requirement_count; r++) is_named[to->requirements[r].target] = 1;
    for (uint32_t i = 0; i < from->missing_count; i++) {
        uint32_t symbol = from->missing[i];
        items[symbol] = (gp_item){GP_ITEM_ELSEWHERE, GP_NONE};
        if (!is_named[symbol]) continue;
        items[symbol] = (gp_item){GP_ITEM_MISSING, count};
        missing[count++] = symbol;
    }
    to->missing = missing;
    to->missing_count = count;
    return GP_OK;
}

/* ---- risks and correlations ---- */

static gp_status keep_symbols(const narrowing *n, const uint32_t **symbols, uint32_t *count)
{
    uint32_t *kept = GP_NEW(n->job, uint32_t, *count), kept_count = 0;
    if (!kept) return gp_no_memory(n->job);
    for (uint32_t i = 0; i < *count; i++)
        if (!is_out(n, (*symbols)[i])) kept[kept_count++] = (*symbols)[i];
    *symbols = kept;
    *count = kept_count;
    return GP_OK;
}

/* A risk that affects only what is out is out too, and so is a correlation of less than two. */
static gp_status copy_risks(const narrowing *n, gp_portfolio *to)
{
    const gp_portfolio *from = n->from;
    gp_risk *risks = GP_NEW(n->job, gp_risk, from->risk_count);
    gp_correlation *correlations = GP_NEW(n->job, gp_correlation, from->correlation_count);
    if (!risks || !correlations) return gp_no_memory(n->job);
    to->risk_count = to->correlation_count = 0;
    for (uint32_t i = 0; i < from->risk_count; i++) {
        gp_risk *own = &risks[to->risk_count];
        *own = from->risks[i];
        GP_TRY(keep_symbols(n, &own->affects, &own->affect_count));
        to->risk_count += own->affect_count > 0 || from->risks[i].affect_count == 0;
    }
    for (uint32_t i = 0; i < from->correlation_count; i++) {
        gp_correlation *own = &correlations[to->correlation_count];
        *own = from->correlations[i];
        GP_TRY(keep_symbols(n, &own->symbols, &own->symbol_count));
        to->correlation_count += own->symbol_count >= 2;
    }
    to->risks = risks;
    to->correlations = correlations;
    return GP_OK;
}

gp_status gp_narrow(gp_job *job, const gp_portfolio *from, const gp_narrowing *without,
                    gp_portfolio **out)
{
    narrowing n = {.job = job, .from = from, .without = without};
    gp_portfolio *to = GP_NEW(job, gp_portfolio, 1);
    gp_item *items = GP_NEW(job, gp_item, from->symbol_count);
    if (!to || !items) return gp_no_memory(job);
    *to = *from;
    to->items = items;
    if (from->symbol_count) memcpy(items, from->items, from->symbol_count * sizeof *items);
    GP_TRY(copy_requirements(&n, to));
    GP_TRY(copy_capabilities(&n, to, items));
    GP_TRY(copy_interventions(&n, to, items));
    GP_TRY(copy_missing(&n, to, items));
    if (without->is_out && from->risk_count + from->correlation_count) GP_TRY(copy_risks(&n, to));
    *out = to;
    return GP_OK;
}
