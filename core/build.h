/* SPDX-License-Identifier: MIT
 * How one activity, and the arcs into it, are made of the records of a portfolio: for whole
 * networks, and for those of which only part is made again (core/worlds.h). Private to core. */
#ifndef GP_BUILD_H
#define GP_BUILD_H

#include "core/network.h"

typedef struct gp_build {
    gp_job *job;
    const gp_portfolio *portfolio;
    gp_activity *activities;
    gp_arc *arcs;
    uint32_t *arc_first;
    gp_duration *durations;
    uint32_t duration_count;
    uint32_t *capability_first;
    uint8_t *capability_steps;
    uint32_t *intervention_activity;
    uint32_t missing_first; /* activity of the first missing capability */
    gp_network *network;
} gp_build;

/* One step of a capability: to `level`, the first of them or a later one. Adds its durations. */
void gp_fill_step(gp_build *b, gp_activity *activity, uint32_t index, uint8_t level, bool is_first);

/* An intervention; adds its duration. */
void gp_fill_intervention(gp_build *b, gp_activity *activity, uint32_t index);

/* A missing capability, but for the level that is asked of it. */
gp_activity gp_missing_activity(const gp_portfolio *portfolio, uint32_t index);

/* The arcs into an activity that is filled, from place `first` on. Returns where they end. */
uint32_t gp_add_arcs(gp_build *b, uint32_t to, uint32_t first);

#endif
