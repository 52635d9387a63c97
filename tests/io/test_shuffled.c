/* SPDX-License-Identifier: MIT
 * What an answer says does not depend on the order of the file: random portfolios, with their
 * records in another order, give the same bytes. Tables that list what the user wrote keep the
 * order of the file; of those the lines are the same, or the words of their JSON. */
#include "tests/support_random.h"
#include "core/job.h"
#include "groeipad/boards.h"
#include "groeipad/citizens.h"
#include "groeipad/demand.h"
#include "groeipad/io.h"
#include "groeipad/plan.h"
#include "groeipad/scenarios.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 600

/* numbers[i] is the new place of i. */
static uint32_t *shuffled(test_draft *t, uint64_t *seed, uint32_t count)
{
    uint32_t *numbers = gp_allocate(t->job, count, sizeof *numbers);
    assert_non_null(numbers);
    for (uint32_t i = 0; i < count; i++) numbers[i] = i;
    for (uint32_t i = count; i-- > 1;) {
        uint32_t k = test_random(seed, i + 1), kept = numbers[i];
        numbers[i] = numbers[k];
        numbers[k] = kept;
    }
    return numbers;
}

/* Each record is told where it stands now; capabilities and interventions stand mixed. */
static void shuffle_records(test_draft *t, uint64_t *seed, const gp_portfolio *p,
                            const uint32_t *symbols, gp_portfolio *to)
{
    uint32_t *c = shuffled(t, seed, p->capability_count);
    uint32_t *n = shuffled(t, seed, p->intervention_count);
    gp_capability *capabilities = gp_allocate(t->job, p->capability_count, sizeof *capabilities);
    gp_intervention *interventions =
        gp_allocate(t->job, p->intervention_count, sizeof *interventions);
    assert_true(capabilities && interventions);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        gp_capability *copy = &capabilities[c[i]];
        *copy = p->capabilities[i];
        copy->symbol = symbols[copy->symbol];
        copy->place.line = (1 + c[i] * 3) & 0x1fffffff;
    }
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        gp_intervention *copy = &interventions[n[i]];
        *copy = p->interventions[i];
        copy->symbol = symbols[copy->symbol];
        copy->place.line = (2 + n[i] * 5) & 0x1fffffff;
    }
    to->capabilities = capabilities;
    to->interventions = interventions;
}

static void shuffle_symbols(test_draft *t, uint64_t *seed, const gp_portfolio *p,
                            const uint32_t *symbols, gp_portfolio *to)
{
    const char **ids = gp_allocate(t->job, p->symbol_count, sizeof *ids);
    gp_item *items = gp_allocate(t->job, p->symbol_count, sizeof *items);
    uint32_t *missing = gp_allocate(t->job, p->missing_count, sizeof *missing);
    uint32_t *m = shuffled(t, seed, p->missing_count);
    gp_requirement *requirements = gp_allocate(t->job, p->requirement_count, sizeof *requirements);
    assert_true(ids && items && missing && requirements);
    for (uint32_t i = 0; i < p->symbol_count; i++) {
        ids[symbols[i]] = p->ids[i];
        items[symbols[i]] = p->items[i];
    }
    for (uint32_t i = 0; i < p->requirement_count; i++) {
        requirements[i] = p->requirements[i];
        requirements[i].target = symbols[requirements[i].target];
    }
    for (uint32_t i = 0; i < p->missing_count; i++) missing[m[i]] = symbols[p->missing[i]];
    for (uint32_t i = 0; i < p->missing_count; i++)
        items[missing[i]] = (gp_item){GP_ITEM_MISSING, i};
    for (uint32_t i = 0; i < p->capability_count; i++)
        items[to->capabilities[i].symbol] = (gp_item){GP_ITEM_CAPABILITY, i};
    for (uint32_t i = 0; i < p->intervention_count; i++)
        items[to->interventions[i].symbol] = (gp_item){GP_ITEM_INTERVENTION, i};
    to->ids = ids;
    to->items = items;
    to->requirements = requirements;
    to->missing = missing;
}

/* ---- what is said ---- */

enum {
    PLAN,
    PLAN_CSV,
    CLASHES,
    TRACE,
    BOARDS,
    LEVERAGE,
    OPPOSITES,
    FIT,
    GAPS,
    SCENARIOS,
    ADVICE,
    PATHS,
    ANSWERS
};
static const char *const names[] = {
    "plan",         "plan as CSV",       "clashes",        "trace",
    "boards",       "leverage",          "opposites",      "fit as JSON",
    "gaps as JSON", "scenarios as JSON", "advice as JSON", "paths as JSON"};

