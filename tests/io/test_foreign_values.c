/* SPDX-License-Identifier: MIT
 * Values under keys of ours that somebody else meant something by: the record stays, what was
 * written comes through without them, and a warning says which, where and what to do about it. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define NODES                                                                                      \
    "<graphml><key id='p' for='node' attr.name='predefined' attr.type='boolean'/>"                 \
    "<key id='l' attr.name='level' attr.type='double'/><key id='t' attr.name='lead_time'/>"        \
    "<key id='g' attr.name='lag'/><key id='b' attr.name='by'/><key id='k' attr.name='kind'/>"      \
    "<key id='w' attr.name='weight' attr.type='double'/><key id='d' attr.name='direction'/>"       \
    "<graph edgedefault='directed'>"
#define END "</graph></graphml>"

static const struct {
    const char *name, *text;
    const char *names; /* the user's own */
    const char *json;  /* a part of what comes through */
    const char *said;  /* a part of one of the warnings; NULL: there are none */
} rows[] = {
    {"a status of somebody else's", "digraph g { a [status=done]; a -> b; }", NULL,
     "{\"id\": \"a\"},\n    {\"id\": \"b\", \"requires\": [\"a\"]}",
     "properties of type status: 1 left out, the first is 'done', expected \"unidentified\" | "},
    {"switched off", "digraph g { a [status=done]; a -> b; }",
     "status=", "{\"id\": \"a\", \"x-properties\": {\"status\": \"done\"}}", NULL},
    {"a path within it too", "digraph g { a [\"planning.round\"=x]; }",
     "planning=", "{\"id\": \"a\", \"x-properties\": {\"planning.round\": \"x\"}}", NULL},
    {"another name for it", "digraph g { a [status=done, Stand=gepland]; }", "status=,status=Stand",
     "{\"id\": \"a\", \"status\": \"planned\", \"x-properties\": {\"status\": \"done\"}}", NULL},
    {"counted by name", "digraph g { a [Soort=x]; b [Soort=y]; c [scope=z]; }", NULL, "\"c\"",
     "Soort: 2 left out, the first is 'x', expected \"bound\" | \"general\"; --property scope= "},
    {"values as people write them",
     "digraph g { a [doorlooptijd=\"1,5 jaar\", niveau=\"2,0\", voortgang=\"50 %\","
     " \"gereed op\"=\"1 maart 2027\", status=\"In Development\"]; }",
     NULL,
     "\"lead_time\": \"1y6mo\", \"level\": 2, \"progress\": 50, \"ready\": \"2027-03-01\",\n"
     "     \"status\": \"in-development\"}",
     NULL},
    {"days of a calendar as people write them",
     "digraph g { \"calendar.holidays\"=\"27-4-2026, 25 december 2026\"; "
     "\"calendar.workdays\"=\"ma, Dinsdag\"; }",
     NULL, "{\"holidays\": [\"2026-04-27\", \"2026-12-25\"], \"workdays\": [\"mon\", \"tue\"]}",
     NULL},
    {"half a year, and a word for none",
     "digraph g { a [doorlooptijd=\"6 mnd\", \"gereed op\"=\"n.v.t.\", eigenaar=\"n.v.t.\"]; }",
     NULL, "{\"id\": \"a\", \"lead_time\": \"6mo\", \"owner\": \"n.v.t.\"}", NULL},
    {"a day that may be two", "digraph g { a [\"gereed op\"=\"05/01/2026\"]; }", NULL,
     "{\"id\": \"a\"}", "gereed op: 1 left out, the first is '05/01/2026', expected YYYY-MM-DD"},
    {"a length that is about right", "digraph g { a [doorlooptijd=\"ca. 6 mnd\"]; }", NULL,
     "{\"id\": \"a\"}", "doorlooptijd: 1 left out, the first is 'ca. 6 mnd', expected 10d"},
    {"a level in words", "digraph g { a [level=L2]; }", NULL, "{\"id\": \"a\"}",
     "level: 1 left out, the first is 'L2', expected a number; --property level="},
    {"a level of none", "digraph g { a [level=12]; }", NULL, "{\"id\": \"a\"}",
     "the first is '12', expected 0 | 1 | 2"},
    {"a quarter", "digraph g { a [kind=intervention, start=Q1]; }", NULL,
     "[\n    {\"id\": \"a\"}\n  ]", "start: 1 left out, the first is 'Q1', expected YYYY-MM-DD"},
    {"a text where an object is", "digraph g { a [levels=3, applies=all, calendar=x]; }", NULL,
     "{\"id\": \"a\", \"x-properties\": {\"applies\": \"all\", \"calendar\": \"x\"}}",
     "levels: 1 left out, the first is '3', expected a list"},
    {"an object that lacks something", "digraph g { a [\"lead_time.min\"=\"3mo\"]; }", NULL,
     "{\"id\": \"a\"}", "lead_time.min: 1 left out, a lead time has no 'likely'; --property "},
    {"one that lacks it because of a value",
     "digraph g { a [\"lead_time.likely\"=Q1, \"lead_time.min\"=\"3mo\"]; }", NULL,
     "{\"id\": \"a\"}", "lead_time.min: 1 left out, a lead time has no 'likely'"},
    {"a part of an estimate",
     "digraph g { a [\"lead_time.likely\"=\"3mo\", \"lead_time.max\"=\"1mo\"]; }", NULL,
     "{\"id\": \"a\", \"lead_time\": {\"likely\": \"3mo\"}}", "'1mo', expected likely <= max"},
    {"rounds without a beginning", "digraph g { a [planronde=\"1y\"]; }", NULL, "{\"id\": \"a\"}",
     "planronde: 1 left out, \"planning\" has no 'from'; --property planning.round="},
    {"an entry of no level", "digraph g { a [\"levels.x.lead_time\"=\"1y\"]; }", NULL,
     "{\"id\": \"a\"}", "levels.x.lead_time: 1 left out"},
    {"a text with more in it", "digraph g { a [owner=Ann, \"owner.email\"=\"a@b\"]; }", NULL,
     "{\"id\": \"a\", \"owner\": \"Ann\", \"x-properties\": {\"owner.email\": \"a@b\"}}", NULL},
    {"an object that is none",
     "digraph g { a [\"lead_time.min.x\"=\"3mo\", \"lead_time.likely\"=\"4mo\"]; }", NULL,
     "{\"likely\": \"4mo\"}", "lead_time.min.x: 1 left out, the first is '3mo', expected"},
    {"a key of a key that is none", "digraph g { a [\"planning.who\"=\"me\"]; }", NULL,
     "{\"id\": \"a\"}", "planning.who: 1 left out"},
    {"a setting", "digraph g { cycle=often; a; }", NULL, "{\n  \"capabilities\"",
     "cycle: 1 left out, the first is 'often', expected 10d"},
    {"a setting that lacks something",
     "digraph g { \"planning.round\"=\"1y\"; \"planning.prepare\"=\"1w\"; a; }", NULL,
     "{\n  \"capabilities\"", "planning.prepare: 1 left out, \"planning\" has no 'from'"},
    {"days of a calendar", "digraph g { \"calendar.workdays\"=\"mon, funday\"; a; }", NULL,
     "\"calendar\": {\"workdays\": [\"mon\"]}", "the first is 'funday', expected mon |"},
    {"a measurement without a day",
     "digraph g { m [kind=measurement, need=\"0.5\"]; d [kind=dimension]; m -> d [kind=measures]; "
     "}",
     NULL, "{\n  \"dimensions\": [\n    {\"id\": \"d\"}\n  ]",
     "elements of type measurement: 1 left out, a measurement has no 'on'"},

    {"an id of an edge", "digraph g { a -> b [id=e1]; }", NULL,
     "[{\"id\": \"a\", \"x-properties\": {\"id\": \"e1\"}}]", NULL},
    {"weight, label and direction of an edge",
     "digraph g { a -> b [weight=3, label=\"hello\", direction=forward, lag=\"2w\"]; }", NULL,
     "\"x-properties\": {\"direction\": \"forward\", \"label\": \"hello\", \"weight\": \"3\"}",
     NULL},
    {"a moment that is none", "digraph g { a -> b [by=noon]; }", NULL,
     "{\"id\": \"b\", \"requires\": [{\"id\": \"a\"}]}",
     "by: 1 left out, the first is 'noon', expected \"live\" | \"start\" | \"ready\""},
    {"a capability does not go live", "digraph g { a -> b [by=live]; }", NULL, "{\"id\": \"a\"}",
     "'live', expected \"start\" | \"ready\""},
    {"a direction that is none",
     "digraph g { i [kind=intervention]; d [kind=dimension]; i -> d [kind=addresses, "
     "direction=forward]; }",
     NULL, "\"addresses\": [{\"dimension\": \"d\"}]", "'forward', expected \"more\" | \"less\""},
    {"a weight of an edge to a segment",
     "digraph g { i [kind=intervention]; s [kind=segment]; i -> s [kind=segment, weight=2]; }",
     NULL, "\"applies\": {\"segments\": [\"s\"]}",
     "weight: 1 left out, these relationships only say whom they are about"},
    {"a step that is none", "digraph g { a -> b [step=7]; }", NULL, "\"b\", \"requires\": [\"a\"]",
     "step: 1 left out"},
    {"a step of an intervention", "digraph g { i [kind=intervention]; a -> i [step=2]; }", NULL,
     "\"i\", \"requires\": [\"a\"]", "step: 1 left out"},
    {"a lag before a junction", "digraph g { j [kind=all]; a -> j; b -> j; j -> c [lag=\"2w\"]; }",
     NULL, "\"requires\": [\"a\", \"b\"]", "lag: 1 left out, on the way to a junction"},
    {"what a junction says", "digraph g { j [kind=any, owner=Ann]; a -> j; b -> j; j -> c; }", NULL,
     "[{\"any\": [\"a\", \"b\"]}]",
     "properties of type owner: 1 left out, they stand at a junction"},
    {"what is described nowhere and has a name", "digraph g { m [kind=missing, label=M]; m -> c; }",
     NULL, "{\"id\": \"c\", \"requires\": [\"m\"]}", "texts of type name: 1 left out"},
    {"a junction that nothing leads to", "digraph g { j [kind=any]; j -> c; }", NULL,
     "{\"id\": \"c\", \"requires\": []}",
     "relationships of type requires: 1 left out, the first is '[]', expected at least one"},

    {"every attribute on every node",
     NODES "<node id='a'><data key='p'></data><data key='l'>NaN</data><data key='t'/></node>"
           "<node id='d'><data key='k'>dimension</data><data key='p'></data></node>"
           "<node id='e'><data key='k'>dimension</data><data key='p'>false</data></node>" END,
     NULL,
     "{\n  \"dimensions\": [\n    {\"id\": \"d\"},\n    {\"id\": \"e\"}\n  ],\n\n  "
     "\"capabilities\": [\n    {\"id\": \"a\"}\n  ]\n}",
     NULL},
    {"an attribute of somebody else's that is empty",
     NODES "<key id='o' attr.name='colour'/><node id='a'><data key='o'/></node></graph></graphml>",
     NULL, "{\"id\": \"a\"}", NULL},
    {"an undirected graph within a directed one",
     NODES
     "<node id='a'/><node id='g'><graph edgedefault='undirected'><node id='b'/></graph></node>"
     "<edge source='a' target='b'/>" END,
     NULL, "{\"id\": \"b\", \"parent\": \"g\", \"requires\": [\"a\"]}", NULL},
    {"an intervention in a group",
     NODES "<node id='g'><graph><node id='i'><data key='k'>intervention</data></node></graph>"
           "</node>" END,
     NULL, "{\"id\": \"i\"}",
     "relationships of type graph: 1 left out, only a capability is part of something"},
    {"a parent that is none",
     NODES
     "<key id='o' for='node' attr.name='Parent'/><node id='a'><data key='o'>Team</data></node>"
     "<node id='c'><data key='o'>c</data></node>" END,
     NULL, "{\"id\": \"a\"}",
     "properties of type Parent: 2 left out, expected the id of a capability"},
    {"parents in a circle",
     NODES "<key id='o' for='node' attr.name='deel van'/><node id='a'><data key='o'>c</data></node>"
           "<node id='c'><data key='o'>a</data></node>" END,
     NULL, "{\"id\": \"a\", \"parent\": \"c\"}", "a capability would be part of itself"},
    {"two parents",
     NODES "<key id='o' for='node' attr.name='parent'/><node id='x'/><node id='g'><graph>"
           "<node id='a'><data key='o'>x</data></node></graph></node>" END,
     NULL, "{\"id\": \"a\", \"parent\": \"x\"}", "a capability is part of one other"},
    {"the same parent twice",
     NODES "<key id='o' for='node' attr.name='parent'/><node id='g'><graph>"
           "<node id='a'><data key='o'>g</data></node></graph></node>" END,
     NULL, "{\"id\": \"a\", \"parent\": \"g\"}", NULL},
    {"every attribute on every edge",
     NODES
     "<node id='a'/><node id='b'/><edge source='a' target='b'><data key='g'></data><data key='b'/>"
     "<data key='d'></data><data key='l'>NaN</data></edge>" END,
     NULL, "\"requires\": [\"a\"]", NULL},
    {"a number without end", NODES "<node id='a'><data key='l'>Infinity</data></node>" END, NULL,
     "{\"id\": \"a\"}", "level: 1 left out, the first is 'Infinity'"},
    {"a dimension of the paper",
     NODES "<node id='i'><data key='k'>intervention</data></node><node id='autonomy'><data "
           "key='k'>dimension"
           "</data><data key='p'>true</data></node><edge source='i' target='autonomy'><data "
           "key='k'>addresses"
           "</data></edge>" END,
     NULL, "{\n  \"interventions\": [\n    {\"id\": \"i\", \"addresses\": [\"autonomy\"]}\n  ]\n}",
     NULL},
    {"the same twice", NODES "<node id='a'><data key='l'>2</data><data key='l'>3</data></node>" END,
     NULL, "{\"id\": \"a\", \"level\": 2}",
     "level: 1 left out, the same was said before, and the first counts"},
    {"the same twice on an edge",
     NODES "<node id='a'/><node id='b'/><edge source='a' target='b'><data key='g'>2w</data><data "
           "key='g'>3w"
           "</data><data key='w'>1</data><data key='w'>2</data></edge>" END,
     NULL, "[{\"id\": \"a\", \"lag\": \"2w\", \"x-properties\": {\"weight\": \"1\"}}]",
     "weight: 1 left out, the same"},
    {"the same under two names", "digraph g { a [Doorlooptijd=\"3mo\", lead_time=\"4mo\"]; }", NULL,
     "{\"id\": \"a\", \"lead_time\": \"3mo\"}", "lead_time: 1 left out, the same"},
    {"a value and what is within it",
     "digraph g { a [lead_time=\"3mo\", \"lead_time.likely\"=\"4mo\"]; }", NULL,
     "{\"id\": \"a\", \"lead_time\": \"3mo\"}", "lead_time.likely: 1 left out, the same"},
    {"the other way round",
     NODES "<key id='y' attr.name='lead_time.likely'/><node id='a'><data key='y'>4mo</data><data "
           "key='t'>3mo"
           "</data></node>" END,
     NULL, "{\"id\": \"a\", \"lead_time\": {\"likely\": \"4mo\"}}",
     "lead_time: 1 left out, the same"},
};
#define ROWS (sizeof rows / sizeof *rows)

