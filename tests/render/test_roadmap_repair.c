/* SPDX-License-Identifier: MIT
 * The roadmap with what was decided: the list above it, the numbers at the steps that decisions
 * touch, what is in time now and what is still late, and what is said of cost and proof. */
#include "core/job.h"
#include "tests/support_draft.h"
#include "tests/support_hard.h"
#include "tests/support_owed.h"
#include "tests/support_decided.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define NB "\xC2\xA0" /* between a number and its unit */

typedef struct version {
    test_draft draft;
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
} version;

/* "saved" is needed on day 150: with 100 days of "slow" and 100 of "work" it is late, with 40 and
 * 100 it is not. "late" is late either way. "moved" is needed 40 days later. "asks" asks for less,
 * so the second level of "deep" is gone. "free" has no date. */
typedef struct plans {
    version versions[2];
    gp_older older;
    gp_candidate considered[4];
    gp_repair_choice choices[4];
    gp_repair_use use;
    gp_repair_live lives[3];
    gp_repair repair;
    gp_repaired repaired;
    gp_picture picture;
    svg_tree tree;
} plans;

static void plan(version *v, bool is_after)
{
    test_draft *t = &v->draft;
    start_test_draft(t);
    add_test_capability(t, "slow", test_capability(is_after ? 40 : 100), "");
    add_test_capability(t, "work", test_capability(100), "slow");
    add_test_capability(t, "deep", test_capability(30), "");
    gp_intervention one = test_intervention(GP_DEVELOP, 14);
    one.needed_by = 160;
    add_test_intervention(t, "saved", one, "work");
    one.needed_by = 20;
    add_test_intervention(t, "late", one, "slow");
    one.needed_by = is_after ? 140 : 100;
    add_test_intervention(t, "moved", one, "deep");
    one.needed_by = GP_NO_DAY;
    add_test_intervention(t, "asks", one, is_after ? "deep@1" : "deep@2");
    v->portfolio = finish_test_draft(t);
    assert_int_equal(gp_build_network(t->job, v->portfolio, &v->network), GP_OK);
    assert_int_equal(gp_schedule_network(t->job, v->network, NULL, &v->schedule), GP_OK);
}

static uint32_t symbol(const plans *p, const char *id)
{
    return gp_find_symbol(p->versions[0].portfolio, id);
}

static uint32_t intervention(const plans *p, const char *id)
{
    return p->versions[0].portfolio->items[symbol(p, id)].index;
}

static int32_t late_days(const version *v, const char *id)
{
    int32_t days = gp_late_days(v->schedule,
                                gp_find_activity(v->network, gp_find_symbol(v->portfolio, id), 0));
    return days > 0 ? days : 0;
}

static void fill_lives(plans *p)
{
    static const char *const ids[] = {"saved", "late", "moved"};
    for (size_t i = 0; i < 3; i++) {
        uint32_t index = intervention(p, ids[i]);
        p->lives[i] = (gp_repair_live){
            .intervention = index,
            .needed_by = p->versions[0].portfolio->interventions[index].needed_by,
            .needed_by_after = p->versions[1].portfolio->interventions[index].needed_by,
            .late_before = late_days(&p->versions[0], ids[i]),
            .late_after = late_days(&p->versions[1], ids[i])};
    }
}

