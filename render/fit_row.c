/* SPDX-License-Identifier: MIT
 * One row of need against experience: for whom and when; the marks; which way it does not fit, and
 * since when; and which intervention answers that, or works against it. */
#include "render/fit_picture.h"
#include "render/element_id.h"

#include <string.h>

#define ROW_LEFT(picture) ((picture)->left + GP_UNITS(14))
#define CONTEXT_WIDTH GP_UNITS(250)
#define AXIS_LEFT(picture) (ROW_LEFT(picture) + CONTEXT_WIDTH + GP_UNITS(24))
#define AXIS_WIDTH GP_UNITS(330)
#define WORDS_LEFT(picture) (AXIS_LEFT(picture) + AXIS_WIDTH + GP_UNITS(36))
#define WORDS_WIDTH GP_UNITS(576)
#define SIGN_ROOM GP_UNITS(18)
#define LINE_STEP GP_UNITS(16)
#define FIRST_LINE GP_UNITS(24)
#define ROW_FOOT GP_UNITS(10)

const char *gp_fit_element(const gp_sheet *sheet, const char *prefix, const gp_fit *fit)
{
    const gp_portfolio *portfolio = sheet->portfolio;
    gp_add_text(sheet->scratch, prefix);
    gp_add_text(sheet->scratch, "__");
    gp_add_element_id(sheet->scratch, portfolio->dimensions.terms[fit->dimension].id);
    gp_add_text(sheet->scratch, "__");
    if (fit->segment != GP_NONE)
        gp_add_element_id(sheet->scratch, portfolio->segments.terms[fit->segment].id);
    gp_add_text(sheet->scratch, "__");
    if (fit->situation != GP_NONE)
        gp_add_element_id(sheet->scratch, portfolio->situations.terms[fit->situation].id);
    return gp_take_words(sheet);
}

static const char *segment_name(const gp_sheet *sheet, const gp_fit *fit)
{
    return fit->segment == GP_NONE ? gp_say(sheet->language, "Everyone", "Iedereen")
                                   : sheet->portfolio->segments.terms[fit->segment].name;
}

static const char *situation_name(const gp_sheet *sheet, const gp_fit *fit)
{
    return fit->situation == GP_NONE ? gp_say(sheet->language, "Every situation", "Elke situatie")
                                     : sheet->portfolio->situations.terms[fit->situation].name;
}

/* ---- words ---- */

static const char *trend_words(const gp_fit *fit, gp_language language)
{
    static const char *const words[][2] = {{"trend unknown", "verloop onbekend"},
                                           {"closing", "wordt kleiner"},
                                           {"widening", "wordt groter"},
                                           {"unchanged", "onveranderd"},
                                           {"turned", "omgeslagen"}};
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    if (newest->is_known && newest->gap == GP_MISMATCH_NONE && fit->trend == GP_TREND_CLOSING)
        return gp_say(language, "closed", "gedicht");
    return words[fit->trend][language == GP_DUTCH];
}

static const char *gap_words(const gp_sheet *sheet, const gp_fit *fit)
{
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    gp_add_text(sheet->scratch, gp_fit_sign_words(gp_fit_sign_of(newest), sheet->language));
    gp_add_text(sheet->scratch, ", ");
    gp_add_text(sheet->scratch, trend_words(fit, sheet->language));
    gp_add_text(sheet->scratch, " (");
    gp_add_day(sheet->scratch, newest->on);
    gp_add_text(sheet->scratch, ")");
    return gp_take_words(sheet);
}

static const char *next_words(uint8_t next, gp_language language)
{
    static const char *const words[][2] = {
        {"nothing to do: it fits", "niets te doen: het past"},
        {"next: choose or develop an intervention", "nu: kies of ontwikkel een interventie"},
        {"next: develop what is on its way", "nu: ontwikkelen wat onderweg is"},
        {"next: adjust, what answers it is at work and the gap is still there",
         "nu: bijstellen, wat hierop antwoordt werkt al en de kloof is er nog"},
        {"next: measure again", "nu: meet opnieuw"}};
    return words[next][language == GP_DUTCH];
}

static const char *direction_words(uint8_t direction, gp_language language)
{
    static const char *const words[][2] = {{"no direction", "geen richting"},
                                           {"more", "meer"},
                                           {"less", "minder"},
                                           {"otherwise", "anders"}};
    return words[direction][language == GP_DUTCH];
}

/* "(more), live 2023-05-15, for some of them". */
static const char *answer_words(const gp_sheet *sheet, const gp_touch *touch)
{
    const gp_network *network = sheet->schedule->network;
    const gp_dates *dates =
        &sheet->schedule->dates[network->intervention_activity[touch->intervention]];
    gp_add_text(sheet->scratch, direction_words(touch->direction, sheet->language));
    gp_add_text(sheet->scratch, ", live ");
    gp_add_day(sheet->scratch, dates->earliest_ready);
    if (dates->not_before) gp_add_text(sheet->scratch, " ?");
    if (touch->is_in_part)
        gp_add_text(sheet->scratch, gp_say(sheet->language, ", in part", ", voor een deel"));
    return gp_take_words(sheet);
}

/* ---- interventions that answer, or work against ---- */

