/* SPDX-License-Identifier: MIT
 * The development path, read back from its SVG: is every text inside its box, does no box
 * overlap another, does every arrow end on the borders of its boxes and pass through none, is
 * all of it on the page? Over portfolios that have everything, nothing, or too much. */
#include "tests/support_draft.h"
#include "groeipad/render.h"
#include "tests/support_path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const gp_planning yearly = {.round = {.months = 12, .unit = GP_DURATION_CALENDAR}};

static void add_everything(test_draft *t)
{
    gp_intervention late = test_intervention(GP_EXPLORE, 14),
                    fine = test_intervention(GP_EXPLOIT, 14);
    late.needed_by = 30;
    fine.needed_by = 2000;
    gp_capability rounds = test_capability(90), unknown = test_capability(-1);
    late.url = "pages/advice.html?a=1&b='2'";
    unknown.url = "mailto:somebody@example.org";
    rounds.planning = &yearly;
    rounds.name = "A capability whose name is so long that it must be wrapped over several lines "
                  "and then still does not fit, so that it ends in an ellipsis";
    gp_capability fixed = test_capability(10);
    fixed.started = -20, fixed.ready = -3;
    add_test_intervention(t, "advice", late, "rounds@3 training|editing missing-one");
    add_test_intervention(t, "calm", fine, "fixed rounds+10d!start advice");
    add_test_intervention(t, "alone", test_intervention(GP_STAGE_NONE, 7), "");
    add_test_capability(t, "rounds", rounds, "base unknown");
    add_test_capability(t, "base", test_capability(20), "");
    add_test_capability(t, "unknown", unknown, "base");
    add_test_capability(t, "training", test_capability(300), "");
    add_test_capability(t, "editing", test_capability(30), "");
    add_test_capability(t, "fixed", fixed, "");
    add_test_capability(t, "hope", test_capability(30), "base gone");
    add_test_capability(t, "chain", test_capability(30), "hope");
    add_test_capability(t, "lonely", test_capability(30), "");
}

static void add_nothing(test_draft *t)
{
    (void)t;
}

static void add_single(test_draft *t)
{
    add_test_intervention(t, "one", test_intervention(GP_DEVELOP, 14), "");
}

static void add_all_there(test_draft *t)
{
    gp_capability there = test_capability(-1);
    there.level = 1;
    add_test_capability(t, "there", there, "");
}

static void add_only_unfounded(test_draft *t)
{
    char id[32];
    for (int i = 0; i < 23; i++) {
        snprintf(id, sizeof id, "hope-%d", i);
        add_test_capability(t, id, test_capability(30), "");
    }
}

/* Text from every corner of Unicode, markup, and ids that are too long for any box. */
static void add_hostile(test_draft *t)
{
    char id[32], requires[24 * TEST_HOSTILE_NAMES + 256] = "";
    for (size_t i = 0; i < TEST_HOSTILE_NAMES; i++) {
        gp_capability capability = test_capability((int32_t)i);
        capability.name = test_hostile_names[i];
        snprintf(id, sizeof id, "h%zu", i);
        add_test_capability(t, id, capability, i ? "\"]><script>" : "");
        snprintf(requires + strlen(requires), sizeof requires - strlen(requires), " h%zu", i);
    }
    char long_id[201], long_other[201];
    memset(long_id, 'x', 200);
    memset(long_other, 'x', 200);
    long_id[200] = long_other[200] = '\0';
    long_other[150] = 'y';
    strcat(requires, " ");
    strcat(requires, long_id);
    add_test_capability(t, long_id, test_capability(3), long_other);
    add_test_capability(t, "\"]><script>", test_capability(3), "");
    add_test_capability(t, "a_b", test_capability(3), "a__b");
    add_test_capability(t, "a__b", test_capability(3), "a_5fb");
    add_test_intervention(t, "end", test_intervention(GP_DEVELOP, 3), requires + 1);
}

static void add_random(test_draft *t, int count, uint32_t per_node, uint64_t seed)
{
    uint64_t state = seed;
    for (int i = 0; i < count; i++) {
        char id[32], requires[256] = "";
        uint32_t asked = i ? test_random(&state, per_node + 1) : 0;
        for (uint32_t k = 0; k < asked; k++) {
            uint32_t level = 1 + test_random(&state, 8) / 7;
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sc%u@%u",
                     k ? " " : "", test_random(&state, (uint32_t)i), level);
        }
        snprintf(id, sizeof id, i % 7 == 6 ? "i%d" : "c%d", i);
        gp_capability capability = test_capability((int32_t)test_random(&state, 400));
        if (i % 7 == 6)
            add_test_intervention(t, id, test_intervention(GP_DEVELOP, 14), requires);
        else
            add_test_capability(t, id, capability, requires);
    }
}

