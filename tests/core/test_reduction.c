/* SPDX-License-Identifier: MIT
 * Redundant requirements: a table by hand, and random networks against a search per arc. */
#include "core/reduction.h"
#include "groeipad/demand.h"
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- by hand ---- */

typedef struct row {
    const char *name;
    const char *requires[4]; /* of a, b, c and the intervention z */
    gp_day started_b;        /* GP_NO_DAY: not started */
    const char *redundant;   /* "from>to" of each redundant arc, in the order of the arcs */
} row;

static const row rows[] = {
    {"implied by a chain", {"", "a", "b a", "c"}, GP_NO_DAY, "a>c"},
    {"no chain", {"", "a", "a", "b c"}, GP_NO_DAY, ""},
    {"the chain may have a lag", {"", "a", "b+9d a", "c"}, GP_NO_DAY, "a>c"},
    {"its own lag stays", {"", "a", "b a+9d", "c"}, GP_NO_DAY, ""},
    {"a lag of nothing stays too", {"", "a", "b a+0d", "c"}, GP_NO_DAY, ""},
    {"an alternative stays", {"", "a", "b", "c a|b"}, GP_NO_DAY, ""},
    {"no chain over an alternative", {"", "", "a|b", "c b a"}, GP_NO_DAY, ""},
    {"a level at once and in steps", {"", "a", "b a@2", "c"}, GP_NO_DAY, ""},
    {"a lower level", {"", "a@2", "b a", "c"}, GP_NO_DAY, "a>c"},
    {"a start does not follow from going live", {"", "a", "", "b a!start"}, GP_NO_DAY, ""},
    {"going live follows from a start", {"", "a", "", "b!start a"}, GP_NO_DAY, "a>z"},
    {"a start follows from a start", {"", "a", "", "b!start a!start"}, GP_NO_DAY, "a>z"},
    {"going live follows from going live", {"", "a", "", "b a"}, GP_NO_DAY, "a>z"},
    {"begun work does not wait any more", {"", "a", "b a", "c"}, 5, ""},
    {"begun work is waited for", {"", "", "b", "c b"}, 5, "b>z"},
    {"twice the same", {"", "a a", "", "b"}, GP_NO_DAY, "a>b"},
    {"the stricter one stays", {"", "", "", "a a!start a!live"}, GP_NO_DAY, "a>z a>z"},
    {"the one with a lag stays", {"", "", "", "a a+3d"}, GP_NO_DAY, "a>z"},
    {"by the start, and later going live", {"", "", "", "a!start a+3d"}, GP_NO_DAY, ""},
    {"a missing one waits too", {"", "a", "b a x", "c x"}, GP_NO_DAY, "a>c x>z"},
};

static void redundant_arcs_are_found(void **state)
{
    const row *r = *state;
    static const char *const ids[] = {"a", "b", "c", "z"};
    test_draft t;
    start_test_draft(&t);
    for (int i = 0; i < 3; i++) {
        gp_capability capability = test_capability(10);
        if (i == 1) capability.started = r->started_b;
        add_test_capability(&t, ids[i], capability, r->requires[i]);
    }
    add_test_intervention(&t, ids[3], test_intervention(GP_DEVELOP, 14), r->requires[3]);
    const gp_network *network = test_network(&t);
    gp_reduction found;
    assert_int_equal(gp_find_redundant(t.job, network, &found), GP_OK);
    char text[128] = "";
    size_t size = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < network->arc_count; i++) {
        if (!found.is_redundant[i]) continue;
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s>%s", count++ ? " " : "",
                                 gp_activity_id(network, network->arcs[i].from),
                                 gp_activity_id(network, network->arcs[i].to));
    }
    assert_string_equal(text, r->redundant);
    assert_int_equal(found.redundant_count, count);
    assert_true(found.is_complete);
    gp_job_free(t.job);
}

/* ---- random ---- */

/* Requirements of number `index` on earlier ones, most of them near, so that chains form. */
static void write_requires(uint64_t *seed, uint32_t index, uint32_t most, uint32_t near, char *out,
                           size_t size)
{
    size_t at = 0;
    out[0] = '\0';
    for (uint32_t n = index ? test_random(seed, most + 1) : 0; n > 0; n--) {
        uint32_t reach = test_random(seed, 8) && near < index ? near : index;
        uint32_t target = index - 1 - test_random(seed, reach);
        at += (size_t)snprintf(out + at, size - at, "%sc%u%s%s%s", at ? " " : "", (unsigned)target,
                               test_random(seed, 6) ? "" : "@2", test_random(seed, 8) ? "" : "+3d",
                               n > 1 && test_random(seed, 10) == 0 ? "|" : "");
        if (at && out[at - 1] == '|') at += (size_t)snprintf(out + at, size - at, "c%u", 0u);
    }
}

