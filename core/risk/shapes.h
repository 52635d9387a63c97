/* SPDX-License-Identifier: MIT
 * One table of chances for all estimates of the same shape: portfolios have few. Private to core.
 */
#ifndef GP_SHAPES_H
#define GP_SHAPES_H

#include "core/risk/chances.h"

typedef struct gp_shapes gp_shapes;

/* For at most so many estimates. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_new_shapes(gp_job *job, uint32_t most, gp_shapes **out);

/* gp_make_chances, or what it made of the same shape before. */
gp_status gp_share_chances(gp_job *job, gp_shapes *shapes, const gp_shape *shape, gp_chances *out);

#endif
