/* SPDX-License-Identifier: MIT
 * The cells of one sheet of a workbook, as texts that people would type, row by row. */
#include "io/csv/csv_sheet.h"
#include "io/door.h"
#include "io/xlsx/xlsx_book.h"

#include <string.h>

#define ROWS_MAX 1048576
#define COLUMNS_MAX 16384

typedef struct cell {
    uint32_t column;
    char type; /* of <c t="">: its first letter, or as below */
    uint32_t style;
    bool has_value; /* it has a <v> or an <is> */
    bool has_formula;
    gp_spot spot;
} cell;
enum {
    TYPE_NUMBER = 'n',
    TYPE_SHARED = 's',
    TYPE_FORMULA_TEXT = 'f',
    TYPE_INLINE = 'i',
    TYPE_TRUTH = 'b',
    TYPE_ERROR = 'e',
    TYPE_DAY = 'd'
};

typedef struct reader {
    gp_book *book;
    gp_worksheet *sheet;
    uint32_t row;    /* its number, from 1 */
    bool is_started; /* the row was begun, by a cell that is handed over */
    bool is_counted; /* in `rows` */
    bool is_phonetic;
    uint32_t rows;    /* that hold something */
    uint32_t outside; /* cells that have no heading above them */
    uint32_t merged;  /* groups of cells of several rows */
    cell cell;
    gp_buffer *text; /* of the cell */
} reader;

/* ---- places ---- */

/* "AB12" -> its column and row; 0 where one is not there or too large. */
static void read_place(const char *text, uint32_t *column, uint32_t *row)
{
    *column = *row = 0;
    for (; *text == '$'; text++) {}
    for (; ((*text | 32) >= 'a' && (*text | 32) <= 'z') && *column <= COLUMNS_MAX; text++)
        *column = *column * 26 + (uint32_t)((*text | 32) - 'a' + 1);
    for (; *text == '$'; text++) {}
    for (; *text >= '0' && *text <= '9' && *row <= ROWS_MAX; text++)
        *row = *row * 10 + (uint32_t)(*text - '0');
    if (*column > COLUMNS_MAX) *column = 0;
    if (*row > ROWS_MAX) *row = 0;
}

static uint32_t number_in(const char *text)
{
    uint32_t number = 0;
    for (; text && *text >= '0' && *text <= '9' && number <= ROWS_MAX; text++)
        number = number * 10 + (uint32_t)(*text - '0');
    return number;
}

/* Rows of all sheets are counted on, so that places ascend. */
static gp_spot spot_of(const reader *r, uint32_t column)
{
    return (gp_spot){r->book->last_line + r->row, column};
}

static gp_status refuse_rows(reader *r)
{
    GP_TRY(gp_refuse_input(r->book->records, (gp_spot){1, 1},
                           GP_WORDS("more than 1048576 rows", "meer dan 1048576 rijen"),
                           GP_WORDS("as many as a sheet can have", "wat op een werkblad past")));
    return GP_INVALID;
}

/* ---- the value of a cell ---- */

/* A row begins with its first cell that holds something: most rows of most sheets hold nothing. */
static gp_status need_row(reader *r)
{
    if (r->is_started) return GP_OK;
    r->is_started = true;
    return gp_start_row(r->sheet, r->row, spot_of(r, 1));
}

static gp_status report_cell(reader *r, const char *value, gp_argument expected)
{
    gp_job *job = r->book->job;
    const char *shown = gp_copy_cut(job, value);
    if (!shown) return gp_no_memory(job);
    GP_TRY(need_row(r));
    r->sheet->all->current_column = r->cell.column;
    const gp_heading *headings = r->sheet->headings.data;
    return gp_add_finding(
        job, &(gp_finding){.code = 106,
                           .place = gp_place_in(r->book->records->source, r->cell.spot),
                           .arguments = {GP_TEXT(headings[r->cell.column - 1].text), GP_TEXT(shown),
                                         expected}});
}

