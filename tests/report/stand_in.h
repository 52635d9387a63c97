/* SPDX-License-Identifier: MIT
 * What stands in for libraries in the page, asked through plain types, so that a test can ask the
 * libraries the same. */
#ifndef TESTS_STAND_IN_H
#define TESTS_STAND_IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ends: from and to of each edge. */
typedef struct stand_in_graph {
    int vertices, edges;
    const int *ends;
    const double *weights;
} stand_in_graph;

int stand_in_components(const stand_in_graph *graph, bool is_strong, int *member);
void stand_in_dominators(const stand_in_graph *graph, int root, int *above); /* negative: none */
void stand_in_feedback(const stand_in_graph *graph, bool *is_cut);           /* by edge */

/* The text between quotes, to be freed; NULL: it is none. */
char *stand_in_decode(const char *text, size_t size);

/* Trees are cJSON's own nodes; each is given back by what made it. */
void *stand_in_duplicate(const void *tree);
void stand_in_delete(void *tree);
bool stand_in_is(const void *node, char kind); /* t f b n 0 " [ { */
const void *stand_in_member(const void *object, const char *key);

int stand_in_width(int32_t character);
char stand_in_category(int32_t character); /* of ' ' CF MN and unassigned: s f m n; else - */
bool stand_in_breaks(int32_t before, int32_t after, int32_t *state);
ptrdiff_t stand_in_map(const uint8_t *text, ptrdiff_t size, uint8_t **out);

#endif
