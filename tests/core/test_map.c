/* SPDX-License-Identifier: MIT
 * The capability map against the plan, and what is asked against a slow version that passes days on
 * until nothing changes; over random portfolios, on days before, in and after the plan. By hand:
 * what is asked from which day, the order of parents, and days that cannot be had. */
#include "core/board.h"
#include "core/map.h"
#include "core/network.h"
#include "groeipad/filter.h"
#include "tests/support_draft.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

enum { SEEDS = 1500, DAYS_TRIED = 12 };

/* ---- the slow version of what is asked ---- */

typedef struct slow {
    const gp_portfolio *portfolio;
    gp_day from[RANDOM_CAPABILITIES * 2][GP_LEVEL_MAX + 1];
} slow;

static bool lower(gp_day *day, gp_day to)
{
    if (*day != GP_NO_DAY && *day <= to) return false;
    *day = to;
    return true;
}

/* The first of a unit that is there is asked for, on `start` or on `ready`. */
static bool ask_slowly(slow *s, gp_span span, gp_day start, gp_day ready)
{
    bool has_changed = false;
    uint32_t end;
    for (uint32_t i = span.first; i < span.first + span.count; i = end) {
        end = gp_unit_end(s->portfolio, span, i);
        for (uint32_t r = i; r < end; r++) {
            const gp_requirement *one = &s->portfolio->requirements[r];
            gp_item item = s->portfolio->items[one->target];
            if (item.kind != GP_ITEM_CAPABILITY) continue;
            if (s->portfolio->capabilities[item.index].level < one->level) continue;
            has_changed |=
                lower(&s->from[item.index][one->level], one->by == GP_BY_START ? start : ready);
            break;
        }
    }
    return has_changed;
}

static bool pass_on(slow *s)
{
    bool has_changed = false;
    for (uint32_t c = 0; c < s->portfolio->capability_count; c++) {
        const gp_capability *capability = &s->portfolio->capabilities[c];
        for (uint8_t level = capability->level; level > 0; level--) {
            gp_day day = s->from[c][level];
            if (day == GP_NO_DAY) continue;
            if (level > 1) has_changed |= lower(&s->from[c][level - 1], day);
            has_changed |= ask_slowly(s, capability->requires, day, day);
            for (uint32_t e = 0; e < capability->level_count; e++)
                if (capability->levels[e].level <= level)
                    has_changed |= ask_slowly(s, capability->levels[e].requires, day, day);
        }
    }
    return has_changed;
}

static void ask_for_activity(slow *s, const gp_schedule *schedule, uint32_t index)
{
    const gp_activity *a = &schedule->network->activities[index];
    const gp_dates *dates = &schedule->dates[index];
    gp_day start = dates->latest_start == GP_NO_DAY ? dates->earliest_start : dates->latest_start;
    if (a->kind == GP_KIND_INTERVENTION) {
        ask_slowly(s, s->portfolio->interventions[a->item].requires, start, dates->latest_ready);
        return;
    }
    const gp_capability *capability = &s->portfolio->capabilities[a->item];
    lower(&s->from[a->item][a->level], dates->latest_ready);
    if (schedule->network->capability_first[a->item] == index)
        ask_slowly(s, capability->requires, start, dates->latest_ready);
    for (uint32_t e = 0; e < capability->level_count; e++)
        if (capability->levels[e].level == a->level)
            ask_slowly(s, capability->levels[e].requires, start, dates->latest_ready);
}

static void make_slow(slow *s, const gp_schedule *schedule, const uint8_t *is_asked)
{
    s->portfolio = schedule->network->portfolio;
    for (uint32_t c = 0; c < s->portfolio->capability_count; c++)
        for (int level = 0; level <= GP_LEVEL_MAX; level++) s->from[c][level] = GP_NO_DAY;
    for (uint32_t i = 0; i < schedule->network->activity_count; i++)
        if (is_asked[i] && schedule->network->activities[i].kind != GP_KIND_MISSING)
            ask_for_activity(s, schedule, i);
    while (pass_on(s)) {}
}

static uint8_t asked_slowly(const slow *s, uint32_t capability, gp_day day)
{
    uint8_t level = GP_LEVEL_MAX;
    while (level && (s->from[capability][level] == GP_NO_DAY || s->from[capability][level] > day))
        level--;
    return level;
}

/* ---- what holds of every map ---- */

