/* SPDX-License-Identifier: MIT
 * Command lines and what they come to: one row per line, its exit code and its fields. */
#include "cli/cli.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

typedef struct sample_args {
    cli_common common;
    const char *id;
    uint32_t top;
    bool wants_all;
} sample_args;

static const cli_option options[] = {
    {.name = "for", .kind = CLI_TEXT, .field = offsetof(sample_args, id), .value = "ID"},
    {.name = "top",
     .letter = 't',
     .kind = CLI_NUMBER,
     .field = offsetof(sample_args, top),
     .value = "K",
     .otherwise = "3",
     .maximum = 100},
    {.name = "all", .letter = 'a', .kind = CLI_FLAG, .field = offsetof(sample_args, wants_all)},
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static const cli_command command = {.name = "sample",
                                    .reads_portfolio = true,
                                    .options = options,
                                    .args_size = sizeof(sample_args)};

typedef struct row {
    const char *words[8]; /* NULL after the last */
    int status, operands;
    const char *id;
    uint32_t top;
    int format;
    bool wants_all;
} row;

static const row rows[] = {
    {{"a.json"}, CLI_OK, 1, NULL, 3, 0, false},
    {{"a.json", "--for", "x", "b.json"}, CLI_OK, 2, "x", 3, 0, false},
    {{"--for=x=y", "a.json"}, CLI_OK, 1, "x=y", 3, 0, false},
    {{"--for=", "-"}, CLI_OK, 1, "", 3, 0, false},
    {{"--top", "100", "-f", "json"}, CLI_OK, 0, NULL, 100, 1, false},
    {{"-t7", "-fcsv", "-a"}, CLI_OK, 0, NULL, 7, 2, true},
    {{"--", "--for", "-a"}, CLI_OK, 2, NULL, 3, 0, false},
    {{"-o", "a.b/plan.CSV"}, CLI_OK, 0, NULL, 3, 2, false},
    {{"-o", "plan.tsv"}, CLI_OK, 0, NULL, 3, 2, false},
    {{"-o", "a.json/plan"}, CLI_OK, 0, NULL, 3, 0, false},
    {{"-o", ".json"}, CLI_OK, 0, NULL, 3, 0, false},
    {{"-o", "-"}, CLI_OK, 0, NULL, 3, 0, false},
    {{"-o", "plan.json", "-f", "text"}, CLI_OK, 0, NULL, 3, 0, false},
    {{"-o", "plan.sarif"}, .status = CLI_WRONG_USE},
    {{"-o", "plan.json.gz"}, .status = CLI_WRONG_USE},
    {{"--top", "101"}, .status = CLI_WRONG_USE},
    {{"--top", "-1"}, .status = CLI_WRONG_USE},
    {{"--top", "7x"}, .status = CLI_WRONG_USE},
    {{"--top", ""}, .status = CLI_WRONG_USE},
    {{"--top", "99999999999999999999"}, .status = CLI_WRONG_USE},
    {{"--top"}, .status = CLI_WRONG_USE},
    {{"--all=yes"}, .status = CLI_WRONG_USE},
    {{"--format", "jso"}, .status = CLI_WRONG_USE},
    {{"--format", ""}, .status = CLI_WRONG_USE},
    {{"--format", "text|json"}, .status = CLI_WRONG_USE},
    {{"--status-date", "2022-02-30"}, .status = CLI_WRONG_USE},
    {{"--fro", "x"}, .status = CLI_WRONG_USE},
    {{"-z"}, .status = CLI_WRONG_USE},
    {{"--column", "id=Nr"}, CLI_OK, 0, NULL, 3, 0, false},
    {{"--column", "id=Nr", "--column", "name=Naam"}, .status = CLI_WRONG_USE},
    {{"--property=", "--property=a=b"}, .status = CLI_WRONG_USE},
    {{"--relation-type", "A", "--intervention-type", "B", "--capability-type", "C"},
     CLI_OK,
     0,
     NULL,
     3,
     0,
     false},
};

/* Without the complaint on stderr, which is no part of the test. */
static int parse_quietly(int argc, char **argv, sample_args *args, int *operands)
{
    int nothing = open("/dev/null", O_WRONLY), kept = dup(2);
    dup2(nothing, 2);
    int status = cli_parse(&command, GP_ENGLISH, argc, argv, args, operands);
    dup2(kept, 2);
    close(nothing);
    close(kept);
    return status;
}

static void reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[8][64], *argv[8];
        int argc = 0, operands;
        sample_args args;
        for (; argc < 8 && rows[i].words[argc]; argc++) {
            snprintf(words[argc], sizeof words[argc], "%s", rows[i].words[argc]);
            argv[argc] = words[argc];
        }
        int status = parse_quietly(argc, argv, &args, &operands);
        assert_int_equal(status, rows[i].status);
        if (status != CLI_OK) continue;
        assert_int_equal(operands, rows[i].operands);
        assert_int_equal(args.top, rows[i].top);
        assert_int_equal(args.common.format, rows[i].format);
        assert_int_equal(args.wants_all, rows[i].wants_all);
        if (rows[i].id)
            assert_string_equal(args.id, rows[i].id);
        else
            assert_null(args.id);
    }
}

static void fills_in_what_is_not_given(void **state)
{
    (void)state;
    sample_args args;
    int operands;
    memset(&args, 0xAB, sizeof args);
    assert_int_equal(cli_parse(&command, GP_ENGLISH, 0, NULL, &args, &operands), CLI_OK);
    assert_int_equal(args.common.language, -1);
    assert_int_equal(args.common.status_date, GP_NO_DAY);
    assert_int_equal(args.common.fail_on, GP_FAIL_NEVER);
    assert_int_equal(args.common.limit, 20);
    assert_int_equal(args.common.color, CLI_COLOR_AUTO);
    assert_null(args.common.output);
}

static void fail_on_words_are_severities(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        int severity;
    } words[] = {
        {"info", GP_INFO}, {"warning", GP_WARNING}, {"error", GP_ERROR}, {"never", GP_FAIL_NEVER}};
    for (size_t i = 0; i < 4; i++) {
        char name[] = "--fail-on", word[16];
        char *argv[] = {name, word};
        sample_args args;
        int operands;
        snprintf(word, sizeof word, "%s", words[i].word);
        assert_int_equal(cli_parse(&command, GP_ENGLISH, 2, argv, &args, &operands), CLI_OK);
        assert_int_equal(args.common.fail_on, words[i].severity);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_in_what_is_not_given),
        cmocka_unit_test(fail_on_words_are_severities),
        cmocka_unit_test(reads),
    };
    return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
