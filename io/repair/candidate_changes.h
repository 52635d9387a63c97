/* SPDX-License-Identifier: MIT
 * What a measure changes, as a document of changes (docs/change.md). Private to io. */
#ifndef GP_CANDIDATE_CHANGES_H
#define GP_CANDIDATE_CHANGES_H

#include "groeipad/repair.h"
#include "io/change/workshop.h"
#include "io/document.h"
#include "core/names.h"

/* Makes them for the measures of one portfolio. Records of the document are found by name. */
typedef struct gp_changes_maker {
    gp_job *job;
    const gp_document *document;
    const gp_portfolio *portfolio;
    gp_workshop *workshop; /* of the changes that are made here */
    gp_standing at;        /* where the record stands that they are about */
    gp_names names;        /* of records of the document, as gp_changed_name has them */
    gp_array records;      /* const cJSON *, by name */
} gp_changes_maker;

/* Owner: the job, as of all that is made. Errors: GP_NO_MEMORY. Cost: O(interventions,
 * capabilities and measures). */
gp_status gp_new_changes_maker(gp_job *job, const gp_document *document,
                               const gp_portfolio *portfolio, gp_changes_maker **out);

/* The changes of a candidate, an object, and where its nodes stand. NULL in *tree: it has none that
 * can be read, and the reader of the file has said so. Errors: GP_NO_MEMORY. */
gp_status gp_changes_of(gp_changes_maker *maker, const gp_candidate *candidate,
                        const struct cJSON **tree, gp_standings *from);

/* ---- its parts ---- */

/* The record of a name; NULL: there is none. */
const struct cJSON *gp_record_of(const gp_changes_maker *maker, const char *section,
                                 const char *id);

/* A new node under a key (a literal; NULL: in a list) of a parent. NULL: memory ran out, which the
 * workshop remembers; with a parent that is NULL nothing is made. */
struct cJSON *gp_new_member(gp_changes_maker *maker, struct cJSON *parent, const char *key,
                            int type);
void gp_new_text(gp_changes_maker *maker, struct cJSON *parent, const char *key, const char *text);
void gp_new_number(gp_changes_maker *maker, struct cJSON *parent, const char *key, double number);

/* Adds how long the step of a capability then takes to an entry of its `levels`. */
void gp_change_lead(gp_changes_maker *maker, struct cJSON *entry, const gp_candidate *candidate);

/* Adds the requirement, which asks for one level less, to the record that has it. */
void gp_change_requirement(gp_changes_maker *maker, struct cJSON *record,
                           const gp_candidate *candidate);

#endif
