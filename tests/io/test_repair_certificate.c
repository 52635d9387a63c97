/* SPDX-License-Identifier: MIT
 * The certificate, checked by somebody who shares nothing with the solver: with all but a cut made
 * the intervention is late, through the door; and no choice that takes one of every cut costs less
 * than the answer. Every date and every number of days in the answer is that of a plan read through
 * the door. */
#include "core/job.h"
#include "tests/support_draft.h"
#include "tests/support_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool *flags(const repair_world *world, bool value)
{
    bool *out = GP_NEW(world->job, bool, world->repair->considered_count + 1u);
    memset(out, value, world->repair->considered_count);
    return out;
}

static bool *chosen(const repair_world *world)
{
    bool *out = flags(world, false);
    for (uint32_t i = 0; i < world->repair->choice_count; i++)
        out[world->repair->choices[i].candidate] = true;
    return out;
}

/* ---- dates ---- */

static void check_lives(repair_world *world, const gp_schedule *after)
{
    const gp_repair *repair = world->repair;
    for (uint32_t i = 0; i < repair->live_count; i++) {
        const gp_repair_live *live = &repair->lives[i];
        uint32_t v = live->intervention;
        need_that(world, i == 0 || repair->lives[i - 1].intervention < v,
                  "in the order of the file");
        need_that(world, live->before == live_in(world, v, world->schedule), "before");
        need_that(world, live->late_before == late_in(world, v, world->schedule), "late before");
        need_that(world, live->late_after == late_in(world, v, after), "late after");
        if (live_in(world, v, after) != GP_NO_DAY)
            need_that(world, live->after == live_in(world, v, after), "after");
        need_that(world, live->needed_by == world->portfolio->interventions[v].needed_by,
                  "needed by");
    }
}

/* A step of one plan in another. */
static uint32_t same_step_of(const gp_network *from, uint32_t activity, const gp_network *to)
{
    uint32_t symbol = gp_find_symbol(to->portfolio, gp_activity_id(from, activity));
    if (symbol == GP_NONE) return GP_NONE;
    return gp_find_activity(to, symbol, from->activities[activity].level);
}

static void check_steps(repair_world *world, const gp_schedule *found, const gp_schedule *expected)
{
    need_that(world, found->network->activity_count == expected->network->activity_count,
              "as many steps");
    for (uint32_t a = 0; a < expected->network->activity_count; a++) {
        uint32_t same = same_step_of(expected->network, a, found->network);
        need_that(world, same != GP_NONE, "each step");
        const gp_dates *x = &expected->dates[a], *y = &found->dates[same];
        need_that(world,
                  x->earliest_start == y->earliest_start &&
                      x->earliest_ready == y->earliest_ready &&
                      x->latest_start == y->latest_start && x->identify_by == y->identify_by &&
                      x->not_before == y->not_before,
                  gp_activity_id(expected->network, a));
    }
}

static void check_uses(repair_world *world, const gp_repair_choice *choice, const bool *is_taken)
{
    const gp_repair *repair = world->repair;
    gp_job *job = gp_job_new();
    bool *without = flags(world, false);
    uint32_t used = 0;
    memcpy(without, is_taken, repair->considered_count);
    without[choice->candidate] = false;
    const gp_schedule *plan = plan_with(job, world, without);
    for (uint32_t i = 0; plan && i < repair->live_count; i++) {
        int32_t days = late_in(world, repair->lives[i].intervention, plan);
        if (repair->lives[i].late_after > 0 || days == 0) continue;
        need_that(world, used < choice->use_count, "needed for more");
        need_that(world, choice->uses[used].intervention == repair->lives[i].intervention,
                  "needed for");
        need_that(world, choice->uses[used++].late_days == days, "so late without it");
    }
    if (plan) need_that(world, used == choice->use_count, "needed for less");
    gp_job_free(job);
}

static void check_decisions(repair_world *world, const bool *is_taken)
{
    const gp_repair *repair = world->repair;
    gp_day last = GP_NO_DAY;
    double cost = 0;
    for (uint32_t i = 0; i < repair->choice_count; i++) {
        const gp_repair_choice *choice = &repair->choices[i];
        cost += repair->considered[choice->candidate].cost;
        check_uses(world, choice, is_taken);
        if (choice->first_step == GP_NONE) continue;
        const gp_dates *dates = &repair->after->dates[choice->first_step];
        bool is_step =
            repair->after->network->activities[choice->first_step].kind != GP_KIND_INTERVENTION;
        gp_day pressed = is_step ? dates->identify_by : dates->latest_start;
        need_that(world, choice->decide_by >= pressed, "as those need it that need it, or sooner");
        if (choice->decide_by == GP_NO_DAY) continue;
        need_that(world, choice->decide_by >= last, "in the order of decisions");
        last = choice->decide_by;
    }
    need_that(world, fabs(cost - repair->cost) < 1e-6, "what it costs");
}

/* ---- cuts ---- */

typedef struct trial {
    repair_world *world;
    const repair_pairs *pairs;
    bool *is_taken;
    uint32_t intervention, left;
} trial;

