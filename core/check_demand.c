/* SPDX-License-Identifier: MIT
 * Findings about demand: what is asked for and not there, there and not asked for, and asked
 * for in words that the requirements do not bear out. */
#include "core/check.h"
#include "core/demand.h"

#define MANY_INTERVENTIONS 5 /* so many that ask for one capability themselves are worth saying */
#define IDS_NAMED 3          /* ids that a message lists in full */

/* "a", or "a, b, c +2": ids of symbols for a message; a long list need have the first ones only.
 * NULL when memory ran out. */
static const char *list_ids(gp_job *job, const gp_portfolio *portfolio, const gp_symbols *symbols)
{
    if (symbols->count == 0) return "";
    if (symbols->count == 1) return portfolio->ids[symbols->symbols[0]];
    gp_buffer *text = gp_new_buffer(job);
    const char *out;
    size_t size;
    if (!text) return NULL;
    for (uint32_t i = 0; i < symbols->count && i < IDS_NAMED; i++) {
        if (i) gp_add_text(text, ", ");
        gp_add_text(text, portfolio->ids[symbols->symbols[i]]);
    }
    if (symbols->count > IDS_NAMED) {
        gp_add_text(text, " +");
        gp_add_number(text, symbols->count - IDS_NAMED);
    }
    return gp_finish_buffer(text, &out, &size) == GP_OK ? out : NULL;
}

static const gp_capability *capability_of(const gp_portfolio *portfolio, uint32_t symbol)
{
    return &portfolio->capabilities[portfolio->items[symbol].index];
}

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

static gp_status report_missing(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps)
{
    gp_place *places = find_mentions(job, portfolio);
    if (!places) return gp_no_memory(job);
    for (uint32_t i = 0; i < gaps->missing_count; i++) {
        const gp_missing_gap *gap = &gaps->missing[i];
        const char *required_by = list_ids(job, portfolio, &gap->required_by);
        if (!required_by) return gp_no_memory(job);
        GP_TRY(gp_add_finding(
            job,
            &(gp_finding){.code = 201,
                          .place = places[portfolio->items[gap->symbol].index],
                          .subject = portfolio->ids[gap->symbol],
                          .suggestion = gap->did_you_mean,
                          .arguments = {GP_TEXT(required_by), GP_NUMBER(gap->required_by.count)}}));
    }
    return GP_OK;
}

static gp_status report_gap(gp_job *job, const gp_portfolio *portfolio, uint32_t symbol,
                            gp_finding finding)
{
    finding.subject = portfolio->ids[symbol];
    finding.place = capability_of(portfolio, symbol)->place;
    return gp_add_finding(job, &finding);
}

static gp_status report_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps)
{
    for (uint32_t i = 0; i < gaps->unplanned_count; i++)
        GP_TRY(report_gap(
            job, portfolio, gaps->unplanned[i].symbol,
            (gp_finding){.code = 202, .arguments = {GP_NUMBER(gaps->unplanned[i].level)}}));
    for (uint32_t i = 0; i < gaps->unreached_count; i++) {
        const gp_unreached_gap *gap = &gaps->unreached[i];
        const char *required_by = list_ids(job, portfolio, &gap->required_by);
        if (!required_by) return gp_no_memory(job);
        GP_TRY(report_gap(
            job, portfolio, gap->symbol,
            (gp_finding){.code = 203,
                         .arguments = {GP_NUMBER(gap->required_level),
                                       GP_NUMBER(gap->reachable_level), GP_TEXT(required_by)}}));
    }
    for (uint32_t i = 0; i < gaps->unfounded_count; i++)
        GP_TRY(report_gap(job, portfolio, gaps->unfounded[i], (gp_finding){.code = 204}));
    for (uint32_t i = 0; i < gaps->premature_count; i++) {
        const char *explored_by = list_ids(job, portfolio, &gaps->premature[i].explored_by);
        if (!explored_by) return gp_no_memory(job);
        GP_TRY(report_gap(job, portfolio, gaps->premature[i].symbol,
                          (gp_finding){.code = 205, .arguments = {GP_TEXT(explored_by)}}));
    }
    return GP_OK;
}

/* A bound capability belongs to one intervention; a widely shared one is a risk shared. */
static gp_status report_scopes(gp_job *job, const gp_portfolio *portfolio, const gp_demand *demand)
{
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        const gp_capability *capability = &portfolio->capabilities[i];
        uint32_t count = demand[i].direct_count;
        if (capability->scope == GP_SCOPE_BOUND && count > 1)
            GP_TRY(report_gap(
                job, portfolio, capability->symbol,
                (gp_finding){.code = 207, .arguments = {GP_TEXT("bound"), GP_NUMBER(count)}}));
        if (count >= MANY_INTERVENTIONS)
            GP_TRY(report_gap(job, portfolio, capability->symbol,
                              (gp_finding){.code = 208, .arguments = {GP_NUMBER(count)}}));
    }
    return GP_OK;
}

gp_status gp_check_redundant(gp_job *job, const gp_network *network)
{
    const gp_portfolio *portfolio = network->portfolio;
    gp_reduction reduction;
    GP_TRY(gp_find_redundant(job, network, &reduction));
    for (uint32_t i = 0; i < network->arc_count; i++) {
        if (!reduction.is_redundant[i]) continue;
        const gp_arc *arc = &network->arcs[i];
        const gp_requirement *requirement = &portfolio->requirements[arc->requirement];
        GP_TRY(gp_add_finding(
            job, &(gp_finding){.code = 110,
                               .place = requirement->place,
                               .subject = gp_activity_id(network, arc->to),
                               .arguments = {GP_TEXT(portfolio->ids[requirement->target])}}));
    }
    return GP_OK;
}

gp_status gp_check_demand(gp_job *job, const gp_network *network, const gp_demand *demand)
{
    const gp_portfolio *portfolio = network->portfolio;
    gp_gaps gaps;
    GP_TRY(gp_find_gaps_in(job, network, demand, IDS_NAMED, &gaps));
    GP_TRY(report_missing(job, portfolio, &gaps));
    GP_TRY(report_gaps(job, portfolio, &gaps));
    return report_scopes(job, portfolio, demand);
}
