/* SPDX-License-Identifier: MIT
 * Makes records of the rows of spreadsheets: cells become keys and values, and what is required
 * joins the record that requires it. Places are those of the cells. */
#include "io/csv/csv_foreign.h"
#include "io/csv/csv_maker.h"
#include "io/csv/csv_names.h"
#include "io/formats.h"

#include <string.h>

/* Only capabilities have levels: elsewhere such a column is reported by the table of the record. */
static void add_foreign_steps(gp_maker *m, const gp_sheet_row *row)
{
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    const gp_heading *headings = row->sheet->headings.data;
    for (size_t i = 0; row->kind != GP_ROW_CAPABILITY && i < row->count; i++)
        if (cells[i].step)
            gp_add_member(m->tree, headings[cells[i].number - 1].text, cells[i].text,
                          cells[i].spot);
}

/* A risk that affects nothing has nothing in that cell. */
static void add_empty_list(gp_maker *m, const gp_sheet_row *row)
{
    static const char key[] = "affects";
    size_t count;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].column != GP_NONE && strcmp(columns[cells[i].column].key, key) == 0 &&
            gp_says_something(&m->decoder, &cells[i], key, GP_CELL_IDS))
            return;
    gp_add_maker_key(m, key, row->spot);
    gp_open_node(m->tree, '[', row->spot);
    gp_close_node(m->tree);
}

static gp_status emit_record(gp_maker *m, const gp_sheet_row *row)
{
    gp_start_tree(m->tree);
    gp_set_tree_source(m->tree, row->source);
    gp_open_node(m->tree, '{', row->spot);
    GP_TRY(gp_add_cells(m, row, NULL, 0));
    GP_TRY(gp_add_cells(m, row, "applies", 0));
    GP_TRY(gp_add_cells(m, row, "aspects", 0));
    GP_TRY(gp_add_cells(m, row, "mitigated", 0));
    if (row->kind == GP_ROW_RISK) add_empty_list(m, row);
    add_foreign_steps(m, row);
    if (row->kind == GP_ROW_CAPABILITY) GP_TRY(gp_add_levels(m, row));
    GP_TRY(gp_add_requires(m, row, gp_find_row_cell(m, row, GP_COLUMN_REQUIRES), 0));
    gp_set_tree_source(m->tree, row->source);
    gp_close_node(m->tree);
    return gp_emit(m->records, gp_row_list(row->kind), m->tree);
}

/* Settings and requirements are no records, so no table looks at cells that they have no use for.
 */
static gp_status report_unused(gp_maker *m, const gp_sheet_row *row)
{
    static const gp_argument wheres[] = {GP_WORDS_ROW("a setting", "een instelling"),
                                         GP_WORDS_ROW("a requirement", "een eis")};
    size_t count;
    bool is_requirement = row->kind == GP_ROW_REQUIREMENT;
    const gp_sheet_column *columns = gp_sheet_columns(&count);
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    for (size_t i = 0; i < row->count; i++) {
        bool is_own = cells[i].column == GP_NONE;
        bool is_used = is_own ? is_requirement : columns[cells[i].column].kinds >> row->kind & 1;
        if (is_used && cells[i].step == 0) continue;
        const char *key =
            gp_copy_cut(m->records->job, is_own ? cells[i].heading : columns[cells[i].column].key);
        if (!key) return gp_no_memory(m->records->job);
        gp_finding finding = {.code = 104,
                              .place = gp_place_in(row->source, cells[i].spot),
                              .arguments = {GP_TEXT(key), wheres[is_requirement]}};
        const gp_heading *headings = row->sheet->headings.data;
        if (gp_find_cell(m->records->job, finding.place, NULL, &finding.cell)) {
            finding.cell.heading = headings[cells[i].number - 1].text;
            finding.cell.is_key = true;
        }
        GP_TRY(gp_add_finding(m->records->job, &finding));
    }
    return GP_OK;
}

static gp_status emit_row(gp_maker *m, const gp_sheet_row *row)
{
    if (row->kind == GP_ROW_LEVEL) return GP_OK; /* with its capability */
    bool is_record = row->kind != GP_ROW_SETTING && row->kind != GP_ROW_REQUIREMENT;
    if (is_record) return emit_record(m, row);
    GP_TRY(report_unused(m, row));
    return row->kind == GP_ROW_SETTING ? gp_emit_setting(m, row) : GP_OK;
}

/* ---- all of them ---- */

static gp_status start_maker(gp_records *records, gp_maker **out)
{
    gp_job *job = records->job;
    gp_maker *m = GP_NEW(job, gp_maker, 1); /* it holds arrays */
    if (!m) return gp_no_memory(job);
    *m = (gp_maker){.records = records, .sheets = records->sheets, .tree = gp_new_tree(job)};
    m->first.size = m->last.size = sizeof(uint32_t);
    m->first_step.size = m->last_step.size = sizeof(uint32_t);
    m->decoder = (gp_decoder){.records = records,
                              .tree = m->tree,
                              .scratch = gp_new_buffer(job),
                              .ids = gp_new_names(job)};
    if (!m->tree || !m->decoder.scratch || !m->decoder.ids) return gp_no_memory(job);
    *out = m;
    return GP_OK;
}

gp_status gp_emit_sheets(gp_records *records)
{
    gp_maker *m;
    if (!records->sheets) return GP_OK;
    GP_TRY(gp_end_column_names(records));
    GP_TRY(start_maker(records, &m));
    GP_TRY(gp_list_rows(m));
    GP_TRY(gp_emit_calendar(m));
    for (size_t kind = 0; kind < GP_ROW_KINDS; kind++) /* in the order of a file in JSON */
        for (size_t i = 0; i < m->sheets->rows.count; i++)
            if (gp_row_at(m, i)->kind == kind) GP_TRY(emit_row(m, gp_row_at(m, i)));
    GP_TRY(gp_report_untaken(m));
    GP_TRY(gp_report_foreign_rows(records));
    records->entries = NULL;
    records->sources = NULL;
    return GP_OK;
}
