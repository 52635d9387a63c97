/* SPDX-License-Identifier: MIT
 * What measures do to the network of a portfolio, as effects that can only make dates earlier.
 * Private to core/repair.
 *
 * The network of the model is that of the portfolio and, besides, all that a measure may bring:
 * activities that only it has, and arcs that stand idle. Every measure is a list of effects; where
 * several are taken that have effects on the same thing, the one that makes it earliest counts. */
#ifndef GP_REPAIR_MODEL_H
#define GP_REPAIR_MODEL_H

#include "core/job.h"
#include "groeipad/repair.h"

/* What of it is another. */
typedef enum gp_effect_kind {
    GP_EFFECT_WORK,     /* of an activity: its durations */
    GP_EFFECT_PLANNING, /* the rounds that it waits for, or none */
    GP_EFFECT_RELEASE,  /* the day before which it does not start */
    GP_EFFECT_HELD,     /* the day before which it may not be ready, or none */
    GP_EFFECT_THERE,    /* its level is there already: what requires it is met, and what it
                         * requires itself is of no account (core/repair/there.h) */
    GP_EFFECT_UNIT,     /* of the requirement that begins at an arc: other arcs, or none */
    GP_EFFECT_CYCLE,    /* of an intervention's activity: the grid of its cycles */
    GP_EFFECT_NEEDED    /* of an intervention's activity: its needed_by; GP_NO_DAY: none */
} gp_effect_kind;

/* One thing, as a measure has it. Pointers live as long as the model. */
typedef struct gp_effect {
    uint8_t kind;    /* gp_effect_kind */
    uint32_t target; /* an activity; GP_EFFECT_UNIT: a unit of the model */
    union {
        struct {
            uint32_t first; /* network->durations */
            uint8_t count;
        } work;
        const gp_planning *planning; /* NULL: it does not wait */
        gp_day day;                  /* release, held, needed */
        struct {
            const gp_arc *arcs;      /* `to` and `group` are the model's to set */
            const gp_duration *lags; /* by arc: unit NONE, none */
            uint32_t count;          /* 0: nothing is required any more */
        } unit;
        struct {
            gp_duration step;
            gp_day from;
        } cycle;
    } to;
} gp_effect;

typedef struct gp_effects {
    const gp_effect *effects;
    uint32_t count;
} gp_effects;

/* A requirement, or its alternatives: arcs[first .. first + count) of the network, of which `room`
 * stand together; those that are not used come from the dawn. */
typedef struct gp_unit {
    uint32_t to, first, count, room;
} gp_unit;

typedef struct gp_repair_model {
    const gp_schedule *schedule; /* of the portfolio as it is */
    gp_network network;          /* of all that there may be; its values are those of no measure */
    gp_portfolio portfolio;      /* network.portfolio: its interventions, capabilities and
                                  * requirements are copies of the model's own */
    uint32_t base_activities;    /* the first so many are those of the schedule's network */
    uint32_t dawn;               /* an activity that has been ready forever */
    const gp_unit *units;        /* by `to` */
    uint32_t unit_count;
    const gp_candidate *candidates; /* in the order of gp_repair.considered */
    const gp_effects *effects;      /* by candidate */
    uint32_t candidate_count;
    const uint32_t (*excludes)[2]; /* pairs of candidates that cannot both be taken */
    uint32_t exclude_count;
    const uint32_t (*needs)[2]; /* the first of the pair asks for the second */
    uint32_t need_count;
    uint32_t left_out; /* measures that were asked for and cannot be used */
} gp_repair_model;

/* How two effects on the same thing compare. */
typedef enum gp_strength {
    GP_AS_STRONG,
    GP_WEAKER, /* the first one makes it later, or as late */
    GP_STRONGER,
    GP_INCOMPARABLE /* either may be later */
} gp_strength;
gp_strength gp_compare_effects(const gp_network *network, const gp_effect *a, const gp_effect *b);

#endif
