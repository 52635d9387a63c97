/* SPDX-License-Identifier: MIT
 * Builds portfolios for tests through the public draft functions. */
#include "tests/support_draft.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define LINE_MASK 0x1fffffff /* of gp_place */

void start_test_draft(test_draft *t)
{
    *t = (test_draft){.job = gp_job_new()};
    assert_non_null(t->job);
    assert_int_equal(gp_new_draft(t->job, &t->draft), GP_OK);
    gp_settings *settings = gp_draft_settings(t->draft);
    settings->status_date = 0;
    settings->cycle = DAYS(14);
}

/* Reads one requirement; returns what comes after it. */
static const char *read_requirement(test_draft *t, const char *text, gp_requirement *out)
{
    size_t size = strcspn(text, " |@+!^");
    *out = (gp_requirement){.level = 1, .by = GP_BY_DEFAULT, .place.line = t->line & LINE_MASK};
    out->target = gp_draft_symbol(t->draft, text, size);
    assert_int_not_equal(out->target, GP_NONE);
    text += size;
    if (*text == '@') {
        out->level = (uint8_t)(text[1] - '0');
        text += 2;
    }
    if (*text == '+') {
        char lag[GP_DURATION_SIZE] = "";
        size = strcspn(text + 1, " |!^");
        assert_true(size < sizeof lag);
        memcpy(lag, text + 1, size);
        assert_true(gp_parse_lag(lag, &out->lag));
        text += 1 + size;
    }
    if (*text == '!') {
        out->by = text[1] == 'l' ? GP_BY_LIVE : text[1] == 'r' ? GP_BY_READY : GP_BY_START;
        text += 1 + strcspn(text + 1, " |^");
    }
    if (*text == '^') {
        out->is_from_start = true;
        text++;
    }
    assert_true(*text == ' ' || *text == '|' || *text == '\0');
    return text;
}

gp_span test_requires(test_draft *t, const char *text)
{
    gp_requirement requirements[64];
    uint32_t count = 0;
    uint16_t group = 0; /* counted anew in each list, as a reader does */
    bool is_any = false;
    while (*text) {
        assert_true(count < 64);
        text = read_requirement(t, text, &requirements[count]);
        if (*text == '|' && !is_any) group++;
        requirements[count].group = *text == '|' || is_any ? group : 0;
        is_any = *text == '|';
        count++;
        if (*text) text++;
    }
    gp_span span;
    assert_int_equal(gp_draft_requirements(t->draft, requirements, count, &span), GP_OK);
    return span;
}

gp_capability test_capability(int32_t lead_days)
{
    gp_capability capability = {.identified = GP_NO_DAY, .started = GP_NO_DAY, .ready = GP_NO_DAY};
    if (lead_days >= 0) capability.lead.lead_time.likely = DAYS(lead_days);
    return capability;
}

gp_intervention test_intervention(gp_stage stage, int32_t days)
{
    return (gp_intervention){.stage = (uint8_t)stage,
                             .start = GP_NO_DAY,
                             .needed_by = GP_NO_DAY,
                             .duration = DAYS(days)};
}

void add_test_capability(test_draft *t, const char *id, gp_capability capability,
                         const char *requires)
{
    capability.place.line = ++t->line & LINE_MASK;
    capability.symbol = gp_draft_symbol(t->draft, id, strlen(id));
    capability.requires = test_requires(t, requires);
    assert_int_equal(gp_draft_capability(t->draft, &capability), GP_OK);
}

void add_test_intervention(test_draft *t, const char *id, gp_intervention intervention,
                           const char *requires)
{
    intervention.place.line = ++t->line & LINE_MASK;
    intervention.symbol = gp_draft_symbol(t->draft, id, strlen(id));
    intervention.requires = test_requires(t, requires);
    assert_int_equal(gp_draft_intervention(t->draft, &intervention), GP_OK);
}

void *test_keep(test_draft *t, const void *object, size_t size)
{
    void *kept = gp_allocate(t->job, 1, size);
    assert_non_null(kept);
    return memcpy(kept, object, size);
}

const gp_portfolio *finish_test_draft(test_draft *t)
{
    const gp_portfolio *portfolio;
    if (gp_finish_draft(t->draft, &portfolio) != GP_OK) {
        uint32_t count;
        const gp_finding *findings = gp_findings(t->job, &count);
        char message[256] = "";
        if (count) gp_finding_message(&findings[count - 1], GP_ENGLISH, message, sizeof message);
        fail_msg("the draft is refused: %s", message);
    }
    return portfolio;
}

const gp_network *test_network(test_draft *t)
{
    const gp_network *network;
    const gp_portfolio *portfolio = finish_test_draft(t);
    assert_int_equal(gp_build_network(t->job, portfolio, &network), GP_OK);
    return network;
}

uint32_t test_random(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*state >> 33) % below;
}

void add_test_records_in_order(test_draft *t, size_t order)
{
    static const struct {
        const char *id, *requires;
        bool is_intervention;
    } records[] = {
        {"one", "b@2 c gone", true}, {"two", "c d one", true},  {"b", "a e", false},
        {"c", "a", false},           {"d", "a e", false},       {"a", "", false},
        {"e", "a", false},           {"hope", "b lost", false}, {"lonely", "", false},
    };
    enum { COUNT = sizeof records / sizeof *records };
    for (size_t i = 0; i < COUNT; i++) {
        size_t k = order == 0 ? i : order == 1 ? COUNT - 1 - i : i * 4 % COUNT;
        if (records[k].is_intervention)
            add_test_intervention(t, records[k].id, test_intervention(GP_DEVELOP, 14),
                                  records[k].requires);
        else
            add_test_capability(t, records[k].id, test_capability(30), records[k].requires);
    }
}

const char *const test_hostile_names[TEST_HOSTILE_NAMES] = {
    "\"]><script>alert(1)</script>",
    "&lt; &amp; <b>&</b> ' \\N \\ \\",
    "\xD8\xA7\xD9\x84\xD8\xAE\xD8\xAF\xD9\x85\xD8\xA7\xD8\xAA \xD8\xA7\xD9\x84\xD8\xB4\xD8\xAE"
    "\xD8\xB5\xD9\x8A\xD8\xA9 mixed \xD7\xA9\xD7\x99\xD7\xA8\xD7\x95\xD7\xAA 2023",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 emoji "
    "\xF0\x9F\x87\xB3\xF0\x9F\x87\xB1\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
    "Z\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88\xCC\x89\xCC\x8A"
    "\xCC\x8B a\xCC\x81l\xCC\x82g\xCC\x83o",
    "\xE4\xB8\xAA\xE4\xBA\xBA\xE5\x8C\x96\xE6\x9C\x8D\xE5\x8A\xA1\xE7\x9A\x84\xE5\xA2\x9E\xE9"
    "\x95"
    "\xBF\xE6\xA8\xA1\xE5\x9E\x8B\xE5\x9C\xA8\xE5\x85\xAC\xE5\x85\xB1\xE9\x83\xA8\xE9\x97\xA8",
    "\xE2\x80\xAE"
    "desrever\xE2\x80\xAC and \xE2\x81\xA7isolated, with a tab\tand a\nnewline",
    "broken \xC3 bytes \xF0\x9F and \x01\x02\x7F control",
    "<html label>",
    " \t ",
    "",
};