static void draw_touch(const gp_fit_picture *picture, const gp_fit *fit, const gp_touch *touch,
                       gp_length base)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_intervention *one = &sheet->portfolio->interventions[touch->intervention];
    bool is_worse = touch->effect == GP_EFFECT_WORSENS;
    gp_length words_width = GP_UNITS(282), left = WORDS_LEFT(picture) + SIGN_ROOM;
    static const char *const prefixes[] = {"answer", "answer-more", "answer-less",
                                           "answer-otherwise"};
    const gp_item_words words = {
        .prefix = gp_fit_element(sheet, prefixes[touch->direction], fit),
        .id = sheet->portfolio->ids[one->symbol],
        .class_name = is_worse ? "touch worse" : "touch",
        .label = one->name,
        .title = is_worse ? gp_say(sheet->language, "works in the wrong direction",
                                   "werkt de verkeerde kant op")
                          : gp_say(sheet->language, "answers this gap", "antwoordt op deze kloof"),
        .is_activity = true,
        .activity = sheet->schedule->network->intervention_activity[touch->intervention]};
    gp_open_item(sheet, &words);
    if (is_worse)
        gp_draw_behind(sheet->buffer, (gp_point){WORDS_LEFT(picture), base});
    else
        gp_draw_answer(sheet->buffer, (gp_point){WORDS_LEFT(picture), base});
    gp_draw_cut(sheet, GP_FONT_LABEL, is_worse ? "due" : NULL, (gp_point){left, base},
                WORDS_WIDTH - SIGN_ROOM - words_width, one->name, false);
    gp_draw_cut(sheet, GP_FONT_LABEL, "note",
                (gp_point){WORDS_LEFT(picture) + WORDS_WIDTH - words_width + GP_UNITS(10), base},
                words_width - GP_UNITS(10), answer_words(sheet, touch), false);
    gp_close_item(sheet, &words);
}

/* Whether an intervention that says the same twice stands there already. */
static bool is_repeated(const gp_fit *fit, uint32_t touch)
{
    const gp_touch *one = &fit->touches[touch];
    for (uint32_t i = 0; i < touch; i++)
        if (fit->touches[i].intervention == one->intervention &&
            fit->touches[i].direction == one->direction)
            return true;
    return false;
}

static gp_length draw_touches(const gp_fit_picture *picture, const gp_fit *fit, gp_length base)
{
    const gp_sheet *sheet = &picture->sheet;
    uint32_t drawn = 0, left_out = 0;
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        const gp_touch *touch = &fit->touches[i];
        if (touch->effect == GP_EFFECT_BESIDE || is_repeated(fit, i)) continue;
        if (drawn == GP_FIT_ANSWERS_MAX) {
            left_out++;
            continue;
        }
        drawn++;
        draw_touch(picture, fit, touch, base);
        base += LINE_STEP;
    }
    if (left_out == 0 && !fit->has_more_touches) return base;
    gp_add_text(sheet->scratch, gp_say(sheet->language, "and more: groeipad fit names them",
                                       "en meer: groeipad fit noemt ze"));
    gp_draw_cut(sheet, GP_FONT_LABEL, "note", (gp_point){WORDS_LEFT(picture) + SIGN_ROOM, base},
                WORDS_WIDTH - SIGN_ROOM, gp_take_words(sheet), false);
    return base + LINE_STEP;
}

/* ---- the row ---- */

static gp_length draw_words(const gp_fit_picture *picture, const gp_fit *fit, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_reading *newest = &fit->readings[fit->reading_count - 1];
    gp_length base = top + FIRST_LINE;
    bool is_open = fit->next == GP_NEXT_CHOOSE;
    gp_draw_fit_sign(sheet->buffer, gp_fit_sign_of(newest), (gp_point){WORDS_LEFT(picture), base});
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, (gp_point){WORDS_LEFT(picture) + SIGN_ROOM, base},
                WORDS_WIDTH - SIGN_ROOM, gap_words(sheet, fit), false);
    base = draw_touches(picture, fit, base + LINE_STEP);
    if (is_open) gp_draw_behind(sheet->buffer, (gp_point){WORDS_LEFT(picture), base});
    gp_draw_cut(sheet, GP_FONT_LABEL, is_open ? "due" : "note",
                (gp_point){WORDS_LEFT(picture) + SIGN_ROOM, base}, WORDS_WIDTH - SIGN_ROOM,
                next_words(fit->next, sheet->language), false);
    return base + ROW_FOOT;
}

static gp_length draw_context(const gp_fit_picture *picture, const gp_fit *fit, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_point pen = {ROW_LEFT(picture), top + FIRST_LINE};
    uint32_t lines = gp_draw_wrapped(sheet, GP_FONT_NAME, pen, CONTEXT_WIDTH, 2, LINE_STEP,
                                     segment_name(sheet, fit));
    pen.y += LINE_STEP * (lines ? lines : 1);
    lines = gp_draw_wrapped(sheet, GP_FONT_LABEL, pen, CONTEXT_WIDTH, 2, LINE_STEP,
                            situation_name(sheet, fit));
    return pen.y + LINE_STEP * (lines ? lines - 1 : 0) + ROW_FOOT;
}

gp_length gp_draw_fit_row(const gp_fit_picture *picture, uint32_t number, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_fit *fit = &picture->fits.fits[number];
    const gp_fit_axis axis = {AXIS_LEFT(picture), AXIS_WIDTH, top + GP_UNITS(30)};
    const char *gap = gap_words(sheet, fit);
    gp_add_text(sheet->scratch, segment_name(sheet, fit));
    gp_add_text(sheet->scratch, ", ");
    gp_add_text(sheet->scratch, situation_name(sheet, fit));
    gp_add_text(sheet->scratch, ": ");
    gp_add_text(sheet->scratch, gap);
    const char *label = gp_take_words(sheet);
    const gp_item_words words = {
        .prefix = gp_fit_element(sheet, "fit", fit), .class_name = "fit", .label = label};
    gp_open_item(sheet, &words);
    gp_draw_readings(picture, fit, &axis);
    gp_length foot = draw_context(picture, fit, top), end = draw_words(picture, fit, top);
    gp_close_item(sheet, &words);
    if (end > foot) foot = end;
    return foot > axis.y + GP_UNITS(30) ? foot : axis.y + GP_UNITS(30);
}
