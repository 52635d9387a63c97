/* SPDX-License-Identifier: MIT
 * What stands in models beside plain elements and relationships: plateaus with their dates and
 * levels, ids that are missing or there twice, ends that lead nowhere, and the view of our own. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define SPACE                                                                                      \
    "<model xmlns='http://www.opengroup.org/xsd/archimate/3.0/'"                                   \
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
#define P(id, value) "<property propertyDefinitionRef='" id "'><value>" value "</value></property>"
#define E(id, type, properties)                                                                    \
    "<element identifier='" id "' xsi:type='" type "'><name>" id "</name><properties>" properties  \
    "</properties></element>"
#define R(id, source, target, type)                                                                \
    "<relationship identifier='" id "' source='" source "' target='" target "' xsi:type='" type    \
    "'/>"
#define DEFINITION(id, name)                                                                       \
    "<propertyDefinition identifier='" id "' type='string'><name>" name "</name>"                  \
    "</propertyDefinition>"

typedef struct result {
    gp_job *job;
    gp_status status;
    char json[4096];
    char findings[4096]; /* all of them, one a line */
} result;

static result read_model(const char *elements, const char *relationships, const char *rest,
                         const gp_read_options *options)
{
    static char text[16384];
    result r = {.job = gp_job_new()};
    const gp_convert_options json = {.format = "json"};
    const gp_portfolio *portfolio;
    const gp_document *document;
    gp_output out;
    snprintf(text, sizeof text,
             SPACE "<elements>%s</elements><relationships>%s</relationships>"
                   "<propertyDefinitions>" DEFINITION("n", "Nodig op") DEFINITION("l", "niveau")
                       DEFINITION("d", "doorlooptijd") DEFINITION("i", "id")
                           DEFINITION("s", "Specialization") "</propertyDefinitions>%s</model>",
             elements, relationships, rest);
    r.status =
        gp_read_document_text(r.job, "m.xml", text, strlen(text), options, &portfolio, &document);
    uint32_t count;
    const gp_finding *findings = gp_findings(r.job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        size_t size = strlen(r.findings);
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        assert_int_equal(findings[i].place.line, 1);
        snprintf(r.findings + size, sizeof r.findings - size, "GP%u %s\n", findings[i].code,
                 message);
    }
    if (r.status == GP_OK) {
        assert_int_equal(gp_convert(r.job, document, portfolio, NULL, &json, &out), GP_OK);
        snprintf(r.json, sizeof r.json, "%s", out.text);
    }
    return r;
}

/* ---- plateaus ---- */

/* Without a name: that of a plateau has no place, which is a finding of its own. */
#define NAMELESS(id, type, properties)                                                             \
    "<element identifier='" id "' xsi:type='" type "'><properties>" properties                     \
    "</properties></element>"
#define I E("i", "WorkPackage", "")
#define OWN(date) E("i", "WorkPackage", P("n", date))
#define C E("c", "Capability", "")
#define EARLY NAMELESS("early", "Plateau", P("n", "2026-06-01") P("l", "2"))
#define LATE NAMELESS("late", "Plateau", P("n", "2027-06-01") P("l", "3"))

/* A grouping that holds a capability, itself or through others, is one and is there already; of two
 * wholes that a part is composed of counts first. */
