/* SPDX-License-Identifier: MIT
 * The bars of a card: what each risk costs, with what its mitigation takes away or adds, and how
 * far each step moves the date when it runs long. One scale for both: days. */
#include "render/risk_picture.h"

#include <math.h>
#include <string.h>

#define TOP GP_UNITS(48) /* the base line of the first heading */
#define ROW GP_UNITS(15)
#define NAME_WIDTH GP_UNITS(210)
#define BAR_LEFT GP_UNITS(218)
#define BAR_WIDTH GP_UNITS(90)
#define FIGURES_GAP GP_UNITS(5) /* between a bar and its figures */
#define FIGURES_END (GP_RISK_CARD_WIDTH - GP_RISK_BARS_LEFT - BAR_LEFT - GP_UNITS(16))
#define LEFT_LEAST GP_UNITS(1)
#define HATCH_STEP GP_UNITS(4)

static gp_length max(gp_length a, gp_length b)
{
    return a > b ? a : b;
}

static gp_length min(gp_length a, gp_length b)
{
    return a < b ? a : b;
}

/* Strokes that rise to the right, each cut off where the rectangle ends. */
void gp_draw_hatched(gp_buffer *buffer, const char *class_name, gp_point at, gp_point size)
{
    gp_svg_rectangle(buffer, class_name, at, size, 0);
    gp_svg_open_path(buffer, "hatch");
    for (gp_length s = HATCH_STEP; s < size.x + size.y; s += HATCH_STEP) {
        gp_svg_move(buffer, at.x + max(0, s - size.y), at.y + min(size.y, s));
        gp_svg_line(buffer, at.x + min(size.x, s), at.y + max(0, s - size.x));
    }
    gp_svg_close_path(buffer);
}

void gp_draw_risk_bar(gp_buffer *buffer, bool is_risk, gp_point at, gp_length kept, gp_length width)
{
    if (kept > 0)
        gp_svg_rectangle(buffer, is_risk ? "lever risk" : "lever step", at,
                         (gp_point){kept, GP_RISK_BAR}, 0);
    if (width > kept)
        gp_draw_hatched(buffer, "lever won", (gp_point){at.x + kept, at.y},
                        (gp_point){width - kept, GP_RISK_BAR});
}

void gp_draw_risk_added(gp_buffer *buffer, gp_point at, gp_length width)
{
    gp_svg_rectangle(buffer, "lever added", at, (gp_point){width, GP_RISK_BAR}, 0);
}

/* ---- words ---- */

static const char *name_of(const gp_risk_picture *picture, const gp_risk_lever *lever)
{
    const gp_sheet *sheet = &picture->sheet;
    if (!lever->is_risk)
        return gp_activity_name(sheet->schedule->network,
                                picture->answer->steps_of[lever->subject].activity);
    const gp_risk *risk = &sheet->portfolio->risks[lever->subject];
    return risk->name && *risk->name ? risk->name : risk->id;
}

/* " · level 2" of a step of several, or "". */
static const char *level_of(const gp_risk_picture *picture, const gp_risk_lever *lever)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_network *network = sheet->schedule->network;
    if (lever->is_risk) return "";
    const gp_activity *a = &network->activities[picture->answer->steps_of[lever->subject].activity];
    bool has_levels =
        a->level > 1 || (a->kind == GP_KIND_CAPABILITY && network->capability_steps[a->item] > 1);
    if (!has_levels) return "";
    gp_add_text(sheet->scratch, " \xC2\xB7 ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_LEVEL, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_number(sheet->scratch, a->level);
    return gp_take_words(sheet);
}

static bool is_mitigable(const gp_risk_lever *lever)
{
    return lever->is_risk && lever->mitigated >= 0;
}

/* "12", or "12 → 4" where mitigation leaves 4. */
static const char *figures_of(const gp_risk_picture *picture, const gp_risk_lever *lever)
{
    gp_buffer *scratch = picture->sheet.scratch;
    gp_add_whole_days(scratch, picture->sheet.language, lever->days);
    if (is_mitigable(lever)) {
        gp_add_text(scratch, " \xE2\x86\x92 ");
        gp_add_whole_days(scratch, picture->sheet.language, lever->mitigated);
    }
    return gp_take_words(&picture->sheet);
}

