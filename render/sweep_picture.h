/* SPDX-License-Identifier: MIT
 * What the picture of a sweep is made of: lines, where the values stand, and panels. Private to
 * render. */
#ifndef GP_SWEEP_PICTURE_H
#define GP_SWEEP_PICTURE_H

#include "groeipad/compare.h"
#include "render/sheet.h"

/* An intervention that is late with one of the values at least. */
typedef struct gp_sweep_line {
    uint32_t intervention; /* in gp_sweep.symbols */
    int64_t late_days;     /* with all values together */
} gp_sweep_line;

typedef struct gp_sweep_picture {
    gp_sheet sheet;
    const gp_sweep *sweep;
    const gp_sweep_line *lines; /* what is drawn: most days late first */
    uint32_t line_count;
    uint32_t late_count;        /* those that are late, drawn or not */
    int32_t most;               /* days late of any point that is drawn */
    const gp_sweep_axis *along; /* the axis that lies along the panels: the last */
    uint32_t panel_count;       /* one for each value of the other axis; 1 where there is none */
    const gp_length *places;    /* of the file as it is, and of each value after it */
    bool is_to_scale;
    gp_length plot_width, plot_height;
} gp_sweep_picture;

/* Finds the lines. Errors: GP_NO_MEMORY. Cost: O(n log n + n * values). */
gp_status gp_find_sweep_lines(gp_sweep_picture *picture, const gp_filter *filter);

/* Where the values stand: durations that only get longer or only shorter at a distance that says
 * how much, where all have room; else evenly. Errors: GP_NO_MEMORY. */
gp_status gp_place_sweep_values(gp_sweep_picture *picture);

/* The row of a panel at a place; 0 is the file as it is, which is the first point of each. */
const gp_sweep_row *gp_sweep_row_at(const gp_sweep_picture *picture, uint32_t panel,
                                    uint32_t place);

/* A line with its marks in the dashes and shapes of its number. points: `count` of them; where
 * is_there is false the line is broken. */
void gp_draw_sweep_line(gp_buffer *buffer, uint32_t number, const gp_point *points,
                        const bool *is_there, uint32_t count);

/* Moves what wants to stand at `wanted`, ascending, as little as makes it stand `step` apart
 * between `first` and `last`, where there is room for all of it. */
void gp_spread_labels(gp_length *wanted, uint32_t count, gp_length step, gp_length first,
                      gp_length last);

/* A panel with its upper left corner at `at`. */
#define GP_SWEEP_LABELS GP_UNITS(320) /* beside a plot: names at the ends of the lines */
#define GP_SWEEP_DAYS GP_UNITS(46)    /* and before it: the days of its axis */
#define GP_SWEEP_HEAD GP_UNITS(44)    /* above it */
#define GP_SWEEP_FOOT GP_UNITS(40)    /* below it: the values */
#define GP_SWEEP_LABEL_STEP GP_UNITS(15)
void gp_draw_sweep_panel(const gp_sweep_picture *picture, uint32_t panel, gp_point at);

#endif
