/* SPDX-License-Identifier: MIT
 * Tables of chances against distributions that are worked out here in another way: closed forms,
 * polynomials, and Simpson's rule in long double. */
#include "core/risk/chances.h"
#include "core/risk/philox.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define WORDS 0x1p32L

/* ---- shares, in other ways ---- */

/* The integral of t^(p - 1) (1 - t)^(q - 1) over from..to, with t = y^4: smooth at 0. */
static long double integrate(long double p, long double q, long double from, long double to)
{
    const long double low = powl(from, 0.25L), high = powl(to, 0.25L);
    const int pieces = 8 + 2 * (int)(1000 * (high - low));
    const long double step = (high - low) / pieces;
    long double sum = 0;
    for (int k = 0; k <= pieces; ++k) {
        const long double y = low + k * step;
        const long double height = 4 * powl(y, 4 * p - 1) * powl(1 - y * y * y * y, q - 1);
        sum += height * (k == 0 || k == pieces ? 1 : k % 2 ? 4 : 2);
    }
    return sum * step / 3;
}

/* shares[k] up to first + k days, each from the end that is nearer. */
static void integrate_pert(const gp_shape *shape, long double first, uint32_t count,
                           long double *shares)
{
    const long double least = shape->least, most = shape->most, range = most - least;
    const long double p = 1 + 4 * (shape->likely - least) / range, q = 6 - p;
    long double all = 0, sum = 0, at = 0;
    for (int k = 0; k < 64; ++k)
        all += integrate(p, q, k / 128.0L, (k + 1) / 128.0L) +
               integrate(q, p, k / 128.0L, (k + 1) / 128.0L);
    uint32_t seam = 0;
    for (; seam < count && first + seam - least <= range / 2; ++seam) {
        const long double to = (first + seam - least) / range;
        sum += integrate(p, q, at, to);
        at = to;
        shares[seam] = sum / all;
    }
    sum = at = 0;
    for (uint32_t k = count; k-- > seam;) {
        const long double to = (most - first - k) / range;
        sum += integrate(q, p, at, to);
        at = to;
        shares[k] = 1 - sum / all;
    }
}

/* The same of whole alpha and beta (6 together): the chance of at least alpha of 5 below x. */
static long double pert_polynomial(const gp_shape *shape, long double days)
{
    const long double range = shape->most - shape->least, x = (days - shape->least) / range;
    const int alpha = (int)lround(1 + 4 * (shape->likely - shape->least) / (double)range);
    const long double choose[6] = {1, 5, 10, 10, 5, 1};
    long double sum = 0;
    for (int k = alpha; k <= 5; ++k) sum += choose[k] * powl(x, k) * powl(1 - x, 5 - k);
    return sum;
}

static long double triangular(const gp_shape *shape, long double days)
{
    const long double a = shape->least, m = shape->likely, b = shape->most;
    return days <= m && m > a ? (days - a) * (days - a) / ((b - a) * (m - a))
                              : 1 - (b - days) * (b - days) / ((b - a) * (b - m));
}

typedef struct row {
    gp_shape shape;
    bool is_whole; /* a PERT whose share is a polynomial */
} row;

