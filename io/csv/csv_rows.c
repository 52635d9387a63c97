/* SPDX-License-Identifier: MIT
 * Takes rows of cells, whatever file they come from: the first with headings says what the columns
 * are, those after it wait until they become records. */
#include "io/csv/csv_foreign.h"
#include "io/csv/csv_names.h"
#include "io/graph/archi_csv.h"

#include <string.h>

#define ROWS_BEFORE_HEADING 20 /* titles and remarks above a table */

bool gp_is_broken(const gp_worksheet *sheet)
{
    return sheet->is_broken;
}

uint32_t gp_sheet_width(const gp_worksheet *sheet)
{
    return sheet->has_heading ? (uint32_t)sheet->headings.count : 0;
}

gp_status gp_begin_worksheet(gp_records *records, const char *name, gp_worksheet **out)
{
    gp_worksheet *sheet = GP_NEW(records->job, gp_worksheet, 1);
    gp_sheets *all = gp_need_sheets(records);
    if (!sheet || !all) return gp_no_memory(records->job);
    *sheet = (gp_worksheet){.records = records, .all = all, .source = records->source};
    sheet->headings.size = sizeof(gp_heading);
    sheet->waiting.size = sizeof(gp_raw_row);
    sheet->raw.size = sizeof(gp_raw_cell);
    if (name) sheet->name = gp_copy_text(records->job, name, strlen(name));
    if (name && !sheet->name) return gp_no_memory(records->job);
    *out = sheet;
    return GP_OK;
}

gp_status gp_start_row(gp_worksheet *sheet, uint32_t number, gp_spot spot)
{
    gp_raw_row row = {.number = number, .first = sheet->raw.count, .spot = spot};
    if (!gp_push(sheet->records->job, &sheet->waiting, &row, 1))
        return gp_no_memory(sheet->records->job);
    sheet->all->current =
        (gp_sheet_row){.sheet = sheet, .source = sheet->source, .number = number, .spot = spot};
    sheet->all->current_column = 1;
    return GP_OK;
}

void gp_mark_number(gp_worksheet *sheet)
{
    if (sheet->raw.count) ((gp_raw_cell *)sheet->raw.data)[sheet->raw.count - 1].is_number = true;
}

static gp_raw_row *last_row(gp_worksheet *sheet)
{
    return (gp_raw_row *)sheet->waiting.data + sheet->waiting.count - 1;
}

gp_status gp_add_cell(gp_worksheet *sheet, uint32_t number, const char *text, gp_spot spot)
{
    gp_job *job = sheet->records->job;
    sheet->all->current_column = number + 1;
    if (sheet->is_broken || (*text == '\0' && sheet->has_heading)) return GP_OK;
    gp_raw_cell cell = {
        .number = number, .text = gp_copy_text(job, text, strlen(text)), .spot = spot};
    if (!cell.text || !gp_push(job, &sheet->raw, &cell, 1)) return gp_no_memory(job);
    last_row(sheet)->count++;
    return GP_OK;
}

/* ---- rows under a heading ---- */

/* A kind that is nearly one of ours is a slip of the pen; any other is somebody else's. */
static gp_status find_row_kind(gp_worksheet *sheet, const gp_raw_cell *cell, gp_row_kind *kind)
{
    const char *words[2 * GP_ROW_KINDS];
    gp_job *job = sheet->records->job;
    *kind = gp_find_row_kind(cell->text);
    if (*kind != GP_ROW_KINDS) return GP_OK;
    for (gp_row_kind i = 0; i < GP_ROW_KINDS; i++) {
        words[2 * i] = gp_row_word(i, GP_ENGLISH);
        words[2 * i + 1] = gp_row_word(i, GP_DUTCH);
    }
    const char *nearest = gp_nearest_text(cell->text, words, 2 * GP_ROW_KINDS);
    if (!nearest) return gp_leave_out_row(sheet, cell);
    const char *shown = gp_copy_cut(job, cell->text);
    if (!shown) return gp_no_memory(job);
    gp_finding finding = {.code = 106,
                          .place = gp_place_in(sheet->source, cell->spot),
                          .arguments = {GP_WORDS("kind", "soort"), GP_TEXT(shown),
                                        GP_WORDS("intervention | capability | requirement | ...",
                                                 "interventie | capability | eis | ...")},
                          .suggestion = nearest};
    if (gp_find_cell(job, finding.place, NULL, &finding.cell))
        finding.cell.is_key = finding.cell.heading != NULL;
    return gp_add_finding(job, &finding);
}

