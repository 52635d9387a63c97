/* SPDX-License-Identifier: MIT
 * The parts that make gp_fits. Private to core. */
#ifndef GP_FIT_H
#define GP_FIT_H

#include "core/job.h"
#include "groeipad/citizens.h"

/* The measurements as fits: readings and trend; nothing about interventions yet. */
gp_status gp_group_readings(gp_job *job, const gp_portfolio *portfolio, gp_fit **fits,
                            uint32_t *count);

/* Aims sorted by dimension, those of one dimension in the order of the file. */
typedef struct gp_aims_by_dimension {
    const uint32_t *aims;  /* indices into gp_fits.aims */
    const uint32_t *first; /* aims[first[d] .. first[d + 1]) */
} gp_aims_by_dimension;

/* Fills the aims of the interventions in: all but their outcomes. */
gp_status gp_list_aims(gp_job *job, const gp_portfolio *portfolio, gp_fits *fits,
                       gp_aims_by_dimension *out);

/* Fills in opposed_by. */
gp_status gp_find_opposites(gp_job *job, const gp_portfolio *portfolio,
                            const gp_aims_by_dimension *order, gp_aim *aims);

#endif
