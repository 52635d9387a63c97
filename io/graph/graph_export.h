/* SPDX-License-Identifier: MIT
 * From a document to a property graph. Private to io/graph_*.c, but for gp_make_graph. */
#ifndef GP_GRAPH_EXPORT_H
#define GP_GRAPH_EXPORT_H

#include "core/names.h"
#include "io/formats.h"
#include "io/graph/property_graph.h"

/* Whose properties: readers understand other names of theirs as something else. */
typedef enum gp_flat_kind { GP_FLAT_NODE, GP_FLAT_EDGE, GP_FLAT_TOP } gp_flat_kind;

typedef struct gp_graph_export {
    const gp_conversion *conversion;
    gp_graph *graph;
    gp_buffer *scratch;
    gp_names *ids;    /* kind and id of nodes */
    gp_array node_of; /* uint32_t: by number of the former */
    gp_array path;    /* char: of the property that is being flattened */
    uint32_t junction_count;
    bool has_parents;  /* as edges */
    bool is_xml;       /* what XML cannot hold is reported */
    gp_flat_kind flat; /* what is flattened now belongs to this */
} gp_graph_export;

/* Adds a value and all that is within it as properties; `key` is its own, or NULL: its members
 * by theirs, but those in `except` (a list with commas). Errors: GP_NO_MEMORY. */
gp_status gp_flatten(gp_graph_export *export, gp_properties *list, const struct cJSON *value,
                     const char *key, const char *except, const char *subject);

/* Do these entries of `levels` become paths ("levels.2.lead_time")? Else they are JSON text. */
bool gp_has_flat_levels(const struct cJSON *levels);

/* One property; what XML cannot hold is reported for the record `subject`. */
gp_status gp_export_property(gp_graph_export *export, gp_properties *list, const char *name,
                             const char *value, const struct cJSON *node, const char *subject);

/* What a capability is part of is an edge in ArchiMate; where people draw what they read it is a
 * property, since an arrow would look like a requirement. */
typedef enum gp_graph_format { GP_FOR_ARCHIMATE, GP_FOR_GRAPHML, GP_FOR_DOT } gp_graph_format;

/* The whole document as a graph; edges lead to nodes. File ids are unique and xs:IDs.
 * Errors: GP_NO_MEMORY. Cost: O(size). */
gp_status gp_make_graph(const gp_conversion *conversion, gp_graph_format format, gp_graph **out);

#endif
