/* SPDX-License-Identifier: MIT
 * The roadmap, read back from its SVG: no two bars overlap, names stand in their bar or beside
 * it and touch nothing, every arrow begins and ends on its bars and runs through no bar and no
 * name, all is on the page; over portfolios that have everything, nothing, or too much, in every
 * kind of lane, whole and on paper. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "tests/support_picture.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEAR 12 /* tenths */

typedef struct bars {
    uint32_t *nodes;
    svg_frame *frames;
    uint32_t count;
} bars;

static bars find_bars(const svg_tree *tree)
{
    bars b = {.nodes = calloc(tree->count, sizeof *b.nodes),
              .frames = calloc(tree->count, sizeof *b.frames)};
    assert_true(b.nodes && b.frames);
    for (uint32_t i = 0; i < tree->count; i++) {
        const svg_node *node = &tree->nodes[i];
        if (!svg_node_is(node, "bar") || strncmp(node->id, "bar__", 5) != 0) continue;
        uint32_t shape = svg_find_class(tree, i + 1, node->end, "shape");
        assert_true(shape < node->end);
        b.nodes[b.count] = i;
        b.frames[b.count++] = tree->nodes[shape].frame;
    }
    return b;
}

static void free_bars(bars *b)
{
    free(b->nodes);
    free(b->frames);
}

static void bars_keep_apart(const bars *b)
{
    for (uint32_t i = 0; i < b->count; i++)
        for (uint32_t k = i + 1; k < b->count; k++)
            assert_false(svg_frames_meet(b->frames[i], b->frames[k], 0));
}

static bool is_inside(svg_frame inner, svg_frame outer)
{
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

/* A name is in its bar, or it touches no bar at all; words about a gap likewise. */
static void names_have_their_place(const svg_tree *tree, const bars *b)
{
    for (uint32_t i = 0; i < b->count; i++) {
        const svg_node *bar = &tree->nodes[b->nodes[i]];
        uint32_t gap = svg_find_class(tree, b->nodes[i], bar->end, "gap");
        for (uint32_t k = b->nodes[i] + 1; k < bar->end; k++) {
            const svg_node *text = &tree->nodes[k];
            if (strcmp(text->name, "text") != 0) continue;
            bool is_in_gap = svg_node_is(text, "in");
            bool is_free = svg_node_is(text, "beside") || (svg_node_is(text, "late") && !is_in_gap);
            if (is_in_gap) assert_true(is_inside(text->frame, tree->nodes[gap].frame));
            if (!is_free && !is_in_gap) assert_true(is_inside(text->frame, b->frames[i]));
            for (uint32_t n = 0; is_free && n < b->count; n++)
                assert_false(svg_frames_meet(text->frame, b->frames[n], 0));
        }
    }
}

/* ---- arrows ---- */

static uint32_t find_bar(const svg_tree *tree, const bars *b, const char *id, size_t size)
{
    for (uint32_t i = 0; i < b->count; i++) {
        const char *own = tree->nodes[b->nodes[i]].id + 5;
        if (strlen(own) == size && memcmp(own, id, size) == 0) return i;
    }
    return b->count;
}

/* The two bars of "link__FROM__TO"; count where one is on another page. */
static void ends_of(const svg_tree *tree, const bars *b, const char *id, uint32_t *from,
                    uint32_t *to)
{
    const char *rest = id + 6;
    *from = *to = b->count;
    for (const char *at = strstr(rest, "__"); at; at = strstr(at + 1, "__")) {
        *from = find_bar(tree, b, rest, (size_t)(at - rest));
        *to = find_bar(tree, b, at + 2, strlen(at + 2));
        if (*from < b->count && *to < b->count) return;
    }
}

static svg_frame segment(svg_spot a, svg_spot c)
{
    return (svg_frame){a.x < c.x ? a.x : c.x, a.y < c.y ? a.y : c.y, a.x > c.x ? a.x : c.x,
                       a.y > c.y ? a.y : c.y};
}

static void line_avoids_everything(const svg_tree *tree, const bars *b, const svg_node *line)
{
    svg_spot spots[4096];
    size_t count = svg_spots(line, spots, 4096);
    assert_true(count >= 2);
    for (size_t i = 1; i < count; i++) {
        if (spots[i].begins) continue;
        svg_frame s = segment(spots[i - 1], spots[i]);
        assert_true(s.left == s.right || s.top == s.bottom); /* along the axes */
        s.left -= 1, s.top -= 1, s.right += 1, s.bottom += 1;
        for (uint32_t k = 0; k < b->count; k++)
            assert_false(svg_frames_meet(s, b->frames[k], 8)); /* its border may be touched */
        for (uint32_t k = 0; k < tree->count; k++)
            if (strcmp(tree->nodes[k].name, "text") == 0 &&
                (svg_node_is(&tree->nodes[k], "label") || svg_node_is(&tree->nodes[k], "late")))
                assert_false(svg_frames_meet(s, tree->nodes[k].frame, 8));
    }
}

static bool is_on_border(int64_t x, int64_t y, svg_frame f)
{
    bool is_within =
        x >= f.left - NEAR && x <= f.right + NEAR && y >= f.top - NEAR && y <= f.bottom + NEAR;
    bool is_deep =
        x > f.left + NEAR && x < f.right - NEAR && y > f.top + NEAR && y < f.bottom - NEAR;
    return is_within && !is_deep;
}

static uint32_t arrows_are_right(const svg_tree *tree, const bars *b, bool is_whole)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        const svg_node *link = &tree->nodes[i];
        if (!svg_node_is(link, "link") || !*link->id) continue;
        count++;
        svg_spot spots[4096];
        uint32_t line = svg_find_class(tree, i, link->end, "line"), from, to;
        for (uint32_t k = i; k < link->end; k++)
            if (svg_node_is(&tree->nodes[k], "line"))
                line_avoids_everything(tree, b, &tree->nodes[k]);
        ends_of(tree, b, link->id, &from, &to);
        assert_true(line < link->end); /* what the page shows nothing of is not on it */
        if (!is_whole) continue;
        assert_true(from < b->count && to < b->count);
        svg_spots(&tree->nodes[line], spots, 4096);
        assert_true(is_on_border(spots[0].x, spots[0].y, b->frames[from]));
        uint32_t tip = svg_find_class(tree, i, link->end, "tip");
        assert_true(tip < link->end);
        svg_spots(&tree->nodes[tip], spots, 4096);
        assert_true(is_on_border(spots[0].x, spots[0].y, b->frames[to]));
    }
    return count;
}

