/* SPDX-License-Identifier: MIT
 * How lead times are spread, risks and correlations: what comes out of a file, and what is said of
 * one that is wrong, with its place. */
#include "core/job.h"
#include "groeipad/draft.h"
#include "groeipad/io.h"
#include "groeipad/plan.h"
#include "groeipad/scenarios.h"
#include "tests/support_json.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define TOP(keys)                                                                                  \
    "{\"status_date\":\"2026-01-05\",\n" keys                                                      \
    ",\n\"capabilities\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}],"                          \
    "\"interventions\":[{\"id\":\"go\",\"requires\":[\"a\"]}]}"
#define RISK(keys) TOP("\"risks\":[{\"id\":\"r\"," keys "}]")
#define REST "\"probability\":0.5,\"delay\":\"1mo\",\"affects\":[\"a\"]"
#define CORRELATION(keys) TOP("\"correlations\":[{" keys "}]")
#define LEAD(value)                                                                                \
    "{\"status_date\":\"2026-01-05\",\n\"capabilities\":[{\"id\":\"a\",\"lead_time\":" value "}]}"

static gp_status read_one(gp_job *job, const char *text, const gp_portfolio **out)
{
    return gp_read_text(job, "test.json", text, strlen(text), NULL, out);
}

/* ---- what is wrong ---- */

static const struct {
    const char *text, *expected;
} rows[] = {
    {RISK(REST), ""},
    {RISK(REST ",\"mitigated\":{\"probability\":0,\"delay\":\"1w\",\"cost\":5},\"x-own\":1"), ""},
    {RISK(REST ",\"colour\":\"red\""), "104@2:68"},
    {RISK("\"probability\":1.5,\"delay\":\"1mo\",\"affects\":[]"), "106@2:34"},
    {RISK("\"probability\":-0.1,\"delay\":\"1mo\",\"affects\":[]"), "106@2:34"},
    {RISK("\"probability\":\"0.5\",\"delay\":\"1mo\",\"affects\":[]"), "102@2:34"},
    {RISK("\"probability\":0.5,\"affects\":[]"), "103@2:10"},
    {RISK("\"probability\":0.5,\"delay\":\"1 mo\",\"affects\":[]"), "106@2:46"},
    {RISK("\"probability\":0.5,\"delay\":\"1mo\",\"affects\":[\"a\",\"z\",\"b\",\"z\"]"),
     "106@2:67 106@2:75 106@2:75"},
    {RISK("\"probability\":0.5,\"delay\":\"1mo\",\"affects\":[\"a\",\"b\",\"a\"]"), "106@2:71"},
    {RISK("\"probability\":0.5,\"delay\":\"1mo\",\"affects\":\"a\""), "102@2:62"},
    {RISK(REST ",\"mitigated\":{\"cost\":-1}"), "106@2:88"},
    {RISK(REST ",\"mitigated\":{\"cost\":1e12}"), ""},
    {RISK(REST ",\"mitigated\":{\"cost\":1000000000001}"), "106@2:88"},
    {RISK(REST ",\"mitigated\":{\"cost\":1e19}"), "106@2:88"},
    {RISK(REST ",\"mitigated\":{\"cost\":1e308}"), "106@2:88"},
    {RISK(REST ",\"mitigated\":{\"cost\":1e999}"), "101@2:88"},
    {RISK(REST ",\"mitigated\":{\"cost\":NaN}"), "101@2:88"},
    {RISK(REST ",\"mitigated\":{\"cost\":\"NaN\"}"), "102@2:88"},
    {TOP("\"risks\":[{\"id\":\"r\"," REST "},{\"id\":\"r\"," REST "}]"), "105@2:75"},
    {TOP("\"risks\":[{\"id\":\"a\"," REST "}]"), ""}, /* risks are called what they like */
    {CORRELATION("\"ids\":[\"a\",\"b\"],\"coefficient\":-1"), ""},
    {CORRELATION("\"ids\":[\"a\",\"b\",\"go\"],\"coefficient\":1"), ""},
    {CORRELATION("\"ids\":[\"a\",\"b\",\"go\"],\"coefficient\":-0.5"), "106@2:53"},
    {CORRELATION("\"ids\":[\"a\",\"b\"],\"coefficient\":1.01"), "106@2:48"},
    {CORRELATION("\"ids\":[\"a\"],\"coefficient\":0.5"), "106@2:24"},
    {CORRELATION("\"ids\":[\"a\",\"a\"],\"coefficient\":0.5"), "106@2:29"},
    {CORRELATION("\"ids\":[\"a\",\"q\"],\"coefficient\":0.5"), "106@2:29"},
    {CORRELATION("\"ids\":[\"a\",\"b\"]"), "103@2:17"},
    {TOP("\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.7},"
         "{\"ids\":[\"b\",\"c\"],\"coefficient\":-0.3}]"),
     ""},
    {TOP("\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.7},"
         "{\"ids\":[\"b\",\"c\"],\"coefficient\":-0.31}]"),
     "150@2:53"},
    {TOP("\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.1},"
         "{\"ids\":[\"b\",\"a\"],\"coefficient\":0.2}]"),
     "105@2:53"},
    {TOP("\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.1},"
         "{\"ids\":[\"b\",\"c\"],\"coefficient\":0.2},{\"ids\":[\"b\",\"go\"],\"coefficient\":0.7}"
         "]"),
     ""},
    {LEAD("{\"likely\":\"1mo\",\"distribution\":\"uniform\"}"), ""},
    {LEAD("{\"likely\":\"1mo\",\"distribution\":\"normal\"}"), "106@2:70"},
    {LEAD("{\"likely\":\"1mo\",\"distribution\":1}"), "102@2:70"},
    {LEAD("{\"min\":\"2mo\",\"likely\":\"1mo\",\"distribution\":\"pert\"}"), "106@2:46"},
    {LEAD("[{\"lead_time\":\"1mo\",\"weight\":1}]"), ""},
    {LEAD("[]"), "106@2:39"},
    {LEAD("[{\"lead_time\":\"1mo\",\"weight\":0}]"), "106@2:68"},
    {LEAD("[{\"lead_time\":\"1mo\",\"weight\":-1}]"), "106@2:68"},
    {LEAD("[{\"lead_time\":\"1mo\",\"weight\":1e10}]"), "106@2:68"},
    {LEAD("[{\"lead_time\":\"1mo\"},{\"weight\":1},\"1mo\"]"), "103@2:40 103@2:60 102@2:73"},
    {LEAD("[{\"lead_time\":\"1 mo\",\"weight\":1}]"), "106@2:53"},
};

