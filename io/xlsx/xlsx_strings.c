/* SPDX-License-Identifier: MIT
 * The texts that the cells of a workbook share, and the styles of cells. */
#include "io/door.h"
#include "io/xlsx/xlsx_book.h"

#include <string.h>

/* ---- shared texts ---- */

#define STRINGS_MAX 2000000

typedef struct strings {
    gp_book *book;
    gp_buffer *text;  /* of the item at hand: its runs together */
    bool is_phonetic; /* how it is said, which is no part of it */
} strings;

static gp_status start_string(void *state, gp_xml *xml, const gp_xml_element *element)
{
    strings *s = state;
    (void)xml;
    if (strcmp(element->name, "si") == 0) s->text->bytes.count = 0;
    if (strcmp(element->name, "rPh") == 0) s->is_phonetic = true;
    return GP_OK;
}

static gp_status end_string(void *state, const char *name, const char *text)
{
    strings *s = state;
    gp_job *job = s->book->job;
    const char *whole;
    size_t size;
    if (strcmp(name, "t") == 0 && !s->is_phonetic) gp_add_unescaped(s->text, text);
    if (strcmp(name, "rPh") == 0) s->is_phonetic = false;
    if (strcmp(name, "si") != 0) return GP_OK;
    GP_TRY(gp_finish_buffer(s->text, &whole, &size));
    if (s->book->strings.count == STRINGS_MAX) {
        GP_TRY(gp_refuse_input(s->book->records, (gp_spot){1, 1},
                               GP_WORDS("more than 2000000 texts", "meer dan 2000000 teksten"),
                               GP_WORDS("fewer", "minder")));
        return GP_INVALID;
    }
    whole = gp_copy_text(job, whole, size);
    return whole && gp_push(job, &s->book->strings, &whole, 1) ? GP_OK : gp_no_memory(job);
}

gp_status gp_read_book_strings(gp_book *book, const char *path)
{
    strings s = {.book = book, .text = gp_new_buffer(book->job)};
    const gp_xml_handler handler = {start_string, end_string, &s};
    if (!s.text) return gp_no_memory(book->job);
    return gp_read_book_part(book, path, &handler);
}

/* ---- styles ---- */

/* A number format of the file's own. */
typedef struct format {
    uint32_t number;
    gp_shown shown;
} format;

typedef struct styles {
    gp_book *book;
    gp_array formats;
    bool is_of_cells; /* in <cellXfs>: other lists of styles look the same */
} styles;

static uint32_t number_of(const gp_xml_element *element, const char *name)
{
    const char *text = gp_xml_find(element, name);
    double number;
    bool is_number = text && gp_parse_number(text, strlen(text), &number);
    return is_number && number >= 0 && number <= UINT32_MAX ? (uint32_t)number : 0;
}

/* Formats of the file's own come before what uses them; there are few. */
static gp_shown shown_of(const styles *s, uint32_t number)
{
    const format *formats = s->formats.data;
    for (size_t i = s->formats.count; i-- > 0;)
        if (formats[i].number == number) return formats[i].shown;
    return gp_shown_by_number(number);
}

#define FORMATS_MAX 1024 /* each style looks through them */

static gp_status start_style(void *state, gp_xml *xml, const gp_xml_element *element)
{
    styles *s = state;
    gp_job *job = s->book->job;
    (void)xml;
    if (strcmp(element->name, "cellXfs") == 0) s->is_of_cells = true;
    if (strcmp(element->name, "numFmt") == 0 && s->formats.count < FORMATS_MAX) {
        const char *code = gp_xml_find(element, "formatCode");
        const format new = {number_of(element, "numFmtId"), gp_shown_by_code(code ? code : "")};
        if (!gp_push(job, &s->formats, &new, 1)) return gp_no_memory(job);
    }
    if (strcmp(element->name, "xf") == 0 && s->is_of_cells && s->book->styles.count < UINT16_MAX) {
        const uint8_t shown = (uint8_t)shown_of(s, number_of(element, "numFmtId"));
        if (!gp_push(job, &s->book->styles, &shown, 1)) return gp_no_memory(job);
    }
    return GP_OK;
}

static gp_status end_style(void *state, const char *name, const char *text)
{
    (void)text;
    if (strcmp(name, "cellXfs") == 0) ((styles *)state)->is_of_cells = false;
    return GP_OK;
}

gp_status gp_read_book_styles(gp_book *book, const char *path)
{
    styles *s = GP_NEW(book->job, styles, 1); /* it holds an array */
    if (!s) return gp_no_memory(book->job);
    s->book = book;
    s->formats.size = sizeof(format);
    const gp_xml_handler handler = {start_style, end_style, s};
    return gp_read_book_part(book, path, &handler);
}
