/* SPDX-License-Identifier: MIT
 * How are boards, tracks and the progress of capabilities called? As io/answers/words.c: scripts
 * read keys that never follow the language, people read English or Dutch. */
#include "io/answers/board_words.h"
#include "groeipad/boards.h"

const char *gp_uncertainty_key(uint8_t uncertainty)
{
    static const char *const keys[] = {NULL, "low", "medium", "high"};
    return keys[uncertainty];
}

const char *gp_track_key(uint8_t track)
{
    static const char *const keys[] = {NULL, "identify", "develop", "strengthen"};
    return keys[track];
}

const char *gp_progress_key(uint8_t progress)
{
    static const char *const keys[] = {"unidentified", "identified", "under-way", "there"};
    return keys[progress];
}

const char *gp_match_key(uint8_t match)
{
    static const char *const keys[] = {"ok", "behind", "ahead"};
    return keys[match];
}

const char *gp_aspect_key(uint8_t aspect)
{
    static const char *const keys[] = {"skills", "methods", "tools", NULL};
    return keys[aspect];
}

const char *gp_uncertainty_word(uint8_t uncertainty, gp_language language)
{
    static const char *const words[][2] = {
        {"", ""}, {"low", "laag"}, {"medium", "middel"}, {"high", "hoog"}};
    return words[uncertainty][language];
}

const char *gp_track_word(uint8_t track, gp_language language)
{
    static const char *const words[][2] = {{"", ""},
                                           {"identify", "identificeren"},
                                           {"develop", "ontwikkelen"},
                                           {"strengthen", "versterken"}};
    return words[track][language];
}

const char *gp_progress_word(uint8_t progress, gp_language language)
{
    static const char *const words[][2] = {{"not identified", "onbekend"},
                                           {"identified", "bekend"},
                                           {"under way", "loopt"},
                                           {"there", "is er"}};
    return words[progress][language];
}

const char *gp_match_word(uint8_t match, gp_language language)
{
    static const char *const words[][2] = {
        {"ok", "op koers"}, {"behind", "achter"}, {"ahead", "te vroeg"}};
    return words[match][language];
}

const char *gp_aspect_word(uint8_t aspect, gp_language language)
{
    static const char *const words[][2] = {
        {"skills", "vaardigheden"}, {"methods", "werkwijzen"}, {"tools", "hulpmiddelen"}, {"", ""}};
    return words[aspect][language];
}

char gp_board_letter(gp_stage stage, gp_language language)
{
    return "-EDX-VOE"[stage + (language == GP_DUTCH ? GP_BOARD_COUNT : 0)];
}
