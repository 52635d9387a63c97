/* SPDX-License-Identifier: MIT
 * Parses YAML with libyaml, event by event, into a flat list. libyaml ends lines at more
 * characters than a terminal or an editor does, so lines and columns are counted here, from the
 * number of characters that libyaml has passed. */
#include "io/yaml/yaml_parse.h"
#include "core/names.h"
#include "io/yaml/yaml_strict.h"
#include "io/yaml/yaml_words.h"

#include <string.h>
#include <yaml.h>

#define OPEN_MAX GP_YAML_OPEN_MAX /* of a record, the top, and its list */

/* How far lines and columns have been counted; marks come in the order of the text. */
typedef struct cursor {
    const char *at;
    size_t index; /* in characters */
    gp_spot spot;
} cursor;

typedef struct parser {
    gp_records *records;
    gp_yaml *yaml;
    yaml_parser_t libyaml;
    const char *text, *end;
    cursor cursor;
    gp_yaml_layout layout;
    gp_names *anchors;       /* names -> numbers */
    gp_array targets;        /* uint32_t: by number of an anchor, the item it names */
    uint32_t open[OPEN_MAX]; /* the lists and maps that we are in */
    bool wants_value[OPEN_MAX];
    uint32_t depth, document_count;
    bool is_broken;
} parser;

/* ---- places ---- */

static void step(cursor *c)
{
    c->spot.column++;
    if (*c->at == '\n') c->spot = (gp_spot){c->spot.line + 1, 1};
    do c->at++;
    while (((unsigned char)*c->at & 0xC0) == 0x80); /* a NUL stands after the text */
    c->index++;
}

static gp_spot spot_of(parser *p, yaml_mark_t mark)
{
    cursor *c = &p->cursor;
    if (mark.index < c->index) *c = (cursor){p->text, 0, {1, 1}}; /* an error looks back */
    while (c->index < mark.index && c->at < p->end) step(c);
    return c->spot;
}

static gp_spot spot_of_byte(parser *p, size_t offset)
{
    cursor c = {p->text, 0, {1, 1}};
    while (c.at < p->end && (size_t)(c.at - p->text) < offset) step(&c);
    return c.spot;
}

/* ---- what is wrong ---- */

static gp_status refuse(parser *p, gp_spot spot, gp_argument problem, gp_argument expected)
{
    p->is_broken = true;
    return gp_refuse_input(p->records, spot, problem, expected);
}

static gp_status report_libyaml(parser *p)
{
    const yaml_parser_t *y = &p->libyaml;
    const char *said = y->problem ? y->problem : "";
    p->is_broken = true;
    if (y->error == YAML_MEMORY_ERROR) return gp_no_memory(p->records->job);
    gp_spot spot = y->error == YAML_READER_ERROR ? spot_of_byte(p, y->problem_offset)
                                                 : spot_of(p, y->problem_mark);
    gp_yaml_words words = gp_words_of_libyaml(said);
    return refuse(p, spot, words.problem, words.expected);
}

/* ---- anchors ---- */

static gp_status find_anchor(parser *p, const yaml_char_t *name, uint32_t **target)
{
    gp_job *job = p->records->job;
    const char *text = (const char *)name;
    uint32_t symbol = gp_intern(p->anchors, text, strlen(text));
    if (symbol == GP_NONE) return gp_no_memory(job);
    while (p->targets.count <= symbol) {
        const uint32_t none = GP_NONE;
        if (!gp_push(job, &p->targets, &none, 1)) return gp_no_memory(job);
    }
    *target = (uint32_t *)p->targets.data + symbol;
    return GP_OK;
}

static gp_status keep_anchor(parser *p, const yaml_char_t *name, uint32_t item)
{
    uint32_t *target;
    if (!name) return GP_OK;
    GP_TRY(find_anchor(p, name, &target));
    *target = item;
    return GP_OK;
}

/* ---- items ---- */

static gp_yaml_item *item_at(const parser *p, uint32_t index)
{
    return (gp_yaml_item *)p->yaml->items.data + index;
}

static bool is_at_key(const parser *p)
{
    if (p->depth == 0) return false;
    return item_at(p, p->open[p->depth - 1])->kind == GP_YAML_MAP && !p->wants_value[p->depth - 1];
}

static gp_status add_item(parser *p, const gp_yaml_item *item, uint32_t *index)
{
    *index = (uint32_t)p->yaml->items.count;
    bool is_key = is_at_key(p);
    if (p->depth) p->wants_value[p->depth - 1] = is_key;
    if (is_key && item->kind != GP_YAML_SCALAR)
        return refuse(p, item->spot,
                      GP_WORDS("a key that is no text", "een sleutel die geen tekst is"),
                      GP_WORDS("'key: value'", "'sleutel: waarde'"));
    if (!gp_push(p->records->job, &p->yaml->items, item, 1)) return gp_no_memory(p->records->job);
    item_at(p, *index)->end = *index + 1;
    return GP_OK;
}

