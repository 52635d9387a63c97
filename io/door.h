/* SPDX-License-Identifier: MIT
 * The door through which every format comes in: (key, tree) pairs in the shape of
 * docs/format.md, record by record. Behind it the tables of io/record/record.h check them, wherever
 * they came from, and a document collects them where one is wanted.
 *
 * A reader calls gp_begin once, then gp_emit for each record and each setting. What it cannot
 * read at all it reports with gp_refuse_input. */
#ifndef GP_DOOR_H
#define GP_DOOR_H

#include "io/document.h"
#include "io/files/input.h"
#include "io/tree.h"

/* An input begins; `place` is where its portfolio does. */
void gp_begin(gp_records *records, const gp_input *input, gp_spot spot);

/* Hands over what was built: one record of a list ("capabilities"), the value of a setting
 * ("title") or of a key of the user's own ("x-..."). Any other key is GP104.
 * Errors: GP_NO_MEMORY. Cost: O(size). */
gp_status gp_emit(gp_records *records, const char *key, gp_tree *tree);

/* A list without records is there too. */
gp_status gp_emit_empty(gp_records *records, const char *key);

/* Reports what is not well formed (GP101) where it stands; the input is then incomplete, and no
 * portfolio comes of it. */
gp_status gp_refuse_input(gp_records *records, gp_spot spot, gp_argument problem,
                          gp_argument expected);

/* ---- the same in steps, for a reader whose trees are not built by gp_tree ---- */

/* Finds the row of a key at the top of an input. NULL: the key is unknown or is there for the
 * second time (both reported), or it is the user's own. The reader keeps `seen` for this input,
 * 0 at first: it holds the keys that were there. */
gp_status gp_find_top(gp_records *records, const char *name, gp_place place, uint32_t *seen,
                      const gp_key **out);

/* gp_take_record takes a record of a list. gp_take_value takes the value of a key that is no
 * list, or a value where a list should be. gp_take_other takes a value under a key that has no
 * row. Before each, records->entries must be those of the tree; for a tree that gp_tree built
 * gp_use_tree sets them. */
void gp_use_tree(gp_records *records, const gp_tree *tree);
gp_status gp_take_record(gp_records *records, const gp_key *key, const struct cJSON *tree);
gp_status gp_take_value(gp_records *records, const gp_key *key, const struct cJSON *tree);
gp_status gp_take_other(gp_records *records, const char *name, const struct cJSON *tree);

/* After the last input: what an overlay adds. */
gp_status gp_take_new(gp_records *records);

#endif
