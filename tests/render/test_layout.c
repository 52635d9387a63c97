/* SPDX-License-Identifier: MIT
 * Our own layout: granted wishes against the formula that defines them, how little moves when a
 * requirement is added, and layout files that hold too much, too little or something else. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "render/layers.h"
#include "tests/support_memory.h"
#include "tests/support_svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- wishes ---- */

#define WISHES 12

static int64_t floor_of(int64_t dividend, int64_t divisor)
{
    int64_t quotient = dividend / divisor;
    return quotient - (quotient * divisor > dividend);
}

/* The rising row nearest to the wishes: the largest over all starts of the smallest over all
 * ends of the means in between (Robertson, Wright and Dykstra 1988). */
static int64_t slow_place(const gp_wish *wishes, uint32_t count, uint32_t at)
{
    int64_t highest = INT64_MIN;
    for (uint32_t start = 0; start <= at; start++) {
        int64_t lowest = INT64_MAX;
        for (uint32_t end = at; end < count; end++) {
            int64_t sum = 0, weight = 0, room = 0;
            for (uint32_t i = 0; i <= end; i++) {
                room += i ? wishes[i].apart : 0;
                if (i < start) continue;
                sum += wishes[i].weight * (wishes[i].at - room);
                weight += wishes[i].weight;
            }
            int64_t mean = floor_of(sum, weight);
            if (mean < lowest) lowest = mean;
        }
        if (lowest > highest) highest = lowest;
    }
    return highest;
}

static void wishes_are_granted_fairly(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int turn = 0; turn < 3000; turn++) {
        gp_wish wishes[WISHES] = {{0}}, granted[WISHES];
        gp_wish_block scratch[WISHES];
        uint32_t count = 1 + test_random(&seed, WISHES);
        for (uint32_t i = 0; i < count; i++)
            wishes[i] = (gp_wish){.at = (gp_length)test_random(&seed, 200) - 100,
                                  .weight = 1 + test_random(&seed, turn % 2 ? 1 : 9),
                                  .apart = test_random(&seed, 30)};
        memcpy(granted, wishes, sizeof wishes);
        bool is_bound = turn % 3 == 0;
        gp_length low = is_bound ? 0 : -100000, high = is_bound ? 400 : 100000, room = 0;
        gp_grant_wishes(granted, count, low, high, scratch);
        for (uint32_t i = 1; i < count; i++) room += wishes[i].apart;
        gp_length top = high - room < low ? low : high - room, before = 0;
        for (uint32_t i = 0; i < count; i++) {
            before += i ? wishes[i].apart : 0;
            int64_t place = slow_place(wishes, count, i);
            place = place < low ? low : place > top ? top : place;
            assert_int_equal(granted[i].at, place + before);
        }
    }
}

/* ---- what moves ---- */

#define BOXES 200
#define ADDITIONS 20

/* requires[i] holds what i requires, each as "c12". */
typedef struct plan {
    char requires[BOXES][400];
} plan;

static void make_plan(plan *p)
{
    uint64_t seed = 3;
    memset(p, 0, sizeof *p);
    for (uint32_t i = 12; i < BOXES; i++)
        for (uint32_t k = 1 + test_random(&seed, 3); k > 0; k--) {
            uint32_t reach = i < 50 ? i : 50;
            char *end = p->requires[i] + strlen(p->requires[i]);
            sprintf(end, "%sc%u", end == p->requires[i] ? "" : " ",
                    i - 1 - test_random(&seed, reach));
        }
}

/* Boxes from 160 on are interventions. */
static gp_picture draw_plan(test_draft *t, const plan *p, const gp_path_view *view)
{
    gp_picture picture;
    const gp_schedule *schedule;
    start_test_draft(t);
    for (uint32_t i = 0; i < BOXES; i++) {
        char id[16];
        sprintf(id, "c%u", i);
        if (i < 160)
            add_test_capability(t, id, test_capability((int32_t)(i * 7 % 90)), p->requires[i]);
        else
            add_test_intervention(t, id, test_intervention(GP_DEVELOP, 14), p->requires[i]);
    }
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    assert_int_equal(gp_draw_path(t->job, schedule, view, &picture), GP_OK);
    return picture;
}

