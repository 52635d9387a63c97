/* SPDX-License-Identifier: MIT
 * In what order the arcs into an activity are looked at: of two that let go on the same day the one
 * with the smaller id drives, so those come first and only a later day takes over. And the grids
 * of rounds and cycles. */
#include "core/activity.h"
#include "core/risk/model.h"

#include <stdlib.h>

typedef struct ranked {
    const char *id;
    uint32_t activity;
    uint8_t level;
} ranked;

static int by_id(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    if (order) return order;
    if (a->level != b->level) return a->level < b->level ? -1 : 1;
    return a->activity < b->activity ? -1 : a->activity > b->activity;
}

static gp_status rank_activities(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    ranked *all = GP_NEW(job, ranked, network->activity_count);
    uint32_t *rank = GP_NEW(job, uint32_t, network->activity_count);
    if (!all || !rank) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->activity_count; i++)
        all[i] = (ranked){gp_activity_id(network, i), i, network->activities[i].level};
    qsort(all, network->activity_count, sizeof *all, by_id);
    for (uint32_t i = 0; i < network->activity_count; i++) rank[all[i].activity] = i;
    model->rank = rank;
    return GP_OK;
}

typedef struct sortable {
    uint32_t arc, to, rank; /* of groups: the number of the arc */
    bool is_grouped;
} sortable;

static int by_rank(const void *left, const void *right)
{
    const sortable *a = left, *b = right;
    if (a->to != b->to) return a->to < b->to ? -1 : 1;
    if (a->is_grouped != b->is_grouped) return a->is_grouped ? 1 : -1;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return a->arc < b->arc ? -1 : a->arc > b->arc;
}

static gp_status sort_arcs(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    sortable *all = GP_NEW(job, sortable, network->arc_count);
    uint32_t *sorted = GP_NEW(job, uint32_t, network->arc_count);
    if (!all || !sorted) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        const gp_arc *arc = &network->arcs[i];
        all[i] = (sortable){i, arc->to, arc->group ? i : model->rank[arc->from], arc->group != 0};
    }
    qsort(all, network->arc_count, sizeof *all, by_rank);
    for (uint32_t i = 0; i < network->arc_count; i++) sorted[i] = all[i].arc;
    model->sorted_arcs = sorted;
    return GP_OK;
}

/* ---- grids ---- */

static bool is_same_grid(const gp_grid *a, const gp_grid *b)
{
    return a->planning == b->planning && a->from == b->from && a->step.days == b->step.days &&
           a->step.months == b->step.months && a->step.unit == b->step.unit;
}

/* The grids so far, by what they are made of: open addressing, never more than half full. */
typedef struct grid_table {
    const gp_grid **grids;
    uint32_t mask;
} grid_table;

static gp_status make_table(gp_job *job, uint32_t most, grid_table *out)
{
    out->mask = 1;
    while (out->mask < most * 2) out->mask = out->mask * 2 + 1;
    out->grids = GP_NEW(job, const gp_grid *, out->mask + 1);
    return out->grids ? GP_OK : gp_no_memory(job);
}

static uint32_t hash_of(const gp_grid *grid)
{
    uint64_t hash = (uint64_t)(uintptr_t)grid->planning ^ (uint64_t)(uint32_t)grid->from << 20;
    hash ^= (uint64_t)(uint32_t)grid->step.days << 4 ^ (uint64_t)(uint16_t)grid->step.months << 40;
    return (uint32_t)(hash * 11400714819323198485u >> 32);
}

/* A grid that is there already, or a new one: portfolios share their rounds and cycles. */
static gp_status share_grid(gp_job *job, const gp_model *model, const grid_table *table,
                            gp_grid wanted, const gp_grid **out)
{
    uint32_t at = hash_of(&wanted) & table->mask;
    while (table->grids[at] && !is_same_grid(table->grids[at], &wanted))
        at = (at + 1) & table->mask;
    *out = table->grids[at];
    if (*out) return GP_OK;
    gp_grid *grid = GP_NEW(job, gp_grid, 1);
    if (!grid) return gp_no_memory(job);
    *grid = wanted;
    *out = table->grids[at] = grid;
    return gp_make_grid(job, &model->tables, grid);
}

static gp_status find_grids(gp_job *job, gp_model *model)
{
    const gp_network *network = model->schedule->network;
    grid_table table;
    GP_TRY(make_table(job, network->activity_count, &table));
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        gp_grid wanted = {.calendar = &network->portfolio->calendar};
        if (a->kind == GP_KIND_INTERVENTION) {
            const gp_intervention *own = &network->portfolio->interventions[a->item];
            wanted.from = gp_cycle_from(network->portfolio, own);
            wanted.step = own->cycle;
        } else if (a->is_rounded && !a->is_unknown) {
            wanted.planning = a->planning;
        } else {
            continue;
        }
        GP_TRY(share_grid(job, model, &table, wanted, &model->steps[i].grid));
    }
    return GP_OK;
}

gp_status gp_model_arcs(gp_job *job, gp_model *model)
{
    GP_TRY(rank_activities(job, model));
    GP_TRY(sort_arcs(job, model));
    return find_grids(job, model);
}
