/* SPDX-License-Identifier: MIT
 * Which measures of a draft need which. Private to core. */
#ifndef GP_DRAFT_MEASURES_H
#define GP_DRAFT_MEASURES_H

#include "core/draft.h"

#define GP_MEASURES_NAMED 12 /* measures in a row that a message names */

/* One entry of the "needs" of a measure. */
typedef struct gp_need {
    uint32_t from, to; /* indices of measures */
    gp_place place;
} gp_need;

typedef struct gp_needs {
    gp_draft *draft;
    uint32_t count;             /* of measures */
    const gp_need *needs;       /* by `from`, as written */
    const uint32_t *first;      /* by measure, and one more: where its own begin */
    const uint32_t *back;       /* indices of needs, by `to` */
    const uint32_t *back_first; /* likewise: where those begin that need it */
} gp_needs;

/* The measure that a use names; GP_NONE: there is none. */
static inline uint32_t gp_used_measure(const gp_draft *draft, const gp_measure_use *use)
{
    return ((const uint32_t *)draft->terms[GP_MEASURE].defined.data)[use->term];
}

static inline const char *gp_measure_id(const gp_draft *draft, uint32_t measure)
{
    return ((const gp_term *)draft->terms[GP_MEASURE].terms.data)[measure].id;
}

/* Measures that can never be taken: they need, themselves or by others, what they exclude, or two
 * of which one excludes the other (GP142). Nothing needs itself. Errors: GP_NO_MEMORY. */
gp_status gp_check_exclusions(const gp_needs *needs);

#endif
