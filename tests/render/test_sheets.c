/* SPDX-License-Identifier: MIT
 * The pictures of panels (boards, fit, model), read back from their SVG: everything is on the page,
 * no two texts meet, every text is within the panel that it belongs to, no two marks meet; over
 * portfolios that have everything, nothing, or too much, and names that harm. */
#include "tests/support_picture.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "tests/support_citizens.h"
#include "tests/support_random.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- views ---- */

static gp_status draw_boards(gp_job *job, const gp_schedule *schedule, gp_language language,
                             gp_picture *out)
{
    const gp_boards_view view = {.language = language};
    return gp_draw_boards(job, schedule, &view, out);
}

static gp_status draw_fit(gp_job *job, const gp_schedule *schedule, gp_language language,
                          gp_picture *out)
{
    const gp_fit_view view = {.language = language};
    return gp_draw_fit(job, schedule, &view, out);
}

static gp_status draw_model(gp_job *job, const gp_schedule *schedule, gp_language language,
                            gp_picture *out)
{
    const gp_model_view view = {.language = language};
    return gp_draw_model(job, schedule, &view, out);
}

typedef gp_status (*draw_view)(gp_job *job, const gp_schedule *schedule, gp_language language,
                               gp_picture *out);
static const draw_view views[] = {draw_boards, draw_fit, draw_model};
#define VIEWS (sizeof views / sizeof *views)

/* ---- what holds for every picture ---- */

static bool is_inside(svg_frame inner, svg_frame outer)
{
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

/* The panel that a node is in: the first rectangle of class "ground" of a group around it. */
static const svg_frame *panel_of(const svg_tree *tree, uint32_t node)
{
    for (uint32_t up = tree->nodes[node].parent; up != UINT32_MAX; up = tree->nodes[up].parent)
        for (uint32_t i = up + 1; i < tree->nodes[up].end; i++) {
            const svg_node *child = &tree->nodes[i];
            if (child->parent == up && svg_node_is(child, "ground")) return &child->frame;
        }
    return NULL;
}

static void texts_are_in_their_panels(const svg_tree *tree)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        const svg_frame *panel = panel_of(tree, i);
        if (!panel || strcmp(tree->nodes[i].name, "text") != 0) continue;
        assert_true(is_inside(tree->nodes[i].frame, *panel));
    }
}

static void panels_keep_apart(const svg_tree *tree)
{
    for (uint32_t i = 0; i < tree->count; i++)
        for (uint32_t k = i + 1; svg_node_is(&tree->nodes[i], "ground") && k < tree->count; k++) {
            bool is_panel = svg_node_is(&tree->nodes[k], "ground");
            bool is_within = is_panel && is_inside(tree->nodes[k].frame, tree->nodes[i].frame);
            if (is_panel && !is_within)
                assert_false(svg_frames_meet(tree->nodes[i].frame, tree->nodes[k].frame, 0));
        }
}

/* Shapes of marks: on the curve and in the lists. */
static void marks_keep_apart(const svg_tree *tree)
{
    svg_frame *frames = calloc(tree->count, sizeof *frames);
    uint32_t count = 0;
    assert_non_null(frames);
    for (uint32_t i = 0; i < tree->count; i++)
        if (svg_node_is(&tree->nodes[i], "shape")) frames[count++] = tree->nodes[i].frame;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i + 1; k < count; k++)
            assert_false(svg_frames_meet(frames[i], frames[k], 0));
    free(frames);
}

static void check(const gp_picture *picture)
{
    svg_tree tree = read_svg_tree(picture->text, picture->size);
    assert_all_on_the_page(&tree);
    assert_texts_keep_apart(&tree);
    texts_are_in_their_panels(&tree);
    panels_keep_apart(&tree);
    marks_keep_apart(&tree);
    free_svg_tree(&tree);
}

static void check_views(gp_job *job, const gp_schedule *schedule)
{
    for (size_t view = 0; view < VIEWS; view++)
        for (int language = GP_ENGLISH; language <= GP_DUTCH; language++) {
            gp_picture picture = {0}, again = {0};
            assert_int_equal(views[view](job, schedule, (gp_language)language, &picture), GP_OK);
            assert_int_equal(views[view](job, schedule, (gp_language)language, &again), GP_OK);
            assert_int_equal(picture.size, again.size);
            assert_memory_equal(picture.text, again.text, picture.size);
            check(&picture);
        }
}

/* ---- portfolios ---- */

