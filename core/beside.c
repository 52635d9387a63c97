/* SPDX-License-Identifier: MIT
 * Runs a part of the work in a second thread. Jobs share nothing, so no lock is needed: the end
 * of the thread is the one moment at which something is handed over. */
#include "core/beside.h"

#include <stdlib.h>

#define REQUIREMENTS_MIN 10000 /* with fewer, a thread costs more than it wins */

/* What two pieces of work over a portfolio take together at most, by far: so much for each record
 * and requirement, and the address space that a thread's heap reserves. */
#define RECORD_BYTES ((size_t)2048)
#define THREAD_BYTES ((size_t)160 << 20)

static void *run(void *argument)
{
    gp_beside *beside = argument;
    beside->status = beside->work(beside->own, beside->state);
    return NULL;
}

bool gp_start_beside(gp_beside *beside, gp_job *job, gp_beside_work *work, void *state)
{
    if (gp_counts_allocations(job)) return false;
    *beside = (gp_beside){.job = job, .own = gp_job_new(), .work = work, .state = state};
    if (!beside->own) return false;
    if (pthread_create(&beside->thread, NULL, run, beside) == 0) return true;
    gp_job_free(beside->own);
    return false;
}

gp_status gp_await_beside(gp_beside *beside)
{
    pthread_join(beside->thread, NULL);
    return beside->status;
}

gp_status gp_keep_beside(gp_beside *beside)
{
    return gp_adopt_job(beside->job, beside->own);
}

void gp_drop_beside(gp_beside *beside)
{
    gp_job_free(beside->own);
}

/* Is there plenty? What dies without memory asks for it before it begins (core/seam.c), and two
 * that work at once could each take what the other had asked for. */
static bool has_plenty(const gp_portfolio *portfolio)
{
    size_t records = (size_t)portfolio->symbol_count + portfolio->requirement_count;
    void *volatile asked = malloc(THREAD_BYTES + RECORD_BYTES * records);
    free(asked);
    return asked != NULL;
}

gp_status gp_do_both(gp_job *job, const gp_portfolio *portfolio, gp_beside_work *here,
                     gp_beside_work *there, void *state)
{
    gp_beside beside;
    bool is_large = portfolio->requirement_count >= REQUIREMENTS_MIN;
    bool is_beside =
        is_large && has_plenty(portfolio) && gp_start_beside(&beside, job, there, state);
    gp_status status = here(job, state);
    if (!is_beside) return status == GP_OK ? there(job, state) : status;
    gp_status other = gp_await_beside(&beside);
    if (status != GP_OK) {
        gp_drop_beside(&beside);
        return status;
    }
    GP_TRY(gp_keep_beside(&beside));
    return other;
}
