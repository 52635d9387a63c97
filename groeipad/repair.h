/* SPDX-License-Identifier: MIT
 *
 * Repair: which few measures make every intervention live in time, at the least cost?
 *
 * The method is the implicit hitting set (Moreno-Centeno and Karp 2013) over driving paths: while
 * an intervention is late with what was chosen, its driving path tells a set of measures of which
 * one must be taken; the cheapest choice that has one of each such set is a lower bound, and the
 * answer once nothing is late. It is exact for measures that can only make dates earlier, or a
 * needed_by later; others are left out and told (GP140). */
#ifndef GROEIPAD_REPAIR_H
#define GROEIPAD_REPAIR_H

#include "groeipad/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- what can be decided ---- */

typedef enum gp_candidate_kind {
    GP_DECIDE_MEASURE,   /* a measure of the file */
    GP_DECIDE_OFF_ROUND, /* from here automatic: the step does not wait for a round */
    GP_DECIDE_SHORTEN,   /* its work takes three quarters, or half, of the time */
    GP_DECIDE_LEVEL,     /* a requirement asks for one level less */
    GP_DECIDE_DATE,      /* an intervention is needed some cycles later */
    GP_CANDIDATE_KINDS
} gp_candidate_kind;

/* A measure that was considered. Its changes are those of the file's measure, or what `kind` says
 * of the record. */
typedef struct gp_candidate {
    uint8_t kind;         /* gp_candidate_kind */
    uint8_t level;        /* of the step; of a requirement: what it asks then; else 0 */
    uint8_t quarters;     /* GP_DECIDE_SHORTEN: 3 or 2 of the time that it takes; else 0 */
    uint8_t cycles;       /* GP_DECIDE_DATE: so many later; else 0 */
    uint32_t measure;     /* GP_DECIDE_MEASURE: index into portfolio->measures; else GP_NONE */
    uint32_t symbol;      /* of the record that is changed: the capability of the step, whose
                           * requirement it is, the intervention; GP_NONE: GP_DECIDE_MEASURE of several
                           * records, or of settings */
    uint32_t requirement; /* GP_DECIDE_LEVEL: index into portfolio->requirements; else GP_NONE */
    gp_day needed_by;     /* GP_DECIDE_DATE: the new one; else GP_NO_DAY */
    int32_t by_days;      /* GP_DECIDE_SHORTEN: how much less its work takes where the plan has it;
                           * GP_DECIDE_DATE: how much later it is needed; else GP_NO_DAYS */
    double cost;          /* >= 0, in portfolio->cost_unit */
} gp_candidate;

/* ---- asking ---- */

/* The usual costs of automatic measures: each is multiplied as the second column says. */
#define GP_COST_OFF_ROUND 1
#define GP_COST_SHORTEN 1 /* twice that to half the time */
#define GP_COST_LEVEL 2
#define GP_COST_DATE 1 /* times the cycles */
#define GP_LATER_CYCLES 6

/* Makes the portfolio with the changes of some candidates made, in this order. Errors: GP_INVALID
 * where there is none, and the job's findings say why; GP_NO_MEMORY. */
typedef struct gp_repair_worlds {
    gp_status (*make)(void *object, gp_job *job, const gp_candidate *const *candidates,
                      uint32_t count, const gp_portfolio **out);
    void *object;
} gp_repair_worlds;

/* Called between steps of the search, with the best set and the lower bound so far (a cost that is
 * negative: no set yet). False: stop here. */
typedef struct gp_repair_state {
    double cost, bound;
    uint32_t late; /* interventions that were late, and are to be in time */
} gp_repair_state;
typedef bool gp_repair_progress(void *object, const gp_repair_state *state);

typedef struct gp_repair_options {
    const gp_repair_worlds *worlds;
    bool has_automatic;               /* automatic measures, beside those of the file */
    double costs[GP_CANDIDATE_KINDS]; /* by kind, of automatic ones; negative: none of this kind */
    uint32_t later;                   /* GP_DECIDE_DATE: for so many cycles, 1 to GP_LATER_MAX */
    const bool *only;                 /* by intervention: these; NULL: all */
    const bool *not_measures;         /* by measure of the portfolio: not these; or NULL */
    const bool *not_symbols; /* by symbol: no automatic measure of these records; or NULL */
    double budget;       /* at most so much: the most interventions in time for it, then the fewest
                          * days late; negative: whatever it takes to have all in time */
    bool has_curve;      /* the least cost for each number of interventions in time */
    uint64_t effort;     /* stop after so much work, the same on every machine; 0: GP_REPAIR_EFFORT;
                          * UINT64_MAX: never */
    uint32_t step_limit; /* nothing is sought where more steps can be changed; 0: no limit */
    bool is_brief;       /* only the status, the costs and the chosen measures are told: no plan is
                          * made with them, so nothing says by when to decide */
    gp_repair_progress *progress; /* or NULL */
    void *object;                 /* of progress */
} gp_repair_options;
#define GP_LATER_MAX 60
#define GP_REPAIR_EFFORT UINT64_C(300000000)

/* The defaults: automatic measures of all kinds where the portfolio has none of its own. */
GP_API void gp_default_repair(const gp_portfolio *portfolio, gp_repair_options *out);

/* ---- the answer ---- */