static gp_status push_cell(gp_worksheet *sheet, const gp_raw_cell *raw, const gp_heading *heading)
{
    gp_job *job = sheet->records->job;
    gp_sheet_cell cell = {.column = heading->column,
                          .number = raw->number,
                          .step = heading->step,
                          .is_number = raw->is_number,
                          .heading = heading->own,
                          .text = raw->text,
                          .spot = raw->spot};
    if (!gp_push(job, &sheet->all->cells, &cell, 1)) return gp_no_memory(job);
    ((gp_sheet_row *)sheet->all->rows.data)[sheet->all->rows.count - 1].count++;
    return GP_OK;
}

/* Is it begun before its cells are looked at, so that findings about them know where they are? */
static gp_status push_row(gp_worksheet *sheet, const gp_raw_row *raw, gp_row_kind kind)
{
    gp_sheet_row row = {.kind = kind,
                        .source = sheet->source,
                        .number = raw->number,
                        .spot = raw->spot,
                        .sheet = sheet,
                        .first = sheet->all->cells.count,
                        .next = GP_NONE};
    bool is_kept = gp_push(sheet->records->job, &sheet->all->rows, &row, 1);
    return is_kept ? GP_OK : gp_no_memory(sheet->records->job);
}

static gp_status take_cell(gp_worksheet *sheet, const gp_raw_cell *raw)
{
    if (*raw->text == '\0') return GP_OK;
    const gp_heading *headings = sheet->headings.data;
    const gp_heading *heading =
        raw->number <= sheet->headings.count ? &headings[raw->number - 1] : NULL;
    if (heading && heading->is_known) return push_cell(sheet, raw, heading);
    if (heading && heading->text[0]) return GP_OK; /* reported with its heading */
    return gp_refuse_sheet(
        sheet, raw->spot, GP_WORDS("a cell without a heading", "een cel zonder kop"),
        GP_WORDS("as many cells as the heading has", "evenveel cellen als de kopregel"));
}

/* What the row is: as its cell `kind` says, where there is such a column. */
static gp_status settle_kind(gp_worksheet *sheet, gp_sheet_row *row)
{
    const gp_sheet_cell *cells = (const gp_sheet_cell *)sheet->all->cells.data + row->first;
    size_t at = 0;
    if (sheet->kind != GP_ROW_KINDS) return GP_OK;
    while (at < row->count && cells[at].column != GP_COLUMN_KIND) at++;
    if (at < row->count) {
        gp_raw_cell cell = {.text = cells[at].text, .spot = cells[at].spot};
        return find_row_kind(sheet, &cell, &row->kind);
    }
    return gp_missing_key(sheet->records, "kind", GP_WORDS("the row", "de regel"),
                          gp_place_in(sheet->source, row->spot));
}

/* A list of a model of ArchiMate has headings of its own: its rows are elements, relationships or
 * properties (io/graph/archi_csv.h). They are kept here too, for the cells of findings. */
static gp_status take_model_row(gp_worksheet *sheet, const gp_raw_row *raw)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + raw->first;
    GP_TRY(push_row(sheet, raw, GP_ROW_KINDS));
    for (size_t i = 0; i < raw->count; i++)
        GP_TRY(push_cell(sheet, &cells[i], &(gp_heading){.column = GP_NONE}));
    return gp_take_archi_row(sheet->model, raw->spot, cells, raw->count);
}

