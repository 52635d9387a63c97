/* SPDX-License-Identifier: MIT
 * What moved between two random portfolios: nothing between one and itself, and the reverse is the
 * mirror image. */
#include "tests/support_random.h"
#include "groeipad/compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define PAIRS 200

typedef struct version {
    generator g;
    const gp_schedule *schedule;
} version;

/* False: it has a circle. */
static bool make(version *v, uint64_t seed)
{
    const gp_network *network;
    const gp_portfolio *portfolio = random_portfolio(&v->g, seed);
    gp_job *job = v->g.draft.job;
    if (gp_build_network(job, portfolio, &network) != GP_OK) return false;
    assert_int_equal(gp_schedule_network(job, network, NULL, &v->schedule), GP_OK);
    return true;
}

static const gp_comparison *compare(const version *before, const version *now)
{
    static const gp_edits none = {.count = 0};
    const gp_comparison *result;
    assert_int_equal(
        gp_compare(now->g.draft.job, before->schedule, now->schedule, &none, NULL, &result), GP_OK);
    return result;
}

static void nothing_moves_by_itself(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= PAIRS; seed++) {
        static version v;
        if (make(&v, seed)) {
            const gp_comparison *c = compare(&v, &v);
            assert_int_equal(c->step_count, 0);
            assert_int_equal(c->opened.count + c->closed.count + c->missing.count + c->found.count +
                                 c->unfounded.count + c->asked.count,
                             0);
            for (uint32_t i = 0; i < c->live_count; i++) {
                assert_int_equal(c->lives[i].days, 0);
                assert_false(c->lives[i].is_path_moved);
            }
        }
        gp_job_free(v.g.draft.job);
    }
}

static const gp_moved_live *find_live(const gp_comparison *c, const char *id)
{
    for (uint32_t i = 0; i < c->live_count; i++)
        if (strcmp(c->lives[i].id, id) == 0) return &c->lives[i];
    fail_msg("%s is not compared", id);
    return NULL;
}

static void assert_same_ids(gp_id_list a, gp_id_list b)
{
    assert_int_equal(a.count, b.count);
    for (uint32_t i = 0; i < a.count; i++) assert_string_equal(a.ids[i], b.ids[i]);
}

static void are_mirrored(const gp_comparison *there, const gp_comparison *back)
{
    assert_int_equal(there->live_count, back->live_count);
    for (uint32_t i = 0; i < there->live_count; i++) {
        const gp_moved_live *a = &there->lives[i], *b = find_live(back, a->id);
        assert_int_equal(a->old_ready, b->new_ready);
        assert_int_equal(a->new_ready, b->old_ready);
        assert_int_equal(a->old_late_days, b->new_late_days);
        assert_int_equal(a->is_path_moved, b->is_path_moved);
        assert_true(a->days == GP_NO_DAYS ? b->days == GP_NO_DAYS : a->days == -b->days);
    }
    assert_int_equal(there->step_count, back->step_count);
    for (uint32_t i = 0; i < there->step_count; i++) {
        const gp_moved_step *a = &there->steps[i], *b = &back->steps[i];
        assert_string_equal(a->id, b->id);
        assert_int_equal(a->level, b->level);
        assert_int_equal(a->old_ready, b->new_ready);
        assert_int_equal(a->new_identify_by, b->old_identify_by);
        assert_int_equal(a->old_float_days, b->new_float_days);
    }
    assert_same_ids(there->opened, back->closed);
    assert_same_ids(there->missing, back->found);
    assert_same_ids(there->asked, back->unfounded);
}

static void the_way_back_is_the_mirror_image(void **state)
{
    (void)state;
    uint32_t moved = 0, compared = 0;
    for (uint64_t seed = 1; seed <= PAIRS; seed++) {
        static version a, b;
        bool is_pair = make(&a, seed);
        is_pair &= make(&b, seed + 1000);
        if (is_pair) {
            const gp_comparison *there = compare(&a, &b);
            are_mirrored(there, compare(&b, &a));
            moved += there->step_count;
            compared++;
        }
        gp_job_free(a.g.draft.job);
        gp_job_free(b.g.draft.job);
    }
    assert_true(compared > 20 && moved > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_moves_by_itself),
        cmocka_unit_test(the_way_back_is_the_mirror_image),
    };
    return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
