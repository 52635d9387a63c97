/* SPDX-License-Identifier: MIT
 * What is drawn, and through what it goes: the network of a schedule with tables in place of
 * estimates and rounds. Made once; many threads read it. Private to core. */
#ifndef GP_MODEL_H
#define GP_MODEL_H

#include "core/risk/day_lanes.h"
#include "core/risk/normal.h"
#include "core/risk/philox.h"
#include "core/risk/shapes.h"
#include "groeipad/risk.h"

/* Something that is drawn: a duration, or a delay. */
typedef struct gp_variable {
    gp_chances chances;
    gp_stream stream;
    uint32_t factor_first, factor_count; /* what it varies with: model->factor_uses */
    double own;                          /* the weight of its own part; 1 without factors */
} gp_variable;

typedef struct gp_factor_use {
    uint32_t correlation; /* whose common factor */
    double weight;
} gp_factor_use;

static inline int32_t gp_value_of(const gp_chances *chances, uint32_t i)
{
    return chances->values ? chances->values[i] : chances->first + (int32_t)i;
}

/* A duration as it stands (variable GP_NONE), or so many drawn days or working days. */
typedef struct gp_work {
    gp_duration duration;
    uint32_t variable;
} gp_work;

typedef struct gp_step_model {
    uint32_t work_first; /* model->works: the longest counts */
    uint32_t hit_first;  /* model->hits: risks that delay it */
    uint32_t hit_count;
    uint32_t delay_row; /* where all its delays are calendar days: of their sum; else GP_NONE */
    uint8_t work_count;
    bool has_spread;           /* one of its works is drawn */
    bool is_reported;          /* something to do that an intervention rests on, or one itself */
    bool is_plain;             /* its work is calendar days, wherever it begins */
    bool has_latest;           /* it has a latest start that is counted */
    const gp_grid *grid;       /* of its rounds or cycles, or NULL */
    uint32_t variation;        /* its place among the steps whose duration varies, or GP_NONE */
    uint32_t latest_histogram; /* has_latest */
} gp_step_model;

/* Happens where a word is below `below`. */
typedef struct gp_risk_case {
    uint64_t below;
    gp_work delay;
} gp_risk_case;

typedef struct gp_risk_model {
    gp_stream happening;
    gp_risk_case plain, mitigated; /* not to be mitigated: twice the same */
    bool has_mitigated;
    const uint32_t *struck; /* the steps that it delays */
    uint32_t struck_count;
    const uint32_t *downstream; /* activities that it can move, in topological order */
    uint32_t downstream_count;
    const uint32_t *moves; /* interventions among them, ascending */
    uint32_t move_count;
    uint32_t move_first; /* of its sums by intervention */
} gp_risk_model;

typedef struct gp_live_model {
    uint32_t activity;
    gp_day needed_by;         /* GP_NO_DAY: none */
    const uint32_t *rests_on; /* activities, in topological order, itself last; NULL: too many */
    uint32_t rests_on_count;
    uint32_t pair_first; /* of its sums by activity */
} gp_live_model;

/* Where the sums of what stand: the first of each kind in one list of integers. */
typedef struct gp_layout {
    uint32_t critical;             /* by activity: draws in which it is on a driving path */
    uint32_t readies, begins;      /* by activity: ready; start, where an arc leaves from a start */
    uint32_t arrivals;             /* by arc with a lag, or first of a group: the day it lets go */
    uint32_t held_starts;          /* by arc: the start that it holds work back to (GP_BY_READY) */
    uint32_t starts, ends, lives;  /* by activity: days before rounding of start, work end, ready */
    uint32_t variations;           /* by step that varies: GP_VARIATION_SUMS */
    uint32_t live_sums;            /* by intervention: GP_LIVE_SUMS */
    uint32_t together;             /* by set */
    uint32_t pair_ranks;           /* by pair of intervention and step: sum of products of ranks */
    uint32_t happened;             /* by risk */
    uint32_t lost, lost_mitigated; /* by pair of risk and intervention: days */
    uint32_t count;
} gp_layout;
#define GP_VARIATION_SUMS 4 /* days, their squares, ranks, their squares */
#define GP_LIVE_SUMS 4      /* ranks, their squares, draws not before, draws in time */

typedef struct gp_model {
    const gp_schedule *schedule;
    gp_risk_options options; /* with defaults filled in */
    gp_day zero;             /* sums of days are counted from here */
    gp_day_tables tables;
    gp_shapes *shapes;
    gp_step_model *steps; /* by activity */
    const gp_work *works;
    const uint32_t *hits;
    gp_variable *variables;
    uint32_t variable_count;
    const gp_factor_use *factor_uses;
    const gp_stream *factors; /* by correlation */
    const gp_normal *normal;  /* NULL: nothing varies together */
    gp_risk_model *risks;     /* by risk */
    uint32_t delay_row_count;
    const uint32_t *sorted_arcs; /* arcs without a group, as arc_first has them, by the id and level
                                  * of their `from`; then those of groups as written */
    const uint32_t *rank;        /* by activity: its place by id and level */
    const gp_live_model *lives;  /* by intervention */
    const gp_together *together;
    uint32_t together_count;
    const uint32_t *varied; /* activities whose duration varies */
    uint32_t varied_count;
    uint32_t histogram_count; /* of lives, then of latest starts */
    uint32_t pair_count;
    gp_layout layout;
    uint64_t identity;
    uint32_t steps_reported, steps_sure;
} gp_model;

/* Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_make_model(gp_job *job, const gp_schedule *schedule, const gp_risk_options *options,
                        const gp_model **out);

/* An estimate of work that begins on `from`: as it stands, or drawn. */
gp_status gp_make_work(gp_job *job, const gp_model *model, const gp_estimate *estimate, gp_day from,
                       gp_work *work, gp_chances *chances, bool *is_drawn);

/* Leaves of the durations of a step that has begun those that it can still have. Of several that
 * are drawn, one: the one that most likely lasts until the status date. Errors: GP_NO_MEMORY. */
gp_status gp_cut_begun(gp_job *job, const gp_model *model, uint32_t activity);

/* The parts of it, in this order: each adds to what the ones before it made. */
gp_status gp_model_works(gp_job *job, gp_model *model);
gp_status gp_model_risks(gp_job *job, gp_model *model);
gp_status gp_model_arcs(gp_job *job, gp_model *model);
gp_status gp_model_lives(gp_job *job, gp_model *model);

/* The key of a variable's stream: what of the record it is. */
enum { GP_STREAM_WORK = 0, GP_STREAM_HAPPENING = 64, GP_STREAM_DELAY, GP_STREAM_FACTOR };

#endif
