/* SPDX-License-Identifier: MIT
 * The page that a development path fills, as properties of many random layouts: no boxes overlap,
 * no arrow leads to the left or runs through a box, everything is on the page, and the page has
 * the shape of one; columns that are periods hold what begins in them; pieces are packed. */
#include "tests/support_draft.h"
#include "core/job.h"
#include "groeipad/render.h"
#include "render/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- layouts ---- */

#define WIDE GP_UNITS(200)
#define LAYOUTS 48
#define PERIODS 5

static int by_ends(const void *a, const void *b)
{
    const gp_layout_arrow *x = a, *y = b;
    if (x->to != y->to) return x->to < y->to ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

static uint32_t keep_single(gp_layout_arrow *arrows, uint32_t count)
{
    uint32_t kept = 0;
    if (count) qsort(arrows, count, sizeof *arrows, by_ends);
    for (uint32_t i = 0; i < count; i++)
        if (!kept || by_ends(&arrows[kept - 1], &arrows[i]) != 0) arrows[kept++] = arrows[i];
    return kept;
}

/* A few programmes of their own, with some arrows across; 20 boxes, or so many more. */
static gp_layout make_layout(gp_job *job, uint64_t *seed, uint32_t more, bool has_periods)
{
    uint32_t count = 20 + test_random(seed, more), across = test_random(seed, 20), arrows = 0;
    gp_layout layout = {.box_count = count,
                        .boxes = GP_NEW(job, gp_layout_box, count),
                        .arrows = GP_NEW(job, gp_layout_arrow, (size_t)4 * count),
                        .period_count = has_periods ? PERIODS : 0};
    for (uint32_t i = 0; i < count; i++) {
        layout.boxes[i].size = (gp_point){WIDE, GP_UNITS(60 + test_random(seed, 40))};
        layout.boxes[i].period = has_periods ? test_random(seed, PERIODS) : 0;
        layout.height += layout.boxes[i].size.y + GP_ROW_GAP;
        for (uint32_t k = i ? test_random(seed, 3) : 0; k > 0; k--) {
            uint32_t back = 6 * (1 + test_random(seed, 8));
            if (test_random(seed, 100) < across) back = 1 + test_random(seed, i);
            if (back <= i) layout.arrows[arrows++] = (gp_layout_arrow){.from = i - back, .to = i};
        }
    }
    layout.arrow_count = keep_single(layout.arrows, arrows);
    do { /* twice as much room as the boxes take, as wide as tall */
        layout.width++;
    } while (layout.width * (WIDE + GP_COLUMN_GAP) * layout.width < 2 * layout.height);
    layout.height = 2 * layout.height / layout.width;
    return layout;
}

static void boxes_keep_apart(const gp_layout *layout)
{
    for (uint32_t i = 0; i < layout->box_count; i++) {
        const gp_layout_box *a = &layout->boxes[i];
        assert_true(a->at.x >= 0 && a->at.x + a->size.x <= layout->size.x);
        assert_true(a->at.y >= 0 && a->at.y + a->size.y <= layout->size.y);
        for (uint32_t k = i + 1; k < layout->box_count; k++) {
            const gp_layout_box *b = &layout->boxes[k];
            bool is_beside = a->at.x + a->size.x <= b->at.x || b->at.x + b->size.x <= a->at.x;
            bool is_apart = a->at.y + a->size.y + GP_ROW_GAP <= b->at.y + 1 ||
                            b->at.y + b->size.y + GP_ROW_GAP <= a->at.y + 1;
            assert_true(is_beside || is_apart);
        }
    }
}

static gp_length bezier(gp_length a, gp_length b, gp_length c, gp_length d, int64_t t)
{
    const int64_t s = 16 - t;
    return (s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d) / 4096;
}

/* The point is in no box but those at the arrow's ends. */
static void is_in_the_open(const gp_layout *layout, const gp_layout_arrow *arrow, gp_point point)
{
    for (uint32_t i = 0; i < layout->box_count; i++) {
        const gp_layout_box *b = &layout->boxes[i];
        if (i == arrow->from || i == arrow->to) continue;
        assert_false(point.x > b->at.x && point.x < b->at.x + b->size.x && point.y > b->at.y &&
                     point.y < b->at.y + b->size.y);
    }
}

/* Straight from left to right, but for boxes that it goes around. */
static void arrow_is_fine(const gp_layout *layout, const gp_layout_arrow *arrow)
{
    const gp_layout_box *from = &layout->boxes[arrow->from], *to = &layout->boxes[arrow->to];
    const gp_point *p = arrow->points;
    assert_true(from->at.x + from->size.x < to->at.x);
    assert_int_equal(p[0].x, from->at.x + from->size.x);
    assert_int_equal(arrow->tip.x, to->at.x);
    for (uint32_t i = 0; i + 3 < arrow->point_count; i += 3)
        for (int64_t t = 0; t <= 16; t++) {
            gp_point at = {bezier(p[i].x, p[i + 1].x, p[i + 2].x, p[i + 3].x, t),
                           bezier(p[i].y, p[i + 1].y, p[i + 2].y, p[i + 3].y, t)};
            assert_true(at.x >= p[i].x && at.x <= p[i + 3].x);
            is_in_the_open(layout, arrow, at);
        }
}

/* Each box in a column of its period, or of the last of those that it waits for. */
static void periods_hold(gp_job *job, const gp_layout *layout)
{
    uint32_t *period = GP_NEW(job, uint32_t, layout->box_count);
    const uint32_t *first = layout->period_column;
    for (uint32_t i = 0; i < layout->box_count; i++) period[i] = layout->boxes[i].period;
    for (uint32_t i = 0; i < layout->arrow_count; i++) { /* arrows lead to higher numbers */
        const gp_layout_arrow *arrow = &layout->arrows[i];
        if (period[arrow->to] < period[arrow->from]) period[arrow->to] = period[arrow->from];
    }
    assert_int_equal(first[0], 0);
    for (uint32_t i = 0; i < layout->box_count; i++) {
        assert_true(layout->boxes[i].column >= first[period[i]]);
        assert_true(layout->boxes[i].column < first[period[i] + 1]);
    }
}

static void layouts_are_pages(void **state)
{
    (void)state;
    uint64_t seed = 2022;
    for (uint32_t turn = 0; turn < LAYOUTS; turn++) {
        gp_job *job = gp_job_new();
        bool has_periods = turn % 3 == 2;
        gp_layout layout = make_layout(job, &seed, turn % 8 ? 180 : 380, has_periods);
        assert_int_equal(gp_lay_out(job, &layout), GP_OK);
        boxes_keep_apart(&layout);
        for (uint32_t i = 0; i < layout.arrow_count; i++) arrow_is_fine(&layout, &layout.arrows[i]);
        if (has_periods)
            periods_hold(job, &layout);
        else
            assert_true(layout.size.x < 3 * layout.size.y && layout.size.y < 3 * layout.size.x);
        gp_job_free(job);
    }
}

/* What no arrow joins stands beside and under each other: sixty pairs need no column of sixty. */
static void pairs_are_packed(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_layout layout = {.box_count = 120,
                        .boxes = GP_NEW(job, gp_layout_box, 120),
                        .arrow_count = 60,
                        .arrows = GP_NEW(job, gp_layout_arrow, 60),
                        .width = 8,
                        .height = GP_UNITS(1200)};
    for (uint32_t i = 0; i < 120; i++) layout.boxes[i].size = (gp_point){WIDE, GP_UNITS(60)};
    for (uint32_t i = 0; i < 60; i++)
        layout.arrows[i] = (gp_layout_arrow){.from = 2 * i, .to = 2 * i + 1};
    assert_int_equal(gp_lay_out(job, &layout), GP_OK);
    boxes_keep_apart(&layout);
    assert_true(layout.size.y <= 15 * GP_UNITS(80));
    for (uint32_t i = 0; i < 60; i++) {
        const gp_layout_box *from = &layout.boxes[2 * i], *to = &layout.boxes[2 * i + 1];
        assert_int_equal(to->column, from->column + 1);
        assert_int_equal(to->at.y, from->at.y);
    }
    gp_job_free(job);
}

/* ---- pictures ---- */

/* Capabilities in programmes, a third as many interventions on top of them. */
static const gp_schedule *make_portfolio(test_draft *t, uint32_t count, uint64_t seed)
{
    const gp_schedule *schedule;
    start_test_draft(t);
    for (uint32_t i = 0; i < count; i++) {
        char id[16], requires[64] = "";
        bool is_intervention = i % 4 == 3;
        for (uint32_t k = is_intervention ? 1 : test_random(&seed, 3); k > 0 && i; k--) {
            uint32_t back = 12 * (1 + test_random(&seed, 4)) + (is_intervention ? 1 : 0);
            uint32_t to = test_random(&seed, 8) ? i - back : test_random(&seed, i);
            if (back > i || to % 4 == 3) continue;
            sprintf(requires + strlen(requires), "%sc%u", requires[0] ? " " : "", to);
        }
        sprintf(id, "c%u", i);
        if (is_intervention)
            add_test_intervention(t, id, test_intervention(GP_DEVELOP, 14), requires);
        else
            add_test_capability(t, id, test_capability((int32_t)test_random(&seed, 400)), requires);
    }
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    return schedule;
}

static double aspect_of(const gp_picture *picture)
{
    double width = 0, height = 0;
    const char *box = strstr(picture->text, "viewBox=\"0 0 ");
    assert_non_null(box);
    assert_int_equal(sscanf(box, "viewBox=\"0 0 %lf %lf", &width, &height), 2);
    return width / height;
}

static void pictures_have_the_shape_of_a_page(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 16; i++) {
        test_draft t;
        gp_picture picture = {0};
        const gp_schedule *schedule = make_portfolio(&t, 20 + i * i * 380 / 225, i + 1);
        assert_int_equal(gp_draw_path(t.job, schedule, NULL, &picture), GP_OK);
        assert_true(aspect_of(&picture) >= 0.7 && aspect_of(&picture) <= 2);
        gp_job_free(t.job);
    }
}

