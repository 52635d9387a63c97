/* SPDX-License-Identifier: MIT
 * What is a character, and where does one end for a reader? The rules GB3 to GB13 of UAX #29, but
 * for the conjuncts of Indic scripts (GB9c), which core leaves out. */
#include "report/engine/characters.h"

#include <stdbool.h>
#include <utf8proc.h>

uint32_t gp_look_up(const gp_stretches *table, uint32_t character)
{
    uint32_t from = 0, to = table->count; /* the stretch is in from .. to */
    while (to - from > 1) {
        uint32_t middle = from + (to - from) / 2;
        if (table->rows[middle] >> GP_STRETCH_BITS <= character)
            from = middle;
        else
            to = middle;
    }
    return table->rows[from] & ((1u << GP_STRETCH_BITS) - 1);
}

static uint32_t facts_of(utf8proc_int32_t character)
{
    return gp_look_up(&gp_character_facts, (uint32_t)character);
}

int utf8proc_charwidth(utf8proc_int32_t character)
{
    return (int)GP_FACT_COLUMNS(facts_of(character));
}

utf8proc_category_t utf8proc_category(utf8proc_int32_t character)
{
    return (utf8proc_category_t)GP_FACT_CATEGORY(facts_of(character));
}

const utf8proc_property_t *utf8proc_get_property(utf8proc_int32_t character)
{
    static const utf8proc_property_t properties[GP_BOUNDCLASS_COUNT + 1] = {
        {0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {0}};
    return &properties[GP_FACT_BOUND(facts_of(character))];
}

/* ---- where a character ends ---- */

/* What came before, as far as two characters do not show it. */
enum {
    NOTHING_YET,
    PLAIN,
    PICTURE,   /* a pictograph, and what extends it */
    JOINED,    /* and a joiner */
    FLAG_BEGUN /* an odd number of regional indicators */
};

static bool is_control(unsigned class)
{
    return class == UTF8PROC_BOUNDCLASS_CR || class == UTF8PROC_BOUNDCLASS_LF ||
           class == UTF8PROC_BOUNDCLASS_CONTROL;
}

static bool is_syllable(unsigned before, unsigned after)
{
    switch (before) {
    case UTF8PROC_BOUNDCLASS_L:
        return after == UTF8PROC_BOUNDCLASS_L || after == UTF8PROC_BOUNDCLASS_V ||
               after == UTF8PROC_BOUNDCLASS_LV || after == UTF8PROC_BOUNDCLASS_LVT;
    case UTF8PROC_BOUNDCLASS_LV:
    case UTF8PROC_BOUNDCLASS_V:
        return after == UTF8PROC_BOUNDCLASS_V || after == UTF8PROC_BOUNDCLASS_T;
    case UTF8PROC_BOUNDCLASS_LVT:
    case UTF8PROC_BOUNDCLASS_T: return after == UTF8PROC_BOUNDCLASS_T;
    default: return false;
    }
}

static utf8proc_int32_t state_after(utf8proc_int32_t state, unsigned class)
{
    switch (class) {
    case UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC: return PICTURE;
    case UTF8PROC_BOUNDCLASS_EXTEND: return state == PICTURE ? PICTURE : PLAIN;
    case UTF8PROC_BOUNDCLASS_ZWJ: return state == PICTURE ? JOINED : PLAIN;
    case UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR: return state == FLAG_BEGUN ? PLAIN : FLAG_BEGUN;
    default: return PLAIN;
    }
}

static bool is_joined(utf8proc_int32_t state, unsigned before, unsigned after)
{
    if (before == UTF8PROC_BOUNDCLASS_CR && after == UTF8PROC_BOUNDCLASS_LF) return true;
    if (is_control(before) || is_control(after)) return false;
    if (is_syllable(before, after) || before == UTF8PROC_BOUNDCLASS_PREPEND) return true;
    switch (after) {
    case UTF8PROC_BOUNDCLASS_EXTEND:
    case UTF8PROC_BOUNDCLASS_ZWJ:
    case UTF8PROC_BOUNDCLASS_SPACINGMARK: return true;
    case UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC: return state == JOINED;
    case UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR: return state == FLAG_BEGUN;
    default: return false;
    }
}

int utf8proc_grapheme_break_stateful(utf8proc_int32_t before, utf8proc_int32_t after,
                                     utf8proc_int32_t *state)
{
    unsigned left = GP_FACT_BOUND(facts_of(before)), right = GP_FACT_BOUND(facts_of(after));
    if (*state == NOTHING_YET) *state = state_after(PLAIN, left);
    bool joins = is_joined(*state, left, right);
    *state = state_after(*state, right);
    return !joins;
}
