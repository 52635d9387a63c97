/* SPDX-License-Identifier: MIT
 * Numbers of JSON, read without asking for memory: where one cannot be read it is none, and that is
 * the only reason. Also for formats that write `level: 2` and `id: 404` alike: the key says which
 * is a number. */
#include "io/record/record.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINT_SIZE_MAX 8 /* bytes: a locale may have a letter of its own */

bool gp_holds_number(const char *key)
{
    static const char *const keys[] = {"groeipad",    "level",    "need",
                                       "experience",  "progress", "probability",
                                       "coefficient", "weight",   "cost"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i], key) == 0) return true;
    return false;
}

bool gp_holds_day(const char *key)
{
    static const char *const keys[] = {
        "status_date", "holidays",  "dates",      "from",       "start",
        "started",     "ready",     "on",         "not_before", "not_ready_before",
        "start_by",    "needed_by", "identified",
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i], key) == 0) return true;
    return false;
}

static size_t count_digits(const char *at, const char *end)
{
    size_t count = 0;
    while (at + count < end && at[count] >= '0' && at[count] <= '9') count++;
    return count;
}

bool gp_is_number(const char *text, size_t size)
{
    const char *at = text, *end = text + size;
    if (size > GP_NUMBER_SIZE_MAX) return false;
    if (at < end && *at == '-') at++;
    size_t digits = count_digits(at, end);
    if (digits == 0 || (digits > 1 && *at == '0')) return false;
    at += digits;
    if (at < end && *at == '.') {
        digits = count_digits(++at, end);
        if (digits == 0) return false;
        at += digits;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        at++;
        if (at < end && (*at == '+' || *at == '-')) at++;
        digits = count_digits(at, end);
        if (digits == 0) return false;
        at += digits;
    }
    return at == end;
}

/* strtod rounds right but reads the point of the locale, which is a program's and not ours. */
double gp_read_number(const char *text, size_t size)
{
    const char *local = localeconv()->decimal_point;
    size_t local_size = strnlen(local, POINT_SIZE_MAX);
    char digits[GP_NUMBER_SIZE_MAX + POINT_SIZE_MAX + 1];
    const char *point = memchr(text, '.', size);
    size_t before = point ? (size_t)(point - text) : size;
    memcpy(digits, text, before);
    char *to = digits + before;
    if (point) {
        memcpy(to, local, local_size);
        to += local_size;
        memcpy(to, point + 1, size - before - 1);
        to += size - before - 1;
    }
    *to = '\0';
    return strtod(digits, NULL);
}

bool gp_parse_number(const char *text, size_t size, double *out)
{
    if (!gp_is_number(text, size)) return false;
    double number = gp_read_number(text, size);
    if (number - number != 0) return false; /* 1e999 */
    *out = number;
    return true;
}

void gp_print_number(double number, char out[GP_NUMBER_TEXT_SIZE])
{
    snprintf(out, GP_NUMBER_TEXT_SIZE, "%.15g", number);
    double back = strtod(out, NULL);
    if (back < number || back > number) snprintf(out, GP_NUMBER_TEXT_SIZE, "%.17g", number);
    const char *local = localeconv()->decimal_point; /* may be more than a byte */
    char *point = strstr(out, local);
    if (!point) return;
    *point = '.';
    const char *rest = point + strlen(local);
    memmove(point + 1, rest, strlen(rest) + 1);
}
