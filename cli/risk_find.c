/* SPDX-License-Identifier: MIT
 * From options to an answer, with progress on a terminal. Ctrl-C stops it, and what was drawn by
 * then is the answer. */
#include "cli/risk_find.h"
#include "cli/progress.h"

void cli_tell_stopped(const cli_context *context, const gp_risk_sums *sums)
{
    const gp_risk_part about = gp_describe_sums(sums);
    if (!about.is_partial || context->common->is_quiet) return;
    cli_say(gp_say(context->language,
                   "groeipad %s: stopped after %u draws; this is what they say\n",
                   "groeipad %s: gestopt na %u trekkingen; dit is wat die zeggen\n"),
            context->command->name, (unsigned)about.draws);
}

gp_status cli_draw_risk(cli_context *context, cli_draw *draw, gp_risk_options *options,
                        gp_risk_sums **out)
{
    cli_progress progress;
    cli_begin_progress(context, &progress);
    options->progress = cli_tell_progress;
    options->object = &progress;
    gp_status status = draw(context, options, out);
    cli_end_progress(&progress);
    return status;
}

static gp_status draw_here(cli_context *context, const gp_risk_options *options, gp_risk_sums **out)
{
    return gp_run_risk(context->job, context->schedule, options, out);
}

int cli_find_risk(cli_context *context, const cli_risk_args *asked, gp_risk_answer *out)
{
    gp_risk_options options = {0};
    gp_risk_sums *sums;
    int code = cli_read_risk(context, asked, &options);
    if (code != CLI_OK) return code;
    gp_status status = cli_draw_risk(context, draw_here, &options, &sums);
    if (status == GP_OK) cli_tell_stopped(context, sums);
    if (status == GP_OK) status = gp_answer_risk(context->job, context->schedule, sums, out);
    return cli_exit_of(context, status);
}
