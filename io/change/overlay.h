/* SPDX-License-Identifier: MIT
 * Changes to a portfolio, made at the door: records pass an overlay on their way to the tables, so
 * every format has it. A record that nothing changes costs one look into a hash table.
 *
 * An overlay is a list of layers, made one after the other: a document of changes, or one change
 * that somebody typed. It is const once it is made; what a reading has met of it is kept with the
 * records (gp_overlay_seen), so two threads may read with the same one. */
#ifndef GP_OVERLAY_H
#define GP_OVERLAY_H

#include "io/change/merge.h"
#include "io/document.h"
#include "io/record/record.h"

/* What one layer does to one record or setting. */
typedef struct gp_change_step {
    const char *section;        /* the list that a new record goes in; NULL: it may not be new */
    const struct cJSON *change; /* the record or the value; NULL: see drop */
    gp_standings from;
    gp_target drop; /* what is taken out, where change is NULL */
    bool is_strict; /* what it names must be there */
    bool is_whole;  /* it takes the whole record out */
    gp_place place; /* of the target */
    uint32_t layer;
    uint32_t next; /* step of the same record; GP_NONE */
} gp_change_step;

/* A list of terms or measurements that a layer takes out as a whole. */
typedef struct gp_emptied {
    const char *section;
    uint32_t layer;
} gp_emptied;

typedef struct gp_overlay {
    gp_job *job;
    gp_workshop *typed; /* nodes of what was typed */
    gp_names names;     /* "c360", "scenarios\tid", "\tplanning": records and settings */
    gp_array firsts;    /* uint32_t by name: the first step */
    gp_array lasts;     /* likewise */
    gp_array steps;     /* gp_change_step */
    gp_array dropped;   /* uint32_t: steps that take whole records out, by layer */
    gp_array emptied;   /* gp_emptied, by layer */
    uint32_t layers;
    uint32_t sources; /* so many of the job's, from the first on, are changes */
    gp_job *kept;     /* has read the files before, and what cannot be read twice; or NULL */
} gp_overlay;

/* What a reading has met. */
typedef struct gp_overlay_seen {
    bool *names;     /* by name of the overlay */
    gp_array listed; /* const char *: names, as gp_changed_name has them, of records that are found
                      * with their list */
    gp_workshop *workshop; /* where records are changed */
    gp_tree *tree;         /* of the record that is handed on */
} gp_overlay_seen;

/* An overlay without layers. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_new_overlay(gp_job *job, gp_overlay **out);

/* Adds a layer: a document in the shape of a portfolio, with "drop" beside its lists. `top` is an
 * object whose nodes stand where it is said. What is wrong with it is reported. */
gp_status gp_add_change_document(gp_overlay *overlay, const struct cJSON *top, gp_standings from);

/* Adds a layer: one change as typed; `place` is that of its text. */
gp_status gp_add_change_text(gp_overlay *overlay, const gp_change_text *change, gp_place place);

/* Adds to the layer at hand what is taken out, as typed; `place` is that of the text. */
gp_status gp_add_drop_text(gp_overlay *overlay, const char *text, gp_place place);

/* Adds a step of a name to the layer at hand. */
gp_status gp_add_step(gp_overlay *overlay, const char *name, const gp_change_step *step);

/* What a record or setting is called in the names. NULL: memory ran out. */
const char *gp_changed_name(gp_job *job, const char *section, const char *id);

/* What identifies a record of a list: its id, or what a measurement is about. NULL: nothing does,
 * or memory ran out. */
const char *gp_record_identity(gp_job *job, const char *section, const struct cJSON *record);

/* The overlay of the options, read and compiled; version: the files that it is for. *out: NULL
 * where they change nothing. Errors: GP_IO where a file of changes cannot be read; GP_NO_MEMORY. */
gp_status gp_make_overlay(gp_job *job, const gp_read_options *options,
                          const gp_version_files *version, const gp_overlay **out);

/* The same for a document that is read once more: its own changes are in it. The job has the
 * sources of the document already. */
gp_status gp_make_overlay_of(gp_job *job, const gp_read_options *options,
                             const gp_document *document, const gp_overlay **out);

/* ---- at the door ---- */

/* Prepares records for reading with an overlay. */
gp_status gp_use_overlay(gp_records *records, const gp_overlay *overlay);

/* What came of a record or a value. It lives until the next one. */
typedef struct gp_changed {
    bool is_changed;          /* else it is as it was */
    const struct cJSON *tree; /* NULL: it is gone */
    const gp_tree *built;     /* the tree it is in */
    const char *name;         /* the key at the top that it goes under */
    const gp_key *row;        /* of that key; NULL: no table has it */
} gp_changed;

/* A record, or the value of a setting, on its way to the tables. */
gp_status gp_overlay_record(gp_records *records, const gp_key *key, const struct cJSON *tree,
                            gp_changed *out);
gp_status gp_overlay_value(gp_records *records, const char *name, const struct cJSON *tree,
                           gp_changed *out);

/* After the last input: what is new, one after the other, and *at from 0; what is not there is
 * reported. is_changed is false after the last. */
gp_status gp_next_new(gp_records *records, uint32_t *at, gp_changed *out);

/* What another reading of a part of the input has met. Errors: GP_NO_MEMORY. */
gp_status gp_join_seen(gp_records *records, const gp_records *part);

/* GP119: a text that is no change. GP118: what a change names is not there. */
gp_status gp_refuse_change(gp_job *job, gp_place place, const char *text,
                           const char *const problem[2]);
gp_status gp_report_lack(gp_job *job, gp_place place, const char *what, const char *nearest);

#endif
