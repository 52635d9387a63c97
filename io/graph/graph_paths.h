/* SPDX-License-Identifier: MIT
 * A record out of flat values. Each value is an item with a path ("planning.round" has two parts);
 * sorted, items that share their first parts stand together, and one walk opens and closes the
 * objects around them. */
#ifndef GP_GRAPH_PATHS_H
#define GP_GRAPH_PATHS_H

#include "io/graph/graph_import.h"

typedef struct gp_part {
    const char *text;
    size_t size;
} gp_part;

typedef struct gp_flat {
    gp_part parts[GP_PATH_PARTS_MAX];
    uint32_t count;
    uint32_t index; /* keeps the order of equals */
    const char *path, *value;
    gp_spot spot;
    uint32_t source;
    uint32_t first_edge, edge_count; /* import->edges; edge_count 0: a property */
    uint8_t edge_kind;
    const char *name, *said; /* of a property: as the file calls it, and the path it stands for */
} gp_flat;

/* Emits the value of an item that edges say. */
typedef gp_status gp_emit_edges(gp_graph_import *import, const gp_flat *it);

/* Adds items for properties, by the keys of a record, to an array that gp_start_items emptied. Own
 * properties go into an object x-properties; what says nothing becomes no item. Errors:
 * GP_NO_MEMORY. */
void gp_start_items(gp_array *items);
gp_status gp_collect_items(gp_graph_import *import, gp_array *items, const gp_properties *list,
                           const gp_record_kind *keys);
gp_status gp_collect_item(gp_graph_import *import, gp_array *items, const gp_property *property,
                          const gp_record_kind *keys);

/* The parts of a path; an item at the end. False when memory ran out. */
void gp_split_path(gp_flat *it, const char *path);
bool gp_push_item(gp_graph_import *import, gp_array *items, gp_flat *it);

/* Sorts items by their path, and drops those that say what was said before (GP125). */
gp_status gp_sort_items(gp_graph_import *import, gp_array *items);
int gp_compare_parts(const gp_part *a, const gp_part *b);

/* Emits sorted items as members of the open object. gp_note_item: whose nodes follow in the tree.
 */
gp_status gp_emit_sorted(gp_graph_import *import, const gp_flat *items, size_t count,
                         gp_emit_edges *emit_edges);
gp_status gp_note_item(gp_graph_import *import, const gp_flat *it);

#endif