typedef enum gp_repair_status {
    GP_REPAIR_PROVEN,     /* no cheaper set makes all in time (with a budget: none buys more) */
    GP_REPAIR_BEST,       /* the search was stopped: this is the best so far */
    GP_REPAIR_IMPOSSIBLE, /* not all of them can be in time; the set is for the others */
    GP_REPAIR_NOTHING_LATE,
    GP_REPAIR_NOT_SOUGHT /* beyond step_limit */
} gp_repair_status;

/* An intervention that one of the chosen measures is needed for. */
typedef struct gp_repair_use {
    uint32_t intervention; /* index */
    int32_t late_days;     /* so late it is again without this measure, > 0 */
} gp_repair_use;

/* One of the chosen measures. decide_by: the identify-by date, in the repaired plan, of the first
 * step that it touches, as the interventions that it is needed for need it (for none: as all that
 * are in time do); of an intervention its latest start; GP_NO_DAY: nothing of it is planned. */
typedef struct gp_repair_choice {
    uint32_t candidate; /* number in `considered` */
    gp_day decide_by;
    uint32_t first_step;       /* the activity of `after` that decide_by is of, or GP_NONE */
    const gp_repair_use *uses; /* in the order of the file */
    uint32_t use_count;
} gp_repair_choice;

/* An intervention with a needed_by, before and after. */
typedef struct gp_repair_live {
    uint32_t intervention;             /* index */
    gp_day needed_by, needed_by_after; /* GP_NO_DAY: the measures take it away */
    gp_day before, after;
    int32_t late_before, late_after;   /* days; 0: in time */
    bool not_before, not_before_after; /* the date rests on something unknown: it can be later */
} gp_repair_live;

/* Of these one must be taken: with all others taken the intervention is late. */
typedef struct gp_repair_cut {
    uint32_t intervention;      /* index */
    const uint32_t *candidates; /* numbers in `considered`, ascending */
    uint32_t count;
} gp_repair_cut;

typedef struct gp_repair_point {
    uint32_t in_time; /* so many interventions, of `lives`, or more */
    double cost;
    const uint32_t *candidates; /* numbers in `considered`, ascending */
    uint32_t count;
    bool is_proven;
} gp_repair_point;

/* An intervention that stays late. */
typedef struct gp_repair_lost {
    uint32_t intervention; /* index */
    int32_t late_days;     /* that stay */
    bool is_certain;       /* with every measure taken it is late; else only not all together can be
                            * in time */
    const gp_schedule *schedule; /* with every measure taken, or else the chosen ones */
    gp_path path;                /* of that schedule: the path that stays late */
} gp_repair_lost;

typedef struct gp_repair {
    uint8_t status;                 /* gp_repair_status */
    bool is_stopped;                /* progress said so */
    bool is_exhausted;              /* the effort was spent */
    double cost, bound;             /* of what was chosen (negative: the search was stopped before
                                     * any set was found), and what no set can go below */
    const gp_candidate *considered; /* of what changes the same, the stronger stands later */
    uint32_t considered_count;
    const uint32_t (*excludes)[2]; /* pairs of numbers: not both, as the file says or because they
                                    * change the same in ways that cannot be combined */
    uint32_t exclude_count;
    const uint32_t (*needs)[2]; /* the first is not taken without the second */
    uint32_t need_count;
    const gp_repair_choice *choices; /* in the order of decisions: by decide_by, then by number */
    uint32_t choice_count;
    const gp_repair_live *lives; /* of those asked for, in the order of the file */
    uint32_t live_count;
    const gp_repair_cut *cuts; /* the certificate */
    uint32_t cut_count;
    const gp_repair_point *curve; /* more and more in time; the first is what costs nothing */
    uint32_t curve_count;
    const gp_repair_lost *lost; /* GP_REPAIR_IMPOSSIBLE */
    uint32_t lost_count;
    const gp_schedule *before, *after; /* the same where nothing was chosen; is_brief: no after */
} gp_repair;

/* Finds the cheapest measures that make every intervention live by its needed_by. Equal costs:
 * the fewest measures, then the first in `considered`; where that takes more than a fixed amount of
 * work, the fewest that were found by then. So the answer is the same on every machine unless
 * progress stopped it. Measures that cannot be used are findings: GP140 to GP143.
 * Owner: the job; the schedule must live as long. Errors: GP_INVALID (a measure that cannot be
 * read), GP_NO_MEMORY. Cost: no bound but the effort; the memory grows with the cuts. */
GP_API gp_status gp_find_repair(gp_job *job, const gp_schedule *schedule,
                                const gp_repair_options *options, const gp_repair **out);

/* The measures of a portfolio, judged: GP140 to GP143 for those that are of no use, and why. For
 * `check`. Errors: as gp_find_repair. Cost: that of a plan for each measure, and for each two that
 * change the same. */
GP_API gp_status gp_check_measures(gp_job *job, const gp_schedule *schedule,
                                   const gp_repair_worlds *worlds);

/* Three quarters (3) or half (2) of a duration: whole months of it, the rest as days rounded up, 30
 * to a month; working days rounded up. */
GP_API gp_duration gp_shorten_duration(gp_duration duration, uint8_t quarters);

#ifdef __cplusplus
}
#endif
#endif
