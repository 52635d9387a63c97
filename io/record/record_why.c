/* SPDX-License-Identifier: MIT
 * Why is a value refused that looks right? A day that its month does not have, a length of time
 * beyond the limit: there the usual list of forms says nothing. */
#include "io/record/record.h"
#include "io/record/words.h"

#include <string.h>

#define PATTERN_MAX 32

/* Texts of ours in both languages, with a number or more in them. */
static gp_argument finish(gp_job *job, gp_buffer *words[2])
{
    const char *texts[2];
    size_t size;
    for (int i = 0; i < 2; i++)
        if (gp_finish_buffer(words[i], &texts[i], &size) != GP_OK) return GP_NO_ARGUMENT;
    (void)job;
    return GP_WORDS(texts[0], texts[1]);
}

static int32_t days_of(gp_date date)
{
    gp_date first = {date.year, date.month, 1};
    gp_date next = {date.month == 12 ? date.year + 1 : date.year, date.month % 12 + 1, 1};
    return gp_day_of(next) - gp_day_of(first);
}

/* "2026-02-01..28: 2026 is no leap year". */
static gp_argument say_days(gp_job *job, gp_date date)
{
    int32_t days = days_of(date);
    char day[GP_DATE_SIZE];
    gp_buffer *words[2] = {gp_new_buffer(job), gp_new_buffer(job)};
    if (!words[0] || !words[1]) return GP_NO_ARGUMENT;
    gp_format_date(gp_day_of((gp_date){date.year, date.month, 1}), day);
    for (int i = 0; i < 2; i++) {
        gp_add_text(words[i], i ? "een dag van " : "a day of ");
        gp_add_bytes(words[i], day, 7);
        gp_add_text(words[i], i ? ", 01 t/m " : ", 01 to ");
        gp_add_number(words[i], days);
        if (date.month != 2 || date.day != 29) continue;
        gp_add_text(words[i], i ? ": " : ": ");
        gp_add_number(words[i], date.year);
        gp_add_text(words[i], i ? " is geen schrikkeljaar" : " is no leap year");
    }
    return finish(job, words);
}

gp_argument gp_why_no_day(gp_job *job, const char *text, gp_argument usual)
{
    gp_date date;
    if (!gp_read_written_date(text, &date)) return usual;
    if (date.year < 1600 || date.year > 2399)
        return GP_WORDS("a year from 1600 to 2399", "een jaar van 1600 tot en met 2399");
    if (date.month < 1 || date.month > 12)
        return GP_WORDS("YYYY-MM-DD with a month from 01 to 12",
                        "JJJJ-MM-DD met een maand van 01 tot en met 12");
    if (date.day >= 1 && date.day <= days_of(date)) return usual;
    gp_argument why = say_days(job, date);
    return why.kind == GP_ARGUMENT_NONE ? usual : why;
}

/* Has it the form of a lag, whatever its numbers are? */
static bool has_form(const char *text)
{
    char pattern[PATTERN_MAX];
    size_t size = 0;
    gp_duration ignored;
    while (*text && size + 2 < sizeof pattern) {
        bool is_number = *text >= '0' && *text <= '9';
        pattern[size++] = is_number ? '1' : *text;
        text += is_number ? strspn(text, "0123456789") : 1;
    }
    pattern[size] = '\0';
    return *text == '\0' && gp_parse_lag(pattern, &ignored);
}

gp_argument gp_why_no_lag(const char *text, gp_argument usual)
{
    if (!has_form(text)) return usual;
    return GP_WORDS("at most 800y (292194d, 292194wd)", "hoogstens 800y (292194d, 292194wd)");
}

/* Only a lag may have a minus. */
gp_argument gp_why_no_duration(gp_job *job, const char *text, gp_argument usual)
{
    gp_buffer *scratch = gp_new_buffer(job);
    const char *lag = scratch ? gp_written_value("lag", text, scratch) : text;
    if (*lag != '-' || !has_form(lag)) return gp_why_no_lag(text, usual);
    return GP_WORDS("a duration that is not negative; only a lag may be",
                    "een duur die niet negatief is; alleen een lag mag dat zijn");
}

const char *gp_suggest_duration(gp_job *job, const char *key, const char *text)
{
    gp_buffer *scratch = gp_new_buffer(job);
    gp_duration ignored;
    if (!scratch) return NULL;
    const char *value = gp_written_value(key, text, scratch);
    if (value == text || !gp_parse_lag(value, &ignored)) return NULL;
    return gp_copy_text(job, value, strlen(value));
}
