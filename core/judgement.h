/* SPDX-License-Identifier: MIT
 * What is found out of a portfolio that holds mistakes: what its files hand on to each other.
 * Private to core. */
#ifndef GP_JUDGEMENT_H
#define GP_JUDGEMENT_H

#include "core/rest.h"

#define GP_SILENT_MAX 16 /* codes that are noted */

/* One of the two times that a portfolio is judged. */
typedef struct gp_judged {
    unsigned unknown;               /* gp_input_part of what is judged */
    uint16_t silent[GP_SILENT_MAX]; /* codes of which a finding was not kept */
    uint32_t silent_count;
} gp_judged;

typedef struct gp_judgement {
    gp_job *job;
    const gp_portfolio *portfolio; /* as written */
    gp_known_parts *known;
    const gp_network *network; /* of it, without circles */
    gp_judged as_written, by_dates;
    gp_array undefined; /* gp_finding: GP201 of ids that may be defined after all */
    uint8_t *is_out;    /* by symbol: not judged by its dates */
    uint32_t out_count;
} gp_judgement;

/* GP113: what was not judged, and why. */
gp_status gp_say_not_judged(gp_judgement *judgement);

#endif
