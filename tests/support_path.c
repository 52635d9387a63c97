/* SPDX-License-Identifier: MIT
 * What holds for every development path, whatever portfolio it is of. */
#include "tests/support_path.h"
#include "render/metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEAR 20 /* two units, in tenths */

static void grow(frame *f, int64_t x, int64_t y)
{
    if (x < f->left) f->left = x;
    if (x > f->right) f->right = x;
    if (y < f->top) f->top = y;
    if (y > f->bottom) f->bottom = y;
}

static const frame nowhere = {INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN};

/* The smallest frame around a shape. Its numbers are absolute pairs. */
static frame frame_of(const svg_element *element)
{
    frame f = nowhere;
    if (svg_is(element->name, "rect")) {
        int64_t x = svg_number(element, "x"), y = svg_number(element, "y");
        grow(&f, x, y);
        grow(&f, x + svg_number(element, "width"), y + svg_number(element, "height"));
        return f;
    }
    int64_t numbers[4096];
    size_t count = svg_numbers(svg_attribute(element, "d"), numbers, 4096);
    assert_true(count % 2 == 0 && count < 4096);
    for (size_t i = 0; i < count; i += 2) grow(&f, numbers[i], numbers[i + 1]);
    return f;
}

/* ---- boxes by id ---- */

