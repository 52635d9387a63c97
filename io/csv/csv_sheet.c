/* SPDX-License-Identifier: MIT
 * Makes records of the rows of spreadsheets: cells become keys and values, and what is required
 * joins the record that requires it. Places are those of the cells. */
#include "core/names.h"
#include "io/csv/csv_cell.h"
#include "io/formats.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct maker {
    gp_records *records;
    gp_sheets *sheets;
    gp_tree *tree;
    gp_names *ids;        /* ids of rows -> numbers */
    gp_array first, last; /* uint32_t by number: requirements of the id, as rows; GP_NONE */
} maker;

static gp_sheet_row *row_at(const maker *m, size_t index)
{
    return (gp_sheet_row *)m->sheets->rows.data + index;
}

static const gp_sheet_cell *cells_of(const maker *m, const gp_sheet_row *row)
{
    return (const gp_sheet_cell *)m->sheets->cells.data + row->first;
}

static const gp_sheet_cell *find_cell(const maker *m, const gp_sheet_row *row, uint32_t column)
{
    const gp_sheet_cell *cells = cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].column == column) return &cells[i];
    return NULL;
}

static void add_key(maker *m, const char *key, gp_spot spot)
{
    gp_add_key(m->tree, key, strlen(key), spot);
}

/* ---- what a record requires ---- */

static bool is_same_group(const gp_sheet_cell *a, const gp_sheet_cell *b)
{
    return a && b && strcmp(a->text, b->text) == 0;
}

static bool has_own(const maker *m, const gp_sheet_row *row)
{
    return find_cell(m, row, GP_NONE) != NULL;
}

/* One requirement: an id, or an object where there is more to say. */
static void add_requirement(maker *m, const gp_sheet_row *row, bool is_alternative)
{
    const gp_sheet_cell *id = find_cell(m, row, GP_COLUMN_REQUIRES);
    const gp_sheet_cell *level = find_cell(m, row, GP_COLUMN_LEVEL);
    const gp_sheet_cell *by = is_alternative ? NULL : find_cell(m, row, GP_COLUMN_BY);
    const gp_sheet_cell *from = find_cell(m, row, GP_COLUMN_FROM);
    const gp_sheet_cell *lag = find_cell(m, row, GP_COLUMN_LAG);
    gp_set_tree_source(m->tree, row->source);
    if (id && !level && !by && !from && !lag && !has_own(m, row)) {
        gp_add_text_node(m->tree, id->text, strlen(id->text), id->spot);
        return;
    }
    gp_open_node(m->tree, '{', row->spot);
    if (id) gp_add_member(m->tree, "id", id->text, id->spot);
    if (level) {
        add_key(m, "level", level->spot);
        gp_decode_cell(m->tree, level, GP_CELL_NUMBER);
    }
    if (by) gp_add_member(m->tree, "by", by->text, by->spot);
    if (from) gp_add_member(m->tree, "from", from->text, from->spot);
    if (lag) gp_add_member(m->tree, "lag", lag->text, lag->spot);
    const gp_sheet_cell *cells = cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].column == GP_NONE)
            gp_add_member(m->tree, cells[i].heading, cells[i].text, cells[i].spot);
    gp_close_node(m->tree);
}

/* Rows that follow each other in one group are alternatives. Returns the row after them. */
static uint32_t add_group(maker *m, uint32_t first)
{
    const gp_sheet_row *row = row_at(m, first);
    const gp_sheet_cell *group = find_cell(m, row, GP_COLUMN_GROUP), *by = NULL;
    uint32_t at = first;
    gp_set_tree_source(m->tree, row->source);
    gp_open_node(m->tree, '{', row->spot);
    add_key(m, "any", group->spot);
    gp_open_node(m->tree, '[', group->spot);
    while (at != GP_NONE && is_same_group(group, find_cell(m, row_at(m, at), GP_COLUMN_GROUP))) {
        if (!by) by = find_cell(m, row_at(m, at), GP_COLUMN_BY);
        add_requirement(m, row_at(m, at), true);
        at = row_at(m, at)->next;
    }
    gp_close_node(m->tree);
    if (by) gp_add_member(m->tree, "by", by->text, by->spot);
    gp_close_node(m->tree);
    return at;
}

