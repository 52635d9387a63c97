/* SPDX-License-Identifier: MIT
 * The changes that the files themselves hold: those of a scenario, and of measures. */
#ifndef GP_OVERLAY_OWN_H
#define GP_OVERLAY_OWN_H

#include "io/change/overlay.h"

/* The files, read once before the reading that is changed. */
typedef struct gp_own_changes {
    gp_job *job;                 /* its own: what is found there is found again */
    const gp_document *document; /* NULL: it could not be read, or it is not asked for */
    uint8_t *sources;            /* of its nodes, as the other job will number them */
} gp_own_changes;

/* Reads the files, where a scenario or a measure is asked for. Errors: GP_NO_MEMORY. */
gp_status gp_read_own_changes(gp_job *job, const gp_read_options *options,
                              const gp_version_files *version, gp_own_changes *out);

/* Adds the changes of the scenario and of the measures that are asked for, a layer each. A measure
 * that is not there is reported. */
gp_status gp_add_own_changes(gp_overlay *overlay, const gp_changes *changes,
                             const gp_own_changes *own);

/* Says how many sources come before the files in the other job. */
void gp_place_own_changes(const gp_own_changes *own, uint32_t before);

#endif
