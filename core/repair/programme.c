/* SPDX-License-Identifier: MIT
 * How a programme is put together. */
#include "core/repair/programme.h"

gp_status gp_new_programme(gp_job *job, uint32_t columns, gp_programme **out)
{
    gp_programme *made = GP_NEW(job, gp_programme, 1);
    if (!made) return gp_no_memory(job);
    *made = (gp_programme){.job = job,
                           .columns = columns,
                           .cost = GP_NEW(job, double, columns),
                           .lower = GP_NEW(job, double, columns),
                           .upper = GP_NEW(job, double, columns),
                           .is_whole = GP_NEW(job, bool, columns),
                           .rows = {.size = sizeof(gp_row)},
                           .entry_columns = {.size = sizeof(uint32_t)},
                           .entry_values = {.size = sizeof(double)}};
    if (!made->cost || !made->lower || !made->upper || !made->is_whole) return gp_no_memory(job);
    for (uint32_t i = 0; i < columns; i++) made->is_whole[i] = true;
    *out = made;
    return GP_OK;
}

gp_status gp_add_row(gp_programme *programme, double lower, double upper)
{
    gp_row row = {.lower = lower, .upper = upper, .first = programme->entry_columns.count};
    return gp_push(programme->job, &programme->rows, &row, 1) ? GP_OK
                                                              : gp_no_memory(programme->job);
}

gp_status gp_add_entry(gp_programme *programme, uint32_t column, double value)
{
    if (!gp_push(programme->job, &programme->entry_columns, &column, 1) ||
        !gp_push(programme->job, &programme->entry_values, &value, 1))
        return gp_no_memory(programme->job);
    gp_row *rows = programme->rows.data;
    rows[programme->rows.count - 1].count++;
    return GP_OK;
}