static const row rows[] = {
    {{.distribution = GP_PERT, .least = 10, .likely = 10, .most = 110}, true},
    {{.distribution = GP_PERT, .least = 0, .likely = 150, .most = 600}, true},
    {{.distribution = GP_PERT, .least = 100, .likely = 400, .most = 700}, true},
    {{.distribution = GP_PERT, .least = 60, .likely = 360, .most = 460}, true},
    {{.distribution = GP_PERT, .least = 7, .likely = 11, .most = 11}, true},
    {{.distribution = GP_PERT, .least = 20, .likely = 90, .most = 365}, false},
    {{.distribution = GP_PERT, .least = 72.8, .likely = 91, .most = 145.6}, false},
    {{.distribution = GP_PERT, .least = 0.3, .likely = 880.1, .most = 912.5}, false},
    {{.distribution = GP_PERT, .least = 3, .likely = 3.25, .most = 9.5}, false},
    {{.distribution = GP_PERT, .least = 4, .likely = 4.5, .most = 5}, false},
    {{.distribution = GP_TRIANGULAR, .least = 30, .likely = 90, .most = 400}, false},
    {{.distribution = GP_TRIANGULAR, .least = 30.5, .likely = 30.5, .most = 60.25}, false},
    {{.distribution = GP_TRIANGULAR, .least = 1, .likely = 6, .most = 6}, false},
    {{.distribution = GP_UNIFORM, .least = 10, .likely = 20, .most = 375}, false},
    {{.distribution = GP_UNIFORM, .least = 2.4, .likely = 2.5, .most = 3.6}, false},
};
#define ROWS (sizeof rows / sizeof *rows)

static int32_t value_of(const gp_chances *chances, uint32_t index)
{
    return chances->values ? chances->values[index] : chances->first + (int32_t)index;
}

/* The shares up to each value of a table. */
static void find_shares(const row *of, const gp_chances *chances, long double *shares)
{
    const gp_shape *shape = &of->shape;
    const uint32_t count = chances->count - 1;
    shares[count] = 1;
    if (shape->distribution == GP_PERT && !of->is_whole) {
        integrate_pert(shape, chances->first + 0.5L, count, shares);
        return;
    }
    for (uint32_t k = 0; k < count; ++k) {
        const long double days = value_of(chances, k) + 0.5L;
        shares[k] = shape->distribution == GP_PERT ? pert_polynomial(shape, days)
                    : shape->distribution == GP_TRIANGULAR
                        ? triangular(shape, days)
                        : (days - shape->least) / (shape->most - shape->least);
    }
}

#define VALUES_MOST 1000

static void limits_are_the_nearest_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; ++i) {
        gp_job *job = gp_job_new();
        gp_chances chances;
        assert_int_equal(gp_make_chances(job, &rows[i].shape, &chances), GP_OK);
        assert_true(chances.count <= VALUES_MOST);
        assert_true(value_of(&chances, 0) >= (int32_t)(rows[i].shape.least + 0.5));
        assert_true(value_of(&chances, chances.count - 1) <= (int32_t)(rows[i].shape.most + 0.5));
        long double shares[VALUES_MOST];
        find_shares(&rows[i], &chances, shares);
        for (uint32_t k = 0; k < chances.count; ++k) {
            assert_true(fabsl(chances.limits[k] + 1.0L - shares[k] * WORDS) < 1);
            assert_true(k == 0 || chances.limits[k] >= chances.limits[k - 1]);
        }
        assert_int_equal(chances.limits[chances.count - 1], UINT32_MAX);
        gp_job_free(job);
    }
}

/* ---- draws ---- */

#define BATCHES 15625 /* of a million draws */

/* Chi-square of a million draws, in bins of at least 20 expected draws. */
static double draw_many(const gp_chances *chances, const long double *shares, uint32_t record,
                        uint32_t *degrees)
{
    uint32_t drawn[VALUES_MOST] = {0};
    for (uint32_t batch = 0; batch < BATCHES; ++batch) {
        uint32_t words[GP_LANES];
        int32_t values[GP_LANES];
        gp_draw_words(1, (gp_stream){record, 0}, batch * GP_LANES, words);
        gp_draw_chances(chances, words, values);
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
            uint32_t k = (uint32_t)(values[lane] - value_of(chances, 0));
            if (chances->values)
                for (k = 0; chances->values[k] != values[lane];) ++k;
            assert_true(k < chances->count);
            ++drawn[k];
        }
    }
    const double draws = BATCHES * (double)GP_LANES;
    double chi = 0, expected = 0, seen = 0, before = 0;
    *degrees = 0;
    for (uint32_t k = 0; k < chances->count; ++k) {
        expected += draws * ((double)shares[k] - before);
        before = (double)shares[k];
        seen += drawn[k];
        if (expected < 20 || (draws * (1 - before) < 20 && k + 1 < chances->count)) continue;
        chi += (seen - expected) * (seen - expected) / expected;
        ++*degrees;
        expected = seen = 0;
    }
    return chi;
}

