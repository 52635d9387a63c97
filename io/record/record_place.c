/* SPDX-License-Identifier: MIT
 * Where do the nodes of a tree stand in the input, and how long are their texts? A node's
 * `valueint` is the number of its entry. */
#include "io/record/record.h"

#include <cjson/cJSON.h>

static gp_place place_at(const gp_records *records, const cJSON *node, gp_spot spot)
{
    uint32_t source = records->sources ? records->sources[node->valueint] : records->source;
    return gp_place_in(source, spot);
}

gp_place gp_place_of(const gp_records *records, const cJSON *node)
{
    return place_at(records, node, records->entries[node->valueint].value);
}

gp_place gp_key_place_of(const gp_records *records, const cJSON *node)
{
    return place_at(records, node, records->entries[node->valueint].key);
}

size_t gp_size_of(const gp_records *records, const cJSON *node)
{
    return records->entries[node->valueint].size;
}
