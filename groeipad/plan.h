/* SPDX-License-Identifier: MIT
 *
 * The plan: what has to be done, in what order, when, and who will be waiting for whom. */
#ifndef GROEIPAD_PLAN_H
#define GROEIPAD_PLAN_H

#include "groeipad/portfolio.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- network: what has to be done, and what must come first ---- */

typedef enum gp_kind { GP_KIND_CAPABILITY, GP_KIND_INTERVENTION, GP_KIND_MISSING } gp_kind;

typedef enum gp_actual {
    GP_ACTUAL_NONE,
    GP_ACTUAL_STARTED, /* start is a fact: only what must be there by the ready date binds */
    GP_ACTUAL_READY    /* the whole is fixed; no predecessors */
} gp_actual;

/* Which dates of a gp_window hold for an activity: bits. (not_before is in the release.) */
typedef enum gp_keep {
    GP_KEEP_NOT_READY_BEFORE = 1,
    GP_KEEP_START_BY = 2,
    GP_KEEP_NEEDED_BY = 4
} gp_keep;

/* A step of a capability to a level, an intervention, or a missing capability. */
typedef struct gp_activity {
    uint8_t kind;    /* gp_kind */
    uint8_t level;   /* 0 for an intervention */
    uint8_t actual;  /* gp_actual */
    bool is_unknown; /* no lead time is known */
    uint32_t item;   /* index into capabilities, interventions or missing, by kind */
    uint32_t symbol;
    gp_day release;          /* not before this day; the fixed start where actual says so */
    gp_day fixed_ready;      /* GP_ACTUAL_READY only */
    uint32_t duration_first; /* network->durations: the longest of these counts */
    uint8_t duration_count;
    bool is_rounded;  /* its start waits for a planning round */
    uint8_t progress; /* GP_ACTUAL_STARTED: percent done; the rest from the status date */
    uint8_t kept;     /* gp_keep: which dates of the record's window hold for it */
    const gp_planning *planning; /* rounds and prepare; NULL for an intervention */
} gp_activity;

/* from must be ready, or have started, before to starts, goes live or is ready. */
typedef struct gp_arc {
    uint32_t from, to;      /* activities */
    uint32_t requirement;   /* GP_NONE: the chain from level to level */
    uint16_t group;         /* 0, or the number of the alternatives (`any`) within `to` */
    uint8_t by;             /* gp_by */
    bool has_lag : 1;       /* the requirement's lag applies */
    bool is_lead : 1;       /* which is a lead */
    bool is_from_start : 1; /* the start of `from` counts, not its ready date */
} gp_arc;

typedef struct gp_network {
    const gp_portfolio *portfolio;
    const gp_activity *activities; /* in the order of the file, missing ones last */
    uint32_t activity_count;
    const gp_arc *arcs;        /* grouped by `to`: those of a are */
    const uint32_t *arc_first; /* arcs[arc_first[a] .. arc_first[a + 1]) */
    uint32_t arc_count;
    const uint32_t *leaving;       /* arcs by the activity they leave: those of a are */
    const uint32_t *leaving_first; /* leaving[leaving_first[a] .. leaving_first[a + 1]) */
    const gp_duration *durations;
    const uint32_t *order; /* activities, topologically: by layer, then by id and level */
    const uint32_t *layer; /* by activity: the longest chain of arcs before it */
    const uint32_t *capability_first;      /* by capability: its first activity, or GP_NONE */
    const uint8_t *capability_steps;       /* by capability: how many activities it has */
    const uint32_t *intervention_activity; /* by intervention */
    const uint8_t *needed_level; /* by capability: the highest level asked of it, at least 1 */
    bool has_start_links;        /* some arc leaves from a start */
} gp_network;

/* Makes the network of what has to be done. Every dependency cycle becomes a finding (GP107).
 * Owner: the job; borrows from the portfolio. Errors: GP_INVALID (a cycle), GP_NO_MEMORY.
 * Cost: O(V + E). */
