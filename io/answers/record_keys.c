/* SPDX-License-Identifier: MIT
 * Who owns a record, where it stands, how it is tagged and what it is part of. */
#include "io/answers/record_keys.h"
#include "io/answers/words.h"
#include "io/record/words.h"

#include <string.h>

static const char *status_key(uint8_t status)
{
    return status ? gp_status_choice.words[status - gp_status_choice.first].name : NULL;
}

gp_record_keys gp_keys_of(const gp_portfolio *portfolio, uint32_t symbol)
{
    static const char *const none[] = {NULL};
    gp_item item = portfolio->items[symbol];
    gp_record_keys keys = {.tags = none};
    if (item.kind == GP_ITEM_CAPABILITY) {
        const gp_capability *capability = &portfolio->capabilities[item.index];
        keys.owner = capability->owner;
        keys.status = status_key(capability->status);
        if (capability->tags) keys.tags = capability->tags;
        if (capability->parent != GP_NONE) keys.parent = portfolio->ids[capability->parent];
    } else if (item.kind == GP_ITEM_INTERVENTION) {
        const gp_intervention *intervention = &portfolio->interventions[item.index];
        keys.owner = intervention->owner;
        keys.stage = gp_stage_key((gp_stage)intervention->stage);
        if (intervention->tags) keys.tags = intervention->tags;
    }
    return keys;
}

void gp_json_add_record_keys(gp_json *json, const gp_portfolio *portfolio, uint32_t symbol)
{
    static const char nothing[] = ",\"owner\":null,\"stage\":null,\"status\":null,\"tags\":[],"
                                  "\"parent\":null";
    gp_record_keys keys = gp_keys_of(portfolio, symbol);
    bool is_empty = !keys.owner && !keys.stage && !keys.status && !*keys.tags && !keys.parent;
    if (is_empty && json->needs_comma) { /* most of a large plan: in one go */
        gp_add_bytes(json->buffer, nothing, sizeof nothing - 1);
        return;
    }
    gp_json_add_text(json, "owner", keys.owner);
    gp_json_add_text(json, "stage", keys.stage);
    gp_json_add_text(json, "status", keys.status);
    gp_json_key(json, "tags");
    gp_json_open(json, '[');
    for (const char *const *tag = keys.tags; *tag; tag++) gp_json_text(json, *tag);
    gp_json_close(json, ']');
    gp_json_add_text(json, "parent", keys.parent);
}

static void add_tags(gp_csv *csv, const char *const *tags)
{
    if (!*tags || !tags[1]) {
        gp_csv_text(csv, *tags);
        return;
    }
    gp_buffer *list = gp_new_buffer(csv->buffer->job);
    for (const char *const *tag = tags; list && *tag; tag++) {
        if (tag != tags) gp_add_text(list, "; ");
        gp_add_text(list, *tag);
    }
    const char *text = gp_buffer_text(list);
    if (!text) csv->buffer->has_failed = true;
    gp_csv_text(csv, text);
}

void gp_csv_record_keys(gp_csv *csv, const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_record_keys keys = gp_keys_of(portfolio, symbol);
    gp_csv_text(csv, keys.owner);
    gp_csv_text(csv, keys.stage);
    gp_csv_text(csv, keys.status);
    add_tags(csv, keys.tags);
    gp_csv_text(csv, keys.parent);
}
