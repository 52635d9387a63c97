/* SPDX-License-Identifier: MIT
 * `groeipad path`: one intervention, all it rests on, its critical path, where the days go. */
#include "cli/commands.h"

typedef struct path_args {
    cli_common common;
    uint32_t top;
} path_args;

static const cli_option options[] = {
    CLI_FOR("the intervention (or capability) to look at, as the last operand does",
            "de interventie (of capability) om te bekijken, als het laatste argument"),
    {.name = "top",
     .kind = CLI_NUMBER,
     .field = offsetof(path_args, top),
     .value = "K",
     .otherwise = "3",
     .maximum = 1000,
     .summary = {"show the K next-longest chains", "toon de K ketens die daarna de langste zijn"}},
    CLI_ALL_CHAINS,
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static int run(cli_context *context, const void *args)
{
    const path_args *path = args;
    const gp_path_options asked = {.top = path->top};
    uint32_t activity;
    int code = cli_find_activity(context, context->about, 0, &activity);
    if (code != CLI_OK) return code;
    gp_path_answer answer;
    gp_status status = gp_answer_path(context->job, context->schedule, activity, &asked, &answer);
    if (status == GP_OK)
        status = gp_write_path(context->job, context->schedule, &answer, &context->writing,
                               &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_path = {
    .name = "path",
    .summary = {"one intervention: all it needs, its critical path, and where the days go",
                "een interventie: alles wat nodig is, het kritieke pad, en waar de dagen blijven"},
    .usage = "FILE... ID [options]",
    .example = "groeipad path examples/persoonlijke-dienstverlening.json --for shadowbrowsing",
    .shows = {"all that one intervention rests on, and the chain that decides when it is live",
              "alles waar een interventie op steunt, en de keten die bepaalt wanneer ze live is"},
    .has_about = true,
    .needs_about = true,
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(path_args),
    .run = run,
};
