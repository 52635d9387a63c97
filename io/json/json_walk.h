/* SPDX-License-Identifier: MIT
 * JSON text as it comes in: the strict walk over a window that moves, and what to do when the text
 * is not well formed. */
#ifndef GP_JSON_WALK_H
#define GP_JSON_WALK_H

#include "io/files/input.h"
#include "io/json/json_scan.h"

typedef struct gp_json_walk {
    gp_job *job;
    gp_input *input;
    gp_json_scan scan;
    bool is_stopped; /* after an error whose end cannot be told */
} gp_json_walk;

/* Where a walk is in its input. */
typedef struct gp_json_spot {
    uint64_t offset; /* in bytes */
    uint64_t line, column;
} gp_json_spot;

/* Prepares to walk over the input, some of which may have come in already. */
void gp_start_walk(gp_json_walk *walk, gp_job *job, gp_input *input);
void gp_end_walk(gp_json_walk *walk);

/* Where the walk is; goes on from a spot further on, in an input that can do that. */
gp_json_spot gp_walk_spot(const gp_json_walk *walk);
gp_status gp_walk_from(gp_json_walk *walk, gp_json_spot spot);

/* Moves the window on; what stands from the position on is kept. Errors, here and below: GP_IO,
 * GP_NO_MEMORY. */
gp_status gp_walk_on(gp_json_walk *walk);

/* Skips white space, across windows. *next is NUL at the end of the input. */
gp_status gp_walk_blank(gp_json_walk *walk, char *next);

/* Walks over a value; a broken one is reported (GP101) and skipped: it is not sound. */
gp_status gp_walk_value(gp_json_walk *walk, bool *is_sound);

/* Walks over a key and its colon; a broken one is reported, and the position stays before it. */
gp_status gp_walk_key(gp_json_walk *walk, bool *is_sound);

/* Skips a broken value: to the comma or bracket after it where brackets match up to there. Stops
 * the walk where they do not. */
gp_status gp_skip_broken(gp_json_walk *walk);

/* gp_report_wrong reports what the last step found wrong; gp_walk_refuse reports that the
 * character at the position may not stand there. */
gp_status gp_report_wrong(gp_json_walk *walk);
gp_status gp_walk_refuse(gp_json_walk *walk, gp_argument expected);

#endif
