/* SPDX-License-Identifier: MIT
 * What measures change: for each kind and shape of step the document with one taken is the document
 * that somebody would have written by hand, and the file of changes that is written of it gives the
 * same. */
#include "core/job.h"
#include "tests/support_edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD "{\"status_date\":\"2026-01-05\",\"cycle\":\"2w\","
#define PLANNING "\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"},"
#define CAPABILITIES(records) "\"capabilities\":[" records "]"
#define INTERVENTION(requires)                                                                     \
    "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2027-01-01\",\"requires\":[" requires "]}]," \
                                                                                            "\"ca" \
                                                                                            "pabi" \
                                                                                            "liti" \
                                                                                            "es\"" \
                                                                                            ":[{"  \
                                                                                            "\"id" \
                                                                                            "\":"  \
                                                                                            "\"c"  \
                                                                                            "\"}," \
                                                                                            "{\"i" \
                                                                                            "d\":" \
                                                                                            "\"d"  \
                                                                                            "\"}," \
                                                                                            "{\"i" \
                                                                                            "d\":" \
                                                                                            "\"e"  \
                                                                                            "\"}]"

/* A candidate by what it is about. */
typedef struct decision {
    gp_candidate_kind kind;
    const char *id;
    uint8_t level, quarters;
    const char *required; /* GP_DECIDE_LEVEL: the first requirement on it in the portfolio */
    uint8_t from_level;   /* which asks for this level */
} decision;

typedef struct row {
    const char *name, *old;
    decision taken[3];
    const char *new;
} row;

#define OFF(id, level)                                                                             \
    {                                                                                              \
        GP_DECIDE_OFF_ROUND, id, level, 0, NULL, 0                                                 \
    }
#define SHORTEN(id, level, quarters)                                                               \
    {                                                                                              \
        GP_DECIDE_SHORTEN, id, level, quarters, NULL, 0                                            \
    }
#define LESS(id, required, from)                                                                   \
    {                                                                                              \
        GP_DECIDE_LEVEL, id, (from)-1, 0, required, from                                           \
    }
#define TAKE(id)                                                                                   \
    {                                                                                              \
        GP_DECIDE_MEASURE, id, 0, 0, NULL, 0                                                       \
    }

