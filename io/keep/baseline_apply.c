/* SPDX-License-Identifier: MIT
 * Lets known findings pass: each entry one of those that are alike, in the order of the file. What
 * nothing matches, and what was to stay until a day that has passed, is told (GP130). */
#include "io/keep/baseline.h"

#include <stdio.h>

typedef struct matching {
    gp_job *job;
    const gp_baseline *baseline;
    gp_day today;
    size_t *used; /* by the first entry of those alike: how many have matched */
    gp_finding *known;
    const char **reasons;
    uint32_t count;
    bool has_failed;
} matching;

static bool holds(const matching *m, const gp_known_entry *entry)
{
    return entry->until == GP_NO_DAY || m->today == GP_NO_DAY || entry->until >= m->today;
}

/* Entries alike stand together, those that hold first: the next of them, where there is one. */
static const gp_known_entry *next_entry(matching *m, const char *identity)
{
    const gp_baseline *all = m->baseline;
    size_t first = gp_find_entries(all->entries, all->count, identity);
    if (first == all->count) return NULL;
    size_t next = first + m->used[first];
    if (next >= all->count || strcmp(all->entries[next].identity, identity) != 0) return NULL;
    if (!holds(m, &all->entries[next])) return NULL;
    m->used[first]++;
    return &all->entries[next];
}

static bool is_new(const gp_finding *finding, void *object)
{
    matching *m = object;
    gp_known_entry entry;
    if (m->has_failed || finding->code == 130) return true;
    m->has_failed = gp_entry_of(m->job, finding, &entry) != GP_OK;
    const gp_known_entry *match = m->has_failed ? NULL : next_entry(m, entry.identity);
    if (!match) return true;
    m->known[m->count] = *finding;
    m->reasons[m->count++] = match->reason;
    return false;
}

/* "GP204 'old' (level 2)". */
static const char *name_of(gp_job *job, const gp_known_entry *entry)
{
    char code[16];
    const char *text = NULL;
    size_t size;
    bool has_any = false;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    snprintf(code, sizeof code, "GP%03u", (unsigned)entry->code);
    gp_add_text(buffer, code);
    if (entry->subject) {
        gp_add_text(buffer, " '");
        gp_add_text(buffer, entry->subject);
        gp_add_text(buffer, "'");
    }
    for (size_t i = 0; i < GP_ARGUMENTS_MAX; i++) {
        if (!entry->arguments[i].name) continue;
        gp_add_text(buffer, has_any ? ", " : " (");
        gp_add_text(buffer, entry->arguments[i].name);
        gp_add_text(buffer, " ");
        gp_add_text(buffer, entry->arguments[i].value);
        has_any = true;
    }
    if (has_any) gp_add_text(buffer, ")");
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status tell(const matching *m, const gp_known_entry *entry, gp_severity severity)
{
    gp_job *job = m->job;
    gp_argument why =
        GP_WORDS("is known, and is not found any more", "is bekend, en wordt niet meer gevonden");
    const char *name = name_of(job, entry);
    if (!name) return gp_no_memory(job);
    if (!holds(m, entry)) {
        char day[GP_DATE_SIZE], english[96], dutch[96];
        gp_format_date(entry->until, day);
        snprintf(english, sizeof english, "was to stay until %s, and counts again", day);
        snprintf(dutch, sizeof dutch, "mocht blijven tot en met %s, en telt weer mee", day);
        const char *in[] = {gp_copy_text(job, english, strlen(english)),
                            gp_copy_text(job, dutch, strlen(dutch))};
        if (!in[0] || !in[1]) return gp_no_memory(job);
        why = GP_WORDS(in[0], in[1]);
    }
    return gp_add_finding_as(
        job, &(gp_finding){.code = 130, .place = entry->place, .arguments = {GP_TEXT(name), why}},
        severity);
}

/* Entries that have let nothing pass. */
static gp_status tell_unused(const matching *m, gp_severity severity)
{
    const gp_baseline *all = m->baseline;
    size_t first = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->entries[i].identity, all->entries[first].identity) != 0) first = i;
        if (i >= first + m->used[first]) GP_TRY(tell(m, &all->entries[i], severity));
    }
    return GP_OK;
}

gp_status gp_apply_baseline(gp_job *job, const gp_baseline *baseline, gp_day today, bool is_strict,
                            const gp_known **out)
{
    uint32_t count;
    (void)gp_findings(job, &count);
    gp_known *known = GP_NEW(job, gp_known, 1);
    matching m = {.job = job, .baseline = baseline, .today = today};
    m.used = GP_NEW(job, size_t, baseline->count);
    m.known = GP_NEW(job, gp_finding, count);
    m.reasons = GP_NEW(job, const char *, count);
    if (!known || !m.used || !m.known || !m.reasons) return gp_no_memory(job);
    gp_keep_findings(job, is_new, &m);
    if (m.has_failed) return gp_no_memory(job);
    GP_TRY(tell_unused(&m, is_strict ? GP_ERROR : GP_INFO));
    *known = (gp_known){baseline->file, m.known, m.reasons, m.count};
    *out = known;
    return GP_OK;
}

static bool is_none(const gp_finding *finding, void *object)
{
    (void)finding;
    (void)object;
    return false;
}

gp_status gp_know_all(gp_job *job, const char *file, const gp_known **out)
{
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    gp_known *known = GP_NEW(job, gp_known, 1);
    gp_finding *copies = GP_NEW(job, gp_finding, count);
    const char **reasons = GP_NEW(job, const char *, count);
    if (!known || !copies || !reasons) return gp_no_memory(job);
    if (count) memcpy(copies, findings, count * sizeof *copies);
    gp_keep_findings(job, is_none, NULL);
    *known = (gp_known){file, copies, reasons, count};
    *out = known;
    return GP_OK;
}
