/* SPDX-License-Identifier: MIT
 * A scenario's changes may stand after what they change, so the files are read twice: first as a
 * document of which nothing is judged, for these changes alone. What cannot be read again (a pipe)
 * was kept by the first reading, and the second one reads that. */
#include "io/change/overlay_own.h"
#include "io/files/option.h"
#include "io/formats.h"

#include <cjson/cJSON.h>
#include <string.h>

static void free_job(void *job)
{
    gp_job_free(job);
}

static gp_status read_document(gp_job *job, const gp_read_options *options,
                               const gp_version_files *version, const gp_document **out)
{
    gp_records *records;
    GP_TRY(gp_start_reading(job, options, &records));
    GP_TRY(gp_new_document(job, &records->document));
    records->is_unjudged = true;
    for (size_t i = 0; i < version->count; i++) {
        gp_input input;
        const gp_version_file *file = &version->files[i];
        const gp_format_row *format;
        gp_status opened = gp_open_version_file(job, version, i, options->again, &input);
        gp_status status = gp_read_input(records, file->name, opened, &input, &format);
        if (status != GP_OK && status != GP_IO) return status;
    }
    GP_TRY(gp_end_formats(records));
    GP_TRY(gp_close_document(records->document, GP_NO_DAY));
    *out = records->document;
    return GP_OK;
}

gp_status gp_read_own_changes(gp_job *job, const gp_read_options *options,
                              const gp_version_files *version, gp_own_changes *out)
{
    const gp_changes *changes = options->changes;
    *out = (gp_own_changes){.job = NULL};
    if (!changes->scenario && changes->measure_count == 0) return GP_OK;
    gp_read_options *plain = GP_NEW(job, gp_read_options, 1);
    if (!plain) return gp_no_memory(job);
    *plain = *options;
    plain->changes = NULL;
    out->job = gp_job_new();
    if (!out->job) return gp_no_memory(job);
    if (gp_defer(job, free_job, out->job) != GP_OK) {
        gp_job_free(out->job);
        return GP_NO_MEMORY;
    }
    /* What is wrong with the files is told by the reading that comes. */
    gp_status status = read_document(out->job, plain, version, &out->document);
    if (gp_is_out_of_memory(out->job)) return gp_no_memory(job);
    if (status != GP_OK) out->document = NULL;
    if (!out->document) return GP_OK;
    size_t size = out->document->sources.count;
    out->sources = GP_NEW(job, uint8_t, size + 1);
    if (!out->sources) return gp_no_memory(job);
    if (size) memcpy(out->sources, out->document->sources.data, size);
    return GP_OK;
}

void gp_place_own_changes(const gp_own_changes *own, uint32_t before)
{
    for (size_t i = 0; own->document && i < own->document->sources.count; i++)
        own->sources[i] = (uint8_t)(own->sources[i] + before);
}

/* ---- what is asked for ---- */

static const cJSON *find_record(const gp_own_changes *own, const char *list_name, const char *id)
{
    const cJSON *list = own->document ? gp_member_of(own->document->top, list_name) : NULL;
    for (const cJSON *record = list ? list->child : NULL; record; record = record->next) {
        const cJSON *known = gp_member_of(record, "id");
        if (cJSON_IsString(known) && strcmp(known->valuestring, id) == 0) return record;
    }
    return NULL;
}

/* Where a value is something else than an object, the tables say so. */
static gp_status add_changes(gp_overlay *overlay, const gp_own_changes *own, const cJSON *record)
{
    const cJSON *changes = record ? gp_member_of(record, "changes") : NULL;
    if (!cJSON_IsObject(changes)) return GP_OK;
    return gp_add_change_document(
        overlay, changes,
        (gp_standings){.entries = own->document->entries.data, .sources = own->sources});
}

static gp_status lacks_measure(gp_overlay *overlay, const gp_own_changes *own, const char *id)
{
    gp_place place;
    size_t count = 0, most = 0;
    const cJSON *list = own->document ? gp_member_of(own->document->top, "measures") : NULL;
    for (const cJSON *record = list ? list->child : NULL; record; record = record->next) most++;
    const char **ids = GP_NEW(overlay->job, const char *, most);
    if (!ids) return gp_no_memory(overlay->job);
    for (const cJSON *record = list ? list->child : NULL; record; record = record->next) {
        const cJSON *known = gp_member_of(record, "id");
        if (cJSON_IsString(known)) ids[count++] = known->valuestring;
    }
    GP_TRY(gp_add_option_line(overlay->job, "--measure", id, &place));
    return gp_report_lack(overlay->job, place, id, gp_nearest_text(id, ids, count));
}

gp_status gp_add_own_changes(gp_overlay *overlay, const gp_changes *changes,
                             const gp_own_changes *own)
{
    if (changes->scenario)
        GP_TRY(add_changes(overlay, own, find_record(own, "scenarios", changes->scenario)));
    for (uint32_t i = 0; i < changes->measure_count; i++) {
        const cJSON *record = find_record(own, "measures", changes->measures[i]);
        if (own->document && !record) GP_TRY(lacks_measure(overlay, own, changes->measures[i]));
        GP_TRY(add_changes(overlay, own, record));
    }
    return GP_OK;
}
