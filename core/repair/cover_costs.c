/* SPDX-License-Identifier: MIT
 * Costs as whole numbers, so that what is least can be proved without a tolerance. Up to six
 * decimals are kept as they are. Costs that have more, or are so far apart that their sum would
 * take more digits than sums of doubles are exact to, are rounded to a millionth of the largest: of
 * two choices that differ by less than so much for each of their measures, either may then be
 * called the least. */
#include "core/repair/cover_rows.h"

#define DECIMALS 6
#define SUM_MAX 2e11 /* core/repair/branch.c proves bounds to less than one up to here */
#define GRID 1e6

static double nearest(double value)
{
    return (double)(int64_t)(value + 0.5);
}

/* Do all costs, times the scale, come to whole numbers whose sum is not too large? */
static bool is_scale(const gp_cover *cover, double scale)
{
    double sum = 0;
    for (uint32_t i = 0; i < cover->measures; i++) {
        double scaled = cover->costs[i] * scale;
        sum += scaled;
        if (!(sum <= SUM_MAX)) return false;
        double rest = scaled - nearest(scaled);
        if ((rest < 0 ? -rest : rest) > 1e-12 * scaled) return false;
    }
    return true;
}

static int64_t common_factor(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static double choose_scale(gp_cover *cover)
{
    double scale = 1, largest = 0;
    for (int i = 0; i <= DECIMALS; i++, scale *= 10)
        if (is_scale(cover, scale)) return scale;
    for (uint32_t i = 0; i < cover->measures; i++)
        if (cover->costs[i] > largest) largest = cover->costs[i];
    cover->allowance = cover->measures;
    return GRID / largest;
}

gp_status gp_weigh_costs(gp_cover *cover)
{
    cover->weights = GP_NEW(cover->job, int64_t, cover->measures);
    if (!cover->weights) return gp_no_memory(cover->job);
    double scale = choose_scale(cover);
    int64_t factor = 0;
    for (uint32_t i = 0; i < cover->measures; i++) {
        cover->weights[i] = (int64_t)nearest(cover->costs[i] * scale);
        factor = common_factor(cover->weights[i], factor);
    }
    if (factor == 0) factor = 1;
    for (uint32_t i = 0; i < cover->measures; i++) cover->weights[i] /= factor;
    cover->unit = (double)factor / scale;
    return GP_OK;
}

int64_t gp_weight_within(const gp_cover *cover, double cost)
{
    double weight = cost / cover->unit;
    if (!(weight < 2 * SUM_MAX)) return (int64_t)(2 * SUM_MAX);
    return (int64_t)(weight + 1e-9 + 1e-12 * weight) + cover->allowance;
}

double gp_cost_of_choice(const gp_cover *cover, const bool *is_taken)
{
    double sum = 0;
    for (uint32_t i = 0; i < cover->measures; i++)
        if (is_taken[i]) sum += cover->costs[i];
    return sum;
}

int64_t gp_weight_of_choice(const gp_cover *cover, const bool *is_taken)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < cover->measures; i++)
        if (is_taken[i]) sum += cover->weights[i];
    return sum;
}
