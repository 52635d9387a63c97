/* SPDX-License-Identifier: MIT
 * The lanes of a roadmap, read back from its SVG: which bar stands in which lane, by every kind of
 * lane; no lane is empty; lanes that are linked stand near each other; heads break no word, cut
 * nothing without an ellipsis, and say how many bars there are. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "tests/support_svg_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"

static svg_tree draw(test_draft *t, gp_lanes lanes, gp_language language)
{
    gp_picture picture = {0};
    const gp_schedule *schedule;
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    const gp_roadmap_view view = {
        .lanes = lanes, .from = GP_NO_DAY, .to = GP_NO_DAY, .language = language};
    assert_int_equal(gp_draw_roadmap(t->job, schedule, &view, &picture), GP_OK);
    return read_svg_tree(picture.text, picture.size);
}

/* The number of the lane that a bar stands in, from above. */
static uint32_t lane_of_bar(const svg_tree *tree, uint32_t bar, const char **id)
{
    svg_frame shape = tree->nodes[svg_find_class(tree, bar, tree->nodes[bar].end, "shape")].frame;
    int64_t middle = (shape.top + shape.bottom) / 2;
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count; i++) {
        if (!svg_node_is(&tree->nodes[i], "lane")) continue;
        uint32_t ground = svg_find_class(tree, i, tree->nodes[i].end, "ground");
        svg_frame frame = tree->nodes[ground].frame;
        if (middle > frame.top && middle < frame.bottom) {
            if (id) *id = tree->nodes[i].id;
            return count;
        }
        count++;
    }
    fail_msg("a bar stands in no lane");
    return 0;
}

static uint32_t find_bar(const svg_tree *tree, const char *id)
{
    for (uint32_t i = 0; i < tree->count; i++)
        if (svg_node_is(&tree->nodes[i], "bar") && strncmp(tree->nodes[i].id, "bar__", 5) == 0 &&
            strcmp(tree->nodes[i].id + 5, id) == 0)
            return i;
    fail_msg("no bar %s", id);
    return 0;
}

/* "ID:LANE ID:LANE": each bar stands in that lane. */
static void assert_lanes(const svg_tree *tree, const char *expected)
{
    char text[512], *rest = text;
    assert_true(strlen(expected) < sizeof text);
    strcpy(text, expected);
    for (char *word; (word = strtok_r(rest, " ", &rest)) != NULL;) {
        char *colon = strchr(word, ':');
        const char *lane = "";
        *colon = '\0';
        lane_of_bar(tree, find_bar(tree, word), &lane);
        assert_string_equal(lane, colon + 1);
    }
}

static uint32_t count_lanes(const svg_tree *tree)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->count; i++) count += svg_node_is(&tree->nodes[i], "lane");
    return count;
}

/* ---- which lane ---- */

static const char *const tags_one[] = {"water", "data", NULL};
static const char *const tags_two[] = {"data", "water", NULL};

static void add_paths(test_draft *t)
{
    gp_capability owned = test_capability(20), tagged = test_capability(30);
    gp_intervention advice = test_intervention(GP_EXPLORE, 14);
    owned.owner = "Legal";
    owned.tags = tags_two;
    tagged.tags = tags_one;
    advice.owner = "Legal";
    advice.tags = tags_one;
    add_test_intervention(t, "advice", advice, "own base");
    add_test_intervention(t, "letter", test_intervention(GP_DEVELOP, 14), "base");
    add_test_intervention(t, "later", test_intervention(GP_DEVELOP, 14), "last advice");
    add_test_capability(t, "own", owned, "");
    add_test_capability(t, "base", tagged, "ground");
    add_test_capability(t, "ground", test_capability(10), "");
    add_test_capability(t, "last", test_capability(10), "nowhere");
    add_test_capability(t, "idle", test_capability(10), "");
}

typedef struct lane_row {
    const char *name;
    gp_lanes lanes;
    uint32_t count;
    const char *expected;
} lane_row;

