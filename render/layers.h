/* SPDX-License-Identifier: MIT
 * Columns of slots: what the files of the layered layout share. A slot is a place in a column:
 * a box stands there, or an arrow passes on its way to a column further on. Private to render. */
#ifndef GP_LAYERS_H
#define GP_LAYERS_H

#include "render/layout.h"

typedef enum gp_side { GP_LEFT, GP_RIGHT, GP_SIDES } gp_side;

typedef struct gp_slot {
    uint32_t column;
    uint32_t order;   /* place in its column; 0 is the top */
    gp_length height; /* 0 where an arrow passes */
    gp_length middle; /* y of its middle */
    bool is_box;
    bool is_kept; /* a box that stays where it is, as far as the others leave it room */
} gp_slot;

typedef struct gp_layers {
    gp_job *job;
    gp_layout *layout;
    gp_slot *slots; /* the boxes first, in their order, then the passages */
    uint32_t slot_count;
    uint32_t column_count;
    uint32_t *column_first;    /* column_count + 1: where each column starts in `order` */
    uint32_t *order;           /* slots by column, then downwards */
    uint32_t *passage_first;   /* arrow_count + 1: the slots that each arrow passes, in turn */
    uint32_t *first[GP_SIDES]; /* slot_count + 1: where each slot's neighbours start */
    uint32_t *near[GP_SIDES];  /* slots that a line leads to, in the column beside */
    uint32_t link_count;
} gp_layers;

/* Arrows that together pass more columns than this: the longest ones get no passages, and run
 * straight over what is in their way. */
#define GP_PASSAGES_MAX 400000

/* Makes slots and their neighbours from boxes whose column is known. Cost: O(boxes + passages). */
gp_status gp_build_layers(gp_job *job, gp_layout *layout, gp_layers *layers);

/* Orders every column so that few arrows cross. Cost: near O(passages log passages); more work
 * is spent on small pictures. */
gp_status gp_order_layers(gp_layers *layers);

/* The same, where kept boxes have their place: only what is not kept moves. */
gp_status gp_order_around_kept(gp_layers *layers);

/* How many pairs of lines cross between neighbouring columns. Cost: O(links log links). */
gp_status gp_count_layer_crossings(const gp_layers *layers, uint64_t *out);

/* Moves each slot that is not kept to the place of its column where its lines cross the fewest
 * others, up to `round_max` times round. Stops early where nothing improves. Cost of a round:
 * O(sum over columns of slots * links). */
gp_status gp_sift_layers(gp_layers *layers, uint32_t round_max);

/* As many rounds of that, up to `round_max`, as stay within `work_max`: links times the slots of
 * the widest column, in all rounds. What is too large is not sifted. */
uint32_t gp_sift_rounds(const gp_layers *layers, uint32_t round_max, uint64_t work_max);

/* Sets the order of every column by the slots' numbers in `rank`, ties by slot. */
typedef struct gp_rank {
    int64_t value;
    uint32_t slot;
} gp_rank;
void gp_sort_column(gp_layers *layers, uint32_t column, gp_rank *ranks);

/* Sets `middle` of every slot: near its neighbours, none nearer to the next than its size asks. */
gp_status gp_place_layers(gp_layers *layers);

/* The same where kept boxes stay: they move only where another box needs the room, and arrows
 * pass through what room there is. */
gp_status gp_place_around_kept(gp_layers *layers);

/* Things in a row that wish to be somewhere. */
typedef struct gp_wish {
    gp_length at;    /* in: where it wants to be; out: where it is */
    int64_t weight;  /* how much, 1 .. 100000 */
    gp_length apart; /* at least so far from the one before it */
} gp_wish;

/* Finds the places nearest to all wishes (weighted least squares) that keep order and distance,
 * from `low` on and up to `high` where there is room: isotonic regression by pooling adjacent
 * violators (Ayer, Brunk, Ewing, Reid and Silverman 1955). `scratch` has room for count blocks.
 * Cost: O(count). */
typedef struct gp_wish_block {
    int64_t weight, sum;
    uint32_t first;
} gp_wish_block;
void gp_grant_wishes(gp_wish *wishes, uint32_t count, gp_length low, gp_length high,
                     gp_wish_block *scratch);

/* Sets where boxes stand, and the curves of the arrows. */
gp_status gp_route_layers(gp_layers *layers);

#endif
