/* SPDX-License-Identifier: MIT
 * Options that name types and keys: what nothing knows is wrong use, with the nearest. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const char model[] =
    "<model xmlns='http://www.opengroup.org/xsd/archimate/3.0/'"
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' identifier='id-m'><elements>"
    "<element identifier='c' xsi:type='Capability'/></elements></model>";
static const char dot[] = "digraph g { a [kind=project]; b; b -> a [kind=uses]; }";
static const char json[] = "{\"capabilities\": [{\"id\": \"a\"}]}";

#define INTERVENTION .status_date = 0, .intervention_types
#define CAPABILITY .status_date = 0, .capability_types
#define RELATION .status_date = 0, .relation_types
#define PROPERTY .status_date = 0, .property_names

static const struct {
    const char *name, *text;
    gp_read_options options;
    const char *message, *suggestion; /* message NULL: there is nothing wrong */
} rows[] = {
    {"m.xml", model, {RELATION = "Serving,Flow, association"}, NULL, NULL},
    {"m.xml", model, {RELATION = "UsedBy,RealisationRelationship,all"}, NULL, NULL},
    {"m.xml", model, {CAPABILITY = "InfrastructureService,work package"}, NULL, NULL},
    {"m.xml", model, {INTERVENTION = "all"}, NULL, NULL},
    {"m.xml",
     model,
     {RELATION = "Serving,Servin"},
     "--relation-type is 'Servin': ArchiMate has no such relationship; requirements can be: "
     "Serving, Realization, Triggering, Flow, Assignment, Association",
     "Serving"},
    {"m.xml",
     model,
     {RELATION = "Aggregaton"},
     "--relation-type is 'Aggregaton': ArchiMate has no such relationship; requirements can be: "
     "Serving, Realization, Triggering, Flow, Assignment, Association",
     NULL}, /* not to what cannot be either */
    {"m.xml",
     model,
     {RELATION = "Aggregation"},
     "--relation-type is 'Aggregation': it says that a whole has parts, not what has to be there "
     "first",
     NULL},
    {"m.xml",
     model,
     {RELATION = "CompositionRelationship"},
     "--relation-type is 'CompositionRelationship': it says that a whole has parts, not what has "
     "to be there first",
     NULL},
    {"m.xml",
     model,
     {RELATION = "Specialization"},
     "--relation-type is 'Specialization': it says that one is a kind of the other, not what has "
     "to be there first",
     NULL},
    {"m.xml",
     model,
     {RELATION = "AccessRelationship"},
     "--relation-type is 'AccessRelationship': it says who reads or writes which data, not what "
     "has to be there first",
     NULL},
    {"m.xml",
     model,
     {RELATION = "Influence"},
     "--relation-type is 'Influence': it says what makes a goal nearer or farther, not what has "
     "to be there first",
     NULL},
    {"m.xml",
     model,
     {RELATION = "WorkPackage"},
     "--relation-type is 'WorkPackage': that is an element; elements are taken with "
     "--capability-type",
     NULL},
    {"m.xml",
     model,
     {CAPABILITY = "Serving"},
     "--capability-type is 'Serving': that is a relationship; those are taken with "
     "--relation-type",
     NULL},
    {"m.xml",
     model,
     {INTERVENTION = "WorkPackag"},
     "--intervention-type is 'WorkPackag': ArchiMate has no such element",
     "WorkPackage"},
    {"g.dot", dot, {INTERVENTION = "Project"}, NULL, NULL},
    {"g.dot", dot, {RELATION = "uses,requires"}, NULL, NULL},
    {"g.dot",
     dot,
     {CAPABILITY = "projct"},
     "--capability-type is 'projct': no such type in the file",
     "project"},
    {"g.dot",
     dot,
     {RELATION = "Flow"},
     "--relation-type is 'Flow': no such type in the file",
     NULL},
    {"p.json", json, {RELATION = "Bogus"}, NULL, NULL}, /* it has no types at all */
    {"p.json", json, {PROPERTY = "lead_time.min=A,x-mine=B,direction=C"}, NULL, NULL},
    {"p.json",
     json,
     {PROPERTY = "owner=A,foo=X"},
     "--property is 'foo': no record of a portfolio has that key",
     NULL},
    {"g.dot",
     dot,
     {PROPERTY = "lead_tim=A"},
     "--property is 'lead_tim': no record of a portfolio has that key",
     "lead_time"},
    {"g.dot", dot, {PROPERTY = "owner"}, "--property is 'owner': expected KEY=NAME", NULL},
};

static void words_that_nothing_knows_are_wrong_use(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        gp_status status = gp_read_text(job, rows[i].name, rows[i].text, strlen(rows[i].text),
                                        &rows[i].options, &portfolio);
        uint32_t count;
        char message[512] = "";
        const gp_finding *findings = gp_findings(job, &count);
        if (status != (rows[i].message ? GP_WRONG_OPTION : GP_OK))
            fail_msg("row %zu: status %d", i, (int)status);
        if (rows[i].message) {
            const gp_finding *last = &findings[count - 1];
            gp_finding_message(last, GP_ENGLISH, message, sizeof message);
            assert_int_equal(last->code, 806);
            assert_string_equal(message, rows[i].message);
            if (rows[i].suggestion)
                assert_string_equal(last->suggestion, rows[i].suggestion);
            else
                assert_null(last->suggestion);
        }
        gp_job_free(job);
    }
}

static void memory_may_run_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool has_run_out = true;
        for (size_t count = 0; has_run_out; count++) {
            gp_job *job = job_with_a_finding();
            const gp_portfolio *portfolio;
            gp_fail_allocations_after(job, count);
            gp_status status = gp_read_text(job, rows[i].name, rows[i].text, strlen(rows[i].text),
                                            &rows[i].options, &portfolio);
            has_run_out = status != (rows[i].message ? GP_WRONG_OPTION : GP_OK);
            if (has_run_out) assert_says_memory_ran_out(job, status);
            gp_job_free(job);
        }
    }
}

/* A word of ArchiMate may be meant for one file, a type of its own for another. */
static void a_type_counts_in_whichever_file_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *types;
        gp_status status;
    } asked[] = {{"cluster", GP_OK}, {"nowhere", GP_WRONG_OPTION}};
    const char *names[] = {"tests/io/graphs/team.graphml", "tests/io/graphs/team.dot"};
    for (size_t i = 0; i < 2; i++) {
        gp_job *job = gp_job_new();
        const gp_read_options options = {.status_date = 0, .capability_types = asked[i].types};
        const gp_portfolio *portfolio;
        gp_status status = gp_read_files(job, names, 2, &options, &portfolio);
        assert_int_equal(status == GP_WRONG_OPTION, asked[i].status == GP_WRONG_OPTION);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_nothing_knows_are_wrong_use),
        cmocka_unit_test(memory_may_run_out),
        cmocka_unit_test(a_type_counts_in_whichever_file_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
