/* SPDX-License-Identifier: MIT
 * OLD with a part of the edits made, record by record. */
#ifndef GP_APPLY_H
#define GP_APPLY_H

#include "io/change/edits.h"
#include "io/door.h"

typedef struct gp_applying {
    const gp_edit_sources *sources;
    const gp_edit *edits;
    const bool *is_applied; /* by edit */
    bool is_any, is_all;    /* some of them are; all of them are */
    uint8_t moved;          /* added to the numbers of NEW's sources */
    gp_tree *tree;          /* of the record under construction */
    gp_records *records;    /* what takes it */
} gp_applying;

/* The edit of a key of a record, or of the whole; GP_NONE: there is none. `outer`, `inner`: as in
 * gp_edit_origin. */
uint32_t gp_find_edit(const gp_applying *a, uint32_t symbol, uint8_t level, const char *outer,
                      const char *inner);

/* Is there such an edit, and is it made? */
bool gp_is_made(const gp_applying *a, uint32_t edit);

/* Is the record of a symbol there, as what? 0: it is not; else gp_edit_kind. */
uint8_t gp_kind_applied(const gp_applying *a, uint32_t symbol);

/* What an id of a version is called in the variant. */
const char *gp_id_applied(const gp_applying *a, int version, const char *id);

/* Adds to the tree: a copy of a node of a version under a key (NULL: in a list); the key alone,
 * where that of the node stands. */
void gp_add_copy(const gp_applying *a, int version, const char *key, const struct cJSON *node);

void gp_add_its_key(const gp_applying *a, int version, const char *key, const struct cJSON *node);

/* A key with an id of a version, as it is called in the variant. */
void gp_add_id(const gp_applying *a, int version, const char *key, const struct cJSON *node);

/* The spot of a node; what is added next comes from its source. */
gp_spot gp_spot_applied(const gp_applying *a, int version, const struct cJSON *node);

/* The requirements of a record, or of an entry of its `levels`: OLD's list with the edits of it
 * that are made. Either may be NULL. With symbol GP_NONE: that of a record that comes or goes
 * whole. */
void gp_apply_requires(const gp_applying *a, uint32_t symbol, uint8_t level,
                       const struct cJSON *old, const struct cJSON *new);

/* Hands the record of a symbol to the door, as it is in the variant. *key: the list it goes in. */
gp_status gp_emit_applied(const gp_applying *a, uint32_t symbol);

#endif
