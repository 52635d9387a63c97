/* SPDX-License-Identifier: MIT
 * The `requires` of a record: ids, requirements with a level, a lag or a moment, and lists of
 * alternatives (`any`) of which one is enough. */
#include "io/record/record.h"

#include <cjson/cJSON.h>

/* Of a list. A step of a capability has two, its own and its level's, and they are numbered
 * together in 16 bits. */
#define GROUPS_MAX 32767

/* A requirement as written. */
typedef struct written {
    gp_id id;
    uint8_t level, by, from;
    gp_duration lag;
    const cJSON *any;
} written;

/* What of the target counts: its ready date, or its start. */
enum { FROM_READY, FROM_START };

/* Only an intervention goes live. */
static gp_status read_by(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    GP_TRY(gp_read_choice(records, key, node, record));
    written *requirement = record;
    if (!records->is_capability || requirement->by != GP_BY_LIVE) return GP_OK;
    requirement->by = GP_BY_START;
    return gp_bad_value(records, key->name, node, GP_TEXT("\"start\" | \"ready\""), "start");
}

static gp_status read_any(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    if (!node->child)
        return gp_bad_value(records, key->name, node,
                            GP_WORDS("at least one requirement", "minstens een eis"), NULL);
    ((written *)record)->any = node;
    return GP_OK;
}

static const gp_key requirement_keys[] = {
    {"id", gp_read_id, offsetof(written, id), NULL, false, 0},
    {"level", gp_read_level_want, offsetof(written, level), NULL, false, 0},
    {"by", read_by, offsetof(written, by), &gp_by_choice, false, 0},
    {"from", gp_read_choice, offsetof(written, from), &gp_from_choice, false, 0},
    {"lag", gp_read_lag, offsetof(written, lag), NULL, false, 0},
    {"any", read_any, 0, NULL, false, 0},
};
const gp_record_kind gp_requirement_kind = {GP_WORDS_ROW("a requirement", "een eis"),
                                            requirement_keys, GP_KEY_COUNT(requirement_keys)};

static const gp_key alternative_keys[] = {
    {"id", gp_read_id, offsetof(written, id), NULL, true, 0},
    {"level", gp_read_level_want, offsetof(written, level), NULL, false, 0},
    {"from", gp_read_choice, offsetof(written, from), &gp_from_choice, false, 0},
    {"lag", gp_read_lag, offsetof(written, lag), NULL, false, 0},
};
const gp_record_kind gp_alternative_kind = {GP_WORDS_ROW("an alternative", "een alternatief"),
                                            alternative_keys, GP_KEY_COUNT(alternative_keys)};

static gp_status add(gp_records *records, const written *w, uint16_t group)
{
    gp_array *list = &records->requirements;
    uint32_t target = gp_draft_symbol(records->draft, w->id.text, w->id.size);
    if (target == GP_NONE) return gp_no_memory(records->job);
    if (list->count == list->capacity) { /* room for the next ones too */
        size_t count = list->count;
        if (!gp_push(records->job, list, NULL, count + 16)) return gp_no_memory(records->job);
        list->count = count;
    }
    gp_requirement *requirements = list->data;
    requirements[list->count++] = (gp_requirement){.target = target,
                                                   .group = group,
                                                   .level = w->level,
                                                   .by = w->by & 3U,
                                                   .is_from_start = w->from == FROM_START,
                                                   .lag = w->lag,
                                                   .place = w->id.place};
    return GP_OK;
}

/* Text or object: fills in `w` over what holds where it says nothing. */
static gp_status read_written(gp_records *records, const gp_record_kind *kind, const cJSON *node,
                              written *w)
{
    if (!cJSON_IsString(node)) {
        if (cJSON_IsObject(node)) return gp_read_record(records, kind, node, w, NULL);
        return gp_wrong_type(records, "requires", node,
                             GP_WORDS("an id or an object", "een id of een object"));
    }
    return gp_read_id_text(records, "requires", node, &w->id);
}

static gp_status read_alternatives(gp_records *records, const written *outer, uint32_t *groups)
{
    ++*groups;
    if (*groups > GROUPS_MAX + 1U) { /* said once is enough */
        gp_refuse_too(records, outer->any);
        return GP_OK;
    }
    if (*groups > GROUPS_MAX)
        return gp_bad_value(records, "any", outer->any,
                            GP_WORDS("at most 32767 of these in one \"requires\"",
                                     "hooguit 32767 hiervan in een \"requires\""),
                            NULL);
    bool has_any = false;
    for (const cJSON *node = outer->any->child; node; node = node->next) {
        written w = *outer;
        w.id.text = NULL;
        GP_TRY(read_written(records, &gp_alternative_kind, node, &w));
        if (w.id.text) GP_TRY(add(records, &w, (uint16_t)*groups));
        if (!w.id.text && !records->is_foreign)
            gp_draft_lacks(records->draft, GP_PART_REQUIREMENTS);
        has_any = has_any || w.id.text;
    }
    if (!has_any) gp_refuse_too(records, outer->any);
    return GP_OK;
}

static gp_status read_one(gp_records *records, const cJSON *node, uint32_t *groups)
{
    written w = {.level = 1,
                 .by = records->is_capability ? (uint8_t)GP_BY_START : (uint8_t)GP_BY_DEFAULT};
    GP_TRY(read_written(records, &gp_requirement_kind, node, &w));
    if (w.any) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(node, "id");
        if (id) GP_TRY(gp_bad_value(records, "id", id, GP_TEXT("id | any"), NULL));
        GP_TRY(read_alternatives(records, &w, groups));
        if (gp_is_refused(records, w.any)) gp_refuse_too(records, node);
        return GP_OK;
    }
    if (w.id.text) return add(records, &w, 0);
    if (!records->is_foreign) gp_draft_lacks(records->draft, GP_PART_REQUIREMENTS);
    gp_refuse_too(records, node);
    if (!cJSON_IsObject(node) || cJSON_GetObjectItemCaseSensitive(node, "id") ||
        cJSON_GetObjectItemCaseSensitive(node, "any"))
        return GP_OK; /* reported where it was read */
    return gp_missing_key(records, "id", gp_requirement_kind.where, gp_place_of(records, node));
}

gp_status gp_read_requires(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsArray(node)) {
        if (!records->is_foreign) gp_draft_lacks(records->draft, GP_PART_REQUIREMENTS);
        return gp_wrong_type(records, key->name, node, GP_A_LIST);
    }
    uint32_t groups = 0;
    records->requirements.count = 0;
    for (const cJSON *item = node->child; item; item = item->next)
        GP_TRY(read_one(records, item, &groups));
    return gp_draft_requirements(records->draft, records->requirements.data,
                                 (uint32_t)records->requirements.count,
                                 (gp_span *)((char *)record + key->offset));
}
