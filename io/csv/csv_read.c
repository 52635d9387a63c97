/* SPDX-License-Identifier: MIT
 * Reads CSV (RFC 4180) into rows: with commas, semicolons or tabs between the cells, with or
 * without a byte order mark. The heading says what kind of rows there are. */
#include "io/csv/csv_sheet.h"
#include "io/formats.h"

#include <string.h>

#define COLUMNS_MAX 1000

/* What a column of this file is. */
typedef struct heading {
    uint32_t column;  /* a gp_sheet_column; GP_NONE: of the user's own, or ignored */
    const char *text; /* the user's own key; NULL */
    bool is_unknown;  /* reported: its cells are left out */
} heading;

typedef struct reader {
    gp_records *records;
    gp_sheets *sheets;
    const char *at, *end;
    gp_spot spot; /* of `at` */
    char separator;
    gp_buffer *cell; /* the one read last */
    gp_spot cell_spot;
    bool is_broken;
    gp_array headings; /* heading */
    gp_row_kind kind;  /* of all rows; GP_ROW_KINDS: their first column says */
} reader;

static gp_status refuse(reader *r, gp_spot spot, gp_argument problem, gp_argument expected)
{
    r->is_broken = true;
    return gp_refuse_input(r->records, spot, problem, expected);
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
    if (*r->at == '\n') r->spot = (gp_spot){r->spot.line + 1, 1};
    r->at += size;
    return GP_OK;
}

static bool is_at_end(const reader *r)
{
    if (r->at == r->end || *r->at == '\n' || *r->at == r->separator) return true;
    return *r->at == '\r' && (r->at + 1 == r->end || r->at[1] == '\n');
}

static gp_status read_quoted(reader *r)
{
    gp_spot opened = r->spot;
    GP_TRY(step(r, false));
    while (!r->is_broken) {
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
    if (r->is_broken || is_at_end(r)) return GP_OK;
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
        while (!r->is_broken && !is_at_end(r)) GP_TRY(step(r, true));
    if (r->is_broken) return GP_OK;
    GP_TRY(gp_finish_buffer(r->cell, text, &size));
    *text = without_guard(*text);
    return GP_OK;
}

/* After a cell: passes over the separator, or over the end of the line. */
static gp_status end_cell(reader *r, bool *is_row_end)
{
    *is_row_end = r->at == r->end || *r->at != r->separator;
    if (r->at < r->end && *r->at == '\r') GP_TRY(step(r, false));
    return r->at < r->end ? step(r, false) : GP_OK;
}

/* ---- the heading ---- */

/* What stands most often in the first line, outside quotes. */
static char find_separator(const char *at, const char *end)
{
    static const char all[] = ";,\t";
    size_t counts[3] = {0}, best = 1;
    bool is_quoted = false;
    for (; at < end && (is_quoted || *at != '\n'); at++) {
        if (*at == '"') is_quoted = !is_quoted;
        const char *found = *at && !is_quoted ? strchr(all, *at) : NULL;
        if (found) counts[found - all]++;
    }
    for (size_t i = 0; i < 3; i++)
        if (counts[i] > counts[best]) best = i;
    return all[best];
}

static gp_status report_heading(reader *r, const char *text)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const char *names[128];
    size_t known = 0;
    for (size_t i = 0; i < count && known + 2 < 128; i++)
        for (size_t k = 0; k < 2; k++) names[known++] = columns[i].words[k];
    gp_job *job = r->records->job;
    const char *shown = gp_copy_cut(job, text);
    if (!shown) return gp_no_memory(job);
    return gp_add_finding(
        job, &(gp_finding){.code = 104,
                           .place = gp_place_in(r->records->source, r->cell_spot),
                           .arguments = {GP_TEXT(shown), GP_WORDS("the heading", "de kopregel")},
                           .suggestion = gp_nearest_text(text, names, known)});
}