static void add_required_rows(maker *m, uint32_t first)
{
    for (uint32_t at = first; at != GP_NONE; at = row_at(m, at)->next)
        row_at(m, at)->is_taken = true;
    while (first != GP_NONE) {
        const gp_sheet_row *row = row_at(m, first);
        if (find_cell(m, row, GP_COLUMN_GROUP)) {
            first = add_group(m, first);
            continue;
        }
        add_requirement(m, row, false);
        first = row->next;
    }
}

static gp_status number_of(maker *m, const gp_sheet_cell *id, uint32_t *out)
{
    *out = gp_intern(m->ids, id->text, strlen(id->text));
    if (*out == GP_NONE) return gp_no_memory(m->records->job);
    const uint32_t none = GP_NONE;
    while (m->first.count <= *out)
        if (!gp_push(m->records->job, &m->first, &none, 1) ||
            !gp_push(m->records->job, &m->last, &none, 1))
            return gp_no_memory(m->records->job);
    return GP_OK;
}

/* A list of nothing is not given. */
static bool is_empty_list(const gp_sheet_cell *cell)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    if (cell->column == GP_NONE) return false;
    gp_cell_shape shape = columns[cell->column].shape;
    bool is_list = shape == GP_CELL_IDS || shape == GP_CELL_ADDRESSES;
    return is_list && cell->text[strspn(cell->text, " |")] == '\0';
}

/* The cell `requires`, then the rows. */
static gp_status add_requires(maker *m, const gp_sheet_row *row)
{
    const gp_sheet_cell *id = find_cell(m, row, GP_COLUMN_ID);
    const gp_sheet_cell *cell = find_cell(m, row, GP_COLUMN_REQUIRES);
    uint32_t number = GP_NONE, first = GP_NONE;
    if (id) GP_TRY(number_of(m, id, &number));
    if (id) first = ((const uint32_t *)m->first.data)[number];
    if ((!cell || is_empty_list(cell)) && first == GP_NONE) return GP_OK;
    gp_spot spot = cell ? cell->spot : row->spot;
    add_key(m, "requires", spot);
    gp_open_node(m->tree, '[', spot);
    const char *at = cell ? cell->text : NULL, *part;
    size_t size;
    while (gp_next_part(&at, '|', &part, &size))
        if (size) gp_add_text_node(m->tree, part, size, spot);
    add_required_rows(m, first);
    gp_close_node(m->tree);
    return GP_OK;
}

/* ---- rows ---- */

static void add_cell(maker *m, const gp_sheet_cell *cell)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    bool is_own = cell->column == GP_NONE;
    add_key(m, is_own ? cell->heading : columns[cell->column].key, cell->spot);
    gp_decode_cell(m->tree, cell, is_own ? GP_CELL_TEXT : columns[cell->column].shape);
}

/* What the row is, and what it requires, is no member like the others. */
static bool is_told_elsewhere(const gp_sheet_cell *cell)
{
    return cell->column == GP_COLUMN_KIND || cell->column == GP_COLUMN_REQUIRES;
}

/* The cells that belong in an object of this name (NULL: in the record itself). */
static void add_cells(maker *m, const gp_sheet_row *row, const char *parent)
{
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const gp_sheet_cell *cells = cells_of(m, row);
    bool is_open = false;
    for (size_t i = 0; i < row->count; i++) {
        const char *own = cells[i].column == GP_NONE ? NULL : columns[cells[i].column].parent;
        bool is_here = parent ? own && strcmp(own, parent) == 0 : own == NULL;
        if (!is_here || is_told_elsewhere(&cells[i]) || is_empty_list(&cells[i])) continue;
        if (parent && !is_open) {
            add_key(m, parent, cells[i].spot);
            gp_open_node(m->tree, '{', cells[i].spot);
            is_open = true;
        }
        add_cell(m, &cells[i]);
    }
    if (is_open) gp_close_node(m->tree);
}

