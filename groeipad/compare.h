/* SPDX-License-Identifier: MIT
 *
 * What changed between two versions of a portfolio, what moved, and why. */
#ifndef GROEIPAD_COMPARE_H
#define GROEIPAD_COMPARE_H

#include "groeipad/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- edits: what changed ---- */

typedef enum gp_edit_what {
    GP_EDIT_ADDED,
    GP_EDIT_REMOVED,
    GP_EDIT_CHANGED,
    GP_EDIT_RENAMED /* a guess; it changes nothing else */
} gp_edit_what;

typedef enum gp_edit_kind {
    GP_EDIT_SETTING,
    GP_EDIT_INTERVENTION,
    GP_EDIT_CAPABILITY,
    GP_EDIT_LEVEL,       /* of an entry of a capability's `levels` */
    GP_EDIT_REQUIREMENT, /* all differences between the same two records */
    GP_EDIT_DIMENSION,
    GP_EDIT_SEGMENT,
    GP_EDIT_SITUATION,
    GP_EDIT_SCENARIO,
    GP_EDIT_MEASUREMENT,
    GP_EDIT_MEASURE,
    GP_EDIT_RISK,
    GP_EDIT_CORRELATION /* its id: those of its records, "a|b", as one types them */
} gp_edit_kind;

/* One elementary difference between two versions. Texts live as long as the job. */
typedef struct gp_edit {
    uint8_t what;       /* gp_edit_what */
    uint8_t kind;       /* gp_edit_kind */
    bool matters;       /* a date may rest on it */
    const char *id;     /* of the record, as it is called in NEW; NULL: a setting, a measurement */
    const char *old_id; /* GP_EDIT_RENAMED: what OLD calls it; else NULL */
    const char *key;    /* "lead_time", "planning.round", "levels[2].lead_time"; NULL: the whole */
    const char *const *requires; /* ids of the target, or of the alternatives; ascending */
    uint32_t require_count;
    const char *old_value, *new_value; /* JSON as written, on one line; NULL: there is none */
    gp_place place;                    /* in NEW; of what is gone: in OLD */
    bool is_place_in_old;
} gp_edit;

/* What an edit is about, as one may type it after --set: "c360.lead_time", "planning.round",
 * "int-7->c360", "c360". Owner: the job; NULL when memory ran out. */
GP_API const char *gp_edit_name(gp_job *job, const gp_edit *edit);

typedef struct gp_edits {
    const gp_edit *edits;
    uint32_t count;
    const struct gp_edit_sources *sources; /* what the edits were made from; for io alone */
} gp_edits;

/* ---- shares: why it moved ---- */

/* Makes the portfolio of OLD with some of the edits made. is_applied: by edit. Errors: GP_INVALID
 * where no portfolio is in it, and the job's findings say why (a circle is none of those);
 * GP_NO_MEMORY. */
typedef struct gp_variants {
    gp_status (*make)(void *object, gp_job *job, const bool *is_applied, const gp_portfolio **out);
    void *object;
} gp_variants;

/* What one edit has to do with one live date, in days; later is positive. */
typedef struct gp_edit_share {
    uint32_t edit;
    uint32_t group;  /* edits that can only be made together have the same one, the first of their
                      * numbers, and the same days, which count once; else GP_NONE */
    int32_t share;   /* Shapley value (Shapley 1953); those of an intervention add up to its slip */
    int32_t alone;   /* f({e}) - f(none) */
    int32_t without; /* f(all) - f(all but e) */
} gp_edit_share;

/* shares: of the edits that may matter to it, which those are that are of settings and of records
 * that it rests on; most days first, then by number. */
typedef struct gp_slip {
    uint32_t symbol;   /* of the intervention in NEW */
    bool is_estimated; /* more matters than GP_EXACT_EDITS: over 200 orders, not all of them */
    const gp_edit_share *shares;
    uint32_t count;
} gp_slip;
#define GP_EXACT_EDITS 10 /* those that are made together count as one */

/* Of every intervention that is in both versions and whose live date is another; by id. */
typedef struct gp_shares {
    const gp_slip *slips;
    uint32_t count;
} gp_shares;

/* Why did it move? f(S) is the live date of an intervention with the edits S made to OLD; those
 * that do not matter are never made. alone and without are exact always; share is where it is not
 * estimated. Owner: the job; the schedules and the edits must live as long. Errors: GP_NO_MEMORY,
 * GP_INTERNAL (the edits do not make NEW of OLD). Cost: at most 1,024 worlds for interventions to
 * which about the same matters, and 200 times the number of edits for those to which more than
 * GP_EXACT_EDITS do; in each only what comes after what it changes is scheduled again. */
GP_API gp_status gp_find_shares(gp_job *job, const gp_schedule *old_schedule,
                                const gp_schedule *new_schedule, const gp_edits *edits,
                                const gp_variants *variants, const gp_shares **out);

/* ---- what moved ---- */

