/* SPDX-License-Identifier: MIT
 * A program as somebody else would write it, outside our tree: C11 and C++17 alike. It reads a
 * portfolio from memory, plans it, asks for clashes and a picture, and says what it found. */
#include <groeipad/groeipad.h>

#include <stdio.h>
#include <string.h>

static const char text[] =
    "{\"groeipad\": 1, \"status_date\": \"2026-01-05\", \"interventions\": "
    "[{\"id\": \"a\", \"needed_by\": \"2026-02-02\", \"requires\": [\"c\"]}], "
    "\"capabilities\": [{\"id\": \"c\", \"lead_time\": \"6mo\"}]}";

int main(void)
{
    const gp_portfolio *portfolio = NULL;
    const gp_network *network = NULL;
    const gp_schedule *schedule = NULL;
    gp_clashes clashes;
    gp_picture picture;
    gp_job *job = gp_job_new();
    if (!job || strcmp(gp_version(), GP_VERSION) != 0) return 1;
    if (gp_read_text(job, "text.json", text, sizeof text - 1, NULL, &portfolio) != GP_OK) return 2;
    if (gp_analyse(job, portfolio, NULL, &network, &schedule) != GP_OK) return 3;
    if (gp_find_clashes(job, schedule, NULL, &clashes) != GP_OK || clashes.count != 1) return 4;
    if (gp_draw_path(job, schedule, NULL, &picture) != GP_OK || picture.box_count != 2) return 5;
    printf("%s %d days late\n", gp_version(), (int)clashes.clashes[0].late_days);
    gp_job_free(job);
    return 0;
}
