/* SPDX-License-Identifier: MIT
 * How keys of a portfolio are called where there are only flat properties: a path such as
 * "planning.round" for what stands within other keys, and names in English and Dutch for those
 * who type them by hand. */
#ifndef GP_PROPERTY_NAMES_H
#define GP_PROPERTY_NAMES_H

#include "io/record/record.h"

/* The path that a property stands for in a record with these keys: its own name where that is
 * one; what `own` ("path=Name,path=Name", or NULL) says; what an alias stands for. Case, blanks,
 * - and _ do not matter in the latter two. NULL: no property of ours. The path lives as long as
 * the name and `own`, or is in the scratch buffer. */
const char *gp_path_of_property(const char *name, const gp_record_kind *keys, const char *own,
                                gp_buffer *scratch);

/* Does `own` say that nothing in the file stands for a path ("status=")? */
bool gp_is_switched_off(const char *path, const char *own);

/* What a hand-typed value stands for: "9 mnd" -> "9mo", "verkennen" -> "explore"; the value
 * itself where it needs no translation. A new text lives in the scratch buffer. */
const char *gp_value_of_property(const char *path, const char *value, gp_buffer *scratch);

/* Is the value of a path a number, or a list of texts with commas or semicolons between
 * them? */
bool gp_is_number_path(const char *path);
bool gp_is_list_path(const char *path);

/* Does a value say that there is none? */
bool gp_is_not_given(const char *path, const char *value, gp_buffer *scratch);

/* Is a name one of a list with commas between them, by gp_is_same_name? NULL: an empty list. */
bool gp_is_in_list(const char *name, const char *list);

#endif
