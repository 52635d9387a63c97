/* SPDX-License-Identifier: MIT
 * Writes a part: what it was drawn from, and what its draws add up to. */
#include "io/files/input.h"
#include "io/files/source.h"
#include "io/risk/part.h"

uint64_t gp_sum_bytes(const char *bytes, size_t size)
{
    uint64_t sum = 14695981039346656037u;
    for (size_t i = 0; i < size; i++) sum = (sum ^ (unsigned char)bytes[i]) * 1099511628211u;
    return sum;
}

static void put(gp_buffer *to, uint64_t number)
{
    char bytes[10];
    size_t size = 0;
    do {
        bytes[size++] = (char)(unsigned char)((number & 127) | (number > 127 ? 128 : 0));
        number >>= 7;
    } while (number);
    gp_add_bytes(to, bytes, size);
}

static void put_signed(gp_buffer *to, int64_t number)
{
    put(to, (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0));
}

static void put_bytes(gp_buffer *to, const char *bytes, size_t size)
{
    put(to, size);
    if (size) gp_add_bytes(to, bytes, size);
}

static void put_text(gp_buffer *to, const char *text)
{
    put_bytes(to, text, strlen(text));
}

static void put_maybe(gp_buffer *to, const char *text)
{
    put(to, text != NULL);
    if (text) put_text(to, text);
}

/* ---- the origin ---- */

/* What the job kept of a source that cannot be read again, or NULL. */
static const gp_array *find_kept(const gp_job *job, const char *name)
{
    for (uint32_t i = 0; i < gp_source_count(job); i++)
        if (!gp_is_option(job, i) && strcmp(gp_source_name(job, i), name) == 0)
            return gp_kept_bytes(job, i);
    return NULL;
}

static gp_status put_file(gp_job *job, gp_buffer *to, const gp_version_file *file)
{
    const gp_array *kept = find_kept(job, file->name);
    put_text(to, file->name);
    if (file->is_committed || kept) {
        put_bytes(to, kept ? kept->data : file->bytes, kept ? kept->count : file->size);
        return GP_OK;
    }
    gp_input input;
    gp_status status = gp_open_input(job, file->name, GP_WINDOW_SIZE, &input);
    if (status == GP_OK) status = gp_read_rest(&input);
    if (status == GP_OK) put_bytes(to, input.window, input.size);
    gp_close_input(&input);
    return status;
}

static void put_changes(gp_buffer *to, const gp_changes *changes)
{
    static const gp_changes none;
    if (!changes) changes = &none;
    put_maybe(to, changes->scenario);
    put(to, changes->measure_count);
    for (uint32_t i = 0; i < changes->measure_count; i++) put_text(to, changes->measures[i]);
    put(to, changes->text_count);
    for (uint32_t i = 0; i < changes->text_count; i++) {
        put(to, changes->texts[i].verb);
        put_text(to, changes->texts[i].text);
    }
}

static void put_reading(gp_buffer *to, const gp_read_options *reading)
{
    put_signed(to, reading->status_date);
    put_maybe(to, reading->format);
    put_maybe(to, reading->intervention_types);
    put_maybe(to, reading->capability_types);
    put_maybe(to, reading->relation_types);
    put_maybe(to, reading->property_names);
    put_maybe(to, reading->column_names);
    put(to, reading->is_strict);
    put_changes(to, reading->changes);
}

static void put_options(gp_buffer *to, const gp_risk_options *options)
{
    put(to, options->spread_less);
    put(to, options->spread_more);
    put(to, options->is_mitigated);
    put(to, options->together != NULL);
    if (!options->together) return;
    put(to, options->together_count);
    for (uint32_t i = 0; i < options->together_count; i++) {
        put(to, options->together[i].count);
        for (uint32_t k = 0; k < options->together[i].count; k++)
            put(to, options->together[i].interventions[k]);
    }
}

static gp_status put_origin(gp_job *job, gp_buffer *to, const gp_run_origin *origin)
{
    put_reading(to, &origin->reading);
    put_maybe(to, origin->scenario);
    put(to, (uint64_t)origin->float_mode);
    put_options(to, &origin->options);
    put(to, origin->files.count);
    for (size_t i = 0; i < origin->files.count; i++)
        GP_TRY(put_file(job, to, &origin->files.files[i]));
    return GP_OK;
}

/* ---- the part ---- */

gp_status gp_write_part(gp_job *job, const gp_run_origin *origin, const gp_risk_sums *sums,
                        gp_output *out)
{
    gp_risk_part about = gp_describe_sums(sums);
    const int64_t *list;
    size_t count, size;
    const char *bytes;
    char end[8];
    gp_buffer *to = gp_new_buffer(job);
    if (!to) return gp_no_memory(job);
    GP_TRY(gp_write_sums(job, sums, &list, &count));
    gp_add_text(to, GP_PART_MAGIC);
    put_text(to, gp_version());
    GP_TRY(put_origin(job, to, origin));
    put(to, about.seed);
    put(to, about.identity);
    put(to, about.first_draw);
    put(to, about.draws);
    put(to, about.is_partial);
    put(to, count);
    for (size_t i = 0; i < count; i++) put_signed(to, list[i]);
    GP_TRY(gp_finish_buffer(to, &bytes, &size));
    uint64_t sum = gp_sum_bytes(bytes, size);
    for (int i = 0; i < 8; i++, sum >>= 8) end[i] = (char)(unsigned char)(sum & 255);
    gp_add_bytes(to, end, sizeof end);
    GP_TRY(gp_finish_buffer(to, &out->text, &out->size));
    return GP_OK;
}
