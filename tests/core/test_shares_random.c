/* SPDX-License-Identifier: MIT
 * Random pairs of portfolios: shares add up, and every world is what planning the edited portfolio
 * says. */
#include "core/shares.h"
#include "tests/support_edited.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define PAIRS 300
#define SMALL 6 /* edits, of which every part is tried */

/* A plan, or NULL: it is no portfolio, or has a circle. */
static const gp_schedule *plan(edited *e, gp_job *job, const bool *is_applied)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    if (make_edited_part(e, job, is_applied, &portfolio) != GP_OK) return NULL;
    if (gp_build_network(job, portfolio, &network) != GP_OK) return NULL;
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    return schedule;
}

static const char *id_of(const gp_schedule *new, const gp_moved *moved)
{
    return new->network->portfolio->ids[moved->symbol];
}

static gp_day live_in(const gp_schedule *schedule, const char *id)
{
    uint32_t symbol = gp_find_symbol(schedule->network->portfolio, id);
    return schedule->dates[gp_find_activity(schedule->network, symbol, 0)].earliest_ready;
}

static void explain(const edited *e)
{
    for (uint32_t i = 0; i < e->count; i++) {
        print_message("  edit %u: kind %d what %d %s %s", i, e->edits[i].kind, e->edits[i].what,
                      e->edits[i].id ? e->edits[i].id : "-",
                      e->edits[i].key ? e->edits[i].key : "-");
        for (uint32_t k = 0; k < e->edits[i].require_count; k++)
            print_message(" %s", e->edits[i].requires[k]);
        print_message("\n");
    }
}

/* ---- every world ---- */

static void check_world(edited *e, uint64_t seed, const gp_schedule *new, const gp_worlds *worlds,
                        const gp_questions *q, uint32_t world)
{
    bool is_applied[EDITED_MAX] = {false};
    gp_job *job = gp_job_new();
    for (uint32_t i = 0; i < e->count; i++)
        is_applied[i] = q->units.of_edit[i] != GP_NONE && (world >> q->units.of_edit[i] & 1);
    const gp_schedule *schedule = plan(e, job, is_applied);
    if (!schedule) {
        explain(e);
        fail_msg("pair %d, world %x: no plan", (int)seed, world);
    }
    for (uint32_t i = 0; i < q->moved_count; i++) {
        gp_day expected = live_in(schedule, id_of(new, &q->moved[i]));
        if (gp_live_day(worlds, i) == expected) continue;
        explain(e);
        fail_msg("pair %d, world %x: %s is live on %d, not %d", (int)seed, world,
                 id_of(new, &q->moved[i]), gp_live_day(worlds, i), expected);
    }
    gp_job_free(job);
}

static gp_status check_worlds(edited *e, uint64_t seed, const gp_world_input *input)
{
    gp_job *job = gp_job_new();
    gp_worlds *worlds;
    gp_questions q;
    uint32_t all[RANDOM_INTERVENTIONS] = {0, 1, 2, 3}, world = 0;
    gp_status status = gp_open_worlds(job, input, &worlds, &q);
    if (status == GP_OK && q.moved_count) {
        gp_aim_worlds(worlds, all, q.moved_count);
        check_world(e, seed, input->new, worlds, &q, 0);
        for (uint32_t k = 1; k < 1u << q.units.count && status == GP_OK; k++) {
            uint32_t unit = (uint32_t)__builtin_ctz(k);
            status = gp_toggle_unit(worlds, unit);
            world ^= 1u << unit;
            if (status == GP_OK) check_world(e, seed, input->new, worlds, &q, world);
        }
    }
    gp_job_free(job);
    return status;
}

/* ---- shares by a slow count ---- */

/* The live date in every part of the units. */
static void plan_all(edited *e, const gp_units *units, const char *id, gp_day *days)
{
    for (uint32_t world = 0; world < 1u << units->count; world++) {
        bool is_applied[EDITED_MAX] = {false};
        gp_job *job = gp_job_new();
        for (uint32_t i = 0; i < e->count; i++) is_applied[i] = world >> units->of_edit[i] & 1;
        days[world] = live_in(plan(e, job, is_applied), id);
        gp_job_free(job);
    }
}

/* The mean of what a unit does over all orders of the units, one after another. */
static double mean_effect(const gp_day *days, uint32_t count, uint32_t unit)
{
    uint32_t order[SMALL], at[SMALL] = {0}, orders = 0;
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) order[i] = i;
    for (uint32_t i = 0; i <= count;) { /* Heap's permutations */
        if (i == 0) {
            uint32_t before = 0;
            for (uint32_t k = 0; order[k] != unit; k++) before |= 1u << order[k];
            sum += days[before | 1u << unit] - days[before];
            orders++;
            i = 1;
            if (count == 1) break;
            continue;
        }
        if (i == count) break;
        if (at[i] >= i) {
            at[i++] = 0;
            continue;
        }
        uint32_t k = i % 2 ? at[i] : 0, swapped = order[k];
        order[k] = order[i];
        order[i] = swapped;
        at[i]++;
        i = 0;
    }
    return sum / orders;
}

static void check_slip(edited *e, const gp_world_input *input, const gp_units *units,
                       const gp_slip *slip)
{
    gp_day days[1 << SMALL];
    uint32_t all = (1u << units->count) - 1;
    plan_all(e, units, input->new->network->portfolio->ids[slip->symbol], days);
    assert_false(slip->is_estimated);
    for (uint32_t i = 0; i < slip->count; i++) {
        const gp_edit_share *share = &slip->shares[i];
        uint32_t unit = units->of_edit[share->edit];
        double mean = mean_effect(days, units->count, unit);
        assert_true(share->share > mean - 1 && share->share < mean + 1);
        assert_int_equal(share->alone, days[1u << unit] - days[0]);
        assert_int_equal(share->without, days[all] - days[all & ~(1u << unit)]);
    }
}