static void groupings_become_parents(void **state)
{
    static const struct {
        const char *elements, *relationships;
        const char *expected; /* in the JSON */
        const char *finding;  /* the one that there is; NULL: there is none */
    } rows[] = {
        {E("g", "Grouping", "") C, R("r", "g", "c", "Aggregation"),
         "{\"id\": \"c\", \"parent\": \"g\"}", NULL},
        {E("g", "Grouping", "") C, R("r", "g", "c", "Composition"),
         "{\"id\": \"g\", \"status\": \"available\"}", NULL},
        {C E("g", "Grouping", "") E("h", "Grouping", ""),
         R("s", "h", "g", "Aggregation") R("r", "g", "c", "Aggregation"),
         "{\"id\": \"g\", \"parent\": \"h\", \"status\": \"available\"}", NULL},
        {E("g", "Grouping", "") I, R("r", "g", "i", "Aggregation"), "\"id\": \"i\"", "Grouping"},
        {C E("g", "Grouping", "") E("h", "Grouping", ""),
         R("s", "h", "g", "Aggregation") R("t", "g", "h", "Aggregation"), "\"id\": \"c\"",
         "Grouping"},
        {C E("d", "Capability", "") E("g", "Grouping", ""),
         R("r", "g", "c", "Aggregation") R("s", "d", "c", "Aggregation"),
         "{\"id\": \"c\", \"parent\": \"g\"}", "a capability is part of one other"},
        {C E("d", "Capability", "") E("g", "Grouping", ""),
         R("r", "g", "c", "Aggregation") R("s", "d", "c", "Composition"),
         "{\"id\": \"c\", \"parent\": \"d\"}", "a capability is part of one other"},
        {C E("d", "Capability", ""),
         R("r", "d", "c", "Aggregation") R("s", "c", "d", "Aggregation"),
         "\"parent\": ", "a capability would be part of itself"},
    };
    const gp_read_options options = {.status_date = 20458, .intervention_types = "WorkPackage"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        result r = read_model(rows[i].elements, rows[i].relationships, "", &options);
        assert_int_equal(r.status, GP_OK);
        bool is_said = rows[i].finding ? strstr(r.findings, rows[i].finding) != NULL : !*r.findings;
        if (!strstr(r.json, rows[i].expected) || !is_said)
            fail_msg("row %zu: %s\n%s", i, r.json, r.findings);
        gp_job_free(r.job);
    }
}

