/* SPDX-License-Identifier: MIT
 * Lists of ArchiMate: which headings they have, that three of them make the model that an exchange
 * file would, in any order and beside others, and what is told where of what they cannot say. */
#include "core/job.h"
#include "groeipad/io.h"
#include "io/graph/archi_columns.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define FOLDER "tests/io/archi/"

/* ---- headings ---- */

static void headings_tell_what_a_list_is(void **state)
{
    static const struct {
        const char *cells[10];
        gp_archi_kind kind;
        uint32_t id, type; /* columns */
    } rows[] = {
        {{"ID", "Type", "Name", "Documentation"}, GP_ARCHI_ELEMENTS, 1, 2},
        {{"ID", "Type", "Name", "Documentation", "Specialization"}, GP_ARCHI_ELEMENTS, 1, 2},
        {{"ID", "Type", "Name", "Documentation", "Source", "Target"}, GP_ARCHI_RELATIONS, 1, 2},
        {{"Source", "Target", "id", "type"}, GP_ARCHI_RELATIONS, 3, 4},
        {{"ID", "Key", "Value"}, GP_ARCHI_PROPERTIES, 1, 0},
        {{"ID", "Key", "Value", "", ""}, GP_ARCHI_PROPERTIES, 1, 0},
        {{"ID", "Key", "Value", "Unit"}, GP_ARCHI_NONE, 1, 0},
        {{"Naam", "ArchiMate-type", "Toelichting"}, GP_ARCHI_ELEMENTS, 0, 2},
        {{"folder", "name", "type", "documentation", "id", "Object ID", "GEMMA type"},
         GP_ARCHI_ELEMENTS,
         5,
         3},
        {{"GEMMA-naam", "GEMMA-guid", "GGM-guid", "GEMMA-type", "GEMMA-definitie"},
         GP_ARCHI_ELEMENTS,
         2,
         4},
        {{"GEMMA-naam", "GEMMA-guid", "GEMMA-type", "GEMMA-source-guid", "GEMMA-target-guid"},
         GP_ARCHI_RELATIONS,
         2,
         3},
        /* a column Soort is a property of theirs; without all of Archi's columns it is ours */
        {{"ID", "Type", "Name", "Documentation", "Soort"}, GP_ARCHI_ELEMENTS, 1, 2},
        {{"id", "naam", "soort", "type"}, GP_ARCHI_NONE, 1, 4},
        {{"id", "naam", "type", "doorlooptijd"}, GP_ARCHI_NONE, 1, 3},
        {{"id", "naam", "doorlooptijd"}, GP_ARCHI_NONE, 1, 0},
        {{"naam", "type", "toelichting"}, GP_ARCHI_NONE, 0, 2},
        {{"id", "key", "value", "kind"}, GP_ARCHI_NONE, 1, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_raw_cell cells[10];
        uint32_t count = 0;
        for (; count < 10 && rows[i].cells[count]; count++)
            cells[count] = (gp_raw_cell){.number = count + 1, .text = rows[i].cells[count]};
        gp_archi_heading heading = gp_read_archi_heading(cells, count);
        if (heading.kind != rows[i].kind) fail_msg("row %zu: kind %d", i, (int)heading.kind);
        assert_int_equal(heading.numbers[GP_ARCHI_ID], rows[i].id);
        assert_int_equal(heading.numbers[GP_ARCHI_TYPE], rows[i].type);
    }
}

/* ---- lists ---- */

static gp_status convert(gp_job *job, const char *const *names, size_t count,
                         const gp_read_options *options, gp_output *out)
{
    const gp_convert_options json = {.format = "json"};
    const gp_portfolio *portfolio;
    const gp_document *document;
    GP_TRY(gp_read_document(job, names, count, options, &portfolio, &document));
    return gp_convert(job, document, portfolio, NULL, &json, out);
}

/* The first is in UTF-8 with a mark and has commas, the next semicolons, the last tabs. */
static const char *const lists[] = {FOLDER "elements.csv", FOLDER "relations.csv",
                                    FOLDER "properties.csv"};

static const char expected[] =
    "{\n"
    "  \"title\": \"Stad\",\n"
    "  \"x-documentation\": \"Het model van de stad\",\n"
    "  \"status_date\": \"2026-01-05\",\n"
    "  \"x-model-id\": \"id-city\",\n\n"
    "  \"interventions\": [\n"
    "    {\"id\": \"id-desk\", \"name\": \"Loket\", \"x-documentation\": \"Alles aan een balie\", "
    "\"needed_by\": \"2026-11-01\",\n"
    "     \"requires\": [{\"any\": [{\"id\": \"id-team\", \"lag\": \"2w\"}, \"id-tool\"]}]}\n"
    "  ],\n\n"
    "  \"capabilities\": [\n"
    "    {\"id\": \"id-team\", \"name\": \"Team\", \"lead_time\": \"9mo\", \"scope\": "
    "\"general\"},\n"
    "    {\"id\": \"id-tool\", \"name\": \"Programma\", \"requires\": [\"id-team\"]}\n"
    "  ]\n"
    "}\n";

static void three_lists_make_a_model_in_any_order(void **state)
{
    static const uint8_t orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                        {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        gp_job *job = gp_job_new();
        gp_output out;
        const char *names[3];
        for (size_t n = 0; n < 3; n++) names[n] = lists[orders[i][n]];
        assert_int_equal(convert(job, names, 3, NULL, &out), GP_OK);
        assert_string_equal(out.text, expected);
        gp_job_free(job);
    }
}

/* Each is told at its own place, in the list that it stands in. */
static void what_is_left_out_is_told_where_it_stands(void **state)
{
    static const struct {
        uint16_t code;
        const char *list;
        uint32_t line, column;
    } told[] = {
        {125, FOLDER "elements.csv", 6, 1},    /* Facility */
        {125, FOLDER "relations.csv", 4, 1},   /* documentation */
        {125, FOLDER "relations.csv", 6, 1},   /* Assignment */
        {122, FOLDER "relations.csv", 7, 1},   /* from nowhere */
        {125, FOLDER "properties.csv", 5, 16}, /* L2 */
        {125, FOLDER "properties.csv", 9, 17}, /* of nobody */
    };
    const char *const names[] = {lists[2], lists[1], lists[0]};
    (void)state;
    for (size_t turn = 0; turn < 2; turn++) {
        gp_job *job = gp_job_new();
        gp_output out;
        uint32_t count, found = 0;
        assert_int_equal(convert(job, turn ? names : lists, 3, NULL, &out), GP_OK);
        const gp_finding *findings = gp_findings(job, &count);
        assert_int_equal(count, sizeof told / sizeof *told);
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t t = 0; t < count; t++)
                found += findings[i].code == told[t].code &&
                         findings[i].place.line == told[t].line &&
                         findings[i].place.column == told[t].column &&
                         strcmp(gp_source_name(job, findings[i].place.source), told[t].list) == 0;
        assert_int_equal(found, count);
        gp_job_free(job);
    }
}

