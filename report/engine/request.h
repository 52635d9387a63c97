/* SPDX-License-Identifier: MIT
 * What the page asks, as JSON. Private to the module. */
#ifndef GP_ENGINE_REQUEST_H
#define GP_ENGINE_REQUEST_H

#include "groeipad/change.h"
#include "groeipad/plan.h"

#include <stddef.h>

/* How the page was made. */
typedef struct engine_settings {
    gp_day status_date; /* GP_NO_DAY: that of the portfolio */
    gp_float_mode float_mode;
    const char *scenario; /* or NULL */
} engine_settings;

/* What is to be planned: {"portfolio": "TEXT", "settings": {...}}. Each request is `size` bytes
 * that may be written over, and ENGINE_PADDING NUL bytes after them.
 * Owner: the job. Errors: GP_INVALID (it is no such request), GP_NO_MEMORY. */
#define ENGINE_PADDING 64
typedef struct engine_opening {
    const char *portfolio;
    const char *original; /* what its files say, where it was changed; or NULL */
    engine_settings settings;
} engine_opening;
gp_status engine_read_opening(gp_job *job, char *text, size_t size, engine_opening *out);

/* What is to be changed: {"scenario": ID, "measures": [ID], "set": {TARGET: VALUE}, "require":
 * [TEXT], "drop": [TEXT]}, each as after the option of that name. Without "scenario" it is that of
 * the settings; null: none. Owner and errors: as above. */
gp_status engine_read_changes(gp_job *job, char *text, size_t size, const engine_settings *settings,
                              gp_changes *out);

#endif
