/* SPDX-License-Identifier: MIT
 * Writes a portfolio as a workbook of Excel (ECMA-376, SpreadsheetML): a sheet for each kind of
 * rows, with the tables of CSV. Days and numbers are days and numbers there, all else is text,
 * also what looks like a formula or a date. Nothing in it tells when or where it was made. */
#include "io/csv/csv_table.h"
#include "io/xlsx/sheet_write.h"
#include "io/xlsx/zip_write.h"

#include <string.h>

#define SHEETS_MAX 16
#define NAME_SIZE 32 /* of a file in the archive */
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

typedef struct workbook {
    const gp_conversion *conversion;
    gp_zip_writer *zip;
    const char *titles[SHEETS_MAX];
    const char *ranges[SHEETS_MAX]; /* "$A$1:$F$12": what is filtered */
    char names[SHEETS_MAX][NAME_SIZE];
    size_t count;
} workbook;

/* What a part of a portfolio is called on its tab. */
static const char *title_of(const char *part, gp_language language)
{
    static const struct {
        const char *part, *titles[2];
    } known[] = {
        {"portfolio", {"Portfolio", "Portfolio"}},
        {"interventions", {"Interventions", "Interventies"}},
        {"capabilities", {"Capabilities", "Capabilities"}},
        {"requirements", {"Requirements", "Eisen"}},
        {"levels", {"Levels", "Niveaus"}},
        {"measurements", {"Measurements", "Metingen"}},
        {"risks", {"Risks", "Risico's"}},
        {"correlations", {"Correlations", "Correlaties"}},
        {"measures", {"Measures", "Maatregelen"}},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].part, part) == 0) return known[i].titles[language];
    return part;
}

/* ---- the parts around the sheets ---- */

typedef void add_content(const workbook *book, gp_buffer *to);

static void add_each(const workbook *book, gp_buffer *to, const char *before, const char *after)
{
    for (size_t i = 0; i < book->count; i++) {
        gp_add_text(to, before);
        gp_add_number(to, (int64_t)i + 1);
        gp_add_text(to, after);
    }
}

static void add_types(const workbook *book, gp_buffer *to)
{
    gp_add_text(to,
                "<Types xmlns=\"" PACKAGE "content-types\">"
                "<Default Extension=\"rels\" ContentType=\"application/"
                "vnd.openxmlformats-package.relationships+xml\"/>"
                "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
                "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>");
    add_each(book, to, "<Override PartName=\"/xl/worksheets/sheet",
             ".xml\" ContentType=\"" TYPE "worksheet+xml\"/>");
    gp_add_text(to, "</Types>");
}

