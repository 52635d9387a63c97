/* SPDX-License-Identifier: MIT
 * Joins two drafts of one input. Each draft numbered its ids in the order in which they were first
 * mentioned. The ids of the second draft are numbered again, in their order and after those of the
 * first: these are the numbers that one draft of the whole input would have given. */
#include "core/draft.h"

typedef struct join {
    gp_draft *draft;
    const uint32_t *symbols;   /* of the draft, by symbol of the part */
    uint32_t requirement_base; /* added to where the part's requirements are */
} join;

static gp_status map_symbols(gp_draft *draft, const gp_draft *part, const uint32_t **out)
{
    size_t count = part->names.texts.count;
    uint32_t *symbols = GP_NEW(draft->job, uint32_t, count);
    if (!symbols) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < count; i++) {
        symbols[i] =
            gp_draft_symbol(draft, gp_name(&part->names, i), gp_name_size(&part->names, i));
        if (symbols[i] == GP_NONE) return gp_no_memory(draft->job);
    }
    *out = symbols;
    return GP_OK;
}

static gp_status add_requirements(join *j, gp_draft *part)
{
    const gp_array *from = &part->requirements;
    j->requirement_base = (uint32_t)j->draft->requirements.count;
    if (from->count == 0) return GP_OK;
    gp_requirement *added =
        gp_push(j->draft->job, &j->draft->requirements, from->data, from->count);
    if (!added) return gp_no_memory(j->draft->job);
    for (size_t i = 0; i < from->count; i++) added[i].target = j->symbols[added[i].target];
    return GP_OK;
}

static gp_status move_levels(join *j, gp_capability *capability)
{
    gp_job *job = j->draft->job;
    gp_level *levels = GP_NEW(job, gp_level, capability->level_count);
    if (!levels) return gp_no_memory(job);
    for (uint8_t i = 0; i < capability->level_count; i++) {
        levels[i] = capability->levels[i];
        levels[i].requires.first += j->requirement_base;
    }
    capability->levels = levels;
    return GP_OK;
}

static gp_status add_capability(join *j, const gp_draft *part, gp_capability capability)
{
    if (capability.name == gp_name(&part->names, capability.symbol)) capability.name = NULL;
    capability.symbol = j->symbols[capability.symbol];
    capability.requires.first += j->requirement_base;
    if (capability.level_count) GP_TRY(move_levels(j, &capability));
    return gp_draft_capability(j->draft, &capability);
}

/* Which capability of the draft each of the part's has become: `base` more. */
static gp_status add_parents(join *j, const gp_draft *part, uint32_t base)
{
    const gp_array *from = &part->parents;
    gp_capability *capabilities = j->draft->capabilities.data;
    const gp_capability *own = part->capabilities.data;
    if (from->count == 0) return GP_OK;
    gp_parent_use *added = gp_push(j->draft->job, &j->draft->parents, from->data, from->count);
    if (!added) return gp_no_memory(j->draft->job);
    for (size_t i = 0; i < from->count; i++) {
        capabilities[base + added[i].capability].parent =
            j->symbols[own[added[i].capability].parent];
        added[i].capability += base;
    }
    return GP_OK;
}

gp_status gp_join_draft(gp_draft *draft, gp_draft *part)
{
    join j = {.draft = draft};
    GP_TRY(map_symbols(draft, part, &j.symbols));
    GP_TRY(add_requirements(&j, part));
    gp_release(&part->requirements);
    const gp_capability *capabilities = part->capabilities.data;
    uint32_t base = (uint32_t)draft->capabilities.count;
    for (size_t i = 0; i < part->capabilities.count; i++)
        GP_TRY(add_capability(&j, part, capabilities[i]));
    GP_TRY(add_parents(&j, part, base));
    gp_release(&part->capabilities);
    gp_release(&part->parents);
    gp_release(&part->items);
    gp_release_names(&part->names);
    gp_release_names(&part->texts);
    return GP_OK;
}
