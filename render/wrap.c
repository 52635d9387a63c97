/* SPDX-License-Identifier: MIT
 * Where may a line end? At a space; after a hyphen or a slash that stands between two letters and
 * two letters ("co-browsing", "en/of", but not "e-mail", "2026-01-01" or "24/7"); beside an East
 * Asian character. Not between a number and its unit, as long as both fit on one line. No word is
 * ever broken in two: what is wider than a line loses its end, and an ellipsis says so. */
#include "core/characters.h"
#include "render/metrics.h"

#include <string.h>

#define ELLIPSIS "\xE2\x80\xA6"
#define LETTERS 2 /* on each side of a hyphen or slash that a line may end after */

static bool is_space(uint32_t c)
{
    return c <= 0x20 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000);
}

/* Whether at least LETTERS letters stand at the beginning of a text. */
static bool begins_with_letters(const char *text, size_t size)
{
    for (int i = 0; i < LETTERS; i++) {
        uint32_t c;
        size_t length = size ? gp_decode_utf8(text, size, &c) : 0;
        if (length == 0 || !is_letter(c)) return false;
        text += length;
        size -= length;
    }
    return true;
}

/* Whether the next word is a unit of time. */
static bool is_unit(const char *text, size_t size)
{
    static const char *const units[] = {
        "d",      "day",      "days",      "dag",       "dagen",     "w",     "week",
        "weeks",  "weken",    "mo",        "month",     "months",    "maand", "maanden",
        "y",      "year",     "years",     "jaar",      "jaren",     "wd",    "cycle",
        "cycles", "iteratie", "iteraties", "iteration", "iterations"};
    size_t length = 0;
    while (length < size && ((text[length] >= 'a' && text[length] <= 'z'))) length++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i]) == length && memcmp(units[i], text, length) == 0) return true;
    return false;
}

typedef enum ending { STAYS, MAY_END, SHOULD_STAY } ending;

/* A text character by character, each with its marks. */
typedef struct reader {
    const char *text;
    size_t size, at, next; /* the character is text[at .. next) */
    uint32_t character;
    uint32_t letters; /* directly before the character */
    bool follows_digit;
    bool has_digit;       /* in its word */
    gp_length width, sum; /* of the character; of all before it */
} reader;

static bool is_ascii(char c)
{
    return (unsigned char)c < 0x80;
}

static size_t character_size(const char *text, size_t size)
{
    if (is_ascii(text[0]) && (size == 1 || is_ascii(text[1]))) return 1;
    size_t length = gp_measure_character(text, size, NULL);
    return length ? length : 1;
}

static bool read_character(reader *r, gp_font font)
{
    if (r->next >= r->size) return false;
    uint32_t before = r->character;
    r->follows_digit = r->next > 0 && before >= '0' && before <= '9';
    r->letters = r->next > 0 && is_letter(before) ? r->letters + 1 : 0;
    r->sum += r->width;
    r->at = r->next;
    size_t rest = r->size - r->at;
    r->next = r->at + character_size(r->text + r->at, rest);
    if (gp_decode_utf8(r->text + r->at, rest, &r->character) == 0) r->character = 0xFFFD;
    if (is_space(r->character)) r->has_digit = false;
    r->has_digit |= r->character >= '0' && r->character <= '9';
    r->width = gp_measure_milli(r->text + r->at, r->next - r->at, font);
    return true;
}

/* Whether a line may end before the character. */
static ending ends_before(const reader *r)
{
    if (!is_space(r->character)) return STAYS;
    bool is_quantity = r->follows_digit && is_unit(r->text + r->next, r->size - r->next);
    return is_quantity ? SHOULD_STAY : MAY_END;
}

/* Whether a line may end after the character. */
static bool ends_after(const reader *r)
{
    uint32_t c = r->character;
    if (gp_is_wide(c)) return true;
    if (c != '-' && c != '/' && c != 0x2010) return false;
    return r->letters >= LETTERS && begins_with_letters(r->text + r->next, r->size - r->next);
}

