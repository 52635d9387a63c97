/* SPDX-License-Identifier: MIT
 * The picture of risk, of an answer that one can work out by hand: marks and lines stand on their
 * days, figures are those of the bars, the least sure comes first. */
#include "core/job.h"
#include "render/risk_picture.h"
#include "tests/support_draft.h"
#include "tests/support_risk.h"
#include "tests/support_svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define DRAWS 100u
#define DAY_0 20000 /* 2024-10-04 */

/* Two interventions and a capability of two weeks that both rest on. */
typedef struct hand_made {
    test_draft draft;
    test_risk risk;
    gp_risk_live lives[2];
    gp_risk_by by[2];
    gp_risk_step steps[1];
} hand_made;

static const gp_risk_bar early[] = {{DAY_0, 60}, {DAY_0 + 20, 40}};
static const gp_risk_bar late[] = {{DAY_0, 10}, {DAY_0 + 10, 50}, {DAY_0 + 30, 40}};

static gp_risk_live live_of(uint32_t intervention, const gp_risk_bar *bars, uint32_t count,
                            gp_day needed_by)
{
    gp_risk_live live = {.intervention = intervention,
                         .needed_by = needed_by,
                         .plan = DAY_0 + 5,
                         .bars = bars,
                         .bar_count = count};
    tell_live(&live, DRAWS);
    return live;
}

static void set_up(hand_made *made)
{
    const gp_network *network;
    const gp_schedule *schedule;
    start_test_draft(&made->draft);
    add_test_capability(&made->draft, "team", test_capability(14), "");
    add_test_intervention(&made->draft, "first", test_intervention(GP_STAGE_NONE, 7), "team");
    add_test_intervention(&made->draft, "second", test_intervention(GP_STAGE_NONE, 7), "team");
    const gp_portfolio *portfolio = finish_test_draft(&made->draft);
    gp_job *job = made->draft.job;
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    make_risk(job, schedule, &made->risk);
    made->lives[0] = live_of(0, early, 2, DAY_0 + 3);
    made->lives[1] = live_of(1, late, 3, DAY_0 + 3);
    made->by[0] = (gp_risk_by){0, 0.9f, 0.8f, 0, 0};
    made->by[1] = (gp_risk_by){1, 0.5f, 0.2f, 0, 0};
    made->steps[0] = (gp_risk_step){.activity = gp_find_activity(network, 0, 1),
                                    .criticality = 0.9,
                                    .by = made->by,
                                    .by_count = 2,
                                    .identify_by = {GP_NO_DAY, GP_NO_DAY, GP_NO_DAY}};
    gp_risk_answer *answer = &made->risk.answer;
    answer->draws = DRAWS;
    answer->lives = made->lives;
    answer->steps_of = made->steps;
    answer->steps = 1;
    answer->effect_count = answer->together_count = 0;
}

static gp_risk_picture picture_of(hand_made *made, uint32_t most)
{
    gp_risk_picture picture = {.answer = &made->risk.answer};
    gp_job *job = made->draft.job;
    assert_int_equal(gp_start_sheet(&picture.sheet, job, &made->risk.schedule, GP_ENGLISH), GP_OK);
    assert_int_equal(gp_find_risk_cards(&picture, most), GP_OK);
    assert_int_equal(gp_find_risk_levers(&picture), GP_OK);
    return picture;
}

static const char *drawn(hand_made *made)
{
    gp_picture picture;
    assert_int_equal(
        gp_draw_risk(made->draft.job, &made->risk.schedule, &made->risk.answer, NULL, &picture),
        GP_OK);
    return picture.text;
}

/* ---- which cards, and what they vary with ---- */

static void the_least_sure_comes_first(void **state)
{
    (void)state;
    hand_made made;
    set_up(&made);
    gp_risk_picture picture = picture_of(&made, 40);
    assert_int_equal(picture.card_count, 2);
    assert_int_equal(picture.cards[0].live->intervention, 1); /* 10 % against 60 % */
    assert_int_equal(picture.unsure_count, 1);
    made.lives[1] = live_of(1, late, 3, GP_NO_DAY); /* nothing is asked of it: last */
    picture = picture_of(&made, 40);
    assert_int_equal(picture.cards[0].live->intervention, 0);
    assert_int_equal(picture.needed_count, 1);
    picture = picture_of(&made, 1);
    assert_int_equal(picture.card_count, 1);
    assert_int_equal(picture.found_count, 2);
    gp_job_free(made.draft.job);
}

