/* SPDX-License-Identifier: MIT
 * The field of tension, read back from its SVG: every row has its marks at the days that they
 * stand for, words stand in their own columns and touch nothing, and what is out of rhythm says
 * so; and the logarithmic axis in whole numbers against its definition. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "render/log_axis.h"
#include "tests/support_picture.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gp_picture draw(test_draft *t, gp_language language)
{
    gp_picture picture = {0};
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    const gp_tension_view view = {.language = language};
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_draw_tension(t->job, schedule, &view, &picture), GP_OK);
    return picture;
}

/* ---- portfolios ---- */

static const gp_planning yearly = {.round = {.months = 12, .unit = GP_DURATION_CALENDAR}};

/* far: 365 days until the round of 1971-01-01, then 100 of work: 26 cycles of 14 days live at 476;
 * near: 20 days of work; own: no capability at all. */
static void add_three(test_draft *t)
{
    gp_intervention far = test_intervention(GP_EXPLORE, 14),
                    near = test_intervention(GP_DEVELOP, 28);
    gp_capability rounds = test_capability(100);
    rounds.planning = &yearly;
    rounds.identified = 1;
    far.needed_by = 50;
    add_test_intervention(t, "far", far, "rounds");
    add_test_intervention(t, "near", near, "soon");
    add_test_intervention(t, "own", test_intervention(GP_EXPLOIT, 7), "");
    add_test_capability(t, "rounds", rounds, "");
    add_test_capability(t, "soon", test_capability(40), "");
}

static void add_nothing(test_draft *t)
{
    (void)t;
}

/* No cycle, no duration, centuries, unknown lead times, and names from every corner. */
static void add_extremes(test_draft *t)
{
    char long_name[201];
    memset(long_name, 'W', 200);
    long_name[200] = '\0';
    static const char *const names[] = {
        "\"]><script>alert(1)</script>",
        "&lt; &amp; <b>&</b>",
        " \t ",
        "\xD8\xA7\xD9\x84\xD8\xAE\xD8\xAF\xD9\x85\xD8\xA7\xD8\xAA \xD8\xA7\xD9\x84\xD8\xB4\xD8\xAE",
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 emoji "
        "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1",
        "Z\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88\xCC\x89\xCC"
        "\x8A"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char id[32];
        gp_intervention intervention = test_intervention(GP_DEVELOP, (int32_t)(i * i * 9));
        intervention.name = names[i];
        intervention.cycle = DAYS((int32_t)(1 + i * 300));
        intervention.needed_by = 3;
        snprintf(id, sizeof id, "i%zu", i);
        add_test_intervention(t, id, intervention, i % 2 ? "long unknown" : "long");
    }
    gp_intervention wide = test_intervention(GP_EXPLOIT, 9);
    wide.name = test_keep(t, long_name, sizeof long_name);
    add_test_intervention(t, "wide", wide, "unknown");
    add_test_capability(t, "long", test_capability(140000), "");
    add_test_capability(t, "unknown", test_capability(-1), "");
}

static void add_many(test_draft *t)
{
    uint64_t state = 3;
    for (int i = 0; i < 60; i++) {
        char id[32], requires[32];
        gp_intervention intervention =
            test_intervention(GP_DEVELOP, (int32_t)test_random(&state, 200));
        intervention.cycle = DAYS((int32_t)(1 + test_random(&state, 40)));
        snprintf(id, sizeof id, "i%d", i);
        snprintf(requires, sizeof requires, "c%d", i);
        add_test_intervention(t, id, intervention, requires);
        snprintf(id, sizeof id, "c%d", i);
        snprintf(requires, sizeof requires, "c%d", i - 1);
        add_test_capability(t, id, test_capability((int32_t)test_random(&state, 90)),
                            i ? requires : "");
    }
}

/* ---- pictures ---- */

static void marks_are_in_their_order(const svg_tree *tree, uint32_t row)
{
    uint32_t end = tree->nodes[row].end;
    uint32_t work = svg_find_class(tree, row, end, "work"),
             wait = svg_find_class(tree, row, end, "wait");
    uint32_t chain = svg_find_class(tree, row, end, "chain");
    if (work < end && wait < end)
        assert_int_equal(tree->nodes[work].frame.right, tree->nodes[wait].frame.left);
    if (wait < end) {
        assert_true(chain < end);
        assert_int_equal(tree->nodes[wait].frame.right, tree->nodes[chain].frame.left);
    }
    for (uint32_t i = row + 1; i < end; i++) /* words and shapes keep to their own columns */
        for (uint32_t k = row + 1; k < end; k++)
            if (strcmp(tree->nodes[i].name, "text") == 0 &&
                strcmp(tree->nodes[k].name, "text") != 0)
                assert_false(svg_frames_meet(tree->nodes[i].frame, tree->nodes[k].frame, 0));
}