GP_API gp_status gp_build_network(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_network **out);

/* The activity of an id: an intervention's, a missing capability's, or the step of a
 * capability to `level` (0: its last step). GP_NONE where there is nothing to do. */
GP_API uint32_t gp_find_activity(const gp_network *network, uint32_t symbol, uint8_t level);

/* Texts of an activity. */
GP_API const char *gp_activity_id(const gp_network *network, uint32_t activity);

/* Where an activity's picture should lead when it is clicked (x-url), or NULL. Owner: the job. */
GP_API const char *gp_activity_url(const gp_network *network, uint32_t activity);
GP_API const char *gp_activity_name(const gp_network *network, uint32_t activity);

/* ---- schedule ---- */

typedef enum gp_float_mode {
    GP_FLOAT_EACH,      /* latest dates from each intervention's needed_by */
    GP_FLOAT_PORTFOLIO, /* from the end of the whole: textbook CPM (Kelley and Walker 1959) */
    GP_FLOAT_BOTH /* from the end of the whole and every date of its own: as planning software does
                   */
} gp_float_mode;

/* A change to try out: the schedule is made as if it held. */
typedef enum gp_change_kind {
    GP_CHANGE_OFF_ROUND,   /* the start does not wait for a round */
    GP_CHANGE_SHORTEN,     /* the work is done `days` earlier, not before its start */
    GP_CHANGE_NO_WORK,     /* the work takes no time */
    GP_CHANGE_START_NOW,   /* starts on the status date, whatever it needs */
    GP_CHANGE_ACCEPT_LEVEL /* this step is left out: ready when the level before it is */
} gp_change_kind;

typedef struct gp_change {
    gp_change_kind kind;
    uint32_t activity;
    int32_t days; /* GP_CHANGE_SHORTEN */
} gp_change;

typedef struct gp_dates {
    gp_day earliest_start, earliest_ready;
    gp_day latest_start; /* GP_NO_DAY for a fixed activity */
    gp_day latest_ready;
    gp_day identify_by;  /* latest_start less prepare; GP_NO_DAY: fixed, or an intervention */
    int32_t float_days;  /* latest_start - earliest_start, or GP_NO_DAYS */
    int32_t buffer_days; /* latest_ready - earliest_ready */
    uint32_t driver_arc; /* the arc that fixed the date, or GP_NONE: its own release */
    uint32_t start_arc;  /* the arc that fixed the start, or GP_NONE */
    bool not_before;     /* rests on an unknown: the date can only be later */
    bool is_critical; /* an intervention rests on it, and it has no buffer: buffer_days <= 0, or no
                       * working day left where its work is in those. Never an alternative that
                       * was not chosen. With a float mode that counts from the end no
                       * intervention is asked for */
    bool is_driven_live; /* driver_arc fixed the ready date, not the start */
} gp_dates;

typedef struct gp_schedule {
    const gp_network *network;
    gp_float_mode float_mode;
    bool is_demand_driven;   /* see gp_schedule_options */
    const gp_dates *dates;   /* by activity */
    const uint8_t *is_spare; /* by arc: an alternative that was not chosen */
    gp_day end; /* the latest earliest_ready of all but alternatives that were not chosen */
} gp_schedule;

typedef struct gp_schedule_options {
    gp_float_mode float_mode;
    bool is_demand_driven; /* what no intervention rests on sets no latest date of others */
} gp_schedule_options;

/* Earliest dates by a forward pass, latest by a backward pass over upper adjoints.
 * options: NULL for the defaults. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_schedule_network(gp_job *job, const gp_network *network,
                                     const gp_schedule_options *options, const gp_schedule **out);

/* The activity that fixed the date of this one, or GP_NONE. */
GP_API uint32_t gp_driver(const gp_schedule *schedule, uint32_t activity);

/* ---- paths: what fixed a date, and where the days go ---- */

/* The parts add up to to - from, exactly. A lead makes lag negative; work that is counted back
 * from a ready date to a start makes work less. */
