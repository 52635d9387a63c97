/* SPDX-License-Identifier: MIT
 * Where do the portfolio's demand and its plans for capabilities not meet? Missing, unplanned,
 * out of reach, unfounded, premature. Who asks for a capability is found the other way round:
 * the requirements of all are gone through once, in the order of the file, and those that point
 * at a gap are sorted to it by counting. */
#include "core/demand.h"
#include "core/nearest.h"
#include "core/within.h"

typedef struct request {
    uint32_t slot; /* which gap; missing first, then unplanned, then unreached */
    uint32_t from; /* symbol of who asks */
} request;

typedef struct search {
    gp_job *job;
    const gp_network *network;
    const gp_portfolio *portfolio;
    uint32_t *plain_slot; /* by symbol: slot + 1 of a missing or unplanned gap, 0: none */
    uint32_t *reach_slot; /* by symbol: slot + 1 of an unreached gap, 0: none */
    gp_missing_gap *missing;
    gp_unplanned_gap *unplanned;
    gp_unreached_gap *unreached;
    uint32_t missing_count, unplanned_count, unreached_count;
    gp_array requests;   /* request, in the order of the file */
    uint32_t *last_from; /* by slot: who asked last, to leave out repeats */
} search;

/* ---- which capabilities ---- */

static bool has_lead(const gp_lead *lead)
{
    if (lead->lead_time.likely.unit != GP_DURATION_NONE) return true;
    for (int i = 0; lead->aspects && i < GP_ASPECT_COUNT; i++)
        if (lead->aspects[i].likely.unit != GP_DURATION_NONE) return true;
    return false;
}

/* The highest level that the plans lead to, or GP_LEVEL_MAX where the steps have no end: a lead
 * time of its own serves any level, and so does a date on which all is ready. */
static uint8_t reachable_level(const gp_capability *capability)
{
    if (capability->level_count == 0 || has_lead(&capability->lead)) return GP_LEVEL_MAX;
    if (capability->ready != GP_NO_DAY) return GP_LEVEL_MAX;
    uint8_t highest = capability->levels[capability->level_count - 1].level;
    return highest > capability->level ? highest : capability->level;
}

/* The first step of a capability that nobody knows the length of; NULL: none. */
static const gp_activity *unplanned_step(const search *s, uint32_t index)
{
    uint8_t reachable = reachable_level(&s->portfolio->capabilities[index]);
    uint32_t first = s->network->capability_first[index];
    uint32_t steps = s->network->capability_steps[index];
    for (uint32_t i = 0; i < steps; i++) {
        const gp_activity *step = &s->network->activities[first + i];
        if (step->is_unknown && step->level <= reachable) return step;
    }
    return NULL;
}

static bool is_unreached(const search *s, uint32_t index)
{
    return s->network->needed_level[index] > reachable_level(&s->portfolio->capabilities[index]);
}

static void look_at_capability(search *s, uint32_t index)
{
    const gp_capability *capability = &s->portfolio->capabilities[index];
    const gp_activity *step = unplanned_step(s, index);
    if (step)
        s->unplanned[s->unplanned_count++] =
            (gp_unplanned_gap){.symbol = capability->symbol, .level = step->level};
    if (is_unreached(s, index))
        s->unreached[s->unreached_count++] =
            (gp_unreached_gap){.symbol = capability->symbol,
                               .required_level = s->network->needed_level[index],
                               .reachable_level = reachable_level(capability)};
}

/* Counted first: in a large portfolio few of the capabilities are a gap. */
static gp_status find_rows(search *s)
{
    const gp_portfolio *portfolio = s->portfolio;
    uint32_t unplanned = 0, unreached = 0;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        unplanned += unplanned_step(s, i) != NULL;
        unreached += is_unreached(s, i);
    }
    s->missing_count = portfolio->missing_count;
    s->missing = GP_NEW(s->job, gp_missing_gap, s->missing_count);
    s->unplanned = GP_NEW(s->job, gp_unplanned_gap, unplanned);
    s->unreached = GP_NEW(s->job, gp_unreached_gap, unreached);
    if (!s->missing || !s->unplanned || !s->unreached) return gp_no_memory(s->job);
    int64_t work = GP_NEAREST_WORK;
    for (uint32_t i = 0; i < s->missing_count; i++) {
        s->missing[i].symbol = portfolio->missing[i];
        s->missing[i].did_you_mean =
            gp_nearest_id_within(portfolio, portfolio->ids[portfolio->missing[i]], &work);
    }
    for (uint32_t i = 0; i < portfolio->capability_count; i++) look_at_capability(s, i);
    return GP_OK;
}

