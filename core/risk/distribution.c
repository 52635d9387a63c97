/* SPDX-License-Identifier: MIT
 * How much of a distribution lies below a number of days. Triangular and uniform have it in closed
 * form. That of a PERT is an incomplete beta function: the integral from 0 to x of
 * t^(alpha - 1) (1 - t)^(beta - 1) is x^alpha times a series in x (the powers of 1 - t multiplied
 * out and integrated term by term), each term of which is up to the middle at most half of the one
 * before; above the middle it is the rest of that of the other end. So each day takes a logarithm,
 * a power of e and a polynomial, without branches, and none rests on another. */
#include "core/risk/distribution.h"

#include "core/risk/elementary.h"

/* The integral of t^(alpha - 1) (1 - t)^(beta - 1) is x^alpha times the sum of terms[k] x^k. */
static void prepare_series(double alpha, double beta, double terms[GP_PERT_TERMS])
{
    double binomial = 1;
    for (uint32_t k = 0; k < GP_PERT_TERMS; ++k) {
        terms[k] = binomial / (alpha + k);
        binomial *= (k + 1 - beta) / (k + 1);
    }
}

static inline double sum_series(double x, double power, const double terms[GP_PERT_TERMS])
{
    const double y = x * x;
    double even = terms[GP_PERT_TERMS - 2], odd = terms[GP_PERT_TERMS - 1];
    for (int k = GP_PERT_TERMS - 4; k >= 0; k -= 2) {
        even = even * y + terms[k];
        odd = odd * y + terms[k + 1];
    }
    return gp_exp(power * gp_log(x)) * (even + x * odd);
}

void gp_prepare_curve(const gp_shape *shape, gp_curve *out)
{
    const double range = shape->most - shape->least;
    out->shape = shape;
    out->one_by_range = 1 / range;
    if (shape->distribution != GP_PERT) return;
    out->alpha = 1 + 4 * (shape->likely - shape->least) / range;
    out->beta = 1 + 4 * (shape->most - shape->likely) / range;
    prepare_series(out->alpha, out->beta, out->low);
    prepare_series(out->beta, out->alpha, out->high);
    const double one_by_all =
        1 / (sum_series(0.5, out->alpha, out->low) + sum_series(0.5, out->beta, out->high));
    for (uint32_t k = 0; k < GP_PERT_TERMS; ++k) {
        out->low[k] *= one_by_all;
        out->high[k] *= one_by_all;
    }
}

/* Shares of days that lie `first` + k above the least, and those that lie `first` - k below the
 * most. */

GP_VECTORS static void find_low_pert(const gp_curve *curve, double first, uint32_t count,
                                     double *shares)
{
    const double scale = curve->one_by_range, power = curve->alpha;
    for (int32_t k = 0; k < (int32_t)count; ++k)
        shares[k] = sum_series((first + k) * scale, power, curve->low);
}

GP_VECTORS static void find_high_pert(const gp_curve *curve, double first, uint32_t count,
                                      double *shares)
{
    const double scale = curve->one_by_range, power = curve->beta;
    for (int32_t k = 0; k < (int32_t)count; ++k)
        shares[k] = 1 - sum_series((first - k) * scale, power, curve->high);
}

static void find_low_triangular(const gp_curve *curve, double first, uint32_t count, double *shares)
{
    const double scale =
        curve->one_by_range / (curve->shape->likely - curve->shape->least); /* not where count 0 */
    for (int32_t k = 0; k < (int32_t)count; ++k) shares[k] = (first + k) * (first + k) * scale;
}

static void find_high_triangular(const gp_curve *curve, double first, uint32_t count,
                                 double *shares)
{
    const double scale = curve->one_by_range / (curve->shape->most - curve->shape->likely);
    for (int32_t k = 0; k < (int32_t)count; ++k) shares[k] = 1 - (first - k) * (first - k) * scale;
}

void gp_read_curve(const gp_curve *curve, double first, uint32_t count, double *shares)
{
    const gp_shape *shape = curve->shape;
    if (shape->distribution == GP_UNIFORM) {
        for (int32_t k = 0; k < (int32_t)count; ++k)
            shares[k] = (first - shape->least + k) * curve->one_by_range;
        return;
    }
    const bool is_pert = shape->distribution == GP_PERT;
    const double seam = is_pert ? (shape->least + shape->most) / 2 : shape->likely;
    const double below = seam - first; /* days up to the seam are low ones */
    const uint32_t low = below < 0 ? 0 : below >= count ? count : (uint32_t)below + 1;
    const uint32_t kept = low < count ? low : count;
    (is_pert ? find_low_pert : find_low_triangular)(curve, first - shape->least, kept, shares);
    (is_pert ? find_high_pert : find_high_triangular)(curve, shape->most - first - kept,
                                                      count - kept, shares + kept);
}
