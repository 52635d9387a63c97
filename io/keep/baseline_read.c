/* SPDX-License-Identifier: MIT
 * Reads a baseline: an object of known findings. Its keys are rows, as those of a portfolio are, so
 * what is wrong with it is told in the same way: code, place, "did you mean". */
#include "io/json/json_list.h"
#include "io/keep/baseline.h"

#include <cjson/cJSON.h>
#include <stdio.h>

typedef struct reading {
    gp_array entries; /* gp_known_entry */
    uint32_t version;
} reading;

/* ---- values ---- */

static gp_status read_version(gp_records *records, const gp_key *key, const cJSON *node,
                              void *record)
{
    (void)record;
    if (cJSON_IsNumber(node) && node->valuedouble == 1) return GP_OK;
    return gp_bad_value(records, key->name, node, GP_TEXT("1"), NULL);
}

/* Errors: GP_NO_MEMORY. The code stays 0 where the text is none. */
static gp_status read_code(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    char names[128][8];
    const char *candidates[128];
    size_t count;
    const gp_rule *rules = gp_rules(&count);
    if (!cJSON_IsString(node)) return gp_wrong_type(records, key->name, node, GP_TEXT("GP204"));
    if (count > 128) count = 128;
    for (size_t i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "GP%03u", (unsigned)rules[i].code % 1000);
        candidates[i] = names[i];
        if (strcmp(names[i], node->valuestring) != 0) continue;
        ((gp_known_entry *)record)->code = rules[i].code;
        return GP_OK;
    }
    const char *nearest = gp_nearest_text(node->valuestring, candidates, count);
    if (nearest && !(nearest = gp_copy_text(records->job, nearest, strlen(nearest))))
        return gp_no_memory(records->job);
    return gp_bad_value(records, key->name, node,
                        GP_WORDS("a code, as GP204", "een code, zoals GP204"), nearest);
}

/* The members as they stand; of which argument each is tells the code, which may come later. */
static gp_status read_arguments(gp_records *records, const gp_key *key, const cJSON *node,
                                void *record)
{
    gp_known_entry *entry = record;
    size_t count = 0;
    if (!cJSON_IsObject(node))
        return gp_wrong_type(records, key->name, node, GP_WORDS("an object", "een object"));
    for (const cJSON *member = node->child; member; member = member->next) {
        if (!cJSON_IsString(member)) {
            GP_TRY(gp_wrong_type(records, member->string, member, GP_A_TEXT));
            continue;
        }
        if (count == GP_ARGUMENTS_MAX) break;
        gp_named_argument *named = &entry->arguments[count++];
        named->name = gp_copy_text(records->job, member->string, strlen(member->string));
        named->value = gp_copy_text(records->job, member->valuestring, gp_size_of(records, member));
        if (!named->name || !named->value) return gp_no_memory(records->job);
    }
    return GP_OK;
}

static const gp_key entry_keys[] = {
    {"code", read_code, offsetof(gp_known_entry, code), NULL, true, 0},
    {"subject", gp_read_text_value, offsetof(gp_known_entry, subject), NULL, false, 0},
    {"arguments", read_arguments, offsetof(gp_known_entry, arguments), NULL, false, 0},
    {"until", gp_read_day, offsetof(gp_known_entry, until), NULL, false, 0},
    {"reason", gp_read_text_value, offsetof(gp_known_entry, reason), NULL, false, 0},
};
static const gp_record_kind entry_kind = {GP_WORDS_ROW("a known finding", "een bekende bevinding"),
                                          entry_keys, GP_KEY_COUNT(entry_keys)};

/* ---- entries ---- */

/* Arguments in the order of the rule. One that the code does not have can match nothing: said. */
static gp_status order_arguments(gp_records *records, gp_known_entry *entry)
{
    gp_named_argument given[GP_ARGUMENTS_MAX];
    const gp_rule *rule = gp_find_rule(entry->code);
    size_t known = 0;
    memcpy(given, entry->arguments, sizeof given);
    memset(entry->arguments, 0, sizeof entry->arguments);
    while (known < GP_ARGUMENTS_MAX && rule->arguments[known]) known++;
    for (size_t i = 0; i < GP_ARGUMENTS_MAX && given[i].name; i++) {
        size_t at = 0;
        while (at < known && strcmp(rule->arguments[at], given[i].name) != 0) at++;
        if (at < known && (gp_identity_of(entry->code) >> at & 1)) {
            entry->arguments[at] = given[i];
            continue;
        }
        gp_finding finding = {.code = 104,
                              .place = entry->place,
                              .arguments = {GP_TEXT(given[i].name), entry_kind.where},
                              .suggestion = gp_nearest_text(given[i].name, rule->arguments, known)};
        GP_TRY(gp_add_finding(records->job, &finding));
    }
    return GP_OK;
}