typedef struct said {
    const char *texts[ANSWERS];
} said;

static int compare_lines(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The same pieces, sorted; any of `between` ends a piece. */
static const char *sort_pieces(test_draft *t, const char *text, const char *between)
{
    char *copy = test_keep(t, text, strlen(text) + 1), **lines;
    size_t count = 0, most = 1;
    for (const char *at = text; *at; at++) most += strchr(between, *at) != NULL;
    lines = gp_allocate(t->job, most, sizeof *lines);
    char *out = gp_allocate(t->job, 1, strlen(text) + 2);
    assert_true(lines && out);
    for (char *at = strtok(copy, between); at; at = strtok(NULL, between)) lines[count++] = at;
    qsort(lines, count, sizeof *lines, compare_lines);
    for (size_t i = 0, end = 0; i < count; i++) {
        size_t size = strlen(lines[i]);
        memcpy(out + end, lines[i], size);
        out[end + size] = '\n';
        end += size + 1;
    }
    return out;
}

static const char *sort_lines(test_draft *t, const char *text)
{
    return sort_pieces(t, text, "\n");
}

/* Of JSON: keys with their values, and the values of lists. */
static const char *sort_words(test_draft *t, const char *text)
{
    char *copy = test_keep(t, text, strlen(text) + 1);
    /* what an id looks like is asked of the names of the draft, which keep their numbers here */
    for (char *at = copy; (at = strstr(at, "\"did_you_mean\":")) != NULL;)
        while (*at != ',' && *at != '}') *at++ = ' ';
    text = copy;
    return sort_pieces(t, text, "\n ,[]{}");
}

/* Who is told to pull against whom: a line each. */
static const char *tell_opposites(test_draft *t, const gp_schedule *schedule)
{
    const gp_portfolio *p = schedule->network->portfolio;
    gp_buffer *buffer = gp_new_buffer(t->job);
    gp_fits fits;
    assert_non_null(buffer);
    assert_int_equal(gp_find_fits(t->job, schedule, &fits), GP_OK);
    for (uint32_t i = 0; i < fits.aim_count; i++) {
        const gp_aim *aim = &fits.aims[i];
        if (aim->opposed_by == GP_NONE) continue;
        gp_add_text(buffer, p->ids[p->interventions[aim->intervention].symbol]);
        gp_add_text(buffer, " ");
        gp_add_text(buffer, p->ids[p->interventions[aim->opposed_by].symbol]);
        gp_add_text(buffer, "\n");
    }
    const char *text;
    size_t size;
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    return text;
}

/* The path of every intervention, by id. */
static const char *tell_paths(test_draft *t, const gp_schedule *schedule)
{
    const gp_write_options json = {.format = GP_FORMAT_JSON};
    const gp_path_options options = {.top = 3};
    const gp_network *network = schedule->network;
    gp_buffer *buffer = gp_new_buffer(t->job);
    assert_non_null(buffer);
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++) {
        uint32_t activity = network->intervention_activity[i];
        gp_path_answer answer;
        gp_output output;
        assert_int_equal(gp_answer_path(t->job, schedule, activity, &options, &answer), GP_OK);
        assert_int_equal(gp_write_path(t->job, schedule, &answer, &json, &output), GP_OK);
        gp_add_text(buffer, output.text);
    }
    const char *text;
    size_t size;
    assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
    return text;
}

