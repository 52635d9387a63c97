/* SPDX-License-Identifier: MIT
 * Checks each requirement against what its target turned out to be: a capability never
 * requires an intervention, and nothing requires itself. */
#include "core/draft.h"

/* Such a requirement cannot be; what rests on it is in doubt. */
static gp_status report(gp_draft *draft, uint32_t owner, const gp_requirement *requirement,
                        uint16_t code, gp_argument argument)
{
    uint32_t edge = (uint32_t)(requirement - (const gp_requirement *)draft->requirements.data);
    if (!gp_push(draft->job, &draft->edges, &edge, 1)) return gp_no_memory(draft->job);
    GP_TRY(gp_draft_doubt(draft, owner, GP_PART_RECORD | GP_PART_DATES));
    return gp_add_finding(draft->job, &(gp_finding){.code = code,
                                                    .place = requirement->place,
                                                    .subject = gp_shown_id(draft, owner),
                                                    .arguments = {argument}});
}

static gp_status check_target(gp_draft *draft, uint32_t owner, bool owner_is_capability,
                              gp_requirement *requirement)
{
    const gp_item *items = draft->items.data;
    uint32_t target = requirement->target;
    bool is_intervention = items[target].kind == GP_ITEM_INTERVENTION;
    if (requirement->by == GP_BY_DEFAULT)
        requirement->by = owner_is_capability || is_intervention ? GP_BY_START : GP_BY_LIVE;
    if (target == owner)
        return report(draft, owner, requirement, 109, GP_NUMBER(requirement->level));
    if (owner_is_capability && is_intervention)
        return report(draft, owner, requirement, 108, GP_TEXT(gp_shown_id(draft, target)));
    return GP_OK;
}

static gp_status check_span(gp_draft *draft, gp_span span, uint32_t owner, bool owner_is_capability)
{
    gp_requirement *requirements = draft->requirements.data;
    for (uint32_t i = 0; i < span.count; i++)
        GP_TRY(check_target(draft, owner, owner_is_capability, &requirements[span.first + i]));
    return GP_OK;
}

/* A step may build on the same capability at a lower level: that is no requirement of itself,
 * it is what the chain of levels says already, so it only has to be lower. */
static gp_status check_step(gp_draft *draft, const gp_capability *capability, const gp_level *step)
{
    gp_requirement *requirements = draft->requirements.data;
    for (uint32_t i = 0; i < step->requires.count; i++) {
        gp_requirement *requirement = &requirements[step->requires.first + i];
        if (requirement->target == capability->symbol && requirement->level < step->level) {
            requirement->by = GP_BY_START;
            continue;
        }
        GP_TRY(check_target(draft, capability->symbol, true, requirement));
    }
    return GP_OK;
}

gp_status gp_check_requirements(gp_draft *draft)
{
    const gp_capability *capabilities = draft->capabilities.data;
    for (size_t i = 0; i < draft->capabilities.count; i++) {
        const gp_capability *capability = &capabilities[i];
        GP_TRY(check_span(draft, capability->requires, capability->symbol, true));
        for (uint32_t k = 0; k < capability->level_count; k++)
            GP_TRY(check_step(draft, capability, &capability->levels[k]));
    }
    const gp_intervention *interventions = draft->interventions.data;
    for (size_t i = 0; i < draft->interventions.count; i++)
        GP_TRY(check_span(draft, interventions[i].requires, interventions[i].symbol, false));
    return GP_OK;
}
