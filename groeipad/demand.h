/* SPDX-License-Identifier: MIT
 *
 * Demand: what rests on which capability, what is missing, and what others know to be needed. */
#ifndef GROEIPAD_DEMAND_H
#define GROEIPAD_DEMAND_H

#include "groeipad/filter.h"
#include "groeipad/plan.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- demand and gaps ---- */

/* Symbols (portfolio->ids). */
typedef struct gp_symbols {
    const uint32_t *symbols;
    uint32_t count;
} gp_symbols;

typedef struct gp_missing_gap {
    uint32_t symbol;
    gp_symbols required_by;
    const char *did_you_mean; /* or NULL */
} gp_missing_gap;

typedef struct gp_unplanned_gap {
    uint32_t symbol;
    uint8_t level;
    gp_symbols required_by;
} gp_unplanned_gap;

typedef struct gp_unreached_gap {
    uint32_t symbol;
    uint8_t required_level, reachable_level;
    gp_symbols required_by; /* those that ask for more than reachable_level */
} gp_unreached_gap;

typedef struct gp_premature_gap {
    uint32_t symbol;
    gp_symbols explored_by; /* interventions */
} gp_premature_gap;

/* The kinds of demand for a capability (paper: demand-driven, not in hope). */
typedef enum gp_demand_kind {
    GP_DEMAND_NONE,         /* unfounded: no intervention rests on it */
    GP_DEMAND_PREREQUISITE, /* other capabilities ask for it */
    GP_DEMAND_REQUESTED     /* an intervention asks for it itself */
} gp_demand_kind;

/* By capability. */
typedef struct gp_demand {
    uint8_t kind;          /* gp_demand_kind */
    bool only_explored;    /* every intervention that rests on it is being explored */
    uint32_t direct_count; /* interventions that ask for it themselves */
} gp_demand;

/* Demand per capability (array of capability_count). Cost: O(V + E). */
GP_API gp_status gp_find_demand(gp_job *job, const gp_portfolio *portfolio, const gp_demand **out);

/* A prerequisite that a catalogue names and the portfolio does not mention. */
typedef struct gp_forgotten {
    uint32_t symbol;      /* of the prerequisite, in the catalogue */
    uint32_t capability;  /* symbol in the portfolio of who needs it */
    uint32_t requirement; /* of the catalogue: where it says so */
} gp_forgotten;

typedef struct gp_forgottens {
    const gp_forgotten
        *rows; /* by who needs it: interventions, then capabilities, as in the file */
    uint32_t count;
} gp_forgottens;

typedef struct gp_gaps {
    const gp_missing_gap *missing;     /* in order of first mention */
    const gp_unplanned_gap *unplanned; /* in the order of the file */
    const gp_unreached_gap *unreached;
    const uint32_t *unfounded; /* symbols */
    const gp_premature_gap *premature;
    const gp_demand *demand; /* by capability: as gp_find_demand finds it */
    uint32_t missing_count, unplanned_count, unreached_count, unfounded_count, premature_count;
    const gp_portfolio *catalogue; /* the one of the options */
    gp_forgottens forgotten;       /* what it names and the portfolio lacks */
} gp_gaps;

/* Where to look for gaps; NULL: the defaults. */
typedef struct gp_gap_options {
    const gp_portfolio *catalogue; /* what others know to be needed; NULL: nothing */
    const gp_filter *filter;       /* only what passes; NULL: everything */
} gp_gap_options;

/* The part of the gaps that is about the chosen symbols (gp_find_under). Owner: the job. Errors:
 * GP_NO_MEMORY. Cost: O(gaps). */
GP_API gp_status gp_select_gaps(gp_job *job, const gp_gaps *all, const bool *is_chosen,
                                gp_gaps *out);

/* What is missing, unplanned, out of reach, unfounded, premature; with a catalogue also what was
 * forgotten. Owner: the job; borrows from the catalogue. Errors: GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_find_gaps(gp_job *job, const gp_network *network, const gp_gap_options *options,
                              gp_gaps *out);

/* Which arcs the others imply: a requirement that a chain of other requirements (none of
 * them an alternative, a lead, or from a start) makes superfluous, with no lag of its own and
 * from a ready date. One byte per arc.
 * is_complete: false where the work was cut at GP_REDUCTION_WORK_MAX.
 * Source: transitive reduction of a DAG, Aho, Garey and Ullman 1972. */
