/* SPDX-License-Identifier: MIT
 * Minutes of MS Project as whole days of ours. Elapsed time runs day and night; other time is work,
 * and a working day has as many minutes as the plan's calendar says. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>

#define ESTIMATED 32 /* a format code with a question mark: so much more */
#define DAY (24 * 60)

void gp_mspdi_span(int64_t minutes, int64_t format, int64_t minutes_per_day,
                   char out[GP_MSPDI_SPAN_SIZE], bool *is_part)
{
    if (format > ESTIMATED) format -= ESTIMATED;
    bool is_elapsed = format >= 4 && format <= 12 && format % 2 == 0;
    int64_t per_day = is_elapsed ? DAY : minutes_per_day;
    int64_t size = minutes < 0 ? -minutes : minutes;
    int64_t days = size / per_day;
    *is_part = size % per_day != 0;
    /* Up in time: a lead gets shorter. */
    if (*is_part && minutes > 0) days++;
    const char *sign = minutes < 0 && days > 0 ? "-" : "";
    bool is_weeks = format == GP_MSPDI_ELAPSED_WEEKS && days % 7 == 0;
    const char *unit = is_weeks ? "w" : is_elapsed ? "d" : "wd";
    snprintf(out, GP_MSPDI_SPAN_SIZE, "%s%lld%s", sign, (long long)(is_weeks ? days / 7 : days),
             unit);
}

gp_status gp_add_mspdi_span(gp_mspdi_taker *t, const gp_mspdi_task *task, const char *key,
                            int64_t minutes, int64_t format, gp_spot spot)
{
    char text[GP_MSPDI_SPAN_SIZE];
    bool is_part;
    gp_mspdi_span(minutes, format, t->minutes_per_day, text, &is_part);
    gp_add_member(t->tree, key, text, spot);
    if (!is_part) return GP_OK;
    return gp_report_mspdi_task(
        t, task,
        GP_WORDS("a part of a day, rounded up", "een deel van een dag, naar boven afgerond"), text);
}