static void say_json(test_draft *t, const gp_schedule *schedule, said *out)
{
    const gp_write_options json = {.format = GP_FORMAT_JSON};
    const gp_portfolio *p = schedule->network->portfolio;
    gp_output output;
    gp_fits fits;
    gp_gaps gaps;
    gp_scenarios scenarios;
    const gp_advice *advice;
    assert_int_equal(gp_find_fits(t->job, schedule, &fits), GP_OK);
    assert_int_equal(gp_write_fit(t->job, schedule, &fits, &json, &output), GP_OK);
    out->texts[FIT] = sort_words(t, output.text);
    assert_int_equal(gp_find_gaps(t->job, schedule->network, &(gp_gap_options){0}, &gaps), GP_OK);
    assert_int_equal(gp_write_gaps(t->job, p, &gaps, &json, &output), GP_OK);
    out->texts[GAPS] = sort_words(t, output.text);
    assert_int_equal(gp_compare_scenarios(t->job, p, &scenarios), GP_OK);
    assert_int_equal(gp_write_scenarios(t->job, p, &scenarios, &json, &output), GP_OK);
    out->texts[SCENARIOS] = sort_words(t, output.text);
    assert_int_equal(gp_find_advice(t->job, schedule, &advice), GP_OK);
    assert_int_equal(gp_write_advice(t->job, p, advice, &json, &output), GP_OK);
    out->texts[ADVICE] = sort_words(t, output.text);
    out->texts[PATHS] = sort_words(t, tell_paths(t, schedule));
}

static void say(test_draft *t, const gp_schedule *schedule, said *out)
{
    const gp_write_options csv = {.format = GP_FORMAT_CSV};
    const gp_portfolio *p = schedule->network->portfolio;
    gp_output output;
    gp_clashes clashes;
    gp_traces traces;
    gp_boards boards;
    gp_load load;
    gp_leverages leverages;
    gp_structure structure;
    assert_int_equal(gp_write_plan(t->job, schedule, NULL, &output), GP_OK);
    out->texts[PLAN] = sort_lines(t, output.text);
    assert_int_equal(gp_write_plan(t->job, schedule, &csv, &output), GP_OK);
    out->texts[PLAN_CSV] = output.text;
    assert_int_equal(gp_find_clashes(t->job, schedule, &(gp_clash_options){.helped = 9}, &clashes),
                     GP_OK);
    assert_int_equal(gp_write_clashes(t->job, schedule, &clashes, NULL, &output), GP_OK);
    out->texts[CLASHES] = output.text;
    assert_int_equal(gp_trace_gaps(t->job, schedule, &traces), GP_OK);
    assert_int_equal(gp_write_trace(t->job, schedule, &traces, NULL, &output), GP_OK);
    out->texts[TRACE] = output.text;
    assert_int_equal(gp_find_boards(t->job, schedule, &boards), GP_OK);
    assert_int_equal(gp_find_load(t->job, schedule, &load), GP_OK);
    assert_int_equal(gp_write_boards(t->job, schedule, &boards, &load, NULL, &output), GP_OK);
    out->texts[BOARDS] = output.text;
    assert_int_equal(gp_find_leverage(t->job, p, &leverages), GP_OK);
    assert_int_equal(gp_find_structure(t->job, schedule->network, &structure), GP_OK);
    assert_int_equal(
        gp_write_leverage(t->job, schedule->network, &leverages, &structure, NULL, &output), GP_OK);
    out->texts[LEVERAGE] = sort_lines(t, output.text);
    out->texts[OPPOSITES] = sort_lines(t, tell_opposites(t, schedule));
    say_json(t, schedule, out);
}

static bool plan(test_draft *t, const gp_portfolio *p, const gp_schedule **out)
{
    const gp_network *network;
    if (gp_build_network(t->job, p, &network) != GP_OK) return false;
    assert_int_equal(gp_schedule_network(t->job, network, NULL, out), GP_OK);
    return true;
}

static void the_order_of_the_file_does_not_matter(void **state)
{
    (void)state;
    static generator g;
    uint64_t random = 3;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        const gp_portfolio *p = random_portfolio(&g, seed * 6151);
        test_draft *t = &g.draft;
        const gp_schedule *schedule, *other;
        said first, second;
        if (plan(t, p, &schedule)) {
            gp_portfolio *mixed = test_keep(t, p, sizeof *p);
            uint32_t *symbols = shuffled(t, &random, p->symbol_count);
            shuffle_records(t, &random, p, symbols, mixed);
            shuffle_symbols(t, &random, p, symbols, mixed);
            assert_true(plan(t, mixed, &other));
            say(t, schedule, &first);
            say(t, other, &second);
            for (int i = 0; i < ANSWERS; i++)
                if (strcmp(first.texts[i], second.texts[i]) != 0)
                    fail_msg("portfolio %d, %s:\n%s\n%s", (int)seed, names[i], first.texts[i],
                             second.texts[i]);
        }
        gp_job_free(t->job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_order_of_the_file_does_not_matter)};
    return cmocka_run_group_tests_name("shuffled", tests, NULL, NULL);
}