/* ---- ports ---- */

/* "port__FROM__TO__out": the end of the id tells. */
static bool ends_with(const char *text, const char *end)
{
    size_t size = strlen(text), own = strlen(end);
    return size >= own && strcmp(text + size - own, end) == 0;
}

static const svg_node *label_of(const svg_tree *tree, uint32_t port)
{
    uint32_t label = svg_find_class(tree, port + 1, tree->nodes[port].end, "label");
    assert_true(label < tree->nodes[port].end);
    return &tree->nodes[label];
}

/* The name beside a port is that of its tooltip, with its level; and with its number where it does
 * not stand beside the flag. */
static void name_belongs_to_port(const svg_tree *tree, uint32_t port)
{
    uint32_t end = tree->nodes[port].end;
    uint32_t aside = svg_find_class(tree, port + 1, end, "aside");
    uint32_t flag = svg_find_class(tree, port + 1, end, "pennant");
    if (aside == end || strstr(tree->nodes[aside].text, "\xE2\x80\xA6")) return;
    const svg_node *name = &tree->nodes[aside];
    svg_frame f = tree->nodes[flag].frame;
    const char *number = label_of(tree, port)->text;
    bool is_near = name->frame.left - f.right < 100 && f.left - name->frame.right < 100;
    bool has_number =
        strncmp(name->text, number, strlen(number)) == 0 &&
        (strstr(name->text, " \xE2\x86\x92 ") || strstr(name->text, " \xE2\x86\x90 "));
    assert_true(is_near || has_number);
    for (uint32_t i = port + 1; i < end; i++) {
        const char *level = strstr(tree->nodes[i].text, "\xC2\xB7 level ");
        if (strcmp(tree->nodes[i].name, "title") != 0 || !level) continue;
        char own[32] = {0};
        assert_true(strcspn(level, "\n") < sizeof own);
        memcpy(own, level, strcspn(level, "\n"));
        assert_true(ends_with(name->text, own));
    }
}

