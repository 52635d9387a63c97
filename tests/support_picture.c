/* SPDX-License-Identifier: MIT
 * Checks of a picture that do not depend on what is in it. */
#include "tests/support_picture.h"
#include "core/job.h"
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

void assert_says_when_memory_runs_out(gp_job *job, const gp_schedule *schedule, draw_picture *draw)
{
    for (size_t attempt = 0;; attempt++) {
        gp_picture picture = {0};
        assert_int_equal(gp_add_finding(job, &(gp_finding){.code = 201, .subject = "x"}), GP_OK);
        gp_fail_allocations_after(job, attempt);
        gp_status status = draw(job, schedule, GP_DUTCH, &picture);
        gp_fail_allocations_after(job, SIZE_MAX);
        if (status == GP_OK) return;
        assert_says_memory_ran_out(job, status);
        assert_null(picture.text);
        assert_true(attempt < 50000);
    }
}
