/* SPDX-License-Identifier: MIT
 * When are a finding and an entry of a baseline the same? Where code, subject and the arguments
 * that name things are: never by lines, nor by what another language or format calls them. */
#include "io/keep/baseline.h"

#include <stdio.h>
#include <stdlib.h>

/* The text of an argument, the same in every language. */
static const char *text_of(gp_job *job, const gp_argument *argument)
{
    char text[32];
    switch (argument->kind) {
    case GP_ARGUMENT_TEXT: return argument->text;
    case GP_ARGUMENT_WORDS: return argument->words.in[GP_ENGLISH];
    case GP_ARGUMENT_NUMBER:
        snprintf(text, sizeof text, "%lld", (long long)argument->number);
        return gp_copy_text(job, text, strlen(text));
    case GP_ARGUMENT_DAY:
        gp_format_date(argument->day, text);
        return gp_copy_text(job, text, strlen(text));
    default: return "";
    }
}

/* What no text of a portfolio holds stands between the parts. */
#define BETWEEN "\x1F"

gp_status gp_identify_entry(gp_job *job, gp_known_entry *entry)
{
    char code[16];
    size_t size = 0;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    snprintf(code, sizeof code, "GP%03u", (unsigned)entry->code);
    gp_add_text(buffer, code);
    gp_add_text(buffer, BETWEEN);
    if (entry->subject) gp_add_text(buffer, entry->subject);
    for (size_t i = 0; i < GP_ARGUMENTS_MAX; i++) {
        gp_add_text(buffer, BETWEEN);
        if (entry->arguments[i].value) gp_add_text(buffer, entry->arguments[i].value);
    }
    return gp_finish_buffer(buffer, &entry->identity, &size);
}

gp_status gp_entry_of(gp_job *job, const gp_finding *finding, gp_known_entry *out)
{
    const gp_rule *rule = gp_find_rule(finding->code);
    unsigned named = gp_identity_of(finding->code);
    *out = (gp_known_entry){.code = finding->code, .subject = finding->subject, .until = GP_NO_DAY};
    for (size_t i = 0; i < GP_ARGUMENTS_MAX && rule->arguments[i]; i++) {
        if (named == GP_NO_IDENTITY || !(named >> i & 1)) continue;
        out->arguments[i].name = rule->arguments[i];
        out->arguments[i].value = text_of(job, &finding->arguments[i]);
        if (!out->arguments[i].value) return gp_no_memory(job);
    }
    return gp_identify_entry(job, out);
}

/* ---- order ---- */

static int compare_texts(const char *a, const char *b)
{
    if (!a || !b) return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

/* What holds longest first: it counts where there are more entries than findings. */
static int compare(const void *left, const void *right)
{
    const gp_known_entry *a = left, *b = right;
    int order = strcmp(a->identity, b->identity);
    if (order) return order;
    int64_t one = a->until == GP_NO_DAY ? INT64_MAX : a->until;
    int64_t other = b->until == GP_NO_DAY ? INT64_MAX : b->until;
    order = (one < other) - (one > other);
    return order ? order : compare_texts(b->reason, a->reason);
}

void gp_sort_entries(gp_known_entry *entries, size_t count)
{
    if (count > 1) qsort(entries, count, sizeof *entries, compare);
}

size_t gp_find_entries(const gp_known_entry *entries, size_t count, const char *identity)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(entries[middle].identity, identity) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && strcmp(entries[low].identity, identity) == 0 ? low : count;
}
