/* SPDX-License-Identifier: MIT
 * The plan of a small portfolio, worked out slowly and straight from the portfolio: what every
 * property test compares the schedule with. It shares nothing with the library but the calendar's
 * functions forward in time; what is latest is found by trying day after day. */
#ifndef GP_TESTS_SUPPORT_REFERENCE_H
#define GP_TESTS_SUPPORT_REFERENCE_H

#include "groeipad/plan.h"

#define REFERENCE_ACTIVITIES 160
#define REFERENCE_ARCS 48

typedef struct reference_arc {
    uint32_t from;
    uint32_t group; /* 0, or the same for all alternatives of one `any` */
    gp_by by;
    gp_duration lag;
    bool is_from_start;
    bool is_chosen; /* no alternative, or the one that binds */
} reference_arc;

typedef struct reference_activity {
    gp_kind kind;
    uint32_t symbol, item;
    uint8_t level;
    gp_actual actual;
    bool is_unknown, is_rounded;
    gp_day release, fixed_ready;
    gp_day not_ready_before, start_by, needed_by; /* GP_NO_DAY: none */
    int progress;
    gp_duration durations[GP_ASPECT_COUNT];
    uint32_t duration_count;
    gp_planning planning; /* of an intervention: the grid of its cycles */
    reference_arc arcs[REFERENCE_ARCS];
    uint32_t arc_count;
    bool is_planned, is_limited; /* its dates are known */
    bool is_pressed;             /* by a date of somebody's; else nobody waits for it */
    bool is_rested_on;           /* by an intervention, through what was chosen */
    bool is_done;                /* no alternative that was not chosen, nor under such alone */
    gp_day start, ready, latest_start, latest_ready, identify_by;
    gp_day live_limit; /* latest ready date by what waits for it */
    bool not_before;
} reference_activity;

typedef struct reference {
    const gp_portfolio *portfolio;
    reference_activity activities[REFERENCE_ACTIVITIES];
    uint32_t count;
    uint8_t needed[REFERENCE_ACTIVITIES]; /* by capability */
    gp_day end;
} reference;

/* Works out what has to be done. */
void make_reference(reference *r, const gp_portfolio *portfolio);

/* Works out all earliest dates, then all latest ones. False when there is a cycle. */
bool plan_reference(reference *r, gp_float_mode mode);

/* The day on which a predecessor lets go of an activity: ready or started, and the lag. */
gp_day reference_bound(const reference *r, const reference_arc *arc);

/* The day on which its work is done that starts on `start`. */
gp_day reference_finish(const reference *r, const reference_activity *a, gp_day start);

/* The last start whose work is done by `day`, looked for day by day. */
gp_day reference_held(const reference *r, const reference_activity *a, gp_day day);

/* Is work done on this day of the calendar? */
bool reference_is_workday(const reference *r, gp_day day);

#endif