static void add_sixty(test_draft *t)
{
    add_random(t, 60, 3, 11);
}

static void add_two_hundred(test_draft *t)
{
    add_random(t, 200, 2, 5);
}

static void add_too_many(test_draft *t)
{
    add_random(t, GP_PICTURE_BOXES_MAX * 3 / 2, 2, 3);
}

/* Many arrows over many columns: few boxes, and yet too much for a thorough search. */
static void add_too_far(test_draft *t)
{
    for (int i = 0; i < 160; i++) {
        char id[32], requires[1024] = "";
        for (int k = i - 1; k >= 0 && k > i - 40; k--)
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sc%d+1d",
                     k < i - 1 ? " " : "", k);
        snprintf(id, sizeof id, "c%d", i);
        add_test_capability(t, id, test_capability(1), requires);
    }
    add_test_intervention(t, "end", test_intervention(GP_DEVELOP, 3), "c159");
}

typedef struct row {
    const char *name;
    void (*add)(test_draft *t);
    const char *one; /* the intervention of the view, or NULL */
    bool all_requirements, is_coarse, is_stable;
    gp_detail detail;
    const char *focus; /* one step around it, or NULL */
    gp_grouping group;
    gp_columns columns;
} row;

/* That idea rests on base follows from plan. */
static void add_implied(test_draft *t)
{
    add_test_intervention(t, "advice", test_intervention(GP_EXPLORE, 14), "plan");
    add_test_capability(t, "base", test_capability(20), "");
    add_test_capability(t, "plan", test_capability(20), "base");
    add_test_capability(t, "idea", test_capability(20), "plan base");
}

