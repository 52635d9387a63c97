/* SPDX-License-Identifier: MIT
 * The rows of a cover. Of the cuts of a target only those are kept that say more than the others.
 */
#include "core/repair/cover_rows.h"

gp_status gp_new_cover(gp_job *job, const double *costs, uint32_t measures, uint32_t targets,
                       gp_cover **out)
{
    gp_cover *cover = GP_NEW(job, gp_cover, 1);
    if (!cover) return gp_no_memory(job);
    *cover = (gp_cover){.job = job,
                        .measures = measures,
                        .targets = targets,
                        .costs = GP_NEW(job, double, measures),
                        .cuts = {.size = sizeof(gp_cut)},
                        .members = {.size = sizeof(uint32_t)},
                        .excludes = {.size = sizeof(gp_pair)},
                        .needs = {.size = sizeof(gp_pair)}};
    if (!cover->costs) return gp_no_memory(job);
    if (measures) memcpy(cover->costs, costs, measures * sizeof *costs);
    GP_TRY(gp_weigh_costs(cover));
    *out = cover;
    return GP_OK;
}

static gp_status add_pair(gp_cover *cover, gp_array *pairs, uint32_t a, uint32_t b)
{
    return gp_push(cover->job, pairs, &(gp_pair){a, b}, 1) ? GP_OK : gp_no_memory(cover->job);
}

gp_status gp_cover_exclude(gp_cover *cover, uint32_t a, uint32_t b)
{
    return add_pair(cover, &cover->excludes, a, b);
}

gp_status gp_cover_need(gp_cover *cover, uint32_t a, uint32_t needs_b)
{
    return add_pair(cover, &cover->needs, a, needs_b);
}

static uint64_t mark_of(const uint32_t *measures, uint32_t count)
{
    uint64_t mark = 0;
    for (uint32_t i = 0; i < count; i++)
        mark |= UINT64_C(1) << (measures[i] * UINT32_C(2654435769) >> 26);
    return mark;
}

/* Are all members of a among those of b? */
static bool is_within(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    uint32_t at = 0;
    if (a_count > b_count) return false;
    for (uint32_t i = 0; i < a_count; i++) {
        while (at < b_count && b[at] < a[i]) at++;
        if (at == b_count || b[at] != a[i]) return false;
        at++;
    }
    return true;
}

/* Those that are out; the others move up. */
static void let_go(gp_cover *cover)
{
    gp_cut *cuts = cover->cuts.data;
    uint32_t *members = cover->members.data;
    size_t kept = 0, place = 0;
    for (size_t i = 0; i < cover->cuts.count; i++) {
        if (cuts[i].is_out) continue;
        if (cuts[i].count && place != cuts[i].first)
            memmove(members + place, members + cuts[i].first, cuts[i].count * sizeof *members);
        cuts[i].first = place;
        place += cuts[i].count;
        cuts[kept++] = cuts[i];
    }
    cover->cuts.count = kept;
    cover->members.count = place;
}

/* What the new cut is beside those that are there. Cost: O(cuts), and their members where their
 * marks do not tell already. */
static bool judge(gp_cover *cover, gp_cut *new, const uint32_t *members, bool *any)
{
    gp_cut *cuts = cover->cuts.data;
    for (size_t i = 0; i < cover->cuts.count; i++) {
        gp_cut *old = &cuts[i];
        if (old->target != new->target) continue;
        const uint32_t *own = gp_cut_members(cover, old);
        if (!(old->mark & ~new->mark) && is_within(own, old->count, members, new->count)) {
            if (old->late_days >= new->late_days) return false;
            new->is_weak |= old->count < new->count;
        }
        if (!(new->mark & ~old->mark) && is_within(members, new->count, own, old->count)) {
            if (new->late_days >= old->late_days) old->is_out = *any = true;
            old->is_weak = true;
        }
    }
    return true;
}

gp_status gp_cover_cut(gp_cover *cover, uint32_t target, int32_t late_days,
                       const uint32_t *measures, uint32_t count)
{
    gp_cut new = {
        .count = count, .target = target, .late_days = late_days, .mark = mark_of(measures, count)};
    bool any = false, is_kept = judge(cover, &new, measures, &any);
    if (any) let_go(cover);
    if (!is_kept) return GP_OK;
    new.first = cover->members.count;
    if ((count && !gp_push(cover->job, &cover->members, measures, count)) ||
        !gp_push(cover->job, &cover->cuts, &new, 1))
        return gp_no_memory(cover->job);
    return GP_OK;
}
