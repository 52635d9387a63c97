/* SPDX-License-Identifier: MIT
 * Opens an older version for a picture: it is read as `compare` reads it, and what moved is found
 * without asking why. */
#include "cli/against.h"

#include <stdlib.h>
#include <string.h>

/* What the older version called a capability that is asked for by `within`. */
static const char *older_id(const cli_context *context, const gp_edits *edits, uint32_t symbol)
{
    const char *id = context->portfolio->ids[symbol];
    for (uint32_t i = 0; i < edits->count; i++)
        if (edits->edits[i].what == GP_EDIT_RENAMED && strcmp(edits->edits[i].id, id) == 0)
            return edits->edits[i].old_id;
    return id;
}

/* Does the older version know this one? */
static gp_status add_known(cli_against *against, gp_filter_options one, const char *word,
                           uint32_t *count)
{
    gp_filter filter;
    gp_status status =
        gp_make_filter(against->version.job, against->version.portfolio, &one, &filter);
    if (status == GP_OK) against->words[against->word_count++] = word;
    *count += status == GP_OK;
    return status == GP_NO_MEMORY ? status : GP_OK;
}

/* Of what was asked for, all that the older version has as well. */
static gp_status ask_known(const cli_context *context, cli_against *against, const gp_edits *edits,
                           gp_filter_options *known)
{
    const gp_filter *asked = context->writing.filter;
    gp_status status = GP_OK;
    known->owners = against->words;
    for (uint32_t i = 0; i < asked->owner_count && status == GP_OK; i++) {
        const gp_filter_options one = {.owners = &asked->owners[i], .owner_count = 1};
        status = add_known(against, one, asked->owners[i], &known->owner_count);
    }
    known->tags = against->words + against->word_count;
    for (uint32_t i = 0; i < asked->tag_count && status == GP_OK; i++) {
        const gp_filter_options one = {.tags = &asked->tags[i], .tag_count = 1};
        status = add_known(against, one, asked->tags[i], &known->tag_count);
    }
    known->within = against->words + against->word_count;
    for (uint32_t i = 0; i < asked->within_count && status == GP_OK; i++) {
        const char *id = older_id(context, edits, asked->within_symbols[i]);
        const gp_filter_options one = {.within = &id, .within_count = 1};
        status = add_known(against, one, id, &known->within_count);
    }
    return status;
}

/* What the filter of the command lets through of the older version. An owner or a tag that it had
 * nowhere is no mistake: nothing that is gone was theirs, and of those beside them it is told. */
static gp_status filter_older(const cli_context *context, cli_against *against,
                              const gp_edits *edits)
{
    const gp_filter *asked = context->writing.filter;
    gp_filter_options known = {0};
    if (!asked) return GP_OK;
    size_t count = (size_t)asked->owner_count + asked->tag_count + asked->within_count;
    against->words = calloc(count + 1, sizeof *against->words);
    if (!against->words) return GP_NO_MEMORY;
    gp_status status = ask_known(context, against, edits, &known);
    if (status != GP_OK) return status;
    against->older.filter = &against->filter;
    bool is_nobody = (asked->owner_count && !known.owner_count) ||
                     (asked->tag_count && !known.tag_count) ||
                     (asked->within_count && !known.within_count);
    if (!is_nobody)
        return gp_make_filter(against->version.job, against->version.portfolio, &known,
                              &against->filter);
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
    return status == GP_OK ? filter_older(context, against, edits) : status;
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
    free(against->words);
}
