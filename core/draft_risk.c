/* SPDX-License-Identifier: MIT
 * Risks and correlations of a draft: what they refer to are records (GP106), and of an id no more
 * can be shared than there is of it (GP150): its work varies by parts of the factors of its
 * correlations, and the absolute coefficients are these parts. */
#include "core/draft.h"
#include "core/nearest.h"

#include <stdlib.h>
#include <string.h>

/* What sums of decimal fractions may be off. */
#define SLACK 1e-9

uint32_t gp_draft_reference(gp_draft *draft, const char *key, const char *id, size_t size,
                            gp_place place)
{
    gp_record_use use = {gp_draft_symbol(draft, id, size), key, place};
    if (use.symbol == GP_NONE || !gp_push(draft->job, &draft->record_uses, &use, 1)) return GP_NONE;
    return use.symbol;
}

gp_status gp_draft_risk(gp_draft *draft, const gp_risk *risk)
{
    uint32_t number = gp_intern(&draft->risk_ids, risk->id, strlen(risk->id));
    if (number == GP_NONE) return gp_no_memory(draft->job);
    if (number < draft->risks.count) {
        gp_draft_lacks(draft, GP_PART_RISKS);
        return gp_report_duplicate(draft->job, GP_WORDS("risk", "risico"),
                                   gp_name(&draft->risk_ids, number), risk->place,
                                   ((const gp_risk *)draft->risks.data)[number].place);
    }
    gp_risk *added = gp_push(draft->job, &draft->risks, risk, 1);
    if (!added) return gp_no_memory(draft->job);
    added->id = gp_name(&draft->risk_ids, number);
    if (!added->name) added->name = added->id;
    return GP_OK;
}

static int compare_symbols(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* "a|b": the ids of a correlation, in its order. */
static gp_status write_ids(gp_draft *draft, const gp_correlation *correlation, const char **out)
{
    size_t size;
    gp_buffer *buffer = gp_new_buffer(draft->job);
    if (!buffer) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < correlation->symbol_count; i++) {
        if (i) gp_add_text(buffer, "|");
        gp_add_text(buffer, gp_shown_id(draft, correlation->symbols[i]));
    }
    return gp_finish_buffer(buffer, out, &size);
}

/* The number of its set of records. */
static gp_status number_set(gp_draft *draft, const gp_correlation *correlation, uint32_t *out)
{
    uint32_t count = correlation->symbol_count, *sorted = GP_NEW(draft->job, uint32_t, count);
    gp_buffer *buffer = gp_new_buffer(draft->job);
    const char *text;
    size_t size;
    if (!sorted || !buffer) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < count; i++) sorted[i] = correlation->symbols[i];
    if (count > 1) qsort(sorted, count, sizeof *sorted, compare_symbols);
    for (uint32_t i = 0; i < count; i++) {
        gp_add_number(buffer, sorted[i]);
        gp_add_text(buffer, " ");
    }
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    *out = gp_intern(&draft->correlated, text, size);
    return *out == GP_NONE ? gp_no_memory(draft->job) : GP_OK;
}

gp_status gp_draft_correlation(gp_draft *draft, const gp_correlation *correlation)
{
    uint32_t number;
    const char *ids;
    GP_TRY(number_set(draft, correlation, &number));
    if (number < draft->correlations.count) {
        gp_draft_lacks(draft, GP_PART_RISKS);
        GP_TRY(write_ids(draft, correlation, &ids));
        return gp_report_duplicate(
            draft->job, GP_WORDS("correlation of", "correlatie van"), ids, correlation->place,
            ((const gp_correlation *)draft->correlations.data)[number].place);
    }
    if (!gp_push(draft->job, &draft->correlations, correlation, 1)) return gp_no_memory(draft->job);
    return GP_OK;
}

/* ---- what they refer to ---- */

static bool is_record(const gp_draft *draft, uint32_t symbol)
{
    gp_item_kind kind = ((const gp_item *)draft->items.data)[symbol].kind;
    return kind == GP_ITEM_CAPABILITY || kind == GP_ITEM_INTERVENTION;
}

static gp_status report_unknown(gp_draft *draft, const gp_record_use *use, int64_t *work)
{
    const char *id = gp_name(&draft->names, use->symbol);
    gp_nearest search;
    gp_start_nearest(&search, id, work);
    search.by_text = true;
    for (uint32_t i = 0; i < draft->items.count && !search.is_over; i++)
        if (is_record(draft, i) && gp_shown_id(draft, i) == gp_name(&draft->names, i))
            gp_try_nearest(&search, gp_name(&draft->names, i), gp_name_size(&draft->names, i));
    return gp_add_finding(
        draft->job,
        &(gp_finding){.code = 106,
                      .place = use->place,
                      .arguments = {GP_TEXT(use->key), GP_TEXT(id),
                                    GP_WORDS("an id of a capability or intervention",
                                             "een id van een capability of interventie")},
                      .suggestion = search.best});
}

static bool are_records(const gp_draft *draft, const uint32_t *symbols, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!is_record(draft, symbols[i])) return false;
    return true;
}

/* Keeps those that refer to records alone, in their order. */
static void keep_sound(gp_draft *draft)
{
    gp_risk *risks = draft->risks.data;
    gp_correlation *correlations = draft->correlations.data;
    size_t kept = 0;
    for (size_t i = 0; i < draft->risks.count; i++)
        if (are_records(draft, risks[i].affects, risks[i].affect_count)) risks[kept++] = risks[i];
    draft->risks.count = kept;
    kept = 0;
    for (size_t i = 0; i < draft->correlations.count; i++)
        if (are_records(draft, correlations[i].symbols, correlations[i].symbol_count))
            correlations[kept++] = correlations[i];
    draft->correlations.count = kept;
}

