/* SPDX-License-Identifier: MIT
 * The picture of a sweep: names at the ends of lines stand apart and near them, values to scale
 * where they are lengths in order, and no two lines look the same. */
#include "core/job.h"
#include "render/sweep_picture.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static void names_stand_apart(void **state)
{
    (void)state;
    uint64_t random = 7;
    for (int trial = 0; trial < 500; trial++) {
        gp_length wanted[40], step = 15, first = 100, last = first + step * 39;
        uint32_t count = 1 + test_random(&random, 40);
        gp_length at = first;
        for (uint32_t i = 0; i < count; i++) {
            at += (gp_length)test_random(&random, 60);
            wanted[i] = at < last ? at : last;
        }
        gp_length lone = wanted[0];
        gp_spread_labels(wanted, count, step, first, last);
        for (uint32_t i = 1; i < count; i++) assert_true(wanted[i] - wanted[i - 1] >= step);
        assert_true(wanted[0] >= first && wanted[count - 1] <= last);
        if (count == 1) assert_int_equal(wanted[0], lone);
    }
}

static gp_sweep_picture placed(gp_job *job, const gp_sweep_axis *axis)
{
    gp_sweep_picture picture = {.sheet = {.job = job}, .along = axis};
    assert_int_equal(gp_place_sweep_values(&picture), GP_OK);
    return picture;
}

static void values_stand_to_scale_where_they_can(void **state)
{
    (void)state;
    static const struct {
        const char *values[4];
        uint32_t count;
        bool is_to_scale;
    } rows[] = {
        {{"1y", "6mo", "3mo", "none"}, 4, true},
        {{"1mo", "2mo", "4mo"}, 3, true},
        {{"1w", "10wd"}, 2, true},
        {{"1mo", "4mo", "2mo"}, 3, false},
        {{"1mo", "1mo"}, 2, false},
        {{"1d", "2d", "10y"}, 3, false},
        {{"true", "false"}, 2, false},
        {{"3mo"}, 1, false},
        {{"2027-01-01", "2027-02-01"}, 2, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_sweep_axis axis = {"planning.round", rows[i].values, rows[i].count};
        const gp_sweep_picture picture = placed(job, &axis);
        assert_int_equal(picture.is_to_scale, rows[i].is_to_scale);
        for (uint32_t k = 1; k <= axis.count; k++)
            assert_true(picture.places[k] - picture.places[k - 1] >= GP_UNITS(45));
        assert_true(picture.plot_width > picture.places[axis.count]);
        gp_job_free(job);
    }
}

static void twice_as_far_is_twice_as_long(void **state)
{
    (void)state;
    static const char *const values[] = {"1mo", "2mo", "4mo"};
    gp_job *job = gp_job_new();
    const gp_sweep_axis axis = {"planning.round", values, 3};
    const gp_length *places = placed(job, &axis).places;
    gp_length near = places[2] - places[1], far = places[3] - places[2];
    assert_true(far >= 2 * near - 2 && far <= 2 * near + 2);
    gp_job_free(job);
}

static void no_two_lines_look_the_same(void **state)
{
    (void)state;
    static const gp_point points[] = {{100, 100}, {900, 300}};
    static const bool is_there[] = {true, true};
    const char *drawn[GP_SWEEP_LINES_MAX];
    size_t size;
    gp_job *job = gp_job_new();
    for (uint32_t i = 0; i < GP_SWEEP_LINES_MAX; i++) {
        gp_buffer *buffer = gp_new_buffer(job);
        gp_draw_sweep_line(buffer, i, points, is_there, 2);
        assert_int_equal(gp_finish_buffer(buffer, &drawn[i], &size), GP_OK);
        for (uint32_t k = 0; k < i; k++) assert_string_not_equal(drawn[i], drawn[k]);
    }
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stand_apart),
        cmocka_unit_test(values_stand_to_scale_where_they_can),
        cmocka_unit_test(twice_as_far_is_twice_as_long),
        cmocka_unit_test(no_two_lines_look_the_same),
    };
    return cmocka_run_group_tests_name("sweep", tests, NULL, NULL);
}
