/* SPDX-License-Identifier: MIT
 * One file of a workbook's archive, read as XML. */
#include "io/door.h"
#include "io/xlsx/xlsx_book.h"

/* "xl/worksheets/sheet3.xml is not there". */
static gp_status report_missing(gp_book *book, const char *path)
{
    gp_argument problem = GP_WORDS(NULL, NULL);
    for (int i = 0; i < 2; i++) {
        gp_buffer *buffer = gp_new_buffer(book->job);
        size_t size;
        if (!buffer) return gp_no_memory(book->job);
        gp_add_text(buffer, path);
        gp_add_text(buffer, i ? " is er niet" : " is not there");
        GP_TRY(gp_finish_buffer(buffer, &problem.words.in[i], &size));
    }
    GP_TRY(gp_refuse_input(book->records, (gp_spot){1, 1}, problem,
                           GP_WORDS("all parts of a workbook", "alle delen van een werkmap")));
    return GP_INVALID;
}

gp_status gp_read_book_part(gp_book *book, const char *path, const gp_xml_handler *handler)
{
    gp_input part;
    bool is_whole = false;
    int64_t number = gp_find_in_zip(book->zip, path);
    if (number < 0) return report_missing(book, path);
    gp_status status = gp_open_in_zip(book->zip, number, &part);
    if (status == GP_OK) status = gp_read_xml(book->job, &part, handler, &is_whole);
    gp_close_in_zip(book->zip, &part);
    if (status != GP_OK) return status;
    return is_whole ? GP_OK : GP_INVALID; /* it is not well formed: reported */
}
