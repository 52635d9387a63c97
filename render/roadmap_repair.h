/* SPDX-License-Identifier: MIT
 * What was decided, as the roadmap finds it at its steps. Private to render. */
#ifndef GP_ROADMAP_REPAIR_H
#define GP_ROADMAP_REPAIR_H

#include "render/roadmap.h"

/* A choice that touches a record. */
typedef struct gp_road_touch {
    uint32_t choice;
    uint8_t level; /* of the step; 0: all of its steps */
    uint32_t next; /* of the same record, a later choice; GP_NONE: none */
} gp_road_touch;

typedef struct gp_road_repair {
    const gp_repaired *asked;
    const gp_repair_live **lives; /* by intervention of what is drawn; NULL: was not asked for */
    gp_array touches;             /* gp_road_touch */
    uint32_t *now, *then; /* by symbol of what is drawn, and of the plan before: the first touch */
} gp_road_repair;

#endif