/* ---- the pairs ---- */

/* Plans both; false: one of them has no plan. */
static bool plan_both(edited *e, gp_job *job, gp_world_input *input)
{
    static const bool none[EDITED_MAX] = {false};
    bool all[EDITED_MAX];
    for (uint32_t i = 0; i < EDITED_MAX; i++) all[i] = true;
    input->old = plan(e, job, none);
    input->new = input->old ? plan(e, job, all) : NULL;
    return input->new != NULL;
}

static int by_edit(const void *left, const void *right)
{
    uint32_t a = ((const gp_edit_share *)left)->edit, b = ((const gp_edit_share *)right)->edit;
    return (a > b) - (a < b);
}

static uint32_t check_sums(const edited *e, uint64_t seed, const gp_world_input *input,
                           const gp_shares *shares)
{
    uint32_t groups = 0;
    for (uint32_t i = 0; i < shares->count; i++) {
        const gp_slip *slip = &shares->slips[i];
        const char *id = input->new->network->portfolio->ids[slip->symbol];
        gp_edit_share sorted[EDITED_MAX];
        int32_t sum = 0;
        memcpy(sorted, slip->shares, slip->count * sizeof *sorted);
        qsort(sorted, slip->count, sizeof *sorted, by_edit);
        for (uint32_t k = 0; k < slip->count; k++) {
            bool is_first = sorted[k].group == GP_NONE || sorted[k].group == sorted[k].edit;
            if (is_first) sum += sorted[k].share;
            groups += sorted[k].group != GP_NONE;
        }
        if (sum == live_in(input->new, id) - live_in(input->old, id)) continue;
        explain(e);
        fail_msg("pair %d: the shares of %s are %d days", (int)seed, id, sum);
    }
    return groups;
}

static void every_world_is_the_plan_of_the_edited(void **state)
{
    (void)state;
    edited *e = calloc(1, sizeof *e);
    int checked = 0;
    for (uint64_t seed = 0; checked < PAIRS * 4; seed++) {
        gp_job *job = gp_job_new();
        make_edited(e, seed, 1 + (uint32_t)(seed / 2) % SMALL);
        gp_variants variants = {make_edited_part, e};
        gp_edits edits = {e->edits, e->count, NULL};
        gp_world_input input = {NULL, NULL, &edits, &variants, false};
        if (plan_both(e, job, &input)) {
            gp_status status = check_worlds(e, seed, &input);
            input.joins_all = true;
            if (status == GP_INVALID) status = check_worlds(e, seed, &input);
            assert_int_equal(status, GP_OK);
            checked++;
        }
        gp_job_free(job);
        free_edited(e);
    }
    free(e);
}

static void shares_are_means_over_all_orders(void **state)
{
    (void)state;
    edited *e = calloc(1, sizeof *e);
    for (uint64_t seed = 0; seed < PAIRS / 3; seed++) {
        gp_job *job = gp_job_new();
        make_edited(e, seed, SMALL);
        gp_variants variants = {make_edited_part, e};
        gp_edits edits = {e->edits, e->count, NULL};
        gp_world_input input = {NULL, NULL, &edits, &variants, false};
        const gp_shares *shares;
        gp_worlds *worlds;
        gp_questions q;
        if (plan_both(e, job, &input)) {
            assert_int_equal(gp_find_shares(job, input.old, input.new, &edits, &variants, &shares),
                             GP_OK);
            assert_int_equal(gp_open_worlds(job, &input, &worlds, &q), GP_OK);
            for (uint32_t i = 0; i < shares->count; i++)
                check_slip(e, &input, &q.units, &shares->slips[i]);
        }
        gp_job_free(job);
        free_edited(e);
    }
    free(e);
}

static void shares_add_up(void **state)
{
    (void)state;
    edited *e = calloc(1, sizeof *e);
    uint32_t checked = 0, moved = 0, groups = 0, estimated = 0;
    for (uint64_t seed = 0; checked < PAIRS; seed++) {
        gp_job *job = gp_job_new();
        make_edited(e, seed, 1 + (uint32_t)seed % EDITED_MAX);
        gp_variants variants = {make_edited_part, e};
        gp_edits edits = {e->edits, e->count, NULL};
        gp_world_input input = {NULL, NULL, &edits, &variants, false};
        const gp_shares *shares;
        if (plan_both(e, job, &input)) {
            gp_status status =
                gp_find_shares(job, input.old, input.new, &edits, &variants, &shares);
            if (status != GP_OK) {
                char message[256] = "";
                uint32_t count;
                const gp_finding *findings = gp_findings(job, &count);
                if (count)
                    gp_finding_message(&findings[count - 1], GP_ENGLISH, message, sizeof message);
                explain(e);
                fail_msg("pair %d: %s", (int)seed, message);
            }
            groups += check_sums(e, seed, &input, shares);
            for (uint32_t i = 0; i < shares->count; i++) estimated += shares->slips[i].is_estimated;
            moved += shares->count;
            checked++;
        }
        gp_job_free(job);
        free_edited(e);
    }
    assert_true(moved > PAIRS / 2 && groups > 0 && estimated > 0);
    free(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_world_is_the_plan_of_the_edited),
        cmocka_unit_test(shares_are_means_over_all_orders),
        cmocka_unit_test(shares_add_up),
    };
    return cmocka_run_group_tests_name("shares_random", tests, NULL, NULL);
}
