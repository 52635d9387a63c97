/* SPDX-License-Identifier: MIT
 * What did the portfolio forget that a catalogue knows to be needed? From each capability and each
 * intervention that the portfolio has, or asks for, the catalogue's requirements are followed over
 * what the portfolio lacks, and no further: what it does mention is looked at by itself. */
#include "core/demand.h"
#include "core/network.h"

#include <string.h>

typedef struct search {
    gp_job *job;
    const gp_portfolio *portfolio, *catalogue;
    uint32_t *own;      /* by symbol of the catalogue: symbol in the portfolio, or GP_NONE */
    uint8_t *is_direct; /* by symbol of the catalogue: something that is there needs it itself */
    uint8_t *is_told;   /* likewise: it has a row, or is waiting for one */
    uint32_t *told_for; /* likewise: the last symbol that it has a row for, plus one */
    uint32_t *queue;
    gp_array rows; /* gp_forgotten */
} search;

/* The symbol that a catalogue's id has in the portfolio; GP_NONE where it is not there. */
static uint32_t own_symbol(const gp_portfolio *portfolio, const char *id)
{
    uint32_t symbol = gp_find_symbol(portfolio, id);
    if (symbol == GP_NONE || portfolio->items[symbol].kind == GP_ITEM_ELSEWHERE) return GP_NONE;
    return symbol;
}

/* The requirement of a unit that is to be told: none where one alternative is there. */
static uint32_t lacking(const search *s, uint32_t first, uint32_t end)
{
    for (uint32_t r = first; r < end; r++)
        if (s->own[s->catalogue->requirements[r].target] != GP_NONE) return GP_NONE;
    return first;
}

static gp_status tell(search *s, uint32_t requirement, uint32_t capability)
{
    gp_forgotten row = {s->catalogue->requirements[requirement].target, capability, requirement};
    if (s->told_for[row.symbol] == capability + 1) return GP_OK; /* named twice */
    s->told_for[row.symbol] = capability + 1;
    return gp_push(s->job, &s->rows, &row, 1) ? GP_OK : gp_no_memory(s->job);
}

/* Rows for what an id of the catalogue lacks. direct: whether the id itself is there; else only
 * what nothing that is there needs itself gets a row. */
static gp_status look_at(search *s, uint32_t symbol, uint32_t capability, bool direct,
                         uint32_t *queued)
{
    uint32_t end;
    gp_span span;
    for (uint32_t n = 0; gp_get_span(s->catalogue, symbol, n, &span); n++)
        for (uint32_t first = span.first; first < span.first + span.count; first = end) {
            end = gp_unit_end(s->catalogue, span, first);
            uint32_t requirement = lacking(s, first, end);
            if (requirement == GP_NONE) continue;
            uint32_t target = s->catalogue->requirements[requirement].target;
            if (direct || (!s->is_direct[target] && !s->is_told[target]))
                GP_TRY(tell(s, requirement, capability));
            if (s->is_told[target]) continue;
            s->is_told[target] = 1;
            s->queue[(*queued)++] = target;
        }
    return GP_OK;
}

static void mark_direct(search *s, uint32_t symbol)
{
    uint32_t end;
    gp_span span;
    for (uint32_t n = 0; gp_get_span(s->catalogue, symbol, n, &span); n++)
        for (uint32_t first = span.first; first < span.first + span.count; first = end) {
            end = gp_unit_end(s->catalogue, span, first);
            uint32_t requirement = lacking(s, first, end);
            if (requirement != GP_NONE)
                s->is_direct[s->catalogue->requirements[requirement].target] = 1;
        }
}

static gp_status start(search *s)
{
    uint32_t count = s->catalogue->symbol_count;
    s->own = GP_NEW(s->job, uint32_t, count);
    s->is_direct = GP_NEW(s->job, uint8_t, count);
    s->is_told = GP_NEW(s->job, uint8_t, count);
    s->told_for = GP_NEW(s->job, uint32_t, count);
    s->queue = GP_NEW(s->job, uint32_t, count);
    s->rows.size = sizeof(gp_forgotten);
    if (!s->own || !s->is_direct || !s->is_told || !s->told_for || !s->queue)
        return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++) s->own[i] = own_symbol(s->portfolio, s->catalogue->ids[i]);
    for (uint32_t i = 0; i < count; i++)
        if (s->own[i] != GP_NONE) mark_direct(s, i);
    return GP_OK;
}

