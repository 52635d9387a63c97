/* SPDX-License-Identifier: MIT
 *
 * Scenarios: what belongs to which future, and until when the choice can wait. */
#ifndef GROEIPAD_SCENARIOS_H
#define GROEIPAD_SCENARIOS_H

#include "groeipad/demand.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- what belongs to which future ---- */

/* The index of a scenario's id, or GP_NONE. Cost: O(scenarios). */
GP_API uint32_t gp_find_scenario(const gp_portfolio *portfolio, const char *id);

/* Does an intervention belong to a scenario? One that names none belongs to all. */
GP_API bool gp_is_in_scenario(const gp_intervention *intervention, uint32_t scenario);

/* The portfolio of one future: without the interventions that name other scenarios only, and
 * without those that require one of these, on and on (with `any`: all alternatives). What only
 * they name is not missing either. Capabilities stay. Symbols mean the same in both; what fell
 * away has an item of kind GP_ITEM_ELSEWHERE.
 * scenario: index into portfolio->scenarios. Owner: the job; borrows from the portfolio.
 * Errors: GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_select_scenario(gp_job *job, const gp_portfolio *portfolio, uint32_t scenario,
                                    const gp_portfolio **out);

/* ---- the futures side by side ---- */

/* An intervention as it comes out in one future. */
typedef struct gp_future_live {
    uint32_t intervention; /* index into the interventions of the portfolio that was asked about */
    gp_day ready;          /* earliest */
    int32_t late_days;     /* as gp_late_days says */
    bool not_before;       /* it rests on an unknown lead time */
} gp_future_live;

/* One scenario's future, planned by itself. What it was planned with (portfolio, network, schedule)
 * is gone: a thousand futures would keep a thousand networks. gp_select_scenario makes it anew. */
typedef struct gp_future {
    uint32_t scenario;           /* index into portfolio->scenarios */
    const gp_asked *asked;       /* by capability */
    const gp_future_live *lives; /* its interventions, in the order of the portfolio */
    uint32_t live_count;
    gp_symbols fallen; /* interventions that belong to it, and need one that does not */
    uint32_t clash_count;
    gp_day decide_by; /* when it has to be chosen, or GP_NO_DAY; see gp_scenario_choice */
} gp_future;

/* A step that some of the futures, or all of them, have to take. */
typedef struct gp_future_step {
    uint32_t future; /* index into gp_scenarios.futures: whose dates these are */
    uint32_t symbol; /* the capability, missing capability or intervention */
    gp_day by;       /* identify by, or (an intervention) start at the latest */
    uint8_t level;   /* the level that the step leads to; 0 for an intervention */
    bool is_identified;
} gp_future_step;

/* The choice between the futures, where no intervention may get later than it is needed, or than
 * it can be live at all. A step that not every future takes is an option.
 *
 * decide_by: the earliest date by which an option has to be identified, or an intervention that
 * is an option has to start: until then the choice costs nobody a day. identify: the steps that
 * every future takes and that have to be identified before that date (before the status date
 * where the choice is overdue).
 *
 * Minimised: first decide_by is made as late as possible, then the number of capabilities in
 * `identify` that are not identified yet as small as possible, over every way to fill in the
 * alternatives (`any`) that makes no intervention later: one way for all futures, or in each the
 * one that is ready first. Without alternatives nothing is left to choose, so it is exact;
 * with them every way is tried, up to GP_CHOICE_WAYS_MAX ways (fewer in a large portfolio: at
 * most GP_CHOICE_WORK_MAX activities and arcs are looked at). */
#define GP_CHOICE_WAYS_MAX 256
#define GP_CHOICE_WORK_MAX 40000000u
typedef struct gp_scenario_choice {
    gp_day decide_by;            /* GP_NO_DAY: no option binds */
    bool is_at_most;             /* an option has an unknown lead time: it may be sooner */
    bool is_exact;               /* every way was tried */
    const uint32_t *chosen;      /* requirements of the portfolio: the way, where it is one of */
    uint32_t chosen_count;       /* the tried ones; none: whichever is ready first */
    const gp_future_step *binds; /* options that fix decide_by, or that are overdue */
    uint32_t bind_count;
    const gp_future_step *identify; /* the soonest first */
    uint32_t identify_count;
} gp_scenario_choice;

/* What it costs where a step misses its first chance: it starts a day later than it can, so in
 * the next round where it waits for one. In the future in which that costs most. */
typedef struct gp_stake {
    uint32_t future, symbol; /* whose step is late: a capability */
    uint8_t level;
    int32_t days;          /* how much later the intervention is live that suffers most */
    uint32_t intervention; /* that one: symbol */
} gp_stake;
#define GP_STAKES_MAX 32 /* steps that are tried: those with the least buffer */

typedef enum gp_robustness {
    GP_NOT_ASKED, /* by no future */
    GP_OPTION,    /* by some futures, or by all only as one of several alternatives */
    GP_NO_REGRET  /* by all */
} gp_robustness;

typedef struct gp_scenarios {
    const gp_future *futures;
    uint32_t future_count;
    const uint8_t *robustness;      /* by capability: gp_robustness */
    const uint8_t *no_regret_level; /* by capability: the level that all futures ask for, or 0 */
    gp_scenario_choice choice;
    const gp_stake *stakes; /* most days first, those that cost a day */
    uint32_t stake_count;
} gp_scenarios;

/* Plans every future of the portfolio and compares them (of a narrowed portfolio: that one).
 * Owner: the job; borrows from the portfolio. Errors: GP_NO_MEMORY.
 * Cost: O(futures * (V + E)), times the ways and the stakes tried; memory O(V + E) and a few bytes
 * for each future's interventions and steps. */
GP_API gp_status gp_compare_scenarios(gp_job *job, const gp_portfolio *portfolio,
                                      gp_scenarios *out);

#ifdef __cplusplus
}
#endif
#endif
