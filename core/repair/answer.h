/* SPDX-License-Identifier: MIT
 * What is told of a search. Private to core/repair. */
#ifndef GP_REPAIR_ANSWER_H
#define GP_REPAIR_ANSWER_H

#include "core/repair/search.h"

/* Fills the candidates, the plan before and after, what each chosen one is needed for, and what
 * stays late, from search->best. Owner: the job; the search is let go of. Errors: as
 * worlds->make, GP_NO_MEMORY, GP_INTERNAL (the portfolio with the changes made gives other dates).
 */
gp_status gp_answer_repair(gp_job *job, gp_search *search, const gp_repair_scope *scope,
                           gp_repair *repair);

/* The cuts that prove the bound, as they are told. */
gp_status gp_tell_cuts(gp_job *job, gp_search *search, gp_repair *repair);

/* An array of the numbers that are taken. */
gp_status gp_list_taken(gp_job *job, const bool *is_taken, uint32_t count, const uint32_t **out,
                        uint32_t *out_count);

/* Which measures, of the plan with them, and by when: gp_repair.choices. plan: settled, with the
 * best taken; it is put back. */
gp_status gp_tell_choices(gp_job *job, gp_search *search, const gp_repair_scope *scope,
                          gp_repair *repair);

#endif
