/* SPDX-License-Identifier: MIT
 * What may be shown of a text of others, words for a shell, and which findings are told in which
 * order. */
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <string.h>

static void text_cannot_steer_a_terminal(void **state)
{
    static const char *const rows[][2] = {
        {"plain", "plain"},
        {"\033[31mred\r\n", "\xEF\xBF\xBD[31mred\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"a\xE2\x80\xAE"
         "b\xE2\x81\xA6",
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD"},
        {"\xC2\x9B"
         "1m",
         "\xEF\xBF\xBD"
         "1m"},
        {"\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xC3\xA9\xF0\x9F\x99\x82", "\xC3\xA9\xF0\x9F\x99\x82"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char whole[64], piece[8], joined[64] = "";
        size_t size = strlen(rows[i][0]);
        assert_int_equal(gp_show_text(rows[i][0], size, whole, sizeof whole), size);
        assert_string_equal(whole, rows[i][1]);
        for (size_t at = 0; at < size;) { /* in pieces it is the same */
            size_t taken = gp_show_text(rows[i][0] + at, size - at, piece, sizeof piece);
            assert_true(taken > 0 && strlen(piece) < sizeof piece);
            at += taken;
            strcat(joined, piece);
        }
        assert_string_equal(joined, rows[i][1]);
    }
}

static void words_for_a_shell(void **state)
{
    static const char *const rows[][2] = {{"p.json", "p.json"},
                                          {"", "''"},
                                          {"it's", "'it'\\''s'"},
                                          {"a b", "'a b'"},
                                          {"$x*", "'$x*'"},
                                          {"\xC3\xA9\xC3\xA9n", "'\xC3\xA9\xC3\xA9n'"},
                                          {"\033'\\", "$'\\033\\'\\\\'"},
                                          {"a\xE2\x80\xAE", "$'a\\342\\200\\256'"},
                                          {"\xFF", "$'\\377'"}};
    gp_job *job = gp_job_new();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(gp_shell_word(job, rows[i][0]), rows[i][1]);
    gp_job_free(job);
}

static bool is_not_204(const gp_finding *finding, void *object)
{
    ++*(int *)object;
    return finding->code != 204;
}

static void assert_codes(const gp_job *job, const uint16_t *codes, uint32_t expected)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, expected);
    for (uint32_t i = 0; i < count; i++) assert_int_equal(findings[i].code, codes[i]);
}

static void findings_are_ordered_and_kept(void **state)
{
    static const uint16_t made[] = {305, 204, 902, 301, 201};
    static const uint16_t by_place[] = {305, 204, 902, 301, 201, 901};
    static const uint16_t by_severity[] = {902, 301, 201, 204, 305, 901};
    static const uint16_t by_code[] = {201, 204, 301, 305, 902, 901};
    static const uint16_t kept[] = {201, 301, 305, 902, 901};
    gp_job *job = gp_job_new();
    int asked = 0;
    (void)state;
    for (uint32_t i = 0; i < sizeof made / sizeof *made; i++) {
        const gp_finding finding = {.code = made[i],
                                    .place = {.line = (i + 1) & 0xFFFF, .column = 1}};
        assert_int_equal(gp_add_finding(job, &finding), GP_OK);
    }
    gp_mark_no_memory(job);
    gp_order_findings(job, GP_BY_SEVERITY);
    assert_codes(job, by_severity, 6);
    gp_order_findings(job, GP_BY_PLACE);
    assert_codes(job, by_place, 6);
    gp_order_findings(job, GP_BY_CODE);
    assert_codes(job, by_code, 6);
    gp_keep_findings(job, is_not_204, &asked);
    assert_codes(job, kept, 5);
    assert_int_equal(asked, 5);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_cannot_steer_a_terminal),
        cmocka_unit_test(words_for_a_shell),
        cmocka_unit_test(findings_are_ordered_and_kept),
    };
    return cmocka_run_group_tests_name("shown", tests, NULL, NULL);
}