/* On one day whatever is drawn: no card, and counted. */
static void what_does_not_vary_has_no_card(void **state)
{
    (void)state;
    static const gp_risk_bar one[] = {{DAY_0 + 5, 100}};
    hand_made made;
    set_up(&made);
    made.lives[0] = live_of(0, one, 1, DAY_0 + 3);
    gp_risk_picture picture = picture_of(&made, 40);
    assert_int_equal(picture.card_count, 1);
    assert_int_equal(picture.certain.count, 1);
    assert_int_equal(picture.certain.late_count, 1);
    assert_int_equal(picture.unsure_count, 2);
    assert_non_null(strstr(drawn(&made), "1 has no card: nothing that decides its date varies; of "
                                         "these 1 is too late."));
    made.lives[0].not_before = 1; /* it may still be later: a card */
    assert_int_equal(picture_of(&made, 40).card_count, 2);
    made.lives[0] = live_of(0, one, 1, DAY_0 + 3);
    made.lives[1] = live_of(1, one, 1, GP_NO_DAY);
    assert_non_null(strstr(drawn(&made), "Whatever is drawn, these dates stay the same."));
    made.lives[1].varies = true; /* and all draws are on one day */
    picture = picture_of(&made, 40);
    assert_int_equal(picture.certain.count, 1);
    assert_int_equal(picture.same.count, 1);
    assert_non_null(strstr(drawn(&made), "1 has no card: nothing that decides its date varies; of "
                                         "these 1 is too late. 1 has no card: live on the same day "
                                         "in all 100 draws."));
    assert_non_null(strstr(drawn(&made), "These dates were the same in all draws"));
    made.risk.portfolio.status_date = DAY_0 + 5; /* today at the earliest */
    assert_int_equal(picture_of(&made, 40).done_count, 0);
    made.risk.portfolio.status_date = DAY_0 + 6; /* live already */
    assert_int_equal(picture_of(&made, 40).done_count, 2);
    gp_job_free(made.draft.job);
}

static void a_deviation_is_that_of_the_bars(void **state)
{
    (void)state;
    static const gp_risk_bar two[] = {{100, 50}, {120, 50}}, one[] = {{7, 100}};
    const gp_risk_live rows[] = {{.bars = two, .bar_count = 2}, {.bars = one, .bar_count = 1}, {0}};
    assert_true(gp_risk_deviation(&rows[0]) == 10);
    assert_true(gp_risk_deviation(&rows[1]) == 0);
    assert_true(gp_risk_deviation(&rows[2]) == 0);
}

/* 0.8 times the deviation of "first", which is 20 sqrt(0.6 x 0.4); the other has no correlation
 * but what chance gives. */
static void a_step_moves_a_date_by_its_correlation(void **state)
{
    (void)state;
    hand_made made;
    set_up(&made);
    gp_risk_picture picture = picture_of(&made, 40);
    const gp_risk_card *first = &picture.cards[1], *second = &picture.cards[0];
    assert_int_equal(first->step_count, 1);
    assert_true(first->levers[0].days > 7.83 && first->levers[0].days < 7.84);
    assert_int_equal(second->step_count, 0);
    made.by[0].criticality = 0; /* never on the path: it moves nothing */
    picture = picture_of(&made, 40);
    assert_int_equal(picture.cards[1].step_count, 0);
    gp_job_free(made.draft.job);
}

