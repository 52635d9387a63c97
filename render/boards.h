/* SPDX-License-Identifier: MIT
 * The three boards under the S curve: what the files that draw them share. Private to render. */
#ifndef GP_BOARDS_PICTURE_H
#define GP_BOARDS_PICTURE_H

#include "groeipad/boards.h"
#include "render/sheet.h"

#define GP_BOARD_PADDING GP_UNITS(14)
#define GP_MARK_SIZE GP_UNITS(28) /* of a mark with a number of two digits, and how tall it is */

/* One board as a column of the page; the one of interventions without a stage stands below. */
typedef struct gp_board_column {
    const gp_board *board;
    gp_stage stage;
    uint32_t *order;       /* its interventions from uncertain to certain, as board.interventions */
    uint32_t first_number; /* of the first of them, counted on from board to board */
    uint32_t parts;        /* columns that its lists stand in, GP_BOARD_PART wide each */
    gp_length left, width;
} gp_board_column;

#define GP_BOARD_SPACE GP_UNITS(14) /* between boards, and between the parts of one */
#define GP_BOARD_PART ((GP_UNITS(1300) - 2 * GP_MARGIN - 2 * GP_BOARD_SPACE) / 3)

typedef struct gp_boards_picture {
    gp_sheet sheet;
    const gp_filter *filter;
    gp_boards boards;
    gp_board_column columns[GP_BOARD_COUNT]; /* explore, develop, exploit, no stage */
    gp_length mark_width;                    /* of all marks: their numbers fit */
    gp_length lists, without_stage;          /* how tall the lists of the boards, and below, are */
} gp_boards_picture;

const char *gp_stage_name(gp_stage stage, gp_language language);
const char *gp_uncertainty_name(gp_uncertainty uncertainty, gp_language language);

/* The mark of an intervention: a number in a shape that says how uncertain it is, its top left at
 * `at`; number 0: none. */
void gp_draw_mark(const gp_boards_picture *picture, gp_uncertainty uncertainty, uint32_t number,
                  gp_point at);
void gp_draw_mark_shape(gp_buffer *buffer, gp_uncertainty uncertainty, gp_point at, gp_point size);

/* Draws the curve across the columns of the three boards with their interventions on it, from
 * `top` on, and returns where its axis ends. NULL in sheet.buffer: only measures. */
gp_length gp_draw_curve(const gp_boards_picture *picture, gp_length top);

/* What stands under the curve on one board: its interventions, and the capabilities to identify,
 * develop and strengthen; where a list goes on in the next part its head stands there again. How
 * tall is that at least, in so many parts? */
gp_status gp_measure_board_lists(const gp_boards_picture *picture, const gp_board_column *column,
                                 uint32_t parts, gp_length *height);

/* Draws it in column->parts parts, each at most `height` tall; what has no room there goes on in
 * the last. Returns where the tallest ends through `foot`. */
gp_status gp_draw_board_lists(const gp_boards_picture *picture, const gp_board_column *column,
                              gp_length top, gp_length height, gp_length *foot);

/* One row or head of a list, `index` of its board's interventions or actions. */
typedef enum gp_board_block_kind {
    GP_BLOCK_HEAD, /* of the interventions */
    GP_BLOCK_INTERVENTION,
    GP_BLOCK_NOTHING,   /* there are none */
    GP_BLOCK_TRACK,     /* head of the track of action `index` */
    GP_BLOCK_CAPABILITY /* action `index` */
} gp_board_block_kind;
gp_length gp_board_block_height(const gp_boards_picture *picture, const gp_board_column *column,
                                gp_board_block_kind kind, uint32_t index);

/* Draws it within a part whose left is column->left; is_again: a head that stood before. */
void gp_draw_board_block(const gp_boards_picture *picture, const gp_board_column *column,
                         gp_board_block_kind kind, uint32_t index, bool is_again, gp_length top);

#endif
