/* SPDX-License-Identifier: MIT
 *
 * Risk: lead times are guesses, so how sure are the dates? Monte Carlo on the same network and the
 * same time functions as the plan. docs/risk.md tells what is drawn, and how. */
#ifndef GROEIPAD_RISK_H
#define GROEIPAD_RISK_H

#include "groeipad/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GP_RISK_DRAWS 10000u         /* where no number is given */
#define GP_RISK_DRAWS_MAX 100000000u /* a draw has a number below this */
#define GP_TOGETHER_MAX 16
/* So many pairs of an intervention and a step that it rests on are told of, in the order of the
 * file. Of the interventions after that an answer has dates and chances only. */
#define GP_RISK_PAIRS_MAX 4000000u

/* Interventions that must all be in time. */
typedef struct gp_together {
    const uint32_t *interventions; /* indices of interventions with a needed_by, as asked for */
    uint32_t count;
} gp_together;

/* Called between stretches of draws. False: stop here; what was drawn so far is the answer. */
typedef bool gp_risk_progress(void *object, uint32_t done, uint32_t draws);

typedef struct gp_risk_options {
    uint64_t seed;
    uint32_t first_draw, draws; /* draws first_draw .. first_draw + draws - 1; draws 0: as many as
                                 * GP_RISK_DRAWS */
    uint32_t threads;           /* 0: one; how many processors there are the caller knows */
    double until_error; /* stop once every probability has at most this standard error; 0: never */
    uint16_t spread_less, spread_more; /* percent: a single duration gets a PERT of so much less
                                        * and more than likely; both 0: none */
    bool is_mitigated;                 /* the mitigated values of risks count */
    const gp_together *together;       /* NULL: one, of all interventions with a needed_by */
    uint32_t together_count;           /* at most GP_TOGETHER_MAX */
    uint32_t pairs_max;                /* 0: GP_RISK_PAIRS_MAX */
    gp_risk_progress *progress;        /* or NULL */
    void *object;                      /* of progress */
} gp_risk_options;

/* What the draws of one run add up to, in integers: parts of a run can be added. */
typedef struct gp_risk_sums gp_risk_sums;

/* Draws. options: NULL for the defaults. Owner: the job. The sums are the same bits for any number
 * of threads, on any machine. Errors: GP_NO_MEMORY. Cost: O(draws (V + E)). Memory: does not grow
 * with draws. */
GP_API gp_status gp_run_risk(gp_job *job, const gp_schedule *schedule,
                             const gp_risk_options *options, gp_risk_sums **out);

/* One number of days that a share of the draws stays within. */
#define GP_RISK_QUANTILES 5
GP_API extern const uint8_t gp_risk_quantiles[GP_RISK_QUANTILES]; /* percent: 10 50 80 90 95 */
#define GP_RISK_SURES 3
GP_API extern const uint8_t gp_risk_sures[GP_RISK_SURES]; /* percent: 50 80 95 */

/* So many draws are live on this day. */
typedef struct gp_risk_bar {
    gp_day day;
    uint32_t draws;
} gp_risk_bar;

/* A join of chains: the mean of the latest of them less the latest of their means. */
typedef struct gp_risk_merge {
    uint32_t activity;
    float days;
} gp_risk_merge;

typedef struct gp_risk_live {
    uint32_t intervention;   /* index */
    gp_day needed_by, plan;  /* GP_NO_DAY: no needed_by */
    double plan_probability; /* live by the planned date */
    double mean_days_after_plan;
    gp_day quantiles[GP_RISK_QUANTILES]; /* the first day by which that share is live */
    double probability, standard_error;  /* live by needed_by; negative: there is none */
    double expected_late_days, expected_late_cycles; /* over all draws; negative: likewise */
    uint32_t not_before;         /* so many draws rest on something unknown: their dates
                                  * can only be later */
    double merge_bias_days;      /* mean less plan */
    const gp_risk_merge *merges; /* of the joins that it rests on; most days first, none
                                  * below 0.05 */
    uint32_t merge_count;
    const gp_risk_bar *bars; /* ascending, of all days on which some draw is live */
    uint32_t bar_count;
    bool is_detailed; /* what each step has to do with it is told, see GP_RISK_PAIRS_MAX; else there
                       * are no merges, and steps of it are not counted */
    uint32_t steps, sure_steps; /* that it rests on with work to do, itself included; of these
                                 * without spread */
    bool varies; /* something that it rests on does, as it is written: then it is by chance where
                  * all draws are live on one day, or all in time */
} gp_risk_live;

