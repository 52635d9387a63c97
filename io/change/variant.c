/* SPDX-License-Identifier: MIT
 * Reads a document through the door once more, with what the options change. Nothing is parsed, and
 * what stays as it is is not copied: its nodes go through the tables as they lie in the document.
 */
#include "io/change/variant.h"
#include "io/files/source.h"

#include <cjson/cJSON.h>

void gp_use_document(gp_records *records, const gp_document *document)
{
    records->entries = document->entries.data;
    records->sources = document->sources.data;
}

static gp_status start(gp_job *job, const gp_read_options *options, const gp_overlay *overlay,
                       gp_records **out)
{
    GP_TRY(gp_start_records(job, options, out));
    (*out)->first_place = gp_place_at(0, 1, 1);
    return overlay ? gp_use_overlay(*out, overlay) : GP_OK;
}

/* The sources come first: what options say is numbered after them. */
static gp_status make_overlay(gp_job *job, const gp_document *document,
                              const gp_read_options *options, const gp_overlay **out)
{
    *out = NULL;
    GP_TRY(gp_share_sources(job, document->job));
    return options && options->changes ? gp_make_overlay_of(job, options, document, out) : GP_OK;
}

gp_status gp_start_variant(gp_job *job, const gp_document *document, const gp_read_options *options,
                           gp_records **out)
{
    const gp_overlay *overlay;
    GP_TRY(make_overlay(job, document, options, &overlay));
    return start(job, options, overlay, out);
}

static gp_status take_member(gp_records *records, const cJSON *member)
{
    const gp_key *row;
    gp_place place = gp_key_place_of(records, member);
    GP_TRY(gp_find_key(records, &gp_top_kind, member->string, place, &row));
    if (!row) return gp_take_other(records, member->string, member);
    if (!row->detail) return gp_take_value(records, row, member);
    if (!member->child) return gp_emit_empty(records, member->string);
    for (const cJSON *record = member->child; record; record = record->next)
        GP_TRY(gp_take_record(records, row, record));
    return GP_OK;
}

gp_status gp_read_changed(gp_job *job, const gp_document *document, const gp_read_options *options,
                          const gp_overlay *overlay, const gp_portfolio **out,
                          const gp_document **variant)
{
    gp_records *records;
    const gp_portfolio *made;
    GP_TRY(start(job, options, overlay, &records));
    if (variant) GP_TRY(gp_new_document(job, &records->document));
    gp_use_document(records, document);
    for (const cJSON *member = document->top->child; member; member = member->next)
        GP_TRY(take_member(records, member));
    GP_TRY(gp_take_new(records));
    GP_TRY(gp_finish_records(records, &made));
    if (variant) {
        GP_TRY(gp_close_document(records->document, records->status_date));
        *variant = records->document;
    }
    *out = made;
    return GP_OK;
}

gp_status gp_read_variant(gp_job *job, const gp_document *document, const gp_read_options *options,
                          const gp_portfolio **out, const gp_document **variant)
{
    const gp_overlay *overlay;
    GP_TRY(make_overlay(job, document, options, &overlay));
    return gp_read_changed(job, document, options, overlay, out, variant);
}
