/* SPDX-License-Identifier: MIT
 * Any bytes as an archive, or as one of the files in a workbook whose others are sound: no crash,
 * the law of statuses and findings; and what was read is written again, as a workbook and in JSON.
 * The first letter says which file: b(ook), r(elations), s(trings), y (styles), else a sheet. */
#include "core/job.h"
#include "groeipad/io.h"
#include "io/xlsx/zip_write.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds) abort();
}

#define TYPE "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const struct {
    char letter;
    const char *name, *text;
} parts[] = {
    {0, "_rels/.rels",
     "<Relationships><Relationship Id=\"a\" " TYPE
     "officeDocument\" Target=\"xl/book.xml\"/></Relationships>"},
    {'b', "xl/book.xml",
     "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" r:id=\"a\"/></sheets></workbook>"},
    {'r', "xl/_rels/book.xml.rels",
     "<Relationships><Relationship Id=\"a\" " TYPE
     "worksheet\" Target=\"one.xml\"/><Relationship Id=\"s\" " TYPE
     "sharedStrings\" Target=\"s.xml\"/><Relationship Id=\"y\" " TYPE
     "styles\" Target=\"y.xml\"/></Relationships>"},
    {'s', "xl/s.xml",
     "<sst><si><t>kind</t></si><si><t>id</t></si><si><t>start</t></si>"
     "<si><t>intervention</t></si></sst>"},
    {'y', "xl/y.xml",
     "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
    {'o', "xl/one.xml",
     "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\">"
     "<v>2</v></c></row><row><c t=\"s\"><v>3</v></c><c><v>7</v></c><c s=\"1\"><v>46082</v></c>"
     "</row></sheetData></worksheet>"},
};
#define PARTS (sizeof parts / sizeof *parts)

static gp_output make_book(gp_job *job, const char *data, size_t size)
{
    gp_zip_writer *zip = gp_new_zip(job);
    gp_output out;
    size_t chosen = PARTS - 1;
    for (size_t i = 1; i < PARTS; i++)
        if (size && parts[i].letter == data[0]) chosen = i;
    for (size_t i = 0; i < PARTS; i++) {
        gp_buffer *content = gp_new_buffer(job);
        if (i == chosen)
            gp_add_bytes(content, size ? data + 1 : "", size ? size - 1 : 0);
        else
            gp_add_text(content, parts[i].text);
        need(gp_add_zip_file(zip, parts[i].name, content) == GP_OK);
    }
    need(gp_finish_zip(zip, &out.text, &out.size) == GP_OK);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = {"xlsx", "json"};
    const gp_read_options reading = {.status_date = 20458, .format = "xlsx"};
    const gp_portfolio *portfolio;
    const gp_document *document;
    gp_job *job = gp_job_new();
    uint32_t count;
    bool has_error = false;
    gp_output bytes = {(const char *)data, size};
    if (size < 2 || memcmp(data, "PK", 2) != 0) bytes = make_book(job, bytes.text, size);
    gp_status status = gp_read_document_text(job, "fuzz.xlsx", bytes.text, bytes.size, &reading,
                                             &portfolio, &document);
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        char message[512];
        has_error = has_error || findings[i].severity == GP_ERROR;
        gp_finding_message(&findings[i], GP_DUTCH, message, sizeof message);
    }
    need((status == GP_OK) == !has_error);
    for (int i = 0; i < 2 && status == GP_OK; i++) {
        gp_output out;
        const gp_convert_options options = {.format = formats[i]};
        need(gp_convert(job, document, portfolio, NULL, &options, &out) == GP_OK);
    }
    gp_job_free(job);
    return 0;
}