static void what_is_wrong_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char found[256];
        gp_status status = read_one(job, rows[i].text, &p);
        gp_sort_findings(job);
        list_places(job, found, sizeof found);
        if (strcmp(found, rows[i].expected) != 0) print_error("%s\n", rows[i].text);
        assert_string_equal(found, rows[i].expected);
        bool is_wrong = *found && strncmp(found, "104", 3) != 0;
        assert_int_equal(status, is_wrong ? GP_INVALID : GP_OK);
        gp_job_free(job);
    }
}

static void an_unknown_id_has_its_nearest(void **state)
{
    (void)state;
    static const char text[] = "{\"status_date\":\"2026-01-05\",\"risks\":[{\"id\":\"r\","
                               "\"probability\":1,\"delay\":\"1d\","
                               "\"affects\":[\"teem\"]}],\"capabilities\":[{\"id\":\"team\"}]}";
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    uint32_t count;
    assert_int_equal(read_one(job, text, &p), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].suggestion, "team");
    gp_job_free(job);
}

/* Which ids a correlation makes too much of is told with all the correlations of that id. */
static void what_cannot_hold_together_is_told_whole(void **state)
{
    (void)state;
    static const char text[] = TOP("\"correlations\":[{\"ids\":[\"a\",\"b\"],\"coefficient\":0.9},"
                                   "{\"ids\":[\"c\",\"b\"],\"coefficient\":-0.9},"
                                   "{\"ids\":[\"c\",\"a\",\"b\"],\"coefficient\":0.004}]");
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    uint32_t count;
    assert_int_equal(read_one(job, text, &p), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].code, 150);
    assert_string_equal(findings[0].subject, "b");
    assert_string_equal(findings[0].arguments[0].text, "1.81");
    assert_int_equal(findings[0].related_count, 3);
    gp_job_free(job);
}

/* What is said of the rest of a portfolio does not change by an id that only a risk names. */
static void a_mistake_hides_nothing_of_the_plan(void **state)
{
    (void)state;
    static const char text[] =
        "{\"status_date\":\"2026-01-05\",\"risks\":[{\"id\":\"r\",\"probability\":1,\"delay\":"
        "\"1d\","
        "\"affects\":[\"nowhere\"]}],\"interventions\":[{\"id\":\"go\",\"needed_by\":\"2026-02-"
        "01\","
        "\"requires\":[\"team\"]}],\"capabilities\":[{\"id\":\"team\",\"lead_time\":\"6mo\"}]}";
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    char found[256];
    assert_int_equal(read_one(job, text, &p), GP_INVALID);
    assert_int_equal(gp_check_rest(job), GP_OK);
    gp_sort_findings(job);
    list_places(job, found, sizeof found);
    assert_string_equal(found, "106@1:88 301@1:124 305@1:124 401@1:124 302@1:198");
    gp_job_free(job);
}

