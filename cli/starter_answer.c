/* SPDX-License-Identifier: MIT
 * Which columns does an answer have? The answer itself knows: the command is asked, of the
 * portfolio that `init` writes, for CSV, and its first line says what --columns and --sort take. So
 * there is no second list of them to keep. */
#include "cli/cli.h"

#include <stdalign.h>
#include <string.h>

/* A date of the starter: any will do. */
#define ANY_DAY 20000

int cli_answer_starter(cli_context *context, const cli_command *command, gp_output *out)
{
    alignas(max_align_t) unsigned char args[CLI_ARGS_MAX];
    int count;
    gp_job *job = context->job;
    const char *text = cli_starter(job, GP_ENGLISH, ANY_DAY);
    cli_context inner = {.command = command,
                         .commands = context->commands,
                         .common = (const void *)args,
                         .job = job,
                         .writing = {.format = GP_FORMAT_CSV}};
    *out = (gp_output){"", 0};
    if (!text) return cli_out_of_memory(GP_ENGLISH);
    int code = cli_parse(command, GP_ENGLISH, 0, NULL, args, &count);
    if (code != CLI_OK) return code;
    gp_status status = gp_read_text(job, "init", text, strlen(text), NULL, &inner.portfolio);
    if (status == GP_OK)
        status = gp_analyse(job, inner.portfolio, NULL, &inner.network, &inner.schedule);
    code = cli_exit_of(&inner, status);
    if (code == CLI_OK) code = command->run(&inner, args);
    if (code == CLI_OK && inner.output.text) *out = inner.output;
    return code;
}
