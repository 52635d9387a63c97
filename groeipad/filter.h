/* SPDX-License-Identifier: MIT
 *
 * Filters: which records of a portfolio an answer shows, by who owns them, how they are tagged and
 * what they are part of.
 */
#ifndef GROEIPAD_FILTER_H
#define GROEIPAD_FILTER_H

#include "groeipad/portfolio.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is asked for. Each text is an owner (or a tag, or the id or name of a capability), or
 * several with commas between; where one in the portfolio is called as the whole text, that is it.
 * Of several owners a record has one, one of several tags, and it lies within one of several
 * capabilities; of owners, tags and capabilities it has what each asks for. Nothing asked for:
 * every record.
 *
 * Within a capability lie itself and all below it, by `parent`. An intervention is part of nothing:
 * it passes where it requires something within itself, not only through others. */
typedef struct gp_filter_options {
    const char *const *owners, *const *tags, *const *within;
    uint32_t owner_count, tag_count, within_count;
} gp_filter_options;

/* Only rows are left out by a filter: every date, and every count of what rests on what, is that of
 * the whole portfolio. What is required and described nowhere has no owner and no tags; it passes
 * where something that passes requires it. */
typedef struct gp_filter {
    const uint8_t *passes; /* by symbol of the portfolio, also of a narrowed one */
    const char *const *owners, *const *tags; /* what was asked for, one by one */
    const char *const *within;               /* likewise: names of capabilities */
    const uint32_t *within_symbols;          /* the same ones */
    uint32_t owner_count, tag_count, within_count;
} gp_filter;

/* Makes a filter. Owner: the job; borrows from the options and the portfolio.
 * Errors: GP_WRONG_OPTION (GP806: nothing has such an owner or tag, or there is no such capability;
 * with the nearest), GP_NO_MEMORY. Cost: O(V + E + tags). */
GP_API gp_status gp_make_filter(gp_job *job, const gp_portfolio *portfolio,
                                const gp_filter_options *options, gp_filter *out);

/* Is the record of a symbol shown? filter: NULL where everything is. */
GP_API bool gp_passes(const gp_filter *filter, uint32_t symbol);

/* By intervention of a portfolio: those that pass, and of those only the ones in `among` (NULL:
 * all), as gp_clash_options and gp_trace_choice ask. Owner: the job. Errors: GP_NO_MEMORY. Cost:
 * O(interventions). */
GP_API gp_status gp_filter_interventions(gp_job *job, const gp_portfolio *portfolio,
                                         const gp_filter *filter, const bool *among,
                                         const bool **out);

#ifdef __cplusplus
}
#endif
#endif
