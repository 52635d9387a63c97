/* SPDX-License-Identifier: MIT
 * Which element of ArchiMate stands for which kind of record, and which relationship for what.
 * docs/archimate.md has the same tables in words. */
#ifndef GP_ARCHIMATE_TYPES_H
#define GP_ARCHIMATE_TYPES_H

#include "io/graph/graph_trial.h"

#define GP_ARCHIMATE_SPACE "http://www.opengroup.org/xsd/archimate/3.0/"
#define GP_ARCHIMATE_SCHEMA "http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd"
#define GP_ARCHIMATE_MODEL                                                                         \
    "id-groeipad"                     /* the identifier of models that have none of their own      \
                                       */
#define GP_ARCHIMATE_VIEW "view-path" /* how the identifier of the view that we write begins */
#define GP_XSI_SPACE "http://www.w3.org/2001/XMLSchema-instance"

/* What elements are called for short: Archi's specialization, by gp_language. */
typedef struct gp_archimate_row {
    const char *type;              /* of an element, without prefix */
    const char *specialization[2]; /* by gp_language; NULL: none */
} gp_archimate_row;

/* The row that a kind is written as; type NULL: it is not written. */
extern const gp_archimate_row gp_archimate_rows[GP_NODE_KINDS];

/* Gives every node its kind and every edge its kind and direction, by their types, names and
 * specializations and by what the options of the reading ask for; then links the graph. Takes
 * out the properties that only said this. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_read_archimate_meaning(gp_graph_import *import);

/* The same, for gp_take_graph. */
extern const gp_typed_format gp_archimate_types_format;

#endif
