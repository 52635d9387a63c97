/* SPDX-License-Identifier: MIT
 * Reads CSV (RFC 4180) into the rows of a sheet: with commas, semicolons or tabs between the cells,
 * with or without a byte order mark, and with any line end, also that of old Macs. */
#include "io/csv/csv_sheet.h"
#include "io/files/source.h"
#include "io/formats.h"

#include <string.h>

#define LINES_LOOKED_AT 40 /* twice as many as rows before a heading, for CRLF */

typedef struct reader {
    gp_records *records;
    gp_worksheet *sheet;
    const char *at, *end;
    gp_spot spot; /* of `at` */
    char separator;
    gp_buffer *cell; /* the one read last */
    gp_spot cell_spot;
} reader;

static gp_status refuse(reader *r, gp_spot spot, gp_argument problem, gp_argument expected)
{
    return gp_refuse_sheet(r->sheet, spot, problem, expected);
}

/* ---- cells ---- */

static gp_status step(reader *r, bool is_kept)
{
    uint32_t character;
    size_t size = gp_decode_utf8(r->at, (size_t)(r->end - r->at), &character);
    if (size == 0)
        return refuse(r, r->spot, GP_WORDS("a byte that is no UTF-8", "een byte die geen UTF-8 is"),
                      GP_WORDS("UTF-8 (in Excel: save as 'CSV UTF-8')",
                               "UTF-8 (in Excel: opslaan als 'CSV UTF-8')"));
    if (character == 0)
        return refuse(r, r->spot, GP_WORDS("U+0000 in a text", "U+0000 in een tekst"),
                      GP_WORDS("any other character", "elk ander teken"));
    if (is_kept) gp_add_bytes(r->cell, r->at, size);
    r->spot.column++;
    bool is_half = *r->at == '\r' && r->at + 1 < r->end && r->at[1] == '\n';
    if (*r->at == '\n' || (*r->at == '\r' && !is_half)) r->spot = (gp_spot){r->spot.line + 1, 1};
    r->at += size;
    return GP_OK;
}

static bool is_at_end(const reader *r)
{
    return r->at == r->end || *r->at == '\n' || *r->at == '\r' || *r->at == r->separator;
}

static gp_status read_quoted(reader *r)
{
    gp_spot opened = r->spot;
    GP_TRY(step(r, false));
    while (!r->sheet->is_broken) {
        if (r->at == r->end)
            return refuse(
                r, opened,
                GP_WORDS("a quote that does not close", "een aanhalingsteken dat niet sluit"),
                GP_TEXT("\""));
        if (*r->at == '"') {
            GP_TRY(step(r, false));
            if (r->at == r->end || *r->at != '"') break; /* "" is a quote in the text */
        }
        GP_TRY(step(r, true));
    }
    if (r->sheet->is_broken || is_at_end(r)) return GP_OK;
    return refuse(
        r, r->spot,
        GP_WORDS("text after a quote that closes", "tekst na een sluitend aanhalingsteken"),
        GP_WORDS("the next cell, or \"\" for a quote",
                 "de volgende cel, of \"\" voor een teken \""));
}

/* A spreadsheet does not run a cell that begins with an apostrophe: `convert` puts one before
 * = + - @, and it goes away here. */
static const char *without_guard(const char *text)
{
    if (text[0] != '\'') return text;
    const char *after = text + strspn(text, "'");
    return *after && strchr("=+-@\t\r\n", *after) ? text + 1 : text;
}

static gp_status read_cell(reader *r, const char **text)
{
    size_t size;
    r->cell->bytes.count = 0;
    r->cell_spot = r->spot;
    if (r->at < r->end && *r->at == '"')
        GP_TRY(read_quoted(r));
    else
        while (!r->sheet->is_broken && !is_at_end(r)) GP_TRY(step(r, true));
    if (r->sheet->is_broken) return GP_OK;
    GP_TRY(gp_finish_buffer(r->cell, text, &size));
    *text = without_guard(*text);
    return GP_OK;
}

/* After a cell: passes over the separator, or over the end of the line. */
static gp_status end_cell(reader *r, bool *is_row_end)
{
    *is_row_end = r->at == r->end || *r->at != r->separator;
    bool is_half = r->at + 1 < r->end && *r->at == '\r' && r->at[1] == '\n';
    if (is_half) GP_TRY(step(r, false));
    return r->at < r->end ? step(r, false) : GP_OK;
}

/* ---- rows ---- */

static gp_status read_row(reader *r, uint32_t number)
{
    bool is_row_end = false;
    GP_TRY(gp_start_row(r->sheet, number, r->spot));
    for (uint32_t column = 1; !is_row_end && !r->sheet->is_broken; column++) {
        const char *text;
        GP_TRY(read_cell(r, &text));
        if (!r->sheet->is_broken) GP_TRY(gp_add_cell(r->sheet, column, text, r->cell_spot));
        if (!r->sheet->is_broken) GP_TRY(end_cell(r, &is_row_end));
    }
    return gp_end_row(r->sheet);
}

