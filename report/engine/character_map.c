/* SPDX-License-Identifier: MIT
 * What does a text look like? Unicode's NFKC (UAX #15): characters are taken apart, marks are put
 * in order, and what belongs together is put together again. */
#include "core/job.h"
#include "report/engine/characters.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Hangul by rule: The Unicode Standard, 3.12. */
#define L_FIRST 0x1100u
#define V_FIRST 0x1161u
#define T_FIRST 0x11A7u /* the one before the first: none */
#define S_FIRST 0xAC00u
#define L_COUNT 19u
#define V_COUNT 21u
#define T_COUNT 28u
#define S_COUNT (L_COUNT * V_COUNT * T_COUNT)

typedef struct text {
    uint32_t *characters;
    size_t count, capacity;
    bool has_failed;
} text;

static void add(text *t, uint32_t character)
{
    if (t->count == t->capacity) {
        size_t capacity = t->capacity * 2 + 32;
        uint32_t *grown = realloc(t->characters, capacity * sizeof *grown);
        t->has_failed = t->has_failed || !grown;
        if (!grown) return;
        t->characters = grown;
        t->capacity = capacity;
    }
    t->characters[t->count++] = character;
}

/* ---- apart ---- */

/* Is the character in the table? Then its parts are added. What is looked up is seldom, so that
 * where its parts begin is counted. */
static bool add_parts(text *t, uint32_t character)
{
    size_t first = 0;
    for (uint32_t i = 0; i < gp_apart_count; i++) {
        const gp_apart *row = &gp_characters_apart[i];
        if (row->character == character) {
            for (size_t k = 0; k < row->length; k++) add(t, gp_apart_units[first + k]);
            return true;
        }
        first += row->length;
    }
    return false;
}

static void add_hangul(text *t, uint32_t at)
{
    add(t, L_FIRST + at / (V_COUNT * T_COUNT));
    add(t, V_FIRST + at % (V_COUNT * T_COUNT) / T_COUNT);
    if (at % T_COUNT) add(t, T_FIRST + at % T_COUNT);
}

static void take_apart(text *t, uint32_t character)
{
    uint32_t facts = gp_look_up(&gp_character_facts, character);
    if (character - S_FIRST < S_COUNT) {
        add_hangul(t, character - S_FIRST);
        return;
    }
    if (GP_FACT_UNSEEN(facts) || GP_FACT_CATEGORY(facts) == UTF8PROC_CATEGORY_CN) return;
    bool is_plain = character < 0x80 || character >= 0x10000;
    if (is_plain || !add_parts(t, character)) add(t, character);
}

/* ---- in order ---- */

static uint32_t class_of(uint32_t character)
{
    return gp_look_up(&gp_character_classes, character);
}

static void sort_marks(text *t)
{
    for (size_t i = 1; i < t->count; i++) {
        uint32_t character = t->characters[i], class = class_of(character);
        size_t at = i;
        for (; class && at > 0 && class_of(t->characters[at - 1]) > class; at--)
            t->characters[at] = t->characters[at - 1];
        t->characters[at] = character;
    }
}

/* ---- together ---- */

static int compare_together(const void *left, const void *right)
{
    const gp_together *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

/* What two become; 0: they stay two. */
static uint32_t put_together(uint32_t first, uint32_t second)
{
    if (first - L_FIRST < L_COUNT && second - V_FIRST < V_COUNT)
        return S_FIRST + ((first - L_FIRST) * V_COUNT + second - V_FIRST) * T_COUNT;
    if (first - S_FIRST < S_COUNT && (first - S_FIRST) % T_COUNT == 0 && second > T_FIRST &&
        second - T_FIRST < T_COUNT)
        return first + second - T_FIRST;
    const gp_together key = {(uint16_t)first, (uint16_t)second, 0};
    if (first >= 0x10000 || second >= 0x10000) return 0;
    const gp_together *row = bsearch(&key, gp_characters_together, gp_together_count,
                                     sizeof *gp_characters_together, compare_together);
    return row ? row->whole : 0;
}

static void compose(text *t)
{
    size_t kept = 0, starter = SIZE_MAX;
    uint32_t last_class = 0; /* of what was kept last */
    for (size_t i = 0; i < t->count; i++) {
        uint32_t character = t->characters[i], class = class_of(character), whole = 0;
        bool is_next = starter != SIZE_MAX && kept == starter + 1;
        if (starter != SIZE_MAX && (is_next || last_class < class))
            whole = put_together(t->characters[starter], character);
        if (whole) {
            t->characters[starter] = whole;
            continue;
        }
        if (class == 0) starter = kept;
        last_class = class;
        t->characters[kept++] = character;
    }
    t->count = kept;
}

/* ---- the text ---- */

static size_t encode(uint32_t c, utf8proc_uint8_t *out)
{
    if (c < 0x80) {
        out[0] = (utf8proc_uint8_t)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const utf8proc_uint8_t heads[] = {0, 0xC0, 0xE0, 0xF0};
    out[0] = (utf8proc_uint8_t)(heads[more] | c >> 6 * more);
    for (size_t i = 1; i <= more; i++)
        out[i] = (utf8proc_uint8_t)(0x80 | (c >> 6 * (more - i) & 0x3F));
    return more + 1;
}

static utf8proc_ssize_t write(const text *t, utf8proc_uint8_t **out)
{
    utf8proc_uint8_t *bytes = malloc(t->count * 4 + 1);
    size_t size = 0;
    if (!bytes) return UTF8PROC_ERROR_NOMEM;
    for (size_t i = 0; i < t->count; i++) size += encode(t->characters[i], bytes + size);
    bytes[size] = 0;
    *out = bytes;
    return (utf8proc_ssize_t)size;
}

utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t *given, utf8proc_ssize_t size,
                              utf8proc_uint8_t **out, utf8proc_option_t options)
{
    text t = {0};
    utf8proc_ssize_t length = UTF8PROC_ERROR_INVALIDUTF8;
    size_t at = 0, taken = 1;
    (void)options;
    while (at < (size_t)size && taken) {
        uint32_t character;
        taken = gp_decode_utf8((const char *)given + at, (size_t)size - at, &character);
        if (taken) take_apart(&t, character);
        at += taken;
    }
    if (taken) {
        sort_marks(&t);
        compose(&t);
        length = t.has_failed ? UTF8PROC_ERROR_NOMEM : write(&t, out);
    }
    free(t.characters);
    return length;
}
