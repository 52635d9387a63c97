/* SPDX-License-Identifier: MIT
 * The door: what a reader hands over arrives in the portfolio and in the document, with places;
 * and JSON that was converted to JSON says the same. */
#include "io/formats.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Converts JSON text to a format (by way of a file, as the command does). */
static const char *convert(gp_job *job, const char *name, const char *format, gp_status *status)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    gp_output out = {0};
    *status = gp_read_document(job, &name, 1, NULL, &portfolio, &document);
    if (*status != GP_OK) return NULL;
    const gp_convert_options options = {.format = format};
    *status = gp_convert(job, document, portfolio, NULL, &options, &out);
    return out.text;
}

static char *read_whole(const char *name)
{
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    char *text = calloc(1, 1 << 20);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    return text;
}

static void json_to_json_is_the_identity(void **state)
{
    static const char *const names[] = {"examples/minimal.json", "examples/clean.json",
                                        "examples/persoonlijke-dienstverlening.json"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        gp_job *job = gp_job_new();
        gp_status status;
        char *text = read_whole(names[i]);
        const char *converted = convert(job, names[i], "json", &status);
        assert_int_equal(status, GP_OK);
        cJSON *before = cJSON_Parse(text), *after = cJSON_Parse(converted);
        assert_true(cJSON_Compare(before, after, true));
        cJSON_Delete(before);
        cJSON_Delete(after);
        free(text);
        gp_job_free(job);
    }
}

/* NULL in the place of the options, and options that are zero, are the defaults: JSON. */
static void without_options_it_is_json(void **state)
{
    (void)state;
    const char *name = "examples/minimal.json";
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options zero = {0}, *options[] = {NULL, &zero};
    gp_status status;
    gp_job *job = gp_job_new();
    const char *json = convert(job, name, "json", &status);
    assert_int_equal(status, GP_OK);
    assert_int_equal(gp_read_document(job, &name, 1, NULL, &portfolio, &document), GP_OK);
    for (int i = 0; i < 2; i++) {
        gp_output out = {0};
        assert_int_equal(gp_convert(job, document, portfolio, NULL, options[i], &out), GP_OK);
        assert_string_equal(out.text, json);
    }
    gp_job_free(job);
}

static void lines_are_short_and_steady(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_status status;
    const char *name = "examples/persoonlijke-dienstverlening.json";
    const char *once = convert(job, name, "json", &status);
    assert_int_equal(status, GP_OK);
    for (const char *line = strstr(once, "\n\n"); *line; line += strcspn(line, "\n") + 1) {
        size_t columns = 0;
        for (size_t i = 0; line[i] != '\n'; i++) columns += ((unsigned char)line[i] & 0xC0) != 0x80;
        const char *two = strstr(line, "\", \"");
        bool is_one_text = !two || two > line + strcspn(line, "\n"); /* cannot be shorter */
        assert_true(columns <= 110 || is_one_text);
    }
    char path[] = "/tmp/groeipad-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    FILE *stream = fdopen(file, "w");
    fputs(once, stream);
    fclose(stream);
    assert_string_equal(convert(job, path, "json", &status), once);
    remove(path);
    gp_job_free(job);
}

/* ---- a reader of our own ---- */

/* { "id": ID, KEY: TEXT } at a line of its own. */
static gp_status emit(gp_records *records, gp_tree *tree, const char *list, const char *id,
                      const char *key, const char *text, uint32_t line)
{
    gp_start_tree(tree);
    gp_open_node(tree, '{', (gp_spot){line, 1});
    gp_add_member(tree, "id", id, (gp_spot){line, 3});
    gp_add_key(tree, key, strlen(key), (gp_spot){line, 10});
    gp_add_text_node(tree, text, strlen(text), (gp_spot){line, 20});
    gp_close_node(tree);
    return gp_emit(records, list, tree);
}

static gp_status emit_setting(gp_records *records, gp_tree *tree, const char *key, const char *text)
{
    gp_start_tree(tree);
    gp_add_text_node(tree, text, strlen(text), (gp_spot){1, 1});
    return gp_emit(records, key, tree);
}

typedef struct built {
    gp_job *job;
    gp_records *records;
    gp_tree *tree;
} built;