/* ---- what changes no answer ---- */

#define VARIES "{\"likely\":\"2mo\",\"max\":\"3mo\"}"
#define AFFECTS(ids)                                                                               \
    "\"risks\":[{\"id\":\"r\",\"probability\":0.5,\"delay\":\"1mo\",\"affects\":[" ids "]}]"
#define BOTH(ids, coefficient)                                                                     \
    "\"correlations\":[{\"ids\":[" ids "],\"coefficient\":" coefficient "}]"

/* One capability of each kind: with work left, without, not asked for; with work that varies. */
static const struct {
    const char *keys;
    uint16_t code; /* 0: nothing is said */
    const char *why;
} idle[] = {
    {AFFECTS("\"work\",\"done\""), 0, NULL},
    {AFFECTS("\"go\""), 0, NULL},
    {AFFECTS("\"live\""), 702, "all that it affects is done"},
    {AFFECTS("\"done\",\"ready\""), 702, "all that it affects is done"},
    {AFFECTS("\"done\",\"unasked\""), 702, "no intervention rests on what it affects"},
    {AFFECTS(""), 702, "\"affects\" is empty"},
    {BOTH("\"spread\",\"listed\"", "-0.5"), 0, NULL},
    {BOTH("\"spread\",\"aspects\",\"go\"", "0.5"), 0, NULL},
    {BOTH("\"spread\",\"listed\"", "0"), 703, "the coefficient is 0"},
    {BOTH("\"spread\",\"work\"", "0.5"), 703,
     "only one of these has work left of which the lead time varies"},
    {BOTH("\"spread\",\"unasked\"", "0.5"), 703,
     "only one of these has work left of which the lead time varies"},
    {BOTH("\"same\",\"go\"", "0.5"), 703,
     "none of these has work left of which the lead time varies"},
    {BOTH("\"step\",\"spread\"", "0.5"), 703,
     "only one of these has work left of which the lead time varies"},
};

static void what_changes_nothing_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        const gp_network *network;
        const gp_schedule *schedule;
        char text[2048];
        uint32_t count, found = GP_NONE;
        snprintf(
            text, sizeof text,
            "{\"status_date\":\"2026-01-05\",\"interventions\":[{\"id\":\"go\",\"requires\":"
            "[\"work\",\"done\",\"ready\",\"spread\",\"listed\",\"aspects\",\"same\",\"step\"]},"
            "{\"id\":\"live\",\"progress\":100}],\"capabilities\":[{\"id\":\"work\",\"lead_time\":"
            "\"2mo\"},{\"id\":\"done\",\"level\":1,\"lead_time\":" VARIES "},"
            "{\"id\":\"ready\",\"ready\":\"2026-03-01\",\"lead_time\":" VARIES "},"
            "{\"id\":\"unasked\",\"lead_time\":" VARIES "},"
            "{\"id\":\"spread\",\"lead_time\":" VARIES "},{\"id\":\"listed\",\"lead_time\":"
            "[{\"lead_time\":\"1w\",\"weight\":1},{\"lead_time\":\"1mo\",\"weight\":1}]},"
            "{\"id\":\"aspects\",\"lead_time\":\"1d\",\"aspects\":{\"tools\":" VARIES "}},"
            "{\"id\":\"same\",\"lead_time\":{\"min\":\"2mo\",\"likely\":\"2mo\",\"max\":\"P2M\"}},"
            "{\"id\":\"step\",\"lead_time\":" VARIES ",\"levels\":[{\"level\":1,\"lead_time\":"
            "\"1mo\"}]}],%s}",
            idle[i].keys);
        assert_int_equal(read_one(job, text, &p), GP_OK);
        assert_int_equal(gp_analyse(job, p, NULL, &network, &schedule), GP_OK);
        const gp_finding *findings = gp_findings(job, &count);
        for (uint32_t k = 0; k < count; k++)
            if (findings[k].code / 100 == 7) found = k;
        if ((found == GP_NONE) != (idle[i].code == 0)) print_error("%s\n", idle[i].keys);
        assert_int_equal(found == GP_NONE ? 0 : findings[found].code, idle[i].code);
        if (found != GP_NONE)
            assert_string_equal(findings[found].arguments[0].words.in[0], idle[i].why);
        gp_job_free(job);
    }
}

