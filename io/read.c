/* SPDX-License-Identifier: MIT
 * Reads inputs, one after the other and each in its own format, into one portfolio. */
#include "io/change/overlay.h"
#include "io/csv/csv_names.h"
#include "io/formats.h"
#include "io/graph/asked_types.h"

static gp_status finish(gp_records *records, const gp_portfolio **out)
{
    GP_TRY(gp_end_formats(records));
    GP_TRY(gp_take_new(records));
    return gp_finish_records(records, out);
}

/* Without a file that cannot be read there is no portfolio; gp_check_rest judges the others. */
static gp_status finish_without(gp_records *records)
{
    const gp_portfolio *none;
    records->is_incomplete = true;
    gp_status status = finish(records, &none);
    return status == GP_OK || status == GP_INVALID ? GP_IO : status;
}

static gp_status open_file(gp_job *job, const gp_version_file *file, gp_input *out)
{
    if (!file->is_committed) return gp_open_input(job, file->name, GP_WINDOW_SIZE, out);
    return gp_open_text(job, file->name, file->bytes, file->size, GP_WINDOW_SIZE, out);
}

static gp_status read_all(gp_records *records, const gp_version_files *version,
                          const gp_portfolio **out)
{
    size_t unreadable = 0;
    for (size_t i = 0; i < version->count; i++) {
        gp_input input;
        const char *name = version->files[i].name;
        gp_status opened = open_file(records->job, &version->files[i], &input);
        const gp_format_row *format;
        gp_status status = gp_read_input(records, name, opened, &input, &format);
        if (status != GP_OK && status != GP_IO) return status;
        unreadable += status == GP_IO; /* the others have errors too */
    }
    if (unreadable == 0) return finish(records, out);
    return unreadable == version->count ? GP_IO : finish_without(records);
}

static gp_status read_files(gp_records *records, const char *const *names, size_t count,
                            const gp_portfolio **out)
{
    gp_version_file *files = GP_NEW(records->job, gp_version_file, count);
    if (!files) return gp_no_memory(records->job);
    for (size_t i = 0; i < count; i++) files[i].name = names[i];
    return read_all(records, &(gp_version_files){files, count}, out);
}

static gp_status read_text(gp_records *records, const char *name, const char *text, size_t size,
                           const gp_portfolio **out)
{
    gp_input input;
    gp_status opened = gp_open_text(records->job, name, text, size, GP_WINDOW_SIZE, &input);
    const gp_format_row *format;
    GP_TRY(gp_read_input(records, name, opened, &input, &format));
    return finish(records, out);
}

static uint32_t count_errors(gp_job *job)
{
    uint32_t count, errors = 0;
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) errors += findings[i].severity == GP_ERROR;
    return errors;
}

/* The changes that the options ask for. Where one cannot be read there is no portfolio, as where
 * that is so of a file. */
static gp_status use_changes(gp_records *records, const char *const *names, size_t count)
{
    const gp_overlay *overlay;
    uint32_t before = count_errors(records->job);
    GP_TRY(gp_make_overlay(records->job, records->options, names, count, &overlay));
    records->is_incomplete = count_errors(records->job) != before;
    return overlay ? gp_use_overlay(records, overlay) : GP_OK;
}

/* Prepares for reading, with what the options change. */
static gp_status start(gp_job *job, const gp_read_options *options, gp_records **out)
{
    GP_TRY(gp_start_reading(job, options, out));
    return options && options->changes ? use_changes(*out, NULL, 0) : GP_OK;
}

/* ---- documents ---- */

/* Prepares for reading that also collects the document. */
static gp_status start_document(gp_job *job, const gp_read_options *options, gp_records **out)
{
    GP_TRY(start(job, options, out));
    return gp_new_document(job, &(*out)->document);
}

static gp_status finish_document(gp_records *records, const gp_portfolio *made,
                                 const gp_portfolio **portfolio, const gp_document **document)
{
    GP_TRY(gp_close_document(records->document, records->status_date));
    *portfolio = made;
    *document = records->document;
    return GP_OK;
}

gp_status gp_read_files(gp_job *job, const char *const *names, size_t count,
                        const gp_read_options *options, const gp_portfolio **out)
{
    gp_records *records;
    GP_TRY(start(job, options, &records));
    return read_files(records, names, count, out);
}

gp_status gp_read_text(gp_job *job, const char *name, const char *text, size_t size,
                       const gp_read_options *options, const gp_portfolio **out)
{
    gp_records *records;
    GP_TRY(start(job, options, &records));
    return read_text(records, name, text, size, out);
}

gp_status gp_read_document(gp_job *job, const char *const *names, size_t count,
                           const gp_read_options *options, const gp_portfolio **portfolio,
                           const gp_document **document)
{
    gp_records *records;
    const gp_portfolio *made;
    GP_TRY(start_document(job, options, &records));
    GP_TRY(read_files(records, names, count, &made));
    return finish_document(records, made, portfolio, document);
}

gp_status gp_read_document_text(gp_job *job, const char *name, const char *text, size_t size,
                                const gp_read_options *options, const gp_portfolio **portfolio,
                                const gp_document **document)
{
    gp_records *records;
    const gp_portfolio *made;
    GP_TRY(start_document(job, options, &records));
    GP_TRY(read_text(records, name, text, size, &made));
    return finish_document(records, made, portfolio, document);
}

gp_status gp_read_version(gp_job *job, const gp_version_files *version,
                          const gp_read_options *options, const gp_portfolio **portfolio,
                          const gp_document **document)
{
    gp_records *records;
    const gp_portfolio *made;
    GP_TRY(document ? start_document(job, options, &records) : start(job, options, &records));
    GP_TRY(read_all(records, version, &made));
    if (document) return finish_document(records, made, portfolio, document);
    *portfolio = made;
    return GP_OK;
}
