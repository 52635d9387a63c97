/* SPDX-License-Identifier: MIT
 * What is in a file: what is said to come of it is what a reading of it gives. */
#include "core/job.h"
#include "groeipad/inspect.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const gp_inventory_row *find(const gp_inventory *inventory, const char *part,
                                    const char *type, const char *becomes)
{
    for (uint32_t i = 0; i < inventory->row_count; i++) {
        const gp_inventory_row *row = &inventory->rows[i];
        bool is_same =
            row->becomes && becomes ? strcmp(row->becomes, becomes) == 0 : row->becomes == becomes;
        if (strcmp(row->part, part) == 0 && strcmp(row->type.in[0], type) == 0 && is_same)
            return row;
    }
    return NULL;
}

/* Any file: the same portfolio as a reading makes, and the options do what they promise. */
static void what_is_said_is_what_is_read(void **state)
{
    static const char *const files[] = {
        "docs/formats/architecture.xml", "docs/formats/roadmap.xml",
        "examples/minimal.json",         "examples/persoonlijke-dienstverlening.json",
        "tests/io/archimate/old.xml",    "tests/io/graphs/team.dot",
        "tests/io/graphs/team.graphml"};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        gp_job *job = gp_job_new();
        const gp_read_options options = {.status_date = 20458};
        const gp_portfolio *portfolio;
        gp_inventory inventory;
        assert_int_equal(gp_read_files(job, &files[i], 1, &options, &portfolio), GP_OK);
        assert_int_equal(gp_inspect(job, &files[i], 1, &options, &inventory), GP_OK);
        assert_true(inventory.is_readable);
        assert_int_equal(inventory.file_count, 1);
        assert_int_equal(inventory.portfolio->capability_count, portfolio->capability_count);
        assert_int_equal(inventory.portfolio->intervention_count, portfolio->intervention_count);
        assert_int_equal(inventory.portfolio->requirement_count, portfolio->requirement_count);
        uint32_t capabilities = 0;
        for (uint32_t k = 0; k < inventory.row_count; k++) {
            const gp_inventory_row *row = &inventory.rows[k];
            bool is_thing = strcmp(row->part, "element") == 0 || strcmp(row->part, "record") == 0;
            if (is_thing && row->becomes && strcmp(row->becomes, "capability") == 0)
                capabilities += row->count;
        }
        assert_int_equal(capabilities, portfolio->capability_count);
        gp_job_free(job);
    }
}

static void options_keep_their_promise(void **state)
{
    static const char *const name = "docs/formats/architecture.xml";
    (void)state;
    gp_job *job = gp_job_new();
    const gp_read_options usual = {.status_date = GP_NO_DAY};
    gp_inventory inventory;
    assert_int_equal(gp_inspect(job, &name, 1, &usual, &inventory), GP_OK);
    assert_false(inventory.has_date);
    assert_int_equal(inventory.proposal_count, 1);
    const gp_proposal *proposal = &inventory.proposals[0];
    assert_string_equal(proposal->options,
                        "--intervention-type WorkPackage --relation-type Association");
    const gp_read_options asked = {
        .status_date = 20458, .intervention_types = "WorkPackage", .relation_types = "Association"};
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_files(job, &name, 1, &asked, &portfolio), GP_OK);
    assert_int_equal(portfolio->intervention_count, proposal->interventions);
    assert_int_equal(portfolio->capability_count, proposal->capabilities);
    assert_int_equal(portfolio->requirement_count, proposal->requirements);
    assert_int_equal(inventory.portfolio->requirement_count, 0);
    gp_job_free(job);
}

static void each_type_says_what_it_becomes(void **state)
{
    static const char *const name = "docs/formats/roadmap.xml";
    (void)state;
    gp_job *job = gp_job_new();
    gp_inventory inventory;
    assert_int_equal(gp_inspect(job, &name, 1, NULL, &inventory), GP_OK);
    assert_string_equal(inventory.files[0].format, "archimate");
    assert_int_equal(find(&inventory, "element", "Capability", "capability")->count, 3);
    const gp_inventory_row *actor = find(&inventory, "element", "BusinessActor", NULL);
    assert_int_equal(actor->count, 1);
    assert_string_equal(actor->why.in[GP_ENGLISH], "the portfolio has no place for them");
    assert_non_null(find(&inventory, "relation", "Association", NULL));
    const gp_inventory_row *lead = find(&inventory, "property", "Doorlooptijd", "lead_time");
    assert_non_null(lead);
    assert_string_equal(lead->examples, "9 mnd; P2M; 6 weken");
    gp_job_free(job);
}

/* What cannot be a portfolio, and what cannot be read at all. */
static void broken_files_are_shown(void **state)
{
    static const char *const cycle = "tests/cli/inspect-cycle/cycle.yaml",
                             *const absent = "tests/cli/no-such-file.xml";
    (void)state;
    gp_job *job = gp_job_new();
    gp_inventory inventory;
    assert_int_equal(gp_inspect(job, &cycle, 1, NULL, &inventory), GP_OK);
    assert_true(inventory.is_readable);
    assert_null(inventory.portfolio);
    assert_int_equal(find(&inventory, "record", "capabilities", "capability")->count, 2);
    assert_int_equal(find(&inventory, "property", "leadtime", NULL)->count, 1);
    assert_int_equal(gp_inspect(job, &absent, 1, NULL, &inventory), GP_IO);
    gp_job_free(job);
}

static void memory_may_run_out(void **state)
{
    static const char *const names[] = {"docs/formats/architecture.xml", "examples/minimal.json"};
    (void)state;
    for (gp_format format = GP_FORMAT_TEXT; format <= GP_FORMAT_CSV; format++)
        for (size_t i = 0; i < 2; i++)
            for (size_t count = 0;; count += 3) {
                gp_job *job = job_with_a_finding();
                gp_inventory inventory;
                gp_output out;
                const gp_write_options how = {.format = format};
                gp_fail_allocations_after(job, count);
                gp_status status = gp_inspect(job, &names[i], 1, NULL, &inventory);
                if (status == GP_OK) status = gp_write_inspect(job, &inventory, &how, &out);
                if (status != GP_OK) assert_says_memory_ran_out(job, status);
                gp_job_free(job);
                if (status == GP_OK) break;
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_is_what_is_read),
        cmocka_unit_test(options_keep_their_promise),
        cmocka_unit_test(each_type_says_what_it_becomes),
        cmocka_unit_test(broken_files_are_shown),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
