/* SPDX-License-Identifier: MIT
 * What no arrow joins need not stand under each other. The layout is taken apart into what hangs
 * together; each piece is placed by itself; and then they are put on the page as one packs a
 * shelf: the largest first, each as high as it can stand, with the columns of all pieces below
 * each other. A piece is not a rectangle: it has a top and a foot in every column, so that the
 * next fits under its short ends. */
#include "render/layout.h"

#include <stdlib.h>

/* ---- taking apart ---- */

/* The box that stands for all that hang together with it: always the first of them. */
static uint32_t find_first(uint32_t *leader, uint32_t box)
{
    while (leader[box] != box) {
        leader[box] = leader[leader[box]];
        box = leader[box];
    }
    return box;
}

static void join(uint32_t *leader, uint32_t a, uint32_t b)
{
    uint32_t x = find_first(leader, a), y = find_first(leader, b);
    leader[x > y ? x : y] = x < y ? x : y;
}

typedef struct taking {
    const gp_layout *layout;
    gp_piece *pieces;
    uint32_t *piece_of, *place_of; /* by box: its piece, and its number there */
    uint32_t count;
} taking;

static void number_pieces(taking *t, uint32_t *leader)
{
    for (uint32_t i = 0; i < t->layout->arrow_count; i++)
        join(leader, t->layout->arrows[i].from, t->layout->arrows[i].to);
    for (uint32_t i = 0; i < t->layout->box_count; i++) {
        uint32_t first = find_first(leader, i);
        t->piece_of[i] = first == i ? t->count++ : t->piece_of[first];
    }
}

static gp_status make_room(gp_job *job, taking *t)
{
    t->pieces = GP_NEW(job, gp_piece, t->count);
    if (!t->pieces) return gp_no_memory(job);
    for (uint32_t i = 0; i < t->layout->box_count; i++)
        t->pieces[t->piece_of[i]].layout.box_count++;
    for (uint32_t i = 0; i < t->layout->arrow_count; i++)
        t->pieces[t->piece_of[t->layout->arrows[i].from]].layout.arrow_count++;
    for (uint32_t i = 0; i < t->count; i++) {
        gp_layout *own = &t->pieces[i].layout;
        own->boxes = GP_NEW(job, gp_layout_box, own->box_count);
        own->arrows = GP_NEW(job, gp_layout_arrow, own->arrow_count);
        t->pieces[i].boxes = GP_NEW(job, uint32_t, own->box_count);
        if (!own->boxes || !own->arrows || !t->pieces[i].boxes) return gp_no_memory(job);
        own->width = t->layout->width;
        own->height = t->layout->height;
        own->box_count = own->arrow_count = 0;
    }
    return GP_OK;
}

gp_status gp_take_pieces(gp_job *job, const gp_layout *layout, gp_piece **out, uint32_t *count)
{
    taking t = {.layout = layout};
    uint32_t *leader = GP_NEW(job, uint32_t, layout->box_count);
    t.piece_of = GP_NEW(job, uint32_t, layout->box_count);
    t.place_of = GP_NEW(job, uint32_t, layout->box_count);
    if (!leader || !t.piece_of || !t.place_of) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->box_count; i++) leader[i] = i;
    number_pieces(&t, leader);
    GP_TRY(make_room(job, &t));
    for (uint32_t i = 0; i < layout->box_count; i++) {
        gp_piece *piece = &t.pieces[t.piece_of[i]];
        t.place_of[i] = piece->layout.box_count++;
        piece->layout.boxes[t.place_of[i]] = layout->boxes[i];
        piece->boxes[t.place_of[i]] = i;
    }
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const gp_layout_arrow *arrow = &layout->arrows[i];
        gp_layout *own = &t.pieces[t.piece_of[arrow->from]].layout;
        own->arrows[own->arrow_count++] =
            (gp_layout_arrow){.from = t.place_of[arrow->from], .to = t.place_of[arrow->to]};
    }
    *out = t.pieces;
    *count = t.count;
    return GP_OK;
}

/* ---- packing ---- */

#define PIECE_GAP GP_UNITS(20) /* between pieces that stand under each other */

typedef struct turn {
    gp_length room; /* all that its columns hold */
    uint32_t piece;
} turn;

static int by_room(const void *a, const void *b)
{
    const turn *x = a, *y = b;
    if (x->room != y->room) return x->room > y->room ? -1 : 1;
    return x->piece < y->piece ? -1 : x->piece > y->piece;
}

/* How high a piece can stand with its first column at `column`. */
static gp_length height_at(const gp_piece *piece, const gp_length *sky, uint32_t column)
{
    gp_length y = 0;
    for (uint32_t k = 0; k < piece->column_count; k++)
        if (sky[column + k] - piece->top[k] > y) y = sky[column + k] - piece->top[k];
    return y;
}

static void put(gp_piece *piece, gp_length *sky, uint32_t width)
{
    gp_length lowest = 0, best = 0;
    for (uint32_t k = 0; k < piece->column_count; k++)
        if (piece->foot[k] > lowest) lowest = piece->foot[k];
    piece->column = GP_NONE;
    for (uint32_t column = 0; column + piece->column_count <= width; column++) {
        gp_length y = height_at(piece, sky, column);
        if (piece->column != GP_NONE && y + lowest >= best) continue;
        best = y + lowest;
        piece->column = column;
        piece->y = y;
    }
    for (uint32_t k = 0; k < piece->column_count; k++)
        sky[piece->column + k] = piece->y + piece->foot[k] + PIECE_GAP;
}

gp_status gp_pack_pieces(gp_job *job, gp_piece *pieces, uint32_t count, uint32_t width)
{
    turn *turns = GP_NEW(job, turn, count);
    for (uint32_t i = 0; i < count; i++)
        if (pieces[i].column_count > width) width = pieces[i].column_count;
    gp_length *sky = GP_NEW(job, gp_length, width);
    if (!turns || !sky) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) {
        turns[i].piece = i;
        for (uint32_t k = 0; k < pieces[i].column_count; k++)
            turns[i].room += pieces[i].foot[k] - pieces[i].top[k];
    }
    if (count) qsort(turns, count, sizeof *turns, by_room);
    for (uint32_t i = 0; i < count; i++) put(&pieces[turns[i].piece], sky, width);
    return GP_OK;
}
