/* SPDX-License-Identifier: MIT
 * Properties whose names stand elsewhere in the file, before or after their use: until the file
 * is read they are called by their reference. */
#ifndef GP_GRAPH_DEFINITIONS_H
#define GP_GRAPH_DEFINITIONS_H

#include "core/names.h"
#include "io/graph/graph_import.h"

typedef struct gp_definitions {
    gp_job *job;
    gp_names *ids;  /* references */
    gp_array names; /* const char *, by number of the reference; NULL: not defined */
} gp_definitions;

/* Owner: the job. Errors of all of these: GP_NO_MEMORY. */
gp_status gp_new_definitions(gp_job *job, gp_definitions **out);

/* The number of a reference; its name, to be filled in. */
gp_status gp_define(gp_definitions *definitions, const char *id, uint32_t *out);
const char **gp_definition_name(gp_definitions *definitions, uint32_t number);

/* Turns the references of all properties into names, but for names that begin with "x-" and
 * `kept`. What nothing defines is left out and counted: in the next file that reference may be
 * another one. Cost: O(length). */
gp_status gp_bind_definitions(gp_definitions *definitions, gp_graph_import *import,
                              const char *kept);

#endif