/* ---- who asks for them ---- */

static gp_status number_rows(search *s)
{
    uint32_t slot = 0;
    uint32_t rows = s->missing_count + s->unplanned_count + s->unreached_count;
    s->plain_slot = GP_NEW(s->job, uint32_t, s->portfolio->symbol_count);
    s->reach_slot = GP_NEW(s->job, uint32_t, s->portfolio->symbol_count);
    s->last_from = GP_NEW(s->job, uint32_t, rows);
    if (!s->plain_slot || !s->reach_slot || !s->last_from) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < s->missing_count; i++) s->plain_slot[s->missing[i].symbol] = ++slot;
    for (uint32_t i = 0; i < s->unplanned_count; i++)
        s->plain_slot[s->unplanned[i].symbol] = ++slot;
    for (uint32_t i = 0; i < s->unreached_count; i++)
        s->reach_slot[s->unreached[i].symbol] = ++slot;
    for (uint32_t i = 0; i < rows; i++) s->last_from[i] = GP_NONE;
    return GP_OK;
}

static gp_status add_request(search *s, uint32_t slot_plus_one, uint32_t from)
{
    if (slot_plus_one == 0 || s->last_from[slot_plus_one - 1] == from) return GP_OK;
    s->last_from[slot_plus_one - 1] = from;
    request added = {slot_plus_one - 1, from};
    return gp_push(s->job, &s->requests, &added, 1) ? GP_OK : gp_no_memory(s->job);
}

/* What a capability says of itself is no demand for it. */
static gp_status collect_from(search *s, uint32_t from)
{
    gp_span span;
    for (uint32_t n = 0; gp_get_span(s->portfolio, from, n, &span); n++)
        for (uint32_t i = span.first; i < span.first + span.count; i++) {
            uint32_t target = s->portfolio->requirements[i].target;
            if (target != from) GP_TRY(add_request(s, s->plain_slot[target], from));
        }
    return GP_OK;
}

static bool stands_before(gp_place a, gp_place b)
{
    if (a.source != b.source) return a.source < b.source;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

/* Capabilities and interventions each stand in the order of the file; merged they all do. */
static gp_status collect_plain(search *s)
{
    const gp_portfolio *p = s->portfolio;
    uint32_t c = 0, i = 0;
    while (c < p->capability_count || i < p->intervention_count) {
        bool takes_intervention =
            c == p->capability_count ||
            (i < p->intervention_count &&
             stands_before(p->interventions[i].place, p->capabilities[c].place));
        uint32_t from =
            takes_intervention ? p->interventions[i++].symbol : p->capabilities[c++].symbol;
        GP_TRY(collect_from(s, from));
    }
    return GP_OK;
}

/* Only what still has to be done asks for a level: the arcs, not the requirements as written. */
static gp_status collect_unreached(search *s)
{
    const gp_network *network = s->network;
    if (s->unreached_count == 0) return GP_OK;
    for (uint32_t i = 0; i < network->arc_count; i++) {
        const gp_arc *arc = &network->arcs[i];
        if (arc->requirement == GP_NONE) continue;
        const gp_requirement *requirement = &s->portfolio->requirements[arc->requirement];
        uint32_t slot = s->reach_slot[requirement->target];
        if (slot == 0) continue;
        uint32_t row = slot - 1 - s->missing_count - s->unplanned_count;
        if (requirement->level > s->unreached[row].reachable_level)
            GP_TRY(add_request(s, slot, network->activities[arc->to].symbol));
    }
    return GP_OK;
}

static gp_symbols *required_by(search *s, uint32_t slot)
{
    if (slot < s->missing_count) return &s->missing[slot].required_by;
    slot -= s->missing_count;
    if (slot < s->unplanned_count) return &s->unplanned[slot].required_by;
    return &s->unreached[slot - s->unplanned_count].required_by;
}

/* Sorts the requests to their gaps, by counting; the order of the file is kept. */
static gp_status hand_out(search *s)
{
    const request *requests = s->requests.data;
    uint32_t count = (uint32_t)s->requests.count, used = 0;
    uint32_t rows = s->missing_count + s->unplanned_count + s->unreached_count;
    uint32_t *symbols = GP_NEW(s->job, uint32_t, count);
    uint32_t *at = GP_NEW(s->job, uint32_t, rows);
    if (!symbols || !at) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++) required_by(s, requests[i].slot)->count++;
    for (uint32_t i = 0; i < rows; i++) {
        gp_symbols *list = required_by(s, i);
        list->symbols = &symbols[used];
        at[i] = used;
        used += list->count;
    }
    for (uint32_t i = 0; i < count; i++) symbols[at[requests[i].slot]++] = requests[i].from;
    return GP_OK;
}

