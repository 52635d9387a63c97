/* SPDX-License-Identifier: MIT
 * One and many: what is counted once has the word for one, in every message and hint and in both
 * languages. */
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const char *const many[] = {"days",          "weeks", "cycles",          "times",
                                   "interventions", "steps", "requirements",    "capabilities",
                                   "dagen",         "weken", "cycli",           "interventies",
                                   "stappen",       "eisen", "afhankelijkheden"};
static const char *const one[] = {
    "day", "week", "cycle",  "time",        "intervention",   "requirement",
    "dag", "week", "cyclus", "interventie", "afhankelijkheid"};

/* Does " NUMBER WORD" stand in a text, with one of the words? */
static const char *find_word(const char *text, const char *number, const char *const *words,
                             size_t count)
{
    size_t size = strlen(number);
    for (const char *at = strstr(text, number); at; at = strstr(at + 1, number)) {
        if (at[size] != ' ') continue;
        for (size_t i = 0; i < count; i++) {
            size_t length = strlen(words[i]);
            const char *end = at + size + 1 + length;
            if (strncmp(at + size + 1, words[i], length) == 0 &&
                !strchr("abcdefghijklmnopqrstuvwxyz", *end))
                return at;
        }
    }
    return NULL;
}

static void check(const gp_finding *finding, const char *number, const char *const *words,
                  size_t count)
{
    for (int language = GP_ENGLISH; language <= GP_DUTCH; language++) {
        char text[2][1024] = {"", ""};
        gp_finding_message(finding, (gp_language)language, text[0], sizeof text[0]);
        gp_finding_hint(finding, (gp_language)language, text[1], sizeof text[1]);
        for (size_t i = 0; i < 2; i++) {
            const char *found = find_word(text[i], number, words, count);
            if (found) fail_msg("GP%d: %s", finding->code, found);
        }
    }
}

static void findings_count_in_the_right_words(void **state)
{
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        gp_finding finding = {.code = rules[i].code, .subject = "s"};
        for (size_t k = 0; k < GP_ARGUMENTS_MAX; k++) finding.arguments[k] = GP_NUMBER(1);
        check(&finding, "1", many, sizeof many / sizeof *many);
        for (size_t k = 0; k < GP_ARGUMENTS_MAX; k++) finding.arguments[k] = GP_NUMBER(2);
        check(&finding, "2", one, sizeof one / sizeof *one);
    }
}

static void words_follow_what_they_count(void **state)
{
    static const struct {
        uint16_t code;
        gp_argument arguments[GP_ARGUMENTS_MAX];
        const char *message;
    } cases[] = {
        {301,
         {GP_TEXT_ROW("a"),
          GP_TEXT_ROW("b"),
          {.kind = GP_ARGUMENT_NUMBER, .number = 1},
          GP_TEXT_ROW("c")},
         "'s' is needed by a and live on b at the earliest, 1 day late: it waits for 'c'"},
        {301,
         {GP_TEXT_ROW("a"),
          GP_TEXT_ROW("b"),
          {.kind = GP_ARGUMENT_NUMBER, .number = 11},
          GP_TEXT_ROW("c")},
         "'s' is needed by a and live on b at the earliest, 11 days late: it waits for 'c'"},
    };
    char text[256];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gp_finding finding = {.code = cases[i].code, .subject = "s"};
        memcpy(finding.arguments, cases[i].arguments, sizeof finding.arguments);
        gp_finding_message(&finding, GP_ENGLISH, text, sizeof text);
        assert_string_equal(text, cases[i].message);
    }
}

/* A missing status date may be given otherwise; no other key may. */
static void a_hint_knows_of_which_key_it_is(void **state)
{
    static const char *const keys[] = {"status_date", "id"};
    static const char *const hints[] = {"add \"status_date\", or give --status-date DATE",
                                        "add \"id\""};
    char text[256];
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        const gp_finding finding = {.code = 103, .arguments = {GP_TEXT(keys[i]), GP_TEXT("x")}};
        gp_finding_hint(&finding, GP_ENGLISH, text, sizeof text);
        assert_string_equal(text, hints[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_count_in_the_right_words),
        cmocka_unit_test(words_follow_what_they_count),
        cmocka_unit_test(a_hint_knows_of_which_key_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
