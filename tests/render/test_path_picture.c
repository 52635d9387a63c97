/* SPDX-License-Identifier: MIT
 * The development path, read back from its SVG: is every text inside its box, does no box
 * overlap another, does every arrow end on the borders of its boxes and pass through none, is
 * all of it on the page? Over portfolios that have everything, nothing, or too much. */
#include "tests/support_draft.h"
#include "groeipad/render.h"
#include "render/metrics.h"
#include "tests/support_svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEAR 20 /* two units, in tenths */

typedef struct frame {
    int64_t left, top, right, bottom;
} frame;

typedef struct page {
    svg_document document;
    frame *frames;     /* of the boxes */
    uint32_t *indices; /* their elements */
    uint32_t count;
    int64_t width, height;
} page;

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

static page read_page(const gp_picture *picture)
{
    page p = {.document = read_svg(picture->text, picture->size)};
    int64_t view[4];
    const svg_document *d = &p.document;
    assert_int_equal(svg_numbers(svg_attribute(&d->elements[0], "viewBox"), view, 4), 4);
    p.width = view[2], p.height = view[3];
    p.frames = calloc(d->count, sizeof *p.frames);
    p.indices = calloc(d->count, sizeof *p.indices);
    assert_true(p.frames && p.indices);
    for (uint32_t i = 0; i < d->count; i++) {
        if (!svg_has_class(&d->elements[i], "box")) continue;
        uint32_t shape = i + 1;
        while (!svg_has_class(&d->elements[shape], "shape")) shape++;
        assert_int_equal(d->elements[shape].parent, i);
        p.indices[p.count] = i;
        p.frames[p.count++] = frame_of(&d->elements[shape]);
    }
    return p;
}