static built begin(void)
{
    built b = {.job = gp_job_new()};
    gp_input input = {.job = b.job, .source = gp_add_source(b.job, "ours.txt")};
    assert_int_equal(gp_start_records(b.job, NULL, &b.records), GP_OK);
    assert_int_equal(gp_new_document(b.job, &b.records->document), GP_OK);
    b.tree = gp_new_tree(b.job);
    assert_non_null(b.tree);
    gp_begin(b.records, &input, (gp_spot){1, 1});
    return b;
}

static void built_trees_make_a_portfolio(void **state)
{
    (void)state;
    built b = begin();
    const gp_portfolio *portfolio;
    assert_int_equal(emit_setting(b.records, b.tree, "status_date", "2026-01-05"), GP_OK);
    assert_int_equal(emit_setting(b.records, b.tree, "x-own", "mine"), GP_OK);
    assert_int_equal(emit(b.records, b.tree, "capabilities", "a", "lead_time", "2mo", 4), GP_OK);
    assert_int_equal(emit(b.records, b.tree, "capabilities", "b", "owner", "IT", 5), GP_OK);
    assert_int_equal(gp_finish_records(b.records, &portfolio), GP_OK);
    assert_int_equal(portfolio->capability_count, 2);
    assert_int_equal(portfolio->capabilities[1].place.line, 5);
    assert_int_equal(portfolio->capabilities[1].place.column, 3);
    assert_int_equal(portfolio->capabilities[0].lead.lead_time.likely.months, 2);
    char *document = cJSON_PrintUnformatted(b.records->document->top);
    assert_string_equal(document,
                        "{\"status_date\":\"2026-01-05\",\"x-own\":\"mine\",\"capabilities\":["
                        "{\"id\":\"a\",\"lead_time\":\"2mo\"},{\"id\":\"b\",\"owner\":\"IT\"}]}");
    cJSON_free(document);
    gp_job_free(b.job);
}

static void built_trees_have_places_and_suggestions(void **state)
{
    (void)state;
    built b = begin();
    const gp_portfolio *portfolio;
    uint32_t count;
    assert_int_equal(emit_setting(b.records, b.tree, "status_date", "2026-01-05"), GP_OK);
    assert_int_equal(emit_setting(b.records, b.tree, "titel", "?"), GP_OK);
    assert_int_equal(emit(b.records, b.tree, "interventions", "a", "stge", "explore", 7), GP_OK);
    assert_int_equal(emit(b.records, b.tree, "interventions", "b", "stage", "explored", 8), GP_OK);
    assert_int_equal(gp_finish_records(b.records, &portfolio), GP_INVALID);
    const gp_finding *findings = gp_findings(b.job, &count);
    assert_int_equal(count, 3);
    assert_int_equal(findings[0].code, 104);
    assert_string_equal(findings[0].suggestion, "title");
    assert_int_equal(findings[1].code, 104);
    assert_int_equal(findings[1].place.line, 7);
    assert_int_equal(findings[1].place.column, 10);
    assert_string_equal(findings[1].suggestion, "stage");
    assert_int_equal(findings[2].code, 106);
    assert_int_equal(findings[2].place.column, 20);
    assert_string_equal(findings[2].suggestion, "explore");
    gp_job_free(b.job);
}

static void a_loss_is_a_finding_with_its_place(void **state)
{
    (void)state;
    built b = begin();
    uint32_t count;
    char message[256];
    assert_int_equal(emit(b.records, b.tree, "capabilities", "a", "owner", "IT", 4), GP_OK);
    const gp_conversion conversion = {
        .job = b.job, .document = b.records->document, .format = gp_find_file_format("json")};
    const cJSON *record = b.records->document->top->child->child;
    assert_int_equal(gp_report_loss(&conversion, record->child->next, "a", "owner"), GP_OK);
    assert_int_equal(gp_report_loss(&conversion, NULL, NULL, "calendar"), GP_OK);
    const gp_finding *findings = gp_findings(b.job, &count);
    assert_int_equal(count, 2);
    assert_int_equal(findings[0].place.line, 4);
    assert_int_equal(findings[0].place.column, 20);
    gp_finding_message(&findings[0], GP_ENGLISH, message, sizeof message);
    assert_string_equal(message, "JSON has no place for 'owner' of a; it is left out");
    gp_finding_message(&findings[1], GP_DUTCH, message, sizeof message);
    assert_string_equal(message,
                        "JSON heeft geen plaats voor 'calendar' van het portfolio; dat valt weg");
    gp_job_free(b.job);
}

