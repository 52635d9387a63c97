/* SPDX-License-Identifier: MIT
 * `groeipad convert`: the same portfolio in another format. The name of the output says which, or
 * --to; without either it is JSON. */
#include "cli/commands.h"
#include "render/groeipad_render.h"

#include <string.h>

typedef struct convert_args {
    cli_common common;
    const char *to;
} convert_args;

static const cli_option options[] = {
    {.name = "to",
     .kind = CLI_TEXT,
     .field = offsetof(convert_args, to),
     .value = "FORMAT",
     .summary = {"the format to write (otherwise: as the file is called, or json)",
                 "het formaat om te schrijven (anders: naar de naam van het bestand, of json)"}},
    CLI_FAIL_ON("never"),
    {0}};

static int refuse(const cli_context *context, const char *english, const char *dutch,
                  const char *word)
{
    char names[CLI_FORMATS_SIZE];
    return cli_wrong_use(context->command, context->language,
                         cli_say(context->language, english, dutch), word,
                         cli_list_formats(true, names));
}

static int choose(const cli_context *context, const char *to, const gp_file_format **out)
{
    const char *path = context->common->output;
    if (to) {
        *out = gp_find_file_format(to);
        if (*out && gp_is_written(*out)) return CLI_OK;
        return refuse(context, "cannot write format '%s'; there is: %s",
                      "kan formaat '%s' niet schrijven; er is: %s", to);
    }
    *out = cli_names_file(path) ? gp_file_format_of(path) : gp_find_file_format("json");
    if (*out) return CLI_OK;
    return refuse(context, "the name '%s' tells no format; --to does: %s",
                  "de naam '%s' zegt niet welk formaat; --to wel: %s", path);
}

static int run(cli_context *context, const void *args)
{
    const convert_args *convert = args;
    const gp_file_format *format;
    int code = choose(context, convert->to, &format);
    if (code != CLI_OK) return code;
    gp_convert_options how = {.format = format->name, .language = context->language};
    gp_status status = GP_OK;
    if (strcmp(format->name, "archimate") == 0) { /* it carries a picture */
        const gp_path_view view = {.intervention = GP_NONE, .language = context->language};
        status = gp_place_path(context->job, context->schedule, &view, &how.boxes);
    }
    if (status == GP_OK)
        status = gp_convert(context->job, context->document, context->portfolio, context->schedule,
                            &how, &context->output);
    gp_sort_findings(context->job); /* what was lost stands among the others */
    return cli_exit_of(context, status);
}

const cli_command cli_convert = {
    .name = "convert",
    .summary = {"the portfolio in another format; what that cannot hold is reported",
                "het portfolio in een ander formaat; wat daar niet in past wordt gemeld"},
    .usage = "FILE... [-o FILE] [--to FORMAT] [options]",
    .example = "groeipad convert examples/minimal.json",
    .reads_portfolio = true,
    .wants_document = true,
    .options = options,
    .args_size = sizeof(convert_args),
    .run = run,
};
