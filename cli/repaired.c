/* SPDX-License-Identifier: MIT
 * Two plans for a picture: as it is, and with the cheapest measures taken. Which records a measure
 * of the file changes is found by taking it alone, and comparing. */
#include "cli/repaired.h"
#include "cli/versions.h"

#include <stdlib.h>

/* ---- what measures of the file change ---- */

static gp_status list_ids(cli_repaired *out, const gp_edits *edits, uint32_t choice)
{
    gp_id_list *list = &out->touched[choice];
    const char **ids = calloc((size_t)edits->count + 1, sizeof *ids);
    if (!ids) return GP_NO_MEMORY;
    list->ids = out->ids[choice] = ids;
    for (uint32_t i = 0; i < edits->count; i++) {
        const gp_edit *edit = &edits->edits[i];
        bool is_record = edit->kind == GP_EDIT_INTERVENTION || edit->kind == GP_EDIT_CAPABILITY ||
                         edit->kind == GP_EDIT_LEVEL || edit->kind == GP_EDIT_REQUIREMENT;
        if (is_record && edit->id) ids[list->count++] = edit->id;
    }
    return GP_OK;
}

static gp_status find_touched(cli_context *context, cli_repaired *out, uint32_t choice)
{
    const gp_repair *repair = out->repaired.repair;
    const gp_candidate *candidate = &repair->considered[repair->choices[choice].candidate];
    cli_context other = *context; /* reading notes the changes that were asked for */
    const gp_read_options reading = cli_reading(&other);
    const gp_document *document = out->worlds.document, *variant;
    const gp_portfolio *made;
    const gp_edits *edits;
    gp_status status = gp_read_candidates(out->job, document, context->portfolio, &candidate, 1,
                                          &reading, &made, &variant);
    if (status == GP_OK) status = gp_find_edits(out->job, document, variant, &edits);
    return status == GP_OK ? list_ids(out, edits, choice) : status;
}

/* Automatic measures are about a record that is known. */
static gp_status find_all_touched(cli_context *context, cli_repaired *out)
{
    const gp_repair *repair = out->repaired.repair;
    gp_status status = GP_OK;
    out->job = gp_job_new();
    out->touched = calloc((size_t)repair->choice_count + 1, sizeof *out->touched);
    out->ids = calloc((size_t)repair->choice_count + 1, sizeof *out->ids);
    if (!out->job || !out->touched || !out->ids) return GP_NO_MEMORY;
    for (uint32_t i = 0; i < repair->choice_count && status == GP_OK; i++) {
        const gp_candidate *candidate = &repair->considered[repair->choices[i].candidate];
        if (candidate->kind == GP_DECIDE_MEASURE) status = find_touched(context, out, i);
    }
    out->repaired.touched = out->touched;
    return status;
}

/* ---- two plans ---- */

/* What nobody owns any more with the measures taken is no mistake. */
static gp_status filter_after(cli_context *context, cli_repaired *out)
{
    const cli_common *common = context->common;
    const gp_filter_options asked = {.owners = common->owners.texts,
                                     .tags = common->tags.texts,
                                     .within = common->within.texts,
                                     .owner_count = common->owners.count,
                                     .tag_count = common->tags.count,
                                     .within_count = common->within.count};
    if (!context->writing.filter) return GP_OK;
    out->older.filter = context->writing.filter;
    out->shown.writing.filter = &out->filter;
    gp_status status = gp_make_filter(out->job, out->shown.portfolio, &asked, &out->filter);
    if (status == GP_OK || status == GP_NO_MEMORY) return status;
    out->filter = context->filter;
    out->nobody = calloc((size_t)out->shown.portfolio->symbol_count + 1, 1);
    out->filter.passes = out->nobody;
    return out->nobody ? GP_OK : GP_NO_MEMORY;
}

static gp_status compare(cli_context *context, cli_repaired *out)
{
    static const gp_edits none = {0}; /* nothing is renamed */
    const gp_repair *repair = out->repaired.repair;
    out->older.name = gp_say(context->language, "the plan as it is", "het plan zoals het is");
    out->shown = *context;
    out->shown.schedule = repair->after;
    out->shown.network = repair->after->network;
    out->shown.portfolio = repair->after->network->portfolio;
    gp_status status = gp_compare(context->job, repair->before, repair->after, &none, NULL,
                                  &out->older.comparison);
    if (status == GP_OK) status = find_all_touched(context, out);
    return status == GP_OK ? filter_after(context, out) : status;
}

int cli_open_repaired(cli_context *context, const cli_repair_args *asked, cli_repaired *out)
{
    gp_repair_options options;
    int code = cli_open_worlds(context, &out->worlds);
    if (code == CLI_OK) code = cli_find_repair(context, asked, &out->worlds, &out->repaired.repair);
    if (code == CLI_OK) code = cli_read_repair(context, asked, &options);
    if (code != CLI_OK) return code;
    out->repaired.budget = options.budget;
    gp_sort_findings(context->job);
    return cli_exit_of(context, compare(context, out));
}

void cli_close_repaired(cli_repaired *repaired)
{
    uint32_t count = repaired->ids ? repaired->repaired.repair->choice_count : 0;
    for (uint32_t i = 0; i < count; i++) free(repaired->ids[i]);
    free(repaired->ids);
    free(repaired->touched);
    free(repaired->nobody);
    gp_job_free(repaired->job);
    cli_close_worlds(&repaired->worlds);
    *repaired = (cli_repaired){0};
}
