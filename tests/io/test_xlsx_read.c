/* SPDX-License-Identifier: MIT
 * Workbooks in, as Excel, LibreOffice and scripts write them: what each kind of cell means, sheets
 * that are somebody else's, what is broken, and what would unpack to too much. */
#include "core/job.h"
#include "groeipad/io.h"
#include "io/xlsx/zip_write.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- workbooks by hand ---- */

typedef struct part {
    const char *name, *text;
} part;

#define RELS                                                                                       \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define REL(id, type, target)                                                                      \
    "<Relationship Id=\"" id                                                                       \
    "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type          \
    "\" Target=\"" target "\"/>"
#define PACKAGE                                                                                    \
    {                                                                                              \
        "_rels/.rels", RELS REL("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>"    \
    }
#define OWN                                                                                        \
    {                                                                                              \
        "xl/_rels/workbook.xml.rels",                                                              \
            RELS REL("a", "worksheet", "worksheets/one.xml")                                       \
                REL("b", "worksheet", "/xl/worksheets/two.xml") REL("c", "sharedStrings", "s.xml") \
                    REL("d", "styles", "../xl/styles.xml") "</Relationships>"                      \
    }
#define BOOK(properties, sheets)                                                                   \
    {                                                                                              \
        "xl/workbook.xml", "<workbook xmlns=\"m\" xmlns:r=\"r\">" properties "<sheets>" sheets     \
                           "</sheets></workbook>"                                                  \
    }
#define STYLES                                                                                     \
    {                                                                                              \
        "xl/styles.xml",                                                                           \
            "<styleSheet><numFmts>"                                                                \
            "<numFmt numFmtId=\"164\" formatCode=\"[$-413]d\\ mmmm\\ yyyy;@\"/>"                   \
            "<numFmt numFmtId=\"165\" formatCode=\"0&quot; days&quot;\"/>"                         \
            "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/>"                                     \
            "<numFmt numFmtId=\"167\" formatCode=\"0.0\\ %\"/></numFmts>"                          \
            "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                   \
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"             \
            "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/><xf "                \
            "numFmtId=\"9\"/><xf numFmtId=\"167\"/></cellXfs>"                                     \
            "</styleSheet>"                                                                        \
    }
#define STRINGS                                                                                    \
    {                                                                                              \
        "xl/s.xml", "<sst><si><t>status_date</t></si><si><r><rPr><b/></rPr><t>Two </t></r><r>"     \
                    "<t xml:space=\"preserve\">runs_x000a_</t></r><rPh sb=\"0\" eb=\"1\">"         \
                    "<t>sound</t></rPh></si><si><t>_x005F_x0041_</t></si></sst>"                   \
    }
#define ONE "<sheet name=\"Blad 1\" sheetId=\"1\" r:id=\"a\"/>"
#define SHEET(rows)                                                                                \
    {                                                                                              \
        "xl/worksheets/one.xml", "<worksheet><sheetData>" rows "</sheetData></worksheet>"          \
    }
#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define HEAD "<row>" T("kind") T("id") T("value") T("needed by") T("name") "</row>"
#define STATUS "<row>" T("setting") "<c t=\"s\"><v>0</v></c>" T("2026-01-05") "</row>"

static gp_output zip(gp_job *job, const part *parts)
{
    gp_output out;
    gp_zip_writer *writer = gp_new_zip(job);
    assert_non_null(writer);
    for (; parts->name; parts++) {
        gp_buffer *content = gp_new_buffer(job);
        assert_non_null(content);
        gp_add_text(content, parts->text);
        assert_int_equal(gp_add_zip_file(writer, parts->name, content), GP_OK);
    }
    assert_int_equal(gp_finish_zip(writer, &out.text, &out.size), GP_OK);
    return out;
}

/* What a workbook says as JSON, with ' for "; or the message of its first error. */
static const char *meaning_of(gp_job *job, gp_output bytes, gp_language language)
{
    static char text[2000];
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = "json"};
    gp_output out;
    uint32_t count;
    gp_status status =
        gp_read_document_text(job, "p.xlsx", bytes.text, bytes.size, NULL, &portfolio, &document);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; status != GP_OK && i < count; i++)
        if (findings[i].severity == GP_ERROR) {
            gp_finding_message(&findings[i], language, text, sizeof text);
            return text;
        }
    assert_int_equal(status, GP_OK);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    cJSON *tree = cJSON_Parse(out.text);
    char *plain = cJSON_PrintUnformatted(tree);
    snprintf(text, sizeof text, "%s", plain);
    cJSON_free(plain);
    cJSON_Delete(tree);
    for (char *at = text; *at; at++)
        if (*at == '"') *at = '\'';
    return text;
}