static void assert_chi_square(const gp_chances *chances, const long double *shares, uint32_t record)
{
    uint32_t bins;
    const double chi = draw_many(chances, shares, record, &bins);
    if (bins <= 1) return;
    const double degrees = bins - 1.0, wide = 4 * sqrt(2 * degrees) + 4;
    assert_true(chi < degrees + wide && chi > degrees - wide);
}

static void a_million_draws_have_these_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; ++i) {
        gp_job *job = gp_job_new();
        gp_chances chances;
        assert_int_equal(gp_make_chances(job, &rows[i].shape, &chances), GP_OK);
        long double shares[VALUES_MOST];
        find_shares(&rows[i], &chances, shares);
        assert_chi_square(&chances, shares, (uint32_t)i);
        gp_job_free(job);
    }
}

static void discrete_values_come_as_they_weigh(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const int32_t values[] = {90, 270, 10, 90, 4000, 11};
    const double weights[] = {6, 3, 2, 1, 0.001, 4};
    const gp_shape shape = {
        .distribution = GP_DISCRETE, .values = values, .weights = weights, .value_count = 6};
    gp_chances chances;
    assert_int_equal(gp_make_chances(job, &shape, &chances), GP_OK);
    assert_int_equal(chances.count, 5);
    const int32_t expected[] = {10, 11, 90, 270, 4000};
    assert_memory_equal(chances.values, expected, sizeof expected);
    const long double shares[] = {2 / 16.001L, 6 / 16.001L, 13 / 16.001L, 16 / 16.001L, 1};
    for (uint32_t k = 0; k < 5; ++k)
        assert_true(fabsl(chances.limits[k] + 1.0L - shares[k] * WORDS) < 1);
    assert_chi_square(&chances, shares, 99);
    gp_job_free(job);
}

/* So rare that no word is left for it; alone; and the same in any order. */
static void discrete_ends(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const int32_t values[] = {5, 3, 4, 3};
    const double weights[] = {1e-12, 0.7, 1, 0.1}, turned[] = {1e-12, 0.1, 1, 0.7};
    gp_shape shape = {
        .distribution = GP_DISCRETE, .values = values, .weights = weights, .value_count = 4};
    gp_chances chances, other;
    assert_int_equal(gp_make_chances(job, &shape, &chances), GP_OK);
    assert_int_equal(chances.count, 2);
    assert_int_equal(chances.values[1], 4);
    assert_int_equal(chances.limits[1], UINT32_MAX);
    shape.weights = turned;
    assert_int_equal(gp_make_chances(job, &shape, &other), GP_OK);
    assert_memory_equal(chances.limits, other.limits, 2 * sizeof *other.limits);
    shape.value_count = 1;
    assert_int_equal(gp_make_chances(job, &shape, &chances), GP_OK);
    assert_int_equal(chances.count, 1);
    assert_int_equal(chances.values[0], 5);
    gp_job_free(job);
}

/* What a word draws by definition: the first value whose limit is not below it. */
static void assert_definition(const gp_chances *chances, const uint32_t words[GP_LANES])
{
    int32_t values[GP_LANES];
    gp_draw_chances(chances, words, values);
    for (uint32_t lane = 0; lane < GP_LANES; ++lane) {
        uint32_t low = 0, high = chances->count - 1;
        while (low < high) {
            const uint32_t middle = (low + high) / 2;
            if (chances->limits[middle] < words[lane])
                low = middle + 1;
            else
                high = middle;
        }
        assert_int_equal(values[lane], value_of(chances, low));
    }
}

