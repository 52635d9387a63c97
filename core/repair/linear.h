/* SPDX-License-Identifier: MIT
 * Where GLPK is called: the relaxation of a programme, in which a column may be any number between
 * its bounds. Private to core/repair. */
#ifndef GP_LINEAR_H
#define GP_LINEAR_H

#include "core/repair/programme.h"

typedef struct gp_linear gp_linear;

typedef enum gp_linear_end {
    GP_LINEAR_SOLVED,  /* `values` and `duals` are there */
    GP_LINEAR_NONE,    /* nothing meets all rows, or nothing below the cutoff */
    GP_LINEAR_STOPPED, /* see the spending */
} gp_linear_end;

/* Takes the programme over into GLPK; rows that are added to it later are not seen. Let go with the
 * job, or before with gp_close_linear. Errors: GP_NO_MEMORY. */
gp_status gp_open_linear(gp_job *job, const gp_programme *programme, gp_linear **out);
void gp_close_linear(void *linear);

gp_status gp_set_linear_bounds(gp_linear *linear, uint32_t column, double lower, double upper);

/* Solves from where it was left. values: by column; duals: by row, and what they make sure of may
 * be less than the value by rounding. */
gp_status gp_solve_linear(gp_linear *linear, double cutoff, gp_spending *spending,
                          gp_linear_end *end, double *values, double *duals);

#define GP_CUTS_MAX 1000

/* Adds Gomory's mixed integer cuts to a programme that was just solved, and solves it again, as
 * long as that brings something: rows that every solution meets and the relaxation did not. They
 * are told in `cuts`, and have duals after those of the programme's own rows. */
gp_status gp_cut_linear(gp_linear *linear, const gp_programme *programme, gp_spending *spending,
                        gp_programme *cuts);

#endif
