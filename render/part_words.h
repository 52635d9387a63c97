/* SPDX-License-Identifier: MIT
 * Which part of a portfolio a picture shows, in words: every view says it in the same ones.
 * Private to render. */
#ifndef GP_PART_WORDS_H
#define GP_PART_WORDS_H

#include "core/job.h"
#include "groeipad/filter.h"
#include "groeipad/plan.h"

/* What was asked for; GP_WHOLE and what is shown is everything. */
typedef struct gp_shown_part {
    uint32_t rests_on;       /* activity: only what this one rests on; GP_NONE: not asked */
    uint32_t focus;          /* activity: only what is near it; GP_NONE: not asked */
    uint32_t hops;           /* how near */
    const uint32_t *only;    /* activities, the steps of one capability together; NULL: not asked */
    uint32_t only_count;     /* of these */
    const gp_filter *filter; /* NULL: not asked */
    gp_day from, to;         /* on the time axis; GP_NO_DAY: not asked */
    bool is_changed_only;    /* since an older version */
    uint32_t others;         /* that could be drawn and are not; 0 is not said */
} gp_shown_part;

#define GP_WHOLE                                                                                   \
    (gp_shown_part)                                                                                \
    {                                                                                              \
        .rests_on = GP_NONE, .focus = GP_NONE, .from = GP_NO_DAY, .to = GP_NO_DAY                  \
    }

/* Appends what stands behind the rest of a subtitle, each with " · " before it: "only Digital
 * post and what it rests on · owner IT or HRM · 2026-01-01 – 2027-01-01 · 12 others are not shown".
 * Nothing for the whole. Of more names than four the first three are named. */
void gp_add_part_words(gp_buffer *buffer, const gp_network *network, gp_language language,
                       const gp_shown_part *part);

/* How many interventions, and how many capabilities, a filter leaves out; NULL: none. */
uint32_t gp_count_other_interventions(const gp_portfolio *portfolio, const gp_filter *filter);
uint32_t gp_count_other_capabilities(const gp_portfolio *portfolio, const gp_filter *filter);

/* Appends what a filter asks for, and that so many others are not shown; nothing for NULL. */
void gp_add_filter_words(gp_buffer *buffer, const gp_network *network, gp_language language,
                         const gp_filter *filter, uint32_t others);

#endif
