/* SPDX-License-Identifier: MIT
 * The values of an MS Project plan in their text: numbers, moments, times of day, durations. */
#include "io/mspdi/mspdi_value.h"

#include <string.h>

#define NUMBER_MAX 1000000000000 /* minutes, ids: far more than any plan has */

/* Digits, up to NUMBER_MAX; what comes after them, or NULL. */
static const char *read_digits(const char *text, int64_t *out)
{
    int64_t number = 0;
    if (*text < '0' || *text > '9') return NULL;
    for (; *text >= '0' && *text <= '9'; text++) {
        number = number * 10 + (*text - '0');
        if (number > NUMBER_MAX) return NULL;
    }
    *out = number;
    return text;
}

bool gp_read_mspdi_number(const char *text, int64_t *out)
{
    bool is_negative = *text == '-';
    int64_t number;
    text = read_digits(text + is_negative, &number);
    if (!text || (*text && *text != '.')) return false; /* 4800.00: a fraction of no interest */
    *out = is_negative ? -number : number;
    return true;
}

bool gp_read_mspdi_percent(const char *text, int64_t *out)
{
    int64_t whole, part = 0;
    text = read_digits(text, &whole);
    if (!text || whole > 100) return false;
    if (*text == '.') {
        text++;
        for (int64_t unit = 10; *text >= '0' && *text <= '9'; text++, unit /= 10)
            part += (*text - '0') * unit;
    }
    if (*text || whole * 100 + part > 10000) return false;
    *out = whole * 100 + part;
    return true;
}

bool gp_read_mspdi_time(const char *text, int32_t *out)
{
    int64_t hours, minutes;
    text = read_digits(text, &hours);
    if (!text || *text != ':' || hours > 24) return false;
    text = read_digits(text + 1, &minutes);
    if (!text || (*text && *text != ':') || minutes > 59) return false;
    *out = (int32_t)(hours * 60 + minutes);
    return true;
}

bool gp_read_mspdi_moment(const char *text, gp_mspdi_moment *out)
{
    char day[11] = "";
    if (*text == '\0' || strcmp(text, "NA") == 0) return true;
    for (size_t i = 0; i < 10 && text[i]; i++) day[i] = text[i];
    gp_mspdi_moment moment = {GP_NO_DAY, 0};
    if (!gp_parse_date(day, &moment.day)) return false;
    if (text[10] && (text[10] != 'T' || !gp_read_mspdi_time(text + 11, &moment.minute)))
        return false;
    *out = moment;
    return true;
}

/* What stands behind the point, as thousandths; digits beyond those are passed by. */
static const char *read_thousandths(const char *text, int64_t *out)
{
    *out = 0;
    if (*text < '0' || *text > '9') return NULL;
    for (int64_t unit = 100; *text >= '0' && *text <= '9'; text++, unit /= 10)
        *out += (*text - '0') * unit;
    return text;
}

/* Parts of an hour or a day count (PT8.5H); seconds do not. */
bool gp_read_mspdi_span(const char *text, int64_t *out)
{
    static const struct {
        char unit;
        int64_t minutes;
    } units[] = {{'D', 24 * 60}, {'H', 60}, {'M', 1}, {'S', 0}};
    int64_t minutes = 0;
    size_t next = 0;
    bool is_time = false;
    if (*text++ != 'P') return false;
    while (*text) {
        int64_t count, part = 0;
        if (*text == 'T') {
            is_time = true;
            text++;
            continue;
        }
        text = read_digits(text, &count);
        if (!text) return false;
        if (*text == '.') text = read_thousandths(text + 1, &part);
        if (!text || (*text == 'M' && !is_time)) return false; /* P1M: a month */
        while (next < 4 && units[next].unit != *text) next++;
        if (next == 4) return false;
        minutes += count * units[next].minutes + (part * units[next].minutes + 999) / 1000;
        if (minutes > NUMBER_MAX) return false;
        text++;
    }
    *out = minutes;
    return true;
}
