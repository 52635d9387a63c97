/* SPDX-License-Identifier: MIT
 * From a property graph to records. Private to io/graph_*.c, but for gp_emit_graph. */
#ifndef GP_GRAPH_IMPORT_H
#define GP_GRAPH_IMPORT_H

#include "core/names.h"
#include "io/door.h"
#include "io/graph/property_graph.h"

/* Things of one type that are left out, for one reason. */
typedef struct gp_left_out {
    gp_argument what, why; /* GP_WORDS */
    const char *type;
    gp_spot spot; /* of the first of them */
    int64_t count;
    uint32_t source; /* of the spot */
} gp_left_out;

/* Whose nodes follow in the tree of the record that is being emitted. */
typedef struct gp_origin {
    size_t first;      /* number of the first of them */
    gp_argument what;  /* GP_WORDS: properties, elements, relationships */
    const char *name;  /* of the property, or the type */
    const char *path;  /* that the property stands for; or NULL */
    const char *value; /* of the property; or NULL */
    bool is_reported;
} gp_origin;

typedef struct gp_graph_import {
    gp_job *job;
    gp_records *records;
    gp_graph *graph;
    gp_tree *tree;
    uint32_t source; /* the input that spots are in: see gp_turn_to */
    gp_buffer *scratch;
    const char *names;    /* the user's own names of properties: "path=Name,..."; or NULL */
    uint32_t *edge_first; /* edges[edge_first[n] .. edge_first[n + 1]) leave node n */
    uint32_t *edges;
    gp_array items;    /* of the record that is being emitted: io/graph/graph_paths.h */
    gp_array facts;    /* likewise, of the edge */
    gp_array origins;  /* gp_origin, of the record, ascending */
    gp_array open;     /* uint32_t: edges still to expand, last in first out */
    uint32_t *seen;    /* by node: the last requirement that led to it, or expanded it; 0: none */
    uint32_t asked;    /* how many requirements were expanded */
    gp_names *causes;  /* what, type and why as one text: numbers of left_out */
    gp_array left_out; /* gp_left_out */
} gp_graph_import;

#define GP_LEFT_OUT_NODES GP_WORDS("elements", "elementen")
#define GP_LEFT_OUT_EDGES GP_WORDS("relationships", "relaties")
#define GP_LEFT_OUT_PROPERTIES GP_WORDS("properties", "eigenschappen")

/* What is told and emitted next is from this input. Needed only for what may come from several. */
void gp_turn_to(gp_graph_import *import, uint32_t source);

/* Counts one more that is left out; what and why are GP_WORDS. Errors of all of these:
 * GP_NO_MEMORY. */
gp_status gp_leave_out(gp_graph_import *import, gp_argument what, const char *type, gp_argument why,
                       gp_spot spot);

/* Takes the property "id" out of every node: it is the node's id in the portfolio. Where two have
 * the same one, or the user's names say so ("id="), they stay as properties. Kinds must be known.
 * Cost: O(size). */
gp_status gp_take_ids(gp_graph_import *import);

/* Groups that hold a capability become one; the others are of no kind. The graph is linked. Cost:
 * O(V + E) times how deep groups lie in one another. */
gp_status gp_take_groups(gp_graph_import *import);

/* What a property "parent" says becomes an edge; of the edges to what a node is part of one is left
 * for each, and none that makes a circle. The graph is linked, and its edges make sense. Cost: O(V
 * + E + properties). */
gp_status gp_take_parents(gp_graph_import *import);

/* Gives what the plateaus say to what they hold; leaves out what they cannot give. The graph is
 * linked, and its edges make sense. Cost: O(V + E), and the properties of who is held. */
gp_status gp_apply_plateaus(gp_graph_import *import);

/* The same where only the first of a kind says why: `cause` is what tells the kinds apart, and
 * `why` is made when it is new. */
typedef gp_status gp_make_why(gp_graph_import *import, const void *state, gp_argument *why);
gp_status gp_leave_out_first(gp_graph_import *import, const gp_left_out *left_out,
                             const char *cause, gp_make_why *why, const void *state);

/* What follows in the tree is of this; gp_report_refused tells of what was refused in it when the
 * tree was emitted (io/record/record.h). */
gp_status gp_note_origin(gp_graph_import *import, gp_argument what, const char *name,
                         const char *path, const char *value);
gp_status gp_report_refused(gp_graph_import *import);

/* Emits the tree under the key. */
gp_status gp_emit_tree(gp_graph_import *import, const char *key);

/* Reports what was counted (GP125; GP126 where the options are strict). */
gp_status gp_report_left_out(gp_graph_import *import);

/* Emits the members of a record that come from the properties and the edges of a node; with node
 * GP_NONE the settings of the graph, one by one. The tree has an open object. */
gp_status gp_emit_items(gp_graph_import *import, uint32_t node, const gp_record_kind *keys);
gp_status gp_emit_settings(gp_graph_import *import);

/* The step of a capability that a requirement is for ("1".."5"), or "". */
const char *gp_step_of(const gp_graph_import *import, const gp_graph_edge *edge);

/* Emits the id that an edge leads to, and a list of what these edges, all of one kind and of one
 * node, lead to. */
gp_status gp_emit_target(gp_graph_import *import, uint32_t edge);
gp_status gp_emit_targets(gp_graph_import *import, const uint32_t *edges, uint32_t count);
gp_status gp_emit_requirements(gp_graph_import *import, const uint32_t *edges, uint32_t count);

/* The name of a property without the mark that its value is JSON, as long as the job; the name
 * itself where there is no mark. NULL when memory ran out. */
const char *gp_plain_name(gp_graph_import *import, const char *name);

/* Emits the value of a property as its path in a record says; path NULL: it is JSON text. */
#define GP_PATH_PARTS_MAX 6 /* of a path: objects around its value */
gp_status gp_emit_value(gp_graph_import *import, const char *path, const char *value, gp_spot spot);

/* A value as a tree of cJSON's, which the caller deletes; NULL where it is no JSON. Errors:
 * GP_NO_MEMORY. */
gp_status gp_parse_json_value(gp_graph_import *import, const char *value, struct cJSON **out);

/* An import with an empty graph, for a reader to fill. Owner: the job. */
gp_status gp_start_import(gp_records *records, gp_graph_import **out);

/* Hands the linked graph over: settings, terms, measurements, interventions, capabilities; then
 * reports what was left out (GP125; GP126 where the options are strict).
 * Errors: GP_NO_MEMORY. Cost: O(size), and a sort of the properties of each record. */
gp_status gp_emit_graph(gp_graph_import *import);

#endif
