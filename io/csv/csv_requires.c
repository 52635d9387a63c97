/* SPDX-License-Identifier: MIT
 * What a record requires: the ids in its own cell, and the rows of requirements, which may stand
 * anywhere, in the order in which they stand. */
#include "io/csv/csv_maker.h"

#include <string.h>

/* ---- whose are they? ---- */

gp_status gp_number_of(gp_maker *m, const gp_sheet_cell *id, uint32_t *out)
{
    gp_array *lists[] = {&m->first, &m->last, &m->first_step, &m->last_step};
    const uint32_t none = GP_NONE;
    *out = gp_intern(m->decoder.ids, id->text, strlen(id->text));
    if (*out == GP_NONE) return gp_no_memory(m->records->job);
    for (size_t i = 0; i < 4; i++)
        while (lists[i]->count <= *out)
            if (!gp_push(m->records->job, lists[i], &none, 1)) return gp_no_memory(m->records->job);
    return GP_OK;
}

static void append(gp_maker *m, gp_array *firsts, gp_array *lasts, uint32_t number, uint32_t row)
{
    uint32_t *first = (uint32_t *)firsts->data + number, *last = (uint32_t *)lasts->data + number;
    if (*first == GP_NONE)
        *first = row;
    else
        gp_row_at(m, *last)->next = row;
    *last = row;
}

/* The level that a row is about, where it says one. */
static gp_status find_step(gp_maker *m, gp_sheet_row *row)
{
    const gp_sheet_cell *cell = gp_find_row_cell(m, row, GP_COLUMN_STEP);
    if (!cell && row->kind == GP_ROW_LEVEL) cell = gp_find_row_cell(m, row, GP_COLUMN_LEVEL);
    if (!cell) return GP_OK;
    row->step = gp_decode_level(&m->decoder, cell);
    bool is_wrong = row->kind == GP_ROW_REQUIREMENT && row->step == 0 &&
                    gp_says_something(&m->decoder, cell, "level", GP_CELL_NUMBER);
    if (!is_wrong) return GP_OK;
    const char *shown = gp_copy_cut(m->records->job, cell->text);
    if (!shown) return gp_no_memory(m->records->job);
    gp_finding finding = {
        .code = 106,
        .place = gp_place_in(row->source, cell->spot),
        .arguments = {GP_TEXT("levels"), GP_TEXT(shown), GP_TEXT("1 | 2 | 3 | 4 | 5")}};
    if (gp_find_cell(m->records->job, finding.place, NULL, &finding.cell))
        finding.cell.is_key = finding.cell.heading != NULL;
    return gp_add_finding(m->records->job, &finding);
}

gp_status gp_list_rows(gp_maker *m)
{
    for (uint32_t i = 0; i < m->sheets->rows.count; i++) {
        gp_sheet_row *row = gp_row_at(m, i);
        const gp_sheet_cell *id = gp_find_row_cell(m, row, GP_COLUMN_ID);
        uint32_t number;
        if (row->kind == GP_ROW_KINDS || row->kind == GP_ROW_SETTING || !id) continue;
        GP_TRY(gp_number_of(m, id, &number));
        GP_TRY(find_step(m, row));
        if (row->kind == GP_ROW_REQUIREMENT) append(m, &m->first, &m->last, number, i);
        if (row->kind == GP_ROW_LEVEL) append(m, &m->first_step, &m->last_step, number, i);
    }
    return GP_OK;
}

/* The first requirement of the id of a row, of a step or of none; GP_NONE: there is none. */
static uint32_t find_required(const gp_maker *m, const gp_sheet_row *row, uint8_t step)
{
    const gp_sheet_cell *id = gp_find_row_cell(m, row, GP_COLUMN_ID);
    uint32_t number = id ? gp_find_name(m->decoder.ids, id->text, strlen(id->text)) : GP_NONE;
    uint32_t at = number < m->first.count ? ((const uint32_t *)m->first.data)[number] : GP_NONE;
    while (at != GP_NONE && gp_row_at(m, at)->step != step) at = gp_row_at(m, at)->next;
    return at;
}

