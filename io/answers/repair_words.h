/* SPDX-License-Identifier: MIT
 * The words of `repair`, for text, Markdown and the end of `clashes`. Texts are owned by the job;
 * NULL when memory ran out. Private to io. */
#ifndef GP_REPAIR_WORDS_H
#define GP_REPAIR_WORDS_H

#include "core/job.h"
#include "groeipad/repair.h"

/* Words of the formats. */
const char *gp_repair_status_key(uint8_t status);
const char *gp_candidate_key(uint8_t kind);

/* What a format calls a candidate's record, and what a requirement is on; NULL: none. */
const char *gp_candidate_target(const gp_portfolio *portfolio, const gp_candidate *candidate);
const char *gp_candidate_required(const gp_portfolio *portfolio, const gp_candidate *candidate);

/* "start 'Trained team' to level 1 outside the planning rounds", "Hire a second team [hire]". */
const char *gp_decision_text(gp_job *job, const gp_network *network, const gp_candidate *candidate,
                             gp_language language);

/* "4 points", "30 kEUR". */
const char *gp_cost_text(gp_job *job, const gp_portfolio *portfolio, double cost,
                         gp_language language);

/* "two", "13"; at the beginning of a sentence "Two". */
const char *gp_count_text(gp_job *job, uint32_t count, gp_language language, bool is_first);

/* How many of the interventions asked for are late. */
typedef struct gp_repair_tally {
    uint32_t asked, late_before, late_after;
} gp_repair_tally;
gp_repair_tally gp_tally_repair(const gp_repair *repair);

/* Whether no set does it for less. */
bool gp_is_repair_proven(const gp_repair *repair);

/* Whether the date by which to decide has passed. */
bool gp_is_overdue(const gp_repair *repair, const gp_repair_choice *choice);

/* Whether what is told of an intervention before and after differs. */
bool gp_is_repaired_live(const gp_repair_live *live);

/* Marks the candidates that were chosen, by number. */
const bool *gp_mark_chosen(gp_job *job, const gp_repair *repair);

#endif
