/* SPDX-License-Identifier: MIT
 * Counts what a model holds that is no part of a portfolio, by type and reason: a model of an
 * architecture holds much of that, and nothing of it goes in silence. */
#include "io/graph/graph_import.h"

gp_status gp_leave_out(gp_graph_import *import, gp_argument what, const char *type, gp_argument why,
                       gp_spot spot)
{
    gp_buffer *scratch = import->scratch;
    const char *text;
    size_t size;
    scratch->bytes.count = 0;
    gp_add_text(scratch, what.words.in[GP_ENGLISH]);
    gp_add_bytes(scratch, "", 1);
    gp_add_text(scratch, type ? type : "");
    gp_add_bytes(scratch, "", 1);
    gp_add_text(scratch, why.words.in[GP_ENGLISH]);
    GP_TRY(gp_finish_buffer(scratch, &text, &size));
    uint32_t cause = gp_intern(import->causes, text, size);
    gp_left_out *left_out = import->left_out.data;
    if (cause == GP_NONE) return gp_no_memory(import->job);
    if (cause < import->left_out.count) {
        left_out[cause].count++;
        return GP_OK;
    }
    gp_left_out first = {what, why, type ? gp_copy_cut(import->job, type) : "-", spot, 1};
    bool is_kept = first.type && gp_push(import->job, &import->left_out, &first, 1);
    return is_kept ? GP_OK : gp_no_memory(import->job);
}

gp_status gp_report_left_out(gp_graph_import *import)
{
    const gp_left_out *left_out = import->left_out.data;
    bool is_strict = import->records->options && import->records->options->is_strict;
    for (size_t i = 0; i < import->left_out.count; i++) {
        const gp_left_out *l = &left_out[i];
        gp_place place = gp_place_in(import->records->source, l->spot);
        GP_TRY(gp_add_finding(import->job, &(gp_finding){.code = is_strict ? 126 : 125,
                                                         .place = place,
                                                         .arguments = {GP_NUMBER(l->count), l->what,
                                                                       GP_TEXT(l->type), l->why}}));
    }
    return GP_OK;
}
