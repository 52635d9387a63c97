/* SPDX-License-Identifier: MIT
 * Frames around what belongs together: they do not overlap, each holds all the boxes of its group
 * and none of another, and arrows still lead to the right. Over many random layouts. */
#include "render/layout_groups.h"
#include "render/path_model.h"
#include "tests/support_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SEEDS 120

static void make_layout(gp_job *job, uint64_t *seed, gp_layout *layout, gp_frames *frames)
{
    uint32_t count = 1 + test_random(seed, 60), groups = 1 + test_random(seed, 7);
    if (groups > count) groups = count;
    uint32_t *group = GP_NEW(job, uint32_t, count);
    *layout = (gp_layout){.box_count = count, .boxes = GP_NEW(job, gp_layout_box, count)};
    layout->arrows = GP_NEW(job, gp_layout_arrow, 4 * (size_t)count);
    assert_true(group && layout->boxes && layout->arrows);
    uint32_t density = test_random(seed, 5);
    for (uint32_t i = 0; i < count; i++) {
        layout->boxes[i].size = (gp_point){GP_UNITS(200), GP_UNITS(40 + test_random(seed, 60))};
        group[i] = i < groups ? i : test_random(seed, groups); /* each has a box */
        uint32_t from = i ? test_random(seed, i) : 0;
        for (uint32_t k = 0; i && k < density && from < i; k++, from += 1 + test_random(seed, 9))
            layout->arrows[layout->arrow_count++] = (gp_layout_arrow){.from = from, .to = i};
    }
    *frames =
        (gp_frames){.group = group, .count = groups, .is_in_sequence = test_random(seed, 2) == 1};
}

static bool overlap(gp_point a, gp_point a_size, gp_point b, gp_point b_size)
{
    return a.x < b.x + b_size.x && b.x < a.x + a_size.x && a.y < b.y + b_size.y &&
           b.y < a.y + a_size.y;
}

static bool is_inside(gp_point at, gp_point size, const gp_frame *frame)
{
    return at.x >= frame->at.x && at.y >= frame->at.y + GP_FRAME_HEAD &&
           at.x + size.x <= frame->at.x + frame->size.x &&
           at.y + size.y <= frame->at.y + frame->size.y;
}

static void frames_hold_their_boxes(const gp_layout *layout, const gp_frames *frames)
{
    for (uint32_t i = 0; i < layout->box_count; i++) {
        const gp_layout_box *box = &layout->boxes[i];
        for (uint32_t g = 0; g < frames->count; g++) {
            const gp_frame *frame = &frames->frames[g];
            if (g == frames->group[i])
                assert_true(is_inside(box->at, box->size, frame));
            else
                assert_false(overlap(box->at, box->size, frame->at, frame->size));
        }
        for (uint32_t k = 0; k < i; k++)
            assert_false(overlap(box->at, box->size, layout->boxes[k].at, layout->boxes[k].size));
    }
    for (uint32_t g = 0; g < frames->count; g++)
        for (uint32_t h = 0; h < g; h++)
            assert_false(overlap(frames->frames[g].at, frames->frames[g].size, frames->frames[h].at,
                                 frames->frames[h].size));
}

static void arrows_lead_to_the_right(const gp_layout *layout)
{
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const gp_layout_arrow *arrow = &layout->arrows[i];
        const gp_layout_box *from = &layout->boxes[arrow->from], *to = &layout->boxes[arrow->to];
        assert_true(from->at.x + from->size.x < to->at.x);
        assert_true(arrow->point_count >= 4);
        assert_int_equal(arrow->points[0].x, from->at.x + from->size.x);
        assert_int_equal(arrow->tip.x, to->at.x);
        assert_true(arrow->tip.y > to->at.y && arrow->tip.y < to->at.y + to->size.y);
    }
}

static void frames_are_disjoint_and_complete(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < SEEDS; i++) {
        gp_layout layout;
        gp_frames frames;
        gp_job *job = gp_job_new();
        make_layout(job, &seed, &layout, &frames);
        assert_int_equal(gp_lay_out_groups(job, &layout, &frames), GP_OK);
        frames_hold_their_boxes(&layout, &frames);
        arrows_lead_to_the_right(&layout);
        gp_job_free(job);
    }
}

/* A chain of groups comes out as a chain, whatever their numbers. */
static void groups_that_arrows_join_are_neighbours(void **state)
{
    (void)state;
    static const uint32_t chain[] = {3, 0, 4, 1, 2}; /* groups, in the order of the arrows */
    enum { GROUPS = sizeof chain / sizeof *chain };
    gp_layout_box boxes[GROUPS] = {{.column = 0}};
    gp_layout_arrow arrows[GROUPS] = {{.from = 0}};
    uint32_t order[GROUPS], place[GROUPS];
    for (uint32_t i = 0; i + 1 < GROUPS; i++) arrows[i] = (gp_layout_arrow){.from = i, .to = i + 1};
    gp_layout layout = {
        .boxes = boxes, .box_count = GROUPS, .arrows = arrows, .arrow_count = GROUPS - 1};
    gp_frames frames = {.group = chain, .count = GROUPS};
    gp_job *job = gp_job_new();
    assert_int_equal(gp_order_groups(job, &layout, &frames, order), GP_OK);
    for (uint32_t i = 0; i < GROUPS; i++) place[order[i]] = i;
    uint32_t far = 0;
    for (uint32_t i = 0; i + 1 < GROUPS; i++) {
        uint32_t a = place[chain[i]], b = place[chain[i + 1]];
        far += a > b ? a - b : b - a;
    }
    assert_in_range(far, GROUPS - 1, GROUPS + 1);
    frames.is_in_sequence = true;
    assert_int_equal(gp_order_groups(job, &layout, &frames, order), GP_OK);
    for (uint32_t i = 0; i < GROUPS; i++) assert_int_equal(order[i], i);
    gp_job_free(job);
}

