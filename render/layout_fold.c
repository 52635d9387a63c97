/* SPDX-License-Identifier: MIT
 * How does a tall column become a page? A column takes no more boxes than the page is tall; what
 * has no room there goes to the next (list scheduling, as Coffman and Graham 1972 bound the width
 * of layers). The boxes come in a line in which those that belong together are near each other,
 * each after what leads to it, so that they get columns beside each other. Several lines are
 * tried, and parts of the best are swapped for as long as the arrows become shorter: to fill the
 * columns once takes little. */
#include "groeipad/render.h"
#include "render/layout_line.h"

#include <stdlib.h>
#include <string.h>

typedef struct fold {
    gp_layout *layout;
    gp_arrow_lists lists;
    uint32_t *line, *trial; /* boxes as they belong together */
    uint32_t *sequence;     /* the same, each after what leads to it */
    uint32_t *columns;      /* by box */
    gp_length *room;        /* by box: what it takes of a column */
    uint32_t *best_line, *best_columns;
    uint32_t *best_sequence; /* of the best, which was folded within best_limit */
    gp_length best_limit;
    uint64_t best;          /* columns that all arrows of the best cross */
    uint32_t *period;       /* by box: the period that it stands in; NULL where there are none */
    uint32_t *period_first; /* by period: its first column; one more: the end */
    uint32_t *best_first, *sorted;
    uint32_t width;    /* columns that there are */
    gp_length *filled; /* by column */
    gp_length limit;
} fold;

static gp_length room_for(const gp_layout_box *box)
{
    return box->size.y + GP_ROW_GAP;
}

static uint32_t first_column(const fold *f, uint32_t box, uint32_t least)
{
    const gp_arrow_lists *lists = &f->lists;
    uint32_t column = least;
    for (uint32_t k = lists->first[GP_INTO][box]; k < lists->first[GP_INTO][box + 1]; k++) {
        uint32_t before = f->columns[lists->beside[GP_INTO][k]];
        if (column <= before) column = before + 1;
    }
    return column;
}

/* Where the period before `next` ends: no period is without a column. */
static uint32_t end_period(const fold *f, uint32_t next, uint32_t used)
{
    if (used == f->period_first[next - 1]) used++;
    return f->period_first[next] = used;
}

/* Every box goes to the first column behind what leads to it that has room; false where there are
 * too few. A period begins behind all columns of those before it. */
static bool fill(const fold *f, gp_length limit)
{
    uint32_t used = 0, least = 0, period = 0;
    if (f->period) f->period_first[0] = 0;
    memset(f->filled, 0, f->width * sizeof *f->filled);
    for (uint32_t i = 0; i < f->layout->box_count; i++) {
        uint32_t box = f->sequence[i];
        while (f->period && period < f->period[box]) used = least = end_period(f, ++period, used);
        uint32_t column = first_column(f, box, least);
        gp_length room = f->room[box];
        while (column < f->width && f->filled[column] + room > limit) column++;
        if (column >= f->width) return false;
        f->filled[column] += room;
        f->columns[box] = column;
        if (used <= column) used = column + 1;
    }
    while (f->period && period < f->layout->period_count) used = end_period(f, ++period, used);
    return true;
}

/* The last column that a box can go to: before what follows it, and within its period. */
static uint32_t last_column(const fold *f, uint32_t box)
{
    const gp_arrow_lists *lists = &f->lists;
    uint32_t after = f->period ? f->period_first[f->period[box] + 1] : GP_NONE;
    for (uint32_t k = lists->first[GP_OUT_OF][box]; k < lists->first[GP_OUT_OF][box + 1]; k++) {
        uint32_t next = f->columns[lists->beside[GP_OUT_OF][k]];
        if (next < after) after = next;
    }
    return after - 1;
}

