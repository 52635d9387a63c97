/* SPDX-License-Identifier: MIT
 * How does the answer reach its reader? Bytes go to standard output in one write and every error of
 * it counts, also the one that a full disk gives at the very end; files appear whole or not at all,
 * and the layout file only with its picture. */
#include "cli/cli.h"
#include "cli/risk_ranks.h"

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

/* Why a file could not be written; returns the exit code. */
static int tell_unwritten(const cli_context *context, gp_status status)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(context->job, &count);
    char message[1024];
    if (status == GP_IO && count) {
        gp_finding_message(&findings[count - 1], context->language, message, sizeof message);
        cli_say("groeipad: %s\n", message);
    }
    return status == GP_IO ? CLI_NOT_WRITTEN : cli_exit_of(context, status);
}

/* The files of the answer and the one beside it, all of them or none. */
static gp_status write_files(cli_context *context, const char *path)
{
    bool has_many = context->files_out != NULL;
    size_t count = has_many ? context->file_out_count : 1;
    gp_named_bytes *files = calloc(count + 1, sizeof *files);
    if (!files) return GP_NO_MEMORY;
    if (has_many)
        memcpy(files, context->files_out, count * sizeof *files);
    else
        files[0] = (gp_named_bytes){path, context->output.text, context->output.size};
    if (context->layout_out.path) files[count++] = context->layout_out;
    gp_status status = count == 1
                           ? gp_write_file(context->job, files->path, files->bytes, files->size)
                           : gp_write_files(context->job, files, count);
    free(files);
    return status;
}

/* The layout file after an answer that went to where nothing can be taken back. */
static gp_status write_layout(cli_context *context)
{
    const gp_named_bytes *layout = &context->layout_out;
    if (!layout->path) return GP_OK;
    return gp_write_file(context->job, layout->path, layout->bytes, layout->size);
}

/* Whether a pipe or a device has that name. */
static bool is_stream(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && !S_ISREG(facts.st_mode);
}

int cli_deliver_to_file(cli_context *context, const char *path)
{
    const char *folder = context->folder_out;
    bool is_made = folder && mkdir(folder, 0777) == 0; /* where it fails, so do its files */
    gp_status status;
    if (!context->files_out && is_stream(path)) {
        status = gp_write_file(context->job, path, context->output.text, context->output.size);
        if (status == GP_OK) status = write_layout(context);
    } else {
        status = write_files(context, path);
    }
    if (status != GP_OK && is_made) rmdir(folder);
    return status == GP_OK ? CLI_OK : tell_unwritten(context, status);
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
    if (!cli_is_first_rank()) return CLI_OK;
    if (cli_names_file(path)) return cli_deliver_to_file(context, path);
    size_t size = context->output.size;
    errno = 0; /* also where an earlier write failed: this one fails for the same reason */
    bool is_written = size == 0 || fwrite(context->output.text, 1, size, stdout) == size;
    is_written = fflush(stdout) == 0 && is_written && !ferror(stdout);
    if (!is_written) {
        cli_say("groeipad: %s: %s\n",
                gp_say(context->language, "cannot write to standard output",
                       "kan niet schrijven naar standaarduitvoer"),
                errno ? gp_system_words(errno, context->language) : "?");
        return CLI_NOT_WRITTEN;
    }
    gp_status status = write_layout(context);
    return status == GP_OK ? CLI_OK : tell_unwritten(context, status);
}