/* ---- columns ---- */

static const gp_planning yearly = {.round = {.months = 12, .unit = GP_DURATION_CALENDAR},
                                   .from = 120}; /* 1970-05-01 */

static gp_status draw_columns(test_draft *t, const gp_planning *planning, gp_columns columns,
                              gp_picture *out)
{
    const gp_schedule *schedule;
    start_test_draft(t);
    if (planning) gp_draft_settings(t->draft)->planning = *planning;
    add_test_capability(t, "early", test_capability(10), "");
    add_test_capability(t, "late", test_capability(200), "early");
    add_test_intervention(t, "goal", test_intervention(GP_DEVELOP, 400), "late");
    add_test_intervention(t, "alone", test_intervention(GP_DEVELOP, 3), "");
    assert_int_equal(gp_schedule_network(t->job, test_network(t), NULL, &schedule), GP_OK);
    const gp_path_view view = {.intervention = GP_NONE, .columns = columns};
    return gp_draw_path(t->job, schedule, &view, out);
}

/* How often a heading stands in the picture. */
static uint32_t count_text(const gp_picture *picture, const char *text)
{
    uint32_t count = 0;
    for (const char *at = picture->text; (at = strstr(at, text)); at++) count++;
    return count;
}

static void years_are_headings(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    assert_int_equal(draw_columns(&t, NULL, GP_COLUMNS_YEAR, &picture), GP_OK);
    assert_int_equal(count_text(&picture, "class=\"period\""), 2);
    assert_int_equal(count_text(&picture, "aria-label=\"1970: 4 begin \xC2\xB7 1 goes live\""), 1);
    assert_int_equal(count_text(&picture, "aria-label=\"1971: 0 begin \xC2\xB7 1 goes live\""), 1);
    gp_job_free(t.job);
}

