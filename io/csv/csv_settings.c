/* SPDX-License-Identifier: MIT
 * Rows of settings: a key at the top of a portfolio and its value. Those of the calendar make one.
 */
#include "io/csv/csv_maker.h"
#include "io/door.h"

#include <string.h>

static const gp_word names[] = {
    {"title", "titel", {NULL}},        {"status_date", "peildatum", {"statusdatum"}},
    {"language", "taal", {NULL}},      {"planning", "planning", {NULL}},
    {"cycle", "cyclus", {NULL}},       {"cost_unit", "kosteneenheid", {"eenheid van kosten"}},
    {"workdays", "werkdagen", {NULL}}, {"holidays", "vrije dagen", {"feestdagen"}},
    {"groeipad", "groeipad", {NULL}},
};
static const gp_choice settings = {names, sizeof names / sizeof *names, "", 0};

/* As files call it; a name that is not known is reported as it stands. */
static const char *key_of(const gp_sheet_cell *cell)
{
    const char *key = gp_read_word(&settings, cell->text);
    return key ? key : cell->text;
}

static bool is_of_calendar(const char *key)
{
    return strcmp(key, "workdays") == 0 || strcmp(key, "holidays") == 0;
}

static gp_cell_shape shape_of(const char *key)
{
    if (is_of_calendar(key)) return GP_CELL_IDS;
    if (strcmp(key, "planning") == 0) return GP_CELL_PLANNING;
    if (strcmp(key, "status_date") == 0) return GP_CELL_DAY;
    return gp_holds_number(key) ? GP_CELL_NUMBER : GP_CELL_TEXT;
}

/* Key and value of a row; false: there is nothing to set. */
static bool find_setting(gp_maker *m, const gp_sheet_row *row, const gp_sheet_cell **key,
                         const gp_sheet_cell **value)
{
    *key = gp_find_row_cell(m, row, GP_COLUMN_ID);
    *value = gp_find_row_cell(m, row, GP_COLUMN_VALUE);
    if (row->kind != GP_ROW_SETTING || !*key || !*value) return false;
    return gp_says_something(&m->decoder, *value, key_of(*key), shape_of(key_of(*key)));
}

gp_status gp_emit_setting(gp_maker *m, const gp_sheet_row *row)
{
    const gp_sheet_cell *key, *value;
    if (!find_setting(m, row, &key, &value) || is_of_calendar(key_of(key))) return GP_OK;
    gp_start_tree(m->tree);
    gp_set_tree_source(m->tree, row->source);
    GP_TRY(gp_decode_cell(&m->decoder, value, key_of(key), shape_of(key_of(key))));
    return gp_emit(m->records, key_of(key), m->tree);
}

gp_status gp_emit_calendar(gp_maker *m)
{
    bool is_there = false;
    gp_start_tree(m->tree);
    for (size_t i = 0; i < m->sheets->rows.count; i++) {
        const gp_sheet_row *row = gp_row_at(m, i);
        const gp_sheet_cell *key, *value;
        if (!find_setting(m, row, &key, &value) || !is_of_calendar(key_of(key))) continue;
        gp_set_tree_source(m->tree, row->source);
        if (!is_there) gp_open_node(m->tree, '{', row->spot);
        is_there = true;
        gp_add_maker_key(m, key_of(key), key->spot);
        GP_TRY(gp_decode_cell(&m->decoder, value, key_of(key), GP_CELL_IDS));
    }
    if (!is_there) return GP_OK;
    gp_close_node(m->tree);
    return gp_emit(m->records, "calendar", m->tree);
}