/* Late with all that is taken; where two of it exclude each other, without either of them. */
static void stays_late(trial *t)
{
    for (uint32_t i = 0; i < t->pairs->exclude_count; i++) {
        const uint32_t *pair = t->pairs->excludes[i];
        if (!t->is_taken[pair[0]] || !t->is_taken[pair[1]]) continue;
        for (int k = 0; k < 2 && t->left > 0; k++) {
            t->is_taken[pair[k]] = false;
            stays_late(t);
            t->is_taken[pair[k]] = true;
            if (pair[0] == pair[1]) break;
        }
        return;
    }
    gp_job *job = gp_job_new();
    const gp_schedule *plan = plan_with(job, t->world, t->is_taken);
    if (plan && late_in(t->world, t->intervention, plan) <= 0)
        print_message("all but a cut: %s\n", name_choice(t->world, t->is_taken));
    need_that(t->world, !plan || late_in(t->world, t->intervention, plan) > 0,
              "late with all but a cut");
    gp_job_free(job);
    t->left--;
}

static void check_cuts(repair_world *world, const repair_pairs *pairs)
{
    const gp_repair *repair = world->repair;
    for (uint32_t i = 0; i < repair->cut_count; i++) {
        const gp_repair_cut *cut = &repair->cuts[i];
        trial t = {world, pairs, flags(world, true), cut->intervention, 16};
        for (uint32_t k = 0; k < cut->count; k++) {
            need_that(world, k == 0 || cut->candidates[k] > cut->candidates[k - 1], "ascending");
            t.is_taken[cut->candidates[k]] = false;
        }
        stays_late(&t);
    }
}

static void check_bound(repair_world *world, const repair_pairs *pairs)
{
    double least = least_of_cuts(world, pairs);
    if (fabs(least - world->repair->cost) > 1e-6)
        printf("the cuts cost %g, the answer %g\n", least, world->repair->cost);
    need_that(world, fabs(least - world->repair->cost) <= 1e-6, "the cuts prove the cost");
}

/* ---- all ---- */

typedef struct tally {
    uint64_t cases, proven, cuts, chosen, considered;
} tally;

static void check(repair_world *world, tally *sum)
{
    const gp_repair *repair = repair_of(world);
    const repair_pairs pairs = pairs_of(world);
    const bool *is_taken = chosen(world);
    gp_job *job = gp_job_new();
    const gp_schedule *after = plan_with(job, world, is_taken);
    need_that(world, is_allowed(&pairs, is_taken), "the choice may be taken");
    need_that(world, after != NULL, "what was chosen makes a portfolio");
    check_lives(world, after);
    check_steps(world, repair->after, after);
    check_decisions(world, is_taken);
    check_cuts(world, &pairs);
    if (repair->status == GP_REPAIR_PROVEN) check_bound(world, &pairs);
    for (uint32_t i = 0; i < repair->live_count && repair->status == GP_REPAIR_PROVEN; i++)
        need_that(world, repair->lives[i].late_after == 0, "in time");
    sum->cases++;
    sum->proven += repair->status == GP_REPAIR_PROVEN;
    sum->cuts += repair->cut_count;
    sum->chosen += repair->choice_count;
    sum->considered += repair->considered_count;
    gp_job_free(job);
}

static void try_all(const char *what, uint64_t first, uint64_t cases, const repair_taste *taste,
                    bool has_automatic)
{
    tally sum = {0};
    for (uint64_t seed = first; seed < first + cases; seed++) {
        repair_world world;
        open_world(&world, random_repairable(seed, taste));
        if (has_automatic) world.options.has_automatic = true;
        check(&world, &sum);
        close_world(&world);
    }
    print_message("%s: %d portfolios, %d proven, %d considered, %d chosen, %d cuts\n", what,
                  (int)sum.cases, (int)sum.proven, (int)sum.considered, (int)sum.chosen,
                  (int)sum.cuts);
    assert_true(sum.proven > sum.cases / 4 || getenv("GP_REPAIR_GO_ON"));
}

static void small_ones(void **state)
{
    (void)state;
    static const repair_taste taste = {.capabilities = 7, .interventions = 4, .measures = 12};
    try_all("of the file", 1, repair_cases(300), &taste, false);
    static const repair_taste bare = {.capabilities = 7, .interventions = 4};
    try_all("automatic", 600001, repair_cases(300), &bare, true);
}

static void larger_ones(void **state)
{
    (void)state;
    static const repair_taste taste = {.capabilities = 30, .interventions = 8, .measures = 14};
    try_all("larger", 700001, repair_cases(300) / 10, &taste, true);
}

static char *text_of(const char *path)
{
    FILE *file = fopen(path, "rb"), *out;
    char *text, part[4096];
    size_t size, got;
    assert_non_null(file);
    out = open_memstream(&text, &size);
    while ((got = fread(part, 1, sizeof part, file)) > 0) fwrite(part, 1, got, out);
    fclose(file);
    fclose(out);
    return text;
}

/* GP_REPAIR_FILE=plan.json: the certificate of any file. */
static void the_one_that_is_named(void **state)
{
    (void)state;
    const char *path = getenv("GP_REPAIR_FILE");
    tally sum = {0};
    repair_world world;
    if (!path) return;
    open_world(&world, text_of(path));
    world.options.effort = 0;
    check(&world, &sum);
    print_message("%s: %d considered, %d chosen, %d cuts\n", path, (int)sum.considered,
                  (int)sum.chosen, (int)sum.cuts);
    close_world(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(small_ones), cmocka_unit_test(larger_ones),
                                       cmocka_unit_test(the_one_that_is_named)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
