/* SPDX-License-Identifier: MIT
 * What differs between two lists of requirements. Entries match by the set of records that they
 * name. What was required of a record that is gone went with it, and is no edit by itself. */
#include "io/change/meaning.h"
#include "io/change/required.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

static int compare_targets(const void *left, const void *right)
{
    return strcmp(((const gp_required *)left)->targets, ((const gp_required *)right)->targets);
}

/* Takes out of OLD's entries what went with the records that are gone. */
static gp_status strip(gp_edit_sources *sources, gp_required *old, uint32_t *old_count,
                       const gp_required *new, uint32_t new_count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < *old_count; i++) {
        gp_required entry = old[i];
        bool is_still = new_count && bsearch(&entry, new, new_count, sizeof *new, compare_targets);
        if (!is_still) GP_TRY(gp_strip_required(sources, &entry));
        if (entry.count != old[i].count && !gp_push(sources->job, &sources->went, &entry.node, 1))
            return gp_no_memory(sources->job);
        if (entry.count) old[kept++] = entry;
    }
    *old_count = kept;
    gp_sort_required(old, kept);
    return GP_OK;
}

/* Entries of one list that name the same records. */
typedef struct group {
    const gp_required *entries;
    uint32_t count;
} group;

static group take_group(const gp_required *entries, uint32_t count, const char *targets)
{
    group g = {entries, 0};
    while (g.count < count && strcmp(entries[g.count].targets, targets) == 0) g.count++;
    return g;
}

static bool is_same_group(group a, group b)
{
    if (a.count != b.count) return false;
    for (uint32_t i = 0; i < a.count; i++)
        if (strcmp(a.entries[i].meaning, b.entries[i].meaning) != 0) return false;
    return true;
}

static gp_status copy_nodes(gp_job *job, group g, const cJSON *const **out)
{
    const cJSON **nodes = GP_NEW(job, const cJSON *, g.count);
    if (!nodes) return gp_no_memory(job);
    for (uint32_t i = 0; i < g.count; i++) nodes[i] = g.entries[i].node;
    *out = nodes;
    return GP_OK;
}

static gp_status add_group(gp_edit_sources *sources, const gp_edit_row *scope, group old, group new)
{
    static const char *const keys[] = {NULL,        "levels[1]", "levels[2]",
                                       "levels[3]", "levels[4]", "levels[5]"};
    const gp_required *entry = new.count ? new.entries : old.entries;
    gp_edit_row row = *scope;
    const char **ids = GP_NEW(sources->job, const char *, entry->count);
    if (!ids) return gp_no_memory(sources->job);
    for (uint32_t i = 0; i < entry->count; i++) ids[i] = entry->alternatives[i].id;
    row.edit.kind = GP_EDIT_REQUIREMENT;
    row.edit.key = keys[row.origin.level];
    row.edit.requires = ids;
    row.edit.require_count = entry->count;
    row.edit.matters = true;
    row.rank = row.origin.level;
    row.order = entry->targets;
    row.origin.counts[GP_OLD] = old.count;
    row.origin.counts[GP_NEW] = new.count;
    GP_TRY(copy_nodes(sources->job, old, &row.origin.nodes[GP_OLD]));
    GP_TRY(copy_nodes(sources->job, new, &row.origin.nodes[GP_NEW]));
    return gp_add_edit(sources, &row);
}

static gp_status compare(gp_edit_sources *sources, const gp_edit_row *scope, group old, group new)
{
    while (old.count || new.count) {
        int order = !old.count ? 1 : !new.count ? -1 : compare_targets(old.entries, new.entries);
        const char *targets = order <= 0 ? old.entries->targets : new.entries->targets;
        group a = take_group(old.entries, order <= 0 ? old.count : 0, targets);
        group b = take_group(new.entries, order >= 0 ? new.count : 0, targets);
        if (!is_same_group(a, b)) GP_TRY(add_group(sources, scope, a, b));
        old.entries += a.count;
        old.count -= a.count;
        new.entries += b.count;
        new.count -= b.count;
    }
    return GP_OK;
}

gp_status gp_compare_requires(gp_edit_sources *sources, const gp_edit_row *scope, const cJSON *old,
                              const cJSON *new)
{
    const gp_pair *pair = gp_pair_of(sources, scope->origin.symbol);
    bool is_capability = pair->kinds[GP_NEW] == GP_EDIT_CAPABILITY;
    gp_required *entries[GP_VERSIONS];
    uint32_t counts[GP_VERSIONS];
    if (old && new &&gp_is_same_tree(old, new)) return GP_OK;
    GP_TRY(
        gp_list_required(sources, GP_NEW, is_capability, new, &entries[GP_NEW], &counts[GP_NEW]));
    GP_TRY(
        gp_list_required(sources, GP_OLD, is_capability, old, &entries[GP_OLD], &counts[GP_OLD]));
    GP_TRY(strip(sources, entries[GP_OLD], &counts[GP_OLD], entries[GP_NEW], counts[GP_NEW]));
    return compare(sources, scope, (group){entries[GP_OLD], counts[GP_OLD]},
                   (group){entries[GP_NEW], counts[GP_NEW]});
}