typedef struct gp_elapsed {
    gp_day from, to;
    int32_t work, round_wait, cycle_wait, lag, release_wait;
} gp_elapsed;

typedef struct gp_path {
    const uint32_t *activities; /* from the first to the one asked for */
    const uint32_t *arcs;       /* the arc into each of them; GP_NONE into the first */
    uint32_t count;
    gp_elapsed elapsed;   /* of the whole */
    uint32_t after;       /* gp_trace_paths: the path of this activity, told before, goes first; */
    uint32_t after_steps; /* so many steps of it. 0: there is none, the path is all here */
} gp_path;

/* The critical path of an activity: drivers followed back. Cost: O(length). */
GP_API gp_status gp_trace_path(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                               gp_path *out);

/* How to tell the paths of many; NULL: each as gp_trace_path does. */
typedef struct gp_paths_options {
    bool tells_shared_once; /* where the paths are long, see below */
} gp_paths_options;

/* The critical paths of several activities, in that order. Those that share a beginning may be as
 * long together as the square of the plan. So with tells_shared_once, where they have more than
 * GP_WHOLE_STEPS steps in all and GP_WHOLE_STEPS_EACH for every activity of the network, each path
 * has only what no path before it has (`after`); at least its last step. Owner: the job. Errors:
 * GP_NO_MEMORY. Cost: O(V + steps told). */
#define GP_WHOLE_STEPS 100000u
#define GP_WHOLE_STEPS_EACH 4u
GP_API gp_status gp_trace_paths(gp_job *job, const gp_schedule *schedule,
                                const uint32_t *activities, uint32_t count,
                                const gp_paths_options *options, gp_path *out);

/* days: how much earlier `to` would be ready if `activity` started when it does and took no
 * time. */
typedef struct gp_drag {
    uint32_t activity;
    int32_t days;
} gp_drag;

/* Drag (Devaux 1999) of the activities with work on a path, in the path's order; of the
 * GP_DRAG_MAX with the most work where there are more. */
#define GP_DRAG_MAX 256
typedef struct gp_drags {
    const gp_drag *drags;
    uint32_t count;
} gp_drags;
GP_API gp_status gp_find_drag(gp_job *job, const gp_schedule *schedule, const gp_path *path,
                              gp_drags *out);

/* A chain of activities that ends in the one asked for, as if it were the only one. */
typedef struct gp_chain {
    const uint32_t *activities;
    uint32_t count;
    gp_day ready;
    int32_t behind_days; /* how much earlier than the critical path it is ready, >= 0 */
} gp_chain;

typedef struct gp_chains {
    const gp_chain *chains;
    uint32_t count;
} gp_chains;

/* How many of the longest to look for; NULL: GP_LONGEST_TOP of them. */
typedef struct gp_longest_options {
    uint32_t top; /* at most so many; 0: none */
} gp_longest_options;
#define GP_LONGEST_TOP 3

/* The next-longest chains after the critical path, longest first; none is only the end of one that
 * is longer. Deviations are looked for on the last GP_CHAIN_DEPTH activities of a chain. Owner: the
 * job. Errors: GP_NO_MEMORY. */
#define GP_CHAIN_DEPTH 512
GP_API gp_status gp_find_chains(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                const gp_longest_options *options, gp_chains *out);

/* Which requirements count; NULL: all of them. */
typedef struct gp_reach_options {
    bool is_chosen_only; /* not those on alternatives that were not chosen */
} gp_reach_options;

/* All that an activity rests on, itself included, in topological order. Owner: the job. Errors:
 * GP_NO_MEMORY. Cost: O(V + E). */
typedef struct gp_activities {
    const uint32_t *activities;
    uint32_t count;
} gp_activities;
GP_API gp_status gp_find_ancestors(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                   const gp_reach_options *options, gp_activities *out);

