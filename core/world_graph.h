/* SPDX-License-Identifier: MIT
 * Every activity that there is in some world, and every arc that there is in one: its home, and in
 * what order all are computed. Private to core. */
#ifndef GP_WORLD_GRAPH_H
#define GP_WORLD_GRAPH_H

#include "core/world_records.h"

typedef struct gp_home {
    uint32_t symbol;
    uint8_t kind; /* gp_kind */
    uint8_t level;
} gp_home;

/* How many requirements a record may have at a time, by the entry of `levels`; 0: in none. */
typedef struct gp_link_room {
    uint32_t count[GP_LEVEL_MAX + 1];
} gp_link_room;

typedef struct gp_world_graph {
    uint8_t *least, *top; /* by symbol: the lowest level that it has, the highest asked of it */
    gp_link_room *room;   /* by symbol */
    gp_home *homes;
    uint32_t home_count;
    uint32_t *steps;             /* by symbol: the home of its step to level 1, or GP_NONE */
    uint32_t *interventions;     /* by symbol: its home as an intervention, or GP_NONE */
    uint32_t *missing;           /* by symbol: its home as something missing, or GP_NONE */
    uint32_t *next_first, *next; /* by home: those that may wait for it */
    uint32_t *arc_first;         /* by home: room for the arcs into it */
    uint32_t *order, *rank;      /* a topological order, but for circles */
    uint32_t *component;         /* by home: those in a circle have the same */
    uint32_t *component_size;
    bool has_circles;
} gp_world_graph;

gp_status gp_make_world_graph(gp_job *job, const gp_records_of_worlds *records,
                              gp_world_graph *out);

/* The lists of requirements that a record may have: of its versions, then of its swaps. */
static inline uint32_t gp_link_lists(const gp_world_record *record)
{
    return (1u << record->unit_count) + 2 * record->swap_count;
}
static inline gp_links gp_link_list(const gp_records_of_worlds *records,
                                    const gp_world_record *record, uint32_t list)
{
    uint32_t versions = 1u << record->unit_count;
    if (list < versions) return record->versions[list].links;
    list -= versions;
    return records->swaps[record->swap_first + list / 2].links[list % 2];
}

/* Does a date of the capability hold for its last step only, whichever that is? Then it makes a
 * difference how far it has to grow. */
bool gp_rests_on_top(const gp_records_of_worlds *records, const gp_world_graph *graph,
                     uint32_t symbol);

/* Numbers what can be reached over `next`: components in topological order (Tarjan 1972), with
 * `order` by them. */
gp_status gp_order_homes(gp_job *job, gp_world_graph *graph);

#endif
