/* SPDX-License-Identifier: MIT
 * `groeipad leverage`: how much rests on each capability. */
#include "cli/commands.h"

typedef struct leverage_args {
    cli_common common;
    uint32_t top;
} leverage_args;

static const cli_option options[] = {{.name = "top",
                                      .kind = CLI_NUMBER,
                                      .field = offsetof(leverage_args, top),
                                      .value = "N",
                                      .otherwise = "20",
                                      .summary = {"show at most N rows as text; 0: all",
                                                  "toon hoogstens N rijen als tekst; 0: alle"}},
                                     CLI_FORMAT("text|json|csv"),
                                     CLI_FAIL_ON("never"),
                                     {0}};

static int run(cli_context *context, const void *args)
{
    const leverage_args *leverage = args;
    return cli_exit_of(context, gp_write_leverage(context->job, context->network, leverage->top,
                                                  &context->writing, &context->output));
}

const cli_command cli_leverage = {
    .name = "leverage",
    .summary = {"how many interventions rest on each capability, and what all their chains run "
                "through",
                "hoeveel interventies op elke capability steunen, en waar al hun ketens langs "
                "lopen"},
    .usage = "FILE... [options]",
    .example = "groeipad leverage examples/persoonlijke-dienstverlening.json",
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(leverage_args),
    .run = run,
};
