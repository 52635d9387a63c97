/* SPDX-License-Identifier: MIT
 * The entries of a `requires`, each known by the set of records that it names, and by what it asks
 * of them. */
#ifndef GP_REQUIRED_H
#define GP_REQUIRED_H

#include "io/change/edits.h"

/* One of the records that an entry names, and what it asks of it as a text that is the same for
 * all that ask the same. */
typedef struct gp_alternative {
    const char *id, *meaning;
} gp_alternative;

typedef struct gp_required {
    const struct cJSON *node;
    gp_alternative *alternatives; /* ascending by id, which is that of NEW */
    uint32_t count;
    const char *own;     /* what the user's own keys say */
    const char *targets; /* the ids as one text: entries of the same targets have the same */
    const char *meaning; /* what it asks as one text */
} gp_required;

/* The entries of a list of requirements (or NULL), ascending by targets, then by meaning.
 * is_capability: what requires them is one. Owner: the job of the sources. Errors: GP_NO_MEMORY.
 * Cost: O(n log n). */
gp_status gp_list_required(gp_edit_sources *sources, int version, bool is_capability,
                           const struct cJSON *list, gp_required **out, uint32_t *count);

/* Orders entries again after gp_strip_required changed some. */
void gp_sort_required(gp_required *entries, uint32_t count);

/* Leaves out alternatives on records that are in OLD and not in NEW. */
gp_status gp_strip_required(gp_edit_sources *sources, gp_required *entry);

#endif