/* Is it said, as a warning; are there no errors? */
static bool is_said(const gp_job *job, const char *said)
{
    uint32_t count;
    bool is_found = said == NULL;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        if (findings[i].severity >= GP_ERROR) return false;
        if (findings[i].code != 125) continue;
        if (!said || findings[i].place.line == 0) return false;
        is_found = is_found || strstr(message, said);
    }
    return is_found;
}

static gp_status convert(gp_job *job, size_t row, bool is_strict, gp_output *out)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options json = {.format = "json"};
    const gp_read_options options = {
        .status_date = 20458, .property_names = rows[row].names, .is_strict = is_strict};
    const char *name = rows[row].text[0] == '<' ? "g.graphml" : "g.dot";
    GP_TRY(gp_read_document_text(job, name, rows[row].text, strlen(rows[row].text), &options,
                                 &portfolio, &document));
    return gp_convert(job, document, portfolio, NULL, &json, out);
}

/* The text without its status date, which is not of the file. */
static void cut_status_date(char *text)
{
    char *date = strstr(text, ",\n\n  \"status_date\"");
    if (date) strcpy(date, "\n}");
}

static void a_record_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        gp_job *job = gp_job_new();
        gp_output out = {0};
        char text[2048] = "";
        gp_status status = convert(job, i, false, &out);
        if (out.text) snprintf(text, sizeof text, "%s", out.text);
        cut_status_date(text);
        if (status != GP_OK || !strstr(text, rows[i].json) || !is_said(job, rows[i].said)) {
            uint32_t count;
            const gp_finding *findings = gp_findings(job, &count);
            for (uint32_t f = 0; f < count; f++) {
                char message[512];
                gp_finding_message(&findings[f], GP_ENGLISH, message, sizeof message);
                print_message("GP%u: %s\n", findings[f].code, message);
            }
            fail_msg("%s: status %d, %s", rows[i].name, (int)status, text);
        }
        gp_job_free(job);
    }
}

