/* SPDX-License-Identifier: MIT
 * Text for a terminal: what is shown, how wide it is, and where it is broken or cut. */
#include "io/answers/table.h"
#include "io/answers/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define TEN "xxxxxxxxxx"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN
#define WIDE "\xE4\xB8\xAA" /* two columns */
#define TEN_WIDE WIDE WIDE WIDE WIDE WIDE
#define FLAG "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1"

static void controls_are_shown_as_a_sign(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_buffer *buffer = gp_new_buffer(job);
    gp_add_shown(buffer, "a\x1B[1mb\x7F"
                         "c\xC2\x85"
                         "d\xE2\x80\xAE"
                         "e\xE2\x81\xA9"
                         "f\xFFg");
    assert_string_equal(gp_buffer_text(buffer), "a\xEF\xBF\xBD[1mb\xEF\xBF\xBD"
                                                "c\xEF\xBF\xBD"
                                                "d\xEF\xBF\xBD"
                                                "e\xEF\xBF\xBD"
                                                "f\xEF\xBF\xBDg");
    assert_int_equal(gp_terminal_width("a\x1B"
                                       "b\xC2\x85\xE2\x80\xAE\xE2\x81\xA9\xFF"),
                     7);
    assert_int_equal(gp_terminal_width(WIDE "e\xCC\x81" FLAG "\xE2\x9C\xA8"), 7);
    gp_job_free(job);
}

static void wraps(void **state)
{
    (void)state;
    const struct {
        const char *text;
        size_t at;
        const char *lines;
    } rows[] = {
        {"", 0, "\n"},
        {SEVENTY " 123456789", 0, SEVENTY " 123456789\n"}, /* 80 columns */
        {SEVENTY " 1234567890", 0, SEVENTY "\n  1234567890\n"},
        {SEVENTY " 12345678", 1, SEVENTY " 12345678\n"},
        {SEVENTY " 123456789", 1, SEVENTY "\n  123456789\n"},
        {SEVENTY TEN "x", 0, SEVENTY TEN "x\n"}, /* one word is not broken */
        {SEVENTY " " TEN_WIDE, 0, SEVENTY "\n  " TEN_WIDE "\n"},
        {SEVENTY " " WIDE WIDE WIDE WIDE "x", 0, SEVENTY " " WIDE WIDE WIDE WIDE "x\n"},
        /* a word and its level stay together; what only looks like a level does not */
        {SEVENTY " step (2)", 0, SEVENTY " step (2)\n"},
        {SEVENTY " steps2 (2)", 0, SEVENTY "\n  steps2 (2)\n"},
        {SEVENTY " steps2 (9)", 0, SEVENTY " steps2\n  (9)\n"},
        {SEVENTY " steps2 (2x", 0, SEVENTY " steps2\n  (2x\n"},
        {SEVENTY " 12345 (5), x", 0, SEVENTY "\n  12345 (5), x\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        gp_buffer *buffer = gp_new_buffer(job);
        gp_add_wrapped(buffer, rows[i].text, rows[i].at, 2);
        assert_string_equal(gp_buffer_text(buffer), rows[i].lines);
        gp_job_free(job);
    }
}

/* A cell is cut before a character that would not fit whole; an ellipsis says so. */
static void cuts_between_characters(void **state)
{
    (void)state;
    const struct {
        const char *cell, *line;
    } rows[] = {
        {SEVENTY TEN, SEVENTY TEN},
        {SEVENTY TEN "y", SEVENTY "xxxxxxxxx…"},
        {SEVENTY "12345678" FLAG "y", SEVENTY "12345678…"},
        {SEVENTY "1234567" FLAG "yy", SEVENTY "1234567" FLAG "…"},
        {SEVENTY "12345678e\xCC\x81yy", SEVENTY "12345678e\xCC\x81…"},
    };
    const gp_column columns[] = {{.title = "title", .cut_to = 10}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        gp_buffer *buffer = gp_new_buffer(job);
        gp_table *table = gp_new_table(job, columns, 1);
        gp_cell(table, rows[i].cell);
        gp_add_table(buffer, table, 0);
        const char *line = strchr(gp_buffer_text(buffer), '\n') + 1;
        assert_int_equal(strcspn(line, "\n"), strlen(rows[i].line));
        assert_memory_equal(line, rows[i].line, strlen(rows[i].line));
        gp_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(controls_are_shown_as_a_sign),
        cmocka_unit_test(wraps),
        cmocka_unit_test(cuts_between_characters),
    };
    return cmocka_run_group_tests_name("text width", tests, NULL, NULL);
}