static void add_package(const workbook *book, gp_buffer *to)
{
    (void)book;
    gp_add_text(to, "<Relationships xmlns=\"" PACKAGE "relationships\">"
                    "<Relationship Id=\"rId1\" Type=\"" RELATIONS
                    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
}

static void add_relations(const workbook *book, gp_buffer *to)
{
    gp_add_text(to, "<Relationships xmlns=\"" PACKAGE "relationships\">");
    for (size_t i = 0; i < book->count; i++) {
        gp_add_text(to, "<Relationship Id=\"rId");
        gp_add_number(to, (int64_t)i + 1);
        gp_add_text(to, "\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet");
        gp_add_number(to, (int64_t)i + 1);
        gp_add_text(to, ".xml\"/>");
    }
    gp_add_text(to, "<Relationship Id=\"rIdStyles\" Type=\"" RELATIONS
                    "/styles\" Target=\"styles.xml\"/></Relationships>");
}

/* A filter has a name that Excel expects, hidden from people. */
static void add_filter(const workbook *book, gp_buffer *to, size_t i)
{
    gp_add_text(to, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"");
    gp_add_number(to, (int64_t)i);
    gp_add_text(to, "\" hidden=\"1\">'");
    gp_add_text(to, book->titles[i]);
    gp_add_text(to, "'!");
    gp_add_text(to, book->ranges[i]);
    gp_add_text(to, "</definedName>");
}

static void add_workbook(const workbook *book, gp_buffer *to)
{
    gp_add_text(to, "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><sheets>");
    for (size_t i = 0; i < book->count; i++) {
        gp_add_text(to, "<sheet name=\"");
        gp_add_text(to, book->titles[i]);
        gp_add_text(to, "\" sheetId=\"");
        gp_add_number(to, (int64_t)i + 1);
        gp_add_text(to, "\" r:id=\"rId");
        gp_add_number(to, (int64_t)i + 1);
        gp_add_text(to, "\"/>");
    }
    gp_add_text(to, "</sheets><definedNames>");
    for (size_t i = 0; i < book->count; i++) add_filter(book, to, i);
    gp_add_text(to, "</definedNames></workbook>");
}

/* The styles of cells, in the order of gp_sheet_style. */
static void add_styles(const workbook *book, gp_buffer *to)
{
    (void)book;
    gp_add_text(
        to,
        "<styleSheet xmlns=\"" MAIN "\">"
        "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
        "</font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
        "</fonts>"
        "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        "</borders>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        "</cellStyleXfs><cellXfs count=\"4\">"
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        "applyNumberFormat=\"1\" applyFont=\"1\"/>"
        "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        "applyNumberFormat=\"1\"/>"
        "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
        "applyNumberFormat=\"1\"/>"
        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
        "builtinId=\"0\"/></cellStyles></styleSheet>");
}

static gp_status add_file(const workbook *book, const char *name, add_content *add)
{
    gp_buffer *content = gp_new_buffer(book->conversion->job);
    if (!content) return gp_no_memory(book->conversion->job);
    gp_add_text(content, XML);
    add(book, content);
    return gp_add_zip_file(book->zip, name, content);
}

/* ---- the sheets ---- */

static void name_sheet(size_t number, char name[NAME_SIZE])
{
    static const char start[] = "xl/worksheets/sheet", end[] = ".xml";
    size_t at = sizeof start - 1;
    memcpy(name, start, at);
    if (number >= 10) name[at++] = (char)('0' + number / 10);
    name[at++] = (char)('0' + number % 10);
    memcpy(name + at, end, sizeof end);
}

static gp_status add_sheet(workbook *book, size_t i)
{
    const char *part = gp_csv_parts[i];
    const gp_conversion *conversion = book->conversion;
    const gp_sheet_table *table;
    GP_TRY(gp_make_sheet_table(conversion, part, '.', &table));
    gp_buffer *content = gp_new_buffer(conversion->job);
    if (!content) return gp_no_memory(conversion->job);
    gp_add_text(content, XML);
    const char *title = title_of(part, conversion->options->language);
    GP_TRY(gp_write_sheet(conversion, table, title, content, &book->ranges[i]));
    book->titles[i] = title;
    name_sheet(i + 1, book->names[i]);
    return gp_add_zip_file(book->zip, book->names[i], content);
}

gp_status gp_write_portfolio_xlsx(const gp_conversion *conversion, gp_output *out)
{
    workbook *book = GP_NEW(conversion->job, workbook, 1);
    if (!book) return gp_no_memory(conversion->job);
    book->conversion = conversion;
    book->zip = gp_new_zip(conversion->job);
    if (!book->zip) return gp_no_memory(conversion->job);
    while (gp_csv_parts[book->count] && book->count < SHEETS_MAX) book->count++;
    GP_TRY(add_file(book, "[Content_Types].xml", add_types)); /* what `file` looks for first */
    GP_TRY(add_file(book, "_rels/.rels", add_package));
    for (size_t i = 0; i < book->count; i++) GP_TRY(add_sheet(book, i));
    GP_TRY(add_file(book, "xl/workbook.xml", add_workbook));
    GP_TRY(add_file(book, "xl/_rels/workbook.xml.rels", add_relations));
    GP_TRY(add_file(book, "xl/styles.xml", add_styles));
    return gp_finish_zip(book->zip, &out->text, &out->size);
}
