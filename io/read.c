/* SPDX-License-Identifier: MIT
 * Reads inputs, one after the other and each in its own format, into one portfolio. */
#include "io/change/overlay.h"
#include "io/formats.h"

gp_status gp_end_reading(gp_records *records)
{
    GP_TRY(gp_end_formats(records));
    return gp_take_new(records);
}

static gp_status finish(gp_records *records, const gp_portfolio **out)
{
    GP_TRY(gp_end_reading(records));
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

gp_status gp_open_for_reading(gp_records *records, const gp_version_files *version, size_t i,
                              gp_input *out)
{
    const gp_overlay *overlay = records->overlay;
    const gp_job *again = overlay && overlay->kept ? overlay->kept : records->options->again;
    return gp_open_version_file(records->job, version, i, again, out);
}

static gp_status read_all(gp_records *records, const gp_version_files *version,
                          const gp_portfolio **out)
{
    size_t unreadable = 0;
    for (size_t i = 0; i < version->count; i++) {
        gp_input input;
        const char *name = version->files[i].name;
        gp_status opened = gp_open_for_reading(records, version, i, &input);
        const gp_format_row *format;
        gp_status status = gp_read_input(records, name, opened, &input, &format);
        if (status != GP_OK && status != GP_IO) return status;
        unreadable += status == GP_IO; /* the others have errors too */
    }
    if (unreadable == 0) return finish(records, out);
    return unreadable == version->count ? GP_IO : finish_without(records);
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
static gp_status use_changes(gp_records *records, const gp_version_files *version)
{
    const gp_overlay *overlay;
    uint32_t before = count_errors(records->job);
    GP_TRY(gp_make_overlay(records->job, records->options, version, &overlay));
    records->is_incomplete = count_errors(records->job) != before;
    return overlay ? gp_use_overlay(records, overlay) : GP_OK;
}

gp_status gp_start_version(gp_job *job, const gp_read_options *options,
                           const gp_version_files *version, gp_records **out)
{
    GP_TRY(gp_start_reading(job, options, out));
    return options && options->changes ? use_changes(*out, version) : GP_OK;
}

/* Files as they are. */
static gp_status list_files(gp_job *job, const char *const *names, size_t count,
                            gp_version_files *out)
{
    gp_version_file *files = GP_NEW(job, gp_version_file, count);
    if (!files) return gp_no_memory(job);
    for (size_t i = 0; i < count; i++) files[i].name = names[i];
    *out = (gp_version_files){files, count};
    return GP_OK;
}

gp_status gp_read_version(gp_job *job, const gp_version_files *version,
                          const gp_read_options *options, const gp_portfolio **portfolio,
                          const gp_document **document)
{
    gp_records *records;
    const gp_portfolio *made;
    GP_TRY(gp_start_version(job, options, version, &records));
    if (document) GP_TRY(gp_new_document(job, &records->document));
    GP_TRY(read_all(records, version, &made));
    if (document) {
        GP_TRY(gp_close_document(records->document, records->status_date));
        *document = records->document;
    }
    *portfolio = made;
    return GP_OK;
}

gp_status gp_read_document(gp_job *job, const char *const *names, size_t count,
                           const gp_read_options *options, const gp_portfolio **portfolio,
                           const gp_document **document)
{
    gp_version_files version;
    GP_TRY(list_files(job, names, count, &version));
    return gp_read_version(job, &version, options, portfolio, document);
}

gp_status gp_read_files(gp_job *job, const char *const *names, size_t count,
                        const gp_read_options *options, const gp_portfolio **out)
{
    return gp_read_document(job, names, count, options, out, NULL);
}

gp_status gp_read_document_text(gp_job *job, const char *name, const char *text, size_t size,
                                const gp_read_options *options, const gp_portfolio **portfolio,
                                const gp_document **document)
{
    const gp_version_file file = {.name = name, .bytes = text, .size = size, .is_committed = true};
    return gp_read_version(job, &(gp_version_files){&file, 1}, options, portfolio, document);
}

gp_status gp_read_text(gp_job *job, const char *name, const char *text, size_t size,
                       const gp_read_options *options, const gp_portfolio **out)
{
    return gp_read_document_text(job, name, text, size, options, out, NULL);
}