static const row rows[] = {
    {"nothing taken",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\"}"),
     {{0}},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\"}")},
    {"off-round, no levels",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\"}"),
     {OFF("c", 1)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\",\"levels\":[{\"level\":1,\"planning\":"
                  "\"none\"}]}")},
    {"off-round, an entry with a round of its own",
     CAPABILITIES("{\"id\":\"c\",\"levels\":[{\"level\":1},{\"level\":2,\"lead_time\":\"1mo\","
                  "\"planning\":{\"round\":\"3mo\",\"from\":\"2026-01-01\"}}]}"),
     {OFF("c", 2)},
     CAPABILITIES("{\"id\":\"c\",\"levels\":[{\"level\":1},{\"level\":2,\"lead_time\":\"1mo\","
                  "\"planning\":\"none\"}]}")},
    {"a plain lead time",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\"}"),
     {SHORTEN("c", 1, 3)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\",\"levels\":[{\"level\":1,\"lead_time\":"
                  "\"3mo23d\"}]}")},
    {"half of it",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\"}"),
     {SHORTEN("c", 2, 2)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"5mo\",\"levels\":[{\"level\":2,\"lead_time\":"
                  "\"2mo15d\"}]}")},
    {"days",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"10d\"}"),
     {SHORTEN("c", 1, 3)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"10d\",\"levels\":[{\"level\":1,\"lead_time\":"
                  "\"8d\"}]}")},
    {"working days",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"10wd\"}"),
     {SHORTEN("c", 1, 2)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"10wd\",\"levels\":[{\"level\":1,\"lead_time\":"
                  "\"5wd\"}]}")},
    {"months and days",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"1mo10d\"}"),
     {SHORTEN("c", 1, 3)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"1mo10d\",\"levels\":[{\"level\":1,\"lead_time\":"
                  "\"30d\"}]}")},
    {"an estimate",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":{\"min\":\"2mo\",\"likely\":\"4mo\",\"max\":\"8mo\","
                  "\"distribution\":\"triangular\"}}"),
     {SHORTEN("c", 1, 2)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":{\"min\":\"2mo\",\"likely\":\"4mo\",\"max\":\"8mo\","
                  "\"distribution\":\"triangular\"},\"levels\":[{\"level\":1,\"lead_time\":{"
                  "\"min\":\"1mo\",\"likely\":\"2mo\",\"max\":\"4mo\",\"distribution\":"
                  "\"triangular\"}}]}")},
    {"an estimate without a maximum, in the entry",
     CAPABILITIES("{\"id\":\"c\",\"levels\":[{\"level\":1,\"lead_time\":{\"min\":\"2mo\","
                  "\"likely\":\"4mo\"}}]}"),
     {SHORTEN("c", 1, 3)},
     CAPABILITIES("{\"id\":\"c\",\"levels\":[{\"level\":1,\"lead_time\":{\"min\":\"1mo15d\","
                  "\"likely\":\"3mo\"}}]}")},
    {"durations with weights",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":[{\"lead_time\":\"4mo\",\"weight\":2},{"
                  "\"lead_time\":\"20d\",\"weight\":0.5}]}"),
     {SHORTEN("c", 1, 2)},
     CAPABILITIES(
         "{\"id\":\"c\",\"lead_time\":[{\"lead_time\":\"4mo\",\"weight\":2},{"
         "\"lead_time\":\"20d\",\"weight\":0.5}],\"levels\":[{\"level\":1,\"lead_time\":[{"
         "\"lead_time\":\"2mo\",\"weight\":2},{\"lead_time\":\"10d\",\"weight\":0.5}]}]}")},
    {"aspects of the capability",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"1y\",\"aspects\":{\"skills\":\"4mo\",\"tools\":"
                  "\"8w\"}}"),
     {SHORTEN("c", 1, 3)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"1y\",\"aspects\":{\"skills\":\"4mo\",\"tools\":"
                  "\"8w\"},\"levels\":[{\"level\":1,\"aspects\":{\"skills\":\"3mo\",\"tools\":"
                  "\"6w\"}}]}")},
    {"aspects of the entry, before its lead time",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"1y\",\"levels\":[{\"level\":1,\"lead_time\":"
                  "\"9mo\",\"aspects\":{\"methods\":{\"likely\":\"4mo\",\"max\":\"8mo\"}}}]}"),
     {SHORTEN("c", 1, 3)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"1y\",\"levels\":[{\"level\":1,\"lead_time\":"
                  "\"9mo\",\"aspects\":{\"methods\":{\"likely\":\"3mo\",\"max\":\"6mo\"}}}]}")},
    {"a lead time of the entry, before aspects of the capability",
     CAPABILITIES("{\"id\":\"c\",\"aspects\":{\"skills\":\"1y\"},\"levels\":[{\"level\":1},{"
                  "\"level\":2,\"lead_time\":\"4mo\"}]}"),
     {SHORTEN("c", 2, 3)},
     CAPABILITIES("{\"id\":\"c\",\"aspects\":{\"skills\":\"1y\"},\"levels\":[{\"level\":1},{"
                  "\"level\":2,\"lead_time\":\"3mo\"}]}")},
    {"an entry without a lead time",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"4mo\",\"levels\":[{\"level\":2,\"requires\":["
                  "\"d\"]}]},{\"id\":\"d\"}"),
     {SHORTEN("c", 2, 3)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"4mo\",\"levels\":[{\"level\":2,\"requires\":["
                  "\"d\"],\"lead_time\":\"3mo\"}]},{\"id\":\"d\"}")},
    {"shortened twice, and off the round",
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"4mo\"}"),
     {OFF("c", 1), SHORTEN("c", 1, 3), SHORTEN("c", 1, 2)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"4mo\",\"levels\":[{\"level\":1,\"planning\":"
                  "\"none\",\"lead_time\":\"2mo\"}]}")},
    {"a level less",
     INTERVENTION("{\"id\":\"c\",\"level\":3,\"lag\":\"2w\",\"by\":\"start\"},\"d\""),
     {LESS("i", "c", 3)},
     INTERVENTION("{\"id\":\"c\",\"level\":2,\"lag\":\"2w\",\"by\":\"start\"},\"d\"")},
    {"of an alternative",
     INTERVENTION("{\"any\":[{\"id\":\"c\",\"level\":3},\"d\",{\"id\":\"e\",\"level\":2,\"lag\":"
                  "\"1w\"}],\"by\":\"ready\"}"),
     {LESS("i", "e", 2)},
     INTERVENTION("{\"any\":[{\"id\":\"c\",\"level\":3},\"d\",{\"id\":\"e\",\"level\":1,\"lag\":"
                  "\"1w\"}],\"by\":\"ready\"}")},
    {"an alternative that others name by itself too",
     INTERVENTION("{\"id\":\"c\",\"level\":2},{\"any\":[{\"id\":\"c\",\"level\":3},\"d\"]}"),
     {LESS("i", "c", 3)},
     INTERVENTION("{\"id\":\"c\",\"level\":2},{\"any\":[{\"id\":\"c\",\"level\":2},\"d\"]}")},
    {"of a capability",
     CAPABILITIES("{\"id\":\"c\",\"requires\":[{\"id\":\"d\",\"level\":2}],\"levels\":[{\"level\":"
                  "2,\"requires\":[{\"id\":\"d\",\"level\":5}]}]},{\"id\":\"d\"}"),
     {LESS("c", "d", 2)},
     CAPABILITIES("{\"id\":\"c\",\"requires\":[{\"id\":\"d\",\"level\":1}],\"levels\":[{\"level\":"
                  "2,\"requires\":[{\"id\":\"d\",\"level\":5}]}]},{\"id\":\"d\"}")},
    {"of a level",
     CAPABILITIES("{\"id\":\"c\",\"requires\":[{\"id\":\"d\",\"level\":2}],\"levels\":[{\"level\":"
                  "2,\"requires\":[{\"id\":\"d\",\"level\":5}]}]},{\"id\":\"d\"}"),
     {LESS("c", "d", 5)},
     CAPABILITIES("{\"id\":\"c\",\"requires\":[{\"id\":\"d\",\"level\":2}],\"levels\":[{\"level\":"
                  "2,\"requires\":[{\"id\":\"d\",\"level\":4}]}]},{\"id\":\"d\"}")},
    {"of an alternative of a level",
     CAPABILITIES("{\"id\":\"c\",\"levels\":[{\"level\":2,\"requires\":[{\"any\":[\"e\",{\"id\":"
                  "\"d\",\"level\":5}]}]}]},{\"id\":\"d\"},{\"id\":\"e\"}"),
     {LESS("c", "d", 5)},
     CAPABILITIES("{\"id\":\"c\",\"levels\":[{\"level\":2,\"requires\":[{\"any\":[\"e\",{\"id\":"
                  "\"d\",\"level\":4}]}]}]},{\"id\":\"d\"},{\"id\":\"e\"}")},
    {"a later date",
     INTERVENTION("\"c\""),
     {{.kind = GP_DECIDE_DATE, .id = "i"}},
     "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2028-02-29\",\"requires\":[\"c\"]}],"
     "\"capabilities\":[{\"id\":\"c\"},{\"id\":\"d\"},{\"id\":\"e\"}]"},
    {"measures of the file, the last one holds",
     CAPABILITIES(
         "{\"id\":\"c\",\"lead_time\":\"4mo\"}") ",\"measures\":[{\"id\":\"m\",\"changes\":{"
                                                 "\"capabilities\":[{\"id\":\"c\",\"lead_time\":"
                                                 "\"2mo\"}]}},{\"id\":\"n\",\"changes\":{"
                                                 "\"capabilities\":[{\"id\":\"c\",\"lead_time\":"
                                                 "\"1mo\"}"
                                                 ",{\"id\":\"x\"}],\"planning\":{\"round\":\"3mo\"}"
                                                 "}},{\"id\":\"o\"}]",
     {TAKE("m"), TAKE("n"), TAKE("o")},
     "\"planning\":{\"round\":\"3mo\",\"from\":\"2026-01-01\"}," CAPABILITIES(
         "{\"id\":\"c\",\"lead_time\":\"1mo\"},{\"id\":\"x\"}") ",\"measures\":[{\"id\":\"m\","
                                                                "\"changes\":{\"capabilities\":[{"
                                                                "\"id\":\"c\",\"lead_time\":"
                                                                "\"2mo\"}]}},{\"id\":\"n\","
                                                                "\"changes\":{\"capabilities\":[{"
                                                                "\"id\":\"c\",\"lead_time\":"
                                                                "\"1mo\"},{\"id\":\"x\"}],"
                                                                "\"planning\":{\"round\":\"3mo\"}}}"
                                                                ",{\"id\":\"o\"}]"},
    {"a measure, then an automatic one",
     CAPABILITIES(
         "{\"id\":\"c\",\"lead_time\":\"4mo\"}") ",\"measures\":[{\"id\":\"m\",\"changes\":{"
                                                 "\"drop\":[\"d\"]}}],"
                                                 "\"interventions\":[{\"id\":\"i\",\"requires\":["
                                                 "\"d\",{\"id\":\"c\",\"level\":2}]},{\"id\":"
                                                 "\"d\"}]",
     {TAKE("m"), LESS("i", "c", 2)},
     CAPABILITIES("{\"id\":\"c\",\"lead_time\":\"4mo\"}") ",\"measures\":[{\"id\":\"m\","
                                                          "\"changes\":{\"drop\":[\"d\"]}}],"
                                                          "\"interventions\":[{\"id\":\"i\","
                                                          "\"requires\":[\"c\"]}]"},
};

