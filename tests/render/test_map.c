/* SPDX-License-Identifier: MIT
 * The capability map, read back from its SVG, over many hierarchies: every box stands inside the
 * one that it is part of, boxes keep apart, their order is that of the file, the page is a
 * landscape one, names are whole or end in an ellipsis, every colouring says the same by a sign,
 * and every day has its boxes in the same place. */
#include "groeipad/filter.h"
#include "groeipad/render.h"
#include "core/job.h"
#include "tests/support_draft.h"
#include "tests/support_picture.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IDS_MAX = 700, DEPTH = 5 };

/* A portfolio with parents: by capability its parent, or UINT32_MAX. */
typedef struct model {
    test_draft draft;
    uint32_t count;
    uint32_t parent[IDS_MAX];
    char names[IDS_MAX][80];
    const gp_schedule *schedule;
} model;

static void begin(model *m, uint32_t count)
{
    start_test_draft(&m->draft);
    m->count = count;
    for (uint32_t i = 0; i < count; i++) m->parent[i] = UINT32_MAX;
}

static void add_name(model *m, uint32_t index, uint64_t *numbers)
{
    static const char *const words[] = {"Samenwerken", "in",   "de",       "keten",
                                        "data",        "voor", "beleid",   "gegevensbeheer",
                                        "toets",       "en",   "klantreis"};
    size_t used = (size_t)snprintf(m->names[index], sizeof m->names[index], "N%u", index);
    for (uint32_t n = test_random(numbers, 6); n > 0; n--) {
        const char *word = words[test_random(numbers, 11)];
        if (used + strlen(word) + 2 > sizeof m->names[index]) break;
        used +=
            (size_t)snprintf(m->names[index] + used, sizeof m->names[index] - used, " %s", word);
    }
}

static void finish(model *m, uint64_t *numbers)
{
    char id[16], needs[64];
    for (uint32_t i = 0; i < m->count; i++) {
        gp_capability one = test_capability((int32_t)test_random(numbers, 400) - 20);
        add_name(m, i, numbers);
        one.name = m->names[i];
        one.level = test_random(numbers, 3) & 3;
        one.owner = test_random(numbers, 3) ? "IT" : NULL;
        snprintf(id, sizeof id, "c%u", i);
        add_test_capability(&m->draft, id, one, "");
        if (m->parent[i] == UINT32_MAX) continue;
        snprintf(needs, sizeof needs, "c%u", m->parent[i]);
        assert_int_equal(gp_draft_parent(m->draft.draft, needs, strlen(needs), (gp_place){0}),
                         GP_OK);
    }
    for (uint32_t i = 0; i < 1 + m->count / 3; i++) {
        gp_intervention one = test_intervention(GP_DEVELOP, 28);
        one.needed_by = (gp_day)test_random(numbers, 600);
        snprintf(needs, sizeof needs, "c%u@%u", test_random(numbers, m->count),
                 1 + test_random(numbers, 4));
        snprintf(id, sizeof id, "i%u", i);
        add_test_intervention(&m->draft, id, one, i == 7 ? "nowhere" : needs);
    }
    assert_int_equal(gp_schedule_network(m->draft.job, test_network(&m->draft), NULL, &m->schedule),
                     GP_OK);
}

/* `per_level` children each, `levels` deep; 0: any shape. */
static model *make_random(uint64_t seed)
{
    uint64_t numbers = seed * 31 + 7;
    model *m = calloc(1, sizeof *m);
    uint32_t style = test_random(&numbers, 4);
    begin(m, 1 + test_random(&numbers, style == 0 ? 8 : 120));
    for (uint32_t i = 1; i < m->count; i++) {
        if (style == 1 && test_random(&numbers, 3) == 0) continue;
        if (style == 3) continue;
        m->parent[i] =
            style == 2 ? i - 1 - test_random(&numbers, i < 3 ? i : 3) : test_random(&numbers, i);
    }
    finish(m, &numbers);
    return m;
}

static model *make_levels(uint32_t domains, uint32_t groups, uint32_t boxes)
{
    uint64_t numbers = 5;
    model *m = calloc(1, sizeof *m);
    uint32_t at = 0;
    begin(m, domains * (1 + groups * (1 + boxes)));
    for (uint32_t d = 0; d < domains; d++) {
        uint32_t domain = at++;
        for (uint32_t g = 0; g < groups; g++) {
            uint32_t group = at++;
            m->parent[group] = domain;
            for (uint32_t b = 0; b < boxes; b++) m->parent[at++] = group;
        }
    }
    finish(m, &numbers);
    return m;
}

static void let_go(model *m)
{
    gp_job_free(m->draft.job);
    free(m);
}

static gp_picture draw(const model *m, const gp_map_view *view)
{
    gp_picture picture = {0};
    assert_int_equal(gp_draw_map(m->draft.job, m->schedule, view, &picture), GP_OK);
    return picture;
}

/* ---- reading it back ---- */

static uint32_t find_id(const svg_tree *tree, const char *id)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (strcmp(tree->nodes[i].id, id) == 0) return i;
    fail_msg("%s is not drawn", id);
    return 0;
}

