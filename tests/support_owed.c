/* SPDX-License-Identifier: MIT
 * What every picture owes its reader, one check after the other. A breach is printed and counted,
 * so that one run shows them all. */
#include "tests/support_owed.h"
#include "tests/support_css.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"
#define PRINTED_MAX 3 /* breaches of one kind */
#define CONTRAST_LEAST 4.5

typedef struct check {
    const svg_tree *tree;
    const char *where;
    css_sheet css;
    uint32_t count, printed;
} check;

static void breach(check *c, const char *what, const char *text, const char *of)
{
    c->count++;
    if (c->printed++ < PRINTED_MAX) print_error("%s: %s: '%s' %s\n", c->where, what, text, of);
}

static bool is_named(const svg_node *node, const char *name)
{
    return strcmp(node->name, name) == 0;
}

/* ---- where it stands ---- */

static void check_page(check *c)
{
    for (uint32_t i = 0; i < c->tree->count; i++) {
        const svg_node *node = &c->tree->nodes[i];
        const svg_frame *f = &node->frame;
        bool is_on =
            f->left > f->right || (f->left >= 0 && f->top >= 0 && f->right <= c->tree->width &&
                                   f->bottom <= c->tree->height);
        if (!is_on) breach(c, "off the page", node->text, node->class_name);
    }
}

static int by_top(const void *a, const void *b)
{
    const svg_node *x = *(const svg_node *const *)a, *y = *(const svg_node *const *)b;
    return x->frame.top < y->frame.top ? -1 : x->frame.top > y->frame.top;
}

static void check_apart(check *c)
{
    const svg_node **texts = calloc(c->tree->count, sizeof *texts);
    size_t count = 0;
    assert_non_null(texts);
    for (uint32_t i = 0; i < c->tree->count; i++)
        if (is_named(&c->tree->nodes[i], "text")) texts[count++] = &c->tree->nodes[i];
    qsort(texts, count, sizeof *texts, by_top);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && texts[k]->frame.top < texts[i]->frame.bottom; k++)
            if (svg_frames_meet(texts[i]->frame, texts[k]->frame, 0))
                breach(c, "texts overlap", texts[i]->text, texts[k]->text);
    free(texts);
}

/* ---- whole words ---- */

/* The tooltip of a node: its own, or that of the nearest group around it that has one. */
static const char *tooltip_of(const svg_tree *tree, uint32_t node)
{
    for (; node != UINT32_MAX && node != 0; node = tree->nodes[node].parent)
        for (uint32_t i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end)
            if (is_named(&tree->nodes[i], "title")) return tree->nodes[i].text;
    return "";
}

static void check_cut(check *c, uint32_t index)
{
    const char *text = c->tree->nodes[index].text, *cut = strstr(text, ELLIPSIS);
    char shown[256];
    size_t size = cut ? (size_t)(cut - text) : 0;
    if (!cut || size >= sizeof shown) return;
    memcpy(shown, text, size);
    shown[size] = '\0';
    const char *tooltip = tooltip_of(c->tree, index);
    if (!strstr(tooltip, shown)) breach(c, "cut without the whole as tooltip", text, tooltip);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Four digits and a hyphen are a date: the rest of it stands there too. */
static bool has_half_date(const char *text)
{
    size_t digits = 0;
    for (; *text; text++) {
        if (digits == 4 && *text == '-') {
            bool is_word = text[1] && !is_digit(text[1]) && strncmp(text + 1, ELLIPSIS, 3) != 0;
            bool is_whole = is_digit(text[1]) && is_digit(text[2]) && text[3] == '-' &&
                            is_digit(text[4]) && is_digit(text[5]);
            if (!is_word && !is_whole) return true;
        }
        digits = is_digit(*text) ? digits + 1 : 0;
    }
    return false;
}

static bool begins_with_unit(const char *text)
{
    static const char *const units[] = {"day",  "dag",  "week",  "weken",    "maand",
                                        "year", "jaar", "month", "iteratie", "cycle"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strncmp(text, units[i], strlen(units[i])) == 0) return true;
    return false;
}

static void check_unbroken(check *c, uint32_t index)
{
    const svg_node *node = &c->tree->nodes[index], *next = node + 1;
    size_t size = strlen(node->text);
    if (has_half_date(node->text)) breach(c, "half a date", node->text, node->class_name);
    bool is_followed = node->end < c->tree->count && is_named(next, "text") &&
                       next->parent == node->parent && next->frame.left == node->frame.left &&
                       strcmp(next->class_name, node->class_name) == 0;
    if (size && is_digit(node->text[size - 1]) && is_followed && begins_with_unit(next->text))
        breach(c, "a number without its unit", node->text, next->text);
}

/* ---- legend ---- */

static bool has_classes(const svg_node *node, const char *classes)
{
    char one[64];
    for (const char *at = classes; *at;) {
        size_t length = strcspn(at, " ");
        assert_true(length < sizeof one);
        memcpy(one, at, length);
        one[length] = '\0';
        if (!svg_node_is(node, one)) return false;
        at += length + (at[length] == ' ');
    }
    return true;
}

static uint32_t count_classes(const char *classes)
{
    uint32_t count = *classes != '\0';
    for (; *classes; classes++) count += *classes == ' ';
    return count;
}

/* The last class of a sample's group that the style sheet knows: what it is a sample of. "": none.
 */
static void read_kind(const check *c, const char *classes, char kind[64])
{
    *kind = '\0';
    for (const char *at = classes; *at;) {
        size_t length = strcspn(at, " ");
        assert_true(length < 64);
        if (css_knows(&c->css, at, length)) {
            memcpy(kind, at, length);
            kind[length] = '\0';
        }
        at += length + (at[length] == ' ');
    }
}

/* Whether a shape with the classes of a sample's, within a group of its kind, is in the picture. */
static bool occurs(const svg_tree *tree, uint32_t legend, const char *classes, const char *kind)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        if (i == legend) i = tree->nodes[legend].end;
        if (i >= tree->count) return false;
        if (!has_classes(&tree->nodes[i], classes)) continue;
        for (uint32_t up = i; up != UINT32_MAX; up = tree->nodes[up].parent)
            if (!*kind || svg_node_is(&tree->nodes[up], kind)) return true;
    }
    return false;
}

