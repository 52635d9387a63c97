/* SPDX-License-Identifier: MIT
 * Findings as JUnit XML, which every CI server shows as tests: a rule that found nothing is a test
 * that passed, each finding from --fail-on upwards is a failure, and lesser ones pass with their
 * message in system-out. A rule that was not run is skipped. Jenkins refuses a file that does not
 * keep to its schema: a test has no file and no line there, its message tells the place. */
#include "io/ci/ci_write.h"
#include "io/answers/words.h"

#include <string.h>

/* XML 1.0 knows no control characters at all: they become U+FFFD, as what is no UTF-8 does. */
static void add_escaped(gp_buffer *buffer, const char *text)
{
    if (!text) {
        buffer->has_failed = true;
        return;
    }
    for (size_t at = 0, size = strlen(text); at < size;) {
        uint32_t character;
        size_t length = gp_decode_utf8(text + at, size - at, &character);
        if (length == 0 || character < 0x20 || character == 0xFFFE || character == 0xFFFF)
            gp_add_text(buffer, "\xEF\xBF\xBD");
        else if (character == '&')
            gp_add_text(buffer, "&amp;");
        else if (character == '<')
            gp_add_text(buffer, "&lt;");
        else if (character == '>')
            gp_add_text(buffer, "&gt;");
        else if (character == '"')
            gp_add_text(buffer, "&quot;");
        else
            gp_add_bytes(buffer, text + at, length);
        at += length ? length : 1;
    }
}

static void add_attribute(gp_buffer *buffer, const char *name, const char *value)
{
    gp_add_text(buffer, " ");
    gp_add_text(buffer, name);
    gp_add_text(buffer, "=\"");
    add_escaped(buffer, value);
    gp_add_text(buffer, "\"");
}

static gp_status add_case(gp_job *job, gp_buffer *buffer, const gp_finding *finding,
                          const gp_write_options *options)
{
    char code[GP_CODE_SIZE];
    const char *message, *name;
    size_t size;
    gp_buffer *title = gp_new_buffer(job);
    if (!title) return gp_no_memory(job);
    bool is_failure = finding->severity >= options->fail_on;
    gp_format_code(finding->code, code);
    GP_TRY(gp_message_text(job, finding, options->language, &message));
    const char *values[] = {code, finding->subject ? finding->subject : ""};
    gp_add_filled(title, finding->subject ? "{0} {1}" : "{0}", values);
    GP_TRY(gp_finish_buffer(title, &name, &size));
    gp_add_text(buffer, "  <testcase");
    add_attribute(buffer, "classname", gp_find_rule(finding->code)->title[options->language]);
    add_attribute(buffer, "name", name);
    gp_add_text(buffer, " time=\"0\">\n    <");
    gp_add_text(buffer, is_failure ? "failure" : "system-out");
    if (is_failure) {
        add_attribute(buffer, "type", gp_severity_key(finding->severity));
        add_attribute(buffer, "message", message ? message : "");
    }
    gp_add_text(buffer, ">");
    add_escaped(buffer, gp_place_text(job, finding->place));
    gp_add_text(buffer, ": ");
    add_escaped(buffer, message ? message : "");
    gp_add_text(buffer,
                is_failure ? "</failure>\n  </testcase>\n" : "</system-out>\n  </testcase>\n");
    return GP_OK;
}

/* What a baseline knows was found, and is no failure: a test that is skipped. */
static gp_status add_known(gp_job *job, gp_buffer *buffer, const gp_known *known,
                           gp_language language)
{
    for (uint32_t i = 0; known && i < known->count; i++) {
        char code[GP_CODE_SIZE];
        const char *name;
        size_t size;
        const gp_finding *finding = &known->findings[i];
        gp_buffer *title = gp_new_buffer(job);
        if (!title) return gp_no_memory(job);
        gp_format_code(finding->code, code);
        const char *values[] = {code, finding->subject ? finding->subject : ""};
        gp_add_filled(title, finding->subject ? "{0} {1}" : "{0}", values);
        GP_TRY(gp_finish_buffer(title, &name, &size));
        gp_add_text(buffer, "  <testcase");
        add_attribute(buffer, "classname", gp_find_rule(finding->code)->title[language]);
        add_attribute(buffer, "name", name);
        gp_add_text(buffer, " time=\"0\"><skipped/></testcase>\n");
    }
    return GP_OK;
}

