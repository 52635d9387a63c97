/* SPDX-License-Identifier: MIT
 * Trees that are changed: a record is copied into a workshop, changed there, and handed on as any
 * tree that a reader built. Each node knows where it stands, and in which source. */
#ifndef GP_WORKSHOP_H
#define GP_WORKSHOP_H

#include "io/tree.h"

/* Where a node stands. */
typedef struct gp_standing {
    gp_entry entry;
    uint8_t source;
} gp_standing;

typedef struct gp_workshop {
    gp_job *job;
    gp_array standings; /* gp_standing, by a node's valueint */
    bool has_failed;    /* memory ran out: what was made is of no use */
} gp_workshop;

/* Where nodes of somebody's tree stand: all in one place; by valueint as nodes of a workshop do; or
 * by entries and sources. sources NULL: all in `source`. */
typedef struct gp_standings {
    const gp_standing *one;      /* NULL: as below */
    const gp_workshop *workshop; /* NULL: as below */
    const gp_entry *entries;
    const uint8_t *sources;
    uint32_t source;
} gp_standings;

gp_workshop *gp_new_workshop(gp_job *job);

/* Lets go of where nodes stand: nodes made before are of no use any more. */
void gp_clear_workshop(gp_workshop *workshop);

/* A new node that stands where it is said; of a type of cJSON. NULL: memory ran out. */
struct cJSON *gp_make_node(gp_workshop *workshop, int type, gp_standing standing);

/* A copy of a tree, which becomes a member `key` (copied) of what it is put into; NULL: as the
 * tree has it. NULL: memory ran out. */
struct cJSON *gp_copy_into(gp_workshop *workshop, const struct cJSON *tree, gp_standings from,
                           const char *key);

/* Where a node stands. */
gp_standing gp_standing_of(const gp_workshop *workshop, const struct cJSON *node);
gp_standing gp_standing_in(gp_standings from, const struct cJSON *node);

/* Puts a node at the end of a list or object; in the place of another; takes one out. */
void gp_put_last(struct cJSON *parent, struct cJSON *node);
void gp_put_instead(struct cJSON *parent, struct cJSON *old, struct cJSON *node);
void gp_take_out(struct cJSON *parent, struct cJSON *node);

/* The first member of that name, in any object; NULL: there is none, or it is no object. */
struct cJSON *gp_member_of(const struct cJSON *object, const char *key);

/* Builds the tree of a node of the workshop. */
void gp_build_from(const gp_workshop *workshop, const struct cJSON *tree, gp_tree *out);

#endif
