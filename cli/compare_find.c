/* SPDX-License-Identifier: MIT
 * What moved since an older version, and why: OLD is planned with part of the edits made. */
#include "cli/compare_find.h"

typedef struct pair {
    cli_context *context;
    const cli_version *old;
    const gp_edits *edits;
    gp_read_options reading; /* without changes: they are among the edits */
} pair;

/* OLD with some of the edits, of the future that is asked for. */
static gp_status make_variant(void *object, gp_job *job, const bool *is_applied,
                              const gp_portfolio **out)
{
    const pair *p = object;
    const gp_portfolio *made;
    gp_status status =
        gp_read_subset(job, p->old->document, p->edits, is_applied, &p->reading, &made);
    if (status != GP_OK) return status;
    *out = made;
    if (!p->context->common->scenario) return GP_OK;
    uint32_t scenario = gp_find_scenario(made, p->context->common->scenario);
    return scenario == GP_NONE ? GP_OK : gp_select_scenario(job, made, scenario, out);
}

gp_status cli_find_comparison(cli_context *context, const cli_version *old, const gp_edits *edits,
                              const gp_comparison **out)
{
    pair p = {.context = context, .old = old, .edits = edits, .reading = cli_reading(context)};
    p.reading.changes = NULL;
    const gp_variants variants = {make_variant, &p};
    const gp_shares *shares;
    gp_status status =
        gp_find_shares(context->job, old->schedule, context->schedule, edits, &variants, &shares);
    if (status != GP_OK) return status;
    return gp_compare(context->job, old->schedule, context->schedule, edits, shares, out);
}
