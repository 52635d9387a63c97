/* SPDX-License-Identifier: MIT
 * What we write for MS Project has its elements in the order of Microsoft's schema (mspdi_pj12, of
 * 2007), has those that it demands, and no text longer than it allows. Where the schema itself is
 * at hand (GP_MSPDI_XSD names it, or ../shared/data/mspdi/mspdi_pj12.xsd), it judges too. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCHEMA "../shared/data/mspdi/mspdi_pj12.xsd"

/* By element: what we write in it, in the schema's order. '!': the schema demands it; '+': it may
 * come more than once. */
static const struct {
    const char *in;
    const char *parts[32];
} elements[] = {
    {"Project", {"SaveVersion",        "Name",           "Title",
                 "ScheduleFromStart!", "StartDate",      "CriticalSlackLimit",
                 "CurrencyCode!",      "CalendarUID",    "DefaultStartTime",
                 "DefaultFinishTime",  "MinutesPerDay",  "MinutesPerWeek",
                 "DaysPerMonth",       "DurationFormat", "HonorConstraints",
                 "NewTasksEstimated",  "StatusDate",     "ExtendedAttributes",
                 "Calendars",          "Tasks"}},
    {"ExtendedAttributes", {"ExtendedAttribute+"}},
    {"Calendars", {"Calendar!+"}},
    {"Calendar", {"UID!", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions"}},
    {"WeekDays", {"WeekDay!+"}},
    {"WeekDay", {"DayType!", "DayWorking", "WorkingTimes"}},
    {"WorkingTimes", {"WorkingTime+"}},
    {"WorkingTime", {"FromTime", "ToTime"}},
    {"Exceptions", {"Exception+"}},
    {"Exception", {"EnteredByOccurrences", "TimePeriod", "Occurrences", "Type", "DayWorking"}},
    {"TimePeriod", {"FromDate", "ToDate"}},
    {"Tasks", {"Task+"}},
    {"Task",
     {"UID!",
      "ID",
      "Name",
      "Type",
      "IsNull",
      "WBS",
      "OutlineNumber",
      "OutlineLevel",
      "Priority",
      "Start",
      "Finish",
      "Duration",
      "DurationFormat",
      "Work",
      "Estimated",
      "Milestone",
      "Summary",
      "PercentComplete",
      "ActualStart",
      "ActualFinish",
      "RemainingDuration",
      "ConstraintType",
      "CalendarUID",
      "ConstraintDate",
      "Deadline",
      "PredecessorLink+",
      "ExtendedAttribute+"}},
    {"PredecessorLink", {"PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"}},
};

static const char *const field[] = {"FieldID", "FieldName", "Value", "Alias"};

static bool is_part(const char *part, const char *name, char mark)
{
    size_t size = strcspn(part, "!+");
    bool is_same = strlen(name) == size && strncmp(part, name, size) == 0;
    return is_same && (!mark || strchr(part + size, mark));
}

static void check_order(const xmlNode *node, const char *const *parts)
{
    size_t at = 0;
    const char *last = "";
    for (const xmlNode *child = node->children; child; child = child->next) {
        const char *name = (const char *)child->name;
        if (child->type != XML_ELEMENT_NODE) continue;
        bool is_again = strcmp(last, name) == 0;
        while (parts[at] && !is_part(parts[at], name, 0)) at++;
        if (!parts[at])
            fail_msg("%s in %s stands where the schema has none", name, (const char *)node->name);
        if (is_again && !strchr(parts[at], '+')) fail_msg("%s stands twice", name);
        last = name;
    }
}

/* Each that is demanded stands there. */
static void check_demanded(const xmlNode *node, const char *const *parts)
{
    for (; *parts; parts++) {
        bool has = !strchr(*parts, '!');
        for (const xmlNode *child = node->children; child && !has; child = child->next)
            has = child->type == XML_ELEMENT_NODE && is_part(*parts, (const char *)child->name, 0);
        if (!has) fail_msg("%s has no %s", (const char *)node->name, *parts);
    }
}

static void check_field(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        bool is_known = child->type != XML_ELEMENT_NODE;
        for (size_t i = 0; i < sizeof field / sizeof *field; i++)
            is_known = is_known || strcmp(field[i], (const char *)child->name) == 0;
        assert_true(is_known);
    }
}

static void check_element(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    bool has_parts = false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strcmp(elements[i].in, name) != 0) continue;
        check_order(node, elements[i].parts);
        check_demanded(node, elements[i].parts);
        has_parts = true;
    }
    if (!has_parts) check_field(node);
}