/* Ten rows, of which risks keep four where steps want all. */
static void the_longest_bars_have_a_row(void **state)
{
    (void)state;
    static const struct {
        uint32_t risks, steps, risks_shown, steps_shown;
    } rows[] = {{0, 3, 0, 3}, {7, 2, 7, 2}, {7, 30, 4, 6}, {12, 0, 10, 0}, {2, 30, 2, 8}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        hand_made made;
        set_up(&made);
        gp_risk_step steps[30];
        gp_risk_by by[30];
        gp_risk_effect effects[12];
        gp_risk_delay delays[12];
        for (uint32_t k = 0; k < rows[i].steps; k++) {
            by[k] = (gp_risk_by){1, 1, 0.4f + 0.01f * (float)k, 1, 1};
            steps[k] = made.steps[0];
            steps[k].by = &by[k];
            steps[k].by_count = 1;
        }
        for (uint32_t k = 0; k < rows[i].risks; k++) {
            delays[k] = (gp_risk_delay){1, 3 + k, -1};
            effects[k] = (gp_risk_effect){k, 10, &delays[k], 1};
        }
        gp_risk_answer *answer = &made.risk.answer;
        answer->steps_of = steps;
        answer->steps = rows[i].steps;
        answer->effects = effects;
        answer->effect_count = rows[i].risks;
        const gp_risk_picture picture = picture_of(&made, 40);
        const gp_risk_card *card = &picture.cards[0];
        assert_int_equal(card->risk_count, rows[i].risks_shown);
        assert_int_equal(card->step_count, rows[i].steps_shown);
        assert_int_equal(card->other_risks, rows[i].risks - rows[i].risks_shown);
        assert_int_equal(card->other_steps, rows[i].steps - rows[i].steps_shown);
        for (uint32_t k = 1; k < card->risk_count + card->step_count; k++)
            assert_true(k == card->risk_count || card->levers[k].days < card->levers[k - 1].days);
        gp_job_free(made.draft.job);
    }
}

/* ---- what is drawn ---- */

static void figures_are_those_of_the_bars(void **state)
{
    (void)state;
    static const char *const shown[] = {
        "second: 10\xC2\xA0% chance to be live by 2024-10-07; 80\xC2\xA0% sure by 2024-11-03",
        ">50\xC2\xA0%: 2024-10-14</text>",
        ">80\xC2\xA0%: 2024-11-03</text>",
        ">50\xC2\xA0%: 2024-10-04</text>",
        ">80\xC2\xA0%: 2024-10-24</text>",
        ">needed 2024-10-07: 60\xC2\xA0%</text>",
        ">plan 2024-10-09: 60\xC2\xA0%</text>",
        ">8</text>"};
    hand_made made;
    set_up(&made);
    const char *text = drawn(&made);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        if (!strstr(text, shown[i])) print_error("not there: %s\n", shown[i]);
        assert_non_null(strstr(text, shown[i]));
    }
    gp_job_free(made.draft.job);
}

/* What a mitigation adds has a bar behind that of the risk, also of a risk that costs nothing. */
static void a_mitigation_may_lose_days(void **state)
{
    (void)state;
    hand_made made;
    set_up(&made);
    gp_risk risks[] = {{.id = "tender", .name = "Tender"}, {.id = "strike", .name = "Strike"}};
    gp_risk_delay delays[] = {{1, 4, 24}, {1, 0, 12}};
    gp_risk_effect effects[] = {{0, 10, &delays[0], 1}, {1, 10, &delays[1], 1}};
    made.risk.portfolio.risks = risks;
    made.risk.portfolio.risk_count = 2;
    made.risk.answer.effects = effects;
    made.risk.answer.effect_count = 2;
    const gp_risk_picture picture = picture_of(&made, 40);
    assert_int_equal(picture.cards[0].risk_count, 2);
    assert_int_equal(picture.cards[0].levers[0].subject, 0); /* it reaches farther */
    gp_picture out;
    assert_int_equal(
        gp_draw_risk(made.draft.job, &made.risk.schedule, &made.risk.answer, NULL, &out), GP_OK);
    svg_document document = read_svg(out.text, out.size);
    int64_t solid = 0, end = 0, added = 0;
    for (uint32_t i = 0; i < document.count && !added; i++) {
        const svg_element *element = &document.elements[i];
        if (svg_has_class(element, "lever") && svg_has_class(element, "risk")) {
            solid = svg_number(element, "width");
            end = svg_number(element, "x") + solid;
        }
        if (!svg_has_class(element, "added")) continue;
        added = svg_number(element, "width");
        assert_int_equal(svg_number(element, "x"), end);
    }
    assert_true(solid > 0 && added >= 5 * solid - 3 && added <= 5 * solid + 3);
    free_svg(&document);
    assert_non_null(strstr(out.text, ">4 \xE2\x86\x92 24</text>"));
    assert_non_null(strstr(out.text, ">0 \xE2\x86\x92 12</text>"));
    assert_non_null(strstr(out.text, "lost besides when it is mitigated"));
    assert_null(strstr(out.text, "of these: won"));
    gp_job_free(made.draft.job);
}

