/* SPDX-License-Identifier: MIT
 * Asks igraph for eigenvalues, as nothing else here may: tests/build/run.sh looks what comes of it.
 */
#include <igraph.h>

int main(void)
{
    igraph_t graph;
    igraph_vector_t centrality;
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    if (igraph_star(&graph, 40, IGRAPH_STAR_UNDIRECTED, 0) != IGRAPH_SUCCESS) return 1;
    igraph_vector_init(&centrality, 0);
    return igraph_eigenvector_centrality(&graph, &centrality, NULL, IGRAPH_UNDIRECTED, 1, NULL,
                                         &options) != IGRAPH_SUCCESS;
}
