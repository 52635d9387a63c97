/* SPDX-License-Identifier: MIT
 * As much of CSS as render writes: elements and classes, and those within others. The rule with
 * most classes wins, of as many the last. */
#include "tests/support_css.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define PARTS_MAX 4
#define CLASSES_MAX 4

/* text.late: an element, or none, with classes. */
typedef struct part {
    const char *element, *classes[CLASSES_MAX];
    size_t element_size, class_sizes[CLASSES_MAX];
    uint32_t class_count;
} part;

typedef struct css_rule {
    part parts[PARTS_MAX];
    uint32_t part_count, weight;
    const char *body;
    size_t body_size;
} css_rule;

static bool is_same(const char *a, size_t size, const char *b)
{
    return strlen(b) == size && memcmp(a, b, size) == 0;
}

static const char *read_part(const char *at, const char *end, part *out)
{
    *out = (part){.element = at};
    while (at < end && *at != '.' && *at != ' ') at++;
    out->element_size = (size_t)(at - out->element);
    while (at < end && *at == '.') {
        assert_true(out->class_count < CLASSES_MAX);
        out->classes[out->class_count] = ++at;
        while (at < end && *at != '.' && *at != ' ') at++;
        size_t size = (size_t)(at - out->classes[out->class_count]);
        out->class_sizes[out->class_count++] = size;
    }
    return at;
}

static void add_rule(css_sheet *sheet, const char *at, const char *end, const char *body,
                     size_t body_size)
{
    css_rule rule = {.body = body, .body_size = body_size};
    while (at < end) {
        if (*at == ' ' || *at == '\n') {
            at++;
            continue;
        }
        assert_true(rule.part_count < PARTS_MAX);
        part *p = &rule.parts[rule.part_count++];
        at = read_part(at, end, p);
        rule.weight += 16 * p->class_count + (p->element_size > 0);
    }
    sheet->rules = realloc(sheet->rules, (sheet->count + 1) * sizeof *sheet->rules);
    assert_non_null(sheet->rules);
    sheet->rules[sheet->count++] = rule;
}

css_sheet read_css(const svg_tree *tree)
{
    css_sheet sheet = {0};
    uint32_t node = 0;
    while (node < tree->count && strcmp(tree->nodes[node].name, "style") != 0) node++;
    assert_true(node < tree->count);
    const char *text = tree->nodes[node].text, *at = text;
    const char *end = strstr(text, "@media");
    if (!end) end = text + strlen(text);
    for (const char *open; (open = memchr(at, '{', (size_t)(end - at)));) {
        const char *close = strchr(open, '}');
        assert_non_null(close);
        for (const char *selector = at; selector < open;) {
            const char *comma = memchr(selector, ',', (size_t)(open - selector));
            if (!comma) comma = open;
            add_rule(&sheet, selector, comma, open + 1, (size_t)(close - open - 1));
            selector = comma + 1;
        }
        at = close + 1;
    }
    return sheet;
}

void free_css(css_sheet *sheet)
{
    free(sheet->rules);
    *sheet = (css_sheet){0};
}

static bool has_class(const svg_node *node, const char *class_name, size_t size)
{
    for (const char *at = node->class_name; *at;) {
        size_t length = strcspn(at, " ");
        if (length == size && memcmp(at, class_name, size) == 0) return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

static bool fits(const part *p, const svg_node *node)
{
    if (p->element_size && !is_same(p->element, p->element_size, node->name)) return false;
    for (uint32_t i = 0; i < p->class_count; i++)
        if (!has_class(node, p->classes[i], p->class_sizes[i])) return false;
    return true;
}

static bool applies(const css_rule *rule, const svg_tree *tree, uint32_t node)
{
    uint32_t left = rule->part_count - 1;
    if (!fits(&rule->parts[left], &tree->nodes[node])) return false;
    for (node = tree->nodes[node].parent; left > 0 && node != UINT32_MAX;
         node = tree->nodes[node].parent)
        if (fits(&rule->parts[left - 1], &tree->nodes[node])) left--;
    return left == 0;
}

/* The colour that a body gives a property; false: it says nothing of it. */
static bool read_colour(const css_rule *rule, const char *property, uint32_t *out)
{
    size_t size = strlen(property);
    for (const char *at = rule->body, *end = at + rule->body_size; at < end;) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        if (!stop) stop = end;
        if ((size_t)(stop - at) > size && memcmp(at, property, size) == 0 && at[size] == ':') {
            *out = at[size + 1] == '#' ? (uint32_t)strtoul(at + size + 2, NULL, 16) : CSS_NONE;
            return true;
        }
        at = stop + 1;
    }
    return false;
}

uint32_t css_fill(const css_sheet *sheet, const svg_tree *tree, uint32_t node)
{
    for (; node != UINT32_MAX; node = tree->nodes[node].parent) { /* fill is inherited */
        uint32_t colour = 0, weight = 0, best = CSS_NONE;
        for (uint32_t i = 0; i < sheet->count; i++) {
            const css_rule *rule = &sheet->rules[i];
            if (rule->weight < weight || !applies(rule, tree, node)) continue;
            if (!read_colour(rule, "fill", &colour)) continue;
            weight = rule->weight;
            best = i;
        }
        if (best != CSS_NONE) {
            read_colour(&sheet->rules[best], "fill", &colour);
            return colour;
        }
    }
    return 0;
}

bool css_knows(const css_sheet *sheet, const char *class_name, size_t size)
{
    for (uint32_t i = 0; i < sheet->count; i++)
        for (uint32_t k = 0; k < sheet->rules[i].part_count; k++)
            for (uint32_t m = 0; m < sheet->rules[i].parts[k].class_count; m++)
                if (sheet->rules[i].parts[k].class_sizes[m] == size &&
                    memcmp(sheet->rules[i].parts[k].classes[m], class_name, size) == 0)
                    return true;
    return false;
}