/* Where a vertical line of the grid stands right before this x. */
static bool has_grid_line(const svg_document *document, int64_t x)
{
    for (uint32_t i = 0; i < document->count; i++) {
        int64_t at[4];
        const svg_element *element = &document->elements[i];
        if (!svg_has_class(element, "grid")) continue;
        if (svg_numbers(svg_attribute(element, "d"), at, 4) < 2) continue;
        if (x > at[0] && x <= at[0] + 40) return true; /* also the left end of those of shares */
    }
    return false;
}

/* The name of a week is its Monday, and stands at its line. */
static void names_of_days_stand_at_their_line(void **state)
{
    (void)state;
    static const char *const names[] = {"30", "7", "14", "21", "28", "Oct", "Nov"};
    hand_made made;
    set_up(&made);
    gp_picture picture;
    assert_int_equal(
        gp_draw_risk(made.draft.job, &made.risk.schedule, &made.risk.answer, NULL, &picture),
        GP_OK);
    svg_document document = read_svg(picture.text, picture.size);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        uint32_t found = 0;
        for (uint32_t i = 0; i < document.count; i++) {
            const svg_element *element = &document.elements[i];
            if (!svg_has_class(element, "tag") || !svg_is(element->content, names[k])) continue;
            found++;
            assert_true(has_grid_line(&document, svg_number(element, "x")));
        }
        if (!found) print_error("not there: %s\n", names[k]);
        assert_true(found > 0);
    }
    free_svg(&document);
    gp_job_free(made.draft.job);
}

/* The mark of one half is at the left edge: its words have no room before it, and behind it are the
 * needed date and the plan's. They stand past both. */
static void words_of_a_mark_stand_on_no_line(void **state)
{
    (void)state;
    hand_made made;
    set_up(&made);
    gp_picture picture;
    assert_int_equal(
        gp_draw_risk(made.draft.job, &made.risk.schedule, &made.risk.answer, NULL, &picture),
        GP_OK);
    svg_document document = read_svg(picture.text, picture.size);
    int64_t line = 0, words = 0;
    for (uint32_t i = 0; i < document.count; i++) {
        const svg_element *element = &document.elements[i];
        int64_t numbers[4];
        bool is_line = svg_has_class(element, "needed") || svg_has_class(element, "plan");
        if (is_line && !words && svg_numbers(svg_attribute(element, "d"), numbers, 4) == 4)
            line = numbers[0] > line || svg_has_class(element, "plan") ? numbers[0] : line;
        if (svg_is(element->content, "50\xC2\xA0%: 2024-10-04")) words = svg_number(element, "x");
    }
    assert_true(line > 0 && words > line);
    free_svg(&document);
    gp_job_free(made.draft.job);
}

/* What rests on something unknown is only bounded. */
static void what_is_open_is_a_bound(void **state)
{
    (void)state;
    static const char *const shown[] = {"at most 10\xC2\xA0% chance", "sure by 2024-11-03 or later",
                                        ">80\xC2\xA0%: \xE2\x89\xA5"
                                        "2024-11-03</text>",
                                        "\xE2\x89\xA4"
                                        "10\xC2\xA0%</text>"};
    hand_made made;
    set_up(&made);
    made.lives[1].not_before = 5;
    const char *text = drawn(&made);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        assert_non_null(strstr(text, shown[i]));
    gp_job_free(made.draft.job);
}

/* Nothing to tell of: no card, and a picture all the same. */
static void nothing_is_drawn_of_nothing(void **state)
{
    (void)state;
    hand_made made;
    set_up(&made);
    made.risk.answer.live_count = made.risk.answer.steps = 0;
    assert_non_null(strstr(drawn(&made), "No intervention here"));
    gp_job_free(made.draft.job);
}

static void chances_are_never_more_sure_than_the_draws(void **state)
{
    (void)state;
    static const struct {
        double chance;
        const char *words;
    } rows[] = {{0, "0\xC2\xA0%"},        {0.0001, "<1\xC2\xA0%"}, {0.0049, "<1\xC2\xA0%"},
                {0.005, "1\xC2\xA0%"},    {0.234, "23\xC2\xA0%"},  {0.994, "99\xC2\xA0%"},
                {0.9951, ">99\xC2\xA0%"}, {1, "100\xC2\xA0%"}};
    gp_job *job = gp_job_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gp_buffer *buffer = gp_new_buffer(job);
        const char *text;
        size_t size;
        gp_add_chance(buffer, rows[i].chance);
        assert_int_equal(gp_finish_buffer(buffer, &text, &size), GP_OK);
        assert_string_equal(text, rows[i].words);
    }
    gp_job_free(job);
}

