/* SPDX-License-Identifier: MIT
 * The fields of when interventions are live, and what the days until then go to. */
#include "io/answers/answers.h"
#include "io/answers/csv_finish.h"
#include "io/answers/field.h"
#include "io/answers/record_fields.h"

static const gp_field live_fields[] = {
    {"intervention", "intervention", GP_STEP_ID_AT(gp_live, activity)},
    {"needed_by", "needed_by", GP_DAY_AT(gp_live, needed_by)},
    {"earliest_ready", "earliest_ready", GP_DAY_AT(gp_live, ready)},
    {"late_days", "late_days", GP_DAYS_AT(gp_live, late_days)},
    {"late_cycles", "late_cycles", GP_CYCLES_AT(gp_live, late_cycles)},
    {"driver", "driver", GP_STEP_AT(gp_live, driver)},
    {"elapsed", NULL, GP_RECORD_AT(gp_live, elapsed, gp_elapsed_fields)},
    GP_RECORD_FIELDS,
    {0},
};

static const gp_field lives_fields[] = {
    {"interventions", NULL, GP_ROWS_AT(gp_lives, lives, count, live_fields), .lines = GP_LINES_ALL},
    {0},
};

gp_status gp_write_lives(gp_job *job, const gp_schedule *schedule, const gp_lives *lives,
                         const gp_write_options *options, gp_output *out)
{
    gp_answer answer = {.job = job,
                        .name = "interventions",
                        .portfolio = schedule->network->portfolio,
                        .network = schedule->network,
                        .record = lives,
                        .language = options->language,
                        .point = gp_csv_separator(options) == ';' ? ',' : '.'};
    gp_status status = gp_write_fields(&answer, lives_fields, options->format, out);
    return options->format == GP_FORMAT_CSV ? gp_finish_csv(job, options, status, out) : status;
}
