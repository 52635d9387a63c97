/* SPDX-License-Identifier: MIT
 * Tells of values that were refused because they are not ours to understand: once for each name of
 * a property, with how many there are, what the first one is, and how to say that the name is
 * another's. The tables know nodes of a tree; which property they came from was noted when it was
 * built. */
#include "io/graph/graph_import.h"

#include <cjson/cJSON.h>

gp_status gp_note_origin(gp_graph_import *import, gp_argument what, const char *name,
                         const char *path, const char *value)
{
    gp_origin origin = {.first = import->tree->written.count,
                        .what = what,
                        .name = name,
                        .path = path,
                        .value = value};
    import->origins.size = sizeof origin;
    const gp_origin *all = import->origins.data;
    size_t count = import->origins.count;
    bool is_same = count && path && all[count - 1].name == name && all[count - 1].path == path;
    if (is_same) return GP_OK; /* the object around it */
    bool is_noted = gp_push(import->job, &import->origins, &origin, 1) != NULL;
    return is_noted ? GP_OK : gp_no_memory(import->job);
}

/* The last origin at or before a node: the tree is never empty, and begins with one. */
static size_t origin_of(const gp_graph_import *import, size_t node)
{
    const gp_origin *origins = import->origins.data;
    size_t low = 0, high = import->origins.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (origins[middle].first <= node)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* ---- why, in both languages ---- */

typedef struct refusal {
    const gp_refused *refused;
    const gp_origin *origin;
    const char *value; /* as the file has it */
} refusal;

static const char *in(gp_argument argument, gp_language language)
{
    return argument.kind == GP_ARGUMENT_WORDS ? argument.words.in[language] : argument.text;
}

static void add_why(gp_buffer *b, const refusal *r, gp_language language)
{
    static const char *const first[] = {"the first is '", "de eerste is '"};
    static const char *const expected[] = {"', expected ", "', verwacht: "};
    static const char *const lacks[] = {" has no '", " heeft geen '"};
    static const char *const way_out[] = {"= keeps them as properties of your own",
                                          "= bewaart ze als eigen eigenschappen"};
    if (r->refused->value) {
        gp_add_text(b, first[language]);
        gp_add_text(b, r->value);
        gp_add_text(b, expected[language]);
        gp_add_text(b, in(r->refused->expected, language));
    } else {
        gp_add_text(b, in(r->refused->where, language));
        gp_add_text(b, lacks[language]);
        gp_add_text(b, in(r->refused->expected, language));
        gp_add_text(b, "'");
    }
    if (!r->origin->path) return;
    gp_add_text(b, "; --property ");
    gp_add_text(b, r->origin->path);
    gp_add_text(b, way_out[language]);
}

static gp_status make_why(gp_graph_import *import, const void *state, gp_argument *out)
{
    *out = GP_WORDS(NULL, NULL);
    for (int language = GP_ENGLISH; language <= GP_DUTCH; language++) {
        const char *text;
        size_t size;
        import->scratch->bytes.count = 0;
        add_why(import->scratch, state, (gp_language)language);
        GP_TRY(gp_finish_buffer(import->scratch, &text, &size));
        out->words.in[language] = gp_copy_text(import->job, text, size);
        if (!out->words.in[language]) return gp_no_memory(import->job);
    }
    return GP_OK;
}

/* ---- the report ---- */

static gp_status report(gp_graph_import *import, const gp_refused *refused, gp_origin *origin)
{
    if (origin->is_reported) return GP_OK;
    origin->is_reported = true;
    gp_place place = gp_place_of(import->records, refused->node);
    if (!refused->value)
        place = gp_place_in(place.source, import->records->entries[origin->first].value);
    refusal why = {refused, origin, refused->value};
    bool is_within = refused->value && refused->node->child && origin->value;
    if (is_within) why.value = gp_copy_cut(import->job, origin->value); /* not "{...}" */
    if (is_within && !why.value) return gp_no_memory(import->job);
    import->source = place.source;
    const gp_left_out left_out = {
        .what = origin->what, .type = origin->name, .spot = {place.line, place.column}};
    return gp_leave_out_first(import, &left_out, "refused", make_why, &why);
}

static size_t last_of(const cJSON *node)
{
    while (node->child) {
        node = node->child;
        while (node->next) node = node->next;
    }
    return (size_t)node->valueint;
}

gp_status gp_report_refused(gp_graph_import *import)
{
    const gp_refused *all = import->records->refused.data;
    gp_origin *origins = import->origins.data;
    for (size_t i = 0; i < import->records->refused.count; i++) {
        size_t first = origin_of(import, (size_t)all[i].node->valueint);
        bool has_more = !all[i].value && origins[first].path;
        size_t last = has_more ? origin_of(import, last_of(all[i].node)) : first;
        for (size_t o = first; o <= last; o++) GP_TRY(report(import, &all[i], &origins[o]));
    }
    return GP_OK;
}

gp_status gp_emit_tree(gp_graph_import *import, const char *key)
{
    GP_TRY(gp_emit(import->records, key, import->tree));
    return gp_report_refused(import);
}
