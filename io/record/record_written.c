/* SPDX-License-Identifier: MIT
 * What do people write for a value? Words, lengths of time and numbers, in English and Dutch and as
 * spreadsheets show them. Only what can mean one thing is translated; all else stays as it is, and
 * the tables of records say what is expected. */
#include "io/record/record.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define TEXT_MAX 127 /* longer ones are left as they are */

typedef enum shape { SHAPE_TEXT, SHAPE_WORD, SHAPE_DAY, SHAPE_TIME, SHAPE_NUMBER } shape;

static const struct {
    const char *key;
    shape shape;
} keys[] = {
    {"lead_time", SHAPE_TIME},     {"skills", SHAPE_TIME},        {"methods", SHAPE_TIME},
    {"tools", SHAPE_TIME},         {"min", SHAPE_TIME},           {"likely", SHAPE_TIME},
    {"max", SHAPE_TIME},           {"duration", SHAPE_TIME},      {"cycle", SHAPE_TIME},
    {"lag", SHAPE_TIME},           {"round", SHAPE_TIME},         {"prepare", SHAPE_TIME},
    {"start", SHAPE_DAY},          {"needed_by", SHAPE_DAY},      {"not_before", SHAPE_DAY},
    {"start_by", SHAPE_DAY},       {"identified", SHAPE_DAY},     {"not_ready_before", SHAPE_DAY},
    {"started", SHAPE_DAY},        {"ready", SHAPE_DAY},          {"on", SHAPE_DAY},
    {"status_date", SHAPE_DAY},    {"holidays", SHAPE_DAY},       {"from", SHAPE_DAY},
    {"dates", SHAPE_DAY},          {"level", SHAPE_NUMBER},       {"need", SHAPE_NUMBER},
    {"experience", SHAPE_NUMBER},  {"progress", SHAPE_NUMBER},    {"groeipad", SHAPE_NUMBER},
    {"probability", SHAPE_NUMBER}, {"coefficient", SHAPE_NUMBER}, {"weight", SHAPE_NUMBER},
    {"cost", SHAPE_NUMBER},        {"delay", SHAPE_TIME},
};

static const struct {
    const char *word, *unit;
} units[] = {
    {"dag", "d"},        {"dagen", "d"},     {"day", "d"},       {"days", "d"},
    {"d", "d"},          {"week", "w"},      {"weken", "w"},     {"weeks", "w"},
    {"wk", "w"},         {"wkn", "w"},       {"w", "w"},         {"maand", "mo"},
    {"maanden", "mo"},   {"mnd", "mo"},      {"mnden", "mo"},    {"month", "mo"},
    {"months", "mo"},    {"mo", "mo"},       {"m", "mo"},        {"kwartaal", "q"},
    {"kwartalen", "q"},  {"kwartaals", "q"}, {"quarter", "q"},   {"quarters", "q"},
    {"jaar", "y"},       {"jaren", "y"},     {"jr", "y"},        {"j", "y"},
    {"year", "y"},       {"years", "y"},     {"y", "y"},         {"werkdag", "wd"},
    {"werkdagen", "wd"}, {"workday", "wd"},  {"workdays", "wd"}, {"wd", "wd"},
};

/* What stands in a cell where there is nothing to say. */
static const char *const nothings[] = {"n.v.t.",   "n.v.t",   "nvt",   "n/a", "n.a.", "geen",
                                       "none",     "n.t.b.",  "n.t.b", "ntb", "tbd",  "?",
                                       "onbekend", "unknown", "null",  "nan", "#N/A", "#N/B"};

/* ---- texts ---- */

/* Bytes of a blank: those of typesetting (U+00A0, U+2009, U+202F) are in what is copied from
 * elsewhere. 0: it is none. */
static size_t blank_size(const char *text)
{
    if (*text == ' ' || *text == '\t') return 1;
    if (strncmp(text, "\xC2\xA0", 2) == 0) return 2;
    return strncmp(text, "\xE2\x80\xAF", 3) == 0 || strncmp(text, "\xE2\x80\x89", 3) == 0 ? 3 : 0;
}

