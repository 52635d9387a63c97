/* SPDX-License-Identifier: MIT
 * Choices among hundreds of measures: where effort or memory ends, and beside others that use GLPK.
 */
#include "core/repair/cover.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <glpk.h>
#include <igraph.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static uint64_t draw(uint64_t *state)
{
    *state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t below(uint64_t *state, uint32_t end)
{
    return (uint32_t)(draw(state) % end);
}

static gp_cover_answer solve(gp_job *job, gp_cover *cover, const gp_cover_query *query)
{
    gp_cover_answer answer;
    assert_int_equal(gp_solve_cover(job, cover, query, &answer), GP_OK);
    return answer;
}

/* ---- large ones ---- */

#define LARGE_STEPS 120 /* each with a quarter for 1 and a half for 2 */

/* Paths of steps that are so many quarters too long: to be cut by a half is to be cut by two
 * quarters. Cuts are what is left of such a path when as much is taken as leaves it too long. */
static gp_cover *make_large(gp_job *job, uint32_t targets, uint32_t paths, uint64_t *state)
{
    double costs[2 * LARGE_STEPS];
    gp_cover *cover;
    for (uint32_t i = 0; i < 2 * LARGE_STEPS; i++) costs[i] = 1 + i % 2;
    assert_int_equal(gp_new_cover(job, costs, 2 * LARGE_STEPS, targets, &cover), GP_OK);
    for (uint32_t path = 0; path < paths; path++) {
        uint32_t from = below(state, LARGE_STEPS - 30), length = 5 + below(state, 6);
        for (uint32_t draws = 0; draws < 6; draws++) {
            uint32_t members[24], count = 0, left = 1 + path % 3; /* quarters that may be taken */
            uint64_t order = draw(state);
            for (uint32_t i = 0; i < length; i++) {
                bool is_quartered = left > 0 && order >> i & 1;
                left -= is_quartered;
                if (!is_quartered) members[count++] = 2 * (from + 3 * i % 30);
                members[count++] = 2 * (from + 3 * i % 30) + 1;
            }
            for (uint32_t i = 1; i < count; i++) /* ascending */
                for (uint32_t k = i; k > 0 && members[k] < members[k - 1]; k--) {
                    uint32_t swapped = members[k];
                    members[k] = members[k - 1];
                    members[k - 1] = swapped;
                }
            assert_int_equal(gp_cover_cut(cover, path % targets, 1, members, count), GP_OK);
        }
    }
    return cover;
}

static const gp_cover_query cheapest = {.budget = -1, .known_cost = -1, .effort = 2000000};

static void test_large(void **unused)
{
    (void)unused;
    uint64_t state = 7;
    gp_job *job = gp_job_new();
    gp_cover *cover = make_large(job, 12, 60, &state);
    gp_cover_answer best = solve(job, cover, &cheapest);
    assert_int_equal(best.status, GP_COVER_OPTIMAL);
    gp_cover_query query = cheapest;
    query.is_settled = true;
    query.hint = best.is_taken;
    query.known_cost = best.cost;
    gp_cover_answer settled = solve(job, cover, &query);
    assert_int_equal(settled.status, GP_COVER_OPTIMAL);
    assert_true(settled.cost == best.cost);
    query.hint = settled.is_taken;
    gp_cover_answer again = solve(job, cover, &query);
    assert_memory_equal(settled.is_taken, again.is_taken, 2 * LARGE_STEPS);
    query.goal = GP_COVER_IN_TIME;
    query.is_needed = GP_NEW(job, bool, 12);
    query.is_settled = false;
    query.budget = best.cost - 2;
    gp_cover_answer bought = solve(job, cover, &query);
    assert_int_equal(bought.status, GP_COVER_OPTIMAL);
    assert_true(bought.cost <= query.budget && bought.late_days > 0);
    gp_job_free(job);
}

static bool stop_at(void *object)
{
    uint32_t *left = object;
    return *left > 0 && (*left)--;
}

/* Wherever it is stopped, what is told is true, and the same again. */
static void test_stopped(void **unused)
{
    (void)unused;
    uint64_t state = 7;
    gp_job *job = gp_job_new();
    gp_cover *cover = make_large(job, 12, 60, &state);
    gp_cover_answer best = solve(job, cover, &cheapest);
    for (uint64_t effort = 0; effort < best.effort; effort += 1 + effort / 3) {
        gp_cover_query query = cheapest;
        query.effort = effort;
        gp_cover_answer a = solve(job, cover, &query), b = solve(job, cover, &query);
        assert_int_equal(a.status, GP_COVER_STOPPED);
        assert_true(a.bound <= best.cost && a.bound >= 0);
        assert_true(!a.has_choice || a.cost >= best.cost);
        assert_true(a.bound == b.bound && a.has_choice == b.has_choice);
        assert_memory_equal(a.is_taken, b.is_taken, 2 * LARGE_STEPS);
        query.hint = best.is_taken;
        a = solve(job, cover, &query);
        assert_true(a.has_choice && a.cost == best.cost);
    }
    for (uint32_t asks = 0; asks < 20; asks += 3) {
        uint32_t left = asks;
        gp_cover_query query = cheapest;
        query.goes_on = stop_at;
        query.object = &left;
        gp_cover_answer a = solve(job, cover, &query);
        assert_int_equal(a.status, GP_COVER_STOPPED);
        assert_true(a.bound <= best.cost);
    }
    gp_job_free(job);
}

/* ---- where memory ends ---- */

static void test_allocations(void **unused)
{
    (void)unused;
    bool is_through = false;
    for (size_t allowed = 0; !is_through; allowed++) {
        uint64_t state = 3;
        gp_job *job = gp_job_new();
        gp_cover *cover = make_large(job, 2, 5, &state);
        gp_cover_answer answer;
        gp_fail_allocations_after(job, allowed);
        gp_status status = gp_solve_cover(job, cover, &cheapest, &answer);
        is_through = status == GP_OK;
        if (!is_through) {
            assert_int_equal(status, GP_NO_MEMORY);
            assert_true(gp_is_out_of_memory(job));
        }
        gp_job_free(job);
    }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
static rlim_t bytes_in_use(void)
{
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%lu", &pages) != 1) pages = 0;
    if (file) fclose(file);
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* In a process of its own, which is given so many bytes beyond what it has. */
static int solve_within(rlim_t more)
{
    uint64_t state = 7;
    gp_job *job = gp_job_new();
    gp_cover *cover = make_large(job, 12, 500, &state);
    gp_cover_answer answer;
    gp_cover_query query = cheapest;
    query.effort = 300;
    struct rlimit limit = {bytes_in_use() + more, bytes_in_use() + more};
    if (bytes_in_use() == 0 || setrlimit(RLIMIT_AS, &limit) != 0) return 2;
    gp_status status = gp_solve_cover(job, cover, &query, &answer);
    gp_job_free(job);
    return status == GP_OK ? 0 : status == GP_NO_MEMORY ? 1 : 2;
}

/* From none at all to plenty: it says that memory ran out, or it solves it, and never dies. */
static void test_memory(void **unused)
{
    (void)unused;
    uint32_t ended[2] = {0};
    if (bytes_in_use() == 0) skip();
    for (rlim_t more = 0; more < (rlim_t)32 << 20; more += (rlim_t)384 << 10) {
        int status = 0;
        pid_t child = fork();
        if (child == 0) _exit(solve_within(more));
        assert_true(child > 0 && waitpid(child, &status, 0) == child);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) < 2);
        ended[WEXITSTATUS(status)]++;
    }
    assert_true(ended[0] > 0 && ended[1] > 0);
}
#else
static void test_memory(void **unused)
{
    (void)unused;
    skip();
}
#endif

/* GLPK refuses a row that has a column twice, which no cut should: what it makes of that is told,
 * and afterwards all is as before. */
static void test_refused(void **unused)
{
    (void)unused;
    const double costs[] = {1, 2, 1};
    const uint32_t twice[] = {0, 1, 1, 2}, once[] = {1};
    gp_job *job = gp_job_new();
    gp_cover *cover;
    assert_int_equal(gp_new_cover(job, costs, 3, 1, &cover), GP_OK);
    assert_int_equal(gp_cover_exclude(cover, 0, 1), GP_OK);
    assert_int_equal(gp_cover_exclude(cover, 1, 2), GP_OK);
    assert_int_equal(gp_cover_cut(cover, 0, 1, twice, 4), GP_OK);
    gp_cover_answer answer = solve(job, cover, &cheapest);
    assert_int_equal(answer.status, GP_COVER_STOPPED);
    assert_false(answer.has_choice);
    assert_true(answer.bound <= 1);
    assert_int_equal(gp_cover_cut(cover, 0, 1, once, 1), GP_OK); /* says all that the other does */
    answer = solve(job, cover, &cheapest);
    assert_int_equal(answer.status, GP_COVER_OPTIMAL);
    assert_true(answer.cost == 2);
    gp_job_free(job);
}

/* ---- beside others that use GLPK ---- */

static igraph_integer_t cut_circles(void)
{
    igraph_t graph;
    igraph_vector_int_t cut;
    igraph_small(&graph, 5, IGRAPH_DIRECTED, 0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 2, 4, 0, -1);
    igraph_vector_int_init(&cut, 0);
    assert_int_equal(igraph_feedback_arc_set(&graph, &cut, NULL, IGRAPH_FAS_EXACT_IP), 0);
    igraph_integer_t count = igraph_vector_int_size(&cut);
    igraph_vector_int_destroy(&cut);
    igraph_destroy(&graph);
    return count;
}

static void solve_one(void)
{
    uint64_t state = 11;
    gp_job *job = gp_job_new();
    assert_int_equal(solve(job, make_large(job, 4, 12, &state), &cheapest).status,
                     GP_COVER_OPTIMAL);
    gp_job_free(job);
}

static void test_beside_others(void **unused)
{
    (void)unused;
    glp_free_env();
    solve_one();
    assert_int_equal(glp_free_env(), 1); /* nothing is left behind */
    igraph_integer_t count = cut_circles();
    solve_one();
    assert_int_equal(cut_circles(), count);
    glp_prob *own = glp_create_prob(); /* somebody's, which must live on */
    glp_add_cols(own, 3);
    glp_set_col_name(own, 2, "kept");
    solve_one();
    assert_int_equal(glp_term_out(GLP_ON), GLP_ON); /* as it was */
    assert_string_equal(glp_get_col_name(own, 2), "kept");
    glp_delete_prob(own);
    assert_int_equal(cut_circles(), count);
    glp_free_env();
    assert_int_equal(cut_circles(), count);
    glp_free_env();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory), /* first, while little has been used and given back */
        cmocka_unit_test(test_large),         cmocka_unit_test(test_stopped),
        cmocka_unit_test(test_allocations),   cmocka_unit_test(test_refused),
        cmocka_unit_test(test_beside_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
