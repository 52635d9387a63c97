/* SPDX-License-Identifier: MIT
 * The overlay that the options ask for: files of changes are read as any portfolio is, but nothing
 * in them is judged before it is merged. */
#include "io/change/overlay_own.h"
#include "io/files/option.h"
#include "io/formats.h"

#include <cjson/cJSON.h>
#include <string.h>

/* ---- what is typed ---- */

static gp_status add_texts(gp_overlay *overlay, const gp_changes *changes)
{
    static const char *const names[] = {"--set", "--require", "--drop"};
    for (uint32_t i = 0; i < changes->text_count; i++) {
        const gp_change_text *change = &changes->texts[i];
        gp_place place;
        const gp_change_origin *origin = change->origin;
        GP_TRY(gp_add_option_line(overlay->job, origin ? origin->option : names[change->verb],
                                  origin ? origin->text : change->text, &place));
        GP_TRY(gp_add_change_text(overlay, change, place));
    }
    return GP_OK;
}

/* ---- files of changes ---- */

static gp_status add_file(gp_overlay *overlay, const char *name, const gp_read_options *options)
{
    gp_records *records;
    gp_input input;
    const gp_format_row *format;
    gp_read_options *plain = GP_NEW(overlay->job, gp_read_options, 1);
    if (!plain) return gp_no_memory(overlay->job);
    *plain = *options;
    plain->changes = NULL;
    plain->format = NULL; /* by its own name */
    GP_TRY(gp_start_reading(overlay->job, plain, &records));
    GP_TRY(gp_new_document(overlay->job, &records->document));
    records->is_unjudged = true;
    gp_status opened = gp_open_input(overlay->job, name, GP_WINDOW_SIZE, &input);
    GP_TRY(gp_read_input(records, name, opened, &input, &format));
    GP_TRY(gp_end_formats(records));
    GP_TRY(gp_close_document(records->document, GP_NO_DAY));
    const gp_document *document = records->document;
    return gp_add_change_document(
        overlay, document->top,
        (gp_standings){.entries = document->entries.data, .sources = document->sources.data});
}

static bool is_any(const gp_changes *changes)
{
    return changes && (changes->scenario || changes->measure_count || changes->file_count ||
                       changes->text_count);
}

static gp_status add_layers(gp_overlay *overlay, const gp_read_options *options,
                            const gp_own_changes *own)
{
    const gp_changes *changes = options->changes;
    GP_TRY(gp_add_own_changes(overlay, changes, own));
    for (uint32_t i = 0; i < changes->file_count; i++)
        GP_TRY(add_file(overlay, changes->files[i], options));
    return add_texts(overlay, changes);
}

gp_status gp_make_overlay(gp_job *job, const gp_read_options *options,
                          const gp_version_files *version, const gp_overlay **out)
{
    gp_own_changes own;
    gp_overlay *overlay;
    *out = NULL;
    if (!is_any(options->changes)) return GP_OK;
    GP_TRY(gp_new_overlay(job, &overlay));
    GP_TRY(gp_read_own_changes(job, options, version, &own));
    overlay->kept = own.job;
    GP_TRY(add_layers(overlay, options, &own));
    overlay->sources = gp_source_count(job);
    gp_place_own_changes(&own, overlay->sources);
    *out = overlay;
    return GP_OK;
}

gp_status gp_make_overlay_of(gp_job *job, const gp_read_options *options,
                             const gp_document *document, const gp_overlay **out)
{
    gp_overlay *overlay;
    const gp_own_changes own = {.document = document, .sources = document->sources.data};
    *out = NULL;
    if (!is_any(options->changes)) return GP_OK;
    GP_TRY(gp_new_overlay(job, &overlay));
    GP_TRY(add_layers(overlay, options, &own));
    *out = overlay;
    return GP_OK;
}