/* A copy with plain blanks, one at a time, and none around it. False: it is too long. */
static bool tidy(const char *text, char out[TEXT_MAX + 1])
{
    size_t count = 0;
    bool is_blank = false;
    while (*text) {
        size_t blank = blank_size(text);
        if (!blank && is_blank && count) {
            if (count == TEXT_MAX) return false;
            out[count++] = ' ';
        }
        if (!blank && count == TEXT_MAX) return false;
        if (!blank) out[count++] = *text;
        is_blank = blank;
        text += blank ? blank : 1;
    }
    out[count] = '\0';
    return true;
}

/* Is there nothing, or a dash, or a word that says so? */
static bool is_nothing(const char *text)
{
    if (!text[strspn(text, "-.")] || strcmp(text, "\xE2\x80\x93") == 0) return true;
    for (size_t i = 0; i < COUNT(nothings); i++)
        if (strlen(nothings[i]) == strlen(text) && gp_is_same_name(nothings[i], text)) return true;
    return false;
}

bool gp_says_nothing(const char *text)
{
    char tidied[TEXT_MAX + 1];
    return tidy(text, tidied) && is_nothing(tidied);
}

static const char *kept(gp_buffer *scratch, const char *text)
{
    const char *copy;
    size_t size;
    scratch->bytes.count = 0;
    gp_add_text(scratch, text);
    return gp_finish_buffer(scratch, &copy, &size) == GP_OK ? copy : NULL;
}

/* ---- lengths of time ---- */

static const char *find_unit(const char *word, size_t size)
{
    for (size_t i = 0; i < COUNT(units); i++)
        if (gp_is_same_part(units[i].word, word, size)) return units[i].unit;
    return NULL;
}

/* Reads "12", "1,5" or "0.25" as thousandths; the text after it, or NULL: it is none, or "1.000",
 * which is a thousand to some and one to others. */
static const char *read_count(const char *at, int64_t *thousandths)
{
    int64_t value = 0, unit = 1000;
    size_t digits = strspn(at, "0123456789");
    if (digits == 0 || digits > 6) return NULL;
    for (; digits; digits--) value = value * 10 + (*at++ - '0');
    value *= 1000;
    if ((*at == ',' || *at == '.') && at[1] >= '0' && at[1] <= '9')
        for (at++; *at >= '0' && *at <= '9'; at++) {
            unit /= 10;
            if (unit == 0) return NULL; /* finer than that nobody plans */
            value += unit * (*at - '0');
        }
    if (unit == 1 && value >= 1000) return NULL;
    *thousandths = value;
    return at;
}

/* Also "half", "een", "anderhalf". */
static const char *read_amount(const char *at, int64_t *thousandths)
{
    static const struct {
        const char *word;
        int64_t thousandths;
    } words[] = {{"een half ", 500},    {"half ", 500}, {"half a ", 500}, {"anderhalf ", 1500},
                 {"anderhalve ", 1500}, {"een ", 1000}, {"one ", 1000}};
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t size = strlen(words[i].word);
        if (strncmp(at, words[i].word, size) != 0) continue;
        *thousandths = words[i].thousandths;
        return at + size;
    }
    return read_count(at, thousandths);
}

/* Adds so many of a unit, where that is a whole number of years, months, weeks or days. */
static bool add_units(gp_buffer *out, int64_t thousandths, const char *unit)
{
    int64_t months = strcmp(unit, "y") == 0 ? 12 : strcmp(unit, "q") == 0 ? 3 : 0;
    if (months && (thousandths % 1000 || months == 3)) {
        if (thousandths * months % 1000) return false;
        months = thousandths * months / 1000;
        if (months >= 12) {
            gp_add_number(out, months / 12);
            gp_add_text(out, "y");
        }
        if (months % 12 == 0) return months > 0;
        gp_add_number(out, months % 12);
        gp_add_text(out, "mo");
        return true;
    }
    if (thousandths % 1000) return false;
    gp_add_number(out, thousandths / 1000);
    gp_add_text(out, unit);
    return true;
}

