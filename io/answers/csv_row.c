/* SPDX-License-Identifier: MIT
 * How is a cell written as CSV? As RFC 4180 says: CRLF, quotes where a cell needs them. A text
 * that starts with = + - @ or a tab would be run as a formula by a spreadsheet, so it gets an
 * apostrophe before it; numbers and dates are ours and stay as they are. */
#include "io/answers/csv_row.h"
#include "core/characters.h"
#include "io/answers/table.h"

#include <string.h>

static void separate(gp_csv *csv)
{
    if (csv->needs_comma) gp_add_bytes(csv->buffer, ",", 1);
    csv->needs_comma = true;
}

static bool is_formula(char first)
{
    return first != '\0' && strchr("=+-@\t\r\n", first);
}

/* What could steer a terminal or turn the direction of reading is shown as U+FFFD. */
static void add_plain(gp_buffer *buffer, const char *text, size_t size)
{
    if (gp_count_plain(text, size) == size)
        gp_add_bytes(buffer, text, size);
    else
        gp_add_shown_part(buffer, text, size);
}

void gp_csv_text(gp_csv *csv, const char *text)
{
    separate(csv);
    if (!text) return;
    bool is_quoted = text[strcspn(text, ",\"\r\n")] != '\0';
    if (is_quoted) gp_add_bytes(csv->buffer, "\"", 1);
    if (is_formula(text[0])) gp_add_bytes(csv->buffer, "'", 1);
    while (*text) {
        size_t plain = strcspn(text, "\"\n\t");
        add_plain(csv->buffer, text, plain);
        text += plain;
        if (!*text) break;
        gp_add_bytes(csv->buffer, text, 1);
        if (*text++ == '"') gp_add_bytes(csv->buffer, "\"", 1);
    }
    if (is_quoted) gp_add_bytes(csv->buffer, "\"", 1);
}

void gp_csv_number(gp_csv *csv, int64_t number)
{
    separate(csv);
    gp_add_number(csv->buffer, number);
}

void gp_csv_days(gp_csv *csv, int32_t days)
{
    separate(csv);
    if (days != GP_NO_DAYS) gp_add_number(csv->buffer, days);
}

void gp_csv_day(gp_csv *csv, gp_day day)
{
    separate(csv);
    if (day != GP_NO_DAY) gp_add_day(csv->buffer, day);
}

void gp_csv_truth(gp_csv *csv, bool is_true)
{
    separate(csv);
    gp_add_text(csv->buffer, is_true ? "true" : "false");
}

void gp_csv_end(gp_csv *csv)
{
    gp_add_bytes(csv->buffer, "\r\n", 2);
    csv->needs_comma = false;
}
