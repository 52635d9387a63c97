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

/* ---- the focus, by a slow search ---- */

/* How far each activity is, one way: arcs are tried until nothing changes. */
static void walk_slowly(const gp_network *network, uint32_t symbol, gp_path_way way, uint32_t *far)
{
    for (uint32_t i = 0; i < network->activity_count; i++)
        far[i] = network->activities[i].symbol == symbol ? 0 : UINT32_MAX;
    for (bool has_changed = true; has_changed;) {
        has_changed = false;
        for (uint32_t k = 0; k < network->arc_count; k++) {
            const gp_arc *a = &network->arcs[k];
            uint32_t here = way == GP_WAY_LEFT ? a->to : a->from;
            uint32_t next = way == GP_WAY_LEFT ? a->from : a->to;
            bool is_step = network->activities[a->from].symbol == network->activities[a->to].symbol;
            if (far[here] == UINT32_MAX || far[here] + !is_step >= far[next]) continue;
            far[next] = far[here] + !is_step;
            has_changed = true;
        }
    }
}

static void is_the_neighbourhood(const gp_path_model *model, uint32_t focus, uint32_t hops)
{
    const gp_network *network = model->schedule->network;
    uint32_t count = network->activity_count, beyond[GP_WAYS] = {0}, shown = 0;
    uint32_t *far[GP_WAYS] = {calloc(count, sizeof(uint32_t)), calloc(count, sizeof(uint32_t))};
    assert_true(far[0] && far[1]);
    for (gp_path_way way = 0; way < GP_WAYS; way++)
        walk_slowly(network, network->activities[focus].symbol, way, far[way]);
    for (uint32_t i = 0; i < count; i++) {
        bool is_near = far[0][i] <= hops || far[1][i] <= hops;
        assert_int_equal(box_of(model, i) != NULL, is_near);
        shown += is_near;
        for (gp_path_way way = 0; way < GP_WAYS; way++)
            beyond[way] += !is_near && far[way][i] != UINT32_MAX;
    }
    assert_int_equal(model->box_count, shown);
    for (gp_path_way way = 0; way < GP_WAYS; way++) {
        assert_int_equal(model->choice.beyond[way], beyond[way]);
        free(far[way]);
    }
}

/* Every arrow of the whole picture is drawn where both its ends are, or counted on the end that is;
 * and nothing else is. */
static void arrows_are_drawn_or_counted(const gp_path_model *model)
{
    const gp_network *network = model->schedule->network;
    uint32_t counted = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_path_box *box = box_of(model, i);
        for (uint32_t other = 0; box && other < network->activity_count; other++) {
            bool leads[GP_WAYS] = {false};
            for (uint32_t k = 0; k < network->arc_count; k++) {
                leads[GP_WAY_LEFT] |= network->arcs[k].from == other && network->arcs[k].to == i;
                leads[GP_WAY_RIGHT] |= network->arcs[k].to == other && network->arcs[k].from == i;
            }
            for (gp_path_way way = 0; way < GP_WAYS; way++) {
                uint32_t found = 0;
                for (uint32_t k = 0; k < box->behind[way].count; k++)
                    found += box->behind[way].activities[k] == other;
                assert_int_equal(found, leads[way] && !box_of(model, other));
                counted += found;
            }
        }
    }
    assert_int_equal(model->behind_count, counted);
}

static void a_focus_shows_what_is_near(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        generator g;
        const gp_schedule *schedule = open_random(&g, seed);
        for (uint32_t focus = 0; schedule && focus < schedule->network->activity_count; focus++) {
            uint32_t hops = 1 + (uint32_t)(seed + focus) % 3;
            const gp_path_view view = {
                .intervention = GP_NONE, .focus = focus, .hops = hops, .all_requirements = true};
            const gp_path_model *model = model_of(&g, schedule, &view);
            is_the_neighbourhood(model, focus, hops);
            arrows_are_drawn_or_counted(model);
            has_the_same_kinds(model_of(&g, schedule, &gp_whole_path), model);
        }
        gp_job_free(g.draft.job);
    }
}

/* What leads on within the part, by arrows that are drawn: from a box, over boxes. */
static void mark_reached(const gp_path_part *part, uint32_t box, uint8_t *is_reached)
{
    is_reached[box] = 1;
    for (bool has_changed = true; has_changed;) {
        has_changed = false;
        for (uint32_t i = 0; i < part->arrow_count; i++) {
            const gp_path_arrow *a = &part->arrows[i];
            if (!is_reached[a->from] || is_reached[a->to]) continue;
            is_reached[a->to] = 1;
            has_changed = true;
        }
    }
}

/* An arrow may be left out only where those that imply it are drawn. */
static void what_is_left_out_is_still_to_be_seen(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        generator g;
        const gp_schedule *schedule = open_random(&g, seed);
        for (uint32_t focus = 0; schedule && focus < schedule->network->activity_count; focus++) {
            const gp_path_view view = {.intervention = GP_NONE, .focus = focus, .hops = 1};
            const gp_path_part *part = &model_of(&g, schedule, &view)->parts[GP_PART_FOUNDED];
            const gp_network *network = schedule->network;
            for (uint32_t i = 0; i < part->box_count; i++) {
                uint8_t *is_reached = calloc(part->box_count, 1);
                assert_non_null(is_reached);
                mark_reached(part, i, is_reached);
                for (uint32_t k = 0; k < network->arc_count; k++)
                    for (uint32_t to = 0; to < part->box_count; to++)
                        if (network->arcs[k].from == part->boxes[i].activity &&
                            network->arcs[k].to == part->boxes[to].activity)
                            assert_true(is_reached[to]);
                free(is_reached);
            }
        }
        gp_job_free(g.draft.job);
    }
}

/* ---- a filter ---- */

static void a_filter_draws_what_passes(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        generator g;
        const gp_schedule *schedule = open_random(&g, seed);
        if (schedule) {
            const gp_network *network = schedule->network;
            uint8_t *passes = calloc(network->portfolio->symbol_count + 1, 1);
            assert_non_null(passes);
            for (uint32_t i = 0; i < network->portfolio->symbol_count; i++) passes[i] = i % 3 != 0;
            const gp_filter filter = {.passes = passes};
            const gp_path_view view = {
                .intervention = GP_NONE, .filter = &filter, .all_requirements = true};
            const gp_path_model *model = model_of(&g, schedule, &view);
            for (uint32_t i = 0; i < network->activity_count; i++)
                assert_int_equal(box_of(model, i) != NULL, passes[network->activities[i].symbol]);
            arrows_are_drawn_or_counted(model);
            has_the_same_kinds(model_of(&g, schedule, &gp_whole_path), model);
            free(passes);
        }
        gp_job_free(g.draft.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_keeps_its_kind_in_every_part),
        cmocka_unit_test(critical_is_the_path_of_the_one_asked_for),
        cmocka_unit_test(a_focus_shows_what_is_near),
        cmocka_unit_test(what_is_left_out_is_still_to_be_seen),
        cmocka_unit_test(a_filter_draws_what_passes),
    };
    return cmocka_run_group_tests_name("parts of the path", tests, NULL, NULL);
}
