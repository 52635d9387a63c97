/* SPDX-License-Identifier: MIT
 * What the writers of `compare` share: which rows are shown, and what an edit is in words. Private
 * to io. */
#ifndef GP_COMPARE_ROWS_H
#define GP_COMPARE_ROWS_H

#include "groeipad/compare.h"
#include "groeipad/filter.h"
#include "groeipad/io.h"

/* Does a row pass the filter (NULL: all do)? What is gone is judged by no filter of NEW, and passes
 * none. */
bool gp_shows_live(const gp_comparison *comparison, const gp_moved_live *live,
                   const gp_filter *filter);
bool gp_shows_step(const gp_comparison *comparison, const gp_moved_step *step,
                   const gp_filter *filter);

/* "c360.lead_time 6mo -> 8mo", "int-7->c9 (new)": what was done, a value that is long cut. Owner:
 * the job; NULL when memory ran out. */
const char *gp_edit_text(gp_job *job, const gp_edit *edit, gp_language language);

/* "63 days later"; "earlier", "as it was". Owner: the job. */
const char *gp_moved_text(gp_job *job, int32_t days, gp_language language);

#endif
