/* SPDX-License-Identifier: MIT
 * One bad id does not spoil a model: what hangs on it is named and left out, and all else is read.
 * In ArchiMate 3 a relationship may lead to a relationship; that is well formed, and there is no
 * place for it in a portfolio. */
#include "io/graph/archimate_ids.h"

#include <string.h>

typedef struct sieve {
    gp_graph_import *import;
    gp_names *relations; /* ids of relationships */
    gp_buffer *text;
} sieve;

/* What is left out, and why: `many` is the reason for those of a type, by --strict. */
typedef struct bad {
    gp_argument what, whats;
    const char *id, *type;
    gp_argument why, many;
    gp_spot spot;
} bad;

static gp_status name(sieve *s, const bad *b)
{
    gp_job *job = s->import->job;
    const char *id = gp_copy_cut(job, b->id), *type = gp_copy_cut(job, b->type);
    if (!id || !type) return gp_no_memory(job);
    return gp_add_finding(job, &(gp_finding){.code = 122,
                                             .place = gp_place_in(s->import->source, b->spot),
                                             .subject = id,
                                             .arguments = {b->what, GP_TEXT(type), b->why}});
}

static gp_status count_strictly(sieve *s, const bad *b)
{
    const gp_read_options *options = s->import->records->options;
    if (!options || !options->is_strict) return GP_OK;
    return gp_leave_out(s->import, b->whats, b->type, b->many, b->spot);
}

/* ---- elements ---- */

static gp_status report_node(sieve *s, const gp_graph_node *node)
{
    bool has_id = *node->file_id != '\0';
    gp_argument why =
        has_id ? GP_WORDS("an element before it has the same id",
                          "een eerder element heeft dezelfde id")
               : GP_WORDS("it has no id to refer to", "het heeft geen id om naar te verwijzen");
    gp_argument many = has_id ? GP_WORDS("others have the same ids", "andere hebben dezelfde ids")
                              : GP_WORDS("they have no id", "ze hebben geen id");
    gp_turn_to(s->import, node->source);
    const char *title = node->name ? node->name : "";
    const bad b = {.what = GP_WORDS("the element", "het element"),
                   .whats = GP_LEFT_OUT_NODES,
                   .id = has_id ? node->file_id : title,
                   .type = node->type,
                   .why = why,
                   .many = many,
                   .spot = node->spot};
    GP_TRY(name(s, &b));
    return count_strictly(s, &b);
}

/* The first of an id has it; those that are kept move up. */
static gp_status sift_nodes(sieve *s)
{
    gp_graph *graph = s->import->graph;
    uint32_t *node_of = graph->node_of.data, kept = 0;
    for (uint32_t i = 0; i < graph->nodes.count; i++) {
        const gp_graph_node node = *gp_node_at(graph, i);
        bool is_kept = *node.file_id && node_of[node.symbol] == i;
        if (!is_kept) {
            GP_TRY(report_node(s, &node));
            if (!*node.file_id) node_of[node.symbol] = GP_NONE;
            continue;
        }
        node_of[node.symbol] = kept;
        *gp_node_at(graph, kept++) = node;
    }
    graph->nodes.count = kept;
    return GP_OK;
}

/* ---- relationships ---- */

typedef enum end_state { END_THERE, END_RELATION, END_NOWHERE, END_EMPTY } end_state;

static end_state state_of(const sieve *s, uint32_t symbol)
{
    const char *id = gp_name(s->import->graph->symbols, symbol);
    if (gp_find_node(s->import->graph, symbol) != GP_NONE) return END_THERE;
    if (!*id) return END_EMPTY;
    return gp_find_name(s->relations, id, strlen(id)) != GP_NONE ? END_RELATION : END_NOWHERE;
}

/* "its source 'x' is no element of the model" */
static gp_status say_end(sieve *s, bool is_source, uint32_t symbol, end_state state,
                         gp_argument *out)
{
    static const char *const ends[2][2] = {{"its target", "het doel"}, {"its source", "de bron"}};
    static const char *const empty[] = {"it has no ", "er is geen "};
    static const char *const no_element[] = {"' is no element of the model",
                                             "' is geen element van het model"};
    static const char *const bare[2][2] = {{"target", "doel"}, {"source", "bron"}};
    gp_job *job = s->import->job;
    const char *id = gp_copy_cut(job, gp_name(s->import->graph->symbols, symbol));
    if (!id) return gp_no_memory(job);
    *out = GP_WORDS(NULL, NULL);
    for (int language = GP_ENGLISH; language <= GP_DUTCH; language++) {
        bool is_empty = state == END_EMPTY;
        const char *text;
        size_t size;
        s->text->bytes.count = 0;
        gp_add_text(s->text, is_empty ? empty[language] : ends[is_source][language]);
        gp_add_text(s->text, is_empty ? bare[is_source][language] : " '");
        if (!is_empty) gp_add_text(s->text, id);
        if (!is_empty) gp_add_text(s->text, no_element[language]);
        GP_TRY(gp_finish_buffer(s->text, &text, &size));
        out->words.in[language] = gp_copy_text(job, text, size);
        if (!out->words.in[language]) return gp_no_memory(job);
    }
    return GP_OK;
}

static gp_status name_end(sieve *s, bad *b, bool is_source, uint32_t symbol, end_state state)
{
    if (state < END_NOWHERE) return GP_OK;
    GP_TRY(say_end(s, is_source, symbol, state, &b->why));
    return name(s, b);
}

static gp_status report_edge(sieve *s, const gp_graph_edge *edge, end_state from, end_state to)
{
    bad b = {.what = GP_WORDS("the relationship", "de relatie"),
             .whats = GP_LEFT_OUT_EDGES,
             .id = edge->file_id ? edge->file_id : "",
             .type = edge->type,
             .many = GP_WORDS("an end of them is nowhere", "een van de uiteinden is er niet"),
             .spot = edge->spot};
    gp_turn_to(s->import, edge->source);
    if (from < END_NOWHERE && to < END_NOWHERE)
        return gp_leave_out(
            s->import, GP_LEFT_OUT_EDGES, edge->type,
            GP_WORDS("an end of them is a relationship", "een van de uiteinden is een relatie"),
            edge->spot);
    GP_TRY(name_end(s, &b, true, edge->from, from));
    GP_TRY(name_end(s, &b, false, edge->to, to));
    return count_strictly(s, &b);
}

static gp_status sift_edges(sieve *s)
{
    gp_graph *graph = s->import->graph;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        const char *id = gp_edge_at(graph, i)->file_id;
        bool is_noted = !id || !*id || gp_intern(s->relations, id, strlen(id)) != GP_NONE;
        if (!is_noted) return gp_no_memory(s->import->job);
    }
    for (uint32_t i = 0; i < graph->edges.count; i++) {
        const gp_graph_edge edge = *gp_edge_at(graph, i);
        end_state from = state_of(s, edge.from), to = state_of(s, edge.to);
        if (from == END_THERE && to == END_THERE)
            *gp_edge_at(graph, kept++) = edge;
        else
            GP_TRY(report_edge(s, &edge, from, to));
    }
    graph->edges.count = kept;
    return GP_OK;
}

gp_status gp_sift_archimate_ids(gp_graph_import *import)
{
    sieve s = {.import = import, .relations = gp_new_names(import->job)};
    s.text = gp_new_buffer(import->job);
    if (!s.relations || !s.text) return gp_no_memory(import->job);
    GP_TRY(sift_nodes(&s));
    return sift_edges(&s);
}