/* ---- candidates ---- */

static bool is_of(gp_span span, uint32_t requirement)
{
    return requirement >= span.first && requirement < span.first + span.count;
}

static bool is_requirement_of(const gp_portfolio *p, uint32_t symbol, uint32_t requirement)
{
    gp_item item = p->items[symbol];
    if (item.kind == GP_ITEM_INTERVENTION)
        return is_of(p->interventions[item.index].requires, requirement);
    const gp_capability *c = &p->capabilities[item.index];
    bool is = is_of(c->requires, requirement);
    for (uint32_t i = 0; i < c->level_count; i++) is |= is_of(c->levels[i].requires, requirement);
    return is;
}

static uint32_t find_requirement(const gp_portfolio *p, uint32_t symbol, const decision *asked)
{
    for (uint32_t i = 0; i < p->requirement_count; i++)
        if (is_requirement_of(p, symbol, i) && p->requirements[i].level == asked->from_level &&
            strcmp(p->ids[p->requirements[i].target], asked->required) == 0)
            return i;
    fail();
    return GP_NONE;
}

static uint32_t find_measure(const gp_portfolio *p, const char *id)
{
    uint32_t at = 0;
    while (strcmp(p->measures[at].id, id) != 0) at++;
    return at;
}

static gp_candidate make_candidate(const gp_portfolio *p, const decision *asked)
{
    gp_candidate made = {.kind = (uint8_t)asked->kind,
                         .level = asked->level,
                         .quarters = asked->quarters,
                         .measure = GP_NONE,
                         .symbol = GP_NONE,
                         .requirement = GP_NONE,
                         .needed_by = GP_NO_DAY};
    if (asked->kind == GP_DECIDE_MEASURE) {
        made.measure = find_measure(p, asked->id);
        return made;
    }
    made.symbol = gp_find_symbol(p, asked->id);
    assert_int_not_equal(made.symbol, GP_NONE);
    if (asked->kind == GP_DECIDE_LEVEL) made.requirement = find_requirement(p, made.symbol, asked);
    if (asked->kind == GP_DECIDE_DATE) made.needed_by = gp_day_of((gp_date){2028, 2, 29});
    return made;
}

