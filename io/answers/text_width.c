/* SPDX-License-Identifier: MIT
 * How wide is a text on a terminal, and where may it break? Widths by code point: combining
 * marks and joiners take no column, CJK and emoji take two, all else one. The ranges are those
 * of Unicode 15 that portfolios can meet; the C library's wcwidth depends on the locale. */
#include "io/answers/table.h"

#include <string.h>

typedef struct range {
    uint32_t first, last;
} range;

static const range narrow[] = {
    /* no column of their own */
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x0610, 0x061A},   {0x064B, 0x065F},   {0x0670, 0x0670},   {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x06E7, 0x06E8},   {0x06EA, 0x06ED},   {0x0730, 0x074A},   {0x0900, 0x0902},
    {0x093C, 0x093C}, {0x0941, 0x0948},   {0x094D, 0x094D},   {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x200B, 0x200F},   {0x2060, 0x2064},
    {0x20D0, 0x20F0}, {0x302A, 0x302D},   {0x3099, 0x309A},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0001, 0xE007F}, {0xE0100, 0xE01EF},
};

static const range wide[] = {
    /* two columns */
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x2705, 0x2705},
    {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F19A},
    {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

static bool is_in(const range *ranges, size_t count, uint32_t character)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && character >= ranges[low].first;
}

static size_t character_width(uint32_t character)
{
    if (character < 0x300) return 1;
    if (is_in(narrow, sizeof narrow / sizeof *narrow, character)) return 0;
    return is_in(wide, sizeof wide / sizeof *wide, character) ? 2 : 1;
}

size_t gp_terminal_width(const char *text)
{
    size_t width = 0;
    for (size_t at = 0, size = strlen(text); at < size;) {
        uint32_t character;
        size_t length = gp_decode_utf8(text + at, size - at, &character);
        width += character_width(character);
        at += length ? length : 1;
    }
    return width;
}

/* Also the characters that turn the direction of what follows: with them a name can make the
 * rest of a line read as something else. */
static bool is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

void gp_add_shown(gp_buffer *buffer, const char *text)
{
    if (!text) {
        buffer->has_failed = true;
        return;
    }
    for (size_t at = 0, size = strlen(text); at < size;) {
        uint32_t character;
        size_t length = gp_decode_utf8(text + at, size - at, &character);
        if (length == 0 || is_control(character))
            gp_add_text(buffer, "\xEF\xBF\xBD");
        else
            gp_add_bytes(buffer, text + at, length);
        at += length ? length : 1;
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

void gp_add_wrapped(gp_buffer *buffer, const char *text, size_t at, size_t indent)
{
    if (!text) {
        buffer->has_failed = true;
        return;
    }
    bool is_fresh = true; /* nothing on this line yet that a blank would separate */
    while (*text) {
        size_t size = word_size(text);
        const char *word = gp_copy_text(buffer->job, text, size);
        if (!word) {
            buffer->has_failed = true;
            return;
        }
        size_t width = gp_terminal_width(word);
        if (!is_fresh && at + 1 + width > GP_TABLE_WIDTH) {
            gp_add_bytes(buffer, "\n", 1);
            gp_add_blanks(buffer, indent);
            at = indent;
            is_fresh = true;
        }
        if (!is_fresh) gp_add_bytes(buffer, " ", 1);
        gp_add_shown(buffer, word);
        at += width + !is_fresh;
        is_fresh = false;
        text += size + (text[size] == ' ');
    }
    gp_add_bytes(buffer, "\n", 1);
}