static const char *meaning_of_rows(gp_job *job, const char *properties, const char *rows)
{
    char book[400], sheet[4000];
    snprintf(book, sizeof book, "<workbook xmlns:r=\"r\">%s<sheets>" ONE "</sheets></workbook>",
             properties);
    snprintf(sheet, sizeof sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
    const part parts[] = {
        PACKAGE, OWN,         {"xl/workbook.xml", book}, {"xl/worksheets/one.xml", sheet}, STYLES,
        STRINGS, {NULL, NULL}};
    return meaning_of(job, zip(job, parts), GP_ENGLISH);
}

/* ---- cells ---- */

static void cells_mean_what_they_show(void **state)
{
#define CAPABILITY "<row>" T("capability") T("c")
#define C(rest) ",'capabilities':[{'id':'c'" rest "}]}"
    static const struct {
        const char *properties, *rows, *rest;
    } cases[] = {
        /* days by a style of the file's own, a built-in one, ISO, as text; and counted from 1904 */
        {"", CAPABILITY "<c/><c s=\"2\"><v>46082</v></c></row>", C(",'needed_by':'2026-03-01'")},
        {"", CAPABILITY "<c/><c s=\"1\" t=\"n\"><v>46082</v></c></row>",
         C(",'needed_by':'2026-03-01'")},
        {"", CAPABILITY "<c/><c t=\"d\"><v>2026-03-01T00:00:00</v></c></row>",
         C(",'needed_by':'2026-03-01'")},
        {"", CAPABILITY "<c/>" T("1-3-2026") "</row>", C(",'needed_by':'2026-03-01'")},
        {"<workbookPr date1904=\"1\"/>", CAPABILITY "<c/><c s=\"1\"><v>44620</v></c></row>",
         C(",'needed_by':'2026-03-01'")},
        {"", CAPABILITY "<c/><c s=\"1\"><v>59</v></c></row>", C(",'needed_by':'1900-02-28'")},
        {"", CAPABILITY "<c/><c s=\"1\"><v>61</v></c></row>", C(",'needed_by':'1900-03-01'")},
        {"", CAPABILITY "<c/><c s=\"1\"><f>D1+1</f><v>46082</v></c></row>",
         C(",'needed_by':'2026-03-01'")},
        /* texts: runs, escapes, formulas, a place of their own, numbers and truths in a text */
        {"", CAPABILITY "<c r=\"E3\" t=\"s\"><v>1</v></c></row>", C(",'name':'Two runs\\n'")},
        {"", CAPABILITY "<c r=\"E3\" t=\"s\"><v>2</v></c></row>", C(",'name':'_x0041_'")},
        {"", CAPABILITY "<c r=\"E3\" t=\"str\"><f>A1</f><v>a_x0042_c</v></c></row>",
         C(",'name':'aBc'")},
        {"", CAPABILITY "<c r=\"E3\" t=\"str\"><f>A9</f><v></v></c></row>", C("")},
        {"", CAPABILITY "<c r=\"E3\"><v>0.10000000000000001</v></c></row>", C(",'name':'0.1'")},
        {"", CAPABILITY "<c r=\"E3\" s=\"3\"><v>12</v></c></row>", C(",'name':'12'")},
        {"", CAPABILITY "<c r=\"E3\" s=\"4\"><v>0.60416666666666663</v></c></row>",
         C(",'name':'14:30'")},
        {"", CAPABILITY "<c r=\"E3\" s=\"5\"><v>46082.604166666664</v></c></row>",
         C(",'name':'2026-03-01 14:30'")},
        {"", CAPABILITY "<c r=\"E3\" s=\"6\"><v>1</v></c></row>", C(",'name':'100%'")},
        {"", CAPABILITY "<c r=\"E3\" s=\"7\"><v>0.28999999999999998</v></c></row>",
         C(",'name':'29%'")},
        {"", CAPABILITY "<c r=\"E3\" t=\"b\"><v>1</v></c></row>", C(",'name':'true'")},
        {"",
         CAPABILITY "<c r=\"E3\" t=\"inlineStr\"><is><r><t>_xD83D__xDE80_</t></r></is></c></row>",
         C(",'name':'\xF0\x9F\x9A\x80'")},
        {"", CAPABILITY "<c r=\"E3\" t=\"s\"><v>99</v></c></row>", C("")},
        /* rows that are empty, or far apart */
        {"", "<row/><row r=\"900\">" T("capability") T("c") "</row><row><c s=\"1\"/></row>", C("")},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rows[3000], wanted[300];
        gp_job *job = gp_job_new();
        uint32_t count;
        snprintf(rows, sizeof rows, HEAD STATUS "%s", cases[i].rows);
        snprintf(wanted, sizeof wanted, "{'status_date':'2026-01-05'%s", cases[i].rest);
        assert_string_equal(meaning_of_rows(job, cases[i].properties, rows), wanted);
        gp_findings(job, &count);
        assert_int_equal(count, 0);
        gp_job_free(job);
    }
}

static void what_a_cell_lacks_is_told_where_it_is(void **state)
{
    static const struct {
        const char *rows, *message;
    } cases[] = {
        {CAPABILITY "<c/><c t=\"e\"><v>#N/A</v></c></row>",
         "Blad 1!D3: 'needed by' is '#N/A', expected a value: the formula in this cell fails"},
        {CAPABILITY "<c/><c><f>A1</f></c></row>",
         "Blad 1!D3: 'needed by' is '=...', expected its value: open the file in Excel or "
         "LibreOffice, and save it"},
        {CAPABILITY "<c/><c><f>A1</f><v></v></c></row>",
         "Blad 1!D3: 'needed by' is '=...', expected its"},
        {CAPABILITY "<c/><c s=\"5\"><v>46082.5</v></c></row>",
         "Blad 1!D3: 'needed by' is '2026-03-01 12:00', expected 2026-01-31 | 31-1-2026"},
        {CAPABILITY "<c/><c><v>46082</v></c></row>",
         "Blad 1!D3: 'needed by' is '46082', expected 2026-01-31 | 31-1-2026"},
        {CAPABILITY "<c/><c s=\"1\"><v>60</v></c></row>",
         "Blad 1!D3: 'needed by' is '60', expected 2026-01-31 | 31-1-2026"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char rows[3000];
        gp_job *job = gp_job_new();
        snprintf(rows, sizeof rows, HEAD STATUS "%s", cases[i].rows);
        const char *message = meaning_of_rows(job, "", rows);
        if (strncmp(message, cases[i].message, strlen(cases[i].message)) != 0)
            assert_string_equal(message, cases[i].message);
        gp_job_free(job);
    }
}

/* ---- sheets ---- */

static const char *first_warnings(gp_job *job)
{
    static char all[1000];
    uint32_t count;
    size_t at = 0;
    const gp_finding *findings = gp_findings(job, &count);
    all[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        at += gp_finding_message(&findings[i], GP_ENGLISH, all + at, sizeof all - at);
        at += (size_t)snprintf(all + at, sizeof all - at, "\n");
    }
    return all;
}

static void sheets_of_others_are_left_out_by_name(void **state)
{
    static const part parts[] = {
        PACKAGE,
        OWN,
        BOOK("", ONE "<sheet name=\"Lists\" r:id=\"b\"/>"
                     "<sheet name=\"Old\" r:id=\"b\" state=\"veryHidden\"/>"
                     "<sheet name=\"Chart\" r:id=\"none\"/>"),
        SHEET("<row>" T("Our plan, by us") "</row>" HEAD STATUS CAPABILITY
                                           "<c/><c/><c/>" T("a note") "</row>"),
        {"xl/worksheets/two.xml",
         "<worksheet><sheetData><row>" T("Item") T("Date") T("Type") "</row><row>" T(
             "1") "</row></sheetData>"
                  "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>"},
        STRINGS,
        STYLES,
        {NULL, NULL}};
    (void)state;
    gp_job *job = gp_job_new();
    assert_string_equal(meaning_of(job, zip(job, parts), GP_ENGLISH),
                        "{'status_date':'2026-01-05','capabilities':[{'id':'c'}]}");
    assert_string_equal(first_warnings(job),
                        "cells of type Blad 1: 1 left out, no heading stands above them\n"
                        "rows of type Lists: 2 left out, the headings of that sheet are not a "
                        "portfolio's\n"
                        "hidden sheets of type Old: 1 left out, nobody sees it\n");
    gp_job_free(job);
}

/* Columns that tell no kind: then what the sheet is called does. */
static void a_sheet_is_what_it_is_called(void **state)
{
    static const part parts[] = {
        PACKAGE,
        OWN,
        BOOK("",
             "<sheet name=\"Capabilities\" r:id=\"a\"/><sheet name=\"Instellingen\" r:id=\"b\"/>"),
        SHEET("<row>" T("id") T("naam") T("vereist") "</row><row>" T("c") T("C")
                  T("d") "</row>"
                         "<row>" T("d") T("D") "</row>"),
        {"xl/worksheets/two.xml",
         "<worksheet><sheetData><row>" T("id") T("waarde") "</row><row>" T(
             "status_date") "<c s=\"1\"><v>46027</v></c></row></sheetData>"
                            "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>"},
        STYLES,
        {NULL, NULL}};
    (void)state;
    gp_job *job = gp_job_new();
    assert_string_equal(meaning_of(job, zip(job, parts), GP_ENGLISH),
                        "{'status_date':'2026-01-05','capabilities':[{'id':'c','name':'C',"
                        "'requires':['d']},{'id':'d','name':'D'}]}");
    assert_string_equal(first_warnings(job), "merged cells of type Instellingen: 1 left out, of "
                                             "several rows only the first has the value\n");
    gp_job_free(job);
}

/* ---- broken ---- */

static void what_is_broken_is_told(void **state)
{
    static const struct {
        part parts[8];
        const char *message;
    } cases[] = {
        {{{"a.txt", "x"}}, "not well formed: an archive without a workbook in it, expected"},
        {{PACKAGE}, "not well formed: xl/_rels/workbook.xml.rels is not there, expected"},
        {{PACKAGE, OWN}, "not well formed: xl/workbook.xml is not there, expected"},
        {{PACKAGE, OWN, BOOK("", ONE)}, "not well formed: xl/worksheets/one.xml is not there"},
        {{PACKAGE, OWN, BOOK("", ONE), SHEET("<row>\n<c></row>")},
         "not well formed: </row>, line 2 of xl/worksheets/one.xml, expected </c>"},
        {{PACKAGE, OWN, BOOK("", ONE), SHEET("<row>" T("High") "</row>")},
         "not well formed: no sheet with the headings of a portfolio, expected a row with"},
        {{PACKAGE, OWN, BOOK("", "")}, "not well formed: no sheet with the headings"},
        {{PACKAGE,
          OWN,
          {"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook>&b;</workbook>"}},
         "not well formed: a DOCTYPE with an ENTITY, line 1 of xl/workbook.xml, expected"},
        {{PACKAGE, OWN, BOOK("", ONE), SHEET("<row r=\"1048577\"/>")},
         "not well formed: more than 1048576 rows"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        const char *message = meaning_of(job, zip(job, cases[i].parts), GP_ENGLISH);
        if (strncmp(message, cases[i].message, strlen(cases[i].message)) != 0)
            assert_string_equal(message, cases[i].message);
        uint32_t count;
        assert_int_equal(gp_findings(job, &count)->place.line, 1);
        gp_job_free(job);
    }
}

static const part good[] = {PACKAGE, OWN,    BOOK("", ONE), SHEET(HEAD STATUS),
                            STRINGS, STYLES, {NULL, NULL}};

/* Wherever the archive is cut, or a byte of it is another, there is an error or the same portfolio.
 */
static void archives_may_be_damaged(void **state)
{
    (void)state;
    gp_job *made = gp_job_new();
    gp_output whole = zip(made, good);
    char *copy = malloc(whole.size);
    assert_non_null(copy);
    for (size_t at = 4; at < whole.size; at += 7) {
        gp_job *job = gp_job_new();
        const gp_portfolio *portfolio;
        uint32_t count;
        gp_status status = gp_read_text(job, "p.xlsx", whole.text, at, NULL, &portfolio);
        assert_int_equal(status, GP_INVALID);
        assert_int_equal(gp_findings(job, &count)->code, 101);
        gp_job_free(job);
        memcpy(copy, whole.text, whole.size);
        copy[at] ^= 0x15;
        job = gp_job_new();
        status = gp_read_text(job, "p.xlsx", copy, whole.size, NULL, &portfolio);
        gp_findings(job, &count);
        assert_true(status == GP_OK || count > 0);
        gp_job_free(job);
    }
    free(copy);
    gp_job_free(made);
}

/* 2 bits for each 258 blanks: what deflate can do best. */
#define BOMB_START "\xED\xC1\x81\0\0\0\0\xC3\x20\x95\xF9\x53\x1E\xE4\x55\x01"

static void put_number(char *at, uint32_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++, number >>= 8) at[i] = (char)(number & 0xFF);
}

/* An archive whose workbook.xml unpacks to some `count` kB of blanks, and says that it is 9 bytes.
 */
static gp_output make_bomb(gp_job *job, size_t count)
{
    gp_zip_writer *writer = gp_new_zip(job);
    const part parts[] = {PACKAGE, OWN};
    gp_output out;
    for (size_t i = 0; i < 3; i++) {
        gp_buffer *content = gp_new_buffer(job);
        assert_non_null(content);
        if (i < 2) gp_add_text(content, parts[i].text);
        if (i == 2) gp_add_bytes(content, BOMB_START, sizeof BOMB_START - 1);
        for (size_t k = 0; i == 2 && k < count; k++) gp_add_bytes(content, "", 1);
        if (i == 2) gp_add_bytes(content, "\x2F\x06", 2);
        const char *name = i < 2 ? parts[i].name : "xl/workbook.xml";
        assert_int_equal(gp_store_zip_file(writer, name, content), GP_OK);
    }
    assert_int_equal(gp_finish_zip(writer, &out.text, &out.size), GP_OK);
    char *bytes = (char *)(uintptr_t)out.text;
    for (size_t at = 0; at + 30 < out.size; at++) {
        size_t shift = memcmp(bytes + at, "PK\1\2", 4) == 0 ? 2 : 0;
        bool is_header = shift || memcmp(bytes + at, "PK\3\4", 4) == 0;
        const char *name = bytes + at + (shift ? 46 : 30);
        if (!is_header || memcmp(name, "xl/workbook.xml", 15) != 0) continue;
        put_number(bytes + at + 8 + shift, 8, 2); /* deflated */
        put_number(bytes + at + 22 + shift, 9, 4);
    }
    return out;
}

static void what_unpacks_to_too_much_is_refused(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    assert_string_equal(meaning_of(job, make_bomb(job, 2906), GP_ENGLISH),
                        "not well formed: it unpacks to more than 256 MB, or to 500 times its "
                        "size, expected a workbook of people");
    gp_job_free(job);
    job = gp_job_new(); /* less than 1 MB may be packed so well; it is no XML */
    assert_string_equal(meaning_of(job, make_bomb(job, 500), GP_ENGLISH),
                        "not well formed: a broken zip archive, expected a whole one: copy or "
                        "download the file again");
    gp_job_free(job);
}

/* ---- there and back ---- */

static void portfolios_go_there_and_back(void **state)
{
    static const json_taste tastes[] = {
        {.is_tabular = true},
        {.is_tabular = true, .has_own_keys = true},
        {.is_tabular = true, .has_own_keys = true, .has_odd_texts = true}};
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        cJSON *portfolio = random_json(seed, &tastes[seed % 3]);
        check_round_trip(portfolio, "p.xlsx", "xlsx");
        cJSON_Delete(portfolio);
    }
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    gp_job *made = gp_job_new();
    gp_output whole = zip(made, good);
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        gp_fail_allocations_after(job, left);
        status = gp_read_text(job, "p.xlsx", whole.text, whole.size, NULL, &portfolio);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
    gp_job_free(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_mean_what_they_show),
        cmocka_unit_test(what_a_cell_lacks_is_told_where_it_is),
        cmocka_unit_test(sheets_of_others_are_left_out_by_name),
        cmocka_unit_test(a_sheet_is_what_it_is_called),
        cmocka_unit_test(what_is_broken_is_told),
        cmocka_unit_test(archives_may_be_damaged),
        cmocka_unit_test(what_unpacks_to_too_much_is_refused),
        cmocka_unit_test(portfolios_go_there_and_back),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("xlsx_read", tests, NULL, NULL);
}
