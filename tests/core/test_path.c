/* SPDX-License-Identifier: MIT
 * Paths, where the days go, drag, next-best chains, clashes and remedies, worked out by hand. */
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const gp_schedule *schedule_of(test_draft *t)
{
    const gp_schedule *schedule;
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    return schedule;
}

static uint32_t activity(const gp_schedule *s, const char *id, uint8_t level)
{
    uint32_t found = gp_find_activity(s->network, gp_find_symbol(s->network->portfolio, id), level);
    assert_int_not_equal(found, GP_NONE);
    return found;
}

/* a (30 days, rounds on day 10 + k * 50) -> b (20 days, 5 days after a, any day)
 * -> i live on a multiple of 14, needed by day 60. Beside it: c (40 days, any day) -> i. */
static const gp_schedule *example(test_draft *t)
{
    start_test_draft(t);
    gp_draft_settings(t->draft)->planning =
        (gp_planning){.round = DAYS(50), .from = 10, .prepare = DAYS(7)};
    gp_planning *any_day = test_keep(t, &(gp_planning){0}, sizeof(gp_planning));
    gp_capability b = test_capability(20), c = test_capability(40);
    b.planning = c.planning = any_day;
    add_test_capability(t, "a", test_capability(30), "");
    add_test_capability(t, "b", b, "a+5d");
    add_test_capability(t, "c", c, "");
    gp_intervention i = test_intervention(GP_EXPLORE, 14);
    i.needed_by = 60;
    add_test_intervention(t, "i", i, "b c");
    return schedule_of(t);
}

static void elapsed_days_add_up(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    gp_path path;
    assert_int_equal(gp_trace_path(t.job, s, activity(s, "i", 0), &path), GP_OK);
    const char *expected[] = {"a", "b", "i"};
    assert_int_equal(path.count, 3);
    for (uint32_t k = 0; k < 3; k++)
        assert_string_equal(gp_activity_id(s->network, path.activities[k]), expected[k]);
    /* wait for day 10, work to 40, lag to 45, work to 65, cycle's end 70 */
    gp_elapsed e = path.elapsed;
    assert_int_equal(e.from, 0);
    assert_int_equal(e.to, 70);
    assert_int_equal(e.round_wait, 10);
    assert_int_equal(e.work, 50);
    assert_int_equal(e.lag, 5);
    assert_int_equal(e.cycle_wait, 5);
    assert_int_equal(e.release_wait, 0);
    gp_job_free(t.job);
}

static void reasons_join_up(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    gp_reasons why;
    assert_int_equal(gp_explain_date(t.job, s, activity(s, "i", 0), &why), GP_OK);
    const struct {
        gp_cause cause;
        gp_day from, to;
    } expected[] = {{GP_CAUSE_RELEASE, 0, 0},       {GP_CAUSE_ROUND, 0, 10},
                    {GP_CAUSE_WORK, 10, 40},        {GP_CAUSE_REQUIREMENT, 40, 40},
                    {GP_CAUSE_LAG, 40, 45},         {GP_CAUSE_WORK, 45, 65},
                    {GP_CAUSE_REQUIREMENT, 65, 65}, {GP_CAUSE_CYCLE, 65, 70}};
    assert_int_equal(why.count, sizeof expected / sizeof *expected);
    for (uint32_t k = 0; k < why.count; k++) {
        assert_int_equal(why.reasons[k].cause, expected[k].cause);
        assert_int_equal(why.reasons[k].from, expected[k].from);
        assert_int_equal(why.reasons[k].to, expected[k].to);
    }
    gp_job_free(t.job);
}

static void drag(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    gp_path path;
    gp_drags drags;
    assert_int_equal(gp_trace_path(t.job, s, activity(s, "i", 0), &path), GP_OK);
    assert_int_equal(gp_find_drag(t.job, s, &path, &drags), GP_OK);
    /* without a: b 15..35, c 40 -> 42, 28 days won; without b: 45 -> 56, 14 won; i's own work
     * does not hold it up. */
    assert_int_equal(drags.count, 3);
    assert_int_equal(drags.drags[0].days, 28);
    assert_int_equal(drags.drags[1].days, 14);
    assert_int_equal(drags.drags[2].days, 0);
    gp_job_free(t.job);
}