static void free_page(page *p)
{
    free(p->frames);
    free(p->indices);
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

static void all_is_on_the_page(const page *p)
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

static void texts_are_inside_their_boxes(const page *p)
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

static void boxes_keep_apart(const page *p)
{
    for (uint32_t i = 0; i < p->count; i++)
        for (uint32_t k = i + 1; k < p->count; k++) {
            const frame *a = &p->frames[i], *b = &p->frames[k];
            bool is_apart = a->right + 40 < b->left || b->right + 40 < a->left ||
                            a->bottom + 40 < b->top || b->bottom + 40 < a->top;
            assert_true(is_apart);
        }
}

/* The box that an id names, after "box__" or "reference__"; p->count where none is. */
static uint32_t find_box(const page *p, svg_text rest, const char *prefix)
{
    size_t size = strlen(prefix);
    for (uint32_t i = 0; i < p->count; i++) {
        svg_text id = svg_attribute(&p->document.elements[p->indices[i]], "id");
        if (id.size == size + rest.size && memcmp(id.text, prefix, size) == 0 &&
            memcmp(id.text + size, rest.text, rest.size) == 0)
            return i;
    }
    return p->count;
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

static uint32_t arrows_end_on_their_boxes(const page *p)
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

static const gp_planning yearly = {.round = {.months = 12, .unit = GP_DURATION_CALENDAR}};

static void add_everything(test_draft *t)
{
    gp_intervention late = test_intervention(GP_EXPLORE, 14),
                    fine = test_intervention(GP_EXPLOIT, 14);
    late.needed_by = 30;
    fine.needed_by = 2000;
    gp_capability rounds = test_capability(90), unknown = test_capability(-1);
    late.url = "pages/advice.html?a=1&b='2'";
    unknown.url = "mailto:somebody@example.org";
    rounds.planning = &yearly;
    rounds.name = "A capability whose name is so long that it must be wrapped over several lines "
                  "and then still does not fit, so that it ends in an ellipsis";
    gp_capability fixed = test_capability(10);
    fixed.started = -20, fixed.ready = -3;
    add_test_intervention(t, "advice", late, "rounds@3 training|editing missing-one");
    add_test_intervention(t, "calm", fine, "fixed rounds+10d!start advice");
    add_test_intervention(t, "alone", test_intervention(GP_STAGE_NONE, 7), "");
    add_test_capability(t, "rounds", rounds, "base unknown");
    add_test_capability(t, "base", test_capability(20), "");
    add_test_capability(t, "unknown", unknown, "base");
    add_test_capability(t, "training", test_capability(300), "");
    add_test_capability(t, "editing", test_capability(30), "");
    add_test_capability(t, "fixed", fixed, "");
    add_test_capability(t, "hope", test_capability(30), "base gone");
    add_test_capability(t, "chain", test_capability(30), "hope");
    add_test_capability(t, "lonely", test_capability(30), "");
}

static void add_nothing(test_draft *t)
{
    (void)t;
}

static void add_single(test_draft *t)
{
    add_test_intervention(t, "one", test_intervention(GP_DEVELOP, 14), "");
}

static void add_all_there(test_draft *t)
{
    gp_capability there = test_capability(-1);
    there.level = 1;
    add_test_capability(t, "there", there, "");
}

static void add_only_unfounded(test_draft *t)
{
    char id[32];
    for (int i = 0; i < 23; i++) {
        snprintf(id, sizeof id, "hope-%d", i);
        add_test_capability(t, id, test_capability(30), "");
    }
}

/* Text from every corner of Unicode, markup, and ids that are too long for any box. */
static void add_hostile(test_draft *t)
{
    char id[32], requires[24 * TEST_HOSTILE_NAMES + 256] = "";
    for (size_t i = 0; i < TEST_HOSTILE_NAMES; i++) {
        gp_capability capability = test_capability((int32_t)i);
        capability.name = test_hostile_names[i];
        snprintf(id, sizeof id, "h%zu", i);
        add_test_capability(t, id, capability, i ? "\"]><script>" : "");
        snprintf(requires + strlen(requires), sizeof requires - strlen(requires), " h%zu", i);
    }
    char long_id[201], long_other[201];
    memset(long_id, 'x', 200);
    memset(long_other, 'x', 200);
    long_id[200] = long_other[200] = '\0';
    long_other[150] = 'y';
    strcat(requires, " ");
    strcat(requires, long_id);
    add_test_capability(t, long_id, test_capability(3), long_other);
    add_test_capability(t, "\"]><script>", test_capability(3), "");
    add_test_capability(t, "a_b", test_capability(3), "a__b");
    add_test_capability(t, "a__b", test_capability(3), "a_5fb");
    add_test_intervention(t, "end", test_intervention(GP_DEVELOP, 3), requires + 1);
}

static void add_random(test_draft *t, int count, uint32_t per_node, uint64_t seed)
{
    uint64_t state = seed;
    for (int i = 0; i < count; i++) {
        char id[32], requires[256] = "";
        uint32_t asked = i ? test_random(&state, per_node + 1) : 0;
        for (uint32_t k = 0; k < asked; k++) {
            uint32_t level = 1 + test_random(&state, 8) / 7;
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sc%u@%u",
                     k ? " " : "", test_random(&state, (uint32_t)i), level);
        }
        snprintf(id, sizeof id, i % 7 == 6 ? "i%d" : "c%d", i);
        gp_capability capability = test_capability((int32_t)test_random(&state, 400));
        if (i % 7 == 6)
            add_test_intervention(t, id, test_intervention(GP_DEVELOP, 14), requires);
        else
            add_test_capability(t, id, capability, requires);
    }
}

static void add_sixty(test_draft *t)
{
    add_random(t, 60, 3, 11);
}

static void add_two_hundred(test_draft *t)
{
    add_random(t, 200, 2, 5);
}

static void add_too_many(test_draft *t)
{
    add_random(t, GP_PICTURE_BOXES_MAX * 2, 2, 3);
}

/* Many arrows over many columns: few boxes, and yet too much for a thorough search. */
static void add_too_far(test_draft *t)
{
    for (int i = 0; i < 300; i++) {
        char id[32], requires[1024] = "";
        for (int k = i - 1; k >= 0 && k > i - 40; k--)
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sc%d+1d",
                     k < i - 1 ? " " : "", k);
        snprintf(id, sizeof id, "c%d", i);
        add_test_capability(t, id, test_capability(1), requires);
    }
    add_test_intervention(t, "end", test_intervention(GP_DEVELOP, 3), "c299");
}