static void start(plans *p)
{
    static const gp_edits none = {0};
    *p = (plans){.older = {.name = "the plan before"}};
    for (int i = 0; i < 2; i++) plan(&p->versions[i], i == 1);
    const gp_portfolio *then = p->versions[0].portfolio;
    fill_lives(p);
    p->considered[0] = (gp_candidate){.kind = GP_DECIDE_SHORTEN,
                                      .symbol = symbol(p, "slow"),
                                      .level = 1,
                                      .quarters = 2,
                                      .by_days = 60,
                                      .cost = 2};
    p->considered[1] = (gp_candidate){.kind = GP_DECIDE_DATE,
                                      .symbol = symbol(p, "moved"),
                                      .cycles = 3,
                                      .needed_by = 140,
                                      .by_days = 40,
                                      .cost = 3};
    p->considered[2] =
        (gp_candidate){.kind = GP_DECIDE_LEVEL,
                       .symbol = symbol(p, "asks"),
                       .level = 1,
                       .requirement = then->interventions[intervention(p, "asks")].requires.first,
                       .cost = 2};
    p->considered[3] = (gp_candidate){
        .kind = GP_DECIDE_OFF_ROUND, .symbol = symbol(p, "slow"), .level = 1, .cost = 0.5};
    p->use = (gp_repair_use){intervention(p, "saved"), 54};
    p->choices[0] = (gp_repair_choice){0, 31, GP_NONE, &p->use, 1};
    p->choices[1] = (gp_repair_choice){2, -10, GP_NONE, NULL, 0};
    p->choices[2] = (gp_repair_choice){1, GP_NO_DAY, GP_NONE, NULL, 0};
    p->choices[3] = (gp_repair_choice){3, 400, GP_NONE, NULL, 0};
    p->repair = (gp_repair){.status = GP_REPAIR_IMPOSSIBLE,
                            .cost = 7.5,
                            .bound = 4,
                            .considered = p->considered,
                            .considered_count = 4,
                            .choices = p->choices,
                            .choice_count = 4,
                            .lives = p->lives,
                            .live_count = 3,
                            .before = p->versions[0].schedule,
                            .after = p->versions[1].schedule};
    p->repaired = (gp_repaired){.repair = &p->repair, .budget = -1};
    assert_int_equal(gp_compare(p->versions[1].draft.job, p->versions[0].schedule,
                                p->versions[1].schedule, &none, NULL, &p->older.comparison),
                     GP_OK);
}

static void draw(plans *p, gp_language language, gp_paper paper)
{
    const gp_roadmap_view view = {.lanes = GP_LANES_NONE,
                                  .from = GP_NO_DAY,
                                  .to = GP_NO_DAY,
                                  .paper = paper,
                                  .language = language,
                                  .older = &p->older,
                                  .repaired = &p->repaired};
    p->picture = (gp_picture){0};
    assert_int_equal(
        gp_draw_roadmap(p->versions[1].draft.job, p->versions[1].schedule, &view, &p->picture),
        GP_OK);
    p->tree = read_svg_tree(p->picture.text, p->picture.size);
}

static void let_go(plans *p)
{
    for (int i = 0; i < 2; i++) gp_job_free(p->versions[i].draft.job);
}

static uint32_t find(const svg_tree *tree, const char *id)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (strcmp(tree->nodes[i].id, id) == 0) return i;
    return tree->count;
}

/* What the texts of a class within an element say, with a bar between. */
static const char *texts(const svg_tree *tree, const char *id, const char *class_name)
{
    static char all[1024];
    uint32_t at = find(tree, id);
    size_t used = 0;
    *all = '\0';
    if (at == tree->count) return "no such element";
    for (uint32_t i = at; i < tree->nodes[at].end && used < sizeof all; i++)
        if (svg_node_is(&tree->nodes[i], class_name))
            used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", used ? "|" : "",
                                     tree->nodes[i].text);
    return all;
}

static bool has(const svg_tree *tree, const char *id, const char *class_name)
{
    uint32_t at = find(tree, id);
    assert_true(at < tree->count);
    return svg_find_class(tree, at, tree->nodes[at].end, class_name) < tree->nodes[at].end;
}

/* ---- tests ---- */

