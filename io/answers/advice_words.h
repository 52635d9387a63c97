/* SPDX-License-Identifier: MIT
 * The steps of the white paper, and the evidence for each, in words. Private to io. */
#ifndef GP_ADVICE_WORDS_H
#define GP_ADVICE_WORDS_H

#include "core/job.h"
#include "groeipad/boards.h"

/* Keys of the formats. */
const char *gp_advice_key(gp_advice_step step);
const char *gp_mark_key(gp_mark mark);

/* Words for people. */
const char *gp_advice_title(gp_advice_step step, gp_language language);
const char *gp_mark_word(gp_mark mark, gp_language language);

/* What was counted, as one sentence without the ids. Owner: the job; NULL when memory ran out. */
const char *gp_advice_evidence(gp_job *job, gp_advice_step step, const gp_advice *advice,
                               gp_language language);

#endif
