/* SPDX-License-Identifier: MIT
 *
 * What may stay: findings that are known, so that only new ones count. */
#ifndef GROEIPAD_BASELINE_H
#define GROEIPAD_BASELINE_H

#include "groeipad/io.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The entries of a baseline file, sorted. */
typedef struct gp_baseline gp_baseline;

/* Reads a baseline. What is wrong with it are findings with their places, as in a portfolio.
 * Owner: the job. Errors: GP_IO, GP_INVALID (it is none), GP_NO_MEMORY. Cost: O(n log n). */
GP_API gp_status gp_read_baseline(gp_job *job, const char *name, const gp_baseline **out);
GP_API gp_status gp_read_baseline_text(gp_job *job, const char *name, const char *text, size_t size,
                                       const gp_baseline **out);

/* Takes out of the job the findings that are known: of several alike so many as there are entries.
 * Adds GP130 for each entry that nothing matches, and for each whose date is before `today`, which
 * does not count: a note, or with is_strict an error. To be called once for each baseline.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(n log n). */
GP_API gp_status gp_apply_baseline(gp_job *job, const gp_baseline *baseline, gp_day today,
                                   bool is_strict, const gp_known **out);

/* What the job has found, as a baseline: JSON, an entry a line, sorted. What `old` (or NULL) says
 * of an entry that still matches, "reason" and "until", is kept. Owner: the job. Errors:
 * GP_NO_MEMORY. Cost: O(n log n). */
GP_API gp_status gp_write_baseline(gp_job *job, const gp_baseline *old, gp_output *out);

/* Takes all findings out of the job: they are in the file now. */
GP_API gp_status gp_know_all(gp_job *job, const char *file, const gp_known **out);

/* Takes out of the job what the portfolio that was read says may stay ("x-groeipad"), of errors of
 * the file none. Adds GP130 for what that says in vain, and for what was to stay until a day before
 * `today`: a note, or with is_strict an error.
 * Errors: GP_NO_MEMORY. Cost: O(n log n); nothing where the portfolio says nothing. */
GP_API gp_status gp_apply_waivers(gp_job *job, gp_day today, bool is_strict);

#ifdef __cplusplus
}
#endif
#endif
