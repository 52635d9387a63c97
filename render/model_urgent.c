/* SPDX-License-Identifier: MIT
 * Which finding of a pillar is the most urgent? The most severe; of these the lowest code, as
 * codes go from what breaks to what is to be noted; of these the one that is most days late, or
 * has the earliest date to identify by; of these the first in the file. */
#include "render/model_picture.h"

#include <string.h>

#define MESSAGE_STEP GP_UNITS(15)

/* The pillar that a code is about; GP_PILLARS: none, as it is about the file. */
static int pillar_of(uint16_t code)
{
    static const uint16_t interventions[] = {301, 304, 305, 306, 307, 308, 502, 503, 506, 507};
    static const uint16_t capabilities[] = {302, 303, 407, 408, 410};
    for (size_t i = 0; i < sizeof interventions / sizeof *interventions; i++)
        if (interventions[i] == code) return GP_PILLAR_CYCLE;
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
        if (capabilities[i] == code) return GP_PILLAR_TRACKS;
    return code / 100 == 2   ? (int)GP_PILLAR_TRACKS
           : code / 100 == 4 ? (int)GP_PILLAR_CYCLE
           : code / 100 == 5 ? (int)GP_PILLAR_NEEDS
                             : GP_PILLARS;
}

/* The argument of a finding by its name, or NULL. */
static const gp_argument *argument_of(const gp_finding *finding, const char *name)
{
    const gp_rule *rule = gp_find_rule(finding->code);
    for (int i = 0; rule && i < GP_ARGUMENTS_MAX && rule->arguments[i]; i++)
        if (strcmp(rule->arguments[i], name) == 0) return &finding->arguments[i];
    return NULL;
}

/* Smaller is more urgent, between findings of one code. */
static int64_t urgency_of(const gp_finding *finding)
{
    const gp_argument *late = argument_of(finding, "late_days");
    const gp_argument *day = argument_of(finding, "identify_by");
    if (late && late->kind == GP_ARGUMENT_NUMBER) return -(int64_t)late->number;
    if (day && day->kind == GP_ARGUMENT_DAY) return day->day;
    return 0;
}

static bool is_more_urgent(const gp_finding *a, const gp_finding *b)
{
    int64_t x = urgency_of(a), y = urgency_of(b);
    if (a->severity != b->severity) return a->severity > b->severity;
    if (a->code != b->code) return a->code < b->code;
    if (x != y) return x < y;
    if (a->place.source != b->place.source) return a->place.source < b->place.source;
    if (a->place.line != b->place.line) return a->place.line < b->place.line;
    return a->place.column < b->place.column;
}

/* Whether a finding is about something that is shown. */
static bool is_shown(const gp_model_picture *picture, const gp_finding *finding)
{
    if (!picture->filter) return true;
    const gp_portfolio *portfolio = picture->sheet.portfolio;
    uint32_t symbol = finding->subject ? gp_find_symbol(portfolio, finding->subject) : GP_NONE;
    return symbol != GP_NONE && gp_passes(picture->filter, symbol);
}

static const gp_finding *find_urgent(const gp_model_picture *picture, gp_pillar pillar)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(picture->sheet.job, &count), *urgent = NULL;
    for (uint32_t i = 0; i < count; i++)
        if (pillar_of(findings[i].code) == (int)pillar && is_shown(picture, &findings[i]) &&
            (!urgent || is_more_urgent(&findings[i], urgent)))
            urgent = &findings[i];
    return urgent;
}

static const char *message_of(const gp_sheet *sheet, const gp_finding *finding)
{
    char start[1];
    gp_finding named;
    if (gp_name_finding(sheet->job, sheet->portfolio, false, finding, &named) != GP_OK) {
        sheet->scratch->has_failed = true;
        return "";
    }
    finding = &named;
    size_t size = gp_finding_message(finding, sheet->language, start, sizeof start) + 1;
    char *text = GP_NEW(sheet->job, char, size);
    if (!text) {
        sheet->scratch->has_failed = true;
        return "";
    }
    gp_finding_message(finding, sheet->language, text, size);
    return text;
}

static const char *severity_word(uint8_t severity, gp_language language)
{
    return severity == GP_ERROR     ? gp_say(language, "error", "fout")
           : severity == GP_WARNING ? gp_say(language, "warning", "waarschuwing")
                                    : gp_say(language, "note", "opmerking");
}

void gp_draw_urgent(const gp_model_picture *picture, gp_pillar pillar, gp_point at, gp_length width)
{
    static const char *const prefixes[] = {"urgent-needs", "urgent-cycle", "urgent-tracks"};
    const gp_sheet *sheet = &picture->sheet;
    const gp_finding *urgent = find_urgent(picture, pillar);
    gp_length left = at.x + GP_UNITS(10), room = width - GP_UNITS(20);
    const char *message =
        urgent ? message_of(sheet, urgent)
               : gp_say(sheet->language, "Nothing was found here.", "Hier is niets gevonden.");
    const gp_item_words words = {.prefix = prefixes[pillar],
                                 .class_name = urgent ? "urgent" : "urgent none",
                                 .label = message};
    gp_open_item(sheet, &words);
    gp_svg_rectangle(sheet->buffer, "ground", at, (gp_point){width, GP_URGENT_HEIGHT}, GP_UNITS(4));
    gp_point pen = {left, at.y + GP_UNITS(20)};
    gp_draw_cut(sheet, GP_FONT_NAME, NULL, pen, room - GP_UNITS(150),
                gp_say(sheet->language, "Most urgent", "Dringendst"), false);
    if (urgent) {
        gp_add_text(sheet->scratch, "GP");
        gp_add_number(sheet->scratch, urgent->code);
        gp_add_text(sheet->scratch, ", ");
        gp_add_text(sheet->scratch, severity_word(urgent->severity, sheet->language));
        gp_draw_cut(sheet, GP_FONT_LABEL, urgent->severity == GP_ERROR ? "due" : NULL,
                    (gp_point){left + room, pen.y}, GP_UNITS(140), gp_take_words(sheet), true);
    }
    pen.y += GP_UNITS(18);
    gp_draw_wrapped(sheet, GP_FONT_LABEL, pen, room, 4, MESSAGE_STEP, message);
    gp_close_item(sheet, &words);
}
