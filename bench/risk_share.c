/* SPDX-License-Identifier: MIT
 * Where the time of draws goes, within one process: all of it, and the drawing of lead times alone
 * (random words, and from these to days). The median of a few runs of each, in turn.
 *
 * usage: risk_share FILE DRAWS [--histograms]     --histograms: prints only the bytes that hold the
 *                                                  days that are counted */
#include "core/risk/sums.h"
#include "core/risk/walk.h"
#include "groeipad/io.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 9 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double times[RUNS])
{
    qsort(times, RUNS, sizeof *times, compare);
    return times[RUNS / 2];
}

static gp_risk_sums *run(gp_job *job, const gp_schedule *schedule, uint32_t draws, double *seconds)
{
    gp_risk_options options = {.seed = 1, .draws = draws, .threads = 1};
    gp_risk_sums *sums;
    double start = now();
    if (gp_run_risk(job, schedule, &options, &sums) != GP_OK) exit(1);
    *seconds = now() - start;
    return sums;
}

static size_t histogram_bytes(const gp_risk_sums *sums)
{
    size_t bytes = 0;
    for (uint32_t i = 0; i < sums->model->histogram_count; i++)
        bytes += sizeof(gp_histogram) + sizeof(uint32_t) * sums->histograms[i].count;
    return bytes;
}

static double draw_only(gp_walk *walk, uint32_t draws)
{
    double start = now();
    for (uint32_t first = 0; first < draws; first += GP_LANES) gp_draw_all(walk, first);
    return now() - start;
}

int main(int argc, char **argv)
{
    const char *name = argc > 2 ? argv[1] : "";
    uint32_t draws = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_walk *walk;
    double whole[RUNS], drawing[RUNS];
    if (gp_read_files(job, &name, 1, NULL, &portfolio) != GP_OK ||
        gp_build_network(job, portfolio, &network) != GP_OK ||
        gp_schedule_network(job, network, NULL, &schedule) != GP_OK) {
        fprintf(stderr, "usage: risk_share FILE DRAWS [--histograms]\n");
        return 2;
    }
    gp_risk_sums *sums = run(job, schedule, draws, &whole[0]);
    if (argc > 3) {
        printf("%zu\n", histogram_bytes(sums));
        return 0;
    }
    if (gp_new_walk(job, sums->model, NULL, &walk) != GP_OK) return 1;
    for (int i = 0; i < RUNS; i++) {
        gp_job *own = gp_job_new();
        run(own, schedule, draws, &whole[i]);
        gp_job_free(own);
        drawing[i] = draw_only(walk, draws);
    }
    double all = median(whole), alone = median(drawing);
    double steps = sums->model->steps_reported;
    printf("%-52s %6.1f million a second  (%.0f steps x %u draws in %.1f ms)\n",
           "risk, one thread: draws x steps", steps * draws / all / 1e6, steps, draws, all * 1e3);
    printf("%-52s %6.0f %%  (%.1f ns for each lead time)\n",
           "  drawing lead times, of all its time", 100 * alone / all,
           alone * 1e9 / draws / sums->model->variable_count);
    gp_job_free(job);
    return 0;
}
