/* SPDX-License-Identifier: MIT
 * Lanes by parent: the capability that a capability is part of in the end. Where all of them are
 * part of one and the same (the whole, or the one that --within names), that would be one lane:
 * then those right below it are the lanes, and so on down to where they part. */
#include "render/roadmap_lanes.h"

#include <string.h>

typedef struct tree {
    const gp_portfolio *portfolio;
    uint32_t *parent; /* by capability: the capability it is part of, or GP_NONE */
    uint32_t *order;  /* capabilities, each after its parent */
    uint32_t *below;  /* how many of those that are shown are it or part of it */
    uint32_t *root;   /* whose lane it is in; GP_NONE: of none */
    uint32_t *waiting;
} tree;

static gp_status new_tree(gp_job *job, const gp_portfolio *portfolio, tree *t)
{
    uint32_t count = portfolio->capability_count;
    *t = (tree){portfolio,
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count),
                GP_NEW(job, uint32_t, count)};
    bool is_made = t->parent && t->order && t->below && t->root && t->waiting;
    return is_made ? GP_OK : gp_no_memory(job);
}

static void find_parents(tree *t)
{
    const gp_portfolio *portfolio = t->portfolio;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        uint32_t symbol = portfolio->capabilities[i].parent;
        bool is_known = symbol != GP_NONE && portfolio->items[symbol].kind == GP_ITEM_CAPABILITY;
        t->parent[i] = is_known ? portfolio->items[symbol].index : GP_NONE;
    }
}

/* Parents before what is part of them: leaves are taken off one by one, from behind. */
static void sort_tree(tree *t)
{
    uint32_t count = t->portfolio->capability_count, first = count, next = count;
    memset(t->waiting, 0, sizeof *t->waiting * count);
    for (uint32_t i = 0; i < count; i++)
        if (t->parent[i] != GP_NONE) t->waiting[t->parent[i]]++;
    for (uint32_t i = 0; i < count; i++)
        if (t->waiting[i] == 0) t->order[--first] = i;
    while (next > first) {
        uint32_t parent = t->parent[t->order[--next]];
        if (parent != GP_NONE && --t->waiting[parent] == 0) t->order[--first] = parent;
    }
}

/* The one that all that are shown are part of, as far down as there is one; GP_NONE: none. */
static uint32_t find_whole(const tree *t, uint32_t shown)
{
    uint32_t whole = GP_NONE;
    for (uint32_t i = 0; i < t->portfolio->capability_count; i++)
        if (t->below[t->order[i]] == shown && t->parent[t->order[i]] == whole) whole = t->order[i];
    return whole;
}

static void find_roots(tree *t, uint32_t whole)
{
    for (uint32_t i = 0; i < t->portfolio->capability_count; i++) {
        uint32_t own = t->order[i], parent = t->parent[own];
        bool is_root = parent == GP_NONE || parent == whole || own == whole;
        t->root[own] = is_root ? own : t->root[parent];
    }
}

static bool is_alone(const tree *t, const uint8_t *has_parts, uint32_t capability)
{
    return t->parent[capability] == GP_NONE && !has_parts[capability];
}

static gp_status grow(const gp_roadmap *map, tree *t)
{
    const gp_portfolio *portfolio = map->sheet.portfolio;
    uint32_t shown = 0, count = portfolio->capability_count;
    uint8_t *has_parts = GP_NEW(map->sheet.job, uint8_t, count);
    if (!has_parts) return gp_no_memory(map->sheet.job);
    find_parents(t);
    sort_tree(t);
    for (uint32_t i = 0; i < count; i++)
        if (t->parent[i] != GP_NONE) has_parts[t->parent[i]] = 1;
    for (uint32_t i = 0; i < map->item_count; i++) {
        const gp_activity *a = &map->sheet.schedule->network->activities[map->items[i].activity];
        if (a->kind != GP_KIND_CAPABILITY || is_alone(t, has_parts, a->item)) continue;
        t->below[a->item]++;
        shown++;
    }
    for (uint32_t i = count; i-- > 0;)
        if (t->parent[t->order[i]] != GP_NONE)
            t->below[t->parent[t->order[i]]] += t->below[t->order[i]];
    find_roots(t, shown ? find_whole(t, shown) : GP_NONE);
    for (uint32_t i = 0; i < count; i++)
        if (is_alone(t, has_parts, i)) t->root[i] = GP_NONE;
    return GP_OK;
}

static gp_lane_key key_of(const gp_roadmap *map, const tree *t, uint32_t item)
{
    const gp_portfolio *portfolio = map->sheet.portfolio;
    const gp_activity *a = &map->sheet.schedule->network->activities[map->items[item].activity];
    uint32_t root = a->kind == GP_KIND_CAPABILITY ? t->root[a->item] : GP_NONE;
    if (root == GP_NONE) {
        bool is_intervention = a->kind == GP_KIND_INTERVENTION;
        return (gp_lane_key){is_intervention ? GP_LANE_TOP : GP_LANE_BOTTOM, NULL, NULL, item};
    }
    const gp_capability *capability = &portfolio->capabilities[root];
    return (gp_lane_key){GP_LANE_BY_LINKS, portfolio->ids[capability->symbol], capability->name,
                         item};
}

gp_status gp_lanes_by_parent(gp_roadmap *map)
{
    tree t;
    gp_language language = map->sheet.language;
    const gp_lane_words words = {
        .prefix = "parent-",
        .top = gp_say(language, "Interventions", "Interventies"),
        .top_id = "interventions",
        .bottom = gp_say(language, "Part of no other", "Geen deel van een andere"),
        .bottom_id = "no-parent"};
    gp_lane_key *keys = GP_NEW(map->sheet.job, gp_lane_key, map->item_count);
    if (!keys) return gp_no_memory(map->sheet.job);
    GP_TRY(new_tree(map->sheet.job, map->sheet.portfolio, &t));
    GP_TRY(grow(map, &t));
    for (uint32_t i = 0; i < map->item_count; i++) keys[i] = key_of(map, &t, i);
    return gp_make_keyed_lanes(map, keys, &words);
}
