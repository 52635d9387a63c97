/* SPDX-License-Identifier: MIT
 * Files of other programs: each gets one sentence that says what it is, whatever it is called and
 * however it comes in; and what is a portfolio is not taken for one of them. */
#include "core/job.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT(literal) (literal), sizeof(literal) - 1
#define ZIP "PK\3\4\24\0\0\0\0\0"
#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"

static gp_status read_text(gp_job *job, const char *name, const char *text, size_t size)
{
    const gp_portfolio *portfolio;
    return gp_read_text(job, name, text, size, NULL, &portfolio);
}

static const char *only_message(gp_job *job, gp_language language)
{
    static char message[600];
    uint32_t count;
    const gp_finding *finding = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_int_equal(finding->code, 805);
    assert_true(gp_finding_message(finding, language, message, sizeof message) < sizeof message);
    return message;
}

static void each_is_known_for_what_it_is(void **state)
{
    static const struct {
        const char *name, *text;
        size_t size;
        const char *is;
    } cases[] = {
        {"a.csv", TEXT(ZIP "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
         "a spreadsheet of LibreOffice (.ods); save it as"},
        {"a.odt", TEXT(ZIP "mimetypeapplication/vnd.oasis.opendocument.text"),
         "a document of LibreOffice; "},
        {"-", TEXT(ZIP "[Content_Types].xml word/document.xml"), "a document of Word (.docx); "},
        {"m.archimate", TEXT(ZIP "model.xml"),
         "a model of Archi with images (.archimate); export the exchange format: in Archi, File > "
         "Export > Open Exchange File"},
        {"plan.mpp", TEXT(COMPOUND "MSProject.MPP12"), "a plan of MS Project (.mpp); save it in"},
        {"-", TEXT(COMPOUND "T\0B\0k\0n\0d\0T\0a\0s\0k\0"), "a plan of MS Project (.mpp); "},
        {"a.csv", TEXT(COMPOUND "W\0o\0r\0k\0b\0o\0o\0k\0"), "a workbook of an older Excel (.xls)"},
        {"a", TEXT(COMPOUND "nothing"), "a file of an older Microsoft program"},
        {"a.xlsx", TEXT(COMPOUND "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
         "a document of Office with a password; save it without"},
        {"a.json", TEXT("\xFF\xFE{\0}\0"), "text in UTF-16; save it as UTF-8"},
        {"a.json", TEXT("\xFE\xFF\0{\0}"), "text in UTF-16; "},
        {"a.json", TEXT("{\0\"\0"), "text in UTF-16; "},
        {"a.json", TEXT("\0{\0\""), "text in UTF-16; "},
        {"a.json", TEXT("\xFF\xFE\0\0{\0\0\0"), "text in UTF-32; "},
        {"a.json.gz", TEXT("\x1F\x8B\x08"), "a file packed by gzip; unpack it first"},
        {"a.pdf", TEXT("%PDF-1.7\n"), "a PDF document; give the portfolio"},
        {"a.gprisk",
         TEXT("groeipad part 1\n\5"
              "0.1.0\xFF"),
         "a part of a run of groeipad risk (.gprisk); add the parts up: groeipad risk --merge "},
        {"a.pod", TEXT("\xAC\xED\0\x05sr"), "a plan of ProjectLibre (.pod); save it there"},
        {"plan.xer", TEXT("ERMHDR\t19.12\n"), "a plan of Primavera P6 (.xer); export it"},
        {"plan.csv", TEXT("ERMHDR\t19.12\n"), "a plan of Primavera P6 (.xer); "},
        {"a.json", TEXT("{\\rtf1 hello}"), "a text document (.rtf); "},
        {"a.dot", TEXT("graph LR;\n  a --> b\n"), "a diagram of Mermaid; that is written only"},
        {"-", TEXT("\n  @startuml\n"), "a diagram of PlantUML; that is written only"},
        {"-", TEXT("BEGIN:VCALENDAR\r\n"), "a calendar (.ics); that is written only"},
        {"a.gan", TEXT("<?xml version='1.0'?><!-- > --><project view-date='x'/>"),
         "a plan of GanttProject (.gan); export it"},
        {"a.xml", TEXT("<project name='a'><tasks/></project>"), "a plan of GanttProject (.gan); "},
        {"a.planner", TEXT("<project mrproject-version='2'><tasks/></project>"),
         "a plan of GNOME Planner; "},
        {"build.xml", TEXT("<project name='a'/>"),
         "XML with <project> as its root, in no namespace; of XML are read: ArchiMate"},
        {"a.xml", TEXT("<!DOCTYPE x [<!ELEMENT x ANY>]>\n<x:y a='1' xmlns:x = 'urn:z'/>"),
         "XML with <y> as its root, in the namespace 'urn:z'; "},
        {"a.xml", TEXT("<Project/>"), "XML with <Project> as its root, in no namespace; "},
        {"a.graphml", TEXT("<gexf/>"), "a graph of Gephi (.gexf); export it as GraphML"},
        {"a.bpmn", TEXT("<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'/>"),
         "a process model (BPMN); "},
        {"-", TEXT("<!DOCTYPE html>\n<html><body>Sign in</body></html>"), "a web page (HTML); "},
        {"a.json", TEXT("{\"name\": \"}{\\\"\", \"dependencies\": {\"a\": [1, 2]}}"),
         "a package.json of npm; "},
        {"a.json", TEXT("{\"nodes\": [], \"edges\": []}"), "a graph as JSON; export it as GraphML"},
        {"a.json", TEXT("{\"groeipad\": 1, \"command\": \"gaps\", \"status_date\": \"x\"}"),
         "an answer of groeipad's own; give the portfolio"},
        {"a.json", TEXT("{\"title\": \"x\", \"a\": 1, \"b\": {}}"),
         "JSON with the keys 'title', 'a', 'b'; a portfolio has"},
        {"a.json", TEXT(" [{\"id\": 1}]"), "a list in JSON; a portfolio is an object"},
        {"a.csv", TEXT("[1]"), "a list in JSON; "},
        {"a.json", TEXT(" \n\t"), "an empty file; 'groeipad init' writes one"},
        {"a.csv", TEXT(""), "an empty file; "},
        {"notes.txt", TEXT("hello"), "text that looks like no format that is read; if it is one"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char start[300];
        gp_job *job = gp_job_new();
        assert_int_equal(read_text(job, cases[i].name, cases[i].text, cases[i].size), GP_INVALID);
        snprintf(start, sizeof start, "'%s' is %s", cases[i].name, cases[i].is);
        const char *message = only_message(job, GP_ENGLISH);
        if (strncmp(message, start, strlen(start)) != 0) assert_string_equal(message, start);
        assert_true(strncmp(only_message(job, GP_DUTCH), start, strlen(start)) != 0);
        gp_job_free(job);
    }
}

/* What is wrong in a portfolio, the reader says. */
static void portfolios_are_not_taken_for_foreign(void **state)
{
    static const struct {
        const char *name, *text;
    } cases[] = {
        {"a.json", "{}"},
        {"a.json", "{\"title\": \"x\"}"},
        {"a.json", "{\"title\": \"x\", \"x-dependencies\": []}"},
        {"a.json", "{\"dependencies\": {}, \"capabilities\": []}"},
        {"a.json", "{\"nodes\": [], \"edges\": ["},
        {"a.json", "{\"a\" 1}"},
        {"a.json", "hello"},
        {"a.yaml", "{a: 1}"},
        {"a.graphml", "<graphml/>"},
        {"a.mspdi", "<Project/>"},
        {"a.xml", "<"},
        {"a.xml", "<!DOCTYPE x"},
        {"a.xml", "<!-- <project/>"},
        {"a.dot", "graph LR { a -- b }"},
        {"a.csv", "hello;you\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_job *job = gp_job_new();
        uint32_t count;
        read_text(job, cases[i].name, cases[i].text, strlen(cases[i].text));
        const gp_finding *findings = gp_findings(job, &count);
        if (count && findings->code == 805) assert_string_equal(cases[i].text, "no GP805");
        gp_job_free(job);
    }
}

static void the_user_may_know_better_but_of_bytes(void **state)
{
    static const gp_read_options json = {.status_date = GP_NO_DAY, .format = "json"};
    const gp_portfolio *portfolio;
    uint32_t count;
    (void)state;
    gp_job *job = gp_job_new();
    gp_read_text(job, "a.xml", TEXT("{\"dependencies\": {}}"), &json, &portfolio);
    assert_int_equal(gp_findings(job, &count)->code, 104);
    gp_job_free(job);
    job = gp_job_new();
    assert_int_equal(gp_read_text(job, "a.json", TEXT("%PDF-1.7"), &json, &portfolio), GP_INVALID);
    only_message(job, GP_ENGLISH);
    gp_job_free(job);
}

/* Keys of a portfolio that come late are found, keys of others that go on as well. */
static void a_long_text_is_judged_whole(void **state)
{
    enum { FILLER = 700 << 10 };
    static const char *const ends[] = {"\", \"capabilities\": []}", "\", \"edges\": []}"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char *text = malloc(FILLER + 100);
        assert_non_null(text);
        size_t size = (size_t)snprintf(text, 100, "{\"nodes\": \"");
        memset(text + size, 'a', FILLER);
        size += FILLER;
        size += (size_t)snprintf(text + size, 80, "%s", ends[i]);
        gp_job *job = gp_job_new();
        uint32_t count;
        assert_int_equal(read_text(job, "a.json", text, size), GP_INVALID);
        assert_int_equal(gp_findings(job, &count)->code, i ? 805 : 104);
        gp_job_free(job);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_known_for_what_it_is),
        cmocka_unit_test(portfolios_are_not_taken_for_foreign),
        cmocka_unit_test(the_user_may_know_better_but_of_bytes),
        cmocka_unit_test(a_long_text_is_judged_whole),
    };
    return cmocka_run_group_tests_name("foreign", tests, NULL, NULL);
}