static void assert_definition_all_over(const gp_chances *chances)
{
    uint32_t words[GP_LANES];
    for (uint32_t batch = 0; batch < 300; ++batch) { /* many in the tails as well */
        gp_draw_words(2, (gp_stream){0, 0}, batch * GP_LANES, words);
        for (uint32_t lane = 0; lane < GP_LANES && batch % 3; ++lane)
            words[lane] = batch % 3 == 1 ? words[lane] >> lane % 32 : ~(words[lane] >> lane % 32);
        assert_definition(chances, words);
    }
    const uint32_t step = 1 + chances->count / 5000;
    for (uint32_t k = 0; k < chances->count; k += step) { /* on both sides of each limit */
        for (uint32_t lane = 0; lane < GP_LANES; ++lane)
            words[lane] = chances->limits[k] - 31 + lane;
        assert_definition(chances, words);
    }
    for (uint32_t eighth = 0; eighth < 8; ++eighth) { /* where cells get finer, and both ends */
        for (uint32_t lane = 0; lane < GP_LANES; ++lane) words[lane] = (eighth << 29) - 31 + lane;
        assert_definition(chances, words);
    }
}

static void draws_follow_the_limits(const gp_shape *shape)
{
    gp_job *job = gp_job_new();
    gp_chances chances;
    assert_int_equal(gp_make_chances(job, shape, &chances), GP_OK);
    assert_definition_all_over(&chances);
    gp_job_free(job);
}

/* Of the words that are left each value has the share that it has of them, to a word. */
static void assert_cut(gp_job *job, const gp_chances *whole, uint32_t from)
{
    gp_chances cut;
    assert_int_equal(gp_cut_chances(job, whole, from, &cut), GP_OK);
    const long double below = whole->limits[from - 1] + 1.0L, left = WORDS - below;
    const uint32_t last = whole->count - 1;
    for (uint32_t k = from; k < last; ++k) {
        uint32_t i = 0;
        while (i < cut.count && value_of(&cut, i) < value_of(whole, k)) ++i;
        const bool is_drawn = whole->limits[k] + 1.0L > below;
        assert_true(is_drawn ? value_of(&cut, i) == value_of(whole, k) : i == 0);
        if (is_drawn)
            assert_true(fabsl(cut.limits[i] + 1.0L -
                              (whole->limits[k] + 1.0L - below) / left * WORDS) <= 1);
    }
    assert_int_equal(value_of(&cut, cut.count - 1), value_of(whole, last));
    assert_int_equal(cut.limits[cut.count - 1], UINT32_MAX);
    assert_definition_all_over(&cut);
}

static void what_is_over_is_cut_off(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; ++i) {
        gp_job *job = gp_job_new();
        gp_chances chances;
        assert_int_equal(gp_make_chances(job, &rows[i].shape, &chances), GP_OK);
        const uint32_t froms[] = {1, 2, chances.count / 2, chances.count - 2, chances.count - 1};
        for (size_t k = 0; k < 5; ++k)
            if (froms[k] > 0 && froms[k] < chances.count) assert_cut(job, &chances, froms[k]);
        gp_job_free(job);
    }
    gp_job *job = gp_job_new();
    const uint32_t limits[] = {9, 9, 9, 4000000000, UINT32_MAX};
    const int32_t values[] = {3, 4, 7, 8, 12}; /* no word draws 4 and 7 */
    assert_cut(job, &(gp_chances){.limits = limits, .values = values, .count = 5}, 1);
    gp_job_free(job);
}

static void each_word_draws_what_its_limit_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; ++i) draws_follow_the_limits(&rows[i].shape);
    const gp_shape ages = {
        .distribution = GP_PERT, .least = 0, .likely = 1000, .most = GP_DURATION_DAYS_MAX};
    draws_follow_the_limits(&ages);
    int32_t values[40];
    double weights[40];
    for (int k = 0; k < 40; ++k) { /* all but one in one cell */
        values[k] = 3 * k;
        weights[k] = k == 20 ? 1 : 1e-6 * k + 1e-7;
    }
    const gp_shape steep = {
        .distribution = GP_DISCRETE, .values = values, .weights = weights, .value_count = 40};
    draws_follow_the_limits(&steep);
}