/* The corner of a box's outline, the first numbers of its shape. */
static bool find_corner(const gp_picture *picture, const char *id, int64_t *x, int64_t *y)
{
    char pattern[64];
    sprintf(pattern, "<g id=\"%s\"", id);
    const char *box = strstr(picture->text, pattern);
    if (!box) return false;
    const char *shape = strstr(box, "class=\"shape\"");
    assert_non_null(shape);
    int64_t numbers[2];
    svg_text rest = {shape, 60};
    assert_int_equal(svg_numbers(rest, numbers, 2), 2);
    *x = numbers[0], *y = numbers[1];
    return true;
}

static uint32_t count_moved(const gp_picture *before, const gp_picture *after)
{
    uint32_t moved = 0;
    for (uint32_t i = 0; i < BOXES; i++) {
        char id[32];
        int64_t x, y, new_x, new_y;
        sprintf(id, i < 160 ? "box__c%u__1" : "box__c%u", i);
        if (!find_corner(before, id, &x, &y) || !find_corner(after, id, &new_x, &new_y)) continue;
        moved += llabs(x - new_x) > 850 || llabs(y - new_y) > 250; /* less than half of any box */
    }
    return moved;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void little_moves(void **state)
{
    (void)state;
    static plan first, more;
    uint64_t seed = 11;
    uint32_t moved[ADDITIONS];
    test_draft t, other;
    gp_path_view view = {.intervention = GP_NONE, .is_stable = true};
    make_plan(&first);
    gp_picture before = draw_plan(&t, &first, &view);
    view.layout_text = before.layout_text;
    view.layout_size = before.layout_size;
    for (int i = 0; i < ADDITIONS; i++) {
        uint32_t from = 1 + test_random(&seed, BOXES - 1), to = test_random(&seed, from);
        if (to >= 160) to = 5;
        more = first;
        sprintf(more.requires[from] + strlen(more.requires[from]), "%sc%u",
                more.requires[from][0] ? " " : "", to);
        gp_picture after = draw_plan(&other, &more, &view);
        moved[i] = count_moved(&before, &after);
        gp_job_free(other.job);
    }
    qsort(moved, ADDITIONS, sizeof *moved, by_number);
    assert_true(moved[ADDITIONS / 2] * 100 <= BOXES * 20);
    gp_job_free(t.job);
}

/* A box that goes leaves the others where they are. */
static void what_goes_leaves_a_hole(void **state)
{
    (void)state;
    static plan first, less;
    test_draft t, other;
    gp_path_view view = {.intervention = GP_NONE, .is_stable = true};
    make_plan(&first);
    gp_picture before = draw_plan(&t, &first, &view);
    view.layout_text = before.layout_text;
    view.layout_size = before.layout_size;
    less = first;
    less.requires[199][0] = '\0';
    gp_picture after = draw_plan(&other, &less, &view);
    assert_true(count_moved(&before, &after) <= 2);
    gp_job_free(other.job);
    gp_job_free(t.job);
}

/* ---- layout files ---- */

#define HEAD "groeipad layout 1\npicture path\n"

typedef struct file {
    const char *text;
    gp_status status;
    bool holds; /* its line for c0 counts: column 3, top 100 */
} file;

static const file files[] = {
    {"", GP_OK, false},
    {HEAD "step 300\nbox__c0__1 column 3 top 100\n", GP_OK, true},
    {"groeipad layout 1\r\npicture path\r\nbox__c0__1 column 3 top 100\r\n", GP_OK, true},
    {HEAD "<<<<<<< ours\nbox__c0__1 column 3 top 100\n=======\nbox__c0__1 column 0 top 0\n"
          ">>>>>>> theirs\n",
     GP_OK, true},
    {HEAD "box__c0__1 band column 3 top 100\n", GP_OK, false},
    {HEAD "box__c0__1 row 3 place 100\n", GP_OK, false},
    {HEAD "box__c0__1 column 99999999999999999999 top 100\n", GP_OK, false},
    {HEAD "box__c0__1 column 3 top -100\n", GP_OK, false},
    {HEAD "box__c0__1 column 3 top 100 100 100 100 100\nbox__c0__1\n \n\n", GP_OK, false},
    {HEAD "step step\nstep 99999999999\nbox__c0__1 column 3 top 1.\n", GP_OK, false},
    {HEAD "box__c0__1 column 3 top 100", GP_OK, true}, /* cut off after its last digit */
    {"groeipad layout 1", GP_OK, false},
    {"groeipad layout 2\npicture path\n", GP_INVALID, false},
    {"groeipad layout 1\npicture path other\n", GP_INVALID, false},
    {"{\"groeipad\": 1}\n", GP_INVALID, false},
    {"\n", GP_INVALID, false},
};

static void files_are_read_with_care(void **state)
{
    const file *f = *state;
    test_draft t;
    const gp_schedule *schedule;
    gp_picture picture = {0};
    uint32_t count;
    start_test_draft(&t);
    add_test_capability(&t, "c0", test_capability(3), "");
    add_test_intervention(&t, "end", test_intervention(GP_DEVELOP, 3), "c0");
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    const gp_path_view view = {.intervention = GP_NONE,
                               .is_stable = true,
                               .layout_text = f->text,
                               .layout_size = strlen(f->text),
                               .layout_name = "p.layout"};
    gp_findings(t.job, &count);
    assert_int_equal(gp_draw_path(t.job, schedule, &view, &picture), f->status);
    const gp_finding *findings = gp_findings(t.job, &count);
    if (f->status != GP_OK) {
        assert_int_equal(findings[count - 1].code, 101);
        assert_string_equal(gp_source_name(t.job, findings[count - 1].place.source), "p.layout");
    } else {
        bool holds = strstr(picture.layout_text, "\nbox__c0__1 column 3 top 100\n") != NULL;
        assert_int_equal(holds, f->holds);
    }
    gp_job_free(t.job);
}

/* Every allocation fails in turn: the status says so, and nothing half-made comes back. */
static void memory_may_run_out(void **state)
{
    (void)state;
    test_draft t;
    const gp_schedule *schedule;
    gp_picture picture = {0}, image = {0};
    gp_status status = GP_NO_MEMORY;
    start_test_draft(&t);
    add_test_capability(&t, "c0", test_capability(3), "c1 gone");
    add_test_capability(&t, "c1", test_capability(3), "");
    add_test_capability(&t, "hope", test_capability(3), "");
    add_test_intervention(&t, "end", test_intervention(GP_DEVELOP, 3), "c0 c1+3d");
    assert_int_equal(gp_schedule_network(t.job, test_network(&t), NULL, &schedule), GP_OK);
    const gp_path_view view = {.intervention = GP_NONE,
                               .all_requirements = true,
                               .is_stable = true,
                               .layout_text = files[3].text,
                               .layout_size = strlen(files[3].text)};
    for (size_t attempt = 0; status != GP_OK; attempt++) {
        gp_fail_allocations_after(t.job, attempt);
        status = gp_draw_path(t.job, schedule, &view, &picture);
        gp_fail_allocations_after(t.job, SIZE_MAX);
        if (status == GP_OK) break;
        assert_says_memory_ran_out(t.job, status);
        assert_null(picture.text);
    }
    const gp_image_options pdf = {.format = GP_IMAGE_PDF, .title = "x"};
    status = GP_NO_MEMORY;
    for (size_t attempt = 0; status != GP_OK; attempt++) {
        gp_fail_allocations_after(t.job, attempt);
        status = gp_make_image(t.job, &picture, &pdf, &image);
        gp_fail_allocations_after(t.job, SIZE_MAX);
        if (status == GP_OK) break;
        assert_says_memory_ran_out(t.job, status);
        assert_null(image.text);
    }
    gp_job_free(t.job);
}

#define FILES (sizeof files / sizeof *files)

int main(void)
{
    struct CMUnitTest tests[FILES + 4];
    memset(tests, 0, sizeof tests);
    tests[FILES] = (struct CMUnitTest)cmocka_unit_test(wishes_are_granted_fairly);
    tests[FILES + 1] = (struct CMUnitTest)cmocka_unit_test(little_moves);
    tests[FILES + 2] = (struct CMUnitTest)cmocka_unit_test(what_goes_leaves_a_hole);
    tests[FILES + 3] = (struct CMUnitTest)cmocka_unit_test(memory_may_run_out);
    for (size_t i = 0; i < FILES; i++) {
        tests[i].name = "layout file";
        tests[i].test_func = files_are_read_with_care;
        tests[i].initial_state = (void *)(uintptr_t)&files[i];
    }
    return _cmocka_run_group_tests("layout", tests, FILES + 4, NULL, NULL);
}
