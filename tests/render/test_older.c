/* SPDX-License-Identifier: MIT
 * Pictures beside an older version: what became of each step, where its ghost stands in time, and
 * what is gone; the same version twice is the same picture but for the line that says so. */
#include "core/job.h"
#include "render/older.h"
#include "tests/support_draft.h"
#include "tests/support_hard.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct version {
    test_draft draft;
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
} version;

static void plan(version *v)
{
    assert_int_equal(gp_build_network(v->draft.job, v->portfolio, &v->network), GP_OK);
    assert_int_equal(gp_schedule_network(v->draft.job, v->network, NULL, &v->schedule), GP_OK);
}

/* Live is a whole number of cycles of 14 days after the start. "longer" takes 100 days and then
 * 140, "shorter" 90 and then 60, "later" begins after "longer", "reached" is there by now, and
 * "gone" gives way to "new". */
static void make_versions(version *then, version *now)
{
    version *versions[] = {then, now};
    for (int i = 0; i < 2; i++) {
        test_draft *t = &versions[i]->draft;
        gp_capability reached = test_capability(50);
        reached.level = i ? 1 : 0;
        start_test_draft(t);
        add_test_capability(t, "same", test_capability(80), "");
        add_test_capability(t, "longer", test_capability(i ? 140 : 100), "");
        add_test_capability(t, "shorter", test_capability(i ? 60 : 90), "");
        add_test_capability(t, "later", test_capability(30), "longer");
        add_test_capability(t, "reached", reached, "");
        add_test_capability(t, i ? "new" : "gone", test_capability(70), "");
        add_test_intervention(t, "all", test_intervention(GP_DEVELOP, 14),
                              "same longer shorter later reached");
        versions[i]->portfolio = finish_test_draft(t);
        plan(versions[i]);
    }
}

static gp_older compare(const version *then, const version *now)
{
    static const gp_edits none = {0};
    gp_older older = {.name = "last <month>.json"};
    assert_int_equal(
        gp_compare(now->draft.job, then->schedule, now->schedule, &none, NULL, &older.comparison),
        GP_OK);
    return older;
}

static void let_go(version *then, version *now)
{
    gp_job_free(then->draft.job);
    gp_job_free(now->draft.job);
}

static uint32_t find(const version *v, const char *id)
{
    return gp_find_activity(v->network, gp_find_symbol(v->portfolio, id), 0);
}

static void each_step_has_become_what_its_dates_say(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        uint8_t became;
        int32_t days;
    } rows[] = {{"same", GP_BECAME_SAME, 0},        {"longer", GP_BECAME_LATER, 40},
                {"shorter", GP_BECAME_SOONER, -30}, {"later", GP_BECAME_LATER, 40},
                {"new", GP_BECAME_NEW, 0},          {"all", GP_BECAME_LATER, 42}};
    version then, now;
    make_versions(&then, &now);
    gp_older older = compare(&then, &now);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_was was = gp_find_was(&older, find(&now, rows[i].id));
        assert_int_equal(was.became, rows[i].became);
        if (was.became != GP_BECAME_NEW) assert_int_equal(was.days, rows[i].days);
    }
    assert_int_equal(gp_find_was(NULL, 0).became, GP_BECAME_SAME);
    let_go(&then, &now);
}

static void what_is_gone_is_told_from_what_is_reached(void **state)
{
    (void)state;
    version then, now;
    gp_gone_list list;
    make_versions(&then, &now);
    gp_older older = compare(&then, &now);
    assert_int_equal(gp_list_gone(now.draft.job, &older, GP_NONE, &list), GP_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.gone[0].activity, find(&then, "gone"));
    assert_int_equal(list.gone[0].became, GP_BECAME_GONE);
    assert_int_equal(list.gone[1].activity, find(&then, "reached"));
    assert_int_equal(list.gone[1].became, GP_BECAME_REACHED);
    /* of one intervention: only what it rested on */
    assert_int_equal(gp_list_gone(now.draft.job, &older, find(&now, "all"), &list), GP_OK);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.gone[0].became, GP_BECAME_REACHED);
    let_go(&then, &now);
}

/* ---- where ghosts stand ---- */

static svg_frame frame_of(const svg_tree *tree, const char *id, const char *class_name)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        if (strcmp(tree->nodes[i].id, id) != 0) continue;
        uint32_t found = svg_find_class(tree, i, tree->nodes[i].end, class_name);
        assert_true(found < tree->nodes[i].end);
        return tree->nodes[found].frame;
    }
    fail_msg("nothing is called %s", id);
    return (svg_frame){0};
}

