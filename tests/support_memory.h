/* SPDX-License-Identifier: MIT
 * Memory that runs out, seen from outside: what every test of it asks. */
#ifndef SUPPORT_MEMORY_H
#define SUPPORT_MEMORY_H

#include "groeipad/job.h"

/* A job that has something to say already, so that GP901 is not the only finding. Frees with
 * gp_job_free. */
gp_job *job_with_a_finding(void);

/* What a call without memory returned is GP_NO_MEMORY, and the last finding of the job says so. */
void assert_says_memory_ran_out(const gp_job *job, gp_status status);

#endif
