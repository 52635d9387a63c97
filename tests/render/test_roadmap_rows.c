/* SPDX-License-Identifier: MIT
 * Rows and arrows of the roadmap over many random portfolios: what fixed each date is a line or a
 * pair of ports, no line has more than two corners, runs to the left of its start, through a bar or
 * out of the lanes, bars keep apart; and ports stay few where lanes do not cut the chains. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "tests/support_picture.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PORTFOLIOS 60

static const gp_planning yearly = {.round = {.months = 12, .unit = GP_DURATION_CALENDAR},
                                   .prepare = {.months = 2, .unit = GP_DURATION_CALENDAR}};

/* Capabilities that rest on one or two before them, and interventions that wait for some. Every
 * third portfolio has planning rounds, every fourth names that fit nowhere. */
static void add_portfolio(test_draft *t, uint64_t seed)
{
    static const char long_name[] = "Een bekwaamheid waarvan de naam langer is dan haar balk";
    uint64_t state = seed * 7919 + 1;
    int count = 5 + (int)test_random(&state, 90);
    for (int i = 0; i < count; i++) {
        char id[32], requires[128] = "";
        uint32_t asked = i ? test_random(&state, 3) : 0;
        for (uint32_t k = 0; k < asked; k++) {
            int back = 1 + (int)test_random(&state, 8), from = i > back ? i - back : 0;
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sc%d%s",
                     k ? " " : "", from, test_random(&state, 6) ? "" : "@2");
        }
        if (i % 4 == 3) {
            gp_intervention end = test_intervention(GP_DEVELOP, 14 + (int32_t)i % 20);
            if (i % 8 == 3) end.needed_by = (gp_day)test_random(&state, 900);
            snprintf(id, sizeof id, "i%d", i);
            add_test_intervention(t, id, end, requires);
        }
        gp_capability capability = test_capability(10 + (int32_t)test_random(&state, 300));
        if (seed % 3 == 0) capability.planning = &yearly;
        if (seed % 4 == 0) capability.name = long_name;
        snprintf(id, sizeof id, "c%d", i);
        add_test_capability(t, id, capability, requires);
    }
}

typedef struct drawn {
    gp_picture picture;
    svg_tree tree;
    uint32_t driven; /* activities with a driver */
    uint32_t lines, ports;
} drawn;

static void draw(test_draft *t, gp_lanes lanes, drawn *out)
{
    const gp_schedule *schedule;
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    const gp_roadmap_view view = {.lanes = lanes, .from = GP_NO_DAY, .to = GP_NO_DAY};
    assert_int_equal(gp_draw_roadmap(t->job, schedule, &view, &out->picture), GP_OK);
    out->tree = read_svg_tree(out->picture.text, out->picture.size);
    for (uint32_t i = 0; i < schedule->network->activity_count; i++)
        out->driven += schedule->dates[i].driver_arc != GP_NONE;
}

static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), own = strlen(end);
    return size >= own && strcmp(text + size - own, end) == 0;
}

static bool is_bar(const svg_node *node)
{
    return svg_node_is(node, "bar") && strncmp(node->id, "bar__", 5) == 0;
}

static svg_frame shape_of(const svg_tree *tree, uint32_t bar)
{
    return tree->nodes[svg_find_class(tree, bar + 1, tree->nodes[bar].end, "shape")].frame;
}

static void bars_keep_apart(const svg_tree *tree)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        if (!is_bar(&tree->nodes[i])) continue;
        for (uint32_t k = tree->nodes[i].end; k < tree->count; k++)
            if (is_bar(&tree->nodes[k]))
                assert_false(svg_frames_meet(shape_of(tree, i), shape_of(tree, k), 0));
    }
}

/* Its corners, where it goes, and the bars that it leaves alone. */
static void line_is_plain(const svg_tree *tree, const svg_node *line, svg_frame lanes)
{
    svg_spot spots[64];
    size_t count = svg_spots(line, spots, 64);
    uint32_t corners = 0;
    for (const char *at = line->data; (at = strchr(at, 'Q')); at++) corners++;
    assert_true(count >= 2 && corners <= 2);
    for (size_t i = 1; i < count; i++) {
        svg_frame s = {spots[i - 1].x, spots[i - 1].y, spots[i].x, spots[i].y};
        if (s.left > s.right) s.left = spots[i].x, s.right = spots[i - 1].x;
        if (s.top > s.bottom) s.top = spots[i].y, s.bottom = spots[i - 1].y;
        assert_true(s.left >= spots[0].x - 1); /* never back to the left of its start */
        assert_true(s.left >= lanes.left && s.right <= lanes.right);
        assert_true(s.top >= lanes.top && s.bottom <= lanes.bottom);
        s.left--, s.top--, s.right++, s.bottom++;
        for (uint32_t k = 0; k < tree->count; k++)
            if (is_bar(&tree->nodes[k]))
                assert_false(svg_frames_meet(s, shape_of(tree, k), 8)); /* touched at its ends */
    }
}

static void arrows_are_plain(drawn *d)
{
    const svg_tree *tree = &d->tree;
    svg_frame lanes = {INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN};
    for (uint32_t i = 0; i < tree->count; i++) {
        if (!svg_node_is(&tree->nodes[i], "ground") ||
            !svg_node_is(&tree->nodes[tree->nodes[i].parent], "lane"))
            continue;
        svg_frame f = tree->nodes[i].frame;
        if (f.left < lanes.left) lanes.left = f.left;
        if (f.top < lanes.top) lanes.top = f.top;
        if (f.right > lanes.right) lanes.right = f.right;
        if (f.bottom > lanes.bottom) lanes.bottom = f.bottom;
    }
    for (uint32_t i = 0; i < tree->count; i++) {
        const svg_node *node = &tree->nodes[i];
        d->ports += svg_node_is(node, "port") && ends_with(node->id, "__out");
        if (!svg_node_is(node, "link") || !*node->id) continue;
        d->lines++;
        line_is_plain(tree, &tree->nodes[svg_find_class(tree, i + 1, node->end, "line")], lanes);
    }
}

