/* SPDX-License-Identifier: MIT
 * Logarithms and powers of e with + - * / only: the C library's differ in their last bit between
 * machines. Within 2 units in the last place. Inline, without branches, so that loops over them
 * become vectors. Private to core/risk. */
#ifndef GP_ELEMENTARY_H
#define GP_ELEMENTARY_H

#include <stdint.h>
#include <string.h>

#define GP_LN2_HIGH 0x1.62e42feep-1 /* 31 bits, so that a multiple of it is exact */
#define GP_LN2_LOW 0x1.a39ef35793c76p-33

/* The bits of a number, and the number of bits. */
static inline uint64_t gp_bits_of(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}
static inline double gp_of_bits(uint64_t bits)
{
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

/* ln x, for a normal x > 0. x = 2^e m, with m between sqrt 1/2 and sqrt 2; then
 * ln m = 2 artanh s with s = (m - 1) / (m + 1), of which the series is over |s| < 0.172. */
static inline double gp_log(double x)
{
    const uint64_t root_half = 0x3FE6A09E667F3BCDu, one = 0x3FF0000000000000u;
    const uint64_t shifted = gp_bits_of(x) + (one - root_half);
    const double m = gp_of_bits((shifted & 0xFFFFFFFFFFFFFu) + root_half);
    /* 2^52 + k has the integer k in its lowest bits. */
    const double e = gp_of_bits(0x4330000000000000u | shifted >> 52) - (0x1p52 + 1023);
    const double f = m - 1, s = f / (m + 1), z = s * s, y = z * z;
    const double even = 1.0 / 5 + y * (1.0 / 9 + y * (1.0 / 13 + y * (1.0 / 17 + y * (1.0 / 21))));
    const double odd = 1.0 / 3 + y * (1.0 / 7 + y * (1.0 / 11 + y * (1.0 / 15 + y * (1.0 / 19))));
    /* 2 s = f - s f, so most of the sum is exact. */
    const double rest = 2 * z * (odd + z * even);
    return e * GP_LN2_HIGH + (f - (s * (f - rest) - e * GP_LN2_LOW));
}

/* e^x, for x of -700 to 700. x = n ln 2 + r, with |r| < 0.347: the series. */
static inline double gp_exp(double x)
{
    const double round = 0x1.8p52; /* adding it rounds to an integer, which its lowest bits hold */
    const double shifted = x * 0x1.71547652b82fep0 + round, n = shifted - round;
    const double r = (x - n * GP_LN2_HIGH) - n * GP_LN2_LOW, y = r * r;
    const double even =
        1.0 / 2 +
        y * (1.0 / 24 +
             y * (1.0 / 720 + y * (1.0 / 40320 + y * (1.0 / 3628800 + y * (1.0 / 479001600)))));
    const double odd =
        1.0 / 6 +
        y * (1.0 / 120 +
             y * (1.0 / 5040 + y * (1.0 / 362880 + y * (1.0 / 39916800 + y * (1.0 / 6227020800)))));
    const double power = 1 + (r + y * (even + r * odd));
    return power * gp_of_bits((gp_bits_of(shifted) + 1023) << 52);
}

#endif
