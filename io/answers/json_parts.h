/* SPDX-License-Identifier: MIT
 * The parts that the JSON documents share: how they open and close, a step, a path, the
 * findings. Private to io. */
#ifndef GP_JSON_PARTS_H
#define GP_JSON_PARTS_H

#include "groeipad/io.h"
#include "io/json/json_write.h"

/* Starts a document; portfolio NULL where none could be made. NULL when memory ran out. */
gp_json *gp_json_document(gp_job *job, const char *command, const gp_portfolio *portfolio);

/* Ends the document with the job's findings. */
gp_status gp_json_finish(gp_job *job, gp_json *json, gp_language language, gp_output *out);

/* {"id", "level"}, or null for GP_NONE. */
void gp_json_step(gp_json *json, const gp_network *network, uint32_t activity);

/* "key": [STEP...]. */
void gp_json_add_steps(gp_json *json, const char *key, const gp_network *network,
                       const uint32_t *activities, uint32_t count);

/* "elapsed": {...}. */
void gp_json_add_elapsed(gp_json *json, const gp_elapsed *elapsed);

/* "critical_path_after": {"intervention", "steps"}: what comes before the path as it is told, or
 * null where it is told from its first step. */
void gp_json_add_after(gp_json *json, const gp_network *network, const gp_path *path);

/* "level": 2, or null where there is none. */
void gp_json_add_level(gp_json *json, uint8_t level);

/* "key": [, and what is in the list follows. */
void gp_json_open_list(gp_json *json, const char *key);

#endif
