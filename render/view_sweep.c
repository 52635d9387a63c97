/* SPDX-License-Identifier: MIT
 * One question with several values: how late is each intervention with each of them? Lines from
 * value to value; of two targets a panel for each value of the first. */
#include "render/key.h"
#include "render/part_words.h"
#include "render/sweep_picture.h"

#include <string.h>

#define PLOT_HEIGHT_LEAST GP_UNITS(300)
#define PANEL_GAP GP_UNITS(22)
#define ROUGH_HEAD GP_UNITS(200) /* what stands above and below the panels */

static const gp_style_rule rules[] = {
    {".grid", GP_COLOUR_NONE, GP_COLOUR_GRID},
    {".zero", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".apart,.leader", GP_COLOUR_NONE, GP_COLOUR_ARROW},
    {".line", GP_COLOUR_NONE, GP_COLOUR_INTERVENTION_LINE},
    {".line.dashed", GP_COLOUR_NONE, GP_COLOUR_CLASH},
    {".line.dotted", GP_COLOUR_NONE, GP_COLOUR_REQUESTED_LINE},
    {".line.mixed", GP_COLOUR_NONE, GP_COLOUR_INK},
    {".mark", GP_COLOUR_INTERVENTION_LINE, GP_COLOUR_INTERVENTION_LINE},
    {".mark.dashed", GP_COLOUR_CLASH, GP_COLOUR_CLASH},
    {".mark.dotted", GP_COLOUR_REQUESTED_LINE, GP_COLOUR_REQUESTED_LINE},
    {".mark.mixed", GP_COLOUR_INK, GP_COLOUR_INK},
    {".mark.open", GP_COLOUR_PAGE, GP_COLOUR_INTERVENTION_LINE},
    {".mark.open.dashed", GP_COLOUR_PAGE, GP_COLOUR_CLASH},
    {".mark.open.dotted", GP_COLOUR_PAGE, GP_COLOUR_REQUESTED_LINE},
    {".mark.open.mixed", GP_COLOUR_PAGE, GP_COLOUR_INK},
    {"text.number", GP_COLOUR_INK, GP_COLOUR_PAGE},
};

static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".grid,.zero,.apart,.leader,.line{fill:none}\n"
                                         ".grid,.leader{stroke-width:.8px}\n"
                                         ".zero{stroke-width:2px}\n"
                                         ".apart{stroke-width:1px;stroke-dasharray:1 3}\n"
                                         ".line{stroke-width:1.8px}\n"
                                         ".line.dashed{stroke-dasharray:8 4}\n"
                                         ".line.dotted{stroke-dasharray:2 3}\n"
                                         ".line.mixed{stroke-dasharray:9 3 2 3}\n"
                                         ".mark{stroke-width:1.4px}\n"
                                         "text.number{paint-order:stroke;stroke-width:3px}\n"};

/* ---- panels ---- */

static gp_point panel_size(const gp_sweep_picture *picture)
{
    return (gp_point){GP_SWEEP_DAYS + picture->plot_width + GP_SWEEP_LABELS,
                      GP_SWEEP_HEAD + picture->plot_height + GP_SWEEP_FOOT};
}

/* As few columns as make the page no taller than it is wide by 3 : 4. */
static uint32_t arrange(gp_sweep_picture *picture)
{
    gp_length names = GP_SWEEP_LABEL_STEP * picture->line_count * 3 / 2;
    picture->plot_height = names > PLOT_HEIGHT_LEAST ? names : PLOT_HEIGHT_LEAST;
    const gp_point size = panel_size(picture);
    uint32_t columns = 0;
    gp_length height;
    do {
        columns++;
        uint32_t rows = (picture->panel_count + columns - 1) / columns;
        height = ROUGH_HEAD + (size.y + PANEL_GAP) * rows;
        picture->sheet.width = 2 * GP_MARGIN + size.x * columns + PANEL_GAP * (columns - 1);
    } while (4 * height > 3 * picture->sheet.width && columns < picture->panel_count);
    return columns;
}

static gp_length draw_panels(const gp_sweep_picture *picture, uint32_t columns, gp_length top)
{
    const gp_point size = panel_size(picture);
    uint32_t rows = (picture->panel_count + columns - 1) / columns;
    for (uint32_t i = 0; i < picture->panel_count; i++) {
        const gp_point at = {GP_MARGIN + (size.x + PANEL_GAP) * (i % columns),
                             top + (size.y + PANEL_GAP) * (i / columns)};
        gp_draw_sweep_panel(picture, i, at);
    }
    return top + (size.y + PANEL_GAP) * rows;
}

/* ---- words ---- */

static const char *subtitle_words(const gp_sweep_picture *picture, const gp_filter *filter)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_buffer *scratch = sheet->scratch;
    uint32_t others = gp_count_other_interventions(sheet->portfolio, filter);
    gp_add_text(scratch,
                gp_say(language, "Days late by value of ", "Dagen te laat naar waarde van "));
    for (uint32_t a = 0; a < picture->sweep->axis_count; a++) {
        if (a) gp_add_text(scratch, gp_say(language, " and ", " en "));
        gp_add_text(scratch, picture->sweep->axes[a].target);
    }
    gp_add_text(scratch, " \xC2\xB7 ");
    gp_add_text(scratch, gp_word_of(GP_WORD_STATUS_DATE, language));
    gp_add_text(scratch, " ");
    gp_add_day(scratch, sheet->portfolio->status_date);
    gp_add_text(scratch, " \xC2\xB7 ");
    gp_add_text(scratch, gp_say(language, "interventions late with one of them: ",
                                "interventies te laat bij een ervan: "));
    gp_add_number(scratch, picture->late_count);
    gp_add_text(scratch, gp_say(language, " of ", " van "));
    gp_add_number(scratch, picture->sweep->symbol_count - others);
    gp_add_filter_words(scratch, sheet->schedule->network, language, filter, others);
    return gp_take_words(sheet);
}

