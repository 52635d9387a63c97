/* SPDX-License-Identifier: MIT
 * Which record of OLD is which of NEW: those with the same id, in one walk over either. */
#include "io/change/edits.h"

#include <cjson/cJSON.h>

const char *gp_text_of(const cJSON *record, const char *key)
{
    const cJSON *member = record ? record->child : NULL;
    while (member && (!member->string || strcmp(member->string, key) != 0)) member = member->next;
    return member && cJSON_IsString(member) ? member->valuestring : NULL;
}

static gp_status pair_record(gp_edit_sources *sources, int version, uint8_t kind,
                             const cJSON *record)
{
    const char *id = gp_text_of(record, "id");
    if (!id) return GP_OK;
    uint32_t symbol = gp_intern(&sources->ids, id, strlen(id));
    if (symbol == GP_NONE) return gp_no_memory(sources->job);
    gp_pair made = {.renamed = symbol, .position = symbol};
    if (symbol == sources->pairs.count && !gp_push(sources->job, &sources->pairs, &made, 1))
        return gp_no_memory(sources->job);
    gp_pair *pair = gp_pair_of(sources, symbol);
    pair->records[version] = record;
    pair->kinds[version] = kind;
    return GP_OK;
}

static gp_status pair_version(gp_edit_sources *sources, int version)
{
    const cJSON *list = sources->documents[version]->top->child;
    for (; list; list = list->next) {
        bool is_intervention = strcmp(list->string, "interventions") == 0;
        if (!is_intervention && strcmp(list->string, "capabilities") != 0) continue;
        uint8_t kind = is_intervention ? GP_EDIT_INTERVENTION : GP_EDIT_CAPABILITY;
        for (const cJSON *record = list->child; record; record = record->next)
            GP_TRY(pair_record(sources, version, kind, record));
    }
    return GP_OK;
}

gp_status gp_pair_records(gp_edit_sources *sources)
{
    GP_TRY(pair_version(sources, GP_OLD));
    return pair_version(sources, GP_NEW);
}

uint32_t gp_symbol_in_new(const gp_edit_sources *sources, int version, const char *id)
{
    uint32_t symbol = gp_find_name(&sources->ids, id, strlen(id));
    if (symbol == GP_NONE || version == GP_NEW) return symbol;
    return gp_pair_of(sources, symbol)->renamed;
}

const char *gp_id_in_new(const gp_edit_sources *sources, int version, const char *id)
{
    uint32_t symbol = gp_symbol_in_new(sources, version, id);
    return symbol == GP_NONE ? id : gp_name(&sources->ids, symbol);
}

bool gp_is_intervention_in(const gp_edit_sources *sources, int version, const char *id)
{
    uint32_t symbol = gp_symbol_in_new(sources, GP_NEW, id);
    if (symbol == GP_NONE) return false;
    const gp_pair *pair = gp_pair_of(sources, symbol);
    return pair->records[version] && pair->kinds[version] == GP_EDIT_INTERVENTION;
}
