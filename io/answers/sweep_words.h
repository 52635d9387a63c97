/* SPDX-License-Identifier: MIT
 * What text and Markdown both say of a sweep. Private to io. */
#ifndef GP_SWEEP_WORDS_H
#define GP_SWEEP_WORDS_H

#include "core/job.h"
#include "groeipad/compare.h"
#include "groeipad/job.h"

/* "3mo", "3mo, 6mo" of two targets; of the first row that it is the file, in the words given.
 * Owner: the job; NULL when memory ran out. */
const char *gp_sweep_values(gp_job *job, const gp_sweep *sweep, uint32_t row, const char *as_it_is);

/* Which value is enough, or helps most: a pattern, and what fills it: the setting as one would type
 * it, "planning.round=3mo", and its days late. Owner: the pattern static, the values the job's. */
const char *gp_sweep_verdict(gp_job *job, const gp_sweep *sweep, gp_language language,
                             const char *values[static 2]);

/* The intervention that is latest in a row, by gp_sweep.symbols; GP_NONE: none is late. */
uint32_t gp_find_latest(const gp_sweep *sweep, const gp_sweep_row *row);

/* Is it late in any row? And how many are? */
bool gp_is_ever_late(const gp_sweep *sweep, uint32_t intervention);
uint32_t gp_count_ever_late(const gp_sweep *sweep);

#endif