/* ---- what comes out ---- */

static const char every_key[] = TOP(
    "\"risks\":[{\"id\":\"r\",\"name\":\"Supplier\",\"probability\":0.25,\"delay\":"
    "[{\"lead_time\":\"1mo\",\"weight\":1},{\"lead_time\":\"3mo\",\"weight\":2.5},"
    "{\"lead_time\":\"4mo\",\"weight\":2.5}],\"affects\":[\"go\",\"a\"],\"owner\":\"IT\","
    "\"mitigated\":{\"delay\":{\"min\":\"1d\",\"likely\":\"2d\",\"distribution\":\"triangular\"},"
    "\"cost\":1000}},{\"id\":\"s\",\"probability\":1,\"delay\":\"2w\",\"affects\":[\"b\"]}],"
    "\"correlations\":[{\"ids\":[\"c\",\"a\"],\"coefficient\":-0.5}]");

static void every_key_arrives(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_portfolio *p;
    assert_int_equal(read_one(job, every_key, &p), GP_OK);
    assert_int_equal(p->risk_count, 2);
    const gp_risk *r = p->risks;
    assert_string_equal(r->id, "r");
    assert_string_equal(r->name, "Supplier");
    assert_string_equal(r[1].name, "s");
    assert_string_equal(r->owner, "IT");
    assert_true(r->probability >= 0.25 && r->probability <= 0.25);
    assert_int_equal(r->delay.likely.months, 3); /* of equals the first */
    assert_int_equal(r->delay.min.unit, GP_DURATION_NONE);
    assert_int_equal(r->delay.spread->distribution, GP_DISCRETE);
    assert_int_equal(r->delay.spread->chance_count, 3);
    assert_int_equal(r->delay.spread->chances[2].duration.months, 4);
    assert_true(r->delay.spread->chances[1].weight >= 2.5);
    assert_int_equal(r->affect_count, 2);
    assert_string_equal(p->ids[r->affects[0]], "go");
    assert_true(r->mitigated_probability >= 0.25); /* not said: as it is */
    assert_int_equal(r->mitigated_delay.spread->distribution, GP_TRIANGULAR);
    assert_true(r->mitigation_cost >= 1000);
    assert_true(r[1].mitigated_probability < 0 && r[1].mitigation_cost < 0);
    assert_int_equal(r[1].delay.likely.days, 14);
    assert_null(r[1].delay.spread);
    assert_int_equal(p->correlation_count, 1);
    assert_int_equal(p->correlations[0].symbol_count, 2);
    assert_string_equal(p->ids[p->correlations[0].symbols[0]], "c");
    assert_true(p->correlations[0].coefficient <= -0.5);
    gp_job_free(job);
}

/* ---- in cells ---- */

/* Durations as days; unit NONE is -1. */
static int days_of(gp_duration duration)
{
    if (duration.unit == GP_DURATION_NONE) return -1;
    return (int)(duration.months * 30 + duration.days);
}

static const struct {
    const char *cell, *places; /* places of findings */
    gp_distribution distribution;
    int points[3];
    uint32_t chances; /* and the weight of the first */
    double weight;
} cells[] = {
    {"2 maanden", "", GP_PERT, {-1, 60, -1}, 0, 0},
    {"1mo/2mo/4mo", "", GP_PERT, {30, 60, 120}, 0, 0},
    {"1mo/2mo/4mo (driehoekig)", "", GP_TRIANGULAR, {30, 60, 120}, 0, 0},
    {"/2 maanden/4mo(uniform)", "", GP_UNIFORM, {-1, 60, 120}, 0, 0},
    {"2mo (triangular)", "", GP_TRIANGULAR, {-1, 60, -1}, 0, 0},
    {"3 maanden (7) | 9mo (3)", "", GP_DISCRETE, {-1, 90, -1}, 2, 7},
    {"3 maanden (2,5)|9mo(30)", "", GP_DISCRETE, {-1, 270, -1}, 2, 2.5},
    {"3mo (70%) | 9mo (30%)", "", GP_DISCRETE, {-1, 90, -1}, 2, 70},
    {"3mo (1)", "", GP_DISCRETE, {-1, 90, -1}, 1, 1},
    {"3mo | 9mo", "103@3:14 103@3:14", GP_PERT, {0}, 0, 0},
    {"3mo (often) | 9mo (3)", "102@3:14", GP_PERT, {0}, 0, 0},
    {"1mo/2mo/4mo (normal)", "106@3:14", GP_PERT, {0}, 0, 0},
    {"1mo/2mo/4mo/6mo (uniform)", "104@3:14", GP_UNIFORM, {30, 60, 120}, 0, 0},
};

