/* SPDX-License-Identifier: MIT
 * What is known of a cover: its cuts, and its costs as whole numbers. Private to core/repair. */
#ifndef GP_COVER_ROWS_H
#define GP_COVER_ROWS_H

#include "core/repair/cover.h"

/* A cut of a target, members ascending. */
typedef struct gp_cut {
    size_t first; /* of its members */
    uint32_t count, target;
    int32_t late_days;
    bool is_weak;  /* another of the target has only members of this one; it tells days late only */
    bool is_out;   /* about to go */
    uint64_t mark; /* bits of its members: not all in another's mark, not all in the other */
} gp_cut;

struct gp_cover {
    gp_job *job;
    uint32_t measures, targets;
    double *costs;
    int64_t *weights;  /* costs as whole numbers without a common factor */
    double unit;       /* what a weight of one costs */
    int64_t allowance; /* what rounding may have added to the weights of a choice */
    gp_array cuts;     /* gp_cut */
    gp_array members;  /* uint32_t */
    gp_array excludes; /* gp_pair: a and b not both */
    gp_array needs;    /* gp_pair: a not without b */
};

typedef struct gp_pair {
    uint32_t a, b;
} gp_pair;

static inline const uint32_t *gp_cut_members(const gp_cover *cover, const gp_cut *cut)
{
    const uint32_t *members = cover->members.data;
    return members ? members + cut->first : NULL; /* no cut has any */
}

/* Makes the weights of the costs. Errors: GP_NO_MEMORY. */
gp_status gp_weigh_costs(gp_cover *cover);

/* The largest weight of a choice that costs no more than this. */
int64_t gp_weight_within(const gp_cover *cover, double cost);

/* What a choice costs, and weighs. */
double gp_cost_of_choice(const gp_cover *cover, const bool *is_taken);
int64_t gp_weight_of_choice(const gp_cover *cover, const bool *is_taken);

#endif
