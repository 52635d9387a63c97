/* SPDX-License-Identifier: MIT
 * Which sheets does a workbook have, and where are they? A package (ECMA-376 part 2) names its
 * parts by relations: from the package to the workbook, from the workbook to its sheets. What a
 * relation says is outside the archive is never fetched. */
#include "io/xlsx/xlsx_book.h"
#include "io/door.h"

#include <string.h>

#define PATH_MAX_SIZE 512
#define SHEETS_MAX 1000

/* ---- relations ---- */

typedef struct relation {
    const char *id, *type, *path; /* type: its last part, "worksheet"; path: in the archive */
} relation;

typedef struct relations {
    gp_book *book;
    const char *folder; /* of what they are of: "xl/", or "" */
    gp_array all;       /* relation */
} relations;

/* Joins a folder and a target that may go up or begin at the root; NULL: memory ran out. */
static const char *resolve(gp_job *job, const char *folder, const char *target)
{
    char path[2 * PATH_MAX_SIZE];
    size_t size = *target == '/' ? 0 : strnlen(folder, PATH_MAX_SIZE);
    memcpy(path, folder, size);
    target += *target == '/';
    for (;;) {
        if (strncmp(target, "./", 2) == 0) {
            target += 2;
        } else if (strncmp(target, "../", 3) == 0) {
            target += 3;
            if (size) size--; /* the slash */
            while (size && path[size - 1] != '/') size--;
        } else {
            break;
        }
    }
    size_t rest = strnlen(target, PATH_MAX_SIZE);
    memcpy(path + size, target, rest);
    return gp_copy_text(job, path, size + rest);
}

static gp_status start_relation(void *state, gp_xml *xml, const gp_xml_element *element)
{
    relations *r = state;
    gp_job *job = r->book->job;
    (void)xml;
    const char *id = gp_xml_find(element, "Id"), *type = gp_xml_find(element, "Type");
    const char *target = gp_xml_find(element, "Target"), *mode = gp_xml_find(element, "TargetMode");
    bool is_inside = !mode || strcmp(mode, "External") != 0;
    if (strcmp(element->name, "Relationship") != 0 || !id || !type || !target || !is_inside)
        return GP_OK;
    const char *slash = strrchr(type, '/');
    if (slash) type = slash + 1;
    const relation new = {gp_copy_text(job, id, strlen(id)), gp_copy_text(job, type, strlen(type)),
                          resolve(job, r->folder, target)};
    bool is_kept = new.id &&new.type &&new.path &&gp_push(job, &r->all, &new, 1);
    return is_kept ? GP_OK : gp_no_memory(job);
}

static gp_status end_nothing(void *state, const char *name, const char *text)
{
    (void)state, (void)name, (void)text;
    return GP_OK;
}

/* Reads the relations of a part: "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels". */
static gp_status read_relations(gp_book *book, const char *part, relations **out)
{
    const char *slash = strrchr(part, '/');
    size_t folder = slash ? (size_t)(slash + 1 - part) : 0;
    relations *r = GP_NEW(book->job, relations, 1); /* it holds an array */
    gp_buffer *path = gp_new_buffer(book->job);
    const char *text;
    size_t size;
    if (!r || !path) return gp_no_memory(book->job);
    r->book = book;
    r->all.size = sizeof(relation);
    r->folder = gp_copy_text(book->job, part, folder);
    gp_add_bytes(path, part, folder);
    gp_add_text(path, "_rels/");
    gp_add_text(path, part + folder);
    gp_add_text(path, ".rels");
    GP_TRY(gp_finish_buffer(path, &text, &size));
    if (!r->folder) return gp_no_memory(book->job);
    const gp_xml_handler handler = {start_relation, end_nothing, r};
    *out = r;
    return gp_read_book_part(book, text, &handler);
}

/* The path of a relation by its type, or its id (the other NULL); NULL: there is none. */
static const char *find_path(const relations *r, const char *type, const char *id)
{
    const relation *all = r->all.data;
    for (size_t i = 0; i < r->all.count; i++) {
        bool is_type = !type || strcmp(all[i].type, type) == 0;
        if (is_type && (!id || strcmp(all[i].id, id) == 0)) return all[i].path;
    }
    return NULL;
}

/* ---- the workbook ---- */

typedef struct workbook {
    gp_book *book;
    const relations *relations;
} workbook;

static bool is_true(const char *text)
{
    return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}

static gp_status start_workbook(void *state, gp_xml *xml, const gp_xml_element *element)
{
    workbook *w = state;
    gp_job *job = w->book->job;
    if (strcmp(element->name, "workbookPr") == 0)
        w->book->is_1904 = is_true(gp_xml_find(element, "date1904"));
    if (strcmp(element->name, "sheet") != 0) return GP_OK;
    const char *name = gp_xml_find(element, "name"), *id = gp_xml_find(element, "id");
    const char *shown = gp_xml_find(element, "state");
    if (w->book->sheets.count == SHEETS_MAX) {
        gp_xml_stop(xml);
        return gp_refuse_input(w->book->records, (gp_spot){1, 1},
                               GP_WORDS("more than 1000 sheets", "meer dan 1000 werkbladen"),
                               GP_WORDS("fewer", "minder"));
    }
    gp_book_sheet new = {.name = gp_copy_text(job, name ? name : "", name ? strlen(name) : 0),
                         .path = id ? find_path(w->relations, "worksheet", id) : NULL,
                         .is_hidden = shown && strcmp(shown, "visible") != 0};
    bool is_kept = new.name &&gp_push(job, &w->book->sheets, &new, 1);
    return is_kept ? GP_OK : gp_no_memory(job);
}

static gp_status report_not_excel(gp_book *book)
{
    gp_refuse_input(book->records, (gp_spot){1, 1},
                    GP_WORDS("an archive without a workbook in it", "een archief zonder werkmap"),
                    GP_WORDS("a workbook of Excel (.xlsx); unpack another archive first",
                             "een werkmap van Excel (.xlsx); pak een ander archief eerst uit"));
    return GP_INVALID;
}

gp_status gp_read_book(gp_book *book)
{
    relations *package, *own;
    if (gp_find_in_zip(book->zip, "_rels/.rels") < 0) return report_not_excel(book);
    GP_TRY(read_relations(book, "", &package));
    const char *path = find_path(package, "officeDocument", NULL);
    if (!path) return report_not_excel(book);
    GP_TRY(read_relations(book, path, &own));
    workbook w = {book, own};
    const gp_xml_handler handler = {start_workbook, end_nothing, &w};
    GP_TRY(gp_read_book_part(book, path, &handler));
    const char *strings = find_path(own, "sharedStrings", NULL);
    const char *styles = find_path(own, "styles", NULL);
    if (strings && gp_find_in_zip(book->zip, strings) >= 0)
        GP_TRY(gp_read_book_strings(book, strings));
    if (styles && gp_find_in_zip(book->zip, styles) >= 0) GP_TRY(gp_read_book_styles(book, styles));
    return GP_OK;
}
