/* SPDX-License-Identifier: MIT
 * Reads risks and correlations: what makes the work of several records late, or long, together. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* ---- ids of records ---- */

typedef struct named {
    const char *id;
    const cJSON *node;
} named;

/* By id, then in the order of the text. */
static int compare_named(const void *left, const void *right)
{
    const named *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order
               ? order
               : (a->node->valueint > b->node->valueint) - (a->node->valueint < b->node->valueint);
}

gp_status gp_check_ids_once(gp_records *records, const char *key, const cJSON *node, size_t count)
{
    named *sorted = GP_NEW(records->job, named, count);
    if (!sorted) return gp_no_memory(records->job);
    count = 0;
    for (const cJSON *item = node->child; item; item = item->next)
        if (cJSON_IsString(item)) sorted[count++] = (named){item->valuestring, item};
    qsort(sorted, count, sizeof *sorted, compare_named);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(sorted[i - 1].id, sorted[i].id) != 0) continue;
        gp_refuse_too(records, node);
        GP_TRY(gp_bad_value(records, key, sorted[i].node,
                            GP_WORDS("each id once", "elk id één keer"), NULL));
    }
    return GP_OK;
}

gp_status gp_read_records(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    records->numbers.count = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        gp_id id;
        GP_TRY(gp_read_id_text(records, key->name, item, &id));
        if (!id.text) continue;
        uint32_t symbol = gp_draft_reference(records->draft, key->name, id.text, id.size, id.place);
        if (symbol == GP_NONE || !gp_push(records->job, &records->numbers, &symbol, 1))
            return gp_no_memory(records->job);
    }
    size_t count = records->numbers.count;
    uint32_t *numbers = GP_NEW(records->job, uint32_t, count);
    if (!numbers) return gp_no_memory(records->job);
    if (count) memcpy(numbers, records->numbers.data, count * sizeof *numbers);
    *(gp_number_list *)((char *)record + key->offset) = (gp_number_list){numbers, (uint32_t)count};
    return count > 1 ? gp_check_ids_once(records, key->name, node, count) : GP_OK;
}

/* ---- risks ---- */

typedef struct mitigated {
    double probability, cost;
    gp_estimate delay;
} mitigated;

static const gp_key mitigated_keys[] = {
    {"probability", gp_read_share, offsetof(mitigated, probability), NULL, false, 0},
    {"delay", gp_read_estimate, offsetof(mitigated, delay), NULL, false, 0},
    {"cost", gp_read_cost, offsetof(mitigated, cost), NULL, false, 0},
};
const gp_record_kind gp_mitigated_kind = {GP_TEXT_ROW("\"mitigated\""), mitigated_keys,
                                          GP_KEY_COUNT(mitigated_keys)};

typedef struct risk_record {
    gp_risk risk;
    gp_id id;
    gp_number_list affects;
    mitigated mitigated;
} risk_record;

static gp_status read_mitigated(gp_records *records, const gp_key *key, const cJSON *node,
                                void *record)
{
    if (!cJSON_IsObject(node)) return gp_wrong_type(records, key->name, node, GP_AN_OBJECT);
    return gp_read_record(records, &gp_mitigated_kind, node, (char *)record + key->offset, NULL);
}

static const gp_key risk_keys[] = {
    {"id", gp_read_id, offsetof(risk_record, id), NULL, true, 0},
    {"name", gp_read_text_value, offsetof(risk_record, risk.name), NULL, false, 0},
    {"probability", gp_read_share, offsetof(risk_record, risk.probability), NULL, true, 0},
    {"delay", gp_read_estimate, offsetof(risk_record, risk.delay), NULL, true, 0},
    {"affects", gp_read_records, offsetof(risk_record, affects), NULL, true, 0},
    {"owner", gp_read_pooled, offsetof(risk_record, risk.owner), NULL, false, 0},
    {"mitigated", read_mitigated, offsetof(risk_record, mitigated), NULL, false, 0},
};
const gp_record_kind gp_risk_kind = {GP_WORDS_ROW("a risk", "een risico"), risk_keys,
                                     GP_KEY_COUNT(risk_keys)};

