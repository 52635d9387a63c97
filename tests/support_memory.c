/* SPDX-License-Identifier: MIT
 * See support_memory.h. */
#include "tests/support_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

gp_job *job_with_a_finding(void)
{
    gp_job *job = gp_job_new();
    assert_non_null(job);
    assert_int_equal(gp_add_finding(job, &(gp_finding){.code = 201, .subject = "before"}), GP_OK);
    return job;
}

void assert_says_memory_ran_out(const gp_job *job, gp_status status)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    assert_int_equal(status, GP_NO_MEMORY);
    assert_true(count > 0);
    assert_int_equal(findings[count - 1].code, 901);
    assert_int_equal(findings[count - 1].severity, GP_ERROR);
}
