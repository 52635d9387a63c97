/* SPDX-License-Identifier: MIT
 * The development path: the third figure of the white paper as a page. Title and what was
 * counted on top; the graph; a band with what is unfounded; the legend; and in words what the
 * picture does not show. This file puts the parts under each other, from sizes that are known
 * before anything is drawn. */
#include "render/path_memory.h"

static const gp_style_rule rules[] = {{".halo", GP_COLOUR_NONE, GP_COLOUR_INK},
                                      {".frame", GP_COLOUR_PANEL, GP_COLOUR_ARROW},
                                      {".ground", GP_COLOUR_PANEL, GP_COLOUR_NONE},
                                      {".behind", GP_COLOUR_MUTED, GP_COLOUR_NONE},
                                      {".plateau", GP_COLOUR_PANEL, GP_COLOUR_NONE}};
static const gp_style style = {.rules = rules,
                               .rule_count = sizeof rules / sizeof *rules,
                               .shapes = ".halo{fill:none;stroke-width:1px}\n"
                                         ".frame{stroke-width:1px}\n"};

gp_status gp_word_boxes(gp_path_picture *picture)
{
    const gp_path_model *model = picture->model;
    gp_length text_width = 0;
    for (int part = 0; part < GP_PARTS; part++) {
        GP_TRY(
            gp_write_boxes(picture->sheet.job, model, &model->parts[part], &picture->texts[part]));
        gp_length width = gp_box_text_width(picture->texts[part], model->parts[part].box_count);
        if (width > text_width) text_width = width;
    }
    for (int part = 0; part < GP_PARTS; part++)
        gp_size_boxes(picture->texts[part], &model->parts[part], text_width);
    return GP_OK;
}

gp_length gp_draw_paragraph(const gp_path_picture *picture, gp_font font, gp_length top,
                            const char *text)
{
    return gp_draw_lines(picture->sheet.buffer, font, (gp_point){GP_MARGIN, top}, picture->width,
                         text);
}

static gp_length draw_band(const gp_path_picture *picture, gp_length top, gp_status *status)
{
    const gp_layout *layout = &picture->layouts[GP_PART_UNFOUNDED];
    if (layout->box_count == 0) return top;
    gp_buffer *buffer = picture->sheet.buffer;
    const char *caption = gp_word_of(GP_WORD_UNFOUNDED_BAND, picture->sheet.language);
    gp_length head = picture->origin[GP_PART_UNFOUNDED].y - top;
    gp_point size = {picture->width, head + layout->size.y + GP_BOX_PADDING};
    gp_add_text(buffer, "<g id=\"unfounded\" role=\"group\" aria-label=\"");
    gp_add_text(buffer, caption);
    gp_add_text(buffer, "\">\n");
    gp_svg_rectangle(buffer, "band", (gp_point){GP_MARGIN, top}, size, GP_UNITS(4));
    gp_svg_words(buffer, GP_FONT_SUBTITLE,
                 (gp_point){GP_MARGIN + GP_BOX_PADDING, top + GP_UNITS(20)}, caption);
    *status = gp_draw_part(picture, GP_PART_UNFOUNDED);
    gp_add_text(buffer, "</g>\n");
    return top + size.y;
}

static void draw_note(const gp_path_picture *picture, gp_length *top, gp_word word)
{
    *top = gp_draw_paragraph(picture, GP_FONT_CAPTION, *top,
                             gp_word_of(word, picture->sheet.language));
}

/* What the lines in the boxes say, and that there could be more of them. */
static void draw_box_notes(const gp_path_picture *picture, gp_length *top)
{
    const gp_path_model *model = picture->model;
    const gp_dates *dates = model->schedule->dates;
    bool rests_on_unknown = false;
    for (int part = 0; part < GP_PARTS; part++)
        for (uint32_t i = 0; i < model->parts[part].box_count; i++)
            rests_on_unknown |= dates[model->parts[part].boxes[i].activity].not_before;
    if (model->detail == GP_DETAIL_FULL) draw_note(picture, top, GP_WORD_LEGEND_BOX);
    if (model->detail == GP_DETAIL_SHORT) {
        draw_note(picture, top, GP_WORD_LEGEND_BRIEF);
        if (rests_on_unknown) draw_note(picture, top, GP_WORD_LEGEND_NOT_BEFORE);
    }
    if (model->detail != model->view->detail && model->detail != GP_DETAIL_FULL)
        draw_note(picture, top, GP_WORD_IN_SHORT);
}

static void draw_counted(const gp_path_picture *picture, gp_length *top, uint32_t count,
                         gp_word one, gp_word many)
{
    const gp_sheet *sheet = &picture->sheet;
    if (count == 0) return;
    gp_add_number(sheet->scratch, count);
    gp_add_text(sheet->scratch, " ");
    gp_add_text(sheet->scratch, gp_word_of(count == 1 ? one : many, sheet->language));
    *top = gp_draw_paragraph(picture, GP_FONT_CAPTION, *top, gp_take_words(sheet));
}

