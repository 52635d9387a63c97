/* SPDX-License-Identifier: MIT
 * What does the number in a cell mean? Days are numbers there, and only the style of the cell says
 * that it is a day; 50% is 0.5. */
#include "io/xlsx/xlsx_book.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- styles ---- */

/* The formats that a file need not define (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 are days of
 * East Asian calendars). */
gp_shown gp_shown_by_number(uint32_t number)
{
    bool is_time = (number >= 18 && number <= 21) || (number >= 45 && number <= 47);
    bool is_day = (number >= 14 && number <= 17) || number == 22 ||
                  (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
    if (is_time) return GP_SHOWN_TIME;
    if (number == 9 || number == 10) return GP_SHOWN_PERCENT;
    return is_day ? GP_SHOWN_DAY : GP_SHOWN_NUMBER;
}

/* Behind a part of a code that shows itself, or is between brackets; the same where none begins
 * here. */
static const char *pass_literal(const char *at)
{
    if (*at == '\\' || *at == '_' || *at == '*') return at[1] ? at + 2 : at + 1;
    if (*at != '"' && *at != '[') return at;
    const char *end = strchr(at + 1, *at == '"' ? '"' : ']');
    return end ? end + 1 : at + strlen(at);
}

/* [h], [mm] and [ss] count on: "[h]:mm" is a length of time. */
static bool is_elapsed(const char *at)
{
    size_t size = at[0] == '[' ? strspn(at + 1, "hHmMsS") : 0;
    return size && at[1 + size] == ']';
}

gp_shown gp_shown_by_code(const char *code)
{
    bool has_day = false, has_time = false, has_m = false, has_percent = false;
    while (*code && *code != ';') { /* what is after it is for negative numbers */
        if (is_elapsed(code)) has_time = true;
        const char *next = pass_literal(code);
        if (next != code) {
            code = next;
            continue;
        }
        if (strncmp(code, "General", 7) == 0) return GP_SHOWN_NUMBER;
        has_percent = has_percent || *code == '%';
        has_day = has_day || strchr("dDyY", *code);
        has_time = has_time || strchr("hHsS", *code);
        has_m = has_m || strchr("mM", *code);
        code++;
    }
    if (has_day || (has_m && !has_time)) return GP_SHOWN_DAY;
    if (has_time) return GP_SHOWN_TIME;
    return has_percent ? GP_SHOWN_PERCENT : GP_SHOWN_NUMBER;
}

/* ---- numbers ---- */

#define SECONDS 86400
#define FIRST_1900 (-25569) /* 1899-12-30: as Excel counts from March 1900 on */
#define FIRST_1904 (-24107) /* 1904-01-01 */
#define SERIAL_MAX 2958465  /* 9999-12-31 */

static int print_time(char *out, size_t size, const char *before, int second)
{
    int hour = second / 3600, minute = second / 60 % 60;
    if (second % 60)
        return snprintf(out, size, "%s%02d:%02d:%02d", before, hour, minute, second % 60);
    return snprintf(out, size, "%s%02d:%02d", before, hour, minute);
}

/* The day of a serial number. Excel takes 1900 for a leap year: before March it is one day off. */
static gp_day day_of(const gp_book *book, int serial)
{
    if (book->is_1904) return serial + FIRST_1904;
    return serial + FIRST_1900 + (serial < 60);
}

/* "2026-01-05", with the time of day where it has one. */
static bool print_moment(const gp_book *book, double number, gp_shown shown, char *out)
{
    if (number < 0 || number > SERIAL_MAX) return false;
    int serial = (int)number;
    int second = (int)((number - serial) * SECONDS + 0.5);
    if (second == SECONDS) serial++, second = 0;
    if (shown == GP_SHOWN_TIME && serial == 0)
        return print_time(out, GP_CELL_NUMBER_SIZE, "", second) > 0;
    if (!book->is_1904 && (serial == 0 || serial == 60)) return false; /* no such day */
    gp_date date = gp_date_of(day_of(book, serial));
    char day[40];
    snprintf(day, sizeof day, "%04d-%02d-%02d", (int)date.year, (int)date.month, (int)date.day);
    if (second) return print_time(out, GP_CELL_NUMBER_SIZE, strcat(day, " "), second) > 0;
    return snprintf(out, GP_CELL_NUMBER_SIZE, "%s", day) > 0;
}

/* 0.29 as "29%", all of its digits. */
static const char *print_percent(double number, char out[GP_CELL_NUMBER_SIZE])
{
    gp_print_number(nearbyint(number * 1e12) / 1e10, out);
    return strcat(out, "%");
}

const char *gp_cell_number(const gp_book *book, const char *text, gp_shown shown,
                           char out[GP_CELL_NUMBER_SIZE])
{
    double number;
    if (!gp_parse_number(text, strlen(text), &number)) return text;
    if (shown == GP_SHOWN_PERCENT && fabs(number) < 1e3) return print_percent(number, out);
    bool is_moment = shown == GP_SHOWN_DAY || shown == GP_SHOWN_TIME;
    if (is_moment && print_moment(book, number, shown, out)) return out;
    gp_print_number(number, out); /* Excel writes 0.1 as 0.10000000000000001 */
    return out;
}

/* ---- texts ---- */

static int hex_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* "_x0041_" -> 0x41; 0: it is no such thing, or U+0000. */
static uint32_t unit_at(const char *at)
{
    uint32_t unit = 0;
    if (at[0] != '_' || at[1] != 'x') return 0;
    for (int i = 2; i < 6; i++) {
        int digit = hex_of(at[i]);
        if (digit < 0) return 0;
        unit = unit << 4 | (uint32_t)digit;
    }
    return at[6] == '_' ? unit : 0;
}

static void add_character(gp_buffer *to, uint32_t c)
{
    char bytes[4];
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char starts[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1; c >>= 6) bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(starts[size] | c);
    gp_add_bytes(to, bytes, size);
}

void gp_add_unescaped(gp_buffer *to, const char *text)
{
    while (*text) {
        size_t plain = strcspn(text, "_");
        gp_add_bytes(to, text, plain);
        text += plain;
        if (!*text) return;
        uint32_t unit = unit_at(text), low = unit ? unit_at(text + 7) : 0;
        bool is_pair = unit >> 10 == 0xD800 >> 10 && low >> 10 == 0xDC00 >> 10;
        if (unit == 0) {
            gp_add_bytes(to, text++, 1);
            continue;
        }
        bool is_half = !is_pair && unit >> 11 == 0xD800 >> 11;
        if (is_pair) unit = 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF));
        add_character(to, is_half ? 0xFFFD : unit);
        text += is_pair ? 14 : 7;
    }
}
