/* SPDX-License-Identifier: MIT
 * Reads a capability: what the organisation can, will or should be able to do. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

/* ---- levels: the steps from level to level ---- */

static const gp_key level_keys[] = {
    {"level", gp_read_level_want, offsetof(gp_level, level), NULL, true, 0},
    {"lead_time", gp_read_estimate, offsetof(gp_level, lead.lead_time), NULL, false, 0},
    {"aspects", gp_read_aspects, offsetof(gp_level, lead.aspects), NULL, false, 0},
    {"requires", gp_read_requires, offsetof(gp_level, requires), NULL, false, 0},
    {"planning", gp_read_planning, offsetof(gp_level, planning), NULL, false, 0},
};
const gp_record_kind gp_level_kind = {
    GP_WORDS_ROW("an entry of \"levels\"", "een regel van \"levels\""), level_keys,
    GP_KEY_COUNT(level_keys)};

static gp_status report_level(gp_records *records, uint8_t level, const cJSON *item, gp_place place)
{
    if (records->is_foreign) return gp_repeated_member(records, item);
    char digit[2] = {(char)('0' + level), '\0'};
    const char *subject = gp_copy_text(records->job, digit, 1);
    records->errors++;
    gp_draft_lacks(records->draft, GP_PART_REQUIREMENTS);
    if (!subject) return gp_no_memory(records->job);
    return gp_add_finding(records->job, &(gp_finding){.code = 105,
                                                      .place = place,
                                                      .subject = subject,
                                                      .arguments = {GP_WORDS("level", "niveau")}});
}

/* Each level has one slot, so that they come out ascending whatever the order. */
static gp_status read_levels(gp_records *records, const gp_key *key, const cJSON *node,
                             void *record)
{
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    gp_level slots[GP_LEVEL_MAX + 1] = {0};
    for (const cJSON *item = node->child; item; item = item->next) {
        gp_level level = {.place = gp_place_of(records, item)};
        GP_TRY(gp_read_record(records, &gp_level_kind, item, &level, NULL));
        if (gp_is_refused(records, item)) continue;
        if (!level.level) gp_draft_lacks(records->draft, GP_PART_REQUIREMENTS);
        const cJSON *number = cJSON_GetObjectItemCaseSensitive(item, "level");
        if (number && level.level) level.place = gp_place_of(records, number);
        if (level.level && slots[level.level].level)
            GP_TRY(report_level(records, level.level, item, level.place));
        else
            slots[level.level] = level;
    }
    gp_capability *capability = record;
    gp_level *levels = GP_NEW(records->job, gp_level, GP_LEVEL_MAX);
    if (!levels) return gp_no_memory(records->job);
    for (size_t i = 1; i <= GP_LEVEL_MAX; i++)
        if (slots[i].level) levels[capability->level_count++] = slots[i];
    capability->levels = capability->level_count ? levels : NULL;
    if (node->child && !capability->level_count) gp_refuse_too(records, node);
    return GP_OK;
}

/* ---- the capability ---- */

#define LEVEL_NOT_GIVEN 0xFF

typedef struct capability_record {
    gp_capability capability; /* first: read_levels takes it for the record */
    uint8_t scope, status, level, progress;
    gp_window window;
    gp_id id, parent;
} capability_record;

/* What a mistake in a value leaves known of the capability. */
#define ALL_BUT_ITS_DATES (GP_PART_STEPS | GP_PART_REQUIREMENTS)
#define ALL_BUT_ITSELF (ALL_BUT_ITS_DATES | GP_PART_DATES)
#define ROW(name, read, member, detail, leaves)                                                    \
    {                                                                                              \
        name, read, offsetof(capability_record, capability.member), detail, false, leaves          \
    }
#define OWN(name, read, member, detail, leaves)                                                    \
    {                                                                                              \
        name, read, offsetof(capability_record, member), detail, false, leaves                     \
    }
#define DATE(key)                                                                                  \
    {                                                                                              \
#key, gp_read_day, offsetof(capability_record, window.key), NULL, false, ALL_BUT_ITS_DATES \
    }
