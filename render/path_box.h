/* SPDX-License-Identifier: MIT
 * What a box of the development path says, how large that makes it, and how it is drawn.
 * Private to render. */
#ifndef GP_PATH_BOX_H
#define GP_PATH_BOX_H

#include "render/path_model.h"
#include "render/svg.h"
#include "render/texts.h"

typedef struct gp_box_text {
    const char *name;     /* whole */
    const char *tag;      /* kind, and stage or level */
    const char *lines[2]; /* dates; float and buffer */
    const char *late;     /* "310 days late · 15 cycles", or NULL */
    gp_text_line wrapped[GP_BOX_LINES];
    uint32_t wrapped_count;
    gp_point size;
} gp_box_text;

/* Words and sizes of all boxes of a part (array of box_count). All boxes of a picture are as
 * wide as the widest text in them needs: call gp_box_text_width over every part first. */
gp_status gp_write_boxes(gp_job *job, const gp_path_model *model, const gp_path_part *part,
                         gp_box_text **out);
gp_length gp_box_text_width(const gp_box_text *texts, uint32_t count);
void gp_size_boxes(gp_box_text *texts, const gp_path_part *part, gp_length text_width);

/* Draws a box with its upper left corner at `at`. */
void gp_draw_box(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                 const gp_box_text *text, gp_point at);

/* The outline of a kind of box, for the legend too. */
void gp_draw_outline(gp_buffer *buffer, gp_box_kind kind, gp_point at, gp_point size);

/* The ladder of levels: `had` are there already, one up to `step` is being added. */
void gp_draw_ladder(gp_buffer *buffer, gp_point at, uint32_t had, uint32_t step);

/* Class of a kind in the style sheet, its full name, and the level before an activity. */
const char *gp_box_class(gp_box_kind kind);
gp_word gp_box_word(gp_box_kind kind);
uint32_t gp_level_before(const gp_network *network, uint32_t activity);

#endif