static uint32_t find_box(const svg_tree *tree, uint32_t panel, uint32_t index)
{
    char id[40];
    if (panel)
        snprintf(id, sizeof id, "box-%u__c%u", panel + 1, index);
    else
        snprintf(id, sizeof id, "box__c%u", index);
    return find_id(tree, id);
}

static svg_frame frame_of(const svg_tree *tree, uint32_t box)
{
    uint32_t shape = svg_find_class(tree, box, tree->nodes[box].end, "shape");
    assert_true(shape < tree->nodes[box].end);
    return tree->nodes[shape].frame;
}

static bool lies_within(svg_frame inner, svg_frame outer)
{
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

/* The frame that a box lies in: its parent, or the last that is not too deep. */
static uint32_t frame_index(const model *m, uint32_t index)
{
    uint32_t chain[IDS_MAX], depth = 0;
    for (uint32_t at = m->parent[index]; at != UINT32_MAX; at = m->parent[at]) chain[depth++] = at;
    if (depth == 0) return UINT32_MAX;
    return chain[depth > DEPTH ? depth - DEPTH : 0];
}

typedef struct placed {
    svg_frame frame;
    uint32_t in;
    bool is_frame;
} placed;

static placed *place_all(const model *m, const svg_tree *tree)
{
    placed *all = calloc(m->count, sizeof *all);
    for (uint32_t i = 0; i < m->count; i++) {
        uint32_t box = find_box(tree, 0, i);
        all[i] = (placed){frame_of(tree, box), frame_index(m, i),
                          svg_node_is(&tree->nodes[box], "frame")};
    }
    return all;
}

/* Of two in the same frame: they keep apart, and the first in the file comes first, in a row above
 * or to the left; frames before boxes. */
static void check_pair(const placed *a, const placed *b, bool is_in_order)
{
    assert_false(svg_frames_meet(a->frame, b->frame, 0));
    if (a->is_frame != b->is_frame) {
        const placed *frame = a->is_frame ? a : b, *box = a->is_frame ? b : a;
        assert_true(frame->frame.bottom <= box->frame.top);
        return;
    }
    if (!is_in_order) return; /* deeper than what is drawn: one after what it is part of */
    bool is_above = a->frame.bottom <= b->frame.top;
    assert_true(is_above || (a->frame.top == b->frame.top && a->frame.right <= b->frame.left));
}

static void check_places(const model *m, const svg_tree *tree)
{
    placed *all = place_all(m, tree);
    for (uint32_t i = 0; i < m->count; i++) {
        if (all[i].in != UINT32_MAX) assert_true(lies_within(all[i].frame, all[all[i].in].frame));
        for (uint32_t k = 0; k < i; k++)
            if (all[i].in == all[k].in) check_pair(&all[k], &all[i], m->parent[i] == m->parent[k]);
    }
    free(all);
}

/* What a box shows of its name: the lines before the last ones, which are the detail. */
static void check_name(const svg_tree *tree, uint32_t box, const char *name)
{
    char shown[256] = "";
    for (uint32_t i = box; i < tree->nodes[box].end; i++) {
        const svg_node *node = &tree->nodes[i];
        if (strcmp(node->name, "text") || svg_node_is(node, "tag") || svg_node_is(node, "gap"))
            continue;
        if (*shown) strcat(shown, " ");
        strcat(shown, node->text);
    }
    size_t size = strlen(shown), dots = strlen("\xE2\x80\xA6");
    if (strcmp(shown, name) == 0) return;
    assert_true(size > dots && strcmp(shown + size - dots, "\xE2\x80\xA6") == 0);
    assert_int_equal(strncmp(shown, name, size - dots), 0);
}

static void check_names(const model *m, const svg_tree *tree)
{
    for (uint32_t i = 0; i < m->count; i++) check_name(tree, find_box(tree, 0, i), m->names[i]);
}

/* ---- tests ---- */

static void boxes_stand_where_they_belong(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        const gp_map_view view = {.colour = (gp_map_colour)(seed % 7),
                                  .language = seed % 2 ? GP_DUTCH : GP_ENGLISH};
        model *m = make_random(seed);
        gp_picture picture = draw(m, &view);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        check_places(m, &tree);
        check_names(m, &tree);
        assert_all_on_the_page(&tree);
        assert_texts_keep_apart(&tree);
        free_svg_tree(&tree);
        let_go(m);
    }
}

static void the_page_is_a_landscape_one(void **state)
{
    static const uint32_t shapes[][3] = {{10, 8, 5}, {4, 5, 6},   {7, 3, 0},   {12, 2, 4},
                                         {25, 0, 0}, {150, 0, 0}, {400, 0, 0}, {1, 30, 9}};
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        model *m = make_levels(shapes[i][0], shapes[i][1], shapes[i][2]);
        gp_picture picture = draw(m, NULL);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        check_places(m, &tree);
        assert_in_range(tree.width * 100 / tree.height, 120, 200);
        free_svg_tree(&tree);
        let_go(m);
    }
}

