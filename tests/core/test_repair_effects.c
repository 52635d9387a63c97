/* SPDX-License-Identifier: MIT
 * What measures do, as effects: which of two is the stronger, and the network of all that there may
 * be. Durations and rounds are compared with what every day of some centuries says. */
#include "core/pass.h"
#include "core/repair/build.h"
#include "core/repair/strength.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define PORTFOLIOS 300
#define FIRST_DAY                                                                                  \
    (-47541) /* 1839-11-02: the day after, February has 29 days, and so on to 1900                 \
              */
#define LAST_DAY 73000

/* ---- durations ---- */

static const char *const durations[] = {
    "0d",  "1d",   "27d",  "28d",  "29d",    "30d",    "31d", "32d",  "59d",  "60d",  "62d",
    "89d", "92d",  "1mo",  "2mo",  "3mo",    "3mo23d", "5mo", "11mo", "1y",   "365d", "366d",
    "2y",  "730d", "1y1d", "13mo", "2mo31d", "1wd",    "5wd", "28wd", "31wd", "120wd"};
#define DURATIONS (sizeof durations / sizeof *durations)

static gp_duration duration_of(const char *text)
{
    gp_duration duration;
    assert_true(gp_parse_lag(text, &duration));
    return duration;
}

/* Is it as short from every day? */
static bool is_as_short_by_days(gp_duration a, gp_duration b)
{
    const gp_calendar calendar = {0};
    for (gp_day day = FIRST_DAY; day < LAST_DAY; day++)
        if (gp_add_duration(&calendar, day, a) > gp_add_duration(&calendar, day, b)) return false;
    return true;
}

static void durations_compare_as_all_days_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < DURATIONS; i++)
        for (size_t k = 0; k < DURATIONS; k++) {
            gp_duration a = duration_of(durations[i]), b = duration_of(durations[k]);
            bool is_short = gp_is_as_short(a, b), is_short_by_days = is_as_short_by_days(a, b);
            /* of work in working days nothing is said but that each takes a day, or more */
            bool is_exact = a.unit == b.unit || a.unit != GP_DURATION_WORKDAYS;
            if (is_exact ? is_short != is_short_by_days : is_short && !is_short_by_days)
                fail_msg("%s and %s", durations[i], durations[k]);
        }
}

static void leads_compare_the_other_way_round(void **state)
{
    (void)state;
    assert_true(gp_is_as_short(duration_of("-3w"), duration_of("-2w")));
    assert_false(gp_is_as_short(duration_of("-2w"), duration_of("-3w")));
    assert_true(gp_is_as_short(duration_of("-2w"), duration_of("0d")));
    assert_false(gp_is_as_short(duration_of("0d"), duration_of("-2w")));
    assert_true(gp_is_as_short(duration_of("-2mo"), (gp_duration){0}));
}

/* ---- rounds ---- */

typedef struct grid_row {
    const char *a, *a_from, *b, *b_from;
    bool is_held; /* is each point of b one of a? */
} grid_row;

static const grid_row grids[] = {
    {"3mo", "2026-01-01", "1y", "2026-01-01", true},
    {"3mo", "2026-01-01", "1y", "2024-10-01", true},
    {"3mo", "2026-01-01", "1y", "2026-02-01", false},
    {"1y", "2026-01-01", "3mo", "2026-01-01", false},
    {"4mo", "2026-01-01", "6mo", "2026-01-01", false},
    {"3mo", "2026-01-15", "1y", "2026-01-01", false},
    {"1mo", "2026-01-31", "2mo", "2026-01-31", true},
    {"1mo", "2026-01-31", "2mo", "2026-01-30", false},
    {"1w", "2026-01-05", "2w", "2026-01-12", true},
    {"1w", "2026-01-05", "2w", "2026-01-13", false},
    {"2w", "2026-01-05", "1w", "2026-01-05", false},
    {"1d", "2026-01-05", "1y", "2027-03-31", true},
    {"1w", "2026-01-05", "1mo", "2026-01-05", false},
    {"1mo1w", "2026-01-05", "2mo2w", "2026-01-05", true},
    {"1mo1w", "2026-01-05", "2mo2w", "2026-01-06", false},
    {"5wd", "2026-01-05", "10wd", "2026-01-05", true},
    {"5wd", "2026-01-05", "10wd", "2026-01-12", false},
    {"5wd", "2026-01-05", "1w", "2026-01-05", false},
};

static gp_day day_of(const char *text)
{
    gp_day day;
    assert_true(gp_parse_date(text, &day));
    return day;
}