static const char *foot_words(const gp_sweep_picture *picture)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_language language = sheet->language;
    gp_buffer *scratch = sheet->scratch;
    if (picture->late_count > picture->line_count) {
        gp_add_text(scratch, gp_say(language, "Drawn are the ", "Getekend zijn de "));
        gp_add_number(scratch, picture->line_count);
        gp_add_text(scratch, gp_say(language, " with the most days late; ",
                                    " met de meeste dagen te laat; "));
        gp_add_number(scratch, picture->late_count - picture->line_count);
        gp_add_text(scratch, gp_say(language, " others that are late are not. ",
                                    " andere die te laat zijn niet. "));
    }
    gp_add_text(scratch, picture->is_to_scale
                             ? gp_say(language, "The values stand to scale. ",
                                      "De waarden staan op schaal. ")
                             : gp_say(language, "The values stand evenly, not to scale. ",
                                      "De waarden staan gelijk verdeeld, niet op schaal. "));
    gp_add_text(scratch,
                gp_say(language,
                       "Left of the dotted line: the file as it is. At the end of a line: its days "
                       "late with the last value. Numbers without room are in the tooltips.",
                       "Links van de stippellijn: het bestand zoals het is. Aan het eind van een "
                       "lijn: de dagen te laat bij de laatste waarde. Getallen zonder ruimte "
                       "staan in de tooltips."));
    return gp_take_words(sheet);
}

/* ---- key ---- */

static void draw_zero(gp_buffer *buffer, gp_point at, int kind)
{
    (void)kind;
    gp_svg_open_path(buffer, "zero");
    gp_svg_move(buffer, at.x, at.y + GP_SAMPLE_HEIGHT / 2);
    gp_svg_line(buffer, at.x + GP_SAMPLE_WIDTH, at.y + GP_SAMPLE_HEIGHT / 2);
    gp_svg_close_path(buffer);
}

static void draw_sample(gp_buffer *buffer, gp_point at, int number)
{
    static const bool is_there[] = {true, true};
    const gp_point ends[] = {{at.x, at.y + GP_SAMPLE_HEIGHT / 2},
                             {at.x + GP_SAMPLE_WIDTH, at.y + GP_SAMPLE_HEIGHT / 2}};
    gp_draw_sweep_line(buffer, (uint32_t)number, ends, is_there, 2);
}

static gp_length draw_foot(const gp_sweep_picture *picture, gp_length top)
{
    const gp_sheet *sheet = &picture->sheet;
    gp_length room = sheet->width - 2 * GP_MARGIN;
    const gp_key_entry entries[] = {
        {"sample", draw_zero, 0,
         gp_say(sheet->language, "the needed date: in time", "de gevraagde datum: op tijd")},
        {"sample", draw_sample, 0,
         gp_say(sheet->language, "an intervention; each has dashes and marks of its own",
                "een interventie; elke heeft eigen streepjes en tekens")},
    };
    gp_point at = {GP_MARGIN, top};
    at.y = gp_draw_key(sheet->buffer, sheet->language, entries, sizeof entries / sizeof *entries,
                       at, room);
    return gp_draw_lines(sheet->buffer, GP_FONT_CAPTION, at, room, foot_words(picture));
}

static gp_length draw_nothing(const gp_sheet *sheet, gp_length top)
{
    return gp_draw_lines(
        sheet->buffer, GP_FONT_SUBTITLE, (gp_point){GP_MARGIN, top}, sheet->width - 2 * GP_MARGIN,
        gp_say(sheet->language, "Nothing is late, neither as it is nor with any of these values.",
               "Niets is te laat, niet zoals het is en bij geen van deze "
               "waarden."));
}

/* What NULL stands for. */
static const gp_sweep_view defaults = {0};

gp_status gp_draw_sweep(gp_job *job, const gp_schedule *schedule, const gp_sweep *sweep,
                        const gp_sweep_view *view, gp_picture *out)
{
    if (!view) view = &defaults;
    gp_sweep_picture picture = {.sweep = sweep, .along = &sweep->axes[sweep->axis_count - 1]};
    gp_sheet *sheet = &picture.sheet;
    picture.panel_count = sweep->axis_count > 1 ? sweep->axes[0].count : 1;
    GP_TRY(gp_start_sheet(sheet, job, schedule, view->language));
    GP_TRY(gp_find_sweep_lines(&picture, view->filter));
    GP_TRY(gp_place_sweep_values(&picture));
    uint32_t columns = arrange(&picture);
    const char *title = sheet->portfolio->title;
    sheet->page = (gp_page){
        .name = "sweep",
        .title = *title ? title : gp_say(view->language, "Days late", "Dagen te laat"),
        .subtitle = subtitle_words(&picture, view->filter),
        .reading = gp_say(view->language,
                          "A line for each intervention that is late with one of the values: how "
                          "many days after the needed date it is live, first as it is, then with "
                          "each value.",
                          "Een lijn voor elke interventie die bij een van de waarden te laat is: "
                          "hoeveel dagen na de gevraagde datum zij live is, eerst zoals het is, "
                          "dan bij elke waarde."),
        .theme = view->theme,
        .style = &style};
    gp_picture drawn = {.box_count = picture.line_count};
    gp_length top = gp_draw_sheet_head(sheet) + GP_UNITS(10);
    if (picture.line_count)
        top = draw_foot(&picture, draw_panels(&picture, columns, top));
    else
        top = draw_nothing(sheet, top);
    GP_TRY(gp_finish_sheet(sheet, top + GP_MARGIN, &drawn));
    *out = drawn;
    return GP_OK;
}
