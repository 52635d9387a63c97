/* SPDX-License-Identifier: MIT
 * Writes a portfolio as YAML, with libyaml: a key to a line, short lists on one line. A text that
 * some YAML reader would take for something else (no, 404, null) gets quotes. */
#include "io/formats.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define FLOW_MAX 72 /* bytes of a list that stays on one line */

typedef struct writer {
    yaml_emitter_t emitter;
    gp_buffer *buffer;
    bool has_failed;
} writer;

static int take(void *object, unsigned char *bytes, size_t size)
{
    gp_buffer *buffer = object;
    gp_add_bytes(buffer, (const char *)bytes, size);
    return !buffer->has_failed;
}

/* Hands an event over; `is_made` is whether there was memory for it. */
static void emit(writer *w, yaml_event_t *event, int is_made)
{
    if (w->has_failed || !is_made) {
        w->has_failed = true;
        if (is_made) yaml_event_delete(event);
        return;
    }
    w->has_failed = !yaml_emitter_emit(&w->emitter, event);
}

/* ---- which texts need quotes? ---- */

static bool is_date(const char *text)
{
    gp_day day;
    return gp_parse_date(text, &day);
}

/* Words that YAML 1.1 or 1.2 takes for a truth, nothing, a merge key or a default. */
static bool is_reserved(const char *text)
{
    static const char *const words[] = {"y",     "n",    "yes", "no", "on", "off",  "true",
                                        "false", "null", "~",   "<<", "=",  ".inf", ".nan"};
    char lower[8];
    size_t size = strlen(text);
    if (size == 0 || size >= sizeof lower) return size == 0;
    for (size_t i = 0; i <= size; i++)
        lower[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], lower) == 0) return true;
    return false;
}

/* Could somebody read it as a number, a date or a time: 12, 0x1F, 0b11, 0o7, 1_000, 1,000, 1:30,
 * 1e3,
 * -.5, +.inf, 2026-01-05T10:00Z? Rather too many than too few: quotes cost nothing. */
static bool is_like_number(const char *text)
{
    size_t first = text[0] == '+' || text[0] == '-';
    if (!strchr("0123456789.", text[first]) || text[first] == '\0') return false;
    if (text[first] == '0' && text[first + 1] && strchr("xXoObB", text[first + 1])) return true;
    return text[strspn(text, "0123456789._,:eE+-tTzZ \t")] == '\0' || is_reserved(text + first);
}

/* Control characters, ends of lines that only YAML 1.1 knows, and what no YAML may hold: U+0080 to
 * U+009F, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF. libyaml writes them as escapes within "". */
static bool needs_escape(const char *text)
{
    static const char *const others[] = {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF",
                                         "\xEF\xBF\xBE", "\xEF\xBF\xBF"};
    for (const char *c = text; *c; c++) {
        unsigned char byte = (unsigned char)*c, next = (unsigned char)c[1];
        if (byte < ' ' || byte == 0x7F || (byte == 0xC2 && next < 0xA0)) return true;
        if (byte != 0xE2 && byte != 0xEF) continue;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (strncmp(c, others[i], 3) == 0) return true;
    }
    return false;
}

/* A ':' first makes a symbol of it in Ruby. */
static yaml_scalar_style_t style_of(const char *text)
{
    if (needs_escape(text)) return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (text[0] == ':' || is_reserved(text) || is_like_number(text))
        return YAML_SINGLE_QUOTED_SCALAR_STYLE;
    return YAML_PLAIN_SCALAR_STYLE; /* libyaml itself quotes where the syntax asks for it */
}

/* ---- values ---- */

/* tag: NULL where the value needs none. */
static void add_scalar(writer *w, const char *text, yaml_scalar_style_t style, const char *tag)
{
    yaml_event_t event;
    int size = (int)strlen(text);
    emit(w, &event,
         yaml_scalar_event_initialize(&event, NULL, (const yaml_char_t *)tag,
                                      (const yaml_char_t *)text, size, !tag, !tag, style));
}

/* What a leaf stands under. */
typedef struct leaf_place {
    const char *key; /* its own, or that of its list; NULL: none */
    bool is_own;     /* within a key x-... */
} leaf_place;

static bool is_own_key(const char *key)
{
    return key && strncmp(key, "x-", 2) == 0;
}

static leaf_place place_of(const cJSON *const *open, size_t depth, const cJSON *node)
{
    leaf_place place = {node->string, is_own_key(node->string)};
    for (size_t i = depth; i-- > 0;) {
        if (is_own_key(open[i]->string)) place.is_own = true;
        if (!place.key) place.key = open[i]->string;
    }
    return place;
}

