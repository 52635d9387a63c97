/* SPDX-License-Identifier: MIT
 * The words of the capability map. Private to io. */
#ifndef GP_ANSWERS_MAP_WORDS_H
#define GP_ANSWERS_MAP_WORDS_H

#include "groeipad/map.h"

/* Words of the formats; words for people, of one and of many. */
const char *gp_map_gap_key(uint8_t gap);
const char *gp_map_demand_key(uint8_t demand);
const char *gp_map_gap_word(uint8_t gap, gp_language language);

#endif