static void add_days(gp_buffer *buffer, gp_language language, double days)
{
    gp_add_tenth_days(buffer, language, days);
    gp_add_text(buffer, gp_say(language, " days", " dagen"));
}

static const char *title_of(const gp_risk_picture *picture, const gp_risk_lever *lever,
                            const char *name, const char *level)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_buffer *scratch = sheet->scratch;
    gp_add_text(scratch, name);
    gp_add_text(scratch, level);
    if (lever->is_risk) {
        const gp_risk_effect *effect = picture->answer->effects;
        while (effect->risk != lever->subject) effect++;
        gp_add_text(scratch, gp_say(language, "\nlost to it on average: ",
                                    "\ngaat er gemiddeld aan verloren: "));
        add_days(scratch, language, lever->days);
        if (is_mitigable(lever)) {
            gp_add_text(scratch, gp_say(language, "; mitigated: ", "; na maatregelen: "));
            add_days(scratch, language, lever->mitigated);
        }
        gp_add_text(scratch, gp_say(language, "\nhappens in ", "\ngebeurt in "));
        gp_add_chance(scratch, picture->answer->draws
                                   ? (double)effect->happened / picture->answer->draws
                                   : 0);
        gp_add_text(scratch, gp_say(language, " of the draws", " van de trekkingen"));
        return gp_take_words(sheet);
    }
    gp_add_text(scratch, gp_say(language, "\none standard deviation longer moves the date by ",
                                "\neen standaardafwijking langer verschuift de datum "));
    add_days(scratch, language, lever->days);
    gp_add_text(scratch, gp_say(language, "\non the driving path in ", "\nbepaalt de datum in "));
    gp_add_chance(scratch, lever->criticality);
    gp_add_text(scratch, gp_say(language, " of the draws", " van de trekkingen"));
    return gp_take_words(sheet);
}

/* ---- rows ---- */

static double longest(const gp_risk_card *card)
{
    double most = 0;
    for (uint32_t i = 0; i < card->risk_count + card->step_count; i++) {
        if (fabs(card->levers[i].days) > most) most = fabs(card->levers[i].days);
        if (card->levers[i].mitigated > most) most = card->levers[i].mitigated;
    }
    return most;
}

/* What a bar may be long: so many days, on so much room. */
typedef struct bar_scale {
    double days;
    gp_length width;
} bar_scale;

/* Long figures take their room from the bars. */
static bar_scale scale_of(const gp_risk_picture *picture, const gp_risk_card *card)
{
    gp_length width = 0;
    for (uint32_t i = 0; i < card->risk_count + card->step_count; i++) {
        const char *figures = figures_of(picture, &card->levers[i]);
        width = max(width, gp_measure_text(figures, strlen(figures), GP_FONT_LABEL));
    }
    return (bar_scale){longest(card), min(BAR_WIDTH, FIGURES_END - FIGURES_GAP - width)};
}

static gp_length length_of(double days, bar_scale scale)
{
    gp_length length = (gp_length)((double)scale.width * fabs(days) / scale.days + 0.5);
    return days != 0 && length < LEFT_LEAST ? LEFT_LEAST : length;
}

/* What is too long loses its end, and keeps its level. */
static void draw_name(const gp_sheet *sheet, gp_point at, const char *name, const char *level)
{
    gp_text_line line = {0};
    gp_length room = NAME_WIDTH - gp_measure_text(level, strlen(level), GP_FONT_LABEL);
    if (gp_wrap_text(name, GP_FONT_LABEL, room, 1, &line))
        gp_svg_label(sheet->buffer, gp_font_of(GP_FONT_LABEL)->name, at, &line, level, false);
}

