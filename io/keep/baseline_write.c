/* SPDX-License-Identifier: MIT
 * Writes what is found as a baseline: an entry a line, sorted by code and subject, so that two
 * branches that each add one merge, and nothing moves because the portfolio was put in order. */
#include "io/json/json_write.h"
#include "io/keep/baseline.h"

#include <stdio.h>

/* A key that is no literal of ours. */
static void add_member(gp_json *json, const gp_named_argument *argument)
{
    gp_json_add_text(json, argument->name, argument->value); /* names stand in the rules */
}

static void add_arguments(gp_json *json, const gp_known_entry *entry)
{
    bool is_open = false;
    for (size_t i = 0; i < GP_ARGUMENTS_MAX; i++) {
        if (!entry->arguments[i].name) continue;
        if (!is_open) {
            gp_json_key(json, "arguments");
            gp_json_open(json, '{');
        }
        is_open = true;
        add_member(json, &entry->arguments[i]);
    }
    if (is_open) gp_json_close(json, '}');
}

static void add_entry(gp_json *json, const gp_known_entry *entry)
{
    char code[16];
    snprintf(code, sizeof code, "GP%03u", (unsigned)entry->code);
    gp_json_line(json);
    gp_json_open(json, '{');
    gp_json_add_text(json, "code", code);
    if (entry->subject) gp_json_add_text(json, "subject", entry->subject);
    add_arguments(json, entry);
    if (entry->until != GP_NO_DAY) gp_json_add_day(json, "until", entry->until);
    if (entry->reason) gp_json_add_text(json, "reason", entry->reason);
    gp_json_close(json, '}');
}

/* What was said of those alike, in order, goes to as many of those that are there now. */
static void keep_words(gp_known_entry *entries, size_t count, const gp_baseline *old)
{
    size_t first = 0;
    for (size_t i = 0; old && i < count; i++) {
        if (strcmp(entries[i].identity, entries[first].identity) != 0) first = i;
        size_t known = gp_find_entries(old->entries, old->count, entries[i].identity);
        if (known == old->count || known + (i - first) >= old->count) continue;
        const gp_known_entry *said = &old->entries[known + (i - first)];
        if (strcmp(said->identity, entries[i].identity) != 0) continue;
        entries[i].until = said->until;
        entries[i].reason = said->reason;
    }
}

gp_status gp_write_baseline(gp_job *job, const gp_baseline *old, gp_output *out)
{
    uint32_t found;
    size_t count = 0;
    const gp_finding *findings = gp_findings(job, &found);
    gp_known_entry *entries = GP_NEW(job, gp_known_entry, found);
    gp_json json = {.buffer = gp_new_buffer(job)};
    if (!entries || !json.buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < found; i++)
        if (findings[i].code != 130) GP_TRY(gp_entry_of(job, &findings[i], &entries[count++]));
    gp_sort_entries(entries, count);
    keep_words(entries, count, old);
    gp_json_open(&json, '{');
    gp_json_add_number(&json, "groeipad_baseline", 1);
    gp_json_key(&json, "known");
    gp_json_open(&json, '[');
    for (size_t i = 0; i < count; i++) add_entry(&json, &entries[i]);
    gp_add_text(json.buffer, count ? "\n" : "");
    gp_json_close(&json, ']');
    gp_json_close(&json, '}');
    gp_add_bytes(json.buffer, "\n", 1);
    return gp_finish_buffer(json.buffer, &out->text, &out->size);
}
