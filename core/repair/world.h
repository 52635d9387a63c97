/* SPDX-License-Identifier: MIT
 * The portfolio with some measures made, and what of it is what in the whole. Private to
 * core/repair. */
#ifndef GP_REPAIR_WORLD_H
#define GP_REPAIR_WORLD_H

#include "core/repair/whole.h"

/* By which key of what a measure can make a date later; what NULL: it cannot. */
typedef struct gp_objection {
    const char *what, *key;
} gp_objection;

/* A record that a measure brings: the id that it has, and its number in the whole. */
typedef struct gp_brought {
    const char *id;
    uint32_t record;
} gp_brought;

/* Its levels are those of the portfolio as it is, so that what is required of them stays; `raised`
 * says which are higher. Each capability has steps to the whole's floors at least. */
typedef struct gp_world {
    gp_job *job;
    const gp_portfolio *given; /* as it was made */
    gp_portfolio portfolio;
    gp_network *network; /* of `portfolio`; without an order */
    uint8_t *raised;     /* by its capability: the level it has in `given`; 0: as in the whole */
    uint32_t *record_of; /* by its symbol: the record in the whole; GP_NONE: a new one */
    uint32_t *number_of; /* by its activity: that of the whole; GP_NONE: it has none */
    gp_objection objection;
} gp_world;

/* Makes a world. `brought`: what these measures bring, as far as the whole has it. Owner: the job.
 * Errors: as gp_repair_worlds.make. Cost: that, and O(V + E). */
gp_status gp_open_world(gp_job *job, const gp_whole *whole, const gp_repair_worlds *worlds,
                        const gp_candidate *const *candidates, uint32_t count, gp_world **out);

/* From here on the record with this id is that one. */
void gp_know_record(gp_world *world, const gp_whole *whole, const char *id, uint32_t record);

/* Finds the number of each activity of records that are known. */
void gp_number_activities(gp_world *world, const gp_whole *whole);

/* What an activity of a world requires, in the words of the whole. */
typedef struct gp_world_unit {
    const gp_way *ways; /* `from` is GP_NONE where the whole has no such activity */
    uint32_t count;
    bool is_of_level;
    bool is_matched; /* for who compares */
} gp_world_unit;
typedef struct gp_world_units {
    gp_world_unit *units;
    uint32_t count;
    uint32_t level_before; /* or GP_NONE */
} gp_world_units;
gp_status gp_read_world_units(gp_job *job, const gp_world *world, uint32_t activity,
                              gp_world_units *out);

/* Are these the same, of activities that the whole has? */
bool gp_is_same_unit(const gp_way *a, uint32_t a_count, const gp_way *b, uint32_t b_count);

static inline void gp_object(gp_objection *objection, const char *what, const char *key)
{
    if (!objection->what) *objection = (gp_objection){what, key};
}

#endif
