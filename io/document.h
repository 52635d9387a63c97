/* SPDX-License-Identifier: MIT
 * The whole portfolio as one tree, in the shape of docs/format.md: what `convert` writes again.
 * Unlike a gp_portfolio it holds all that the user wrote, with the keys of the user's own
 * (x-...). */
#ifndef GP_DOCUMENT_H
#define GP_DOCUMENT_H

#include "groeipad/io.h"
#include "io/record/record.h"

struct gp_document {
    gp_job *job;
    struct cJSON *top; /* an object; cJSON's functions may read it, not change or free it */
    gp_array entries;  /* gp_entry, by a node's valueint, as of the trees that came in */
    gp_array sources;  /* uint8_t, likewise: the input that it comes from */
    char *texts;       /* unused rest of the newest block of them */
    size_t texts_left;
    struct cJSON *list; /* the list that was added to last */
};

/* An empty document. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_new_document(gp_job *job, gp_document **out);

/* Adds a copy of a tree: the value of a key at the top. The first value of a known key holds. */
gp_status gp_add_value(gp_document *document, const gp_records *records, const char *key,
                       const struct cJSON *tree);

/* Adds a copy of a record to the end of the list of that name, which is made where need be. */
gp_status gp_add_empty_list(gp_document *document, const char *key);
gp_status gp_add_record(gp_document *document, const gp_records *records, const char *key,
                        const struct cJSON *tree);

/* Finishes the document after the last input: of a key of the user's own that is there twice the
 * first value stays, and a status date that overrules those of the files is put in (GP_NO_DAY:
 * there is none). */
gp_status gp_close_document(gp_document *document, gp_day status_date);

/* Where the value of a node stands, and how many nodes there are. */
gp_place gp_document_place(const gp_document *document, const struct cJSON *node);
uint32_t gp_document_size(const gp_document *document);

#endif