/* What one step has to do with one intervention that rests on it. */
typedef struct gp_risk_by {
    uint32_t intervention; /* index */
    float criticality;     /* share of draws in which it is on the driving path */
    float spearman;        /* rank correlation of its duration with the live date */
    float ssi;             /* schedule sensitivity index: criticality x sd(duration) / sd(live) */
    float cruciality;      /* criticality x |spearman| */
} gp_risk_by;

typedef struct gp_risk_step {
    uint32_t activity;
    bool is_sure;              /* it has no spread */
    double criticality;        /* share of draws in which it is on any driving path */
    double mean_days, sd_days; /* of its duration */
    const gp_risk_by *by;      /* the interventions that rest on it, in the order of the file */
    uint32_t by_count;
    gp_day identify_by[GP_RISK_SURES]; /* the last day from which that share is in time; GP_NO_DAY:
                                        * fixed, under way, or an intervention */
} gp_risk_step;

typedef struct gp_risk_delay {
    uint32_t intervention;
    double mean_days;           /* that its live date loses to the risk, over all draws */
    double mitigated_mean_days; /* where this risk alone is mitigated; negative: it cannot be */
} gp_risk_delay;

typedef struct gp_risk_effect {
    uint32_t risk;               /* index */
    uint32_t happened;           /* in so many draws */
    const gp_risk_delay *delays; /* of interventions that rest on what it affects, in the order of
                                  * the file */
    uint32_t delay_count;
} gp_risk_effect;

typedef struct gp_risk_together {
    gp_together of;
    double probability, standard_error;
} gp_risk_together;

typedef struct gp_risk_answer {
    uint32_t first_draw, draws; /* as of gp_risk_options: draws first_draw on */
    uint64_t seed;
    bool is_partial;            /* stopped before all draws that were asked for */
    uint32_t steps, sure_steps; /* steps with work to do that some intervention rests on, and
                                 * interventions; of these without spread */
    const gp_risk_live *lives;  /* by intervention */
    uint32_t live_count;
    const gp_risk_live *unmitigated; /* is_mitigated: the same without; merges, bars and steps are
                                      * those of `lives`. NULL: not mitigated */
    const gp_risk_together *together;
    uint32_t together_count;
    const gp_risk_step
        *steps_of; /* `steps` of them, highest criticality first, then by id, level */
    const gp_risk_effect *effects; /* by risk */
    uint32_t effect_count;
} gp_risk_answer;

/* From sums to the answer. The schedule must be the one they were drawn with. Also makes the
 * findings GP701 (a single duration on every driving path) and GP704 (a mitigation that costs and
 * wins nothing). Owner: the job. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_answer_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_sums *sums,
                                gp_risk_answer *out);

/* A share of the draws, 0 to 1, as a chance. What varies is neither surely in time nor surely late,
 * though all draws are: then next to 1, next to 0. Negative: unknown, as it was. */
GP_API double gp_live_chance(const gp_risk_live *live, double share);
GP_API double gp_together_chance(const gp_risk_answer *answer, const gp_risk_together *set);

/* Is it the set of all interventions with a date? */
GP_API bool gp_is_of_all(const gp_portfolio *portfolio, const gp_together *set);

/* ---- parts: a run in pieces, on one machine or many ---- */

/* A list of integers that means the sums, and back. Two lists of the same run may be added as sums
 * only. identity: of network, options, version; sums with another one cannot be added.
 * Errors of gp_read_sums: GP_INVALID where the list is no sums of this identity, without a finding:
 * the caller knows what was read. Owner: the job. */
GP_API gp_status gp_write_sums(gp_job *job, const gp_risk_sums *sums, const int64_t **list,
                               size_t *count);
GP_API gp_status gp_read_sums(gp_job *job, const gp_schedule *schedule,
                              const gp_risk_options *options, const int64_t *list, size_t count,
                              gp_risk_sums **out);

/* Adds the draws of `more`, which follow or precede those of `to`. Errors: GP_INVALID (not the same
 * run, or its draws do not join: a gap or an overlap; no finding), GP_NO_MEMORY. */
GP_API gp_status gp_add_sums(gp_risk_sums *to, const gp_risk_sums *more);

typedef struct gp_risk_part {
    uint64_t seed, identity;
    uint32_t first_draw, draws;
    bool is_partial;
} gp_risk_part;
GP_API gp_risk_part gp_describe_sums(const gp_risk_sums *sums);

#ifdef __cplusplus
}
#endif
#endif
