/* SPDX-License-Identifier: MIT
 * What belongs together? By owner, by the first tag (of those that a filter asks for, where one
 * does), by the capability that it is part of, or by stage: an intervention by its own, a
 * capability by that of the intervention that needs it first, as the roadmap has it. A capability
 * that is no part of another and has parts itself stands with these. */
#include "render/path_groups.h"
#include "render/element_id.h"
#include "render/texts.h"

#include <stdlib.h>
#include <string.h>

/* What makes a group: equal keys, in the order of the keys; NULL is last. */
typedef struct keyed {
    const char *key, *name;
    uint32_t activity;
} keyed;

typedef struct grouping {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_path_view *view;
    keyed *rows;
    uint32_t count;
    uint8_t *has_parts; /* by symbol: something is part of it */
    uint32_t *soonest;  /* by activity: the intervention that needs it first, or GP_NONE */
} grouping;

static int by_key(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    if (!x->key || !y->key) return (x->key == NULL) - (y->key == NULL);
    return strcmp(x->key, y->key);
}

static const char *owner_of(const gp_portfolio *portfolio, const gp_activity *a)
{
    const char *owner = NULL;
    if (a->kind == GP_KIND_CAPABILITY) owner = portfolio->capabilities[a->item].owner;
    if (a->kind == GP_KIND_INTERVENTION) owner = portfolio->interventions[a->item].owner;
    return owner && *owner ? owner : NULL;
}

static bool is_asked(const gp_filter *filter, const char *tag)
{
    for (uint32_t i = 0; i < filter->tag_count; i++)
        if (strcmp(filter->tags[i], tag) == 0) return true;
    return false;
}

static const char *tag_of(const grouping *g, const gp_activity *a)
{
    const gp_portfolio *portfolio = g->schedule->network->portfolio;
    const gp_filter *filter = g->view->filter;
    const char *const *tags = NULL;
    if (a->kind == GP_KIND_CAPABILITY) tags = portfolio->capabilities[a->item].tags;
    if (a->kind == GP_KIND_INTERVENTION) tags = portfolio->interventions[a->item].tags;
    if (!tags || !*tags) return NULL;
    for (const char *const *tag = tags; filter && *tag; tag++)
        if (is_asked(filter, *tag)) return *tag;
    return *tags;
}

/* ---- parents ---- */

static gp_status find_parts(grouping *g)
{
    const gp_portfolio *portfolio = g->schedule->network->portfolio;
    g->has_parts = GP_NEW(g->job, uint8_t, portfolio->symbol_count);
    if (!g->has_parts) return gp_no_memory(g->job);
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        if (portfolio->capabilities[i].parent != GP_NONE)
            g->has_parts[portfolio->capabilities[i].parent] = 1;
    return GP_OK;
}

/* The symbol of the capability that it is part of. */
static uint32_t parent_of(const grouping *g, const gp_activity *a)
{
    if (a->kind != GP_KIND_CAPABILITY) return GP_NONE;
    uint32_t parent = g->schedule->network->portfolio->capabilities[a->item].parent;
    return parent == GP_NONE && g->has_parts[a->symbol] ? a->symbol : parent;
}

/* ---- stages ---- */

static bool is_sooner(const gp_schedule *schedule, uint32_t a, uint32_t b)
{
    gp_day x = schedule->dates[a].latest_ready, y = schedule->dates[b].latest_ready;
    if (x != y) return x < y;
    return strcmp(gp_activity_id(schedule->network, a), gp_activity_id(schedule->network, b)) < 0;
}

/* Backwards over the order: what an activity waits for is needed when that is. */
static gp_status find_soonest(grouping *g)
{
    const gp_network *network = g->schedule->network;
    g->soonest = GP_NEW(g->job, uint32_t, network->activity_count);
    if (!g->soonest) return gp_no_memory(g->job);
    for (uint32_t i = 0; i < network->activity_count; i++) g->soonest[i] = GP_NONE;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        if (network->activities[to].kind == GP_KIND_INTERVENTION) g->soonest[to] = to;
        if (g->soonest[to] == GP_NONE) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t *best = &g->soonest[network->arcs[k].from];
            if (*best == GP_NONE || is_sooner(g->schedule, g->soonest[to], *best))
                *best = g->soonest[to];
        }
    }
    return GP_OK;
}