/* ---- one row ---- */

static const gp_document *read_body(gp_job *job, const char *body, const gp_portfolio **portfolio)
{
    char text[2048];
    bool is_top = strncmp(body, "\"planning\"", 10) == 0;
    snprintf(text, sizeof text, "%s%s%s}", HEAD, is_top ? "" : PLANNING, body);
    return read_version(job, "p.json", text, portfolio);
}

static void assert_same(gp_job *job, const gp_document *wanted, const gp_document *found)
{
    const gp_edits *edits;
    assert_int_equal(gp_find_edits(job, wanted, found, &edits), GP_OK);
    assert_string_equal(list_edits(job, edits), "");
}

typedef struct all_taken {
    gp_candidate made[3];
    const gp_candidate *pointers[3];
    uint32_t count;
} all_taken;

static void take(const row *r, const gp_portfolio *p, all_taken *out)
{
    out->count = 0;
    for (uint32_t i = 0; i < 3 && r->taken[i].id; i++) {
        out->made[i] = make_candidate(p, &r->taken[i]);
        out->pointers[i] = &out->made[i];
        out->count++;
    }
}

/* The file that is written of them, read as --changes is. */
static const gp_document *read_written(gp_job *job, const char *written, const gp_document *old)
{
    char name[] = "/tmp/groeipad-repair-XXXXXX";
    int file = mkstemp(name);
    assert_true(file >= 0);
    assert_int_equal(gp_write_file(job, name, written, strlen(written)), GP_OK);
    const char *names[] = {name};
    const gp_changes changes = {.files = names, .file_count = 1};
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = &changes};
    const gp_portfolio *portfolio;
    const gp_document *variant;
    assert_int_equal(gp_read_variant(job, old, &options, &portfolio, &variant), GP_OK);
    close(file);
    unlink(name);
    return variant;
}

