/* SPDX-License-Identifier: MIT
 * Values within values as flat properties: "planning.round", "levels.2.lead_time". What has no
 * such form, a number that no table calls one or a list of anything, is written as JSON text
 * under a name that ends in ":json", so that every key that a portfolio may ever have comes
 * through. io/graph/graph_paths.c does the reverse. */
#include "io/graph/graph_export.h"
#include "io/graph/property_names.h"
#include "io/json/json_compact.h"
#include "io/json/json_write.h"
#include "io/xml/xml_text.h"

#include <cjson/cJSON.h>
#include <string.h>

#define DEPTH_MAX 5

/* ---- the path ---- */

static bool add_part(gp_graph_export *export, const char *part)
{
    gp_array *path = &export->path;
    if (path->count) path->count--; /* its NUL */
    return (!path->count || gp_push(export->graph->job, path, ".", 1)) &&
           gp_push(export->graph->job, path, part, strlen(part) + 1);
}

static void drop_to(gp_graph_export *export, size_t size)
{
    export->path.count = size;
    if (size) ((char *)export->path.data)[size - 1] = '\0';
}

/* ---- what has a flat form ---- */

static bool is_own(const char *key)
{
    return strncmp(key, "x-", 2) == 0;
}

static bool is_plain_list(const cJSON *value)
{
    for (const cJSON *item = value->child; item; item = item->next) {
        if (!cJSON_IsString(item) || !item->valuestring[0]) return false;
        size_t size = strlen(item->valuestring);
        if (strpbrk(item->valuestring, ",;") || item->valuestring[0] == ' ' ||
            item->valuestring[size - 1] == ' ')
            return false;
    }
    return value->child != NULL;
}

static int level_of(const cJSON *entry)
{
    const cJSON *level = cJSON_GetObjectItemCaseSensitive(entry, "level");
    return cJSON_IsNumber(level) && level->valuedouble >= 1 && level->valuedouble <= 9
               ? (int)level->valuedouble
               : 0;
}

/* Can the members stand under a path each? */
static bool has_plain_keys(const cJSON *value)
{
    for (const cJSON *member = value->child; member; member = member->next)
        if (!member->string[0] || strpbrk(member->string, ".:") || is_own(member->string))
            return false;
    return value->child != NULL;
}

/* Entries that are told apart, and put in order, by their level. */
bool gp_has_flat_levels(const cJSON *levels)
{
    int last = 0;
    for (const cJSON *entry = levels->child; entry; entry = entry->next) {
        int level = level_of(entry);
        if (level <= last || !has_plain_keys(entry)) return false;
        last = level;
    }
    return levels->child != NULL;
}

/* ---- values ---- */

#define JSON_MARK ":json"

static bool has_mark(const char *name)
{
    size_t size = strlen(name), mark = strlen(JSON_MARK);
    return size > mark && strcmp(name + size - mark, JSON_MARK) == 0;
}

/* A value that XML cannot hold as it is: as JSON text with escapes, so that it comes back. */
static gp_status escape_for_xml(gp_graph_export *export, const char **name, const char **value)
{
    gp_job *job = export->graph->job;
    gp_buffer *quoted = gp_new_buffer(job), *escaped = gp_new_buffer(job);
    size_t size;
    if (!quoted || !escaped) return gp_no_memory(job);
    if (!has_mark(*name)) {
        gp_json json = {.buffer = quoted};
        gp_json_text(&json, *value);
        GP_TRY(gp_finish_buffer(quoted, value, &size));
        gp_buffer *marked = gp_new_buffer(job);
        if (!marked) return gp_no_memory(job);
        gp_add_text(marked, *name);
        gp_add_text(marked, JSON_MARK);
        GP_TRY(gp_finish_buffer(marked, name, &size));
    }
    gp_add_json_for_xml(escaped, *value);
    return gp_finish_buffer(escaped, value, &size);
}

