/* SPDX-License-Identifier: MIT
 * NULL in the place of a view means its defaults: the same bytes as the view written out. */
#include "groeipad/citizens.h"
#include "groeipad/render.h"
#include "tests/support_citizens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

typedef gp_status draw(gp_job *job, const gp_schedule *schedule, const void *view, gp_picture *out);

/* One function of the right type per view: a function is not called through another type. */
#define DRAW(name, type)                                                                           \
    static gp_status name##_by(gp_job *job, const gp_schedule *schedule, const void *view,         \
                               gp_picture *out)                                                    \
    {                                                                                              \
        return gp_##name(job, schedule, (const type *)view, out);                                  \
    }
DRAW(draw_path, gp_path_view)
DRAW(write_path_dot, gp_path_view)
DRAW(draw_roadmap, gp_roadmap_view)
DRAW(draw_tension, gp_tension_view)
DRAW(draw_boards, gp_boards_view)
DRAW(draw_fit, gp_fit_view)
DRAW(draw_model, gp_model_view)

static const gp_path_view path = {.intervention = GP_NONE};
static const gp_roadmap_view roadmap = {.from = GP_NO_DAY, .to = GP_NO_DAY};
static const gp_tension_view tension = {.language = GP_ENGLISH};
static const gp_boards_view boards = {.language = GP_ENGLISH};
static const gp_fit_view fit = {.language = GP_ENGLISH};
static const gp_model_view model = {.language = GP_ENGLISH};

static const struct {
    draw *draw;
    const void *view;
    uint32_t boxes; /* of one intervention on one capability, without measurements */
} rows[] = {{draw_path_by, &path, 2},       {write_path_dot_by, &path, 2},
            {draw_roadmap_by, &roadmap, 2}, {draw_tension_by, &tension, 1},
            {draw_boards_by, &boards, 2},   {draw_fit_by, &fit, 0},
            {draw_model_by, &model, 3}};

static const gp_schedule *open_schedule(test_draft *t)
{
    start_test_draft(t);
    add_test_capability(t, "c", test_capability(300), "");
    add_test_intervention(t, "i", test_intervention(GP_EXPLORE, 30), "c");
    return test_schedule(t);
}

static void no_view_is_the_default_view(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *schedule = open_schedule(&t);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_picture wanted, got;
        assert_int_equal(rows[i].draw(t.job, schedule, rows[i].view, &wanted), GP_OK);
        assert_int_equal(rows[i].draw(t.job, schedule, NULL, &got), GP_OK);
        assert_true(wanted.size > 200);
        assert_string_equal(wanted.text, got.text);
        assert_int_equal(got.box_count, rows[i].boxes);
    }
    gp_box_places with, without;
    assert_int_equal(gp_place_path(t.job, schedule, &path, &with), GP_OK);
    assert_int_equal(gp_place_path(t.job, schedule, NULL, &without), GP_OK);
    assert_int_equal(with.count, 2);
    assert_int_equal(without.count, 2);
    gp_job_free(t.job);
}

static void no_question_is_the_whole_library(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *schedule = open_schedule(&t);
    gp_library out;
    assert_int_equal(gp_find_library(t.job, schedule, NULL, &out), GP_OK);
    assert_int_equal(out.count, 1);
    assert_int_equal(out.question.date, schedule->network->portfolio->status_date);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_view_is_the_default_view),
        cmocka_unit_test(no_question_is_the_whole_library),
    };
    return cmocka_run_group_tests_name("defaults", tests, NULL, NULL);
}
