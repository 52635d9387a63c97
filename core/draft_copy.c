/* SPDX-License-Identifier: MIT
 * Copies a draft, so that what many portfolios have in common is drafted once: arrays as they lie,
 * and the tables in which ids are found. Texts, plannings and the like stay where they are. */
#include "core/draft.h"

static gp_status copy_array(gp_job *job, const gp_array *from, gp_array *out)
{
    *out = (gp_array){.size = from->size};
    if (from->count == 0) return GP_OK;
    return gp_push(job, out, from->data, from->count) ? GP_OK : gp_no_memory(job);
}

static gp_status copy_terms(gp_job *job, const gp_term_list *from, gp_term_list *out)
{
    GP_TRY(gp_copy_names(job, &from->names, &out->names));
    GP_TRY(copy_array(job, &from->terms, &out->terms));
    GP_TRY(copy_array(job, &from->defined, &out->defined));
    return copy_array(job, &from->uses, &out->uses);
}

gp_status gp_copy_draft(gp_job *job, const gp_draft *from, gp_draft **out)
{
    gp_draft *draft;
    GP_TRY(gp_new_draft(job, &draft));
    draft->settings = from->settings;
    draft->unknown = from->unknown;
    GP_TRY(gp_copy_names(job, &from->names, &draft->names));
    GP_TRY(gp_copy_names(job, &from->texts, &draft->texts));
    GP_TRY(copy_array(job, &from->items, &draft->items));
    GP_TRY(copy_array(job, &from->capabilities, &draft->capabilities));
    GP_TRY(copy_array(job, &from->interventions, &draft->interventions));
    GP_TRY(copy_array(job, &from->requirements, &draft->requirements));
    GP_TRY(copy_array(job, &from->measurements, &draft->measurements));
    GP_TRY(gp_copy_names(job, &from->risk_ids, &draft->risk_ids));
    GP_TRY(gp_copy_names(job, &from->correlated, &draft->correlated));
    GP_TRY(copy_array(job, &from->risks, &draft->risks));
    GP_TRY(copy_array(job, &from->correlations, &draft->correlations));
    GP_TRY(copy_array(job, &from->record_uses, &draft->record_uses));
    GP_TRY(copy_array(job, &from->measures, &draft->measures));
    GP_TRY(copy_array(job, &from->measure_uses, &draft->measure_uses));
    GP_TRY(copy_array(job, &from->parents, &draft->parents));
    GP_TRY(copy_array(job, &from->doubts, &draft->doubts));
    GP_TRY(copy_array(job, &from->nameless, &draft->nameless));
    GP_TRY(copy_array(job, &from->edges, &draft->edges));
    for (size_t i = 0; i < GP_TERM_KINDS; i++)
        GP_TRY(copy_terms(job, &from->terms[i], &draft->terms[i]));
    *out = draft;
    return GP_OK;
}