/* Does a heading say what the cell is? Before there is a heading, every cell counts. */
static bool is_wanted(const reader *r)
{
    const gp_heading *headings = r->sheet->headings.data;
    if (!r->sheet->has_heading) return true;
    return r->cell.column <= r->sheet->headings.count && headings[r->cell.column - 1].text[0];
}

static gp_shown shown_of(const reader *r)
{
    const gp_array *styles = &r->book->styles;
    if (r->cell.style >= styles->count) return GP_SHOWN_NUMBER;
    return (gp_shown)((const uint8_t *)styles->data)[r->cell.style];
}

/* 2026-01-05T00:00:00 is a day. */
static const char *without_midnight(gp_buffer *buffer, const char *text)
{
    const char *time = strchr(text, 'T');
    if (!time || strspn(time + 1, "0:.Z") != strlen(time + 1)) return text;
    buffer->bytes.count = (size_t)(time - text);
    gp_add_bytes(buffer, "", 1);
    return buffer->bytes.data;
}

static const char *shared_text(const reader *r, const char *number)
{
    size_t index = number_in(number);
    const gp_array *strings = &r->book->strings;
    bool is_there = *number >= '0' && *number <= '9' && index < strings->count;
    return is_there ? ((const char *const *)strings->data)[index] : "";
}

static const char *text_of(reader *r, const char *raw, char out[GP_CELL_NUMBER_SIZE])
{
    switch (r->cell.type) {
    case TYPE_SHARED: return shared_text(r, raw);
    case TYPE_TRUTH: return *raw == '1' || *raw == 't' ? "true" : "false";
    case TYPE_DAY: return without_midnight(r->text, raw);
    case TYPE_NUMBER: return gp_cell_number(r->book, raw, shown_of(r), out);
    default: return raw;
    }
}

static gp_status add_cell(reader *r, const char *text)
{
    GP_TRY(need_row(r));
    GP_TRY(gp_add_cell(r->sheet, r->cell.column, text, r->cell.spot));
    if (r->cell.type == TYPE_NUMBER) gp_mark_number(r->sheet);
    return GP_OK;
}

static gp_status end_cell(reader *r)
{
    char number[GP_CELL_NUMBER_SIZE];
    const char *raw;
    size_t size;
    GP_TRY(gp_finish_buffer(r->text, &raw, &size));
    bool is_empty = r->cell.has_formula ? false : !r->cell.has_value || !*raw;
    if (is_empty) return GP_OK;
    if (!r->is_counted) r->rows++;
    r->is_counted = true;
    if (gp_is_broken(r->sheet)) return GP_OK;
    if (!is_wanted(r)) {
        r->outside++;
        return GP_OK;
    }
    bool is_lost = !r->cell.has_value || r->cell.type == TYPE_ERROR;
    if (!is_lost) {
        const char *text = text_of(r, raw, number);
        return *text ? add_cell(r, text) : GP_OK;
    }
    if (!r->sheet->has_heading) return GP_OK;
    if (r->cell.type == TYPE_ERROR)
        return report_cell(r, raw,
                           GP_WORDS("a value: the formula in this cell fails",
                                    "een waarde: de formule in deze cel mislukt"));
    return report_cell(r, "=...",
                       GP_WORDS("its value: open the file in Excel or LibreOffice, and save it",
                                "de waarde: open het bestand in Excel of LibreOffice, en bewaar "
                                "het"));
}

/* ---- elements ---- */

static char type_of(const char *text)
{
    if (!text) return TYPE_NUMBER;
    return strcmp(text, "str") == 0 ? TYPE_FORMULA_TEXT : *text;
}

static gp_status start_row(reader *r, const gp_xml_element *element)
{
    uint32_t number = number_in(gp_xml_find(element, "r"));
    r->row = number ? number : r->row + 1;
    r->cell.column = 0;
    r->is_started = r->is_counted = false;
    return r->row > ROWS_MAX ? refuse_rows(r) : GP_OK;
}