/* The stages in their order; then no stage, and what no intervention needs. */
static keyed stage_of(const grouping *g, uint32_t activity)
{
    static const char *const keys[] = {"4-no-stage", "1-explore", "2-develop", "3-exploit"};
    const gp_network *network = g->schedule->network;
    uint32_t user = g->soonest[activity];
    if (user == GP_NONE)
        return (keyed){"5-no-intervention", gp_word_of(GP_WORD_NO_INTERVENTION, g->view->language),
                       activity};
    uint8_t stage = network->portfolio->interventions[network->activities[user].item].stage;
    gp_word word = stage == GP_STAGE_NONE ? GP_WORD_NO_STAGE
                                          : (gp_word)(GP_WORD_EXPLORE + (stage - GP_EXPLORE));
    return (keyed){keys[stage], gp_word_of(word, g->view->language), activity};
}

/* ---- all of them ---- */

static keyed key_of(const grouping *g, uint32_t activity)
{
    const gp_portfolio *portfolio = g->schedule->network->portfolio;
    const gp_activity *a = &g->schedule->network->activities[activity];
    const char *key = NULL;
    if (g->view->group == GP_GROUP_OWNER) key = owner_of(portfolio, a);
    if (g->view->group == GP_GROUP_TAG) key = tag_of(g, a);
    if (g->view->group == GP_GROUP_STAGE) return stage_of(g, activity);
    if (g->view->group == GP_GROUP_PARENT) {
        uint32_t parent = parent_of(g, a);
        if (parent != GP_NONE)
            return (keyed){portfolio->ids[parent], gp_symbol_name(portfolio, parent), activity};
    }
    return (keyed){key, key, activity};
}

static const char *name_of_none(const grouping *g)
{
    static const gp_word words[] = {[GP_GROUP_OWNER] = GP_WORD_NO_OWNER,
                                    [GP_GROUP_TAG] = GP_WORD_NO_TAG,
                                    [GP_GROUP_PARENT] = GP_WORD_NO_PARENT,
                                    [GP_GROUP_STAGE] = GP_WORD_NO_STAGE};
    return gp_word_of(words[g->view->group], g->view->language);
}

static gp_status name_group(const grouping *g, const keyed *row, gp_path_group *out)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(g->job);
    if (!buffer) return gp_no_memory(g->job);
    gp_add_text(buffer, "frame");
    if (row->key) gp_add_text(buffer, "__");
    if (row->key) gp_add_element_id(buffer, row->key);
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    *out = (gp_path_group){.name = row->key ? row->name : name_of_none(g), .element_id = text};
    return GP_OK;
}

static gp_status number_groups(const grouping *g, gp_path_groups *out)
{
    gp_path_group *groups = GP_NEW(g->job, gp_path_group, g->count);
    uint32_t *of = GP_NEW(g->job, uint32_t, g->schedule->network->activity_count);
    if (!groups || !of) return gp_no_memory(g->job);
    for (uint32_t i = 0; i < g->count; i++) {
        if (i == 0 || by_key(&g->rows[i - 1], &g->rows[i]) != 0)
            GP_TRY(name_group(g, &g->rows[i], &groups[out->count++]));
        of[g->rows[i].activity] = out->count - 1;
    }
    out->groups = groups;
    out->of = of;
    return GP_OK;
}

gp_status gp_group_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                        const uint32_t *activities, uint32_t count, gp_path_groups *out)
{
    grouping g = {.job = job, .schedule = schedule, .view = view, .count = count};
    *out = (gp_path_groups){.is_in_sequence = view->group == GP_GROUP_STAGE};
    if (view->group == GP_GROUP_NONE || count == 0) return GP_OK;
    g.rows = GP_NEW(job, keyed, count);
    if (!g.rows) return gp_no_memory(job);
    if (view->group == GP_GROUP_PARENT) GP_TRY(find_parts(&g));
    if (view->group == GP_GROUP_STAGE) GP_TRY(find_soonest(&g));
    for (uint32_t i = 0; i < count; i++) g.rows[i] = key_of(&g, activities[i]);
    qsort(g.rows, count, sizeof *g.rows, by_key);
    return number_groups(&g, out);
}
