/* SPDX-License-Identifier: MIT
 * The network of a model in the making: that of the schedule, and what measures bring to it. What
 * is required stands apart from the arcs until it is known how much room each unit takes. Private
 * to core/repair. */
#ifndef GP_REPAIR_WHOLE_H
#define GP_REPAIR_WHOLE_H

#include "core/repair/model.h"

/* What an activity requires: ways[first .. first + count), of which one must be there. */
typedef struct gp_whole_unit {
    uint32_t to, first, count;
    bool is_changed; /* an effect is about it */
} gp_whole_unit;

/* An arc and its lag (unit NONE: none). `requirement` of an arc that the schedule's network does
 * not have is GP_NONE. */
typedef struct gp_way {
    gp_arc arc;
    gp_duration lag;
} gp_way;

/* A candidate with its effects; those on units have the number of the unit as their target. */
typedef struct gp_whole_candidate {
    gp_candidate candidate;
    const gp_effect *effects; /* by activity */
    uint32_t count;
} gp_whole_candidate;

typedef struct gp_whole {
    gp_job *job;
    const gp_schedule *schedule;
    gp_array activities;    /* gp_activity; the first are the schedule's */
    gp_array levels_before; /* uint32_t, by activity: the step before it, or GP_NONE */
    gp_array durations;     /* gp_duration */
    gp_array units;         /* gp_whole_unit */
    gp_array ways;          /* gp_way */
    gp_array candidates;    /* gp_whole_candidate */
    const uint32_t
        *unit_of_arc; /* by arc of the schedule's network; GP_NONE: from level to level */
} gp_whole;

/* The network of the schedule. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_start_whole(gp_job *job, const gp_schedule *schedule, gp_whole **out);

static inline gp_activity *gp_whole_activity(const gp_whole *whole, uint32_t activity)
{
    return (gp_activity *)whole->activities.data + activity;
}

static inline gp_whole_unit *gp_whole_unit_at(const gp_whole *whole, uint32_t unit)
{
    return (gp_whole_unit *)whole->units.data + unit;
}

static inline const gp_way *gp_whole_ways(const gp_whole *whole, const gp_whole_unit *unit)
{
    return (const gp_way *)whole->ways.data + unit->first;
}

static inline gp_whole_candidate *gp_whole_candidate_at(const gp_whole *whole, uint32_t candidate)
{
    return (gp_whole_candidate *)whole->candidates.data + candidate;
}

/* The activity that an effect is about, or the one that requires the unit. */
static inline uint32_t gp_whole_target(const gp_whole *whole, const gp_effect *effect)
{
    return effect->kind == GP_EFFECT_UNIT ? gp_whole_unit_at(whole, effect->target)->to
                                          : effect->target;
}

/* The network as it is so far, for gp_compare_effects. */
gp_network gp_whole_network(const gp_whole *whole);

/* Lays everything out: dawn, arcs with room for what effects bring, an order of all there may be;
 * effects come to be about units and arcs of the model. *has_order is false where what measures
 * bring makes a circle: nothing is laid out then. */
gp_status gp_lay_out_model(gp_whole *whole, gp_repair_model *model, bool *has_order);

#endif
