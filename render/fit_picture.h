/* SPDX-License-Identifier: MIT
 * Need against experience as a picture: what the files that draw it share. Private to render. */
#ifndef GP_FIT_PICTURE_H
#define GP_FIT_PICTURE_H

#include "groeipad/citizens.h"
#include "groeipad/filter.h"
#include "render/sheet.h"

#define GP_FIT_ANSWERS_MAX 8 /* interventions named beside a fit; of more, how many there are */

typedef struct gp_fit_picture {
    gp_sheet sheet;
    gp_fits fits;
    gp_length left; /* of the panel that is drawn */
} gp_fit_picture;

/* Where need and experience are drawn: the axis of one row, its middle at y. */
typedef struct gp_fit_axis {
    gp_length left, width, y;
} gp_fit_axis;

/* What is drawn: the sample of the key, and the real thing. */
typedef enum gp_fit_sign {
    GP_FIT_TOO_LITTLE, /* a triangle that points to more */
    GP_FIT_TOO_MUCH,   /* one that points to less */
    GP_FIT_WRONG_WAY,  /* a cross */
    GP_FIT_NO_GAP,     /* two lines */
    GP_FIT_UNKNOWN     /* an empty square */
} gp_fit_sign;
gp_fit_sign gp_fit_sign_of(const gp_reading *reading);
const char *gp_fit_sign_words(gp_fit_sign sign, gp_language language);

/* A sign in a square of GP_SIGN_SIZE with its lower left corner at `at`. */
void gp_draw_fit_sign(gp_buffer *buffer, gp_fit_sign sign, gp_point at);

/* The arrow of an intervention to the gap that it answers, its lower left corner at `at`. */
void gp_draw_answer(gp_buffer *buffer, gp_point at);

/* The marks of need (a diamond) and experience (a disc), their middle at `at`. */
void gp_draw_need(gp_buffer *buffer, gp_point at, bool is_earlier);
void gp_draw_experience(gp_buffer *buffer, gp_point at, bool is_earlier);

/* The readings of a fit on its axis: earlier ones small and faint above it, the newest as two
 * marks with a line between them. */
void gp_draw_readings(const gp_fit_picture *picture, const gp_fit *fit, const gp_fit_axis *axis);

/* One row of a panel with its top at `top`; `number`: of the fit. Returns where it ends. */
gp_length gp_draw_fit_row(const gp_fit_picture *picture, uint32_t number, gp_length top);

/* Leaves only the fits that an intervention which passes does something about; filter NULL: all.
 * Errors: GP_NO_MEMORY. */
gp_status gp_filter_fits(const gp_sheet *sheet, const gp_filter *filter, gp_fits *fits);

/* "fit" with the ids of dimension, segment and situation, escaped: an element id. */
const char *gp_fit_element(const gp_sheet *sheet, const char *prefix, const gp_fit *fit);

#endif
