/* SPDX-License-Identifier: MIT
 * Reads a portfolio in YAML. What a bare word means depends on the key: `level: 2` is a number,
 * `id: no` and `requires: [404]` are ids. Under a key of the user's own (x-...) words mean what
 * they mean in JSON. Aliases are expanded here, within bounds. */
#include "io/formats.h"
#include "io/yaml/yaml_parse.h"

#include <string.h>

/* What aliases may bring in, in one file: a "billion laughs" stops here. Values, and bytes of text.
 */
#define EXPANSION_MAX 100000
#define EXPANSION_TEXT_MAX 10000000

typedef struct reader {
    gp_records *records;
    gp_tree *tree;
    gp_yaml *yaml;
    uint32_t expanded;
    uint64_t expanded_text;
    bool is_refused;
} reader;

/* A list or map that is being copied into the tree. */
typedef struct frame {
    uint32_t next, end;
    const char *key; /* the last key, or that of the list */
    gp_spot alias;   /* the alias that it came by; line 0: none */
    bool is_map, has_key;
    bool is_own; /* within a key x-... */
} frame;

static bool is_own_key(const char *key)
{
    return strncmp(key, "x-", 2) == 0;
}

/* ---- scalars ---- */

static bool is_word(const char *text, const char *word)
{
    return strcmp(text, word) == 0;
}

static void add_scalar(reader *r, const gp_yaml_item *item, const frame *f, gp_spot spot)
{
    const char *text = gp_yaml_text(r->yaml, item);
    double number;
    bool is_own = f->is_own || is_own_key(f->key) || item->is_typed;
    bool is_null = is_word(text, "") || (is_own && (is_word(text, "null") || is_word(text, "~")));
    if (item->is_plain && is_null)
        gp_add_null_node(r->tree, spot);
    else if (item->is_plain && is_own && (is_word(text, "true") || is_word(text, "false")))
        gp_add_truth_node(r->tree, text[0] == 't', spot);
    else if (item->is_plain && (is_own || gp_holds_number(f->key)) &&
             gp_parse_number(text, item->text_size, &number))
        gp_add_number_node(r->tree, number, spot);
    else
        gp_add_text_node(r->tree, text, item->text_size, spot);
}

/* ---- one value as a tree ---- */

static gp_status refuse(reader *r, gp_spot spot, gp_argument problem, gp_argument expected)
{
    r->is_refused = true;
    return gp_refuse_input(r->records, spot, problem, expected);
}

static gp_status count_expanded(reader *r, gp_spot alias, const gp_yaml_item *item)
{
    if (alias.line == 0) return GP_OK;
    r->expanded++;
    if (item->kind == GP_YAML_SCALAR) r->expanded_text += item->text_size;
    if (r->expanded <= EXPANSION_MAX && r->expanded_text <= EXPANSION_TEXT_MAX) return GP_OK;
    return refuse(
        r, alias,
        GP_WORDS("aliases that expand to more than 100000 values or 10 MB of text",
                 "aliassen die meer dan 100000 waarden of 10 MB tekst worden"),
        GP_WORDS("the values themselves, or fewer aliases", "de waarden zelf, of minder aliassen"));
}

/* Adds the value at an index; a list or map becomes *opened. */
static gp_status add_value(reader *r, uint32_t index, const frame *f, uint32_t depth, frame *opened)
{
    const gp_yaml_item *item = gp_yaml_at(r->yaml, index);
    gp_spot spot = item->spot, alias = f->alias;
    if (item->kind == GP_YAML_ALIAS) {
        if (alias.line == 0) alias = spot; /* the outermost */
        item = gp_yaml_at(r->yaml, index = item->target);
    }
    *opened = (frame){0};
    GP_TRY(count_expanded(r, alias, item));
    if (item->kind == GP_YAML_SCALAR) {
        add_scalar(r, item, f, spot);
        return GP_OK;
    }
    if (depth == GP_TREE_DEPTH_MAX)
        return refuse(
            r, spot,
            GP_WORDS("lists and objects more than 64 deep", "lijsten en objecten meer dan 64 diep"),
            GP_WORDS("less depth", "minder diepte"));
    gp_open_node(r->tree, item->kind == GP_YAML_MAP ? '{' : '[', spot);
    *opened = (frame){.next = index + 1,
                      .end = item->end,
                      .key = f->key,
                      .alias = alias,
                      .is_map = item->kind == GP_YAML_MAP,
                      .is_own = f->is_own || is_own_key(f->key)};
    return GP_OK;
}

static gp_status add_key(reader *r, frame *f)
{
    const gp_yaml_item *item = gp_yaml_at(r->yaml, f->next++);
    if (item->is_copy) GP_TRY(count_expanded(r, item->spot, item));
    f->key = gp_yaml_text(r->yaml, item);
    f->has_key = true;
    gp_add_key(r->tree, f->key, item->text_size, item->spot);
    return GP_OK;
}

/* Builds the tree of the value at an index, which stands under `key`. Where it is refused the tree
 * is of no use. */
