/* SPDX-License-Identifier: MIT
 * How wide is a text? Pictures must have the same bytes on every machine, with or without fonts,
 * so widths come from this table and never from a font. The numbers are advance widths in
 * thousandths of an em, rounded up over the sans fonts that a viewer is likely to have: a box may
 * be a little wider than its text, and the text is not cut. */
#include "render/metrics.h"

static const uint16_t ascii_widths[95] = {
    /* clang-format off */
    330, 410, 470, 850, 650, 960, 790, 280, /* space ! " # $ % & ' */
    410, 410, 580, 850, 340, 370, 340, 390, /* ( ) * + , - . / */
    650, 650, 650, 650, 650, 650, 650, 650, 650, 650, 360, 360, 850, 850, 850, 540, /* 0 - 9 : ; < = > ? */
    1010, 700, 700, 710, 780, 640, 600, 790, 780, 360, 330, 680, 570, 950, 800, 820, /* @ A - O */
    650, 820, 710, 650, 620, 770, 700, 1000, 700, 640, 700, /* P - Z */
    410, 390, 410, 850, 510, 510, /* [ \ ] ^ _ ` */
    620, 650, 560, 650, 630, 390, 650, 650, 310, 310, 590, 310, 990, 650, 630, /* a - o */
    650, 650, 440, 530, 420, 650, 600, 830, 600, 600, 540, /* p - z */
    650, 580, 650, 850, /* { | } ~ */
    /* clang-format on */
};

/* The letters U+00C0 .. U+017F are as wide as these. */
static const char latin_bases[] =
    "AAAAAAWCEEEEIIIIDNOOOOOxOUUUUYPBaaaaaamceeeeiiiidnooooo+ouuuuypy"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiMmJjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOoWWRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzf";
_Static_assert(sizeof latin_bases == 0x180 - 0xC0 + 1, "one base letter per character");

/* Widths of whole ranges, ascending; what lies between them has OTHER_WIDTH. */
#define OTHER_WIDTH 850
typedef struct width_range {
    uint32_t first, last;
    uint16_t width;
} width_range;

static const width_range ranges[] = {
    {0x0000, 0x0008, 0},      {0x0009, 0x000A, 330},    {0x000B, 0x001F, 0},
    {0x007F, 0x009F, 0},      {0x00A0, 0x00BF, 700},    {0x0180, 0x02FF, 720},
    {0x0300, 0x036F, 0},      {0x0370, 0x0482, 860},    {0x0483, 0x0489, 0},
    {0x048A, 0x052F, 950},    {0x0530, 0x058F, 760},    {0x0591, 0x05BD, 0},
    {0x05BE, 0x05FF, 680},    {0x0610, 0x061A, 0},      {0x061B, 0x064A, 800},
    {0x064B, 0x065F, 0},      {0x0660, 0x066F, 620},    {0x0670, 0x0670, 0},
    {0x0671, 0x06D5, 900},    {0x06D6, 0x06DC, 0},      {0x0E31, 0x0E31, 0},
    {0x0E34, 0x0E3A, 0},      {0x0E47, 0x0E4E, 0},      {0x1100, 0x115F, 1060},
    {0x1160, 0x11FF, 0},      {0x1AB0, 0x1AFF, 0},      {0x1DC0, 0x1DFF, 0},
    {0x1E00, 0x1EFF, 800},    {0x200B, 0x200F, 0},      {0x2010, 0x2013, 620},
    {0x2014, 0x2015, 1080},   {0x2018, 0x201B, 350},    {0x201C, 0x201F, 560},
    {0x2026, 0x2026, 1080},   {0x2028, 0x202E, 0},      {0x2060, 0x206F, 0},
    {0x20A0, 0x20CF, 700},    {0x20D0, 0x20FF, 0},      {0x2190, 0x21FF, 1080},
    {0x2200, 0x22FF, 860},    {0x2300, 0x27BF, 1300},   {0x2E80, 0xA4CF, 1060},
    {0xAC00, 0xD7A3, 1060},   {0xF900, 0xFAFF, 1060},   {0xFB1E, 0xFB1E, 0},
    {0xFDF0, 0xFDFC, 3000},   {0xFDFD, 0xFDFD, 12000},  {0xFE00, 0xFE0F, 0},
    {0xFE20, 0xFE2F, 0},      {0xFE30, 0xFE6F, 1060},   {0xFEFF, 0xFEFF, 0},
    {0xFF00, 0xFF60, 1060},   {0xFFE0, 0xFFE6, 1060},   {0x12000, 0x123FF, 2600},
    {0x1F000, 0x1FAFF, 1340}, {0x20000, 0x3FFFD, 1060}, {0xE0000, 0xE0FFF, 0},
};

static uint32_t range_width(uint32_t character)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranges[middle].last < character)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_inside = low < sizeof ranges / sizeof *ranges && ranges[low].first <= character;
    return is_inside ? ranges[low].width : OTHER_WIDTH;
}

static uint32_t em_width(uint32_t character)
{
    if (character >= 0x20 && character < 0x7F) return ascii_widths[character - 0x20];
    if (character >= 0xC0 && character < 0x180)
        return ascii_widths[(unsigned char)latin_bases[character - 0xC0] - 0x20];
    return range_width(character);
}

bool gp_is_combining(uint32_t character)
{
    return character >= 0x300 && em_width(character) == 0;
}

static size_t next_character(const char *text, size_t size, uint32_t *character)
{
    size_t length = gp_decode_utf8(text, size, character);
    return length ? length : 1;
}

static gp_length character_width(uint32_t character, gp_font font)
{
    const gp_font_row *row = gp_font_of(font);
    return (gp_length)em_width(character) * row->size * (row->is_bold ? 114 : 100) / 100;
}

bool gp_is_wide(uint32_t character)
{
    return character >= 0x2E80 && em_width(character) == 1060;
}

gp_length gp_measure_milli(const char *text, size_t size, gp_font font)
{
    gp_length sum = 0;
    for (size_t at = 0; at < size;) {
        uint32_t character;
        at += next_character(text + at, size - at, &character);
        sum += character_width(character, font);
    }
    return sum;
}

gp_length gp_measure_text(const char *text, size_t size, gp_font font)
{
    return (gp_measure_milli(text, size, font) + 999) / 1000;
}