/* What a mitigation does not say stays as it is without. */
static void keep_mitigated(risk_record *record)
{
    gp_risk *risk = &record->risk;
    const mitigated *m = &record->mitigated;
    bool is_said = m->probability >= 0 || m->delay.likely.unit != GP_DURATION_NONE || m->cost >= 0;
    risk->mitigated_probability = m->probability;
    if (is_said && m->probability < 0) risk->mitigated_probability = risk->probability;
    risk->mitigated_delay = m->delay;
    risk->mitigation_cost = m->cost;
}

gp_status gp_read_risk(gp_records *records, const cJSON *node)
{
    risk_record record = {.mitigated = {.probability = -1, .cost = -1}};
    uint32_t errors = records->errors;
    bool is_object;
    records->subject = NULL;
    GP_TRY(gp_read_record(records, &gp_risk_kind, node, &record, &is_object));
    if (records->errors != errors) gp_draft_lacks(records->draft, GP_PART_RISKS);
    if (records->errors != errors || !is_object || gp_is_refused(records, node)) return GP_OK;
    if (!record.id.text || record.risk.delay.likely.unit == GP_DURATION_NONE) return GP_OK;
    record.risk.id = record.id.text;
    record.risk.place = record.id.place;
    record.risk.affects = record.affects.numbers;
    record.risk.affect_count = record.affects.count;
    keep_mitigated(&record);
    return gp_draft_risk(records->draft, &record.risk);
}

/* ---- correlations ---- */

typedef struct correlation_record {
    gp_number_list ids;
    double coefficient;
} correlation_record;

static gp_status read_ids(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    uint32_t errors = records->errors;
    GP_TRY(gp_read_records(records, key, node, record));
    if (records->errors != errors || gp_is_refused(records, node)) return GP_OK;
    if (((correlation_record *)record)->ids.count >= 2) return GP_OK;
    return gp_bad_value(records, key->name, node,
                        GP_WORDS("at least two ids", "minstens twee id's"), NULL);
}

static gp_status read_coefficient(gp_records *records, const gp_key *key, const cJSON *node,
                                  void *record)
{
    if (!cJSON_IsNumber(node)) return gp_wrong_type(records, key->name, node, GP_A_NUMBER);
    if (!(node->valuedouble >= -1 && node->valuedouble <= 1))
        return gp_bad_value(records, key->name, node,
                            GP_WORDS("a number from -1 to 1", "een getal van -1 tot en met 1"),
                            NULL);
    ((correlation_record *)record)->coefficient = node->valuedouble;
    return GP_OK;
}

static const gp_key correlation_keys[] = {
    {"ids", read_ids, offsetof(correlation_record, ids), NULL, true, 0},
    {"coefficient", read_coefficient, offsetof(correlation_record, coefficient), NULL, true, 0},
};
const gp_record_kind gp_correlation_kind = {GP_WORDS_ROW("a correlation", "een correlatie"),
                                            correlation_keys, GP_KEY_COUNT(correlation_keys)};

/* Of three, no two can each be the opposite of the other. */
static gp_status check_opposites(gp_records *records, const correlation_record *read,
                                 const cJSON *node)
{
    if (read->coefficient >= 0 || read->ids.count <= 2) return GP_OK;
    gp_refuse_too(records, node);
    return gp_bad_value(records, "coefficient",
                        cJSON_GetObjectItemCaseSensitive(node, "coefficient"),
                        GP_WORDS("a number from 0 to 1, for more than two ids",
                                 "een getal van 0 tot en met 1, bij meer dan twee id's"),
                        NULL);
}

gp_status gp_read_correlation(gp_records *records, const cJSON *node)
{
    correlation_record read = {.coefficient = 0};
    uint32_t errors = records->errors;
    bool is_object;
    records->subject = NULL;
    GP_TRY(gp_read_record(records, &gp_correlation_kind, node, &read, &is_object));
    if (is_object) GP_TRY(check_opposites(records, &read, node));
    if (records->errors != errors) gp_draft_lacks(records->draft, GP_PART_RISKS);
    if (records->errors != errors || !is_object || gp_is_refused(records, node)) return GP_OK;
    if (read.ids.count < 2) return GP_OK;
    return gp_draft_correlation(records->draft,
                                &(gp_correlation){.symbols = read.ids.numbers,
                                                  .symbol_count = read.ids.count,
                                                  .coefficient = read.coefficient,
                                                  .place = gp_place_of(records, node)});
}
