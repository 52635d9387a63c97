/* SPDX-License-Identifier: MIT
 * `groeipad why`: one date explained, step by step to its root. */
#include "cli/commands.h"

typedef struct why_args {
    cli_common common;
    uint32_t level;
} why_args;

static const cli_option options[] = {
    CLI_FOR("the date of this intervention or capability, as the last operand does",
            "de datum van deze interventie of capability, als het laatste argument"),
    {.name = "level",
     .kind = CLI_NUMBER,
     .field = offsetof(why_args, level),
     .value = "L",
     .maximum = GP_LEVEL_MAX,
     .summary = {"the step to this level of a capability (otherwise: its last step)",
                 "de stap naar dit niveau van een capability (anders: de laatste stap)"}},
    CLI_FORMAT("text|json|csv"),
    CLI_FAIL_ON("never"),
    {0}};

static int run(cli_context *context, const void *args)
{
    const why_args *why = args;
    uint32_t activity;
    int code = cli_find_activity(context, context->about, (uint8_t)why->level, &activity);
    if (code != CLI_OK) return code;
    gp_reasons reasons;
    gp_status status = gp_explain_date(context->job, context->schedule, activity, &reasons);
    if (status == GP_OK)
        status = gp_write_why(context->job, context->schedule, &reasons, &context->writing,
                              &context->output);
    return cli_exit_of(context, status);
}

const cli_command cli_why = {
    .name = "why",
    .summary = {"one date explained, step by step: requirement, round, cycle or start",
                "een datum uitgelegd, stap voor stap: eis, ronde, cyclus of begin"},
    .usage = "FILE... ID [options]",
    .example = "groeipad why examples/persoonlijke-dienstverlening.json shadowbrowsing",
    .shows = {"day by day what its date comes from: work, a requirement, a planning round",
              "dag voor dag waar zijn datum vandaan komt: werk, een eis, een planronde"},
    .has_about = true,
    .needs_about = true,
    .reads_portfolio = true,
    .options = options,
    .args_size = sizeof(why_args),
    .run = run,
};