static const gp_key capability_keys[] = {
    {"id", gp_read_id, offsetof(capability_record, id), NULL, true, ALL_BUT_ITS_DATES},
    ROW("name", gp_read_text_value, name, NULL, ALL_BUT_ITSELF),
    OWN("scope", gp_read_choice, scope, &gp_scope_choice, ALL_BUT_ITSELF),
    ROW("lead_time", gp_read_estimate, lead.lead_time, NULL, ALL_BUT_ITS_DATES),
    OWN("status", gp_read_choice, status, &gp_status_choice, GP_PART_REQUIREMENTS),
    OWN("level", gp_read_level_have, level, NULL, GP_PART_REQUIREMENTS),
    ROW("aspects", gp_read_aspects, lead.aspects, NULL, ALL_BUT_ITS_DATES),
    ROW("levels", read_levels, levels, NULL, GP_PART_REQUIREMENTS),
    ROW("planning", gp_read_planning, planning, NULL, ALL_BUT_ITS_DATES),
    ROW("identified", gp_read_day, identified, NULL, ALL_BUT_ITS_DATES),
    ROW("started", gp_read_day, started, NULL, ALL_BUT_ITS_DATES),
    ROW("ready", gp_read_day, ready, NULL, GP_PART_REQUIREMENTS),
    ROW("owner", gp_read_pooled, owner, NULL, ALL_BUT_ITSELF),
    ROW("tags", gp_read_tags, tags, NULL, ALL_BUT_ITSELF),
    OWN("parent", gp_read_id, parent, NULL, ALL_BUT_ITSELF),
    ROW("requires", gp_read_requires, requires, NULL, GP_PART_STEPS | GP_PART_REQUIREMENTS),
    ROW("x-url", gp_read_url, url, NULL, ALL_BUT_ITSELF),
    OWN("progress", gp_read_percent, progress, NULL, ALL_BUT_ITS_DATES),
    DATE(not_before),
    DATE(not_ready_before),
    DATE(start_by),
    DATE(needed_by),
};
#undef DATE
#undef OWN
#undef ROW
const gp_record_kind gp_capability_kind = {GP_WORDS_ROW("a capability", "een capability"),
                                           capability_keys, GP_KEY_COUNT(capability_keys)};

/* What is read byte by byte, and kept in bits. */
static void keep_small(capability_record *record)
{
    gp_capability *capability = &record->capability;
    capability->scope = record->scope & 3u;
    capability->status = record->status & 7u;
    capability->progress = record->progress & 127u;
    capability->has_level = record->level != LEVEL_NOT_GIVEN;
    if (capability->has_level)
        capability->level = record->level & 7u;
    else
        capability->level = record->status == GP_AVAILABLE;
}

gp_status gp_read_capability(gp_records *records, const cJSON *node)
{
    capability_record record = {
        .capability = {.identified = GP_NO_DAY, .started = GP_NO_DAY, .ready = GP_NO_DAY},
        .level = LEVEL_NOT_GIVEN,
        .window = GP_NO_WINDOW};
    gp_capability *capability = &record.capability;
    gp_id subject = gp_find_subject(records, node);
    records->subject = subject.text;
    if (records->subject) { /* before its requirements: ids are numbered as they are mentioned */
        capability->symbol = gp_draft_symbol(records->draft, subject.text, subject.size);
        if (capability->symbol == GP_NONE) return gp_no_memory(records->job);
    }
    records->is_capability = true;
    records->doubt = 0;
    uint32_t errors = records->errors;
    gp_status status = gp_read_record(records, &gp_capability_kind, node, &record, NULL);
    records->subject = NULL;
    if (status != GP_OK || (!record.id.text && records->is_foreign)) return status;
    if (records->errors != errors)
        GP_TRY(gp_doubt_record(records, node, &record.id, &capability->symbol));
    keep_small(&record);
    GP_TRY(gp_keep_window(records, &record.window, &capability->window));
    capability->place = record.id.place;
    GP_TRY(gp_draft_capability(records->draft, capability));
    if (!record.parent.text) return GP_OK;
    return gp_draft_parent(records->draft, record.parent.text, record.parent.size,
                           record.parent.place);
}
