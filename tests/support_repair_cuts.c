/* SPDX-License-Identifier: MIT
 * The cheapest choice that has one of every cut: by plain branch and bound, and where that takes
 * too long as an integer programme of its own. */
#include "core/job.h"
#include "tests/support_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <glpk.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct search {
    const repair_world *world;
    const repair_pairs *pairs;
    bool *is_taken, *is_barred, *is_seen;
    double cost, best;
    uint64_t nodes;
} search;
#define NODES_MAX 200000u /* further is left to an integer programme */

static bool is_hit(const search *s, const gp_repair_cut *cut)
{
    for (uint32_t k = 0; k < cut->count; k++)
        if (s->is_taken[cut->candidates[k]]) return true;
    return false;
}

/* Cuts that share nothing: each costs at least its cheapest. The one with the fewest left to
 * choose is the next; NULL: all are hit. */
static const gp_repair_cut *next_cut(search *s, double *bound)
{
    const gp_repair *repair = s->world->repair;
    const gp_repair_cut *next = NULL;
    uint32_t fewest = UINT32_MAX;
    memset(s->is_seen, false, repair->considered_count);
    for (uint32_t i = 0; i < repair->cut_count; i++) {
        const gp_repair_cut *cut = &repair->cuts[i];
        double least = INFINITY;
        uint32_t left = 0;
        bool is_apart = true;
        if (is_hit(s, cut)) continue;
        for (uint32_t k = 0; k < cut->count; k++) {
            uint32_t c = cut->candidates[k];
            if (s->is_barred[c]) continue;
            left++;
            is_apart = is_apart && !s->is_seen[c];
            if (repair->considered[c].cost < least) least = repair->considered[c].cost;
        }
        if (left < fewest) {
            fewest = left;
            next = cut;
        }
        for (uint32_t k = 0; is_apart && k < cut->count; k++) s->is_seen[cut->candidates[k]] = true;
        if (is_apart) *bound += least;
    }
    return next;
}

/* Takes a candidate with all that it needs; false: it cannot be. */
static bool take(search *s, uint32_t candidate)
{
    if (s->is_taken[candidate]) return true;
    if (s->is_barred[candidate]) return false;
    s->is_taken[candidate] = true;
    s->cost += s->world->repair->considered[candidate].cost;
    for (uint32_t i = 0; i < s->pairs->exclude_count; i++) {
        const uint32_t *pair = s->pairs->excludes[i];
        if (s->is_taken[pair[0]] && s->is_taken[pair[1]]) return false;
    }
    for (uint32_t i = 0; i < s->pairs->need_count; i++) {
        const uint32_t *pair = s->pairs->needs[i];
        if (pair[0] == candidate && (pair[1] == GP_NONE || !take(s, pair[1]))) return false;
    }
    return true;
}

static void branch(search *s)
{
    uint32_t count = s->world->repair->considered_count;
    double bound = 0, cost = s->cost;
    const gp_repair_cut *cut = next_cut(s, &bound);
    if (s->cost + bound > s->best - 1e-9 || s->nodes++ > NODES_MAX) return;
    if (!cut) {
        s->best = s->cost;
        return;
    }
    bool *kept = malloc(2 * count + 1), *barred = kept + count;
    memcpy(kept, s->is_taken, count);
    memcpy(barred, s->is_barred, count);
    for (uint32_t k = 0; k < cut->count; k++) {
        if (!s->is_barred[cut->candidates[k]] && take(s, cut->candidates[k])) branch(s);
        memcpy(s->is_taken, kept, count);
        s->cost = cost;
        s->is_barred[cut->candidates[k]] = true;
    }
    memcpy(s->is_barred, barred, count);
    free(kept);
}

/* A row of ones over some columns; GLP_DB stands for the first less the second, at most `bound`. */
static void add_row(glp_prob *problem, const uint32_t *columns, uint32_t count, int kind,
                    double bound)
{
    int *indices = calloc(count + 1u, sizeof *indices), row = glp_add_rows(problem, 1);
    double *values = calloc(count + 1u, sizeof *values);
    for (uint32_t k = 0; k < count; k++) {
        indices[k + 1] = (int)columns[k] + 1;
        values[k + 1] = kind == GLP_DB && k == 1 ? -1 : 1;
    }
    glp_set_row_bnds(problem, row, kind == GLP_DB ? GLP_UP : kind, bound, bound);
    glp_set_mat_row(problem, row, (int)count, indices, values);
    free(indices);
    free(values);
}

static double least_by_programme(const repair_world *world, const repair_pairs *pairs)
{
    const gp_repair *repair = world->repair;
    glp_prob *problem = glp_create_prob();
    glp_iocp how;
    glp_init_iocp(&how);
    how.presolve = GLP_ON;
    how.msg_lev = GLP_MSG_OFF;
    glp_add_cols(problem, (int)repair->considered_count);
    for (uint32_t i = 0; i < repair->considered_count; i++) {
        glp_set_col_kind(problem, (int)i + 1, GLP_BV);
        glp_set_obj_coef(problem, (int)i + 1, repair->considered[i].cost);
    }
    for (uint32_t i = 0; i < repair->cut_count; i++)
        add_row(problem, repair->cuts[i].candidates, repair->cuts[i].count, GLP_LO, 1);
    for (uint32_t i = 0; i < pairs->exclude_count; i++)
        add_row(problem, pairs->excludes[i], 2, GLP_UP, 1);
    for (uint32_t i = 0; i < pairs->need_count; i++)
        add_row(problem, pairs->needs[i], 2, GLP_DB, 0);
    assert_int_equal(glp_intopt(problem, &how), 0);
    assert_int_equal(glp_mip_status(problem), GLP_OPT);
    double least = glp_mip_obj_val(problem);
    glp_delete_prob(problem);
    return least;
}

double least_of_cuts(const repair_world *world, const repair_pairs *pairs)
{
    const size_t count = world->repair->considered_count + 1u;
    search s = {.world = world,
                .pairs = pairs,
                .is_taken = GP_NEW(world->job, bool, count),
                .is_barred = GP_NEW(world->job, bool, count),
                .is_seen = GP_NEW(world->job, bool, count),
                .best = world->repair->cost + 1e-3};
    branch(&s);
    return s.nodes > NODES_MAX ? least_by_programme(world, pairs) : s.best;
}