/* How much lies further from the focus than is drawn. */
static void draw_beyond(const gp_path_picture *picture, gp_length *top)
{
    const gp_sheet *sheet = &picture->sheet;
    const uint32_t *beyond = picture->model->choice.beyond;
    if (!picture->model->view->hops) return;
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_BEYOND_LEFT, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_number(sheet->scratch, beyond[GP_WAY_LEFT]);
    gp_add_text(sheet->scratch, "; ");
    gp_add_text(sheet->scratch, gp_word_of(GP_WORD_BEYOND_RIGHT, sheet->language));
    gp_add_text(sheet->scratch, " ");
    gp_add_number(sheet->scratch, beyond[GP_WAY_RIGHT]);
    gp_add_text(sheet->scratch, ".");
    *top = gp_draw_paragraph(picture, GP_FONT_CAPTION, *top, gp_take_words(sheet));
}

static void draw_notes(const gp_path_picture *picture, gp_length *top)
{
    if (picture->model->box_count) draw_box_notes(picture, top);
    if (picture->periods.count)
        draw_note(picture, top,
                  picture->model->view->columns == GP_COLUMNS_ROUND ? GP_WORD_COLUMNS_ROUND
                                                                    : GP_WORD_COLUMNS_YEAR);
    draw_beyond(picture, top);
    draw_counted(picture, top, picture->model->behind_count, GP_WORD_BEHIND_ONE, GP_WORD_BEHIND);
    draw_counted(picture, top, picture->model->left_out_count, GP_WORD_LEFT_OUT_ONE,
                 GP_WORD_LEFT_OUT);
    if (picture->model->has_too_many_groups) draw_note(picture, top, GP_WORD_TOO_MANY_GROUPS);
    if (picture->layouts[0].is_coarse || picture->layouts[1].is_coarse)
        draw_note(picture, top, GP_WORD_COARSE);
}

/* Everything on the page; its height through `height`. */
static gp_status draw_body(gp_path_picture *picture, gp_length *height)
{
    gp_length top = gp_draw_sheet_head(&picture->sheet);
    if (picture->model->box_count == 0)
        top = gp_draw_paragraph(
            picture, GP_FONT_SUBTITLE, top + GP_UNITS(20),
            gp_word_of(picture->model->choice.hides ? GP_WORD_NOTHING_HERE : GP_WORD_NOTHING,
                       picture->sheet.language));
    top += GP_UNITS(22);
    if (picture->periods.count) {
        gp_draw_periods(picture, top,
                        top + GP_PERIOD_HEAD + picture->layouts[GP_PART_FOUNDED].size.y +
                            GP_UNITS(12));
        top += GP_PERIOD_HEAD;
    }
    picture->origin[GP_PART_FOUNDED] = (gp_point){GP_MARGIN, top};
    GP_TRY(gp_draw_part(picture, GP_PART_FOUNDED));
    if (picture->layouts[GP_PART_FOUNDED].box_count)
        top += picture->layouts[GP_PART_FOUNDED].size.y + GP_UNITS(24);
    picture->origin[GP_PART_UNFOUNDED] = (gp_point){GP_MARGIN + GP_BOX_PADDING, top + GP_UNITS(32)};
    gp_status status = GP_OK;
    gp_length after = draw_band(picture, top, &status);
    GP_TRY(status);
    top = after > top ? after + GP_UNITS(22) : top;
    GP_TRY(gp_draw_path_gone(picture, &top));
    top = gp_draw_legend(picture, top);
    draw_notes(picture, &top);
    *height = top + GP_MARGIN;
    return GP_OK;
}

static gp_status draw(gp_path_picture *picture, gp_picture *out)
{
    gp_sheet *sheet = &picture->sheet;
    gp_length height = 0;
    GP_TRY(gp_word_boxes(picture));
    GP_TRY(gp_place_parts(picture));
    sheet->width = picture->width + 2 * GP_MARGIN;
    sheet->page = (gp_page){.name = "path",
                            .theme = picture->model->view->theme,
                            .style = &style,
                            .more = picture->model->view->older ? &gp_older_style : NULL,
                            .subtitle = gp_path_subtitle(picture),
                            .reading = gp_word_of(GP_WORD_READING, sheet->language)};
    GP_TRY(gp_write_title(picture, &sheet->page.title));
    GP_TRY(draw_body(picture, &height));
    return gp_finish_sheet(sheet, height, out);
}

gp_status gp_draw_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                       gp_picture *out)
{
    if (!view) view = &gp_whole_path;
    gp_path_picture picture = {.model = NULL};
    gp_picture drawn = {0};
    GP_TRY(gp_start_sheet(&picture.sheet, job, schedule, view->language));
    GP_TRY(gp_model_path(job, schedule, view, &picture.model));
    GP_TRY(draw(&picture, &drawn));
    if (view->is_stable && view->group == GP_GROUP_NONE && picture.periods.count == 0)
        GP_TRY(gp_write_places(&picture, &drawn.layout_text, &drawn.layout_size));
    drawn.box_count = picture.model->box_count;
    drawn.arrow_count = picture.model->arrow_count;
    drawn.left_out_count = picture.model->left_out_count;
    drawn.is_coarse =
        picture.layouts[GP_PART_FOUNDED].is_coarse || picture.layouts[GP_PART_UNFOUNDED].is_coarse;
    *out = drawn;
    return GP_OK;
}