/* Of the tags those that say no more than the value does. */
static bool is_known_tag(const char *tag)
{
    static const char *const known[] = {
        "!",           YAML_STR_TAG, YAML_INT_TAG, YAML_FLOAT_TAG,    YAML_BOOL_TAG,
        YAML_NULL_TAG, YAML_MAP_TAG, YAML_SEQ_TAG, YAML_TIMESTAMP_TAG};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], tag) == 0) return true;
    return false;
}

static gp_status check_tag(parser *p, const yaml_char_t *tag, gp_spot spot)
{
    if (!tag || is_known_tag((const char *)tag)) return GP_OK;
    return refuse(p, spot, GP_WORDS("a tag ('!...')", "een tag ('!...')"),
                  GP_WORDS("a value without a tag", "een waarde zonder tag"));
}

static bool is_text_tag(const yaml_char_t *tag)
{
    const char *text = (const char *)tag;
    return tag && (strcmp(text, "!") == 0 || strcmp(text, YAML_STR_TAG) == 0);
}

static bool is_type_tag(const yaml_char_t *tag)
{
    static const char *const types[] = {YAML_INT_TAG, YAML_FLOAT_TAG, YAML_BOOL_TAG, YAML_NULL_TAG};
    for (size_t i = 0; tag && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i], (const char *)tag) == 0) return true;
    return false;
}

static gp_status add_scalar(parser *p, const yaml_event_t *event, gp_spot spot)
{
    const char *text = (const char *)event->data.scalar.value;
    size_t size = event->data.scalar.length;
    gp_array *texts = &p->yaml->texts;
    bool is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    gp_yaml_item item = {.kind = GP_YAML_SCALAR,
                         .is_typed = is_type_tag(event->data.scalar.tag),
                         .is_plain = is_plain && !is_text_tag(event->data.scalar.tag),
                         .spot = spot,
                         .text = texts->count,
                         .text_size = size};
    uint32_t index;
    GP_TRY(check_tag(p, event->data.scalar.tag, spot));
    if (memchr(text, '\0', size))
        return refuse(p, spot, GP_WORDS("U+0000 in a text", "U+0000 in een tekst"),
                      GP_WORDS("any other character", "elk ander teken"));
    if (is_plain && is_at_key(p) && strcmp(text, "<<") == 0)
        return refuse(p, spot, GP_WORDS("a merge key ('<<')", "een samenvoegsleutel ('<<')"),
                      GP_WORDS("the keys themselves", "de sleutels zelf"));
    if (!gp_push(p->records->job, texts, text, size + 1)) return gp_no_memory(p->records->job);
    GP_TRY(add_item(p, &item, &index));
    return keep_anchor(p, event->data.scalar.anchor, index);
}

static gp_status open_item(parser *p, gp_yaml_kind kind, const yaml_char_t *anchor,
                           const yaml_char_t *tag, gp_spot spot)
{
    uint32_t index;
    GP_TRY(check_tag(p, tag, spot));
    if (p->depth == OPEN_MAX)
        return refuse(
            p, spot,
            GP_WORDS("lists and objects more than 64 deep", "lijsten en objecten meer dan 64 diep"),
            GP_WORDS("less depth", "minder diepte"));
    GP_TRY(add_item(p, &(gp_yaml_item){.kind = (uint8_t)kind, .spot = spot}, &index));
    if (p->is_broken) return GP_OK;
    item_at(p, index)->end = GP_NONE; /* still open: an alias to it would never end */
    p->wants_value[p->depth] = false;
    p->open[p->depth++] = index;
    return keep_anchor(p, anchor, index);
}

static void close_item(parser *p)
{
    p->depth--;
    item_at(p, p->open[p->depth])->end = (uint32_t)p->yaml->items.count;
}

/* As a key it is the text that it stands for. */
static gp_status add_alias(parser *p, const yaml_char_t *name, gp_spot spot)
{
    uint32_t *target, index;
    GP_TRY(find_anchor(p, name, &target));
    if (*target == GP_NONE)
        return refuse(p, spot, GP_WORDS("an alias without its anchor", "een alias zonder anker"),
                      GP_WORDS("'&name' before '*name'", "'&naam' voor '*naam'"));
    if (item_at(p, *target)->end == GP_NONE)
        return refuse(
            p, spot,
            GP_WORDS("an alias within its own anchor", "een alias binnen zijn eigen anker"),
            GP_WORDS("an alias after it", "een alias erna"));
    gp_yaml_item item = {.kind = GP_YAML_ALIAS, .spot = spot, .target = *target};
    if (is_at_key(p) && item_at(p, *target)->kind == GP_YAML_SCALAR) {
        item = *item_at(p, *target);
        item.spot = spot;
        item.is_copy = true;
    }
    return add_item(p, &item, &index);
}