static const lane_row lane_rows[] = {
    {"owner", GP_LANES_OWNER, 3,
     "own__1:lane-owner-Legal advice:lane-owner-Legal letter:lane-interventions "
     "base__1:lane-no-owner nowhere__1:lane-no-owner"},
    {"tag", GP_LANES_TAG, 4,
     "own__1:lane-tag-data base__1:lane-tag-water advice:lane-tag-water "
     "letter:lane-interventions idle__1:lane-no-tag"},
    {"goal", GP_LANES_GOAL, 5,
     "base__1:lane-shared ground__1:lane-shared own__1:lane-goal-advice advice:lane-goal-advice "
     "letter:lane-nothing-own last__1:lane-goal-later nowhere__1:lane-goal-later "
     "later:lane-goal-later idle__1:lane-no-intervention"},
    {"stage", GP_LANES_STAGE, 3,
     "advice:lane-explore letter:lane-develop idle__1:lane-no-intervention"},
    {"track", GP_LANES_TRACK, 2, "advice:lane-interventions base__1:lane-identify"},
    {"none", GP_LANES_NONE, 1, "advice:lane-all idle__1:lane-all"},
};
#define LANE_ROWS (sizeof lane_rows / sizeof *lane_rows)

/* One whole with two parts, of which one has a part of its own; another that stands apart. */
static void add_tree(test_draft *t)
{
    static const char *const parents[][2] = {
        {"whole", NULL}, {"left", "whole"}, {"right", "whole"}, {"deep", "right"}, {"apart", NULL}};
    for (size_t i = 0; i < sizeof parents / sizeof *parents; i++) {
        gp_capability capability = test_capability(20);
        if (i == 0) capability.level = 1, capability.has_level = true; /* nothing to do: no bar */
        add_test_capability(t, parents[i][0], capability, "");
        if (parents[i][1])
            gp_draft_parent(t->draft, parents[i][1], strlen(parents[i][1]), (gp_place){.line = 1});
    }
    add_test_intervention(t, "letter", test_intervention(GP_DEVELOP, 14), "left deep whole");
}

static void parents_part_where_they_do(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_tree(&t);
    svg_tree tree = draw(&t, GP_LANES_PARENT, GP_ENGLISH);
    assert_lanes(&tree, "left__1:lane-parent-left right__1:lane-parent-right "
                        "deep__1:lane-parent-right apart__1:lane-no-parent "
                        "letter:lane-interventions");
    assert_int_equal(count_lanes(&tree), 4);
    free_svg_tree(&tree);
    gp_job_free(t.job);
}

static void bars_stand_in_their_lane(void **state)
{
    const lane_row *row = *state;
    test_draft t;
    start_test_draft(&t);
    add_paths(&t);
    svg_tree tree = draw(&t, row->lanes, GP_ENGLISH);
    assert_lanes(&tree, row->expected);
    assert_int_equal(count_lanes(&tree), row->count);
    free_svg_tree(&tree);
    gp_job_free(t.job);
}

/* ---- heads ---- */

static const char *const long_names[] = {
    "Dienstverlening",
    "Concernstaf Informatievoorziening en Dienstverlening",
    "Arbeidsongeschiktheidsverzekeringsmaatschappij",
    ("Multidisciplinair samenwerkingsverband bedrijfsvoering, organisatieontwikkeling en "
     "personeelszaken"),
    "HR",
    "Vergunningverlening/toezicht/handhaving"};
#define LONG_NAMES (sizeof long_names / sizeof *long_names)

static void add_long_names(test_draft *t)
{
    static const char *tags[LONG_NAMES][2];
    for (size_t i = 0; i < LONG_NAMES; i++) {
        char id[16], requires[40];
        tags[i][0] = long_names[i];
        for (size_t k = 0; k <= i % 3; k++) {
            gp_capability capability = test_capability(30 + 20 * (int32_t)i);
            capability.owner = long_names[i];
            capability.tags = tags[i];
            snprintf(id, sizeof id, "c%zu-%zu", i, k);
            add_test_capability(t, id, capability, "");
        }
        gp_intervention goal = test_intervention(GP_DEVELOP, 30);
        goal.name = long_names[i];
        snprintf(id, sizeof id, "i%zu", i);
        snprintf(requires, sizeof requires, "c%zu-0", i);
        add_test_intervention(t, id, goal, requires);
    }
}

/* Ends a part of a text where a line may end: at a blank, or after a hyphen or a slash? */
static bool may_end(const char *end)
{
    return *end == '\0' || *end == ' ' || end[-1] == '-' || end[-1] == '/';
}

/* Where a line that begins with whole words stands in a name; NULL: nowhere. */
static const char *find_line(const char *name, const char *at, const char *line)
{
    for (at = strstr(at, line); at; at = strstr(at + 1, line))
        if (at == name || strchr(" -/", at[-1])) return at;
    return NULL;
}

/* Every line of the head is made of whole words of the name, in their order, or ends in an
 * ellipsis; what follows an ellipsis may skip the rest of a word. */
