/* SPDX-License-Identifier: MIT
 * The parts that the CSV files share. The names in a header row are the keys of the JSON documents,
 * so that a spreadsheet and a script agree. */
#include "io/answers/csv_parts.h"
#include "io/answers/steps.h"

gp_status gp_csv_open(gp_job *job, const char *header, gp_csv *csv)
{
    *csv = (gp_csv){gp_new_buffer(job), false};
    if (!csv->buffer) return gp_no_memory(job);
    gp_add_text(csv->buffer, header);
    gp_csv_end(csv);
    return GP_OK;
}

gp_status gp_csv_close(gp_csv *csv, gp_output *out)
{
    return gp_finish_buffer(csv->buffer, &out->text, &out->size);
}

void gp_csv_level(gp_csv *csv, uint8_t level)
{
    gp_csv_days(csv, level ? level : GP_NO_DAYS);
}

void gp_csv_step(gp_csv *csv, const gp_network *network, uint32_t activity)
{
    gp_csv_text(csv, activity == GP_NONE ? NULL : gp_activity_id(network, activity));
    gp_csv_level(csv, activity == GP_NONE ? 0 : gp_step_level(network, activity));
}

void gp_csv_place(gp_job *job, gp_csv *csv, gp_place place)
{
    place = gp_shown_place(job, place);
    gp_csv_text(csv, place.line ? gp_source_name(job, place.source) : NULL);
    gp_csv_days(csv, place.line ? (int32_t)place.line : GP_NO_DAYS);
    gp_csv_days(csv, place.line ? (int32_t)place.column : GP_NO_DAYS);
}

gp_status gp_csv_made(gp_job *job, gp_csv *csv, gp_buffer *buffer)
{
    const char *text;
    size_t size;
    if (!buffer) return gp_no_memory(job);
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_csv_text(csv, text);
    return GP_OK;
}