static const char *const names[] = {
    "Advice",
    "\"]><script>alert(1)</script> &lt; &amp; ' \\",
    "\xD8\xA7\xD9\x84\xD8\xAE\xD8\xAF\xD9\x85\xD8\xA7\xD8\xAA \xD8\xA7\xD9\x84\xD8\xB4\xD8\xAE"
    "\xD8\xB5\xD9\x8A\xD8\xA9 mixed \xD7\xA9\xD7\x99\xD7\xA8\xD7\x95\xD7\xAA 2023",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 emoji "
    "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
    "\xE4\xB8\xAA\xE4\xBA\xBA\xE5\x8C\x96\xE6\x9C\x8D\xE5\x8A\xA1\xE7\x9A\x84\xE5\xA2\x9E\xE9"
    "\x95\xBF\xE6\xA8\xA1\xE5\x9E\x8B\xE5\x9C\xA8\xE5\x85\xAC\xE5\x85\xB1\xE9\x83\xA8\xE9\x97",
    "\xE2\x80\xAE"
    "desrever\xE2\x80\xAC and broken \xC3 bytes \x01\x02\x7F",
    " \t ",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "A name of two hundred characters that goes on and on, from word to word, as names in the "
    "plans of large organisations sometimes do, until nobody who reads it remembers how it once "
    "began or ended.",
};
#define NAMES (sizeof names / sizeof *names)

/* Interventions of every stage and uncertainty, with addresses, and measurements that make gaps
 * of every kind. */
static void add_many(test_draft *t, int count)
{
    char id[32], requires[96];
    uint64_t state = 7;
    add_test_contexts(t, 3, 3);
    for (int i = 0; i < count; i++) {
        gp_intervention one = test_intervention((gp_stage)(i % 4), 14 + i % 50);
        one.uncertainty = (uint8_t)(i / 4 % 4);
        one.name = names[(size_t)i % NAMES];
        if (i % 3 == 0) one.needed_by = (gp_day)test_random(&state, 900);
        one = test_aimed(t, one, i % 2 ? "empathy>more time>less" : "language>otherwise autonomy",
                         i % 5 ? "" : "s0 t1");
        snprintf(id, sizeof id, "i%d", i);
        snprintf(requires, sizeof requires, "c%d@%d c%d", i % 7, 1 + i % 3, (i + 3) % 17);
        add_test_intervention(t, id, one, requires);
    }
    for (int i = 0; i < 16; i++) {
        gp_capability one = test_capability(i % 5 ? i * 30 : -1);
        one.name = names[(size_t)i % NAMES];
        one.level = (uint8_t)(i % 3 == 0);
        if (i % 4 == 0) one.identified = -30;
        if (i % 6 == 1) one.started = -10;
        snprintf(id, sizeof id, "c%d", i);
        add_test_capability(t, id, one, "");
    }
    static const char *const dimensions[] = {"empathy", "time", "language", "autonomy", "place"};
    for (int i = 0; i < 40; i++)
        add_test_measurement(t, dimensions[i % 5],
                             i % 3   ? "s1"
                             : i % 2 ? "s0"
                                     : NULL,
                             i % 4 ? "t1" : NULL, i % 7 ? i % 10 / 10.0 : -1,
                             i % 7 ? i % 9 / 9.0 : -1, (gp_mismatch)(i % 7 ? 0 : 1 + i % 3),
                             -500 + i * 10);
}

static void holds_for_a_portfolio(void **state)
{
    test_draft t;
    start_test_draft(&t);
    int count = (int)(uintptr_t)*state;
    if (count) add_many(&t, count);
    check_views(t.job, test_schedule(&t));
    gp_job_free(t.job);
}

static void holds_for_random_portfolios(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        generator g;
        const gp_network *network;
        const gp_schedule *schedule;
        const gp_portfolio *portfolio = random_portfolio(&g, seed);
        if (gp_build_network(g.draft.job, portfolio, &network) == GP_OK &&
            gp_schedule_network(g.draft.job, network, NULL, &schedule) == GP_OK)
            check_views(g.draft.job, schedule);
        gp_job_free(g.draft.job);
    }
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    for (size_t view = 0; view < VIEWS; view++) {
        test_draft t;
        start_test_draft(&t);
        add_many(&t, 9);
        assert_says_when_memory_runs_out(t.job, test_schedule(&t), views[view]);
        gp_job_free(t.job);
    }
}

/* The mark of each intervention is on the curve once, those without a stage are not; and the
 * shape, not only the colour, says how uncertain it is. */
static void boards_have_their_marks(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    start_test_draft(&t);
    add_many(&t, 40);
    assert_int_equal(draw_boards(t.job, test_schedule(&t), GP_ENGLISH, &picture), GP_OK);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    uint32_t marks = 0, rows = 0, diamonds = 0;
    for (uint32_t i = 0; i < tree.count; i++) {
        marks += strncmp(tree.nodes[i].id, "mark__", 6) == 0;
        rows += strncmp(tree.nodes[i].id, "row__", 5) == 0;
        diamonds += svg_node_is(&tree.nodes[i], "shape") && strcmp(tree.nodes[i].name, "path") == 0;
    }
    assert_int_equal(marks, 30);
    assert_int_equal(rows, 40);
    assert_true(diamonds > 20);
    free_svg_tree(&tree);
    gp_job_free(t.job);
}

