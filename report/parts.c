/* SPDX-License-Identifier: MIT
 * Which parts has a report, and who makes them? The rows of two tables, one after the other. */
#include "report/parts.h"

#include <string.h>

static const gp_part_row *const tables[] = {gp_answer_parts, gp_picture_parts};
#define TABLES (sizeof tables / sizeof *tables)

static bool is_there(const gp_report *report, const gp_part_row *row)
{
    return !row->is_there || row->is_there(report);
}

const char *gp_report_part_at(const gp_report *report, size_t index)
{
    for (size_t t = 0; t < TABLES; t++)
        for (const gp_part_row *row = tables[t]; row->name; row++)
            if (is_there(report, row) && index-- == 0) return row->name;
    return NULL;
}

const gp_part_row *gp_find_part(const gp_report *report, const char *name)
{
    for (size_t t = 0; t < TABLES; t++)
        for (const gp_part_row *row = tables[t]; row->name; row++)
            if (strcmp(row->name, name) == 0 && is_there(report, row)) return row;
    return NULL;
}

gp_status gp_make_report_part(gp_job *job, const gp_report *report, const char *name,
                              gp_output *out)
{
    const gp_part_row *row = gp_find_part(report, name);
    return row ? row->make(job, report, row, out) : GP_WRONG_OPTION;
}
