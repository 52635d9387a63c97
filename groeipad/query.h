/* SPDX-License-Identifier: MIT
 *
 * Queries: one question about the network, such as what rests on this, or which ways lead there. */
#ifndef GROEIPAD_QUERY_H
#define GROEIPAD_QUERY_H

#include "groeipad/filter.h"
#include "groeipad/plan.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The first step of an id that has anything to do (of a capability: to its lowest missing level),
 * or GP_NONE. */
GP_API uint32_t gp_find_first_step(const gp_network *network, uint32_t symbol);

/* All that rests on an activity, itself included, in topological order. Owner: the job. Errors:
 * GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_find_descendants(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                     const gp_reach_options *options, gp_activities *out);

/* A chain from one activity to another, as if nothing else held the second up. */
typedef struct gp_way {
    const uint32_t *activities;
    uint32_t count;
    gp_day ready; /* when the last is ready then */
} gp_way;

typedef struct gp_ways {
    const gp_way *ways; /* the one that is ready last first */
    uint32_t count;
    uint32_t total;   /* of all ways; GP_WAYS_TOTAL_MAX: so many, or more */
    bool is_complete; /* false: looking for them was cut at GP_WAYS_WORK_MAX */
} gp_ways;
#define GP_WAYS_TOTAL_MAX 1000000000u
#define GP_WAYS_WORK_MAX 50000000u /* activities that are dated on the way */

/* The longest ways from one activity to another, alternatives included. (Best first; each
 * step is a monotone function of time, so the latest way to a step is part of the latest way over
 * it.) Cost: O(V + E + found ways * their length * requirements met on the way). */
GP_API gp_status gp_find_ways(gp_job *job, const gp_schedule *schedule, uint32_t from, uint32_t to,
                              const gp_longest_options *options, gp_ways *out);

/* What every way from one activity to another runs through, both ends included (dominators); none
 * where there is no way. Alternatives are ways too. Cost: O(E log V). */
GP_API gp_status gp_find_only_way(gp_job *job, const gp_schedule *schedule, uint32_t from,
                                  uint32_t to, gp_activities *out);

typedef enum gp_query_kind {
    GP_QUERY_NEEDS,   /* all that `first` rests on */
    GP_QUERY_BLOCKS,  /* all that rests on `first` */
    GP_QUERY_PATHS,   /* the `top` longest ways from `first` to `second` */
    GP_QUERY_ONLY_WAY /* what every way from `first` to `second` runs through */
} gp_query_kind;

/* One question about the network, by activities. */
typedef struct gp_query {
    gp_query_kind kind;
    uint32_t first, second; /* second: GP_NONE where the kind has none */
    uint32_t top;
    const gp_filter *filter; /* needs, blocks: only what passes; NULL: all */
} gp_query;

/* The answer to any kind of query. */
typedef struct gp_query_answer {
    gp_query query;                /* as it was asked */
    gp_activities steps;           /* needs, blocks, only-way: without `first` for the first two */
    const uint8_t *is_alternative; /* by activity: only over alternatives that were not chosen */
    gp_ways ways;                  /* paths */
    bool has_way_back; /* paths, only-way: no way leads from first to second, and one back */
} gp_query_answer;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: that of gp_find_ancestors, gp_find_descendants,
 * gp_find_ways or gp_find_only_way. */
GP_API gp_status gp_answer_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                                 gp_query_answer *out);

#ifdef __cplusplus
}
#endif
#endif
