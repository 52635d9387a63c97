/* SPDX-License-Identifier: MIT
 * What an input of others has under a key of ours and is not ours to understand. Nothing fails by
 * it: it is noted here, the record goes without, and who reads the format says so in its own words.
 */
#include "io/record/record.h"

#include <cjson/cJSON.h>

bool gp_is_others(const gp_records *records, const cJSON *node)
{
    return records->is_foreign && gp_place_of(records, node).source >= records->change_sources;
}

gp_status gp_forget_refused(gp_records *records, size_t entries)
{
    records->refused.size = sizeof(gp_refused);
    records->refused.count = 0;
    records->is_refused.size = sizeof(bool);
    records->is_refused.count = 0;
    if (!records->is_foreign || gp_push(records->job, &records->is_refused, NULL, entries))
        return GP_OK;
    return gp_no_memory(records->job);
}

void gp_refuse_too(gp_records *records, const cJSON *node)
{
    if (records->is_foreign) ((bool *)records->is_refused.data)[node->valueint] = true;
}

bool gp_is_refused(const gp_records *records, const cJSON *node)
{
    return records->is_foreign && ((const bool *)records->is_refused.data)[node->valueint];
}

gp_status gp_refuse(gp_records *records, const gp_refused *refused)
{
    gp_refuse_too(records, refused->node);
    bool is_noted = gp_push(records->job, &records->refused, refused, 1) != NULL;
    return is_noted ? GP_OK : gp_no_memory(records->job);
}
