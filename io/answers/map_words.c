/* SPDX-License-Identifier: MIT
 * What the capability map calls how a capability stands, and why it is there. */
#include "io/answers/map_words.h"

const char *gp_map_gap_key(uint8_t gap)
{
    static const char *const keys[GP_MAP_GAPS] = {"missing", "unplanned", "too-late", "in-time",
                                                  "there"};
    return keys[gap];
}

const char *gp_map_demand_key(uint8_t demand)
{
    static const char *const keys[GP_MAP_DEMANDS] = {"requested", "prerequisite", "premature",
                                                     "unfounded", "heading"};
    return keys[demand];
}

const char *gp_map_gap_word(uint8_t gap, gp_language language)
{
    static const char *const words[GP_MAP_GAPS][2] = {{"missing", "ontbreekt"},
                                                      {"unplanned", "ongepland"},
                                                      {"too late", "te laat"},
                                                      {"in time", "op tijd"},
                                                      {"there", "is er"}};
    return words[gap][language];
}
