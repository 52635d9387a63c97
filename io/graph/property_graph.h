/* SPDX-License-Identifier: MIT
 * A portfolio as nodes and edges with properties: what ArchiMate, GraphML and DOT have in common.
 * Their readers fill one in and io/graph/graph_records.c makes records of it;
 * io/graph/graph_document.c makes one of a document and their writers spell it out. */
#ifndef GP_PROPERTY_GRAPH_H
#define GP_PROPERTY_GRAPH_H

#include "core/names.h"
#include "io/place.h"

typedef enum gp_node_kind {
    GP_NODE_OTHER, /* of a type that the portfolio has no place for */
    GP_NODE_CAPABILITY,
    GP_NODE_INTERVENTION,
    GP_NODE_DIMENSION,
    GP_NODE_SEGMENT,
    GP_NODE_SITUATION,
    GP_NODE_SCENARIO,
    GP_NODE_MEASUREMENT,
    GP_NODE_ANY,     /* a junction: one of what it requires is enough */
    GP_NODE_ALL,     /* a junction: all of what it requires */
    GP_NODE_PLATEAU, /* a state to reach: gives dates and levels to what it holds */
    GP_NODE_MISSING, /* required, and described nowhere */
    GP_NODE_GROUP,   /* holds others: a capability where it holds one, see gp_take_groups */
    GP_NODE_KINDS
} gp_node_kind;

typedef enum gp_edge_kind {
    GP_EDGE_OTHER,
    GP_EDGE_REQUIRES,  /* of an intervention, a capability or a junction */
    GP_EDGE_ADDRESSES, /* an intervention: a dimension */
    GP_EDGE_SEGMENT,   /* an intervention: for whom */
    GP_EDGE_SITUATION, /* an intervention: in which situation */
    GP_EDGE_SCENARIO,  /* an intervention: the scenario it belongs to */
    GP_EDGE_MEASURES,  /* a measurement: its dimension */
    GP_EDGE_PLATEAU,   /* what is held: the plateau */
    GP_EDGE_PARENT,    /* a capability: what it is part of */
    GP_EDGE_KINDS
} gp_edge_kind;

/* Names of the kinds in files ("capability", "requires"); NULL for OTHER. */
extern const char *const gp_node_kind_names[GP_NODE_KINDS];
extern const char *const gp_edge_kind_names[GP_EDGE_KINDS];

typedef struct gp_property {
    const char *name, *value;
    gp_spot spot;
    uint32_t source;
    uint32_t next; /* GP_NONE: the last one */
} gp_property;

/* A list of properties in a graph's array. Start as GP_NO_PROPERTIES. */
typedef struct gp_properties {
    uint32_t first, last;
} gp_properties;
#define GP_NO_PROPERTIES ((gp_properties){GP_NONE, GP_NONE})

typedef struct gp_graph_node {
    uint8_t kind;        /* gp_node_kind */
    uint32_t symbol;     /* of its id in the file */
    const char *file_id; /* unique in the file, and an xs:ID where we write it */
    const char *id;      /* in the portfolio */
    const char *type;    /* as the format calls it, for messages; or NULL */
    const char *name;    /* or NULL, as the next */
    const char *documentation;
    gp_spot spot;
    uint32_t source;
    gp_properties properties;
} gp_graph_node;

/* An edge runs from what requires to what is required, whichever way the format draws it. */
typedef struct gp_graph_edge {
    uint8_t kind;        /* gp_edge_kind */
    uint32_t from, to;   /* symbols of file ids; after gp_link_graph: nodes, or GP_NONE */
    const char *file_id; /* where we write it */
    const char *type;    /* as the format calls it, for messages; or NULL */
    const char *name;    /* or NULL */
    bool is_directed;    /* the format says so */
    gp_spot spot;
    uint32_t source;
    gp_properties properties;
} gp_graph_edge;

typedef struct gp_graph {
    gp_job *job;
    gp_names *symbols;   /* file ids: their symbols */
    gp_array node_of;    /* uint32_t, by symbol: the node, or GP_NONE */
    gp_array nodes;      /* gp_graph_node */
    gp_array edges;      /* gp_graph_edge */
    gp_array properties; /* gp_property */
    const char *title;   /* or NULL, as the next two */
    const char *documentation;
    const char *file_id;
    gp_spot spot;
    uint32_t source;  /* the input that what is added comes from */
    bool has_sources; /* there are several */
    gp_properties settings;
    uint32_t taken_count; /* file ids that were taken already when they were asked for */
} gp_graph;

/* An empty graph. Owner: the job. Errors of all of these: GP_NO_MEMORY. Cost: O(length). */
gp_status gp_new_graph(gp_job *job, gp_graph **out);

/* The number of a file id; GP_NONE when memory ran out. */
uint32_t gp_graph_symbol(gp_graph *graph, const char *file_id);

/* The node with this symbol, or GP_NONE. */
uint32_t gp_find_node(const gp_graph *graph, uint32_t symbol);

/* Appends a copy, from graph->source; its symbol leads to it (of two with one id: to the first). */
gp_status gp_add_node(gp_graph *graph, const gp_graph_node *node);
gp_status gp_add_edge(gp_graph *graph, const gp_graph_edge *edge);

/* Appends a property to a list; name and value are copied. */
gp_status gp_add_property(gp_graph *graph, gp_properties *list, const char *name, const char *value,
                          gp_spot spot);

/* The first property of exactly this name, and its value; or NULL. */
gp_property *gp_property_named(const gp_graph *graph, const gp_properties *list, const char *name);
const char *gp_find_property(const gp_graph *graph, const gp_properties *list, const char *name);

/* Takes a property out of a list. */
void gp_drop_property(gp_graph *graph, gp_properties *list, const gp_property *property);

/* A file id that nothing has yet: `base`, or with a number behind it where that is taken. */
gp_status gp_reserve_id(gp_graph *graph, const char *base, const char **out);

/* Turns the ends of all edges into nodes. Cost: O(E). */
void gp_link_graph(gp_graph *graph);

static inline gp_graph_node *gp_node_at(const gp_graph *graph, uint32_t node)
{
    return (gp_graph_node *)graph->nodes.data + node;
}

static inline gp_graph_edge *gp_edge_at(const gp_graph *graph, uint32_t edge)
{
    return (gp_graph_edge *)graph->edges.data + edge;
}

static inline gp_property *gp_property_at(const gp_graph *graph, uint32_t property)
{
    return (gp_property *)graph->properties.data + property;
}

#endif
