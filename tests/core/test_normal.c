/* SPDX-License-Identifier: MIT
 * Words to normal values and back, against the C library's error function; and words that vary
 * together through them. */
#include "core/risk/normal.h"
#include "core/risk/philox.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define WORDS 0x1p32

static double share_of(uint32_t word)
{
    return (word + 0.5) / WORDS;
}

static double share_below(double z)
{
    return 0.5 * erfc(-z / sqrt(2));
}

/* Words all over, and close to both ends. */
static void draw_hard(uint32_t batch, uint32_t words[GP_LANES])
{
    gp_draw_words(5, (gp_stream){1, 2}, batch * GP_LANES, words);
    if (batch % 3 == 0) return;
    for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
        words[lane] >>= lane % 32;
        if (batch % 3 == 1) words[lane] = ~words[lane];
    }
}

static void values_are_the_inverse(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_normal *normal;
    assert_int_equal(gp_make_normal(job, &normal), GP_OK);
    for (uint32_t batch = 0; batch < 2000; ++batch) {
        uint32_t words[GP_LANES], back[GP_LANES];
        double values[GP_LANES];
        draw_hard(batch, words);
        gp_to_normal(normal, words, values);
        gp_from_normal(normal, values, back);
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
            const double share = share_of(words[lane]);
            assert_true(fabs(share_below(values[lane]) - share) < 1e-8);
            /* In the tails the share itself is right, not only what it differs by. */
            if (share < 0.5) assert_true(fabs(share_below(values[lane]) / share - 1) < 1e-6);
            assert_true(fabs(share_of(back[lane]) - share) < 1e-8);
        }
    }
    gp_job_free(job);
}

static void ends_and_the_middle_are_there(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_normal *normal;
    assert_int_equal(gp_make_normal(job, &normal), GP_OK);
    const uint32_t words[GP_LANES] = {0, UINT32_MAX, 0x7FFFFFFF, 0x80000000, 1};
    double values[GP_LANES];
    gp_to_normal(normal, words, values);
    assert_true(fabs(values[0] + 6.3380) < 1e-4); /* one chance in 2^33 */
    assert_true(values[1] == -values[0]);
    assert_true(values[2] < 0 && values[2] > -1e-9 && values[3] == -values[2]);
    assert_true(values[4] > values[0]);
    const double far[GP_LANES] = {-7.99, 7.99, -1e300, 1e300, -8, 8, 0};
    uint32_t back[GP_LANES];
    gp_from_normal(normal, far, back);
    for (int k = 0; k < 6; ++k) assert_int_equal(back[k], k % 2 ? UINT32_MAX : 0);
    assert_true(back[6] == 0x7FFFFFFF || back[6] == 0x80000000);
    gp_job_free(job);
}

/* FNV-1a over words and the bits of values: the same on every machine and with every compiler. */
static uint64_t add_bits(uint64_t hash, uint64_t bits)
{
    for (int byte = 0; byte < 8; ++byte, bits >>= 8) hash = (hash ^ (bits & 0xFF)) * 1099511628211u;
    return hash;
}

static void bits_are_the_same_everywhere(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_normal *normal;
    assert_int_equal(gp_make_normal(job, &normal), GP_OK);
    uint64_t hash = 14695981039346656037u;
    for (uint32_t batch = 0; batch < 300; ++batch) {
        uint32_t words[GP_LANES];
        double values[GP_LANES];
        draw_hard(batch, words);
        gp_to_normal(normal, words, values);
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
            uint64_t bits;
            memcpy(&bits, &values[lane], sizeof bits);
            hash = add_bits(hash, bits);
            values[lane] *= 0.75;
        }
        gp_from_normal(normal, values, words);
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) hash = add_bits(hash, words[lane]);
    }
    assert_true(hash == 0xc1fee9ec0566ef23u);
    gp_job_free(job);
}

/* Two words with a common factor: Spearman's rho of a Gaussian copula is 6 / pi asin (rho / 2), and
 * each word by itself is as uniform as before. */
static void words_vary_together_as_the_copula_has_it(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_normal *normal;
    assert_int_equal(gp_make_normal(job, &normal), GP_OK);
    const double coefficients[] = {0, 0.3, 0.5, 0.9, -0.7};
    for (size_t i = 0; i < sizeof coefficients / sizeof *coefficients; ++i) {
        const double c = coefficients[i], common = sqrt(fabs(c)), own = sqrt(1 - fabs(c));
        const uint32_t batches = 3000;
        double sum = 0, squares = 0;
        uint32_t bins[2][32] = {{0}};
        for (uint32_t batch = 0; batch < batches; ++batch) {
            uint32_t words[3][GP_LANES];
            double z[3][GP_LANES];
            for (uint32_t k = 0; k < 3; ++k) {
                gp_draw_words(1, (gp_stream){k, (uint32_t)i}, batch * GP_LANES, words[k]);
                gp_to_normal(normal, words[k], z[k]);
            }
            for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
                z[0][lane] *= common;
                z[1][lane] = z[0][lane] + own * z[1][lane];
                z[2][lane] = (c < 0 ? -z[0][lane] : z[0][lane]) + own * z[2][lane];
            }
            gp_from_normal(normal, z[1], words[1]);
            gp_from_normal(normal, z[2], words[2]);
            for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
                const double product =
                    12 * (share_of(words[1][lane]) - 0.5) * (share_of(words[2][lane]) - 0.5);
                sum += product;
                squares += product * product;
                ++bins[0][words[1][lane] >> 27];
                ++bins[1][words[2][lane] >> 27];
            }
        }
        const double n = batches * (double)GP_LANES, mean = sum / n;
        const double error = sqrt((squares / n - mean * mean) / n);
        assert_true(fabs(mean - 6 / acos(-1) * asin(c / 2)) < 4 * error);
        for (int k = 0; k < 2; ++k) {
            double chi = 0;
            for (int bin = 0; bin < 32; ++bin)
                chi += (bins[k][bin] - n / 32) * (bins[k][bin] - n / 32) / (n / 32);
            assert_true(chi < 31 + 4 * sqrt(62) && chi > 31 - 4 * sqrt(62));
        }
    }
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_the_inverse),
        cmocka_unit_test(ends_and_the_middle_are_there),
        cmocka_unit_test(bits_are_the_same_everywhere),
        cmocka_unit_test(words_vary_together_as_the_copula_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
