/* SPDX-License-Identifier: MIT
 * Candidates that cannot stand beside each other, as their effects have it. Most are pairs already,
 * as the file or the order of candidates says; the rest is found here, so that no plan is ever made
 * with two of which neither counts. */
#include "core/repair/odds.h"

#include <stdlib.h>

typedef uint32_t number_pair[2];

static gp_status push(gp_job *job, gp_array *pairs, uint32_t a, uint32_t b)
{
    const number_pair pair = {a < b ? a : b, a < b ? b : a};
    return gp_push(job, pairs, &pair, 1) ? GP_OK : gp_no_memory(job);
}

static gp_status find_of_activity(gp_job *job, const gp_repair_model *model, const gp_touches *all,
                                  uint32_t activity, gp_array *pairs)
{
    for (uint32_t i = all->first[activity]; i < all->first[activity + 1]; i++)
        for (uint32_t k = i + 1; k < all->first[activity + 1]; k++) {
            const gp_touch *a = &all->touches[i], *b = &all->touches[k];
            bool is_same =
                a->effect->kind == b->effect->kind && a->effect->target == b->effect->target;
            if (!is_same || a->candidate == b->candidate) continue;
            if (gp_compare_effects(&model->network, a->effect, b->effect) == GP_INCOMPARABLE)
                GP_TRY(push(job, pairs, a->candidate, b->candidate));
        }
    return GP_OK;
}

static int in_order(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    if (a[0] != b[0]) return a[0] < b[0] ? -1 : 1;
    return (a[1] > b[1]) - (a[1] < b[1]);
}

/* Each pair once. */
static uint32_t keep_one_of_each(number_pair *pairs, uint32_t count)
{
    uint32_t kept = 0;
    if (count) qsort(pairs, count, sizeof *pairs, in_order);
    for (uint32_t i = 0; i < count; i++) {
        if (kept && in_order(pairs[i], pairs[kept - 1]) == 0) continue;
        memmove(pairs[kept++], pairs[i], sizeof *pairs);
    }
    return kept;
}

gp_status gp_exclude_at_odds(gp_job *job, gp_repair_model *model)
{
    gp_array *pairs = GP_NEW(job, gp_array, 1);
    gp_touches all;
    if (!pairs) return gp_no_memory(job);
    pairs->size = sizeof(number_pair);
    GP_TRY(gp_index_touches(job, model, &all));
    for (uint32_t i = 0; i < model->exclude_count; i++)
        GP_TRY(push(job, pairs, model->excludes[i][0], model->excludes[i][1]));
    for (uint32_t i = 0; i < model->network.activity_count; i++)
        GP_TRY(find_of_activity(job, model, &all, i, pairs));
    model->exclude_count = keep_one_of_each(pairs->data, (uint32_t)pairs->count);
    model->excludes = (const number_pair *)pairs->data;
    return GP_OK;
}
