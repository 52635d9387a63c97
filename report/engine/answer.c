/* SPDX-License-Identifier: MIT
 * Most parts are those of the report as the build made it. What is left are those about two worlds,
 * those for which a world is checked first, and why there is no world. */
#include "report/engine/answer.h"
#include "core/job.h"
#include "groeipad/report.h"
#include "io/files/source.h"

#include <string.h>

typedef struct answer_row {
    const char *name; /* whole, or as far as a part's name is given by its language and format */
    gp_status (*make)(gp_job *job, const engine_worlds *worlds, const char *name, gp_output *out);
} answer_row;

static gp_language language_of(const char *name)
{
    return strstr(name, ".nl.") ? GP_DUTCH : GP_ENGLISH;
}

static gp_status make_part(gp_job *job, const engine_world *world, const gp_comparison *comparison,
                           const char *name, gp_output *out)
{
    const gp_report report = {
        .document = world->document, .schedule = world->schedule, .comparison = comparison};
    return gp_make_report_part(job, &report, name, out);
}

static gp_status make_any(gp_job *job, const engine_worlds *worlds, const char *name,
                          gp_output *out)
{
    GP_TRY(gp_share_sources(job, worlds->now->job));
    return make_part(job, worlds->now, NULL, name, out);
}

/* Of parts that tell findings. */
static gp_status make_checked(gp_job *job, const engine_worlds *worlds, const char *name,
                              gp_output *out)
{
    engine_world checked = {.changes = worlds->now->changes};
    GP_TRY(engine_check_world(job, worlds->ground, &checked));
    return make_part(job, &checked, NULL, name, out);
}

static bool is_error(const gp_finding *finding, void *object)
{
    (void)object;
    return finding->severity == GP_ERROR;
}

/* Only what stands in the way: that there was more to say already is no news. */
static gp_status make_problems(gp_job *job, const engine_worlds *worlds, const char *name,
                               gp_output *out)
{
    gp_job *failed = worlds->failed ? worlds->failed->job : job;
    gp_keep_findings(failed, is_error, NULL);
    gp_sort_findings(failed);
    return gp_write_no_portfolio(failed, "plan", language_of(name), out);
}

static gp_status make_changes(gp_job *job, const engine_worlds *worlds, const char *name,
                              gp_output *out)
{
    const gp_edits *edits;
    const gp_document *original = worlds->ground->original;
    (void)name;
    GP_TRY(gp_find_edits(job, original ? original : worlds->base->document, worlds->now->document,
                         &edits));
    return gp_write_changes(job, edits, out);
}

static gp_status make_comparison(gp_job *job, const engine_worlds *worlds, const char *name,
                                 gp_output *out)
{
    const gp_comparison *comparison;
    const gp_write_options writing = {.format = GP_FORMAT_JSON};
    GP_TRY(gp_share_sources(job, worlds->now->job));
    GP_TRY(engine_compare_worlds(job, worlds->ground, worlds->base, worlds->now, &comparison));
    if (strcmp(name, "compare.json") == 0)
        return gp_write_comparison(job, comparison, &writing, out);
    return make_part(job, worlds->now, comparison, name, out);
}

static const answer_row rows[] = {
    {"problems.", make_problems}, {"changes.json", make_changes}, {"compare.", make_comparison},
    {"findings.", make_checked},  {"model.", make_checked},       {"", make_any}, /* the rest */
};

gp_status engine_answer(gp_job *job, const engine_worlds *worlds, const char *name, gp_output *out)
{
    const answer_row *row = rows;
    while (strncmp(name, row->name, strlen(row->name)) != 0) row++;
    return row->make(job, worlds, name, out);
}
