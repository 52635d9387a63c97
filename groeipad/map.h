/* SPDX-License-Identifier: MIT
 *
 * The capability map: which level of each capability is there on a day, against what is asked. */
#ifndef GROEIPAD_MAP_H
#define GROEIPAD_MAP_H

#include "groeipad/demand.h"
#include "groeipad/filter.h"
#include "groeipad/plan.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a capability stands on a day against all that is asked of it, that day or later. */
typedef enum gp_map_gap {
    GP_MAP_MISSING,   /* required, described nowhere */
    GP_MAP_UNPLANNED, /* no date is known: a step that it still needs has no lead time, or rests on
                         something without one */
    GP_MAP_TOO_LATE,  /* a step that it still needs is ready after the day it must be */
    GP_MAP_IN_TIME,   /* it still needs steps, and none of them is too late */
    GP_MAP_THERE      /* all that is asked of it is there */
} gp_map_gap;
#define GP_MAP_GAPS 5

/* Why a capability is on the map (paper: demand-driven, not in hope). */
typedef enum gp_map_demand {
    GP_MAP_REQUESTED,    /* an intervention asks for it itself */
    GP_MAP_PREREQUISITE, /* other capabilities ask for it */
    GP_MAP_PREMATURE,    /* only explored interventions rest on it, and it is not there */
    GP_MAP_UNFOUNDED,    /* no intervention rests on it */
    GP_MAP_HEADING       /* nor on this, but it is there already, and others are part of it */
} gp_map_demand;
#define GP_MAP_DEMANDS 5

/* A capability on a day. */
typedef struct gp_map_state {
    gp_day date;
    uint8_t level;   /* there: what the organisation has on the status date, and every step that is
                        ready by the day */
    uint8_t at_most; /* the same with steps of which it is only known that they are not ready
                        before a day that has passed */
    uint8_t asked;   /* must be there by the day: see gp_find_map */
    uint8_t gap;     /* gp_map_gap */
    int32_t buffer_days; /* the least buffer of the steps to come; negative: so many days too late;
                            GP_NO_DAYS: none is to come, no date is known, nothing rests on it */
    gp_day needed_by;    /* of that step (else of the first to come): when it must be ready, and */
    gp_day ready;        /* when it is; GP_NO_DAY: nothing asks; none is to come, or unknown */
} gp_map_state;

/* A capability, or one that is required and described nowhere. */
typedef struct gp_map_row {
    uint32_t symbol;
    uint32_t capability;  /* index; GP_NONE: described nowhere */
    uint32_t parent;      /* row of what it is part of, which stands before it; GP_NONE: of none */
    uint32_t depth;       /* how many rows it is part of */
    bool is_context;      /* does not pass the filter; something in it does */
    uint8_t demand;       /* gp_map_demand, on the status date */
    uint8_t stage;        /* gp_stage: the most advanced of the interventions that rest on it */
    uint8_t asked_in_all; /* the highest level that is ever asked of it; 0: nothing asks */
    gp_day ready_in_all;  /* when all its steps are; GP_NO_DAY: unknown, or none is left */
} gp_map_row;

typedef struct gp_map {
    const gp_day *dates; /* ascending */
    uint32_t date_count;
    bool is_at_rounds;      /* the dates are planning rounds */
    const gp_map_row *rows; /* in the order of the file, but for what is part of something: that
                               comes after it. Missing capabilities last */
    uint32_t row_count, missing_count;
    const gp_map_state *states; /* by row, date_count of each */
    const uint32_t *counts;     /* by date, GP_MAP_GAPS of each: rows that are no context */
} gp_map;

/* Which days, and which rows. NULL, or zero: the status date, everything. */
typedef struct gp_map_options {
    const gp_day *dates; /* in any order; a day twice counts once */
    uint32_t date_count;
    bool is_at_rounds; /* instead: each planning round from the status date to the plan's end */
    const gp_filter *filter;
} gp_map_options;
#define GP_MAP_DATES_MAX 60

/* The map. The level asked on a day is the highest that must be there by then for every
 * intervention to go live on the day it is needed; one that gives no such day, on the first that
 * the plan can reach. So what an intervention asks for counts from the day that it goes live
 * (starts, where the requirement says so), and what that rests on from the last day on which it
 * must be ready for it: the latest ready date of the plan, as far as interventions set it. A level
 * that is there already is asked for from the first day on which something that is asked for rests
 * on it; of alternatives that are there the first counts. Before the status date the file tells
 * nothing of levels: what is there on it counts as there.
 * Owner: the job; borrows from the schedule. Errors: GP_WRONG_OPTION (GP806: rounds where there
 * are none, or more than GP_MAP_DATES_MAX), GP_NO_MEMORY. Cost: O(V + E log E), and
 * capabilities times days. Source: "Een groeimodel voor persoonlijke dienstverlening" (2022): a
 * capability is to be there before the intervention that rests on it. */
GP_API gp_status gp_find_map(gp_job *job, const gp_schedule *schedule,
                             const gp_map_options *options, gp_map *out);

#ifdef __cplusplus
}
#endif
#endif
