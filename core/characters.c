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

#include <stdlib.h>
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

/* ---- what looks alike ---- */

/* Letters that look like those of ASCII; the most common of UTS 39's confusables. */
static const struct {
    uint32_t from, to; /* a stretch of code points, one each */
    const char *latin; /* ' ': looks like none */
} alike[] = {
    {0x0391, 0x03A9, "AB  EZH IK MN O P  TY X  "}, /* Greek capitals, without U+03A2 */
    {0x0410, 0x042F, "A B  E    K MHO PCTY X"},
    {0x0430, 0x044F, "a    e        o pc y x"},
    {0x0405, 0x0408, "SI J"},
    {0x0455, 0x0458, "si j"},
    {0x03BF, 0x03BF, "o"},
    {0x0131, 0x0131, "i"},
    {0x2010, 0x2015, "------"},
    {0x2212, 0x2212, "-"},
};

static uint32_t look_of(uint32_t character)
{
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
        if (character < alike[i].from || character > alike[i].to) continue;
        size_t at = character - alike[i].from;
        if (at < strlen(alike[i].latin) && alike[i].latin[at] != ' ')
            return (uint32_t)(unsigned char)alike[i].latin[at];
    }
    return character;
}

gp_status gp_make_look(gp_job *job, const char *text, size_t size, const char **out)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_STRIPNA;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &mapped, options);
    *out = NULL;
    if (length == UTF8PROC_ERROR_NOMEM) return gp_no_memory(job);
    if (length < 0) return GP_OK;
    char *look = GP_NEW(job, char, (size_t)length + 1);
    size_t used = 0;
    for (size_t i = 0; look && i < (size_t)length;) {
        uint32_t character;
        size_t taken = gp_decode_utf8((const char *)mapped + i, (size_t)length - i, &character);
        uint32_t seen = look_of(character);
        if (taken == 0) break;
        for (size_t k = 0; k < taken && seen >= 0x80; k++) look[used++] = (char)mapped[i + k];
        if (seen < 0x80) look[used++] = (char)seen;
        i += taken;
    }
    free(mapped);
    *out = look;
    return look ? GP_OK : gp_no_memory(job);
}

gp_character_sort gp_character_kind(uint32_t character)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    if (character == ' ') return GP_CHARACTER_SPACE;
    if (category == UTF8PROC_CATEGORY_ZS) return GP_CHARACTER_OTHER_SPACE;
    if (category == UTF8PROC_CATEGORY_CF) return GP_CHARACTER_UNSEEN;
    if (category == UTF8PROC_CATEGORY_MN) return GP_CHARACTER_MARK;
    if (character >= 0x370 && character < 0x400) return GP_CHARACTER_GREEK;
    if (character >= 0x400 && character < 0x530) return GP_CHARACTER_CYRILLIC;
    return character < 0x80 ? GP_CHARACTER_ASCII : GP_CHARACTER_ANY;
}
