/* SPDX-License-Identifier: MIT
 * Where the values of a record stand. A node of a record's tree carries the index of its entry
 * in `valueint`, whatever format it was read from. */
#ifndef GP_PLACE_H
#define GP_PLACE_H

#include "core/job.h"

/* Where in its source; made for every value, while a gp_place is made for few. */
typedef struct gp_spot {
    uint32_t line, column; /* as in gp_place */
} gp_spot;

/* The place of a spot in an input. */
static inline gp_place gp_place_in(uint32_t source, gp_spot spot)
{
    return gp_place_at(source, spot.line, spot.column);
}

/* A value, and the key before it (in a list: the value again). */
typedef struct gp_entry {
    gp_spot key, value;
    uint32_t size; /* of a text: its bytes */
} gp_entry;

#endif
