/* SPDX-License-Identifier: MIT
 * Where the values of a record stand. A node of a record's tree carries the index of its entry
 * in `valueint`, whatever format it was read from. */
#ifndef GP_PLACE_H
#define GP_PLACE_H

#include "core/job.h"

/* A value, and the key before it (in a list: the value again). */
typedef struct gp_entry {
    gp_place key, value;
} gp_entry;

#endif
