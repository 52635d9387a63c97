/* SPDX-License-Identifier: MIT
 * Worlds: OLD with some of the edits made. When is each intervention live in this one? What always
 * goes together is a unit; one unit at a time is put in, or taken out again. Private to core. */
#ifndef GP_WORLDS_H
#define GP_WORLDS_H

#include "core/job.h"
#include "groeipad/compare.h"

/* Edits that are made together: as a rule one. */
typedef struct gp_units {
    uint32_t count;
    const uint32_t *of_edit; /* by edit; GP_NONE: no date rests on it */
} gp_units;

/* An intervention that is in both versions, and moved. */
typedef struct gp_moved {
    uint32_t symbol;          /* in NEW */
    gp_day from, to;          /* live, in OLD and in NEW */
    const uint64_t *relevant; /* a bit by unit: may matter to it */
    uint32_t home;            /* for the worlds alone */
} gp_moved;

typedef struct gp_worlds gp_worlds;

static inline bool gp_has_bit(const uint64_t *bits, uint32_t bit)
{
    return bits[bit / 64] >> bit % 64 & 1;
}

/* What to share out, and over what. Of an edit that is not in `relevant` of a moved intervention
 * its date is the same with and without, whatever other edits are made. */
typedef struct gp_questions {
    gp_units units;
    const gp_moved *moved; /* by id */
    uint32_t moved_count;
    uint32_t words;       /* of 64 bits, of each `relevant` */
    const uint32_t *cost; /* by unit: about how much has to be computed again */
} gp_questions;

typedef struct gp_world_input {
    const gp_schedule *old, *new;
    const gp_edits *edits;
    const gp_variants *variants;
    bool joins_all; /* all that changes who waits for whom goes together */
} gp_world_input;

/* Opens the world in which nothing is changed. Owner: the job. Errors: GP_NO_MEMORY, GP_INVALID (a
 * circle that could not be told before: try again, with joins_all). */
gp_status gp_open_worlds(gp_job *job, const gp_world_input *input, gp_worlds **out,
                         gp_questions *questions);

/* From here on only the dates of these are asked for. Only in the world in which nothing is
 * changed. */
gp_status gp_aim_worlds(gp_worlds *worlds, const uint32_t *moved, uint32_t count);

/* Puts a unit in, or takes it out. Errors: as gp_open_worlds. Cost: O(what comes after what
 * it changes, of what is asked for). */
gp_status gp_toggle_unit(gp_worlds *worlds, uint32_t unit);

/* When a moved intervention is live in this world. */
gp_day gp_live_day(const gp_worlds *worlds, uint32_t moved);

#endif
