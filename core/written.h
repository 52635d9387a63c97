/* SPDX-License-Identifier: MIT
 * Who rests on whom, over the requirements that the user wrote, whatever is there already. Levels
 * count: what only level 2 of a capability requires is not needed by who asks for level 1. Private
 * to core. */
#ifndef GP_WRITTEN_H
#define GP_WRITTEN_H

#include "core/job.h"
#include "groeipad/portfolio.h"

/* The steps of an id, from the lowest: an intervention and a missing capability have one. A
 * capability has one, with what it requires itself and what its level 1 does, and another for each
 * higher level that requires something more. Each step rests on the one below it. */
typedef struct gp_written {
    const gp_portfolio *portfolio;
    uint32_t *first;  /* by symbol: its lowest step; those of s are first[s] .. first[s + 1] */
    uint32_t *symbol; /* by step */
    uint32_t count;
} gp_written;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(ids and their levels). */
gp_status gp_list_written(gp_job *job, const gp_portfolio *portfolio, gp_written *out);

/* The step of a capability that brings what a level requires. */
uint32_t gp_written_level(const gp_written *written, uint32_t symbol, uint8_t level);

/* The requirements of a step: of the lowest, span 0 is the id's own. False when there is no such
 * span. */
bool gp_written_span(const gp_written *written, uint32_t step, uint32_t index, gp_span *out);

/* Goes through what a step rests on; to begin, all but `step` is 0. */
typedef struct gp_written_cursor {
    uint32_t step;
    uint32_t span, next;
    bool has_told_below; /* the step below has been told */
    bool is_must;        /* what was told last must be met: it is no alternative */
} gp_written_cursor;

/* Must this requirement of a span be met, or will another alternative do? */
static inline bool gp_is_must(const gp_portfolio *portfolio, gp_span span, uint32_t index)
{
    const gp_requirement *all = portfolio->requirements;
    uint16_t group = all[index].group;
    if (group == 0) return true;
    bool has_before = index > span.first && all[index - 1].group == group;
    bool has_after = index + 1 < span.first + span.count && all[index + 1].group == group;
    return !has_before && !has_after;
}

/* The next step that it rests on, or GP_NONE when all have been told. */
static inline uint32_t gp_next_written(const gp_written *written, gp_written_cursor *at)
{
    const gp_portfolio *portfolio = written->portfolio;
    gp_span span;
    if (!at->has_told_below) {
        at->has_told_below = at->is_must = true;
        if (at->step > written->first[written->symbol[at->step]]) return at->step - 1;
    }
    while (gp_written_span(written, at->step, at->span, &span)) {
        if (at->next < span.count) {
            uint32_t index = span.first + at->next++;
            const gp_requirement *requirement = &portfolio->requirements[index];
            uint32_t first = written->first[requirement->target];
            at->is_must = gp_is_must(portfolio, span, index);
            if (written->first[requirement->target + 1] == first + 1) return first;
            return gp_written_level(written, requirement->target, requirement->level);
        }
        at->span++;
        at->next = 0;
    }
    return GP_NONE;
}

#endif
