/* SPDX-License-Identifier: MIT
 * The order is a topological one (igraph agrees that there is no circle), goes by layers, and
 * within a layer by id, on random networks with repeated requirements. */
#include "tests/support_draft.h"

#include <igraph.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void assert_acyclic(const gp_network *network)
{
    igraph_t graph;
    igraph_vector_int_t ends;
    igraph_bool_t is_acyclic;
    igraph_vector_int_init(&ends, (igraph_integer_t)network->arc_count * 2);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        VECTOR(ends)[2 * i] = network->arcs[i].from;
        VECTOR(ends)[2 * i + 1] = network->arcs[i].to;
    }
    assert_int_equal(igraph_create(&graph, &ends, network->activity_count, IGRAPH_DIRECTED), 0);
    assert_int_equal(igraph_is_dag(&graph, &is_acyclic), 0);
    assert_true(is_acyclic);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
}

static void assert_order(const gp_network *network)
{
    uint32_t place[64] = {0}, longest[64] = {0};
    assert_acyclic(network);
    for (uint32_t i = 0; i < network->activity_count; i++) place[network->order[i]] = i;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        uint32_t to = network->order[i];
        assert_int_equal(place[to], i); /* each once */
        for (uint32_t a = network->arc_first[to]; a < network->arc_first[to + 1]; a++) {
            uint32_t from = network->arcs[a].from;
            assert_true(place[from] < i);
            if (longest[from] >= longest[to]) longest[to] = longest[from] + 1;
        }
        assert_int_equal(network->layer[to], longest[to]);
        if (i == 0) continue;
        uint32_t before = network->order[i - 1];
        assert_true(longest[before] <= longest[to]);
        if (longest[before] == longest[to])
            assert_true(strcmp(gp_activity_id(network, before), gp_activity_id(network, to)) < 0);
    }
}

/* A random order of the file; each may need those with a smaller rank. */
static void random_networks(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int round = 0; round < 300; round++) {
        uint32_t count = 2 + test_random(&seed, 40), rank[64];
        test_draft t;
        start_test_draft(&t);
        for (uint32_t i = 0; i < count; i++) rank[i] = i;
        for (uint32_t i = count - 1; i > 0; i--) {
            uint32_t k = test_random(&seed, i + 1), kept = rank[i];
            rank[i] = rank[k];
            rank[k] = kept;
        }
        for (uint32_t i = 0; i < count; i++) {
            char id[8], requires[256] = "";
            snprintf(id, sizeof id, "n%u", rank[i]);
            for (uint32_t k = 0; rank[i] > 0 && k < test_random(&seed, 5); k++) {
                size_t end = strlen(requires);
                snprintf(requires + end, sizeof requires - end, end ? " n%u" : "n%u",
                         test_random(&seed, rank[i]));
            }
            add_test_capability(&t, id, test_capability(1), requires);
        }
        assert_order(test_network(&t));
        gp_job_free(t.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_networks)};
    return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
