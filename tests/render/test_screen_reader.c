/* SPDX-License-Identifier: MIT
 * What does somebody hear who cannot see the picture? Read back from its SVG as the mappings of
 * SVG to accessibility interfaces (SVG-AAM, Graphics-ARIA) do: the document has a name and a
 * description, every box says its kind, its name, its dates and what is wrong with it, every
 * arrow what it joins, every link what it is about. */
#include "tests/support_draft.h"
#include "groeipad/render.h"
#include "tests/support_svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

typedef struct spoken {
    test_draft draft;
    gp_picture picture;
    svg_document document;
} spoken;

static void speak(spoken *s, gp_language language, gp_theme theme, bool is_stable)
{
    const gp_schedule *schedule;
    const gp_path_view view = {
        .intervention = GP_NONE, .language = language, .theme = theme, .is_stable = is_stable};
    start_test_draft(&s->draft);
    gp_intervention late = test_intervention(GP_EXPLORE, 14);
    late.needed_by = 10;
    late.name = "Advice & <help>";
    late.url = "https://example.org/?a=1&b=2";
    gp_capability data = test_capability(90);
    data.name = "Reliable data";
    data.url = "data.html";
    add_test_intervention(&s->draft, "advice", late, "data@2 gone tool|training");
    add_test_capability(&s->draft, "data", data, "");
    add_test_capability(&s->draft, "tool", test_capability(10), "");
    add_test_capability(&s->draft, "training", test_capability(300), "");
    add_test_capability(&s->draft, "hope", test_capability(30), "data");
    assert_int_equal(gp_schedule_network(s->draft.job, test_network(&s->draft), NULL, &schedule),
                     GP_OK);
    assert_int_equal(gp_draw_path(s->draft.job, schedule, &view, &s->picture), GP_OK);
    s->document = read_svg(s->picture.text, s->picture.size);
}

static void fall_silent(spoken *s)
{
    free_svg(&s->document);
    gp_job_free(s->draft.job);
}

static bool says(svg_text text, const char *words)
{
    size_t size = strlen(words);
    for (size_t at = 0; at + size <= text.size; at++)
        if (memcmp(text.text + at, words, size) == 0) return true;
    return false;
}

/* What the id in an attribute of the root points at. */
static svg_text pointed_at(const svg_document *d, const char *attribute, const char *name)
{
    svg_text id = svg_attribute(&d->elements[0], attribute);
    assert_non_null(id.text);
    for (uint32_t i = 1; i < d->count; i++) {
        svg_text own = svg_attribute(&d->elements[i], "id");
        if (own.size != id.size || memcmp(own.text, id.text, id.size) != 0) continue;
        assert_true(svg_is(d->elements[i].name, name));
        return d->elements[i].content;
    }
    fail_msg("%s points at nothing", attribute);
    return id;
}

/* The first child with a name; fails the test where there is none. */
static const svg_element *child(const svg_document *d, uint32_t parent, const char *name)
{
    for (uint32_t i = parent + 1; i < d->elements[parent].end; i++)
        if (d->elements[i].parent == parent && svg_is(d->elements[i].name, name))
            return &d->elements[i];
    fail_msg("no <%s> in element %u", name, (unsigned)parent);
    return NULL;
}

static void check_box(const svg_document *d, uint32_t i)
{
    svg_text label = svg_attribute(&d->elements[i], "aria-label");
    assert_true(svg_is(svg_attribute(&d->elements[i], "role"), "graphics-symbol"));
    assert_true(label.size > 10);
    svg_text tooltip = child(d, i, "title")->content;
    assert_true(tooltip.size > 0 && says(tooltip, "id: "));
    for (uint32_t k = i + 1; k < d->elements[i].end; k++) /* all that it shows is said */
        if (svg_is(d->elements[k].name, "text")) {
            char shown[256];
            svg_text text = d->elements[k].content;
            assert_true(text.size < sizeof shown);
            memcpy(shown, text.text, text.size);
            shown[text.size] = '\0';
            if (!says(label, shown) && !strstr(shown, "\xE2\x80\xA6"))
                assert_true(svg_has_class(&d->elements[k], "name")); /* a name in lines */
        }
}

static void check_all(const spoken *s)
{
    const svg_document *d = &s->document;
    uint32_t boxes = 0, arrows = 0, links = 0, groups = 0;
    assert_true(svg_is(svg_attribute(&d->elements[0], "role"), "graphics-document"));
    assert_true(pointed_at(d, "aria-labelledby", "title").size > 0);
    assert_true(pointed_at(d, "aria-describedby", "desc").size > 40);
    for (uint32_t i = 1; i < d->count; i++) {
        const svg_element *e = &d->elements[i];
        if (svg_has_class(e, "box")) {
            check_box(d, i);
            boxes++;
        }
        if (svg_attribute(e, "id").text && svg_has_class(e, "arrow")) {
            assert_true(says(child(d, i, "title")->content, "\xE2\x86\x92"));
            arrows++;
        }
        if (svg_is(e->name, "a")) { /* its name is that of the one thing in it */
            assert_true(svg_attribute(e, "href").size > 0);
            assert_true(svg_has_class(child(d, i, "g"), "box"));
            links++;
        }
        if (svg_is(svg_attribute(e, "role"), "group")) {
            assert_true(svg_attribute(e, "aria-label").size > 0);
            groups++;
        }
    }
    assert_true(boxes >= s->picture.box_count);
    assert_int_equal(arrows, s->picture.arrow_count);
    assert_int_equal(links, 3 + 1); /* advice, two steps of data, and data once more below */
    assert_int_equal(groups, 2);    /* the band and the legend */
}

static void all_of_it_is_said(void **state)
{
    (void)state;
    for (int turn = 0; turn < 12; turn++) {
        spoken s;
        speak(&s, (gp_language)(turn % 2), (gp_theme)(turn / 2 % 3), turn / 6 != 0);
        check_all(&s);
        fall_silent(&s);
    }
}

static void the_late_one_says_so(void **state)
{
    (void)state;
    static const char *const words[] = {"days late", "dagen te laat"};
    static const char *const languages[] = {"en", "nl"};
    for (int language = 0; language < 2; language++) {
        spoken s;
        bool is_said = false;
        speak(&s, (gp_language)language, GP_THEME_DEFAULT, false);
        const svg_document *d = &s.document;
        assert_true(svg_is(svg_attribute(&d->elements[0], "lang"), languages[language]));
        for (uint32_t i = 0; i < d->count; i++)
            if (svg_is(svg_attribute(&d->elements[i], "id"), "box__advice")) {
                svg_text label = svg_attribute(&d->elements[i], "aria-label");
                is_said = says(label, words[language]) && says(label, "Advice &amp; &lt;help&gt;");
            }
        assert_true(is_said);
        fall_silent(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_is_said),
        cmocka_unit_test(the_late_one_says_so),
    };
    return cmocka_run_group_tests_name("screen reader", tests, NULL, NULL);
}