/* What no arrow leads to stands well anywhere: no search for a better place, however many. */
static void boxes_without_arrows_take_no_time(void **state)
{
    (void)state;
    enum { BOXES = 5000 };
    gp_job *job = gp_job_new();
    gp_layout layout = {.box_count = BOXES, .boxes = GP_NEW(job, gp_layout_box, BOXES)};
    gp_frames frames = {.count = 1, .group = GP_NEW(job, uint32_t, BOXES)};
    assert_true(layout.boxes && frames.group);
    for (uint32_t i = 0; i < BOXES; i++)
        layout.boxes[i].size = (gp_point){GP_UNITS(200), GP_UNITS(40)};
    clock_t start = clock();
    assert_int_equal(gp_lay_out_groups(job, &layout, &frames), GP_OK);
    assert_true(clock() - start < 10 * CLOCKS_PER_SEC); /* a column of a square of steps: minutes */
    gp_job_free(job);
}

/* ---- which group ---- */

static gp_path_groups groups_of(test_draft *t, gp_grouping by, const gp_network **network)
{
    const gp_schedule *schedule;
    gp_path_groups groups;
    static const char *const tags[] = {"first", "second", NULL};
    gp_capability owned = test_capability(10), part = test_capability(10);
    gp_intervention early = test_intervention(GP_EXPLORE, 14);
    owned.owner = "IT", owned.tags = tags;
    early.owner = "HRM";
    add_test_capability(t, "owned", owned, "");
    add_test_capability(t, "part", part, "owned");
    assert_int_equal(gp_draft_parent(t->draft, "owned", 5, (gp_place){0}), GP_OK);
    add_test_intervention(t, "early", early, "part gone");
    *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, *network, NULL, &schedule), GP_OK);
    const gp_path_view view = {.intervention = GP_NONE, .group = by};
    assert_int_equal(gp_group_path(t->job, schedule, &view, (*network)->order,
                                   (*network)->activity_count, &groups),
                     GP_OK);
    return groups;
}

static const char *group_name(const gp_path_groups *groups, const gp_network *network,
                              const char *id)
{
    uint32_t activity = gp_find_activity(network, gp_find_symbol(network->portfolio, id), 0);
    return groups->groups[groups->of[activity]].name;
}

static void each_is_in_its_group(void **state)
{
    (void)state;
    static const struct {
        gp_grouping by;
        uint32_t count;
        const char *owned, *part, *early, *gone;
    } rows[] = {
        {GP_GROUP_OWNER, 3, "IT", "No owner given", "HRM", "No owner given"},
        {GP_GROUP_TAG, 2, "first", "No tag given", "No tag given", "No tag given"},
        {GP_GROUP_PARENT, 2, "owned", "owned", "Part of nothing", "Part of nothing"},
        {GP_GROUP_STAGE, 1, "explore", "explore", "explore", "explore"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_draft t;
        const gp_network *network;
        start_test_draft(&t);
        gp_path_groups groups = groups_of(&t, rows[i].by, &network);
        assert_int_equal(groups.count, rows[i].count);
        assert_string_equal(group_name(&groups, network, "owned"), rows[i].owned);
        assert_string_equal(group_name(&groups, network, "part"), rows[i].part);
        assert_string_equal(group_name(&groups, network, "early"), rows[i].early);
        assert_string_equal(group_name(&groups, network, "gone"), rows[i].gone);
        gp_job_free(t.job);
    }
}

/* As many frames as there are columns, and many of both: drawn without. */
static void too_many_groups_are_no_frames(void **state)
{
    (void)state;
    enum { STEPS = 1500 };
    static char ids[STEPS][8];
    test_draft t;
    const gp_schedule *schedule;
    const gp_path_model *model;
    start_test_draft(&t);
    for (int i = 0; i < STEPS; i++) {
        gp_capability capability = test_capability(1);
        snprintf(ids[i], sizeof ids[i], "c%d", i);
        capability.owner = ids[i];
        add_test_capability(&t, ids[i], capability, i ? ids[i - 1] : "");
    }
    const gp_network *network = test_network(&t);
    assert_int_equal(gp_schedule_network(t.job, network, NULL, &schedule), GP_OK);
    const gp_path_view view = {.intervention = GP_NONE, .group = GP_GROUP_OWNER};
    assert_int_equal(gp_model_path(t.job, schedule, &view, &model), GP_OK);
    assert_true(model->has_too_many_groups);
    assert_int_equal(model->groups.count, 0);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_are_disjoint_and_complete),
        cmocka_unit_test(groups_that_arrows_join_are_neighbours),
        cmocka_unit_test(boxes_without_arrows_take_no_time),
        cmocka_unit_test(each_is_in_its_group),
        cmocka_unit_test(too_many_groups_are_no_frames),
    };
    return cmocka_run_group_tests_name("frames of the path", tests, NULL, NULL);
}
