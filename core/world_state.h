/* SPDX-License-Identifier: MIT
 * One world: its records as a portfolio, its activities in their homes, and when each is ready.
 * Private to core. */
#ifndef GP_WORLD_STATE_H
#define GP_WORLD_STATE_H

#include "core/build.h"
#include "core/pass.h"
#include "core/world_graph.h"

/* A unit is about a version of a record: a bit of its index. record: GP_NONE, the settings. */
typedef struct gp_touch {
    uint32_t record;
    uint32_t bit;  /* GP_NONE: it is a swap */
    uint32_t swap; /* else */
} gp_touch;

typedef struct gp_world_state {
    gp_job *job;
    const gp_records_of_worlds *records;
    const gp_world_graph *graph;
    uint32_t unit_count;
    uint32_t *touch_first; /* by unit: touches[touch_first[u] .. touch_first[u + 1]) */
    gp_touch *touches;
    uint32_t *versions; /* by record, and of the settings: which one it is in this world */
    bool *is_swapped;   /* by swap */
    bool has_levels;    /* which levels are needed makes a difference */
    /* the portfolio and the network of this world, in arrays that have room for all worlds */
    gp_portfolio portfolio;
    gp_network network;
    gp_build build;
    gp_capability *capabilities;
    gp_intervention *interventions;
    gp_requirement *requirements;
    gp_item *items;
    gp_level *levels;                                       /* GP_LEVEL_MAX for each capability */
    uint32_t *requires_first;                               /* by record: room in requirements */
    uint32_t *capability_of, *intervention_of, *missing_of; /* by symbol: index, or GP_NONE */
    uint8_t *needed;                                        /* by capability */
    gp_known known;                                         /* by home */
    uint64_t *waiting;    /* a bit by rank: to be computed again */
    uint32_t *aimed, aim; /* by home: the last aim that rests on it; which one it is */
    uint32_t *dirty, dirty_count;
    bool *is_dirty; /* by home: to be filled again */
} gp_world_state;

/* The world in which nothing is changed. Errors: GP_NO_MEMORY, GP_INVALID (a circle). */
gp_status gp_start_world(gp_job *job, const gp_records_of_worlds *records,
                         const gp_world_graph *graph, uint32_t unit_count, gp_world_state **out);

/* Toggles a unit and computes what comes of it, of what is aimed at. */
gp_status gp_toggle_in_world(gp_world_state *state, uint32_t unit);

/* Makes the record what it is in this world. True: what waits for it may now wait for another. */
bool gp_place_record(gp_world_state *state, uint32_t record);
void gp_place_settings(gp_world_state *state);

/* Fills a home again: its activity and the arcs into it. */
void gp_fill_home(gp_world_state *state, uint32_t home);

#endif
