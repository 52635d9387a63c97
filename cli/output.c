/* SPDX-License-Identifier: MIT
 * How does the answer reach its reader? Bytes go to standard output in one write and every error of
 * it counts, also the one that a full disk gives at the very end; a file appears whole or not at
 * all. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool cli_has_color(cli_color color, int descriptor)
{
    const char *no_color = getenv("NO_COLOR");
    if (color != CLI_COLOR_AUTO) return color == CLI_COLOR_ALWAYS;
    return isatty(descriptor) && !(no_color && *no_color);
}

bool cli_names_file(const char *output)
{
    return output && strcmp(output, "-") != 0;
}

int cli_deliver_to_file(cli_context *context, const char *path)
{
    gp_status status =
        context->files_out
            ? gp_write_files(context->job, context->files_out, context->file_out_count)
            : gp_write_file(context->job, path, context->output.text, context->output.size);
    if (status == GP_OK) return CLI_OK;
    uint32_t count;
    const gp_finding *findings = gp_findings(context->job, &count);
    char message[1024];
    if (status == GP_IO && count) {
        gp_finding_message(&findings[count - 1], context->language, message, sizeof message);
        fprintf(stderr, "groeipad: %s\n", message);
    }
    return status == GP_IO ? CLI_NOT_WRITTEN : cli_exit_of(context, status);
}

void cli_take(void *object, const char *bytes, size_t size)
{
    cli_context *context = object;
    context->is_begun = true;
    fwrite(bytes, 1, size, stdout); /* an error sticks to the stream: cli_deliver asks for it */
}

int cli_deliver(cli_context *context)
{
    const char *path = context->common->output;
    if (cli_names_file(path)) return cli_deliver_to_file(context, path);
    size_t size = context->output.size;
    errno = 0; /* also where an earlier write failed: this one fails for the same reason */
    bool is_written = fwrite(context->output.text, 1, size, stdout) == size;
    is_written = fflush(stdout) == 0 && is_written && !ferror(stdout);
    if (is_written) return CLI_OK;
    const char *why = errno ? gp_system_words(errno, context->language) : "?";
    fprintf(stderr, "groeipad: %s: %s\n",
            gp_say(context->language, "cannot write to standard output",
                   "kan niet schrijven naar standaarduitvoer"),
            why);
    return CLI_NOT_WRITTEN;
}
