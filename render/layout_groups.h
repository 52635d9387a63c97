/* SPDX-License-Identifier: MIT
 * Boxes in frames: what belongs together stands together. Private to render. */
#ifndef GP_LAYOUT_GROUPS_H
#define GP_LAYOUT_GROUPS_H

#include "render/layout.h"

#define GP_FRAME_PADDING GP_UNITS(10)
#define GP_FRAME_HEAD GP_UNITS(26) /* above the boxes of a frame: its name */
#define GP_FRAME_GAP GP_UNITS(16)  /* between frames under each other */

typedef struct gp_frame {
    gp_point at, size;
} gp_frame;

typedef struct gp_frames {
    const uint32_t *group; /* in: by box */
    uint32_t count;        /* in: of groups; each has a box */
    bool is_in_sequence;   /* in: they stand in the order of their numbers */
    gp_frame *frames;      /* out, by group */
} gp_frames;

/* Places everything in frames that do not overlap, with nothing in them that is of another group;
 * arrows still lead to the right. Errors: GP_NO_MEMORY.
 * Cost: that of the layout of each frame, and GP_FRAME_TRIES * O(V + E). */
gp_status gp_lay_out_groups(gp_job *job, gp_layout *layout, gp_frames *frames);

/* Sets the column of every box: what is in one frame is spread over the columns, of which there are
 * `width` at most if the arrows allow. Boxes that no arrow joins stand where there is room.
 * Cost: O(V + E + groups * width). */
gp_status gp_spread_groups(gp_job *job, gp_layout *layout, const gp_frames *frames, uint32_t width);

/* An order of the groups in which those that arrows join are near each other: `order` gets the
 * groups from top to bottom. Cost: O(rounds * (groups log groups + arrows)). */
gp_status gp_order_groups(gp_job *job, const gp_layout *layout, const gp_frames *frames,
                          uint32_t *order);

#endif