/* A path that is longer than may be tried: those with the most work are kept, the earlier ones
 * where there is as much of it, in the order of the path. Steps take 2 days, every third one 1, and
 * the last ten 3: of 300, the 97 that take 1 are too many, and the last 44 of them are left out. */
static void drag_of_a_long_path(void **state)
{
    (void)state;
    enum { STEPS = 300, LAST = 10 };
    test_draft t;
    start_test_draft(&t);
    char id[16], requires[16] = "";
    uint32_t kept[STEPS], count = 0, room = GP_DRAG_MAX, days[STEPS];
    for (uint32_t i = 0; i < STEPS; i++) {
        days[i] = i >= STEPS - LAST ? 3 : i % 3 == 0 ? 1 : 2;
        snprintf(id, sizeof id, "s%03u", (unsigned)i);
        add_test_capability(&t, id, test_capability((int32_t)days[i]), requires);
        snprintf(requires, sizeof requires, "%s", id);
    }
    const gp_schedule *s = schedule_of(&t);
    for (uint32_t i = 0; i < STEPS; i++) room -= days[i] > 1;
    for (uint32_t i = 0; i < STEPS; i++) {
        if (days[i] == 1 && room == 0) continue;
        room -= days[i] == 1;
        kept[count++] = i;
    }
    gp_path path;
    gp_drags drags;
    assert_int_equal(gp_trace_path(t.job, s, activity(s, requires, 1), &path), GP_OK);
    assert_int_equal(path.count, STEPS);
    assert_int_equal(gp_find_drag(t.job, s, &path, &drags), GP_OK);
    assert_int_equal(drags.count, GP_DRAG_MAX);
    for (uint32_t k = 0; k < count; k++) {
        assert_int_equal(drags.drags[k].activity, path.activities[kept[k]]);
        assert_int_equal(drags.drags[k].days, days[kept[k]]);
    }
    gp_job_free(t.job);
}

static void next_chains(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    gp_chains chains;
    assert_int_equal(
        gp_find_chains(t.job, s, activity(s, "i", 0), &(gp_longest_options){9}, &chains), GP_OK);
    /* c -> i: 40 -> 42. The end of the critical path, b -> i or i alone, is no other chain. */
    assert_int_equal(chains.count, 1);
    assert_int_equal(chains.chains[0].ready, 42);
    assert_int_equal(chains.chains[0].behind_days, 70 - 42);
    assert_string_equal(gp_activity_id(s->network, chains.chains[0].activities[0]), "c");
    gp_job_free(t.job);
}

/* For how many clashes help is sought: by default for none, and never for more than there are. */
static void help_for_the_worst(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    gp_clashes clashes;
    gp_drags drags;
    gp_remedies remedies;
    for (uint32_t helped = 0; helped < 3; helped++) {
        const gp_clash_options options = {.helped = helped};
        assert_int_equal(gp_find_clashes(t.job, s, &options, &clashes), GP_OK);
        assert_int_equal(clashes.helped_count, helped ? 1 : 0);
        assert_int_equal(clashes.clashes[0].is_helped, helped > 0);
    }
    assert_int_equal(gp_find_drag(t.job, s, &clashes.clashes[0].path, &drags), GP_OK);
    assert_int_equal(gp_find_remedies(t.job, s, &clashes.clashes[0], &remedies), GP_OK);
    assert_true(drags.count > 0 && remedies.count > 0);
    assert_int_equal(clashes.clashes[0].drags.count, drags.count);
    assert_int_equal(clashes.clashes[0].remedies.count, remedies.count);
    assert_int_equal(clashes.clashes[0].remedies.remedies[0].new_ready,
                     remedies.remedies[0].new_ready);
    assert_int_equal(gp_find_clashes(t.job, s, NULL, &clashes), GP_OK);
    assert_int_equal(clashes.helped_count, 0);
    assert_false(clashes.clashes[0].is_helped);
    assert_int_equal(clashes.clashes[0].remedies.count, 0);
    gp_job_free(t.job);
}

