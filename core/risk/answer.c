/* SPDX-License-Identifier: MIT
 * From sums of draws to the answer: shares, means, dates. */
#include "core/risk/answer.h"

static gp_status answer_together(gp_job *job, const gp_risk_sums *sums, gp_risk_answer *out)
{
    const gp_model *model = sums->model;
    gp_risk_together *sets = GP_NEW(job, gp_risk_together, model->together_count);
    if (!sets) return gp_no_memory(job);
    for (uint32_t i = 0; i < model->together_count; i++) {
        double share = (double)sums->sums[model->layout.together + i] / sums->draws;
        sets[i] = (gp_risk_together){model->together[i], share,
                                     __builtin_sqrt(share * (1 - share) / sums->draws)};
    }
    out->together = sets;
    out->together_count = model->together_count;
    return GP_OK;
}

static gp_status answer_effects(gp_job *job, const gp_risk_sums *sums, gp_risk_answer *out)
{
    const gp_model *model = sums->model;
    uint32_t count = model->schedule->network->portfolio->risk_count;
    gp_risk_effect *effects = GP_NEW(job, gp_risk_effect, count);
    if (!effects) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_risk_model *risk = &model->risks[i];
        gp_risk_delay *delays = GP_NEW(job, gp_risk_delay, risk->move_count);
        if (!delays) return gp_no_memory(job);
        for (uint32_t k = 0; k < risk->move_count; k++) {
            uint32_t place = risk->move_first + k;
            delays[k] = (gp_risk_delay){
                .intervention = risk->moves[k],
                .mean_days = (double)sums->sums[model->layout.lost + place] / sums->draws,
                .mitigated_mean_days = -1};
            if (risk->has_mitigated)
                delays[k].mitigated_mean_days =
                    (double)sums->sums[model->layout.lost_mitigated + place] / sums->draws;
        }
        effects[i] = (gp_risk_effect){i, (uint32_t)sums->sums[model->layout.happened + i], delays,
                                      risk->move_count};
    }
    out->effects = effects;
    out->effect_count = count;
    return GP_OK;
}

gp_status gp_answer_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_sums *sums,
                         gp_risk_answer *out)
{
    const gp_model *model = sums->model;
    gp_risk_live *lives, *unmitigated = NULL;
    *out = (gp_risk_answer){.first_draw = sums->first_draw,
                            .draws = sums->draws,
                            .seed = model->options.seed,
                            .is_partial = sums->is_partial,
                            .steps = model->steps_reported,
                            .sure_steps = model->steps_sure,
                            .live_count = schedule->network->portfolio->intervention_count};
    GP_TRY(gp_answer_lives(job, model, sums, true, &lives));
    if (sums->plain) GP_TRY(gp_answer_lives(job, model, sums->plain, false, &unmitigated));
    out->lives = lives;
    out->unmitigated = unmitigated;
    GP_TRY(answer_together(job, sums, out));
    GP_TRY(gp_answer_steps(job, model, sums, &out->steps_of));
    GP_TRY(answer_effects(job, sums, out));
    return gp_judge_risk(job, schedule, out);
}
