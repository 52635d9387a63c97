/* SPDX-License-Identifier: MIT
 * Our order is igraph's topological order, on random networks with repeated requirements. */
#include "tests/support_draft.h"

#include <igraph.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void assert_order_of_igraph(const gp_network *network)
{
    igraph_t graph;
    igraph_vector_int_t ends, order;
    igraph_vector_int_init(&ends, (igraph_integer_t)network->arc_count * 2);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        VECTOR(ends)[2 * i] = network->arcs[i].from;
        VECTOR(ends)[2 * i + 1] = network->arcs[i].to;
    }
    assert_int_equal(igraph_create(&graph, &ends, network->activity_count, IGRAPH_DIRECTED), 0);
    igraph_vector_int_init(&order, 0);
    assert_int_equal(igraph_topological_sorting(&graph, &order, IGRAPH_OUT), 0);
    assert_int_equal(igraph_vector_int_size(&order), network->activity_count);
    for (uint32_t i = 0; i < network->activity_count; i++)
        assert_int_equal(network->order[i], VECTOR(order)[i]);
    igraph_vector_int_destroy(&order);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
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
        assert_order_of_igraph(test_network(&t));
        gp_job_free(t.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_networks)};
    return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
