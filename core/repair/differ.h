/* SPDX-License-Identifier: MIT
 * Where the comparison of a world with the whole is. Private to diff.c and diff_units.c. */
#ifndef GP_REPAIR_DIFFER_H
#define GP_REPAIR_DIFFER_H

#include "core/repair/diff.h"

typedef struct gp_differ {
    gp_job *job, *scratch;
    gp_whole *whole;
    const gp_world *world;
    gp_differences *out;
    uint32_t activity; /* of the world */
    uint32_t number;   /* of the whole */
    const char *id;    /* of its record */
} gp_differ;

static inline const gp_activity *gp_old_of(const gp_differ *d)
{
    return gp_whole_activity(d->whole, d->number);
}

static inline const gp_activity *gp_new_of(const gp_differ *d)
{
    return &d->world->network->activities[d->activity];
}

static inline void gp_object_here(const gp_differ *d, const char *key)
{
    gp_object(&d->out->objection, d->id, key);
}

/* Tells that `before` has become `after`, unless it is the same. What may be later is an objection,
 * by that key. */
gp_status gp_tell_effect(const gp_differ *d, const gp_effect *before, const gp_effect *after,
                         const char *key);

/* What the activity requires. */
gp_status gp_tell_units(const gp_differ *d);

#endif
