/* SPDX-License-Identifier: MIT
 * What is taken in the rows of a roadmap: by bars with their words and marks, and by arrows.
 * Private to render. */
#ifndef GP_ROADMAP_ROOM_H
#define GP_ROADMAP_ROOM_H

#include "render/svg.h"

/* From low until, not including, high. */
typedef struct gp_stretch {
    gp_length low, high;
} gp_stretch;

/* Stretches that do not overlap, from left to right. */
typedef struct gp_stretches {
    gp_stretch *list;
    uint32_t count, capacity;
} gp_stretches;

/* One row. An arrow may cross another, and a tail; else nothing meets anything. */
typedef struct gp_room {
    gp_stretches items;  /* bars with all that belongs to them, less their tails */
    gp_stretches tails;  /* no bar but the one that they wait for */
    gp_stretches solids; /* of the items, bars and words */
    gp_stretches across; /* arrows along the row */
    gp_stretches down;   /* arrows through it */
} gp_room;

/* Is nothing there? Cost: O(log n). */
bool gp_is_free(const gp_stretches *stretches, gp_length low, gp_length high);

/* How many are there. Cost: O(log n + the answer). */
uint32_t gp_count_taken(const gp_stretches *stretches, gp_length low, gp_length high);

/* Takes what is free. One that is empty takes nothing. */
gp_status gp_take(gp_job *job, gp_stretches *stretches, gp_length low, gp_length high);

/* Ends the stretch that has `at` in it there. */
void gp_end_stretch(gp_stretches *stretches, gp_length at);

/* Makes a row empty; what its lists can hold stays. */
void gp_clear_room(gp_room *room);

#endif
