/* SPDX-License-Identifier: MIT
 * Filters: which records pass, what passes with them, words that nobody has, and answers whose rows
 * are fewer while their numbers stay. */
#include "core/job.h"
#include "groeipad/boards.h"
#include "groeipad/demand.h"
#include "groeipad/filter.h"
#include "tests/support_draft.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const char *const data[] = {"data", NULL}, *const two[] = {"data", "pay, and go", NULL};

/* i (Desk, tagged) requires a and an absent x; j (nobody) requires b and an absent y; c is part of
 * b, and d of c. */
static const gp_portfolio *make_more(test_draft *t, bool has_more)
{
    start_test_draft(t);
    gp_capability a = test_capability(10), b = test_capability(20), c = test_capability(5);
    gp_intervention i = test_intervention(GP_DEVELOP, 14), j = test_intervention(GP_EXPLORE, 14);
    a.owner = "IT";
    a.tags = two;
    b.owner = "Jansen, P.";
    c.owner = "IT";
    i.owner = "Desk";
    i.tags = data;
    add_test_intervention(t, "i", i, "a x");
    add_test_intervention(t, "j", j, "b y");
    add_test_capability(t, "a", a, "");
    add_test_capability(t, "b", b, "");
    add_test_capability(t, "c", c, "");
    assert_int_equal(gp_draft_parent(t->draft, "b", 1, (gp_place){0}), GP_OK);
    if (has_more) {
        c.owner = NULL;
        c.name = "Deep, and wide";
        add_test_capability(t, "d", c, "e");
        assert_int_equal(gp_draft_parent(t->draft, "c", 1, (gp_place){0}), GP_OK);
        c.name = "Twin";
        add_test_capability(t, "e", c, "");
        add_test_capability(t, "f", c, "");
        add_test_intervention(t, "k", test_intervention(GP_DEVELOP, 14), "a|d");
    }
    return finish_test_draft(t);
}

static const gp_portfolio *make(test_draft *t)
{
    return make_more(t, false);
}

/* The ids that pass, in the order of the portfolio. */
static const char *list_passing(const gp_portfolio *portfolio, const gp_filter *filter)
{
    static char ids[64];
    *ids = '\0';
    for (uint32_t k = 0; k < portfolio->symbol_count; k++) {
        if (!gp_passes(filter, k)) continue;
        if (*ids) strcat(ids, " ");
        strcat(ids, portfolio->ids[k]);
    }
    return ids;
}

static void the_right_records_pass(void **state)
{
    static const struct {
        const char *owners[2], *tags[2], *ids; /* in the order of the portfolio */
    } cases[] = {
        {{NULL}, {NULL}, "i a x j b y c"},
        {{"IT"}, {NULL}, "a c"},
        {{"IT", "Desk"}, {NULL}, "i a x c"},
        {{"IT,Desk"}, {NULL}, "i a x c"},
        {{" Desk , , IT "}, {NULL}, "i a x c"},
        {{"Jansen, P."}, {NULL}, "b"},
        {{NULL}, {"data"}, "i a x"},
        {{NULL}, {"pay, and go"}, "a"},
        {{NULL}, {"pay, and go", "data"}, "i a x"},
        {{"IT"}, {"data"}, "a"},
        {{"Jansen, P."}, {"data"}, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        const gp_portfolio *portfolio = make(&t);
        gp_filter filter;
        gp_filter_options asked = {.owners = cases[i].owners, .tags = cases[i].tags};
        while (asked.owner_count < 2 && asked.owners[asked.owner_count]) asked.owner_count++;
        while (asked.tag_count < 2 && asked.tags[asked.tag_count]) asked.tag_count++;
        assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_OK);
        assert_string_equal(list_passing(portfolio, &filter), cases[i].ids);
        gp_job_free(t.job);
    }
}

/* What is below, however deep; interventions that ask for some of it themselves; and of what they
 * require what is described nowhere. */
static void what_lies_within_passes(void **state)
{
    static const struct {
        const char *within[2], *owner, *ids;
    } cases[] = {
        {{"b"}, NULL, "j b y c d k"},
        {{"c"}, NULL, "c d k"},
        {{"d"}, NULL, "d k"},
        {{"a"}, NULL, "i a x k"},
        {{"d", "a"}, NULL, "i a x d k"},
        {{"a , d"}, NULL, "i a x d k"},
        {{"deep, and wide"}, NULL, "d k"}, /* a name, in any case of letters, and with a comma */
        {{"e"}, NULL, "e"},                /* what requires it through others does not pass */
        {{"b"}, "IT", "c"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        const gp_portfolio *portfolio = make_more(&t, true);
        gp_filter filter;
        gp_filter_options asked = {.within = cases[i].within, .owners = &cases[i].owner};
        while (asked.within_count < 2 && asked.within[asked.within_count]) asked.within_count++;
        asked.owner_count = cases[i].owner != NULL;
        assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_OK);
        assert_string_equal(list_passing(portfolio, &filter), cases[i].ids);
        assert_int_equal(filter.within_count, i == 4 || i == 5 ? 2 : 1);
        if (i == 6) assert_string_equal(filter.within[0], "Deep, and wide");
        gp_job_free(t.job);
    }
}

