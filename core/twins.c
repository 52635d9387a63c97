/* SPDX-License-Identifier: MIT
 * Which ids look alike and are not the same? An accent can be part of its letter or stand beside
 * it, a blank can be one of typesetting, a character can be invisible, and Cyrillic and Greek have
 * letters that look like ours. Each id that is not plain ASCII is made into what it looks like
 * (Unicode NFKC, without what is not seen, look-alikes as Latin: the idea of UTS 39), and ids that
 * look the same are told, with the first character in which they differ. */
#include "core/characters.h"
#include "core/check.h"
#include "core/names.h"

#include <string.h>

static bool is_plain(const char *id)
{
    while (*id && (unsigned char)*id < 0x80) id++;
    return *id == '\0';
}

/* ---- what differs ---- */

static void add_code_point(gp_buffer *text, uint32_t character)
{
    static const char hex[] = "0123456789ABCDEF";
    char digits[8];
    size_t size = 0;
    for (uint32_t rest = character; rest || size < 4; rest >>= 4) digits[size++] = hex[rest & 15];
    gp_add_text(text, "U+");
    while (size) gp_add_bytes(text, &digits[--size], 1);
}

static const char *kind_of(uint32_t character, gp_language language)
{
    switch (gp_character_kind(character)) {
    case GP_CHARACTER_SPACE: return gp_say(language, "a space", "een spatie");
    case GP_CHARACTER_OTHER_SPACE:
        return gp_say(language, "a space of typesetting", "een spatie van zetwerk");
    case GP_CHARACTER_UNSEEN:
        return gp_say(language, "an invisible character", "een onzichtbaar teken");
    case GP_CHARACTER_MARK:
        return gp_say(language, "an accent that stands apart", "een los accent");
    case GP_CHARACTER_GREEK: return gp_say(language, "a Greek letter", "een Griekse letter");
    case GP_CHARACTER_CYRILLIC:
        return gp_say(language, "a Cyrillic letter", "een Cyrillische letter");
    case GP_CHARACTER_ASCII: return gp_say(language, "a plain character", "een gewoon teken");
    case GP_CHARACTER_ANY: break;
    }
    return gp_say(language, "one character", "één teken");
}

static void add_side(gp_buffer *text, const char *at, gp_language language)
{
    uint32_t character, mark = 0;
    if (*at == '\0') {
        gp_add_text(text, gp_say(language, "nothing", "niets"));
        return;
    }
    size_t taken = gp_decode_utf8(at, strlen(at), &character), after = 0;
    if (taken && at[taken]) after = gp_decode_utf8(at + taken, strlen(at + taken), &mark);
    bool has_mark = after && gp_character_kind(mark) == GP_CHARACTER_MARK;
    gp_add_text(text, has_mark ? gp_say(language, "a letter and its accent apart",
                                        "een letter met het accent los ernaast")
                               : kind_of(character, language));
    gp_add_text(text, " (");
    add_code_point(text, character);
    if (has_mark) {
        gp_add_text(text, " ");
        add_code_point(text, mark);
    }
    gp_add_text(text, ")");
}

/* "at character 4: an accent that stands apart (U+0301), and there one character (U+00E9)". */
static gp_status say_difference(gp_job *job, const char *own, const char *other, gp_argument *out)
{
    const char *texts[2];
    size_t same = 0, size;
    int64_t number = 1;
    while (own[same] && own[same] == other[same]) same++;
    while (same && (((unsigned char)own[same] & 0xC0) == 0x80 ||
                    ((unsigned char)other[same] & 0xC0) == 0x80))
        same--;
    for (size_t i = 0; i < same; i++) number += ((unsigned char)own[i] & 0xC0) != 0x80;
    for (int language = 0; language < 2; language++) {
        gp_buffer *text = gp_new_buffer(job);
        if (!text) return gp_no_memory(job);
        gp_add_text(text, language ? "teken " : "character ");
        gp_add_number(text, number);
        gp_add_text(text, language ? " is hier " : " is here ");
        add_side(text, own + same, (gp_language)language);
        gp_add_text(text, language ? " en daar " : " and there ");
        add_side(text, other + same, (gp_language)language);
        GP_TRY(gp_finish_buffer(text, &texts[language], &size));
    }
    *out = GP_WORDS(texts[0], texts[1]);
    return GP_OK;
}

/* ---- who looks like whom ---- */

/* Where an id stands: its record, or the first requirement that names it. */
static gp_place *find_places(gp_job *job, const gp_portfolio *p)
{
    gp_place *places = GP_NEW(job, gp_place, p->symbol_count);
    if (!places) return NULL;
    for (uint32_t i = p->requirement_count; i-- > 0;)
        places[p->requirements[i].target] = p->requirements[i].place;
    for (uint32_t i = 0; i < p->capability_count; i++)
        places[p->capabilities[i].symbol] = p->capabilities[i].place;
    for (uint32_t i = 0; i < p->intervention_count; i++)
        places[p->interventions[i].symbol] = p->interventions[i].place;
    return places;
}

static gp_status report(gp_job *job, const gp_portfolio *p, const gp_place *places, uint32_t own,
                        uint32_t other)
{
    gp_finding finding = {.code = 114,
                          .place = places[own],
                          .subject = p->ids[own],
                          .arguments = {GP_TEXT(p->ids[other])}};
    gp_related *related = GP_NEW(job, gp_related, 1);
    if (!related) return gp_no_memory(job);
    *related = (gp_related){.place = places[other], .from = p->ids[other]};
    finding.related = related;
    finding.related_count = 1;
    GP_TRY(say_difference(job, p->ids[own], p->ids[other], &finding.arguments[1]));
    return gp_add_finding(job, &finding);
}

/* Of two twins the one that nothing defines is told of, else the one that is not plain. */
static gp_status compare(gp_job *job, const gp_portfolio *p, const gp_place *places, uint32_t own,
                         uint32_t other)
{
    bool is_missing = p->items[own].kind == GP_ITEM_MISSING;
    bool is_other_missing = p->items[other].kind == GP_ITEM_MISSING;
    if (is_other_missing && !is_missing) return report(job, p, places, other, own);
    return report(job, p, places, own, other);
}

gp_status gp_check_twins(gp_job *job, const gp_portfolio *p)
{
    gp_names *looks = NULL;
    uint32_t *first = NULL; /* by look: who has it */
    gp_place *places = NULL;
    for (uint32_t i = 0; i < p->symbol_count; i++) {
        const char *text;
        if (is_plain(p->ids[i]) || p->items[i].kind == GP_ITEM_ELSEWHERE) continue;
        if (!looks) {
            looks = gp_new_names(job);
            first = GP_NEW(job, uint32_t, p->symbol_count);
            places = find_places(job, p);
            if (!looks || !first || !places) return gp_no_memory(job);
        }
        GP_TRY(gp_make_look(job, p->ids[i], strlen(p->ids[i]), &text));
        if (!text) continue;
        uint32_t plain = gp_find_symbol(p, text);
        if (plain != GP_NONE && plain != i && is_plain(text) &&
            p->items[plain].kind != GP_ITEM_ELSEWHERE)
            GP_TRY(compare(job, p, places, i, plain));
        uint32_t number = gp_intern(looks, text, strlen(text));
        if (number == GP_NONE) return gp_no_memory(job);
        if (number + 1u == looks->texts.count && first[number] == 0)
            first[number] = i + 1;
        else
            GP_TRY(compare(job, p, places, i, first[number] - 1));
    }
    return GP_OK;
}