bool gp_has_required_rows(const gp_maker *m, const gp_sheet_row *row, uint8_t step)
{
    return find_required(m, row, step) != GP_NONE;
}

static uint32_t next_required(const gp_maker *m, uint32_t row)
{
    uint32_t at = gp_row_at(m, row)->next;
    while (at != GP_NONE && gp_row_at(m, at)->step != gp_row_at(m, row)->step)
        at = gp_row_at(m, at)->next;
    return at;
}

/* ---- one requirement ---- */

static bool is_same_group(const gp_sheet_cell *a, const gp_sheet_cell *b)
{
    return a && b && strcmp(a->text, b->text) == 0;
}

/* A cell of the row that says something; NULL: none. */
static const gp_sheet_cell *find_said(gp_maker *m, const gp_sheet_row *row, uint32_t column,
                                      const char *key)
{
    const gp_sheet_cell *cell = gp_find_row_cell(m, row, column);
    return cell && gp_says_something(&m->decoder, cell, key, GP_CELL_TEXT) ? cell : NULL;
}

static gp_status add_link(gp_maker *m, const char *key, const gp_sheet_cell *cell,
                          gp_cell_shape shape)
{
    if (!cell) return GP_OK;
    gp_add_maker_key(m, key, cell->spot);
    return gp_decode_cell(&m->decoder, cell, key, shape);
}

/* An id, or an object where there is more to say. */
static gp_status add_requirement(gp_maker *m, const gp_sheet_row *row, bool is_alternative)
{
    const gp_sheet_cell *id = gp_find_row_cell(m, row, GP_COLUMN_REQUIRES);
    const gp_sheet_cell *level = find_said(m, row, GP_COLUMN_LEVEL, "level");
    const gp_sheet_cell *by = is_alternative ? NULL : find_said(m, row, GP_COLUMN_BY, "by");
    const gp_sheet_cell *from = find_said(m, row, GP_COLUMN_FROM, "from");
    const gp_sheet_cell *lag = find_said(m, row, GP_COLUMN_LAG, "lag");
    const gp_sheet_cell *own = gp_find_row_cell(m, row, GP_NONE);
    gp_set_tree_source(m->tree, row->source);
    if (id && !gp_is_one_id(&m->decoder, id)) return gp_report_several_ids(&m->decoder, id);
    if (id && !level && !by && !from && !lag && !own) {
        gp_add_text_node(m->tree, id->text, strlen(id->text), id->spot);
        return GP_OK;
    }
    gp_open_node(m->tree, '{', row->spot);
    if (id) gp_add_member(m->tree, "id", id->text, id->spot);
    GP_TRY(add_link(m, "level", level, GP_CELL_NUMBER));
    GP_TRY(add_link(m, "by", by, GP_CELL_TEXT));
    GP_TRY(add_link(m, "from", from, GP_CELL_TEXT));
    GP_TRY(add_link(m, "lag", lag, GP_CELL_TEXT));
    const gp_sheet_cell *cells = gp_cells_of(m, row);
    for (size_t i = 0; i < row->count; i++)
        if (cells[i].column == GP_NONE && cells[i].heading)
            gp_add_member(m->tree, cells[i].heading, cells[i].text, cells[i].spot);
    gp_close_node(m->tree);
    return GP_OK;
}

