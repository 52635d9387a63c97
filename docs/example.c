// SPDX-License-Identifier: MIT
#include "core/groeipad.h"
#include "io/groeipad_io.h"

#include <stdio.h>

/* Prints when every intervention of a portfolio can be live. */
int main(int count, char **names)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    bool is_done = count == 2 && job &&
                   gp_read_files(job, (const char *const *)names + 1, 1, NULL, &portfolio) == GP_OK &&
                   gp_build_network(job, portfolio, &network) == GP_OK &&
                   gp_schedule_network(job, network, NULL, &schedule) == GP_OK;
    for (uint32_t i = 0; is_done && i < portfolio->intervention_count; i++) {
        char live[GP_DATE_SIZE];
        gp_format_date(schedule->dates[network->intervention_activity[i]].earliest_ready, live);
        printf("%s %s\n", live, portfolio->interventions[i].name);
    }
    gp_job_free(job);
    return is_done ? 0 : 1;
}