typedef struct row {
    const char *name;
    void (*add)(test_draft *t);
    const char *one; /* the intervention of the view, or NULL */
    bool all_requirements, is_coarse, is_stable;
    gp_detail detail;
    const char *focus; /* one step around it, or NULL */
    gp_grouping group;
    gp_columns columns;
} row;

/* That idea rests on base follows from plan. */
static void add_implied(test_draft *t)
{
    add_test_intervention(t, "advice", test_intervention(GP_EXPLORE, 14), "plan");
    add_test_capability(t, "base", test_capability(20), "");
    add_test_capability(t, "plan", test_capability(20), "base");
    add_test_capability(t, "idea", test_capability(20), "plan base");
}

static const row rows[] = {
    {"everything", add_everything, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"everything, all requirements", add_everything, NULL, true, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a requirement of the band that follows", add_implied, NULL, false, false, false,
     GP_DETAIL_AUTO, NULL, GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"one intervention", add_everything, "calm", false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"one intervention that needs nothing", add_everything, "alone", false, false, false,
     GP_DETAIL_AUTO, NULL, GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"nothing", add_nothing, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"single", add_single, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"all there", add_all_there, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"only unfounded", add_only_unfounded, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"hostile", add_hostile, NULL, true, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"sixty", add_sixty, NULL, true, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"two hundred", add_two_hundred, NULL, false, false, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"too many boxes", add_too_many, NULL, false, true, false, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"too many columns crossed", add_too_far, NULL, true, true, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, stable", add_everything, NULL, false, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"one intervention, stable", add_everything, "calm", true, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"nothing, stable", add_nothing, NULL, false, false, true, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"only unfounded, stable", add_only_unfounded, NULL, false, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"hostile, stable", add_hostile, NULL, true, false, true, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"sixty, stable", add_sixty, NULL, true, false, true, GP_DETAIL_AUTO, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"two hundred, stable", add_two_hundred, NULL, false, false, true, GP_DETAIL_AUTO, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, short", add_everything, NULL, false, false, false, GP_DETAIL_SHORT, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, names", add_everything, NULL, false, false, false, GP_DETAIL_NAME, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"hostile, short", add_hostile, NULL, true, false, false, GP_DETAIL_SHORT, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"hostile, names", add_hostile, NULL, true, false, true, GP_DETAIL_NAME, NULL, GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"two hundred, short", add_two_hundred, NULL, false, false, true, GP_DETAIL_SHORT, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"two hundred, names", add_two_hundred, NULL, false, false, false, GP_DETAIL_NAME, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a focus", add_everything, NULL, false, false, false, GP_DETAIL_AUTO, "rounds", GP_GROUP_NONE,
     GP_COLUMNS_LAYER},
    {"a focus, short", add_everything, NULL, true, false, false, GP_DETAIL_SHORT, "advice",
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a focus, names", add_everything, NULL, true, false, true, GP_DETAIL_NAME, "hope",
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"a focus of many", add_two_hundred, NULL, true, false, true, GP_DETAIL_SHORT, "c0",
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"frames by owner", add_everything, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_OWNER, GP_COLUMNS_LAYER},
    {"frames by stage", add_everything, NULL, true, false, false, GP_DETAIL_SHORT, NULL,
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames of one", add_everything, "calm", true, false, true, GP_DETAIL_NAME, NULL,
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames around a focus", add_two_hundred, NULL, true, false, false, GP_DETAIL_SHORT, "c0",
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames of hostile names", add_hostile, NULL, true, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_PARENT, GP_COLUMNS_LAYER},
    {"frames of many", add_two_hundred, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_STAGE, GP_COLUMNS_LAYER},
    {"frames of nothing", add_nothing, NULL, false, false, false, GP_DETAIL_AUTO, NULL,
     GP_GROUP_TAG, GP_COLUMNS_LAYER},
    {"too many boxes, in full", add_too_many, NULL, false, true, false, GP_DETAIL_FULL, NULL,
     GP_GROUP_NONE, GP_COLUMNS_LAYER},
    {"everything, years", add_everything, NULL, true, false, true, GP_DETAIL_FULL, NULL,
     GP_GROUP_NONE, GP_COLUMNS_YEAR},
    {"nothing, years", add_nothing, NULL, true, false, false, GP_DETAIL_FULL, NULL, GP_GROUP_NONE,
     GP_COLUMNS_YEAR},
    {"hostile, years", add_hostile, NULL, true, false, false, GP_DETAIL_NAME, NULL, GP_GROUP_NONE,
     GP_COLUMNS_YEAR},
    {"two hundred, years", add_two_hundred, NULL, true, false, false, GP_DETAIL_FULL, NULL,
     GP_GROUP_NONE, GP_COLUMNS_YEAR},
};
#define ROWS (sizeof rows / sizeof *rows)

static gp_picture draw(test_draft *t, const row *r, gp_language language)
{
    gp_picture picture = {0};
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    gp_path_view view = {.intervention = GP_NONE,
                         .all_requirements = r->all_requirements,
                         .language = language,
                         .is_stable = r->is_stable,
                         .detail = r->detail,
                         .group = r->group,
                         .columns = r->columns};
    if (r->one)
        view.intervention =
            gp_find_activity(network, gp_find_symbol(network->portfolio, r->one), 0);
    if (r->focus) {
        view.focus = gp_find_activity(network, gp_find_symbol(network->portfolio, r->focus), 0);
        view.hops = 1;
    }
    assert_int_equal(gp_draw_path(t->job, schedule, &view, &picture), GP_OK);
    gp_picture again = {0};
    view.layout_text = picture.layout_text; /* of a stable one: its boxes stay */
    view.layout_size = picture.layout_size;
    assert_int_equal(gp_draw_path(t->job, schedule, &view, &again), GP_OK);
    assert_int_equal(picture.size, again.size);
    assert_memory_equal(picture.text, again.text, picture.size); /* same bytes, twice */
    return picture;
}

/* What stands in the band once more stands there for an arrow. */
static void references_lead_somewhere(const page *p)
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

static void is_a_good_picture(void **state)
{
    const row *r = *state;
    for (int language = 0; language < 2; language++) {
        test_draft t;
        start_test_draft(&t);
        r->add(&t);
        gp_picture picture = draw(&t, r, (gp_language)language);
        assert_int_equal(picture.is_coarse, r->is_coarse);
        page p = read_page(&picture);
        all_is_on_the_page(&p);
        texts_are_inside_their_boxes(&p);
        boxes_keep_apart(&p);
        assert_int_equal(arrows_end_on_their_boxes(&p), picture.arrow_count);
        references_lead_somewhere(&p);
        uint32_t references = 0;
        for (uint32_t i = 0; i < p.count; i++)
            references += svg_has_class(&p.document.elements[p.indices[i]], "reference");
        assert_int_equal(p.count - references, picture.box_count);
        free_page(&p);
        gp_job_free(t.job);
    }
}

/* The same portfolio, its records in another order, is the same picture. */
static void order_of_the_file_does_not_matter(void **state)
{
    (void)state;
    gp_picture pictures[TEST_ORDERS] = {{0}};
    test_draft t[TEST_ORDERS];
    for (size_t i = 0; i < TEST_ORDERS; i++) {
        start_test_draft(&t[i]);
        add_test_records_in_order(&t[i], i);
        pictures[i] = draw(&t[i], &rows[0], GP_DUTCH);
        assert_int_equal(pictures[i].size, pictures[0].size);
        assert_memory_equal(pictures[i].text, pictures[0].text, pictures[0].size);
    }
    for (size_t i = 0; i < TEST_ORDERS; i++) gp_job_free(t[i].job);
}

int main(void)
{
    struct CMUnitTest tests[ROWS + 1];
    memset(tests, 0, sizeof tests);
    tests[ROWS].name = "order of the file";
    tests[ROWS].test_func = order_of_the_file_does_not_matter;
    for (size_t i = 0; i < ROWS; i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = is_a_good_picture;
        tests[i].initial_state = (void *)(uintptr_t)&rows[i];
    }
    return _cmocka_run_group_tests("path picture", tests, ROWS + 1, NULL, NULL);
}
