/* SPDX-License-Identifier: MIT
 * What became of each step since an older version, for the pictures that are held against one: the
 * same words and the same signs in all of them. Private to render. */
#ifndef GP_OLDER_H
#define GP_OLDER_H

#include "render/sheet.h"

typedef enum gp_became {
    GP_BECAME_SAME,
    GP_BECAME_LATER,
    GP_BECAME_SOONER,
    GP_BECAME_SHIFTED, /* it begins on another day, and is ready on the same */
    GP_BECAME_NEW,
    GP_BECAME_GONE,
    GP_BECAME_REACHED, /* gone: the level is there now */
    GP_BECOMINGS
} gp_became;

/* What became of an activity, and where it stood. */
typedef struct gp_was {
    uint8_t became;    /* gp_became */
    uint32_t activity; /* of the older version; GP_NONE: it is new */
    gp_day start, ready;
    int32_t days; /* later is positive */
} gp_was;

/* Of an activity of the schedule that is drawn; older NULL: the same. */
gp_was gp_find_was(const gp_older *older, uint32_t activity);

/* Who is who, capabilities, interventions and what is missing alike: by id, and what was renamed by
 * what it is called now. GP_NONE: the other version has nothing of that name. */
typedef struct gp_kin {
    uint32_t *older; /* by symbol of what is drawn: that of the older version */
    uint32_t *heir;  /* by symbol of the older version: that of what is drawn */
} gp_kin;

/* Errors: GP_NO_MEMORY. Cost: O(V). */
gp_status gp_find_kin(gp_job *job, const gp_comparison *comparison, gp_kin *out);

/* An activity of the older version that is not there any more. */
typedef struct gp_gone {
    uint32_t activity; /* of the older version */
    uint8_t became;    /* GP_BECAME_GONE, GP_BECAME_REACHED */
} gp_gone;

typedef struct gp_gone_list {
    gp_gone *gone; /* by where they began, then by id, then by level */
    uint32_t count;
} gp_gone_list;

/* Those that the filter lets through; rests_on: only what that activity of the schedule that is
 * drawn rested on, GP_NONE: all. older NULL: none. Errors: GP_NO_MEMORY. Cost: O(V log V + E). */
gp_status gp_list_gone(gp_job *job, const gp_older *older, uint32_t rests_on, gp_gone_list *out);

/* How many of what is shown became what. */
typedef struct gp_tally {
    uint32_t counts[GP_BECOMINGS];
} gp_tally;

/* Did anything change? */
bool gp_has_changed(const gp_tally *tally);

/* Appends to a subtitle, with " · " before it: "against last-month.json: 12 later, 1 gone".
 * older NULL: nothing. */
void gp_add_older_words(gp_buffer *buffer, gp_language language, const gp_older *older,
                        const gp_tally *tally);

/* Appends what stands beside the sign of a step: "+45 d", "new"; nothing for one that is the same.
 */
void gp_add_became(gp_buffer *buffer, gp_language language, const gp_was *was);

/* What it is called in a key. */
const char *gp_became_words(gp_became became, gp_language language);

/* Appends to a tooltip, on a line of its own: where it stood, or that it is new. */
void gp_add_was(gp_buffer *buffer, gp_language language, const gp_was *was);

/* The sign of what something became, from left to right around y: an arrow for what moved, and in
 * the middle a cross with four equal arms (new), a saltire (gone) or a tick (reached), GP_SIGN
 * wide. How wide it is where it has the room that it likes. */
#define GP_SIGN GP_UNITS(8)
void gp_draw_sign(gp_buffer *buffer, gp_became became, gp_length left, gp_length right,
                  gp_length y);
gp_length gp_sign_width(gp_became became);

/* The outline of where something stood. */
void gp_draw_ghost(gp_buffer *buffer, gp_point at, gp_point size);

/* An arrow along y from where something stood to where it stands; less than its head: the head. */
void gp_draw_shift(gp_buffer *buffer, gp_length from, gp_length to, gp_length y);

/* A badge on the upper edge of a box whose upper right corner is at `corner`: the sign, an arrow
 * for what moved, and words. */
void gp_draw_badge(gp_buffer *buffer, gp_became became, const char *words, gp_point corner);

/* What a picture says that is held against an older version, beside the style of its view. */
extern const gp_style gp_older_style;

/* A ghost in a band of them: what is gone, with its name and when it was there. */
typedef struct gp_ghost {
    const char *element_id, *id, *name;
    const char *line; /* under the name, or "" */
    uint8_t became;   /* GP_BECAME_GONE, GP_BECAME_REACHED */
} gp_ghost;

/* Draws a band of ghosts in rows from the left margin, `width` wide, its top at `top`, and returns
 * where it ends; `top` where there are none. */
gp_length gp_draw_ghosts(const gp_sheet *sheet, gp_length top, gp_length width,
                         const gp_ghost *ghosts, uint32_t count);

#endif