gp_length gp_measure_word(const char *text, gp_font font)
{
    reader r = {.text = text, .size = strlen(text)};
    gp_length widest = 0, begin = 0;
    while (read_character(&r, font)) {
        if (ends_before(&r) == MAY_END) begin = r.sum + r.width;
        if (r.sum + r.width - begin > widest) widest = r.sum + r.width - begin;
        if (ends_after(&r)) begin = r.sum + r.width;
    }
    return (widest + 999) / 1000;
}

/* ---- lines ---- */

/* Where a line ends and where the next begins. */
typedef struct stop {
    size_t end, next;
    bool is_cut;
} stop;

/* The end of the word that is being read. */
static size_t word_end(reader *r, gp_font font)
{
    do {
        if (ends_before(r) == MAY_END) return r->at;
        if (ends_after(r)) return r->next;
    } while (read_character(r, font));
    return r->size;
}

/* The line at the beginning of a text: as many words as fit, or as much of the first as fits with
 * an ellipsis; at least one character. */
static stop take_line(const char *text, size_t size, gp_font font, gp_length width)
{
    reader r = {.text = text, .size = size};
    gp_length room = width * 1000, ellipsis = gp_measure_milli(ELLIPSIS, 3, font);
    size_t end = 0, between = 0, part = 0;
    while (read_character(&r, font)) {
        ending before = ends_before(&r);
        if (before == MAY_END) end = r.at;
        if (before == SHOULD_STAY) between = r.at;
        if (before == STAYS && r.sum > 0 && r.sum + r.width > room) {
            if (end || between) return (stop){end ? end : between, end ? end : between, false};
            return (stop){part, word_end(&r, font), true};
        }
        if (part == 0 || r.sum == 0 || r.sum + r.width + ellipsis <= room) part = r.next;
        if (ends_after(&r)) end = r.next;
    }
    return (stop){size, size, false};
}

/* How much of a text that goes on stands before the ellipsis: whole words where they fill most of
 * the line, and never half a number or date; at least one character. */
static size_t cut_line(const char *text, size_t size, gp_font font, gp_length width)
{
    reader r = {.text = text, .size = size};
    gp_length room = width * 1000 - gp_measure_milli(ELLIPSIS, 3, font), words = 0;
    size_t end = 0;
    while (read_character(&r, font)) {
        if (r.sum > 0 && r.sum + r.width > room) {
            bool is_most = 3 * words >= 2 * room;
            return end && !is_space(r.character) && (is_most || r.has_digit) ? end : r.at;
        }
        if (ends_before(&r) == MAY_END) {
            end = r.at;
            words = r.sum;
        }
        if (ends_after(&r)) {
            end = r.next;
            words = r.sum + r.width;
        }
    }
    return size;
}

static size_t skip_spaces(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size) {
        uint32_t c;
        size_t length = gp_decode_utf8(text + at, size - at, &c);
        if (length == 0 || !is_space(c)) break;
        at += length;
    }
    return at;
}

uint32_t gp_wrap_text(const char *text, gp_font font, gp_length width, uint32_t line_max,
                      gp_text_line *lines)
{
    size_t size = strlen(text), at = skip_spaces(text, size);
    uint32_t count = 0;
    while (at < size && count < line_max) {
        gp_text_line *line = &lines[count++];
        stop found = take_line(text + at, size - at, font, width);
        size_t next = at + found.next;
        next += skip_spaces(text + next, size - next);
        if (count == line_max && next < size && !found.is_cut) {
            found.end = cut_line(text + at, size - at, font, width);
            found.is_cut = true;
        }
        while (found.end > 1 && (unsigned char)text[at + found.end - 1] <= 0x20) found.end--;
        *line = (gp_text_line){text + at, found.end, found.is_cut};
        at = next;
    }
    return count;
}

bool gp_is_whole(const gp_text_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (lines[i].is_cut) return false;
    return true;
}
