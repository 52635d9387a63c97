/* SPDX-License-Identifier: MIT
 * What a box of the development path says, how large that makes it, and how it is drawn.
 * Private to render. */
#ifndef GP_PATH_BOX_H
#define GP_PATH_BOX_H

#include "render/older.h"
#include "render/path_model.h"
#include "render/svg.h"
#include "render/texts.h"

typedef struct gp_box_text {
    gp_detail detail;            /* never GP_DETAIL_AUTO */
    const char *name;            /* whole */
    const char *tag;             /* kind, and stage or level */
    const char *lines[2];        /* dates; float and buffer */
    const char *late;            /* "310 days late · 15 cycles", or NULL */
    const char *brief;           /* in short: the day it is ready, and how late that is; or NULL */
    const char *behind[GP_WAYS]; /* "3 more", or NULL */
    gp_was was;                  /* what became of it since an older version */
    const char *badge;           /* "+45 d · was 2027-03-01"; NULL: it is the same */
    gp_text_line wrapped[GP_BOX_LINES];
    uint32_t wrapped_count;
    gp_point size;
} gp_box_text;

/* What the parts of a box take, in a detail. */
typedef struct gp_box_measures {
    gp_length least, most; /* widest and narrowest that its text can be */
    gp_length padding;     /* left and right of it */
    uint32_t line_max;     /* of a name; what is more becomes an ellipsis */
    gp_length name_down;   /* from the top to the base line above the name's first */
} gp_box_measures;
const gp_box_measures *gp_measures_of(gp_detail detail);
#define GP_NAME_STEP GP_UNITS(15)
#define GP_LINE_STEP GP_UNITS(13)
#define GP_LADDER_WIDTH (GP_PIP_STEP * GP_LEVEL_MAX + GP_UNITS(8))
#define GP_LATE_INDENT GP_UNITS(15) /* of the words beside a triangle */
#define GP_LATE_SIGN GP_UNITS(19)   /* what a triangle beside a name takes */

#define GP_BEHIND_STEP GP_UNITS(14)
#define GP_BEHIND_SIGN GP_UNITS(5) /* how wide the triangle is */
#define GP_BEHIND_GAP GP_UNITS(4)  /* beside it */

/* What lies behind a box: words, and how they are drawn, on the base line that `at` gives, for a
 * box whose left is at.x; the sign by itself, its tip at `at`. */
gp_status gp_write_behind(gp_buffer *scratch, gp_language language, const gp_path_box *box,
                          gp_box_text *text);
void gp_draw_behind_marks(gp_buffer *buffer, const gp_path_model *model, const gp_path_box *box,
                          const gp_box_text *text, gp_point at);
void gp_draw_behind_sign(gp_buffer *buffer, gp_path_way way, gp_point at);

/* Before the first date that it can be, where it rests on an unknown: "not before". */
#define GP_NOT_BEFORE_SIGN "\xE2\x89\xA5"

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

/* A line around the box that the picture is about. */
void gp_draw_halo(gp_buffer *buffer, gp_point at, gp_point size);

/* The ladder of levels: `had` are there already, one up to `step` is being added. */
void gp_draw_ladder(gp_buffer *buffer, gp_point at, uint32_t had, uint32_t step);

/* Class of a kind in the style sheet, its full name, and the level before an activity. */
const char *gp_box_class(gp_box_kind kind);
gp_word gp_box_word(gp_box_kind kind);
uint32_t gp_level_before(const gp_network *network, uint32_t activity);

#endif
