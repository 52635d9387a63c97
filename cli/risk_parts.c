/* SPDX-License-Identifier: MIT
 * A part holds the files that it was drawn from and how they were read, so where parts are put
 * together everything goes as it does with the files themselves, up to the places in messages. */
#include "cli/risk_parts.h"
#include "cli/risk_ranks.h"
#include "cli/versions.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

/* ---- options that fit together ---- */

static int refuse(const cli_context *context, const char *english, const char *dutch)
{
    return cli_wrong_use(context->command, context->language, "%s",
                         gp_say(context->language, english, dutch));
}

/* Options that say what is drawn, where the parts say it. */
static const char *find_said(const cli_common *common, const gp_risk_options *options)
{
    if (options->draws) return "draws";
    if (options->seed != 1) return "seed";
    if (options->spread_less || options->spread_more) return "spread";
    if (options->is_mitigated) return "mitigated";
    if (common->status_date != GP_NO_DAY) return "status-date";
    if (common->scenario) return "scenario";
    if (common->from) return "from";
    if (common->changes.count) return "set";
    if (common->change_files.count) return "changes";
    return common->measures.count ? "measure" : NULL;
}

static int judge_merging(const cli_context *context, const cli_part_args *asked, const char *said,
                         const gp_risk_options *options)
{
    if (!said) said = asked->from ? "draws-from" : asked->to ? "draws-to" : NULL;
    if (!said) said = find_said(context->common, options);
    if (!said) return CLI_OK;
    return cli_wrong_use(context->command, context->language,
                         gp_say(context->language, "with --merge the parts say what --%s would say",
                                "bij --merge zeggen de delen wat --%s zou zeggen"),
                         said);
}

int cli_judge_parts(const cli_context *context, const cli_part_args *asked, const char *said,
                    gp_risk_options *options)
{
    const bool is_part = context->common->format == CLI_FORMAT_PART;
    if (asked->is_merging) return judge_merging(context, asked, said, options);
    if (asked->to && options->draws)
        return refuse(context, "--draws and --draws-to both say how many",
                      "--draws en --draws-to zeggen allebei hoeveel");
    if (asked->to && asked->to <= asked->from)
        return refuse(
            context, "--draws-to is the first draw that is not made: it comes after --draws-from",
            "--draws-to is de eerste trekking die niet gemaakt wordt: die komt na --draws-from");
    if (said && (cli_count_ranks() > 1 || is_part || asked->from || asked->to))
        return refuse(
            context, "--until-error is about a whole run: a part has its own number of draws",
            "--until-error gaat over een hele run: een deel heeft een eigen aantal trekkingen");
    if (is_part && context->common->change_files.count)
        return refuse(context,
                      "a part does not hold files of --changes: write the changed portfolio first "
                      "(convert), and draw from that",
                      "een deel bevat geen bestanden van --changes: schrijf eerst het gewijzigde "
                      "portfolio (convert), en trek daaruit");
    options->first_draw = asked->from;
    if (asked->to) options->draws = asked->to - asked->from;
    const uint32_t draws = options->draws ? options->draws : GP_RISK_DRAWS;
    if (draws <= GP_RISK_DRAWS_MAX - asked->from) return CLI_OK;
    return refuse(context, "a draw has a number below 100000000",
                  "een trekking heeft een nummer onder 100000000");
}

/* ---- putting together ---- */

/* A copy in the job, aligned for anything. */
static const void *keep(gp_job *job, const void *bytes, size_t size)
{
    return gp_copy_text(job, bytes, size);
}

/* From here the files are those that the parts were drawn from, and so are the options that say how
 * they are planned. */
static gp_status follow(cli_context *context, const gp_run_origin *origin)
{
    alignas(max_align_t) unsigned char args[CLI_ARGS_MAX];
    const char *names[GP_SOURCES_MAX];
    cli_common *common = (cli_common *)(void *)args;
    size_t count = 0;
    for (; count < origin->files.count && count < GP_SOURCES_MAX; count++)
        names[count] = origin->files.files[count].name;
    memcpy(args, context->common, context->command->args_size);
    common->scenario = origin->scenario;
    common->float_mode = (int)origin->float_mode;
    common->status_date = origin->reading.status_date;
    context->common = keep(context->job, args, context->command->args_size);
    context->files = keep(context->job, names, count * sizeof *names);
    context->file_count = count;
    return context->common && context->files ? GP_OK : GP_NO_MEMORY;
}

gp_status cli_load_parts(cli_context *context, const cli_part_args *asked)
{
    if (context->common->format == CLI_FORMAT_PART) context->writing.format = GP_FORMAT_TEXT;
    if (!asked->is_merging)
        return cli_read_files(context, NULL, context->files, context->file_count, false);
    const cli_common *given = context->common;
    gp_status status = gp_read_parts(context->job, context->files, context->file_count,
                                     given->format != CLI_FORMAT_PART, &context->parts);
    context->part_count = context->file_count;
    if (status != GP_OK) return status;
    const gp_run_origin *origin = &context->parts[0].origin;
    status = follow(context, origin);
    if (status != GP_OK) {
        context->common = given;
        return status;
    }
    return gp_read_version(context->job, &origin->files, &origin->reading, &context->portfolio,
                           NULL);
}

gp_status cli_write_part(cli_context *context, const gp_risk_options *options,
                         const gp_risk_sums *sums)
{
    if (context->parts)
        return gp_write_part(context->job, &context->parts[0].origin, sums, &context->output);
    const gp_asked_version asked = {.names = context->files, .count = context->file_count};
    const gp_version_files *files;
    gp_status status = gp_find_version(context->job, &asked, &files);
    if (status != GP_OK) return status;
    const gp_run_origin origin = {.files = *files,
                                  .reading = cli_reading(context),
                                  .scenario = context->common->scenario,
                                  .float_mode = (gp_float_mode)context->common->float_mode,
                                  .options = *options};
    return gp_write_part(context->job, &origin, sums, &context->output);
}
