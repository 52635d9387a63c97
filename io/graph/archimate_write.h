/* SPDX-License-Identifier: MIT
 * What the two files that write ArchiMate share: the model, and its view. */
#ifndef GP_ARCHIMATE_WRITE_H
#define GP_ARCHIMATE_WRITE_H

#include "io/graph/archimate_types.h"
#include "io/graph/graph_export.h"

typedef struct gp_archimate {
    const gp_conversion *conversion;
    gp_graph *graph;
    gp_buffer *buffer;
    const char *language;  /* of texts, or NULL: not said */
    gp_names *definitions; /* names of properties: numbers from 0 */
    gp_array names;        /* const char *: of properties, by number */
    gp_array identifiers;  /* const char *: of their definitions */
} gp_archimate;

/* Appends <views> with the boxes of the conversion's options where they are; nothing without
 * boxes. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_write_archimate_view(gp_archimate *model);

#endif
