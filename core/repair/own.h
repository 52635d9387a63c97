/* SPDX-License-Identifier: MIT
 * The measures of the file, each as what it does. Private to core/repair. */
#ifndef GP_REPAIR_OWN_H
#define GP_REPAIR_OWN_H

#include "core/repair/diff.h"

/* A capability of which a level is there already. */
typedef struct gp_raised {
    uint32_t record;
    uint8_t level;
} gp_raised;

typedef struct gp_own {
    uint32_t measure; /* index */
    const char *id;
    gp_differences *found;  /* NULL: it was not asked for */
    gp_array brought;       /* gp_brought */
    gp_array raised;        /* gp_raised */
    gp_objection objection; /* it is left out: it can make a date later */
    bool is_idle;           /* it changes no date */
    bool is_out;            /* it is left out, for that or because it needs one that is */
    bool rises;             /* it asks for more steps than there were */
} gp_own;

typedef struct gp_owns {
    gp_own **all; /* by id */
    uint32_t count;
} gp_owns;

/* Reads the measures that are asked for, and appends to the whole what they bring. Owner: the
 * whole's job. Errors: GP_INVALID (findings tell), GP_NO_MEMORY. Cost: the portfolio made and
 * compared for each, up to GP_OWN_ROUNDS times where measures ask for higher levels. */
#define GP_OWN_ROUNDS 3
gp_status gp_read_own(gp_whole *whole, const gp_repair_options *options, gp_owns *out);

/* The candidate of a measure. */
gp_candidate gp_own_candidate(const gp_portfolio *portfolio, uint32_t measure);

/* Is a record of the whole brought by measures? */
static inline bool gp_is_brought(const gp_whole *whole, uint32_t record)
{
    return record >= gp_whole_portfolio(whole)->symbol_count;
}

#endif
