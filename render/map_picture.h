/* SPDX-License-Identifier: MIT
 * The capability map as a picture: what is in it, how it is laid out, and how a box is drawn.
 * Private to render. */
#ifndef GP_MAP_PICTURE_H
#define GP_MAP_PICTURE_H

#include "groeipad/map.h"
#include "render/older.h"
#include "render/sheet.h"

/* From this depth on boxes lie flat in the one that they are part of. */
#define GP_MAP_DEPTH_MAX 5

/* Room in and between boxes. */
#define GP_MAP_GAP GP_UNITS(6)
#define GP_MAP_PADDING GP_UNITS(7)
#define GP_MAP_LID GP_UNITS(22)      /* the lid of a frame with its name on one line */
#define GP_MAP_LID_STEP GP_UNITS(15) /* and each line more */
#define GP_MAP_LID_LINES 2
#define GP_MAP_INSET GP_UNITS(7) /* of what a box says */
#define GP_MAP_SIGN GP_UNITS(11)

/* ---- what is in it ---- */

/* A box, or a frame with boxes in it. The frames in a frame come before the boxes in it; else the
 * order is that of the file. Nodes stand after what they are in; the first is the whole. */
typedef struct gp_map_node {
    uint32_t row;        /* of the map; GP_NONE: a group that is no capability */
    const char *name;    /* whole */
    uint32_t depth;      /* 0: the whole */
    uint32_t parent;     /* node */
    uint32_t frame, box; /* the first frame and the first box in it, or GP_NONE */
    uint32_t next;       /* the next of the same kind in the same frame, or GP_NONE */
    uint32_t box_count;
    uint32_t lid_lines;   /* of a frame: how many its name takes, 0: it has no lid */
    uint32_t tail;        /* of the whole: a frame below everything, or GP_NONE */
    bool ends_row;        /* of a frame: the next begins a row */
    gp_length row_height; /* all rows of frames together, with the gaps between */
    gp_point least;       /* as small as it can be */
    gp_point at, size;    /* where it stands on a panel */
} gp_map_node;

/* What became of a capability since an older version. */
typedef struct gp_map_was {
    gp_was was;        /* of its step that moved most */
    const char *words; /* "+45 d", "new", "reached"; "": it is the same */
    const char *more;  /* " · was 2027-03-01", or "" */
} gp_map_was;

typedef struct gp_map_picture {
    gp_sheet sheet;
    const gp_map_view *view;
    gp_map map;
    gp_map_node *nodes;
    uint32_t node_count;
    uint32_t flat_count; /* boxes that would lie deeper than GP_MAP_DEPTH_MAX */
    bool is_compact;     /* several panels: names and marks only */
    gp_point box;        /* size of a box */
    gp_length pips;      /* width of the pips in a box: as many as any has */
    uint32_t pip_count;
    uint32_t name_lines;    /* that a box has room for */
    uint32_t panel_columns; /* panels beside each other */
    gp_length panel_head;   /* room above each */
    struct gp_map_kinds *kinds;
    gp_map_was *was;    /* by row; NULL: there is no older version */
    gp_length was_room; /* what it takes of the height of a box */
    gp_ghost *ghosts;   /* capabilities that are gone */
    uint32_t ghost_count;
    gp_tally tally; /* of capabilities */
    bool has_changed;
} gp_map_picture;

static inline const gp_map_state *gp_map_state_of(const gp_map_picture *picture, uint32_t row,
                                                  uint32_t panel)
{
    return &picture->map.states[(size_t)row * picture->map.date_count + panel];
}

/* Finds what became of every row since the older version, and what is gone. Errors: GP_NO_MEMORY.
 * Cost: O(V log V + E). */
gp_status gp_find_map_was(gp_map_picture *picture);

/* What it says on the lid of a frame, and how wide that is; how it is drawn on the last line of a
 * box that ends at `foot`, and before `right` on a lid. Nothing of what is the same. */
gp_length gp_map_was_width(const gp_map_picture *picture, const gp_map_node *node);
void gp_draw_map_was(const gp_map_picture *picture, const gp_map_node *node, gp_point foot,
                     gp_length width);
void gp_draw_map_lid_was(const gp_map_picture *picture, const gp_map_node *node, gp_point right);
bool gp_is_map_row_same(const gp_map_picture *picture, const gp_map_node *node);

/* Makes the nodes: by parent, or by owner or tag. Errors: GP_NO_MEMORY. Cost: O(rows). */
gp_status gp_make_map_nodes(gp_map_picture *picture);

