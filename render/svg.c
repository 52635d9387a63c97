/* SPDX-License-Identifier: MIT
 * The one place that writes SVG elements. It knows no portfolio: it gets points, classes and
 * texts. Numbers are integers in tenths, so no locale or rounding of floating point shows. */
#include "render/svg.h"

#include <string.h>

/* Left out everywhere: characters that XML 1.0 forbids, and those that would turn the
 * direction of the text around them. */
static bool is_dropped(uint32_t c)
{
    bool is_control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE;
    bool is_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return is_control || is_direction || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

static void add_character(gp_buffer *buffer, uint32_t c, const char *bytes, size_t length)
{
    if (c == '\t' || c == '\n')
        gp_add_bytes(buffer, " ", 1);
    else if (c == '&')
        gp_add_text(buffer, "&amp;");
    else if (c == '<')
        gp_add_text(buffer, "&lt;");
    else if (c == '>')
        gp_add_text(buffer, "&gt;");
    else if (c == '"')
        gp_add_text(buffer, "&quot;");
    else if (c == '\'')
        gp_add_text(buffer, "&#39;");
    else if (!is_dropped(c))
        gp_add_bytes(buffer, bytes, length);
}

/* Decodes one character; a byte that is no UTF-8 becomes U+FFFD. */
static size_t take(const char *text, size_t size, uint32_t *c, const char **bytes, size_t *length)
{
    *length = gp_decode_utf8(text, size, c);
    *bytes = text;
    if (*length) return *length;
    *bytes = "\xEF\xBF\xBD";
    *length = 3;
    return 1;
}

/* How many characters of a text, at most `most`, are plain: they are copied as they are. */
static size_t plain_run(const char *text, size_t most)
{
    size_t count = 0;
    for (; count < most; count++) {
        char c = text[count];
        bool is_markup = c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
        if (c < 0x20 || c == 0x7F || is_markup) break;
    }
    return count;
}

void gp_svg_escape(gp_buffer *buffer, const char *text, size_t size)
{
    for (size_t at = 0; at < size;) {
        size_t run = plain_run(text + at, size - at);
        gp_add_bytes(buffer, text + at, run);
        at += run;
        if (at == size) return;
        uint32_t c;
        size_t length;
        const char *bytes;
        at += take(text + at, size - at, &c, &bytes, &length);
        add_character(buffer, c, bytes, length);
    }
}

void gp_svg_escape_short(gp_buffer *buffer, const char *text, uint32_t character_max)
{
    size_t size = strlen(text);
    size_t at = plain_run(text, size < character_max ? size : character_max);
    gp_add_bytes(buffer, text, at);
    for (size_t i = at; at < size && i < character_max; i++) {
        uint32_t c;
        size_t length;
        const char *bytes;
        at += take(text + at, size - at, &c, &bytes, &length);
        add_character(buffer, c, bytes, length);
    }
    if (at < size) gp_add_text(buffer, "\xE2\x80\xA6");
}

static void escape_visible(gp_buffer *buffer, const char *text, size_t size)
{
    uint32_t marks = 0;
    size_t plain = plain_run(text, size);
    gp_add_bytes(buffer, text, plain);
    for (size_t at = plain; at < size;) {
        uint32_t c;
        size_t length;
        const char *bytes;
        at += take(text + at, size - at, &c, &bytes, &length);
        marks = gp_is_combining(c) ? marks + 1 : 0;
        if (marks <= GP_MARKS_MAX) add_character(buffer, c, bytes, length);
    }
}

void gp_svg_length(gp_buffer *buffer, const char *name, gp_length value)
{
    gp_add_text(buffer, " ");
    gp_add_text(buffer, name);
    gp_add_text(buffer, "=\"");
    gp_add_tenths(buffer, value);
    gp_add_text(buffer, "\"");
}

void gp_svg_point(gp_buffer *buffer, gp_point point)
{
    gp_add_tenths(buffer, point.x);
    gp_add_text(buffer, " ");
    gp_add_tenths(buffer, point.y);
}

void gp_svg_text(gp_buffer *buffer, gp_font font, gp_point at, const gp_text_line *line)
{
    gp_add_text(buffer, "<text class=\"");
    gp_add_text(buffer, gp_font_of(font)->name);
    gp_add_text(buffer, "\"");
    gp_svg_length(buffer, "x", at.x);
    gp_svg_length(buffer, "y", at.y);
    gp_add_text(buffer, ">");
    escape_visible(buffer, line->text, line->size);
    gp_add_text(buffer, line->is_cut ? "\xE2\x80\xA6</text>\n" : "</text>\n");
}

void gp_svg_words(gp_buffer *buffer, gp_font font, gp_point at, const char *text)
{
    gp_svg_text(buffer, font, at, &(gp_text_line){.text = text, .size = strlen(text)});
}

void gp_svg_open_link(gp_buffer *buffer, const char *url)
{
    if (!url) return;
    gp_add_text(buffer, "<a href=\"");
    gp_svg_escape(buffer, url, strlen(url));
    gp_add_text(buffer, "\">\n");
}

void gp_svg_close_link(gp_buffer *buffer, const char *url)
{
    if (url) gp_add_text(buffer, "</a>\n");
}

void gp_svg_label(gp_buffer *buffer, const char *class_name, gp_point at, const gp_text_line *line,
                  const char *after, bool is_end)
{
    gp_add_text(buffer, "<text class=\"");
    gp_add_text(buffer, class_name);
    gp_add_text(buffer, "\"");
    gp_svg_length(buffer, "x", at.x);
    gp_svg_length(buffer, "y", at.y);
    gp_add_text(buffer, is_end ? " text-anchor=\"end\">" : ">");
    escape_visible(buffer, line->text, line->size);
    if (line->is_cut) gp_add_text(buffer, "\xE2\x80\xA6");
    gp_add_text(buffer, after);
    gp_add_text(buffer, "</text>\n");
}

void gp_svg_open_path(gp_buffer *buffer, const char *class_name)
{
    gp_add_text(buffer, "<path class=\"");
    gp_add_text(buffer, class_name);
    gp_add_text(buffer, "\" d=\"");
}

void gp_svg_move(gp_buffer *buffer, gp_length x, gp_length y)
{
    gp_add_bytes(buffer, "M", 1);
    gp_svg_point(buffer, (gp_point){x, y});
}

void gp_svg_line(gp_buffer *buffer, gp_length x, gp_length y)
{
    gp_add_bytes(buffer, "L", 1);
    gp_svg_point(buffer, (gp_point){x, y});
}

void gp_svg_close_path(gp_buffer *buffer)
{
    gp_add_text(buffer, "\"/>\n");
}

static void open_shape(gp_buffer *buffer, const char *element, const char *class_name)
{
    gp_add_text(buffer, element);
    gp_add_text(buffer, " class=\"");
    gp_add_text(buffer, class_name);
    gp_add_text(buffer, "\"");
}

void gp_svg_rectangle(gp_buffer *buffer, const char *class_name, gp_point at, gp_point size,
                      gp_length round)
{
    open_shape(buffer, "<rect", class_name);
    gp_svg_length(buffer, "x", at.x);
    gp_svg_length(buffer, "y", at.y);
    gp_svg_length(buffer, "width", size.x);
    gp_svg_length(buffer, "height", size.y);
    if (round) gp_svg_length(buffer, "rx", round);
    gp_add_text(buffer, "/>\n");
}

void gp_svg_octagon(gp_buffer *buffer, const char *class_name, gp_point at, gp_point size,
                    gp_length cut)
{
    const gp_point corners[8] = {
        {at.x + cut, at.y},
        {at.x + size.x - cut, at.y},
        {at.x + size.x, at.y + cut},
        {at.x + size.x, at.y + size.y - cut},
        {at.x + size.x - cut, at.y + size.y},
        {at.x + cut, at.y + size.y},
        {at.x, at.y + size.y - cut},
        {at.x, at.y + cut},
    };
    open_shape(buffer, "<path", class_name);
    gp_add_text(buffer, " d=\"");
    for (int i = 0; i < 8; i++) {
        gp_add_text(buffer, i ? "L" : "M");
        gp_svg_point(buffer, corners[i]);
    }
    gp_add_text(buffer, "Z\"/>\n");
}

void gp_svg_curve(gp_buffer *buffer, const char *class_name, const gp_point *points, uint32_t count)
{
    open_shape(buffer, "<path", class_name);
    gp_add_text(buffer, " d=\"");
    for (uint32_t i = 0; i < count; i++) {
        gp_add_text(buffer, i == 0 ? "M" : i == 1 ? "C" : " ");
        gp_svg_point(buffer, points[i]);
    }
    gp_add_text(buffer, "\"/>\n");
}

/* The integer square root, rounded down (Newton): for lengths, without floating point. */
static gp_length square_root(gp_length value)
{
    gp_length root = value, next = (value + 1) / 2;
    while (next < root) {
        root = next;
        next = (root + value / root) / 2;
    }
    return root;
}

void gp_svg_head(gp_buffer *buffer, const char *class_name, gp_point base, gp_point tip)
{
    gp_point along = {tip.x - base.x, tip.y - base.y};
    gp_length length = square_root(along.x * along.x + along.y * along.y);
    if (length == 0) length = 1;
    gp_length half = GP_ARROW_HEAD / 2;
    gp_point across = {-along.y * half / length, along.x * half / length};
    const gp_point corners[3] = {
        tip, {base.x + across.x, base.y + across.y}, {base.x - across.x, base.y - across.y}};
    open_shape(buffer, "<path", class_name);
    gp_add_text(buffer, " d=\"");
    for (int i = 0; i < 3; i++) {
        gp_add_text(buffer, i ? "L" : "M");
        gp_svg_point(buffer, corners[i]);
    }
    gp_add_text(buffer, "Z\"/>\n");
}
