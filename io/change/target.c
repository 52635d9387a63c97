/* SPDX-License-Identifier: MIT
 * Reads what a change is about. */
#include "io/change/target.h"

#include "io/change/named_ids.h"
#include "io/record/record.h"

#include <string.h>

#define WORD_ENDS ".=@|[]\" \t"

typedef struct reader {
    gp_job *job;
    const char *text, *at;
    gp_target *target;
    gp_target_wrong *wrong;
} reader;

uint32_t gp_column_in(const char *text, const char *at)
{
    uint32_t column = 1;
    for (; text < at; text++) column += ((unsigned char)text[1] & 0xC0) != 0x80;
    return column;
}

static gp_status refuse(reader *r, const char *at, const char *english, const char *dutch)
{
    *r->wrong = (gp_target_wrong){{english, dutch}, gp_column_in(r->text, at)};
    return GP_OK;
}

static void skip_blanks(reader *r)
{
    while (*r->at == ' ' || *r->at == '\t') r->at++;
}

static bool is_arrow(const char *at)
{
    return at[0] == '-' && at[1] == '>';
}

/* ---- words ---- */

static gp_status read_quoted(reader *r, gp_target_word *out)
{
    const char *begin = r->at++;
    char *text = GP_NEW(r->job, char, strlen(begin) + 1);
    if (!text) return gp_no_memory(r->job);
    size_t size = 0;
    for (; *r->at && *r->at != '"'; r->at++) {
        if (*r->at == '\\' && (r->at[1] == '"' || r->at[1] == '\\')) r->at++;
        text[size++] = *r->at;
    }
    if (*r->at != '"')
        return refuse(r, begin, "the quote is not closed",
                      "het aanhalingsteken wordt niet gesloten");
    r->at++;
    *out = (gp_target_word){text, gp_column_in(r->text, begin), true};
    return size ? GP_OK : refuse(r, begin, "an id is missing here", "hier ontbreekt een id");
}

static gp_status read_word(reader *r, gp_target_word *out)
{
    skip_blanks(r);
    if (*r->at == '"') return read_quoted(r, out);
    const char *begin = r->at;
    while (*r->at && !strchr(WORD_ENDS, *r->at) && !is_arrow(r->at)) r->at++;
    if (r->at == begin)
        return refuse(r, begin, "an id or a key is missing here",
                      "hier ontbreekt een id of een sleutel");
    const char *text = gp_copy_text(r->job, begin, (size_t)(r->at - begin));
    if (!text) return gp_no_memory(r->job);
    *out = (gp_target_word){text, gp_column_in(r->text, begin), false};
    return GP_OK;
}

/* ---- the parts ---- */

static bool is_wrong(const reader *r)
{
    return r->wrong->problem[0] != NULL;
}

/* "[2]" after "levels". */
static gp_status read_level(reader *r, const gp_target_word *word)
{
    gp_target *t = r->target;
    const char *digit = r->at + 1;
    if (strcmp(word->text, "levels") != 0 || t->key_count || t->level)
        return refuse(r, r->at, "only levels has entries: levels[2]",
                      "alleen levels heeft onderdelen: levels[2]");
    if (*digit < '1' || *digit > '0' + GP_LEVEL_MAX || digit[1] != ']')
        return refuse(r, digit, "a level from 1 to 5 is expected here",
                      "hier wordt een niveau van 1 tot en met 5 verwacht");
    t->level = (uint8_t)(*digit - '0');
    t->level_word = *word;
    r->at = digit + 2;
    return GP_OK;
}

/* The words after the arrow, with | between them. */
static gp_status read_requires(reader *r)
{
    gp_target *t = r->target;
    gp_array *words = GP_NEW(r->job, gp_array, 1);
    if (!words) return gp_no_memory(r->job);
    words->size = sizeof(gp_target_word);
    do {
        gp_target_word word = {NULL, 0, false};
        r->at += *r->at == '|' ? 1 : 2;
        GP_TRY(read_word(r, &word));
        if (is_wrong(r)) return GP_OK;
        if (!gp_push(r->job, words, &word, 1)) return gp_no_memory(r->job);
        skip_blanks(r);
    } while (*r->at == '|');
    t->requires = words->data;
    t->require_count = (uint32_t)words->count;
    return GP_OK;
}

static gp_status read_key(reader *r)
{
    gp_target *t = r->target;
    gp_target_word word = {NULL, 0, false};
    const char *begin = r->at++;
    if (t->key_count == GP_TARGET_KEYS_MAX)
        return refuse(r, begin, "nothing is so deep", "zo diep gaat niets");
    GP_TRY(read_word(r, &word));
    if (is_wrong(r)) return GP_OK;
    if (*r->at == '[') return read_level(r, &word);
    t->keys[t->key_count++] = word;
    return GP_OK;
}

/* "correlations.a|b.coefficient": those that have no id are called by what they name. */
static gp_status read_ids(reader *r)
{
    gp_array *ids = GP_NEW(r->job, gp_array, 1);
    gp_target_word word = {NULL, 0, false};
    uint32_t column = 0;
    if (!ids) return gp_no_memory(r->job);
    ids->size = sizeof(const char *);
    for (bool is_more = true; is_more;) {
        GP_TRY(read_word(r, &word));
        if (is_wrong(r)) return GP_OK;
        if (!column) column = word.column;
        if (!gp_push(r->job, ids, &word.text, 1)) return gp_no_memory(r->job);
        skip_blanks(r);
        is_more = *r->at == '|';
        r->at += is_more;
    }
    const char *name = gp_name_ids(r->job, ids->data, ids->count);
    if (!name) return gp_no_memory(r->job);
    r->target->id = (gp_target_word){name, column, true};
    return GP_OK;
}

/* "scenarios.data-lake.name": the first word is a list of records, the second an id. */
static gp_status read_section(reader *r)
{
    gp_target *t = r->target;
    if (t->id.is_quoted || *r->at != '.') return GP_OK;
    for (size_t i = 0; i < gp_top_kind.count; i++) {
        if (!gp_top_kind.keys[i].detail || strcmp(gp_top_kind.keys[i].name, t->id.text) != 0)
            continue;
        t->section = gp_top_kind.keys[i].name;
        r->at++;
        return strcmp(t->section, "correlations") == 0 ? read_ids(r) : read_word(r, &t->id);
    }
    return GP_OK;
}

gp_status gp_read_target(gp_job *job, const char *text, gp_target *out, const char **end,
                         gp_target_wrong *wrong)
{
    reader r = {job, text, text, out, wrong};
    *out = (gp_target){.section = NULL};
    *wrong = (gp_target_wrong){{NULL, NULL}, 0};
    GP_TRY(read_word(&r, &out->id));
    if (!is_wrong(&r)) GP_TRY(read_section(&r));
    while (!is_wrong(&r)) {
        skip_blanks(&r);
        if (is_arrow(r.at) && out->require_count == 0 && out->key_count == 0)
            GP_TRY(read_requires(&r));
        else if (*r.at == '.')
            GP_TRY(read_key(&r));
        else
            break;
    }
    *end = r.at;
    return GP_OK;
}
