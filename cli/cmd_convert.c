/* SPDX-License-Identifier: MIT
 * `groeipad convert`: the same portfolio in another format. The name of the output says which, or
 * --to; without either it is JSON. A folder gets a file for each kind of rows. */
#include "cli/commands.h"
#include "cli/folder.h"
#include "groeipad/render.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

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

static int fill_folder(cli_context *context, const char *to, gp_convert_options *how)
{
    const gp_file_format *format = cli_find_filling(to);
    if (!format)
        return cli_wrong_use(context->command, context->language,
                             gp_say(context->language,
                                    "format '%s' fills no folder; name a file for the output",
                                    "formaat '%s' vult geen map; noem een bestand voor de uitvoer"),
                             to);
    how->format = format->name;
    return cli_fill_folder(context, format, how);
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

/* ---- over its own input ---- */

static const char *asked_format(const cli_context *context)
{
    return ((const convert_args *)(const void *)context->common)->to;
}

static bool writes(const cli_context *context, const struct stat *file)
{
    const char *output = context->common->output;
    return cli_names_folder(output) && cli_is_in_folder(file, output, asked_format(context));
}

/* The format that a name tells; NULL: none, or it may be one of several. */
static const gp_file_format *sure_format(const char *name)
{
    const char *dot = strrchr(name, '.');
    size_t count = 0;
    for (size_t i = 0; dot && gp_file_format_at(i); i++)
        for (size_t k = 0; k < GP_EXTENSIONS_MAX && gp_file_format_at(i)->extensions[k]; k++)
            count += strcasecmp(gp_file_format_at(i)->extensions[k], dot + 1) == 0;
    return count == 1 ? gp_file_format_of(name) : NULL;
}

/* A portfolio may be written anew in its own format. */
static bool may_rewrite(const cli_context *context)
{
    const char *from = context->common->from, *to = asked_format(context);
    const gp_file_format *read = from ? gp_find_file_format(from) : sure_format(context->files[0]);
    const gp_file_format *written =
        to ? gp_find_file_format(to) : sure_format(context->common->output);
    return read && read == written;
}

/* GP12x: left out; GP104: a key that nobody knows, which JSON and YAML keep. */
static bool is_loss(const gp_finding *finding, bool keeps_keys)
{
    bool is_left_out = finding->code >= 120 && finding->code < 128;
    return is_left_out || (finding->code == 104 && !keeps_keys);
}

/* What is left out would be gone. */
static int refuse_loss(cli_context *context)
{
    cli_tell_findings(context);
    return cli_wrong_use(
        context->command, context->language,
        gp_say(context->language, "'%s' would lose what is left out; name another file to write",
               "'%s' zou kwijtraken wat wegvalt; noem een ander bestand om te schrijven"),
        context->files[0]);
}

/* Whether a line of the file is comment, or ends in it: the sign stands after a blank. */
static bool has_comment(const char *name, char sign)
{
    FILE *file = fopen(name, "rb");
    bool is_found = false;
    for (int before = '\n', c; file && !is_found && (c = getc(file)) != EOF; before = c)
        is_found = c == sign && (before == '\n' || before == ' ' || before == '\t');
    if (file) fclose(file);
    return is_found;
}

/* Of a format with more in it than a portfolio. */
static void tell_not_kept(const cli_context *context, const char *name, const char *comment)
{
    if (!comment)
        cli_say(gp_say(context->language,
                       "groeipad: of '%s' only the portfolio is kept, no comments and no layout\n",
                       "groeipad: van '%s' blijft alleen het portfolio bewaard, geen opmerkingen "
                       "en geen opmaak\n"),
                name);
    else if (has_comment(name, comment[0]))
        cli_say(gp_say(context->language, "groeipad: comments in '%s' are not kept\n",
                       "groeipad: commentaar in '%s' blijft niet bewaard\n"),
                name);
}

static int rewrite(cli_context *context)
{
    uint32_t count;
    const char *name = context->files[0];
    const gp_file_format *format = gp_file_format_of(name);
    const char *comment = format ? format->comment : NULL;
    bool is_plain = format && format->is_plain;
    const gp_finding *findings = gp_findings(context->job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (is_loss(&findings[i], is_plain || comment)) return refuse_loss(context);
    if (!is_plain) tell_not_kept(context, name, comment);
    return CLI_OK;
}

static int run(cli_context *context, const void *args)
{
    int code = cli_write_portfolio(context, ((const convert_args *)args)->to);
    if (code != CLI_OK) return code;
    gp_sort_findings(context->job); /* what was lost stands among the others */
    return context->is_rewriting ? rewrite(context) : CLI_OK;
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
    .writes = writes,
    .may_rewrite = may_rewrite,
    .run = run,
};