/* Where ids are unknown it may be one that was not read: it is left out in silence. */
static gp_status check_references(gp_draft *draft)
{
    int64_t work = GP_NEAREST_WORK;
    const gp_record_use *uses = draft->record_uses.data;
    gp_item *items = draft->items.data;
    bool is_sound = true;
    for (size_t i = 0; i < draft->record_uses.count; i++) {
        if (is_record(draft, uses[i].symbol)) continue;
        is_sound = false;
        if (!(draft->unknown & GP_PART_IDS)) GP_TRY(report_unknown(draft, &uses[i], &work));
        items[uses[i].symbol].kind = GP_ITEM_ELSEWHERE;
    }
    if (is_sound) return GP_OK;
    gp_draft_lacks(draft, GP_PART_RISKS);
    gp_take_back_required(draft);
    keep_sound(draft);
    return GP_OK;
}

/* ---- what can hold together ---- */

/* The correlations of each id, in the order of the file. */
typedef struct members {
    uint32_t *first; /* by symbol, and one more: where its own begin in `of` */
    uint32_t *of;    /* indices of correlations */
} members;

static gp_status list_members(gp_draft *draft, members *out)
{
    const gp_correlation *all = draft->correlations.data;
    size_t symbols = draft->items.count, total = 0;
    for (size_t c = 0; c < draft->correlations.count; c++) total += all[c].symbol_count;
    *out =
        (members){GP_NEW(draft->job, uint32_t, symbols + 2), GP_NEW(draft->job, uint32_t, total)};
    if (!out->first || !out->of) return gp_no_memory(draft->job);
    for (size_t c = 0; c < draft->correlations.count; c++)
        for (uint32_t i = 0; i < all[c].symbol_count; i++) out->first[all[c].symbols[i] + 2]++;
    for (size_t s = 2; s < symbols + 2; s++) out->first[s] += out->first[s - 1];
    for (size_t c = 0; c < draft->correlations.count; c++)
        for (uint32_t i = 0; i < all[c].symbol_count; i++)
            out->of[out->first[all[c].symbols[i] + 1]++] = (uint32_t)c;
    return GP_OK;
}

static double share_of(const gp_correlation *correlation)
{
    return correlation->coefficient < 0 ? -correlation->coefficient : correlation->coefficient;
}

/* "1.25": hundredths, upwards, so that it is more than 1. */
static gp_status write_sum(gp_job *job, double sum, const char **out)
{
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    uint32_t hundredths = (uint32_t)(sum * 100);
    if (!buffer) return gp_no_memory(job);
    hundredths += sum * 100 - hundredths > 100 * SLACK;
    gp_add_number(buffer, hundredths / 100);
    gp_add_text(buffer, hundredths % 100 < 10 ? ".0" : ".");
    gp_add_number(buffer, hundredths % 100);
    return gp_finish_buffer(buffer, out, &size);
}

/* `crossing`: the correlation that makes it too much. */
static gp_status report_too_much(gp_draft *draft, const members *m, uint32_t symbol,
                                 uint32_t crossing)
{
    const gp_correlation *all = draft->correlations.data;
    uint32_t first = m->first[symbol], count = m->first[symbol + 1] - first;
    gp_related *related = GP_NEW(draft->job, gp_related, count);
    const char *text;
    double sum = 0;
    if (!related) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < count; i++) {
        const gp_correlation *own = &all[m->of[first + i]];
        sum += share_of(own);
        related[i] = (gp_related){.place = own->place, .from = gp_shown_id(draft, symbol)};
    }
    GP_TRY(write_sum(draft->job, sum, &text));
    return gp_add_finding(draft->job, &(gp_finding){.code = 150,
                                                    .place = all[crossing].place,
                                                    .subject = gp_shown_id(draft, symbol),
                                                    .arguments = {GP_TEXT(text)},
                                                    .related = related,
                                                    .related_count = count});
}

/* One finding for each correlation that makes it too much, whatever the number of its ids. */
static gp_status check_sums(gp_draft *draft)
{
    gp_correlation *all = draft->correlations.data;
    double *sums = GP_NEW(draft->job, double, draft->items.count);
    members m;
    if (!sums) return gp_no_memory(draft->job);
    GP_TRY(list_members(draft, &m));
    for (uint32_t c = 0; c < draft->correlations.count; c++) {
        uint32_t subject = GP_NONE;
        for (uint32_t i = 0; i < all[c].symbol_count; i++) {
            double *sum = &sums[all[c].symbols[i]], before = *sum;
            *sum += share_of(&all[c]);
            bool is_crossing = before <= 1 + SLACK && *sum > 1 + SLACK;
            if (is_crossing && subject == GP_NONE) subject = all[c].symbols[i];
        }
        if (subject == GP_NONE) continue;
        gp_draft_lacks(draft, GP_PART_RISKS);
        GP_TRY(report_too_much(draft, &m, subject, c));
    }
    return GP_OK;
}

gp_status gp_check_risks(gp_draft *draft)
{
    if (draft->record_uses.count == 0) return GP_OK;
    GP_TRY(check_references(draft));
    gp_release(&draft->record_uses);
    return draft->correlations.count ? check_sums(draft) : GP_OK;
}