static const char separators[] = ";,\t";

/* The end of a line, outside quotes. */
static const char *end_of_line(const char *at, const char *end)
{
    bool is_quoted = false;
    for (; at < end && (is_quoted || (*at != '\n' && *at != '\r')); at++)
        if (*at == '"') is_quoted = !is_quoted;
    return at;
}

/* How many headings of ours stand in a line, with this between them? */
static size_t count_headings(const char *at, const char *end, char separator)
{
    char heading[64];
    size_t known = 0;
    while (at < end) {
        const char *rest, *next = memchr(at, separator, (size_t)(end - at));
        const char *stop = next ? next : end;
        while (at < stop && *at == '"') at++;
        size_t size = (size_t)(stop - at);
        while (size && at[size - 1] == '"') size--;
        if (size && size < sizeof heading) {
            memcpy(heading, at, size);
            heading[size] = '\0';
            gp_find_heading_step(heading, &rest);
            known += gp_find_column(rest) != GP_NONE;
        }
        at = next ? next + 1 : end;
    }
    return known;
}

/* What stands most often in a line, outside quotes; NUL: none of them stands there. */
static char most_often(const char *at, const char *end)
{
    size_t counts[3] = {0}, best = 0;
    bool is_quoted = false;
    for (; at < end; at++) {
        if (*at == '"') is_quoted = !is_quoted;
        const char *found = *at && !is_quoted ? strchr(separators, *at) : NULL;
        if (found) counts[found - separators]++;
    }
    for (size_t i = 1; i < 3; i++)
        if (counts[i] > counts[best]) best = i;
    return counts[best] ? separators[best] : '\0';
}

/* What makes headings of the first lines; where there are none, what stands most in the first line
 * that has any. */
static char find_separator(const char *at, const char *end)
{
    char usual = '\0';
    for (size_t line = 0; line < LINES_LOOKED_AT && at < end; line++) {
        const char *stop = end_of_line(at, end);
        for (size_t i = 0; i < 3; i++)
            if (count_headings(at, stop, separators[i]) > 1) return separators[i];
        if (!usual) usual = most_often(at, stop);
        at = stop < end ? stop + 1 : end;
    }
    return usual ? usual : ',';
}

/* "sep=;" in the first line, which Excel understands. */
static gp_status skip_declaration(reader *r)
{
    size_t left = (size_t)(r->end - r->at);
    bool is_declared = left > 5 && memcmp(r->at, "sep=", 4) == 0 && strchr(";,\t", r->at[4]);
    if (!is_declared) {
        r->separator = find_separator(r->at, r->end);
        return GP_OK;
    }
    r->separator = r->at[4];
    while (r->at < r->end && *r->at != '\n' && *r->at != '\r' && !r->sheet->is_broken)
        GP_TRY(step(r, false));
    bool is_row_end;
    return r->sheet->is_broken ? GP_OK : end_cell(r, &is_row_end);
}

gp_status gp_read_csv(gp_records *records, gp_input *input)
{
    gp_job *job = records->job;
    reader *r = GP_NEW(job, reader, 1);
    if (!r) return gp_no_memory(job);
    GP_TRY(gp_read_rest(input));
    bool has_mark = input->size >= 3 && memcmp(input->window, "\xEF\xBB\xBF", 3) == 0;
    *r = (reader){.records = records,
                  .at = input->window + 3 * has_mark,
                  .end = input->window + input->size,
                  .spot = {1, 1},
                  .cell = gp_new_buffer(job)};
    if (!r->cell) return gp_no_memory(job);
    GP_TRY(gp_count_returns(job, input->source));
    gp_begin(records, input, r->spot);
    GP_TRY(gp_begin_worksheet(records, NULL, &r->sheet));
    GP_TRY(skip_declaration(r));
    if (has_mark && find_separator(r->at, r->end) == ';') /* Excel's in the Netherlands */
        gp_note_language(job, GP_DUTCH, GP_SIGN_SHEET);
    for (uint32_t number = 1; !r->sheet->is_broken && r->at < r->end; number++)
        GP_TRY(read_row(r, number));
    return gp_end_worksheet(r->sheet);
}

/* ---- is it CSV? ---- */

/* The first cell is a heading of ours, and there are more. */
bool gp_sniff_csv(const char *head, size_t size)
{
    char first[64];
    size_t start = head[0] == '"', length = strcspn(head + start, ";,\t\"\r\n");
    if (size > 4 && memcmp(head, "sep=", 4) == 0) return true;
    if (length == 0 || length >= sizeof first) return false;
    memcpy(first, head + start, length);
    first[length] = '\0';
    char after = head[start + length + (start && head[start + length] == '"')];
    return after != '\0' && strchr(";,\t", after) && gp_find_column(first) != GP_NONE;
}