/* ---- which format? ---- */

static void formats_are_known_by_name_or_content(void **state)
{
    static const struct {
        const char *name, *text, *asked, *expected;
    } cases[] = {
        {"a.json", "?", NULL, "json"},
        {"A.JSON", "?", NULL, "json"},
        {"a.json", " \n", NULL, NULL},
        {"-", "  \n{", NULL, "json"},
        {"a.b/c", "nonsense", NULL, NULL},
        {"a.txt", "whatever", "json", "json"},
        {"a.yml", "", NULL, NULL},
        {"a.yml", "{a: b}", NULL, "yaml"},
        {"-", "# c\n---\ntitle: x", NULL, "yaml"},
        {"-", "\xEF\xBB\xBFx-a: 1", NULL, "yaml"},
        {"-", "xml: 1", NULL, NULL},
        {"a.yml", "xml: 1", NULL, "yaml"},
        {"README.md", "# title: x\n\nText: so\n", NULL, NULL},
        {"a.json", "title: x", NULL, "yaml"},
        {"a.json", "titel: x", NULL, "json"},
        {"a.csv", "{\"planning\": \"none\"}", NULL, "json"},
        {"a.xml", "<graphml/>", NULL, "graphml"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        gp_input input;
        const gp_format_row *row;
        assert_int_equal(gp_open_text(job, cases[i].name, cases[i].text, strlen(cases[i].text),
                                      GP_WINDOW_SIZE, &input),
                         GP_OK);
        gp_records *records;
        assert_int_equal(gp_start_records(job, NULL, &records), GP_OK);
        assert_int_equal(gp_choose_format(records, &input, cases[i].name, cases[i].asked, &row),
                         GP_OK);
        assert_int_equal(row != NULL, cases[i].expected != NULL);
        if (row) assert_string_equal(row->facts.name, cases[i].expected);
        assert_int_equal(gp_choose_format(records, &input, cases[i].name, "word", &row), GP_IO);
        gp_close_input(&input);
        gp_job_free(job);
    }
    assert_string_equal(gp_file_format_of("x/y.json")->name, "json");
    assert_null(gp_file_format_of("x.json/y"));
    static const char *const called[][2] = {{"ics", "icalendar"},   {"mmd", "mermaid"},
                                            {"puml", "plantuml"},   {"yml", "yaml"},
                                            {"gv", "dot"},          {"tsv", "csv"},
                                            {"xml", "archimate"},   {"mspdi", "mspdi"},
                                            {"YAML", "yaml"},       {"Json", "json"},
                                            {"mermaid", "mermaid"}, {"archimate", "archimate"},
                                            {"csv", "csv"},         {"plantuml", "plantuml"},
                                            {"graphml", "graphml"}};
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        assert_string_equal(gp_find_file_format(called[i][0])->name, called[i][1]);
    static const char *const none[] = {"", ".yml", "yam", "yamll", "x.yml", "ic"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(gp_find_file_format(none[i]));
    assert_null(gp_file_format_of("json"));
}

/* Lines and columns of more would not fit a place. Nothing of it is read. */
static void a_text_may_be_too_large(void **state)
{
    (void)state;
    const gp_portfolio *portfolio;
    char message[200];
    uint32_t count;
    gp_job *job = gp_job_new();
    assert_int_equal(gp_read_text(job, "a.json", "", GP_SOURCE_SIZE_MAX + 1, NULL, &portfolio),
                     GP_IO);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    gp_finding_message(&findings[0], GP_ENGLISH, message, sizeof message);
    assert_non_null(strstr(message, "too large"));
    gp_job_free(job);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        gp_job *job = job_with_a_finding();
        gp_fail_allocations_after(job, left);
        convert(job, "examples/minimal.json", "json", &status);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_to_json_is_the_identity),
        cmocka_unit_test(without_options_it_is_json),
        cmocka_unit_test(lines_are_short_and_steady),
        cmocka_unit_test(built_trees_make_a_portfolio),
        cmocka_unit_test(built_trees_have_places_and_suggestions),
        cmocka_unit_test(a_loss_is_a_finding_with_its_place),
        cmocka_unit_test(formats_are_known_by_name_or_content),
        cmocka_unit_test(a_text_may_be_too_large),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
