/* SPDX-License-Identifier: MIT
 * `gaps` as CSV: one row per gap of any kind. */
#include "groeipad/demand.h"
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"

/* A row of any of the five kinds of gap; a level of 0 and a NULL are empty cells. */
typedef struct gap_row {
    const char *kind;
    uint32_t symbol;
    uint8_t level, reachable_level;
    gp_symbols asked_by;
    const char *did_you_mean;
} gap_row;

static gp_status add_gap(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio, gap_row row)
{
    gp_csv_text(csv, row.kind);
    gp_csv_text(csv, portfolio->ids[row.symbol]);
    gp_csv_level(csv, row.level);
    gp_csv_level(csv, row.reachable_level);
    GP_TRY(gp_csv_ids(job, csv, portfolio, row.asked_by));
    gp_csv_text(csv, row.did_you_mean);
    gp_csv_end(csv);
    return GP_OK;
}

static gp_status add_absent(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                            const gp_gaps *gaps)
{
    for (uint32_t i = 0; i < gaps->missing_count; i++) {
        const gp_missing_gap *gap = &gaps->missing[i];
        GP_TRY(add_gap(job, csv, portfolio,
                       (gap_row){.kind = "missing",
                                 .symbol = gap->symbol,
                                 .asked_by = gap->required_by,
                                 .did_you_mean = gap->did_you_mean}));
    }
    for (uint32_t i = 0; i < gaps->unplanned_count; i++) {
        const gp_unplanned_gap *gap = &gaps->unplanned[i];
        GP_TRY(add_gap(job, csv, portfolio,
                       (gap_row){.kind = "unplanned",
                                 .symbol = gap->symbol,
                                 .level = gap->level,
                                 .asked_by = gap->required_by}));
    }
    for (uint32_t i = 0; i < gaps->unreached_count; i++) {
        const gp_unreached_gap *gap = &gaps->unreached[i];
        GP_TRY(add_gap(job, csv, portfolio,
                       (gap_row){.kind = "unreached",
                                 .symbol = gap->symbol,
                                 .level = gap->required_level,
                                 .reachable_level = gap->reachable_level,
                                 .asked_by = gap->required_by}));
    }
    return GP_OK;
}

static void add_forgotten(gp_csv *csv, const gp_portfolio *portfolio, const gp_gaps *gaps)
{
    for (uint32_t i = 0; i < gaps->forgotten.count; i++) {
        const gp_forgotten *row = &gaps->forgotten.rows[i];
        gp_csv_text(csv, "catalogue");
        gp_csv_text(csv, gaps->catalogue->ids[row->symbol]);
        gp_csv_text(csv, NULL);
        gp_csv_text(csv, NULL);
        gp_csv_text(csv, portfolio->ids[row->capability]);
        gp_csv_text(csv, NULL);
        gp_csv_end(csv);
    }
}

gp_status gp_csv_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                      const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    GP_TRY(gp_csv_open(job, "gap,id,level,reachable_level,asked_by,did_you_mean", &csv));
    GP_TRY(add_absent(job, &csv, portfolio, gaps));
    for (uint32_t i = 0; i < gaps->unfounded_count; i++)
        GP_TRY(add_gap(job, &csv, portfolio,
                       (gap_row){.kind = "unfounded", .symbol = gaps->unfounded[i]}));
    for (uint32_t i = 0; i < gaps->premature_count; i++) {
        const gp_premature_gap *gap = &gaps->premature[i];
        GP_TRY(add_gap(
            job, &csv, portfolio,
            (gap_row){.kind = "premature", .symbol = gap->symbol, .asked_by = gap->explored_by}));
    }
    add_forgotten(&csv, portfolio, gaps);
    return gp_csv_close(&csv, out);
}
