/* SPDX-License-Identifier: MIT
 * Which version of ArchiMate a file is in, and how one of an older version is taken. */
#ifndef GP_ARCHIMATE_VERSION_H
#define GP_ARCHIMATE_VERSION_H

#include "io/graph/archimate_names.h"
#include "io/graph/graph_import.h"
#include "io/xml/xml_read.h"

typedef struct gp_archimate_version {
    bool is_older;                  /* 2.1 */
    gp_spot spot;                   /* of the model */
    uint32_t *elements, *relations; /* by row of the names: how many have the older one */
} gp_archimate_version;

/* Looks at the root: of which version is this model? What is none is reported (GP101), and
 * nothing after it is read. Owner: the job. Errors of all of these: GP_NO_MEMORY. */
gp_status gp_start_archimate(gp_graph_import *import, gp_xml *xml, const gp_xml_element *root,
                             gp_archimate_version **out);

/* The name in ArchiMate 3 of a type as the file writes it (NULL: it has none), as long as the job;
 * counts those that were called otherwise. */
gp_status gp_name_element(gp_graph_import *import, gp_archimate_version *version, const char *type,
                          const char **out);
gp_status gp_name_relation(gp_graph_import *import, gp_archimate_version *version, const char *type,
                           const char **out);

/* Says how a model of an older version was taken (GP123). */
gp_status gp_report_version(gp_graph_import *import, const gp_archimate_version *version);

#endif
