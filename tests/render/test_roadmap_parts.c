/* SPDX-License-Identifier: MIT
 * A part of a roadmap, and what it says of itself: what passes a filter is drawn, with the dates of
 * the whole; how many arrows lead out of it; marks stand on their date; the legend has what the
 * picture has. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/filter.h"
#include "groeipad/render.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const owners[] = {"alpha", "beta", NULL};

static void add_random(test_draft *t, int count, uint64_t seed)
{
    for (int i = 0; i < count; i++) {
        char id[16], requires[128] = "";
        uint32_t asked = i ? test_random(&seed, 3) : 0;
        for (uint32_t k = 0; k < asked; k++) {
            uint32_t other = test_random(&seed, (uint32_t)i);
            if (other % 5 == 4) other--; /* not an intervention */
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sx%u",
                     k ? " " : "", (unsigned)other);
        }
        snprintf(id, sizeof id, "x%d", i);
        const char *owner = owners[test_random(&seed, 3)];
        if (i % 5 == 4) {
            gp_intervention intervention = test_intervention(GP_DEVELOP, 20);
            intervention.owner = owner;
            intervention.needed_by = (gp_day)test_random(&seed, 900);
            add_test_intervention(t, id, intervention, requires);
            continue;
        }
        gp_capability capability = test_capability(20 + (int32_t)test_random(&seed, 200));
        capability.owner = owner;
        if (i % 3 == 0) capability.identified = -10;
        add_test_capability(t, id, capability, requires);
    }
}

static gp_picture draw(test_draft *t, const gp_schedule *schedule, const gp_roadmap_view *asked)
{
    gp_picture picture = {0};
    gp_roadmap_view view = *asked;
    view.from = view.to = GP_NO_DAY;
    assert_int_equal(gp_draw_roadmap(t->job, schedule, &view, &picture), GP_OK);
    return picture;
}

/* What a bar tells when one points at it; its size is 0 where it is not drawn. */
static const char *title_of(const gp_picture *picture, const gp_network *network, uint32_t activity,
                            size_t *size)
{
    char mark[64];
    uint8_t level = network->activities[activity].level;
    int length = snprintf(mark, sizeof mark, "id=\"bar__%s", gp_activity_id(network, activity));
    snprintf(mark + length, sizeof mark - (size_t)length, level ? "__%d\"" : "\"", level);
    const char *bar = strstr(picture->text, mark), *title = bar ? strstr(bar, "<title>") : NULL;
    *size = title ? (size_t)(strstr(title, "</title>") - title) : 0;
    return title;
}

/* The number before some words in the picture; 0: they are not there. */
static uint32_t number_before(const gp_picture *picture, const char *words)
{
    const char *at = strstr(picture->text, words);
    if (!at) return 0;
    while (at > picture->text && (at[-1] == ' ' || (at[-1] >= '0' && at[-1] <= '9'))) at--;
    return (uint32_t)strtoul(at, NULL, 10);
}

static uint32_t count_outward(const gp_schedule *schedule, const gp_filter *filter)
{
    const gp_network *network = schedule->network;
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t driver = gp_driver(schedule, i);
        if (driver == GP_NONE) continue;
        count += gp_passes(filter, network->activities[i].symbol) !=
                 gp_passes(filter, network->activities[driver].symbol);
    }
    return count;
}

static void filters_leave_dates_alone(void **state)
{
    (void)state;
    static const char *const asked[] = {"alpha"};
    const gp_filter_options options = {.owners = asked, .owner_count = 1};
    for (uint64_t seed = 1; seed < 9; seed++) {
        test_draft t;
        gp_filter filter;
        const gp_schedule *schedule;
        start_test_draft(&t);
        add_random(&t, 40, seed);
        const gp_network *network = test_network(&t);
        assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
        assert_int_equal(gp_make_filter(t.job, network->portfolio, &options, &filter), GP_OK);
        const gp_roadmap_view all = {.lanes = GP_LANES_NONE},
                              some = {.lanes = GP_LANES_OWNER, .filter = &filter};
        gp_picture whole = draw(&t, schedule, &all), part = draw(&t, schedule, &some);
        uint32_t left_out = 0;
        for (uint32_t i = 0; i < network->activity_count; i++) {
            size_t size, part_size;
            const char *title = title_of(&whole, network, i, &size);
            const char *part_title = title_of(&part, network, i, &part_size);
            assert_true(size > 0);
            bool passes = gp_passes(&filter, network->activities[i].symbol);
            assert_true(passes == (part_size > 0));
            left_out += !passes;
            if (passes) assert_memory_equal(title, part_title, size);
        }
        assert_non_null(strstr(part.text, "owner alpha"));
        assert_int_equal(number_before(&part, " others are not shown"), left_out);
        assert_int_equal(number_before(&part, " arrows lead to or from what is not"),
                         count_outward(schedule, &filter));
        assert_null(strstr(whole.text, "not shown"));
        gp_job_free(t.job);
    }
}

