/* SPDX-License-Identifier: MIT
 * What is left of a portfolio in one future? An intervention that names scenarios, but not this
 * one, falls away. So does an intervention that requires one of those: what it waits for never
 * comes. An alternative (`any`) that fell away no longer counts; an intervention of which all
 * alternatives fell away falls away too. Capabilities stay, asked for or not.
 *
 * Symbols keep their numbers, so that an id means the same in all futures of a portfolio. */
#include "core/narrow.h"
#include "core/network.h"
#include "groeipad/scenarios.h"

#include <string.h>

/* An intervention that is required, seen from there: who waits for it, and in which unit (the
 * index of the unit's first requirement). */
typedef struct use {
    uint32_t owner, unit;
} use;

typedef struct selection {
    gp_job *job;
    const gp_portfolio *from;
    uint32_t scenario;
    uint8_t *is_out; /* by intervention */
    uint32_t *queue; /* interventions that fell away */
    uint32_t queued;
    uint32_t *use_first; /* by intervention: its uses, as in gp_network.arc_first */
    use *uses;
    uint32_t *left; /* by unit: how many of its alternatives are still there */
} selection;

/* ---- what falls away ---- */

bool gp_is_in_scenario(const gp_intervention *intervention, uint32_t scenario)
{
    for (uint32_t i = 0; i < intervention->scenario_count; i++)
        if (intervention->scenarios[i] == scenario) return true;
    return intervention->scenario_count == 0;
}

static void fall(selection *s, uint32_t intervention)
{
    if (s->is_out[intervention]) return;
    s->is_out[intervention] = 1;
    s->queue[s->queued++] = intervention;
}

static bool is_intervention(const selection *s, uint32_t requirement, uint32_t *index)
{
    gp_item item = s->from->items[s->from->requirements[requirement].target];
    *index = item.index;
    return item.kind == GP_ITEM_INTERVENTION;
}

/* Visits each requirement of an intervention by another: counts it, or files it. */
static void visit_uses(selection *s, uint32_t *at)
{
    uint32_t target, end;
    for (uint32_t i = 0; i < s->from->intervention_count; i++) {
        gp_span span = s->from->interventions[i].requires;
        for (uint32_t first = span.first; first < span.first + span.count; first = end) {
            end = gp_unit_end(s->from, span, first);
            s->left[first] = end - first;
            for (uint32_t r = first; r < end; r++) {
                if (!is_intervention(s, r, &target)) continue;
                if (at)
                    s->uses[at[target]++] = (use){i, first};
                else
                    s->use_first[target + 1]++;
            }
        }
    }
}

static gp_status list_uses(selection *s)
{
    uint32_t count = s->from->intervention_count;
    visit_uses(s, NULL);
    for (uint32_t i = 0; i < count; i++) s->use_first[i + 1] += s->use_first[i];
    s->uses = GP_NEW(s->job, use, s->use_first[count]);
    uint32_t *at = GP_NEW(s->job, uint32_t, count);
    if (!s->uses || !at) return gp_no_memory(s->job);
    if (count) memcpy(at, s->use_first, count * sizeof *at);
    visit_uses(s, at);
    return GP_OK;
}

static gp_status find_fallen(selection *s)
{
    const gp_portfolio *from = s->from;
    s->is_out = GP_NEW(s->job, uint8_t, from->intervention_count);
    s->queue = GP_NEW(s->job, uint32_t, from->intervention_count);
    s->use_first = GP_NEW(s->job, uint32_t, (size_t)from->intervention_count + 1);
    s->left = GP_NEW(s->job, uint32_t, from->requirement_count);
    if (!s->is_out || !s->queue || !s->use_first || !s->left) return gp_no_memory(s->job);
    GP_TRY(list_uses(s));
    for (uint32_t i = 0; i < from->intervention_count; i++)
        if (!gp_is_in_scenario(&from->interventions[i], s->scenario)) fall(s, i);
    for (uint32_t head = 0; head < s->queued; head++) {
        uint32_t out = s->queue[head];
        for (uint32_t u = s->use_first[out]; u < s->use_first[out + 1]; u++)
            if (--s->left[s->uses[u].unit] == 0) fall(s, s->uses[u].owner);
    }
    return GP_OK;
}

/* An alternative that fell away is dropped; the record of its owner stays. */
static gp_status mark_out(selection *s, const uint8_t **out)
{
    uint8_t *is_out = GP_NEW(s->job, uint8_t, s->from->symbol_count);
    if (!is_out) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < s->queued; i++) is_out[s->from->interventions[s->queue[i]].symbol] = 1;
    *out = is_out;
    return GP_OK;
}

gp_status gp_select_scenario(gp_job *job, const gp_portfolio *portfolio, uint32_t scenario,
                             const gp_portfolio **out)
{
    selection s = {.job = job, .from = portfolio, .scenario = scenario};
    gp_narrowing without = {NULL, NULL};
    gp_portfolio *to;
    GP_TRY(find_fallen(&s));
    GP_TRY(mark_out(&s, &without.is_out));
    GP_TRY(gp_narrow(job, portfolio, &without, &to));
    to->scenario = scenario;
    *out = to;
    return GP_OK;
}

uint32_t gp_find_scenario(const gp_portfolio *portfolio, const char *id)
{
    for (uint32_t i = 0; i < portfolio->scenarios.count; i++)
        if (strcmp(portfolio->scenarios.terms[i].id, id) == 0) return i;
    return GP_NONE;
}
