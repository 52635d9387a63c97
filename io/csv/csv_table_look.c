/* SPDX-License-Identifier: MIT
 * Where is what in a table that was made? */
#include "io/csv/csv_table.h"

const char *const gp_csv_parts[] = {
    "portfolio", "interventions", "capabilities", "requirements", "measurements",
    "levels",    "risks",         "correlations", "measures",     NULL};

#define KIND(kind) GP_BIT(GP_ROW_##kind)
static const uint16_t part_kinds[] = {KIND(SETTING) | KIND(DIMENSION) | KIND(SEGMENT) |
                                          KIND(SITUATION) | KIND(SCENARIO),
                                      KIND(INTERVENTION),
                                      KIND(CAPABILITY),
                                      KIND(REQUIREMENT),
                                      KIND(MEASUREMENT),
                                      KIND(LEVEL),
                                      KIND(RISK),
                                      KIND(CORRELATION),
                                      KIND(MEASURE)};
#undef KIND

uint16_t gp_kinds_of_part(const char *part)
{
    for (size_t i = 0; part && gp_csv_parts[i]; i++)
        if (strcmp(gp_csv_parts[i], part) == 0) return part_kinds[i];
    return GP_BIT(GP_ROW_KINDS) - 1;
}

const gp_table_cell *gp_find_table_cell(const gp_sheet_table *table, const gp_table_row *row,
                                        size_t column)
{
    const gp_table_cell *cells = (const gp_table_cell *)table->cells.data + row->first;
    bool is_own = column >= table->column_count;
    for (size_t i = 0; i < row->count; i++)
        if (is_own
                ? cells[i].heading && cells[i].heading == table->own[column - table->column_count]
                : cells[i].column == table->columns[column])
            return &cells[i];
    return NULL;
}

const char *gp_table_heading(const gp_sheet_table *table, size_t column, gp_language language)
{
    size_t count;
    if (column >= table->column_count) return table->own[column - table->column_count];
    return gp_sheet_columns(&count)[table->columns[column]].words[language];
}