static void check_state(const gp_schedule *schedule, const gp_map_row *row,
                        const gp_map_state *state)
{
    const gp_network *network = schedule->network;
    const gp_capability *capability = &network->portfolio->capabilities[row->capability];
    uint8_t level = capability->level, at_most = level;
    uint32_t left = 0, first = network->capability_first[row->capability];
    bool is_unknown = false;
    for (uint32_t i = first; i < first + network->capability_steps[row->capability]; i++) {
        bool is_past = schedule->dates[i].earliest_ready <= state->date;
        bool is_sure = !schedule->dates[i].not_before;
        if (is_past) at_most = network->activities[i].level;
        if (is_past && is_sure) level = network->activities[i].level;
        left += !is_past || !is_sure;
        is_unknown |= (!is_past || !is_sure) && network->activities[i].is_unknown;
    }
    assert_int_equal(state->level, level);
    assert_int_equal(state->at_most, at_most);
    assert_int_equal(state->gap == GP_MAP_THERE, left == 0);
    if (is_unknown) assert_int_equal(state->gap, GP_MAP_UNPLANNED);
    if (state->gap == GP_MAP_TOO_LATE) assert_true(state->buffer_days < 0);
    if (state->gap == GP_MAP_IN_TIME)
        assert_true(state->buffer_days == GP_NO_DAYS || state->buffer_days >= 0);
}

static void check_counts(const gp_map *map)
{
    for (uint32_t k = 0; k < map->date_count; k++) {
        uint32_t counts[GP_MAP_GAPS] = {0};
        for (uint32_t i = 0; i < map->row_count; i++)
            counts[map->states[(size_t)i * map->date_count + k].gap]++;
        assert_memory_equal(counts, &map->counts[(size_t)k * GP_MAP_GAPS], sizeof counts);
    }
}

/* Levels never fall. */
static void check_rows(const gp_map *map, const gp_schedule *schedule, const slow *s)
{
    assert_int_equal(map->row_count, schedule->network->portfolio->capability_count +
                                         schedule->network->portfolio->missing_count);
    for (uint32_t i = 0; i < map->row_count; i++)
        for (uint32_t k = 0; k < map->date_count; k++) {
            const gp_map_state *state = &map->states[(size_t)i * map->date_count + k];
            assert_int_equal(state->date, map->dates[k]);
            assert_true(state->level <= state->at_most);
            assert_true(state->asked <= map->rows[i].asked_in_all);
            if (k) assert_true(state->date > state[-1].date && state->level >= state[-1].level);
            if (k) assert_true(state->asked >= state[-1].asked);
            if (k && state[-1].gap == GP_MAP_THERE) assert_int_equal(state->gap, GP_MAP_THERE);
            if (map->rows[i].capability == GP_NONE) {
                assert_int_equal(state->gap, GP_MAP_MISSING);
                continue;
            }
            check_state(schedule, &map->rows[i], state);
            assert_int_equal(state->asked, asked_slowly(s, map->rows[i].capability, state->date));
        }
}

static void agrees_with_the_plan(void **state)
{
    const gp_schedule_options demanded = {.is_demand_driven = true};
    uint32_t planned = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        generator g;
        slow s;
        gp_asks asks;
        gp_map map;
        gp_day days[DAYS_TRIED];
        const gp_network *network;
        const gp_schedule *schedule, *asked;
        const gp_portfolio *portfolio = random_portfolio(&g, seed);
        gp_job *job = g.draft.job;
        if (gp_build_network(job, portfolio, &network) == GP_OK) {
            uint64_t numbers = seed * 77 + 1;
            for (int i = 0; i < DAYS_TRIED; i++)
                days[i] = RANDOM_STATUS_DATE - 400 + (gp_day)test_random(&numbers, 3000);
            const gp_map_options options = {.dates = days, .date_count = DAYS_TRIED};
            assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
            assert_int_equal(gp_schedule_network(job, network, &demanded, &asked), GP_OK);
            assert_int_equal(gp_find_asks(job, asked, &asks), GP_OK);
            assert_int_equal(gp_find_map(job, schedule, &options, &map), GP_OK);
            make_slow(&s, asked, asks.boards);
            check_rows(&map, schedule, &s);
            check_counts(&map);
            planned++;
        }
        gp_job_free(job);
    }
    assert_true(planned > SEEDS / 2);
}

/* ---- by hand ---- */

static const gp_map_state *find_state(const gp_map *map, const gp_portfolio *portfolio,
                                      const char *id, uint32_t day)
{
    uint32_t symbol = gp_find_symbol(portfolio, id);
    for (uint32_t i = 0; i < map->row_count; i++)
        if (map->rows[i].symbol == symbol) return &map->states[(size_t)i * map->date_count + day];
    fail_msg("%s is not on the map", id);
    return NULL;
}