/* Where the element of an id begins in a picture, or fails the test. */
static const char *element(const gp_picture *picture, const char *id)
{
    char attribute[96];
    snprintf(attribute, sizeof attribute, "id=\"%s\"", id);
    const char *at = strstr(picture->text, attribute);
    assert_non_null(at);
    return at;
}

/* Dimensions stand in the order of the portfolio, whatever their gaps; and what an intervention
 * says twice of a dimension stands there once. */
static void fit_ranks_nothing(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    start_test_draft(&t);
    add_test_contexts(&t, 1, 1);
    gp_intervention twice = test_intervention(GP_DEVELOP, 14);
    twice = test_aimed(&t, twice, "time>more time>less time>more", "");
    add_test_intervention(&t, "twice", twice, "");
    add_test_measurement(&t, "empathy", NULL, NULL, .9, .1, GP_MISMATCH_NONE, -20);
    add_test_measurement(&t, "time", NULL, NULL, .6, .5, GP_MISMATCH_NONE, -20);
    add_test_measurement(&t, "complexity", NULL, NULL, .5, .5, GP_MISMATCH_NONE, -20);
    assert_int_equal(draw_fit(t.job, test_schedule(&t), GP_ENGLISH, &picture), GP_OK);
    check(&picture);
    assert_true(element(&picture, "dimension__complexity") < element(&picture, "dimension__time"));
    assert_true(element(&picture, "dimension__time") < element(&picture, "dimension__empathy"));
    element(&picture, "answer-more__time______twice");
    element(&picture, "answer-less__time______twice");
    gp_job_free(t.job);
}

/* Each pillar names the most urgent of what was found: of two that are late, the later one. */
static void model_names_the_most_urgent(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    start_test_draft(&t);
    gp_intervention soon = test_intervention(GP_DEVELOP, 14), later = soon;
    soon.needed_by = 100;
    later.needed_by = 10;
    add_test_intervention(&t, "soon", soon, "team");
    add_test_intervention(&t, "later", later, "team nowhere");
    add_test_capability(&t, "team", test_capability(200), "");
    const gp_schedule *schedule = test_schedule(&t);
    assert_int_equal(gp_check(t.job, schedule), GP_OK);
    assert_int_equal(draw_model(t.job, schedule, GP_ENGLISH, &picture), GP_OK);
    check(&picture);
    const char *cycle = element(&picture, "urgent-cycle");
    const char *tracks = element(&picture, "urgent-tracks");
    const char *late = strstr(cycle, "&#39;later&#39; is needed by");
    assert_true(late && late < tracks);
    assert_non_null(strstr(tracks, "GP201"));
    assert_non_null(strstr(element(&picture, "urgent-needs"), "urgent none"));
    gp_job_free(t.job);
}

/* Many needs stand in columns of panels, in the order of the portfolio, each once. */
static void fit_makes_no_strip(void **state)
{
    (void)state;
    static const char *const dimensions[] = {"complexity",           "language", "place",   "time",
                                             "individual-relevance", "empathy",  "autonomy"};
    for (int contexts = 1; contexts <= 12; contexts++) {
        test_draft t;
        gp_picture picture = {0};
        start_test_draft(&t);
        add_test_contexts(&t, 4, 3);
        for (size_t i = 0; i < 7; i++)
            for (int k = 0; k < contexts; k++)
                add_test_measurement(&t, dimensions[i], (char[]){'s', (char)('0' + k % 4), 0},
                                     (char[]){'t', (char)('0' + k / 4), 0}, .2, .6,
                                     GP_MISMATCH_NONE, -20);
        add_test_intervention(
            &t, "one", test_aimed(&t, test_intervention(GP_DEVELOP, 20), "time>less", ""), "");
        assert_int_equal(draw_fit(t.job, test_schedule(&t), GP_DUTCH, &picture), GP_OK);
        check(&picture);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        uint32_t rows = 0;
        for (uint32_t i = 0; i < tree.count; i++) rows += svg_node_is(&tree.nodes[i], "fit");
        assert_int_equal(rows, 7 * contexts);
        assert_true(tree.width * 5 >= tree.height * 3 && tree.width * 2 <= tree.height * 5);
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"nothing", holds_for_a_portfolio, NULL, NULL, (void *)(uintptr_t)0},
        {"one", holds_for_a_portfolio, NULL, NULL, (void *)(uintptr_t)1},
        {"some", holds_for_a_portfolio, NULL, NULL, (void *)(uintptr_t)40},
        {"many", holds_for_a_portfolio, NULL, NULL, (void *)(uintptr_t)230},
        cmocka_unit_test(holds_for_random_portfolios),
        cmocka_unit_test(says_when_memory_runs_out),
        cmocka_unit_test(boards_have_their_marks),
        cmocka_unit_test(fit_ranks_nothing),
        cmocka_unit_test(fit_makes_no_strip),
        cmocka_unit_test(model_names_the_most_urgent),
    };
    return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}