static gp_status take_row(gp_worksheet *sheet, const gp_raw_row *raw)
{
    if (sheet->model) return take_model_row(sheet, raw);
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + raw->first;
    size_t other = 0; /* cells but the kind */
    GP_TRY(push_row(sheet, raw, sheet->kind));
    gp_sheet_row *row = (gp_sheet_row *)sheet->all->rows.data + sheet->all->rows.count - 1;
    for (size_t i = 0; i < raw->count && !sheet->is_broken; i++)
        GP_TRY(take_cell(sheet, &cells[i]));
    const gp_sheet_cell *kept = (const gp_sheet_cell *)sheet->all->cells.data + row->first;
    for (size_t i = 0; i < row->count; i++) other += kept[i].column != GP_COLUMN_KIND;
    if (other && !sheet->is_broken) return settle_kind(sheet, row);
    row->kind = GP_ROW_KINDS;
    return GP_OK;
}

/* ---- the heading ---- */

/* The headings are kept as a row too, so that findings about them have their cell. */
static gp_status take_heading_row(gp_worksheet *sheet, const gp_raw_row *raw)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + raw->first;
    GP_TRY(push_row(sheet, raw, GP_ROW_KINDS));
    for (size_t i = 0; i < raw->count; i++)
        GP_TRY(push_cell(sheet, &cells[i], &(gp_heading){.column = GP_NONE, .own = cells[i].text}));
    sheet->has_heading = true;
    return sheet->model ? gp_name_headings(sheet, raw) : gp_take_headings(sheet, raw);
}

static size_t count_texts(const gp_worksheet *sheet, const gp_raw_row *row)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + row->first;
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        count += cells[i].text[strspn(cells[i].text, " ")] != '\0';
    return count;
}

/* One of the waiting rows is the heading: the first of those with the most headings of ours. */
static gp_status settle_heading(gp_worksheet *sheet)
{
    const gp_raw_row *rows = sheet->waiting.data;
    size_t best = 0, most = 0;
    for (size_t i = 0; i < sheet->waiting.count; i++) {
        size_t known = gp_count_headings(sheet, &rows[i]);
        if (known > most) best = i, most = known;
    }
    if (sheet->is_optional && !gp_tells_kind(sheet, &rows[best])) {
        sheet->is_broken = true; /* it is no use, and nobody's mistake */
        return GP_OK;
    }
    GP_TRY(take_heading_row(sheet, &rows[best]));
    for (size_t i = best + 1; i < sheet->waiting.count && !sheet->is_broken; i++)
        GP_TRY(take_row(sheet, &rows[i]));
    return GP_OK;
}

static gp_status take_model_heading(gp_worksheet *sheet, const gp_raw_row *row)
{
    const gp_raw_cell *cells = (const gp_raw_cell *)sheet->raw.data + row->first;
    for (size_t i = 0; i < row->count; i++) /* then it is a list of ours after all */
        if (gp_is_named_column(sheet->records, cells[i].text)) return GP_OK;
    GP_TRY(gp_begin_archi_list(sheet->records, cells, row->count, &sheet->model));
    return sheet->model ? take_heading_row(sheet, row) : GP_OK;
}

gp_status gp_end_row(gp_worksheet *sheet)
{
    gp_raw_row *row = last_row(sheet);
    sheet->all->current.sheet = NULL;
    bool is_empty = count_texts(sheet, row) == 0;
    if (sheet->is_broken || is_empty) {
        sheet->raw.count = row->first;
        sheet->waiting.count--;
        return GP_OK;
    }
    if (sheet->has_heading)
        GP_TRY(take_row(sheet, row));
    else
        GP_TRY(take_model_heading(sheet, row));
    if (!sheet->has_heading) {
        bool is_heading = gp_count_headings(sheet, row) > 1;
        if (!is_heading && sheet->waiting.count < ROWS_BEFORE_HEADING) return GP_OK;
        GP_TRY(settle_heading(sheet));
    }
    sheet->raw.count = sheet->waiting.count = 0;
    return GP_OK;
}

gp_status gp_end_worksheet(gp_worksheet *sheet)
{
    if (sheet->is_broken || sheet->has_heading) return GP_OK;
    if (sheet->waiting.count) return settle_heading(sheet);
    if (sheet->is_optional) return GP_OK;
    return gp_refuse_sheet(sheet, (gp_spot){1, 1}, GP_WORDS("an empty file", "een leeg bestand"),
                           GP_WORDS("a heading, then rows", "een kopregel, dan regels"));
}
