/* SPDX-License-Identifier: MIT
 * An answer to "how sure are the dates?" that nothing was drawn for: made up, but of one piece, so
 * that every figure can be checked against the bars. */
#ifndef GP_TESTS_SUPPORT_RISK_H
#define GP_TESTS_SUPPORT_RISK_H

#include "groeipad/risk.h"

/* The answer, and the schedule of a portfolio that has the risks which it tells of. */
typedef struct test_risk {
    gp_portfolio portfolio;
    gp_network network;
    gp_schedule schedule;
    gp_risk_answer answer;
} test_risk;

/* Fills in what follows from the bars of a live date: quantiles, chances, means. draws: of all. */
void tell_live(gp_risk_live *live, uint32_t draws);

/* Makes both: curves that are wide and narrow, sure and open, early and late, steps that matter
 * more and less, and where the portfolio has no risks a few with and without mitigation. The
 * schedule borrows from the one that is given. Owner: the job. */
void make_risk(gp_job *job, const gp_schedule *schedule, test_risk *out);

#endif