/* The other end of a port has its id but for the last word, and its number. Returns how many
 * arrows leave through ports here. */
static uint32_t ports_pair_up(const svg_tree *tree, bool is_whole)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        const svg_node *out = &tree->nodes[i];
        if (svg_node_is(out, "port")) name_belongs_to_port(tree, i);
        if (!svg_node_is(out, "port") || !ends_with(out->id, "__out")) continue;
        count++;
        uint32_t found = 0;
        for (uint32_t k = 0; k < tree->count; k++) {
            const svg_node *in = &tree->nodes[k];
            if (!svg_node_is(in, "port") || !ends_with(in->id, "__in")) continue;
            if (strlen(in->id) + 1 != strlen(out->id)) continue;
            if (strncmp(in->id, out->id, strlen(in->id) - 4) != 0) continue;
            assert_string_equal(label_of(tree, k)->text, label_of(tree, i)->text);
            found++;
        }
        if (is_whole) assert_int_equal(found, 1);
    }
    return count;
}

/* ---- portfolios ---- */

static const gp_planning yearly = {.round = {.months = 12, .unit = GP_DURATION_CALENDAR},
                                   .prepare = {.months = 2, .unit = GP_DURATION_CALENDAR}};

static void add_everything(test_draft *t)
{
    gp_intervention late = test_intervention(GP_EXPLORE, 14),
                    fine = test_intervention(GP_EXPLOIT, 140),
                    past = test_intervention(GP_DEVELOP, 100);
    late.needed_by = 30;
    fine.needed_by = 2000;
    past.needed_by = -4000;
    gp_capability rounds = test_capability(90), unknown = test_capability(-1);
    rounds.planning = &yearly;
    rounds.owner = "team two";
    rounds.name = "A capability whose name is so long that it cannot stand beside its bar and "
                  "so ends in an ellipsis, of course with the whole of it in the tooltip";
    gp_capability fixed = test_capability(10), old = test_capability(20);
    fixed.started = -20, fixed.ready = -3;
    old.started = -9000, old.ready = -8000;
    fixed.owner = "team one";
    add_test_intervention(t, "advice", late, "rounds@3 training|editing missing-one");
    add_test_intervention(t, "calm", fine, "fixed rounds+10d!start advice old");
    add_test_intervention(t, "past", past, "base");
    add_test_intervention(t, "alone", test_intervention(GP_STAGE_NONE, 7), "");
    add_test_capability(t, "rounds", rounds, "base unknown");
    add_test_capability(t, "base", test_capability(20), "");
    add_test_capability(t, "unknown", unknown, "base");
    add_test_capability(t, "training", test_capability(300), "");
    add_test_capability(t, "editing", test_capability(30), "");
    add_test_capability(t, "fixed", fixed, "");
    add_test_capability(t, "old", old, "");
    add_test_capability(t, "hope", test_capability(30), "base gone");
    add_test_capability(t, "chain", test_capability(0), "hope");
    add_test_capability(t, "lonely", test_capability(30000), "");
}

static void add_nothing(test_draft *t)
{
    (void)t;
}

static void add_single(test_draft *t)
{
    add_test_intervention(t, "one", test_intervention(GP_DEVELOP, 14), "");
}

/* Bars so wide that a long name, and its level, are cut within them. */
static void add_deep(test_draft *t)
{
    gp_capability deep = test_capability(300);
    deep.name =
        "A name that is so long that it does not stand beside its bar, and that is cut even "
        "within it, so that its level is still to be read at the end of what is left of it";
    add_test_capability(t, "deep", deep, "");
    add_test_intervention(t, "end", test_intervention(GP_DEVELOP, 14), "deep@3");
}

