/* SPDX-License-Identifier: MIT
 * What draws add up to. Private to core. */
#ifndef GP_SUMS_H
#define GP_SUMS_H

#include "core/risk/histogram.h"
#include "core/risk/model.h"

struct gp_risk_sums {
    const gp_model *model;
    gp_job *job; /* whose memory the histograms grow by */
    uint32_t first_draw, draws;
    bool is_partial;
    int64_t *sums;            /* as model->layout says */
    uint32_t *criticals;      /* by pair: draws in which the step is on the driving path */
    gp_histogram *histograms; /* live dates by intervention, then latest starts of steps */
    gp_risk_sums *plain;      /* is_mitigated: the same draws without mitigation; else NULL */
};

/* Of no draws yet. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_new_sums(gp_job *job, const gp_model *model, gp_risk_sums **out);

/* Adds the integers of another, of the same model; not the numbers of its draws. */
gp_status gp_merge_sums(gp_risk_sums *to, const gp_risk_sums *more);

#endif