gp_status gp_export_property(gp_graph_export *export, gp_properties *list, const char *name,
                             const char *value, const cJSON *node, const char *subject)
{
    if (export->is_xml && !gp_is_xml_text(name))
        GP_TRY(gp_report_loss(export->conversion, node, subject, name));
    if (export->is_xml && !gp_is_xml_text(value)) GP_TRY(escape_for_xml(export, &name, &value));
    return gp_add_property(export->graph, list, name, value, (gp_spot){0, 0});
}

static gp_status add_json(gp_graph_export *export, gp_properties *list, const cJSON *value,
                          const char *subject, const char *mark)
{
    size_t size = export->path.count;
    export->path.count--;
    if (!gp_push(export->graph->job, &export->path, mark, strlen(mark) + 1))
        return gp_no_memory(export->graph->job);
    const char *text;
    GP_TRY(gp_copy_json(export->graph->job, value, &text));
    gp_status status = gp_export_property(export, list, export->path.data, text, value, subject);
    drop_to(export, size);
    return status;
}

static gp_status add_list(gp_graph_export *export, gp_properties *list, const cJSON *value,
                          const char *subject)
{
    const char *text;
    size_t size;
    export->scratch->bytes.count = 0;
    for (const cJSON *item = value->child; item; item = item->next) {
        gp_add_text(export->scratch, item->valuestring);
        if (item->next) gp_add_text(export->scratch, ", ");
    }
    GP_TRY(gp_finish_buffer(export->scratch, &text, &size));
    return gp_export_property(export, list, export->path.data, text, value, subject);
}

/* A text comes back as a text unless it is empty, or its path or its name says otherwise. */
static bool is_plain_text(const char *path, const char *text)
{
    bool is_kept = *text || is_own(path);
    return is_kept && !has_mark(path) &&
           (is_own(path) || (!gp_is_number_path(path) && !gp_is_list_path(path)));
}

static gp_status add_leaf(gp_graph_export *export, gp_properties *list, const cJSON *value,
                          const char *subject)
{
    const char *path = export->path.data;
    if (cJSON_IsString(value) && is_plain_text(path, value->valuestring))
        return gp_export_property(export, list, path, value->valuestring, value, subject);
    if (cJSON_IsNumber(value) && gp_is_number_path(path) && !is_own(path))
        return add_json(export, list, value, subject, "");
    if (cJSON_IsArray(value) && gp_is_list_path(path) && is_plain_list(value))
        return add_list(export, list, value, subject);
    return add_json(export, list, value, subject, JSON_MARK);
}

/* ---- the walk ---- */

/* A list or object whose members are being flattened. */
typedef struct open_value {
    const cJSON *next;
    size_t path_size;
    bool is_levels;
} open_value;

static bool opens(const gp_graph_export *export, const cJSON *value, uint32_t depth)
{
    const char *path = export->path.data;
    if (depth >= DEPTH_MAX || is_own(path)) return false;
    if (cJSON_IsArray(value)) return strcmp(path, "levels") == 0 && gp_has_flat_levels(value);
    return cJSON_IsObject(value) && has_plain_keys(value);
}

static gp_status walk(gp_graph_export *export, gp_properties *list, const cJSON *root,
                      const char *subject)
{
    open_value open[DEPTH_MAX + 1];
    uint32_t depth = 0;
    const cJSON *value = root;
    for (;;) {
        if (opens(export, value, depth)) {
            open[depth++] = (open_value){value->child, export->path.count, cJSON_IsArray(value)};
        } else {
            GP_TRY(add_leaf(export, list, value, subject));
        }
        for (value = NULL; depth && !value;) {
            open_value *o = &open[depth - 1];
            drop_to(export, o->path_size);
            value = o->next;
            if (!value) {
                depth--;
                continue;
            }
            o->next = value->next;
            const char digit[] = {(char)('0' + (o->is_levels ? level_of(value) : 0)), '\0'};
            bool is_edge =
                depth == 2 && open[0].is_levels && strcmp(value->string, "requires") == 0;
            if (!add_part(export, o->is_levels ? digit : value->string))
                return gp_no_memory(export->graph->job);
            if (is_edge) value = NULL; /* those are edges */
        }
        if (!value) return GP_OK;
    }
}

