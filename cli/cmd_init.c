/* SPDX-License-Identifier: MIT
 * `groeipad init`: a commented portfolio to start from. There is no clock: without --status-date it
 * is about a fixed example date, so that the same call always writes the same. */
#include "cli/commands.h"

#include <string.h>
#include <unistd.h>

typedef struct init_args {
    cli_common common;
} init_args;

#define EXAMPLE_DATE ((gp_date){2025, 1, 6})

static const cli_option options[] = {{.name = "status-date",
                                      .kind = CLI_DAY,
                                      .field = offsetof(cli_common, status_date),
                                      .value = "DATE",
                                      .summary = {"the day that the portfolio calls \"today\"",
                                                  "de dag die het portfolio \"vandaag\" noemt"}},
                                     {0}};

static int run(cli_context *context, const void *args)
{
    const init_args *init = args;
    const char *path = context->last;
    gp_day day = init->common.status_date;
    if (cli_names_file(path) && access(path, F_OK) == 0)
        return cli_wrong_use(context->command, context->language,
                             gp_say(context->language, "'%s' is there already; it stays as it is",
                                    "'%s' bestaat al en blijft zoals het is"),
                             path);
    const char *text = cli_starter(context->job, context->language,
                                   day == GP_NO_DAY ? gp_day_of(EXAMPLE_DATE) : day);
    if (!text) return cli_out_of_memory(context->language);
    cli_common common = init->common;
    common.output = path;
    context->common = &common;
    context->output = (gp_output){text, strlen(text)};
    int code = cli_deliver(context);
    context->common = &init->common;
    return code;
}

const cli_command cli_init = {
    .name = "init",
    .summary = {"a commented portfolio to start from; without FILE: on standard output",
                "een portfolio met uitleg om mee te beginnen; zonder BESTAND: op standaarduitvoer"},
    .usage = "[FILE] [options]",
    .example = "groeipad init --status-date 2025-01-06",
    .shows = {"a small portfolio as it could be on that day, ready to be changed",
              "een klein portfolio zoals het op die dag kan zijn, klaar om aan te passen"},
    .last = "FILE",
    .is_operand_optional = true,
    .options = options,
    .args_size = sizeof(init_args),
    .run = run,
};
