/* SPDX-License-Identifier: MIT
 * Runs when the page's module is built, on the machine that builds it: asks the installed utf8proc
 * what core will ask of it, of every character, and writes the answers as the tables of
 * report/engine/characters.h. What is taken apart is what alphabets are written with: not the
 * compatibility forms of CJK and Arabic and the letters of mathematics, which would be a tenth of
 * the module; and not Hangul, for which there is a rule. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#define CHARACTERS 0x110000
#define PARTS_MAX 32
#define HANGUL_FIRST 0xAC00
#define HANGUL_LAST 0xD7A3

/* The numbers of report/engine/include/utf8proc.h, which cannot be included beside the library's.
 */
enum { OTHER, SPACE, FORMAT, MARK, UNASSIGNED };

static uint32_t category_of(int32_t character)
{
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_ZS: return SPACE;
    case UTF8PROC_CATEGORY_CF: return FORMAT;
    case UTF8PROC_CATEGORY_MN: return MARK;
    case UTF8PROC_CATEGORY_CN: return UNASSIGNED;
    default: return OTHER;
    }
}

static uint32_t bound_of(int32_t character)
{
    static const uint8_t ours[] = {[UTF8PROC_BOUNDCLASS_CR] = 1,
                                   [UTF8PROC_BOUNDCLASS_LF] = 2,
                                   [UTF8PROC_BOUNDCLASS_CONTROL] = 3,
                                   [UTF8PROC_BOUNDCLASS_EXTEND] = 4,
                                   [UTF8PROC_BOUNDCLASS_L] = 5,
                                   [UTF8PROC_BOUNDCLASS_V] = 6,
                                   [UTF8PROC_BOUNDCLASS_T] = 7,
                                   [UTF8PROC_BOUNDCLASS_LV] = 8,
                                   [UTF8PROC_BOUNDCLASS_LVT] = 9,
                                   [UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR] = 10,
                                   [UTF8PROC_BOUNDCLASS_SPACINGMARK] = 11,
                                   [UTF8PROC_BOUNDCLASS_PREPEND] = 12,
                                   [UTF8PROC_BOUNDCLASS_ZWJ] = 13,
                                   [UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC] = 14};
    size_t class = utf8proc_get_property(character)->boundclass;
    return class < sizeof ours ? ours[class] : 0;
}

static uint32_t facts_of(int32_t character)
{
    bool is_unseen = utf8proc_get_property(character)->ignorable;
    return (uint32_t)utf8proc_charwidth(character) | bound_of(character) << 2 |
           category_of(character) << 6 | (uint32_t)is_unseen << 9;
}

static uint32_t class_of(int32_t character)
{
    return (uint32_t)utf8proc_get_property(character)->combining_class;
}

static void write_stretches(const char *name, uint32_t (*ask)(int32_t character))
{
    uint32_t before = UINT32_MAX, count = 0;
    printf("static const uint32_t %s_rows[] = {\n", name);
    for (int32_t c = 0; c < CHARACTERS; c++) {
        uint32_t now = ask(c);
        if (now == before) continue;
        printf("%u,\n", (unsigned)((uint32_t)c << 11 | now));
        before = now;
        count++;
    }
    printf("};\nconst gp_stretches %s = {%s_rows, %u};\n", name, name, (unsigned)count);
}

/* All the way apart, with the options that core gives. */
static size_t take_apart(int32_t character, int32_t parts[PARTS_MAX], int options)
{
    int bound = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(character, parts, PARTS_MAX, (utf8proc_option_t)options, &bound);
    return count < 0 || count > PARTS_MAX ? 0 : (size_t)count;
}

static bool stays(int32_t character, size_t count, const int32_t *parts)
{
    return count == 0 || (count == 1 && parts[0] == character);
}

/* Does the table have it, of what is taken apart? */
static bool is_told(int32_t character)
{
    return character < 0x2600 || (character >= 0xFB00 && character < 0xFB07) ||
           (character >= 0xFF00 && character < 0xFFF0);
}

static bool is_hangul(int32_t character)
{
    return character >= HANGUL_FIRST && character <= HANGUL_LAST;
}

static void write_apart(void)
{
    const int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE | UTF8PROC_STRIPNA;
    int32_t parts[PARTS_MAX];
    uint32_t rows = 0;
    printf("const gp_apart gp_characters_apart[] = {\n");
    for (int32_t c = 0; c < CHARACTERS; c++) {
        size_t count = take_apart(c, parts, options);
        if (stays(c, count, parts) || !is_told(c)) continue;
        printf("{%d,%u},\n", (int)c, (unsigned)count);
        rows++;
    }
    printf("};\nconst uint32_t gp_apart_count = %u;\n", (unsigned)rows);
    printf("const uint16_t gp_apart_units[] = {\n");
    for (int32_t c = 0; c < CHARACTERS; c++) {
        size_t count = take_apart(c, parts, options);
        if (stays(c, count, parts) || !is_told(c)) continue;
        for (size_t i = 0; i < count; i++) printf("%d,\n", (int)parts[i]);
    }
    printf("};\n");
}

/* The character that these become; -1: they stay several. */
static int32_t put_together(const int32_t *parts, size_t count)
{
    int32_t room[PARTS_MAX + 1];
    memcpy(room, parts, count * sizeof *parts);
    utf8proc_ssize_t left =
        utf8proc_normalize_utf32(room, (utf8proc_ssize_t)count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    return left == 1 ? room[0] : -1;
}

typedef struct pair {
    int32_t first, second, whole;
} pair;

/* Is the character two others put together, and which? */
static bool find_pair(int32_t character, pair *out)
{
    int32_t parts[PARTS_MAX];
    size_t count = take_apart(character, parts, UTF8PROC_DECOMPOSE);
    if (count < 2 || is_hangul(character) || character >= 0x10000) return false;
    *out = (pair){put_together(parts, count - 1), parts[count - 1], character};
    return put_together(parts, count) == character && out->first >= 0;
}

static void write_together(void)
{
    static pair pairs[4096];
    uint32_t count = 0;
    for (int32_t c = 0; c < CHARACTERS && count < 4096; c++)
        if (find_pair(c, &pairs[count])) count++;
    for (uint32_t i = 1; i < count; i++) /* few, and almost in order */
        for (uint32_t k = i; k > 0; k--) {
            pair *a = &pairs[k - 1], *b = &pairs[k], swap = *a;
            if (a->first < b->first || (a->first == b->first && a->second < b->second)) break;
            *a = *b;
            *b = swap;
        }
    printf("const gp_together gp_characters_together[] = {\n");
    for (uint32_t i = 0; i < count; i++)
        printf("{%d,%d,%d},\n", (int)pairs[i].first, (int)pairs[i].second, (int)pairs[i].whole);
    printf("};\nconst uint32_t gp_together_count = %u;\n", (unsigned)count);
}

int main(void)
{
    printf("/* Made by report/engine/make_characters.c of utf8proc %s. */\n"
           "#include \"report/engine/characters.h\"\n\n",
           utf8proc_version());
    write_stretches("gp_character_facts", facts_of);
    write_stretches("gp_character_classes", class_of);
    write_apart();
    write_together();
    return ferror(stdout) != 0;
}
