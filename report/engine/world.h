/* SPDX-License-Identifier: MIT
 * The portfolio with some changes, planned. Private to the module. */
#ifndef GP_ENGINE_WORLD_H
#define GP_ENGINE_WORLD_H

#include "groeipad/io.h"
#include "report/engine/request.h"

typedef struct engine_world {
    gp_changes changes; /* what makes it */
    gp_job *job;        /* that made it, with the sources of its places */
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_schedule *schedule;
} engine_world;

/* What all worlds are made of. */
typedef struct engine_ground {
    const gp_document *document; /* as written */
    const gp_document *original; /* what the files say, where that is something else; or NULL */
    engine_settings settings;
} engine_ground;

/* Reads the document with the changes of the world and plans it; nothing is checked that planning
 * does not need. Where it fails the findings of the job say why.
 * Owner: the job; the changes must live as long. Errors: GP_INVALID, GP_NO_MEMORY. */
gp_status engine_make_world(gp_job *job, const engine_ground *ground, engine_world *world);

/* The same with all that there is to say about it, sorted. */
gp_status engine_check_world(gp_job *job, const engine_ground *ground, engine_world *world);

/* What moved between two worlds, and why. Owner: the job. Errors: GP_NO_MEMORY. */
gp_status engine_compare_worlds(gp_job *job, const engine_ground *ground, const engine_world *old,
                                const engine_world *now, const gp_comparison **out);

#endif