static int compare_texts(svg_text a, svg_text b)
{
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size ? memcmp(a.text, b.text, size) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static int compare_boxes(const void *left, const void *right)
{
    return compare_texts(((const named_box *)left)->id, ((const named_box *)right)->id);
}

static void sort_boxes(page *p)
{
    for (uint32_t i = 0; i < p->count; i++)
        p->named[i] = (named_box){svg_attribute(&p->document.elements[p->indices[i]], "id"), i};
    if (p->count > 1) qsort(p->named, p->count, sizeof *p->named, compare_boxes);
}

/* The box that an id names, after "box__" or "reference__"; p->count where none is. */
static uint32_t find_box(const page *p, svg_text rest, const char *prefix)
{
    char id[1024];
    int size = snprintf(id, sizeof id, "%s%.*s", prefix, (int)rest.size, rest.text);
    assert_true(size > 0 && (size_t)size < sizeof id);
    uint32_t first = 0, end = p->count;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        int order = compare_texts(p->named[middle].id, (svg_text){id, (size_t)size});
        if (order == 0) return p->named[middle].box;
        if (order < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return p->count;
}

page read_page(const gp_picture *picture)
{
    page p = {.document = read_svg(picture->text, picture->size)};
    int64_t view[4];
    const svg_document *d = &p.document;
    assert_int_equal(svg_numbers(svg_attribute(&d->elements[0], "viewBox"), view, 4), 4);
    p.width = view[2], p.height = view[3];
    p.frames = calloc(d->count, sizeof *p.frames);
    p.indices = calloc(d->count, sizeof *p.indices);
    p.named = calloc(d->count, sizeof *p.named);
    assert_true(p.frames && p.indices && p.named);
    for (uint32_t i = 0; i < d->count; i++) {
        if (!svg_has_class(&d->elements[i], "box")) continue;
        uint32_t shape = i + 1;
        while (!svg_has_class(&d->elements[shape], "shape")) shape++;
        assert_int_equal(d->elements[shape].parent, i);
        p.indices[p.count] = i;
        p.frames[p.count++] = frame_of(&d->elements[shape]);
    }
    sort_boxes(&p);
    return p;
}

void free_page(page *p)
{
    free(p->frames);
    free(p->indices);
    free(p->named);
    free_svg(&p->document);
}

/* Width of what a text element shows, entities decoded. */
static int64_t width_of(const svg_element *element)
{
    static const char *const fonts[GP_FONTS] = {"title", "subtitle", "name",   "tag",
                                                "line",  "late",     "caption"};
    char plain[4096];
    size_t size = 0;
    svg_text content = element->content;
    assert_true(content.size < sizeof plain);
    for (size_t i = 0; i < content.size; i++) {
        char c = content.text[i];
        plain[size++] = c; /* a visible character, but for entities */
        if (c != '&') continue;
        char letter = content.text[i + 1];
        plain[size - 1] = letter == 'l'   ? '<'
                          : letter == 'g' ? '>'
                          : letter == 'q' ? '"'
                          : letter == '#' ? '\''
                                          : '&';
        while (content.text[i] != ';') i++;
    }
    for (int font = 0; font < GP_FONTS; font++)
        if (svg_is(svg_attribute(element, "class"), fonts[font]))
            return gp_measure_text(plain, size, (gp_font)font);
    fail_msg("a text of no known font");
    return 0;
}

void all_is_on_the_page(const page *p)
{
    const svg_document *d = &p->document;
    for (uint32_t i = 1; i < d->count; i++) {
        const svg_element *e = &d->elements[i];
        frame f = nowhere;
        if (svg_is(e->name, "text")) {
            int64_t x = svg_number(e, "x"), y = svg_number(e, "y");
            if (svg_is(svg_attribute(e, "text-anchor"), "end")) x -= width_of(e);
            grow(&f, x, y - 80);
            grow(&f, x + width_of(e), y + 30);
        } else if (svg_has_class(e, "sign") || svg_has_class(e, "behind")) {
            continue; /* in relative coordinates, inside a band or a box */
        } else if (svg_is(e->name, "rect") || svg_is(e->name, "path")) {
            f = frame_of(e);
        } else {
            continue;
        }
        assert_true(f.left >= 0 && f.top >= 0 && f.right <= p->width && f.bottom <= p->height);
    }
}

void texts_are_inside_their_boxes(const page *p)
{
    const svg_document *d = &p->document;
    for (uint32_t i = 0; i < p->count; i++) {
        const svg_element *box = &d->elements[p->indices[i]];
        const frame *f = &p->frames[i];
        int64_t last = f->top;
        for (uint32_t k = p->indices[i] + 1; k < box->end; k++) {
            const svg_element *e = &d->elements[k];
            if (svg_has_class(e, "pip") || svg_has_class(e, "mark")) {
                frame pip = frame_of(e);
                assert_true(pip.left > f->left && pip.right < f->right && pip.top > f->top &&
                            pip.bottom < f->bottom);
            }
            if (!svg_is(e->name, "text")) continue;
            int64_t x = svg_number(e, "x"), y = svg_number(e, "y");
            if (svg_has_class(&d->elements[e->parent], "more")) { /* two beside each other */
                bool is_end = svg_is(svg_attribute(e, "text-anchor"), "end");
                x -= is_end ? width_of(e) : 0;
                assert_true(y >= last + (is_end ? 0 : 90) || y == last);
            } else
                assert_true(y >= last + 90); /* lines keep apart */
            assert_true(x >= f->left + 50 && x + width_of(e) <= f->right - 50);
            assert_true(y + 30 <= f->bottom);
            last = y;
        }
    }
}

void boxes_keep_apart(const page *p)
{
    for (uint32_t i = 0; i < p->count; i++)
        for (uint32_t k = i + 1; k < p->count; k++) {
            const frame *a = &p->frames[i], *b = &p->frames[k];
            bool is_apart = a->right + 40 < b->left || b->right + 40 < a->left ||
                            a->bottom + 40 < b->top || b->bottom + 40 < a->top;
            assert_true(is_apart);
        }
}

static bool is_in_band(const page *p, uint32_t box)
{
    uint32_t parent = p->document.elements[p->indices[box]].parent;
    if (svg_is(p->document.elements[parent].name, "a"))
        parent = p->document.elements[parent].parent;
    return svg_is(svg_attribute(&p->document.elements[parent], "id"), "unfounded");
}

/* The two boxes of "arrow__FROM__TO": the one split at which both exist in one part. */
static void ends_of(const page *p, svg_text id, uint32_t *from, uint32_t *to)
{
    svg_text rest = {id.text + 7, id.size - 7};
    for (size_t at = 1; at + 2 < rest.size; at++) {
        if (memcmp(rest.text + at, "__", 2) != 0) continue;
        svg_text a = {rest.text, at}, b = {rest.text + at + 2, rest.size - at - 2};
        *to = find_box(p, b, "box__");
        if (*to == p->count) continue;
        *from = find_box(p, a, "box__");
        if (*from == p->count || is_in_band(p, *from) != is_in_band(p, *to))
            *from = find_box(p, a, "reference__");
        if (*from != p->count) return;
    }
    fail_msg("an arrow between no boxes: %.*s", (int)id.size, id.text);
}

static int64_t blend(const int64_t *n, size_t axis, int64_t t)
{
    int64_t u = 100 - t;
    return (u * u * u * n[axis] + 3 * u * u * t * n[2 + axis] + 3 * u * t * t * n[4 + axis] +
            t * t * t * n[6 + axis]) /
           1000000;
}

/* Whether a Bézier segment can come near a box: it stays within its four points. */
static bool may_meet(const frame *f, const int64_t *numbers)
{
    frame hull = nowhere;
    for (size_t i = 0; i < 8; i += 2) grow(&hull, numbers[i], numbers[i + 1]);
    return hull.left < f->right && hull.right > f->left && hull.top < f->bottom &&
           hull.bottom > f->top;
}

static void segment_avoids(const frame *f, const int64_t *numbers)
{
    for (int64_t t = 0; t <= 100; t += 4) {
        int64_t x = blend(numbers, 0, t), y = blend(numbers, 1, t);
        assert_false(x > f->left + NEAR && x < f->right - NEAR && y > f->top + NEAR &&
                     y < f->bottom - NEAR);
    }
}

static void curve_avoids_boxes(const page *p, const int64_t *numbers, size_t count, uint32_t from,
                               uint32_t to)
{
    for (size_t i = 0; i + 8 <= count; i += 6)
        for (uint32_t k = 0; k < p->count; k++)
            if (k != from && k != to && may_meet(&p->frames[k], numbers + i))
                segment_avoids(&p->frames[k], numbers + i);
}

uint32_t arrows_end_on_their_boxes(const page *p)
{
    const svg_document *d = &p->document;
    uint32_t count = 0;
    for (uint32_t i = 0; i < d->count; i++) {
        const svg_element *e = &d->elements[i];
        svg_text id = svg_attribute(e, "id");
        if (!id.text || !svg_has_class(e, "arrow")) continue;
        uint32_t from = 0, to = 0, line = i + 1;
        int64_t curve[4096], head[16];
        ends_of(p, id, &from, &to);
        while (!svg_has_class(&d->elements[line], "line")) line++;
        size_t size = svg_numbers(svg_attribute(&d->elements[line], "d"), curve, 4096);
        assert_true(size >= 8 && (size / 2) % 3 == 1);
        assert_int_equal(svg_numbers(svg_attribute(&d->elements[e->end - 1], "d"), head, 16), 6);
        const frame *a = &p->frames[from], *b = &p->frames[to];
        assert_true(llabs(curve[0] - a->right) <= NEAR);
        assert_true(curve[1] >= a->top && curve[1] <= a->bottom);
        assert_true(llabs(head[0] - b->left) <= NEAR);
        assert_true(head[1] >= b->top && head[1] <= b->bottom);
        assert_true(a->right < b->left); /* left to right */
        curve_avoids_boxes(p, curve, size, from, to);
        count++;
    }
    return count;
}

/* ---- portfolios ---- */

/* What stands in the band once more stands there for an arrow. */
void references_lead_somewhere(const page *p)
{
    uint32_t *leaving = calloc(p->count + 1, sizeof *leaving);
    assert_non_null(leaving);
    for (uint32_t k = 0; k < p->document.count; k++) {
        svg_text id = svg_attribute(&p->document.elements[k], "id");
        uint32_t from = 0, to = 0;
        if (id.size < 7 || memcmp(id.text, "arrow__", 7) != 0) continue;
        ends_of(p, id, &from, &to);
        leaving[from]++;
    }
    for (uint32_t i = 0; i < p->count; i++)
        if (svg_has_class(&p->document.elements[p->indices[i]], "reference"))
            assert_true(leaving[i] > 0);
    free(leaving);
}