static gp_status emit_record(maker *m, const gp_sheet_row *row)
{
    gp_start_tree(m->tree);
    gp_set_tree_source(m->tree, row->source);
    gp_open_node(m->tree, '{', row->spot);
    add_cells(m, row, NULL);
    add_cells(m, row, "applies");
    add_cells(m, row, "aspects");
    GP_TRY(add_requires(m, row));
    gp_set_tree_source(m->tree, row->source);
    gp_close_node(m->tree);
    return gp_emit(m->records, gp_row_list(row->kind), m->tree);
}

/* ---- settings ---- */

static void add_setting(maker *m, const gp_sheet_cell *key, const gp_sheet_cell *value)
{
    bool is_list = strcmp(key->text, "workdays") == 0 || strcmp(key->text, "holidays") == 0;
    gp_cell_shape shape = GP_CELL_TEXT;
    if (is_list) shape = GP_CELL_IDS;
    if (strcmp(key->text, "planning") == 0) shape = GP_CELL_PLANNING;
    if (strcmp(key->text, "status_date") == 0) shape = GP_CELL_DAY;
    if (gp_holds_number(key->text)) shape = GP_CELL_NUMBER;
    gp_decode_cell(m->tree, value, shape);
}

static bool is_of_calendar(const gp_sheet_cell *key)
{
    return strcmp(key->text, "workdays") == 0 || strcmp(key->text, "holidays") == 0;
}

static gp_status emit_setting(maker *m, const gp_sheet_row *row)
{
    const gp_sheet_cell *key = find_cell(m, row, GP_COLUMN_ID);
    const gp_sheet_cell *value = find_cell(m, row, GP_COLUMN_VALUE);
    if (!key || !value || is_of_calendar(key)) return GP_OK;
    gp_start_tree(m->tree);
    gp_set_tree_source(m->tree, row->source);
    add_setting(m, key, value);
    return gp_emit(m->records, key->text, m->tree);
}

/* The rows of the calendar make one setting. */
static gp_status emit_calendar(maker *m)
{
    bool is_there = false;
    gp_start_tree(m->tree);
    for (size_t i = 0; i < m->sheets->rows.count; i++) {
        const gp_sheet_row *row = row_at(m, i);
        const gp_sheet_cell *key = find_cell(m, row, GP_COLUMN_ID);
        const gp_sheet_cell *value = find_cell(m, row, GP_COLUMN_VALUE);
        if (row->kind != GP_ROW_SETTING || !key || !value || !is_of_calendar(key)) continue;
        gp_set_tree_source(m->tree, row->source);
        if (!is_there) gp_open_node(m->tree, '{', row->spot);
        is_there = true;
        add_key(m, key->text, key->spot);
        add_setting(m, key, value);
    }
    if (!is_there) return GP_OK;
    gp_close_node(m->tree);
    return gp_emit(m->records, "calendar", m->tree);
}

/* ---- all of them ---- */

/* Lists the requirements by the id that has them, in the order of the rows. */
static gp_status list_requirements(maker *m)
{
    for (uint32_t i = 0; i < m->sheets->rows.count; i++) {
        const gp_sheet_cell *id = find_cell(m, row_at(m, i), GP_COLUMN_ID);
        uint32_t number;
        if (row_at(m, i)->kind != GP_ROW_REQUIREMENT || !id) continue;
        GP_TRY(number_of(m, id, &number));
        uint32_t *first = (uint32_t *)m->first.data + number;
        uint32_t *last = (uint32_t *)m->last.data + number;
        if (*first == GP_NONE)
            *first = i;
        else
            row_at(m, *last)->next = i;
        *last = i;
    }
    return GP_OK;
}