/* Records are where their element is, requirements where their relationship is. */
static void places_are_those_of_the_lists(void **state)
{
    const char *const names[] = {lists[2], lists[1], lists[0]};
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    assert_int_equal(gp_read_files(job, names, 3, NULL, &p), GP_OK);
    assert_int_equal(p->requirement_count, 3);
    for (uint32_t i = 0; i < p->requirement_count; i++)
        assert_string_equal(gp_source_name(job, p->requirements[i].place.source), lists[1]);
    for (uint32_t i = 0; i < p->capability_count; i++)
        assert_string_equal(gp_source_name(job, p->capabilities[i].place.source), lists[0]);
    assert_int_equal(p->capabilities[0].place.line, 4);
    gp_job_free(job);
}

/* The options mean what they mean for an exchange file, and files of ours go with the lists. */
static void lists_go_with_options_and_with_our_files(void **state)
{
    const char *const names[] = {lists[0], "examples/minimal.json", lists[2], lists[1]};
    const gp_read_options options = {
        .status_date = 20458, .capability_types = "facility", .relation_types = "Assignment"};
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    assert_int_equal(gp_read_files(job, names, 4, &options, &portfolio), GP_OK);
    uint32_t room = gp_find_symbol(portfolio, "id-room");
    assert_int_not_equal(room, GP_NONE);
    assert_int_equal(portfolio->items[room].kind, GP_ITEM_CAPABILITY);
    assert_int_equal(portfolio->capabilities[portfolio->items[room].index].requires.count, 1);
    assert_int_not_equal(gp_find_symbol(portfolio, "co-browsing"), GP_NONE);
    gp_job_free(job);
}