static const gp_network *random_network(test_draft *t, uint64_t *seed, uint32_t count,
                                        uint32_t near)
{
    char id[16], requires[256];
    start_test_draft(t);
    for (uint32_t i = 0; i < count; i++) {
        gp_capability capability = test_capability(3);
        if (test_random(seed, 12) == 0) capability.started = 1;
        if (test_random(seed, 20) == 0) capability.ready = 9;
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        write_requires(seed, i, 4, near, requires, sizeof requires);
        add_test_capability(t, id, capability, requires);
    }
    for (uint32_t i = 0; i < count / 4 + 1; i++) {
        uint32_t earlier = i ? test_random(seed, i) : 0;
        bool on_other = i && test_random(seed, 2) == 0;
        snprintf(id, sizeof id, "i%u", (unsigned)i);
        write_requires(seed, count, 4, count, requires, sizeof requires);
        size_t at = strlen(requires);
        if (on_other)
            snprintf(requires + at, sizeof requires - at, "%si%u%s", at ? " " : "",
                     (unsigned)earlier, test_random(seed, 2) ? "!live" : "");
        at = strlen(requires);
        if (count > 1 && test_random(seed, 2) == 0)
            snprintf(requires + at, sizeof requires - at, "%sc%u!start", at ? " " : "",
                     (unsigned)test_random(seed, count));
        add_test_intervention(t, id, test_intervention(GP_DEVELOP, 14), requires);
    }
    return test_network(t);
}

static bool passes(const gp_network *network, uint32_t activity)
{
    return network->activities[activity].actual == GP_ACTUAL_NONE;
}

/* Marks all that `from` leads to: by place in the order, so that one pass is enough. */
static void mark_reached(const gp_network *network, uint32_t from, bool *marks)
{
    memset(marks, 0, network->activity_count);
    for (uint32_t place = 0; place < network->activity_count; place++) {
        uint32_t to = network->order[place];
        for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
            const gp_arc *arc = &network->arcs[i];
            if (arc->group == 0 &&
                (arc->from == from || (marks[arc->from] && passes(network, arc->from))))
                marks[to] = true;
        }
    }
}

static bool is_removable(const gp_arc *arc)
{
    return arc->group == 0 && arc->requirement != GP_NONE && !arc->has_lag;
}

static bool is_redundant(const gp_network *network, uint32_t index, const bool *marks)
{
    const gp_arc *arc = &network->arcs[index];
    if (!is_removable(arc)) return false;
    for (uint32_t i = network->arc_first[arc->to]; i < network->arc_first[arc->to + 1]; i++) {
        const gp_arc *other = &network->arcs[i];
        bool is_as_strict = other->by == GP_BY_START || arc->by == GP_BY_LIVE;
        if (i == index || other->group || !is_as_strict) continue;
        if (other->from != arc->from) {
            if (marks[other->from] && passes(network, other->from)) return true;
            continue;
        }
        bool is_implied_too = is_removable(other) && other->by == arc->by;
        if (!is_implied_too || i < index) return true;
    }
    return false;
}

static uint32_t check_network(gp_job *job, const gp_network *network)
{
    gp_reduction found;
    bool *marks = calloc(network->activity_count + 1, sizeof *marks);
    uint32_t count = 0;
    assert_non_null(marks);
    assert_int_equal(gp_find_redundant(job, network, &found), GP_OK);
    assert_true(found.is_complete);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        const gp_arc *arc = &network->arcs[i];
        mark_reached(network, arc->from, marks);
        bool expected = is_redundant(network, i, marks);
        if (found.is_redundant[i] != expected)
            fail_msg("%s > %s: %d", gp_activity_id(network, arc->from),
                     gp_activity_id(network, arc->to), found.is_redundant[i]);
        count += expected;
    }
    assert_int_equal(found.redundant_count, count);
    free(marks);
    return count;
}

static void random_networks_agree(void **state)
{
    (void)state;
    uint64_t seed = 3;
    uint32_t redundant = 0;
    for (int round = 0; round < 2000; round++) {
        test_draft t;
        const gp_network *network = random_network(&t, &seed, 1 + test_random(&seed, 14), 3);
        redundant += check_network(t.job, network);
        gp_job_free(t.job);
    }
    assert_true(redundant > 2000);
}

static void networks_of_many_blocks_agree(void **state)
{
    (void)state;
    uint64_t seed = 4;
    static const uint32_t near[] = {3, 60, 2000};
    for (size_t i = 0; i < 3; i++) {
        test_draft t;
        const gp_network *network = random_network(&t, &seed, 1300, near[i]);
        assert_true(check_network(t.job, network) > 50);
        gp_job_free(t.job);
    }
}

/* ---- each way by itself ---- */

/* Does a chain of two arcs or more imply it? */
static bool has_chain(const gp_network *network, uint32_t index, const bool *marks)
{
    const gp_arc *arc = &network->arcs[index];
    for (uint32_t i = network->arc_first[arc->to]; i < network->arc_first[arc->to + 1]; i++) {
        const gp_arc *other = &network->arcs[i];
        bool is_as_strict = other->by == GP_BY_START || arc->by == GP_BY_LIVE;
        if (other->group == 0 && other->from != arc->from && is_as_strict && marks[other->from] &&
            passes(network, other->from))
            return true;
    }
    return false;
}

