/* SPDX-License-Identifier: MIT
 * A part of the development path: what is one thing in the whole picture is that in every part of
 * it too. Over many random portfolios. */
#include "render/path_model.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>

#define SEEDS 150

/* A random portfolio with its schedule; NULL where it has a circle. */
static const gp_schedule *open_random(generator *g, uint64_t seed)
{
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio = random_portfolio(g, seed);
    if (gp_build_network(g->draft.job, portfolio, &network) != GP_OK) return NULL;
    assert_int_equal(gp_schedule_network(g->draft.job, network, NULL, &schedule), GP_OK);
    return schedule;
}

static const gp_path_model *model_of(generator *g, const gp_schedule *schedule,
                                     const gp_path_view *view)
{
    const gp_path_model *model;
    assert_int_equal(gp_model_path(g->draft.job, schedule, view, &model), GP_OK);
    return model;
}

/* The box of an activity that is no reference; NULL: there is none. */
static const gp_path_box *box_of(const gp_path_model *model, uint32_t activity)
{
    for (int part = 0; part < GP_PARTS; part++)
        for (uint32_t i = 0; i < model->parts[part].box_count; i++) {
            const gp_path_box *box = &model->parts[part].boxes[i];
            if (box->activity == activity && box->kind != GP_BOX_REFERENCE) return box;
        }
    return NULL;
}

static void has_the_same_kinds(const gp_path_model *whole, const gp_path_model *part)
{
    for (int i = 0; i < GP_PARTS; i++)
        for (uint32_t k = 0; k < part->parts[i].box_count; k++) {
            const gp_path_box *box = &part->parts[i].boxes[k];
            if (box->kind == GP_BOX_REFERENCE) continue;
            const gp_path_box *same = box_of(whole, box->activity);
            assert_non_null(same);
            assert_int_equal(box->kind, same->kind);
            assert_int_equal(box->is_option, same->is_option);
            assert_string_equal(box->element_id, same->element_id);
        }
}

static void a_box_keeps_its_kind_in_every_part(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        generator g;
        const gp_schedule *schedule = open_random(&g, seed);
        for (uint32_t one = 0; schedule && one < schedule->network->activity_count; one++) {
            const gp_path_view view = {.intervention = one};
            has_the_same_kinds(model_of(&g, schedule, &gp_whole_path),
                               model_of(&g, schedule, &view));
        }
        gp_job_free(g.draft.job);
    }
}

/* In the picture of one, critical is what fixes its date. */
static void critical_is_the_path_of_the_one_asked_for(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        generator g;
        const gp_schedule *schedule = open_random(&g, seed);
        for (uint32_t one = 0; schedule && one < schedule->network->activity_count; one++) {
            const gp_path_view view = {.intervention = one};
            const gp_path_model *model = model_of(&g, schedule, &view);
            uint32_t expected = 0, count = 0;
            for (uint32_t at = one; at != GP_NONE; at = gp_driver(schedule, at)) {
                assert_true(box_of(model, at)->is_critical || box_of(model, at)->is_option);
                expected += box_of(model, at)->is_critical;
            }
            for (uint32_t i = 0; i < model->parts[GP_PART_FOUNDED].box_count; i++)
                count += model->parts[GP_PART_FOUNDED].boxes[i].is_critical;
            assert_int_equal(count, expected);
            assert_int_equal(model->parts[GP_PART_UNFOUNDED].box_count, 0);
        }
        gp_job_free(g.draft.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_keeps_its_kind_in_every_part),
        cmocka_unit_test(critical_is_the_path_of_the_one_asked_for),
    };
    return cmocka_run_group_tests_name("parts of the path", tests, NULL, NULL);
}
