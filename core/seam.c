/* SPDX-License-Identifier: MIT
 * igraph's default handler aborts the process and its warnings go to standard error; both are
 * replaced while a kernel runs and put back after it, for the sake of a host program. */
#include "core/seam.h"

static void on_error(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    IGRAPH_FINALLY_FREE();
}

static void on_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

/* What igraph's dominators take, which take most of our kernels, measured on chains, stars and
 * layers and with a quarter more; they, and the feedback arc set, end the program where
 * memory runs out in their midst. `tests/memory` looks whether it is enough. */
#define VERTEX_BYTES ((size_t)256)
#define EDGE_BYTES ((size_t)192)
#define KERNEL_BYTES ((size_t)256 << 10)

gp_status gp_run_kernel(gp_job *job, gp_kernel *kernel, void *state, size_t vertices, size_t edges)
{
    GP_TRY(gp_ask_memory(job, VERTEX_BYTES * vertices + EDGE_BYTES * edges + KERNEL_BYTES));
    igraph_error_handler_t *error = igraph_set_error_handler(on_error);
    igraph_warning_handler_t *warning = igraph_set_warning_handler(on_warning);
    igraph_error_t code = kernel(state);
    igraph_set_error_handler(error);
    igraph_set_warning_handler(warning);
    if (code == IGRAPH_SUCCESS) return GP_OK;
    if (code == IGRAPH_ENOMEM) return gp_no_memory(job);
    return gp_bug(job, igraph_strerror(code));
}

igraph_error_t gp_make_network_graph(igraph_t *graph, const gp_network *network)
{
    igraph_vector_int_t ends;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, (igraph_integer_t)network->arc_count * 2));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    for (uint32_t i = 0; i < network->arc_count; i++) {
        VECTOR(ends)[2 * i] = network->arcs[i].from;
        VECTOR(ends)[2 * i + 1] = network->arcs[i].to;
    }
    IGRAPH_CHECK(igraph_create(graph, &ends, network->activity_count, IGRAPH_DIRECTED));
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