static void only_capabilities_hold_something(void **state)
{
    static const struct {
        const char *within, *message, *suggestion;
    } cases[] = {
        {"i", "that is an intervention, and nothing is part of one", NULL},
        {"x", "no capability has this id or name", NULL},
        {"dee, and wide", "no capability has this id or name", NULL},
        {"Deep and wild", "no capability has this id or name", "Deep, and wide"},
        {"Twin", "several capabilities have that name, give the id: e or f", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        uint32_t count;
        const gp_portfolio *portfolio = make_more(&t, true);
        gp_filter filter;
        const gp_filter_options asked = {.within = &cases[i].within, .within_count = 1};
        assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_WRONG_OPTION);
        const gp_finding *finding = &gp_findings(t.job, &count)[0];
        assert_string_equal(finding->arguments[0].text, "within");
        assert_string_equal(finding->arguments[2].words.in[GP_ENGLISH], cases[i].message);
        if (cases[i].suggestion) assert_string_equal(finding->suggestion, cases[i].suggestion);
        gp_job_free(t.job);
    }
}

static void what_was_asked_for_is_told_one_by_one(void **state)
{
    static const char *const owners[] = {"IT, Desk", "IT"};
    (void)state;
    test_draft t;
    gp_filter filter;
    const gp_portfolio *portfolio = make(&t);
    const gp_filter_options asked = {.owners = owners, .owner_count = 2};
    assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_OK);
    assert_int_equal(filter.owner_count, 2);
    assert_string_equal(filter.owners[0], "IT");
    assert_string_equal(filter.owners[1], "Desk");
    assert_int_equal(filter.tag_count, 0);
    assert_true(gp_passes(NULL, 0));
    gp_job_free(t.job);
}

/* A comma may stand in a word of a list too. */
static void words_with_commas_stand_in_lists(void **state)
{
    static const char *const owners[] = {" IT,Jansen, P. ,Desk"}, *const tags[] = {
                                                                      "data,pay, and go"};
    (void)state;
    test_draft t;
    gp_filter filter;
    const gp_portfolio *portfolio = make(&t);
    const gp_filter_options asked = {
        .owners = owners, .tags = tags, .owner_count = 1, .tag_count = 1};
    assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_OK);
    assert_int_equal(filter.owner_count, 3);
    assert_string_equal(filter.owners[1], "Jansen, P.");
    assert_string_equal(filter.owners[2], "Desk");
    assert_int_equal(filter.tag_count, 2);
    assert_string_equal(filter.tags[1], "pay, and go");
    gp_job_free(t.job);
}

static void words_that_nobody_has_are_refused(void **state)
{
    static const struct {
        const char *owner, *tag, *message, *suggestion;
    } cases[] = {
        {"Dask", NULL, "--owner is 'Dask': no capability or intervention has this owner", "Desk"},
        {"IT, Dask", NULL, "--owner is 'Dask': no capability or intervention has this owner",
         "Desk"},
        {"Marketing", NULL,
         "--owner is 'Marketing': no capability or intervention has this owner; there are: Desk, "
         "IT, Jansen, P.",
         NULL},
        {"", NULL,
         "--owner is '': no capability or intervention has this owner; there are: Desk, IT, "
         "Jansen, P.",
         NULL},
        {"IT", "dat", "--tag is 'dat': no capability or intervention has this tag", "data"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        gp_filter filter;
        char message[256];
        uint32_t count;
        const gp_portfolio *portfolio = make(&t);
        const gp_filter_options asked = {.owners = &cases[i].owner,
                                         .tags = &cases[i].tag,
                                         .owner_count = 1,
                                         .tag_count = cases[i].tag != NULL};
        assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_WRONG_OPTION);
        const gp_finding *findings = gp_findings(t.job, &count);
        assert_int_equal(count, 1);
        assert_int_equal(findings[0].code, 806);
        gp_finding_message(&findings[0], GP_ENGLISH, message, sizeof message);
        assert_string_equal(message, cases[i].message);
        if (cases[i].suggestion)
            assert_string_equal(findings[0].suggestion, cases[i].suggestion);
        else
            assert_null(findings[0].suggestion);
        gp_job_free(t.job);
    }
}

