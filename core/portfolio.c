/* SPDX-License-Identifier: MIT
 * Finishes a draft: fills in what was left out, settles references, and checks what only the
 * whole can tell. What comes out does not change any more. */
#include "core/draft.h"
#include "core/nearest.h"

#include <stdlib.h>
#include <string.h>

static int compare_days(const void *left, const void *right)
{
    gp_day a = *(const gp_day *)left, b = *(const gp_day *)right;
    return (a > b) - (a < b);
}

/* Sorted, unique, and none on a day that is off anyway: what counting working days needs. */
static gp_status finish_calendar(gp_draft *draft, gp_calendar *out)
{
    const gp_settings *settings = &draft->settings;
    gp_day *days = GP_NEW(draft->job, gp_day, settings->holiday_count);
    if (!days) return gp_no_memory(draft->job);
    uint32_t count = settings->holiday_count, kept = 0;
    if (count) memcpy(days, settings->holidays, count * sizeof *days);
    if (count) qsort(days, count, sizeof *days, compare_days);
    for (uint32_t i = 0; i < count; i++) {
        int weekday = ((days[i] + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday; 0 = Monday */
        if (settings->days_off >> weekday & 1 || (kept && days[kept - 1] == days[i])) continue;
        days[kept++] = days[i];
    }
    *out = (gp_calendar){settings->days_off, days, kept};
    return GP_OK;
}

static gp_status report_unknown_term(gp_draft *draft, const gp_term_list *list, gp_term_kind kind,
                                     const gp_term_use *use, int64_t *work)
{
    static const char *const keys[] = {"dimension", "segment", "situation", "scenario"};
    static const gp_argument expected[] = {
        GP_WORDS_ROW("an id from \"dimensions\"", "een id uit \"dimensions\""),
        GP_WORDS_ROW("an id from \"segments\"", "een id uit \"segments\""),
        GP_WORDS_ROW("an id from \"situations\"", "een id uit \"situations\""),
        GP_WORDS_ROW("an id from \"scenarios\"", "een id uit \"scenarios\"")};
    const char *id = gp_name(&list->names, use->term);
    gp_finding finding = {.code = 106,
                          .place = use->place,
                          .arguments = {GP_TEXT(keys[kind]), GP_TEXT(id), expected[kind]}};
    const gp_term *terms = list->terms.data;
    gp_nearest search;
    gp_start_nearest(&search, id, work);
    search.by_text = true;
    for (size_t i = 0; i < list->terms.count && !search.is_over; i++)
        gp_try_nearest(&search, terms[i].id, strlen(terms[i].id));
    finding.suggestion = search.best;
    return gp_add_finding(draft->job, &finding);
}

static gp_status check_term_uses(gp_draft *draft)
{
    int64_t work = GP_NEAREST_WORK;
    for (size_t kind = 0; kind < GP_TERM_KINDS; kind++) {
        const gp_term_list *list = &draft->terms[kind];
        const gp_term_use *uses = list->uses.data;
        const uint32_t *defined = list->defined.data;
        for (size_t i = 0; i < list->uses.count; i++)
            if (defined[uses[i].term] == GP_NONE)
                GP_TRY(report_unknown_term(draft, list, (gp_term_kind)kind, &uses[i], &work));
    }
    return GP_OK;
}

static uint32_t settle(const gp_draft *draft, gp_term_kind kind, uint32_t term)
{
    return term == GP_NONE ? GP_NONE : ((const uint32_t *)draft->terms[kind].defined.data)[term];
}

/* Turns a list of provisional numbers into indices, in a copy. */
static gp_status settle_list(gp_draft *draft, gp_term_kind kind, const uint32_t **list,
                             uint32_t count)
{
    uint32_t *settled = GP_NEW(draft->job, uint32_t, count);
    if (!settled) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < count; i++) settled[i] = settle(draft, kind, (*list)[i]);
    *list = settled;
    return GP_OK;
}

static gp_status settle_intervention(gp_draft *draft, gp_intervention *intervention)
{
    if (intervention->cycle.unit == GP_DURATION_NONE) intervention->cycle = draft->settings.cycle;
    if (intervention->duration.unit == GP_DURATION_NONE)
        intervention->duration = intervention->cycle;
    if (intervention->segment_count)
        GP_TRY(
            settle_list(draft, GP_SEGMENT, &intervention->segments, intervention->segment_count));
    if (intervention->situation_count)
        GP_TRY(settle_list(draft, GP_SITUATION, &intervention->situations,
                           intervention->situation_count));
    if (intervention->scenario_count)
        GP_TRY(settle_list(draft, GP_SCENARIO, &intervention->scenarios,
                           intervention->scenario_count));
    if (!intervention->address_count) return GP_OK;
    gp_addressed *addresses = GP_NEW(draft->job, gp_addressed, intervention->address_count);
    if (!addresses) return gp_no_memory(draft->job);
    for (uint32_t i = 0; i < intervention->address_count; i++) {
        addresses[i] = intervention->addresses[i];
        addresses[i].dimension = settle(draft, GP_DIMENSION, addresses[i].dimension);
    }
    intervention->addresses = addresses;
    return GP_OK;
}

/* All references have their terms by now, or are gone (gp_check_rest). */
static gp_status settle_terms(gp_draft *draft)
{
    gp_intervention *interventions = draft->interventions.data;
    for (size_t i = 0; i < draft->interventions.count; i++)
        GP_TRY(settle_intervention(draft, &interventions[i]));
    gp_measurement *measurements = draft->measurements.data;
    for (size_t i = 0; i < draft->measurements.count; i++) {
        gp_measurement *m = &measurements[i];
        m->dimension = settle(draft, GP_DIMENSION, m->dimension);
        m->segment = settle(draft, GP_SEGMENT, m->segment);
        m->situation = settle(draft, GP_SITUATION, m->situation);
    }
    return GP_OK;
}

/* Ids that requirements name and nothing defines, in order of first mention. */
static gp_status list_missing(gp_draft *draft, gp_portfolio *portfolio)
{
    gp_item *items = draft->items.data;
    uint32_t count = 0;
    for (size_t i = 0; i < draft->items.count; i++) count += items[i].kind == GP_ITEM_MISSING;
    uint32_t *missing = GP_NEW(draft->job, uint32_t, count);
    if (!missing) return gp_no_memory(draft->job);
    count = 0;
    for (uint32_t i = 0; i < draft->items.count; i++) {
        if (items[i].kind != GP_ITEM_MISSING) continue;
        items[i].index = count;
        missing[count++] = i;
    }
    portfolio->missing = missing;
    portfolio->missing_count = count;
    return GP_OK;
}

static void trim(gp_draft *draft)
{
    gp_trim(&draft->requirements);
    gp_trim(&draft->capabilities);
    gp_trim(&draft->interventions);
    gp_trim(&draft->items);
}

static gp_terms terms_of(const gp_draft *draft, gp_term_kind kind)
{
    const gp_array *terms = &draft->terms[kind].terms;
    return (gp_terms){terms->data, (uint32_t)terms->count};
}

static void fill_portfolio(gp_draft *draft, gp_portfolio *portfolio)
{
    const gp_settings *settings = &draft->settings;
    portfolio->title = settings->title ? settings->title : "";
    portfolio->status_date = settings->status_date;
    portfolio->language = settings->language;
    portfolio->has_language = settings->has_language;
    portfolio->planning = settings->planning;
    portfolio->cycle = settings->cycle;
    portfolio->is_chain_start = settings->is_chain_start;
    portfolio->ids = draft->names.texts.data;
    portfolio->names = &draft->names;
    portfolio->symbol_count = (uint32_t)draft->names.texts.count;
    portfolio->items = draft->items.data;
    portfolio->capabilities = draft->capabilities.data;
    portfolio->capability_count = (uint32_t)draft->capabilities.count;
    portfolio->interventions = draft->interventions.data;
    portfolio->intervention_count = (uint32_t)draft->interventions.count;
    portfolio->requirements = draft->requirements.data;
    portfolio->requirement_count = (uint32_t)draft->requirements.count;
    portfolio->dimensions = terms_of(draft, GP_DIMENSION);
    portfolio->segments = terms_of(draft, GP_SEGMENT);
    portfolio->situations = terms_of(draft, GP_SITUATION);
    portfolio->scenarios = terms_of(draft, GP_SCENARIO);
    portfolio->scenario = GP_NONE;
    portfolio->measurements = draft->measurements.data;
    portfolio->measurement_count = (uint32_t)draft->measurements.count;
    portfolio->risks = draft->risks.data;
    portfolio->risk_count = (uint32_t)draft->risks.count;
    portfolio->correlations = draft->correlations.data;
    portfolio->correlation_count = (uint32_t)draft->correlations.count;
}

gp_status gp_fill_portfolio(gp_draft *draft)
{
    trim(draft);
    GP_TRY(settle_terms(draft));
    GP_TRY(list_missing(draft, &draft->portfolio));
    GP_TRY(finish_calendar(draft, &draft->portfolio.calendar));
    fill_portfolio(draft, &draft->portfolio);
    return gp_fill_measures(draft, &draft->portfolio);
}

gp_status gp_finish_draft(gp_draft *draft, const gp_portfolio **out)
{
    gp_job *job = draft->job;
    if (draft->terms[GP_DIMENSION].terms.count == 0) GP_TRY(gp_add_paper_dimensions(draft));
    if (!(draft->unknown & GP_PART_TERMS)) GP_TRY(check_term_uses(draft));
    GP_TRY(gp_check_requirements(draft));
    GP_TRY(gp_check_parents(draft));
    GP_TRY(gp_check_risks(draft));
    GP_TRY(gp_check_measure_uses(draft));
    bool is_whole = gp_count_file_errors(job) == 0 && draft->unknown == 0;
    if (draft->settings.status_date == GP_NO_DAY && is_whole) {
        gp_draft_lacks(draft, GP_PART_SETTINGS);
        GP_TRY(gp_add_finding(
            job, &(gp_finding){.code = 103,
                               .arguments = {GP_TEXT("status_date"),
                                             GP_WORDS("the portfolio", "het portfolio")}}));
    }
    if (gp_count_file_errors(job) > 0 || draft->unknown) {
        GP_TRY(gp_keep_failed(draft));
        return GP_INVALID;
    }
    GP_TRY(gp_fill_portfolio(draft));
    *out = &draft->portfolio;
    return GP_OK;
}

uint32_t gp_find_symbol(const gp_portfolio *portfolio, const char *id)
{
    return gp_find_name(portfolio->names, id, strlen(id));
}

const char *gp_nearest_id_within(const gp_portfolio *portfolio, const char *text, int64_t *work)
{
    uint32_t own = gp_find_symbol(portfolio, text);
    const gp_item *items = portfolio->items;
    gp_nearest search;
    gp_start_nearest(&search, text, work);
    search.by_text = true;
    if (work) *work -= portfolio->symbol_count; /* those that nothing defines cost a look as well */
    for (uint32_t i = 0; i < portfolio->symbol_count && !search.is_over; i++)
        if (i != own && items[i].kind != GP_ITEM_MISSING && items[i].kind != GP_ITEM_ELSEWHERE &&
            portfolio->ids[i] == gp_name(portfolio->names, i)) /* else it stands for none */
            gp_try_nearest(&search, portfolio->ids[i], gp_name_size(portfolio->names, i));
    return search.best;
}

const char *gp_nearest_id(const gp_portfolio *portfolio, const char *text)
{
    return gp_nearest_id_within(portfolio, text, NULL);
}
