/* SPDX-License-Identifier: MIT
 * Work in a second thread, with a job of its own, for a part of the work that does not need what
 * the first thread does meanwhile. What it made and found belongs to the first job afterwards, so
 * the result does not show whether there was a second thread. Private to libgroeipad. */
#ifndef GP_BESIDE_H
#define GP_BESIDE_H

#include "core/job.h"
#include "groeipad/portfolio.h"

#include <pthread.h>

/* The work of a second thread. It may read what `state` leads to, and may change only what
 * nobody else looks at until it has ended. */
typedef gp_status gp_beside_work(gp_job *job, void *state);

typedef struct gp_beside {
    gp_job *job, *own;
    gp_beside_work *work;
    void *state;
    gp_status status;
    pthread_t thread;
} gp_beside;

/* Starts work(own job, state) beside. False: it did not begin, because no thread could be had or
 * the job's allocations are counted; the caller then does it itself. `beside` and `state` must
 * stay where they are until gp_await_beside, which must be called when this was true. */
bool gp_start_beside(gp_beside *beside, gp_job *job, gp_beside_work *work, void *state);

/* Waits for the end and returns what the work returned. Then one of these: */
gp_status gp_await_beside(gp_beside *beside);

/* Its memory and its findings are the job's from here, as if it had been done there. */
gp_status gp_keep_beside(gp_beside *beside);

/* All that it made is let go. */
void gp_drop_beside(gp_beside *beside);

/* Does two things that do not need each other about a portfolio: `here` in this thread and, where
 * that is large and a thread can be had, `there` beside it; else one after the other. `there` only
 * counts where `here` succeeds. Returns the first failure. */
gp_status gp_do_both(gp_job *job, const gp_portfolio *portfolio, gp_beside_work *here,
                     gp_beside_work *there, void *state);

#endif
