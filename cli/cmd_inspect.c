/* SPDX-License-Identifier: MIT
 * `groeipad inspect`: what is in files of others, what becomes of it, and which options would use
 * more. It reads the files itself: there may be no portfolio in them. */
#include "cli/commands.h"
#include "groeipad/inspect.h"

typedef struct inspect_args {
    cli_common common;
} inspect_args;

static const cli_option options[] = {CLI_FORMAT("text|json|csv"), CLI_FAIL_ON("never"), {0}};

static int run(cli_context *context, const void *args)
{
    gp_inventory inventory;
    const gp_read_options reading = cli_reading(context);
    (void)args;
    gp_status status =
        gp_inspect(context->job, context->files, context->file_count, &reading, &inventory);
    if (status != GP_OK) return cli_give_up(context, status);
    const gp_portfolio *portfolio = inventory.portfolio;
    if (portfolio && context->common->language < 0 && portfolio->has_language)
        context->writing.language = context->language = portfolio->language;
    gp_sort_findings(context->job);
    status = gp_write_inspect(context->job, &inventory, &context->writing, &context->output);
    context->is_unreadable = !inventory.is_readable;
    return cli_exit_of(context, status);
}

const cli_command cli_inspect = {
    .name = "inspect",
    .summary = {"what is in a file of others, what becomes of it, which options would use more",
                "wat er in een bestand van anderen staat, wat het wordt, welke opties meer "
                "gebruiken"},
    .usage = "FILE... [options]",
    .example = "groeipad inspect docs/formats/architecture.xml",
    .shows = {"how many of each type there are, and what becomes of them",
              "hoeveel er van elk type zijn, en wat ze worden"},
    .reads_portfolio = true,
    .is_about_formats = true,
    .reads_itself = true,
    .told_code = 125,
    .options = options,
    .args_size = sizeof(inspect_args),
    .run = run,
};
