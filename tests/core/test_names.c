/* SPDX-License-Identifier: MIT
 * The hash map: the same text, the same number; numbers in order of first sight, without a gap. */
#include "core/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void numbers_follow_the_order(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t size;
        uint32_t number;
    } rows[] = {
        {"b", 1, 0},    {"a", 1, 1}, {"b", 1, 0}, {"", 0, 2},    {"a\0b", 3, 3}, {"a\0c", 3, 4},
        {"a\0b", 3, 3}, {"a", 1, 1}, {"", 0, 2},  {"\tb", 2, 5}, {"ab", 2, 6},   {"abc", 2, 6},
    };
    gp_job *job = gp_job_new();
    gp_names *names = gp_new_names(job);
    assert_non_null(names);
    assert_int_equal(gp_find_name(names, "a", 1), GP_NONE);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t number = gp_intern(names, rows[i].text, rows[i].size);
        assert_int_equal(number, rows[i].number);
        assert_int_equal(gp_find_name(names, rows[i].text, rows[i].size), number);
        assert_int_equal(gp_name_size(names, number), rows[i].size);
        assert_memory_equal(gp_name(names, number), rows[i].text, rows[i].size);
        assert_int_equal(gp_name(names, number)[rows[i].size], 0);
    }
    assert_int_equal(gp_find_name(names, "c", 1), GP_NONE);
    gp_job_free(job);
}

static void many_keep_their_numbers(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    char text[16];
    gp_job *job = gp_job_new();
    gp_names *names = gp_new_names(job);
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < COUNT; i++) {
            int size = snprintf(text, sizeof text, "id-%u", (unsigned)(i * 7919 % COUNT));
            assert_int_equal(gp_intern(names, text, (size_t)size), i);
        }
    assert_int_equal(names->texts.count, COUNT);
    gp_job_free(job);
}

static void no_memory_is_no_number(void **state)
{
    (void)state;
    for (size_t left = 0; left < 6; left++) {
        gp_job *job = gp_job_new();
        gp_fail_allocations_after(job, left);
        gp_names *names = gp_new_names(job);
        uint32_t number = names ? gp_intern(names, "a", 1) : GP_NONE;
        assert_true(number == 0 || number == GP_NONE);
        gp_fail_allocations_after(job, SIZE_MAX);
        if (names) assert_int_equal(gp_intern(names, "a", 1), 0);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_the_order),
        cmocka_unit_test(many_keep_their_numbers),
        cmocka_unit_test(no_memory_is_no_number),
    };
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
