/* SPDX-License-Identifier: MIT
 * Edits as a file of changes: what a record takes to become what it is in NEW. */
#ifndef GP_CHANGES_H
#define GP_CHANGES_H

#include "io/change/edits.h"
#include "io/json/json_write.h"

/* How a record is changed. Most is said key by key; what cannot be is taken out and given anew. */
typedef enum gp_change_way {
    GP_WAY_WHOLE = 1,    /* all of it: it is new, or of another kind, or has another id */
    GP_WAY_DROPPED = 2,  /* OLD's record is taken out, before that */
    GP_WAY_REQUIRES = 4, /* its `requires` */
    GP_WAY_LEVELS = 8,   /* its `levels` */
    GP_WAY_PARENT = 16   /* its parent, which was taken out and is there again */
} gp_change_way;

typedef struct gp_changes_writer {
    const gp_edits *edits;
    const gp_edit_sources *sources;
    uint8_t *ways;           /* gp_change_way, by symbol */
    const uint32_t *symbols; /* of records that are changed, by id */
    uint32_t count;
    gp_json json;
} gp_changes_writer;

/* The lists of which no date rests on anything. Is one of them taken out and given anew? So it is
 * where something of it goes, and where its records have no ids. */
#define GP_OTHER_LISTS 8
extern const char *const gp_other_lists[GP_OTHER_LISTS];
bool gp_is_list_anew(const gp_changes_writer *w, const char *name);

/* Settles how each record is changed. Errors: GP_NO_MEMORY. Cost: O(edits), and a walk over both
 * documents where a record goes. */
gp_status gp_choose_ways(gp_job *job, gp_changes_writer *w);

/* Writes what comes before the records: the list of what is taken out. */
gp_status gp_write_drops(gp_job *job, gp_changes_writer *w);

/* Writes the records of a kind that are changed, and what of them. */
void gp_write_changed_records(gp_changes_writer *w, uint8_t kind);

/* A key that needs escaping; a value of a document; what makes the one of the other, as RFC 7396
 * has it. */
void gp_write_own_key(gp_json *json, const char *key);
void gp_write_value(gp_json *json, const struct cJSON *value);
void gp_write_patch(gp_json *json, const struct cJSON *old, const struct cJSON *new);

#endif
