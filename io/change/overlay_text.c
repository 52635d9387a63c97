/* SPDX-License-Identifier: MIT
 * One change as somebody typed it becomes what a document of changes would have said: a record with
 * the keys that are given. So there is one way to make a change. */
#include "io/change/overlay.h"
#include "io/json/json_tree.h"
#include "io/json/json_scan.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct writer {
    gp_overlay *overlay;
    const char *text;
    const gp_change_origin *origin; /* what the text is a part of; or NULL */
    gp_place place;                 /* of the text, or of what it is a part of */
    gp_target target;
    const char *end; /* after the target */
} writer;

/* Where a column of the text was typed. */
static uint32_t typed_column(const writer *w, uint32_t column)
{
    if (!w->origin) return column;
    uint32_t value = gp_column_in(w->text, w->origin->value);
    if (column < value) return column;
    return column - value + gp_column_in(w->origin->text, w->origin->typed_value);
}

static gp_place place_of(const writer *w, uint32_t column)
{
    return gp_place_at(w->place.source, w->place.line,
                       w->place.column + typed_column(w, column) - 1);
}

static gp_status refuse_at(const writer *w, uint32_t column, const char *const problem[2])
{
    return gp_refuse_change(w->overlay->job, place_of(w, column),
                            w->origin ? w->origin->text : w->text, problem);
}

static gp_status refuse(const writer *w, const char *at, const char *english, const char *dutch)
{
    const char *const problem[2] = {english, dutch};
    return refuse_at(w, gp_column_in(w->text, at), problem);
}

static gp_standing standing_of(const writer *w, uint32_t column)
{
    gp_spot spot = {w->place.line, w->place.column + typed_column(w, column) - 1};
    return (gp_standing){{spot, spot, 0}, (uint8_t)w->place.source};
}

/* ---- nodes ---- */

/* A node of a key (NULL: in a list); NULL: memory ran out, of which the workshop knows. */
static cJSON *make(const writer *w, int type, const char *key, uint32_t column)
{
    cJSON *node = gp_make_node(w->overlay->typed, type, standing_of(w, column));
    if (node && key) node->string = (char *)(uintptr_t)key; /* nobody writes to it */
    return node;
}

static cJSON *make_text(const writer *w, const char *key, const gp_target_word *word)
{
    cJSON *node = make(w, cJSON_String, key, word->column);
    if (node) node->valuestring = (char *)(uintptr_t)word->text;
    return node;
}

/* Puts a node, if it could be made, into another. */
static cJSON *put(cJSON *parent, cJSON *node)
{
    if (parent && node) gp_put_last(parent, node);
    return node;
}

/* What the words after the arrow name: {"id": "b"}, or {"any": ["b", "c"]}. */
static cJSON *make_requirement(const writer *w)
{
    const gp_target *t = &w->target;
    cJSON *entry = make(w, cJSON_Object, NULL, t->requires[0].column);
    if (t->require_count == 1) {
        put(entry, make_text(w, "id", &t->requires[0]));
        return entry;
    }
    cJSON *any = put(entry, make(w, cJSON_Array, "any", t->requires[0].column));
    for (uint32_t i = 0; i < t->require_count; i++) put(any, make_text(w, NULL, &t->requires[i]));
    return entry;
}

/* The record that the target is in, as far as the object that its keys are of: *inner. */
static cJSON *make_record(const writer *w, cJSON **inner)
{
    const gp_target *t = &w->target;
    cJSON *record = make(w, cJSON_Object, NULL, t->id.column);
    *inner = record;
    bool is_named = t->section && strcmp(t->section, "correlations") == 0; /* by what it names */
    if (!is_named) put(record, make_text(w, "id", &t->id));
    if (t->level) {
        cJSON *levels = put(record, make(w, cJSON_Array, "levels", t->level_word.column));
        *inner = put(levels, make(w, cJSON_Object, NULL, t->level_word.column));
        cJSON *level = put(*inner, make(w, cJSON_Number, "level", t->level_word.column));
        if (level) level->valuedouble = t->level;
    }
    if (t->require_count) {
        cJSON *list = put(*inner, make(w, cJSON_Array, "requires", t->requires[0].column));
        *inner = put(list, make_requirement(w));
    }
    return record;
}

/* ---- values ---- */

/* JSON where it reads as JSON, else text; all of it stands where it begins. NULL: memory ran out.
 */
static cJSON *make_value(const writer *w, const char *begin)
{
    gp_job *job = w->overlay->job;
    size_t size = strlen(begin);
    while (size && (begin[size - 1] == ' ' || begin[size - 1] == '\t')) size--;
    uint32_t column = gp_column_in(w->text, begin);
    gp_standing standing = standing_of(w, column);
    char *text = GP_NEW(job, char, size + GP_JSON_PADDING);
    cJSON *tree, *copy;
    if (!text) return NULL;
    memcpy(text, begin, size);
    if (gp_parse_json(job, text, size, &tree) != GP_OK) return NULL;
    if (!tree) {
        const gp_target_word word = {gp_copy_text(job, begin, size), column, false};
        return word.text ? make_text(w, NULL, &word) : NULL;
    }
    copy = gp_copy_into(w->overlay->typed, tree, (gp_standings){.one = &standing}, NULL);
    cJSON_Delete(tree);
    return copy;
}

