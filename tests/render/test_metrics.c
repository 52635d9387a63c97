/* SPDX-License-Identifier: MIT
 * Widths and wrapping: nothing is lost or cut without a sign, no line is too wide, no
 * character is torn from its marks. */
#include "render/metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

typedef struct wrap_row {
    const char *text;
    gp_length width; /* units */
    uint32_t line_max;
    const char *lines; /* joined by "|"; "~" after a cut one */
} wrap_row;

/* In the tag font (9.5 units) an "i" is 2.9 wide, an "x" 5.8, a wide character 10.1. */
static const wrap_row wrap_rows[] = {
    {"", 100, 3, ""},
    {" \t\n ", 100, 3, ""},
    {"x", 100, 3, "x"},
    {"xx xx", 100, 3, "xx xx"},
    {"  xx   xx  ", 15, 3, "xx|xx"},
    {"xx xx xx xx", 15, 3, "xx|xx|x~"},
    {"xx-xx/xx", 20, 4, "xx-|xx/|xx"},
    /* no word is broken in two: what does not fit on a line of its own loses its end */
    {"xxxxxx", 22, 4, "xx~"},
    {"xx xxxxxx xx", 22, 4, "xx|xx~|xx"},
    {"xx xxxxxx xx", 22, 2, "xx|xx~"},
    {"xx xxxxxx", 30, 1, "xx~"},
    {"x xxxxxx", 30, 1, "x x~"},       /* of two ways to cut the one that leaves more */
    {"x-xx xx-x", 21, 4, "x-xx|xx-x"}, /* e-mail */
    {"x", 1, 3, "x"},                  /* at least one character, however narrow */
    {"xxx", 1, 3, "x~"},
    /* neither is a date, and a number stays with its unit */
    {"xx 2026-01-01", 58, 4, "xx|2026-01-01"},
    {"x 2026-01-01", 57, 1, "x~"},
    {"xxxx 24/7 xx", 40, 4, "xxxx|24/7 xx"},
    {"xxx 12 days", 45, 4, "xxx|12 days"},
    {"xxx 12 xxxx", 45, 4, "xxx 12|xxxx"},
    {"12 dagen", 32, 4, "12|dagen"}, /* unless they do not fit on one line */
    {"\xE4\xB8\xAA\xE4\xBA\xBA\xE5\x8C\x96", 21, 3, "\xE4\xB8\xAA\xE4\xBA\xBA|\xE5\x8C\x96"},
    {"xx\xCC\x81xx", 22, 3, "xx\xCC\x81~"},
    {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7x", 14, 3,
     "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7~"},
    /* neither is the colour of a skin, nor a flag, cut off */
    {"\xF0\x9F\x91\xA9\xF0\x9F\x8F\xBFx", 14, 3, "\xF0\x9F\x91\xA9\xF0\x9F\x8F\xBF~"},
    {"\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1", 14, 3,
     "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1~"},
    {"xx\xC3xxx", 31, 3, "xx\xC3~"}, /* a broken byte counts as one character */
};

static void wraps(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrap_rows / sizeof *wrap_rows; i++) {
        const wrap_row *row = &wrap_rows[i];
        gp_text_line lines[4] = {{0}};
        char joined[256] = "";
        uint32_t count =
            gp_wrap_text(row->text, GP_FONT_TAG, GP_UNITS(row->width), row->line_max, lines);
        for (uint32_t k = 0; k < count; k++) {
            if (k) strcat(joined, "|");
            strncat(joined, lines[k].text, lines[k].size);
            if (lines[k].is_cut) strcat(joined, "~");
        }
        assert_string_equal(joined, row->lines);
    }
}

static void lines_fit(void **state)
{
    (void)state;
    const char *text = "Capabilityontwikkelingsprogramma voor dienstverlening \xE2\x80\x93 een "
                       "\xC3\xA9\xC3\xA9n\xC3\xA8n \xD8\xA7\xD9\x84\xD8\xAE\xD8\xAF\xD9\x85 "
                       "WWWWWWWWWWWWWWWWWWWWWWWWWWWW";
    for (gp_length width = GP_UNITS(30); width < GP_UNITS(400); width += 70)
        for (uint32_t line_max = 1; line_max <= 4; line_max++) {
            gp_text_line lines[4] = {{0}};
            uint32_t count = gp_wrap_text(text, GP_FONT_NAME, width, line_max, lines);
            const char *end = text;
            for (uint32_t k = 0; k < count; k++) {
                gp_length extra =
                    lines[k].is_cut ? gp_measure_text("\xE2\x80\xA6", 3, GP_FONT_NAME) : 0;
                assert_true(gp_measure_text(lines[k].text, lines[k].size, GP_FONT_NAME) + extra <=
                            width);
                bool is_after_cut = k > 0 && lines[k - 1].is_cut; /* the rest of that word */
                for (const char *c = end; c < lines[k].text && !is_after_cut; c++)
                    assert_int_equal(*c, ' ');
                end = lines[k].text + lines[k].size;
            }
            assert_true(*end == '\0' || lines[count - 1].is_cut); /* never cut silently */
        }
}

static void widths(void **state)
{
    (void)state;
    assert_int_equal(gp_measure_text("", 0, GP_FONT_LINE), 0);
    assert_int_equal(gp_measure_text("e\xCC\x81", 3, GP_FONT_LINE),
                     gp_measure_text("e", 1, GP_FONT_LINE));
    assert_int_equal(gp_measure_text("\xC3\xA9", 2, GP_FONT_LINE),
                     gp_measure_text("e", 1, GP_FONT_LINE));
    assert_true(gp_measure_text("W", 1, GP_FONT_LINE) > 2 * gp_measure_text("i", 1, GP_FONT_LINE));
    assert_true(gp_measure_text("\xE4\xB8\xAA", 3, GP_FONT_LINE) >= 105); /* one em */
    assert_true(gp_measure_word("a bbbb-cc", GP_FONT_LINE) ==
                gp_measure_text("bbbb-", 5, GP_FONT_LINE));
    assert_true(gp_is_combining(0x301) && gp_is_combining(0x200D) && !gp_is_combining('e'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wraps),
        cmocka_unit_test(lines_fit),
        cmocka_unit_test(widths),
    };
    return cmocka_run_group_tests_name("metrics", tests, NULL, NULL);
}