/* Boxes that hold back more than they are held back go nearer to what follows them. */
static void draw_right(const fold *f, gp_length limit)
{
    const gp_arrow_lists *lists = &f->lists;
    for (uint32_t i = f->layout->box_count; i-- > 0;) {
        uint32_t box = f->sequence[i];
        uint32_t in = lists->first[GP_INTO][box + 1] - lists->first[GP_INTO][box];
        uint32_t out = lists->first[GP_OUT_OF][box + 1] - lists->first[GP_OUT_OF][box];
        if (out <= in) continue;
        gp_length room = f->room[box];
        uint32_t column = last_column(f, box);
        f->filled[f->columns[box]] -= room;
        while (column > f->columns[box] && f->filled[column] + room > limit) column--;
        f->columns[box] = column;
        f->filled[column] += room;
    }
}

/* The columns of a period become about as tall as each other: a few boxes decide how many columns
 * it has, and its others need not stand in the first. */
static void even_out(const fold *f)
{
    for (uint32_t i = f->layout->box_count; i-- > 0;) {
        uint32_t box = f->sequence[i], own = f->columns[box];
        uint32_t least = first_column(f, box, f->period_first[f->period[box]]);
        uint32_t last = last_column(f, box), best = own;
        gp_length room = f->room[box];
        for (uint32_t column = least; column <= last; column++) {
            gp_length there = f->filled[column] + (column == own ? 0 : room);
            if (there < f->filled[best] + (best == own ? 0 : room)) best = column;
        }
        f->filled[own] -= room;
        f->filled[best] += room;
        f->columns[box] = best;
    }
}

static uint64_t count_spans(const fold *f)
{
    uint64_t spans = 0;
    for (uint32_t i = 0; i < f->layout->arrow_count; i++)
        spans += f->columns[f->layout->arrows[i].to] - f->columns[f->layout->arrows[i].from];
    return spans;
}

/* Boxes in turn, those of a period together. */
static void line_in_turn(fold *f, const uint32_t *line)
{
    gp_line_in_turn(&f->lists, line, f->sequence);
    if (!f->period) return;
    uint32_t count = f->layout->box_count, *ends = f->period_first;
    const size_t size = ((size_t)f->layout->period_count + 1) * sizeof *ends;
    memset(ends, 0, size);
    for (uint32_t i = 0; i < count; i++) ends[f->period[i] + 1]++;
    for (uint32_t i = 0; i < f->layout->period_count; i++) ends[i + 1] += ends[i];
    for (uint32_t i = 0; i < count; i++)
        f->sorted[ends[f->period[f->sequence[i]]]++] = f->sequence[i];
    memcpy(f->sequence, f->sorted, count * sizeof *f->sorted);
    memset(ends, 0, size);
}

/* Folds along a line; kept where it is no worse than the best so far. Many lines come to the same
 * in turn: that fold is known. */