static const row rows[] = {
    {"everything", add_everything, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"everything, all requirements", add_everything, NULL, true, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a requirement of the band that follows", add_implied, NULL, false, false, false,
     GP_DETAIL_AUTO, NULL, GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"one intervention", add_everything, "calm", false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"one intervention that needs nothing", add_everything, "alone", false, false, false,
     GP_DETAIL_AUTO, NULL, GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"nothing", add_nothing, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"single", add_single, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"all there", add_all_there, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"only unfounded", add_only_unfounded, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"hostile", add_hostile, NULL, true, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"sixty", add_sixty, NULL, true, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"two hundred", add_two_hundred, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"too many boxes", add_too_many, NULL, false, true, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"too many columns crossed", add_too_far, NULL, true, true, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, stable", add_everything, NULL, false, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"one intervention, stable", add_everything, "calm", true, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"nothing, stable", add_nothing, NULL, false, false, true, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"only unfounded, stable", add_only_unfounded, NULL, false, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"hostile, stable", add_hostile, NULL, true, false, true, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"sixty, stable", add_sixty, NULL, true, false, true, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"two hundred, stable", add_two_hundred, NULL, false, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, short", add_everything, NULL, false, false, false, GP_DETAIL_SHORT, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, names", add_everything, NULL, false, false, false, GP_DETAIL_NAME, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"hostile, short", add_hostile, NULL, true, false, false, GP_DETAIL_SHORT, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"hostile, names", add_hostile, NULL, true, false, true, GP_DETAIL_NAME, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"two hundred, short", add_two_hundred, NULL, false, false, true, GP_DETAIL_SHORT, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"two hundred, names", add_two_hundred, NULL, false, false, false, GP_DETAIL_NAME, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a focus", add_everything, NULL, false, false, false, GP_DETAIL_AUTO, "rounds", GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"a focus, short", add_everything, NULL, true, false, false, GP_DETAIL_SHORT, "advice",
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a focus, names", add_everything, NULL, true, false, true, GP_DETAIL_NAME, "hope",
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a focus of many", add_two_hundred, NULL, true, false, true, GP_DETAIL_SHORT, "c0",
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"frames by owner", add_everything, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_OWNER, GP_COLUMNS_LAYER},
    {"frames by stage", add_everything, NULL, true, false, false, GP_DETAIL_SHORT, NULL,
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames of one", add_everything, "calm", true, false, true, GP_DETAIL_NAME, NULL,
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames around a focus", add_two_hundred, NULL, true, false, false, GP_DETAIL_SHORT, "c0",
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames of hostile names", add_hostile, NULL, true, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_PARENT, GP_COLUMNS_LAYER},
    {"frames of many", add_two_hundred, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames of nothing", add_nothing, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_TAG, GP_COLUMNS_LAYER},
    {"too many boxes, in full", add_too_many, NULL, false, true, false, GP_DETAIL_FULL, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, years", add_everything, NULL, true, false, true, GP_DETAIL_FULL, NULL,
     GP_GROUP_NONE, GP_COLUMNS_YEAR},
    {"nothing, years", add_nothing, NULL, true, false, false, GP_DETAIL_FULL, NULL, GP_GROUP_NONE,
     GP_COLUMNS_YEAR},
    {"hostile, years", add_hostile, NULL, true, false, false, GP_DETAIL_NAME, NULL, GP_GROUP_NONE,
     GP_COLUMNS_YEAR},
    {"two hundred, years", add_two_hundred, NULL, true, false, false, GP_DETAIL_FULL, NULL,
     GP_GROUP_NONE, GP_COLUMNS_YEAR},
};
#define ROWS (sizeof rows / sizeof *rows)

/* before: the picture that it is drawn after, or NULL. */
static gp_picture draw(test_draft *t, const row *r, gp_language language, const gp_picture *before)
{
    gp_picture picture = {0};
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    gp_path_view view = {.intervention = GP_NONE,
                         .all_requirements = r->all_requirements,
                         .language = language,
                         .is_stable = r->is_stable,
                         .detail = r->detail,
                         .group = r->group,
                         .columns = r->columns,
                         .layout_text = before ? before->layout_text : NULL,
                         .layout_size = before ? before->layout_size : 0};
    if (r->one)
        view.intervention =
            gp_find_activity(network, gp_find_symbol(network->portfolio, r->one), 0);
    if (r->focus) {
        view.focus = gp_find_activity(network, gp_find_symbol(network->portfolio, r->focus), 0);
        view.hops = 1;
    }
    assert_int_equal(gp_draw_path(t->job, schedule, &view, &picture), GP_OK);
    return picture;
}

/* The same bytes, twice. Of a stable one its boxes stay where they were. */
static void is_drawn_again(test_draft *t, const row *r, gp_picture picture)
{
    gp_picture again = draw(t, r, GP_ENGLISH, &picture);
    assert_int_equal(picture.size, again.size);
    assert_memory_equal(picture.text, again.text, picture.size);
}

static void is_a_good_picture(void **state)
{
    const row *r = *state;
    for (int language = 0; language < 2; language++) {
        test_draft t;
        start_test_draft(&t);
        r->add(&t);
        gp_picture picture = draw(&t, r, (gp_language)language, NULL);
        if (language == GP_ENGLISH) is_drawn_again(&t, r, picture);
        assert_int_equal(picture.is_coarse, r->is_coarse);
        page p = read_page(&picture);
        all_is_on_the_page(&p);
        texts_are_inside_their_boxes(&p);
        boxes_keep_apart(&p);
        assert_int_equal(arrows_end_on_their_boxes(&p), picture.arrow_count);
        references_lead_somewhere(&p);
        uint32_t references = 0;
        for (uint32_t i = 0; i < p.count; i++)
            references += svg_has_class(&p.document.elements[p.indices[i]], "reference");
        assert_int_equal(p.count - references, picture.box_count);
        free_page(&p);
        gp_job_free(t.job);
    }
}

/* The same portfolio, its records in another order, is the same picture. */
static void order_of_the_file_does_not_matter(void **state)
{
    (void)state;
    gp_picture pictures[TEST_ORDERS] = {{0}};
    test_draft t[TEST_ORDERS];
    for (size_t i = 0; i < TEST_ORDERS; i++) {
        start_test_draft(&t[i]);
        add_test_records_in_order(&t[i], i);
        pictures[i] = draw(&t[i], &rows[0], GP_DUTCH, NULL);
        assert_int_equal(pictures[i].size, pictures[0].size);
        assert_memory_equal(pictures[i].text, pictures[0].text, pictures[0].size);
    }
    for (size_t i = 0; i < TEST_ORDERS; i++) gp_job_free(t[i].job);
}

int main(void)
{
    struct CMUnitTest tests[ROWS + 1];
    memset(tests, 0, sizeof tests);
    tests[ROWS].name = "order of the file";
    tests[ROWS].test_func = order_of_the_file_does_not_matter;
    for (size_t i = 0; i < ROWS; i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = is_a_good_picture;
        tests[i].initial_state = (void *)(uintptr_t)&rows[i];
    }
    return _cmocka_run_group_tests("path picture", tests, ROWS + 1, NULL, NULL);
}
