/* SPDX-License-Identifier: MIT
 * How the picture of risk writes numbers: chances, days, draws. */
#include "render/risk_picture.h"

#include <stdio.h>

#define NO_BREAK "\xC2\xA0" /* between a number and what it counts */
#define GROUPED_FROM 10000  /* days: fewer stand as they are */

void gp_add_chance(gp_buffer *buffer, double probability)
{
    int64_t percent = (int64_t)(probability * 100 + 0.5);
    if (percent == 0 && probability > 0)
        gp_add_text(buffer, "<1");
    else if (percent == 100 && probability < 1)
        gp_add_text(buffer, ">99");
    else
        gp_add_number(buffer, percent);
    gp_add_text(buffer, NO_BREAK "%");
}

void gp_add_live_chance(gp_buffer *buffer, const gp_risk_live *live, double share)
{
    bool is_all_bound = live->not_before && share >= 1;
    gp_add_chance(buffer, is_all_bound ? share : gp_live_chance(live, share));
}

void gp_add_thousands(gp_buffer *buffer, gp_language language, int64_t number)
{
    char digits[24];
    int size = snprintf(digits, sizeof digits, "%lld", (long long)number);
    for (int i = 0; i < size; i++) {
        if (i && (size - i) % 3 == 0) gp_add_text(buffer, gp_say(language, ",", "."));
        gp_add_bytes(buffer, &digits[i], 1);
    }
}

static void add_days(gp_buffer *buffer, gp_language language, int64_t days)
{
    if (days >= GROUPED_FROM)
        gp_add_thousands(buffer, language, days);
    else
        gp_add_number(buffer, days);
}

void gp_add_whole_days(gp_buffer *buffer, gp_language language, double days)
{
    double size = days < 0 ? -days : days;
    int64_t whole = (int64_t)(size + 0.5);
    if (days < 0 && whole) gp_add_text(buffer, "\xE2\x88\x92"); /* minus */
    if (whole == 0 && size > 0)
        gp_add_text(buffer, "<1");
    else
        add_days(buffer, language, whole);
}

void gp_add_tenth_days(gp_buffer *buffer, gp_language language, double days)
{
    double size = days < 0 ? -days : days;
    int64_t tenths = (int64_t)(size * 10 + 0.5);
    if (days < 0 && tenths) gp_add_text(buffer, "-");
    add_days(buffer, language, tenths / 10);
    if (tenths % 10 == 0) return;
    gp_add_text(buffer, gp_say(language, ".", ","));
    gp_add_number(buffer, tenths % 10);
}

/* " · 10,000 draws, seed 1" */
void gp_add_draws(gp_buffer *buffer, gp_language language, const gp_risk_answer *answer)
{
    gp_add_text(buffer, " \xC2\xB7 ");
    if (answer->is_partial) gp_add_text(buffer, gp_say(language, "only ", "slechts "));
    gp_add_thousands(buffer, language, answer->draws);
    gp_add_text(buffer, gp_say(language, " draws, seed ", " trekkingen, seed "));
    gp_add_unsigned(buffer, answer->seed);
    if (answer->is_partial)
        gp_add_text(buffer, gp_say(language, " (stopped early)", " (voortijdig gestopt)"));
}