static void try_line(fold *f, const uint32_t *line)
{
    const size_t size = f->layout->box_count * sizeof *line;
    line_in_turn(f, line);
    if (f->limit == f->best_limit && memcmp(f->sequence, f->best_sequence, size) == 0) {
        memcpy(f->best_line, line, size);
        return;
    }
    if (!fill(f, f->limit)) return;
    draw_right(f, f->limit);
    if (f->period) even_out(f);
    uint64_t spans = count_spans(f);
    if (spans > f->best) return;
    f->best = spans;
    f->best_limit = f->limit;
    memcpy(f->best_line, line, size);
    memcpy(f->best_columns, f->columns, size);
    memcpy(f->best_sequence, f->sequence, size);
    if (f->period)
        memcpy(f->best_first, f->period_first,
               ((size_t)f->layout->period_count + 1) * sizeof *f->best_first);
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
#define LINE_WORK_MAX 150000    /* boxes lined up, in all rounds */
#define SWAP_WORK_MAX 5000000   /* boxes and arrows looked at for parts that change places */
#define SWAP_WORK_COARSE 200000 /* the same where nobody reads the whole picture */

static gp_status try_start(gp_job *job, fold *f, uint32_t start, gp_length tallest)
{
    uint32_t rounds = LINE_WORK_MAX / f->layout->box_count;
    GP_TRY(gp_line_up(job, &f->lists, start, rounds < ROUNDS ? rounds : ROUNDS, f->line));
    line_in_turn(f, f->line);
    gp_length limit = find_limit(f, f->period ? 0 : f->layout->height / 2, tallest);
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
    uint32_t **const arrays[] = {&f->line,      &f->trial,        &f->sequence,     &f->columns,
                                 &f->best_line, &f->best_columns, &f->best_sequence};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (!(*arrays[i] = GP_NEW(job, uint32_t, count))) return gp_no_memory(job);
    f->room = GP_NEW(job, gp_length, count);
    if (!f->room) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++) f->room[i] = room_for(&f->layout->boxes[i]);
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

/* Finds the best fold there is time for; f->best says how good it is. */
static gp_status search(gp_job *job, fold *f, gp_length tallest)
{
    uint64_t seed = 1, step = (uint64_t)f->layout->box_count + f->layout->arrow_count;
    uint64_t most = f->layout->box_count > GP_PICTURE_BOXES_MAX ? SWAP_WORK_COARSE : SWAP_WORK_MAX;
    GP_TRY(try_starts(job, f, tallest));
    for (uint64_t work = 0; f->best != UINT64_MAX && work < most; work += step) {
        swap_parts(f, &seed);
        try_line(f, f->trial);
    }
    for (uint32_t i = 0; i < f->layout->box_count && f->best != UINT64_MAX; i++)
        f->layout->boxes[i].column = f->best_columns[i];
    return GP_OK;
}

gp_status gp_fold_columns(gp_job *job, gp_layout *layout)
{
    fold f = {.layout = layout, .best = UINT64_MAX};
    gp_length tallest;
    f.filled = GP_NEW(job, gp_length, (size_t)layout->box_count + layout->width + 1);
    if (!f.filled) return gp_no_memory(job);
    uint32_t columns = measure(&f, &tallest);
    if (tallest <= layout->height / 2) return GP_OK;
    f.width = columns > layout->width ? columns : layout->width;
    GP_TRY(make_room(job, &f));
    return search(job, &f, tallest);
}

/* ---- periods ---- */

/* Where something that it needs stands in a later period, a box stands there too. */
static void find_own_periods(const fold *f)
{
    const gp_arrow_lists *lists = &f->lists;
    for (uint32_t i = 0; i < f->layout->box_count; i++) f->line[i] = i;
    gp_line_in_turn(lists, f->line, f->sequence);
    for (uint32_t i = 0; i < f->layout->box_count; i++) {
        uint32_t box = f->sequence[i], period = f->layout->boxes[box].period;
        for (uint32_t k = lists->first[GP_INTO][box]; k < lists->first[GP_INTO][box + 1]; k++) {
            uint32_t before = lists->beside[GP_INTO][k];
            if (period < f->period[before]) period = f->period[before];
        }
        f->period[box] = period;
    }
}

/* How many columns the periods need where each has room for all. */
static uint32_t count_least(fold *f, gp_length all)
{
    f->width = f->layout->box_count + f->layout->period_count;
    line_in_turn(f, f->line);
    fill(f, all);
    return f->period_first[f->layout->period_count];
}

gp_status gp_fill_periods(gp_job *job, gp_layout *layout)
{
    fold f = {.layout = layout, .best = UINT64_MAX};
    const size_t firsts = (size_t)layout->period_count + 1;
    gp_length all = 0;
    for (uint32_t i = 0; i < layout->box_count; i++) all += room_for(&layout->boxes[i]);
    GP_TRY(make_room(job, &f));
    f.filled = GP_NEW(job, gp_length, (size_t)layout->box_count + layout->width + firsts);
    f.period = GP_NEW(job, uint32_t, layout->box_count);
    f.sorted = GP_NEW(job, uint32_t, layout->box_count);
    f.period_first = GP_NEW(job, uint32_t, firsts);
    f.best_first = GP_NEW(job, uint32_t, firsts);
    if (!f.filled || !f.period || !f.sorted || !f.period_first || !f.best_first)
        return gp_no_memory(job);
    find_own_periods(&f);
    uint32_t least = count_least(&f, all);
    f.width = least > layout->width ? least : layout->width;
    GP_TRY(search(job, &f, all));
    layout->period_column = f.best_first;
    return f.best == UINT64_MAX ? gp_bug(job, "no columns for the periods") : GP_OK;
}
