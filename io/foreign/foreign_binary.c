/* SPDX-License-Identifier: MIT
 * Files that are no text and no portfolio: which program's? Told by their first bytes, and of
 * containers by the names of what is in them. */
#include "io/foreign/foreign.h"

#include <string.h>

typedef struct signature {
    const char *bytes;
    size_t size;
    gp_argument what, way;
} signature;

#define SAVE_AS_UTF8                                                                               \
    GP_WORDS_ROW("save it as UTF-8 (in Excel: CSV UTF-8; in Notepad: Save as, Encoding)",          \
                 "sla het op als UTF-8 (in Excel: CSV UTF-8; in Kladblok: Opslaan als, Codering)")
#define UNPACK GP_WORDS_ROW("unpack it first", "pak het eerst uit")
#define PROJECT_XML                                                                                \
    GP_WORDS_ROW("save it in MS Project as XML: File, Save As, XML Format (*.xml)",                \
                 "sla het in MS Project op als XML: Bestand, Opslaan als, XML-indeling (*.xml)")
#define OF_A_PICTURE                                                                               \
    GP_WORDS_ROW("give the portfolio that it was made of",                                         \
                 "geef het portfolio waar het van gemaakt is")

/* The first that fits is it: UTF-32 stands before UTF-16, which begins alike. */
static const signature signatures[] = {
    {"\xFF\xFE\0\0", 4, GP_WORDS_ROW("text in UTF-32", "tekst in UTF-32"), SAVE_AS_UTF8},
    {"\0\0\xFE\xFF", 4, GP_WORDS_ROW("text in UTF-32", "tekst in UTF-32"), SAVE_AS_UTF8},
    {"\xFF\xFE", 2, GP_WORDS_ROW("text in UTF-16", "tekst in UTF-16"), SAVE_AS_UTF8},
    {"\xFE\xFF", 2, GP_WORDS_ROW("text in UTF-16", "tekst in UTF-16"), SAVE_AS_UTF8},
    {"\x1F\x8B", 2, GP_WORDS_ROW("a file packed by gzip", "een bestand ingepakt met gzip"), UNPACK},
    {"BZh", 3, GP_WORDS_ROW("a file packed by bzip2", "een bestand ingepakt met bzip2"), UNPACK},
    {"\xFD"
     "7zXZ\0",
     6, GP_WORDS_ROW("a file packed by xz", "een bestand ingepakt met xz"), UNPACK},
    {"\x28\xB5\x2F\xFD", 4, GP_WORDS_ROW("a file packed by zstd", "een bestand ingepakt met zstd"),
     UNPACK},
    {"7z\xBC\xAF\x27\x1C", 6, GP_WORDS_ROW("a 7-Zip archive", "een 7-Zip-archief"), UNPACK},
    {"%PDF-", 5, GP_WORDS_ROW("a PDF document", "een PDF-document"), OF_A_PICTURE},
    {"\x89PNG\r\n", 6, GP_WORDS_ROW("a PNG image", "een PNG-afbeelding"), OF_A_PICTURE},
    {"\xFF\xD8\xFF", 3, GP_WORDS_ROW("a JPEG image", "een JPEG-afbeelding"), OF_A_PICTURE},
    {"\xAC\xED\0\x05", 4,
     GP_WORDS_ROW("a plan of ProjectLibre (.pod)", "een plan van ProjectLibre (.pod)"),
     GP_WORDS_ROW("save it there as Microsoft Project XML: File, Save as",
                  "sla het daar op als Microsoft Project XML: Bestand, Opslaan als")},
    {"SQLite format 3", 16, GP_WORDS_ROW("an SQLite database", "een SQLite-database"),
     GP_WORDS_ROW("export its tables as CSV (docs/csv.md)",
                  "exporteer de tabellen als CSV (docs/csv.md)")},
    {"groeipad part ", 14,
     GP_WORDS_ROW("a part of a run of groeipad risk (.gprisk)",
                  "een deel van een run van groeipad risk (.gprisk)"),
     GP_WORDS_ROW("add the parts up: groeipad risk --merge part-*.gprisk",
                  "tel de delen op: groeipad risk --merge part-*.gprisk")},
};
#define SIGNATURE_COUNT (sizeof signatures / sizeof *signatures)

