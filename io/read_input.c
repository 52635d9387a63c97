/* SPDX-License-Identifier: MIT
 * Reads one input in its own format, into records that are there. */
#include "io/csv/csv_names.h"
#include "io/files/source.h"
#include "io/formats.h"
#include "io/graph/asked_types.h"

/* Prepares for reading; options that cannot be are refused before a file is opened. */
gp_status gp_start_reading(gp_job *job, const gp_read_options *options, gp_records **out)
{
    GP_TRY(gp_start_records(job, options, out));
    GP_TRY(gp_judge_property_names(*out));
    return gp_start_column_names(*out);
}

/* With --strict a key that nobody knows is an error, as all is that would be left out. */
static gp_status judge_unknown_keys(gp_records *records, uint32_t from, const char *format)
{
    uint32_t count, unknown = 0, first = 0;
    const gp_finding *findings = gp_findings(records->job, &count);
    for (uint32_t i = from; i < count; i++)
        if (findings[i].code == 104 && unknown++ == 0) first = i;
    if (unknown == 0) return GP_OK;
    return gp_add_finding(
        records->job,
        &(gp_finding){
            .code = 126,
            .place = findings[first].place,
            .arguments = {GP_NUMBER(unknown), GP_WORDS("keys in a file", "sleutels in een bestand"),
                          GP_TEXT(format),
                          GP_WORDS("as the warnings say", "zoals de waarschuwingen zeggen")}});
}

/* Reads what was opened, and closes it: the text is gone before the draft is finished. */
gp_status gp_read_input(gp_records *records, const char *name, gp_status opened, gp_input *input,
                        const gp_format_row **format)
{
    gp_status status = opened;
    uint32_t found;
    (void)gp_findings(records->job, &found);
    *format = NULL;
    if (status == GP_OK)
        status = gp_choose_format(records, input, name, records->options->format, format);
    if (status == GP_OK && *format) status = (*format)->read(records, input);
    gp_close_input(input);
    if (status == GP_OK && *format && records->options->is_strict)
        status = judge_unknown_keys(records, found, (*format)->facts.title);
    return status;
}

/* What a job kept of a file. Its sources are in the order of the files, after those of changes. */
static const gp_array *kept_of(const gp_job *again, const char *name, uint32_t i)
{
    for (; i < gp_source_count(again); i++)
        if (!gp_is_option(again, i) && strcmp(gp_source_name(again, i), name) == 0)
            return gp_kept_bytes(again, i);
    return NULL;
}

gp_status gp_open_version_file(gp_job *job, const gp_version_files *version, size_t i,
                               const gp_job *again, gp_input *out)
{
    const gp_version_file *file = &version->files[i];
    const gp_array *kept = again ? kept_of(again, file->name, (uint32_t)i) : NULL;
    if (kept) return gp_open_text(job, file->name, kept->data, kept->count, GP_WINDOW_SIZE, out);
    if (!file->is_committed) return gp_open_input(job, file->name, GP_WINDOW_SIZE, out);
    return gp_open_text(job, file->name, file->bytes, file->size, GP_WINDOW_SIZE, out);
}
