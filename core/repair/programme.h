/* SPDX-License-Identifier: MIT
 * A small integer programme: the least of a sum of columns, each between bounds, such that every
 * row is between bounds. All numbers of it are whole, so that the least is one too and what is
 * found can be proved without a tolerance. Private to core/repair. */
#ifndef GP_PROGRAMME_H
#define GP_PROGRAMME_H

#include "core/job.h"

/* What stands for no bound of a row; columns always have both. */
#define GP_NO_BOUND 1e300

typedef struct gp_row {
    double lower, upper;
    size_t first; /* of its entries */
    uint32_t count;
} gp_row;

typedef struct gp_programme {
    gp_job *job;
    uint32_t columns;
    double *cost, *lower, *upper; /* by column */
    bool *is_whole;               /* is 0 or 1, and decided; the others follow from those */
    gp_array rows;                /* gp_row */
    gp_array entry_columns;       /* uint32_t */
    gp_array entry_values;        /* double */
} gp_programme;

/* With columns that cost nothing, are whole, and fixed to 0. The owner is the job. */
gp_status gp_new_programme(gp_job *job, uint32_t columns, gp_programme **out);

/* A row without entries, and an entry of the last row. A column stands in a row once. */
gp_status gp_add_row(gp_programme *programme, double lower, double upper);
gp_status gp_add_entry(gp_programme *programme, uint32_t column, double value);

/* What may still be spent: pivots and nodes, so that it is the same on every machine. */
typedef struct gp_spending {
    uint64_t left, spent;
    bool (*goes_on)(void *object); /* or NULL */
    void *object;
    bool is_over;   /* nothing is left, or it was told to stop */
    bool is_broken; /* GLPK could not finish */
} gp_spending;

static inline void gp_spend(gp_spending *spending, uint64_t effort)
{
    spending->spent += effort;
    spending->left -= effort < spending->left ? effort : spending->left;
    if (spending->left == 0) spending->is_over = true;
}
static inline bool gp_may_go_on(gp_spending *spending)
{
    if (!spending->is_over && spending->goes_on && !spending->goes_on(spending->object))
        spending->is_over = true;
    return !spending->is_over;
}

typedef struct gp_solution {
    bool has_values; /* before: a solution that is known; afterwards: the best one */
    double value;    /* of it. Before, without values: only what is below this is sought */
    double *values;  /* by column */
    double bound;    /* afterwards: nothing is below this; GP_NO_BOUND where nothing is left */
    bool is_proven;  /* all was sought */
} gp_solution;

/* Finds the best solution; the second without a look at whether it falls apart. Errors:
 * GP_NO_MEMORY. GLPK's own memory is let go before it returns. */
gp_status gp_solve_programme(gp_job *job, const gp_programme *programme, gp_spending *spending,
                             gp_solution *solution);
gp_status gp_solve_together(gp_job *job, const gp_programme *programme, gp_spending *spending,
                            gp_solution *solution);

#endif
