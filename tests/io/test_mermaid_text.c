/* SPDX-License-Identifier: MIT
 * Names in Mermaid: what its grammar would take for its own is a number, all else stays readable.
 * That Mermaid agrees is what tests/parsers proves where node is there. */
#include "io/export/mermaid_text.h"
#include "io/answers/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static void names_are_not_grammar(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"trained team", "trained team"},
        {"2e lijn", "2e lijn"},
        {"a, b (c) - d", "a, b (c) - d"},
        {"section one", "#115;ection one"},
        {"Call centre", "#67;all centre"},
        {"recall", "recall"},
        {"2026-01-05 go-live", "#50;026-01-05 go-live"},
        {"2026", "#50;026"},
        {"1. first", "#49;. first"},
        {"- x", "#45; x"},
        {"a:b;c#d", "a#58;b#59;c#35;d"},
        {"a direction LR b", "a #100;irection LR b"},
        {"Direction\tTB", "#68;irection TB"},
        {"directions", "directions"},
        {"**b** _c_ $d$", "#42;#42;b#42;#42; #95;c#95; #36;d#36;"},
        {" a b ", "#32;a b#32;"},
        {"\xC2\xA0", "#160;"},
        {"a\xC2\xA0"
         "b",
         "a\xC2\xA0"
         "b"},
        {"\xEF\xAC\x82\xC2\xB0", "#64258;\xC2\xB0"},
        {"a\x1b\nb", "a  b"},
        {"\xF0\x9F\x99\x82 caf\xC3\xA9", "\xF0\x9F\x99\x82 caf\xC3\xA9"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_buffer *buffer = gp_new_buffer(*state);
        gp_add_mermaid_text(buffer, rows[i][0]);
        assert_string_equal(gp_buffer_text(buffer), rows[i][1]);
    }
}

static int open_job(void **state)
{
    return (*state = gp_job_new()) ? 0 : -1;
}

static int close_job(void **state)
{
    gp_job_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_are_not_grammar, open_job, close_job),
    };
    return cmocka_run_group_tests_name("mermaid text", tests, NULL, NULL);
}