/* Is a piece of bytes in there? */
static bool holds(const char *bytes, size_t size, const char *piece, size_t length)
{
    const char *end = bytes + size;
    while ((size_t)(end - bytes) >= length) {
        bytes = memchr(bytes, piece[0], (size_t)(end - bytes) - length + 1);
        if (!bytes) return false;
        if (memcmp(bytes, piece, length) == 0) return true;
        bytes++;
    }
    return false;
}

static bool answer(gp_foreign *out, gp_argument what, gp_argument way)
{
    *out = (gp_foreign){.what = what, .way = way};
    return true;
}

/* ---- containers ---- */

/* A kind of container, by the name of what is in it (its NUL may count). */
typedef struct member {
    const char *name;
    size_t size;
    gp_argument what, way;
} member;
#define NAME(text) (text), sizeof(text) - 1

static bool find_member(const char *bytes, size_t size, const member *members, size_t count,
                        gp_foreign *out)
{
    for (size_t i = 0; i < count; i++)
        if (holds(bytes, size, members[i].name, members[i].size))
            return answer(out, members[i].what, members[i].way);
    return false;
}

#define AS_EXCEL GP_WORDS_ROW("save it as .xlsx", "sla het op als .xlsx")
#define TABLE_FROM_TEXT                                                                            \
    GP_WORDS_ROW("put what is in it in a spreadsheet (docs/csv.md)",                               \
                 "zet wat erin staat in een werkblad (docs/csv.md)")

/* Names in a zip stand in it as they are. */
static const member zips[] = {
    {NAME("application/vnd.oasis.opendocument.spreadsheet"),
     GP_WORDS_ROW("a spreadsheet of LibreOffice (.ods)", "een werkblad van LibreOffice (.ods)"),
     AS_EXCEL},
    {NAME("application/vnd.oasis.opendocument."),
     GP_WORDS_ROW("a document of LibreOffice", "een document van LibreOffice"), TABLE_FROM_TEXT},
    {NAME("word/document.xml"),
     GP_WORDS_ROW("a document of Word (.docx)", "een document van Word (.docx)"), TABLE_FROM_TEXT},
    {NAME("ppt/presentation.xml"),
     GP_WORDS_ROW("a presentation of PowerPoint (.pptx)", "een presentatie van PowerPoint (.pptx)"),
     TABLE_FROM_TEXT},
    {NAME("visio/document.xml"),
     GP_WORDS_ROW("a drawing of Visio (.vsdx)", "een tekening van Visio (.vsdx)"), TABLE_FROM_TEXT},
    {NAME("model.xml"),
     GP_WORDS_ROW("a model of Archi with images (.archimate)",
                  "een model van Archi met afbeeldingen (.archimate)"),
     GP_WORDS_ROW("export the exchange format: in Archi, File > Export > Open Exchange File",
                  "exporteer het uitwisselformaat: in Archi, File > Export > Open Exchange File")},
    {NAME("xl/workbook.bin"),
     GP_WORDS_ROW("a binary workbook of Excel (.xlsb)", "een binaire werkmap van Excel (.xlsb)"),
     AS_EXCEL},
};

/* Compound files of Microsoft's older programs name what is in them in UTF-16; MS Project's also
 * name their kind. */