static void what_cannot_vary_does_not(void **state)
{
    (void)state;
    const double points[][3] = {{10, 10, 10},    {10.5, 10.5, 10.5}, {9.5, 10, 10.5},
                                {9.6, 10, 10.4}, {10, 10, 10.5},     {9.5, 9.5, 9.6}};
    gp_job *job = gp_job_new();
    for (int which = GP_PERT; which <= GP_UNIFORM; ++which)
        for (size_t i = 0; i < sizeof points / sizeof *points; ++i) {
            const gp_shape shape = {.distribution = (gp_distribution)which,
                                    .least = points[i][0],
                                    .likely = points[i][1],
                                    .most = points[i][2]};
            gp_chances chances;
            assert_int_equal(gp_make_chances(job, &shape, &chances), GP_OK);
            assert_int_equal(chances.count, 1);
            const uint32_t words[GP_LANES] = {0, UINT32_MAX, 0x80000000};
            int32_t out[GP_LANES];
            gp_draw_chances(&chances, words, out);
            for (uint32_t lane = 0; lane < GP_LANES; ++lane)
                assert_int_equal(out[lane], i == 1 ? 11 : 10);
        }
    gp_job_free(job);
}

/* FNV-1a: the same on every machine, with every compiler, with and without vectors. */
static uint64_t add_bits(uint64_t hash, uint32_t bits)
{
    for (int byte = 0; byte < 4; ++byte, bits >>= 8) hash = (hash ^ (bits & 0xFF)) * 1099511628211u;
    return hash;
}

static void bits_are_the_same_everywhere(void **state)
{
    (void)state;
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < ROWS; ++i) {
        gp_job *job = gp_job_new();
        gp_chances chances;
        assert_int_equal(gp_make_chances(job, &rows[i].shape, &chances), GP_OK);
        for (uint32_t k = 0; k < chances.count; ++k) hash = add_bits(hash, chances.limits[k]);
        for (uint32_t batch = 0; batch < 20; ++batch) {
            uint32_t words[GP_LANES];
            int32_t values[GP_LANES];
            gp_draw_words(4, (gp_stream){i, 0}, batch * GP_LANES, words);
            gp_draw_chances(&chances, words, values);
            for (uint32_t lane = 0; lane < GP_LANES; ++lane)
                hash = add_bits(hash, (uint32_t)values[lane]);
        }
        gp_job_free(job);
    }
    assert_true(hash == 0x7157475ef3777d7bu);
}

static void without_memory_it_says_so(void **state)
{
    (void)state;
    const int32_t value = 3;
    const double weight = 1;
    const gp_shape shapes[] = {
        rows[0].shape,
        {.distribution = GP_DISCRETE, .values = &value, .weights = &weight, .value_count = 1}};
    for (size_t i = 0; i < 2; ++i)
        for (size_t count = 0;; ++count) {
            gp_job *job = gp_job_new();
            gp_chances chances;
            gp_fail_allocations_after(job, count);
            const gp_status status = gp_make_chances(job, &shapes[i], &chances);
            gp_job_free(job);
            if (status == GP_OK) {
                assert_true(count == (i == 0 ? 2 : 4));
                break;
            }
            assert_int_equal(status, GP_NO_MEMORY);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_the_nearest_words),
        cmocka_unit_test(a_million_draws_have_these_shares),
        cmocka_unit_test(discrete_values_come_as_they_weigh),
        cmocka_unit_test(discrete_ends),
        cmocka_unit_test(each_word_draws_what_its_limit_says),
        cmocka_unit_test(what_is_over_is_cut_off),
        cmocka_unit_test(what_cannot_vary_does_not),
        cmocka_unit_test(bits_are_the_same_everywhere),
        cmocka_unit_test(without_memory_it_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
