/* SPDX-License-Identifier: MIT
 * Reads a planning: the rounds that a step waits for, as dates, as a grid, or first the one and
 * then the other. Dates out of order are an error: more often than not one of them has the wrong
 * year, and put in order in silence it would move every round. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

typedef struct planning_record {
    gp_planning planning;
    uint8_t scope;
} planning_record;

/* "a date after 2026-12-10", the one before it. */
static gp_status refuse_order(gp_records *records, const gp_key *key, const cJSON *item,
                              gp_day before)
{
    static const char *const texts[] = {"a date after ", "een datum na "};
    const char *expected[2];
    char day[GP_DATE_SIZE];
    gp_format_date(before, day);
    for (size_t i = 0; i < 2; i++) {
        gp_buffer *buffer = gp_new_buffer(records->job);
        size_t size;
        if (!buffer) return gp_no_memory(records->job);
        gp_add_text(buffer, texts[i]);
        gp_add_text(buffer, day);
        GP_TRY(gp_finish_buffer(buffer, &expected[i], &size));
    }
    return gp_bad_value(records, key->name, item, GP_WORDS(expected[0], expected[1]), NULL);
}

/* Reads one date of the list. *is_next: it is one, and comes after those before it. */
static gp_status read_date(gp_records *records, const gp_key *key, const cJSON *item,
                           const gp_planning *planning, gp_day *out, bool *is_next)
{
    gp_key row = *key;
    row.offset = 0;
    *is_next = false;
    *out = GP_NO_DAY;
    GP_TRY(gp_read_day(records, &row, item, out));
    if (*out == GP_NO_DAY) return GP_OK;
    gp_day before =
        planning->date_count ? planning->dates[planning->date_count - 1] : GP_DAY_FIRST - 1;
    *is_next = *out > before;
    return *is_next ? GP_OK : refuse_order(records, key, item, before);
}

static gp_status read_dates(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    gp_planning *planning = &((planning_record *)record)->planning;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    size_t count = 0;
    for (const cJSON *item = node->child; item; item = item->next) count++;
    if (count == 0)
        return gp_bad_value(records, key->name, node,
                            GP_WORDS("at least one date", "minstens één datum"), NULL);
    gp_day *days = GP_NEW(records->job, gp_day, count);
    gp_place *place = GP_NEW(records->job, gp_place, 1);
    if (!days || !place) return gp_no_memory(records->job);
    planning->dates = days;
    planning->last_place = place;
    for (const cJSON *item = node->child; item; item = item->next) {
        gp_day day;
        bool is_next;
        GP_TRY(read_date(records, key, item, planning, &day, &is_next));
        if (!is_next) continue;
        days[planning->date_count++] = day;
        *place = gp_place_of(records, item);
    }
    if (planning->date_count == 0) gp_refuse_too(records, node);
    return GP_OK;
}

static const gp_key planning_keys[] = {
    {"round", gp_read_step, offsetof(planning_record, planning.round), "none", false, 0},
    {"from", gp_read_day, offsetof(planning_record, planning.from), NULL, false, 0},
    {"dates", read_dates, 0, NULL, false, 0},
    {"prepare", gp_read_duration, offsetof(planning_record, planning.prepare), NULL, false, 0},
    {"scope", gp_read_choice, offsetof(planning_record, scope), &gp_rounds_choice, false, 0},
};
const gp_record_kind gp_planning_kind = {GP_TEXT_ROW("\"planning\""), planning_keys, 5};
static const gp_record_kind own_planning_kind = {GP_TEXT_ROW("\"planning\""), planning_keys, 4};

static bool has_member(const gp_records *records, const cJSON *node, const char *key)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(node, key);
    return member && !gp_is_refused(records, member);
}

/* A grid needs one of its points, and the last date is one; what has neither a grid nor dates
 * says nothing. */
static gp_status check_members(gp_records *records, const gp_record_kind *kind, const cJSON *node)
{
    bool has_round = has_member(records, node, "round");
    bool has_dates = has_member(records, node, "dates");
    if (!has_round && !has_dates && kind == &own_planning_kind)
        GP_TRY(gp_lacks_key(records, "round", kind->where, node));
    if (has_round && !has_dates && !has_member(records, node, "from"))
        return gp_lacks_key(records, "from", kind->where, node);
    return GP_OK;
}

/* Where dates are given, the grid goes on from the last of them, or at a `from` that comes later.
 * An earlier one was written for nothing, and its writer may think otherwise. */
static gp_status check_from(gp_records *records, const cJSON *node, const gp_planning *planning)
{
    const cJSON *from = cJSON_GetObjectItemCaseSensitive(node, "from");
    if (planning->date_count == 0 || planning->from == GP_NO_DAY) return GP_OK;
    if (planning->round.unit == GP_DURATION_NONE) return GP_OK;
    gp_day last = planning->dates[planning->date_count - 1];
    if (planning->from >= last) return GP_OK;
    return gp_add_finding(records->job,
                          &(gp_finding){.code = 311,
                                        .place = gp_place_of(records, from),
                                        .subject = gp_copy_subject(records),
                                        .arguments = {GP_DAY(planning->from), GP_DAY(last)}});
}

gp_status gp_read_planning_value(gp_records *records, const cJSON *node, gp_planning *out,
                                 bool *is_chain_start, bool *is_read)
{
    bool is_top = is_chain_start != NULL;
    const gp_record_kind *kind = is_top ? &gp_planning_kind : &own_planning_kind;
    planning_record record = {.planning.from = GP_NO_DAY};
    uint32_t errors = records->errors;
    *is_read = false;
    if (cJSON_IsString(node)) {
        if (strcmp(node->valuestring, "none") != 0)
            return gp_bad_value(records, "planning", node,
                                GP_TEXT("\"none\" | {\"round\", \"from\"} | {\"dates\"}"), NULL);
    } else if (!cJSON_IsObject(node)) {
        return gp_wrong_type(records, "planning", node, GP_AN_OBJECT);
    } else {
        GP_TRY(gp_read_record(records, kind, node, &record, NULL));
        GP_TRY(check_members(records, kind, node));
        if (gp_is_refused(records, node) || records->errors != errors) return GP_OK;
        GP_TRY(check_from(records, node, &record.planning));
    }
    *is_read = true;
    *out = record.planning;
    if (is_top) *is_chain_start = record.scope != 0;
    return GP_OK;
}

gp_status gp_read_planning(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    gp_planning planning;
    bool is_read;
    GP_TRY(gp_read_planning_value(records, node, &planning, NULL, &is_read));
    if (!is_read) return GP_OK;
    gp_planning *kept = GP_NEW(records->job, gp_planning, 1);
    if (!kept) return gp_no_memory(records->job);
    *kept = planning;
    *(const gp_planning **)((char *)record + key->offset) = kept;
    return GP_OK;
}
