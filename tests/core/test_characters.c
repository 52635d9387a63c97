/* SPDX-License-Identifier: MIT
 * What is one character for a reader, and how wide is it? */
#include "core/characters.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define WOMAN "\xF0\x9F\x91\xA9"
#define GIRL "\xF0\x9F\x91\xA7"
#define JOINER "\xE2\x80\x8D"
#define DARK "\xF0\x9F\x8F\xBF"
#define FLAG_N "\xF0\x9F\x87\xB3"
#define FLAG_L "\xF0\x9F\x87\xB1"
#define HEART "\xE2\x9D\xA4"
#define EMOJI "\xEF\xB8\x8F"
#define ACUTE "\xCC\x81"

/* Columns: those of the whole text. */
typedef struct row {
    const char *text, *characters; /* with | between them */
    uint32_t columns;
} row;

static const row rows[] = {
    {"aB-", "a|B|-", 3},
    {"e" ACUTE "x", "e" ACUTE "|x", 2},
    {"e" ACUTE ACUTE ACUTE, "e" ACUTE ACUTE ACUTE, 1},
    {ACUTE "x", ACUTE "|x", 1},
    {"\xC3\xA9\xE2\x80\xA6", "\xC3\xA9|\xE2\x80\xA6", 2},
    {"\xE4\xB8\xAA\xE4\xBA\xBA", "\xE4\xB8\xAA|\xE4\xBA\xBA", 4},
    {WOMAN JOINER GIRL WOMAN, WOMAN JOINER GIRL "|" WOMAN, 4},
    {WOMAN DARK "x", WOMAN DARK "|x", 3},
    {FLAG_N FLAG_L FLAG_N FLAG_L, FLAG_N FLAG_L "|" FLAG_N FLAG_L, 4},
    {FLAG_N FLAG_L FLAG_N, FLAG_N FLAG_L "|" FLAG_N, 3},
    {HEART "x", HEART "|x", 2},
    {HEART EMOJI "x", HEART EMOJI "|x", 3},
    /* Hangul by its letters, and a syllable with a last one */
    {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 2},
    {"\xED\x95\x98\xE1\x86\xABx", "\xED\x95\x98\xE1\x86\xAB|x", 3},
    /* a conjunct of Devanagari, then a vowel that is drawn with what it follows */
    {"\xE0\xA4\xB8\xE0\xA5\x8D\xE0\xA4\xA4", "\xE0\xA4\xB8\xE0\xA5\x8D|\xE0\xA4\xA4", 2},
    {"\xE0\xA4\x95\xE0\xA4\xBF", "\xE0\xA4\x95\xE0\xA4\xBF", 1},
    /* Thai: a consonant with two marks */
    {"\xE0\xB8\x81\xE0\xB8\xB5\xE0\xB9\x88x", "\xE0\xB8\x81\xE0\xB8\xB5\xE0\xB9\x88|x", 2},
    /* a sign of Arabic that stands before the number that it embraces */
    {"\xD8\x80\xD9\xA1\xD9\xA2", "\xD8\x80\xD9\xA1|\xD9\xA2", 2},
    /* line endings and other controls are one each, and take nothing */
    {"a\r\nb", "a|\r|\n|b", 2},
    {"\x1B" ACUTE, "\x1B|" ACUTE, 0},
    {"a\xE2\x80\xAE" ACUTE "b", "a|\xE2\x80\xAE|" ACUTE "|b", 2},
    /* no UTF-8: a byte is one */
    {"a\xFF\xC3x", "a|\xFF|\xC3|x", 4},
    {"\xE2\x80", "\xE2|\x80", 2},
};

static void characters(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char joined[128] = "";
        uint32_t sum = 0, columns;
        for (size_t at = 0, size = strlen(rows[i].text); at < size;) {
            size_t length = gp_measure_character(rows[i].text + at, size - at, &columns);
            assert_int_equal(gp_measure_character(rows[i].text + at, size - at, NULL), length);
            if (at) strcat(joined, "|");
            strncat(joined, rows[i].text + at, length);
            at += length;
            sum += columns;
        }
        assert_string_equal(joined, rows[i].characters);
        assert_int_equal(sum, rows[i].columns);
    }
}

/* It does not look beyond the bytes that it is given. */
static void size_ends_a_character(void **state)
{
    (void)state;
    const char *text = "e" ACUTE ACUTE;
    assert_int_equal(gp_measure_character(text, 1, NULL), 1);
    assert_int_equal(gp_measure_character(text, 3, NULL), 3);
    assert_int_equal(gp_measure_character(text, 4, NULL), 3); /* half a mark is none */
    assert_int_equal(gp_measure_character(text, 5, NULL), 5);
}

static void plain(void **state)
{
    (void)state;
    assert_int_equal(gp_count_plain("", 0), 0);
    assert_int_equal(gp_count_plain("ab cd", 5), 5);
    assert_int_equal(gp_count_plain("ab cd", 3), 3);
    assert_int_equal(gp_count_plain("abe" ACUTE, 5), 2); /* the e has a mark */
    assert_int_equal(gp_count_plain(ACUTE "ab", 4), 0);
    assert_int_equal(gp_count_plain("ab\tc", 4), 2);
    assert_int_equal(gp_count_plain("ab\x7F", 3), 2);
    assert_int_equal(gp_count_plain("~ \xFF", 3), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters),
        cmocka_unit_test(size_ends_a_character),
        cmocka_unit_test(plain),
    };
    return cmocka_run_group_tests_name("characters", tests, NULL, NULL);
}