/* On a roadmap a day is as wide everywhere: two bars that did not move say how wide. */
static void ghosts_stand_where_it_stood_in_time(void **state)
{
    (void)state;
    version then, now;
    gp_picture picture;
    make_versions(&then, &now);
    gp_older older = compare(&then, &now);
    const gp_roadmap_view view = {.from = GP_NO_DAY, .to = GP_NO_DAY, .older = &older};
    assert_int_equal(gp_draw_roadmap(now.draft.job, now.schedule, &view, &picture), GP_OK);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    svg_frame same = frame_of(&tree, "bar__same__1", "shape");
    double day = (double)(same.right - same.left) / 80;
    static const struct {
        const char *id;
        int from, to;
    } ghosts[] = {{"bar__longer__1", 0, 100},
                  {"bar__shorter__1", 0, 90},
                  {"bar__later__1", 100, 130},
                  {"gone__gone__1", 0, 70},
                  {"gone__reached__1", 0, 50}};
    for (size_t i = 0; i < sizeof ghosts / sizeof *ghosts; i++) {
        svg_frame ghost = frame_of(&tree, ghosts[i].id, "ghost");
        assert_true(labs((long)(ghost.left - same.left) - (long)(day * ghosts[i].from)) <= 15);
        assert_true(labs((long)(ghost.right - same.left) - (long)(day * ghosts[i].to)) <= 15);
    }
    /* the arrow ends where the bar does */
    svg_frame tip = frame_of(&tree, "bar__shorter__1", "shift-tip");
    assert_true(labs((long)(tip.left - frame_of(&tree, "bar__shorter__1", "shape").right)) <= 15);
    tip = frame_of(&tree, "bar__longer__1", "shift-tip");
    assert_true(labs((long)(tip.right - frame_of(&tree, "bar__longer__1", "shape").right)) <= 15);
    assert_non_null(strstr(picture.text, "against last &lt;month&gt;.json: 3 later, 1 earlier, "
                                         "1 new, 1 gone, 1 reached"));
    free_svg_tree(&tree);
    let_go(&then, &now);
}

/* Both of its days lie after the last that is drawn: the days are told, and no arrow is drawn that
 * would have to point somewhere. */
static void an_arrow_outside_the_dates_is_none(void **state)
{
    (void)state;
    version then, now;
    gp_picture picture;
    make_versions(&then, &now);
    gp_older older = compare(&then, &now);
    uint32_t longer = find(&now, "longer");
    gp_day start = now.schedule->dates[longer].earliest_start;
    const gp_roadmap_view view = {.from = start, .to = start + 70, .older = &older};
    assert_int_equal(gp_draw_roadmap(now.draft.job, now.schedule, &view, &picture), GP_OK);
    const char *bar = strstr(picture.text, "<g id=\"bar__longer__1\"");
    assert_non_null(bar);
    const char *end = strstr(bar, "</g>"), *arrow = strstr(bar, "shift-tip");
    assert_true(!arrow || arrow > end);
    assert_true(strstr(bar, "+40") < end);
    let_go(&then, &now);
}

/* ---- the same version twice ---- */

typedef gp_status draw(gp_job *job, const gp_schedule *schedule, const gp_older *older,
                       gp_picture *out);

static gp_status draw_path(gp_job *job, const gp_schedule *schedule, const gp_older *older,
                           gp_picture *out)
{
    const gp_path_view view = {.intervention = GP_NONE, .older = older};
    return gp_draw_path(job, schedule, &view, out);
}

static gp_status draw_roadmap(gp_job *job, const gp_schedule *schedule, const gp_older *older,
                              gp_picture *out)
{
    const gp_roadmap_view view = {.from = GP_NO_DAY, .to = GP_NO_DAY, .older = older};
    return gp_draw_roadmap(job, schedule, &view, out);
}

static gp_status draw_map(gp_job *job, const gp_schedule *schedule, const gp_older *older,
                          gp_picture *out)
{
    const gp_map_view view = {.older = older};
    return gp_draw_map(job, schedule, &view, out);
}

/* What is drawn after the title, with the line that says what it is held against taken out. */
static const char *body_of(test_draft *t, const gp_picture *picture)
{
    static const char said[] = " \xC2\xB7 against O: nothing moved";
    char *text = test_keep(t, picture->text, picture->size + 1);
    char *body = strstr(text, "<rect class=\"page\"");
    assert_non_null(body);
    char *line = strstr(body, said);
    if (line) memmove(line, line + sizeof said - 1, strlen(line + sizeof said - 1) + 1);
    return body;
}

static void the_same_version_changes_nothing(void **state)
{
    (void)state;
    static draw *const views[] = {draw_path, draw_roadmap, draw_map};
    version v;
    v.portfolio = make_hard_portfolio(&v.draft, 5, 20, 12);
    plan(&v);
    gp_older older = compare(&v, &v);
    older.name = "O";
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        gp_picture plain = {0}, beside = {0};
        assert_int_equal(views[i](v.draft.job, v.schedule, NULL, &plain), GP_OK);
        assert_int_equal(views[i](v.draft.job, v.schedule, &older, &beside), GP_OK);
        assert_non_null(strstr(beside.text, "against O: nothing moved"));
        assert_string_equal(body_of(&v.draft, &plain), body_of(&v.draft, &beside));
    }
    gp_job_free(v.draft.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step_has_become_what_its_dates_say),
        cmocka_unit_test(what_is_gone_is_told_from_what_is_reached),
        cmocka_unit_test(ghosts_stand_where_it_stood_in_time),
        cmocka_unit_test(an_arrow_outside_the_dates_is_none),
        cmocka_unit_test(the_same_version_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
