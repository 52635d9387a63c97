/* SPDX-License-Identifier: MIT
 * A document with measures taken: their changes are layers of an overlay, in the order in which
 * they are given, so the last one holds where several change the same. */
#include "io/change/variant.h"
#include "io/files/source.h"
#include "io/repair/candidate_changes.h"

static gp_status add_layers(gp_job *job, const gp_document *document, const gp_portfolio *portfolio,
                            const gp_candidate *const *candidates, uint32_t count,
                            gp_overlay *overlay)
{
    gp_changes_maker *maker;
    GP_TRY(gp_new_changes_maker(job, document, portfolio, &maker));
    for (uint32_t i = 0; i < count; i++) {
        const struct cJSON *changes;
        gp_standings from;
        GP_TRY(gp_changes_of(maker, candidates[i], &changes, &from));
        if (changes) GP_TRY(gp_add_change_document(overlay, changes, from));
    }
    return GP_OK;
}

gp_status gp_read_candidates(gp_job *job, const gp_document *document,
                             const gp_portfolio *portfolio, const gp_candidate *const *candidates,
                             uint32_t count, const gp_read_options *options,
                             const gp_portfolio **out, const gp_document **variant)
{
    gp_overlay *overlay;
    gp_read_options *reading = GP_NEW(job, gp_read_options, 1);
    if (!reading) return gp_no_memory(job);
    if (options)
        *reading = *options;
    else
        reading->status_date = GP_NO_DAY;
    reading->changes = NULL; /* they are in the document */
    GP_TRY(gp_share_sources(job, document->job));
    GP_TRY(gp_new_overlay(job, &overlay));
    GP_TRY(add_layers(job, document, portfolio, candidates, count, overlay));
    return gp_read_changed(job, document, reading, overlay, out, variant);
}
