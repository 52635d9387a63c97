/* SPDX-License-Identifier: MIT
 * ArchiMate, GraphML and DOT: random portfolios go there and back, memory may run out anywhere,
 * what comes out of ArchiMate is valid against the schema of The Open Group, and a real model
 * comes in. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <cjson/cJSON.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/archimate"

static const char *const formats[][2] = {
    {"archimate", "p.xml"}, {"graphml", "p.graphml"}, {"dot", "p.dot"}};
#define FORMATS (sizeof formats / sizeof *formats)

static void show_findings(const gp_job *job)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        gp_finding_message(&findings[i], GP_ENGLISH, message, sizeof message);
        print_message("GP%u at %u:%u: %s\n", findings[i].code, (unsigned)findings[i].place.line,
                      (unsigned)findings[i].place.column, message);
    }
}

static gp_status convert(gp_job *job, const char *name, const char *text, size_t size,
                         const char *format, gp_output *out)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = format};
    gp_status status = gp_read_document_text(job, name, text, size, NULL, &portfolio, &document);
    return status == GP_OK ? gp_convert(job, document, portfolio, NULL, &options, out) : status;
}

/* ---- there and back ---- */

/* What docs/graphml.md and docs/archimate.md say is not told apart: an empty list or text from
 * none, and a requirement that only has an id from that id. */
static void normalise(cJSON *node)
{
    for (cJSON *child = node->child, *next; child; child = next) {
        next = child->next;
        normalise(child);
        bool is_own = child->string && strncmp(child->string, "x-", 2) == 0;
        bool is_list = cJSON_IsArray(child) || cJSON_IsObject(child);
        bool is_name =
            child->string && (!strcmp(child->string, "name") || !strcmp(child->string, "title"));
        bool is_empty = (is_list && !child->child) || (is_name && !*child->valuestring);
        bool is_calendar = node->string && strcmp(node->string, "calendar") == 0;
        if (is_empty && !is_own && !is_calendar && cJSON_IsObject(node)) {
            cJSON_Delete(cJSON_DetachItemViaPointer(node, child));
        } else if (cJSON_IsArray(node) && cJSON_IsObject(child) && child->child &&
                   !child->child->next && node->string && strcmp(node->string, "requires") == 0 &&
                   strcmp(child->child->string, "id") == 0) {
            cJSON *id = cJSON_CreateString(child->child->valuestring);
            cJSON_ReplaceItemViaPointer(node, child, id);
        }
    }
}

static void go_there_and_back(const cJSON *portfolio, const char *format, const char *name)
{
    gp_job *job = gp_job_new();
    gp_output there = {0}, back = {0};
    char *json = cJSON_PrintUnformatted(portfolio);
    gp_status out = convert(job, "p.json", json, strlen(json), format, &there);
    gp_status in = out == GP_OK ? convert(job, name, there.text, there.size, "json", &back) : out;
    cJSON *before = cJSON_Parse(json);
    cJSON *after = in == GP_OK ? cJSON_ParseWithLength(back.text, back.size) : NULL;
    uint32_t count;
    gp_findings(job, &count);
    normalise(before);
    if (after) normalise(after);
    if (count || !cJSON_Compare(before, after, true)) {
        show_findings(job);
        fail_msg("%s\nbefore: %s\nthere: %s\nback: %s\n", format, json,
                 there.text ? there.text : "-", back.text ? back.text : "-");
    }
    cJSON_Delete(before);
    cJSON_Delete(after);
    cJSON_free(json);
    gp_job_free(job);
}

static void portfolios_go_there_and_back(void **state)
{
    static const json_taste tastes[] = {
        {0}, {.has_own_keys = true}, {.has_own_keys = true, .has_odd_texts = true}};
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        cJSON *portfolio = random_json(seed, &tastes[seed % 3]);
        for (size_t f = 0; f < FORMATS; f++)
            go_there_and_back(portfolio, formats[f][0], formats[f][1]);
        cJSON_Delete(portfolio);
    }
}

/* ---- memory ---- */

static void memory_may_run_out_anywhere(void **state)
{
    static const char text[] =
        "{\"status_date\": \"2026-01-05\", \"x-a\": [1], \"cycle\": \"1mo\","
        " \"interventions\": [{\"id\": \"i\", \"addresses\": [\"empathy\"],"
        " \"requires\": [{\"any\": [\"b 1\", {\"id\": \"c\", \"level\": 2}]}]}],"
        " \"capabilities\": [{\"id\": \"b 1\", \"levels\": [{\"level\": 1, \"lead_time\": \"1mo\","
        " \"requires\": [\"c\"]}]}]}";
    (void)state;
    for (size_t f = 0; f < FORMATS; f++) {
        gp_status status = GP_NO_MEMORY;
        for (size_t left = 0; status != GP_OK; left++) {
            gp_job *job = job_with_a_finding();
            gp_output there = {0}, back = {0};
            gp_fail_allocations_after(job, left);
            status = convert(job, "p.json", text, sizeof text - 1, formats[f][0], &there);
            if (status == GP_OK)
                status = convert(job, formats[f][1], there.text, there.size, "json", &back);
            if (status != GP_OK) assert_says_memory_ran_out(job, status);
            gp_job_free(job);
            assert_true(left < 10000);
        }
    }
}

/* ---- the schema ---- */