/* Strokes end at the edges of their rectangle. */
static void strokes_stay_within(void **state)
{
    (void)state;
    uint64_t random = 3;
    for (int trial = 0; trial < 200; trial++) {
        const gp_point size = {1 + test_random(&random, 900), 1 + test_random(&random, 200)};
        gp_job *job = gp_job_new();
        gp_buffer *buffer = gp_new_buffer(job);
        const char *text;
        size_t length;
        gp_draw_hatched(buffer, "lever won", (gp_point){0, 0}, size);
        assert_int_equal(gp_finish_buffer(buffer, &text, &length), GP_OK);
        const char *at = strstr(text, " d=\"");
        assert_non_null(at);
        bool is_x = true;
        for (at += 4; *at != '"';) {
            char *end;
            double value = strtod(at, &end);
            if (end == at) {
                at++;
                continue;
            }
            assert_true(value >= 0 && value * 10 <= (double)(is_x ? size.x : size.y) + 0.01);
            is_x = !is_x;
            at = end;
        }
        gp_job_free(job);
    }
}

/* ---- on the roadmap ---- */

/* The tails of a roadmap, from left to right along the first, then the second bar. */
static uint32_t read_tails(hand_made *made, gp_day to, const char *class_name, int64_t *left,
                           int64_t *width)
{
    const gp_roadmap_view view = {.from = GP_NO_DAY, .to = to, .risk = &made->risk.answer};
    gp_picture picture;
    uint32_t count = 0;
    assert_int_equal(gp_draw_roadmap(made->draft.job, &made->risk.schedule, &view, &picture),
                     GP_OK);
    svg_document document = read_svg(picture.text, picture.size);
    for (uint32_t i = 0; i < document.count && count < 2; i++) {
        const svg_element *element = &document.elements[i];
        if (svg_is(svg_attribute(element, "id"), "legend")) break;
        if (!svg_has_class(element, class_name)) continue;
        if (left) left[count] = svg_number(element, "x");
        if (width) width[count] = svg_number(element, "width");
        count++;
    }
    free_svg(&document);
    return count;
}

/* Twice as many days are twice as long; a day that the plan keeps has no tail, and one beyond the
 * axis has no cap. */
static void a_tail_ends_where_it_is_sure(void **state)
{
    (void)state;
    int64_t left[2], width[2];
    hand_made made;
    set_up(&made);
    const gp_day ready =
        made.risk.schedule.dates[made.risk.network.intervention_activity[0]].earliest_ready;
    made.lives[0].quantiles[GP_RISK_P80] = ready + 100;
    made.lives[1].quantiles[GP_RISK_P80] = ready + 200;
    assert_int_equal(read_tails(&made, GP_NO_DAY, "unsure", left, width), 2);
    int64_t first = width[0] < width[1] ? width[0] : width[1], second = width[0] + width[1] - first;
    assert_true(second >= 2 * first - 2 && second <= 2 * first + 2);
    assert_int_equal(left[0], left[1]);
    assert_int_equal(read_tails(&made, ready + 150, "cap", NULL, NULL), 1);
    assert_int_equal(read_tails(&made, GP_NO_DAY, "cap", NULL, NULL), 2);
    made.lives[0].quantiles[GP_RISK_P80] = ready;
    assert_int_equal(read_tails(&made, GP_NO_DAY, "unsure", left, width), 1);
    gp_job_free(made.draft.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_sure_comes_first),
        cmocka_unit_test(what_does_not_vary_has_no_card),
        cmocka_unit_test(a_deviation_is_that_of_the_bars),
        cmocka_unit_test(a_step_moves_a_date_by_its_correlation),
        cmocka_unit_test(the_longest_bars_have_a_row),
        cmocka_unit_test(figures_are_those_of_the_bars),
        cmocka_unit_test(a_mitigation_may_lose_days),
        cmocka_unit_test(names_of_days_stand_at_their_line),
        cmocka_unit_test(words_of_a_mark_stand_on_no_line),
        cmocka_unit_test(what_is_open_is_a_bound),
        cmocka_unit_test(nothing_is_drawn_of_nothing),
        cmocka_unit_test(chances_are_never_more_sure_than_the_draws),
        cmocka_unit_test(strokes_stay_within),
        cmocka_unit_test(a_tail_ends_where_it_is_sure),
    };
    return cmocka_run_group_tests_name("risk picture", tests, NULL, NULL);
}