/* Why it did not move, where there are none: nothing of the edits matters to it. */
typedef struct gp_moved_live {
    const char *id;              /* as NEW calls it; of one that is gone: as OLD did */
    uint32_t old_activity;       /* GP_NONE: it is new */
    uint32_t new_activity;       /* GP_NONE: it is gone */
    gp_day old_ready, new_ready; /* GP_NO_DAY: it is not there */
    int32_t days;                /* later is positive; GP_NO_DAYS: not in both */
    int32_t old_late_days;       /* 0: in time, or no date is asked; GP_NO_DAYS: not there */
    int32_t new_late_days;       /* likewise */
    int32_t old_late_cycles, new_late_cycles;
    bool is_path_moved;           /* in both, along another critical path */
    bool is_estimated;            /* the shares are */
    const gp_edit_share *because; /* of the edits that matter to it, most days first */
    uint32_t because_count;
} gp_moved_live;

/* A step of a capability that is in either and not the same in both. */
typedef struct gp_moved_step {
    const char *id;
    uint8_t level;
    uint32_t old_activity, new_activity; /* GP_NONE: it is not there */
    gp_day old_start, new_start, old_ready, new_ready;
    int32_t days; /* ready; GP_NO_DAYS: not in both */
    gp_day old_identify_by, new_identify_by;
    int32_t old_float_days, new_float_days; /* GP_NO_DAYS: unknown */
} gp_moved_step;

/* Ids, ascending. */
typedef struct gp_id_list {
    const char *const *ids;
    uint32_t count;
} gp_id_list;

typedef struct gp_comparison {
    const gp_schedule *old_schedule, *new_schedule;
    const gp_edits *edits;
    const uint32_t *counterpart; /* by activity of NEW: the same one of OLD; GP_NONE: it is new */
    const uint8_t *has_followed; /* by activity of OLD: NEW has it as well */
    const gp_moved_live *lives;  /* all interventions: later ones first, by days, then by id */
    uint32_t live_count;
    const gp_moved_step *steps; /* by id, then by level */
    uint32_t step_count;
    gp_id_list opened, closed;   /* interventions that are late now and were not; and the reverse */
    gp_id_list missing, found;   /* newly required and described nowhere; no longer */
    gp_id_list unfounded, asked; /* capabilities on which newly nothing rests; no longer */
} gp_comparison;

/* What moved between two versions, and why. shares: of gp_find_shares; NULL: nobody asks why.
 * Owner: the job; all that is given must live as long. Errors: GP_NO_MEMORY. Cost: O(n log n). */
GP_API gp_status gp_compare(gp_job *job, const gp_schedule *old_schedule,
                            const gp_schedule *new_schedule, const gp_edits *edits,
                            const gp_shares *shares, const gp_comparison **out);

/* Appends what of it is to be told: GP601 to GP607, at their places in NEW. at_least: fewer days
 * later is no finding. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_check_comparison(gp_job *job, const gp_comparison *comparison,
                                     int32_t at_least);

/* ---- sweep: one question with several values ---- */

#define GP_SWEEP_AXES_MAX 2

/* A target ("planning.round") and the values that it is given, one after the other. */
typedef struct gp_sweep_axis {
    const char *target;
    const char *const *values;
    uint32_t count;
} gp_sweep_axis;

/* When an intervention is live, and how many days after it is needed. */
typedef struct gp_sweep_live {
    gp_day ready;      /* GP_NO_DAY: with this value there is no such intervention */
    int32_t late_days; /* 0: in time, or no date is asked */
} gp_sweep_live;

/* The portfolio with one value of each target. */
typedef struct gp_sweep_row {
    const char *values[GP_SWEEP_AXES_MAX]; /* by axis; NULL: what the file says */
    uint32_t late;                         /* how many interventions are late */
    int64_t late_days;                     /* of all of them together */
    const gp_sweep_live *lives;            /* by gp_sweep.symbols */
} gp_sweep_row;

typedef struct gp_sweep {
    const gp_sweep_axis *axes;
    uint32_t axis_count;
    const gp_sweep_row *rows; /* first the file as it is; then all combinations, the last axis
                               * changing fastest */
    uint32_t row_count;
    const uint32_t *symbols; /* of the interventions of the file, by id */
    uint32_t symbol_count;
    uint32_t first_in_time; /* the first row after that of the file without anything late; or
                             * GP_NONE */
    uint32_t least_late;    /* the first row after it with the fewest days late */
} gp_sweep;

/* Makes the portfolio with a value for each axis. Errors: GP_INVALID where there is none, and the
 * job's findings say why; GP_NO_MEMORY. */
typedef struct gp_sweep_worlds {
    gp_status (*make)(void *object, gp_job *job, const char *const *values,
                      const gp_portfolio **out);
    void *object;
} gp_sweep_worlds;

/* What comes of each value? axis_count: 1 or 2. Each world is planned by itself, and let go.
 * Owner: the job; the schedule and the axes must live as long. Errors: those of worlds->make, whose
 * findings are then the job's; GP_NO_MEMORY. Cost: a plan for each combination of values. */
GP_API gp_status gp_find_sweep(gp_job *job, const gp_schedule *now, const gp_sweep_axis *axes,
                               uint32_t axis_count, const gp_sweep_worlds *worlds,
                               const gp_sweep **out);

#ifdef __cplusplus
}
#endif
#endif