static void assert_lines_are_whole(const svg_tree *tree, uint32_t lane, const char *name)
{
    const char *at = name;
    bool is_last_cut = false;
    for (uint32_t i = lane; i < tree->nodes[lane].end; i++) {
        if (!svg_node_is(&tree->nodes[i], "name")) continue;
        const char *text = tree->nodes[i].text, *dots = strstr(text, ELLIPSIS);
        size_t size = dots ? (size_t)(dots - text) : strlen(text);
        char line[256];
        assert_true(size < sizeof line);
        memcpy(line, text, size);
        line[size] = '\0';
        const char *found = find_line(name, at, line);
        assert_non_null(found);
        assert_true(dots || may_end(found + size));
        at = found + size;
        is_last_cut = dots != NULL;
    }
    assert_true(at > name);
    assert_true(*at == '\0' || is_last_cut);
}

/* The number that a head tells, and all of it within the head. */
static uint32_t read_tally(const svg_tree *tree, uint32_t lane)
{
    uint32_t end = tree->nodes[lane].end;
    svg_frame head = tree->nodes[svg_find_class(tree, lane, end, "head")].frame;
    uint32_t tag = svg_find_class(tree, lane, end, "tag");
    assert_true(tag < end);
    for (uint32_t i = lane; i < end; i++) {
        if (strcmp(tree->nodes[i].name, "text") != 0) continue;
        svg_frame text = tree->nodes[i].frame;
        assert_true(text.left >= head.left && text.right <= head.right);
        assert_true(text.top >= head.top && text.bottom <= head.bottom);
    }
    return (uint32_t)atoi(tree->nodes[tag].text);
}

static const char *name_of_lane(const char *id, const char *prefix)
{
    for (size_t i = 0; i < LONG_NAMES; i++) {
        size_t k = strlen("lane-") + strlen(prefix);
        if (strncmp(id + 5, prefix, strlen(prefix)) == 0 && id[k] == long_names[i][0] &&
            strncmp(id + k, long_names[i], strcspn(long_names[i], " /")) == 0)
            return long_names[i];
    }
    return NULL;
}

static void heads_are_whole(void **state)
{
    static const struct {
        gp_lanes lanes;
        const char *prefix;
    } kinds[] = {{GP_LANES_OWNER, "owner-"},
                 {GP_LANES_TAG, "tag-"},
                 {GP_LANES_GOAL, "goal-"},
                 {GP_LANES_TRACK, ""},
                 {GP_LANES_STAGE, ""}};
    (void)state;
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        test_draft t;
        start_test_draft(&t);
        add_long_names(&t);
        svg_tree tree = draw(&t, kinds[kind].lanes, GP_DUTCH);
        assert_texts_keep_apart(&tree);
        uint32_t told = 0, bars = 0, named = 0, lane = 0;
        for (uint32_t i = 0; i < tree.count; i++) {
            bars +=
                svg_node_is(&tree.nodes[i], "bar") && strncmp(tree.nodes[i].id, "bar__", 5) == 0;
            if (!svg_node_is(&tree.nodes[i], "lane")) continue;
            uint32_t tally = read_tally(&tree, i), inside = 0;
            for (uint32_t k = 0; k < tree.count; k++)
                if (strncmp(tree.nodes[k].id, "bar__", 5) == 0)
                    inside += lane_of_bar(&tree, k, NULL) == lane;
            assert_true(tally > 0 && tally == inside);
            told += tally;
            lane++;
            const char *name = name_of_lane(tree.nodes[i].id, kinds[kind].prefix);
            if (!name || !*kinds[kind].prefix) continue;
            assert_lines_are_whole(&tree, i, name);
            named++;
        }
        assert_int_equal(told, bars);
        if (kind < 2) assert_int_equal(named, LONG_NAMES);
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
}

/* ---- order ---- */

#define OWNERS 12

/* Owners in the order of their names, 0 to 11, whose work is a chain in another order: each rests
 * on the one before it in `chain`. */
static void add_chain(test_draft *t, const uint32_t *chain)
{
    static char names[OWNERS][16];
    for (uint32_t i = 0; i < OWNERS; i++) {
        char id[16], requires[40] = "";
        snprintf(names[i], sizeof names[i], "owner %02u", (unsigned)chain[i]);
        for (uint32_t k = 0; k < 3; k++) {
            gp_capability capability = test_capability(20);
            capability.owner = names[i];
            snprintf(id, sizeof id, "c%u-%u", (unsigned)i, (unsigned)k);
            if (i) snprintf(requires, sizeof requires, "c%u-%u", (unsigned)i - 1, (unsigned)k);
            add_test_capability(t, id, capability, requires);
        }
    }
}