/* Rounds begin in May: what begins before the first stands under a heading of its own. */
static void rounds_are_headings(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    assert_int_equal(draw_columns(&t, &yearly, GP_COLUMNS_ROUND, &picture), GP_OK);
    assert_int_equal(count_text(&picture, "class=\"period\""), 3);
    assert_int_equal(count_text(&picture, "aria-label=\"1969-05-01: "), 1);
    assert_int_equal(count_text(&picture, "aria-label=\"1970-05-01: "), 1);
    assert_int_equal(count_text(&picture, "aria-label=\"1971-05-01: "), 1);
    gp_job_free(t.job);
}

static void rounds_need_rounds(void **state)
{
    (void)state;
    test_draft t;
    gp_picture picture = {0};
    uint32_t count;
    assert_int_equal(draw_columns(&t, NULL, GP_COLUMNS_ROUND, &picture), GP_INVALID);
    const gp_finding *findings = gp_findings(t.job, &count);
    assert_int_equal(findings[count - 1].code, 807);
    assert_null(picture.text);
    gp_job_free(t.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layouts_are_pages),
        cmocka_unit_test(pairs_are_packed),
        cmocka_unit_test(pictures_have_the_shape_of_a_page),
        cmocka_unit_test(years_are_headings),
        cmocka_unit_test(rounds_are_headings),
        cmocka_unit_test(rounds_need_rounds),
    };
    return cmocka_run_group_tests_name("path page", tests, NULL, NULL);
}
