/* SPDX-License-Identifier: MIT
 * Workbooks out: what each kind of value becomes in a cell, what a cell cannot hold, and that the
 * bytes depend on the portfolio alone. */
#include "core/job.h"
#include "groeipad/io.h"
#include "io/xlsx/zip_read.h"
#include "io/xlsx/zip_write.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char portfolio_text[] =
    "{\"status_date\": \"2026-01-05\", \"title\": \"A & B <c>\",\n"
    " \"interventions\": [{\"id\": \"i\", \"start\": \"2026-03-01\", \"progress\": 12,\n"
    "   \"needed_by\": \"1899-12-31\", \"name\": \"=1+1\", \"x-note\": \"_x0041_ \\u0001 "
    "\\uffff\",\n"
    "   \"requires\": [{\"id\": \"c\", \"level\": 2}]}],\n"
    " \"capabilities\": [{\"id\": \"c\", \"lead_time\": \"2mo\", \"name\": \"a\\nb\\r\"}]}";

static gp_output write_text(gp_job *job, const char *text, size_t size, gp_language language)
{
    const gp_portfolio *portfolio;
    const gp_document *document;
    const gp_convert_options options = {.format = "xlsx", .language = language};
    gp_output out = {NULL, 0};
    assert_int_equal(gp_read_document_text(job, "p.json", text, size, NULL, &portfolio, &document),
                     GP_OK);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &out), GP_OK);
    return out;
}

/* All that is in an archive, one file after the other. Free it. */
static char *unpack(gp_output bytes)
{
    gp_job *job = gp_job_new();
    gp_input whole;
    gp_zip *zip;
    size_t size = 0;
    char *all = calloc(1, 1 << 20);
    assert_non_null(all);
    assert_int_equal(gp_open_text(job, "p.xlsx", bytes.text, bytes.size, GP_WINDOW_SIZE, &whole),
                     GP_OK);
    assert_int_equal(gp_open_zip(&whole, &zip), GP_OK);
    assert_non_null(zip);
    for (int64_t i = 0; i < gp_zip_count(zip); i++) {
        gp_input part;
        assert_int_equal(gp_open_in_zip(zip, i, &part), GP_OK);
        assert_int_equal(gp_read_rest(&part), GP_OK);
        assert_true(size + part.size < 1 << 20);
        memcpy(all + size, part.window, part.size);
        size += part.size;
        gp_close_in_zip(zip, &part);
    }
    gp_close_zip(zip);
    gp_close_input(&whole);
    gp_job_free(job);
    return all;
}

static void values_have_their_type(void **state)
{
    static const char *const pieces[] = {
        "<sheet name=\"Interventions\" sheetId=\"2\" r:id=\"rId2\"/>",
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:T2\"/>",
        ">'Interventions'!$A$1:$T$2</definedName>",
        "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">id</t></is></c>",
        "<c r=\"E2\" s=\"3\"><v>46082</v></c>", /* 2026-03-01 */
        "<c r=\"H2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">1899-12-31</t></is></c>",
        "<c r=\"L2\"><v>12</v></c>",
        "<c r=\"B2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c>",
        ">_x005F_x0041_ _x0001_ _xFFFF_</t>",
        ">A &amp; B &lt;c&gt;</t>",
        ">a\nb&#13;</t>",
        "<c r=\"C2\"><v>2</v></c>",             /* the level that is required */
        "<c r=\"C2\" s=\"3\"><v>46027</v></c>", /* the status date, a setting */
    };
    (void)state;
    gp_job *job = gp_job_new();
    uint32_t count;
    gp_output out = write_text(job, portfolio_text, sizeof portfolio_text - 1, GP_ENGLISH);
    char *all = unpack(out);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        if (!strstr(all, pieces[i])) assert_string_equal(pieces[i], "(is in the workbook)");
    free(all);
    gp_findings(job, &count);
    assert_int_equal(count, 0);
    gp_job_free(job);
}

static void headings_are_in_the_language(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_output out = write_text(job, portfolio_text, sizeof portfolio_text - 1, GP_DUTCH);
    char *all = unpack(out);
    assert_non_null(strstr(all, "<sheet name=\"Interventies\""));
    assert_non_null(strstr(all, ">nodig op</t>"));
    assert_non_null(strstr(all, ">instelling</t>"));
    free(all);
    gp_job_free(job);
}

