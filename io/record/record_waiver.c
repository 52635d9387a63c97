/* SPDX-License-Identifier: MIT
 * Reads `x-groeipad`: what of this record, or at the top of the whole file, may stay: a list of
 * codes (or how they begin), each with its reason. It is a key of ours among the users' own, so
 * that every format that carries those carries it. */
#include "io/keep/waivers.h"
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <stdio.h>

/* "GP204", or "GP2" for all of GP201 to GP299. */
static gp_status read_code(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    gp_waiver *waiver = record;
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key->name, node, GP_TEXT("GP204"));
    const char *text = node->valuestring, *nearest = NULL;
    size_t size = strlen(text);
    for (size_t i = 0; i < count && size >= 3 && size <= 5; i++) {
        char code[16];
        snprintf(code, sizeof code, "GP%03u", (unsigned)rules[i].code);
        if (strncmp(code, text, size) != 0) continue;
        memcpy(waiver->code, text, size + 1);
        return GP_OK;
    }
    char names[128][8];
    const char *candidates[128];
    for (size_t i = 0; i < count && i < 128; i++) {
        snprintf(names[i], sizeof names[i], "GP%03u", (unsigned)rules[i].code % 1000);
        candidates[i] = names[i];
    }
    nearest = gp_nearest_text(text, candidates, count < 128 ? count : 128);
    if (nearest && !(nearest = gp_copy_text(records->job, nearest, strlen(nearest))))
        return gp_no_memory(records->job);
    return gp_bad_value(records, key->name, node,
                        GP_WORDS("a code or how it begins, as GP204 or GP2",
                                 "een code of het begin ervan, zoals GP204 of GP2"),
                        nearest);
}

static const gp_key waiver_keys[] = {
    {"code", read_code, offsetof(gp_waiver, code), NULL, true, 0},
    {"reason", gp_read_text_value, offsetof(gp_waiver, reason), NULL, true, 0},
    {"until", gp_read_day, offsetof(gp_waiver, until), NULL, false, 0},
};
static const gp_record_kind waiver_kind = {GP_WORDS_ROW("what may stay", "wat mag blijven"),
                                           waiver_keys, GP_KEY_COUNT(waiver_keys)};

static gp_status read_ignored(gp_records *records, const gp_key *key, const cJSON *node,
                              void *record)
{
    const char *const *subject = record;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    for (const cJSON *item = node->child; item; item = item->next) {
        uint32_t errors = records->errors;
        gp_waiver waiver = {
            .until = GP_NO_DAY, .place = gp_place_of(records, item), .subject = *subject};
        GP_TRY(gp_read_record(records, &waiver_kind, item, &waiver, NULL));
        if (records->errors != errors || !waiver.code[0]) continue; /* reported */
        if (!gp_push(records->job, &records->waivers, &waiver, 1))
            return gp_no_memory(records->job);
    }
    return GP_OK;
}

static const gp_key own_keys[] = {
    {"ignore", read_ignored, 0, NULL, false, 0},
};
static const gp_record_kind own_kind = {GP_WORDS_ROW("x-groeipad", "x-groeipad"), own_keys,
                                        GP_KEY_COUNT(own_keys)};

gp_status gp_read_waivers(gp_records *records, const cJSON *node, const char *subject)
{
    const char *copy = subject ? gp_copy_text(records->job, subject, strlen(subject)) : NULL;
    if (subject && !copy) return gp_no_memory(records->job);
    records->waivers.size = sizeof(gp_waiver);
    return gp_read_record(records, &own_kind, node, &copy, NULL);
}
