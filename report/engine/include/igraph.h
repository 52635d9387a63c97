/* SPDX-License-Identifier: MIT
 * Stands in for igraph in the page: the part that core asks for, under its names, so that core's
 * kernels compile there as they are. Behind each name is a function of ours, so that a program can
 * hold both and compare them. */
#ifndef GP_ENGINE_IGRAPH_H
#define GP_ENGINE_IGRAPH_H

#include <stddef.h>
#include <stdint.h>

typedef int32_t igraph_integer_t;
typedef enum igraph_error_t { IGRAPH_SUCCESS, IGRAPH_ENOMEM, IGRAPH_EINVAL } igraph_error_t;

/* ---- failures ---- */

typedef void igraph_error_handler_t(const char *reason, const char *file, int line,
                                    igraph_error_t code);
typedef void igraph_warning_handler_t(const char *reason, const char *file, int line);
typedef void gp_graph_undo(void *object);

#define igraph_set_error_handler gp_graph_set_error_handler
#define igraph_set_warning_handler gp_graph_set_warning_handler
#define igraph_strerror gp_graph_strerror
igraph_error_handler_t *igraph_set_error_handler(igraph_error_handler_t *handler);
igraph_warning_handler_t *igraph_set_warning_handler(igraph_warning_handler_t *handler);
const char *igraph_strerror(igraph_error_t code);

/* What a kernel has to give back where it fails in its midst: the last first. */
#define IGRAPH_FINALLY(undo, object) gp_graph_defer((gp_graph_undo *)(undo), object)
#define IGRAPH_FINALLY_CLEAN gp_graph_forget
#define IGRAPH_FINALLY_FREE gp_graph_undo_all
void gp_graph_defer(gp_graph_undo *undo, void *object);
void gp_graph_forget(int count);
void gp_graph_undo_all(void);

/* Leaves the function where a call fails. */
#define IGRAPH_CHECK(call)                                                                         \
    do {                                                                                           \
        igraph_error_t code_ = (call);                                                             \
        if (code_ != IGRAPH_SUCCESS) return gp_graph_fail(code_);                                  \
    } while (0)
igraph_error_t gp_graph_fail(igraph_error_t code);

/* ---- vectors ---- */

typedef struct igraph_vector_int_t {
    igraph_integer_t *items;
    igraph_integer_t count;
} igraph_vector_int_t;

typedef struct igraph_vector_t {
    double *items;
    igraph_integer_t count;
} igraph_vector_t;

#define VECTOR(vector) ((vector).items)

#define igraph_vector_int_init gp_graph_numbers_init
#define igraph_vector_int_resize gp_graph_numbers_resize
#define igraph_vector_int_size gp_graph_numbers_size
#define igraph_vector_int_destroy gp_graph_numbers_destroy
#define igraph_vector_init gp_graph_weights_init
#define igraph_vector_destroy gp_graph_weights_destroy
igraph_error_t igraph_vector_int_init(igraph_vector_int_t *vector, igraph_integer_t count);
igraph_error_t igraph_vector_int_resize(igraph_vector_int_t *vector, igraph_integer_t count);
igraph_integer_t igraph_vector_int_size(const igraph_vector_int_t *vector);
void igraph_vector_int_destroy(igraph_vector_int_t *vector);
igraph_error_t igraph_vector_init(igraph_vector_t *vector, igraph_integer_t count);
void igraph_vector_destroy(igraph_vector_t *vector);

/* ---- graphs ---- */

/* One way along the edges: those of a vertex are edges[first[vertex] .. first[vertex + 1]), and
 * each leads to the vertex beside it. */
typedef struct gp_graph_way {
    igraph_integer_t *first, *edges, *ends;
} gp_graph_way;

typedef struct igraph_t {
    igraph_integer_t vertices, edges;
    gp_graph_way out, in;
} igraph_t;

enum { IGRAPH_DIRECTED = 1 };
typedef enum igraph_connectedness_t { IGRAPH_WEAK = 1, IGRAPH_STRONG } igraph_connectedness_t;
typedef enum igraph_neimode_t { IGRAPH_OUT = 1 } igraph_neimode_t;
typedef enum igraph_fas_algorithm_t { IGRAPH_FAS_APPROX_EADES = 1 } igraph_fas_algorithm_t;

/* ends: from and to of each edge in turn. */
#define igraph_create gp_graph_create
#define igraph_destroy gp_graph_destroy
igraph_error_t igraph_create(igraph_t *graph, const igraph_vector_int_t *ends,
                             igraph_integer_t vertices, int is_directed);
void igraph_destroy(igraph_t *graph);

/* members, sizes: NULL where nobody asks. */
#define igraph_connected_components gp_graph_components
igraph_error_t igraph_connected_components(const igraph_t *graph, igraph_vector_int_t *members,
                                           igraph_vector_int_t *sizes, igraph_integer_t *count,
                                           igraph_connectedness_t mode);

/* By vertex the one right above it; -1: it is the root; -2: the root does not lead there. Along
 * the edges alone, and tree and leftout are not made (NULL). */
#define igraph_dominator_tree gp_graph_dominators
igraph_error_t igraph_dominator_tree(const igraph_t *graph, igraph_integer_t root,
                                     igraph_vector_int_t *above, igraph_t *tree,
                                     igraph_vector_int_t *leftout, igraph_neimode_t mode);

/* Edges without which there is no circle, those that weigh little by preference. */
#define igraph_feedback_arc_set gp_graph_feedback
igraph_error_t igraph_feedback_arc_set(const igraph_t *graph, igraph_vector_int_t *cut,
                                       const igraph_vector_t *weights,
                                       igraph_fas_algorithm_t algorithm);

#endif