static void part_of_one_goal_says_so(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *schedule;
    start_test_draft(&t);
    add_test_intervention(&t, "letter", test_intervention(GP_DEVELOP, 14), "base");
    add_test_intervention(&t, "other", test_intervention(GP_DEVELOP, 14), "base");
    add_test_capability(&t, "base", test_capability(20), "");
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    uint32_t letter = network->intervention_activity[0];
    const gp_roadmap_view view = {.lanes = GP_LANES_GOAL, .rests_on = &letter};
    gp_picture picture = draw(&t, schedule, &view);
    assert_non_null(strstr(picture.text, "only letter and what it rests on"));
    assert_non_null(strstr(picture.text, "1 other is not shown"));
    assert_non_null(strstr(picture.text, "1 arrow leads to or from what is not shown"));
    assert_non_null(strstr(picture.text, "id=\"lane-goal-letter\""));
    assert_int_equal(picture.box_count, 2);
    gp_job_free(t.job);
}

/* ---- marks ---- */

static svg_frame shape_of(const svg_tree *tree, uint32_t bar)
{
    return tree->nodes[svg_find_class(tree, bar, tree->nodes[bar].end, "shape")].frame;
}

static uint32_t bar_of(const svg_tree *tree, const gp_network *network, uint32_t activity)
{
    char id[64];
    uint8_t level = network->activities[activity].level;
    snprintf(id, sizeof id, level ? "bar__%s__%d" : "bar__%s", gp_activity_id(network, activity),
             level);
    for (uint32_t i = 0; i < tree->count; i++)
        if (strcmp(tree->nodes[i].id, id) == 0) return i;
    return tree->count;
}

/* Where a day is, by the bars that start first and last. */
typedef struct ruler {
    gp_day first, last;
    int64_t left, right;
} ruler;

static ruler find_ruler(const svg_tree *tree, const gp_schedule *schedule)
{
    ruler r = {.first = GP_DAY_LAST, .last = GP_DAY_FIRST};
    for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
        uint32_t bar = bar_of(tree, schedule->network, i);
        gp_day start = schedule->dates[i].earliest_start;
        if (bar == tree->count) continue;
        if (start < r.first) r.first = start, r.left = shape_of(tree, bar).left;
        if (start > r.last) r.last = start, r.right = shape_of(tree, bar).left;
    }
    assert_true(r.last > r.first + 100);
    return r;
}

static void marks_stand_on_their_date(void **state)
{
    (void)state;
    uint32_t marks = 0;
    for (uint64_t seed = 1; seed < 9; seed++) {
        test_draft t;
        const gp_schedule *schedule;
        start_test_draft(&t);
        add_random(&t, 50, seed);
        const gp_network *network = test_network(&t);
        assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
        const gp_roadmap_view view = {.lanes = GP_LANES_TRACK};
        gp_picture picture = draw(&t, schedule, &view);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        ruler r = find_ruler(&tree, schedule);
        for (uint32_t i = 0; i < network->activity_count; i++) {
            uint32_t bar = bar_of(&tree, network, i);
            if (bar == tree.count) continue;
            uint32_t mark = svg_find_class(&tree, bar, tree.nodes[bar].end, "mark");
            if (mark == tree.nodes[bar].end) continue;
            svg_frame frame = tree.nodes[mark].frame;
            gp_day day = schedule->dates[i].identify_by;
            int64_t x = r.left + (r.right - r.left) * (day - r.first) / (r.last - r.first);
            assert_true(llabs((frame.left + frame.right) / 2 - x) <= 15);
            marks++;
        }
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
    assert_true(marks > 50);
}

/* ---- the legend ---- */

static void legend_says_what_is_unknown(void **state)
{
    (void)state;
    static const gp_day rounds[] = {5, 10};
    static const gp_planning until_ten = {.dates = rounds, .date_count = 2};
    for (int kind = 0; kind < 3; kind++) { /* a lead time, a round, both */
        test_draft t;
        const gp_schedule *schedule;
        start_test_draft(&t);
        gp_capability late = test_capability(30);
        late.planning = &until_ten;
        add_test_capability(&t, "first", test_capability(kind == 1 ? 20 : -1), "");
        add_test_capability(&t, "slow", test_capability(20), "");
        add_test_capability(&t, "late", kind == 0 ? test_capability(30) : late, "slow");
        add_test_intervention(&t, "end", test_intervention(GP_DEVELOP, 14), "late first");
        assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
        gp_picture picture = draw(&t, schedule, &(gp_roadmap_view){.lanes = GP_LANES_NONE});
        bool has_lead = strstr(picture.text, "unknown lead time") != NULL;
        bool has_round = strstr(picture.text, "planning round<") != NULL;
        assert_true(has_lead == (kind != 1) && has_round == (kind != 0));
        assert_non_null(strstr(picture.text, "not before: rests on an unknown"));
        gp_job_free(t.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_leave_dates_alone),
        cmocka_unit_test(part_of_one_goal_says_so),
        cmocka_unit_test(marks_stand_on_their_date),
        cmocka_unit_test(legend_says_what_is_unknown),
    };
    return cmocka_run_group_tests_name("roadmap parts", tests, NULL, NULL);
}
