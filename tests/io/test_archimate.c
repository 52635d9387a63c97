/* SPDX-License-Identifier: MIT
 * What relationships of ArchiMate mean, type by type, and what is left out of them. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define ELEMENT(id, type, inner)                                                                   \
    "<element identifier='" id "' xsi:type='" type "'>" inner "</element>"
#define PROPERTY(id, value)                                                                        \
    "<property propertyDefinitionRef='" id "'><value>" value "</value></property>"
#define DEFINITION(id, name)                                                                       \
    "<propertyDefinition identifier='" id "' type='string'><name>" name "</name>"                  \
    "</propertyDefinition>"

static const char before[] =
    "<model xmlns='http://www.opengroup.org/xsd/archimate/3.0/'"
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' identifier='id-m'><name>M</name>"
    "<elements>" ELEMENT("i", "CourseOfAction", "<name>i</name>") ELEMENT(
        "i2", "CourseOfAction", "<name>i2</name>") ELEMENT("c", "Capability", "<name>c</name>")
        ELEMENT("d", "Capability", "<name>d</name>") ELEMENT("e", "Capability", "<name>e</name>")
            ELEMENT("or", "OrJunction", "") ELEMENT("or2", "OrJunction", "")
                ELEMENT("and", "AndJunction", "") ELEMENT("w", "WorkPackage", "<name>w</name>")
                    ELEMENT("dim", "Driver",
                            "<name>dim</name><properties>" PROPERTY("ps", "Dimensie")
                                PROPERTY("pi", "empathy") "</properties>")
                        ELEMENT("pl", "Plateau",
                                "<name>2027</name><properties>" PROPERTY("pn", "2027-01-04")
                                    PROPERTY("pl", "2") "</properties>") "</elements>"
                                                                         "<relationships>";
static const char after[] =
    "</relationships><propertyDefinitions>" DEFINITION("ps", "Specialization")
        DEFINITION("pi", "id") DEFINITION("pn", "Nodig op") DEFINITION("pl", "niveau")
            DEFINITION("pw", "wachttijd") "</propertyDefinitions></model>";

#define R(source, target, type)                                                                    \
    "<relationship identifier='r-" source "-" target "' source='" source "' target='" target       \
    "' xsi:type='" type "'"
#define END "/>"

static const struct {
    const char *relationships;
    gp_read_options options;
    const char *expected; /* NULL: no requirement, and one finding GP125 */
} rows[] = {
    {R("c", "i", "Serving") END, {0}, "\"id\": \"i\", \"requires\": [\"c\"]"},
    {R("c", "i", "Realization") END, {0}, "\"id\": \"i\", \"requires\": [\"c\"]"},
    {R("d", "c", "Serving") END, {0}, "\"id\": \"c\", \"requires\": [\"d\"]"},
    {R("i", "c", "Realization") END, {0}, NULL},
    {R("i", "c", "Serving") END, {0}, NULL},
    {R("c", "c", "Serving") END, {0}, NULL},
    {R("d", "c", "Triggering") END, {0}, NULL},
    {R("d", "c", "Triggering") END,
     {.relation_types = "Triggering"},
     "\"c\", \"requires\": [\"d\"]"},
    {R("d", "c", "Flow") END, {.relation_types = "all"}, "\"c\", \"requires\": [\"d\"]"},
    {R("d", "c", "Serving") END, {.relation_types = "Flow"}, NULL},
    {R("c", "d", "Association") " isDirected='true'" END, {0}, NULL},
    {R("c", "d", "Association") " isDirected='true'><name>Vereist</name></relationship>",
     {0},
     "\"c\", \"requires\": [\"d\"]"},
    {R("c", "d", "Association") " isDirected='1'><name>Vereist</name></relationship>",
     {0},
     "\"c\", \"requires\": [\"d\"]"},
    {R("c", "d", "Association") " isDirected='false'><name>Vereist</name></relationship>",
     {0},
     NULL},
    {R("c", "d", "Association") END, {.relation_types = "Association"}, NULL},
    {R("c", "i", "Association") END,
     {.relation_types = "Association"},
     "\"i\", \"requires\": [\"c\"]"},
    {R("i", "c", "Association") END,
     {.relation_types = "Association"},
     "\"i\", \"requires\": [\"c\"]"},
    {R("c", "d", "Aggregation") END, {.relation_types = "all"}, "\"id\": \"d\", \"parent\": \"c\""},
    {R("d", "c", "Composition") END, {0}, "\"id\": \"c\", \"parent\": \"d\""},
    {R("i", "c", "Aggregation") END, {0}, NULL},
    {R("c", "c", "Composition") END, {0}, NULL},
    {R("d", "c", "Access") END, {.relation_types = "all"}, NULL},
    {R("d", "c", "Specialization") END, {.relation_types = "all"}, NULL},
    {R("d", "c", "Assignment") END, {.relation_types = "all"}, "\"c\", \"requires\": [\"d\"]"},
    {R("d", "c", "Serving") END, {.relation_types = "UsedBy"}, "\"c\", \"requires\": [\"d\"]"},
    {R("w", "c", "Serving") END, {0}, NULL},
    {R("c", "w", "Serving") END,
     {.intervention_types = "Work Package"},
     "\"w\", \"requires\": [\"c\"]"},
    {R("w", "c", "Serving") END,
     {.capability_types = "WorkPackage"},
     "\"c\", \"requires\": [\"w\"]"},
    {R("d", "c", "Serving") "><properties>" PROPERTY("pl", "2")
         PROPERTY("pw", "2 weken") "</properties></relationship>",
     {0},
     "\"c\", \"requires\": [{\"id\": \"d\", \"level\": 2, \"lag\": \"2w\"}]"},
    {R("c", "or", "Serving") END R("d", "or", "Serving") END R("or", "i", "Serving") END,
     {0},
     "\"requires\": [{\"any\": [\"c\", \"d\"]}]"},
    {R("c", "and", "Serving") END R("d", "and", "Serving") END R("and", "i", "Serving") END,
     {0},
     "\"requires\": [\"c\", \"d\"]"},
    {R("c", "or2", "Serving") END R("or2", "or", "Serving") END R("d", "or", "Serving")
         END R("or", "i", "Serving") END,
     {0},
     "\"requires\": [{\"any\": [\"c\", \"d\"]}]"},
    {R("i", "dim", "Influence") " modifier='++'" END,
     {0},
     "\"addresses\": [{\"dimension\": \"empathy\", \"direction\": \"more\"}]"},
    {R("i", "dim", "Association") END, {0}, "\"addresses\": [\"empathy\"]"},
    {R("pl", "i", "Aggregation") END, {0}, "\"needed_by\": \"2027-01-04\""},
    {R("pl", "c", "Composition") END, {0}, "\"levels\": [{\"level\": 2}]"},
};