/* Under a key of ours for dates a date stands bare; anywhere else somebody would take a text for
 * one. */
static void add_text_leaf(writer *w, leaf_place place, const char *text)
{
    bool is_bare = !place.is_own && place.key && gp_holds_day(place.key) && is_date(text);
    add_scalar(w, text, is_bare ? YAML_PLAIN_SCALAR_STYLE : style_of(text), NULL);
}

static void add_leaf(writer *w, const cJSON *const *open, size_t depth, const cJSON *node)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    leaf_place place = place_of(open, depth, node);
    bool is_number_key = cJSON_IsNumber(node) && place.key && gp_holds_number(place.key);
    bool needs_tag = !place.is_own && !is_number_key; /* a bare word would be a text there */
    switch (node->type) {
    case cJSON_String: add_text_leaf(w, place, node->valuestring); return;
    case cJSON_Number:
        gp_print_number(node->valuedouble, digits);
        add_scalar(w, digits, YAML_PLAIN_SCALAR_STYLE, needs_tag ? YAML_FLOAT_TAG : NULL);
        return;
    case cJSON_True:
    case cJSON_False:
        add_scalar(w, cJSON_IsTrue(node) ? "true" : "false", YAML_PLAIN_SCALAR_STYLE,
                   needs_tag ? YAML_BOOL_TAG : NULL);
        return;
    default: add_scalar(w, "null", YAML_PLAIN_SCALAR_STYLE, needs_tag ? YAML_NULL_TAG : NULL);
    }
}

/* Short, and nothing but texts and numbers in it. */
static bool fits_one_line(const cJSON *node)
{
    size_t size = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        if (item->child || cJSON_IsObject(item) || cJSON_IsArray(item)) return false;
        size += 4 + (item->string ? strlen(item->string) + 2 : 0);
        if (cJSON_IsString(item)) size += strlen(item->valuestring);
        if (size > FLOW_MAX) return false;
    }
    return true;
}

static void open_node(writer *w, const cJSON *node, bool is_flow)
{
    yaml_event_t event;
    if (cJSON_IsArray(node)) {
        yaml_sequence_style_t style =
            is_flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
        emit(w, &event, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style));
        return;
    }
    yaml_mapping_style_t style = is_flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
    emit(w, &event, yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style));
}

static void close_node(writer *w, const cJSON *node)
{
    yaml_event_t event;
    emit(w, &event,
         cJSON_IsArray(node) ? yaml_sequence_end_event_initialize(&event)
                             : yaml_mapping_end_event_initialize(&event));
}

/* Records take a line a key; what is in them stays on one line where it is short. */
static void add_tree(writer *w, const cJSON *top)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 3];
    size_t depth = 0;
    for (const cJSON *node = top;;) {
        bool is_container = cJSON_IsObject(node) || cJSON_IsArray(node);
        if (node->string && node != top) add_scalar(w, node->string, style_of(node->string), NULL);
        if (is_container) {
            bool is_record = depth < 3 && cJSON_IsObject(node);
            open_node(w, node, !is_record && fits_one_line(node));
        } else {
            add_leaf(w, open, depth, node);
        }
        if (node->child) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        if (is_container) close_node(w, node);
        while (depth && !node->next) {
            node = open[--depth];
            close_node(w, node);
        }
        if (depth == 0) return;
        node = node->next;
    }
}

static void add_document(writer *w, const cJSON *top)
{
    yaml_event_t event;
    emit(w, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
    emit(w, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
    add_tree(w, top);
    emit(w, &event, yaml_document_end_event_initialize(&event, 1));
    emit(w, &event, yaml_stream_end_event_initialize(&event));
}

gp_status gp_write_portfolio_yaml(const gp_conversion *conversion, gp_output *out)
{
    writer w = {.buffer = gp_new_buffer(conversion->job)};
    if (!w.buffer || !yaml_emitter_initialize(&w.emitter)) return gp_no_memory(conversion->job);
    yaml_emitter_set_output(&w.emitter, take, w.buffer);
    yaml_emitter_set_unicode(&w.emitter, 1);
    yaml_emitter_set_width(&w.emitter, -1); /* folds no texts */
    add_document(&w, conversion->document->top);
    bool has_failed = w.has_failed;
    yaml_emitter_delete(&w.emitter);
    if (has_failed) return gp_no_memory(conversion->job);
    return gp_finish_buffer(w.buffer, &out->text, &out->size);
}