/* All that one symbol of the portfolio needs by the catalogue. */
static gp_status follow(search *s, uint32_t capability)
{
    uint32_t known = gp_find_symbol(s->catalogue, s->portfolio->ids[capability]), queued = 0;
    if (known == GP_NONE) return GP_OK;
    GP_TRY(look_at(s, known, capability, true, &queued));
    for (uint32_t head = 0; head < queued; head++)
        GP_TRY(look_at(s, s->queue[head], capability, false, &queued));
    return GP_OK;
}

gp_status gp_find_forgotten(gp_job *job, const gp_portfolio *portfolio,
                            const gp_portfolio *catalogue, gp_forgottens *out)
{
    search *s = GP_NEW(job, search, 1);
    if (!s) return gp_no_memory(job);
    *s = (search){.job = job, .portfolio = portfolio, .catalogue = catalogue};
    GP_TRY(start(s));
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        GP_TRY(follow(s, portfolio->interventions[i].symbol));
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        GP_TRY(follow(s, portfolio->capabilities[i].symbol));
    for (uint32_t i = 0; i < portfolio->missing_count; i++)
        GP_TRY(follow(s, portfolio->missing[i]));
    *out = (gp_forgottens){s->rows.data, (uint32_t)s->rows.count};
    return GP_OK;
}

/* ---- findings ---- */

/* Where a missing id is mentioned first: by index in portfolio->missing. */
static gp_place *find_mentions(gp_job *job, const gp_portfolio *portfolio)
{
    gp_place *places = GP_NEW(job, gp_place, portfolio->missing_count);
    if (!places) return NULL;
    for (uint32_t i = portfolio->requirement_count; i-- > 0;) {
        gp_item item = portfolio->items[portfolio->requirements[i].target];
        if (item.kind == GP_ITEM_MISSING) places[item.index] = portfolio->requirements[i].place;
    }
    return places;
}

static gp_place place_of(const gp_portfolio *portfolio, uint32_t symbol, const gp_place *mentions)
{
    gp_item item = portfolio->items[symbol];
    if (item.kind == GP_ITEM_CAPABILITY) return portfolio->capabilities[item.index].place;
    if (item.kind == GP_ITEM_INTERVENTION) return portfolio->interventions[item.index].place;
    return mentions[item.index];
}

static gp_status report(gp_job *job, const gp_portfolio *portfolio, const gp_portfolio *catalogue,
                        const gp_forgotten *row, const gp_place *mentions)
{
    const gp_requirement *known = &catalogue->requirements[row->requirement];
    gp_item item = catalogue->items[known->target];
    const char *id = catalogue->ids[known->target];
    bool is_described = item.kind == GP_ITEM_CAPABILITY;
    gp_related *related = GP_NEW(job, gp_related, 1);
    if (!related) return gp_no_memory(job);
    *related = (gp_related){.place = known->place, .from = id};
    return gp_add_finding(
        job,
        &(gp_finding){
            .code = 206,
            .place = place_of(portfolio, row->capability, mentions),
            .subject = portfolio->ids[row->capability],
            .arguments = {GP_TEXT(id),
                          GP_TEXT(is_described ? catalogue->capabilities[item.index].name : id)},
            .related = related,
            .related_count = 1});
}

gp_status gp_check_catalogue(gp_job *job, const gp_portfolio *portfolio,
                             const gp_portfolio *catalogue)
{
    gp_forgottens all;
    const gp_place *mentions = find_mentions(job, portfolio);
    if (!mentions) return gp_no_memory(job);
    GP_TRY(gp_find_forgotten(job, portfolio, catalogue, &all));
    for (uint32_t i = 0; i < all.count; i++)
        GP_TRY(report(job, portfolio, catalogue, &all.rows[i], mentions));
    return GP_OK;
}