static void chains_of_lanes_stand_together(void **state)
{
    (void)state;
    uint64_t random = 1;
    for (int round = 0; round < 8; round++) {
        uint32_t chain[OWNERS], length = 0;
        for (uint32_t i = 0; i < OWNERS; i++) chain[i] = i;
        for (uint32_t i = OWNERS - 1; i > 0; i--) {
            uint32_t other = test_random(&random, i + 1), kept = chain[i];
            chain[i] = chain[other];
            chain[other] = kept;
        }
        test_draft t;
        start_test_draft(&t);
        add_chain(&t, chain);
        svg_tree tree = draw(&t, GP_LANES_OWNER, GP_ENGLISH);
        uint32_t last = 0;
        for (uint32_t i = 0; i < OWNERS; i++) {
            char id[16];
            snprintf(id, sizeof id, "c%u-0__1", (unsigned)i);
            uint32_t lane = lane_of_bar(&tree, find_bar(&tree, id), NULL);
            if (i) length += lane > last ? lane - last : last - lane;
            last = lane;
        }
        assert_true(length <= OWNERS + 5); /* the least is 11, by name it is about 47 */
        free_svg_tree(&tree);
        gp_job_free(t.job);
    }
}

/* ---- pages ---- */

static svg_frame ground_of(const svg_tree *tree, uint32_t lane)
{
    return tree->nodes[svg_find_class(tree, lane, tree->nodes[lane].end, "ground")].frame;
}

/* The last lane of a page, and how much of the page is full above it. */
static uint32_t last_lane(const svg_tree *tree, int64_t *above)
{
    uint32_t last = tree->count;
    int64_t top = 0;
    for (uint32_t i = tree->count; i-- > 0;) {
        if (!svg_node_is(&tree->nodes[i], "lane")) continue;
        if (last == tree->count) last = i;
        top = ground_of(tree, i).top;
    }
    assert_true(last < tree->count);
    *above = ground_of(tree, last).top - top;
    return last;
}

/* A lane goes on over the page only where it fits on none, or the page would be half empty. */
static void pages_end_with_lanes(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    const gp_schedule *schedule;
    uint32_t whole = 0;
    start_test_draft(&t);
    for (int i = 0; i < 60; i++) {
        char id[16], requires[40];
        for (int k = 0; k < 1 + i % 4; k++) {
            snprintf(id, sizeof id, "c%d-%d", i, k);
            add_test_capability(&t, id, test_capability(40 + 3 * i), "");
        }
        snprintf(id, sizeof id, "i%d", i);
        snprintf(requires, sizeof requires, "c%d-0", i);
        add_test_intervention(&t, id, test_intervention(GP_DEVELOP, 30), requires);
    }
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    const gp_roadmap_view view = {
        .lanes = GP_LANES_GOAL, .from = GP_NO_DAY, .to = GP_NO_DAY, .paper = GP_PAPER_A4};
    assert_int_equal(gp_draw_roadmap(t.job, schedule, &view, &picture), GP_OK);
    for (uint32_t i = 0; i + 1 < picture.page_count; i++) {
        int64_t above;
        svg_tree tree = read_svg_tree(picture.pages[i].text, picture.pages[i].size);
        uint32_t last = last_lane(&tree, &above);
        bool goes_on = strstr(picture.pages[i + 1].text, tree.nodes[last].id) != NULL;
        bool is_goal = strncmp(tree.nodes[last].id, "lane-goal-", 10) == 0;
        if (is_goal && above > tree.height / 3) {
            assert_false(goes_on);
            whole++;
        }
        free_svg_tree(&tree);
    }
    assert_true(whole >= 5);
    gp_job_free(t.job);
}

int main(void)
{
    struct CMUnitTest tests[LANE_ROWS + 4] = {
        [LANE_ROWS + 3] = {.name = "pages", .test_func = pages_end_with_lanes},
        [LANE_ROWS + 2] = {.name = "parent", .test_func = parents_part_where_they_do},
        [LANE_ROWS] = {.name = "heads", .test_func = heads_are_whole},
        [LANE_ROWS + 1] = {.name = "order", .test_func = chains_of_lanes_stand_together}};
    for (size_t i = 0; i < LANE_ROWS; i++) {
        tests[i].name = lane_rows[i].name;
        tests[i].test_func = bars_stand_in_their_lane;
        tests[i].initial_state = (void *)(uintptr_t)&lane_rows[i];
    }
    return _cmocka_run_group_tests("roadmap lanes", tests, LANE_ROWS + 4, NULL, NULL);
}
