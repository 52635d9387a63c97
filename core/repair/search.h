/* SPDX-License-Identifier: MIT
 * The search for the cheapest measures: cuts, found on driving paths, and the cheapest choice that
 * has one of each, until nothing is late. Private to core/repair. */
#ifndef GP_REPAIR_SEARCH_H
#define GP_REPAIR_SEARCH_H

#include "core/repair/cover.h"
#include "core/repair/proof.h"
#include "core/repair/scope.h"

/* A pivot of the simplex method takes as long as so many activities. */
#define GP_PIVOT_EFFORT 400

/* Pivots for choosing among sets that are as good. */
#define GP_TIE_EFFORT 100000u

/* A cut as it was found. */
typedef struct gp_found_cut {
    uint32_t target; /* number */
    int32_t late_days;
    const uint32_t *candidates;
    uint32_t count;
} gp_found_cut;

typedef struct gp_search {
    gp_job *job;
    const gp_repair_model *model;
    const gp_repair_options *options;
    const uint32_t *targets; /* activities of the interventions that are late */
    uint32_t target_count;
    bool *is_needed; /* by target: it is to be in time */
    bool *is_lost;   /* by target: late whatever is taken */
    gp_what_if plan;
    gp_prover prover;
    gp_cover *cover;
    gp_array cuts;                            /* gp_found_cut */
    const uint32_t *excludes, *exclude_first; /* by candidate */
    const uint32_t *needs, *need_first;       /* by candidate: what it asks for */
    bool *best;   /* by candidate: the cheapest set so far that makes all in time */
    bool *chosen; /* by candidate: the set that is looked at */
    bool has_best;
    double best_cost, bound;
    uint64_t cover_effort; /* pivots */
    uint64_t tie_effort;   /* pivots that are left for ties */
    bool is_stopped, is_exhausted;
} gp_search;

/* Owner: the job, which the search must not outlive. Errors: GP_NO_MEMORY. */
gp_status gp_open_search(gp_job *job, const gp_repair_model *model,
                         const gp_repair_options *options, const gp_repair_scope *scope,
                         gp_search **out);

/* The cheapest set that makes all that is needed in time: in search->best, with its cost and the
 * bound that nothing goes below. *is_possible is false where there is none. */
gp_status gp_search_cheapest(gp_search *search, bool *is_possible);

/* Of the sets that cost as little the one with the fewest measures, and of those the first by its
 * numbers: in search->best. Where that takes more than GP_TIE_EFFORT: the best of those that were
 * found by then. */
gp_status gp_search_settled(gp_search *search);

/* What the budget buys (negative: no limit): the most targets in time, then the fewest days late,
 * then the least cost; of those as gp_search_settled. In search->best. *is_proven is false where
 * the search was stopped. */
gp_status gp_search_bought(gp_search *search, double budget, bool *is_proven);

/* The cheapest set that makes so many targets in time: in search->best. *is_possible is false where
 * there is none. */
gp_status gp_search_some(gp_search *search, uint32_t in_time, bool *is_proven, bool *is_possible);

/* As few of the cuts as prove that no set costs less than `bound`: numbers of search->cuts. */
gp_status gp_find_certificate(gp_search *search, double bound, gp_array *out);

/* ---- for the files of the search ---- */

double gp_cost_of(const gp_search *search, const bool *is_taken);

/* May the search go on? */
bool gp_goes_on(gp_search *search);

/* The same for a cover, whose object is the search: only progress is asked. */
bool gp_ask_to_go_on(void *object);

/* A cover of the candidates, with what excludes and needs what, and no cuts yet. */
gp_status gp_new_search_cover(gp_search *search, gp_cover **out);

/* A cover's question: with what is left of the effort; one about ties with what is left of
 * tie_effort. */
gp_cover_query gp_new_query(gp_search *search, gp_cover_goal goal);
gp_status gp_ask_cover(gp_search *search, const gp_cover_query *query, gp_cover_answer *out);

/* Takes exactly these in the plan, settled. Returns how many of what is needed are late. */
uint32_t gp_look_at(gp_search *search, const bool *is_taken);
uint32_t gp_count_late(const gp_search *search);

/* Adds cuts for all that is late in the plan (and, where so, needed), and for what is late when
 * those are met, until nothing is. *added: how many. */
gp_status gp_cut_late(gp_search *search, uint32_t *added);

/* A cut of one target, late_days late or more in the plan. */
gp_status gp_cut_target(gp_search *search, uint32_t target, int32_t late_days, uint32_t *added);

/* Changes a choice, as little as it can, until it has one of every cut known. *is_found is false
 * where it got stuck. */
gp_status gp_hit_all(gp_search *search, bool *is_taken, bool *is_found);

/* ---- greedy: a set that will do, soon ---- */

/* Adds to search->chosen until nothing that is needed is late, then takes out what is not missed.
 * *is_found is false where it got stuck. */
gp_status gp_complete(gp_search *search, bool *is_found);

/* Keeps search->chosen where it is cheaper than the best, and improves it by exchanging one for
 * others. */
gp_status gp_keep_best(gp_search *search);

/* May this candidate be taken beside these, with all that it needs? */
bool gp_may_take(const gp_search *search, const bool *is_taken, uint32_t candidate);

#endif
