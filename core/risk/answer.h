/* SPDX-License-Identifier: MIT
 * The parts of gp_answer_risk. Private to core. */
#ifndef GP_RISK_ANSWER_H
#define GP_RISK_ANSWER_H

#include "core/risk/sums.h"

/* What a histogram says of a date. */
typedef struct gp_moments_of {
    double mean, deviation; /* of the day; standard deviation */
} gp_moments_of;
gp_moments_of gp_measure_histogram(const gp_histogram *histogram, uint32_t draws);

/* So many draws are at least that share of all: the least number. */
static inline uint64_t gp_draws_for(uint32_t draws, uint8_t percent)
{
    return ((uint64_t)draws * percent + 99) / 100;
}

/* Live dates, by intervention; merges, bars and steps only where `details`. */
gp_status gp_answer_lives(gp_job *job, const gp_model *model, const gp_risk_sums *sums,
                          bool details, gp_risk_live **out);

/* By activity: days that arise where chains join. */
gp_status gp_find_merges(gp_job *job, const gp_model *model, const gp_risk_sums *sums,
                         double **out);

/* Appends GP701 and GP704, of an answer that is whole. */
gp_status gp_judge_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer);

/* Steps, as gp_risk_answer has them. */
gp_status gp_answer_steps(gp_job *job, const gp_model *model, const gp_risk_sums *sums,
                          const gp_risk_step **out);

#endif
