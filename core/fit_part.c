/* SPDX-License-Identifier: MIT
 * Fits with only the interventions that pass a filter: the contexts that one of those touches, and
 * what those aim at. What was measured, and what comes next, is as it is with all of them. */
#include "groeipad/citizens.h"
#include "core/job.h"

typedef struct part {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_filter *filter;
    uint32_t *kept; /* by fit: its number among those that are kept, or GP_NONE */
} part;

static bool passes(const part *p, uint32_t intervention)
{
    return gp_passes(p->filter, p->portfolio->interventions[intervention].symbol);
}

static gp_status keep_touches(const part *p, gp_fit *fit)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < fit->touch_count; i++)
        count += passes(p, fit->touches[i].intervention);
    gp_touch *touches = GP_NEW(p->job, gp_touch, count);
    if (!touches) return gp_no_memory(p->job);
    count = 0;
    for (uint32_t i = 0; i < fit->touch_count; i++)
        if (passes(p, fit->touches[i].intervention)) touches[count++] = fit->touches[i];
    fit->touches = touches;
    fit->touch_count = count;
    return GP_OK;
}

static gp_status keep_fits(part *p, const gp_fits *all, gp_fits *out)
{
    gp_fit *fits = GP_NEW(p->job, gp_fit, all->fit_count);
    uint32_t count = 0;
    if (!fits) return gp_no_memory(p->job);
    for (uint32_t i = 0; i < all->fit_count; i++) {
        fits[count] = all->fits[i];
        p->kept[i] = GP_NONE;
        GP_TRY(keep_touches(p, &fits[count]));
        if (fits[count].touch_count) p->kept[i] = count++;
    }
    out->fits = fits;
    out->fit_count = count;
    return GP_OK;
}

static uint32_t kept_of(const part *p, uint32_t fit)
{
    return fit == GP_NONE ? GP_NONE : p->kept[fit];
}

static gp_status keep_aims(const part *p, const gp_fits *all, gp_fits *out)
{
    uint32_t interventions = p->portfolio->intervention_count, count = 0;
    gp_aim *aims = GP_NEW(p->job, gp_aim, all->aim_count);
    uint32_t *first = GP_NEW(p->job, uint32_t, (size_t)interventions + 1);
    if (!aims || !first) return gp_no_memory(p->job);
    for (uint32_t i = 0; i < interventions; i++) {
        first[i] = count;
        if (!passes(p, i)) continue;
        for (uint32_t a = all->aim_first[i]; a < all->aim_first[i + 1]; a++) {
            gp_aim *aim = &aims[count++];
            *aim = all->aims[a];
            aim->worsens = kept_of(p, aim->worsens);
            aim->too_little = kept_of(p, aim->too_little);
            aim->too_much = kept_of(p, aim->too_much);
            if (aim->too_little == GP_NONE || aim->too_much == GP_NONE) /* told together */
                aim->too_little = aim->too_much = GP_NONE;
        }
    }
    first[interventions] = count;
    out->aims = aims;
    out->aim_count = count;
    out->aim_first = first;
    return GP_OK;
}

gp_status gp_find_fits_of(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                          gp_fits *out)
{
    gp_fits all, found;
    GP_TRY(gp_find_fits(job, schedule, &all));
    found = all;
    part p = {job, schedule->network->portfolio, filter, GP_NEW(job, uint32_t, all.fit_count)};
    if (!p.kept) return gp_no_memory(job);
    if (filter) GP_TRY(keep_fits(&p, &all, &found));
    if (filter) GP_TRY(keep_aims(&p, &all, &found));
    *out = found;
    return GP_OK;
}
