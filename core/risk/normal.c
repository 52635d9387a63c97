/* SPDX-License-Identifier: MIT
 * The normal distribution and its inverse, as cubics between points: at the ends of each piece
 * value and slope are exact, so what lies between is within the width to the fourth of it. The
 * tails are looked up by the exponent and the first bits of the share, so pieces get narrower as
 * they get rarer, down to a single word. */
#include "core/risk/normal.h"

#include "core/risk/elementary.h"

#define WORDS 0x1p32
#define REACH 8     /* beyond it no word is left */
#define PER_UNIT 32 /* pieces of the distribution function in a standard deviation */
#define PIECES (2 * REACH * PER_UNIT)
#define FINE_BITS 5 /* pieces of the inverse: 2^5 for each halving of the share */
#define OCTAVES 32  /* shares of 2^-33 to 1/2 */
#define INVERSE_PIECES (OCTAVES << FINE_BITS)

/* a + f (b + f (c + f d)), for f of 0 to 1. */
typedef struct cubic {
    double a, b, c, d;
} cubic;

struct gp_normal {
    cubic below[PIECES];           /* the share below, in words */
    cubic inverse[INVERSE_PIECES]; /* of a share below 1/2 */
};

static double density(double z)
{
    return 0x1.9884533d43651p-2 * gp_exp(-z * z / 2); /* 1 / sqrt(2 pi) */
}

/* The share above z >= 0: a series near the middle, a continued fraction (Laplace) in the tail. */
static double tail(double z)
{
    double sum = 0;
    if (z < 3) {
        double term = z;
        for (int k = 1; k < 60; ++k) {
            sum += term;
            term *= z * z / (2 * k + 1);
        }
        return 0.5 - density(z) * sum;
    }
    for (int k = 30; k > 0; --k) sum = k / (z + sum);
    return density(z) / (z + sum);
}

/* The cubic from one point to the other, with the slopes there times the width. */
static cubic join(double from, double from_slope, double to, double to_slope)
{
    const double rise = to - from;
    return (cubic){from, from_slope, 3 * rise - 2 * from_slope - to_slope,
                   from_slope + to_slope - 2 * rise};
}

static void fill_below(cubic below[PIECES])
{
    double value = 0, slope = 0;
    for (int k = 0; k <= PIECES; ++k) {
        const double z = (double)k / PER_UNIT - REACH;
        const double next = WORDS * (z < 0 ? tail(-z) : 1 - tail(z));
        const double next_slope = WORDS * density(z) / PER_UNIT;
        if (k > 0) below[k - 1] = join(value, slope, next, next_slope);
        value = next;
        slope = next_slope;
    }
}

/* From the middle outwards: each point is near the one before, so Newton soon finds it. */
static void fill_inverse(cubic inverse[INVERSE_PIECES])
{
    const uint32_t fine = 1u << FINE_BITS;
    double upper = 0;
    double octave = 0.25; /* the lowest share of it */
    for (uint32_t from = INVERSE_PIECES; from > 0; from -= fine, octave /= 2) {
        const double width = octave / fine;
        for (uint32_t piece = fine; piece-- > 0;) {
            const double share = octave + piece * width;
            double z = upper - width / density(upper);
            for (int round = 0; round < 4; ++round) z -= (tail(-z) - share) / density(z);
            inverse[from - fine + piece] =
                join(z, width / density(z), upper, width / density(upper));
            upper = z;
        }
    }
}

gp_status gp_make_normal(gp_job *job, const gp_normal **out)
{
    gp_normal *made = GP_NEW(job, gp_normal, 1);
    if (!made) return gp_no_memory(job);
    fill_below(made->below);
    fill_inverse(made->inverse);
    *out = made;
    return GP_OK;
}

void gp_to_normal(const gp_normal *normal, const uint32_t words[GP_LANES], double out[GP_LANES])
{
    const uint32_t half = 1u << 31;
    const uint64_t first = (1023u - 1) << FINE_BITS; /* of half a word */
    for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
        const bool is_above = words[lane] >= half;
        const uint32_t near = is_above ? ~words[lane] : words[lane];
        const uint64_t bits = gp_bits_of((int32_t)near + 0.5);
        const cubic *piece = &normal->inverse[(bits >> (52 - FINE_BITS)) - first];
        /* 1 + f, with the bits below those that told the piece. */
        const double f =
            gp_of_bits((bits << FINE_BITS & 0xFFFFFFFFFFFFFu) | 0x3FF0000000000000u) - 1;
        const double z = piece->a + f * (piece->b + f * (piece->c + f * piece->d));
        out[lane] = is_above ? -z : z;
    }
}

void gp_from_normal(const gp_normal *normal, const double values[GP_LANES], uint32_t out[GP_LANES])
{
    const double most = WORDS - 1, last = 2 * REACH - 0x1p-20;
    for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
        double reach = values[lane] + REACH;
        reach = reach < 0 ? 0 : reach;
        reach = reach > last ? last : reach;
        const double at = reach * PER_UNIT;
        const int32_t number = (int32_t)at;
        const double f = at - number;
        const cubic *piece = &normal->below[number];
        /* A word stands for the middle of its share: less than that is the word before. */
        double word = piece->a + f * (piece->b + f * (piece->c + f * piece->d)) - 0.5;
        word = word < 0 ? 0 : word;
        word = word > most ? most : word;
        out[lane] = (uint32_t)gp_bits_of(word + 0x1.8p52);
    }
}