static void numbers_stand_at_the_steps_that_decisions_touch(void **state)
{
    (void)state;
    plans p;
    start(&p);
    draw(&p, GP_ENGLISH, GP_PAPER_NONE);
    assert_string_equal(texts(&p.tree, "bar__slow__1", "in-number"), "1|4");
    assert_string_equal(texts(&p.tree, "bar__work__1", "in-number"), "");
    assert_string_equal(texts(&p.tree, "bar__asks", "in-number"), "2");
    assert_string_equal(texts(&p.tree, "bar__moved", "in-number"), "3");
    assert_string_equal(texts(&p.tree, "bar__deep__1", "in-number"), "");
    assert_string_equal(texts(&p.tree, "gone__deep__2", "in-number"), "2");
    /* a measure of the file says itself which records it changes */
    const char *const ids[] = {"work", "free", "nowhere"};
    const gp_id_list touched[4] = {{ids, 3}};
    p.repaired.touched = touched;
    free_svg_tree(&p.tree);
    draw(&p, GP_ENGLISH, GP_PAPER_NONE);
    assert_string_equal(texts(&p.tree, "bar__work__1", "in-number"), "1");
    assert_string_equal(texts(&p.tree, "bar__slow__1", "in-number"), "4");
    free_svg_tree(&p.tree);
    let_go(&p);
}

static void what_was_late_is_told_from_what_still_is(void **state)
{
    (void)state;
    plans p;
    start(&p);
    draw(&p, GP_ENGLISH, GP_PAPER_NONE);
    assert_true(has(&p.tree, "bar__saved", "saved-tick"));
    assert_false(has(&p.tree, "bar__saved", "gap"));
    assert_true(strncmp(texts(&p.tree, "bar__saved", "saved"), "in time, was ", 13) == 0);
    assert_true(has(&p.tree, "bar__late", "gap"));
    assert_false(has(&p.tree, "bar__late", "saved-tick"));
    assert_true(strncmp(texts(&p.tree, "bar__late", "late"), "still ", 6) == 0);
    assert_non_null(strstr(texts(&p.tree, "bar__late", "late"), ", was "));
    assert_false(has(&p.tree, "bar__asks", "saved-tick"));
    free_svg_tree(&p.tree);
    let_go(&p);
}

/* A day is as wide everywhere: the two flags of "moved" are 40 days apart, the flag of "saved"
 * stands 20 days behind the second. */
static void where_it_was_needed_before_is_an_empty_flag(void **state)
{
    (void)state;
    plans p;
    start(&p);
    draw(&p, GP_ENGLISH, GP_PAPER_NONE);
    svg_spot then[8], now[8], other[8];
    uint32_t moved = find(&p.tree, "bar__moved"), saved = find(&p.tree, "bar__saved");
    uint32_t end = p.tree.nodes[moved].end;
    svg_spots(&p.tree.nodes[svg_find_class(&p.tree, moved, end, "was-flag")], then, 8);
    svg_spots(&p.tree.nodes[svg_find_class(&p.tree, moved, end, "flag")], now, 8);
    end = p.tree.nodes[saved].end;
    svg_spots(&p.tree.nodes[svg_find_class(&p.tree, saved, end, "flag")], other, 8);
    assert_false(has(&p.tree, "bar__saved", "was-flag"));
    assert_true(then[0].x < now[0].x);
    int64_t off = (now[0].x - then[0].x) - 2 * (other[0].x - now[0].x);
    assert_true(off >= -3 && off <= 3);
    free_svg_tree(&p.tree);
    let_go(&p);
}

