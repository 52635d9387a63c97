/* SPDX-License-Identifier: MIT
 * `groeipad fit`: what citizens need against what they experience, and what answers it. */
#include "cli/commands.h"

typedef struct fit_args {
    cli_common common;
} fit_args;

static const cli_option options[] = {
    CLI_FILTER, CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    (void)args;
    gp_fits fits;
    gp_status status =
        gp_find_fits_of(context->job, context->schedule, context->writing.filter, &fits);
    if (status == GP_OK)
        status = gp_write_fit(context->job, context->schedule, &fits, &context->writing,
                              &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_fit = {
    .name = "fit",
    .summary = {"need against experience per dimension, and the interventions that answer a gap",
                "behoefte tegenover ervaring per dimensie, en de interventies die een kloof "
                "beantwoorden"},
    .usage = "FILE... [options]",
    .example = "groeipad fit examples/persoonlijke-dienstverlening.json",
    .shows = {"per dimension how far experience is from need, and what is planned for that",
              "per dimensie hoe ver de ervaring van de behoefte af is, en wat daarvoor gepland is"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(fit_args),
    .run = run,
};
