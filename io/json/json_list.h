/* SPDX-License-Identifier: MIT
 * The values of a JSON portfolio, one by one: each is walked over, made into a tree, and taken. */
#ifndef GP_JSON_LIST_H
#define GP_JSON_LIST_H

#include "io/json/json_tree.h"
#include "io/json/json_walk.h"
#include "io/record/record.h"

typedef struct gp_json_reader {
    gp_records *records;
    gp_json_walk walk;
    gp_json_nodes nodes;
    const char *other; /* the key at hand that no table has, where a document wants it */
} gp_json_reader;

/* Prepares to read the input into records. */
void gp_start_reader(gp_json_reader *r, gp_records *records, gp_input *input);
void gp_end_reader(gp_json_reader *r);

/* What to do with the tree of a value. */
typedef gp_status gp_take_tree(gp_json_reader *r, const gp_key *key, const struct cJSON *tree);

/* Takes the value at the position and hands its tree to `take` (NULL: nobody wants it). */
gp_status gp_read_json_value(gp_json_reader *r, const gp_key *key, gp_take_tree *take);

/* What separates the values of a list, or the members of an object. */
typedef struct gp_separator {
    char close, next; /* what closes it, and what begins a next one that lacks its comma */
    gp_argument expected, expected_next;
} gp_separator;
extern const gp_separator gp_in_list, gp_in_object;

/* To be called after a value: passes over the comma, or the bracket that ends the list.
 * *is_more: the position is now before the next value. A missing comma, one too many, and
 * anything else that stands there is reported. */
gp_status gp_pass_comma(gp_json_reader *r, const gp_separator *s, bool *is_more);

/* The elements of a list, one by one. The position is at its bracket. */
gp_status gp_read_json_list(gp_json_reader *r, const gp_key *key, gp_take_tree *take);

#endif