#define GP_REDUCTION_WORK_MAX ((uint64_t)1 << 32) /* words of 64 bits that are or-ed */
typedef struct gp_reduction {
    const uint8_t *is_redundant;
    uint32_t redundant_count;
    bool is_complete;
} gp_reduction;
GP_API gp_status gp_find_redundant(gp_job *job, const gp_network *network, gp_reduction *out);

/* ---- what is asked, whatever is there already ---- */

/* What the interventions of a portfolio ask of a capability, whatever is there already. */
typedef struct gp_asked {
    uint8_t level; /* the level that they need, directly or through others; 0: not at all */
    uint8_t maybe; /* the same with every alternative (`any`) counted: at least `level` */
} gp_asked;

/* By capability (array of capability_count). A capability that is asked for to a level asks for
 * what its own `requires` and those of its levels up to there name. Cost: O(V + E). */
GP_API gp_status gp_find_asked(gp_job *job, const gp_portfolio *portfolio, const gp_asked **out);

/* ---- leverage: what rests on a capability ---- */

typedef struct gp_leverage {
    uint32_t direct;      /* interventions that ask for it themselves */
    uint32_t all;         /* and through others: every requirement counts, alternatives too */
    uint32_t must;        /* of these, those that cannot do without: over no alternative */
    uint32_t through;     /* of these, those whose every chain runs through it (dominators) */
    uint32_t by_stage[4]; /* of `all`, by gp_stage */
} gp_leverage;

/* A chain leads from something that requires nothing to an intervention, over requirements that
 * must be met. */
typedef struct gp_leverages {
    const gp_leverage *rows;   /* by capability */
    const uint64_t *scenarios; /* by capability, scenario_words each: bit k where an intervention */
    uint32_t scenario_words;   /* that rests on it belongs to scenario k */
    const uint32_t *order;     /* capabilities: most interventions first, ties by id */
    const gp_asked *asked;     /* by capability: as gp_find_asked finds it */
    const uint32_t *step_first;     /* by symbol: its lowest step, see step_dominator; one more */
    const uint32_t *step_symbol;    /* by step */
    const uint32_t *step_dominator; /* by step, of which an id has one for each level that requires
                                     * something more: the last step before it that every chain to
                                     * it runs through, or GP_NONE */
    const uint32_t *dominator;      /* by symbol: the last one before it that every chain to it runs
                                       through, GP_NONE where there is none */
} gp_leverages;

/* How much rests on each capability, over the requirements as written. (Dominators: Lengauer and
 * Tarjan 1979, by igraph.) Owner: the job; borrows from the portfolio. Errors: GP_NO_MEMORY.
 * Cost: O((V + E) * interventions / 512), each step eight words; O(E log V) for dominators. */
GP_API gp_status gp_find_leverage(gp_job *job, const gp_portfolio *portfolio, gp_leverages *out);

/* The shape of what has to be done. */
typedef struct gp_structure {
    uint32_t part_count;   /* parts that have nothing to do with each other */
    uint32_t largest_part; /* activities in the largest */
    uint32_t alone_count;  /* parts of one activity */
    uint32_t depth;        /* activities that come one after another, at most */
    uint32_t width;        /* activities in one layer, at most */
} gp_structure;

/* Parts by igraph (weak components), depth and width by the network's layers. Errors:
 * GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_find_structure(gp_job *job, const gp_network *network, gp_structure *out);

/* ---- catalogue: what others know to be needed ---- */

/* Which prerequisites does the catalogue (a portfolio that tells
 * what needs what, matched by id) name that
 * the portfolio lacks? One row for each capability that needs one itself, and one for each
 * prerequisite that only such prerequisites lead to. Of alternatives one is enough; where all
 * are lacking the first is the row.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E) of both. */
GP_API gp_status gp_find_forgotten(gp_job *job, const gp_portfolio *portfolio,
                                   const gp_portfolio *catalogue, gp_forgottens *out);

/* Appends a finding (GP206) per prerequisite that was forgotten. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_check_catalogue(gp_job *job, const gp_portfolio *portfolio,
                                    const gp_portfolio *catalogue);

#ifdef __cplusplus
}
#endif
#endif
