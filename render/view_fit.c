/* SPDX-License-Identifier: MIT
 * Need against experience: a panel per dimension, with an axis of its own that has no numbers. The
 * white paper's dimensions cannot be compared: they stand in the order of the portfolio, never by
 * how much is missing, nothing is added up over them, and no axis runs from one into another. */
#include "render/fit_picture.h"
#include "render/key.h"
#include "render/part_words.h"

#include <string.h>

#define PAGE_WIDTH GP_UNITS(1300)
#define PANEL_HEAD GP_UNITS(40)
#define PANEL_FOOT GP_UNITS(6)
#define PANEL_GAP GP_UNITS(14)
#define PANEL_PADDING GP_UNITS(14)

static const gp_style_rule rules[] = {
    {".dimension .ground", GP_COLOUR_PANEL, GP_COLOUR_GRID},
    {".axis,.rule", GP_COLOUR_NONE, GP_COLOUR_ARROW},
    {".distance", GP_COLOUR_NONE, GP_COLOUR_INTERVENTION_LINE},
    {".need", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {".experience", GP_COLOUR_INTERVENTION_LINE, GP_COLOUR_INTERVENTION_LINE},
    {".earlier .distance", GP_COLOUR_NONE, GP_COLOUR_INTERVENTION_LINE},
    {".earlier .need", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {".earlier .experience", GP_COLOUR_PAGE, GP_COLOUR_INTERVENTION_LINE},
    {".sort", GP_COLOUR_INK, GP_COLOUR_INK},
    {".sort.stroke", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".answer", GP_COLOUR_NONE, GP_COLOUR_MUTED},
    {".answer-head", GP_COLOUR_MUTED, GP_COLOUR_NONE},
    {".behind", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {"text.due", GP_COLOUR_CLASH, GP_COLOUR_NONE},
    {"text.note", GP_COLOUR_MUTED, GP_COLOUR_NONE},
};

static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".axis,.rule,.distance,.sort.stroke,.answer{fill:none}\n"
                                         ".dimension .ground,.rule{stroke-width:.8px}\n"
                                         ".axis{stroke-width:1px}\n"
                                         ".distance{stroke-width:4px}\n"
                                         ".distance.otherwise{stroke-dasharray:5 4}\n"
                                         ".earlier .distance{stroke-width:1px}\n"
                                         ".need{stroke-width:1.8px}\n"
                                         ".earlier .need,.earlier .experience{stroke-width:1px}\n"
                                         ".sort.stroke{stroke-width:2.4px}\n"
                                         ".answer{stroke-width:1.4px}\n"
                                         "a .label{text-decoration:underline}\n"};

/* ---- panels ---- */

static void draw_rule(const gp_sheet *sheet, gp_length y)
{
    gp_svg_open_path(sheet->buffer, "rule");
    gp_svg_move(sheet->buffer, GP_MARGIN + PANEL_PADDING, y);
    gp_svg_line(sheet->buffer, PAGE_WIDTH - GP_MARGIN - PANEL_PADDING, y);
    gp_svg_close_path(sheet->buffer);
}

/* The fits of one dimension, from `first` on, as a panel; moves first and top on. */
static gp_status draw_panel(gp_fit_picture *picture, uint32_t *first, gp_length *top)
{
    gp_fit_picture inner = *picture;
    const char *text;
    size_t size;
    uint32_t dimension = picture->fits.fits[*first].dimension;
    const gp_term *term = &picture->sheet.portfolio->dimensions.terms[dimension];
    gp_length y = *top + PANEL_HEAD;
    inner.sheet.buffer = gp_new_buffer(picture->sheet.job);
    if (!inner.sheet.buffer) return gp_no_memory(picture->sheet.job);
    for (; *first < picture->fits.fit_count && picture->fits.fits[*first].dimension == dimension;
         ++*first) {
        draw_rule(&inner.sheet, y);
        y = gp_draw_fit_row(&inner, *first, y);
    }
    y += PANEL_FOOT;
    GP_TRY(gp_finish_buffer(inner.sheet.buffer, &text, &size));
    const gp_item_words words = {
        .prefix = "dimension", .id = term->id, .class_name = "dimension", .label = term->name};
    gp_open_item(&picture->sheet, &words);
    gp_svg_rectangle(picture->sheet.buffer, "ground", (gp_point){GP_MARGIN, *top},
                     (gp_point){PAGE_WIDTH - 2 * GP_MARGIN, y - *top}, GP_UNITS(6));
    gp_draw_cut(&picture->sheet, GP_FONT_TITLE, NULL,
                (gp_point){GP_MARGIN + PANEL_PADDING, *top + GP_UNITS(27)},
                PAGE_WIDTH - 2 * GP_MARGIN - 2 * PANEL_PADDING, term->name, false);
    gp_add_bytes(picture->sheet.buffer, text, size);
    gp_close_item(&picture->sheet, &words);
    *top = y + PANEL_GAP;
    return GP_OK;
}

/* ---- words ---- */

static const char *subtitle_words(const gp_sheet *sheet, const gp_filter *filter, uint32_t others)
{
    gp_add_text(sheet->scratch,
                gp_say(sheet->language, "Need against experience", "Behoefte tegenover ervaring"));
    gp_add_text(sheet->scratch, " \xC2\xB7 ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_STATUS_DATE, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_day(sheet->scratch, sheet->portfolio->status_date);
    gp_add_filter_words(sheet->scratch, sheet->schedule->network, sheet->language, filter, others);
    return gp_take_words(sheet);
}

/* The dimensions that nothing was measured of, by name; NULL: none. */
static const char *unmeasured_words(const gp_fit_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    const gp_terms *dimensions = &sheet->portfolio->dimensions;
    uint32_t fit = 0, count = 0;
    for (uint32_t i = 0; i < dimensions->count; i++) {
        while (fit < picture->fits.fit_count && picture->fits.fits[fit].dimension < i) fit++;
        if (fit < picture->fits.fit_count && picture->fits.fits[fit].dimension == i) continue;
        gp_add_text(sheet->scratch,
                    count++ ? ", " : gp_say(sheet->language, "Not measured: ", "Niet gemeten: "));
        gp_add_text(sheet->scratch, dimensions->terms[i].name);
    }
    return count ? gp_take_words(sheet) : NULL;
}

/* ---- key ---- */

static void draw_sign_sample(gp_buffer *buffer, gp_point at, int sign)
{
    gp_draw_fit_sign(buffer, (gp_fit_sign)sign,
                     (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

static void draw_need_sample(gp_buffer *buffer, gp_point at, int is_earlier)
{
    gp_draw_need(buffer, (gp_point){at.x + GP_UNITS(18), at.y + GP_UNITS(10)}, is_earlier);
}

static void draw_experience_sample(gp_buffer *buffer, gp_point at, int is_earlier)
{
    if (is_earlier) gp_draw_need(buffer, (gp_point){at.x + GP_UNITS(8), at.y + GP_UNITS(10)}, true);
    gp_draw_experience(
        buffer, (gp_point){at.x + GP_UNITS(is_earlier ? 24 : 18), at.y + GP_UNITS(10)}, is_earlier);
}

static void draw_worse_sample(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_behind(buffer, (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

/* What occurs in the picture. */
typedef struct fit_seen {
    bool has_sign[GP_FIT_UNKNOWN + 1];
    bool has_need, has_experience, has_earlier, has_answer, has_worse, has_unsure;
} fit_seen;

static void look_at_touches(const gp_fit_picture *picture, const gp_fit *fit, fit_seen *seen)
{
    const gp_schedule *schedule = picture->sheet.schedule;
    for (uint32_t i = 0; i < fit->touch_count; i++) {
        const gp_touch *touch = &fit->touches[i];
        uint32_t activity = schedule->network->intervention_activity[touch->intervention];
        if (touch->effect == GP_EFFECT_BESIDE) continue;
        seen->has_worse |= touch->effect == GP_EFFECT_WORSENS;
        seen->has_answer |= touch->effect != GP_EFFECT_WORSENS;
        seen->has_unsure |= schedule->dates[activity].not_before;
    }
}

static fit_seen look_at(const gp_fit_picture *picture)
{
    fit_seen seen = {.has_need = false};
    for (uint32_t i = 0; i < picture->fits.fit_count; i++) {
        const gp_fit *fit = &picture->fits.fits[i];
        const gp_reading *newest = &fit->readings[fit->reading_count - 1];
        seen.has_sign[gp_fit_sign_of(newest)] = true;
        seen.has_need |= newest->need != GP_NO_SHARE;
        seen.has_experience |= newest->experience != GP_NO_SHARE;
        seen.has_worse |= fit->next == GP_NEXT_CHOOSE;
        for (uint32_t k = 0; k + 1 < fit->reading_count; k++)
            seen.has_earlier |=
                fit->readings[k].need != GP_NO_SHARE || fit->readings[k].experience != GP_NO_SHARE;
        look_at_touches(picture, fit, &seen);
    }
    return seen;
}

static void draw_answer_sample(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_draw_answer(buffer, (gp_point){at.x + GP_UNITS(13), at.y + GP_UNITS(15)});
}

static gp_length draw_fit_key(const gp_sheet *sheet, const fit_seen *seen, gp_point at)
{
    gp_language language = sheet->language;
    gp_key_entry entries[GP_FIT_UNKNOWN + 6];
    uint32_t count = 0;
    entries[count++] = (gp_key_entry){"reading", draw_need_sample, 0,
                                      seen->has_need ? gp_say(language, "need", "behoefte") : NULL};
    entries[count++] =
        (gp_key_entry){"reading", draw_experience_sample, 0,
                       seen->has_experience ? gp_say(language, "experience", "ervaring") : NULL};
    entries[count++] =
        (gp_key_entry){"reading earlier", draw_experience_sample, 1,
                       seen->has_earlier ? gp_say(language, "the same, measured earlier",
                                                  "hetzelfde, eerder gemeten")
                                         : NULL};
    for (int sign = GP_FIT_TOO_LITTLE; sign <= GP_FIT_UNKNOWN; sign++)
        entries[count++] = (gp_key_entry){
            "sample", draw_sign_sample, sign,
            seen->has_sign[sign] ? gp_fit_sign_words((gp_fit_sign)sign, language) : NULL};
    entries[count++] =
        (gp_key_entry){"sample", draw_answer_sample, 0,
                       seen->has_answer ? gp_say(language, "answers it", "antwoordt erop") : NULL};
    entries[count++] = (gp_key_entry){
        "sample", draw_worse_sample, 0,
        seen->has_worse ? gp_say(language, "makes the gap larger, or nothing answers it",
                                 "maakt de kloof groter, of niets antwoordt erop")
                        : NULL};
    return gp_draw_key(sheet->buffer, language, entries, count, at, sheet->width - 2 * GP_MARGIN);
}

static const char *foot_words(const gp_sheet *sheet, const fit_seen *seen)
{
    gp_add_text(
        sheet->scratch,
        gp_say(sheet->language,
               "Each dimension has a scale of its own, without numbers: distances in one panel "
               "say nothing about those in another, and nothing is added up.",
               "Elke dimensie heeft een eigen schaal, zonder getallen: afstanden in het ene "
               "paneel zeggen niets over die in een ander, en niets wordt opgeteld."));
    if (seen->has_unsure)
        gp_add_text(sheet->scratch, gp_say(sheet->language, " ?: rests on an unknown lead time.",
                                           " ?: steunt op een onbekende doorlooptijd."));
    return gp_take_words(sheet);
}

static gp_length draw_foot(const gp_fit_picture *picture, const gp_filter *filter, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    const fit_seen seen = look_at(picture);
    gp_length room = sheet->width - 2 * GP_MARGIN;
    gp_point at = {GP_MARGIN, top};
    const char *unmeasured = filter ? NULL : unmeasured_words(picture);
    if (picture->fits.fit_count) {
        at.y = draw_fit_key(sheet, &seen, at);
        at.y = gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, at, room, foot_words(sheet, &seen));
    }
    if (unmeasured) at.y = gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, at, room, unmeasured);
    return at.y;
}

static gp_status draw_panels(gp_fit_picture *picture, const gp_filter *filter, gp_length *top)
{
    const gp_sheet *sheet = &picture->sheet;
    for (uint32_t first = 0; first < picture->fits.fit_count;)
        GP_TRY(draw_panel(picture, &first, top));
    if (picture->fits.fit_count) return GP_OK;
    *top = gp_draw_lines(
               sheet->buffer, GP_FONT_SUBTITLE, (gp_point){GP_MARGIN, *top},
               sheet->width - 2 * GP_MARGIN,
               filter ? gp_say(sheet->language, "Nothing that was measured is about this.",
                               "Niets wat gemeten is, gaat hierover.")
                      : gp_say(sheet->language, "Nothing was measured.", "Er is niets gemeten.")) +
           PANEL_GAP;
    return GP_OK;
}

/* What NULL stands for. */
static const gp_fit_view defaults = {0};

gp_status gp_draw_fit(gp_job *job, const gp_schedule *schedule, const gp_fit_view *view,
                      gp_picture *out)
{
    if (!view) view = &defaults;
    gp_fit_picture picture = {.sheet = {.width = PAGE_WIDTH}};
    gp_sheet *sheet = &picture.sheet;
    gp_picture drawn = {0};
    GP_TRY(gp_start_sheet(sheet, job, schedule, view->language));
    GP_TRY(gp_find_fits(job, schedule, &picture.fits));
    uint32_t all = picture.fits.fit_count;
    GP_TRY(gp_filter_fits(sheet, view->filter, &picture.fits));
    const char *title = sheet->portfolio->title;
    sheet->page = (gp_page){
        .name = "fit",
        .title =
            *title ? title : gp_say(view->language, "Need and experience", "Behoefte en ervaring"),
        .subtitle = subtitle_words(sheet, view->filter, all - picture.fits.fit_count),
        .reading = gp_say(view->language,
                          "A panel for each dimension. A row says for whom and in which situation, "
                          "where need and experience stand on the scale of that dimension, which "
                          "way they differ, and which interventions answer that.",
                          "Een paneel per dimensie. Een rij zegt voor wie en in welke situatie, "
                          "waar behoefte en ervaring staan op de schaal van die dimensie, welke "
                          "kant ze verschillen, en welke interventies daarop antwoorden."),
        .theme = view->theme,
        .style = &style};
    gp_length top = gp_draw_sheet_head(sheet) + GP_UNITS(16);
    GP_TRY(draw_panels(&picture, view->filter, &top));
    top = draw_foot(&picture, view->filter, top);
    drawn.box_count = picture.fits.fit_count;
    GP_TRY(gp_finish_sheet(sheet, top + GP_MARGIN, &drawn));
    *out = drawn;
    return GP_OK;
}