static void the_list_says_what_by_when_and_what_for(void **state)
{
    (void)state;
    plans p;
    start(&p);
    draw(&p, GP_ENGLISH, GP_PAPER_NONE);
    assert_string_equal(texts(&p.tree, "decision__1", "name"), "Shorten slow by half, 60 days");
    assert_string_equal(texts(&p.tree, "decision__1", "caption"),
                        "decide by 1970-02-01 \xC2\xB7 2" NB
                        "points|late again without it: saved (54 days)");
    assert_string_equal(texts(&p.tree, "decision__2", "name"), "Let asks ask for level 1 of deep");
    assert_string_equal(texts(&p.tree, "decision__2", "caption"),
                        "decide at once, was by 1969-12-22 \xC2\xB7 2" NB "points");
    assert_string_equal(texts(&p.tree, "decision__3", "name"),
                        "Move the date of moved to 1970-05-21, 40 days later");
    assert_string_equal(texts(&p.tree, "decision__3", "caption"), "3" NB "points");
    assert_string_equal(texts(&p.tree, "decision__4", "name"),
                        "Start slow outside the planning rounds");
    assert_string_equal(texts(&p.tree, "decision__4", "caption"),
                        "decide by 1971-02-05 \xC2\xB7 0.5" NB "points");
    assert_true(strncmp(texts(&p.tree, "decisions__late", "caption"), "Still late: late (", 18) ==
                0);
    free_svg_tree(&p.tree);
    draw(&p, GP_DUTCH, GP_PAPER_NONE);
    assert_string_equal(texts(&p.tree, "decision__1", "name"),
                        "Verkort slow met de helft, 60 dagen");
    assert_string_equal(texts(&p.tree, "decision__4", "caption"),
                        "besluit uiterlijk 1971-02-05 \xC2\xB7 0,5" NB "punten");
    free_svg_tree(&p.tree);
    let_go(&p);
}

static const char *subtitle(const svg_tree *tree)
{
    static char all[1024];
    size_t used = 0;
    for (uint32_t i = 0; i < tree->count && used < sizeof all; i++)
        if (svg_node_is(&tree->nodes[i], "subtitle"))
            used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", used ? " " : "",
                                     tree->nodes[i].text);
    return all;
}