static void plateaus_give_dates_and_levels(void **state)
{
    static const struct {
        const char *elements, *relationships;
        const char *expected; /* in the JSON */
        const char *finding;  /* the one that there is; NULL: there is none */
    } rows[] = {
        {EARLY I, R("r", "early", "i", "Aggregation"), "\"needed_by\": \"2026-06-01\"", NULL},
        {EARLY I, R("r", "early", "i", "Composition"), "\"needed_by\": \"2026-06-01\"", NULL},
        {EARLY I, R("r", "early", "i", "Realization"), "\"needed_by\": \"2026-06-01\"", NULL},
        {EARLY I, R("r", "i", "early", "Realization"), "\"needed_by\": \"2026-06-01\"", NULL},
        /* the element's own date stands, earlier or later */
        {EARLY OWN("2026-09-01"), R("r", "i", "early", "Realization"),
         "\"needed_by\": \"2026-09-01\"", NULL},
        {EARLY OWN("2026-03-02"), R("r", "early", "i", "Aggregation"),
         "\"needed_by\": \"2026-03-02\"", NULL},
        {EARLY OWN(""), R("r", "early", "i", "Aggregation"), "\"needed_by\": \"2026-06-01\"", NULL},
        /* the earliest counts, whatever the order of plateaus and relationships */
        {EARLY LATE I, R("r", "early", "i", "Aggregation") R("s", "late", "i", "Aggregation"),
         "\"needed_by\": \"2026-06-01\"", NULL},
        {EARLY LATE I, R("s", "late", "i", "Aggregation") R("r", "i", "early", "Realization"),
         "\"needed_by\": \"2026-06-01\"", NULL},
        {LATE EARLY I, R("s", "late", "i", "Aggregation") R("r", "early", "i", "Aggregation"),
         "\"needed_by\": \"2026-06-01\"", NULL},
        /* a plateau realizes, or holds, a capability at a level */
        {EARLY C, R("r", "early", "c", "Realization"), "\"levels\": [{\"level\": 2}]", NULL},
        {EARLY C, R("r", "c", "early", "Realization"), "\"levels\": [{\"level\": 2}]", NULL},
        {LATE EARLY C, R("r", "late", "c", "Aggregation") R("s", "early", "c", "Realization"),
         "\"levels\": [{\"level\": 2}, {\"level\": 3}]", NULL},
        {EARLY C, R("r", "early", "c", "Aggregation") R("s", "early", "c", "Realization"),
         "\"levels\": [{\"level\": 2}]", NULL},
        /* what a plateau cannot give is told */
        {NAMELESS("pl", "Plateau", P("n", "2026-06-01")) C, R("r", "pl", "c", "Realization"),
         "{\"id\": \"c\"}",
         "GP125 relationships of type Realization: 1 left out, their plateau has no level for a "
         "capability\n"
         "GP125 elements of type Plateau: 1 left out, nothing takes their date or level\n"},
        {NAMELESS("pl", "Plateau", P("l", "2")) I, R("r", "pl", "i", "Aggregation"),
         "{\"id\": \"i\"}",
         "GP125 relationships of type Aggregation: 1 left out, their plateau has no date for an "
         "intervention\n"
         "GP125 elements of type Plateau: 1 left out, nothing takes their date or level\n"},
        {NAMELESS("pl", "Plateau", ""), "", "{",
         "GP125 elements of type Plateau: 1 left out, they have neither a date nor a level to "
         "give\n"},
        {NAMELESS("pl", "Plateau", P("n", "next year") P("l", "2")) C,
         R("r", "pl", "c", "Aggregation"), "\"levels\": [{\"level\": 2}]",
         "GP125 properties of type Nodig op: 1 left out, expected a date such as "
         "2027-01-31\n"},
        {NAMELESS("pl", "Plateau", P("n", "2026-06-01") P("l", "L2")) I,
         R("r", "i", "pl", "Realization"), "\"needed_by\": \"2026-06-01\"",
         "GP125 properties of type niveau: 1 left out, expected a level, 1 to 5\n"},
        /* as people write them; what is not given, or is no date, makes way for the plateau */
        {NAMELESS("pl", "Plateau", P("n", "1-6-2026") P("l", " 3 ")) I C,
         R("r", "pl", "i", "Aggregation") R("s", "pl", "c", "Aggregation"),
         "\"needed_by\": \"2026-06-01\"", NULL},
        {NAMELESS("pl", "Plateau", P("l", " 3 ")) C, R("s", "pl", "c", "Aggregation"),
         "\"levels\": [{\"level\": 3}]", NULL},
        {EARLY OWN("n.v.t."), R("r", "early", "i", "Aggregation"), "\"needed_by\": \"2026-06-01\"",
         NULL},
        {EARLY OWN("Q4"), R("r", "early", "i", "Aggregation"), "\"needed_by\": \"2026-06-01\"",
         "GP125 properties of type Nodig op: 1 left out, expected a date such as 2027-01-31\n"},
        {EARLY OWN("1 maart 2026"), R("r", "early", "i", "Aggregation"),
         "\"needed_by\": \"2026-03-01\"", NULL},
        {NAMELESS("pl", "Plateau", P("n", "2026-06-01") P("d", "1mo")), "", "{",
         "GP125 properties of type doorlooptijd: 1 left out, a plateau gives only its date and its "
         "level\n"
         "GP125 elements of type Plateau: 1 left out, nothing takes their date or level\n"},
        {E("pl", "Plateau", P("n", "2026-06-01")) I, R("r", "pl", "i", "Aggregation"),
         "\"needed_by\": \"2026-06-01\"",
         "GP125 texts of type name: 1 left out, a plateau gives only its date and its level\n"},
        {NAMELESS("pl", "Plateau", P("n", "2026-06-01") P("n", "2025-06-02")) I,
         R("r", "pl", "i", "Aggregation"), "\"needed_by\": \"2026-06-01\"",
         "GP125 properties of type Nodig op: 1 left out, the same was said before, and the first "
         "counts\n"},
        {EARLY LATE, R("r", "early", "late", "Triggering"), "{",
         "GP125 relationships of type Triggering: 1 left out, they do not count as "
         "requirements\n"
         "GP125 elements of type Plateau: 2 left out, nothing takes their date or level\n"},
    };
    const gp_read_options options = {.status_date = 20458, .intervention_types = "WorkPackage"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        result r = read_model(rows[i].elements, rows[i].relationships, "", &options);
        assert_int_equal(r.status, GP_OK);
        const char *finding = rows[i].finding ? rows[i].finding : "";
        if (!strstr(r.json, rows[i].expected) || strcmp(r.findings, finding) != 0)
            fail_msg("row %zu: %s\n%s", i, r.json, r.findings);
        gp_job_free(r.job);
    }
}

/* ---- ids ---- */

#define TWO E("c", "Capability", P("d", "1mo")) E("d", "Capability", "")
#define GOOD R("good", "c", "d", "Serving")
#define KEPT "{\"id\": \"d\", \"requires\": [\"c\"]}"

