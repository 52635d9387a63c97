/* SPDX-License-Identifier: MIT
 * What each activity is in the whole portfolio, whatever part of it a picture shows. Private to
 * render. */
#ifndef GP_PATH_KINDS_H
#define GP_PATH_KINDS_H

#include "core/job.h"
#include "groeipad/render.h"

typedef enum gp_box_kind {
    GP_BOX_INTERVENTION,
    GP_BOX_REQUESTED,
    GP_BOX_PREREQUISITE,
    GP_BOX_UNFOUNDED,
    GP_BOX_MISSING,
    GP_BOX_REFERENCE, /* stands in the band below for a box of the picture above it */
    GP_BOX_KINDS
} gp_box_kind;

/* By activity. */
typedef struct gp_path_kinds {
    const uint8_t *kind;        /* gp_box_kind, never GP_BOX_REFERENCE */
    const uint8_t *is_founded;  /* an intervention rests on it, or it is one */
    const uint8_t *is_option;   /* only alternatives that were not chosen lead on from it */
    const uint8_t *is_critical; /* on the path that fixes the date of `one`; without one: no
                                   buffer, and founded. Never an option */
} gp_path_kinds;

/* one: the activity whose path is critical, or GP_NONE. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_find_path_kinds(gp_job *job, const gp_schedule *schedule, uint32_t one,
                             gp_path_kinds *out);

#endif