/* The schema imports xml.xsd from the network; we have it beside. */
static xmlParserInputPtr load_local(const char *url, const char *id, xmlParserCtxtPtr context)
{
    char path[256];
    const char *slash = url ? strrchr(url, '/') : NULL;
    (void)id;
    snprintf(path, sizeof path, FOLDER "/%s", slash ? slash + 1 : url ? url : "");
    return xmlNewInputFromFile(context, path);
}

static void complain(void *state, xmlErrorPtr error)
{
    (void)state;
    print_message("line %d: %s", error->line, error->message);
}

typedef struct checker {
    xmlSchemaPtr schema;
    xmlSchemaValidCtxtPtr context;
} checker;

static bool open_schema(checker *c)
{
    FILE *file = fopen(FOLDER "/archimate3_Diagram.xsd", "r");
    if (!file) {
        print_message("skipped: there is no " FOLDER "\n");
        return false;
    }
    fclose(file);
    xmlExternalEntityLoader usual = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(load_local);
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(FOLDER "/archimate3_Diagram.xsd");
    c->schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    xmlSetExternalEntityLoader(usual);
    assert_non_null(c->schema);
    c->context = xmlSchemaNewValidCtxt(c->schema);
    xmlSchemaSetValidStructuredErrors(c->context, complain, NULL);
    return true;
}

static void close_schema(checker *c)
{
    xmlSchemaFreeValidCtxt(c->context);
    xmlSchemaFree(c->schema);
}

static void need_valid(checker *c, const char *text, size_t size)
{
    xmlDocPtr document = xmlReadMemory(text, (int)size, "out.xml", NULL, XML_PARSE_NONET);
    assert_non_null(document);
    if (xmlSchemaValidateDoc(c->context, document) != 0) fail_msg("not valid:\n%s", text);
    xmlFreeDoc(document);
}

static gp_box_places place_all(gp_job *job, const gp_schedule *schedule)
{
    uint32_t count = schedule->network->activity_count;
    gp_box_place *places = GP_NEW(job, gp_box_place, count);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (gp_box_place){i, (int32_t)(i % 7) * 200, (int32_t)i * 10, 180, 60};
    return (gp_box_places){places, count};
}

/* Any file as ArchiMate with a view. */
static gp_output export_file(gp_job *job, const char *name, const gp_read_options *reading)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_output out = {0};
    gp_status status = gp_read_document(job, &name, 1, reading, &portfolio, &document);
    if (status != GP_OK) show_findings(job);
    assert_int_equal(status, GP_OK);
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    const gp_convert_options options = {.format = "archimate", .boxes = place_all(job, schedule)};
    assert_int_equal(gp_convert(job, document, portfolio, schedule, &options, &out), GP_OK);
    return out;
}

#define ARCHISURANCE FOLDER "/archisurance.xml"
#define STATUS_DATE 20458 /* 2026-01-05 */

static const gp_read_options processes = {
    .status_date = STATUS_DATE, .capability_types = "all", .relation_types = "Triggering"};

static void exports_are_valid(void **state)
{
    static const char *const names[] = {"examples/minimal.json", "examples/clean.json",
                                        "examples/persoonlijke-dienstverlening.json", ARCHISURANCE};
    checker c;
    (void)state;
    if (!open_schema(&c)) skip();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        gp_job *job = gp_job_new();
        gp_output out = export_file(job, names[i], i == 3 ? &processes : NULL);
        assert_non_null(strstr(out.text, "<connection"));
        need_valid(&c, out.text, out.size);
        gp_job_free(job);
    }
    for (uint64_t seed = 1; seed <= 100; seed++) {
        static const json_taste taste = {.has_own_keys = true, .has_odd_texts = true};
        cJSON *portfolio = random_json(seed, &taste);
        char *json = cJSON_PrintUnformatted(portfolio);
        gp_job *job = gp_job_new();
        gp_output out = {0};
        assert_int_equal(convert(job, "p.json", json, strlen(json), "archimate", &out), GP_OK);
        need_valid(&c, out.text, out.size);
        gp_job_free(job);
        cJSON_free(json);
        cJSON_Delete(portfolio);
    }
    close_schema(&c);
}

/* ---- a real model ---- */

static gp_status plan_archisurance(gp_job *job, const char *relations, const gp_network **network)
{
    const char *name = ARCHISURANCE;
    const gp_portfolio *portfolio;
    gp_read_options options = processes;
    options.relation_types = relations;
    assert_int_equal(gp_read_files(job, &name, 1, &options, &portfolio), GP_OK);
    assert_int_equal(portfolio->capability_count, 120);
    return gp_build_network(job, portfolio, network);
}

static void archisurance_comes_in(void **state)
{
    FILE *file = fopen(ARCHISURANCE, "r");
    (void)state;
    if (!file) {
        print_message("skipped: there is no " ARCHISURANCE "\n");
        skip();
    }
    fclose(file);
    gp_job *job = gp_job_new();
    const gp_network *network;
    uint32_t longest = 0, count;
    assert_int_equal(plan_archisurance(job, "Triggering", &network), GP_OK);
    assert_int_equal(network->arc_count, 13);
    for (uint32_t i = 0; i < network->activity_count; i++)
        if (network->layer[i] > longest) longest = network->layer[i];
    assert_int_equal(longest, 4);
    gp_job_free(job);
    job = gp_job_new();
    assert_int_equal(plan_archisurance(job, "Triggering,Flow", &network), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(findings[count - 1].code, 107);
    assert_true(findings[count - 1].related_count >= 2);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(portfolios_go_there_and_back),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(exports_are_valid),
        cmocka_unit_test(archisurance_comes_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
