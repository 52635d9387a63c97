/* SPDX-License-Identifier: MIT
 * How does a tall column become a page? A column takes no more boxes than the page is tall; what
 * has no room there goes to the next (list scheduling, as Coffman and Graham 1972 bound the width
 * of layers). The boxes come in a line in which those that belong together are near each other,
 * each after what leads to it, so that they get columns beside each other. Several lines are
 * tried, and parts of the best are swapped for as long as the arrows become shorter: to fill the
 * columns once takes little. */
#include "render/layout_line.h"

#include <stdlib.h>
#include <string.h>

typedef struct fold {
    gp_layout *layout;
    gp_arrow_lists lists;
    uint32_t *line, *trial; /* boxes as they belong together */
    uint32_t *sequence;     /* the same, each after what leads to it */
    uint32_t *columns;      /* by box */
    uint32_t *best_line, *best_columns;
    uint64_t best;     /* columns that all arrows of the best cross */
    gp_length *filled; /* by column */
    gp_length limit;
} fold;

static gp_length room_for(const gp_layout_box *box)
{
    return box->size.y + GP_ROW_GAP;
}

static uint32_t first_column(const fold *f, uint32_t box)
{
    const gp_arrow_lists *lists = &f->lists;
    uint32_t column = 0;
    for (uint32_t k = lists->first[GP_INTO][box]; k < lists->first[GP_INTO][box + 1]; k++) {
        uint32_t before = f->columns[gp_other_end(lists, lists->arrows[GP_INTO][k], GP_INTO)];
        if (column <= before) column = before + 1;
    }
    return column;
}

/* Every box goes to the first column behind what leads to it that has room; false where the page
 * has too few. */
static bool fill(const fold *f, gp_length limit)
{
    uint32_t width = f->layout->width;
    memset(f->filled, 0, width * sizeof *f->filled);
    for (uint32_t i = 0; i < f->layout->box_count; i++) {
        uint32_t box = f->sequence[i], column = first_column(f, box);
        gp_length room = room_for(&f->layout->boxes[box]);
        while (column < width && f->filled[column] + room > limit) column++;
        if (column >= width) return false;
        f->filled[column] += room;
        f->columns[box] = column;
    }
    return true;
}

/* Boxes that hold back more than they are held back go nearer to what follows them. */
static void draw_right(const fold *f, gp_length limit)
{
    const gp_arrow_lists *lists = &f->lists;
    for (uint32_t i = f->layout->box_count; i-- > 0;) {
        uint32_t box = f->sequence[i], nearest = GP_NONE;
        uint32_t in = lists->first[GP_INTO][box + 1] - lists->first[GP_INTO][box];
        uint32_t first = lists->first[GP_OUT_OF][box], end = lists->first[GP_OUT_OF][box + 1];
        if (end - first <= in) continue;
        for (uint32_t k = first; k < end; k++) {
            uint32_t after =
                f->columns[gp_other_end(lists, lists->arrows[GP_OUT_OF][k], GP_OUT_OF)];
            if (after < nearest) nearest = after;
        }
        gp_length room = room_for(&f->layout->boxes[box]);
        uint32_t column = nearest - 1;
        f->filled[f->columns[box]] -= room;
        while (column > f->columns[box] && f->filled[column] + room > limit) column--;
        f->columns[box] = column;
        f->filled[column] += room;
    }
}

static uint64_t count_spans(const fold *f)
{
    uint64_t spans = 0;
    for (uint32_t i = 0; i < f->layout->arrow_count; i++)
        spans += f->columns[f->layout->arrows[i].to] - f->columns[f->layout->arrows[i].from];
    return spans;
}

/* Folds along a line; kept where it is no worse than the best so far. */
static bool try_line(fold *f, const uint32_t *line)
{
    gp_line_in_turn(&f->lists, line, f->sequence);
    if (!fill(f, f->limit)) return false;
    draw_right(f, f->limit);
    uint64_t spans = count_spans(f);
    if (spans > f->best) return false;
    f->best = spans;
    memcpy(f->best_line, line, f->layout->box_count * sizeof *line);
    memcpy(f->best_columns, f->columns, f->layout->box_count * sizeof *line);
    return true;
}

/* The lowest columns that the page has enough of, for the line in turn. */
static gp_length find_limit(const fold *f, gp_length least, gp_length most)
{
    if (!fill(f, most)) return 0;
    while (most - least > GP_UNITS(20)) {
        gp_length middle = least + (most - least) / 2;
        if (fill(f, middle))
            most = middle;
        else
            least = middle;
    }
    return most;
}

