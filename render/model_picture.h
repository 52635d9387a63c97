/* SPDX-License-Identifier: MIT
 * The growth model as an overview: what the files that draw it share. Private to render. */
#ifndef GP_MODEL_PICTURE_H
#define GP_MODEL_PICTURE_H

#include "groeipad/boards.h"
#include "groeipad/citizens.h"
#include "render/sheet.h"

/* The three pillars, in the order in which the white paper goes down them. */
typedef enum gp_pillar { GP_PILLAR_NEEDS, GP_PILLAR_CYCLE, GP_PILLAR_TRACKS } gp_pillar;
#define GP_PILLARS 3

#define GP_PILLAR_PADDING GP_UNITS(14)
#define GP_PILLAR_STEP GP_UNITS(18)
#define GP_MODEL_DIMENSIONS_MAX 12 /* shown; of more, how many there are */
#define GP_URGENT_HEIGHT GP_UNITS(104)

/* What one track asks of capabilities, each counted once whatever the boards that ask. */
typedef struct gp_track_counts {
    uint32_t count, behind;
    gp_day begin_by; /* the first; GP_NO_DAY: none */
} gp_track_counts;

typedef struct gp_model_picture {
    gp_sheet sheet;
    const gp_filter *filter;
    gp_fits fits;
    gp_boards boards;
    gp_track_counts tracks[GP_TRACK_COUNT];
    uint32_t late[GP_BOARD_COUNT]; /* interventions that are late, by stage */
    uint32_t missing;              /* capabilities that are described nowhere */
} gp_model_picture;

/* Counts what the pillars show. Errors: GP_NO_MEMORY. Cost: gp_find_fits and gp_find_boards. */
gp_status gp_count_model(gp_model_picture *picture);

/* Draws what a pillar counts between `left` and `left + width`, from `top` on; returns its end. */
gp_length gp_draw_pillar(const gp_model_picture *picture, gp_pillar pillar, gp_length left,
                         gp_length width, gp_length top);

/* Draws the most urgent finding of a pillar in a box GP_URGENT_HEIGHT tall. */
void gp_draw_urgent(const gp_model_picture *picture, gp_pillar pillar, gp_point at,
                    gp_length width);

#endif
