/* SPDX-License-Identifier: MIT
 * A programme of which parts have no row in common is solved part by part: together, each solution
 * of one would be tried with those of the others. */
#include "core/repair/programme.h"

typedef struct apart {
    gp_job *job;
    const gp_programme *whole;
    uint32_t *above;     /* by column: another of its part, nearer to the first; or itself */
    uint32_t *part, *at; /* by column: which part, and which column there; GP_NONE: in no row */
    uint32_t *part_of_row;
    uint32_t part_count;
    gp_programme **parts;
} apart;

static const gp_row *row_at(const apart *a, size_t number)
{
    return (const gp_row *)a->whole->rows.data + number;
}

static const uint32_t *columns_of(const apart *a, const gp_row *row)
{
    const uint32_t *columns = a->whole->entry_columns.data;
    return columns ? columns + row->first : NULL; /* no row has any */
}

static uint32_t first_of(apart *a, uint32_t column)
{
    while (a->above[column] != column) column = a->above[column] = a->above[a->above[column]];
    return column;
}

static void join_columns(apart *a)
{
    for (uint32_t j = 0; j < a->whole->columns; j++) a->above[j] = j;
    for (size_t i = 0; i < a->whole->rows.count; i++) {
        const gp_row *row = row_at(a, i);
        const uint32_t *columns = columns_of(a, row);
        for (uint32_t k = 1; k < row->count; k++) {
            uint32_t x = first_of(a, columns[0]), y = first_of(a, columns[k]);
            a->above[x < y ? y : x] = x < y ? x : y;
        }
    }
}

/* Rows without a column belong to the first part, which then has no solution if they have none. */
static void number_parts(apart *a)
{
    for (uint32_t j = 0; j < a->whole->columns; j++) a->part[j] = GP_NONE;
    for (size_t i = 0; i < a->whole->rows.count; i++) {
        const gp_row *row = row_at(a, i);
        if (row->count == 0) continue;
        uint32_t first = first_of(a, columns_of(a, row)[0]);
        if (a->part[first] == GP_NONE) a->part[first] = a->part_count++;
        a->part_of_row[i] = a->part[first];
    }
    for (uint32_t j = 0; j < a->whole->columns; j++) a->part[j] = a->part[first_of(a, j)];
}

static gp_status make_parts(apart *a)
{
    const gp_programme *whole = a->whole;
    const double *values = whole->entry_values.data;
    uint32_t *columns = GP_NEW(a->job, uint32_t, a->part_count);
    a->parts = GP_NEW(a->job, gp_programme *, a->part_count);
    if (!columns || !a->parts) return gp_no_memory(a->job);
    for (uint32_t j = 0; j < whole->columns; j++)
        if (a->part[j] != GP_NONE) a->at[j] = columns[a->part[j]]++;
    for (uint32_t p = 0; p < a->part_count; p++)
        GP_TRY(gp_new_programme(a->job, columns[p], &a->parts[p]));
    for (uint32_t j = 0; j < whole->columns; j++) {
        if (a->part[j] == GP_NONE) continue;
        gp_programme *part = a->parts[a->part[j]];
        part->cost[a->at[j]] = whole->cost[j];
        part->lower[a->at[j]] = whole->lower[j];
        part->upper[a->at[j]] = whole->upper[j];
        part->is_whole[a->at[j]] = whole->is_whole[j];
    }
    for (size_t i = 0; i < whole->rows.count; i++) {
        const gp_row *row = row_at(a, i);
        gp_programme *part = a->parts[a->part_of_row[i]];
        GP_TRY(gp_add_row(part, row->lower, row->upper));
        for (uint32_t k = 0; k < row->count; k++)
            GP_TRY(gp_add_entry(part, a->at[columns_of(a, row)[k]], values[row->first + k]));
    }
    return GP_OK;
}

/* Which value a column takes where nothing else is in its way. */
static double free_value(const gp_programme *whole, uint32_t column)
{
    return whole->cost[column] < 0 ? whole->upper[column] : whole->lower[column];
}

/* No part comes to less than this. */
static double least_of(const gp_programme *part)
{
    double least = 0;
    for (uint32_t j = 0; j < part->columns; j++) least += part->cost[j] * free_value(part, j);
    return least;
}

/* Solves one part, from what is known of it; `known` tells whether the whole has values. */
static gp_status solve_part(apart *a, uint32_t number, gp_spending *spending, bool is_known,
                            double *values, gp_solution *out)
{
    const gp_programme *part = a->parts[number];
    *out = (gp_solution){.has_values = is_known,
                         .value = is_known ? 0 : GP_NO_BOUND,
                         .values = GP_NEW(a->job, double, part->columns)};
    if (!out->values) return gp_no_memory(a->job);
    for (uint32_t j = 0; is_known && j < a->whole->columns; j++) {
        if (a->part[j] != number) continue;
        out->values[a->at[j]] = values[j];
        out->value += part->cost[a->at[j]] * values[j];
    }
    GP_TRY(gp_solve_together(a->job, part, spending, out));
    double least = least_of(part);
    if (out->bound < least) out->bound = least;
    for (uint32_t j = 0; out->has_values && j < a->whole->columns; j++)
        if (a->part[j] == number) values[j] = out->values[a->at[j]];
    return GP_OK;
}

static gp_status solve_parts(apart *a, gp_spending *spending, gp_solution *solution)
{
    gp_solution all = {.has_values = true, .is_proven = true, .values = solution->values};
    for (uint32_t j = 0; j < a->whole->columns; j++) {
        if (a->part[j] != GP_NONE) continue;
        all.values[j] = free_value(a->whole, j);
        all.value = all.bound += a->whole->cost[j] * all.values[j];
    }
    for (uint32_t p = 0; p < a->part_count; p++) {
        gp_solution part;
        GP_TRY(solve_part(a, p, spending, solution->has_values, all.values, &part));
        all.has_values &= part.has_values;
        all.is_proven &= part.is_proven;
        all.value += part.value;
        all.bound += part.bound;
    }
    if (!all.has_values || (!solution->has_values && all.value >= solution->value)) {
        all.has_values = false;
        all.value = solution->value;
    }
    *solution = all;
    return GP_OK;
}

gp_status gp_solve_programme(gp_job *job, const gp_programme *programme, gp_spending *spending,
                             gp_solution *solution)
{
    gp_job *scratch = gp_job_new();
    if (!scratch) return gp_no_memory(job);
    apart a = {.job = scratch,
               .whole = programme,
               .above = GP_NEW(scratch, uint32_t, programme->columns),
               .part = GP_NEW(scratch, uint32_t, programme->columns),
               .at = GP_NEW(scratch, uint32_t, programme->columns),
               .part_of_row = GP_NEW(scratch, uint32_t, programme->rows.count)};
    gp_status status = GP_NO_MEMORY;
    if (a.above && a.part && a.at && a.part_of_row) {
        join_columns(&a);
        number_parts(&a);
        status = a.part_count > 1 ? make_parts(&a) : GP_OK;
    }
    if (status == GP_OK)
        status = a.part_count > 1 ? solve_parts(&a, spending, solution)
                                  : gp_solve_together(scratch, programme, spending, solution);
    gp_job_free(scratch);
    return status == GP_NO_MEMORY ? gp_no_memory(job) : status;
}
