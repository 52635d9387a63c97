/* SPDX-License-Identifier: MIT
 * The words in the pictures, in English and Dutch. Private to render. */
#ifndef GP_TEXTS_H
#define GP_TEXTS_H

#include "core/groeipad.h"

typedef enum gp_word {
    GP_WORD_PATH,
    GP_WORD_PATH_OF,
    GP_WORD_STATUS_DATE,
    GP_WORD_INTERVENTION,
    GP_WORD_REQUESTED,
    GP_WORD_PREREQUISITE,
    GP_WORD_UNFOUNDED,
    GP_WORD_MISSING,
    GP_WORD_REFERENCE,
    GP_WORD_TAG_INTERVENTION,
    GP_WORD_TAG_REQUESTED,
    GP_WORD_TAG_PREREQUISITE,
    GP_WORD_TAG_UNFOUNDED,
    GP_WORD_TAG_MISSING,
    GP_WORD_TAG_REFERENCE,
    GP_WORD_EXPLORE,
    GP_WORD_DEVELOP,
    GP_WORD_EXPLOIT,
    GP_WORD_LEVEL,
    GP_WORD_OPTION,
    GP_WORD_NOT_BEFORE,
    GP_WORD_UNKNOWN,
    GP_WORD_FLOAT,
    GP_WORD_BUFFER,
    GP_WORD_DAYS_SHORT,
    GP_WORD_NEEDED,
    GP_WORD_NO_DATE,
    GP_WORD_FIXED,
    GP_WORD_DAY_LATE,
    GP_WORD_DAYS_LATE,
    GP_WORD_CYCLE,
    GP_WORD_CYCLES,
    GP_WORD_EARLIEST,
    GP_WORD_LATEST,
    GP_WORD_IDENTIFY_BY,
    GP_WORD_DRIVER,
    GP_WORD_DRIVER_OWN,
    GP_WORD_CRITICAL,
    GP_WORD_LEGEND,
    GP_WORD_LEGEND_START,
    GP_WORD_LEGEND_LIVE,
    GP_WORD_LEGEND_CHAIN,
    GP_WORD_LEGEND_OPTION,
    GP_WORD_LEGEND_CRITICAL,
    GP_WORD_LEGEND_CRITICAL_ONE,
    GP_WORD_LEGEND_LATE,
    GP_WORD_LEGEND_LADDER,
    GP_WORD_LEGEND_BOX,
    GP_WORD_UNFOUNDED_BAND,
    GP_WORD_LEFT_OUT_ONE,
    GP_WORD_LEFT_OUT,
    GP_WORD_COARSE,
    GP_WORD_NOTHING,
    GP_WORD_COUNT_INTERVENTIONS,
    GP_WORD_COUNT_STEPS,
    GP_WORD_COUNT_MISSING,
    GP_WORD_COUNT_UNFOUNDED,
    GP_WORD_COUNT_LATE,
    GP_WORD_ONE_INTERVENTION,
    GP_WORD_ONE_STEP,
    GP_WORD_ONE_MISSING,
    GP_WORD_ONE_UNFOUNDED,
    GP_WORD_ONE_LATE,
    GP_WORD_REQUIRED_BY,
    GP_WORD_READY_BY_START,
    GP_WORD_READY_BY_LIVE,
    GP_WORD_ARROW_CHAIN,
    GP_WORD_ARROW_OPTION,
    GP_WORD_LAG,
    GP_WORD_READING,
    GP_WORDS
} gp_word;

const char *gp_word_of(gp_word word, gp_language language);

/* Picks one of two wordings, which so stand side by side in the code: for words that only one
 * place uses. */
static inline const char *gp_in(gp_language language, const char *english, const char *dutch)
{
    return language == GP_DUTCH ? dutch : english;
}

#endif
