/* SPDX-License-Identifier: MIT
 * Reads a version of the portfolio. What is in git needs another way in, and no other way on. */
#include "cli/versions.h"

/* A file that goes by another name now is the same file: said, since it is git's guess. */
static void tell_renamed(const cli_context *context, const gp_version_files *version)
{
    for (size_t i = 0; i < version->count && !context->common->is_quiet; i++)
        if (version->files[i].old_path)
            cli_say(gp_say(context->language,
                           "groeipad: read from '%s': it, or its folder, was called so then\n",
                           "groeipad: gelezen uit '%s': zo heette het, of de map, toen\n"),
                    version->files[i].name);
}

gp_status cli_read_files(cli_context *context, const char *revision, const char *const *names,
                         size_t count, bool wants_document)
{
    const gp_read_options reading = cli_reading(context);
    const gp_version_files *version;
    const gp_asked_version asked = {names, count, revision, context->command->takes_folders};
    gp_status status = gp_find_version(context->job, &asked, &version);
    if (status != GP_OK) return status;
    tell_renamed(context, version);
    return gp_read_version(context->job, version, &reading, &context->portfolio,
                           wants_document ? &context->document : NULL);
}

static int read_version(cli_context *context, const cli_asked_version *asked)
{
    gp_status status =
        cli_read_files(context, asked->revision, asked->names, asked->count, asked->wants_document);
    cli_follow_language(context);
    context->writing.named = status == GP_OK ? context->portfolio : NULL;
    if (status != GP_OK) return cli_give_up(context, status);
    int code = cli_choose_scenario(context);
    if (code != CLI_OK) return code;
    const gp_schedule_options planning = {.float_mode = (gp_float_mode)context->common->float_mode};
    status = gp_analyse(context->job, context->portfolio, &planning, &context->network,
                        &context->schedule);
    return status == GP_OK ? CLI_OK : cli_give_up(context, status);
}

int cli_open_version(const cli_context *context, const cli_asked_version *asked, cli_version *out)
{
    cli_context other = *context; /* the same options, and nothing that was read */
    cli_common plain = *context->common;
    plain.changes.count = plain.change_files.count = plain.measures.count = 0; /* of NEW alone */
    other.common = &plain;
    *out = (cli_version){.job = gp_job_new()};
    if (!out->job) return cli_out_of_memory(context->language);
    other.job = out->job;
    other.again = asked->is_same ? context->job : NULL;
    other.files = asked->names;
    other.file_count = asked->count;
    other.portfolio = NULL;
    other.document = NULL;
    other.network = NULL;
    other.schedule = NULL;
    other.output = (gp_output){0};
    other.writing.sink_object = &other;
    int code = read_version(&other, asked);
    out->portfolio = other.portfolio;
    out->document = other.document;
    out->network = other.network;
    out->schedule = other.schedule;
    return code;
}

void cli_close_version(cli_version *version)
{
    gp_job_free(version->job);
    *version = (cli_version){0};
}