/* What libyaml lets pass. */
static gp_status check_layout(parser *p, const yaml_event_t *event, const char *first)
{
    if (event->end_mark.index < p->cursor.index) return GP_OK; /* an end without a text */
    gp_spot end = spot_of(p, event->end_mark);
    gp_yaml_wrong wrong =
        gp_check_yaml_layout(&p->layout, event, first, p->cursor.at, (int64_t)end.column - 1);
    if (!wrong.at) return GP_OK;
    return refuse(p, spot_of_byte(p, (size_t)(wrong.at - p->text)), wrong.problem, wrong.expected);
}

static gp_status take_event(parser *p, const yaml_event_t *event)
{
    gp_spot spot = spot_of(p, event->start_mark);
    GP_TRY(check_layout(p, event, p->cursor.at));
    if (p->is_broken) return GP_OK;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (p->document_count++ == 0) return GP_OK;
        return refuse(p, spot, GP_WORDS("a second document", "een tweede document"),
                      GP_WORDS("one document in a file", "een document per bestand"));
    case YAML_SCALAR_EVENT: return add_scalar(p, event, spot);
    case YAML_ALIAS_EVENT: return add_alias(p, event->data.alias.anchor, spot);
    case YAML_MAPPING_START_EVENT:
        return open_item(p, GP_YAML_MAP, event->data.mapping_start.anchor,
                         event->data.mapping_start.tag, spot);
    case YAML_SEQUENCE_START_EVENT:
        return open_item(p, GP_YAML_LIST, event->data.sequence_start.anchor,
                         event->data.sequence_start.tag, spot);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT: close_item(p); return GP_OK;
    default: return GP_OK;
    }
}

static gp_status parse(parser *p)
{
    for (bool is_done = false; !is_done && !p->is_broken;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&p->libyaml, &event)) return report_libyaml(p);
        is_done = event.type == YAML_STREAM_END_EVENT;
        gp_status status = take_event(p, &event);
        yaml_event_delete(&event);
        GP_TRY(status);
    }
    return GP_OK;
}

/* Keeps what was read whole before a mistake: members of the document, and of the list that was
 * open, its entries. A mistake hides nothing that stands before it. */
static void drop_open(parser *p)
{
    gp_array *items = &p->yaml->items;
    uint32_t count = (uint32_t)items->count, cut = count ? 1 : 0;
    if (count && item_at(p, 0)->kind != GP_YAML_MAP) cut = 0;
    while (cut && cut + 1 < count && item_at(p, cut + 1)->end != GP_NONE)
        cut = item_at(p, cut + 1)->end;
    if (cut && cut + 1 < count && item_at(p, cut + 1)->kind == GP_YAML_LIST) {
        gp_yaml_item *list = item_at(p, cut + 1);
        for (cut += 2; cut < count && item_at(p, cut)->end != GP_NONE;) cut = item_at(p, cut)->end;
        list->end = cut;
    }
    items->count = cut;
    if (cut) item_at(p, 0)->end = cut;
}

gp_status gp_parse_yaml(gp_records *records, const char *text, size_t size, gp_yaml *out,
                        bool *is_whole)
{
    gp_job *job = records->job;
    parser *p = GP_NEW(job, parser, 1); /* it holds an array */
    if (!p) return gp_no_memory(job);
    *p = (parser){.records = records, .yaml = out, .text = text, .end = text + size};
    p->cursor = (cursor){text, 0, {1, 1}};
    p->layout = (gp_yaml_layout){.text = text, .end = text + size, .seen = text};
    p->targets.size = sizeof(uint32_t);
    out->items.size = sizeof(gp_yaml_item);
    out->texts.size = 1;
    p->anchors = gp_new_names(job);
    if (!p->anchors) return gp_no_memory(job);
    if (!yaml_parser_initialize(&p->libyaml)) return gp_no_memory(job);
    yaml_parser_set_encoding(&p->libyaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&p->libyaml, (const unsigned char *)text, size);
    gp_status status = parse(p);
    yaml_parser_delete(&p->libyaml);
    *is_whole = !p->is_broken;
    if (p->is_broken && status == GP_OK) drop_open(p);
    return status;
}
