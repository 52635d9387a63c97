/* SPDX-License-Identifier: MIT
 * From options to an answer. */
#include "cli/risk_find.h"

int cli_find_risk(cli_context *context, const cli_risk_args *asked, gp_risk_answer *out)
{
    gp_risk_options options = {0};
    gp_risk_sums *sums;
    int code = cli_read_risk(context, asked, &options);
    if (code != CLI_OK) return code;
    gp_status status = gp_run_risk(context->job, context->schedule, &options, &sums);
    if (status == GP_OK) status = gp_answer_risk(context->job, context->schedule, sums, out);
    return cli_exit_of(context, status);
}