static void gives_what_is_written_by_hand(void **state)
{
    const row *r = *state;
    const gp_portfolio *old_portfolio, *new_portfolio, *made;
    gp_job *old_job = gp_job_new(), *new_job = gp_job_new(), *job = gp_job_new();
    gp_job *last = gp_job_new();
    const gp_document *old = read_body(old_job, r->old, &old_portfolio);
    const gp_document *new = read_body(new_job, r->new, &new_portfolio), *variant;
    all_taken all;
    take(r, old_portfolio, &all);
    assert_int_equal(
        gp_read_candidates(job, old, old_portfolio, all.pointers, all.count, NULL, &made, &variant),
        GP_OK);
    assert_same(new_job, new, variant);
    assert_int_equal(made->requirement_count, new_portfolio->requirement_count);

    const gp_network network = {.portfolio = old_portfolio};
    const gp_schedule before = {.network = &network};
    gp_repair_choice choices[3];
    for (uint32_t i = 0; i < all.count; i++) /* in the order of decisions, whatever that is */
        choices[i] = (gp_repair_choice){.candidate = all.count - 1 - i};
    const gp_repair repair = {.considered = all.made,
                              .considered_count = all.count,
                              .choices = choices,
                              .choice_count = all.count,
                              .before = &before,
                              .after = &before};
    gp_output written;
    assert_int_equal(gp_write_repair_changes(old_job, old, &repair, &written), GP_OK);
    assert_same(new_job, new, read_written(last, written.text, old));
    gp_job_free(last);
    gp_job_free(job);
    gp_job_free(new_job);
    gp_job_free(old_job);
}

