/* SPDX-License-Identifier: MIT
 * A search for the nearest text, one candidate at a time. */
#ifndef GP_NEAREST_H
#define GP_NEAREST_H

#include "core/job.h"

typedef struct gp_nearest {
    const char *text;
    size_t size;
    unsigned limit;   /* only a candidate at most this far away is nearer */
    bool is_over;     /* the text itself was found, or it is too long to search for */
    const char *best; /* or NULL */
} gp_nearest;

void gp_start_nearest(gp_nearest *search, const char *text);
void gp_try_nearest(gp_nearest *search, const char *candidate);

#endif
