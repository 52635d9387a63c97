/* SPDX-License-Identifier: MIT
 * From options to an answer, with progress on a terminal. Ctrl-C stops it, and what was drawn by
 * then is the answer. */
#include "cli/risk_find.h"
#include "cli/progress.h"

static void tell_stopped(const cli_context *context, const gp_risk_answer *answer)
{
    if (!answer->is_partial || context->common->is_quiet) return;
    cli_say(gp_say(context->language,
                   "groeipad %s: stopped after %u draws; this is what they say\n",
                   "groeipad %s: gestopt na %u trekkingen; dit is wat die zeggen\n"),
            context->command->name, (unsigned)answer->draws);
}

int cli_find_risk(cli_context *context, const cli_risk_args *asked, gp_risk_answer *out)
{
    cli_progress progress;
    gp_risk_options options = {.progress = cli_tell_progress, .object = &progress};
    gp_risk_sums *sums;
    int code = cli_read_risk(context, asked, &options);
    if (code != CLI_OK) return code;
    cli_begin_progress(context, &progress);
    gp_status status = gp_run_risk(context->job, context->schedule, &options, &sums);
    cli_end_progress(&progress);
    if (status == GP_OK) status = gp_answer_risk(context->job, context->schedule, sums, out);
    if (status == GP_OK) tell_stopped(context, out);
    return cli_exit_of(context, status);
}
