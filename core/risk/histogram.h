/* SPDX-License-Identifier: MIT
 * How many draws fell on each day. Private to core. */
#ifndef GP_HISTOGRAM_H
#define GP_HISTOGRAM_H

#include "core/job.h"
#include "groeipad/time.h"

typedef struct gp_histogram {
    gp_day first;
    uint32_t count;  /* days from `first` on; 0: nothing was counted */
    uint32_t *draws; /* by day */
    uint32_t never;  /* draws without a day (GP_DAY_LAST) */
} gp_histogram;

/* Makes room for days first .. last, and a quarter as many on either side. Of one that has none. */
gp_status gp_expect_days(gp_job *job, gp_histogram *histogram, gp_day first, gp_day last);

/* Counts so many draws on a day. Owner of the memory that it grows by: the job. */
gp_status gp_count_day(gp_job *job, gp_histogram *histogram, gp_day day, uint32_t draws);

/* Counts days[from .. to). */
gp_status gp_count_days(gp_job *job, gp_histogram *histogram, const gp_day *days, uint32_t from,
                        uint32_t to);

/* Counts what another has counted. */
gp_status gp_add_histogram(gp_job *job, gp_histogram *to, const gp_histogram *more);

/* The first day by which at least `needed` draws are counted; GP_DAY_LAST: there is none. */
gp_day gp_first_day_of(const gp_histogram *histogram, uint64_t needed);

/* The last day on or after which at least `needed` draws are counted, those without a day among
 * them; GP_NO_DAY: nothing has a day, or more are without one than are needed. */
gp_day gp_last_day_of(const gp_histogram *histogram, uint64_t needed);

#endif
