/* SPDX-License-Identifier: MIT
 * The chosen measures as one file of changes: what differs between the document and the document
 * with all of them taken. */
#include "groeipad/io.h"
#include "core/job.h"

#include <stdlib.h>

static void free_job(void *job)
{
    gp_job_free(job);
}

static int by_number(const void *left, const void *right)
{
    const gp_candidate *a = *(const gp_candidate *const *)left;
    const gp_candidate *b = *(const gp_candidate *const *)right;
    return (a > b) - (a < b);
}

/* The chosen ones in the order of `considered`: the stronger stands later. */
static gp_status list_chosen(gp_job *job, const gp_repair *repair, const gp_candidate ***out)
{
    const gp_candidate **chosen = GP_NEW(job, const gp_candidate *, repair->choice_count);
    if (!chosen) return gp_no_memory(job);
    for (uint32_t i = 0; i < repair->choice_count; i++)
        chosen[i] = &repair->considered[repair->choices[i].candidate];
    if (repair->choice_count > 1) qsort(chosen, repair->choice_count, sizeof *chosen, by_number);
    *out = chosen;
    return GP_OK;
}

gp_status gp_write_repair_changes(gp_job *job, const gp_document *document, const gp_repair *repair,
                                  gp_output *out)
{
    const gp_portfolio *portfolio = repair->before->network->portfolio, *made;
    const gp_candidate **chosen;
    const gp_document *variant;
    const gp_edits *edits;
    GP_TRY(list_chosen(job, repair, &chosen));
    gp_job *own = gp_job_new(); /* what is read again is found again */
    if (!own) return gp_no_memory(job);
    gp_status status = gp_read_candidates(own, document, portfolio, chosen, repair->choice_count,
                                          NULL, &made, &variant);
    if (status != GP_OK) {
        gp_status adopted = gp_adopt_job(job, own);
        return adopted == GP_OK ? status : adopted;
    }
    status = gp_defer(job, free_job, own);
    if (status != GP_OK) {
        gp_job_free(own);
        return status;
    }
    GP_TRY(gp_find_edits(job, document, variant, &edits));
    return gp_write_changes(job, edits, out);
}
