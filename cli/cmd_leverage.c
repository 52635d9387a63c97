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
                                     CLI_FILTER,
                                     CLI_COLUMNS,
                                     CLI_FORMAT("text|json|csv"),
                                     CLI_FAIL_ON("never"),
                                     {0}};

static int run(cli_context *context, const void *args)
{
    gp_write_options writing = context->writing;
    writing.row_limit = ((const leverage_args *)args)->top;
    gp_leverages found;
    gp_structure structure;
    gp_status status = gp_find_leverage(context->job, context->portfolio, &found);
    if (status == GP_OK) status = gp_find_structure(context->job, context->network, &structure);
    if (status == GP_OK)
        status = gp_write_leverage(context->job, context->network, &found, &structure, &writing,
                                   &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_leverage = {
    .name = "leverage",
    .summary = {"how many interventions rest on each capability, and what all their chains run "
                "through",
                "hoeveel interventies op elke capability steunen, en waar al hun ketens langs "
                "lopen"},
    .usage = "FILE... [options]",
    .example = "groeipad leverage examples/persoonlijke-dienstverlening.json",
    .shows = {"the capabilities that most rests on come first",
              "de capabilities waar het meeste op steunt staan vooraan"},
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(leverage_args),
    .run = run,
};
