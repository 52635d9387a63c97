/* SPDX-License-Identifier: MIT
 * What lies within capabilities, by their parents: for filters. Private to core. */
#ifndef GP_WITHIN_H
#define GP_WITHIN_H

#include "groeipad/portfolio.h"

/* The capabilities that were asked for, and all below them; what asks for one of those itself. */
typedef struct gp_within {
    uint8_t *is_within; /* by symbol of the portfolio: capabilities, interventions */
    const char **names; /* of those that were asked for, each once */
    uint32_t *symbols;  /* likewise */
    uint32_t count;
} gp_within;

/* Texts are ids or names, each one or several with commas between. Owner: the job. Errors:
 * GP_WRONG_OPTION (GP806: there is no such capability, with the nearest; or several have that
 * name), GP_NO_MEMORY. Cost: O(V + E); a name costs O(V). */
gp_status gp_find_within(gp_job *job, const gp_portfolio *portfolio, const char *const *texts,
                         uint32_t count, gp_within *out);

/* By symbol: is something part of it? NULL in *out: of nobody. Owner: the job. */
gp_status gp_mark_parents(gp_job *job, const gp_portfolio *portfolio, const uint8_t **out);

/* What is there already and holds others is a heading: nobody invests in it. */
bool gp_is_heading(const gp_capability *capability, const uint8_t *is_parent);

#endif
