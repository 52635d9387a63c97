/* SPDX-License-Identifier: MIT
 * How does a name stand in Mermaid so that it is read as that name? Its lexers look for words and
 * marks of the grammar at the beginning of a text, for a few of them within it, and what is left
 * goes through Markdown. Any character may be written as its number, #58; for a colon, and then
 * is none of these. tests/parsers holds this against Mermaid itself. */
#include "io/export/mermaid_text.h"

#include <string.h>

static void add_number_of(gp_buffer *buffer, uint32_t character)
{
    gp_add_text(buffer, "#");
    gp_add_number(buffer, character);
    gp_add_text(buffer, ";");
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Does the text begin with the word, in capitals or not? */
static bool begins_with(const char *text, const char *word)
{
    for (; *word; text++, word++)
        if ((*text | 0x20) != *word) return false;
    return true;
}

/* Statements of a gantt chart, which may stand where a task begins. */
static bool begins_with_keyword(const char *text)
{
    static const char *const words[] = {"section",      "title",       "dateformat", "axisformat",
                                        "excludes",     "includes",    "click",      "call",
                                        "acctitle",     "accdescr",    "weekday",    "weekend",
                                        "tickinterval", "inclusive",   "href",       "vert",
                                        "todaymarker",  "displaymode", "topaxis",    "gantt"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins_with(text, words[i])) return true;
    return false;
}

/* "2026-01-05" is a date, "1. x" the first of a list, "- x" as well. */
static bool begins_with_mark(const char *text)
{
    size_t digits = 0;
    while (is_digit(text[digits])) digits++;
    if (digits) return strchr("-.)", text[digits]) != NULL; /* a NUL too: alone it is no text */
    return strchr("-+=.!@^|$", *text) != NULL;
}

/* In a flowchart "direction LR" is a statement wherever it stands. */
static bool is_direction(const char *text)
{
    static const char word[] = "direction";
    return begins_with(text, word) && strchr(" \t\n", text[sizeof word - 1]) != NULL;
}

/* What stands for #...; while Mermaid works on a text. */
static bool is_placeholder(uint32_t character)
{
    return character == 0xFB02 || character == 0xB6;
}

/* Blanks of Unicode, with those that take no room: a lexer in JavaScript trims them. */
static bool is_wide_blank(uint32_t character)
{
    return character == 0x85 || character == 0xA0 || character == 0x1680 ||
           (character >= 0x2000 && character <= 0x200F) ||
           (character >= 0x2028 && character <= 0x202F) || character == 0x205F ||
           character == 0x3000 || character == 0xFEFF;
}

void gp_add_mermaid_text(gp_buffer *buffer, const char *text)
{
    bool is_marked = begins_with_keyword(text) || begins_with_mark(text);
    size_t size = strlen(text);
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t character;
        length = gp_decode_utf8(text + at, size - at, &character);
        if (length == 0) { /* texts of a portfolio are UTF-8 */
            length = 1;
            continue;
        }
        bool is_blank = character <= ' ' || character == 0x7F;
        bool is_edge = at == 0 || at + length == size;
        if (is_blank && is_edge)
            add_number_of(buffer, ' ');
        else if (is_blank)
            gp_add_text(buffer, " ");
        else if ((at == 0 && is_marked) || (is_edge && is_wide_blank(character)) ||
                 is_placeholder(character) || is_direction(text + at) ||
                 (character < 0x80 && strchr(":;#\"%<>&`\\{}*_~$", (int)character)))
            add_number_of(buffer, character);
        else
            gp_add_bytes(buffer, text + at, length);
    }
}