/* By intervention: the one of that symbol, and those that rest on what it stands for. Owner: the
 * job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_find_resting(gp_job *job, const gp_schedule *schedule, uint32_t symbol,
                                 const bool **out);

/* By symbol: that one, and all that it rests on. Owner, errors, cost: the same. */
GP_API gp_status gp_find_under(gp_job *job, const gp_schedule *schedule, uint32_t symbol,
                               const bool **out);

typedef enum gp_cause {
    GP_CAUSE_RELEASE,     /* waits from `from` (the status date) for its own release `to` */
    GP_CAUSE_STARTED,     /* it is a fact that it started at `to` */
    GP_CAUSE_READY,       /* it is given that it is ready at `to` */
    GP_CAUSE_REQUIREMENT, /* `other` is ready (or has started, as the requirement says) at `to` */
    GP_CAUSE_LAG,         /* the requirement's lag, from .. to; a lead: to lies before from */
    GP_CAUSE_ROUND,       /* waits for the planning round at `to` */
    GP_CAUSE_WORK,        /* its work, from .. to */
    GP_CAUSE_STATUS,      /* begun work cannot be ready before the status date `to` */
    GP_CAUSE_CYCLE,       /* waits for the end of its iteration at `to` */
    GP_CAUSE_UNKNOWN,     /* no lead time is known: not before `to` */
    GP_CAUSE_NOT_READY,   /* it may not be ready before `to` */
    GP_CAUSE_BACK,        /* so it starts at `to`, its work earlier than `from` */
    GP_CAUSE_NO_ROUND     /* no planning round is known so late: not before `to` */
} gp_cause;

typedef struct gp_reason {
    gp_cause cause;
    uint32_t activity;
    uint32_t other;       /* GP_CAUSE_REQUIREMENT: the predecessor; else GP_NONE */
    uint32_t requirement; /* GP_CAUSE_REQUIREMENT, LAG: index, GP_NONE for level to level */
    gp_day from, to;
} gp_reason;

typedef struct gp_reasons {
    uint32_t activity;        /* whose date it is */
    const gp_reason *reasons; /* from the root to the date asked for; each `to` = next `from`.
                               * Only a lead and GP_CAUSE_BACK go back in time */
    uint32_t count;
} gp_reasons;

/* Why is this activity ready when it is? Step by step, from the root. */
GP_API gp_status gp_explain_date(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                 gp_reasons *out);

/* What to say about one activity; NULL: the defaults. */
typedef struct gp_path_options {
    uint32_t top; /* so many of the next-longest chains; 0: none */
} gp_path_options;

/* One activity, all it rests on, and where the days go. */
typedef struct gp_path_answer {
    uint32_t activity;
    gp_activities ancestors; /* with alternatives that were chosen only */
    gp_path path;            /* the critical one */
    gp_reasons reasons;
    gp_chains chains;
} gp_path_answer;

/* gp_find_ancestors, gp_trace_path, gp_explain_date and gp_find_chains at once. Owner: the job.
 * Errors: GP_NO_MEMORY. Cost: that of all four. */
GP_API gp_status gp_answer_path(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                const gp_path_options *options, gp_path_answer *out);

/* ---- clashes ---- */

typedef enum gp_verdict { GP_IN_TIME, GP_IDENTIFY_NOW, GP_TOO_LATE } gp_verdict;

typedef struct gp_identify {
    uint32_t activity;
    gp_day identify_by; /* as this intervention needs it, whoever else presses; GP_NO_DAY: work is
                         * under way or fixed */
    gp_verdict verdict;
    gp_stage stage; /* the stage of the intervention in which the date falls */
} gp_identify;

typedef enum gp_remedy_kind {
    GP_REMEDY_OFF_ROUND,
    GP_REMEDY_SHORTEN,
    GP_REMEDY_ACCEPT_LEVEL,
    GP_REMEDY_START_NOW,
    GP_REMEDY_MOVE_DATE
} gp_remedy_kind;

typedef struct gp_remedy {
    gp_remedy_kind kind;
    uint32_t activity;
    int32_t by_days;   /* shorten, move-date: by how much; else 0 */
    int32_t wins_days; /* how much earlier the intervention is live */
    gp_day new_ready;
} gp_remedy;

