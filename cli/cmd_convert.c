/* SPDX-License-Identifier: MIT
 * `groeipad convert`: the same portfolio in another format. The name of the output says which, or
 * --to; without either it is JSON. A folder gets a file for each kind of rows. */
#include "cli/commands.h"
#include "groeipad/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

typedef struct convert_args {
    cli_common common;
    const char *to;
} convert_args;

static const cli_option options[] = {
    {.name = "to",
     .kind = CLI_TEXT,
     .field = offsetof(convert_args, to),
     .value = "FORMAT",
     .offers = CLI_OFFER_WRITTEN,
     .summary = {"the format to write (otherwise: as the file is called, or json)",
                 "het formaat om te schrijven (anders: naar de naam van het bestand, of json)"}},
    CLI_FAIL_ON("never"),
    {0}};

static int refuse(const cli_context *context, const char *english, const char *dutch,
                  const char *word)
{
    char names[CLI_FORMATS_SIZE];
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, english, dutch), word,
                         cli_list_formats(true, names));
}

static int choose(const cli_context *context, const char *to, const gp_file_format **out)
{
    const char *path = context->common->output;
    if (to) {
        *out = gp_find_file_format(to);
        if (*out && gp_is_written(*out)) return CLI_OK;
        const char *nearest = cli_nearest_format(true, to);
        char names[CLI_FORMATS_SIZE];
        if (nearest)
            return cli_wrong_use(
                context->command, context->language,
                gp_say(context->language,
                       "cannot write format '%s', did you mean '%s'? There is: %s",
                       "kan formaat '%s' niet schrijven, bedoelt u '%s'? Er is: %s"),
                to, nearest, cli_list_formats(true, names));
        return refuse(context, "cannot write format '%s'; there is: %s",
                      "kan formaat '%s' niet schrijven; er is: %s", to);
    }
    *out = cli_names_file(path) ? gp_file_format_of(path) : gp_find_file_format("json");
    if (*out) return CLI_OK;
    return refuse(context, "the name '%s' tells no format; --to does: %s",
                  "de naam '%s' zegt niet welk formaat; --to wel: %s", path);
}

static gp_status convert(cli_context *context, const gp_file_format *format,
                         gp_convert_options *how)
{
    gp_status status = GP_OK;
    how->format = format->name;
    if (format->has_view) {
        const gp_path_view view = {.intervention = GP_NONE, .language = context->language};
        status = gp_place_path(context->job, context->schedule, &view, &how->boxes);
    }
    if (status != GP_OK) return status;
    return gp_convert(context->job, context->document, context->portfolio, context->schedule, how,
                      &context->output);
}

/* ---- a folder ---- */

bool cli_names_folder(const char *path)
{
    struct stat facts;
    if (!cli_names_file(path) || !path[0]) return false;
    return path[strlen(path) - 1] == '/' || (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode));
}

/* The format that fills a folder: that of --to, or the first one that can. */
static const gp_file_format *find_filling(const char *to)
{
    const gp_file_format *format = to ? gp_find_file_format(to) : NULL;
    if (to) return format && format->parts ? format : NULL;
    for (size_t i = 0; (format = gp_file_format_at(i)) != NULL; i++)
        if (format->parts) return format;
    return NULL;
}

static int write_parts(cli_context *context, const gp_file_format *format, gp_convert_options *how)
{
    const char *folder = context->common->output;
    size_t room = strlen(folder) + 64;
    char *path = malloc(room);
    int code = path ? CLI_OK : cli_out_of_memory(context->language);
    for (size_t i = 0; code == CLI_OK && format->parts[i]; i++) {
        how->part = format->parts[i];
        snprintf(path, room, "%s/%s.%s", folder, how->part, format->extensions[0]);
        code = cli_exit_of(context, convert(context, format, how));
        if (code == CLI_OK) code = cli_deliver_to_file(context, path);
    }
    free(path);
    return code;
}

static int fill_folder(cli_context *context, const char *to, gp_convert_options *how)
{
    const gp_file_format *format = find_filling(to);
    if (!format)
        return cli_wrong_use(context->command, context->language,
                             gp_say(context->language,
                                    "format '%s' fills no folder; name a file for the output",
                                    "formaat '%s' vult geen map; noem een bestand voor de uitvoer"),
                             to);
    mkdir(context->common->output, 0777); /* where it fails, so does the first file */
    context->is_delivered = true;
    return write_parts(context, format, how);
}

/* --separator, or what the format or the name says: a .tsv has tabs; 0: as the language has it. */
static char find_separator(const cli_common *common, const char *to)
{
    if (to && strcasecmp(to, "tsv") == 0 && common->separator < 0) return '\t';
    return cli_separator_of(common, to ? NULL : common->output);
}

int cli_write_portfolio(cli_context *context, const char *to)
{
    const cli_common *common = context->common;
    gp_convert_options how = {.language = context->language,
                              .separator = find_separator(common, to)};
    const gp_file_format *format;
    if (cli_names_folder(common->output)) return fill_folder(context, to, &how);
    int code = choose(context, to, &format);
    return code == CLI_OK ? cli_exit_of(context, convert(context, format, &how)) : code;
}

static int run(cli_context *context, const void *args)
{
    int code = cli_write_portfolio(context, ((const convert_args *)args)->to);
    if (code == CLI_OK) gp_sort_findings(context->job); /* what was lost stands among the others */
    return code;
}

const cli_command cli_convert = {
    .name = "convert",
    .summary = {"the portfolio in another format; what that cannot hold is reported",
                "het portfolio in een ander formaat; wat daar niet in past wordt gemeld"},
    .usage = "FILE... [-o FILE|FOLDER/] [--to FORMAT] [options]",
    .example = "groeipad convert examples/minimal.json",
    .shows = {"the same portfolio as JSON on standard output; -o plan.xlsx makes a workbook",
              "hetzelfde portfolio als JSON op standaarduitvoer; -o plan.xlsx maakt een werkmap"},
    .reads_portfolio = true,
    .is_about_formats = true,
    .wants_document = true,
    .is_conversion = true,
    .options = options,
    .args_size = sizeof(convert_args),
    .run = run,
};