/* What the sign of a box consists of: its shapes, their sizes, its number. */
static void sign_of(const svg_tree *tree, uint32_t box, char out[200])
{
    size_t used = 0;
    for (uint32_t i = box; i < tree->nodes[box].end; i++) {
        const svg_node *node = &tree->nodes[i];
        bool is_sign = svg_node_is(node, "solid") || svg_node_is(node, "hollow-sign") ||
                       svg_node_is(node, "gap");
        if (!is_sign) continue;
        used +=
            (size_t)snprintf(out + used, 200 - used, "%s %s %s %d;", node->name, node->class_name,
                             node->text, (int)(node->frame.bottom - node->frame.top));
        assert_true(used < 200);
    }
    out[used] = '\0';
}

/* Boxes with the same class have the same sign, those with another class another. */
static void a_sign_says_what_the_colour_says(void **state)
{
    (void)state;
    for (int colour = GP_MAP_BY_GAP; colour <= GP_MAP_BY_STAGE; colour++) {
        const gp_map_view view = {.colour = (gp_map_colour)colour};
        model *m = make_levels(40, 0, 0);
        gp_picture picture = draw(m, &view);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        char signs[41][200];
        char classes[41][60];
        for (uint32_t i = 0; i <= m->count; i++) {
            uint32_t box = i < m->count ? find_box(&tree, 0, i) : find_id(&tree, "box__nowhere");
            snprintf(classes[i], sizeof classes[i], "%s", tree.nodes[box].class_name);
            if (i == m->count) *strstr(classes[i], " nowhere") = '\0';
            sign_of(&tree, box, signs[i]);
            for (uint32_t k = 0; k < i; k++)
                assert_int_equal(strcmp(classes[k], classes[i]) == 0,
                                 strcmp(signs[k], signs[i]) == 0);
        }
        free_svg_tree(&tree);
        let_go(m);
    }
}

static void every_day_has_the_same_places(void **state)
{
    const gp_day days[] = {0, 100, 300, 600};
    const gp_map_view view = {.options = {.dates = days, .date_count = 4}};
    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        model *m = make_random(seed * 13);
        gp_picture picture = draw(m, &view);
        svg_tree tree = read_svg_tree(picture.text, picture.size);
        for (uint32_t panel = 1; panel < 4; panel++) {
            svg_frame first = frame_of(&tree, find_box(&tree, 0, 0));
            svg_frame here = frame_of(&tree, find_box(&tree, panel, 0));
            int64_t right = here.left - first.left, down = here.top - first.top;
            assert_true(right > 0 || down > 0);
            for (uint32_t i = 1; i < m->count; i++) {
                first = frame_of(&tree, find_box(&tree, 0, i));
                here = frame_of(&tree, find_box(&tree, panel, i));
                assert_int_equal(here.left - first.left, right);
                assert_int_equal(here.top - first.top, down);
                assert_int_equal(here.right - first.right, right);
                assert_int_equal(here.bottom - first.bottom, down);
            }
        }
        assert_all_on_the_page(&tree);
        free_svg_tree(&tree);
        let_go(m);
    }
}

/* A chain of parents as long as the file becomes a frame of five, and says so. */
static void a_long_chain_of_parents_lies_flat(void **state)
{
    uint64_t numbers = 3;
    model *m = calloc(1, sizeof *m);
    (void)state;
    begin(m, 600);
    for (uint32_t i = 1; i < m->count; i++) m->parent[i] = i - 1;
    finish(m, &numbers);
    gp_picture picture = draw(m, NULL);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    check_places(m, &tree);
    assert_non_null(strstr(picture.text, "594 deeper than five frames"));
    free_svg_tree(&tree);
    let_go(m);
}

static void groups_hold_what_they_say(void **state)
{
    const gp_map_view view = {.group = GP_MAP_IN_OWNER};
    (void)state;
    model *m = make_random(11);
    gp_picture picture = draw(m, &view);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    uint32_t group = svg_find_class(&tree, 0, tree.count, "group");
    assert_true(group < tree.count);
    assert_non_null(strstr(picture.text, "aria-label=\"No owner\""));
    free_svg_tree(&tree);
    let_go(m);
}

static gp_status draw_default(gp_job *job, const gp_schedule *schedule, gp_language language,
                              gp_picture *out)
{
    const gp_day days[] = {0, 300};
    const gp_map_view view = {.options = {.dates = days, .date_count = 2},
                              .colour = GP_MAP_BY_OWNER,
                              .group = GP_MAP_IN_OWNER,
                              .language = language};
    return gp_draw_map(job, schedule, &view, out);
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    model *m = make_levels(2, 2, 1);
    assert_says_when_memory_runs_out(m->draft.job, m->schedule, draw_default);
    let_go(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_stand_where_they_belong),
        cmocka_unit_test(the_page_is_a_landscape_one),
        cmocka_unit_test(a_sign_says_what_the_colour_says),
        cmocka_unit_test(every_day_has_the_same_places),
        cmocka_unit_test(a_long_chain_of_parents_lies_flat),
        cmocka_unit_test(groups_hold_what_they_say),
        cmocka_unit_test(says_when_memory_runs_out),
    };
    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
