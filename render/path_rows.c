/* SPDX-License-Identifier: MIT
 * Boxes that stand alone would make one endless column in the graph, so they fill rows below it.
 * One whose place is known keeps it; the others take the places that are free, in reading
 * order. */
#include "render/path_picture.h"

#include <stdlib.h>

/* A place in a row, and the box that has it. */
typedef struct seat {
    uint32_t row, place, box;
} seat;

static int by_seat(const void *a, const void *b)
{
    const seat *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return x->box < y->box ? -1 : x->box > y->box;
}

/* Boxes with a place of their own, sorted; the second that claims a place loses it. */
static uint32_t seat_known(gp_layout *layout, seat *seats)
{
    uint32_t count = 0, kept = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) {
        const gp_layout_box *box = &layout->boxes[i];
        if (box->is_alone && box->is_known) seats[count++] = (seat){box->row, box->column, i};
    }
    if (count) qsort(seats, count, sizeof *seats, by_seat);
    for (uint32_t i = 0; i < count; i++) {
        bool is_taken =
            kept && seats[kept - 1].row == seats[i].row && seats[kept - 1].place == seats[i].place;
        if (is_taken)
            layout->boxes[seats[i].box].is_known = false;
        else
            seats[kept++] = seats[i];
    }
    return kept;
}

/* Whether somebody has a place already; `next` walks the known seats along with it. */
static bool is_taken(const seat *seats, uint32_t known, uint32_t *next, const seat *wanted)
{
    while (*next < known && by_seat(&seats[*next], wanted) < 0) ++*next;
    return *next < known && seats[*next].row == wanted->row && seats[*next].place == wanted->place;
}

static uint32_t seat_others(const gp_layout *layout, uint32_t per_row, seat *seats, uint32_t known)
{
    uint32_t count = known, next = 0;
    seat free_seat = {0, 0, 0}; /* the box: below all, so that the seat itself comes after it */
    for (uint32_t i = 0; i < layout->box_count; i++) {
        const gp_layout_box *box = &layout->boxes[i];
        if (!box->is_alone || box->is_known) continue;
        while (free_seat.place >= per_row || is_taken(seats, known, &next, &free_seat)) {
            free_seat.place++;
            if (free_seat.place >= per_row) free_seat = (seat){free_seat.row + 1, 0, 0};
        }
        seats[count++] = (seat){free_seat.row, free_seat.place++, i};
    }
    return count;
}

static void stack_rows(gp_layout *layout, const seat *seats, uint32_t count, gp_length pitch)
{
    gp_length top = layout->size.y ? layout->size.y + GP_ROW_GAP : 0, row = 0;
    for (uint32_t i = 0; i < count; i++) {
        gp_layout_box *box = &layout->boxes[seats[i].box];
        if (i && seats[i].row != seats[i - 1].row) {
            top += row + GP_ROW_GAP;
            row = 0;
        }
        box->row = seats[i].row;
        box->column = seats[i].place;
        box->at = (gp_point){pitch * seats[i].place, top};
        if (box->size.y > row) row = box->size.y;
        if (box->at.x + box->size.x > layout->size.x) layout->size.x = box->at.x + box->size.x;
        if (top + row > layout->size.y) layout->size.y = top + row;
    }
}

gp_status gp_fill_rows(gp_job *job, gp_layout *layout, gp_length width)
{
    gp_length widest = 0;
    seat *seats = GP_NEW(job, seat, layout->box_count);
    if (!seats) return gp_no_memory(job);
    for (uint32_t i = 0; i < layout->box_count; i++)
        if (layout->boxes[i].size.x > widest) widest = layout->boxes[i].size.x;
    if (widest == 0) return GP_OK;
    gp_length pitch = widest + GP_ROW_GAP, per_row = (width + GP_ROW_GAP) / pitch;
    uint32_t known = seat_known(layout, seats);
    uint32_t count = seat_others(layout, per_row < 1 ? 1 : (uint32_t)per_row, seats, known);
    if (count) qsort(seats, count, sizeof *seats, by_seat);
    stack_rows(layout, seats, count, pitch);
    return GP_OK;
}
