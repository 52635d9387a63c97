/* SPDX-License-Identifier: MIT
 * The parts of a development path that are put on one page: what the files that draw it
 * share. Private to render. */
#ifndef GP_PATH_PICTURE_H
#define GP_PATH_PICTURE_H

#include "render/layout_groups.h"
#include "render/path_box.h"
#include "render/sheet.h"

/* What a layout file says (render/path_memory.h). */
typedef struct gp_memory {
    gp_array *places; /* sorted by element id; NULL where the picture need not be stable */
    gp_length step;   /* from column to column; 0 where not known */
} gp_memory;

/* What the columns stand for, where they stand for rounds or years. */
typedef struct gp_period {
    gp_day from;    /* GP_NO_DAY: before the first round */
    uint32_t begin; /* boxes that begin in it */
    uint32_t live;  /* interventions that go live in it */
} gp_period;

typedef struct gp_periods {
    gp_period *periods; /* ascending; those in which something begins or goes live */
    uint32_t count;     /* 0: the columns are layers */
    uint32_t *of_box;   /* by founded box */
} gp_periods;

typedef struct gp_path_picture {
    gp_sheet sheet;
    const gp_path_model *model;
    gp_box_text *texts[GP_PARTS];
    gp_layout layouts[GP_PARTS];
    gp_frames frames;          /* of groups, around the first part; or none */
    gp_point origin[GP_PARTS]; /* where each part stands on the page */
    gp_length width;           /* of what stands between the margins */
    gp_memory memory;          /* where its boxes stood before */
    gp_periods periods;
} gp_path_picture;

/* Words and sizes of all boxes. */
gp_status gp_word_boxes(gp_path_picture *picture);

/* Places both parts, each from its own corner, and finds how wide the picture is. */
gp_status gp_place_parts(gp_path_picture *picture);

/* Places everything in the frames of its groups; draws these. Around the boxes of each go the two
 * below: a group with its name, which stands over the arrows that pass. */
gp_status gp_place_frames(gp_path_picture *picture);
void gp_draw_frames(const gp_path_picture *picture);
void gp_open_frame(const gp_path_picture *picture, uint32_t group);
void gp_close_frame(const gp_path_picture *picture, uint32_t group);

/* The title in full: the portfolio's, or "Development path of" an intervention. */
gp_status gp_write_title(const gp_path_picture *picture, const char **out);

/* The line under it: the status date, and how many of each kind there are. */
const char *gp_path_subtitle(const gp_path_picture *picture);

/* Draws the arrows and the boxes of a part at its origin. */
gp_status gp_draw_part(const gp_path_picture *picture, gp_part part);

/* Places a part: what is connected through gp_lay_out, what stands alone in rows no wider
 * than `width` below it. */
gp_status gp_place_part(gp_path_picture *picture, gp_part part, gp_length width);

/* Draws the band of what is gone since an older version from `top`, which goes down by that. */
gp_status gp_draw_path_gone(const gp_path_picture *picture, gp_length *top);

/* Finds the periods that the view asks for. Errors: GP_INVALID (GP807: there are no rounds). */
gp_status gp_find_periods(gp_path_picture *picture);

/* Draws what lies behind the columns of founded boxes, from `top` to `foot`, with the heading of
 * each period. */
#define GP_PERIOD_HEAD GP_UNITS(54)
void gp_draw_periods(const gp_path_picture *picture, gp_length top, gp_length foot);

/* Places the boxes that are alone in rows below what is placed already; those whose place is
 * known keep it. */
gp_status gp_fill_rows(gp_job *job, gp_layout *layout, gp_length width);

/* Draws the legend of what occurs in the picture with its top at `top`, and returns where it
 * ends. */
gp_length gp_draw_legend(const gp_path_picture *picture, gp_length top);

/* Draws a text in lines no wider than the picture and returns where it ends. */
gp_length gp_draw_paragraph(const gp_path_picture *picture, gp_font font, gp_length top,
                            const char *text);

/* How many boxes of each kind there are, and how many interventions are late. */
typedef struct gp_path_counts {
    uint32_t kinds[GP_BOX_KINDS];
    uint32_t late;
} gp_path_counts;
gp_path_counts gp_count_boxes(const gp_path_picture *picture);

#endif
