/* SPDX-License-Identifier: MIT
 * Days, weeks, months and years on one line: on a logarithmic scale a cycle of two weeks and a
 * chain of five years are both to be seen, and the distance between them says how many times the
 * one goes into the other. The logarithm is taken in whole numbers, bit by bit by squaring (Knuth,
 * The Art of Computer Programming 1, 1.2.2, exercise 25), so that every machine gives the same. */
#include "render/log_axis.h"

#define ONE_BITS 30 /* 1.0 as a whole number is 2^30 */
#define FRACTION_BITS 14

static const gp_log_tick ticks[] = {
    {1, {"1 day", "1 dag"}},
    {7, {"1 week", "1 week"}},
    {14, {"2 weeks", "2 weken"}},
    {30, {"1 month", "1 maand"}},
    {91, {"3 months", "3 maanden"}},
    {182, {"6 months", "6 maanden"}},
    {365, {"1 year", "1 jaar"}},
    {730, {"2 years", "2 jaar"}},
    {1096, {"3 years", "3 jaar"}},
    {1826, {"5 years", "5 jaar"}},
    {3652, {"10 years", "10 jaar"}},
    {18262, {"50 years", "50 jaar"}},
    {73049, {"200 years", "200 jaar"}},
    {292194, {"800 years", "800 jaar"}},
};
#define SPAN_LEAST 91 /* days that the axis reaches at least */
#define TICKS (sizeof ticks / sizeof *ticks)

const gp_log_tick *gp_log_ticks(size_t *count)
{
    *count = TICKS;
    return ticks;
}

/* The logarithm to base 2, times 2^FRACTION_BITS. */
static int64_t logarithm(int32_t value)
{
    int whole = 0;
    while (value >> whole > 1) whole++;
    uint64_t rest = (uint64_t)value << (ONE_BITS - whole); /* 1.0 .. 2.0 */
    int64_t out = whole;
    for (int i = 0; i < FRACTION_BITS; i++) {
        rest = rest * rest >> ONE_BITS;
        int64_t bit = rest >> (ONE_BITS + 1) ? 1 : 0;
        out = 2 * out + bit;
        rest >>= bit;
    }
    return out;
}

void gp_fit_log_axis(gp_log_axis *axis, int32_t least, int32_t most)
{
    size_t i = 0, first = 0;
    while (i + 1 < TICKS && ticks[i].days < most) i++;
    while (ticks[i].days < SPAN_LEAST) i++;
    while (first + 1 < i && ticks[first + 1].days <= least) first++;
    axis->first = ticks[first].days;
    axis->last = ticks[i].days;
}

gp_length gp_log_x(const gp_log_axis *axis, int32_t days)
{
    if (days <= axis->first) return axis->left;
    if (days >= axis->last) return axis->left + axis->width;
    int64_t first = logarithm(axis->first);
    return axis->left + axis->width * (logarithm(days) - first) / (logarithm(axis->last) - first);
}