static void strict_refuses_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < ROWS; i++) {
        gp_job *job = gp_job_new();
        gp_output out;
        gp_status expected = rows[i].said ? GP_INVALID : GP_OK;
        if (convert(job, i, true, &out) != expected) fail_msg("%s", rows[i].name);
        gp_job_free(job);
    }
}

/* ---- there and back ---- */

static const struct {
    const char *record; /* of a capability, besides its id */
    bool is_lost;       /* else it comes back as it is */
} own[] = {
    {"\"x-properties\": {\"empty\": \"\", \"label:\": \"x\", \"step\": \"2\", \"weight\": \"3\"}",
     false},
    {"\"requires\": [{\"id\": \"b\", \"x-properties\": {\"id\": \"e1\", \"label\": \"\\\\N "
     "&#60;\", \"name\": \"n\"}}]",
     false},
    {"\"requires\": [{\"any\": [\"b\"], \"x-properties\": {\"empty\": \"\"}}]", false},
    {"\"name\": \"A\", \"x-properties\": {\"label\": \"B\"}", false},
    {"\"name\": \"A\", \"x-properties\": {\"label\": \"A\"}", true},
    {"\"x-properties\": {\"label\": \"B\"}", true},
    {"\"level\": 2, \"x-properties\": {\"level\": \"high\"}", true},
    {"\"x-properties\": {\"kind\": \"x\"}", true},
    {"\"x-properties\": {\"x-note\": \"x\"}", true},
    {"\"x-properties\": {\"note:json\": \"x\"}", true},
    {"\"x-properties\": {\"number\": 3}", true},
    {"\"requires\": [{\"id\": \"b\", \"x-properties\": {\"step\": \"2\"}}]", true},
};

