/* SPDX-License-Identifier: MIT
 * Is XML read safely? Entities are refused where they are defined, nothing outside is opened,
 * nesting is bounded, and every element and every mistake has its line and column, whatever the
 * size of the pieces that come in. */
#include "io/xml/xml_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/xml"

/* What came in, as one text: "name@line:column", "@name=value", "[text]", "/". */
typedef struct heard {
    char text[4096];
    const char *stop_at; /* an element after which the handler wants no more */
} heard;

static void hear(heard *h, const char *format, const char *name, const char *value)
{
    size_t used = strlen(h->text);
    snprintf(h->text + used, sizeof h->text - used, format, name, value);
}

static gp_status start(void *state, gp_xml *xml, const gp_xml_element *element)
{
    heard *h = state;
    char place[64];
    snprintf(place, sizeof place, "%u:%u", element->spot.line, element->spot.column);
    hear(h, "%s@%s ", element->name, place);
    for (size_t i = 0; i < element->attribute_count; i++)
        hear(h, "@%s=%s ", element->attributes[i].name, element->attributes[i].value);
    if (h->stop_at && strcmp(h->stop_at, element->name) == 0) gp_xml_stop(xml);
    return GP_OK;
}

static gp_status end(void *state, const char *name, const char *text)
{
    hear(state, "[%.0s%s] ", name, text);
    return GP_OK;
}

static bool read_pieces(gp_job *job, const char *text, size_t size, size_t piece, heard *h)
{
    gp_input input;
    bool is_whole = false;
    const gp_xml_handler handler = {start, end, h};
    assert_int_equal(gp_open_text(job, "test.xml", text, size, piece, &input), GP_OK);
    assert_int_equal(gp_read_xml(job, &input, &handler, &is_whole), GP_OK);
    gp_close_input(&input);
    return is_whole;
}

static const struct {
    const char *xml, *expected;
} well_formed[] = {
    {"<a/>", "a@1:1 [] "},
    {"\xEF\xBB\xBF<a>\n  <b c='1' d=\"&lt;&#233;\"/>t</a>",
     "a@1:1 b@2:3 @c=1 @d=<\xC3\xA9 [] [t] "},
    {"<a>\xC3\xA9\xC3\xA9<b\n x='1'\n y='2'>in</b></a>", "a@1:1 b@1:6 @x=1 @y=2 [in] [] "},
    {"<?xml version='1.0' encoding='utf-8'?><!-- < --><p:a xmlns:p='s' p:q='r'/>",
     "a@1:49 @q=r [] "},
    {"<!DOCTYPE a [<!ELEMENT a ANY>]><a><![CDATA[<x>]]>&amp;</a>", "a@1:32 [<x>&] "},
};

static void elements_and_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof well_formed / sizeof *well_formed; i++)
        for (size_t piece = 1; piece < 70; piece += 7) {
            heard h = {.text = ""};
            gp_job *job = gp_job_new();
            const char *xml = well_formed[i].xml;
            assert_true(read_pieces(job, xml, strlen(xml), piece, &h));
            assert_string_equal(h.text, well_formed[i].expected);
            gp_job_free(job);
        }
}

static const struct {
    const char *xml;
    unsigned line, column;
    const char *message;
} broken[] = {
    {"", 1, 1, "the file has no element"},
    {"plain text", 1, 1, "the file has no element"},
    {"<a>\n  <b></c></a>", 2, 10, "</c>, expected </b>"},
    {"<a>\n\n", 3, 1, "the end of the file"},
    {"<a>&unknown;</a>", 1, 13, "an unknown entity"},
    {"<a>x & y</a>", 1, 7, "no name"},
    {"<a x='1' x='2'/>", 1, 15, "an attribute twice"},
    {"<a x='<'/>", 1, 7, "'<' in an attribute"},
    {"<a>\xFF</a>", 1, 4, "a character that XML does not know"},
    {"<!DOCTYPE a [\n<!ENTITY b 'c'>]><a>&b;</a>", 2, 15, "a DOCTYPE with an ENTITY"},
    {"<!DOCTYPE a [<!ENTITY % b 'c'>]><a/>", 1, 30, "a DOCTYPE with an ENTITY"},
    {"<!DOCTYPE a SYSTEM 'b.dtd'><a>&b;</a>", 1, 34, "an unknown entity"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 1, 1, "another encoding"},
};

