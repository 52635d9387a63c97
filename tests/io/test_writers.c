/* SPDX-License-Identifier: MIT
 * The emitters: JSON escapes, CSV quoting, widths and layout of text. One row per case. */
#include "io/answers/csv_row.h"
#include "io/json/json_write.h"
#include "io/answers/table.h"
#include "io/answers/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static int open_job(void **state)
{
    return (*state = gp_job_new()) ? 0 : -1;
}

static int close_job(void **state)
{
    gp_job_free(*state);
    return 0;
}

static void json_escapes(void **state)
{
    static const char *const rows[][2] = {
        {"plain", "\"plain\""},
        {"", "\"\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"line\nend\ttab\rreturn", "\"line\\nend\\ttab\\rreturn\""},
        {"\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\""},
        {"geïd é 🙂", "\"geïd é 🙂\""},
        {"bad \xff byte", "\"bad \xEF\xBF\xBD byte\""},
        {"cut \xe2\x82", "\"cut \xEF\xBF\xBD\xEF\xBF\xBD\""},
        {NULL, "null"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_json json = {.buffer = gp_new_buffer(*state)};
        gp_json_text(&json, rows[i][0]);
        assert_string_equal(gp_buffer_text(json.buffer), rows[i][1]);
    }
}

static void json_places_commas(void **state)
{
    gp_json json = {.buffer = gp_new_buffer(*state)};
    gp_json_open(&json, '{');
    gp_json_add_number(&json, "a", -12);
    gp_json_key(&json, "list");
    gp_json_open(&json, '[');
    gp_json_close(&json, ']');
    gp_json_key(&json, "rows");
    gp_json_open(&json, '[');
    gp_json_line(&json);
    gp_json_day(&json, 0);
    gp_json_line(&json);
    gp_json_day(&json, GP_NO_DAY);
    gp_json_close(&json, ']');
    gp_json_add_days(&json, "days", GP_NO_DAYS);
    gp_json_add_truth(&json, "yes", true);
    gp_json_close(&json, '}');
    assert_string_equal(gp_buffer_text(json.buffer),
                        "{\"a\":-12,\"list\":[],\"rows\":[\n\"1970-01-01\",\nnull],"
                        "\"days\":null,\"yes\":true}");
}

static void csv_cells(void **state)
{
    static const char *const rows[][2] = {
        {"plain", "plain\r\n"},
        {"a,b", "\"a,b\"\r\n"},
        {"say \"no\"", "\"say \"\"no\"\"\"\r\n"},
        {"two\nlines", "\"two\nlines\"\r\n"},
        {"=1+1", "'=1+1\r\n"},
        {"+x", "'+x\r\n"},
        {"-x", "'-x\r\n"},
        {"@x", "'@x\r\n"},
        {"=a,\"b\"", "\"'=a,\"\"b\"\"\"\r\n"},
        {"a=b", "a=b\r\n"},
        {NULL, ",x\r\n"},
        /* what steers a terminal or turns the direction of reading; line ends and tabs may be */
        {"a\x1B]0;b\x07", "a\xEF\xBF\xBD]0;b\xEF\xBF\xBD\r\n"},
        {"a\rb", "\"a\xEF\xBF\xBD"
                 "b\"\r\n"},
        {"\xE2\x80\xAE"
         "exe.\"a\"",
         "\"\xEF\xBF\xBD"
         "exe.\"\"a\"\"\"\r\n"},
        {"a\xC2\x9B"
         "b\tc",
         "a\xEF\xBF\xBD"
         "b\tc\r\n"},
        {"\xE2\x81\xA6"
         "a\nb",
         "\"\xEF\xBF\xBD"
         "a\nb\"\r\n"},
        {"\xC3\xA9\xE2\x80\x8D", "\xC3\xA9\xE2\x80\x8D\r\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_csv csv = {gp_new_buffer(*state), false};
        gp_csv_text(&csv, rows[i][0]);
        if (!rows[i][0]) gp_csv_text(&csv, "x");
        gp_csv_end(&csv);
        assert_string_equal(gp_buffer_text(csv.buffer), rows[i][1]);
    }
}

static void csv_numbers_stay(void **state)
{
    gp_csv csv = {gp_new_buffer(*state), false};
    gp_csv_number(&csv, -5);
    gp_csv_day(&csv, 0);
    gp_csv_days(&csv, GP_NO_DAYS);
    gp_csv_truth(&csv, false);
    gp_csv_end(&csv);
    assert_string_equal(gp_buffer_text(csv.buffer), "-5,1970-01-01,,false\r\n");
}

static void widths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t width;
    } rows[] = {
        {"", 0},
        {"abc", 3},
        {"geïd", 4},
        {"e\xCC\x81", 1},
        {"漢字", 4},
        {"🙂", 2},
        {"مرحبا", 5},
        {"a\xE2\x80\x8D"
         "b",
         2},
        {"ﬀ", 1},
        {"한", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(gp_terminal_width(rows[i].text), rows[i].width);
}

static void control_characters_are_not_shown(void **state)
{
    gp_buffer *buffer = gp_new_buffer(*state);
    gp_add_shown(buffer, "\xE2\x80\xAE"
                         "a\x1b[31mb\xC2\x9B"
                         "c\td");
    assert_string_equal(gp_buffer_text(buffer), "�a�[31mb�c�d");
}

/* No XML may hold these two, in no way of writing them. */
static void junit_has_no_character_that_xml_lacks(void **state)
{
    const gp_write_options options = {.format = GP_FORMAT_JUNIT};
    static const char *const texts[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF", "\x01"};
    gp_output out;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(gp_add_finding(*state, &(gp_finding){.code = 201, .subject = texts[i]}),
                         GP_OK);
    assert_int_equal(gp_write_check(*state, NULL, &options, &out), GP_OK);
    assert_non_null(strstr(out.text, "GP201"));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(strstr(out.text, texts[i]));
}

static void wraps_at_the_edge(void **state)
{
    char text[400] = "", longest = 0;
    for (size_t i = 0; i < 40; i++) strcat(text, "woord123 ");
    gp_buffer *buffer = gp_new_buffer(*state);
    gp_add_wrapped(buffer, text, 0, 4);
    size_t width = 0;
    for (const char *at = gp_buffer_text(buffer); *at; at++) {
        width = *at == '\n' ? 0 : width + 1;
        if (width > (size_t)longest) longest = (char)width;
    }
    assert_true(longest <= GP_TABLE_WIDTH && longest > GP_TABLE_WIDTH - 9);
}

static void a_step_keeps_its_level(void **state)
{
    gp_buffer *buffer = gp_new_buffer(*state);
    gp_add_wrapped(buffer, "customer-view (2) end", 70, 2);
    assert_string_equal(gp_buffer_text(buffer), "customer-view (2)\n  end\n");
}

static void tables_line_up(void **state)
{
    const gp_column columns[] = {{.title = "id"},
                                 {.title = "days", .is_right = true},
                                 {.title = "empty"},
                                 {.title = "name"}};
    gp_table *table = gp_new_table(*state, columns, 4);
    gp_cell(table, "漢字");
    gp_days_cell(table, 7);
    gp_cell(table, "");
    gp_cell(table, "x");
    gp_cell(table, "plain");
    gp_days_cell(table, GP_NO_DAYS);
    gp_cell(table, "");
    gp_cell(table, "");
    gp_buffer *buffer = gp_new_buffer(*state);
    gp_add_table(buffer, table, 2);
    assert_string_equal(gp_buffer_text(buffer), "  id     days  name\n"
                                                "  漢字      7  x\n"
                                                "  plain     -\n");
}

static void wide_tables_are_cut_then_dropped(void **state)
{
    const gp_column columns[] = {
        {.title = "id"}, {.title = "name", .cut_to = 10}, {.title = "gone", .drop = 1}};
    char id[61], name[41];
    memset(id, 'i', 60);
    memset(name, 'n', 40);
    id[60] = name[40] = '\0';
    gp_table *table = gp_new_table(*state, columns, 3);
    gp_cell(table, id);
    gp_cell(table, name);
    gp_cell(table, "x");
    gp_buffer *buffer = gp_new_buffer(*state);
    gp_add_table(buffer, table, 0);
    const char *row = strchr(gp_buffer_text(buffer), '\n') + 1;
    assert_memory_equal(row, id, 60); /* ids are never cut */
    assert_non_null(strstr(row, "nnnn…"));
    assert_true(gp_terminal_width(row) <= GP_TABLE_WIDTH + 1);
    id[0] = '\0';
}

static const char *laid_out(gp_job *job, const gp_table *table, size_t width)
{
    gp_buffer *buffer = gp_new_buffer(job);
    buffer->width = width;
    gp_add_table(buffer, table, 0);
    return gp_buffer_text(buffer);
}

/* What the page of each width has: titles, then what is said elsewhere, then texts, gaps, the other
 * columns, and texts once more. A date is whole on each of them. */
static void columns_give_way_in_order(void **state)
{
    const gp_column columns[] = {{.title = "name", .cut_to = 12},
                                 {.title = "id", .drop = GP_GOES_BEFORE_CUT},
                                 {.title = "identified by", .brief = "by"},
                                 {.title = "float", .is_right = true, .drop = 1}};
    static const struct {
        size_t width;
        const char *text;
    } pages[] = {
        {44, "name              id    identified by  float\n"
             "Secure sharing x  c360  2026-01-05        12\n"},
        {41, "name              id    by          float\n"
             "Secure sharing x  c360  2026-01-05     12\n"},
        {40, "name              identified by  float\n"
             "Secure sharing x  2026-01-05        12\n"},
        {33, "name            by          float\n"
             "Secure sharin…  2026-01-05     12\n"},
        {31, "name          by          float\n"
             "Secure shar…  2026-01-05     12\n"},
        {30, "name          by         float\n"
             "Secure shari… 2026-01-05    12\n"},
        {28, "name              by\n"
             "Secure sharing x  2026-01-05\n"},
        {23, "name         by\n"
             "Secure shar… 2026-01-05\n"},
        {19, "name     by\n"
             "Secure … 2026-01-05\n"},
    };
    gp_table *table = gp_new_table(*state, columns, 4);
    gp_cell(table, "Secure sharing x");
    gp_cell(table, "c360");
    gp_day_cell(table, gp_day_of((gp_date){2026, 1, 5}));
    gp_number_cell(table, 12);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        assert_string_equal(laid_out(*state, table, pages[i].width), pages[i].text);
}

/* Text without a blank, such as Chinese, stays on the page as well. */
static void long_words_are_broken(void **state)
{
    gp_buffer *buffer = gp_new_buffer(*state);
    buffer->width = 8;
    gp_add_wrapped(buffer, "a 漢字漢字漢字 b", 0, 2);
    assert_string_equal(gp_buffer_text(buffer), "a\n  漢字漢\n  字漢字\n  b\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(json_escapes, open_job, close_job),
        cmocka_unit_test_setup_teardown(json_places_commas, open_job, close_job),
        cmocka_unit_test_setup_teardown(csv_cells, open_job, close_job),
        cmocka_unit_test_setup_teardown(csv_numbers_stay, open_job, close_job),
        cmocka_unit_test(widths),
        cmocka_unit_test_setup_teardown(control_characters_are_not_shown, open_job, close_job),
        cmocka_unit_test_setup_teardown(junit_has_no_character_that_xml_lacks, open_job, close_job),
        cmocka_unit_test_setup_teardown(wraps_at_the_edge, open_job, close_job),
        cmocka_unit_test_setup_teardown(a_step_keeps_its_level, open_job, close_job),
        cmocka_unit_test_setup_teardown(tables_line_up, open_job, close_job),
        cmocka_unit_test_setup_teardown(columns_give_way_in_order, open_job, close_job),
        cmocka_unit_test_setup_teardown(long_words_are_broken, open_job, close_job),
        cmocka_unit_test_setup_teardown(wide_tables_are_cut_then_dropped, open_job, close_job),
    };
    return cmocka_run_group_tests_name("writers", tests, NULL, NULL);
}
