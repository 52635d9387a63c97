/* SPDX-License-Identifier: MIT
 * The pages of `explain`: every code has one in both languages, within 80 columns, with an example
 * that really triggers the code it is the example of. */
#include "cli/explanations.h"
#include "groeipad/draft.h"
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS 80
#define PORTFOLIO_SIZE 4096

static size_t count_columns(const char *line, size_t size)
{
    size_t columns = 0;
    for (size_t i = 0; i < size; i++) columns += ((unsigned char)line[i] & 0xc0) != 0x80;
    return columns;
}

static void pages_are_there_and_narrow(void **state)
{
    (void)state;
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++)
        for (int language = GP_ENGLISH; language <= GP_DUTCH; language++) {
            const char *page = cli_explanation(rules[i].code, (gp_language)language);
            if (!page) fail_msg("GP%d has no page", rules[i].code);
            while (*page) {
                size_t size = strcspn(page, "\n");
                if (count_columns(page, size) > COLUMNS)
                    fail_msg("GP%d: too wide: %.*s", rules[i].code, (int)size, page);
                page += size + (page[size] == '\n');
            }
        }
}

/* The lines of a page that are indented by four, when they are one JSON object. */
static bool find_example(const char *page, char *out)
{
    size_t used = 0;
    while (*page) {
        size_t size = strcspn(page, "\n");
        if (strncmp(page, "    ", 4) == 0 && used + size < PORTFOLIO_SIZE) {
            memcpy(out + used, page + 4, size - 4);
            used += size - 4;
            out[used++] = '\n';
        }
        page += size + (page[size] == '\n');
    }
    out[used] = '\0';
    return out[0] == '{';
}

static bool triggers(uint16_t code, const char *text)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    uint32_t count;
    bool is_found = false;
    assert_non_null(job);
    if (gp_read_text(job, "example.json", text, strlen(text), NULL, &portfolio) == GP_OK &&
        gp_build_network(job, portfolio, &network) == GP_OK &&
        gp_schedule_network(job, network, NULL, &schedule) == GP_OK)
        gp_check(job, schedule);
    gp_check_rest(job);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) is_found = is_found || findings[i].code == code;
    gp_job_free(job);
    return is_found;
}

/* Codes of the file (1xx) may show a fragment; those of demand, time, the growth model and
 * dimensions show a whole portfolio. What needs a second file is tested where that is. */
static void examples_trigger_their_code(void **state)
{
    (void)state;
    size_t count, tried = 0;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++) {
        char text[PORTFOLIO_SIZE];
        const char *page = cli_explanation(rules[i].code, GP_ENGLISH);
        uint16_t code = rules[i].code;
        bool is_analysis = code >= 201 && code < 600 && code != 206;
        bool is_of_measures = code == 142 || code == 143; /* others ask what each one changes */
        if ((!is_analysis && !is_of_measures) || !page || !find_example(page, text)) continue;
        tried++;
        if (!triggers(code, text)) fail_msg("GP%d: its example is silent", code);
    }
    assert_true(tried >= 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_there_and_narrow),
        cmocka_unit_test(examples_trigger_their_code),
    };
    return cmocka_run_group_tests_name("explanations", tests, NULL, NULL);
}