static gp_status read_known(gp_records *records, const gp_key *key, const cJSON *node, void *record)
{
    reading *into = record;
    if (!cJSON_IsArray(node)) return gp_wrong_type(records, key->name, node, GP_A_LIST);
    for (const cJSON *item = node->child; item; item = item->next) {
        gp_known_entry entry = {.until = GP_NO_DAY, .place = gp_place_of(records, item)};
        GP_TRY(gp_read_record(records, &entry_kind, item, &entry, NULL));
        if (!entry.code) continue; /* reported */
        GP_TRY(order_arguments(records, &entry));
        GP_TRY(gp_identify_entry(records->job, &entry));
        if (!gp_push(records->job, &into->entries, &entry, 1)) return gp_no_memory(records->job);
    }
    return GP_OK;
}

static const gp_key file_keys[] = {
    {"groeipad_baseline", read_version, offsetof(reading, version), NULL, true, 0},
    {"known", read_known, offsetof(reading, entries), NULL, true, 0},
};
static const gp_record_kind file_kind = {GP_WORDS_ROW("a baseline", "een baseline"), file_keys,
                                         GP_KEY_COUNT(file_keys)};

/* ---- the file ---- */

/* The key that a value is read with; what is read goes into `into`. */
typedef struct file_key {
    gp_key key;
    reading *into;
} file_key;

static gp_status take_file(gp_json_reader *r, const gp_key *key, const cJSON *tree)
{
    const file_key *file = (const file_key *)(const void *)key;
    return gp_read_record(r->records, &file_kind, tree, file->into, NULL);
}

static gp_status read_input(gp_records *records, gp_input *input, reading *into)
{
    gp_json_reader r;
    char next;
    file_key file = {.into = into};
    gp_start_reader(&r, records, input);
    gp_status status = gp_walk_blank(&r.walk, &next);
    if (status == GP_OK) status = gp_read_json_value(&r, &file.key, take_file);
    if (status == GP_OK && !r.walk.is_stopped) status = gp_walk_blank(&r.walk, &next);
    if (status == GP_OK && !r.walk.is_stopped && r.walk.scan.position.at != r.walk.scan.end)
        status =
            gp_walk_refuse(&r.walk, GP_WORDS("the end of the file", "het einde van het bestand"));
    gp_end_reader(&r);
    return status;
}

static gp_status read_opened(gp_job *job, const char *name, gp_status opened, gp_input *input,
                             const gp_baseline **out)
{
    const gp_read_options reading_options = {.status_date = GP_NO_DAY};
    gp_records *records = NULL;
    reading *into = GP_NEW(job, reading, 1);
    gp_baseline *baseline = GP_NEW(job, gp_baseline, 1);
    uint32_t errors = gp_count_file_errors(job);
    gp_status status = into && baseline ? opened : gp_no_memory(job);
    if (status == GP_OK) status = gp_start_records(job, &reading_options, &records);
    if (into) into->entries.size = sizeof(gp_known_entry);
    if (status == GP_OK) status = read_input(records, input, into);
    gp_close_input(input);
    if (status != GP_OK) return status;
    if (gp_count_file_errors(job) != errors) return GP_INVALID;
    gp_sort_entries(into->entries.data, into->entries.count);
    *baseline = (gp_baseline){gp_copy_text(job, name, strlen(name)), into->entries.data,
                              into->entries.count};
    *out = baseline;
    return baseline->file ? GP_OK : gp_no_memory(job);
}

gp_status gp_read_baseline(gp_job *job, const char *name, const gp_baseline **out)
{
    gp_input input;
    gp_status opened = gp_open_input(job, name, GP_WINDOW_SIZE, &input);
    return read_opened(job, name, opened, &input, out);
}

gp_status gp_read_baseline_text(gp_job *job, const char *name, const char *text, size_t size,
                                const gp_baseline **out)
{
    gp_input input;
    gp_status opened = gp_open_text(job, name, text, size, GP_WINDOW_SIZE, &input);
    return read_opened(job, name, opened, &input, out);
}