static const struct {
    const char *elements, *relationships, *findings;
    const char *strict; /* the error by --strict, beside those findings */
} bad_ids[] = {
    {"", R("r1", "nowhere", "d", "Serving"),
     "GP122 the relationship 'r1' of type Serving is left out: its source 'nowhere' is no element "
     "of the model\n",
     "GP126 relationships of type Serving: 1 would be left out, an end of them is nowhere\n"},
    {"", R("r1", "d", "gone", "Association"),
     "GP122 the relationship 'r1' of type Association is left out: its target 'gone' is no element "
     "of the model\n",
     "GP126 relationships of type Association: 1 would be left out, an end of them is nowhere\n"},
    {"", R("r1", "this", "that", "Flow"),
     "GP122 the relationship 'r1' of type Flow is left out: its source 'this' is no element of the "
     "model\n"
     "GP122 the relationship 'r1' of type Flow is left out: its target 'that' is no element of the "
     "model\n",
     "GP126 relationships of type Flow: 1 would be left out, an end of them is nowhere\n"},
    {"", "<relationship identifier='r1' target='d' xsi:type='Serving'/>",
     "GP122 the relationship 'r1' of type Serving is left out: it has no source\n",
     "GP126 relationships of type Serving: 1 would be left out, an end of them is nowhere\n"},
    {"", "<relationship identifier='r1' source='c' xsi:type='Serving'/>",
     "GP122 the relationship 'r1' of type Serving is left out: it has no target\n",
     "GP126 relationships of type Serving: 1 would be left out, an end of them is nowhere\n"},
    {"", R("r1", "good", "d", "Serving"),
     "GP125 relationships of type Serving: 1 left out, an end of them is a relationship\n", NULL},
    {E("c", "Capability", P("d", "2mo")), "",
     "GP122 the element 'c' of type Capability is left out: an element before it has the same "
     "id\n",
     "GP126 elements of type Capability: 1 would be left out, others have the same ids\n"},
    {"<element xsi:type='Capability'><name>Lost</name></element>"
     "<element identifier='' xsi:type='Capability'><name>Lost too</name></element>",
     "",
     "GP122 the element 'Lost' of type Capability is left out: it has no id to refer to\n"
     "GP122 the element 'Lost too' of type Capability is left out: it has no id to refer to\n",
     "GP126 elements of type Capability: 2 would be left out, they have no id\n"},
    {"<element identifier='x'><name>x</name></element>", R("good", "x", "d", "Serving"),
     "GP125 relationships of type Serving: 1 left out, they do not count as requirements\n"
     "GP125 elements of type -: 1 left out, the portfolio has no place for them\n",
     NULL},
};

static void one_bad_id_spoils_nothing_else(void **state)
{
    const gp_read_options options = {.status_date = 20458};
    (void)state;
    for (size_t i = 0; i < sizeof bad_ids / sizeof *bad_ids; i++) {
        char elements[2048], relationships[2048];
        snprintf(elements, sizeof elements, "%s%s", TWO, bad_ids[i].elements);
        snprintf(relationships, sizeof relationships, "%s%s", bad_ids[i].relationships, GOOD);
        result r = read_model(elements, relationships, "", &options);
        assert_int_equal(r.status, GP_OK);
        bool is_kept = strstr(r.json, "{\"id\": \"c\", \"lead_time\": \"1mo\"}") != NULL &&
                       strstr(r.json, KEPT) != NULL;
        if (!is_kept || strcmp(r.findings, bad_ids[i].findings) != 0)
            fail_msg("row %zu: %s\n%s", i, r.json, r.findings);
        gp_job_free(r.job);
    }
}

static void strict_makes_bad_ids_errors(void **state)
{
    const gp_read_options options = {.status_date = 20458, .is_strict = true};
    (void)state;
    for (size_t i = 0; i < sizeof bad_ids / sizeof *bad_ids; i++) {
        char elements[2048], expected[2048];
        snprintf(elements, sizeof elements, "%s%s", TWO, bad_ids[i].elements);
        if (!bad_ids[i].strict) continue;
        result r = read_model(elements, bad_ids[i].relationships, "", &options);
        snprintf(expected, sizeof expected, "%s%s", bad_ids[i].findings, bad_ids[i].strict);
        assert_int_equal(r.status, GP_INVALID);
        assert_string_equal(r.findings, expected);
        gp_job_free(r.job);
    }
}