static void the_bytes_are_the_portfolios(void **state)
{
    (void)state;
    gp_job *job = gp_job_new(), *other = gp_job_new();
    gp_output out = write_text(job, portfolio_text, sizeof portfolio_text - 1, GP_ENGLISH);
    gp_output again = write_text(other, portfolio_text, sizeof portfolio_text - 1, GP_ENGLISH);
    assert_int_equal(out.size, again.size);
    assert_memory_equal(out.text, again.text, out.size);
    assert_memory_equal(out.text, "PK\3\4\24\0\0\10\10\0\0\0\41\0", 14); /* no time, one date */
    gp_job_free(job);
    gp_job_free(other);
}

/* Texts of every kind come out of the archive as they went in, and those that repeat are small. */
static void what_is_packed_comes_back(void **state)
{
    enum { SIZE = 100000 };
    static char text[SIZE + 1];
    (void)state;
    for (int kind = 0; kind < 5; kind++) {
        uint32_t random = 1;
        for (size_t i = 0; i < SIZE; i++) {
            random = random * 1664525 + 1013904223;
            const unsigned char noise = (unsigned char)(random >> 24 | 1);
            switch (kind) {
            case 0: text[i] = 'a'; break;
            case 1: text[i] = (char)noise; break;
            case 2: text[i] = (char)('a' + i % 7 + i / 40000); break;
            case 3: text[i] = i < SIZE / 2 ? (char)noise : text[i - 32768 + i % 2]; break;
            default: text[i] = i % 300 ? text[i - 1] : (char)noise;
            }
        }
        for (size_t size = kind ? SIZE : 0; size <= SIZE; size += size < 300 ? 1 : SIZE / 3) {
            gp_job *job = gp_job_new();
            gp_output out;
            gp_zip_writer *zip = gp_new_zip(job);
            gp_buffer *content = gp_new_buffer(job);
            gp_add_bytes(content, text, size);
            assert_int_equal(gp_add_zip_file(zip, "a", content), GP_OK);
            assert_int_equal(gp_finish_zip(zip, &out.text, &out.size), GP_OK);
            if (kind == 0) assert_true(out.size < 200 + size / 150);
            char *back = unpack(out);
            assert_int_equal(strlen(back), size);
            assert_memory_equal(back, text, size);
            free(back);
            gp_job_free(job);
        }
    }
}

/* A cell of Excel holds 32,767 units of UTF-16: one less and one more, plain and in pairs. */
static void a_text_that_is_too_long_is_reported(void **state)
{
    static const struct {
        const char *unit;
        size_t count;
        bool is_lost;
    } cases[] = {{"a", 32767, false},
                 {"a", 32768, true},
                 {"\xC3\xA9", 32767, false},
                 {"\xF0\x9F\x9A\x80", 16383, false},
                 {"\xF0\x9F\x9A\x80", 16384, true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = malloc(200 + cases[i].count * 4);
        assert_non_null(text);
        strcpy(text, "{\"status_date\": \"2026-01-05\", \"capabilities\": [{\"id\": \"c\",\n"
                     "\"owner\": \"");
        size_t at = strlen(text), size = strlen(cases[i].unit);
        for (size_t k = 0; k < cases[i].count; k++, at += size)
            memcpy(text + at, cases[i].unit, size);
        strcpy(text + at, "\"}]}");
        gp_job *job = gp_job_new();
        uint32_t count;
        write_text(job, text, strlen(text), GP_ENGLISH);
        const gp_finding *findings = gp_findings(job, &count);
        assert_int_equal(count, cases[i].is_lost);
        if (count) assert_int_equal(findings->code, 120);
        if (count) assert_string_equal(findings->arguments[0].text, "owner");
        if (count) assert_int_equal(findings->place.line, 2);
        gp_job_free(job);
        free(text);
    }
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    gp_status status = GP_NO_MEMORY;
    for (size_t left = 0; status != GP_OK; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *portfolio;
        const gp_document *document;
        const gp_convert_options options = {.format = "xlsx"};
        gp_output out;
        gp_fail_allocations_after(job, left);
        status = gp_read_document_text(job, "p.json", portfolio_text, sizeof portfolio_text - 1,
                                       NULL, &portfolio, &document);
        if (status == GP_OK) status = gp_convert(job, document, portfolio, NULL, &options, &out);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_have_their_type),
        cmocka_unit_test(headings_are_in_the_language),
        cmocka_unit_test(the_bytes_are_the_portfolios),
        cmocka_unit_test(what_is_packed_comes_back),
        cmocka_unit_test(a_text_that_is_too_long_is_reported),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("xlsx_write", tests, NULL, NULL);
}
