/* SPDX-License-Identifier: MIT
 * Opens an older version for a picture: it is read as `compare` reads it, and what moved is found
 * without asking why. */
#include "cli/against.h"

#include <stdlib.h>

/* What the filter of the command lets through of the older version. An owner or a tag that it had
 * nowhere is no mistake: then nothing that is gone was anybody's who is asked for. */
static gp_status filter_older(const cli_context *context, cli_against *against)
{
    const cli_common *common = context->common;
    const gp_filter_options asked = {.owners = common->owners.texts,
                                     .tags = common->tags.texts,
                                     .within = common->within.texts,
                                     .owner_count = common->owners.count,
                                     .tag_count = common->tags.count,
                                     .within_count = common->within.count};
    if (!context->writing.filter) return GP_OK;
    gp_job *job = against->version.job;
    gp_status status = gp_make_filter(job, against->version.portfolio, &asked, &against->filter);
    if (status == GP_NO_MEMORY) return status;
    against->older.filter = &against->filter;
    if (status == GP_OK) return status;
    against->nobody = calloc((size_t)against->version.portfolio->symbol_count + 1, 1);
    against->filter.passes = against->nobody;
    return against->nobody ? GP_OK : GP_NO_MEMORY;
}

static gp_status find_what_moved(cli_context *context, cli_against *against)
{
    const gp_edits *edits;
    const cli_version *version = &against->version;
    gp_status status = gp_find_edits(context->job, version->document, context->document, &edits);
    if (status == GP_OK)
        status = gp_compare(context->job, version->schedule, context->schedule, edits, NULL,
                            &against->older.comparison);
    return status == GP_OK ? filter_older(context, against) : status;
}

int cli_open_against(cli_context *context, cli_against *out, const gp_older **older)
{
    const char *name = context->common->against;
    const cli_asked_version asked = {.names = &name, .count = 1, .wants_document = true};
    *older = NULL;
    *out = (cli_against){.older = {.name = name}};
    if (!name) return CLI_OK;
    int code = cli_open_version(context, &asked, &out->version);
    if (code != CLI_OK) return code;
    *older = &out->older;
    return cli_exit_of(context, find_what_moved(context, out));
}

void cli_close_against(cli_against *against)
{
    if (against->version.job) cli_close_version(&against->version);
    free(against->nobody);
}