static gp_status check_repeated(reader *r, const heading *new)
{
    const heading *all = r->headings.data;
    for (size_t i = 0; i < r->headings.count; i++) {
        bool is_same = new->text ? all[i].text &&strcmp(all[i].text, new->text) == 0
                                 : new->column != GP_NONE &&all[i].column == new->column;
        if (!is_same) continue;
        r->is_broken = r->records->is_incomplete = true;
        size_t count;
        const char *name = new->text ? new->text : gp_sheet_columns(&count)[new->column].key;
        return gp_repeated_key(r->records, name, gp_place_in(r->records->source, r->cell_spot));
    }
    return GP_OK;
}

static gp_status take_heading(reader *r, const char *text)
{
    gp_job *job = r->records->job;
    heading new = {.column = gp_find_column(text)};
    if (r->headings.count == COLUMNS_MAX)
        return refuse(r, r->cell_spot, GP_WORDS("more than 1000 columns", "meer dan 1000 kolommen"),
                      GP_WORDS("fewer columns", "minder kolommen"));
    if (new.column == GP_NONE && strncmp(text, "x-", 2) == 0) {
        new.text = gp_copy_text(job, text, strlen(text));
        if (!new.text) return gp_no_memory(job);
    } else if (new.column == GP_NONE && text[strspn(text, " ")]) {
        new.is_unknown = true;
        GP_TRY(report_heading(r, text));
    }
    GP_TRY(check_repeated(r, &new));
    if (!gp_push(job, &r->headings, &new, 1)) return gp_no_memory(job);
    return GP_OK;
}

static bool has_column(const reader *r, uint32_t column)
{
    const heading *all = r->headings.data;
    for (size_t i = 0; i < r->headings.count; i++)
        if (all[i].column == column) return true;
    return false;
}

/* The kind of which the sheet has most columns that no other kind has. */
static gp_status find_kind(reader *r)
{
    size_t counts[GP_ROW_KINDS] = {0}, count, best = GP_ROW_REQUIREMENT;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const heading *all = r->headings.data;
    r->kind = GP_ROW_KINDS;
    if (has_column(r, GP_COLUMN_KIND)) return GP_OK;
    for (size_t i = 0; i < r->headings.count; i++)
        for (size_t kind = 0; kind < GP_ROW_KINDS; kind++)
            if (all[i].column != GP_NONE && columns[all[i].column].tells_kind >> kind & 1)
                counts[kind]++;
    for (size_t kind = 0; kind < GP_ROW_KINDS; kind++)
        if (counts[kind] > counts[best]) best = kind;
    r->kind = (gp_row_kind)best;
    bool is_requirement = has_column(r, GP_COLUMN_ID) && has_column(r, GP_COLUMN_REQUIRES);
    if (counts[best] || is_requirement) return GP_OK;
    return refuse(r, (gp_spot){1, 1},
                  GP_WORDS("a heading that does not tell what its rows are",
                           "een kopregel die niet zegt wat de regels zijn"),
                  GP_WORDS("a column 'kind', or the columns of one kind",
                           "een kolom 'soort', of de kolommen van een soort"));
}

static gp_status read_heading(reader *r)
{
    bool is_row_end = false;
    while (!is_row_end && !r->is_broken) {
        const char *text;
        GP_TRY(read_cell(r, &text));
        if (r->is_broken) return GP_OK;
        GP_TRY(take_heading(r, text));
        if (!r->is_broken) GP_TRY(end_cell(r, &is_row_end));
    }
    return r->is_broken ? GP_OK : find_kind(r);
}

/* ---- rows ---- */

static gp_status find_row_kind(reader *r, const char *text, gp_sheet_row *row)
{
    static const char *const words[] = {"setting",     "dimension",   "segment",      "situation",
                                        "scenario",    "measurement", "intervention", "capability",
                                        "requirement", "instelling",  "dimensie",     "situatie",
                                        "meting",      "interventie", "eis"};
    gp_job *job = r->records->job;
    row->kind = gp_find_row_kind(text);
    if (row->kind != GP_ROW_KINDS) return GP_OK;
    const char *shown = gp_copy_cut(job, text);
    if (!shown) return gp_no_memory(job);
    return gp_add_finding(
        job,
        &(gp_finding){.code = 106,
                      .place = gp_place_in(r->records->source, r->cell_spot),
                      .arguments = {GP_WORDS("kind", "soort"), GP_TEXT(shown),
                                    GP_WORDS("intervention | capability | requirement | ...",
                                             "interventie | capability | eis | ...")},
                      .suggestion = gp_nearest_text(text, words, sizeof words / sizeof *words)});
}