static gp_status convert_text(gp_job *job, const char *name, const gp_output *text,
                              const char *format, gp_output *out)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = format};
    GP_TRY(gp_read_document_text(job, name, text->text, text->size, NULL, &portfolio, &document));
    return gp_convert(job, document, portfolio, NULL, &options, out);
}

static uint32_t count_lost(const gp_job *job)
{
    uint32_t count, lost = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) lost += findings[i].code >= 120 && findings[i].code <= 127;
    return lost;
}

/* What a record has of its own comes back, or it is named: one or the other, never something else.
 */
static void own_properties_come_back_or_are_named(void **state)
{
    (void)state;
    static const char *const formats[][2] = {
        {"archimate", "p.xml"}, {"graphml", "p.graphml"}, {"dot", "p.dot"}};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
            gp_job *job = gp_job_new();
            char json[512];
            snprintf(json, sizeof json,
                     "{\"status_date\": \"2026-01-05\", \"capabilities\": [{\"id\": \"a\", %s}, "
                     "{\"id\": \"b\"}]}",
                     own[i].record);
            gp_output out = {.text = json, .size = strlen(json)}, there, back;
            assert_int_equal(convert_text(job, "p.json", &out, formats[f][0], &there), GP_OK);
            assert_int_equal(convert_text(job, formats[f][1], &there, "json", &back), GP_OK);
            assert_int_equal(convert_text(job, "p.json", &out, "json", &there), GP_OK);
            bool is_same = strcmp(there.text, back.text) == 0;
            if (is_same == own[i].is_lost || count_lost(job) != own[i].is_lost)
                fail_msg("%s: %s, %u lost: %s", formats[f][0], own[i].record, count_lost(job),
                         back.text);
            gp_job_free(job);
        }
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    for (size_t row = 0; row < ROWS; row += 4) {
        gp_status status = GP_NO_MEMORY;
        for (size_t left = 0; status != GP_OK; left++) {
            gp_job *job = job_with_a_finding();
            gp_output out;
            gp_fail_allocations_after(job, left);
            status = convert(job, row, false, &out);
            if (status != GP_OK) assert_says_memory_ran_out(job, status);
            gp_job_free(job);
            assert_true(left < 10000);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_stays),
        cmocka_unit_test(strict_refuses_them),
        cmocka_unit_test(own_properties_come_back_or_are_named),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