/* Puts a value under the keys of a target, objects within each other. */
static cJSON *put_value(const writer *w, cJSON *object, uint32_t first, cJSON *value)
{
    const gp_target *t = &w->target;
    for (uint32_t i = first; i < t->key_count; i++) {
        bool is_last = i + 1 == t->key_count;
        cJSON *node = is_last ? value : make(w, cJSON_Object, t->keys[i].text, t->keys[i].column);
        if (!node) return NULL;
        if (is_last) {
            node->string = (char *)(uintptr_t)t->keys[i].text;
            gp_standing *standing =
                (gp_standing *)w->overlay->typed->standings.data + node->valueint;
            standing->entry.key = standing_of(w, t->keys[i].column).entry.value;
        }
        object = put(object, node);
    }
    return object;
}

/* ---- the three verbs ---- */

static bool is_setting(const gp_target *t)
{
    if (t->id.is_quoted || t->section || t->level || t->require_count) return false;
    if (strncmp(t->id.text, "x-", 2) == 0) return true;
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (!gp_top_kind.keys[i].detail && strcmp(gp_top_kind.keys[i].name, t->id.text) == 0)
            return true;
    return false;
}

static const char *name_of(const writer *w)
{
    const gp_target *t = &w->target;
    if (is_setting(t)) return gp_changed_name(w->overlay->job, NULL, t->id.text);
    return gp_changed_name(w->overlay->job, t->section ? t->section : "capabilities", t->id.text);
}

static gp_status add_change(const writer *w, const cJSON *change, bool is_strict)
{
    if (w->overlay->typed->has_failed || !change) return gp_no_memory(w->overlay->job);
    gp_change_step step = {.section = is_setting(&w->target) ? "" : NULL,
                           .change = change,
                           .from = {.workshop = w->overlay->typed},
                           .is_strict = is_strict,
                           .place = place_of(w, w->target.id.column)};
    return gp_add_step(w->overlay, name_of(w), &step);
}

/* Does the first key only say which record, entry or requirement is meant? */
static bool names_itself(const gp_target *t)
{
    const char *key = t->keys[0].text;
    if (t->require_count) return strcmp(key, "id") == 0 || strcmp(key, "any") == 0;
    if (t->section && strcmp(t->section, "correlations") == 0) return strcmp(key, "ids") == 0;
    return strcmp(key, t->level ? "level" : "id") == 0;
}

/* A list that is merged by what its entries name is taken out before it is given: the key then has
 * the value that was typed, and nothing else. */
static gp_status take_list_out(const writer *w, const cJSON *value)
{
    const gp_target *t = &w->target;
    const char *key = t->keys[0].text;
    cJSON *inner;
    bool is_merged = strcmp(key, "requires") == 0 || strcmp(key, "levels") == 0;
    if (!cJSON_IsArray(value) || t->key_count > 1 || t->require_count || !is_merged) return GP_OK;
    cJSON *record = make_record(w, &inner);
    if (!put_value(w, inner, 0, make(w, cJSON_NULL, key, t->keys[0].column)))
        return gp_no_memory(w->overlay->job);
    return add_change(w, record, false);
}

static gp_status set_value(const writer *w)
{
    const gp_target *t = &w->target;
    cJSON *inner;
    if (*w->end != '=')
        return refuse(w, w->end, "= and a value are expected here: c360.lead_time=6mo",
                      "hier worden = en een waarde verwacht: c360.lead_time=6mo");
    const char *begin = w->end + 1;
    while (*begin == ' ' || *begin == '\t') begin++;
    if (!*begin)
        return refuse(w, begin, "the value is missing (null takes a key out)",
                      "de waarde ontbreekt (null haalt een sleutel weg)");
    cJSON *value = make_value(w, begin);
    if (!value) return gp_no_memory(w->overlay->job);
    if (is_setting(t)) {
        if (t->key_count == 0) {
            value->string = (char *)(uintptr_t)t->id.text;
            return add_change(w, value, false);
        }
        cJSON *object = make(w, cJSON_Object, t->id.text, t->id.column);
        if (!put_value(w, object, 0, value)) return gp_no_memory(w->overlay->job);
        return add_change(w, object, false);
    }
    if (t->key_count == 0)
        return refuse(w, w->end, "a key is expected here: c360.lead_time=6mo",
                      "hier wordt een sleutel verwacht: c360.lead_time=6mo");
    if (names_itself(t)) {
        static const char *const problem[2] = {
            "this key only says which one is meant; it cannot be set",
            "deze sleutel zegt alleen welke bedoeld is; die is niet te zetten"};
        return refuse_at(w, t->keys[0].column, problem);
    }
    GP_TRY(take_list_out(w, value));
    cJSON *record = make_record(w, &inner);
    if (!put_value(w, inner, 0, value)) return gp_no_memory(w->overlay->job);
    return add_change(w, record, t->require_count > 0);
}

