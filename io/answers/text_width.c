/* SPDX-License-Identifier: MIT
 * How wide is a text on a terminal, as it is shown there, and where may it break? */
#include "core/characters.h"
#include "io/answers/table.h"

#include <string.h>

size_t gp_shown_character(const char *text, size_t size, size_t *width)
{
    uint32_t code, columns;
    gp_decode_utf8(text, size, &code);
    size_t length = gp_measure_character(text, size, &columns);
    *width = gp_is_steering(code) ? 1 : columns; /* a sign stands in its place */
    return length;
}

size_t gp_terminal_width(const char *text)
{
    size_t size = strlen(text), at = gp_count_plain(text, size), width = at, one;
    for (; at < size; width += one) at += gp_shown_character(text + at, size - at, &one);
    return width;
}

void gp_add_shown(gp_buffer *buffer, const char *text)
{
    if (text)
        gp_add_shown_part(buffer, text, strlen(text));
    else
        buffer->has_failed = true;
}

void gp_add_shown_part(gp_buffer *buffer, const char *text, size_t size)
{
    char piece[256];
    for (size_t at = 0; at < size;) {
        at += gp_show_text(text + at, size - at, piece, sizeof piece);
        gp_add_text(buffer, piece);
    }
}

void gp_add_blanks(gp_buffer *buffer, size_t count)
{
    static const char blanks[] = "                                ";
    while (count) {
        size_t some = count < sizeof blanks - 1 ? count : sizeof blanks - 1;
        gp_add_bytes(buffer, blanks, some);
        count -= some;
    }
}

/* A word with the level that stands behind it, as in "customer-view (2)", is one word. */
static size_t word_size(const char *text)
{
    size_t size = strcspn(text, " ");
    if (size && strncmp(text + size, " (", 2) == 0 && strchr("12345", text[size + 2]) &&
        text[size + 2] && text[size + 3] == ')')
        size += 1 + strcspn(text + size + 1, " ");
    return size;
}

size_t gp_page_width(const gp_buffer *buffer)
{
    return buffer->width ? buffer->width : GP_TABLE_WIDTH;
}

/* A line that words are put on. */
typedef struct wrap {
    gp_buffer *buffer;
    size_t at, indent;
    bool is_fresh; /* nothing on this line yet that a blank would separate */
} wrap;

static void next_line(wrap *line)
{
    gp_add_bytes(line->buffer, "\n", 1);
    gp_add_blanks(line->buffer, line->indent);
    line->at = line->indent;
    line->is_fresh = true;
}

/* A word that no line has room for: Chinese has no blanks, and goes on at the next line between any
 * two signs. An id or an address stays whole. */
static void put_long_word(wrap *line, const char *word)
{
    bool was_wide = false;
    for (size_t size = strlen(word), done = 0; done < size;) {
        size_t width, length = gp_shown_character(word + done, size - done, &width);
        bool may_break = line->at > line->indent && (was_wide || width > 1);
        if (may_break && line->at + width > gp_page_width(line->buffer)) next_line(line);
        was_wide = width > 1;
        gp_add_shown_part(line->buffer, word + done, length);
        line->at += width;
        done += length;
    }
}

static void put_word(wrap *line, const char *word)
{
    size_t width = gp_terminal_width(word), page = gp_page_width(line->buffer);
    if (!line->is_fresh && line->at + 1 + width > page) next_line(line);
    if (!line->is_fresh) {
        gp_add_bytes(line->buffer, " ", 1);
        line->at++;
    }
    if (line->at + width > page) {
        put_long_word(line, word);
    } else {
        gp_add_shown(line->buffer, word);
        line->at += width;
    }
    line->is_fresh = false;
}

void gp_add_wrapped(gp_buffer *buffer, const char *text, size_t at, size_t indent)
{
    wrap line = {buffer, at, indent, true};
    if (!text) {
        buffer->has_failed = true;
        return;
    }
    while (*text) {
        size_t size = word_size(text);
        const char *word = gp_copy_text(buffer->job, text, size);
        if (!word) {
            buffer->has_failed = true;
            return;
        }
        put_word(&line, word);
        text += size + (text[size] == ' ');
    }
    gp_add_bytes(buffer, "\n", 1);
}
