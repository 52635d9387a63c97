/* SPDX-License-Identifier: MIT
 * Tags: what people group records by, and select them by, whatever they call it. */
#include "io/record/record.h"

#include <cjson/cJSON.h>

/* One tag of the list; NULL in *out: it is none (reported). */
static gp_status read_tag(gp_records *records, const char *key, const cJSON *item, const char **out)
{
    size_t size = gp_size_of(records, item);
    *out = NULL;
    if (!cJSON_IsString(item)) return gp_wrong_type(records, key, item, GP_A_TEXT);
    if (size == 0)
        return gp_bad_value(
            records, key, item,
            GP_WORDS("a text of at least 1 character", "een tekst van minstens 1 teken"), NULL);
    *out = gp_draft_text(records->draft, item->valuestring, size);
    return *out ? GP_OK : gp_no_memory(records->job);
}

gp_status gp_read_tags(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    size_t size = 1, count = 0;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    for (const cJSON *item = node->child; item; item = item->next) size++;
    if (size == 1) return GP_OK;
    const char **tags = GP_NEW(records->job, const char *, size);
    if (!tags) return gp_no_memory(records->job);
    for (const cJSON *item = node->child; item; item = item->next) {
        const char *tag;
        GP_TRY(read_tag(records, key->name, item, &tag));
        if (tag) tags[count++] = tag;
    }
    *(const char *const **)((char *)record + key->offset) = count ? tags : NULL;
    return GP_OK;
}