static gp_status build(reader *r, uint32_t index, const char *key, gp_spot alias,
                       const struct cJSON **tree)
{
    frame frames[GP_TREE_DEPTH_MAX];
    const frame outer = {.key = key, .alias = alias};
    frame opened;
    uint32_t depth = 0;
    gp_start_tree(r->tree);
    GP_TRY(add_value(r, index, &outer, depth, &opened));
    if (opened.next) frames[depth++] = opened;
    while (depth && !r->is_refused) {
        frame *f = &frames[depth - 1];
        if (f->next >= f->end) {
            gp_close_node(r->tree);
            depth--;
        } else if (f->is_map && !f->has_key) {
            GP_TRY(add_key(r, f));
        } else {
            uint32_t value = f->next;
            f->next = gp_yaml_at(r->yaml, value)->end;
            f->has_key = false;
            GP_TRY(add_value(r, value, f, depth, &opened));
            if (opened.next) frames[depth++] = opened;
        }
    }
    GP_TRY(gp_finish_tree(r->tree, tree));
    gp_use_tree(r->records, r->tree);
    return GP_OK;
}

/* ---- the top ---- */

static gp_status read_records(reader *r, const gp_key *key, uint32_t list, gp_spot alias)
{
    uint32_t end = gp_yaml_at(r->yaml, list)->end;
    GP_TRY(gp_emit_empty(r->records, key->name));
    for (uint32_t i = list + 1; i < end; i = gp_yaml_at(r->yaml, i)->end) {
        const struct cJSON *tree;
        GP_TRY(build(r, i, key->name, alias, &tree));
        if (r->is_refused) return GP_OK;
        GP_TRY(gp_take_record(r->records, key, tree));
    }
    return GP_OK;
}

static gp_status read_member(reader *r, const char *name, const gp_key *key, uint32_t value)
{
    const gp_yaml_item *item = gp_yaml_at(r->yaml, value);
    const struct cJSON *tree;
    bool is_alias = item->kind == GP_YAML_ALIAS;
    uint32_t target = is_alias ? item->target : value;
    if (key && key->detail && gp_yaml_at(r->yaml, target)->kind == GP_YAML_LIST)
        return read_records(r, key, target, is_alias ? item->spot : (gp_spot){0});
    bool is_ours = strcmp(name, GP_OWN_KEY) == 0;
    if (!key && !r->records->document && !is_ours) return GP_OK;
    GP_TRY(build(r, value, name, (gp_spot){0}, &tree));
    if (r->is_refused) return GP_OK;
    return key ? gp_take_value(r->records, key, tree) : gp_take_other(r->records, name, tree);
}

static gp_status read_members(reader *r)
{
    uint32_t seen = 0, end = gp_yaml_at(r->yaml, 0)->end;
    for (uint32_t i = 1; i < end && !r->is_refused;) {
        const gp_yaml_item *name = gp_yaml_at(r->yaml, i);
        const char *text = gp_yaml_text(r->yaml, name);
        const gp_key *key;
        gp_place place = gp_place_in(r->records->source, name->spot);
        GP_TRY(gp_find_top(r->records, text, place, &seen, &key));
        GP_TRY(read_member(r, text, key, i + 1));
        i = gp_yaml_at(r->yaml, i + 1)->end;
    }
    return GP_OK;
}

static gp_status read_document(reader *r)
{
    const gp_argument expected = GP_WORDS("'key: value'", "'sleutel: waarde'");
    if (r->yaml->items.count == 0)
        return refuse(r, (gp_spot){1, 1}, GP_WORDS("an empty file", "een leeg bestand"), expected);
    const gp_yaml_item *top = gp_yaml_at(r->yaml, 0);
    if (top->kind == GP_YAML_MAP) return read_members(r);
    return refuse(r, top->spot,
                  top->kind == GP_YAML_LIST ? GP_WORDS("a list at the top", "een lijst bovenaan")
                                            : GP_WORDS("a text at the top", "een tekst bovenaan"),
                  expected);
}

gp_status gp_read_yaml(gp_records *records, gp_input *input)
{
    gp_job *job = records->job;
    bool is_whole;
    reader r = {.records = records, .tree = gp_new_tree(job), .yaml = GP_NEW(job, gp_yaml, 1)};
    if (!r.tree || !r.yaml) return gp_no_memory(job);
    GP_TRY(gp_read_rest(input));
    bool has_mark = input->size >= 3 && memcmp(input->window, "\xEF\xBB\xBF", 3) == 0;
    const char *text = input->window + 3 * has_mark;
    gp_begin(records, input, (gp_spot){1, 1});
    GP_TRY(gp_parse_yaml(records, text, input->size - 3 * has_mark, r.yaml, &is_whole));
    if (is_whole)
        GP_TRY(read_document(&r));
    else if (r.yaml->items.count)
        GP_TRY(read_members(&r));
    records->entries = NULL;
    return GP_OK;
}

/* ---- is it YAML? ---- */

static size_t skip_line(const char *text)
{
    size_t size = strcspn(text, "\n");
    return size + (text[size] == '\n');
}

bool gp_sniff_yaml(const char *head, size_t size)
{
    (void)size;
    for (;;) {
        head += strspn(head, " \t\r\n");
        bool is_prologue = *head == '#' || *head == '%' || strncmp(head, "---", 3) == 0;
        if (!is_prologue) break;
        head += skip_line(head);
    }
    if (*head == '{') return true; /* where the name does not say YAML, JSON is asked before */
    size_t length = strcspn(head, ": \t\r\n");
    if (head[length] != ':') return false;
    if (is_own_key(head)) return true;
    for (size_t i = 0; i < gp_top_kind.count; i++) {
        const char *known = gp_top_kind.keys[i].name;
        if (strlen(known) == length && memcmp(known, head, length) == 0) return true;
    }
    return false;
}