/* "1 jaar en 6 maanden" -> "1y6mo". NULL: no words of time. */
static const char *read_time(const char *text, bool may_lead, gp_buffer *scratch)
{
    static const char blanks[] = " ,.";
    const char *read;
    size_t size;
    scratch->bytes.count = 0;
    if (may_lead && *text == '-') gp_add_text(scratch, "-");
    if (may_lead) text += strspn(text, "- ");
    for (const char *at = text; *at;) {
        int64_t thousandths;
        at = read_amount(at, &thousandths);
        if (!at) return NULL;
        at += strspn(at, blanks);
        size_t letters = strcspn(at, " ,.0123456789");
        const char *unit = find_unit(at, letters);
        if (!unit || !add_units(scratch, thousandths, unit)) return NULL;
        at += letters + strspn(at + letters, blanks);
        size_t and = strncmp(at, "en ", 3) == 0 ? 3 : strncmp(at, "and ", 4) == 0 ? 4 : 0;
        at += and;
    }
    gp_duration duration;
    if (gp_finish_buffer(scratch, &read, &size) != GP_OK) return NULL;
    return gp_parse_lag(read, &duration) ? read : NULL;
}

/* ---- numbers ---- */

static const char *read_number(const char *key, const char *text, gp_buffer *scratch)
{
    char digits[TEXT_MAX + 1], printed[GP_NUMBER_TEXT_SIZE];
    size_t size = strlen(text);
    double number;
    bool is_percent = size && text[size - 1] == '%';
    if (is_percent) size--;
    while (size && text[size - 1] == ' ') size--;
    memcpy(digits, text, size);
    digits[size] = '\0';
    char *comma = strchr(digits, ',');
    if (comma) *comma = '.'; /* 0,5 in a Dutch spreadsheet */
    if (!gp_parse_number(digits, size, &number)) return NULL;
    bool is_share = strcmp(key, "need") == 0 || strcmp(key, "experience") == 0 ||
                    strcmp(key, "probability") == 0 || strcmp(key, "coefficient") == 0;
    bool is_hundredths = strcmp(key, "progress") == 0 || strcmp(key, "weight") == 0;
    if (is_percent && !is_share && !is_hundredths) return NULL;
    gp_print_number(is_percent && is_share ? number / 100 : number, printed);
    return kept(scratch, printed);
}

/* ---- all of them ---- */

static const char *last_part(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : path;
}

static shape shape_of(const char *path)
{
    if (gp_choice_of(path)) return SHAPE_WORD;
    for (size_t i = 0; i < COUNT(keys); i++)
        if (strcmp(keys[i].key, last_part(path)) == 0) return keys[i].shape;
    return SHAPE_TEXT;
}

static const char *read_day(const char *text, gp_buffer *scratch)
{
    char written[GP_DATE_SIZE];
    gp_day day;
    if (!gp_read_written_day(text, &day)) return NULL;
    gp_format_date(day, written);
    return kept(scratch, written);
}

const char *gp_written_value(const char *path, const char *value, gp_buffer *scratch)
{
    char text[TEXT_MAX + 1];
    const char *read = NULL, *key = last_part(path);
    shape kind = strncmp(path, "x-", 2) == 0 ? SHAPE_TEXT : shape_of(path);
    if (kind == SHAPE_TEXT || !tidy(value, text)) return value;
    switch (kind) {
    case SHAPE_WORD: read = gp_read_word(gp_choice_of(path), text); break;
    case SHAPE_DAY: read = read_day(text, scratch); break;
    case SHAPE_NUMBER: read = read_number(key, text, scratch); break;
    default: {
        gp_duration duration;
        if (gp_parse_lag(value, &duration)) return value;
        read = read_time(text, strcmp(key, "lag") == 0, scratch);
    }
    }
    if (read) return read;
    /* "Beschikbaar: ja" is a status, and so "nee" says none. */
    bool is_no = gp_is_same_name(text, "nee") || gp_is_same_name(text, "no");
    if (is_no && strcmp(key, "status") == 0) return "";
    return is_nothing(text) ? "" : value;
}
