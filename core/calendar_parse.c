/* SPDX-License-Identifier: MIT
 * What date or duration does a text mean, and how is it written? Both read and write one form
 * that has no second meaning: no locale, no fractions, no spaces, a sign only before a lag.
 * Digits are read and written by hand: the standard functions skip spaces, accept signs and look
 * at the locale. */
#include "groeipad/time.h"

#include <string.h>

/* ---- dates ---- */

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/* Exactly `count` digits. */
static bool read_digits(const char *text, int count, int32_t *out)
{
    int32_t number = 0;
    for (int i = 0; i < count; i++) {
        if (!is_digit(text[i])) return false; /* the NUL at the end stops here too */
        number = number * 10 + (text[i] - '0');
    }
    *out = number;
    return true;
}

bool gp_parse_date(const char *text, gp_day *out)
{
    gp_date date;
    if (!read_digits(text, 4, &date.year) || text[4] != '-') return false;
    if (!read_digits(text + 5, 2, &date.month) || text[7] != '-') return false;
    if (!read_digits(text + 8, 2, &date.day) || text[10] != '\0') return false;
    if (date.year < 1600 || date.year > 2399 || date.month < 1 || date.month > 12) return false;
    if (date.day < 1 || date.day > 31) return false;
    gp_day day = gp_day_of(date);
    if (date.day > 28 && gp_date_of(day).day != date.day) return false; /* 30 February */
    *out = day;
    return true;
}

static char *write_digits(char *out, int32_t number, int count)
{
    for (int i = count; i-- > 0; number /= 10) out[i] = (char)('0' + number % 10);
    return out + count;
}

void gp_format_date(gp_day day, char out[GP_DATE_SIZE])
{
    if (day == GP_NO_DAY) {
        memcpy(out, "-", 2);
        return;
    }
    gp_date date = gp_date_of(day);
    out = write_digits(out, date.year, 4);
    *out++ = '-';
    out = write_digits(out, date.month, 2);
    *out++ = '-';
    out = write_digits(out, date.day, 2);
    *out = '\0';
}

/* ---- durations ---- */

/* A unit and what one of it counts for. Units stand in this order in a text, each once. */
typedef struct unit {
    const char *suffix;
    int32_t months, days;
} unit;

#define UNITS 4
static const unit short_units[UNITS] = {{"y", 12, 0}, {"mo", 1, 0}, {"w", 0, 7}, {"d", 0, 1}};
static const unit iso_units[UNITS] = {{"Y", 12, 0}, {"M", 1, 0}, {"W", 0, 7}, {"D", 0, 1}};

/* Digits up to the largest number that any unit allows; the text after them, or NULL. */
static const char *read_count(const char *text, int64_t *out)
{
    int64_t count = 0;
    if (!is_digit(*text)) return NULL;
    for (; is_digit(*text); text++) {
        count = count * 10 + (*text - '0');
        if (count > GP_DURATION_DAYS_MAX) return NULL;
    }
    *out = count;
    return text;
}

/* 800 years as a mean of 146,097 days in 4,800 months, so that months and days add up. */
static bool is_too_long(int64_t months, int64_t days)
{
    const int64_t era_days = 146097, era_months = 4800;
    return months * era_days + days * era_months > GP_DURATION_DAYS_MAX * era_months;
}

static bool read_workdays(const char *text, gp_duration *out)
{
    int64_t count;
    text = read_count(text, &count);
    if (!text || strcmp(text, "wd") != 0) return false;
    *out = (gp_duration){.days = (int32_t)count, .unit = GP_DURATION_WORKDAYS};
    return true;
}

/* The text after a prefix, or NULL. */
static const char *skip_prefix(const char *text, const char *prefix)
{
    for (; *prefix; text++, prefix++)
        if (*text != *prefix) return NULL;
    return text;
}

static bool read_units(const char *text, const unit units[UNITS], gp_duration *out)
{
    int64_t months = 0, days = 0;
    int next = 0;
    do {
        int64_t count;
        const char *suffix = read_count(text, &count);
        if (!suffix) return false;
        while (next < UNITS && !(text = skip_prefix(suffix, units[next].suffix))) next++;
        if (next == UNITS) return false;
        months += count * units[next].months;
        days += count * units[next].days;
        next++;
    } while (*text);
    if (is_too_long(months, days)) return false;
    *out = (gp_duration){
        .days = (int32_t)days, .months = (int16_t)months, .unit = GP_DURATION_CALENDAR};
    return true;
}

bool gp_parse_duration(const char *text, gp_duration *out)
{
    if (*text == 'P') return read_units(text + 1, iso_units, out);
    return read_units(text, short_units, out) || read_workdays(text, out);
}

bool gp_parse_lag(const char *text, gp_duration *out)
{
    bool is_lead = *text == '-';
    if (!gp_parse_duration(text + is_lead, out)) return false;
    out->is_lead = is_lead && (out->days || out->months);
    return true;
}

static char *write_count(char *out, int32_t count, const char *suffix)
{
    int digits = 1;
    for (int32_t rest = count; rest >= 10; rest /= 10) digits++;
    out = write_digits(out, count, digits);
    size_t size = strlen(suffix);
    memcpy(out, suffix, size + 1);
    return out + size;
}

void gp_format_duration(gp_duration duration, char out[GP_DURATION_SIZE])
{
    if (duration.unit == GP_DURATION_NONE) {
        memcpy(out, "-", 2);
        return;
    }
    if (duration.is_lead) *out++ = '-';
    if (duration.unit == GP_DURATION_WORKDAYS) {
        write_count(out, duration.days, "wd");
        return;
    }
    if (duration.months >= 12) out = write_count(out, duration.months / 12, "y");
    if (duration.months % 12) out = write_count(out, duration.months % 12, "mo");
    if (duration.days && duration.days % 7 == 0)
        write_count(out, duration.days / 7, "w");
    else if (duration.days || duration.months == 0)
        write_count(out, duration.days, "d");
}
