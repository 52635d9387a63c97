/* SPDX-License-Identifier: MIT
 * How do the lists of a board fill a page and make no strip? Their rows flow from the foot of one
 * column to the top of the next, as text does; a list that goes on there says so with its head, and
 * no head is left alone at a foot. How tall the columns have to be is found by halving. */
#include "render/boards.h"

typedef struct block {
    gp_board_block_kind kind;
    uint32_t index;
    gp_length height;
} block;

typedef struct blocks {
    block *blocks;
    uint32_t count;
    gp_length sum, tallest; /* of them all; of a head with a row */
} blocks;

static void add_block(const gp_boards_picture *picture, const gp_board_column *column, blocks *all,
                      gp_board_block_kind kind, uint32_t index)
{
    gp_length height = gp_board_block_height(picture, column, kind, index);
    all->blocks[all->count++] = (block){kind, index, height};
    all->sum += height;
    height += gp_board_block_height(picture, column, GP_BLOCK_HEAD, 0);
    if (height > all->tallest) all->tallest = height;
}

static gp_status list_blocks(const gp_boards_picture *picture, const gp_board_column *column,
                             blocks *all)
{
    const gp_board *board = column->board;
    size_t room = (size_t)board->intervention_count + board->action_count + GP_TRACK_COUNT + 2;
    *all = (blocks){.blocks = GP_NEW(picture->sheet.job, block, room)};
    if (!all->blocks) return gp_no_memory(picture->sheet.job);
    add_block(picture, column, all, GP_BLOCK_HEAD, 0);
    for (uint32_t i = 0; i < board->intervention_count; i++)
        add_block(picture, column, all, GP_BLOCK_INTERVENTION, i);
    if (board->intervention_count == 0) add_block(picture, column, all, GP_BLOCK_NOTHING, 0);
    for (uint32_t i = 0; i < board->action_count; i++) {
        if (i == 0 || board->actions[i - 1].track != board->actions[i].track)
            add_block(picture, column, all, GP_BLOCK_TRACK, i);
        add_block(picture, column, all, GP_BLOCK_CAPABILITY, i);
    }
    return GP_OK;
}

static bool is_head(const block *b)
{
    return b->kind == GP_BLOCK_HEAD || b->kind == GP_BLOCK_TRACK;
}

/* Where the next block stands. */
typedef struct pen {
    uint32_t part, head; /* head: block */
    gp_length top;       /* within the part */
    bool is_again;       /* the head stands there again, above the block */
} pen;

/* Takes the pen to a block; a head takes its first row along. */
static void go_to(pen *p, const blocks *all, uint32_t index, uint32_t parts, gp_length height)
{
    const block *b = &all->blocks[index];
    gp_length need = b->height;
    p->is_again = false;
    if (is_head(b)) p->head = index;
    if (is_head(b) && index + 1 < all->count) need += all->blocks[index + 1].height;
    if (p->top == 0 || p->top + need <= height || p->part + 1 >= parts) return;
    p->part++;
    p->is_again = !is_head(b);
    p->top = p->is_again ? all->blocks[p->head].height : 0;
}

static bool fits(const blocks *all, uint32_t parts, gp_length height)
{
    pen p = {0};
    for (uint32_t i = 0; i < all->count; i++) {
        go_to(&p, all, i, parts, height);
        p.top += all->blocks[i].height;
        if (p.top > height) return false;
    }
    return true;
}

gp_status gp_measure_board_lists(const gp_boards_picture *picture, const gp_board_column *column,
                                 uint32_t parts, gp_length *height)
{
    blocks all;
    GP_TRY(list_blocks(picture, column, &all));
    gp_length low = all.sum / parts, high = all.sum; /* too little or enough; enough */
    while (low < high) {
        gp_length middle = low + (high - low) / 2;
        if (fits(&all, parts, middle))
            high = middle;
        else
            low = middle + 1;
    }
    *height = high;
    return GP_OK;
}

gp_status gp_draw_board_lists(const gp_boards_picture *picture, const gp_board_column *column,
                              gp_length top, gp_length height, gp_length *foot)
{
    blocks all;
    pen p = {0};
    gp_board_column part = *column;
    GP_TRY(list_blocks(picture, column, &all));
    *foot = top;
    for (uint32_t i = 0; i < all.count; i++) {
        const block *b = &all.blocks[i], *head = NULL;
        go_to(&p, &all, i, column->parts, height);
        if (p.is_again) head = &all.blocks[p.head];
        part.left = column->left + (GP_BOARD_PART + GP_BOARD_SPACE) * p.part;
        if (head) gp_draw_board_block(picture, &part, head->kind, head->index, true, top);
        gp_draw_board_block(picture, &part, b->kind, b->index, false, top + p.top);
        p.top += b->height;
        if (top + p.top > *foot) *foot = top + p.top;
    }
    return GP_OK;
}
