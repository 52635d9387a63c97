/* SPDX-License-Identifier: MIT
 * What a capability is part of: a grouping for readers and pictures, which no date rests on. A
 * parent is a capability (GP117), and what it is part of leads back to nobody (GP116). What is
 * wrong is taken off, so that the rest can be judged without it. */
#include "core/draft.h"
#include "core/nearest.h"

#include <string.h>

#define NAMED_MAX 12 /* capabilities of a circle that the message names */

gp_status gp_draft_parent(gp_draft *draft, const char *id, size_t size, gp_place place)
{
    gp_capability *capability =
        (gp_capability *)draft->capabilities.data + draft->capabilities.count - 1;
    gp_parent_use use = {(uint32_t)draft->capabilities.count - 1, place};
    capability->parent = gp_draft_symbol(draft, id, size);
    if (capability->parent == GP_NONE || !gp_push(draft->job, &draft->parents, &use, 1))
        return gp_no_memory(draft->job);
    return GP_OK;
}

/* ---- a parent is a capability ---- */

void gp_take_back_required(gp_draft *draft)
{
    const gp_requirement *requirements = draft->requirements.data;
    gp_item *items = draft->items.data;
    for (size_t i = 0; i < draft->requirements.count; i++) {
        gp_item *item = &items[requirements[i].target];
        if (item->kind == GP_ITEM_ELSEWHERE) item->kind = GP_ITEM_MISSING;
    }
}

static const char *nearest_capability(const gp_draft *draft, uint32_t own, uint32_t unknown,
                                      int64_t *work)
{
    const gp_capability *capabilities = draft->capabilities.data;
    gp_nearest search;
    gp_start_nearest(&search, gp_name(&draft->names, unknown), work);
    search.by_text = true;
    for (size_t i = 0; i < draft->capabilities.count && !search.is_over; i++) {
        uint32_t symbol = capabilities[i].symbol;
        if (symbol != own && gp_shown_id(draft, symbol) == gp_name(&draft->names, symbol))
            gp_try_nearest(&search, gp_name(&draft->names, symbol),
                           gp_name_size(&draft->names, symbol));
    }
    return search.best;
}

static gp_status report_no_capability(gp_draft *draft, const gp_parent_use *use, int64_t *work)
{
    const gp_capability *capability =
        (const gp_capability *)draft->capabilities.data + use->capability;
    uint32_t parent = capability->parent;
    bool is_intervention =
        ((const gp_item *)draft->items.data)[parent].kind == GP_ITEM_INTERVENTION;
    gp_finding finding = {.code = 117,
                          .place = use->place,
                          .subject = gp_shown_id(draft, capability->symbol),
                          .arguments = {GP_TEXT(gp_shown_id(draft, parent)),
                                        is_intervention
                                            ? GP_WORDS("an intervention", "een interventie")
                                            : GP_WORDS("described nowhere", "nergens beschreven")}};
    if (!is_intervention)
        finding.suggestion = nearest_capability(draft, capability->symbol, parent, work);
    return gp_add_finding(draft->job, &finding);
}

static gp_status check_kinds(gp_draft *draft)
{
    int64_t work = GP_NEAREST_WORK;
    bool is_any_elsewhere = false;
    gp_capability *capabilities = draft->capabilities.data;
    const gp_parent_use *uses = draft->parents.data;
    for (size_t i = 0; i < draft->parents.count; i++) {
        gp_capability *capability = &capabilities[uses[i].capability];
        gp_item *item = (gp_item *)draft->items.data + capability->parent;
        if (item->kind == GP_ITEM_CAPABILITY) continue;
        if (item->kind == GP_ITEM_INTERVENTION || !(draft->unknown & GP_PART_IDS))
            GP_TRY(report_no_capability(draft, &uses[i], &work));
        capability->parent = GP_NONE; /* where ids are unknown it may be one that was not read */
        if (item->kind == GP_ITEM_INTERVENTION) continue;
        item->kind = GP_ITEM_ELSEWHERE;
        is_any_elsewhere = true;
    }
    if (is_any_elsewhere) gp_take_back_required(draft);
    return GP_OK;
}

/* ---- no capability is part of itself ---- */

static uint32_t parent_of(const gp_draft *draft, uint32_t capability)
{
    uint32_t symbol = ((const gp_capability *)draft->capabilities.data)[capability].parent;
    return symbol == GP_NONE ? GP_NONE : ((const gp_item *)draft->items.data)[symbol].index;
}

/* Where the file says what a capability is part of; the uses are in the order of those. */
static gp_place place_of_use(const gp_draft *draft, uint32_t capability)
{
    const gp_parent_use *uses = draft->parents.data;
    size_t low = 0, high = draft->parents.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (uses[middle].capability <= capability)
            low = middle;
        else
            high = middle;
    }
    return uses[low].place;
}

static const char *shown(const gp_draft *draft, uint32_t capability)
{
    return gp_shown_id(draft, ((const gp_capability *)draft->capabilities.data)[capability].symbol);
}

/* "a -> b -> c -> a": each is part of the next. */
static gp_status report_circle(gp_draft *draft, uint32_t first)
{
    uint32_t count = 1;
    for (uint32_t at = parent_of(draft, first); at != first; at = parent_of(draft, at)) count++;
    gp_related *related = GP_NEW(draft->job, gp_related, count);
    gp_buffer *chain = gp_new_buffer(draft->job);
    const char *text;
    size_t size;
    if (!related || !chain) return gp_no_memory(draft->job);
    uint32_t at = first;
    for (uint32_t i = 0; i < count; i++, at = parent_of(draft, at)) {
        related[i] = (gp_related){.place = place_of_use(draft, at), .from = shown(draft, at)};
        if (i >= NAMED_MAX) continue;
        gp_add_text(chain, related[i].from);
        gp_add_text(chain, " -> ");
    }
    if (count > NAMED_MAX) gp_add_text(chain, "... -> ");
    gp_add_text(chain, related[0].from);
    GP_TRY(gp_finish_buffer(chain, &text, &size));
    return gp_add_finding(draft->job, &(gp_finding){.code = 116,
                                                    .place = related[0].place,
                                                    .subject = related[0].from,
                                                    .arguments = {GP_TEXT(text), GP_NUMBER(count)},
                                                    .related = related,
                                                    .related_count = count});
}

static void take_apart(gp_draft *draft, uint32_t first)
{
    gp_capability *capabilities = draft->capabilities.data;
    for (uint32_t at = first, next; at != GP_NONE; at = next) {
        next = parent_of(draft, at);
        capabilities[at].parent = GP_NONE;
    }
}

/* From each capability upwards until somebody came by there: in this walk, so it is a circle. */
static gp_status check_circles(gp_draft *draft)
{
    const gp_parent_use *uses = draft->parents.data;
    /* by capability: the number of the walk that came by; 0: none */
    uint32_t *seen = GP_NEW(draft->job, uint32_t, draft->capabilities.count);
    if (!seen) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < draft->parents.count; i++) {
        uint32_t at = uses[i].capability, number = i + 1;
        while (at != GP_NONE && seen[at] == 0) {
            seen[at] = number;
            at = parent_of(draft, at);
        }
        if (at == GP_NONE || seen[at] != number) continue;
        GP_TRY(report_circle(draft, at));
        take_apart(draft, at);
    }
    return GP_OK;
}

gp_status gp_check_parents(gp_draft *draft)
{
    if (draft->parents.count == 0) return GP_OK;
    GP_TRY(check_kinds(draft));
    GP_TRY(check_circles(draft));
    gp_release(&draft->parents);
    return GP_OK;
}