static const member compounds[] = {
    {NAME("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
     GP_WORDS_ROW("a document of Office with a password", "een Office-document met een wachtwoord"),
     GP_WORDS_ROW("save it without a password: File, Info, Protect",
                  "sla het op zonder wachtwoord: Bestand, Info, Beveiligen")},
    {NAME("MSProject."),
     GP_WORDS_ROW("a plan of MS Project (.mpp)", "een plan van MS Project (.mpp)"), PROJECT_XML},
    {NAME("T\0B\0k\0n\0d\0T\0a\0s\0k\0"),
     GP_WORDS_ROW("a plan of MS Project (.mpp)", "een plan van MS Project (.mpp)"), PROJECT_XML},
    {NAME("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
     GP_WORDS_ROW("a document of Word (.doc)", "een document van Word (.doc)"), TABLE_FROM_TEXT},
    {NAME("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0"),
     GP_WORDS_ROW("a presentation of PowerPoint (.ppt)", "een presentatie van PowerPoint (.ppt)"),
     TABLE_FROM_TEXT},
    {NAME("V\0i\0s\0i\0o\0D\0o\0c\0u\0m\0e\0n\0t\0"),
     GP_WORDS_ROW("a drawing of Visio (.vsd)", "een tekening van Visio (.vsd)"), TABLE_FROM_TEXT},
    {NAME("W\0o\0r\0k\0b\0o\0o\0k\0"),
     GP_WORDS_ROW("a workbook of an older Excel (.xls)", "een werkmap van een oudere Excel (.xls)"),
     AS_EXCEL},
    {NAME("B\0o\0o\0k\0"),
     GP_WORDS_ROW("a workbook of an older Excel (.xls)", "een werkmap van een oudere Excel (.xls)"),
     AS_EXCEL},
};

static bool is_zip(const char *bytes, size_t size)
{
    return size >= 4 && bytes[0] == 'P' && bytes[1] == 'K' &&
           (memcmp(bytes + 2, "\3\4", 2) == 0 || memcmp(bytes + 2, "\5\6", 2) == 0);
}

/* A workbook is read, and may hold documents of others; of an archive that names nothing known its
 * reader says so. */
static bool is_foreign_zip(const char *bytes, size_t size, gp_foreign *out)
{
    if (holds(bytes, size, NAME("xl/workbook.xml"))) return false;
    return find_member(bytes, size, zips, sizeof zips / sizeof *zips, out);
}

static bool is_foreign_compound(const char *bytes, size_t size, gp_foreign *out)
{
    return find_member(bytes, size, compounds, sizeof compounds / sizeof *compounds, out) ||
           answer(
               out,
               GP_WORDS("a file of an older Microsoft program (.mpp, .xls, .doc)",
                        "een bestand van een ouder Microsoft-programma (.mpp, .xls, .doc)"),
               GP_WORDS("save an MS Project plan as XML (*.xml), an Excel workbook as .xlsx",
                        "sla een MS Project-plan op als XML (*.xml), een Excel-werkmap als .xlsx"));
}

/* Without a mark at its start: Latin text has a NUL in each second byte. */
static bool is_wide_text(const char *bytes, size_t size)
{
    if (size < 4) return false;
    bool is_little = bytes[0] && !bytes[1] && bytes[2] && !bytes[3];
    bool is_big = !bytes[0] && bytes[1] && !bytes[2] && bytes[3];
    return is_little || is_big;
}

bool gp_is_foreign_binary(const char *bytes, size_t size, gp_foreign *out)
{
    if (is_zip(bytes, size)) return is_foreign_zip(bytes, size, out);
    if (size >= 8 && memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
        return is_foreign_compound(bytes, size, out);
    for (size_t i = 0; i < SIGNATURE_COUNT; i++) {
        const signature *known = &signatures[i];
        if (size >= known->size && memcmp(bytes, known->bytes, known->size) == 0)
            return answer(out, known->what, known->way);
    }
    if (!is_wide_text(bytes, size)) return false;
    return answer(out, GP_WORDS("text in UTF-16", "tekst in UTF-16"), (gp_argument)SAVE_AS_UTF8);
}
