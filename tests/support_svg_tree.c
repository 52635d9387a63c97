/* SPDX-License-Identifier: MIT
 * SVG through libxml2, and the few facts of geometry that the tests of pictures ask for. */
#include "tests/support_svg_tree.h"
#include "render/metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

static const svg_frame nothing = {INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN};

static void grow(svg_frame *f, int64_t x, int64_t y)
{
    if (x < f->left) f->left = x;
    if (x > f->right) f->right = x;
    if (y < f->top) f->top = y;
    if (y > f->bottom) f->bottom = y;
}

static const char *attribute(xmlNode *node, const char *name)
{
    for (xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return "";
}

/* A number in tenths; *end after it. */
static int64_t number_at(const char *text, const char **end)
{
    bool is_negative = *text == '-';
    int64_t value = 0;
    if (is_negative) text++;
    while (*text >= '0' && *text <= '9') value = value * 10 + (*text++ - '0');
    value *= 10;
    if (*text == '.') {
        assert_true(text[1] >= '0' && text[1] <= '9');
        value += text[1] - '0';
        text += 2;
    }
    *end = text;
    return is_negative ? -value : value;
}

static int64_t length_of(xmlNode *node, const char *name)
{
    const char *text = attribute(node, name), *end;
    assert_true(*text != '\0');
    int64_t value = number_at(text, &end);
    assert_true(*end == '\0');
    return value;
}

bool svg_node_is(const svg_node *node, const char *class_name)
{
    size_t size = strlen(class_name);
    for (const char *at = node->class_name; *at;) {
        size_t length = strcspn(at, " ");
        if (length == size && memcmp(at, class_name, size) == 0) return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

size_t svg_spots(const svg_node *path, svg_spot *out, size_t max)
{
    size_t count = 0;
    bool begins = false;
    for (const char *at = path->data; *at;) {
        if (strchr("MLQC Zz", *at)) {
            begins |= *at == 'M';
            at++;
            continue;
        }
        assert_true(count < max);
        out[count].x = number_at(at, &at);
        assert_true(*at == ' ');
        out[count].y = number_at(at + 1, &at);
        out[count++].begins = begins;
        begins = false;
    }
    return count;
}

/* ---- where things stand ---- */

static gp_font font_of(const svg_node *node)
{
    for (int font = 0; font < GP_FONTS; font++)
        if (svg_node_is(node, gp_font_of((gp_font)font)->name)) return (gp_font)font;
    fail_msg("a text of no known font: %s", node->class_name);
    return GP_FONT_TITLE;
}

static svg_frame text_frame(xmlNode *xml, const svg_node *node)
{
    gp_font font = font_of(node);
    int64_t x = length_of(xml, "x"), y = length_of(xml, "y");
    int64_t width = gp_measure_text(node->text, strlen(node->text), font);
    int64_t size = gp_font_of(font)->size;
    bool is_end = strcmp(attribute(xml, "text-anchor"), "end") == 0;
    return (svg_frame){is_end ? x - width : x, y - size * 3 / 4, is_end ? x : x + width,
                       y + size / 5};
}

static svg_frame frame_of(xmlNode *xml, const svg_node *node)
{
    svg_frame f = nothing;
    if (strcmp(node->name, "rect") == 0) {
        int64_t x = length_of(xml, "x"), y = length_of(xml, "y");
        assert_true(length_of(xml, "width") >= 0 && length_of(xml, "height") >= 0);
        grow(&f, x, y);
        grow(&f, x + length_of(xml, "width"), y + length_of(xml, "height"));
    } else if (strcmp(node->name, "path") == 0 && !strpbrk(node->data, "lhvc")) {
        svg_spot spots[8192]; /* what has relative coordinates is a small sign */
        size_t count = svg_spots(node, spots, 8192);
        for (size_t i = 0; i < count; i++) grow(&f, spots[i].x, spots[i].y);
    } else if (strcmp(node->name, "text") == 0) {
        f = text_frame(xml, node);
    }
    return f;
}

/* ---- reading ---- */

static uint32_t count_elements(xmlNode *node)
{
    uint32_t count = 0;
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE) count += 1 + count_elements(node->children);
    return count;
}

static void add_nodes(svg_tree *tree, xmlNode *xml, uint32_t parent)
{
    for (; xml; xml = xml->next) {
        if (xml->type != XML_ELEMENT_NODE) continue;
        uint32_t index = tree->count++;
        svg_node *node = &tree->nodes[index];
        *node = (svg_node){.name = (const char *)xml->name,
                           .id = attribute(xml, "id"),
                           .class_name = attribute(xml, "class"),
                           .href = attribute(xml, "href"),
                           .data = attribute(xml, "d"),
                           .text = "",
                           .parent = parent};
        bool has_text = xml->children && xml->children->type == XML_TEXT_NODE;
        if (has_text) node->text = (const char *)xml->children->content;
        node->frame = frame_of(xml, node);
        add_nodes(tree, xml->children, index);
        tree->nodes[index].end = tree->count;
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void check_ids(const svg_tree *tree)
{
    const char **ids = calloc(tree->count, sizeof *ids);
    size_t count = 0;
    assert_non_null(ids);
    for (uint32_t i = 0; i < tree->count; i++)
        if (*tree->nodes[i].id) ids[count++] = tree->nodes[i].id;
    qsort(ids, count, sizeof *ids, by_text);
    for (size_t i = 1; i < count; i++) assert_string_not_equal(ids[i - 1], ids[i]);
    free(ids);
}

/* The root says which elements name and describe it; they come first and are not empty. */
static void check_described(const svg_tree *tree, xmlNode *root)
{
    assert_true(tree->count > 2);
    const svg_node *title = &tree->nodes[1], *description = &tree->nodes[2];
    assert_string_equal(title->name, "title");
    assert_string_equal(description->name, "desc");
    assert_string_equal(attribute(root, "aria-labelledby"), title->id);
    assert_string_equal(attribute(root, "aria-describedby"), description->id);
    assert_true(*title->text && *description->text && *attribute(root, "lang"));
    assert_string_equal(attribute(root, "role"), "graphics-document");
}

svg_tree read_svg_tree(const char *text, size_t size)
{
    svg_tree tree = {0};
    xmlDoc *document = xmlReadMemory(text, (int)size, "picture.svg", NULL,
                                     XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOCDATA);
    assert_non_null(document);
    xmlNode *root = xmlDocGetRootElement(document);
    assert_string_equal((const char *)root->name, "svg");
    tree.document = document;
    tree.nodes = calloc(count_elements(root), sizeof *tree.nodes);
    assert_non_null(tree.nodes);
    const char *view = attribute(root, "viewBox");
    for (int i = 0; i < 4; i++) {
        int64_t value = number_at(view + (i > 0), &view);
        if (i == 2) tree.width = value;
        if (i == 3) tree.height = value;
    }
    add_nodes(&tree, root, UINT32_MAX);
    check_ids(&tree);
    check_described(&tree, root);
    return tree;
}

void free_svg_tree(svg_tree *tree)
{
    xmlFreeDoc(tree->document);
    free(tree->nodes);
    *tree = (svg_tree){0};
}

uint32_t svg_find_class(const svg_tree *tree, uint32_t first, uint32_t end, const char *class_name)
{
    while (first < end && !svg_node_is(&tree->nodes[first], class_name)) first++;
    return first;
}

/* ---- what holds of every picture ---- */

bool svg_frames_meet(svg_frame a, svg_frame b, int64_t slack)
{
    return a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom &&
           b.top + slack < a.bottom;
}

void assert_all_on_the_page(const svg_tree *tree)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        const svg_node *node = &tree->nodes[i];
        const svg_frame *f = &node->frame;
        if (f->left > f->right) continue;
        bool is_on =
            f->left >= 0 && f->top >= 0 && f->right <= tree->width && f->bottom <= tree->height;
        if (!is_on)
            fail_msg("off the page: <%s class='%s'> '%s' in '%s'", node->name, node->class_name,
                     node->text, tree->nodes[node->parent].id);
    }
}

static int by_top(const void *a, const void *b)
{
    const svg_node *x = *(const svg_node *const *)a, *y = *(const svg_node *const *)b;
    return x->frame.top < y->frame.top ? -1 : x->frame.top > y->frame.top;
}

void assert_texts_keep_apart(const svg_tree *tree)
{
    const svg_node **texts = calloc(tree->count, sizeof *texts);
    size_t count = 0;
    assert_non_null(texts);
    for (uint32_t i = 0; i < tree->count; i++)
        if (strcmp(tree->nodes[i].name, "text") == 0) texts[count++] = &tree->nodes[i];
    qsort(texts, count, sizeof *texts, by_top);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && texts[k]->frame.top < texts[i]->frame.bottom; k++)
            if (svg_frames_meet(texts[i]->frame, texts[k]->frame, 0))
                fail_msg("texts overlap: '%s' and '%s'", texts[i]->text, texts[k]->text);
    free(texts);
}