/* Relationships and the work package: that nothing requires a junction is in every row. */
static uint32_t count_left_out(gp_job *job)
{
    uint32_t count, left_out = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        left_out += findings[i].code == 125 && findings[i].place.line == 1 &&
                    (strcmp(findings[i].arguments[1].words.in[GP_ENGLISH], "relationships") == 0 ||
                     strcmp(findings[i].arguments[2].text, "WorkPackage") == 0);
    return left_out;
}

static void each_type_has_its_meaning(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[8192];
        gp_job *job = gp_job_new();
        gp_read_options options = rows[i].options;
        const gp_convert_options json = {.format = "json"};
        const gp_portfolio *portfolio;
        const gp_document *document;
        gp_output out;
        options.status_date = 20458;
        snprintf(text, sizeof text, "%s%s%s", before, rows[i].relationships, after);
        assert_int_equal(gp_read_document_text(job, "m.xml", text, strlen(text), &options,
                                               &portfolio, &document),
                         GP_OK);
        uint32_t left_out = count_left_out(job), elements = 1;
        if (options.intervention_types || options.capability_types) elements = 0;
        assert_int_equal(gp_convert(job, document, portfolio, NULL, &json, &out), GP_OK);
        const char *expected = rows[i].expected;
        bool is_right = expected ? strstr(out.text, expected) && left_out == elements
                                 : !strstr(out.text, "requires") && left_out == elements + 1;
        if (!is_right) fail_msg("%s: %u left out, %s", rows[i].relationships, left_out, out.text);
        gp_job_free(job);
    }
}

static void strict_refuses_what_would_be_left_out(void **state)
{
    (void)state;
    char text[8192];
    gp_job *job = gp_job_new();
    uint32_t count;
    const gp_read_options options = {.status_date = 20458, .is_strict = true};
    const gp_portfolio *portfolio = NULL;
    snprintf(text, sizeof text, "%s%s%s", before, R("c", "i", "Serving") END, after);
    assert_int_equal(gp_read_text(job, "m.xml", text, strlen(text), &options, &portfolio),
                     GP_INVALID);
    assert_null(portfolio);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 4); /* junctions, a plateau and a work package that nothing uses */
    for (uint32_t i = 0; i < count; i++) assert_int_equal(findings[i].code, 126);
    gp_job_free(job);
}

/* Junctions that lead to each other end; so does what asks for several at once within one. */
static void circles_of_junctions_end(void **state)
{
    static const char circle[] = R("or", "or2", "Serving") END R("or2", "or", "Serving")
        END R("or", "i", "Serving") END R("c", "or", "Serving") END R("and", "or", "Serving")
            END R("d", "and", "Serving") END;
    (void)state;
    char text[8192];
    gp_job *job = gp_job_new();
    const gp_read_options options = {.status_date = 20458};
    const gp_portfolio *portfolio;
    snprintf(text, sizeof text, "%s%s%s", before, circle, after);
    assert_int_equal(gp_read_text(job, "m.xml", text, strlen(text), &options, &portfolio), GP_OK);
    assert_int_equal(portfolio->requirement_count, 1);
    assert_int_equal(count_left_out(job), 3); /* the work package, the several at once, and what
                                                 leads to those */
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_type_has_its_meaning),
        cmocka_unit_test(strict_refuses_what_would_be_left_out),
        cmocka_unit_test(circles_of_junctions_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
