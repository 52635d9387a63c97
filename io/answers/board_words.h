/* SPDX-License-Identifier: MIT
 * Words about boards and capabilities on them: keys for formats, words for people. Private to
 * io. */
#ifndef GP_BOARD_WORDS_H
#define GP_BOARD_WORDS_H

#include "core/job.h"
#include "groeipad/portfolio.h"

/* Keys of the formats; NULL where there is nothing to say. */
const char *gp_uncertainty_key(uint8_t uncertainty);
const char *gp_track_key(uint8_t track);
const char *gp_progress_key(uint8_t progress);
const char *gp_match_key(uint8_t match);
const char *gp_aspect_key(uint8_t aspect);

/* Words for people; "" where there is nothing to say. */
const char *gp_uncertainty_word(uint8_t uncertainty, gp_language language);
const char *gp_track_word(uint8_t track, gp_language language);
const char *gp_progress_word(uint8_t progress, gp_language language);
const char *gp_match_word(uint8_t match, gp_language language);
const char *gp_aspect_word(uint8_t aspect, gp_language language);

/* The letter that stands for a board in a narrow column. */
char gp_board_letter(gp_stage stage, gp_language language);

#endif
