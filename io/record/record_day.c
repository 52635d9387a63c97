/* SPDX-License-Identifier: MIT
 * Days as people and spreadsheets write them: 5-1-2026, 5 januari 2026, 2026/01/05, with midnight
 * after it or without. The order of numbers is that of the Netherlands where dashes or points
 * stand between; with slashes only what cannot be another day is read, and years have four digits.
 */
#include "io/record/words.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* One part of a day: a number with so many digits, or a month by its name. */
typedef struct part {
    int32_t number;
    size_t digits;
    bool is_month;
} part;

/* The month that a word names in Dutch or English, with a point after it or without; 0: none. */
static int32_t find_month(const char *word, size_t size)
{
    static const char *const names[12][5] = {
        {"jan", "januari", "january"},
        {"feb", "februari", "february"},
        {"mrt", "maart", "mar", "march"},
        {"apr", "april"},
        {"mei", "may"},
        {"jun", "juni", "june"},
        {"jul", "juli", "july"},
        {"aug", "augustus", "august"},
        {"sep", "september", "sept"},
        {"okt", "oktober", "oct", "october"},
        {"nov", "november"},
        {"dec", "december"},
    };
    if (size && word[size - 1] == '.') size--;
    for (int32_t month = 0; month < 12; month++)
        for (size_t i = 0; i < 5 && names[month][i]; i++)
            if (gp_is_same_part(names[month][i], word, size)) return month + 1;
    return 0;
}

/* The text after the part, or NULL. */
static const char *read_part(const char *at, part *out)
{
    size_t digits = strspn(at, "0123456789");
    *out = (part){.digits = digits};
    if (digits > 4) return NULL;
    if (digits) {
        for (size_t i = 0; i < digits; i++) out->number = out->number * 10 + (at[i] - '0');
        return at + digits;
    }
    size_t letters = strcspn(at, " -/,0123456789");
    out->number = find_month(at, letters);
    out->is_month = true;
    return out->number ? at + letters : NULL;
}

/* Nothing, or a time of day that is midnight: what a spreadsheet adds to a day. */
static bool is_midnight(const char *text)
{
    static const char *const times[] = {
        "",       " 0:00",     " 00:00",     " 0:00:00",      " 00:00:00",
        "T00:00", "T00:00:00", "T00:00:00Z", " 00:00:00.000", "T00:00:00.000"};
    for (size_t i = 0; i < COUNT(times); i++)
        if (strcmp(text, times[i]) == 0) return true;
    return false;
}

/* "ma 5-1-2026", "maandag 5 januari 2026": the text after the name. */
static const char *skip_weekday(const char *text)
{
    size_t letters = strcspn(text, " ");
    char name[16];
    if (letters >= sizeof name || text[letters] != ' ') return text;
    memcpy(name, text, letters);
    name[letters] = '\0';
    return gp_read_word(&gp_weekday_choice, name) ? text + letters + 1 : text;
}

/* Puts the parts in order; false where their order is not plain. */
static bool order(const part parts[3], char mark, gp_date *out)
{
    const part *year = &parts[2], *month = &parts[1], *day = &parts[0];
    if (parts[0].digits == 4) {
        year = &parts[0];
        day = &parts[2];
    } else if (parts[0].is_month) {
        month = &parts[0];
        day = &parts[1];
    } else if (mark == '/' && !parts[1].is_month && parts[0].number != parts[1].number) {
        if (parts[0].number <= 12 && parts[1].number <= 12) return false;
        if (parts[1].number > 12) {
            month = &parts[0];
            day = &parts[1];
        }
    }
    bool is_plain = year->digits == 4 && !day->is_month && day->digits && day->digits <= 2 &&
                    (month->is_month || (month->digits && month->digits <= 2));
    *out = (gp_date){.year = year->number, .month = month->number, .day = day->number};
    return is_plain;
}

/* The three parts and what stands between them. */
static bool read_parts(const char *text, part parts[3], char *between)
{
    char mark = '\0';
    text = skip_weekday(text);
    for (size_t i = 0; i < 3; i++) {
        text = read_part(text, &parts[i]);
        if (!text) return false;
        if (i == 2) break;
        if (i == 1 && mark != *text && !(parts[0].is_month && *text == ',')) return false;
        mark = *text;
        if (!mark || !strchr("-/. ,", mark)) return false;
        text += 1 + (mark == ',' && text[1] == ' ');
    }
    *between = mark;
    return is_midnight(text);
}

static bool make_day(gp_date date, gp_day *out)
{
    char written[] = "0000-00-00";
    for (int32_t at = 3, rest = date.year; at >= 0; at--, rest /= 10)
        written[at] = (char)('0' + rest % 10);
    written[5] = (char)('0' + date.month / 10);
    written[6] = (char)('0' + date.month % 10);
    written[8] = (char)('0' + date.day / 10);
    written[9] = (char)('0' + date.day % 10);
    return gp_parse_date(written, out);
}

bool gp_read_written_date(const char *text, gp_date *out)
{
    part parts[3];
    char mark;
    return read_parts(text, parts, &mark) && order(parts, mark, out);
}

bool gp_read_written_day(const char *text, gp_day *out)
{
    gp_date date;
    return gp_read_written_date(text, &date) && make_day(date, out);
}

const char *gp_suggest_day(gp_job *job, const char *text)
{
    part parts[3];
    char mark, written[GP_DATE_SIZE];
    gp_date date;
    gp_day day;
    if (!read_parts(text, parts, &mark)) return NULL;
    if (parts[0].digits != 4 && parts[2].digits == 2) {
        parts[2].number += 2000;
        parts[2].digits = 4;
    }
    if (!order(parts, mark, &date) || !make_day(date, &day)) return NULL;
    gp_format_date(day, written);
    return gp_copy_text(job, written, strlen(written));
}