/* Every name is hostile: long, right to left, wide, joined, piled up, markup, broken, blank. */
static void add_hostile(test_draft *t)
{
    char id[32], requires[512] = "", long_name[201];
    memset(long_name, 'W', 200);
    long_name[200] = '\0';
    for (size_t i = 0; i < TEST_HOSTILE_NAMES; i++) {
        gp_capability capability = test_capability((int32_t)(i * 40));
        capability.name = test_hostile_names[i];
        capability.owner = test_hostile_names[(i + 3) % TEST_HOSTILE_NAMES];
        snprintf(id, sizeof id, "h%zu", i);
        add_test_capability(t, id, capability, i ? "\"]><script>" : "");
        snprintf(requires + strlen(requires), sizeof requires - strlen(requires), " h%zu@%zu", i,
                 1 + i % 3);
    }
    gp_capability huge = test_capability(400);
    huge.name = huge.owner = test_keep(t, long_name, sizeof long_name);
    add_test_capability(t, huge.name, huge, "");
    add_test_capability(t, "\"]><script>", test_capability(3), "");
    gp_intervention end = test_intervention(GP_DEVELOP, 30);
    end.name = huge.name;
    end.needed_by = 100;
    strcat(requires, " ");
    strcat(requires, long_name);
    add_test_intervention(t, "end", end, requires + 1);
}

static void add_random(test_draft *t, int count, uint32_t per_node, uint64_t seed)
{
    static const char *const owners[] = {"alpha", "beta", NULL, "gamma", ""};
    static const char *const names[] = {"Short", "A name of middling length",
                                        "A name that is longer than most bars are wide", NULL};
    uint64_t state = seed;
    for (int i = 0; i < count; i++) {
        char id[32], requires[256] = "";
        uint32_t asked = i ? test_random(&state, per_node + 1) : 0;
        for (uint32_t k = 0; k < asked; k++) {
            uint32_t level = 1 + test_random(&state, 8) / 7;
            snprintf(requires + strlen(requires), sizeof requires - strlen(requires), "%sc%u@%u",
                     k ? " " : "", test_random(&state, (uint32_t)i), level);
        }
        for (char *at = requires; (at = strchr(at, 'c')); at++) /* every seventh has no "c" */
            if (atoi(at + 1) % 7 == 6) *at = 'm';
        snprintf(id, sizeof id, i % 7 == 6 ? "i%d" : "c%d", i);
        if (i % 7 == 6) {
            gp_intervention intervention = test_intervention((gp_stage)test_random(&state, 4),
                                                             (int32_t)test_random(&state, 200));
            intervention.name = names[test_random(&state, 4)];
            if (i % 2) intervention.needed_by = (gp_day)test_random(&state, 1500);
            add_test_intervention(t, id, intervention, requires);
            continue;
        }
        gp_capability capability = test_capability((int32_t)test_random(&state, 400));
        capability.name = names[test_random(&state, 4)];
        capability.owner = owners[test_random(&state, 5)];
        if (i % 5 == 0) capability.planning = &yearly;
        if (i % 11 == 0) capability.started = -(gp_day)test_random(&state, 300);
        if (i % 3 == 0) capability.identified = -10;
        add_test_capability(t, id, capability, requires);
    }
}

static void add_forty(test_draft *t)
{
    add_random(t, 40, 3, 11);
}

static void add_hundred(test_draft *t)
{
    add_random(t, 100, 3, 7);
}

static void add_three_hundred(test_draft *t)
{
    add_random(t, 300, 2, 5);
}

/* Eight centuries of work, one step after the other. */
static void add_centuries(test_draft *t)
{
    for (int i = 0; i < 90; i++) {
        char id[32], requires[32] = "";
        snprintf(id, sizeof id, "c%d", i);
        if (i) snprintf(requires, sizeof requires, "c%d", i - 1);
        add_test_capability(t, id, test_capability(1700), requires);
    }
    add_test_intervention(t, "end", test_intervention(GP_DEVELOP, 3), "c89");
}

/* ---- views ---- */

typedef struct row {
    const char *name;
    void (*add)(test_draft *t);
    gp_lanes lanes;
    uint32_t show;
    gp_paper paper;
    gp_day from, to;
} row;

