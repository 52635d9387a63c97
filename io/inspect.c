/* SPDX-License-Identifier: MIT
 * Reads files to see what is in them. The reading is that of a portfolio, with a survey that counts
 * on the way; so what is said of a type is what becomes of it. */
#include "io/formats.h"
#include "io/survey.h"

#include "groeipad/plan.h"

#include <stdlib.h>
#include <string.h>

static gp_status note_file(gp_records *records, gp_array *files, const char *name,
                           const gp_format_row *format)
{
    gp_inspected_file file = {.name = name, .format = format ? format->facts.name : NULL};
    uint32_t count;
    const gp_finding *findings = gp_findings(records->job, &count);
    for (uint32_t i = 0; i < count; i++) {
        bool is_here = findings[i].code == 123 && findings[i].place.source == records->source;
        if (is_here && format) file.version = findings[i].arguments[0].text;
    }
    return gp_push(records->job, files, &file, 1) ? GP_OK : gp_no_memory(records->job);
}

/* Parts of a plan that are not carried over are findings of their own; they are counted by kind. */
static gp_status count_losses(gp_records *records)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(records->job, &count);
    for (uint32_t i = 0; i < count; i++) {
        const gp_argument *what = &findings[i].arguments[1];
        if (findings[i].code != 127) continue;
        const gp_inventory_row row = {.part = "other",
                                      .type = what->kind == GP_ARGUMENT_WORDS ? what->words
                                                                              : GP_SAME(what->text),
                                      .count = 1,
                                      .why = {{"it is not carried over", "dat komt niet mee"}}};
        GP_TRY(gp_survey_add(records->survey, &row, NULL));
    }
    return GP_OK;
}

/* Options are tried on one graph. Where there are more files, it stands in one of them. */
static void name_file(gp_survey *survey, size_t first, const char *name)
{
    gp_proposal *all = survey->proposals.data;
    for (size_t i = first; i < survey->proposals.count; i++) all[i].file = name;
}

static gp_status survey_files(gp_records *records, const gp_version_files *version, gp_array *files)
{
    bool is_unreadable = false;
    for (size_t i = 0; i < version->count; i++) {
        gp_input input;
        const char *name = version->files[i].name;
        const gp_format_row *format = NULL;
        size_t proposed = records->survey->proposals.count;
        gp_status opened = gp_open_for_reading(records, version, i, &input);
        gp_status status = gp_read_input(records, name, opened, &input, &format);
        if (status != GP_OK && status != GP_IO) return status;
        is_unreadable = is_unreadable || status == GP_IO;
        name_file(records->survey, proposed, version->count > 1 ? name : NULL);
        GP_TRY(note_file(records, files, name, format));
    }
    if (is_unreadable) return GP_IO;
    GP_TRY(gp_end_reading(records));
    return count_losses(records);
}

/* The portfolio, and circles in it. Without a date there is none; any will do to see the rest. */
static gp_status finish_survey(gp_records *records, gp_inventory *out)
{
    gp_settings *settings = gp_draft_settings(records->draft);
    const gp_network *network;
    out->has_date = settings->status_date != GP_NO_DAY;
    if (!out->has_date) records->status_date = settings->status_date = 0;
    gp_status status = gp_finish_records(records, &out->portfolio);
    if (status == GP_OK) status = gp_build_network(records->job, out->portfolio, &network);
    if (status == GP_INVALID) out->portfolio = NULL;
    return status == GP_INVALID ? GP_OK : status;
}

static int compare_parts(const void *left, const void *right)
{
    static const char *const order[] = {"element", "relation", "record",
                                        "setting", "property", "other"};
    const gp_inventory_row *a = left, *b = right;
    int at[2] = {0, 0};
    while (strcmp(order[at[0]], a->part) != 0) at[0]++;
    while (strcmp(order[at[1]], b->part) != 0) at[1]++;
    if (at[0] != at[1]) return at[0] - at[1];
    return a->count != b->count ? (a->count < b->count) - (a->count > b->count)
                                : strcmp(a->type.in[0], b->type.in[0]);
}

gp_status gp_inspect(gp_job *job, const char *const *names, size_t count,
                     const gp_read_options *options, gp_inventory *out)
{
    gp_records *records;
    gp_array *files = GP_NEW(job, gp_array, 1);
    gp_version_file *named = GP_NEW(job, gp_version_file, count);
    const gp_version_files version = {named, count};
    if (!files || !named) return gp_no_memory(job);
    for (size_t i = 0; i < count; i++) named[i].name = names[i];
    files->size = sizeof(gp_inspected_file);
    *out = (gp_inventory){.is_readable = false};
    GP_TRY(gp_start_version(job, options, &version, &records));
    GP_TRY(gp_new_survey(job, &records->survey));
    GP_TRY(survey_files(records, &version, files));
    GP_TRY(finish_survey(records, out));
    gp_survey *survey = records->survey;
    if (survey->rows.count > 1)
        qsort(survey->rows.data, survey->rows.count, sizeof(gp_inventory_row), compare_parts);
    out->files = files->data;
    out->file_count = (uint32_t)files->count;
    out->rows = survey->rows.data;
    out->row_count = (uint32_t)survey->rows.count;
    out->proposals = survey->proposals.data;
    out->proposal_count = (uint32_t)survey->proposals.count;
    out->is_readable = !records->is_incomplete;
    return GP_OK;
}
