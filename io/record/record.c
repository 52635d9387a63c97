/* SPDX-License-Identifier: MIT
 * Reads an object by a table of keys. Most records write their keys in the same order as the
 * table has them, so the row after the last one found is tried first. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#define KEYS_MAX 32
#define A_KEY GP_WORDS("a key of docs/format.md", "een sleutel van docs/format.md")

static size_t find_row(const gp_record_kind *kind, const char *name, size_t first)
{
    size_t row = first;
    for (size_t tried = 0; tried < kind->count; tried++, row++) {
        if (row >= kind->count) row = 0;
        const char *known = kind->keys[row].name;
        if (known[0] == name[0] && strcmp(known, name) == 0) return row;
    }
    return kind->count;
}

static gp_status report_unknown(gp_records *records, const gp_record_kind *kind, const char *name,
                                gp_place place)
{
    const char *names[KEYS_MAX];
    for (size_t i = 0; i < kind->count; i++) names[i] = kind->keys[i].name;
    const char *shown = gp_copy_cut(records->job, name);
    const char *subject = gp_copy_subject(records);
    if (!shown || (records->subject && !subject)) return gp_no_memory(records->job);
    return gp_add_finding(records->job,
                          &(gp_finding){.code = 104,
                                        .place = place,
                                        .subject = subject,
                                        .arguments = {GP_TEXT(shown), kind->where},
                                        .suggestion = gp_nearest_text(name, names, kind->count)});
}

gp_status gp_find_key(gp_records *records, const gp_record_kind *kind, const char *name,
                      gp_place place, const gp_key **out)
{
    size_t row = find_row(kind, name, 0);
    *out = row < kind->count ? &kind->keys[row] : NULL;
    if (*out || strncmp(name, "x-", 2) == 0) return GP_OK;
    return report_unknown(records, kind, name, place);
}

/* Ascending by key, then in the order of the text. */
static int compare_members(const void *left, const void *right)
{
    const cJSON *a = *(const cJSON *const *)left, *b = *(const cJSON *const *)right;
    int order = strcmp(a->string, b->string);
    return order ? order : (a->valueint > b->valueint) - (a->valueint < b->valueint);
}

/* Keys that the table does not have: the user's own may not be there twice either. */
static gp_status check_others(gp_records *records, size_t first)
{
    size_t count = records->others.count - first;
    const cJSON **members = (const cJSON **)records->others.data + first;
    if (count > 1) qsort(members, count, sizeof *members, compare_members);
    for (size_t i = 1; i < count; i++)
        if (strcmp(members[i - 1]->string, members[i]->string) == 0)
            GP_TRY(gp_repeated_member(records, members[i]));
    records->others.count = first;
    return GP_OK;
}

static gp_status read_other(gp_records *records, const gp_record_kind *kind, const cJSON *member)
{
    if (!gp_push(records->job, &records->others, &member, 1)) return gp_no_memory(records->job);
    if (strcmp(member->string, GP_OWN_KEY) == 0 && records->subject)
        return records->read_ours(records, member, records->subject);
    if (strncmp(member->string, "x-", 2) == 0) return GP_OK;
    if (gp_is_others(records, member))
        return gp_bad_value(records, member->string, member, A_KEY, NULL);
    return report_unknown(records, kind, member->string, gp_key_place_of(records, member));
}

static gp_status report_missing(gp_records *records, const gp_record_kind *kind, const cJSON *node,
                                uint32_t seen)
{
    for (size_t row = 0; row < kind->count; row++)
        if (kind->keys[row].is_required && !(seen >> row & 1)) {
            GP_TRY(gp_lacks_key(records, kind->keys[row].name, kind->where, node));
            records->doubt |= GP_PART_ALL & ~kind->keys[row].leaves;
        }
    return GP_OK;
}

gp_status gp_read_record(gp_records *records, const gp_record_kind *kind, const cJSON *node,
                         void *record, bool *is_object)
{
    if (is_object) *is_object = cJSON_IsObject(node);
    if (!cJSON_IsObject(node)) {
        records->doubt = GP_PART_ALL;
        return gp_no_object(records, kind, node);
    }
    uint32_t seen = 0;
    size_t next = 0, others = records->others.count;
    for (const cJSON *member = node->child; member; member = member->next) {
        size_t row = find_row(kind, member->string, next);
        if (row == kind->count) {
            GP_TRY(read_other(records, kind, member));
            continue;
        }
        const gp_key *key = &kind->keys[row];
        uint32_t errors = records->errors;
        unsigned doubt = records->doubt;
        next = row + 1;
        bool is_second = seen >> row & 1;
        if (is_second)
            GP_TRY(gp_repeated_member(records, member));
        else
            GP_TRY(key->read(records, key, member, record));
        if (!gp_is_refused(records, member)) seen |= 1u << row;
        if (records->errors != errors)
            records->doubt = doubt | (GP_PART_ALL & ~(is_second ? 0u : key->leaves));
    }
    if (records->others.count > others) GP_TRY(check_others(records, others));
    return report_missing(records, kind, node, seen);
}
