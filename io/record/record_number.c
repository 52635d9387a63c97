/* SPDX-License-Identifier: MIT
 * Numbers in formats that write `level: 2` and `id: 404` alike: the key says which is a number. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NUMBER_SIZE_MAX 63 /* as in JSON */

bool gp_holds_number(const char *key)
{
    static const char *const keys[] = {"groeipad", "level", "need", "experience", "progress"};
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

/* cJSON takes more than JSON does, so the grammar is checked here. */
static bool is_number(const char *at, const char *end)
{
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

bool gp_parse_number(const char *text, size_t size, double *out)
{
    if (size > NUMBER_SIZE_MAX || !is_number(text, text + size)) return false;
    cJSON *number = cJSON_ParseWithLength(text, size);
    if (!number) return false;
    *out = number->valuedouble;
    cJSON_Delete(number);
    return *out - *out == 0; /* 1e999 is none */
}

void gp_print_number(double number, char out[GP_NUMBER_TEXT_SIZE])
{
    snprintf(out, GP_NUMBER_TEXT_SIZE, "%.15g", number);
    double back = strtod(out, NULL);
    if (back < number || back > number) snprintf(out, GP_NUMBER_TEXT_SIZE, "%.17g", number);
    char *point = strchr(out, ',');
    if (point) *point = '.';
}
