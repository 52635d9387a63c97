/* SPDX-License-Identifier: MIT
 * A strict walk over the XML that render writes: elements, attributes, text, the five named
 * entities and &#39;. What it does not know fails the test. */
#include "tests/support_svg.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

typedef struct walk {
    const char *at, *end;
    svg_document *document;
    uint32_t capacity, open;
} walk;

static bool starts(const walk *w, const char *text)
{
    size_t size = strlen(text);
    return (size_t)(w->end - w->at) >= size && memcmp(w->at, text, size) == 0;
}

static void check_character(walk *w)
{
    uint32_t character;
    size_t length = gp_decode_utf8(w->at, (size_t)(w->end - w->at), &character);
    assert_true(length > 0);
    assert_true(character >= 0x20 || character == '\n' || character == '\t');
    assert_true((character & 0xFFFE) != 0xFFFE && (character < 0x7F || character > 0x9F));
    w->at += length;
}

/* Text up to one of the characters in `stops`. */
static svg_text take_text(walk *w, const char *stops)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    svg_text taken = {w->at, 0};
    while (w->at < w->end && !strchr(stops, *w->at)) {
        bool is_entity = *w->at != '&';
        for (size_t i = 0; *w->at == '&' && !is_entity && i < 5; i++) {
            if (!starts(w, entities[i])) continue;
            is_entity = true;
            w->at += strlen(entities[i]) - 1;
        }
        assert_true(is_entity);
        check_character(w);
    }
    assert_true(w->at < w->end);
    taken.size = (size_t)(w->at - taken.text);
    return taken;
}

static svg_text take_name(walk *w)
{
    svg_text name = {w->at, 0};
    while (w->at < w->end && (strchr("-:", *w->at) || (*w->at >= '0' && *w->at <= '9') ||
                              (*w->at >= 'a' && *w->at <= 'z') || (*w->at >= 'A' && *w->at <= 'Z')))
        w->at++;
    name.size = (size_t)(w->at - name.text);
    assert_true(name.size > 0);
    return name;
}

static svg_element *add_element(walk *w)
{
    svg_document *d = w->document;
    if (d->count == w->capacity) {
        w->capacity = w->capacity ? 2 * w->capacity : 256;
        d->elements = realloc(d->elements, w->capacity * sizeof *d->elements);
        assert_non_null(d->elements);
    }
    svg_element *element = &d->elements[d->count++];
    memset(element, 0, sizeof *element);
    element->parent = w->open;
    return element;
}

/* An opening tag, its "<" already taken. */
static void open_tag(walk *w)
{
    svg_element *element = add_element(w);
    element->name = take_name(w);
    while (*w->at == ' ') {
        w->at++;
        assert_true(element->attribute_count < SVG_ATTRIBUTES_MAX);
        uint32_t i = element->attribute_count++;
        element->attribute[i] = take_name(w);
        assert_true(starts(w, "=\""));
        w->at += 2;
        element->value[i] = take_text(w, "\"<");
        assert_true(*w->at == '"');
        w->at++;
        for (uint32_t k = 0; k < i; k++) /* no attribute twice */
            assert_false(element->attribute[k].size == element->attribute[i].size &&
                         memcmp(element->attribute[k].text, element->attribute[i].text,
                                element->attribute[i].size) == 0);
    }
    uint32_t index = w->document->count - 1;
    element->end = index + 1;
    if (starts(w, "/>")) {
        w->at += 2;
        return;
    }
    assert_true(*w->at++ == '>');
    element->content.text = w->at;
    w->open = index;
}

static void close_tag(walk *w)
{
    assert_true(w->open != UINT32_MAX);
    svg_element *element = &w->document->elements[w->open];
    element->content.size = (size_t)(w->at - 2 - element->content.text);
    svg_text name = take_name(w);
    assert_int_equal(name.size, element->name.size);
    assert_memory_equal(name.text, element->name.text, name.size);
    assert_true(*w->at++ == '>');
    element->end = w->document->count;
    w->open = element->parent;
}

static int by_text(const void *a, const void *b)
{
    const svg_text *x = a, *y = b;
    int order = memcmp(x->text, y->text, x->size < y->size ? x->size : y->size);
    return order ? order : x->size < y->size ? -1 : x->size > y->size;
}

static void check_ids(const svg_document *d)
{
    svg_text *ids = calloc(d->count, sizeof *ids);
    size_t count = 0;
    assert_non_null(ids);
    for (uint32_t i = 0; i < d->count; i++) {
        svg_text id = svg_attribute(&d->elements[i], "id");
        if (id.text) ids[count++] = id;
    }
    qsort(ids, count, sizeof *ids, by_text);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < ids[i].size; k++)
            assert_true(memchr("0123456789-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                               ids[i].text[k], 64) != NULL);
        assert_true(i == 0 || by_text(&ids[i - 1], &ids[i]) != 0);
    }
    free(ids);
}

svg_document read_svg(const char *text, size_t size)
{
    svg_document document = {0};
    walk w = {.at = text, .end = text + size, .document = &document, .open = UINT32_MAX};
    assert_true(*w.at++ == '<');
    open_tag(&w);
    while (w.open != UINT32_MAX) {
        (void)take_text(&w, "<");
        w.at++;
        if (*w.at != '/') {
            open_tag(&w);
            continue;
        }
        w.at++;
        close_tag(&w);
    }
    assert_true(w.end - w.at == 1 && *w.at == '\n');
    check_ids(&document);
    return document;
}

void free_svg(svg_document *document)
{
    free(document->elements);
    *document = (svg_document){0};
}

bool svg_is(svg_text text, const char *expected)
{
    return text.text && text.size == strlen(expected) &&
           memcmp(text.text, expected, text.size) == 0;
}

svg_text svg_attribute(const svg_element *element, const char *name)
{
    for (uint32_t i = 0; i < element->attribute_count; i++)
        if (svg_is(element->attribute[i], name)) return element->value[i];
    return (svg_text){NULL, 0};
}

bool svg_has_class(const svg_element *element, const char *name)
{
    svg_text classes = svg_attribute(element, "class");
    size_t size = strlen(name);
    for (size_t at = 0; at < classes.size;) {
        const char *space = memchr(classes.text + at, ' ', classes.size - at);
        size_t length = space ? (size_t)(space - classes.text) - at : classes.size - at;
        if (length == size && memcmp(classes.text + at, name, size) == 0) return true;
        at += length + 1;
    }
    return false;
}

size_t svg_numbers(svg_text text, int64_t *out, size_t max)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size && count < max;) {
        bool is_negative = text.text[i] == '-';
        size_t start = i + is_negative;
        int64_t value = 0;
        size_t at = start;
        for (; at < text.size && text.text[at] >= '0' && text.text[at] <= '9'; at++)
            value = value * 10 + (text.text[at] - '0');
        if (at == start) {
            i++;
            continue;
        }
        value *= 10;
        if (at + 1 < text.size && text.text[at] == '.') {
            value += text.text[at + 1] - '0';
            at += 2;
        }
        out[count++] = is_negative ? -value : value;
        i = at;
    }
    return count;
}

int64_t svg_number(const svg_element *element, const char *name)
{
    int64_t value = 0;
    assert_int_equal(svg_numbers(svg_attribute(element, name), &value, 1), 1);
    return value;
}