static gp_status take_cell(reader *r, size_t number, const char *text, gp_sheet_row *row)
{
    gp_job *job = r->records->job;
    if (*text == '\0') return GP_OK;
    const heading none = {.column = GP_NONE};
    const heading *h =
        number < r->headings.count ? (const heading *)r->headings.data + number : &none;
    if (h->is_unknown) return GP_OK;
    if (h->column == GP_COLUMN_KIND) return find_row_kind(r, text, row);
    if (h->column == GP_NONE && !h->text)
        return refuse(
            r, r->cell_spot, GP_WORDS("a cell without a heading", "een cel zonder kop"),
            GP_WORDS("as many cells as the heading has", "evenveel cellen als de kopregel"));
    gp_sheet_cell cell = {.column = h->column,
                          .heading = h->text,
                          .text = gp_copy_text(job, text, strlen(text)),
                          .spot = r->cell_spot};
    if (!cell.text || !gp_push(job, &r->sheets->cells, &cell, 1)) return gp_no_memory(job);
    row->count++;
    return GP_OK;
}

static gp_status report_no_kind(reader *r, const gp_sheet_row *row)
{
    return gp_missing_key(r->records, "kind", GP_WORDS("the row", "de regel"),
                          gp_place_in(r->records->source, row->spot));
}

static gp_status read_row(reader *r)
{
    gp_job *job = r->records->job;
    gp_sheet_row row = {.kind = r->kind,
                        .source = r->records->source,
                        .spot = r->spot,
                        .first = r->sheets->cells.count,
                        .next = GP_NONE};
    uint32_t errors = gp_count_file_errors(job);
    bool is_row_end = false;
    for (size_t number = 0; !is_row_end && !r->is_broken; number++) {
        const char *text;
        GP_TRY(read_cell(r, &text));
        if (r->is_broken) return GP_OK;
        GP_TRY(take_cell(r, number, text, &row));
        if (!r->is_broken) GP_TRY(end_cell(r, &is_row_end));
    }
    if (row.count == 0 || r->is_broken) return GP_OK;
    if (row.kind == GP_ROW_KINDS)
        return gp_count_file_errors(job) > errors ? GP_OK : report_no_kind(r, &row);
    return gp_push(job, &r->sheets->rows, &row, 1) ? GP_OK : gp_no_memory(job);
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
    while (r->at < r->end && *r->at != '\n' && !r->is_broken) GP_TRY(step(r, false));
    return r->at < r->end && !r->is_broken ? step(r, false) : GP_OK;
}

static gp_status read_rows(reader *r)
{
    GP_TRY(skip_declaration(r));
    if (!r->is_broken && r->at == r->end)
        return refuse(r, r->spot, GP_WORDS("an empty file", "een leeg bestand"),
                      GP_WORDS("a heading, then rows", "een kopregel, dan regels"));
    if (!r->is_broken) GP_TRY(read_heading(r));
    while (!r->is_broken && r->at < r->end) GP_TRY(read_row(r));
    return GP_OK;
}

gp_status gp_read_csv(gp_records *records, gp_input *input)
{
    gp_job *job = records->job;
    reader *r = GP_NEW(job, reader, 1); /* it holds an array */
    if (!r) return gp_no_memory(job);
    GP_TRY(gp_read_rest(input));
    bool has_mark = input->size >= 3 && memcmp(input->window, "\xEF\xBB\xBF", 3) == 0;
    *r = (reader){.records = records,
                  .sheets = gp_need_sheets(records),
                  .at = input->window + 3 * has_mark,
                  .end = input->window + input->size,
                  .spot = {1, 1},
                  .cell = gp_new_buffer(job)};
    r->headings.size = sizeof(heading);
    if (!r->sheets || !r->cell) return gp_no_memory(job);
    gp_begin(records, input, r->spot);
    return read_rows(r);
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
