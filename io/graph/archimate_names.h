/* SPDX-License-Identifier: MIT
 * How types of elements and relationships are called, from ArchiMate 2.1 to 3.2 and by tools. */
#ifndef GP_ARCHIMATE_NAMES_H
#define GP_ARCHIMATE_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* A type of ArchiMate 3, and what 2.1 called it where that is something else. */
typedef struct gp_archimate_name {
    const char *name, *older; /* older NULL: the same, or there was no such type */
} gp_archimate_name;

extern const gp_archimate_name gp_archimate_elements[], gp_archimate_relations[];
extern const size_t gp_archimate_element_count, gp_archimate_relation_count;

/* The row of a type by its name in 3 or in 2.1: prefix ("archimate:"), the word Relationship at
 * the end, case, blanks, - and _ do not matter. NULL: no type of ArchiMate. */
const gp_archimate_name *gp_find_archimate_element(const char *type);
const gp_archimate_name *gp_find_archimate_relation(const char *type);

/* What a type is called in the rest of the import: its name in 3; one that ArchiMate does not
 * have is called what the file calls it, without a prefix. Lives as long as `type`. */
const char *gp_archimate_type(const gp_archimate_name *found, const char *type);

#endif
