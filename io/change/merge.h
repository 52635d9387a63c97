/* SPDX-License-Identifier: MIT
 * A record with a change made to it. Keys that the change gives replace those of the record, null
 * takes them out, and the rest stays (RFC 7396); lists of requirements and of levels are merged
 * entry by entry, by what they are about. */
#ifndef GP_MERGE_H
#define GP_MERGE_H

#include "core/names.h"
#include "io/change/target.h"
#include "io/change/workshop.h"

/* What a merge has to be told, and what it found. */
typedef struct gp_merge {
    gp_workshop *workshop; /* of the record */
    gp_standings from;     /* of the change */
    bool is_strict;        /* requirements that the change names must be there */
    const char *lacks;     /* the first thing that it names and is not there; NULL: nothing */
    const char *nearest;   /* of what is there the nearest; NULL: nothing is near */
    gp_place lacks_place;  /* where it is named, in what is merged */
    uint32_t lacks_column; /* or where in the text of the target; 0: not there */
} gp_merge;

/* Makes the change to the record. Errors: GP_NO_MEMORY. Cost: O(n) of both. */
gp_status gp_merge_record(gp_merge *merge, struct cJSON *record, const struct cJSON *change);

/* Takes out what a target names: a requirement, a key, an entry of levels. */
gp_status gp_drop_target(gp_merge *merge, struct cJSON *record, const gp_target *target);

/* Takes out every requirement on a record, and a parent that names it. */
void gp_drop_references(struct cJSON *record, const char *id);

/* Takes a measure out of what another needs and excludes. */
void gp_drop_measure(struct cJSON *measure, const char *id);

/* ---- its parts ---- */

/* A list of requirements with those of a change merged in. */
gp_status gp_merge_requires(gp_merge *merge, struct cJSON *list, const struct cJSON *change);
gp_status gp_drop_requirement(gp_merge *merge, struct cJSON *record, const gp_target *target);

/* Merges the members of an object but for one of that name (or NULL), without knowing what they
 * mean. */
gp_status gp_merge_object(gp_merge *merge, struct cJSON *object, const struct cJSON *change,
                          const char *but);

/* Puts a copy of a node of the change in the place of a member, or at the end; null takes it out.
 */
gp_status gp_set_member(gp_merge *merge, struct cJSON *object, const struct cJSON *value);

/* The object under the key of a change, made where the parent has none. NULL: memory ran out. */
struct cJSON *gp_need_object(gp_merge *merge, struct cJSON *parent, const struct cJSON *change);

/* The entry of `levels` for a level; NULL: there is none. */
struct cJSON *gp_level_of(const struct cJSON *record, uint8_t level);

#endif