static gp_status add_requirement(const writer *w)
{
    const gp_target *t = &w->target;
    const char *digit = w->end + 1;
    cJSON *entry;
    if (t->require_count == 0 || t->key_count)
        return refuse(w, w->text, "A->B or A->B@LEVEL is expected",
                      "verwacht wordt A->B of A->B@NIVEAU");
    if (*w->end && *w->end != '@')
        return refuse(w, w->end, "nothing more is expected here", "hier wordt niets meer verwacht");
    cJSON *record = make_record(w, &entry);
    if (*w->end == '@') {
        if (*digit < '1' || *digit > '0' + GP_LEVEL_MAX || digit[1])
            return refuse(w, digit, "a level from 1 to 5 is expected here",
                          "hier wordt een niveau van 1 tot en met 5 verwacht");
        if (t->require_count > 1)
            return refuse(w, w->end, "alternatives get their levels with --set",
                          "alternatieven krijgen hun niveau met --set");
        cJSON *level = put(entry, make(w, cJSON_Number, "level", gp_column_in(w->text, digit)));
        if (level) level->valuedouble = *digit - '0';
    }
    return add_change(w, record, false);
}

/* The list of terms or measurements that a target is; NULL: it is none. */
static const char *list_of(const gp_target *t)
{
    if (t->id.is_quoted || t->section || t->level || t->require_count || t->key_count) return NULL;
    for (size_t i = 0; i < gp_top_kind.count; i++) {
        const gp_key *row = &gp_top_kind.keys[i];
        const gp_section *section = row->detail;
        bool is_planned = section && (section->read == gp_read_capability ||
                                      section->read == gp_read_intervention);
        if (section && !is_planned && strcmp(row->name, t->id.text) == 0) return row->name;
    }
    return NULL;
}

static gp_status drop_list(gp_overlay *overlay, const char *section)
{
    const gp_emptied emptied = {section, overlay->layers};
    bool is_kept = gp_push(overlay->job, &overlay->emptied, &emptied, 1);
    return is_kept ? GP_OK : gp_no_memory(overlay->job);
}

static gp_status drop(const writer *w)
{
    const gp_target *t = &w->target;
    if (*w->end)
        return refuse(w, w->end, "nothing more is expected here", "hier wordt niets meer verwacht");
    if (t->require_count && t->key_count)
        return refuse(w, w->text, "a key of a requirement is taken out by --set A->B.level=null",
                      "een sleutel van een eis gaat eruit met --set A->B.level=null");
    const char *list = list_of(t);
    if (list) return drop_list(w->overlay, list);
    gp_change_step step = {.drop = *t,
                           .is_whole =
                               !is_setting(t) && !t->level && !t->require_count && !t->key_count,
                           .place = place_of(w, t->id.column)};
    return gp_add_step(w->overlay, name_of(w), &step);
}

/* As in a file: text is UTF-8. NULL: it is. */
static const char *find_bad_byte(const char *text)
{
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t character;
        size_t length = gp_decode_utf8(at, (size_t)(end - at), &character);
        if (length == 0) return at;
        at += length;
    }
    return NULL;
}

static gp_status start(writer *w, gp_overlay *overlay, const gp_change_text *change, gp_place place,
                       bool *is_good)
{
    gp_target_wrong wrong;
    const char *text = change->text;
    *w = (writer){.overlay = overlay, .text = text, .origin = change->origin, .place = place};
    const char *bad = find_bad_byte(text);
    *is_good = !bad;
    if (bad) return refuse(w, bad, "a byte that is no UTF-8", "een byte die geen UTF-8 is");
    GP_TRY(gp_read_target(overlay->job, text, &w->target, &w->end, &wrong));
    *is_good = !wrong.problem[0];
    return *is_good ? GP_OK : refuse_at(w, wrong.column, wrong.problem);
}

gp_status gp_add_drop_text(gp_overlay *overlay, const char *text, gp_place place)
{
    writer w;
    bool is_good;
    const gp_change_text change = {.verb = GP_DROP, .text = text};
    GP_TRY(start(&w, overlay, &change, place, &is_good));
    return is_good ? drop(&w) : GP_OK;
}

gp_status gp_add_change_text(gp_overlay *overlay, const gp_change_text *change, gp_place place)
{
    writer w;
    bool is_good;
    overlay->layers++;
    GP_TRY(start(&w, overlay, change, place, &is_good));
    if (!is_good) return GP_OK;
    switch (change->verb) {
    case GP_SET: return set_value(&w);
    case GP_REQUIRE: return add_requirement(&w);
    case GP_DROP: return drop(&w);
    }
    return GP_OK;
}