#define STARTS 4
#define ROUNDS 40
#define LINE_WORK_MAX 150000  /* boxes lined up, in all rounds */
#define SWAP_WORK_MAX 2000000 /* boxes and arrows looked at for parts that change places */

static gp_status try_start(gp_job *job, fold *f, uint32_t start, gp_length tallest)
{
    uint32_t rounds = LINE_WORK_MAX / f->layout->box_count;
    GP_TRY(gp_line_up(job, &f->lists, start, rounds < ROUNDS ? rounds : ROUNDS, f->line));
    gp_line_in_turn(&f->lists, f->line, f->sequence);
    gp_length limit = find_limit(f, f->layout->height / 2, tallest);
    if (limit == 0) return GP_OK;
    if (limit < f->limit) f->limit = limit;
    try_line(f, f->line);
    return GP_OK;
}

static gp_status try_starts(gp_job *job, fold *f, gp_length tallest)
{
    uint64_t count = f->layout->box_count;
    f->limit = tallest + 1;
    for (uint64_t i = 0, work = 0; i < STARTS && work <= LINE_WORK_MAX; i++) {
        GP_TRY(try_start(job, f, (uint32_t)(count * i / STARTS), tallest));
        work += count * ROUNDS;
    }
    return GP_OK;
}

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*seed >> 33) % below;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Two neighbouring parts of the line change places: the same ones in every run. */
static void swap_parts(fold *f, uint64_t *seed)
{
    uint32_t cuts[3], count = f->layout->box_count;
    for (int i = 0; i < 3; i++) cuts[i] = draw(seed, count + 1);
    if (draw(seed, 2)) { /* a small part */
        cuts[1] = cuts[0] + draw(seed, 12);
        if (cuts[1] > count) cuts[1] = count;
    }
    qsort(cuts, 3, sizeof *cuts, by_number);
    const size_t size = sizeof *f->line;
    memcpy(f->trial, f->best_line, cuts[0] * size);
    memcpy(f->trial + cuts[0], f->best_line + cuts[1], (cuts[2] - cuts[1]) * size);
    memcpy(f->trial + cuts[0] + (cuts[2] - cuts[1]), f->best_line + cuts[0],
           (cuts[1] - cuts[0]) * size);
    memcpy(f->trial + cuts[2], f->best_line + cuts[2], (count - cuts[2]) * size);
}

static gp_status make_room(gp_job *job, fold *f)
{
    uint32_t count = f->layout->box_count;
    uint32_t **const arrays[] = {&f->line,    &f->trial,     &f->sequence,
                                 &f->columns, &f->best_line, &f->best_columns};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (!(*arrays[i] = GP_NEW(job, uint32_t, count))) return gp_no_memory(job);
    return gp_list_arrows(job, f->layout, &f->lists);
}

/* How many columns there are, and how tall the tallest is. */
static uint32_t measure(const fold *f, gp_length *tallest)
{
    uint32_t columns = 0;
    *tallest = 0;
    for (uint32_t i = 0; i < f->layout->box_count; i++) {
        const gp_layout_box *box = &f->layout->boxes[i];
        if (columns <= box->column) columns = box->column + 1;
        f->filled[box->column] += room_for(box);
        if (f->filled[box->column] > *tallest) *tallest = f->filled[box->column];
    }
    return columns;
}

gp_status gp_fold_columns(gp_job *job, gp_layout *layout)
{
    fold f = {.layout = layout, .best = UINT64_MAX};
    gp_length tallest;
    uint64_t seed = 1;
    f.filled = GP_NEW(job, gp_length, (size_t)layout->box_count + layout->width + 1);
    if (!f.filled) return gp_no_memory(job);
    uint32_t columns = measure(&f, &tallest);
    if (layout->width <= columns || tallest <= layout->height / 2) return GP_OK;
    GP_TRY(make_room(job, &f));
    GP_TRY(try_starts(job, &f, tallest));
    if (f.best == UINT64_MAX) return GP_OK;
    for (uint64_t work = 0; work < SWAP_WORK_MAX; work += layout->box_count + layout->arrow_count) {
        swap_parts(&f, &seed);
        try_line(&f, f.trial);
    }
    for (uint32_t i = 0; i < layout->box_count; i++) layout->boxes[i].column = f.best_columns[i];
    return GP_OK;
}
