/* SPDX-License-Identifier: MIT
 * Counts what is in the files while they are read: see groeipad/inspect.h. Whatever format they are
 * in, what comes through the door is counted there; a property graph is counted before it becomes
 * records, by the types that the file has. */
#ifndef GP_SURVEY_H
#define GP_SURVEY_H

#include "core/names.h"
#include "groeipad/inspect.h"
#include "io/record/record.h"

typedef struct gp_survey {
    gp_job *job;
    gp_names *causes;   /* part, type, what it becomes and why not: numbers of rows */
    gp_array rows;      /* gp_inventory_row */
    gp_array proposals; /* gp_proposal */
    gp_buffer *scratch;
    bool is_graph; /* what comes through the door now was counted already */
} gp_survey;

gp_status gp_new_survey(gp_job *job, gp_survey **out);

/* Counts more of what a row says (its texts are copied), with an example of its value or NULL.
 * Errors of all of these: GP_NO_MEMORY. */
gp_status gp_survey_add(gp_survey *survey, const gp_inventory_row *row, const char *example);

/* What comes through the door. */
gp_status gp_survey_record(gp_records *records, const char *section, const struct cJSON *tree);
gp_status gp_survey_setting(gp_records *records, const char *key, const struct cJSON *value);

/* The same text in both languages; none at all. */
#define GP_SAME(text) ((gp_words){{(text), (text)}})
#define GP_NO_WORDS ((gp_words){{NULL, NULL}})

#endif
