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
    gp_length left, width;
} gp_board_column;

typedef struct gp_boards_picture {
    gp_sheet sheet;
    const gp_filter *filter;
    gp_boards boards;
    gp_board_column columns[GP_BOARD_COUNT]; /* explore, develop, exploit, no stage */
    gp_length mark_width;                    /* of all marks: their numbers fit */
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

/* Draws what stands under the curve on one board: its interventions, and the capabilities to
 * identify, develop and strengthen. Returns where that ends. */
gp_length gp_draw_board_lists(const gp_boards_picture *picture, const gp_board_column *column,
                              gp_length top);

/* The interventions alone; the actions alone, in a column of their own. */
gp_length gp_draw_board_interventions(const gp_boards_picture *picture,
                                      const gp_board_column *column, gp_length top);
gp_length gp_draw_board_actions(const gp_boards_picture *picture, const gp_board_column *column,
                                gp_length top);

#endif
