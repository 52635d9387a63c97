/* SPDX-License-Identifier: MIT
 * The share of the samples of a distribution that lie below a number of days. Private to core/risk.
 */
#ifndef GP_DISTRIBUTION_H
#define GP_DISTRIBUTION_H

#include "core/risk/chances.h"

#define GP_PERT_TERMS 24 /* of a series: what is left out is below 2^-33 */

/* A PERT, a triangular or a uniform with least < most, made ready. */
typedef struct gp_curve {
    const gp_shape *shape;
    double one_by_range;
    double alpha, beta;                             /* PERT */
    double low[GP_PERT_TERMS], high[GP_PERT_TERMS]; /* PERT: below and above the middle */
} gp_curve;

void gp_prepare_curve(const gp_shape *shape, gp_curve *out);

/* shares[k] = the share up to first + k days, for k < count; all of these lie between least and
 * most. Within 2^-33. */
void gp_read_curve(const gp_curve *curve, double first, uint32_t count, double *shares);

#endif
