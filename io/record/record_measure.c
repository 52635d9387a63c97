/* SPDX-License-Identifier: MIT
 * Reads measures: what could be decided, at which cost, and what that needs or excludes. What they
 * change is a portfolio that is merged in (io/change), and judged when it is. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct measure_record {
    gp_id id;
    const char *name;
    double cost;
} measure_record;

/* Other measures, by id: they may stand further on, so what they are is seen at the end. */
static gp_status read_links(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    (void)record;
    size_t count = 0;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    for (const cJSON *item = node->child; item; item = item->next, count++) {
        gp_id id;
        GP_TRY(gp_read_id_text(records, key->name, item, &id));
        gp_measure_link link = {id.text, id.place, strcmp(key->name, "excludes") == 0};
        if (id.text && !gp_push(records->job, &records->links, &link, 1))
            return gp_no_memory(records->job);
    }
    return count > 1 ? gp_check_ids_once(records, key->name, node, count) : GP_OK;
}

static const gp_key measure_keys[] = {
    {"id", gp_read_id, offsetof(measure_record, id), NULL, true, 0},
    {"name", gp_read_text_value, offsetof(measure_record, name), NULL, false, 0},
    {"cost", gp_read_cost, offsetof(measure_record, cost), NULL, false, 0},
    {"needs", read_links, 0, NULL, false, 0},
    {"excludes", read_links, 0, NULL, false, 0},
    {"changes", gp_read_changes, 0, NULL, false, 0},
};
const gp_record_kind gp_measure_kind = {GP_WORDS_ROW("a measure", "een maatregel"), measure_keys,
                                        GP_KEY_COUNT(measure_keys)};

/* No date rests on a measure that is not taken. */
gp_status gp_read_measure(gp_records *records, const cJSON *node)
{
    measure_record read = {.cost = 0};
    records->subject = NULL;
    records->links.count = 0;
    GP_TRY(gp_read_record(records, &gp_measure_kind, node, &read, NULL));
    if (!read.id.text && !records->is_foreign) gp_draft_lacks(records->draft, GP_PART_TERMS);
    if (!read.id.text) return GP_OK;
    return gp_draft_measure(
        records->draft,
        &(gp_measure){
            .id = read.id.text, .name = read.name, .place = read.id.place, .cost = read.cost},
        records->links.data, (uint32_t)records->links.count);
}
