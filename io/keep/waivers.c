/* SPDX-License-Identifier: MIT
 * Takes out what the portfolio itself says may stay, and tells of what is said in vain (GP130).
 * Never an error of the file: without a portfolio there is nothing that anybody could have meant.
 */
#include "io/keep/waivers.h"
#include "groeipad/baseline.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct kept {
    const gp_waiver *waivers;
    size_t count;
} kept;

static const char owner; /* its address is the name of the slot */

/* Of several readings with one job, as of a catalogue, the first is that of the portfolio. */
gp_status gp_keep_waivers(gp_job *job, const gp_waiver *waivers, size_t count)
{
    if (gp_find_slot(job, &owner)) return GP_OK;
    kept *all = GP_NEW(job, kept, 1);
    gp_waiver *copies = GP_NEW(job, gp_waiver, count);
    if (!all || !copies) return gp_no_memory(job);
    if (count) memcpy(copies, waivers, count * sizeof *copies);
    *all = (kept){copies, count};
    return gp_keep_slot(job, &owner, all);
}

typedef struct matching {
    gp_waiver *waivers; /* by subject: those of anything first */
    bool *is_used;
    size_t count;
    gp_day today;
} matching;

static int compare_subjects(const char *a, const char *b)
{
    if (!a || !b) return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare(const void *left, const void *right)
{
    const gp_waiver *a = left, *b = right;
    int order = compare_subjects(a->subject, b->subject);
    if (order == 0) order = strcmp(a->code, b->code);
    if (order == 0) order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    return order;
}

static bool holds(const matching *m, const gp_waiver *waiver)
{
    return waiver->until == GP_NO_DAY || m->today == GP_NO_DAY || waiver->until >= m->today;
}

/* Of those about this subject (NULL: about anything) all that fit are of use. */
static bool is_let_pass(matching *m, const char *subject, const char *code)
{
    size_t low = 0, high = m->count;
    bool is_found = false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_subjects(m->waivers[middle].subject, subject) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < m->count && compare_subjects(m->waivers[low].subject, subject) == 0; low++) {
        const gp_waiver *waiver = &m->waivers[low];
        if (!holds(m, waiver) || strncmp(code, waiver->code, strlen(waiver->code)) != 0) continue;
        m->is_used[low] = is_found = true;
    }
    return is_found;
}

static bool is_kept(const gp_finding *finding, void *object)
{
    matching *m = object;
    char code[16];
    if (finding->code == 130 || (finding->code < 200 && finding->severity == GP_ERROR)) return true;
    snprintf(code, sizeof code, "GP%03u", (unsigned)finding->code);
    bool is_general = is_let_pass(m, NULL, code);
    bool is_own = finding->subject && is_let_pass(m, finding->subject, code);
    return !is_general && !is_own;
}

static gp_status tell(gp_job *job, const matching *m, const gp_waiver *waiver, gp_severity severity)
{
    char day[GP_DATE_SIZE];
    size_t size;
    const char *name;
    gp_buffer *buffer = gp_new_buffer(job);
    char english[128] = "is to be ignored, and is not found",
         dutch[128] = "telt niet mee, en wordt niet gevonden";
    if (!buffer) return gp_no_memory(job);
    gp_add_text(buffer, waiver->code);
    if (waiver->subject) {
        gp_add_text(buffer, " '");
        gp_add_text(buffer, waiver->subject);
        gp_add_text(buffer, "'");
    }
    GP_TRY(gp_finish_buffer(buffer, &name, &size));
    if (!holds(m, waiver)) {
        gp_format_date(waiver->until, day);
        snprintf(english, sizeof english, "was to be ignored until %s, and counts again", day);
        snprintf(dutch, sizeof dutch, "telde niet mee tot en met %s, en telt weer mee", day);
    }
    const char *texts[] = {name, gp_copy_text(job, english, strlen(english)),
                           gp_copy_text(job, dutch, strlen(dutch))};
    if (!texts[0] || !texts[1] || !texts[2]) return gp_no_memory(job);
    return gp_add_finding_as(
        job,
        &(gp_finding){.code = 130,
                      .place = waiver->place,
                      .subject = waiver->subject,
                      .arguments = {GP_TEXT(texts[0]), GP_WORDS(texts[1], texts[2])}},
        severity);
}

gp_status gp_apply_waivers(gp_job *job, gp_day today, bool is_strict)
{
    const kept *all = gp_find_slot(job, &owner);
    if (!all || all->count == 0) return GP_OK;
    matching m = {.count = all->count, .today = today};
    m.waivers = GP_NEW(job, gp_waiver, all->count);
    m.is_used = GP_NEW(job, bool, all->count);
    if (!m.waivers || !m.is_used) return gp_no_memory(job);
    memcpy(m.waivers, all->waivers, all->count * sizeof *m.waivers);
    qsort(m.waivers, m.count, sizeof *m.waivers, compare);
    gp_keep_findings(job, is_kept, &m);
    for (size_t i = 0; i < m.count; i++)
        if (!m.is_used[i]) GP_TRY(tell(job, &m, &m.waivers[i], is_strict ? GP_ERROR : GP_INFO));
    return GP_OK;
}
