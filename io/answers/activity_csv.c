/* SPDX-License-Identifier: MIT
 * One activity of a plan as cells of a CSV file, for `plan` and `path`. */
#include "io/answers/activity.h"
#include "io/answers/words.h"

void gp_csv_activity(gp_csv *csv, const gp_schedule *schedule, uint32_t activity, uint32_t order)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    gp_csv_number(csv, order);
    gp_csv_step(csv, network, activity);
    gp_csv_text(csv, gp_kind_key(network->activities[activity].kind));
    gp_csv_text(csv, gp_activity_name(network, activity));
    gp_csv_number(csv, network->layer[activity]);
    gp_csv_day(csv, dates->earliest_start);
    gp_csv_day(csv, dates->earliest_ready);
    gp_csv_day(csv, dates->latest_start);
    gp_csv_day(csv, dates->latest_ready);
    gp_csv_days(csv, dates->float_days);
    gp_csv_days(csv, dates->buffer_days);
    gp_csv_day(csv, dates->identify_by);
    gp_csv_truth(csv, dates->is_critical);
    gp_csv_truth(csv, dates->not_before);
    gp_csv_step(csv, network, gp_driver(schedule, activity));
    gp_csv_record_keys(csv, network->portfolio, network->activities[activity].symbol);
}
