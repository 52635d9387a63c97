/* SPDX-License-Identifier: MIT
 * A part of the report, by its name, about the portfolio as it would be. Private to the module. */
#ifndef GP_ENGINE_ANSWER_H
#define GP_ENGINE_ANSWER_H

#include "report/engine/world.h"

/* What is asked about. */
typedef struct engine_worlds {
    const engine_ground *ground;
    const engine_world *base;   /* as the portfolio was written */
    const engine_world *now;    /* with the changes that were made last */
    const engine_world *failed; /* with changes after which there is no plan; NULL: all went well */
} engine_worlds;

/* Makes it. Owner: the job; the worlds must live as long. Errors: GP_WRONG_OPTION (no such part),
 * GP_NO_MEMORY. */
gp_status engine_answer(gp_job *job, const engine_worlds *worlds, const char *name, gp_output *out);

#endif