static void mistakes_and_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        heard h = {.text = ""};
        gp_job *job = gp_job_new();
        char message[256];
        uint32_t count;
        assert_false(read_pieces(job, broken[i].xml, strlen(broken[i].xml), 4096, &h));
        const gp_finding *findings = gp_findings(job, &count);
        assert_int_equal(count, 1);
        gp_finding_message(findings, GP_ENGLISH, message, sizeof message);
        if (!strstr(message, broken[i].message) || findings->place.line != broken[i].line ||
            findings->place.column != broken[i].column)
            fail_msg("%s: %u:%u %s", broken[i].xml, (unsigned)findings->place.line,
                     (unsigned)findings->place.column, message);
        gp_job_free(job);
    }
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    enum { DEEP = 200 };
    char xml[4 * DEEP + 1] = "";
    for (int i = 0; i < DEEP; i++) strcat(xml, "<a>");
    heard h = {.text = ""};
    gp_job *job = gp_job_new();
    uint32_t count;
    assert_false(read_pieces(job, xml, strlen(xml), 64, &h));
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_int_equal(findings->place.column, 3 * GP_XML_DEPTH_MAX + 1);
    gp_job_free(job);
}

/* libxml2 compares each attribute of a tag with all others. What looks like attributes in a
 * comment, a CDATA section, an instruction or a value is none. */
static void attributes_are_bounded(void **state)
{
    (void)state;
    static const char *const others[] = {"<a>%s</a>",       "<a><!-- <b %s --></a>",
                                         "<a><?b %s?></a>", "<a><![CDATA[<b '%s]]></a>",
                                         "<a b='%s'/>",     "<a b=\"'%s\"/>"};
    static char text[1 << 17], many[1 << 16];
    for (int i = 0; i < 6000; i++) strcat(many + i * 3, " b=");
    for (size_t piece = 100; piece <= 100000; piece *= 1000) {
        for (int count = 5000; count <= 5001; count++) {
            gp_job *job = gp_job_new();
            heard h = {0};
            uint32_t found;
            size_t size = (size_t)sprintf(text, "<a>\n<b");
            for (int i = 1; i <= count; i++)
                size += (size_t)sprintf(text + size, " c%d='%s'", i, "=");
            size += (size_t)sprintf(text + size, "/></a>");
            assert_int_equal(read_pieces(job, text, size, piece, &h), count == 5000);
            const gp_finding *findings = gp_findings(job, &found);
            assert_int_equal(found, count - 5000);
            if (found) assert_int_equal(findings[0].code, 101);
            if (found) assert_int_equal(findings[0].place.line, 2);
            gp_job_free(job);
        }
        for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
            gp_job *job = gp_job_new();
            heard h = {0};
            int size = snprintf(text, sizeof text, others[i], many);
            assert_true(read_pieces(job, text, (size_t)size, piece, &h));
            gp_job_free(job);
        }
    }
}

static void a_handler_can_stop(void **state)
{
    (void)state;
    heard h = {.text = "", .stop_at = "b"};
    gp_job *job = gp_job_new();
    uint32_t count;
    assert_false(read_pieces(job, "<a><b/><c/></a>", 15, 64, &h));
    assert_string_equal(h.text, "a@1:1 b@1:4 ");
    gp_findings(job, &count);
    assert_int_equal(count, 0);
    gp_job_free(job);
}

/* ---- files that attack a reader ---- */

static char *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = malloc(1 << 20);
    assert_non_null(text);
    *size = fread(text, 1, 1 << 20, file);
    fclose(file);
    return text;
}

static void entity_files_are_refused(void **state)
{
    (void)state;
    DIR *folder = opendir(FOLDER);
    if (!folder) {
        print_message("skipped: there is no " FOLDER "\n");
        skip();
    }
    int refused = 0, seen = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strstr(entry->d_name, ".xml")) continue;
        char path[512];
        size_t size;
        snprintf(path, sizeof path, FOLDER "/%s", entry->d_name);
        char *text = read_all(path, &size);
        heard h = {.text = ""};
        gp_job *job = gp_job_new();
        bool is_whole = read_pieces(job, text, size, 512, &h);
        text[size] = '\0';
        bool is_attack = strstr(text, "<!ENTITY") != NULL;
        if (is_whole == is_attack) fail_msg("%s: %s", path, is_whole ? "read" : "refused");
        refused += is_attack;
        seen++;
        gp_job_free(job);
        free(text);
    }
    closedir(folder);
    assert_true(seen >= 10 && refused >= 6);
}

/* libxml2 2.9 crashes on the second and the third, whatever comes behind them. */
static void other_bytes_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
    } rows[] = {{"<\0a\0/\0>\0", 8}, {"<\0\0\0a\0\0\0", 8}, {"\x4C\x6F\xA7\x94\x93", 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t piece = 1; piece < 10; piece++) {
            gp_job *job = gp_job_new();
            heard h = {{0}, NULL};
            uint32_t count;
            assert_false(read_pieces(job, rows[i].bytes, rows[i].size, piece, &h));
            const gp_finding *findings = gp_findings(job, &count);
            assert_int_equal(count, 1);
            assert_int_equal(findings[0].code, 101);
            gp_job_free(job);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_and_places),      cmocka_unit_test(mistakes_and_places),
        cmocka_unit_test(nesting_is_bounded),       cmocka_unit_test(a_handler_can_stop),
        cmocka_unit_test(attributes_are_bounded),   cmocka_unit_test(other_bytes_are_refused),
        cmocka_unit_test(entity_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
