/* SPDX-License-Identifier: MIT
 * Takes measures at the door, from the document that was read already: as --measure would, and of
 * the future that is asked for. */
#include "cli/repair_worlds.h"
#include "cli/versions.h"
#include "groeipad/scenarios.h"

static gp_status make(void *object, gp_job *job, const gp_candidate *const *candidates,
                      uint32_t count, const gp_portfolio **out)
{
    const cli_repair_worlds *all = object;
    const cli_context *context = all->context;
    cli_context other = *context; /* reading notes the changes that were asked for */
    const gp_read_options reading = cli_reading(&other);
    const gp_portfolio *made;
    gp_status status = gp_read_candidates(job, all->document, context->portfolio, candidates, count,
                                          &reading, &made, NULL);
    if (status != GP_OK) return status;
    *out = made;
    if (!context->common->scenario) return GP_OK;
    uint32_t scenario = gp_find_scenario(made, context->common->scenario);
    return scenario == GP_NONE ? GP_OK : gp_select_scenario(job, made, scenario, out);
}

/* In a job of its own: what is found there has been found before. */
static int read_again(cli_context *context, cli_repair_worlds *out)
{
    cli_context other = *context;
    out->job = gp_job_new();
    if (!out->job) return cli_out_of_memory(context->language);
    other.job = out->job;
    other.again = context->job;
    gp_status status = cli_read_files(&other, NULL, context->files, context->file_count, true);
    if (status != GP_OK) return cli_exit_of(&other, status);
    out->document = other.document;
    return CLI_OK;
}

int cli_open_worlds(cli_context *context, cli_repair_worlds *out)
{
    *out = (cli_repair_worlds){
        .worlds = {make, out}, .context = context, .document = context->document};
    return out->document ? CLI_OK : read_again(context, out);
}

void cli_close_worlds(cli_repair_worlds *worlds)
{
    gp_job_free(worlds->job);
    worlds->job = NULL;
}