/* Archi gives a row without an id one of its own; here its name is. Of two with one name the second
 * is left out, and so is a row that has neither. */
static void an_element_without_id_goes_by_its_name(void **state)
{
    static const char text[] = "ID;Type;Name;Documentation\n;Capability;Team;\n"
                               ";Capability;Tool;\n;Capability;Team;\n;Capability;;doc\n"
                               ";ArchimateModel;City;\n";
    const gp_read_options options = {.status_date = 20458};
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    uint32_t count;
    assert_int_equal(gp_read_text(job, "e.csv", text, sizeof text - 1, &options, &p), GP_OK);
    assert_int_equal(p->capability_count, 2);
    assert_string_equal(p->ids[p->capabilities[0].symbol], "Team");
    assert_string_equal(p->ids[p->capabilities[1].symbol], "Tool");
    assert_string_equal(p->title, "City");
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 2);
    assert_int_equal(findings[0].code, 122);
    assert_int_equal(findings[0].place.line, 4);
    assert_int_equal(findings[1].code, 122);
    assert_int_equal(findings[1].place.line, 5);
    gp_job_free(job);
}

/* A column of its own is a property; a cell with no heading above it is told, with its cell. */
static void cells_without_a_heading_are_told(void **state)
{
    static const char text[] = "ID;Type;Name;Documentation;;Kleur\n"
                               "a;Capability;A;;over;rood;more\n";
    const gp_read_options options = {.status_date = 20458};
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    gp_cell_place cell;
    char message[256];
    uint32_t count;
    assert_int_equal(gp_read_text(job, "e.csv", text, sizeof text - 1, &options, &p), GP_OK);
    const gp_finding *finding = gp_findings(job, &count);
    assert_int_equal(count, 1);
    gp_finding_message(finding, GP_ENGLISH, message, sizeof message);
    assert_non_null(strstr(message, "cells of type -: 2 left out, no heading stands above them"));
    assert_true(gp_find_cell(job, finding->place, NULL, &cell));
    assert_int_equal(cell.row, 2);
    assert_int_equal(cell.column, 5);
    gp_job_free(job);
}

/* Of a list without ids the names are the ids. */
static void a_list_of_names_is_read(void **state)
{
    const char *const name = FOLDER "gemma.csv";
    const gp_read_options options = {.status_date = 20458};
    (void)state;
    gp_job *job = gp_job_new();
    gp_output out;
    uint32_t count;
    assert_int_equal(convert(job, &name, 1, &options, &out), GP_OK);
    assert_non_null(strstr(out.text, "{\"id\": \"Balie\"}"));
    assert_non_null(strstr(out.text, "{\"id\": \"Zaakgericht werken\", \"x-documentation\": "
                                     "\"Alles van een zaak bij elkaar\", \"lead_time\": \"6mo\"}"));
    assert_int_equal(gp_findings(job, &count)->code, 125); /* the component */
    assert_int_equal(count, 1);
    gp_job_free(job);
}

static void memory_may_run_out_in_lists(void **state)
{
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        gp_job *job = job_with_a_finding();
        gp_output out;
        gp_fail_allocations_after(job, left);
        status = convert(job, lists, 3, NULL, &out);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_tell_what_a_list_is),
        cmocka_unit_test(three_lists_make_a_model_in_any_order),
        cmocka_unit_test(what_is_left_out_is_told_where_it_stands),
        cmocka_unit_test(places_are_those_of_the_lists),
        cmocka_unit_test(lists_go_with_options_and_with_our_files),
        cmocka_unit_test(an_element_without_id_goes_by_its_name),
        cmocka_unit_test(cells_without_a_heading_are_told),
        cmocka_unit_test(a_list_of_names_is_read),
        cmocka_unit_test(memory_may_run_out_in_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