/* Of a sample the shapes that say most (have most classes) count; one of them has to occur. */
static void check_sample(check *c, uint32_t legend, uint32_t group)
{
    const svg_tree *tree = c->tree;
    uint32_t most = 0, first = group, end = tree->nodes[group].end;
    char kind[64];
    read_kind(c, tree->nodes[group].class_name, kind);
    for (uint32_t i = group + 1; i < end; i++) {
        uint32_t count = count_classes(tree->nodes[i].class_name);
        if (count > most) first = i;
        if (count > most) most = count;
    }
    for (uint32_t i = group + 1; i < end; i++)
        if (count_classes(tree->nodes[i].class_name) == most &&
            occurs(tree, legend, tree->nodes[i].class_name, kind))
            return;
    breach(c, "in the legend only", tree->nodes[first].class_name, tree->nodes[group].class_name);
}

static void check_legend(check *c)
{
    uint32_t legend = 0;
    while (legend < c->tree->count && strcmp(c->tree->nodes[legend].id, "legend") != 0) legend++;
    if (legend == c->tree->count) return;
    for (uint32_t i = legend + 1; i < c->tree->nodes[legend].end; i = c->tree->nodes[i].end)
        if (is_named(&c->tree->nodes[i], "g")) check_sample(c, legend, i);
}

/* ---- links and style ---- */

static bool has_id(const svg_tree *tree, const char *id)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (strcmp(tree->nodes[i].id, id) == 0) return true;
    return false;
}

static void check_links(check *c)
{
    for (uint32_t i = 0; i < c->tree->count; i++) {
        const char *href = c->tree->nodes[i].href;
        if (*href == '#' && !has_id(c->tree, href + 1))
            breach(c, "a link to nothing", href, c->tree->nodes[i].class_name);
    }
}

static void check_rules(check *c, uint32_t index)
{
    const svg_node *node = &c->tree->nodes[index];
    if (!*node->class_name) breach(c, "no class", node->name, node->text);
    for (const char *at = node->class_name; *at;) {
        size_t length = strcspn(at, " ");
        if (!css_knows(&c->css, at, length)) breach(c, "a class without a rule", at, node->name);
        at += length + (at[length] == ' ');
    }
}

static double channel(uint32_t value)
{
    double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8 & 255) +
           0.0722 * channel(colour & 255);
}

static double contrast(uint32_t a, uint32_t b)
{
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

/* The colour of what was drawn last where a text stands, before it; CSS_NONE: nothing is. */
static uint32_t ground_of(const check *c, uint32_t index)
{
    const svg_frame *f = &c->tree->nodes[index].frame;
    int64_t x = (f->left + f->right) / 2, y = (f->top + f->bottom) / 2;
    for (uint32_t i = index; i-- > 0;) {
        const svg_node *node = &c->tree->nodes[i];
        const svg_frame *g = &node->frame;
        bool is_area = is_named(node, "rect") || strchr(node->data, 'Z');
        if (!is_area || g->left > x || g->right < x || g->top > y || g->bottom < y) continue;
        uint32_t fill = css_fill(&c->css, c->tree, i);
        if (fill != CSS_NONE) return fill;
    }
    return CSS_NONE;
}

static void check_contrast(check *c, uint32_t index)
{
    uint32_t ground = ground_of(c, index), fill = css_fill(&c->css, c->tree, index);
    if (ground == CSS_NONE || fill == CSS_NONE || !*c->tree->nodes[index].text) return;
    if (contrast(fill, ground) < CONTRAST_LEAST)
        breach(c, "hard to read on its ground", c->tree->nodes[index].text,
               c->tree->nodes[index].class_name);
}

/* ---- all of it ---- */

static void each(check *c, const char *first, const char *second,
                 void (*look)(check *c, uint32_t index))
{
    c->printed = 0;
    for (uint32_t i = 0; i < c->tree->count; i++)
        if (is_named(&c->tree->nodes[i], first) || is_named(&c->tree->nodes[i], second)) look(c, i);
}

static void whole(check *c, void (*look)(check *c))
{
    c->printed = 0;
    look(c);
}

uint32_t count_breaches(const svg_tree *tree, uint32_t owed, const char *where)
{
    check c = {.tree = tree, .where = where, .css = read_css(tree)};
    if (owed & OWED_ON_THE_PAGE) whole(&c, check_page);
    if (owed & OWED_APART) whole(&c, check_apart);
    if (owed & OWED_WHOLE) each(&c, "text", "text", check_cut);
    if (owed & OWED_UNBROKEN) each(&c, "text", "text", check_unbroken);
    if (owed & OWED_LEGEND) whole(&c, check_legend);
    if (owed & OWED_LINKS) whole(&c, check_links);
    if (owed & OWED_RULES) {
        each(&c, "rect", "path", check_rules);
        each(&c, "text", "text", check_rules);
    }
    if (owed & OWED_CONTRAST) each(&c, "text", "text", check_contrast);
    free_css(&c.css);
    return c.count;
}