/* Depth first, without recursion. */
static void check_all(xmlNode *root)
{
    for (xmlNode *node = root; node;) {
        bool has_elements = xmlFirstElementChild(node) != NULL;
        if (has_elements) check_element(node);
        xmlNode *next = xmlFirstElementChild(node);
        while (!next && node != root) {
            next = xmlNextElementSibling(node);
            if (!next) node = node->parent;
        }
        if (!next) return;
        node = next;
    }
}

static void judge_by_schema(xmlDoc *document)
{
    const char *name = getenv("GP_MSPDI_XSD");
    if (!name) name = SCHEMA;
    FILE *file = fopen(name, "rb");
    if (!file) {
        print_message("NOT TESTED: %s is not there\n", name);
        return;
    }
    fclose(file);
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(name);
    xmlSchema *schema = xmlSchemaParse(parser);
    assert_non_null(schema);
    xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt(schema);
    assert_int_equal(xmlSchemaValidateDoc(validator, document), 0);
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
}

/* The portfolio in JSON as a document of MS Project. */
static xmlDoc *write(gp_job *job, const char *json)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_convert_options options = {.format = "mspdi"};
    gp_output out = {0};
    assert_int_equal(
        gp_read_document_text(job, "p.json", json, strlen(json), NULL, &portfolio, &document),
        GP_OK);
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_convert(job, document, portfolio, schedule, &options, &out), GP_OK);
    xmlDoc *xml = xmlReadMemory(out.text, (int)out.size, "p.xml", NULL, XML_PARSE_NONET);
    assert_non_null(xml);
    return xml;
}

static const char rich[] =
    "{\"title\":\"All of it\",\"status_date\":\"2026-01-05\",\"cycle\":\"1d\","
    "\"calendar\":{\"workdays\":[\"mon\",\"tue\"],\"holidays\":[\"2026-04-06\"]},"
    "\"interventions\":[{\"id\":\"i\",\"name\":\"I\",\"duration\":\"20wd\",\"progress\":47,"
    "\"start\":\"2026-01-02\",\"needed_by\":\"2026-12-24\",\"requires\":[{\"id\":\"c\","
    "\"by\":\"ready\",\"lag\":\"2w\"},{\"id\":\"d\",\"by\":\"start\"}]}],"
    "\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"3wd\",\"not_before\":\"2026-03-02\"},"
    "{\"id\":\"d\",\"lead_time\":\"4d\",\"started\":\"2025-12-01\",\"ready\":\"2025-12-05\"},"
    "{\"id\":\"e\",\"status\":\"available\",\"level\":1},{\"id\":\"f\"}]}";

static void what_we_write_has_the_order_of_the_schema(void **state)
{
    static const char *const portfolios[] = {
        rich, "{\"status_date\":\"2026-01-05\",\"interventions\":[{\"id\":\"i\"}]}"};
    (void)state;
    for (size_t i = 0; i < sizeof portfolios / sizeof *portfolios; i++) {
        gp_job *job = gp_job_new();
        xmlDoc *document = write(job, portfolios[i]);
        check_all(xmlDocGetRootElement(document));
        judge_by_schema(document);
        xmlFreeDoc(document);
        gp_job_free(job);
    }
}

static size_t count_losses(gp_job *job)
{
    uint32_t count;
    size_t losses = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) losses += findings[i].code == 120;
    return losses;
}

/* In characters, not in bytes. */
static void names_are_as_long_as_the_schema_allows(void **state)
{
    static const struct {
        size_t length, losses; /* of title and name: two, where both are too long */
    } rows[] = {{512, 0}, {513, 2}, {1, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        char name[1100] = "", json[2600];
        for (size_t k = 0; k < rows[i].length; k++) strcat(name, "\u00e9");
        snprintf(
            json, sizeof json,
            "{\"title\":\"%s\",\"status_date\":\"2026-01-05\",\"cycle\":\"1d\",\"interventions\":"
            "[{\"id\":\"i\",\"name\":\"%s\",\"duration\":\"1wd\"}]}",
            name, name);
        xmlDoc *document = write(job, json);
        assert_int_equal(count_losses(job), rows[i].losses);
        judge_by_schema(document);
        for (xmlNode *node = xmlFirstElementChild(xmlDocGetRootElement(document)); node;
             node = xmlNextElementSibling(node)) {
            xmlChar *text = xmlNodeGetContent(node);
            int limit = strcmp((const char *)node->name, "Name") == 0 ? 255 : 512;
            bool is_text = strcmp((const char *)node->name, "Name") == 0 ||
                           strcmp((const char *)node->name, "Title") == 0;
            if (is_text) assert_in_range(xmlUTF8Strlen(text), 1, limit);
            xmlFree(text);
        }
        xmlFreeDoc(document);
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_we_write_has_the_order_of_the_schema),
        cmocka_unit_test(names_are_as_long_as_the_schema_allows),
    };
    return cmocka_run_group_tests_name("MS Project's schema", tests, NULL, NULL);
}
