/* SPDX-License-Identifier: MIT
 * `compare` as CSV: a row for each intervention and each edit that matters to it; one without any
 * has a row without an edit. */
#include "io/answers/answers.h"
#include "io/answers/compare_rows.h"
#include "io/answers/csv_parts.h"

/* A text as it is, anything else as JSON. NULL: there is none, or memory ran out. */
static const char *plain(gp_job *job, const char *value)
{
    size_t size = value ? strlen(value) : 0;
    bool is_text = size >= 2 && value[0] == '"' && !strchr(value, '\\');
    return is_text ? gp_copy_text(job, value + 1, size - 2) : value;
}

static void add_live(gp_csv *csv, const gp_moved_live *live)
{
    gp_csv_text(csv, live->id);
    gp_csv_day(csv, live->old_ready);
    gp_csv_day(csv, live->new_ready);
    gp_csv_days(csv, live->days);
    gp_csv_days(csv, live->old_late_days);
    gp_csv_days(csv, live->new_late_days);
}

gp_status gp_csv_compare(gp_job *job, const gp_comparison *comparison,
                         const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    GP_TRY(gp_csv_open(job,
                       "intervention,old_ready,new_ready,days,old_late_days,new_late_days,edit,"
                       "old,new,share,alone,without,estimated",
                       &csv));
    for (uint32_t i = 0; i < comparison->live_count; i++) {
        const gp_moved_live *live = &comparison->lives[i];
        uint32_t rows = live->because_count ? live->because_count : 1;
        if (!gp_shows_live(comparison, live, options->filter)) continue;
        for (uint32_t k = 0; k < rows; k++) {
            const gp_edit_share *share = k < live->because_count ? &live->because[k] : NULL;
            const gp_edit *edit = share ? &comparison->edits->edits[share->edit] : NULL;
            const char *name = edit ? gp_edit_name(job, edit) : NULL;
            if (edit && !name) return gp_no_memory(job);
            add_live(&csv, live);
            gp_csv_text(&csv, name);
            gp_csv_text(&csv, edit ? plain(job, edit->old_value) : NULL);
            gp_csv_text(&csv, edit ? plain(job, edit->new_value) : NULL);
            gp_csv_days(&csv, share ? share->share : GP_NO_DAYS);
            gp_csv_days(&csv, share ? share->alone : GP_NO_DAYS);
            gp_csv_days(&csv, share ? share->without : GP_NO_DAYS);
            gp_csv_truth(&csv, live->is_estimated);
            gp_csv_end(&csv);
        }
    }
    return gp_csv_close(&csv, out);
}
