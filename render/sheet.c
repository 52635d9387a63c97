/* SPDX-License-Identifier: MIT
 * Panels with words on a page that grows: words are put together in a scratch, cut or wrapped to
 * the room that there is, and what does not fit stands in full in the title of its group. */
#include "render/sheet.h"
#include "render/element_id.h"
#include "render/tooltip.h"

#include <string.h>

#define LABEL_MAX 200 /* characters that a screen reader is given of a text */

gp_status gp_start_sheet(gp_sheet *sheet, gp_job *job, const gp_schedule *schedule,
                         gp_language language)
{
    sheet->job = job;
    sheet->schedule = schedule;
    sheet->portfolio = schedule->network->portfolio;
    sheet->language = language;
    sheet->buffer = gp_new_buffer(job);
    sheet->scratch = gp_new_buffer(job);
    return sheet->buffer && sheet->scratch ? GP_OK : gp_no_memory(job);
}

gp_length gp_draw_sheet_head(const gp_sheet *sheet)
{
    gp_length room = sheet->width - 2 * GP_MARGIN;
    gp_length y = gp_draw_lines(sheet->buffer, GP_FONT_TITLE, (gp_point){GP_MARGIN, GP_MARGIN},
                                room - sheet->corner, sheet->page.title);
    return gp_draw_lines(sheet->buffer, GP_FONT_SUBTITLE, (gp_point){GP_MARGIN, y + GP_UNITS(4)},
                         room, sheet->page.subtitle);
}

/* What stands around the picture is known last, and put around it: a picture may be large. */
gp_status gp_finish_sheet(gp_sheet *sheet, gp_length height, gp_picture *out)
{
    const char *head;
    size_t size;
    gp_picture drawn = *out;
    gp_buffer *page = gp_new_buffer(sheet->job);
    if (!page || sheet->scratch->has_failed) return gp_no_memory(sheet->job);
    sheet->page.language = sheet->language;
    sheet->page.size = (gp_point){sheet->width, height};
    gp_open_page(page, &sheet->page);
    GP_TRY(gp_finish_buffer(page, &head, &size));
    gp_put_before(sheet->buffer, head, size);
    gp_close_page(sheet->buffer);
    GP_TRY(gp_finish_buffer(sheet->buffer, &drawn.text, &drawn.size));
    *out = drawn;
    return GP_OK;
}

const char *gp_take_words(const gp_sheet *sheet)
{
    const char *text;
    size_t size;
    gp_buffer *scratch = sheet->scratch;
    if (scratch->has_failed || gp_finish_buffer(scratch, &text, &size) != GP_OK) return "";
    const char *copy = gp_copy_text(sheet->job, text, size);
    scratch->bytes.count = 0;
    if (copy) return copy;
    scratch->has_failed = true;
    return "";
}

void gp_draw_cut(const gp_sheet *sheet, gp_font font, const char *class_name, gp_point at,
                 gp_length width, const char *text, bool is_end)
{
    char classes[64];
    gp_text_line line = {0};
    size_t name = strlen(gp_font_of(font)->name), more = class_name ? strlen(class_name) : 0;
    if (gp_wrap_text(text, font, width, 1, &line) == 0 || name + more + 2 > sizeof classes) return;
    memcpy(classes, gp_font_of(font)->name, name + 1);
    if (class_name) {
        classes[name] = ' ';
        memcpy(classes + name + 1, class_name, more + 1);
    }
    gp_svg_label(sheet->buffer, classes, at, &line, "", is_end);
}

uint32_t gp_draw_wrapped(const gp_sheet *sheet, gp_font font, gp_point at, gp_length width,
                         uint32_t line_max, gp_length step, const char *text)
{
    gp_text_line lines[GP_SHEET_LINES] = {{0}};
    uint32_t count = gp_wrap_text(text, font, width, line_max, lines);
    for (uint32_t i = 0; i < count; i++)
        gp_svg_text(sheet->buffer, font, (gp_point){at.x, at.y + step * i}, &lines[i]);
    return count;
}

static const char *url_of(const gp_sheet *sheet, const gp_item_words *words)
{
    return words->is_activity ? gp_activity_url(sheet->schedule->network, words->activity) : NULL;
}

static void add_title(const gp_sheet *sheet, const gp_item_words *words)
{
    gp_buffer *buffer = sheet->buffer;
    const char *title = words->title || words->is_activity ? words->title : words->label;
    gp_add_text(buffer, "<title>");
    if (title) gp_svg_escape(buffer, title, strlen(title));
    if (title && words->is_activity) gp_add_text(buffer, "\n");
    if (words->is_activity)
        gp_add_tooltip(buffer, sheet->schedule, sheet->language, words->activity);
    gp_add_text(buffer, "</title>\n");
}

void gp_open_item(const gp_sheet *sheet, const gp_item_words *words)
{
    gp_buffer *buffer = sheet->buffer;
    gp_svg_open_link(buffer, url_of(sheet, words));
    gp_add_text(buffer, "<g id=\"");
    gp_add_text(buffer, words->prefix);
    if (words->id) {
        gp_add_text(buffer, "__");
        gp_add_element_id(buffer, words->id);
    }
    gp_add_text(buffer, "\" class=\"");
    gp_add_text(buffer, words->class_name);
    gp_add_text(buffer, "\" role=\"");
    gp_add_text(buffer, words->role ? words->role : "group");
    gp_add_text(buffer, "\" aria-label=\"");
    gp_svg_escape_short(buffer, words->label, LABEL_MAX);
    gp_add_text(buffer, "\">\n");
    add_title(sheet, words);
}

void gp_close_item(const gp_sheet *sheet, const gp_item_words *words)
{
    gp_add_text(sheet->buffer, "</g>\n");
    gp_svg_close_link(sheet->buffer, url_of(sheet, words));
}

void gp_draw_behind(gp_buffer *buffer, gp_point at)
{
    gp_svg_open_path(buffer, "behind");
    gp_svg_move(buffer, at.x, at.y);
    gp_svg_line(buffer, at.x + GP_SIGN_SIZE / 2, at.y - GP_SIGN_SIZE);
    gp_svg_line(buffer, at.x + GP_SIGN_SIZE, at.y);
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}

void gp_draw_ahead(gp_buffer *buffer, gp_point at)
{
    gp_svg_open_path(buffer, "ahead");
    gp_svg_move(buffer, at.x, at.y - GP_SIGN_SIZE);
    gp_svg_line(buffer, at.x + GP_SIGN_SIZE, at.y - GP_SIGN_SIZE / 2);
    gp_svg_line(buffer, at.x, at.y);
    gp_add_text(buffer, "Z");
    gp_svg_close_path(buffer);
}