static void check_grid(const grid_row *row)
{
    const gp_calendar calendar = {.days_off = 0x60};
    gp_planning a = {.round = duration_of(row->a), .from = day_of(row->a_from)};
    gp_planning b = {.round = duration_of(row->b), .from = day_of(row->b_from)};
    if (gp_holds_grid(&calendar, a.round, a.from, b.round, b.from) != row->is_held)
        fail_msg("%s from %s and %s from %s", row->a, row->a_from, row->b, row->b_from);
    assert_int_equal(gp_holds_rounds(&calendar, &a, &b, a.from), row->is_held);
    for (gp_day day = -20000; row->is_held && day < 60000; day += 11)
        assert_true(gp_next_round(&calendar, &a, day) <= gp_next_round(&calendar, &b, day));
}

static void grids_hold_grids(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof grids / sizeof *grids; i++) check_grid(&grids[i]);
}

/* Rounds of random portfolios: what is said to be held is never earlier, nor better known. */
static void what_is_held_is_never_earlier(void **state)
{
    (void)state;
    static generator g;
    uint32_t held = 0;
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        random_portfolio(&g, seed);
        for (uint32_t i = 0; i < RANDOM_CAPABILITIES * 2; i++) {
            const gp_planning *a = &g.plannings[i];
            gp_planning b = g.plannings[(i + 1) % (RANDOM_CAPABILITIES * 2)];
            if (i % 2) b = *a;
            if (i % 4 == 1 && b.date_count > 1) b.dates++, b.date_count--;
            if (i % 4 == 3) b.round.days *= 2, b.round.months = (int16_t)(b.round.months * 2);
            if (!gp_has_rounds(&b)) continue;
            if (!gp_holds_rounds(NULL, a, &b, RANDOM_STATUS_DATE)) continue;
            held++;
            for (gp_day day = RANDOM_STATUS_DATE; day < RANDOM_STATUS_DATE + 2000; day++) {
                assert_true(gp_next_round(NULL, a, day) <= gp_next_round(NULL, &b, day));
                assert_true(gp_knows_round(a, day) >= gp_knows_round(&b, day));
            }
        }
        gp_job_free(g.draft.job);
    }
    assert_true(held > 500);
}

/* ---- the network of all that there may be ---- */

/* The earliest dates of a model when nothing is taken. */
static void check_model(uint64_t seed, const gp_schedule *schedule, const gp_repair_model *model)
{
    gp_job *job = gp_job_new();
    const gp_schedule *made;
    assert_int_equal(gp_schedule_network(job, &model->network, NULL, &made), GP_OK);
    for (uint32_t i = 0; i < model->base_activities; i++)
        if (made->dates[i].earliest_start != schedule->dates[i].earliest_start ||
            made->dates[i].earliest_ready != schedule->dates[i].earliest_ready ||
            made->dates[i].not_before != schedule->dates[i].not_before)
            fail_msg("portfolio %d, activity %u", (int)seed, i);
    gp_job_free(job);
}

static void check_order(const gp_repair_model *model)
{
    for (uint32_t c = 0; c < model->candidate_count; c++)
        for (uint32_t e = 0; e < model->effects[c].count; e++) {
            const gp_effect *effect = &model->effects[c].effects[e];
            if (effect->kind != GP_EFFECT_UNIT) continue;
            const gp_unit *unit = &model->units[effect->target];
            assert_true(effect->to.unit.count <= unit->room);
            for (uint32_t i = 0; i < effect->to.unit.count; i++)
                assert_true(model->network.layer[effect->to.unit.arcs[i].from] <
                            model->network.layer[unit->to]);
        }
}

static void a_model_begins_as_the_plan(void **state)
{
    (void)state;
    static generator g;
    uint32_t candidates = 0;
    for (uint64_t seed = 1; seed <= PORTFOLIOS; seed++) {
        const gp_portfolio *portfolio = random_portfolio(&g, seed);
        const gp_network *network;
        const gp_schedule *schedule;
        gp_repair_options options;
        gp_repair_model model;
        if (gp_build_network(g.draft.job, portfolio, &network) == GP_OK) {
            assert_int_equal(gp_schedule_network(g.draft.job, network, NULL, &schedule), GP_OK);
            gp_default_repair(portfolio, &options);
            assert_int_equal(gp_make_repair_model(g.draft.job, schedule, &options, &model), GP_OK);
            check_model(seed, schedule, &model);
            check_order(&model);
            candidates += model.candidate_count;
        }
        gp_job_free(g.draft.job);
    }
    assert_true(candidates > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_compare_as_all_days_say),
        cmocka_unit_test(leads_compare_the_other_way_round),
        cmocka_unit_test(grids_hold_grids),
        cmocka_unit_test(what_is_held_is_never_earlier),
        cmocka_unit_test(a_model_begins_as_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
