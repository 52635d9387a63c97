/* SPDX-License-Identifier: MIT
 * Reads a workbook of Excel (ECMA-376): each of its sheets is read as a sheet of CSV is. Sheets
 * whose headings are not a portfolio's are somebody's lists and notes; they are left out, by name.
 */
#include "io/formats.h"
#include "io/files/source.h"
#include "io/xlsx/xlsx_book.h"

#include <string.h>

static gp_status leave_out(gp_book *book, const gp_book_sheet *sheet, uint32_t count,
                           gp_argument what, gp_argument why)
{
    bool is_strict = book->records->options && book->records->options->is_strict;
    return gp_add_finding(
        book->job, &(gp_finding){.code = is_strict ? 126 : 125,
                                 .place = gp_place_in(book->input->source, (gp_spot){1, 1}),
                                 .arguments = {GP_NUMBER(count), what, GP_TEXT(sheet->name), why}});
}

static gp_status read_sheets(gp_book *book)
{
    const gp_book_sheet *sheets = book->sheets.data;
    bool has_ours = false;
    for (size_t i = 0; i < book->sheets.count; i++) {
        bool is_ours = false;
        uint32_t rows = 0;
        if (!sheets[i].path) continue;
        if (sheets[i].is_hidden) {
            GP_TRY(leave_out(book, &sheets[i], 1, GP_WORDS("hidden sheets", "verborgen werkbladen"),
                             GP_WORDS("nobody sees it", "niemand ziet het")));
            continue;
        }
        GP_TRY(gp_read_book_sheet(book, &sheets[i], &is_ours, &rows));
        has_ours = has_ours || is_ours;
        if (!is_ours && rows)
            GP_TRY(leave_out(book, &sheets[i], rows, GP_WORDS("rows", "regels"),
                             GP_WORDS("the headings of that sheet are not a portfolio's",
                                      "de koppen van dat werkblad zijn niet die van een "
                                      "portfolio")));
    }
    if (has_ours) return GP_OK;
    return gp_refuse_input(book->records, (gp_spot){1, 1},
                           GP_WORDS("no sheet with the headings of a portfolio",
                                    "geen werkblad met de koppen van een portfolio"),
                           GP_WORDS("a row with 'id', 'name', 'requires', ... (docs/xlsx.md)",
                                    "een rij met 'id', 'naam', 'vereist', ... (docs/xlsx.md)"));
}

static gp_status read_archive(gp_book *book)
{
    GP_TRY(gp_open_zip(book->input, &book->zip));
    if (!book->zip) return GP_INVALID;
    gp_status status = gp_read_book(book);
    if (status == GP_OK) status = read_sheets(book);
    gp_close_zip(book->zip);
    return status;
}

gp_status gp_read_xlsx(gp_records *records, gp_input *input)
{
    gp_book *book = GP_NEW(records->job, gp_book, 1); /* it holds arrays */
    if (!book) return gp_no_memory(records->job);
    *book = (gp_book){.records = records, .job = records->job, .input = input, .last_line = 1};
    book->sheets.size = sizeof(gp_book_sheet);
    book->strings.size = sizeof(const char *);
    book->styles.size = sizeof(uint8_t);
    gp_begin(records, input, (gp_spot){1, 1});
    GP_TRY(gp_hide_source(records->job, input->source));
    gp_status status = read_archive(book);
    if (status == GP_INVALID)
        records->is_incomplete = true; /* it is reported; other inputs go on */
    return status == GP_INVALID ? GP_OK : status;
}

/* Any archive that is not clearly another program's: names in it may stand beyond its beginning. */
bool gp_sniff_xlsx(const char *head, size_t size)
{
    return size >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0);
}