typedef struct gp_remedies {
    const gp_remedy *remedies; /* most days won first */
    uint32_t count;
} gp_remedies;

typedef struct gp_clash {
    uint32_t activity; /* the intervention */
    gp_day needed_by, earliest_ready;
    int32_t late_days, late_cycles;
    uint32_t driver; /* the capability that fixes its date, or GP_NONE: its own work */
    gp_path path;
    const gp_identify *identify; /* capabilities on the path as it is here, in its order */
    uint32_t identify_count;
    bool is_helped;       /* drag and remedies were sought; the two below are empty otherwise */
    gp_drags drags;       /* gp_find_drag of the path */
    gp_remedies remedies; /* gp_find_remedies */
    const struct gp_repair *repair; /* the cheapest measures that make this date (gp_find_repair),
                                     * of those that are helped; NULL: not asked */
} gp_clash;

typedef struct gp_clashes {
    const gp_clash *clashes; /* most days late first, ties by id */
    uint32_t count;
    uint32_t helped_count; /* the first so many of them are helped */
    bool is_part;          /* only those were asked for */
} gp_clashes;

/* What to find out about clashes; NULL: the defaults. */
typedef struct gp_clash_options {
    uint32_t helped;        /* for so many, the worst, drag and remedies are sought; 0: for none */
    bool tells_shared_once; /* of the paths: see gp_trace_paths */
    const bool *only;       /* by intervention: these; NULL: all (gp_find_resting) */
    const struct gp_repair_options *repairing; /* the cheapest measures are sought as well, by these
                                                * but for `only`; NULL: not */
} gp_clash_options;

/* Interventions that cannot be live when they are needed. Owner: the job. Errors: GP_NO_MEMORY.
 * Cost: O(V + E), and for each what it waits for; for each that is helped, gp_find_drag and
 * gp_find_remedies. */
GP_API gp_status gp_find_clashes(gp_job *job, const gp_schedule *schedule,
                                 const gp_clash_options *options, gp_clashes *out);

/* What would help, each computed by scheduling again what comes after it. At most
 * GP_REMEDY_PATH_MAX activities of the path are tried, those with the most days on it. */
#define GP_REMEDY_PATH_MAX 64
GP_API gp_status gp_find_remedies(gp_job *job, const gp_schedule *schedule, const gp_clash *clash,
                                  gp_remedies *out);

/* Days late and cycles missed of an intervention; 0 without a needed_by. */
GP_API int32_t gp_late_days(const gp_schedule *schedule, uint32_t activity);
GP_API int32_t gp_late_cycles(const gp_schedule *schedule, uint32_t activity);

/* ---- check: every finding ---- */

/* Appends the findings of every analysis (GP110, GP2xx, GP3xx, GP403, GP404, GP5xx) to the job.
 * Errors: GP_NO_MEMORY. */
GP_API gp_status gp_check(gp_job *job, const gp_schedule *schedule);

/* gp_build_network, gp_schedule_network and gp_check at once. What does not need each other runs
 * side by side in a large portfolio, in a thread of its own that has ended when this returns.
 * Errors: as of those three; nothing is made then. Cost: that of all three. */
GP_API gp_status gp_analyse(gp_job *job, const gp_portfolio *portfolio,
                            const gp_schedule_options *options, const gp_network **network,
                            const gp_schedule **schedule);

/* ---- where a picture puts things ---- */

/* Where a picture has the box of an activity: its upper left corner and its size, in pixels of
 * 1/96 inch. gp_place_path makes these (render), formats that hold pictures write them (io). */
typedef struct gp_box_place {
    uint32_t activity;
    int32_t x, y, width, height; /* >= 0 */
} gp_box_place;

typedef struct gp_box_places {
    const gp_box_place *places;
    uint32_t count;
} gp_box_places;

#ifdef __cplusplus
}
#endif
#endif