static void draw_lever(const gp_risk_picture *picture, const gp_risk_card *card, uint32_t number,
                       bar_scale scale, gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_risk_lever *lever = &card->levers[number];
    const char *name = name_of(picture, lever), *level = level_of(picture, lever);
    const char *figures = figures_of(picture, lever);
    gp_length width = length_of(lever->days, scale);
    gp_length kept = is_mitigable(lever) ? length_of(lever->mitigated, scale) : width;
    gp_point bar = {at.x + BAR_LEFT, at.y - GP_UNITS(8)};
    gp_add_text(sheet->scratch, "lever-");
    gp_add_number(sheet->scratch, card->live->intervention);
    gp_add_text(sheet->scratch, "-");
    gp_add_number(sheet->scratch, number + 1);
    const char *prefix = gp_take_words(sheet);
    gp_add_text(sheet->scratch, name);
    gp_add_text(sheet->scratch, level);
    gp_add_text(sheet->scratch, ": ");
    gp_add_text(sheet->scratch, figures);
    const gp_item_words words = {.prefix = prefix,
                                 .class_name = "bar",
                                 .role = "graphics-symbol",
                                 .label = gp_take_words(sheet),
                                 .title = title_of(picture, lever, name, level)};
    gp_open_item(sheet, &words);
    draw_name(sheet, at, name, level);
    gp_draw_risk_bar(sheet->buffer, lever->is_risk, bar, min(kept, width), width);
    if (kept > width)
        gp_draw_risk_added(sheet->buffer, (gp_point){bar.x + width, bar.y}, kept - width);
    gp_svg_words(sheet->buffer, GP_FONT_LABEL,
                 (gp_point){bar.x + max(kept, width) + FIGURES_GAP, at.y}, figures);
    gp_close_item(sheet, &words);
}

/* "… and 3 more", where some are. */
static gp_length draw_others(const gp_sheet *sheet, uint32_t others, gp_point at)
{
    if (others == 0) return at.y;
    gp_add_text(sheet->scratch, gp_say(sheet->language, "and ", "en "));
    gp_add_number(sheet->scratch, others);
    gp_add_text(sheet->scratch, gp_say(sheet->language, " more", " andere"));
    gp_svg_words(sheet->buffer, GP_FONT_TAG, at, gp_take_words(sheet));
    return at.y + ROW;
}

static gp_length draw_group(const gp_risk_picture *picture, const gp_risk_card *card, bool is_risk,
                            bar_scale scale, gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    uint32_t first = is_risk ? 0 : card->risk_count;
    uint32_t count = is_risk ? card->risk_count : card->step_count;
    if (count == 0) return at.y;
    gp_svg_words(sheet->buffer, GP_FONT_CAPTION, at,
                 is_risk ? gp_say(sheet->language, "Risks: days lost on average",
                                  "Risico's: dagen gemiddeld verloren")
                         : gp_say(sheet->language, "Steps: days later when one runs long",
                                  "Stappen: dagen later als er één uitloopt"));
    at.y += ROW;
    for (uint32_t i = 0; i < count; i++, at.y += ROW)
        draw_lever(picture, card, first + i, scale, at);
    return draw_others(sheet, is_risk ? card->other_risks : card->other_steps, at) + GP_UNITS(4);
}

void gp_draw_risk_levers(const gp_risk_picture *picture, const gp_risk_card *card, gp_point at)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_point pen = {at.x + GP_RISK_BARS_LEFT, at.y + TOP};
    const bar_scale scale = scale_of(picture, card);
    if (scale.days <= 0) {
        gp_draw_wrapped(sheet, GP_FONT_CAPTION, pen, NAME_WIDTH + BAR_WIDTH, 3, ROW,
                        card->live->quantiles[0] >= GP_DAY_LAST
                            ? gp_say(sheet->language,
                                     "The calendar ends on 2399-12-31: what varies is not seen.",
                                     "De kalender eindigt op 2399-12-31: wat varieert is niet te "
                                     "zien.")
                            : gp_say(sheet->language,
                                     "No risk, and no step with more than one duration, decides "
                                     "this date.",
                                     "Geen risico, en geen stap met meer dan een duur, bepaalt "
                                     "deze datum."));
        return;
    }
    pen.y = draw_group(picture, card, true, scale, pen);
    draw_group(picture, card, false, scale, pen);
}
