/* SPDX-License-Identifier: MIT
 * Every colour and size of the pictures. Lengths are whole tenths of a unit, a unit being one
 * CSS pixel: integers, so that no machine rounds differently. Private to render. */
#ifndef GP_THEME_H
#define GP_THEME_H

#include "core/job.h"
#include "groeipad/render.h"

typedef int64_t gp_length;
#define GP_UNITS(units) ((gp_length)(units)*10)

/* What a colour is for; the table in theme.c has its value in every scheme. */
typedef enum gp_colour {
    GP_COLOUR_NONE,
    GP_COLOUR_PAGE,
    GP_COLOUR_PANEL,
    GP_COLOUR_INK,
    GP_COLOUR_MUTED,
    GP_COLOUR_ARROW,
    GP_COLOUR_INTERVENTION,
    GP_COLOUR_INTERVENTION_LINE,
    GP_COLOUR_REQUESTED,
    GP_COLOUR_REQUESTED_LINE,
    GP_COLOUR_PREREQUISITE,
    GP_COLOUR_PREREQUISITE_LINE,
    GP_COLOUR_UNFOUNDED,
    GP_COLOUR_UNFOUNDED_LINE,
    GP_COLOUR_MISSING,
    GP_COLOUR_MISSING_LINE,
    GP_COLOUR_CLASH,
    GP_COLOUR_CLASH_TEXT,
    GP_COLOUR_GRID,
    GP_COLOUR_MAP_1, /* levels of the map, more and more */
    GP_COLOUR_MAP_2,
    GP_COLOUR_MAP_3,
    GP_COLOUR_MAP_4,
    GP_COLOUR_MAP_5,
    GP_COLOUR_HEAT_1, /* worse and worse */
    GP_COLOUR_HEAT_2,
    GP_COLOUR_HEAT_3,
    GP_COLOUR_HUE_GREEN,
    GP_COLOUR_HUE_VIOLET,
    GP_COLOURS
} gp_colour;

typedef enum gp_scheme { GP_SCHEME_LIGHT, GP_SCHEME_DARK, GP_SCHEME_PRINT, GP_SCHEMES } gp_scheme;

/* 0xRRGGBB of a colour in a scheme. */
uint32_t gp_colour_value(gp_colour colour, gp_scheme scheme);

/* The scheme of a theme that is not overruled by the reader's screen. */
gp_scheme gp_scheme_of(gp_theme theme);

/* Fill and text of a pair that must be readable together, for the tests of contrast. */
typedef struct gp_contrast {
    gp_colour text, ground;
} gp_contrast;
const gp_contrast *gp_contrasts(size_t *count);

/* A selector with the colours of its fill and its stroke. */
typedef struct gp_style_rule {
    const char *selector;
    gp_colour fill, stroke;
} gp_style_rule;

/* What a view adds to the style sheet that all pictures share: colours, and rules that are the
 * same in both schemes. */
typedef struct gp_style {
    const gp_style_rule *rules;
    size_t rule_count;
    const char *shapes;
    const struct gp_style *next; /* another beside it, or NULL */
} gp_style;

/* Appends the style sheet of a picture: the schemes of its theme, with what its view adds (own and
 * more; NULL: nothing); on paper A3, on its short side for a tall picture. */
void gp_add_style(gp_buffer *buffer, gp_theme theme, const gp_style *own, const gp_style *more,
                  bool is_tall);

typedef enum gp_font {
    GP_FONT_TITLE,
    GP_FONT_SUBTITLE,
    GP_FONT_NAME,
    GP_FONT_TAG,
    GP_FONT_LINE,
    GP_FONT_CLASH,
    GP_FONT_CAPTION,
    GP_FONT_LABEL, /* beside or in a bar */
    GP_FONT_GAP,   /* beside a gap */
    GP_FONTS
} gp_font;

/* Size of a font in tenths, and whether it is bold; its class in the style sheet. */
typedef struct gp_font_row {
    const char *name;
    gp_length size;
    bool is_bold;
} gp_font_row;
const gp_font_row *gp_font_of(gp_font font);

#define GP_MARGIN GP_UNITS(28)
#define GP_BOX_PADDING GP_UNITS(11)
#define GP_BOX_TEXT_MIN GP_UNITS(170) /* widest and narrowest that a box's text can be */
#define GP_BOX_TEXT_MAX GP_UNITS(230)
#define GP_BOX_LINES 3 /* of a name; what is more becomes an ellipsis */
#define GP_CLASH_BAND GP_UNITS(18)
#define GP_CORNER_ROUND GP_UNITS(14)
#define GP_CORNER_CUT GP_UNITS(9)
#define GP_PIP GP_UNITS(6) /* the ladder of levels in a box */
#define GP_PIP_STEP GP_UNITS(8)
#define GP_COLUMN_GAP GP_UNITS(50)
#define GP_ROW_GAP GP_UNITS(11)
#define GP_ARROW_HEAD GP_UNITS(10)
#define GP_PICTURE_WIDTH_MIN GP_UNITS(760) /* room for title and legend */

#endif