/* All about one activity is what each question says by itself; without options no chains. */
static void answer_about_one_activity(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    uint32_t i = activity(s, "i", 0);
    gp_path_answer answer;
    assert_int_equal(gp_answer_path(t.job, s, i, &(gp_path_options){.top = 2}, &answer), GP_OK);
    assert_int_equal(answer.activity, i);
    assert_int_equal(answer.reasons.activity, i);
    assert_int_equal(answer.chains.count, 1);
    assert_int_equal(answer.ancestors.activities[answer.ancestors.count - 1], i);
    assert_int_equal(answer.path.activities[answer.path.count - 1], i);
    assert_int_equal(answer.reasons.reasons[answer.reasons.count - 1].to, answer.path.elapsed.to);
    assert_int_equal(gp_answer_path(t.job, s, i, NULL, &answer), GP_OK);
    assert_int_equal(answer.chains.count, 0);
    gp_job_free(t.job);
}

static void clash_and_remedies(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *s = example(&t);
    gp_clashes clashes;
    gp_remedies found;
    assert_int_equal(gp_find_clashes(t.job, s, NULL, &clashes), GP_OK);
    assert_int_equal(clashes.count, 1);
    const gp_clash *clash = &clashes.clashes[0];
    assert_int_equal(clash->late_days, 10);
    assert_int_equal(clash->late_cycles, 1);
    assert_int_equal(clash->driver, activity(s, "b", 1));
    /* needed by 60: last cycle end 56, b by 36, a ready by 31, so in the round of day -40. */
    assert_int_equal(clash->identify_count, 2);
    assert_int_equal(clash->identify[0].identify_by, -47);
    assert_int_equal(clash->identify[0].verdict, GP_TOO_LATE);
    assert_int_equal(gp_find_remedies(t.job, s, clash, &found), GP_OK);
    const struct {
        gp_remedy_kind kind;
        const char *id;
        int32_t by_days, wins_days;
    } expected[] = {
        {GP_REMEDY_OFF_ROUND, "a", 0, 14}, /* 30, 35, 55 -> 56 */
        {GP_REMEDY_SHORTEN, "a", 9, 14},   /* 31, 36, 56 */
        {GP_REMEDY_SHORTEN, "b", 9, 14},   /* 56 */
        {GP_REMEDY_START_NOW, "a", 0, 14}, /* as off-round */
        {GP_REMEDY_MOVE_DATE, "i", 10, 0}, /* to 70 */
    };
    assert_int_equal(found.count, sizeof expected / sizeof *expected);
    for (uint32_t k = 0; k < found.count; k++) {
        const gp_remedy *r = &found.remedies[k];
        assert_int_equal(r->kind, expected[k].kind);
        assert_string_equal(gp_activity_id(s->network, r->activity), expected[k].id);
        assert_int_equal(r->by_days, expected[k].by_days);
        assert_int_equal(r->wins_days, expected[k].wins_days);
    }
    gp_job_free(t.job);
}

/* It was to be identified by day -47: that day itself is in time. */
static void identified_on_the_last_day_is_in_time(void **state)
{
    (void)state;
    for (gp_day day = -48; day <= -46; day++) {
        test_draft t;
        const gp_schedule *s = example(&t);
        gp_clashes clashes;
        uint32_t a = activity(s, "a", 1);
        gp_capability *capability = (gp_capability *)(uintptr_t)&s->network->portfolio
                                        ->capabilities[s->network->activities[a].item];
        capability->identified = day;
        assert_int_equal(gp_find_clashes(t.job, s, NULL, &clashes), GP_OK);
        assert_int_equal(clashes.clashes[0].identify[0].activity, a);
        assert_int_equal(clashes.clashes[0].identify[0].identify_by, -47);
        assert_int_equal(clashes.clashes[0].identify[0].verdict,
                         day <= -47 ? GP_IN_TIME : GP_TOO_LATE);
        gp_job_free(t.job);
    }
}

