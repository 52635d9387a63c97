/* SPDX-License-Identifier: MIT
 * `clashes` as CSV: one row per clash, with the remedy that wins most. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/words.h"

/* The remedy that wins most, in the cells of its clash. */
static void add_best_remedy(gp_csv *csv, const gp_network *network, const gp_clash *clash)
{
    const gp_remedy *best = clash->remedies.count ? &clash->remedies.remedies[0] : NULL;
    gp_csv_text(csv, best ? gp_remedy_key(best->kind) : NULL);
    gp_csv_step(csv, network, best ? best->activity : GP_NONE);
    gp_csv_days(csv, best ? best->wins_days : GP_NO_DAYS);
    gp_csv_day(csv, best ? best->new_ready : GP_NO_DAY);
}

gp_status gp_csv_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                         const gp_write_options *options, gp_output *out)
{
    gp_csv csv;
    (void)options;
    const gp_network *network = schedule->network;
    GP_TRY(gp_csv_open(job,
                       "intervention,needed_by,earliest_ready,late_days,late_cycles,driver,"
                       "driver_level,critical_path,from,to,work,round_wait,cycle_wait,lag,"
                       "release_wait,remedy,remedy_id,remedy_level,wins_days,new_ready",
                       &csv));
    for (uint32_t i = 0; i < clashes->count; i++) {
        const gp_clash *clash = &clashes->clashes[i];
        const gp_elapsed *elapsed = &clash->path.elapsed;
        gp_csv_text(&csv, gp_activity_id(network, clash->activity));
        gp_csv_day(&csv, clash->needed_by);
        gp_csv_day(&csv, clash->earliest_ready);
        gp_csv_number(&csv, clash->late_days);
        gp_csv_number(&csv, clash->late_cycles);
        gp_csv_step(&csv, network, clash->driver);
        GP_TRY(gp_csv_chain(job, &csv, network, clash->path.activities, clash->path.count));
        gp_csv_day(&csv, elapsed->from);
        gp_csv_day(&csv, elapsed->to);
        gp_csv_number(&csv, elapsed->work);
        gp_csv_number(&csv, elapsed->round_wait);
        gp_csv_number(&csv, elapsed->cycle_wait);
        gp_csv_number(&csv, elapsed->lag);
        gp_csv_number(&csv, elapsed->release_wait);
        add_best_remedy(&csv, network, clash);
        gp_csv_end(&csv);
    }
    return gp_csv_close(&csv, out);
}
