/* SPDX-License-Identifier: MIT
 * Sheets of others: --column says what their columns are called, and rows of their own kinds are
 * left out and counted. */
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static const char sheet[] = "soort object;code;looptijd;vereist;niveau 2 duur;status\n"
                            "interventie;i;;c;;x\n"
                            "capability;c;3 maanden;;2mo;y\n"
                            "Rol;r;;;;\nrol;s;;;;\nRol;t;;;;\n";

static int open_job(void **state)
{
    return (*state = gp_job_new()) ? 0 : -1;
}

static int close_job(void **state)
{
    gp_job_free(*state);
    return 0;
}

static gp_status read_sheet(gp_job *job, const char *columns, bool is_strict,
                            const gp_portfolio **out)
{
    const gp_read_options options = {
        .status_date = 20458, .column_names = columns, .is_strict = is_strict};
    return gp_read_text(job, "a.csv", sheet, sizeof sheet - 1, &options, out);
}

static uint32_t count_findings(gp_job *job, uint16_t code)
{
    uint32_t count, found = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) found += findings[i].code == code;
    return found;
}

#define COLUMNS                                                                                    \
    "kind=Soort object, id = CODE ,lead time=looptijd,level 2 lead time=niveau 2 duur,status="

static void columns_go_by_their_names(void **state)
{
    const gp_portfolio *portfolio;
    assert_int_equal(read_sheet(*state, COLUMNS, false, &portfolio), GP_OK);
    assert_int_equal(portfolio->intervention_count, 1);
    assert_int_equal(portfolio->capability_count, 1);
    assert_int_equal(portfolio->interventions[0].requires.count, 1);
    assert_int_equal(count_findings(*state, 104), 1); /* status, which was given away */
    assert_int_equal(count_findings(*state, 106), 0);
}

/* By what they call themselves, each once, with how many there are. */
static void rows_of_other_kinds_are_counted(void **state)
{
    const gp_portfolio *portfolio;
    uint32_t count;
    int64_t rows = 0;
    assert_int_equal(read_sheet(*state, COLUMNS, false, &portfolio), GP_OK);
    const gp_finding *findings = gp_findings(*state, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].code == 125) rows += findings[i].arguments[0].number;
    assert_int_equal(count_findings(*state, 125), 2); /* Rol, rol */
    assert_int_equal(rows, 3);
}

static void strict_refuses_them(void **state)
{
    const gp_portfolio *portfolio;
    assert_int_equal(read_sheet(*state, COLUMNS, true, &portfolio), GP_INVALID);
    assert_int_equal(count_findings(*state, 126), 3); /* and the columns that nobody knows */
}

static void an_option_that_cannot_be_is_refused(void **state)
{
    static const struct {
        const char *columns, *suggestion;
    } rows[] = {
        {"lead tme=looptijd", "lead time"},
        {"doorlooptjd=looptijd", "doorlooptijd"},
        {"looptijd", NULL},
        {"zzzzzz=looptijd", NULL},
        {COLUMNS ",owner=looptijdd", "looptijd"},
        {COLUMNS ",owner=wie dan ook", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        uint32_t count;
        assert_int_equal(read_sheet(job, rows[i].columns, false, &portfolio), GP_WRONG_OPTION);
        assert_int_equal(count_findings(job, 806), 1);
        const gp_finding *findings = gp_findings(job, &count);
        while (findings->code != 806) findings++;
        if (rows[i].suggestion)
            assert_string_equal(findings->suggestion, rows[i].suggestion);
        else
            assert_null(findings->suggestion);
        gp_job_free(job);
    }
}

/* Headings as Archi's lists have them are a list of ours when --column says so. */
static void named_columns_go_before_a_list_of_a_model(void **state)
{
    static const char list[] = "ID,Type,Name,Documentation\nc,capability,C,text\n";
    const gp_read_options options = {.status_date = 20458, .column_names = "x-note=Documentation"};
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(*state, "a.csv", list, sizeof list - 1, &options, &portfolio),
                     GP_OK);
    assert_int_equal(portfolio->capability_count, 1);
}

/* What was not come to, as a heading before it is wrong, is not said to be missing. */
static void a_heading_behind_a_wrong_one_is_there(void **state)
{
    static const char list[] = "Nr;Wie;Klaar op\n1;Jan;1-6-2026\n";
    const gp_read_options options = {.status_date = 20458,
                                     .column_names = "id=Nr,id=Wie,ready=Klaar op"};
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_text(*state, "a.csv", list, sizeof list - 1, &options, &portfolio),
                     GP_INVALID);
    assert_int_equal(count_findings(*state, 105), 1);
    assert_int_equal(count_findings(*state, 806), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(columns_go_by_their_names, open_job, close_job),
        cmocka_unit_test_setup_teardown(rows_of_other_kinds_are_counted, open_job, close_job),
        cmocka_unit_test_setup_teardown(strict_refuses_them, open_job, close_job),
        cmocka_unit_test(an_option_that_cannot_be_is_refused),
        cmocka_unit_test_setup_teardown(named_columns_go_before_a_list_of_a_model, open_job,
                                        close_job),
        cmocka_unit_test_setup_teardown(a_heading_behind_a_wrong_one_is_there, open_job, close_job),
    };
    return cmocka_run_group_tests_name("csv names", tests, NULL, NULL);
}
