/* SPDX-License-Identifier: MIT
 * Asks utf8proc which code points are one character for a reader (Unicode's grapheme clusters,
 * UAX #29) and how wide each is, because the C library's wcwidth depends on the locale. This file
 * alone knows the library.
 *
 * Versions of utf8proc differ in one rule for common text: since Unicode 15.1 the consonants of an
 * Indic conjunct are one cluster. Here each of them begins a character in every version, so that
 * the same portfolio gives the same bytes on every machine. */
#include "core/characters.h"
#include "core/job.h"

#include <string.h>
#include <utf8proc.h>

#define EMOJI_STYLE 0xFE0F /* what stands before it is to be drawn as an emoji */

static size_t decode(const char *text, size_t size, uint32_t *code)
{
    size_t length = gp_decode_utf8(text, size, code);
    return length ? length : 1;
}

/* Is `next` a part of the character that ends in `last`? */
static bool is_joined(uint32_t last, uint32_t next, utf8proc_int32_t *state)
{
    if (next < 0x80) return false; /* a line ending is two control characters */
    utf8proc_int32_t before = (utf8proc_int32_t)last, after = (utf8proc_int32_t)next;
    if (utf8proc_grapheme_break_stateful(before, after, state)) return false;
    bool is_letter = utf8proc_get_property(after)->boundclass == UTF8PROC_BOUNDCLASS_OTHER;
    return !is_letter || utf8proc_get_property(before)->boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
}

static uint32_t code_columns(uint32_t code)
{
    return (uint32_t)utf8proc_charwidth((utf8proc_int32_t)code);
}

bool gp_is_steering(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

size_t gp_show_text(const char *text, size_t size, char *out, size_t room)
{
    static const char sign[] = "\xEF\xBF\xBD";
    size_t at = 0, length = 0;
    while (at < size) {
        uint32_t character;
        size_t taken = gp_decode_utf8(text + at, size - at, &character);
        bool is_shown = taken && !gp_is_steering(character);
        const char *piece = is_shown ? text + at : sign;
        size_t needed = is_shown ? taken : sizeof sign - 1;
        if (length + needed >= room) break;
        memcpy(out + length, piece, needed);
        length += needed;
        at += taken ? taken : 1;
    }
    out[length] = '\0';
    return at;
}

size_t gp_count_plain(const char *text, size_t size)
{
    size_t count = 0;
    while (count < size && text[count] >= 0x20 && text[count] < 0x7F) count++;
    bool is_followed = count && count < size && (unsigned char)text[count] >= 0x80;
    return count - is_followed; /* a mark may be joined to the last one */
}

size_t gp_measure_character(const char *text, size_t size, uint32_t *columns)
{
    uint32_t last, next;
    utf8proc_int32_t state = 0;
    size_t at = decode(text, size, &last);
    uint32_t first = code_columns(last), sum = first;
    while (at < size) {
        size_t length = decode(text + at, size - at, &next);
        if (!is_joined(last, next, &state)) break;
        sum += code_columns(next);
        if (next == EMOJI_STYLE) first = 2;
        last = next;
        at += length;
    }
    /* What begins wide stays so, whatever is joined to it: a family, a syllable of Hangul. */
    if (columns) *columns = first == 2 ? 2 : sum;
    return at;
}