static void every_driver_is_drawn(void **state)
{
    (void)state;
    static const gp_lanes kinds[] = {GP_LANES_NONE, GP_LANES_TRACK, GP_LANES_OWNER};
    uint32_t links = 0, ports = 0;
    for (uint64_t seed = 0; seed < PORTFOLIOS; seed++) {
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            test_draft t;
            drawn d = {.driven = 0};
            start_test_draft(&t);
            add_portfolio(&t, seed);
            draw(&t, kinds[k], &d);
            bars_keep_apart(&d.tree);
            arrows_are_plain(&d);
            assert_int_equal(d.lines + d.ports, d.driven);
            assert_int_equal(d.picture.arrow_count, d.driven);
            if (kinds[k] == GP_LANES_NONE) links += d.driven, ports += d.ports;
            free_svg_tree(&d.tree);
            gp_job_free(t.job);
        }
    }
    assert_true(links > 1000 && ports * 100 <= links * 15);
}

/* Arcs of one bar that begin at the same other are one arrow. */
static uint32_t count_pairs(const gp_network *network)
{
    uint32_t pairs = 0;
    for (uint32_t to = 0; to < network->activity_count; to++)
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t first = network->arc_first[to];
            while (network->arcs[first].from != network->arcs[k].from) first++;
            pairs += first == k;
        }
    return pairs;
}

/* Also those that others imply. */
static void all_requirements_come_when_asked_for(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < PORTFOLIOS; seed++) {
        test_draft t;
        const gp_schedule *schedule;
        gp_picture picture;
        start_test_draft(&t);
        add_portfolio(&t, seed);
        assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
        const gp_roadmap_view view = {.show = GP_SHOW_ARROWS, .from = GP_NO_DAY, .to = GP_NO_DAY};
        assert_int_equal(gp_draw_roadmap(t.job, schedule, &view, &picture), GP_OK);
        assert_int_equal(picture.arrow_count, count_pairs(schedule->network));
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        uint32_t found = 0;
        for (uint32_t i = 0; i < tree.count; i++)
            found += (svg_node_is(&tree.nodes[i], "link") && *tree.nodes[i].id) ||
                     (svg_node_is(&tree.nodes[i], "port") && ends_with(tree.nodes[i].id, "__out"));
        assert_int_equal(found, picture.arrow_count);
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
}

/* More bars than find a row near their driver, in a portfolio that counts as large and in one that
 * does not: the rest leave through ports, and nothing overflows on the way. */
static void one_may_drive_very_many(void **state)
{
    (void)state;
    static const int counts[] = {300, 2300};
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        test_draft t;
        drawn d = {.driven = 0};
        start_test_draft(&t);
        add_test_capability(&t, "root", test_capability(50), "");
        for (int i = 0; i < counts[k]; i++) {
            char id[32];
            snprintf(id, sizeof id, "c%d", i);
            add_test_capability(&t, id, test_capability(7 + i % 90 * 7), "root");
        }
        draw(&t, GP_LANES_NONE, &d);
        assert_int_equal(d.driven, counts[k]);
        assert_int_equal(d.picture.arrow_count, counts[k]);
        free_svg_tree(&d.tree);
        gp_job_free(t.job);
    }
}

/* Where the calendar ends there is no next month: the axis ends too. */
static void the_last_day_has_a_roadmap(void **state)
{
    (void)state;
    static const gp_day days[] = {GP_DAY_FIRST, GP_DAY_LAST - 40, GP_DAY_LAST - 1, GP_DAY_LAST};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        test_draft t;
        drawn d = {.driven = 0};
        start_test_draft(&t);
        gp_draft_settings(t.draft)->status_date = days[i];
        add_test_capability(&t, "early", test_capability(50), "");
        add_test_capability(&t, "late", test_capability(50), "early");
        draw(&t, GP_LANES_NONE, &d);
        assert_int_equal(d.picture.box_count, 2);
        free_svg_tree(&d.tree);
        gp_job_free(t.job);
    }
}

/* The same portfolio, its records in another order, is the same picture. */
static void order_of_the_file_does_not_matter(void **state)
{
    (void)state;
    drawn pictures[TEST_ORDERS];
    memset(pictures, 0, sizeof pictures);
    test_draft t[TEST_ORDERS];
    for (size_t i = 0; i < TEST_ORDERS; i++) {
        start_test_draft(&t[i]);
        add_test_records_in_order(&t[i], i);
        draw(&t[i], GP_LANES_NONE, &pictures[i]);
        assert_int_equal(pictures[i].picture.size, pictures[0].picture.size);
        assert_memory_equal(pictures[i].picture.text, pictures[0].picture.text,
                            pictures[0].picture.size);
    }
    for (size_t i = 0; i < TEST_ORDERS; i++) {
        free_svg_tree(&pictures[i].tree);
        gp_job_free(t[i].job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_driver_is_drawn),
                                       cmocka_unit_test(all_requirements_come_when_asked_for),
                                       cmocka_unit_test(one_may_drive_very_many),
                                       cmocka_unit_test(the_last_day_has_a_roadmap),
                                       cmocka_unit_test(order_of_the_file_does_not_matter)};
    return cmocka_run_group_tests_name("roadmap rows", tests, NULL, NULL);
}
