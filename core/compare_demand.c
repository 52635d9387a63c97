/* SPDX-License-Identifier: MIT
 * Which clashes opened and closed between two versions, and of which capabilities the demand is
 * another: described nowhere, or with nothing that rests on them. */
#include "core/compare.h"
#include "groeipad/demand.h"

#include <stdlib.h>
#include <string.h>

static int by_id(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* ---- clashes ---- */

static gp_status list_lives(gp_job *job, const gp_comparison *c, bool wants_opened, gp_id_list *out)
{
    const char **ids = GP_NEW(job, const char *, c->live_count);
    uint32_t count = 0;
    if (!ids) return gp_no_memory(job);
    for (uint32_t i = 0; i < c->live_count; i++) {
        const gp_moved_live *live = &c->lives[i];
        bool was = live->old_late_days > 0, is = live->new_late_days > 0;
        if (wants_opened ? is && !was : was && !is) ids[count++] = live->id;
    }
    if (count > 1) qsort(ids, count, sizeof *ids, by_id);
    *out = (gp_id_list){ids, count};
    return GP_OK;
}

/* ---- demand ---- */

/* Missing, or unfounded, by id. */
static gp_status list_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                           bool wants_missing, gp_id_list *out)
{
    uint32_t count = wants_missing ? gaps->missing_count : gaps->unfounded_count;
    const char **ids = GP_NEW(job, const char *, count);
    if (!ids) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        ids[i] = portfolio->ids[wants_missing ? gaps->missing[i].symbol : gaps->unfounded[i]];
    if (count > 1) qsort(ids, count, sizeof *ids, by_id);
    *out = (gp_id_list){ids, count};
    return GP_OK;
}

/* Those of `a` that are not in `b`; both ascending. */
static gp_status subtract(gp_job *job, gp_id_list a, gp_id_list b, gp_id_list *out)
{
    const char **ids = GP_NEW(job, const char *, a.count);
    uint32_t count = 0;
    if (!ids) return gp_no_memory(job);
    for (uint32_t i = 0, k = 0; i < a.count; i++) {
        while (k < b.count && strcmp(b.ids[k], a.ids[i]) < 0) k++;
        if (k == b.count || strcmp(b.ids[k], a.ids[i]) != 0) ids[count++] = a.ids[i];
    }
    *out = (gp_id_list){ids, count};
    return GP_OK;
}

gp_status gp_compare_demand(gp_job *job, gp_comparison *c)
{
    const gp_network *networks[2] = {c->old_schedule->network, c->new_schedule->network};
    gp_id_list missing[2], unfounded[2];
    for (int i = 0; i < 2; i++) {
        gp_gaps gaps;
        GP_TRY(gp_find_gaps(job, networks[i], NULL, &gaps));
        GP_TRY(list_gaps(job, networks[i]->portfolio, &gaps, true, &missing[i]));
        GP_TRY(list_gaps(job, networks[i]->portfolio, &gaps, false, &unfounded[i]));
    }
    GP_TRY(subtract(job, missing[1], missing[0], &c->missing));
    GP_TRY(subtract(job, missing[0], missing[1], &c->found));
    GP_TRY(subtract(job, unfounded[1], unfounded[0], &c->unfounded));
    GP_TRY(subtract(job, unfounded[0], unfounded[1], &c->asked));
    GP_TRY(list_lives(job, c, true, &c->opened));
    return list_lives(job, c, false, &c->closed);
}
