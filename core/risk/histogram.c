/* SPDX-License-Identifier: MIT
 * Counts by day, in room that grows by half where a day falls outside it. */
#include "core/risk/histogram.h"

#define ROOM_MIN 16

static gp_status make_room(gp_job *job, gp_histogram *histogram, int64_t first, int64_t end)
{
    if (end > GP_DAY_LAST) end = GP_DAY_LAST; /* that day is none: it has no room */
    uint32_t *draws = GP_NEW(job, uint32_t, (size_t)(end - first));
    if (!draws) return gp_no_memory(job);
    if (histogram->count)
        memcpy(draws + (histogram->first - first), histogram->draws,
               sizeof *draws * histogram->count);
    histogram->draws = draws;
    histogram->first = (gp_day)first;
    histogram->count = (uint32_t)(end - first);
    return GP_OK;
}

gp_status gp_expect_days(gp_job *job, gp_histogram *histogram, gp_day first, gp_day last)
{
    int64_t more = ((int64_t)last - first) / 4 + 1;
    if (first > last || histogram->count) return GP_OK;
    return make_room(job, histogram, first - more, last + more + 1);
}

/* Room that reaches a day, and half as much again. */
static gp_status grow(gp_job *job, gp_histogram *histogram, gp_day day)
{
    int64_t first = histogram->count ? histogram->first : day;
    int64_t end = histogram->count ? first + histogram->count : (int64_t)day + 1;
    int64_t more = (end - first) / 2 + ROOM_MIN;
    if (day < first) first = day - more;
    if (day >= end) end = (int64_t)day + 1 + more;
    return make_room(job, histogram, first, end);
}

gp_status gp_count_day(gp_job *job, gp_histogram *histogram, gp_day day, uint32_t draws)
{
    if (day >= GP_DAY_LAST) {
        histogram->never += draws;
        return GP_OK;
    }
    if ((uint32_t)(day - histogram->first) >= histogram->count) GP_TRY(grow(job, histogram, day));
    histogram->draws[day - histogram->first] += draws;
    return GP_OK;
}

gp_status gp_count_days(gp_job *job, gp_histogram *histogram, const gp_day *days, uint32_t from,
                        uint32_t to)
{
    while (from < to) {
        gp_day first = histogram->first;
        uint32_t count = histogram->count, *draws = histogram->draws;
        for (; from < to; from++) { /* what has room already, without looking back */
            uint32_t place = (uint32_t)days[from] - (uint32_t)first;
            if (place >= count) break;
            draws[place]++;
        }
        if (from < to) GP_TRY(gp_count_day(job, histogram, days[from++], 1));
    }
    return GP_OK;
}

gp_status gp_add_histogram(gp_job *job, gp_histogram *to, const gp_histogram *more)
{
    to->never += more->never;
    if (!more->count) return GP_OK;
    if (!to->count) {
        uint32_t *draws = GP_NEW(job, uint32_t, more->count);
        if (!draws) return gp_no_memory(job);
        to->draws = draws;
        to->first = more->first;
        to->count = more->count;
    }
    for (uint32_t i = 0; i < more->count; i++)
        if (more->draws[i]) GP_TRY(gp_count_day(job, to, more->first + (gp_day)i, more->draws[i]));
    return GP_OK;
}

gp_day gp_first_day_of(const gp_histogram *histogram, uint64_t needed)
{
    uint64_t found = 0;
    for (uint32_t i = 0; i < histogram->count; i++) {
        found += histogram->draws[i];
        if (found >= needed && found) return histogram->first + (gp_day)i;
    }
    return GP_DAY_LAST;
}

gp_day gp_last_day_of(const gp_histogram *histogram, uint64_t needed)
{
    uint64_t found = histogram->never;
    if (found >= needed) return GP_NO_DAY;
    for (uint32_t i = histogram->count; i-- > 0;) {
        found += histogram->draws[i];
        if (found >= needed) return histogram->first + (gp_day)i;
    }
    return GP_NO_DAY;
}
