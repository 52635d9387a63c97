/* SPDX-License-Identifier: MIT
 * Built with the headers of report/engine/include: see stand_in.h. */
#include "tests/report/stand_in.h"

#include <cjson/cJSON.h>
#include <igraph.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static void must(igraph_error_t code)
{
    if (code != IGRAPH_SUCCESS) abort();
}

static void open_graph(const stand_in_graph *given, igraph_t *graph)
{
    igraph_vector_int_t ends;
    must(igraph_vector_int_init(&ends, given->edges * 2));
    for (int i = 0; i < given->edges * 2; i++) VECTOR(ends)[i] = given->ends[i];
    must(igraph_create(graph, &ends, given->vertices, IGRAPH_DIRECTED));
    igraph_vector_int_destroy(&ends);
}

int stand_in_components(const stand_in_graph *given, bool is_strong, int *member)
{
    igraph_t graph;
    igraph_vector_int_t members, sizes;
    igraph_integer_t count, sum = 0;
    open_graph(given, &graph);
    must(igraph_vector_int_init(&members, 0));
    must(igraph_vector_int_init(&sizes, 0));
    must(igraph_connected_components(&graph, &members, &sizes, &count,
                                     is_strong ? IGRAPH_STRONG : IGRAPH_WEAK));
    for (int i = 0; i < given->vertices; i++) member[i] = VECTOR(members)[i];
    for (igraph_integer_t i = 0; i < count; i++) sum += VECTOR(sizes)[i];
    if (sum != given->vertices || igraph_vector_int_size(&sizes) != count) abort();
    igraph_vector_int_destroy(&sizes);
    igraph_vector_int_destroy(&members);
    igraph_destroy(&graph);
    return count;
}

void stand_in_dominators(const stand_in_graph *given, int root, int *above)
{
    igraph_t graph;
    igraph_vector_int_t found;
    open_graph(given, &graph);
    must(igraph_vector_int_init(&found, 0));
    must(igraph_dominator_tree(&graph, root, &found, NULL, NULL, IGRAPH_OUT));
    for (int i = 0; i < given->vertices; i++) above[i] = VECTOR(found)[i];
    igraph_vector_int_destroy(&found);
    igraph_destroy(&graph);
}

void stand_in_feedback(const stand_in_graph *given, bool *is_cut)
{
    igraph_t graph;
    igraph_vector_int_t cut;
    igraph_vector_t weights;
    open_graph(given, &graph);
    must(igraph_vector_int_init(&cut, 0));
    must(igraph_vector_init(&weights, given->edges));
    for (int i = 0; i < given->edges; i++) VECTOR(weights)[i] = given->weights[i];
    must(igraph_feedback_arc_set(&graph, &cut, &weights, IGRAPH_FAS_APPROX_EADES));
    memset(is_cut, 0, (size_t)given->edges);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&cut); i++)
        is_cut[VECTOR(cut)[i]] = true;
    igraph_vector_destroy(&weights);
    igraph_vector_int_destroy(&cut);
    igraph_destroy(&graph);
}

/* ---- JSON ---- */

char *stand_in_decode(const char *text, size_t size)
{
    cJSON *node = cJSON_ParseWithLength(text, size);
    if (!node) return NULL;
    char *decoded = node->valuestring;
    node->valuestring = NULL;
    cJSON_Delete(node);
    return decoded;
}

void *stand_in_duplicate(const void *tree)
{
    return cJSON_Duplicate(tree, true);
}

void stand_in_delete(void *tree)
{
    cJSON_Delete(tree);
}

const void *stand_in_member(const void *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

bool stand_in_is(const void *node, char kind)
{
    switch (kind) {
    case 't': return cJSON_IsTrue(node);
    case 'f': return cJSON_IsFalse(node);
    case 'b': return cJSON_IsBool(node);
    case 'n': return cJSON_IsNull(node);
    case '0': return cJSON_IsNumber(node);
    case '"': return cJSON_IsString(node);
    case '[': return cJSON_IsArray(node);
    default: return cJSON_IsObject(node);
    }
}

/* ---- characters ---- */

int stand_in_width(int32_t character)
{
    return utf8proc_charwidth(character);
}

char stand_in_category(int32_t character)
{
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_ZS: return 's';
    case UTF8PROC_CATEGORY_CF: return 'f';
    case UTF8PROC_CATEGORY_MN: return 'm';
    case UTF8PROC_CATEGORY_CN: return 'n';
    default: return '-';
    }
}

/* As core/characters.c puts it together. */
bool stand_in_breaks(int32_t before, int32_t after, int32_t *state)
{
    if (utf8proc_grapheme_break_stateful(before, after, state)) return true;
    bool is_letter = utf8proc_get_property(after)->boundclass == UTF8PROC_BOUNDCLASS_OTHER;
    return is_letter && utf8proc_get_property(before)->boundclass != UTF8PROC_BOUNDCLASS_PREPEND;
}

ptrdiff_t stand_in_map(const uint8_t *text, ptrdiff_t size, uint8_t **out)
{
    return utf8proc_map(text, size, out, UTF8PROC_STABLE);
}