static void a_lower_level_is_a_remedy(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_test_capability(&t, "c", test_capability(20), "");
    gp_intervention i = test_intervention(GP_DEVELOP, 14);
    i.needed_by = 30;
    add_test_intervention(&t, "i", i, "c@2");
    const gp_schedule *s = schedule_of(&t);
    gp_clashes clashes;
    gp_remedies found;
    assert_int_equal(gp_find_clashes(t.job, s, NULL, &clashes), GP_OK);
    assert_int_equal(gp_find_remedies(t.job, s, &clashes.clashes[0], &found), GP_OK);
    /* both levels: 40 -> 42; level 1 alone: 20 -> 28. Level 1 itself is not optional. */
    uint32_t accepted = 0;
    for (uint32_t k = 0; k < found.count; k++) {
        if (found.remedies[k].kind != GP_REMEDY_ACCEPT_LEVEL) continue;
        accepted++;
        assert_int_equal(found.remedies[k].activity, activity(s, "c", 2));
        assert_int_equal(found.remedies[k].new_ready, 28);
    }
    assert_int_equal(accepted, 1);
    gp_job_free(t.job);
}

/* Every path that ends in an activity and begins where nothing is waited for, by walking: its days.
 */
static void walk_all(const gp_schedule *s, uint32_t at, gp_day days, gp_day *all, uint32_t *count)
{
    const gp_network *n = s->network;
    const gp_activity *a = &n->activities[at];
    days += n->durations[a->duration_first].days;
    assert_true(*count < 1000);
    if (n->arc_first[at] == n->arc_first[at + 1]) all[(*count)++] = days;
    for (uint32_t k = n->arc_first[at]; k < n->arc_first[at + 1]; k++)
        walk_all(s, n->arcs[k].from, days, all, count);
}

static bool ends_in(const gp_chain *chain, const gp_chain *end)
{
    if (end->count > chain->count) return false;
    return memcmp(chain->activities + chain->count - end->count, end->activities,
                  end->count * sizeof(uint32_t)) == 0;
}

static int largest_first(const void *left, const void *right)
{
    return *(const gp_day *)right - *(const gp_day *)left;
}

/* On random networks every chain is a real path, its date is what walking it gives, and the
 * list is what sorting all paths gives. */
static void chains_against_all_paths(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int round = 0; round < 200; round++) {
        test_draft t;
        start_test_draft(&t);
        char requires[8][64] = {{0}};
        for (int i = 0; i < 7; i++) {
            char id[8] = {(char)('a' + i), 0};
            for (int k = 0; k < i; k++)
                if (test_random(&seed, 3) == 0) {
                    char other[4] = {requires[i][0] ? ' ' : 0, 0, 0, 0};
                    other[requires[i][0] ? 1 : 0] = (char)('a' + k);
                    strcat(requires[i], other);
                }
            add_test_capability(&t, id, test_capability((int32_t)test_random(&seed, 30) + 1),
                                requires[i]);
        }
        gp_intervention last = test_intervention(GP_DEVELOP, 0);
        last.cycle = DAYS(1);
        add_test_intervention(&t, "z", last, "g f!start");
        const gp_schedule *s = schedule_of(&t);
        gp_chains chains;
        assert_int_equal(
            gp_find_chains(t.job, s, activity(s, "z", 0), &(gp_longest_options){200}, &chains),
            GP_OK);
        gp_day before = s->dates[activity(s, "z", 0)].earliest_ready, all[1000];
        uint32_t count = 0;
        walk_all(s, activity(s, "z", 0), 0, all, &count);
        qsort(all, count, sizeof *all, largest_first);
        assert_int_equal(chains.count, count - 1 < 200 ? count - 1 : 200);
        for (uint32_t k = 0; k < chains.count; k++)
            assert_int_equal(chains.chains[k].ready, all[k + 1]);
        for (uint32_t k = 0; k < chains.count; k++) {
            assert_true(chains.chains[k].ready <= before);
            before = chains.chains[k].ready;
            for (uint32_t m = 0; m < k; m++) /* no chain twice, nor the end of a longer one */
                assert_false(ends_in(&chains.chains[m], &chains.chains[k]));
        }
        gp_job_free(t.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elapsed_days_add_up),
        cmocka_unit_test(reasons_join_up),
        cmocka_unit_test(drag),
        cmocka_unit_test(drag_of_a_long_path),
        cmocka_unit_test(next_chains),
        cmocka_unit_test(clash_and_remedies),
        cmocka_unit_test(help_for_the_worst),
        cmocka_unit_test(answer_about_one_activity),
        cmocka_unit_test(identified_on_the_last_day_is_in_time),
        cmocka_unit_test(a_lower_level_is_a_remedy),
        cmocka_unit_test(chains_against_all_paths),
    };
    return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