typedef struct tally {
    uint32_t redundant, needed, open;
} tally;

/* What a way says must be so; what it leaves open is counted. */
static void check_verdicts(const gp_network *network, const uint8_t *verdict, tally *t)
{
    bool *marks = calloc(network->activity_count + 1, sizeof *marks);
    assert_non_null(marks);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        mark_reached(network, network->arcs[i].from, marks);
        bool expected = is_removable(&network->arcs[i]) && has_chain(network, i, marks);
        if (verdict[i] == GP_ARC_REDUNDANT) assert_true(expected);
        if (verdict[i] == GP_ARC_NEEDED) assert_false(expected);
        t->redundant += verdict[i] == GP_ARC_REDUNDANT;
        t->needed += verdict[i] == GP_ARC_NEEDED;
        t->open += verdict[i] == GP_ARC_OPEN && expected;
    }
    free(marks);
}

typedef gp_status reduce(gp_reduction_search *s);

static gp_status reduce_by_blocks(gp_reduction_search *s)
{
    bool is_complete;
    GP_TRY(gp_reduce_by_blocks(s, &is_complete));
    assert_true(is_complete);
    return GP_OK;
}

/* Random networks, small ones and some that take several blocks. */
static tally try_alone(reduce *way)
{
    uint64_t seed = 5;
    tally t = {0};
    for (int round = 0; round < 603; round++) {
        test_draft draft;
        bool is_small = round < 600;
        const gp_network *network = random_network(
            &draft, &seed, is_small ? 1 + test_random(&seed, 30) : 1300, is_small ? 5 : 40);
        uint8_t *verdict = GP_NEW(draft.job, uint8_t, network->arc_count);
        assert_int_equal(way(&(gp_reduction_search){draft.job, network, verdict}), GP_OK);
        check_verdicts(network, verdict, &t);
        gp_job_free(draft.job);
    }
    return t;
}

static void blocks_alone_find_all(void **state)
{
    (void)state;
    tally t = try_alone(reduce_by_blocks);
    assert_true(t.redundant > 2000);
    assert_int_equal(t.open, 0);
}

static void walks_that_meet_find_nearly_all(void **state)
{
    (void)state;
    tally t = try_alone(gp_reduce_by_meeting);
    assert_true(t.redundant > 2000 && t.needed > 2000);
    assert_true(t.open > 0 && t.open < t.redundant / 2);
}

static void the_forest_finds_some(void **state)
{
    (void)state;
    tally t = try_alone(gp_reduce_by_forest);
    assert_true(t.redundant > 200);
    assert_int_equal(t.needed, 0);
}

/* A walk may not go through thousands of arcs for each of thousands of others. */
static void a_hub_is_left_to_the_blocks(void **state)
{
    (void)state;
    char id[16];
    test_draft t;
    gp_reduction found;
    start_test_draft(&t);
    add_test_capability(&t, "hub", test_capability(3), "");
    add_test_capability(&t, "between", test_capability(3), "hub");
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(id, sizeof id, "c%u", (unsigned)i);
        add_test_capability(&t, id, test_capability(3), "between hub");
    }
    const gp_network *network = test_network(&t);
    uint8_t *verdict = GP_NEW(t.job, uint8_t, network->arc_count);
    tally count = {0};
    assert_int_equal(gp_reduce_by_meeting(&(gp_reduction_search){t.job, network, verdict}), GP_OK);
    check_verdicts(network, verdict, &count);
    assert_int_equal(count.open, 5000);
    assert_int_equal(gp_find_redundant(t.job, network, &found), GP_OK);
    assert_int_equal(found.redundant_count, 5000);
    assert_true(found.is_complete);
    gp_job_free(t.job);
}

static void an_empty_network_has_none(void **state)
{
    (void)state;
    test_draft t;
    gp_reduction found;
    start_test_draft(&t);
    assert_int_equal(gp_find_redundant(t.job, test_network(&t), &found), GP_OK);
    assert_int_equal(found.redundant_count, 0);
    assert_true(found.is_complete);
    gp_job_free(t.job);
}

#define ROWS (sizeof rows / sizeof *rows)

int main(void)
{
    struct CMUnitTest tests[ROWS + 7] = {
        cmocka_unit_test(random_networks_agree),
        cmocka_unit_test(networks_of_many_blocks_agree),
        cmocka_unit_test(an_empty_network_has_none),
        cmocka_unit_test(blocks_alone_find_all),
        cmocka_unit_test(walks_that_meet_find_nearly_all),
        cmocka_unit_test(the_forest_finds_some),
        cmocka_unit_test(a_hub_is_left_to_the_blocks),
    };
    for (size_t i = 0; i < ROWS; i++)
        tests[7 + i] = (struct CMUnitTest){.name = rows[i].name,
                                           .test_func = redundant_arcs_are_found,
                                           .initial_state = (void *)(uintptr_t)&rows[i]};
    return cmocka_run_group_tests_name("reduction", tests, NULL, NULL);
}