static void an_estimate_is_a_cell(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        gp_job *job = gp_job_new();
        const gp_portfolio *p;
        char text[512], found[256];
        snprintf(
            text, sizeof text,
            "soort;id;doorlooptijd;waarde\nsetting;status_date;;2026-01-05\ncapability;a;%s;\n",
            cells[i].cell);
        gp_status status = gp_read_text(job, "p.csv", text, strlen(text), NULL, &p);
        list_places(job, found, sizeof found);
        if (strcmp(found, cells[i].places) != 0) print_error("%s: %s\n", cells[i].cell, found);
        assert_string_equal(found, cells[i].places);
        bool is_wrong = *found && strncmp(found, "104", 3) != 0;
        assert_int_equal(status, is_wrong ? GP_INVALID : GP_OK);
        const gp_estimate *e = is_wrong ? NULL : &p->capabilities[0].lead.lead_time;
        if (e) {
            assert_int_equal(e->spread ? e->spread->distribution : GP_PERT, cells[i].distribution);
            assert_int_equal(days_of(e->min), cells[i].points[0]);
            assert_int_equal(days_of(e->likely), cells[i].points[1]);
            assert_int_equal(days_of(e->max), cells[i].points[2]);
            assert_int_equal(e->spread ? e->spread->chance_count : 0, cells[i].chances);
        }
        if (e && cells[i].chances)
            assert_true(e->spread->chances[0].weight >= cells[i].weight &&
                        e->spread->chances[0].weight <= cells[i].weight);
        gp_job_free(job);
    }
}

/* What is in another future is left out of them, and those that are left with nothing go. */
static void futures_have_their_own(void **state)
{
    (void)state;
    static const char text[] =
        "{\"status_date\":\"2026-01-05\",\"scenarios\":[{\"id\":\"x\"},{\"id\":\"y\"}],"
        "\"interventions\":"
        "[{\"id\":\"one\",\"scenarios\":[\"x\"]},{\"id\":\"two\",\"scenarios\":[\"y\"]},{\"id\":"
        "\"all\"}],\"risks\":[{\"id\":\"q\",\"probability\":1,\"delay\":\"1d\",\"affects\":["
        "\"one\"]},"
        "{\"id\":\"r\",\"probability\":1,\"delay\":\"1d\",\"affects\":[\"one\",\"two\"]},"
        "{\"id\":\"none\",\"probability\":1,\"delay\":\"1d\",\"affects\":[]}],\"correlations\":"
        "[{\"ids\":[\"one\",\"two\"],\"coefficient\":0.1},"
        "{\"ids\":[\"one\",\"two\",\"all\"],\"coefficient\":0.1}]}";
    gp_job *job = gp_job_new();
    const gp_portfolio *p, *future;
    assert_int_equal(read_one(job, text, &p), GP_OK);
    assert_int_equal(gp_select_scenario(job, p, 1, &future), GP_OK);
    assert_int_equal(future->risk_count, 2);
    assert_string_equal(future->risks[0].id, "r");
    assert_int_equal(future->risks[0].affect_count, 1);
    assert_string_equal(future->ids[future->risks[0].affects[0]], "two");
    assert_string_equal(future->risks[1].id, "none");
    assert_int_equal(future->correlation_count, 1);
    assert_int_equal(future->correlations[0].symbol_count, 2);
    assert_int_equal(p->risks[1].affect_count, 2);
    gp_job_free(job);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    for (size_t left = 0;; left++) {
        gp_job *job = job_with_a_finding();
        const gp_portfolio *p;
        gp_fail_allocations_after(job, left);
        gp_status status = read_one(job, every_key, &p);
        if (status != GP_OK) assert_says_memory_ran_out(job, status);
        gp_job_free(job);
        if (status == GP_OK) break;
        assert_true(left < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_has_its_place),
        cmocka_unit_test(an_unknown_id_has_its_nearest),
        cmocka_unit_test(what_cannot_hold_together_is_told_whole),
        cmocka_unit_test(a_mistake_hides_nothing_of_the_plan),
        cmocka_unit_test(what_changes_nothing_is_told),
        cmocka_unit_test(every_key_arrives),
        cmocka_unit_test(an_estimate_is_a_cell),
        cmocka_unit_test(futures_have_their_own),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