/* ---- properties of the user's own ---- */

/* Who reads an empty one takes it for none, so that is said as JSON. */
static gp_status add_other(gp_graph_export *export, gp_properties *list, const cJSON *member,
                           const char *subject)
{
    if (*member->valuestring)
        return gp_export_property(export, list, member->string, member->valuestring, member,
                                  subject);
    export->path.count = 0;
    if (!add_part(export, member->string)) return gp_no_memory(export->graph->job);
    return add_json(export, list, member, subject, JSON_MARK);
}

/* Would a reader take the property for something else? A label is the name of who has none. */
static bool is_something_else(const gp_graph_export *export, const cJSON *record,
                              const cJSON *member)
{
    static const char *const reserved[] = {[GP_FLAT_NODE] = "id,kind,name,documentation,predefined",
                                           [GP_FLAT_EDGE] = "kind,step",
                                           [GP_FLAT_TOP] = "title,documentation,label,charset"};
    if (!cJSON_IsString(member) || is_own(member->string) || has_mark(member->string)) return true;
    if (gp_is_in_list(member->string, reserved[export->flat])) return true;
    if (export->flat != GP_FLAT_NODE || strcmp(member->string, "label") != 0) return false;
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(record, "name");
    return !cJSON_IsString(name) || !*name->valuestring ||
           strcmp(name->valuestring, member->valuestring) == 0;
}

static gp_status note_names(gp_graph_export *export, const gp_properties *list, gp_names *names)
{
    for (uint32_t i = list->first; i != GP_NONE; i = gp_property_at(export->graph, i)->next) {
        const char *name = gp_property_at(export->graph, i)->name;
        if (gp_intern(names, name, strlen(name)) == GP_NONE)
            return gp_no_memory(export->graph->job);
    }
    return GP_OK;
}

/* Those that have a property's own name already, or would be read as something else, are lost. */
static gp_status add_others(gp_graph_export *export, gp_properties *list, const cJSON *record,
                            const cJSON *others, const char *subject)
{
    gp_names *names = gp_new_names(export->graph->job);
    if (!names) return gp_no_memory(export->graph->job);
    GP_TRY(note_names(export, list, names));
    for (const cJSON *member = others->child; member; member = member->next) {
        size_t known = names->texts.count;
        uint32_t number = gp_intern(names, member->string, strlen(member->string));
        if (number == GP_NONE) return gp_no_memory(export->graph->job);
        bool is_lost = number < known || is_something_else(export, record, member);
        GP_TRY(is_lost ? gp_report_loss(export->conversion, member, subject, member->string)
                       : add_other(export, list, member, subject));
    }
    return GP_OK;
}

gp_status gp_flatten(gp_graph_export *export, gp_properties *list, const cJSON *value,
                     const char *key, const char *except, const char *subject)
{
    if (key) {
        export->path.count = 0;
        if (!add_part(export, key)) return gp_no_memory(export->graph->job);
        return walk(export, list, value, subject);
    }
    for (const cJSON *member = value->child; member; member = member->next) {
        bool is_left = strcmp(member->string, "x-properties") == 0 && cJSON_IsObject(member);
        if (is_left || gp_is_in_list(member->string, except)) continue;
        GP_TRY(gp_flatten(export, list, member, member->string, NULL, subject));
    }
    const cJSON *others = cJSON_GetObjectItemCaseSensitive(value, "x-properties");
    bool has_others = cJSON_IsObject(others) && others->child;
    return has_others ? add_others(export, list, value, others, subject) : GP_OK;
}
