/* SPDX-License-Identifier: MIT
 * ArchiMate 2.1: a file of that version yields what its twin of version 3 does, and says so. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "../shared/data/archimate/"

static const gp_portfolio *read_model(gp_job *job, const char *name, const char *relation_types)
{
    const gp_read_options options = {.status_date = 20458,
                                     .capability_types = "all",
                                     .intervention_types = "BusinessService",
                                     .relation_types = relation_types};
    const gp_portfolio *portfolio = NULL;
    assert_int_equal(gp_read_files(job, &name, 1, &options, &portfolio), GP_OK);
    return portfolio;
}

static bool is_there(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (file) fclose(file);
    return file != NULL;
}

/* Does a capability of one portfolio require this in the other? */
static bool requires(const gp_portfolio *p, gp_span span, const char *target)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++)
        if (strcmp(p->ids[p->requirements[i].target], target) == 0) return true;
    return false;
}

static const gp_finding *find_code(const gp_job *job, uint16_t code)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].code == code) return &findings[i];
    return NULL;
}

/* Every capability of `old` is in `new`, with the same name and no requirement less. Returns how
 * many requirements there are. */
static uint32_t compare(const gp_portfolio *old, const gp_portfolio *new)
{
    uint32_t count = 0;
    assert_int_equal(old->capability_count, new->capability_count);
    assert_int_equal(old->intervention_count, new->intervention_count);
    for (uint32_t i = 0; i < old->capability_count; i++) {
        const gp_capability *c = &old->capabilities[i];
        uint32_t symbol = gp_find_symbol(new, old->ids[c->symbol]);
        assert_int_not_equal(symbol, GP_NONE);
        assert_int_equal(new->items[symbol].kind, GP_ITEM_CAPABILITY);
        const gp_capability *twin = &new->capabilities[new->items[symbol].index];
        assert_string_equal(c->name, twin->name);
        for (uint32_t r = c->requires.first; r < c->requires.first + c->requires.count;
             r++, count++)
            assert_true(requires(new, twin->requires, old->ids[old->requirements[r].target]));
    }
    return count;
}

static void twins_yield_the_same(void **state)
{
    static const char *const relations[] = {"Serving,Realization", "Triggering",
                                            "Assignment,Serving"};
    (void)state;
    if (!is_there(FOLDER "archisurance21.xml")) {
        print_message("skipped: " FOLDER "archisurance21.xml is not there\n");
        skip();
    }
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        gp_job *old_job = gp_job_new(), *new_job = gp_job_new();
        const gp_portfolio *old = read_model(old_job, FOLDER "archisurance21.xml", relations[i]);
        const gp_portfolio *new = read_model(new_job, FOLDER "archisurance.xml", relations[i]);
        assert_int_equal(old->capability_count + old->intervention_count, 120);
        assert_true(compare(old, new) > 10);
        assert_true(new->requirement_count - old->requirement_count <= 2); /* 176, and 178 */
        assert_non_null(find_code(old_job, 123));
        assert_null(find_code(new_job, 123));
        gp_job_free(old_job);
        gp_job_free(new_job);
    }
}

#define ELEMENT(id, type)                                                                          \
    "<element identifier='" id "' xsi:type='" type "'><label>" id "</label></element>"
#define XSI " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"

/* The namespace says the version; types may have a prefix, or end in Relationship, in each. */
static void each_namespace_is_read(void **state)
{
    static const struct {
        const char *space;
        bool is_read, is_older;
    } rows[] = {
        {"http://www.opengroup.org/xsd/archimate", true, true},
        {"http://www.opengroup.org/xsd/archimate/", true, true},
        {"http://www.opengroup.org/xsd/archimate/2.1/", true, true},
        {"http://www.opengroup.org/xsd/archimate/3.0/", true, false},
        {"http://www.opengroup.org/xsd/archimate/3.1/", true, false},
        {"http://www.opengroup.org/xsd/archimates", false, false},
        {"http://www.archimatetool.com/archimate", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[1024];
        gp_job *job = gp_job_new();
        const gp_read_options options = {
            .status_date = 20458, .format = "archimate", .capability_types = "TechnologyService"};
        const gp_portfolio *portfolio = NULL;
        snprintf(text, sizeof text,
                 "<model xmlns='%s'" XSI "><elements>" ELEMENT("a", "archimate:Capability")
                     ELEMENT("b", "InfrastructureService") "</elements><relationships>"
                                                           "<relationship identifier='r' source='b'"
                                                           " target='a' "
                                                           "xsi:type='UsedByRelationship'/>"
                                                           "</relationships></model>",
                 rows[i].space);
        gp_status status = gp_read_text(job, "m.xml", text, strlen(text), &options, &portfolio);
        assert_int_equal(status, rows[i].is_read ? GP_OK : GP_INVALID);
        assert_int_equal(find_code(job, 123) != NULL, rows[i].is_older);
        if (rows[i].is_read) {
            assert_int_equal(portfolio->capability_count, 2);
            assert_int_equal(portfolio->requirement_count, 1);
            assert_string_equal(portfolio->capabilities[0].name, "a");
        }
        gp_job_free(job);
    }
}

static void a_note_lists_the_other_names(void **state)
{
    static const char text[] = "<model xmlns='http://www.opengroup.org/xsd/archimate'" XSI
                               "><elements>" ELEMENT("a", "Capability") "</elements></model>";
    char message[256];
    (void)state;
    gp_job *job = gp_job_new();
    const char *name = "tests/io/archimate/old.xml";
    const gp_read_options options = {.status_date = 20458};
    const gp_portfolio *portfolio;
    read_model(job, name, "Serving");
    gp_finding_message(find_code(job, 123), GP_ENGLISH, message, sizeof message);
    assert_string_equal(message, "ArchiMate 2.1 is read as 3: Network -> CommunicationNetwork (1), "
                                 "InfrastructureService -> TechnologyService (2), Realisation -> "
                                 "Realization (1), UsedBy -> Serving (3)");
    gp_job_free(job);
    job = gp_job_new();
    assert_int_equal(gp_read_text(job, "m.xml", text, sizeof text - 1, &options, &portfolio),
                     GP_OK);
    gp_finding_message(find_code(job, 123), GP_DUTCH, message, sizeof message);
    assert_string_equal(message,
                        "ArchiMate 2.1 wordt gelezen als 3: alle typen heten daar hetzelfde");
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twins_yield_the_same),
        cmocka_unit_test(each_namespace_is_read),
        cmocka_unit_test(a_note_lists_the_other_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
