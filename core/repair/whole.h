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
    uint32_t next;    /* the next unit of `to`, or GP_NONE */
    bool is_of_level; /* it stands with a level, not with the capability */
    bool is_changed;  /* an effect is about it */
    uint32_t twin_of; /* the unit that it says again, or GP_NONE: see core/repair/there.h */
} gp_whole_unit;

/* A record by its activities. Those that measures bring come after the portfolio's own, each with a
 * number of its own: two may have the same id. */
typedef struct gp_whole_record {
    const char *id;
    uint8_t kind; /* gp_item_kind */
    bool is_ready;
    uint32_t steps[GP_LEVEL_MAX + 1]; /* activities by level, or GP_NONE; 0: that of an
                                       * intervention, of what is missing, of what is ready */
} gp_whole_record;

/* An arc and its lag (unit NONE: none). `requirement` of an arc that the schedule's network does
 * not have is GP_NONE. */
typedef struct gp_way {
    gp_arc arc;
    gp_duration lag;
} gp_way;

/* A candidate with its effects; those on units have the number of the unit as their target. */
struct gp_own;
typedef struct gp_whole_candidate {
    gp_candidate candidate;
    const gp_effect *effects; /* by activity */
    uint32_t count;
    uint32_t number;    /* its place by id and kind */
    bool is_out;        /* it may not be taken */
    struct gp_own *own; /* a measure of the file, as it was read; NULL: an automatic one */
} gp_whole_candidate;

/* What leads to an activity. */
typedef struct gp_whole_arrival {
    uint32_t level_before;          /* the step before it, or GP_NONE */
    uint32_t first_unit, last_unit; /* or GP_NONE */
} gp_whole_arrival;

typedef struct gp_whole {
    gp_job *job;
    const gp_schedule *schedule;
    gp_array activities;   /* gp_activity; the first are the schedule's */
    gp_array arrivals;     /* gp_whole_arrival, by activity */
    gp_array durations;    /* gp_duration */
    gp_array units;        /* gp_whole_unit */
    gp_array ways;         /* gp_way */
    gp_array records;      /* gp_whole_record, by symbol; the portfolio's first */
    gp_array ids;          /* const char *, by symbol */
    gp_array capabilities; /* gp_capability; the portfolio's first */
    gp_array interventions;
    gp_portfolio portfolio; /* the schedule's, with ids and records of those */
    gp_array candidates;    /* gp_whole_candidate */
    const uint32_t
        *unit_of_arc; /* by arc of the schedule's network; GP_NONE: a level to the next */
    uint8_t *floors;  /* by capability of the portfolio: it has steps to this level */
} gp_whole;

/* The network of the schedule. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_start_whole(gp_job *job, const gp_schedule *schedule, gp_whole **out);

static inline gp_activity *gp_whole_activity(const gp_whole *whole, uint32_t activity)
{
    return (gp_activity *)whole->activities.data + activity;
}

static inline gp_whole_arrival *gp_whole_arrival_at(const gp_whole *whole, uint32_t activity)
{
    return (gp_whole_arrival *)whole->arrivals.data + activity;
}

static inline gp_whole_record *gp_whole_record_at(const gp_whole *whole, uint32_t symbol)
{
    return (gp_whole_record *)whole->records.data + symbol;
}

static inline const gp_portfolio *gp_whole_portfolio(const gp_whole *whole)
{
    return whole->schedule->network->portfolio;
}

static inline gp_whole_unit *gp_whole_unit_at(const gp_whole *whole, uint32_t unit)
{
    return (gp_whole_unit *)whole->units.data + unit;
}

static inline const gp_way *gp_whole_ways(const gp_whole *whole, const gp_whole_unit *unit)
{
    const gp_way *ways = whole->ways.data;
    return ways ? ways + unit->first : NULL; /* no unit has any */
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

/* Append a record, and what it stands for. Errors: GP_NO_MEMORY. */
gp_status gp_add_whole_record(gp_whole *whole, const gp_whole_record *record);
gp_status gp_add_whole_capability(gp_whole *whole, const gp_capability *capability);
gp_status gp_add_whole_intervention(gp_whole *whole, const gp_intervention *intervention);

/* Appends an activity to a record, which is that of activity->symbol; its durations are those of
 * `durations`. Errors: GP_NO_MEMORY. */
gp_status gp_add_whole_activity(gp_whole *whole, const gp_activity *activity,
                                const gp_duration *durations, uint32_t *out);

/* Appends a unit to those of an activity. */
gp_status gp_add_whole_unit(gp_whole *whole, uint32_t to, bool is_of_level, const gp_way *ways,
                            uint32_t count);

/* Appends the steps of capabilities up to `floors` that are not there yet, as the portfolio has
 * them. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_extend_whole(gp_whole *whole);

/* Does a requirement of a network stand with a level, not with the capability itself? */
bool gp_is_of_level(const gp_network *network, const gp_arc *arc);

/* The network as it is so far, for gp_compare_effects. */
gp_network gp_whole_network(const gp_whole *whole);

/* All arcs that there may be, and an order of them: of candidates that are not out. *has_order is
 * false where measures together make a circle. */
gp_status gp_order_whole(gp_job *job, const gp_whole *whole, gp_network *out, bool *has_order);

/* Lays everything out: dawn, arcs with room for what effects bring, an order of all there may be;
 * effects come to be about units and arcs of the model. *has_order is false where what measures
 * bring makes a circle: nothing is laid out then. */
gp_status gp_lay_out_model(gp_whole *whole, gp_repair_model *model, bool *has_order);

#endif
