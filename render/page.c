/* SPDX-License-Identifier: MIT
 * The page that every picture is drawn on. Title and description are text in the file, so that
 * someone who cannot see the picture hears what it is about and how to read it. */
#include "render/page.h"

#include <string.h>

static void add_sizes(gp_buffer *buffer, const gp_page *page)
{
    gp_svg_length(buffer, "width", page->size.x);
    gp_svg_length(buffer, "height", page->size.y);
    gp_add_text(buffer, " viewBox=\"0 0 ");
    gp_svg_point(buffer, page->size);
    gp_add_text(buffer, "\"");
}

static void add_described(gp_buffer *buffer, const gp_page *page)
{
    gp_add_text(buffer, "<title id=\"");
    gp_add_text(buffer, page->name);
    gp_add_text(buffer, "-title\">");
    gp_svg_escape(buffer, page->title, strlen(page->title));
    gp_add_text(buffer, "</title>\n<desc id=\"");
    gp_add_text(buffer, page->name);
    gp_add_text(buffer, "-description\">");
    gp_svg_escape(buffer, page->subtitle, strlen(page->subtitle));
    gp_add_text(buffer, ". ");
    gp_add_text(buffer, page->reading);
    gp_add_text(buffer, "</desc>\n");
}

void gp_open_page(gp_buffer *buffer, const gp_page *page)
{
    gp_add_text(buffer, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"groeipad\" "
                        "role=\"graphics-document\" aria-labelledby=\"");
    gp_add_text(buffer, page->name);
    gp_add_text(buffer, "-title\" aria-describedby=\"");
    gp_add_text(buffer, page->name);
    gp_add_text(buffer, "-description\" lang=\"");
    gp_add_text(buffer, page->language == GP_DUTCH ? "nl" : "en");
    gp_add_text(buffer, "\"");
    add_sizes(buffer, page);
    gp_add_text(buffer, ">\n");
    add_described(buffer, page);
    gp_add_text(buffer, "<style>\n");
    gp_add_style(buffer, page->theme, page->style, page->more, page->size.y > page->size.x);
    gp_add_text(buffer, "</style>\n");
    gp_svg_rectangle(buffer, "page", (gp_point){0, 0}, page->size, 0);
}

void gp_close_page(gp_buffer *buffer)
{
    gp_add_text(buffer, "</svg>\n");
}

#define LINES 3
gp_length gp_draw_lines(gp_buffer *buffer, gp_font font, gp_point at, gp_length width,
                        const char *text)
{
    gp_text_line lines[LINES] = {{0}};
    uint32_t count = gp_wrap_text(text, font, width, LINES, lines);
    gp_length size = gp_font_of(font)->size;
    bool is_whole = gp_is_whole(lines, count);
    if (!is_whole) {
        gp_add_text(buffer, "<g><title>");
        gp_svg_escape(buffer, text, strlen(text));
        gp_add_text(buffer, "</title>\n");
    }
    for (uint32_t i = 0; i < count; i++) {
        gp_svg_text(buffer, font, (gp_point){at.x, at.y + size}, &lines[i]);
        at.y += size * 27 / 20;
    }
    if (!is_whole) gp_add_text(buffer, "</g>\n");
    return at.y;
}
