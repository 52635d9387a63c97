/* SPDX-License-Identifier: MIT
 * `groeipad init`: a commented portfolio to start from, in the format that the name of the file
 * tells, or --to. There is no clock: without --status-date it is about a fixed example date, so
 * that the same call always writes the same. What is there already stays as it is. */
#include "cli/commands.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct init_args {
    cli_common common;
    const char *to;
} init_args;

#define EXAMPLE_DATE ((gp_date){2025, 1, 6})

static const cli_option options[] = {
    {.name = "status-date",
     .kind = CLI_DAY,
     .field = offsetof(cli_common, status_date),
     .value = "DATE",
     .summary = {"the day that the portfolio calls \"today\"",
                 "de dag die het portfolio \"vandaag\" noemt"}},
    {.name = "to",
     .kind = CLI_TEXT,
     .field = offsetof(init_args, to),
     .value = "FORMAT",
     .offers = CLI_OFFER_WRITTEN,
     .summary = {"the format to write (otherwise: as the file is called, or json)",
                 "het formaat om te schrijven (anders: naar de naam van het bestand, of json)"}},
    {0}};

/* Whether something is there that would be lost; an empty folder is nothing. */
static bool is_there(const char *path)
{
    if (!cli_names_file(path) || access(path, F_OK) != 0) return false;
    DIR *folder = opendir(path);
    if (!folder) return true;
    bool has_files = false;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;)
        has_files |= strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return has_files;
}

/* A starter is in a format that can hold it, and can be read again. */
static bool can_begin(const gp_file_format *format)
{
    return format && gp_is_read(format) && gp_is_written(format) && !format->is_partial;
}

static int refuse(const cli_context *context, const char *word)
{
    char names[CLI_FORMATS_SIZE] = "";
    for (size_t i = 0; gp_file_format_at(i); i++) {
        size_t length = strlen(names);
        if (can_begin(gp_file_format_at(i)))
            snprintf(names + length, sizeof names - length, "%s%s", length ? ", " : "",
                     gp_file_format_at(i)->name);
    }
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, "'%s' tells no format to begin in; there is: %s",
                                "'%s' zegt niet in welk formaat te beginnen; er is: %s"),
                         word, names);
}

/* A name without an ending is JSON. NULL: none. */
static const gp_file_format *format_of(const char *path, const char *to)
{
    if (to) return gp_find_file_format(to);
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    bool has_ending = cli_names_file(path) && *name && strchr(name + 1, '.');
    return has_ending ? gp_file_format_of(path) : gp_file_format_at(0);
}

/* The starter, which is JSON, in another format. */
static int convert(cli_context *context, const gp_file_format *format, const char *to)
{
    gp_job *job = context->job;
    gp_status status =
        gp_read_document_text(job, "init", context->output.text, context->output.size, NULL,
                              &context->portfolio, &context->document);
    if (status == GP_OK)
        status = gp_analyse(job, context->portfolio, NULL, &context->network, &context->schedule);
    if (status != GP_OK) return cli_exit_of(context, status);
    int code = cli_write_portfolio(context, to);
    if (code != CLI_OK || !format->comment) return code;
    return cli_exit_of(context, cli_comment_starter(job, format->comment, &context->output));
}

static int write_starter(cli_context *context, const char *to)
{
    const char *path = context->common->output;
    const gp_file_format *format = gp_file_format_at(0);
    if (cli_names_folder(path)) {
        int code = convert(context, format, to);
        return code == CLI_OK && !context->is_delivered ? cli_deliver(context) : code;
    }
    format = format_of(path ? path : "-", to);
    if (!can_begin(format)) return refuse(context, to ? to : path);
    int code = CLI_OK;
    if (format != gp_file_format_at(0)) code = convert(context, format, to);
    return code == CLI_OK ? cli_deliver(context) : code;
}

static int run(cli_context *context, const void *args)
{
    const init_args *init = args;
    const char *path = context->last;
    gp_day day = init->common.status_date;
    if (is_there(path))
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
    int code = write_starter(context, init->to);
    context->common = &init->common;
    return code;
}

const cli_command cli_init = {
    .name = "init",
    .summary = {"a commented portfolio to start from, in the format that the name of FILE tells; "
                "without FILE: JSON on standard output",
                "een portfolio met uitleg om mee te beginnen, in het formaat dat de naam van "
                "BESTAND zegt; zonder BESTAND: JSON op standaarduitvoer"},
    .usage = "[FILE|FOLDER/] [options]",
    .example = "groeipad init --status-date 2025-01-06",
    .shows = {"a small portfolio as it could be on that day; groeipad init plan.xlsx makes a "
              "workbook of it, plan.yaml has comments, folder/ gets sheets",
              "een klein portfolio zoals het op die dag kan zijn; groeipad init plan.xlsx maakt er "
              "een werkmap van, plan.yaml heeft commentaar, map/ krijgt bladen"},
    .last = "FILE",
    .is_operand_optional = true,
    .options = options,
    .args_size = sizeof(init_args),
    .run = run,
};
