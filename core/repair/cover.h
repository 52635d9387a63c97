/* SPDX-License-Identifier: MIT
 * The cheapest choice of measures that has one of every cut: a small integer programme, solved with
 * GLPK. It knows nothing of plans. Private to core/repair.
 *
 * Variables: x_m, is measure m taken; y_t, is target t (an intervention) in time; d_t >= 0, how
 * many days late it is at least. Rows, where t is L days late without a cut of it:
 *
 *     sum of x over the cut >= y_t             x_a + x_b <= 1   (excludes)
 *     (sum of x over the cut) * L + d_t >= L   x_a <= x_b       (needs)
 */
#ifndef GP_COVER_H
#define GP_COVER_H

#include "core/job.h"

typedef struct gp_cover gp_cover;

/* Without rows. costs: by measure, >= 0; copied. Owner: the job; GLPK's own memory is let go before
 * each call returns. */
gp_status gp_new_cover(gp_job *job, const double *costs, uint32_t measures, uint32_t targets,
                       gp_cover **out);
gp_status gp_cover_exclude(gp_cover *cover, uint32_t a, uint32_t b);
gp_status gp_cover_need(gp_cover *cover, uint32_t a, uint32_t needs_b);

/* Adds a cut: ascending numbers of measures, copied; may be empty (the target is never in time).
 * late_days: with nothing of it taken the target is at least so many days late, >= 1. Cuts that say
 * no more than one that is there are not kept. */
gp_status gp_cover_cut(gp_cover *cover, uint32_t target, int32_t late_days,
                       const uint32_t *measures, uint32_t count);

/* What is sought. First `goal`; then, where is_settled, ties by fewest measures, then by the
 * smallest numbers: the one of two sets that has the first number that they do not share. */
typedef enum gp_cover_goal {
    GP_COVER_COST,    /* the least cost */
    GP_COVER_IN_TIME, /* the most targets in time, then the fewest days late, then the least cost */
} gp_cover_goal;

typedef struct gp_cover_query {
    gp_cover_goal goal;
    bool is_settled;
    const bool *is_needed; /* by target: y = 1; NULL: all of them */
    uint32_t in_time;      /* at least so many y are 1 */
    double budget;         /* the cost is at most this; negative: no limit */
    const bool *hint;      /* by measure: a choice that meets all rows known so far; or NULL */
    double known_cost;     /* GP_COVER_COST: a choice of this cost is known already (that makes all
                            * in time, whatever cuts are still to come); negative: none. Then a
                            * choice that costs more is not sought */
    uint64_t effort;       /* pivots and nodes that may be spent */
    bool (*goes_on)(void *object); /* false: stop; or NULL */
    void *object;
} gp_cover_query;

typedef enum gp_cover_status {
    GP_COVER_OPTIMAL,
    GP_COVER_INFEASIBLE, /* no choice meets all rows; with known_cost: none that is as cheap */
    GP_COVER_STOPPED     /* by effort or goes_on; has_choice tells whether one was found */
} gp_cover_status;

typedef struct gp_cover_answer {
    gp_cover_status status;
    bool has_choice;
    bool *is_taken;     /* by measure */
    bool *is_in_time;   /* by target */
    double cost, bound; /* of the choice; what no choice goes below. STOPPED while ties were
                         * settled: the same. Without a choice that may be, the bound is known_cost;
                         * and where there is none, 1e300 */
    uint32_t late_days; /* GP_COVER_IN_TIME: the sum of d */
    uint64_t effort;    /* spent */
} gp_cover_answer;

/* Solves for the rows so far. Owner of what the answer points to: `job`. Errors: GP_NO_MEMORY; a
 * programme that GLPK cannot finish is GP_COVER_STOPPED. */
gp_status gp_solve_cover(gp_job *job, gp_cover *cover, const gp_cover_query *query,
                         gp_cover_answer *out);

#endif
