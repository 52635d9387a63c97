/* SPDX-License-Identifier: MIT
 * Makes a portfolio of a draft that holds mistakes, as far as it goes: requirements that cannot be
 * and references that lead nowhere are dropped, and what they belonged to is in doubt. */
#include "core/draft.h"
#include "core/narrow.h"
#include "core/rest.h"

/* ---- references to terms ---- */

static bool is_undefined(const gp_draft *draft, gp_term_kind kind, uint32_t term)
{
    return term != GP_NONE && ((const uint32_t *)draft->terms[kind].defined.data)[term] == GP_NONE;
}

/* Keeps the defined ones, in a copy; whether any was dropped. */
static gp_status keep_defined(gp_draft *draft, gp_term_kind kind, const uint32_t **list,
                              uint32_t *count, bool *is_whole)
{
    uint32_t *kept = GP_NEW(draft->job, uint32_t, *count), kept_count = 0;
    if (!kept) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < *count; i++)
        if (!is_undefined(draft, kind, (*list)[i])) kept[kept_count++] = (*list)[i];
    *is_whole = *is_whole && kept_count == *count;
    *list = kept;
    *count = kept_count;
    return GP_OK;
}

static gp_status keep_addresses(gp_draft *draft, gp_intervention *intervention, bool *is_whole)
{
    gp_addressed *kept = GP_NEW(draft->job, gp_addressed, intervention->address_count);
    uint32_t count = 0;
    if (!kept) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < intervention->address_count; i++)
        if (!is_undefined(draft, GP_DIMENSION, intervention->addresses[i].dimension))
            kept[count++] = intervention->addresses[i];
    *is_whole = *is_whole && count == intervention->address_count;
    intervention->addresses = kept;
    intervention->address_count = count;
    return GP_OK;
}

static gp_status drop_of_interventions(gp_draft *draft)
{
    gp_intervention *all = draft->interventions.data;
    for (size_t i = 0; i < draft->interventions.count; i++) {
        gp_intervention *own = &all[i];
        bool is_whole = true;
        GP_TRY(keep_defined(draft, GP_SEGMENT, &own->segments, &own->segment_count, &is_whole));
        GP_TRY(
            keep_defined(draft, GP_SITUATION, &own->situations, &own->situation_count, &is_whole));
        GP_TRY(keep_defined(draft, GP_SCENARIO, &own->scenarios, &own->scenario_count, &is_whole));
        GP_TRY(keep_addresses(draft, own, &is_whole));
        if (!is_whole) GP_TRY(gp_draft_doubt(draft, own->symbol, GP_PART_RECORD));
    }
    return GP_OK;
}

static void drop_measurements(gp_draft *draft)
{
    gp_measurement *all = draft->measurements.data;
    size_t kept = 0;
    for (size_t i = 0; i < draft->measurements.count; i++) {
        const gp_measurement *m = &all[i];
        bool is_sound = !is_undefined(draft, GP_DIMENSION, m->dimension) &&
                        !is_undefined(draft, GP_SEGMENT, m->segment) &&
                        !is_undefined(draft, GP_SITUATION, m->situation);
        if (is_sound)
            all[kept++] = *m;
        else
            gp_draft_lacks(draft, GP_PART_MEASUREMENTS);
    }
    draft->measurements.count = kept;
}

/* ---- what is known ---- */

static gp_status gather_doubts(gp_draft *draft, gp_known_parts *known)
{
    const gp_doubt *doubts = draft->doubts.data;
    const gp_item *items = draft->items.data;
    known->unknown = draft->unknown;
    known->doubts = GP_NEW(draft->job, uint16_t, draft->items.count);
    if (!known->doubts) return gp_no_memory(draft->job);
    for (size_t i = 0; i < draft->doubts.count; i++) {
        known->doubts[doubts[i].symbol] |= doubts[i].parts;
        if (items[doubts[i].symbol].kind == GP_ITEM_INTERVENTION)
            known->unknown |= GP_PART_INTERVENTIONS;
    }
    return GP_OK;
}

/* Dates are not judged then, so any day will do. */
static void settle_settings(gp_draft *draft)
{
    gp_settings *settings = &draft->settings;
    if (settings->status_date == GP_NO_DAY) gp_draft_lacks(draft, GP_PART_SETTINGS);
    if (settings->status_date == GP_NO_DAY) settings->status_date = 0;
}

/* ---- the portfolio ---- */

static gp_status show_ids(gp_draft *draft)
{
    uint32_t count = draft->portfolio.symbol_count;
    const char **ids = GP_NEW(draft->job, const char *, count);
    if (!ids) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < count; i++) ids[i] = gp_shown_id(draft, i);
    draft->portfolio.ids = ids;
    return GP_OK;
}

static gp_status drop_edges(gp_draft *draft, const gp_portfolio **out)
{
    const uint32_t *edges = draft->edges.data;
    uint8_t *is_dropped = GP_NEW(draft->job, uint8_t, draft->requirements.count);
    gp_portfolio *left;
    if (!is_dropped) return gp_no_memory(draft->job);
    for (size_t i = 0; i < draft->edges.count; i++) is_dropped[edges[i]] = 1;
    GP_TRY(gp_narrow(draft->job, &draft->portfolio, &(gp_narrowing){NULL, is_dropped}, &left));
    *out = left;
    return GP_OK;
}

gp_status gp_check_rest(gp_job *job)
{
    gp_draft *draft = gp_take_failed(job);
    gp_known_parts known = {0};
    const gp_portfolio *portfolio;
    if (!draft) return GP_OK;
    GP_TRY(drop_of_interventions(draft));
    drop_measurements(draft);
    settle_settings(draft);
    GP_TRY(gather_doubts(draft, &known));
    GP_TRY(gp_fill_portfolio(draft));
    GP_TRY(show_ids(draft));
    GP_TRY(drop_edges(draft, &portfolio));
    return gp_judge_rest(job, portfolio, &known);
}
