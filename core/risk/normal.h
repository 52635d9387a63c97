/* SPDX-License-Identifier: MIT
 * Words that vary together: a Gaussian copula of common factors. Private to core. */
#ifndef GP_NORMAL_H
#define GP_NORMAL_H

#include "core/risk/chances.h"

/* Tables of the normal distribution, made with + - * / and sqrt only. Owner: the job. */
typedef struct gp_normal gp_normal;
gp_status gp_make_normal(gp_job *job, const gp_normal **out);

/* Standard normal values of random words (the inverse of the distribution function). */
void gp_to_normal(const gp_normal *normal, const uint32_t words[GP_LANES], double out[GP_LANES]);

/* And back: words that are uniform where the values are standard normal. */
void gp_from_normal(const gp_normal *normal, const double values[GP_LANES], uint32_t out[GP_LANES]);

#endif