/* Rows that follow each other in one group are alternatives. *next: the row after them. */
static gp_status add_group(gp_maker *m, uint32_t first, uint32_t *next)
{
    const gp_sheet_row *row = gp_row_at(m, first);
    const gp_sheet_cell *group = gp_find_row_cell(m, row, GP_COLUMN_GROUP), *by = NULL;
    uint32_t at = first;
    gp_set_tree_source(m->tree, row->source);
    gp_open_node(m->tree, '{', row->spot);
    gp_add_maker_key(m, "any", group->spot);
    gp_open_node(m->tree, '[', group->spot);
    while (at != GP_NONE &&
           is_same_group(group, gp_find_row_cell(m, gp_row_at(m, at), GP_COLUMN_GROUP))) {
        if (!by) by = find_said(m, gp_row_at(m, at), GP_COLUMN_BY, "by");
        GP_TRY(add_requirement(m, gp_row_at(m, at), true));
        at = next_required(m, at);
    }
    gp_close_node(m->tree);
    GP_TRY(add_link(m, "by", by, GP_CELL_TEXT));
    gp_close_node(m->tree);
    *next = at;
    return GP_OK;
}

static gp_status add_required_rows(gp_maker *m, uint32_t first)
{
    for (uint32_t at = first; at != GP_NONE; at = next_required(m, at))
        gp_row_at(m, at)->is_taken = true;
    while (first != GP_NONE) {
        const gp_sheet_row *row = gp_row_at(m, first);
        if (gp_find_row_cell(m, row, GP_COLUMN_GROUP)) {
            GP_TRY(add_group(m, first, &first));
            continue;
        }
        GP_TRY(add_requirement(m, row, false));
        first = next_required(m, first);
    }
    return GP_OK;
}

gp_status gp_add_requires(gp_maker *m, const gp_sheet_row *row, const gp_sheet_cell *cell,
                          uint8_t step)
{
    uint32_t first = find_required(m, row, step);
    if (cell && !gp_says_something(&m->decoder, cell, "requires", GP_CELL_IDS)) cell = NULL;
    if (!cell && first == GP_NONE) return GP_OK;
    gp_spot spot = cell ? cell->spot : row->spot;
    gp_add_maker_key(m, "requires", spot);
    gp_open_node(m->tree, '[', spot);
    if (cell) GP_TRY(gp_decode_ids(&m->decoder, cell, "requires"));
    GP_TRY(add_required_rows(m, first));
    gp_close_node(m->tree);
    return GP_OK;
}

/* ---- rows of nobody ---- */

/* A requirement, or a level, of an id that is in no row. */
static gp_status report_untaken(gp_maker *m, const gp_sheet_row *row)
{
    static const gp_argument expected[] = {
        GP_WORDS_ROW("the id of an intervention or capability in a sheet",
                     "de id van een interventie of capability in een werkblad"),
        GP_WORDS_ROW("the id of a capability in a sheet",
                     "de id van een capability in een werkblad")};
    static const gp_argument wheres[] = {GP_WORDS_ROW("a requirement", "een eis"),
                                         GP_WORDS_ROW("a level", "een niveau")};
    gp_job *job = m->records->job;
    bool is_level = row->kind == GP_ROW_LEVEL;
    const gp_sheet_cell *id = gp_find_row_cell(m, row, GP_COLUMN_ID);
    gp_place place = gp_place_in(row->source, id ? id->spot : row->spot);
    if (!id) return gp_missing_key(m->records, "id", wheres[is_level], place);
    const char *shown = gp_copy_cut(job, id->text);
    if (!shown) return gp_no_memory(job);
    gp_finding finding = {.code = 106,
                          .place = place,
                          .arguments = {GP_TEXT("id"), GP_TEXT(shown), expected[is_level]}};
    if (gp_find_cell(job, place, NULL, &finding.cell))
        finding.cell.is_key = finding.cell.heading != NULL;
    return gp_add_finding(job, &finding);
}

gp_status gp_report_untaken(gp_maker *m)
{
    for (size_t i = 0; i < m->sheets->rows.count; i++) {
        const gp_sheet_row *row = gp_row_at(m, i);
        bool is_part = row->kind == GP_ROW_REQUIREMENT || row->kind == GP_ROW_LEVEL;
        if (is_part && !row->is_taken) GP_TRY(report_untaken(m, row));
    }
    return GP_OK;
}