static void nothing_is_called_proven_but_what_is(void **state)
{
    (void)state;
    static const struct {
        gp_repair_status status;
        bool is_exhausted, is_all;
        double budget, bound;
        const char *words;
    } rows[] = {
        {GP_REPAIR_PROVEN, false, true, -1, 7.5,
         "4 decisions for 7.5" NB
         "points bring the late intervention in time; proven: no choice costs less "},
        {GP_REPAIR_BEST, true, true, -1, 4,
         "in time; the best found so far, not proven: no choice costs less than 4" NB "points "},
        {GP_REPAIR_BEST, true, false, -1, 4,
         "in time; the best found so far, not proven: all in time cost at least 4" NB "points "},
        {GP_REPAIR_BEST, true, true, -1, 0, "in time; the best found so far, not proven "},
        {GP_REPAIR_IMPOSSIBLE, false, false, -1, 4,
         "4 decisions for 7.5" NB
         "points bring 1 of the 2 late interventions in time; proven: not all can be "
         "in time together "},
        {GP_REPAIR_IMPOSSIBLE, true, false, -1, 4,
         "together; for the others this is the best found so far "},
        {GP_REPAIR_PROVEN, false, false, 8, 4,
         "in time; proven: no other choice for at most 8" NB "points brings more "},
        {GP_REPAIR_PROVEN, false, true, 8, 4, "in time; proven: no choice costs less "},
        {GP_REPAIR_BEST, false, false, 8, 4, "in time; the best found so far, not proven "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plans p;
        start(&p);
        p.repair.status = (uint8_t)rows[i].status;
        p.repair.is_exhausted = rows[i].is_exhausted;
        p.repair.bound = rows[i].bound;
        p.repaired.budget = rows[i].budget;
        if (rows[i].is_all) p.repair.live_count = 1;
        draw(&p, GP_ENGLISH, GP_PAPER_NONE);
        if (!strstr(subtitle(&p.tree), rows[i].words)) print_error("%s\n", subtitle(&p.tree));
        assert_non_null(strstr(subtitle(&p.tree), rows[i].words));
        free_svg_tree(&p.tree);
        let_go(&p);
    }
}

static void what_no_decision_helps_is_told_as_well(void **state)
{
    (void)state;
    plans p;
    start(&p);
    const gp_repair_lost lost = {.intervention = intervention(&p, "late"), .is_certain = true};
    p.repair.choice_count = 0;
    p.repair.lost = &lost;
    p.repair.lost_count = 1;
    p.lives[0].late_after = p.lives[0].late_before;
    draw(&p, GP_ENGLISH, GP_PAPER_NONE);
    static const char words[] = "nothing is decided: 2 interventions stay late; proven: what stays "
                                "late does so whatever is decided ";
    assert_true(strncmp(subtitle(&p.tree), words, strlen(words)) == 0);
    assert_true(has(&p.tree, "decisions", "gap"));
    free_svg_tree(&p.tree);
    p.repair.live_count = 0;
    draw(&p, GP_DUTCH, GP_PAPER_NONE);
    assert_int_equal(find(&p.tree, "decisions"), p.tree.count);
    assert_true(strncmp(subtitle(&p.tree), "niets is te laat", 16) == 0);
    free_svg_tree(&p.tree);
    let_go(&p);
}

/* On paper the list stands on the first page alone, takes part of it, and says how much more there
 * is; every row of bars stands on a page. */
static void paper_has_the_list_once(void **state)
{
    (void)state;
    static const gp_edits none = {0};
    version v = {0};
    test_decided decided;
    gp_older older = {.name = "before"};
    gp_picture picture = {0};
    v.portfolio = make_hard_portfolio(&v.draft, 7, 60, 40);
    assert_int_equal(gp_build_network(v.draft.job, v.portfolio, &v.network), GP_OK);
    assert_int_equal(gp_schedule_network(v.draft.job, v.network, NULL, &v.schedule), GP_OK);
    make_decided(v.draft.job, v.schedule, v.schedule, 100, &decided);
    assert_int_equal(
        gp_compare(v.draft.job, v.schedule, v.schedule, &none, NULL, &older.comparison), GP_OK);
    const gp_roadmap_view view = {.from = GP_NO_DAY,
                                  .to = GP_NO_DAY,
                                  .paper = GP_PAPER_A4,
                                  .older = &older,
                                  .repaired = &decided.repaired};
    assert_int_equal(gp_draw_roadmap(v.draft.job, v.schedule, &view, &picture), GP_OK);
    assert_true(picture.page_count > 2);
    uint32_t bars = 0;
    for (uint32_t i = 0; i < picture.page_count; i++) {
        svg_tree tree = read_svg_tree(picture.pages[i].text, picture.pages[i].size);
        uint32_t list = find(&tree, "decisions");
        assert_int_equal(list < tree.count, i == 0);
        assert_int_equal(count_breaches(&tree, OWED_ON_THE_PAGE | OWED_APART | OWED_WHOLE, "page"),
                         0);
        for (uint32_t k = 0; k < tree.count; k++)
            bars += strncmp(tree.nodes[k].id, "bar__", 5) == 0;
        if (i == 0) {
            bool is_told = false;
            for (uint32_t k = list; k < tree.nodes[list].end; k++)
                is_told |= strstr(tree.nodes[k].text, " more decisions: groeipad repair") != NULL;
            assert_true(is_told);
            assert_int_equal(find(&tree, "decision__24"), tree.count);
        }
        free_svg_tree(&tree);
    }
    assert_int_equal(bars, picture.box_count);
    gp_job_free(v.draft.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_stand_at_the_steps_that_decisions_touch),
        cmocka_unit_test(what_was_late_is_told_from_what_still_is),
        cmocka_unit_test(where_it_was_needed_before_is_an_empty_flag),
        cmocka_unit_test(the_list_says_what_by_when_and_what_for),
        cmocka_unit_test(nothing_is_called_proven_but_what_is),
        cmocka_unit_test(what_no_decision_helps_is_told_as_well),
        cmocka_unit_test(paper_has_the_list_once),
    };
    return cmocka_run_group_tests_name("roadmap_repair", tests, NULL, NULL);
}