static void a_portfolio_without_tags_says_so(void **state)
{
    static const char *const tags[] = {"data"};
    (void)state;
    test_draft t;
    gp_filter filter;
    char message[256];
    uint32_t count;
    start_test_draft(&t);
    const gp_filter_options asked = {.tags = tags, .tag_count = 1};
    add_test_capability(&t, "a", test_capability(10), "");
    const gp_portfolio *portfolio = finish_test_draft(&t);
    assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_WRONG_OPTION);
    gp_finding_message(gp_findings(t.job, &count), GP_DUTCH, message, sizeof message);
    assert_string_equal(message, "--tag is 'data': geen capability of interventie heeft labels");
    gp_job_free(t.job);
}

/* Rows are fewer; what they say is what they said. */
static void answers_leave_rows_out_and_nothing_else(void **state)
{
    static const char *const owners[] = {"IT", "Jansen, P."};
    (void)state;
    test_draft t;
    gp_filter filter;
    gp_gaps all, gaps;
    gp_boards every, boards;
    gp_load load;
    const gp_schedule *schedule;
    const gp_portfolio *portfolio = make(&t);
    const gp_network *network;
    assert_int_equal(gp_build_network(t.job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    gp_filter_options asked = {.owners = owners, .owner_count = 1};
    assert_int_equal(gp_make_filter(t.job, portfolio, &asked, &filter), GP_OK);
    const gp_gap_options options = {.filter = &filter};
    assert_int_equal(gp_find_gaps(t.job, network, NULL, &all), GP_OK);
    assert_int_equal(gp_find_gaps(t.job, network, &options, &gaps), GP_OK);
    assert_int_equal(all.missing_count, 2);
    assert_int_equal(all.premature_count, 1); /* b */
    assert_int_equal(gaps.missing_count, 0);
    assert_int_equal(gaps.premature_count, 0);
    assert_int_equal(gaps.unfounded_count, 1);
    assert_string_equal(portfolio->ids[gaps.unfounded[0]], "c");

    assert_int_equal(gp_find_boards(t.job, schedule, &every), GP_OK);
    assert_int_equal(gp_find_boards_of(t.job, schedule, &filter, &boards), GP_OK);
    const gp_board *develop = &boards.boards[GP_DEVELOP];
    assert_int_equal(every.boards[GP_DEVELOP].intervention_count, 1);
    assert_int_equal(every.boards[GP_DEVELOP].action_count, 2); /* a and x */
    assert_int_equal(develop->intervention_count, 0);
    assert_int_equal(develop->by_uncertainty[GP_UNCERTAINTY_NONE], 0);
    assert_int_equal(develop->action_count, 1);
    assert_string_equal(portfolio->ids[develop->actions[0].symbol], "a");
    assert_int_equal(boards.boards[GP_EXPLORE].action_count, 0);

    assert_int_equal(gp_find_load_of(t.job, schedule, &filter, &load), GP_OK);
    assert_int_equal(load.owner_count, 1);
    assert_string_equal(load.owners[0].owner, "IT");
    gp_job_free(t.job);
}

static void memory_may_run_out_anywhere(void **state)
{
    static const char *const owners[] = {"IT, Desk"}, *const tags[] = {"data", "data"},
                             *const within[] = {"a, cc"};
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status == GP_NO_MEMORY; left++) {
        test_draft t;
        gp_filter filter;
        const gp_portfolio *portfolio = make(&t);
        const gp_filter_options asked = {owners, tags, within, 1, 2, 1};
        gp_fail_allocations_after(t.job, left);
        status = gp_make_filter(t.job, portfolio, &asked, &filter);
        if (status == GP_NO_MEMORY) assert_says_memory_ran_out(t.job, status);
        gp_job_free(t.job);
        assert_true(left < 1000);
    }
    assert_int_equal(status, GP_WRONG_OPTION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_records_pass),
        cmocka_unit_test(what_lies_within_passes),
        cmocka_unit_test(only_capabilities_hold_something),
        cmocka_unit_test(what_was_asked_for_is_told_one_by_one),
        cmocka_unit_test(words_with_commas_stand_in_lists),
        cmocka_unit_test(words_that_nobody_has_are_refused),
        cmocka_unit_test(a_portfolio_without_tags_says_so),
        cmocka_unit_test(answers_leave_rows_out_and_nothing_else),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
