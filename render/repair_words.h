/* SPDX-License-Identifier: MIT
 * What is said of decisions, in pictures. Private to render. */
#ifndef GP_REPAIR_WORDS_H
#define GP_REPAIR_WORDS_H

#include "core/job.h"
#include "groeipad/render.h"

/* "5", "2.5": at most three decimals, and none that say nothing. */
void gp_add_cost(gp_buffer *buffer, gp_language language, double cost);

/* How many interventions were late, are in time with what was decided, and stay late. */
typedef struct gp_repair_counts {
    uint32_t late, saved, stay;
} gp_repair_counts;
gp_repair_counts gp_count_repaired(const gp_repair *repair);

/* What it comes to, without a full stop: "2 decisions for 3 points bring the late intervention in
 * time; proven: no choice costs less". */
void gp_add_repair_words(gp_buffer *buffer, gp_language language, const gp_repaired *repaired);

/* What is decided: "Start Bias prevention outside the planning rounds". */
void gp_add_decision(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                     const gp_candidate *candidate);

/* "decide by 2026-03-01 · 2 points"; of what no day presses the cost alone. */
void gp_add_decide_by(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                      const gp_repair_choice *choice);

/* What it is needed for: "late again without it: Advice (365 days)"; of more than `most` how many
 * more there are, 0: all. Where it is needed for nothing but another
 * decision: for which. */
void gp_add_uses(gp_buffer *buffer, gp_language language, const gp_repair *repair,
                 const gp_repair_choice *choice, uint32_t most);

/* What stays late, and how late: "Still late: Advice (12 days)"; nothing where nothing does. */
void gp_add_lost(gp_buffer *buffer, gp_language language, const gp_repair *repair, uint32_t most);

#endif
