/* SPDX-License-Identifier: MIT
 * How people read of an item: one rule for every answer in text (docs/output.md, "Names and ids").
 * Texts are owned by the job; NULL when memory ran out. Private to io. */
#ifndef GP_ANSWERS_CALLED_H
#define GP_ANSWERS_CALLED_H

#include "core/job.h"
#include "groeipad/portfolio.h"

/* "Customer view [c360]", where an item stands by itself; the id where the name says the same. */
const char *gp_called(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol);
const char *gp_called_by(gp_job *job, const char *id, const char *name);

/* "Customer view", where many stand in a row: the id is left out, unless others have that name. */
const char *gp_shortly_called(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol);

/* The same of a dimension, a segment, a situation, a scenario; they are few, and typed as ids. */
const char *gp_term_called(const gp_term *term);

/* In a table, where names and ids have columns of their own: the name, or an id that says the same,
 * or "[c360] Customer view" where others have that name; and the id, or "" where it was there
 * already. */
const char *gp_name_cell(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol);
const char *gp_id_cell(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol);

#endif