typedef struct row {
    const char *name;
    void (*add)(test_draft *t);
    uint32_t count;
} row;

static const row rows[] = {{"three", add_three, 3},
                           {"nothing", add_nothing, 0},
                           {"extremes", add_extremes, 7},
                           {"many", add_many, 60}};
#define ROWS (sizeof rows / sizeof *rows)

static void is_a_good_picture(void **state)
{
    const row *r = *state;
    for (int language = 0; language < 2; language++) {
        test_draft t;
        start_test_draft(&t);
        r->add(&t);
        gp_picture picture = draw(&t, (gp_language)language);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        uint32_t count = 0;
        assert_all_on_the_page(&tree);
        assert_texts_keep_apart(&tree);
        for (uint32_t i = 0; i < tree.count; i++) {
            if (strncmp(tree.nodes[i].id, "tension__", 9) != 0) continue;
            marks_are_in_their_order(&tree, i);
            count++;
        }
        assert_int_equal(count, r->count);
        assert_int_equal(count, picture.box_count);
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
}

static bool has_text(const svg_tree *tree, uint32_t first, uint32_t end, const char *text)
{
    for (uint32_t i = first; i < end; i++)
        if (strcmp(tree->nodes[i].name, "text") == 0 && strcmp(tree->nodes[i].text, text) == 0)
            return true;
    return false;
}

/* The arithmetic of add_three, and that the furthest stands on top. */
static void says_how_far_it_is(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_three(&t);
    gp_picture picture = draw(&t, GP_ENGLISH);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    uint32_t far = svg_find_class(&tree, 0, tree.count, "out"), end = tree.nodes[far].end;
    assert_string_equal(tree.nodes[far].id, "tension__far");
    assert_true(svg_node_is(&tree.nodes[far], "clash"));
    /* 1970-01-01 to 1971-01-01 + 100 days = day 465, live at the end of a cycle: 34 * 14 = 476 */
    assert_true(
        has_text(&tree, far, end, "34 cycles \xC2\xB7 out of rhythm \xC2\xB7 426 days late"));
    assert_true(has_text(&tree, far, end, "chain 476 days: 100 work, 376 waiting"));
    uint32_t near = 0, own = 0;
    for (uint32_t i = 0; i < tree.count; i++) {
        if (strcmp(tree.nodes[i].id, "tension__near") == 0) near = i;
        if (strcmp(tree.nodes[i].id, "tension__own") == 0) own = i;
    }
    assert_true(far < near && near < own);
    assert_false(svg_node_is(&tree.nodes[near], "out"));
    assert_true(has_text(&tree, near, tree.nodes[near].end, "3 cycles"));
    assert_true(has_text(&tree, own, tree.nodes[own].end, "no capability fixes its date"));
    assert_int_equal(svg_find_class(&tree, own, tree.nodes[own].end, "chain"), tree.nodes[own].end);
    free_svg_tree(&tree);
    gp_job_free(t.job);
}

/* Where the words are too many, "at least" is a sign: how late it is keeps its place. */
static void nothing_of_a_late_chain_is_cut(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_intervention far = test_intervention(GP_EXPLORE, 14);
    far.needed_by = 1050;
    add_test_intervention(&t, "far", far, "slow missing");
    add_test_capability(&t, "slow", test_capability(3000), "");
    gp_picture picture = draw(&t, GP_DUTCH);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    assert_true(
        has_text(&tree, 0, tree.count,
                 "\xE2\x89\xA5 215 iteraties \xC2\xB7 uit het ritme \xC2\xB7 1960 dagen te laat"));
    free_svg_tree(&tree);
    gp_job_free(t.job);
}

static void the_axis_is_logarithmic(void **state)
{
    (void)state;
    gp_log_axis axis = {.left = 1000, .width = 10000};
    gp_fit_log_axis(&axis, 1, 5000);
    assert_int_equal(axis.first, 1);
    assert_int_equal(axis.last, 18262);
    assert_int_equal(gp_log_x(&axis, 0), 1000);
    assert_int_equal(gp_log_x(&axis, 1), 1000);
    assert_int_equal(gp_log_x(&axis, 18262), 11000);
    assert_int_equal(gp_log_x(&axis, 99999), 11000);
    for (int32_t days = 1; days < 3650; days++) { /* monotone, and a factor 2 is the same step */
        gp_length step = gp_log_x(&axis, 2 * days) - gp_log_x(&axis, days);
        assert_true(gp_log_x(&axis, days) <= gp_log_x(&axis, days + 1));
        assert_true(step >= 705 && step <= 708); /* 10000 / log2(18262) = 706.4 */
    }
}

/* No part of it is empty for want of data: it begins and ends at the lines next to them. */
static void the_axis_begins_where_the_data_begin(void **state)
{
    static const struct {
        int32_t least, most, first, last;
    } spans[] = {{14, 1000, 14, 1096}, {13, 91, 7, 91},      {21, 92, 14, 182},
                 {1, 2, 1, 91},        {400, 700, 365, 730}, {5, 5, 1, 91},
                 {500, 500, 365, 730}, {365, 365, 182, 365}, {999999, 999999, 73049, 292194}};
    (void)state;
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        gp_log_axis axis = {.left = 1000, .width = 10000};
        gp_fit_log_axis(&axis, spans[i].least, spans[i].most);
        assert_int_equal(axis.first, spans[i].first);
        assert_int_equal(axis.last, spans[i].last);
        assert_int_equal(gp_log_x(&axis, axis.first), 1000);
        assert_int_equal(gp_log_x(&axis, axis.last), 11000);
    }
}