#define ALL_TIME GP_NO_DAY, GP_NO_DAY
static const row rows[] = {
    {"everything by track", add_everything, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
    {"everything by stage", add_everything, GP_LANES_STAGE, 0, GP_PAPER_NONE, ALL_TIME},
    {"everything by owner", add_everything, GP_LANES_OWNER, 0, GP_PAPER_NONE, ALL_TIME},
    {"everything in one lane", add_everything, GP_LANES_NONE, 0, GP_PAPER_NONE, ALL_TIME},
    {"bars only", add_everything, GP_LANES_TRACK, GP_SHOW_NOTHING, GP_PAPER_NONE, ALL_TIME},
    {"a part of the time", add_everything, GP_LANES_TRACK, 0, GP_PAPER_NONE, 20, 400},
    {"a day", add_everything, GP_LANES_TRACK, 0, GP_PAPER_NONE, 20, 21},
    {"before all", add_everything, GP_LANES_OWNER, 0, GP_PAPER_NONE, -99000, -98000},
    {"all of time", add_everything, GP_LANES_TRACK, 0, GP_PAPER_NONE, GP_DAY_FIRST, GP_DAY_LAST},
    {"nothing", add_nothing, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
    {"nothing by owner", add_nothing, GP_LANES_OWNER, 0, GP_PAPER_A4, ALL_TIME},
    {"single", add_single, GP_LANES_STAGE, 0, GP_PAPER_A1, ALL_TIME},
    {"wide bars", add_deep, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
    {"hostile by track", add_hostile, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
    {"hostile by owner", add_hostile, GP_LANES_OWNER, 0, GP_PAPER_A4, ALL_TIME},
    {"forty", add_forty, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
    {"forty by stage", add_forty, GP_LANES_STAGE, GP_SHOW_ALL, GP_PAPER_A3, ALL_TIME},
    {"hundred", add_hundred, GP_LANES_OWNER, GP_SHOW_ALL, GP_PAPER_NONE, ALL_TIME},
    {"hundred in one lane", add_hundred, GP_LANES_NONE, GP_SHOW_ALL, GP_PAPER_A4, ALL_TIME},
    {"hundred, arrows only", add_hundred, GP_LANES_NONE, GP_SHOW_ARROWS, GP_PAPER_NONE, ALL_TIME},
    {"three hundred", add_three_hundred, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
    {"three hundred, all arrows", add_three_hundred, GP_LANES_TRACK, GP_SHOW_ALL, GP_PAPER_NONE,
     ALL_TIME},
    {"three hundred on A3", add_three_hundred, GP_LANES_OWNER, GP_SHOW_ALL, GP_PAPER_A3, ALL_TIME},
    {"three hundred on A4", add_three_hundred, GP_LANES_NONE, GP_SHOW_ALL, GP_PAPER_A4, ALL_TIME},
    {"hostile by goal", add_hostile, GP_LANES_GOAL, 0, GP_PAPER_NONE, ALL_TIME},
    {"hostile by tag", add_hostile, GP_LANES_TAG, 0, GP_PAPER_NONE, ALL_TIME},
    {"hostile by parent", add_hostile, GP_LANES_PARENT, 0, GP_PAPER_A4, ALL_TIME},
    {"hundred by goal", add_hundred, GP_LANES_GOAL, 0, GP_PAPER_NONE, ALL_TIME},
    {"three hundred by goal on A3", add_three_hundred, GP_LANES_GOAL, 0, GP_PAPER_A3, ALL_TIME},
    {"centuries", add_centuries, GP_LANES_TRACK, 0, GP_PAPER_NONE, ALL_TIME},
};
#define ROWS (sizeof rows / sizeof *rows)

static gp_picture draw(test_draft *t, const row *r, gp_language language)
{
    gp_picture picture = {0}, again = {0};
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    gp_roadmap_view view = {.lanes = r->lanes,
                            .from = r->from,
                            .to = r->to,
                            .show = r->show,
                            .paper = r->paper,
                            .language = language};
    assert_int_equal(gp_draw_roadmap(t->job, schedule, &view, &picture), GP_OK);
    assert_int_equal(gp_draw_roadmap(t->job, schedule, &view, &again), GP_OK);
    assert_int_equal(picture.size, again.size);
    assert_memory_equal(picture.text, again.text, picture.size); /* same bytes, twice */
    return picture;
}

static uint32_t check_page(const gp_picture *page, bool is_whole, uint32_t *arrow_count)
{
    svg_tree tree = read_svg_tree(page->text, page->size);
    bars b = find_bars(&tree);
    assert_all_on_the_page(&tree);
    assert_texts_keep_apart(&tree);
    bars_keep_apart(&b);
    names_have_their_place(&tree, &b);
    *arrow_count = arrows_are_right(&tree, &b, is_whole) + ports_pair_up(&tree, is_whole);
    uint32_t count = b.count;
    free_bars(&b);
    free_svg_tree(&tree);
    return count;
}

static void is_a_good_picture(void **state)
{
    const row *r = *state;
    for (int language = 0; language < 2; language++) {
        test_draft t;
        start_test_draft(&t);
        r->add(&t);
        gp_picture picture = draw(&t, r, (gp_language)language);
        uint32_t count = 0, arrow_count = 0, on_pages = 0;
        if (r->paper == GP_PAPER_NONE) {
            count = check_page(&picture, true, &arrow_count);
            assert_int_equal(arrow_count, picture.arrow_count);
        }
        for (uint32_t i = 0; i < picture.page_count; i++) {
            count += check_page(&picture.pages[i], false, &arrow_count);
            on_pages += arrow_count;
        }
        assert_true(picture.page_count == 0 || on_pages >= picture.arrow_count);
        assert_true((picture.page_count > 0) == (r->paper != GP_PAPER_NONE));
        assert_int_equal(count, picture.box_count);
        gp_job_free(t.job);
    }
}

/* The flag of an open end, which has no buffer that leads to it, hangs on a line from its bar. */
static void a_flag_hangs_on_its_bar(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    gp_intervention open = test_intervention(GP_EXPLORE, 14);
    open.needed_by = 700;
    add_test_intervention(&t, "open", open, "unknown");
    add_test_capability(&t, "unknown", test_capability(-1), "");
    add_test_capability(&t, "long", test_capability(900), "");
    gp_picture picture = draw(&t, &rows[0], GP_ENGLISH);
    svg_tree tree = read_svg_tree(picture.text, picture.size);
    uint32_t flag = svg_find_class(&tree, 0, tree.count, "flag");
    assert_true(flag < tree.count);
    uint32_t bar = tree.nodes[flag].parent, leader = bar;
    leader = svg_find_class(&tree, bar, tree.nodes[bar].end, "leader");
    assert_true(leader < tree.nodes[bar].end);
    assert_int_equal(tree.nodes[leader].frame.right, tree.nodes[flag].frame.left);
    free_svg_tree(&tree);
    gp_job_free(t.job);
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

static gp_status draw_on_paper(gp_job *job, const gp_schedule *schedule, gp_language language,
                               gp_picture *out)
{
    const gp_roadmap_view view = {
        .from = GP_NO_DAY, .to = GP_NO_DAY, .language = language, .paper = GP_PAPER_A4};
    return gp_draw_roadmap(job, schedule, &view, out);
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_everything(&t);
    const gp_schedule *schedule;
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    assert_says_when_memory_runs_out(t.job, schedule, draw_on_paper);
    gp_job_free(t.job);
}

int main(void)
{
    struct CMUnitTest tests[ROWS + 3];
    memset(tests, 0, sizeof tests);
    tests[ROWS + 2].name = "a flag hangs on its bar";
    tests[ROWS + 2].test_func = a_flag_hangs_on_its_bar;
    tests[ROWS + 1].name = "memory runs out";
    tests[ROWS + 1].test_func = says_when_memory_runs_out;
    tests[ROWS].name = "order of the file";
    tests[ROWS].test_func = order_of_the_file_does_not_matter;
    for (size_t i = 0; i < ROWS; i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = is_a_good_picture;
        tests[i].initial_state = (void *)(uintptr_t)&rows[i];
    }
    return _cmocka_run_group_tests("roadmap", tests, ROWS + 3, NULL, NULL);
}