/* An intervention of 14 days needed on day 98 asks for `base` of level 2 before it goes live, and
 * `base` for `root` before its first step starts. `hope` needs `root` sooner, and nothing needs
 * `hope`: that asks for nothing. `old` is there, and asked for from day 84, the latest start. */
static void asks_from_the_last_day_that_will_do(void **unused)
{
    const gp_day days[] = {83, 84, 97, 98};
    const gp_map_options options = {.dates = days, .date_count = 4};
    const gp_schedule *schedule;
    gp_map map;
    test_draft t;
    gp_intervention first = test_intervention(GP_DEVELOP, 14);
    gp_capability there = test_capability(10), base = test_capability(10);
    (void)unused;
    start_test_draft(&t);
    there.level = 1;
    first.needed_by = 98;
    add_test_intervention(&t, "i", first, "base@2 old!start nowhere");
    add_test_capability(&t, "base", base, "root");
    add_test_capability(&t, "root", test_capability(5), "");
    add_test_capability(&t, "hope", test_capability(5), "root");
    add_test_capability(&t, "old", there, "");
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    const gp_portfolio *p = schedule->network->portfolio;
    assert_int_equal(gp_find_map(t.job, schedule, &options, &map), GP_OK);
    assert_int_equal(find_state(&map, p, "base", 0)->asked, 0); /* level 1 by day 88 */
    assert_int_equal(find_state(&map, p, "base", 2)->asked, 1);
    assert_int_equal(find_state(&map, p, "base", 3)->asked, 2);
    assert_int_equal(find_state(&map, p, "root", 0)->asked, 1); /* by day 78 */
    assert_int_equal(find_state(&map, p, "hope", 3)->asked, 0);
    assert_int_equal(find_state(&map, p, "hope", 0)->buffer_days, GP_NO_DAYS);
    assert_int_equal(find_state(&map, p, "old", 0)->asked, 0);
    assert_int_equal(find_state(&map, p, "old", 1)->asked, 1);
    assert_int_equal(find_state(&map, p, "old", 0)->gap, GP_MAP_THERE);
    assert_int_equal(find_state(&map, p, "nowhere", 2)->asked, 0);
    assert_int_equal(find_state(&map, p, "nowhere", 3)->asked, 1);
    assert_int_equal(map.rows[map.row_count - 1].demand, GP_MAP_REQUESTED);
    assert_int_equal(map.rows[2].demand, GP_MAP_UNFOUNDED);
    gp_job_free(t.job);
}

/* What is there and holds others was not made in hope; what is not there was. */
static void headings_are_not_unfounded(void **unused)
{
    const gp_schedule *schedule;
    gp_map map;
    test_draft t;
    gp_capability there = test_capability(0), part = test_capability(5);
    (void)unused;
    start_test_draft(&t);
    there.level = 1;
    add_test_capability(&t, "heading", there, "");
    add_test_capability(&t, "part", part, "");
    assert_int_equal(gp_draft_parent(t.draft, "heading", 7, (gp_place){0}), GP_OK);
    add_test_capability(&t, "alone", there, "");
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    assert_int_equal(gp_find_map(t.job, schedule, NULL, &map), GP_OK);
    assert_int_equal(map.rows[0].demand, GP_MAP_HEADING);
    assert_int_equal(map.rows[1].demand, GP_MAP_UNFOUNDED);
    assert_int_equal(map.rows[2].demand, GP_MAP_UNFOUNDED);
    gp_job_free(t.job);
}

static void refuses_days_that_it_cannot_have(void **unused)
{
    gp_map_options options = {.is_at_rounds = true};
    gp_day days[GP_MAP_DATES_MAX + 1];
    const gp_schedule *schedule;
    gp_map map;
    test_draft t;
    (void)unused;
    start_test_draft(&t);
    add_test_capability(&t, "a", test_capability(10), "");
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    assert_int_equal(gp_find_map(t.job, schedule, &options, &map), GP_WRONG_OPTION);
    for (int i = 0; i <= GP_MAP_DATES_MAX; i++) days[i] = i;
    options = (gp_map_options){.dates = days, .date_count = GP_MAP_DATES_MAX + 1};
    assert_int_equal(gp_find_map(t.job, schedule, &options, &map), GP_WRONG_OPTION);
    options.date_count = GP_MAP_DATES_MAX;
    days[1] = days[0];
    assert_int_equal(gp_find_map(t.job, schedule, &options, &map), GP_OK);
    assert_int_equal(map.date_count, GP_MAP_DATES_MAX - 1);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_plan),
        cmocka_unit_test(asks_from_the_last_day_that_will_do),
        cmocka_unit_test(headings_are_not_unfounded),
        cmocka_unit_test(refuses_days_that_it_cannot_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