static gp_status find_required_by(search *s)
{
    if (s->missing_count + s->unplanned_count + s->unreached_count == 0) return GP_OK;
    GP_TRY(number_rows(s));
    if (s->missing_count + s->unplanned_count > 0) GP_TRY(collect_plain(s));
    GP_TRY(collect_unreached(s));
    return hand_out(s);
}

/* ---- who rests on what ---- */

/* Is there nothing left to invest in it? */
static bool is_available(const gp_network *network, uint32_t capability)
{
    gp_day ready = network->portfolio->capabilities[capability].ready;
    if (network->capability_steps[capability] == 0) return true;
    return ready != GP_NO_DAY && ready <= network->portfolio->status_date;
}

static gp_status find_premature(gp_job *job, const gp_network *network, const gp_demand *demand,
                                uint32_t explorer_limit, gp_gaps *gaps)
{
    const gp_portfolio *portfolio = network->portfolio;
    uint32_t most = portfolio->capability_count, count = 0;
    uint32_t *indices = GP_NEW(job, uint32_t, most);
    if (!indices) return gp_no_memory(job);
    for (uint32_t i = 0; i < most; i++)
        if (demand[i].only_explored && !is_available(network, i)) indices[count++] = i;
    gp_premature_gap *rows = GP_NEW(job, gp_premature_gap, count);
    gp_symbols *lists = GP_NEW(job, gp_symbols, count);
    if (!rows || !lists) return gp_no_memory(job);
    GP_TRY(gp_find_explorers(job, portfolio, demand, indices, count, explorer_limit, lists));
    for (uint32_t i = 0; i < count; i++)
        rows[i] = (gp_premature_gap){portfolio->capabilities[indices[i]].symbol, lists[i]};
    gaps->premature = rows;
    gaps->premature_count = count;
    return GP_OK;
}

static bool is_unfounded(const gp_capability *capability, const gp_demand *demand,
                         const uint8_t *is_parent)
{
    return demand->kind == GP_DEMAND_NONE && !gp_is_heading(capability, is_parent);
}

static gp_status find_unfounded(gp_job *job, const gp_portfolio *portfolio, const gp_demand *demand,
                                gp_gaps *gaps)
{
    uint32_t count = 0;
    const uint8_t *is_parent;
    GP_TRY(gp_mark_parents(job, portfolio, &is_parent));
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        count += is_unfounded(&portfolio->capabilities[i], &demand[i], is_parent);
    uint32_t *symbols = GP_NEW(job, uint32_t, count);
    if (!symbols) return gp_no_memory(job);
    gaps->unfounded = symbols;
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        if (is_unfounded(&portfolio->capabilities[i], &demand[i], is_parent))
            symbols[gaps->unfounded_count++] = portfolio->capabilities[i].symbol;
    return GP_OK;
}

gp_status gp_find_gaps_in(gp_job *job, const gp_network *network, const gp_demand *demand,
                          uint32_t explorer_limit, gp_gaps *out)
{
    gp_gaps gaps = {.demand = demand};
    search *s = GP_NEW(job, search, 1);
    if (!s) return gp_no_memory(job);
    *s = (search){.job = job, .network = network, .portfolio = network->portfolio};
    s->requests.size = sizeof(request);
    GP_TRY(find_rows(s));
    GP_TRY(find_required_by(s));
    GP_TRY(find_unfounded(job, network->portfolio, demand, &gaps));
    GP_TRY(find_premature(job, network, demand, explorer_limit, &gaps));
    gaps.missing = s->missing;
    gaps.missing_count = s->missing_count;
    gaps.unplanned = s->unplanned;
    gaps.unplanned_count = s->unplanned_count;
    gaps.unreached = s->unreached;
    gaps.unreached_count = s->unreached_count;
    *out = gaps;
    return GP_OK;
}

gp_status gp_find_gaps(gp_job *job, const gp_network *network, const gp_gap_options *options,
                       gp_gaps *out)
{
    const gp_demand *demand;
    gp_gaps gaps = {0};
    GP_TRY(gp_find_demand(job, network->portfolio, &demand));
    GP_TRY(gp_find_gaps_in(job, network, demand, UINT32_MAX, &gaps));
    gaps.catalogue = options ? options->catalogue : NULL;
    if (gaps.catalogue)
        GP_TRY(gp_find_forgotten(job, network->portfolio, gaps.catalogue, &gaps.forgotten));
    if (options) GP_TRY(gp_filter_gaps(job, options->filter, &gaps));
    *out = gaps;
    return GP_OK;
}
