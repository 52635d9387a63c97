/* SPDX-License-Identifier: MIT
 * From measurements to gaps. Each stands by itself: one dimension, for one segment, in one
 * situation. The scale of a dimension has no named levels and no meaning on any other, so sizes
 * are compared within one context only, to see which way the gap goes. */
#include "core/fit.h"

#include <stdlib.h>

static gp_share share_of(double value)
{
    return value < 0 ? GP_NO_SHARE : (gp_share)(value * GP_SHARE_FULL + 0.5);
}

static gp_reading read_measurement(const gp_portfolio *portfolio, uint32_t index)
{
    const gp_measurement *m = &portfolio->measurements[index];
    gp_reading out = {.measurement = index,
                      .on = m->on,
                      .need = share_of(m->need),
                      .experience = share_of(m->experience),
                      .gap = m->mismatch,
                      .is_judged = m->mismatch != GP_MISMATCH_NONE};
    bool is_sized = out.need != GP_NO_SHARE && out.experience != GP_NO_SHARE;
    out.is_known = out.is_judged || is_sized;
    if (out.is_judged || !is_sized || out.need == out.experience) return out;
    out.gap = out.need > out.experience ? GP_TOO_LITTLE : GP_TOO_MUCH;
    return out;
}

/* How far apart need and experience are, or GP_NO_SHARE. */
static gp_share distance(const gp_reading *reading)
{
    if (reading->need == GP_NO_SHARE || reading->experience == GP_NO_SHARE) return GP_NO_SHARE;
    gp_share apart = reading->need - reading->experience;
    return apart < 0 ? -apart : apart;
}

gp_trend gp_compare_readings(const gp_reading *before, const gp_reading *after)
{
    if (!before->is_known || !after->is_known) return GP_TREND_UNKNOWN;
    if (before->gap != after->gap) {
        if (after->gap == GP_MISMATCH_NONE) return GP_TREND_CLOSING;
        return before->gap == GP_MISMATCH_NONE ? GP_TREND_WIDENING : GP_TREND_TURNED;
    }
    gp_share was = distance(before), is = distance(after);
    if (after->gap == GP_MISMATCH_NONE) return GP_TREND_UNCHANGED;
    if ((was == GP_NO_SHARE) != (is == GP_NO_SHARE)) return GP_TREND_UNKNOWN;
    if (was == is) return GP_TREND_UNCHANGED; /* also where both are a judgement only */
    return is < was ? GP_TREND_CLOSING : GP_TREND_WIDENING;
}

gp_effect gp_effect_of(gp_direction direction, gp_mismatch gap)
{
    static const gp_direction answers[] = {GP_DIRECTION_NONE, GP_DIRECTION_MORE, GP_DIRECTION_LESS,
                                           GP_DIRECTION_OTHERWISE};
    if (gap == GP_MISMATCH_NONE) return GP_EFFECT_BESIDE;
    if (direction == GP_DIRECTION_NONE || direction == answers[gap]) return GP_EFFECT_ANSWERS;
    bool is_worse = (direction == GP_DIRECTION_MORE && gap == GP_TOO_MUCH) ||
                    (direction == GP_DIRECTION_LESS && gap == GP_TOO_LITTLE);
    return is_worse ? GP_EFFECT_WORSENS : GP_EFFECT_BESIDE;
}

/* ---- by dimension and context ---- */

typedef struct sorted {
    uint32_t dimension, segment, situation; /* of the context: plus 1, so "all" (0) comes first */
    gp_day on;
    uint32_t index;
} sorted;

static int compare_contexts(const sorted *a, const sorted *b)
{
    if (a->dimension != b->dimension) return a->dimension < b->dimension ? -1 : 1;
    if (a->segment != b->segment) return a->segment < b->segment ? -1 : 1;
    if (a->situation != b->situation) return a->situation < b->situation ? -1 : 1;
    return 0;
}

static int compare_sorted(const void *left, const void *right)
{
    const sorted *a = left, *b = right;
    int order = compare_contexts(a, b);
    if (order) return order;
    if (a->on != b->on) return a->on < b->on ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static sorted *sort_measurements(gp_job *job, const gp_portfolio *portfolio)
{
    uint32_t count = portfolio->measurement_count;
    sorted *rows = GP_NEW(job, sorted, count);
    if (!rows) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        const gp_measurement *m = &portfolio->measurements[i];
        rows[i] = (sorted){m->dimension, m->segment + 1, m->situation + 1, m->on, i};
    }
    qsort(rows, count, sizeof *rows, compare_sorted);
    return rows;
}

/* The trend from the last reading of an earlier day: several of one day are one picture. */
static void find_trend(gp_fit *fit)
{
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    uint32_t earlier = fit->reading_count - 1;
    while (earlier > 0 && fit->readings[earlier - 1].on == newest->on) earlier--;
    fit->is_measured_once = earlier == 0;
    fit->trend = earlier == 0 ? (uint8_t)GP_TREND_UNKNOWN
                              : (uint8_t)gp_compare_readings(&fit->readings[earlier - 1], newest);
}

gp_status gp_group_readings(gp_job *job, const gp_portfolio *portfolio, gp_fit **fits,
                            uint32_t *count)
{
    uint32_t total = portfolio->measurement_count, groups = 0;
    sorted *rows = sort_measurements(job, portfolio);
    gp_reading *readings = GP_NEW(job, gp_reading, total);
    if (!rows || !readings) return gp_no_memory(job);
    for (uint32_t i = 0; i < total; i++)
        groups += i == 0 || compare_contexts(&rows[i - 1], &rows[i]) != 0;
    gp_fit *made = GP_NEW(job, gp_fit, groups);
    if (!made) return gp_no_memory(job);
    groups = 0;
    for (uint32_t i = 0, end; i < total; i = end) {
        for (end = i; end < total && compare_contexts(&rows[i], &rows[end]) == 0; end++)
            readings[end] = read_measurement(portfolio, rows[end].index);
        made[groups] = (gp_fit){.dimension = rows[i].dimension,
                                .segment = rows[i].segment - 1,
                                .situation = rows[i].situation - 1,
                                .readings = &readings[i],
                                .reading_count = end - i,
                                .first = GP_NONE,
                                .due = GP_NONE,
                                .due_on = GP_NO_DAY};
        find_trend(&made[groups++]);
    }
    *fits = made;
    *count = groups;
    return GP_OK;
}