static void start_cell(reader *r, const gp_xml_element *element)
{
    uint32_t column = 0, row, before = r->cell.column;
    const char *place = gp_xml_find(element, "r");
    if (place) read_place(place, &column, &row);
    r->cell = (cell){.column = column ? column : before + 1,
                     .type = type_of(gp_xml_find(element, "t")),
                     .style = number_in(gp_xml_find(element, "s"))};
    r->cell.spot = spot_of(r, r->cell.column);
    r->text->bytes.count = 0;
}

/* "A2:A5" is of several rows, and only the first of them has the value. */
static void count_merged(reader *r, const char *range)
{
    uint32_t column, first, last;
    const char *colon = range ? strchr(range, ':') : NULL;
    if (!colon) return;
    read_place(range, &column, &first);
    read_place(colon + 1, &column, &last);
    r->merged += last > first;
}

static gp_status on_start(void *state, gp_xml *xml, const gp_xml_element *element)
{
    reader *r = state;
    const char *name = element->name;
    (void)xml;
    if (strcmp(name, "row") == 0) return start_row(r, element);
    if (strcmp(name, "c") == 0) start_cell(r, element);
    if (strcmp(name, "f") == 0) r->cell.has_formula = true;
    if (strcmp(name, "rPh") == 0) r->is_phonetic = true;
    if (strcmp(name, "mergeCell") == 0) count_merged(r, gp_xml_find(element, "ref"));
    return GP_OK;
}

static gp_status on_end(void *state, const char *name, const char *text)
{
    reader *r = state;
    bool is_value = strcmp(name, "v") == 0, is_text = strcmp(name, "t") == 0;
    if (is_value || (is_text && !r->is_phonetic)) {
        /* Some programs leave the value of a formula out, or write an empty one. */
        r->cell.has_value = r->cell.has_value || *text || r->cell.type != TYPE_NUMBER;
        if (is_text || r->cell.type == TYPE_FORMULA_TEXT)
            gp_add_unescaped(r->text, text);
        else
            gp_add_text(r->text, text);
    }
    if (strcmp(name, "rPh") == 0) r->is_phonetic = false;
    if (strcmp(name, "c") == 0) return end_cell(r);
    bool is_row = strcmp(name, "row") == 0 && r->is_started;
    r->is_started = r->is_started && !is_row;
    return is_row ? gp_end_row(r->sheet) : GP_OK;
}

/* ---- the sheet ---- */

static gp_status report_count(reader *r, uint32_t count, gp_argument what, gp_argument why)
{
    const gp_records *records = r->book->records;
    bool is_strict = records->options && records->options->is_strict;
    if (count == 0) return GP_OK;
    return gp_add_finding(
        r->book->job,
        &(gp_finding){.code = is_strict ? 126 : 125,
                      .place = gp_place_in(records->source, (gp_spot){1, 1}),
                      .arguments = {GP_NUMBER(count), what, GP_TEXT(r->sheet->name), why}});
}

static gp_status report_all(reader *r)
{
    GP_TRY(report_count(r, r->outside, GP_WORDS("cells", "cellen"),
                        GP_WORDS("no heading stands above them", "er staat geen kop boven")));
    return report_count(r, r->merged, GP_WORDS("merged cells", "samengevoegde cellen"),
                        GP_WORDS("of several rows only the first has the value",
                                 "van meer rijen heeft alleen de eerste de waarde"));
}

gp_status gp_read_book_sheet(gp_book *book, const gp_book_sheet *sheet, bool *is_ours,
                             uint32_t *rows)
{
    reader r = {.book = book, .text = gp_new_buffer(book->job)};
    const gp_xml_handler handler = {on_start, on_end, &r};
    if (!r.text) return gp_no_memory(book->job);
    GP_TRY(gp_begin_worksheet(book->records, sheet->name, &r.sheet));
    r.sheet->is_optional = true;
    GP_TRY(gp_read_book_part(book, sheet->path, &handler));
    GP_TRY(gp_end_worksheet(r.sheet));
    book->last_line += r.row;
    *is_ours = r.sheet->has_heading;
    *rows = r.rows;
    return *is_ours ? report_all(&r) : GP_OK;
}