/* What was looked at. */
typedef struct checked {
    bool has_portfolio;   /* the analyses were made */
    bool has_file;        /* every file could be read, so what they hold was checked */
    uint8_t skipped;      /* gp_skipped_checks */
    const bool *selected; /* by rule; NULL: all */
} checked;

static bool was_run(const checked *scope, uint16_t code)
{
    switch (code) {
    case 120: /* writing a portfolio or a picture is no part of a check, nor is drawing */
    case 701:
    case 704:
    case 802:
    case 803:
    case 804:
    case 806:
    case 807:
    case 808: return false;
    case 126: return scope->has_file && !(scope->skipped & GP_NOT_STRICT);
    case 206: return scope->has_portfolio && !(scope->skipped & GP_NO_CATALOGUE);
    default: break;
    }
    if (code < 200) return scope->has_file;
    return code >= 800 || scope->has_portfolio;
}

/* The rules that found nothing; returns how many. */
static uint32_t add_others(gp_buffer *buffer, const uint8_t *has_findings, const checked *scope,
                           gp_language language, uint32_t *skipped)
{
    size_t count;
    uint32_t others = 0;
    const gp_rule *rules = gp_rules(&count);
    for (size_t i = 0; i < count; i++) {
        char code[GP_CODE_SIZE];
        if (has_findings[i]) continue;
        bool is_wanted = !scope->selected || scope->selected[i];
        bool is_run = is_wanted && was_run(scope, rules[i].code);
        gp_format_code(rules[i].code, code);
        gp_add_text(buffer, "  <testcase");
        add_attribute(buffer, "classname", rules[i].title[language]);
        add_attribute(buffer, "name", code);
        gp_add_text(buffer, " time=\"0\"");
        gp_add_text(buffer, is_run ? "/>\n" : "><skipped/></testcase>\n");
        *skipped += !is_run;
        others++;
    }
    return others;
}

/* The head of the one suite. Nothing goes wrong but what findings tell: errors is always 0. */
static void add_suite(gp_job *job, gp_buffer *buffer, uint32_t tests, uint32_t failures,
                      uint32_t skipped)
{
    gp_add_text(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
                        "<testsuite name=\"groeipad\"");
    add_attribute(buffer, "tests", gp_number_text(job, tests));
    add_attribute(buffer, "failures", gp_number_text(job, failures));
    add_attribute(buffer, "errors", "0");
    add_attribute(buffer, "skipped", gp_number_text(job, skipped));
    gp_add_text(buffer, " time=\"0\">\n");
}

gp_status gp_write_junit(gp_job *job, bool has_portfolio, const gp_write_options *options,
                         gp_output *out)
{
    uint32_t count, failures = 0, skipped = 0;
    size_t rule_count, size;
    const char *cases;
    const gp_rule *rules = gp_rules(&rule_count);
    const gp_finding *findings = gp_findings(job, &count);
    uint8_t *has_findings = GP_NEW(job, uint8_t, rule_count);
    gp_buffer *body = gp_new_buffer(job), *buffer = gp_new_buffer(job);
    if (!body || !buffer || !has_findings) return gp_no_memory(job);
    checked scope = {has_portfolio, true, options->skipped_checks, options->selected_rules};
    for (uint32_t i = 0; i < count; i++) {
        has_findings[gp_find_rule(findings[i].code) - rules] = 1;
        failures += findings[i].severity >= options->fail_on;
        scope.has_file = scope.has_file && findings[i].code != 801;
        GP_TRY(add_case(job, body, &findings[i], options));
    }
    uint32_t known = options->known ? options->known->count : 0;
    for (uint32_t i = 0; i < known; i++)
        has_findings[gp_find_rule(options->known->findings[i].code) - rules] = 1;
    GP_TRY(add_known(job, body, options->known, options->language));
    skipped += known;
    uint32_t others = add_others(body, has_findings, &scope, options->language, &skipped);
    GP_TRY(gp_finish_buffer(body, &cases, &size));
    add_suite(job, buffer, count + known + others, failures, skipped);
    gp_add_bytes(buffer, cases, size);
    gp_add_text(buffer, "</testsuite>\n</testsuites>\n");
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
