/* SPDX-License-Identifier: MIT
 * Writes edits as a file of changes: a portfolio of what is another in NEW, and a list of what is
 * taken out of OLD first. Merged into OLD it gives NEW. */
#include "groeipad/io.h"
#include "io/change/changes.h"

#include <cjson/cJSON.h>

static const cJSON *node(const gp_edit_origin *origin, int version)
{
    return origin->counts[version] ? origin->nodes[version][0] : NULL;
}

static void write_settings(gp_changes_writer *w)
{
    gp_json *json = &w->json;
    const char *open = NULL;
    for (uint32_t i = 0; i < w->edits->count && w->edits->edits[i].kind == GP_EDIT_SETTING; i++) {
        const gp_edit_origin *origin = &w->sources->origins[i];
        bool is_within = open && origin->inner && strcmp(open, origin->outer) == 0;
        bool is_own = strncmp(origin->outer, "x-", 2) == 0;
        if (open && !is_within) gp_json_close(json, '}');
        if (!is_within) {
            gp_json_line(json);
            gp_write_own_key(json, origin->outer);
        }
        if (origin->inner && !is_within) gp_json_open(json, '{');
        open = origin->inner ? origin->outer : NULL;
        if (origin->inner) gp_write_own_key(json, origin->inner);
        if (is_own && node(origin, GP_NEW))
            gp_write_value(json, node(origin, GP_NEW));
        else
            gp_write_patch(json, node(origin, GP_OLD), node(origin, GP_NEW));
    }
    if (open) gp_json_close(json, '}');
}

/* The keys of a term that differ, each told by an edit of its own. */
static uint32_t write_term(gp_changes_writer *w, uint32_t first)
{
    const gp_edit_origin *origins = w->sources->origins;
    uint32_t i = first;
    gp_json_open(&w->json, '{');
    if (w->edits->edits[first].kind == GP_EDIT_CORRELATION) {
        gp_json_key(&w->json, "ids");
        gp_write_value(&w->json,
                       cJSON_GetObjectItemCaseSensitive(origins[first].records[GP_NEW], "ids"));
    } else {
        gp_json_add_text(&w->json, "id", w->edits->edits[first].id);
    }
    for (; i < w->edits->count && origins[i].list &&
           origins[i].records[GP_NEW] == origins[first].records[GP_NEW];
         i++) {
        gp_write_own_key(&w->json, origins[i].outer);
        gp_write_patch(&w->json, node(&origins[i], GP_OLD), node(&origins[i], GP_NEW));
    }
    gp_json_close(&w->json, '}');
    return i;
}

static void write_list(gp_changes_writer *w, const char *name)
{
    gp_json *json = &w->json;
    const gp_edit_origin *origins = w->sources->origins;
    bool is_open = false;
    for (uint32_t i = 0; i < w->edits->count;) {
        bool is_ours = origins[i].list && strcmp(origins[i].list, name) == 0;
        if (!is_ours) {
            i++;
            continue;
        }
        if (!is_open) {
            gp_json_line(json);
            gp_json_key(json, name);
            gp_json_open(json, '[');
        }
        is_open = true;
        gp_json_line(json);
        if (w->edits->edits[i].key)
            i = write_term(w, i);
        else
            gp_write_value(json, origins[i++].records[GP_NEW]);
    }
    if (is_open) gp_json_close(json, ']');
}

static void write_list_anew(gp_changes_writer *w, const char *name)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(w->sources->documents[GP_NEW]->top, name);
    if (!list) return;
    gp_json_line(&w->json);
    gp_json_key(&w->json, name);
    gp_write_value(&w->json, list);
}

gp_status gp_write_changes(gp_job *job, const gp_edits *edits, gp_output *out)
{
    gp_changes_writer w = {.edits = edits, .sources = edits->sources};
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    w.json = (gp_json){.buffer = buffer};
    GP_TRY(gp_choose_ways(job, &w));
    gp_json_open(&w.json, '{');
    GP_TRY(gp_write_drops(job, &w));
    write_settings(&w);
    for (size_t i = 0; i < GP_OTHER_LISTS; i++) {
        if (gp_is_list_anew(&w, gp_other_lists[i]))
            write_list_anew(&w, gp_other_lists[i]);
        else
            write_list(&w, gp_other_lists[i]);
    }
    gp_write_changed_records(&w, GP_EDIT_INTERVENTION);
    gp_write_changed_records(&w, GP_EDIT_CAPABILITY);
    gp_add_text(buffer, "\n}\n");
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
