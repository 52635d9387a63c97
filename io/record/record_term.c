/* SPDX-License-Identifier: MIT
 * Dimensions, segments, situations and scenarios, references to them, and measurements. A term
 * may stand after its use, so a reference is a provisional number until the draft is finished. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

static const gp_term_kind kinds[GP_TERM_KINDS] = {GP_DIMENSION, GP_SEGMENT, GP_SITUATION,
                                                  GP_SCENARIO};

/* ---- references ---- */

/* GP_NONE in *out: no reference (reported). */
static gp_status refer(gp_records *records, const char *key, const cJSON *node, gp_term_kind kind,
                       uint32_t *out)
{
    gp_id id;
    *out = GP_NONE;
    GP_TRY(gp_read_id_text(records, key, node, &id));
    if (!id.text) return GP_OK;
    *out = gp_draft_term_reference(records->draft, kind, id.text, id.place);
    return *out == GP_NONE ? gp_no_memory(records->job) : GP_OK;
}

gp_status gp_read_reference(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    const gp_term_kind *kind = key->detail;
    return refer(records, key->name, node, *kind, (uint32_t *)((char *)record + key->offset));
}

gp_status gp_read_references(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    const gp_term_kind *kind = key->detail;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    records->numbers.count = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        uint32_t number;
        GP_TRY(refer(records, key->name, item, *kind, &number));
        if (number != GP_NONE && !gp_push(records->job, &records->numbers, &number, 1))
            return gp_no_memory(records->job);
    }
    size_t count = records->numbers.count;
    uint32_t *numbers = GP_NEW(records->job, uint32_t, count);
    if (!numbers) return gp_no_memory(records->job);
    if (count) memcpy(numbers, records->numbers.data, count * sizeof *numbers);
    *(gp_number_list *)((char *)record + key->offset) = (gp_number_list){numbers, (uint32_t)count};
    return GP_OK;
}

/* ---- terms ---- */

typedef struct term_record {
    gp_id id;
    const char *name;
} term_record;

static const gp_key term_keys[] = {
    {"id", gp_read_id, offsetof(term_record, id), NULL, true, 0},
    {"name", gp_read_text_value, offsetof(term_record, name), NULL, false, 0},
};

/* What stands in them is a portfolio that is merged in (io/change), and judged when it is. */
gp_status gp_read_changes(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    (void)record;
    return cJSON_IsObject(node) ? GP_OK : gp_wrong_type(records, key->name, node, GP_AN_OBJECT);
}

static const gp_key scenario_keys[] = {
    {"id", gp_read_id, offsetof(term_record, id), NULL, true, 0},
    {"name", gp_read_text_value, offsetof(term_record, name), NULL, false, 0},
    {"changes", gp_read_changes, 0, NULL, false, GP_PART_TERMS},
};
const gp_record_kind gp_scenario_kind = {GP_WORDS_ROW("a scenario", "een scenario"), scenario_keys,
                                         GP_KEY_COUNT(scenario_keys)};

const gp_record_kind gp_a_term_kind = {GP_WORDS_ROW("a dimension", "een dimensie"), term_keys,
                                       GP_KEY_COUNT(term_keys)};

static gp_status read_term(gp_records *records, const cJSON *node, gp_term_kind kind)
{
    static const gp_argument wheres[] = {
        GP_WORDS_ROW("a dimension", "een dimensie"), GP_WORDS_ROW("a segment", "een segment"),
        GP_WORDS_ROW("a situation", "een situatie"), GP_WORDS_ROW("a scenario", "een scenario")};
    gp_record_kind record_kind = gp_a_term_kind;
    if (kind == GP_SCENARIO) record_kind = gp_scenario_kind;
    record_kind.where = wheres[kind];
    term_record term = {.name = NULL};
    GP_TRY(gp_read_record(records, &record_kind, node, &term, NULL));
    if (!term.id.text && !records->is_foreign) gp_draft_lacks(records->draft, GP_PART_TERMS);
    if (!term.id.text) return GP_OK;
    return gp_draft_term(records->draft, kind,
                         &(gp_term){.id = term.id.text, .name = term.name, .place = term.id.place});
}

gp_status gp_read_dimension(gp_records *records, const cJSON *node)
{
    return read_term(records, node, GP_DIMENSION);
}

gp_status gp_read_segment(gp_records *records, const cJSON *node)
{
    return read_term(records, node, GP_SEGMENT);
}

gp_status gp_read_situation(gp_records *records, const cJSON *node)
{
    return read_term(records, node, GP_SITUATION);
}

gp_status gp_read_scenario(gp_records *records, const cJSON *node)
{
    return read_term(records, node, GP_SCENARIO);
}

/* ---- measurements ---- */

static const gp_key measurement_keys[] = {
    {"dimension", gp_read_reference, offsetof(gp_measurement, dimension), &kinds[GP_DIMENSION],
     true, 0},
    {"segment", gp_read_reference, offsetof(gp_measurement, segment), &kinds[GP_SEGMENT], false, 0},
    {"situation", gp_read_reference, offsetof(gp_measurement, situation), &kinds[GP_SITUATION],
     false, 0},
    {"need", gp_read_share, offsetof(gp_measurement, need), NULL, false, 0},
    {"experience", gp_read_share, offsetof(gp_measurement, experience), NULL, false, 0},
    {"mismatch", gp_read_choice, offsetof(gp_measurement, mismatch), &gp_mismatch_choice, false, 0},
    {"on", gp_read_day, offsetof(gp_measurement, on), NULL, true, 0},
    {"source", gp_read_pooled, offsetof(gp_measurement, source), NULL, false, 0},
};
const gp_record_kind gp_measurement_kind = {GP_WORDS_ROW("a measurement", "een meting"),
                                            measurement_keys, GP_KEY_COUNT(measurement_keys)};

gp_status gp_read_measurement(gp_records *records, const cJSON *node)
{
    gp_measurement measurement = {.dimension = GP_NONE,
                                  .segment = GP_NONE,
                                  .situation = GP_NONE,
                                  .need = -1,
                                  .experience = -1,
                                  .on = GP_NO_DAY,
                                  .place = gp_place_of(records, node)};
    bool is_object;
    uint32_t errors = records->errors;
    GP_TRY(gp_read_record(records, &gp_measurement_kind, node, &measurement, &is_object));
    if (records->errors != errors) gp_draft_lacks(records->draft, GP_PART_MEASUREMENTS);
    if (records->errors != errors || !is_object || gp_is_refused(records, node)) return GP_OK;
    return gp_draft_measurement(records->draft, &measurement);
}