/* A property called id is the element's, where it can be. */
static void ids_of_others_are_properties(void **state)
{
    static const struct {
        const char *elements, *names, *expected;
    } rows[] = {
        {E("a", "Capability", P("i", "4 a")) E("b", "Capability", ""), NULL,
         "{\"id\": \"4 a\", \"name\": \"a\"},\n    {\"id\": \"b\"}"},
        {E("a", "Capability", P("i", "4711")) E("b", "Capability", P("i", "4711")), NULL,
         "{\"id\": \"a\", \"x-properties\": {\"id\": \"4711\"}},\n"
         "    {\"id\": \"b\", \"x-properties\": {\"id\": \"4711\"}}"},
        {E("a", "Capability", P("i", "b")) E("b", "Capability", P("i", "c")), NULL,
         "{\"id\": \"b\", \"name\": \"a\"},\n    {\"id\": \"c\", \"name\": \"b\"}"},
        {E("a", "Capability", P("i", "b")) E("b", "Capability", ""), NULL,
         "{\"id\": \"a\", \"x-properties\": {\"id\": \"b\"}},\n    {\"id\": \"b\"}"},
        {E("a", "Capability", P("i", "b")) E("b", "CourseOfAction", ""), NULL,
         "{\"id\": \"a\", \"x-properties\": {\"id\": \"b\"}}"},
        {E("a", "Capability", P("i", "b")) E("b", "Driver", P("s", "Dimensie")), NULL,
         "{\"id\": \"b\", \"name\": \"a\"}"},
        {E("a", "Capability", P("i", "")) E("b", "Capability", P("i", "")), NULL,
         "{\"id\": \"a\"},\n    {\"id\": \"b\"}"},
        {E("a", "Capability", P("i", "x")),
         "id=", "{\"id\": \"a\", \"x-properties\": {\"id\": \"x\"}}"},
        {E("a", "Capability", P("d", "n.v.t.")), NULL, "{\"id\": \"a\"}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gp_read_options options = {.status_date = 20458, .property_names = rows[i].names};
        result r = read_model(rows[i].elements, "", "", &options);
        assert_int_equal(r.status, GP_OK);
        if (!strstr(r.json, rows[i].expected) || r.findings[0])
            fail_msg("row %zu: %s\n%s", i, r.json, r.findings);
        gp_job_free(r.job);
    }
}

/* ---- the view of our own ---- */

#define VIEW(id, content)                                                                          \
    "<views><diagrams><view identifier='" id "' xsi:type='Diagram'><name>V</name>" content         \
    "</view></diagrams></views>"
#define BOX(id) "<node identifier='" id "' elementRef='c' xsi:type='Element'/>"
#define LINE(id) "<connection identifier='" id "' relationshipRef='good' xsi:type='Relationship'/>"
#define LEFT_OUT "GP125 parts of type view: 1 left out, the portfolio has no place for them\n"

static void our_own_view_is_no_loss(void **state)
{
    static const struct {
        const char *views, *findings;
    } rows[] = {
        {VIEW("view-path", BOX("node-c") BOX("node-c-2") LINE("line-1")), ""},
        {VIEW("view-path-2", BOX("node-c") "<style/>"), ""},
        {VIEW("view-path", BOX("node-c") BOX("id-7f") BOX("id-7g")), LEFT_OUT},
        {VIEW("view-path", BOX("node-c") LINE("id-80")), LEFT_OUT},
        {VIEW("view-path", "<node identifier='node-1'>" BOX("id-81") "</node>"), LEFT_OUT},
        {VIEW("id-12", BOX("node-c")), LEFT_OUT},
    };
    const gp_read_options options = {.status_date = 20458};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        result r = read_model(TWO, GOOD, rows[i].views, &options);
        assert_int_equal(r.status, GP_OK);
        assert_string_equal(r.findings, rows[i].findings);
        gp_job_free(r.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groupings_become_parents),
        cmocka_unit_test(plateaus_give_dates_and_levels),
        cmocka_unit_test(one_bad_id_spoils_nothing_else),
        cmocka_unit_test(strict_makes_bad_ids_errors),
        cmocka_unit_test(ids_of_others_are_properties),
        cmocka_unit_test(our_own_view_is_no_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