/* A requirement of nobody: its id is in no row. */
static gp_status report_untaken(maker *m, const gp_sheet_row *row)
{
    gp_job *job = m->records->job;
    const gp_sheet_cell *id = find_cell(m, row, GP_COLUMN_ID);
    gp_spot spot = id ? id->spot : row->spot;
    gp_place place = gp_place_in(row->source, spot);
    if (!id) return gp_missing_key(m->records, "id", GP_WORDS("a requirement", "een eis"), place);
    const char *shown = gp_copy_cut(job, id->text);
    if (!shown) return gp_no_memory(job);
    return gp_add_finding(
        job,
        &(gp_finding){
            .code = 106,
            .place = place,
            .arguments = {GP_TEXT("id"), GP_TEXT(shown),
                          GP_WORDS("the id of an intervention or capability in a sheet",
                                   "de id van een interventie of capability in een werkblad")}});
}

/* Settings and requirements are no records, so no table looks at cells that they have no use for.
 */
static gp_status report_unused(maker *m, const gp_sheet_row *row)
{
    static const gp_argument wheres[] = {GP_WORDS_ROW("a setting", "een instelling"),
                                         GP_WORDS_ROW("a requirement", "een eis")};
    size_t count;
    bool is_requirement = row->kind == GP_ROW_REQUIREMENT;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const gp_sheet_cell *cells = cells_of(m, row);
    for (size_t i = 0; i < row->count; i++) {
        bool is_own = cells[i].column == GP_NONE;
        if (is_own ? is_requirement : columns[cells[i].column].kinds >> row->kind & 1) continue;
        const char *key =
            gp_copy_cut(m->records->job, is_own ? cells[i].heading : columns[cells[i].column].key);
        if (!key) return gp_no_memory(m->records->job);
        GP_TRY(gp_add_finding(m->records->job,
                              &(gp_finding){.code = 104,
                                            .place = gp_place_in(row->source, cells[i].spot),
                                            .arguments = {GP_TEXT(key), wheres[is_requirement]}}));
    }
    return GP_OK;
}

static gp_status emit_row(maker *m, const gp_sheet_row *row)
{
    bool is_record = row->kind != GP_ROW_SETTING && row->kind != GP_ROW_REQUIREMENT;
    if (is_record) return emit_record(m, row);
    GP_TRY(report_unused(m, row));
    return row->kind == GP_ROW_SETTING ? emit_setting(m, row) : GP_OK;
}

gp_status gp_emit_sheets(gp_records *records)
{
    if (!records->sheets) return GP_OK;
    gp_job *job = records->job;
    maker *m = GP_NEW(job, maker, 1); /* it holds arrays */
    if (!m) return gp_no_memory(job);
    *m = (maker){.records = records, .sheets = records->sheets, .tree = gp_new_tree(job)};
    m->first.size = m->last.size = sizeof(uint32_t);
    if (!m->tree) return gp_no_memory(job);
    m->ids = gp_new_names(job);
    if (!m->ids) return gp_no_memory(job);
    GP_TRY(list_requirements(m));
    GP_TRY(emit_calendar(m));
    for (size_t kind = 0; kind < GP_ROW_KINDS; kind++) /* in the order of a file in JSON */
        for (size_t i = 0; i < m->sheets->rows.count; i++)
            if (row_at(m, i)->kind == kind) GP_TRY(emit_row(m, row_at(m, i)));
    for (size_t i = 0; i < m->sheets->rows.count; i++) {
        const gp_sheet_row *row = row_at(m, i);
        if (row->kind == GP_ROW_REQUIREMENT && !row->is_taken) GP_TRY(report_untaken(m, row));
    }
    records->entries = NULL;
    records->sources = NULL;
    return GP_OK;
}
