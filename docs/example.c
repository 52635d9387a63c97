// SPDX-License-Identifier: MIT
#include "groeipad/io.h"

#include <stdio.h>

/* Prints when every intervention of portfolio.json can be live. */
int main(void)
{
    const char *names[] = {"portfolio.json"};
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_job *job = gp_job_new();
    gp_status status = job ? gp_read_files(job, names, 1, NULL, &portfolio) : GP_NO_MEMORY;
    if (status == GP_OK) status = gp_build_network(job, portfolio, &network);
    if (status == GP_OK) status = gp_schedule_network(job, network, NULL, &schedule);
    for (uint32_t i = 0; status == GP_OK && i < portfolio->intervention_count; i++) {
        char live[GP_DATE_SIZE];
        gp_format_date(schedule->dates[network->intervention_activity[i]].earliest_ready, live);
        printf("%s %s\n", live, portfolio->interventions[i].name);
    }
    gp_job_free(job);
    return status == GP_OK ? 0 : 1;
}
