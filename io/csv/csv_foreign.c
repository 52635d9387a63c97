/* SPDX-License-Identifier: MIT
 * Counts the rows that are left out by what they call themselves: a sheet of somebody else has
 * remarks, totals and kinds of its own, and nothing of it goes in silence. */
#include "io/csv/csv_foreign.h"
#include "core/names.h"

#include <string.h>

typedef struct foreign {
    const char *word; /* as the first of them has it */
    gp_place place;
    int64_t count;
} foreign;

struct gp_foreign_rows {
    gp_names *words;
    gp_array rows; /* foreign, by number of the word */
};

static struct gp_foreign_rows *need_rows(gp_worksheet *sheet)
{
    gp_job *job = sheet->records->job;
    if (sheet->all->foreign) return sheet->all->foreign;
    struct gp_foreign_rows *new = GP_NEW(job, struct gp_foreign_rows, 1);
    if (!new) return NULL;
    new->rows.size = sizeof(foreign);
    new->words = gp_new_names(job);
    return new->words ? sheet->all->foreign = new : NULL;
}

gp_status gp_leave_out_row(gp_worksheet *sheet, const gp_raw_cell *kind)
{
    gp_job *job = sheet->records->job;
    struct gp_foreign_rows *all = need_rows(sheet);
    if (!all) return gp_no_memory(job);
    uint32_t number = gp_intern(all->words, kind->text, strlen(kind->text));
    if (number == GP_NONE) return gp_no_memory(job);
    if (number < all->rows.count) {
        ((foreign *)all->rows.data)[number].count++;
        return GP_OK;
    }
    const foreign new = {.word = gp_copy_cut(job, kind->text),
                         .place = gp_place_in(sheet->source, kind->spot),
                         .count = 1};
    return new.word &&gp_push(job, &all->rows, &new, 1) ? GP_OK : gp_no_memory(job);
}

gp_status gp_report_foreign_rows(gp_records *records)
{
    const struct gp_foreign_rows *all = records->sheets->foreign;
    bool is_strict = records->options && records->options->is_strict;
    const foreign *rows = all ? all->rows.data : NULL;
    for (size_t i = 0; all && i < all->rows.count; i++)
        GP_TRY(gp_add_finding(
            records->job,
            &(gp_finding){.code = is_strict ? 126 : 125,
                          .place = rows[i].place,
                          .arguments = {GP_NUMBER(rows[i].count), GP_WORDS("rows", "rijen"),
                                        GP_TEXT(rows[i].word),
                                        GP_WORDS("no kind of row of a portfolio is called that",
                                                 "zo heet geen soort rij van een portfolio")}}));
    return GP_OK;
}
