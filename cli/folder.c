/* SPDX-License-Identifier: MIT
 * A folder as the output of `convert`: a file for each kind of rows, all of them or none. */
#include "cli/folder.h"
#include "cli/overwrite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool cli_names_folder(const char *path)
{
    struct stat facts;
    if (!cli_names_file(path) || !path[0]) return false;
    return path[strlen(path) - 1] == '/' || (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode));
}

const gp_file_format *cli_find_filling(const char *to)
{
    const gp_file_format *format = to ? gp_find_file_format(to) : NULL;
    if (to) return format && format->parts ? format : NULL;
    for (size_t i = 0; (format = gp_file_format_at(i)) != NULL; i++)
        if (format->parts) return format;
    return NULL;
}

/* "folder/interventions.csv". Owner: the caller, free. NULL when memory ran out. */
static char *part_path(const char *folder, const gp_file_format *format, const char *part)
{
    size_t room = strlen(folder) + strlen(part) + 24;
    bool has_slash = folder[strlen(folder) - 1] == '/';
    char *path = malloc(room);
    if (path)
        snprintf(path, room, "%s%s%s.%s", folder, has_slash ? "" : "/", part,
                 format->extensions[0]);
    return path;
}

bool cli_is_in_folder(const struct stat *file, const char *folder, const char *to)
{
    const gp_file_format *format = cli_find_filling(to);
    bool is_one = false;
    for (size_t i = 0; format && !is_one && format->parts[i]; i++) {
        char *path = part_path(folder, format, format->parts[i]);
        is_one = path && cli_is_file(file, path);
        free(path);
    }
    return is_one;
}

int cli_fill_folder(cli_context *context, const gp_file_format *format, gp_convert_options *how)
{
    size_t count = 0;
    while (format->parts[count]) count++;
    context->folder_out = context->common->output;
    context->files_out = calloc(count, sizeof *context->files_out);
    if (!context->files_out) return cli_out_of_memory(context->language);
    context->file_out_count = count;
    for (size_t i = 0; i < count; i++) {
        gp_output text;
        how->part = format->parts[i];
        int code =
            cli_exit_of(context, gp_convert(context->job, context->document, context->portfolio,
                                            context->schedule, how, &text));
        if (code != CLI_OK) return code;
        char *path = part_path(context->folder_out, format, how->part);
        const char *kept = path ? gp_copy_text(context->job, path, strlen(path)) : NULL;
        free(path);
        if (!kept) return cli_out_of_memory(context->language);
        context->files_out[i] = (gp_named_bytes){kept, text.text, text.size};
    }
    return CLI_OK;
}
