/* SPDX-License-Identifier: MIT
 * What a baseline knows: every code says what tells its findings apart; neither the order of
 * records nor the format of a file nor the language changes a byte; of findings alike so many pass
 * as there are entries; and what memory that runs out leaves behind. */
#include "groeipad/baseline.h"
#include "groeipad/plan.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void every_code_says_what_names_its_findings(void **state)
{
    (void)state;
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++) {
        unsigned named = gp_identity_of(rules[i].code);
        if (named == GP_NO_IDENTITY) fail_msg("GP%u has no row in core/identity.c", rules[i].code);
        for (size_t k = 0; k < 8; k++)
            if ((named >> k & 1) && (k >= GP_ARGUMENTS_MAX || !rules[i].arguments[k]))
                fail_msg("GP%u has no argument %zu", rules[i].code, k);
    }
    assert_int_equal(gp_identity_of(999), GP_NO_IDENTITY);
}

/* ---- the same bytes ---- */

#define RECORDS 24

/* A portfolio with findings of many codes, its records in the order of `order`; as YAML too. */
static void write_portfolio(char *out, size_t room, const unsigned *order, bool is_yaml)
{
    size_t at = (size_t)snprintf(out, room,
                                 is_yaml ? "status_date: 2026-01-05\ncapabilities:\n"
                                         : "{\"status_date\":\"2026-01-05\","
                                           "\"capabilities\":[");
    for (unsigned i = 0; i < RECORDS; i++) {
        unsigned k = order[i];
        const char *lead = k % 3 ? "1mo" : "2y";
        at += (size_t)snprintf(
            out + at, room - at,
            is_yaml ? "- {id: c%u, %s: %s, requires: [c%u, m%u]}\n"
                    : "{\"id\":\"c%u\",\"%s\":\"%s\",\"requires\":[\"c%u\",\"m%u\"]},\n",
            k, k % 5 ? "lead_time" : "leed_time", lead, k + RECORDS, k % 7);
        at += (size_t)snprintf(out + at, room - at,
                               is_yaml ? "- {id: c%u}\n" : "{\"id\":\"c%u\"}%s\n", k + RECORDS,
                               i + 1 < RECORDS ? "," : "");
    }
    at += (size_t)snprintf(out + at, room - at,
                           is_yaml ? "interventions:\n" : "],\"interventions\":[");
    for (unsigned i = 0; i < RECORDS; i++) {
        unsigned k = order[RECORDS - 1 - i];
        at += (size_t)snprintf(
            out + at, room - at,
            is_yaml ? "- {id: i%u, needed_by: 2026-03-01, requires: [c%u]}\n"
                    : "{\"id\":\"i%u\",\"needed_by\":\"2026-03-01\",\"requires\":[\"c%u\"]}%s\n",
            k, k, i + 1 < RECORDS ? "," : "");
    }
    snprintf(out + at, room - at, is_yaml ? "" : "]}");
}

static const char *baseline_of(gp_job *job, const char *name, const char *text, size_t *size)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_output out;
    assert_int_equal(gp_read_text(job, name, text, strlen(text), NULL, &portfolio), GP_OK);
    assert_int_equal(gp_analyse(job, portfolio, NULL, &network, &schedule), GP_OK);
    gp_sort_findings(job);
    assert_int_equal(gp_write_baseline(job, NULL, &out), GP_OK);
    *size = out.size;
    return out.text;
}

static void order_and_format_change_nothing(void **state)
{
    (void)state;
    static char text[32768];
    unsigned order[RECORDS], seed = 12345;
    size_t first_size, size;
    for (unsigned i = 0; i < RECORDS; i++) order[i] = i;
    write_portfolio(text, sizeof text, order, false);
    gp_job *first_job = gp_job_new();
    const char *first = baseline_of(first_job, "a.json", text, &first_size);
    assert_non_null(strstr(first, "GP104"));
    assert_non_null(strstr(first, "GP301"));
    for (unsigned round = 0; round < 40; round++) {
        for (unsigned i = RECORDS - 1; i > 0; i--) {
            seed = seed * 1664525u + 1013904223u;
            unsigned j = (seed >> 16) % (i + 1), kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        write_portfolio(text, sizeof text, order, round % 2);
        gp_job *job = gp_job_new();
        const char *other = baseline_of(job, round % 2 ? "b.yaml" : "b.json", text, &size);
        assert_string_equal(other, first);
        gp_job_free(job);
    }
    gp_job_free(first_job);
}

/* ---- how many pass ---- */

static void add(gp_job *job, uint16_t code, const char *subject)
{
    assert_int_equal(gp_add_finding(job, &(gp_finding){.code = code, .subject = subject}), GP_OK);
}

static uint32_t count_of(const gp_job *job, uint16_t code)
{
    uint32_t count, found = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) found += findings[i].code == code;
    return found;
}

/* Findings "a" of GP204 `found` times against a file with `entries`. */
static void try_counts(const char *entries, uint32_t found, gp_day today, uint32_t is_new,
                       uint32_t told)
{
    char text[1024];
    const gp_baseline *baseline;
    const gp_known *known;
    gp_job *job = gp_job_new();
    snprintf(text, sizeof text, "{\"groeipad_baseline\":1,\"known\":[%s]}", entries);
    for (uint32_t i = 0; i < found; i++) add(job, 204, "a");
    assert_int_equal(gp_read_baseline_text(job, "b.json", text, strlen(text), &baseline), GP_OK);
    assert_int_equal(gp_apply_baseline(job, baseline, today, false, &known), GP_OK);
    assert_int_equal(count_of(job, 204), is_new);
    assert_int_equal(count_of(job, 130), told);
    assert_int_equal(known->count, found - is_new);
    gp_job_free(job);
}

#define A "{\"code\":\"GP204\",\"subject\":\"a\"}"
#define A_UNTIL "{\"code\":\"GP204\",\"subject\":\"a\",\"until\":\"2026-01-31\"}"

static void of_findings_alike_as_many_pass_as_there_are_entries(void **state)
{
    (void)state;
    gp_day last;
    assert_true(gp_parse_date("2026-01-31", &last));
    try_counts("", 2, last, 2, 0);
    try_counts(A, 3, last, 2, 0);
    try_counts(A "," A, 3, last, 1, 0);
    try_counts(A "," A "," A, 2, last, 0, 1);
    try_counts("{\"code\":\"GP205\",\"subject\":\"a\"}", 1, last, 1, 1);
    try_counts("{\"code\":\"GP204\"}", 1, last, 1, 1);
    try_counts(A_UNTIL, 1, last, 0, 0);
    try_counts(A_UNTIL, 1, last + 1, 1, 1);
    try_counts(A_UNTIL "," A, 1, last + 1, 0, 1); /* the one that holds counts first */
}

static void strict_makes_it_an_error(void **state)
{
    (void)state;
    static const char text[] = "{\"groeipad_baseline\":1,\"known\":[" A "]}";
    const gp_baseline *baseline;
    const gp_known *known;
    uint32_t count;
    gp_job *job = gp_job_new();
    assert_int_equal(gp_read_baseline_text(job, "b", text, sizeof text - 1, &baseline), GP_OK);
    assert_int_equal(gp_apply_baseline(job, baseline, GP_NO_DAY, true, &known), GP_OK);
    assert_int_equal(gp_findings(job, &count)[0].severity, GP_ERROR);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_says_what_names_its_findings),
        cmocka_unit_test(order_and_format_change_nothing),
        cmocka_unit_test(of_findings_alike_as_many_pass_as_there_are_entries),
        cmocka_unit_test(strict_makes_it_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
