/* SPDX-License-Identifier: MIT
 * Reads an intervention: what citizens will notice, and which capabilities that asks for. */
#include "io/record/record.h"

#include <cjson/cJSON.h>

static const gp_term_kind dimension = GP_DIMENSION, segment = GP_SEGMENT, situation = GP_SITUATION,
                          scenario = GP_SCENARIO;

typedef struct intervention_record {
    gp_intervention intervention;
    gp_window window;
    gp_id id;
    gp_number_list segments, situations, scenarios;
} intervention_record;

/* ---- addresses: dimensions, with a direction or without ---- */

static const gp_key addressed_keys[] = {
    {"dimension", gp_read_reference, offsetof(gp_addressed, dimension), &dimension, true, 0},
    {"direction", gp_read_choice, offsetof(gp_addressed, direction), &gp_direction_choice, false,
     0},
};
const gp_record_kind gp_addressed_kind = {
    GP_WORDS_ROW("an entry of \"addresses\"", "een regel van \"addresses\""), addressed_keys,
    GP_KEY_COUNT(addressed_keys)};

static size_t count_children(const cJSON *node)
{
    size_t count = 0;
    for (const cJSON *item = node->child; item; item = item->next) count++;
    return count;
}

static gp_status read_addresses(gp_records *records, const gp_key *key, const cJSON *node,
                                void *record)
{
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    gp_addressed *addresses = GP_NEW(records->job, gp_addressed, count_children(node));
    if (!addresses) return gp_no_memory(records->job);
    uint32_t count = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        gp_addressed addressed = {.dimension = GP_NONE};
        if (cJSON_IsObject(item))
            GP_TRY(gp_read_record(records, &gp_addressed_kind, item, &addressed, NULL));
        else
            GP_TRY(gp_read_reference(records, &addressed_keys[0], item, &addressed));
        if (addressed.dimension != GP_NONE) addresses[count++] = addressed;
    }
    gp_intervention *intervention = record;
    intervention->addresses = addresses;
    intervention->address_count = count;
    return GP_OK;
}

/* ---- applies: for whom, in which situation, decided by whom ---- */

static const gp_key applies_keys[] = {
    {"segments", gp_read_references, offsetof(intervention_record, segments), &segment, false, 0},
    {"situations", gp_read_references, offsetof(intervention_record, situations), &situation, false,
     0},
    {"decided_by", gp_read_choice, offsetof(intervention_record, intervention.decided_by),
     &gp_decider_choice, false, 0},
};
const gp_record_kind gp_applies_kind = {GP_TEXT_ROW("\"applies\""), applies_keys,
                                        GP_KEY_COUNT(applies_keys)};

static gp_status read_applies(gp_records *records, const gp_key *key, const cJSON *node,
                              void *record)
{
    if (!cJSON_IsObject(node)) return gp_wrong_type(records, key->name, node, GP_AN_OBJECT);
    return gp_read_record(records, &gp_applies_kind, node, record, NULL);
}

/* ---- the intervention ---- */

/* What a mistake in a value leaves known of the intervention. */
#define ALL_BUT_ITS_DATES (GP_PART_STEPS | GP_PART_REQUIREMENTS)
#define ALL_BUT_ITSELF (ALL_BUT_ITS_DATES | GP_PART_DATES)
#define ROW(name, read, member, detail, leaves)                                                    \
    {                                                                                              \
        name, read, offsetof(intervention_record, member), detail, false, leaves                   \
    }
static const gp_key intervention_keys[] = {
    {"id", gp_read_id, offsetof(intervention_record, id), NULL, true, ALL_BUT_ITS_DATES},
    ROW("name", gp_read_text_value, intervention.name, NULL, ALL_BUT_ITSELF),
    ROW("stage", gp_read_choice, intervention.stage, &gp_stage_choice, ALL_BUT_ITSELF),
    ROW("uncertainty", gp_read_choice, intervention.uncertainty, &gp_uncertainty_choice,
        ALL_BUT_ITSELF),
    ROW("start", gp_read_day, intervention.start, NULL, ALL_BUT_ITS_DATES),
    ROW("duration", gp_read_duration, intervention.duration, NULL, ALL_BUT_ITS_DATES),
    ROW("cycle", gp_read_step, intervention.cycle, NULL, ALL_BUT_ITS_DATES),
    ROW("needed_by", gp_read_day, intervention.needed_by, NULL, ALL_BUT_ITS_DATES),
    ROW("addresses", read_addresses, intervention.addresses, NULL, ALL_BUT_ITSELF),
    ROW("applies", read_applies, intervention, NULL, ALL_BUT_ITSELF),
    ROW("scenarios", gp_read_references, scenarios, &scenario, ALL_BUT_ITSELF),
    ROW("owner", gp_read_pooled, intervention.owner, NULL, ALL_BUT_ITSELF),
    ROW("tags", gp_read_tags, intervention.tags, NULL, ALL_BUT_ITSELF),
    ROW("requires", gp_read_requires, intervention.requires, NULL,
        GP_PART_STEPS | GP_PART_REQUIREMENTS),
    ROW("x-url", gp_read_url, intervention.url, NULL, ALL_BUT_ITSELF),
    ROW("progress", gp_read_percent, intervention.progress, NULL, ALL_BUT_ITS_DATES),
    ROW("not_before", gp_read_day, window.not_before, NULL, ALL_BUT_ITS_DATES),
    ROW("not_ready_before", gp_read_day, window.not_ready_before, NULL, ALL_BUT_ITS_DATES),
    ROW("start_by", gp_read_day, window.start_by, NULL, ALL_BUT_ITS_DATES),
};
#undef ROW
const gp_record_kind gp_intervention_kind = {GP_WORDS_ROW("an intervention", "een interventie"),
                                             intervention_keys, GP_KEY_COUNT(intervention_keys)};

static void fill_lists(intervention_record *record)
{
    gp_intervention *intervention = &record->intervention;
    intervention->segments = record->segments.numbers;
    intervention->segment_count = record->segments.count;
    intervention->situations = record->situations.numbers;
    intervention->situation_count = record->situations.count;
    intervention->scenarios = record->scenarios.numbers;
    intervention->scenario_count = record->scenarios.count;
}

gp_status gp_read_intervention(gp_records *records, const cJSON *node)
{
    intervention_record record = {.intervention = {.start = GP_NO_DAY, .needed_by = GP_NO_DAY},
                                  .window = GP_NO_WINDOW};
    gp_intervention *intervention = &record.intervention;
    gp_id subject = gp_find_subject(records, node);
    records->subject = subject.text;
    if (records->subject) { /* before its requirements: ids are numbered as they are mentioned */
        intervention->symbol = gp_draft_symbol(records->draft, subject.text, subject.size);
        if (intervention->symbol == GP_NONE) return gp_no_memory(records->job);
    }
    records->is_capability = false;
    records->doubt = 0;
    uint32_t errors = records->errors;
    gp_status status = gp_read_record(records, &gp_intervention_kind, node, &record, NULL);
    records->subject = NULL;
    if (status != GP_OK || (!record.id.text && records->is_foreign)) return status;
    if (records->errors != errors)
        GP_TRY(gp_doubt_record(records, node, &record.id, &intervention->symbol));
    fill_lists(&record);
    GP_TRY(gp_keep_window(records, &record.window, &intervention->window));
    intervention->place = record.id.place;
    return gp_draft_intervention(records->draft, intervention);
}
