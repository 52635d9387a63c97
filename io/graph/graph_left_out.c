/* SPDX-License-Identifier: MIT
 * Counts what a model holds that is no part of a portfolio, by type and reason: a model of an
 * architecture holds much of that, and nothing of it goes in silence. */
#include "io/graph/graph_import.h"

void gp_turn_to(gp_graph_import *import, uint32_t source)
{
    import->source = source;
    if (import->graph->has_sources) gp_set_tree_source(import->tree, source);
}

/* Counts one more of what `scratch` holds as text, or else begins to. */
static gp_status count(gp_graph_import *import, const gp_left_out *first, gp_make_why *why,
                       const void *state)
{
    const char *cause;
    size_t size;
    GP_TRY(gp_finish_buffer(import->scratch, &cause, &size));
    uint32_t number = gp_intern(import->causes, cause, size);
    gp_left_out *left_out = import->left_out.data;
    if (number == GP_NONE) return gp_no_memory(import->job);
    if (number < import->left_out.count) {
        left_out[number].count++;
        return GP_OK;
    }
    gp_left_out kept = *first;
    kept.count = 1;
    kept.source = import->source;
    kept.type = first->type ? gp_copy_cut(import->job, first->type) : "-";
    if (!kept.type) return gp_no_memory(import->job);
    if (why) GP_TRY(why(import, state, &kept.why));
    bool is_kept = gp_push(import->job, &import->left_out, &kept, 1) != NULL;
    return is_kept ? GP_OK : gp_no_memory(import->job);
}

static void start_cause(gp_graph_import *import, gp_argument what, const char *type)
{
    import->scratch->bytes.count = 0;
    gp_add_text(import->scratch, what.words.in[GP_ENGLISH]);
    gp_add_bytes(import->scratch, "", 1);
    gp_add_text(import->scratch, type ? type : "");
    gp_add_bytes(import->scratch, "", 1);
}

gp_status gp_leave_out(gp_graph_import *import, gp_argument what, const char *type, gp_argument why,
                       gp_spot spot)
{
    start_cause(import, what, type);
    gp_add_text(import->scratch, why.words.in[GP_ENGLISH]);
    return count(import, &(gp_left_out){.what = what, .why = why, .type = type, .spot = spot}, NULL,
                 NULL);
}

gp_status gp_leave_out_first(gp_graph_import *import, const gp_left_out *left_out,
                             const char *cause, gp_make_why *why, const void *state)
{
    start_cause(import, left_out->what, left_out->type);
    gp_add_text(import->scratch, cause);
    return count(import, left_out, why, state);
}

gp_status gp_report_left_out(gp_graph_import *import)
{
    const gp_left_out *left_out = import->left_out.data;
    bool is_strict = import->records->options && import->records->options->is_strict;
    for (size_t i = 0; i < import->left_out.count; i++) {
        const gp_left_out *l = &left_out[i];
        gp_place place = gp_place_in(l->source, l->spot);
        GP_TRY(gp_add_finding(import->job, &(gp_finding){.code = is_strict ? 126 : 125,
                                                         .place = place,
                                                         .arguments = {GP_NUMBER(l->count), l->what,
                                                                       GP_TEXT(l->type), l->why}}));
    }
    return GP_OK;
}