/* What stands on one line stands in the middle of its row, and says how late it is. */
static void a_single_line_is_in_the_middle(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_intervention own = test_intervention(GP_EXPLOIT, 7);
    own.needed_by = 3;
    add_test_intervention(&t, "own", own, "");
    gp_picture picture = draw(&t, GP_ENGLISH);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    uint32_t ground = svg_find_class(&tree, 0, tree.count, "ground"), found = 0;
    for (uint32_t i = 0; i < tree.count; i++)
        if (strstr(tree.nodes[i].text, "no capability fixes its date \xC2\xB7 11 days late") &&
            strcmp(tree.nodes[i].name, "text") == 0)
            found = i;
    assert_true(found);
    const svg_frame *band = &tree.nodes[ground].frame, *words = &tree.nodes[found].frame;
    assert_true(llabs(band->top + band->bottom - words->top - words->bottom) < 40);
    free_svg_tree(&tree);
    gp_job_free(t.job);
}

/* Many rows stand beside each other, so that the page is no strip. */
static void many_rows_make_no_strip(void **state)
{
    static const int counts[] = {20, 60, 160, 400};
    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        test_draft t;
        start_test_draft(&t);
        for (int k = 0; k < counts[i]; k++) {
            char id[32];
            snprintf(id, sizeof id, "i%d", k);
            add_test_intervention(&t, id, test_intervention(GP_EXPLOIT, 7 + k), "");
        }
        gp_picture picture = draw(&t, GP_ENGLISH);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        assert_true(tree.width * 5 >= tree.height * 3 && tree.width <= tree.height * 2);
        assert_texts_keep_apart(&tree);
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
}

static gp_status draw_tension(gp_job *job, const gp_schedule *schedule, gp_language language,
                              gp_picture *out)
{
    const gp_tension_view view = {.language = language};
    return gp_draw_tension(job, schedule, &view, out);
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_extremes(&t);
    const gp_schedule *schedule;
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    assert_says_when_memory_runs_out(t.job, schedule, draw_tension);
    gp_job_free(t.job);
}

#define OTHERS 7
int main(void)
{
    struct CMUnitTest tests[ROWS + OTHERS] = {
        {"how far it is", says_how_far_it_is, NULL, NULL, NULL},
        {"nothing of a late chain is cut", nothing_of_a_late_chain_is_cut, NULL, NULL, NULL},
        {"where the axis begins", the_axis_begins_where_the_data_begin, NULL, NULL, NULL},
        {"one line", a_single_line_is_in_the_middle, NULL, NULL, NULL},
        {"no strip", many_rows_make_no_strip, NULL, NULL, NULL},
        {"the axis", the_axis_is_logarithmic, NULL, NULL, NULL},
        {"memory runs out", says_when_memory_runs_out, NULL, NULL, NULL}};
    for (size_t i = 0; i < ROWS; i++)
        tests[i + OTHERS] = (struct CMUnitTest){rows[i].name, is_a_good_picture, NULL, NULL,
                                                (void *)(uintptr_t)&rows[i]};
    return _cmocka_run_group_tests("tension", tests, ROWS + OTHERS, NULL, NULL);
}
