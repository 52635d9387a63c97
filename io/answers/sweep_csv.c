/* SPDX-License-Identifier: MIT
 * `compare --sweep` as CSV: a row for each value and each intervention. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"

gp_status gp_csv_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                       const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    GP_TRY(gp_csv_open(job,
                       "target,value,other_target,other_value,late,late_days_in_all,intervention,"
                       "ready,late_days",
                       &csv));
    for (uint32_t r = 0; r < sweep->row_count; r++) {
        const gp_sweep_row *row = &sweep->rows[r];
        for (uint32_t i = 0; i < sweep->symbol_count; i++) {
            for (uint32_t a = 0; a < GP_SWEEP_AXES_MAX; a++) {
                gp_csv_text(&csv, a < sweep->axis_count ? sweep->axes[a].target : NULL);
                gp_csv_text(&csv, row->values[a]);
            }
            gp_csv_number(&csv, row->late);
            gp_csv_number(&csv, row->late_days);
            gp_csv_text(&csv, portfolio->ids[sweep->symbols[i]]);
            gp_csv_day(&csv, row->lives[i].ready);
            gp_csv_days(&csv, row->lives[i].late_days);
            gp_csv_end(&csv);
        }
    }
    return gp_csv_close(&csv, out);
}