/* ---- where it stands ---- */

/* Chooses the size of boxes, then the width of every frame and of the whole, then places all on a
 * panel. Cost: O(nodes log width). */
void gp_size_map_boxes(gp_map_picture *picture);
void gp_pack_map(gp_map_picture *picture);
void gp_place_map(gp_map_picture *picture);

/* What the layout and the drawing share: the name in a box; how many boxes stand beside each other;
 * the lid of a frame, and what its name has room for. */
gp_font gp_map_name_font(const gp_map_picture *picture);
gp_font gp_map_lid_font(const gp_map_picture *picture);
gp_length gp_map_name_step(const gp_map_picture *picture);
uint32_t gp_map_columns(const gp_map_picture *picture, uint32_t count, gp_length width);
gp_length gp_map_lid_height(const gp_map_node *node);
gp_length gp_map_lid_room(const gp_map_picture *picture, const gp_map_node *node, gp_length width);

uint32_t gp_map_count_lid_lines(const gp_map_picture *picture, const gp_map_node *node,
                                gp_length width);

/* Does a node hold others? */
static inline bool gp_is_frame(const gp_map_node *node)
{
    return node->frame != GP_NONE || node->box != GP_NONE;
}

/* ---- what its colours say ---- */

/* Shapes that say what the colour says. */
typedef enum gp_map_sign {
    GP_SIGN_NO_SHAPE,
    GP_SIGN_CHECK,
    GP_SIGN_RING,
    GP_SIGN_DISC,
    GP_SIGN_HALF,
    GP_SIGN_DIAMOND,
    GP_SIGN_TRIANGLE,
    GP_SIGN_QUESTION,
    GP_SIGN_CROSS,
    GP_SIGN_BARS_0, /* of three bars so many are full */
    GP_SIGN_BARS_1,
    GP_SIGN_BARS_2,
    GP_SIGN_BARS_3,
    GP_SIGN_NUMBER /* gp_map_kind.number */
} gp_map_sign;

/* One of the things that a box can be, by the colouring that was asked for. */
typedef struct gp_map_kind {
    const char *class_name;
    const char *words;
    const char *more; /* what the legend adds to them, or NULL */
    gp_map_sign sign;
    uint32_t number;
} gp_map_kind;

typedef struct gp_map_kinds {
    const gp_map_kind *kinds;
    uint32_t count;
    uint32_t *owner_kind; /* by row, colouring by owner */
    uint32_t *counts;     /* by panel, `count` of each */
    uint32_t *in_all;     /* by kind, over all panels */
} gp_map_kinds;

/* Which kinds there are, and how many of each on every panel. Errors: GP_NO_MEMORY. */
gp_status gp_find_map_kinds(gp_map_picture *picture);

/* The kind of a row on a panel. */
uint32_t gp_map_kind_of(const gp_map_picture *picture, uint32_t row, uint32_t panel);

/* What a colouring is called, and what it calls one of its kinds; not for owners, which are what
 * they are called. */
const char *gp_map_colour_words(gp_map_colour colour, gp_language language);
const char *gp_map_kind_words(gp_map_colour colour, uint32_t kind, gp_language language);

/* Who owns a row; NULL: nobody. */
const char *gp_map_owner_of(const gp_map_picture *picture, uint32_t row);

extern const gp_style gp_map_style;

/* ---- drawing ---- */

void gp_draw_map_sign(gp_buffer *buffer, gp_point at, gp_map_sign sign, uint32_t number);

/* Pips: so many are there, asked by now, asked in all, of so many that there could be. */
typedef struct gp_map_pips {
    uint32_t there, asked, in_all, count;
} gp_map_pips;
void gp_draw_map_pips(gp_buffer *buffer, gp_point at, const gp_map_pips *pips);

/* Draws a node on a panel whose upper left corner is at `origin`. */
void gp_draw_map_node(const gp_map_picture *picture, const gp_map_node *node, uint32_t panel,
                      gp_point origin);

/* Draws the legend and returns where it ends. */
gp_length gp_draw_map_legend(const gp_map_picture *picture, gp_length top);

/* What a box says on its last line, of a row on a panel. "" where memory ran out. */
const char *gp_map_detail(const gp_map_picture *picture, uint32_t row, uint32_t panel);

/* Appends the tooltip of a row on a panel. */
void gp_add_map_tooltip(const gp_map_picture *picture, uint32_t row, uint32_t panel);

#endif