/* In one future some of the alternatives are not there, and requirements have other numbers. */
static void an_alternative_of_one_future(void **state)
{
    (void)state;
    static const char text[] =
        HEAD "\"scenarios\":[{\"id\":\"s\"},{\"id\":\"t\"}],\"interventions\":[{\"id\":\"x\","
             "\"scenarios\":[\"t\"],\"requires\":[\"c\",\"d\"]},{\"id\":\"i\",\"requires\":[{"
             "\"any\":[\"x\",{\"id\":\"c\",\"level\":3},\"d\"]}]}]," CAPABILITIES(
                 "{\"id\":\"c\"},{\"id\":\"d\"}") "}";
    static const decision less = LESS("i", "c", 3);
    const gp_portfolio *whole, *narrowed, *made;
    const gp_document *variant;
    gp_job *old_job = gp_job_new(), *job = gp_job_new();
    const gp_document *old = read_version(old_job, "p.json", text, &whole);
    assert_int_equal(gp_select_scenario(old_job, whole, 0, &narrowed), GP_OK);
    assert_int_equal(narrowed->requirement_count, 2);
    const gp_candidate candidate = make_candidate(narrowed, &less), *taken = &candidate;
    assert_int_equal(gp_read_candidates(job, old, narrowed, &taken, 1, NULL, &made, &variant),
                     GP_OK);
    const gp_edits *edits;
    assert_int_equal(gp_find_edits(job, old, variant, &edits), GP_OK);
    assert_int_equal(edits->count, 1);
    assert_int_equal(made->requirement_count, 5);
    assert_int_equal(made->requirements[3].level, 2);
    assert_int_equal(made->requirements[3].group, made->requirements[2].group);
    gp_job_free(job);
    gp_job_free(old_job);
}

/* ---- what is wrong with the changes of a measure ---- */

static void what_is_wrong_stands_in_the_file(void **state)
{
    (void)state;
    const char *text = HEAD "\n\"capabilities\":[{\"id\":\"c\"}],\n\"measures\":[{\"id\":\"m\","
                            "\"changes\":{\n\"capabilities\":[{\"id\":\"c\",\"lead_time\":"
                            "\"soon\"}]}}]}";
    const gp_portfolio *portfolio, *made;
    gp_job *old_job = gp_job_new(), *job = gp_job_new();
    const gp_document *old = read_version(old_job, "p.json", text, &portfolio);
    const gp_candidate measure = {.kind = GP_DECIDE_MEASURE, .measure = 0};
    const gp_candidate *taken = &measure;
    assert_int_equal(gp_read_candidates(job, old, portfolio, &taken, 1, NULL, &made, NULL),
                     GP_INVALID);
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].code, 106);
    assert_int_equal(findings[0].place.line, 4);
    assert_string_equal(gp_source_name(job, findings[0].place.source), "p.json");

    const gp_network network = {.portfolio = portfolio};
    const gp_schedule before = {.network = &network};
    const gp_repair_choice choice = {.candidate = 0};
    const gp_repair repair = {.considered = &measure,
                              .considered_count = 1,
                              .choices = &choice,
                              .choice_count = 1,
                              .before = &before};
    gp_output written;
    assert_int_equal(gp_write_repair_changes(old_job, old, &repair, &written), GP_INVALID);
    findings = gp_findings(old_job, &count);
    assert_int_equal(findings[count - 1].code, 106);
    gp_job_free(job);
    gp_job_free(old_job);
}

#define ROWS (sizeof rows / sizeof *rows)

int main(void)
{
    struct CMUnitTest tests[ROWS + 2];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){.name = rows[i].name,
                                       .test_func = gives_what_is_written_by_hand,
                                       .initial_state = (void *)(uintptr_t)&rows[i]};
    tests[ROWS] = (struct CMUnitTest)cmocka_unit_test(what_is_wrong_stands_in_the_file);
    tests[ROWS + 1] = (struct CMUnitTest)cmocka_unit_test(an_alternative_of_one_future);
    return _cmocka_run_group_tests("repair_changes", tests, ROWS + 2, NULL, NULL);
}
