/* SPDX-License-Identifier: MIT
 * Need against experience: a panel per dimension, with an axis of its own that has no numbers. The
 * white paper's dimensions cannot be compared: they stand in the order of the portfolio, never by
 * how much is missing, nothing is added up over them, and no axis runs from one into another. */
#include "render/fit_picture.h"
#include "render/key.h"
#include "render/part_words.h"

#include <string.h>

#define PANEL_WIDTH (GP_UNITS(1300) - 2 * GP_MARGIN)
#define ROUGH_HEAD GP_UNITS(200) /* what stands above and below the panels */
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

static void draw_rule(const gp_fit_picture *picture, gp_length y)
{
    gp_buffer *buffer = picture->sheet.buffer;
    gp_svg_open_path(buffer, "rule");
    gp_svg_move(buffer, picture->left + PANEL_PADDING, y);
    gp_svg_line(buffer, picture->left + PANEL_WIDTH - PANEL_PADDING, y);
    gp_svg_close_path(buffer);
}

/* One dimension: its fits, and how tall they make its panel. */
typedef struct panel {
    uint32_t first, end;
    gp_length height;
} panel;

/* Draws the rows of a panel and returns where it ends. */
static gp_length draw_rows(const gp_fit_picture *picture, const panel *p, gp_length top)
{
    gp_length y = top + PANEL_HEAD;
    for (uint32_t i = p->first; i < p->end; i++) {
        draw_rule(picture, y);
        y = gp_draw_fit_row(picture, i, y);
    }
    return y + PANEL_FOOT;
}

static void draw_panel(const gp_fit_picture *picture, const panel *p, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    uint32_t dimension = picture->fits.fits[p->first].dimension;
    const gp_term *term = &sheet->portfolio->dimensions.terms[dimension];
    const gp_item_words words = {
        .prefix = "dimension", .id = term->id, .class_name = "dimension", .label = term->name};
    gp_open_item(sheet, &words);
    gp_svg_rectangle(sheet->buffer, "ground", (gp_point){picture->left, top},
                     (gp_point){PANEL_WIDTH, p->height}, GP_UNITS(6));
    gp_draw_cut(sheet, GP_FONT_TITLE, NULL,
                (gp_point){picture->left + PANEL_PADDING, top + GP_UNITS(27)},
                PANEL_WIDTH - 2 * PANEL_PADDING, term->name, false);
    draw_rows(picture, p, top);
    gp_close_item(sheet, &words);
}

/* ---- columns ---- */

/* All panels, in the order of the portfolio, in columns no taller than `height`. */
typedef struct panels {
    panel *panels;
    uint32_t count, columns;
    gp_length height, tallest, sum;
} panels;

/* Finds the panels; how tall they are shows when they are drawn, on a sheet that is thrown away. */
static gp_status find_panels(const gp_fit_picture *picture, panels *all)
{
    const gp_fits *fits = &picture->fits;
    gp_fit_picture trial = *picture;
    *all = (panels){.panels = GP_NEW(picture->sheet.job, panel, fits->fit_count)};
    trial.sheet.buffer = gp_new_buffer(picture->sheet.job);
    if (!all->panels || !trial.sheet.buffer) return gp_no_memory(picture->sheet.job);
    for (uint32_t i = 0; i < fits->fit_count;) {
        panel *p = &all->panels[all->count++];
        p->first = i;
        while (i < fits->fit_count && fits->fits[i].dimension == fits->fits[p->first].dimension)
            i++;
        p->end = i;
        p->height = draw_rows(&trial, p, 0);
        all->sum += p->height + PANEL_GAP;
        if (p->height + PANEL_GAP > all->tallest) all->tallest = p->height + PANEL_GAP;
        trial.sheet.buffer->bytes.count = 0;
    }
    return trial.sheet.buffer->has_failed ? gp_no_memory(picture->sheet.job) : GP_OK;
}

static bool is_full(const panels *all, const panel *p, gp_length top, uint32_t column)
{
    return top > 0 && top + p->height + PANEL_GAP > all->height && column + 1 < all->columns;
}

static bool fits(const panels *all)
{
    gp_length top = 0;
    uint32_t column = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        if (is_full(all, &all->panels[i], top, column)) {
            column++;
            top = 0;
        }
        top += all->panels[i].height + PANEL_GAP;
        if (top > all->height) return false;
    }
    return true;
}

static gp_length width_of(uint32_t columns)
{
    return 2 * GP_MARGIN + PANEL_WIDTH * columns + PANEL_GAP * (columns - 1);
}

/* As few columns as make the page no taller than 5 : 3; how tall they are is found by halving. */
static void arrange(panels *all)
{
    do {
        gp_length low = all->tallest, high = all->sum;
        all->columns++;
        while (low < high) {
            all->height = low + (high - low) / 2;
            if (fits(all))
                high = all->height;
            else
                low = all->height + 1;
        }
        all->height = high;
    } while (3 * (all->height + ROUGH_HEAD) > 5 * width_of(all->columns) &&
             all->columns < all->count);
}

static void draw_panels(gp_fit_picture *picture, const panels *all, gp_length *top)
{
    gp_length y = 0;
    uint32_t column = 0;
    for (uint32_t i = 0; i < all->count; i++) {
        const panel *p = &all->panels[i];
        if (is_full(all, p, y, column)) {
            column++;
            y = 0;
        }
        picture->left = GP_MARGIN + (PANEL_WIDTH + PANEL_GAP) * column;
        draw_panel(picture, p, *top + y);
        y += p->height + PANEL_GAP;
    }
    *top += all->height;
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

static gp_length draw_nothing(const gp_sheet *sheet, const gp_filter *filter, gp_length top)
{
    return gp_draw_lines(
               sheet->buffer, GP_FONT_SUBTITLE, (gp_point){GP_MARGIN, top},
               sheet->width - 2 * GP_MARGIN,
               filter ? gp_say(sheet->language, "Nothing that was measured is about this.",
                               "Niets wat gemeten is, gaat hierover.")
                      : gp_say(sheet->language, "Nothing was measured.", "Er is niets gemeten.")) +
           PANEL_GAP;
}

/* What NULL stands for. */
static const gp_fit_view defaults = {0};

gp_status gp_draw_fit(gp_job *job, const gp_schedule *schedule, const gp_fit_view *view,
                      gp_picture *out)
{
    if (!view) view = &defaults;
    gp_fit_picture picture = {.left = GP_MARGIN};
    panels all;
    gp_sheet *sheet = &picture.sheet;
    gp_picture drawn = {0};
    GP_TRY(gp_start_sheet(sheet, job, schedule, view->language));
    GP_TRY(gp_find_fits(job, schedule, &picture.fits));
    uint32_t measured = picture.fits.fit_count;
    GP_TRY(gp_filter_fits(sheet, view->filter, &picture.fits));
    GP_TRY(find_panels(&picture, &all));
    arrange(&all);
    sheet->width = width_of(all.columns);
    const char *title = sheet->portfolio->title;
    sheet->page = (gp_page){
        .name = "fit",
        .title =
            *title ? title : gp_say(view->language, "Need and experience", "Behoefte en ervaring"),
        .subtitle = subtitle_words(sheet, view->filter, measured - picture.fits.fit_count),
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
    if (all.count)
        draw_panels(&picture, &all, &top);
    else
        top = draw_nothing(sheet, view->filter, top);
    top = draw_foot(&picture, view->filter, top);
    drawn.box_count = picture.fits.fit_count;
    GP_TRY(gp_finish_sheet(sheet, top + GP_MARGIN, &drawn));
    *out = drawn;
    return GP_OK;
}
