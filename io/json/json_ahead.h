/* SPDX-License-Identifier: MIT
 * The second half of a long list, read ahead by a second thread. */
#ifndef GP_JSON_AHEAD_H
#define GP_JSON_AHEAD_H

#include "core/beside.h"
#include "io/json/json_list.h"

#include <stdatomic.h>

typedef enum gp_ahead_state {
    GP_AHEAD_UNTRIED,
    GP_AHEAD_READING, /* the thread runs, or has read its part */
    GP_AHEAD_OVER     /* not worth while, or taken over, or let go */
} gp_ahead_state;

/* Zero-initialise; end with gp_end_ahead. */
typedef struct gp_json_ahead {
    gp_ahead_state state;
    gp_beside beside;
    const gp_input *whole;
    const gp_read_options *options;
    const struct gp_overlay *overlay; /* changes what is read; or NULL */
    const gp_key *key;
    gp_take_tree *take;
    gp_json_spot from;       /* where the list was when the thread was started */
    gp_json_spot start, end; /* of the part that is read ahead; `end` is after the list */
    atomic_bool is_unwanted;
    gp_records *records; /* what it has read; NULL where there was something to say about it */
} gp_json_ahead;

/* To be called before each element of a list. Starts to read the second half ahead where that is
 * worth while. When the list comes to the place where reading ahead began, takes over what was
 * read there; the list has then ended, and *is_more becomes false. Errors: GP_NO_MEMORY, GP_IO. */
gp_status gp_look_ahead(gp_json_ahead *ahead, gp_json_reader *r, const gp_key *key,
                        gp_take_tree *take, bool *is_more);

void gp_end_ahead(gp_json_ahead *ahead);

#endif
