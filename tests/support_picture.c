/* SPDX-License-Identifier: MIT
 * Checks of a picture that do not depend on what is in it. */
#include "tests/support_picture.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

void assert_says_when_memory_runs_out(gp_job *job, const gp_schedule *schedule, draw_picture *draw)
{
    for (size_t attempt = 0;; attempt++) {
        uint32_t count;
        gp_picture picture = {0};
        gp_fail_allocations_after(job, attempt);
        gp_status status = draw(job, schedule, GP_DUTCH, &picture);
        gp_fail_allocations_after(job, SIZE_MAX);
        if (status == GP_OK) return;
        assert_int_equal(status, GP_NO_MEMORY);
        assert_null(picture.text);
        gp_findings(job, &count);
        assert_true(count > 0 && attempt < 50000);
    }
}
