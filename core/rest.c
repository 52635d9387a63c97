/* SPDX-License-Identifier: MIT
 * What can still be said of a portfolio that holds mistakes? It is judged twice by the ordinary
 * checks, side by side: as it is written, without what cannot be (for findings that rest on no
 * dates), and without all that rests on a mistake (for dates). Of what is found, only what rests on
 * parts that are known is kept (parts.c), so nothing is reported that is only wrong because
 * something was left out: a portfolio with less in it is never later, and who says "nothing
 * requires it" has to know all. GP113 says what was not judged. */
#include "core/beside.h"
#include "core/check.h"
#include "core/demand.h"
#include "core/judgement.h"
#include "core/narrow.h"
#include "core/network.h"

/* ---- which findings are kept ---- */

/* One of the two times, while it is judged. */
typedef struct pass {
    gp_judgement *judgement;
    gp_judged *judged;
    bool by_dates, has_failed; /* has_failed: no memory for what is noted */
} pass;

static void note_silent(pass *p, const gp_finding *finding)
{
    gp_judgement *j = p->judgement;
    gp_judged *judged = p->judged;
    if (finding->code == 201) { /* never by dates, so always in the first thread */
        p->has_failed |= gp_push(j->job, &j->undefined, finding, 1) == NULL;
        return;
    }
    for (uint32_t i = 0; i < judged->silent_count; i++)
        if (judged->silent[i] == finding->code) return;
    if (judged->silent_count < GP_SILENT_MAX)
        judged->silent[judged->silent_count++] = finding->code;
}

static unsigned own_doubts(const gp_judgement *j, const gp_finding *finding)
{
    if (gp_parts_of(finding->code) & GP_PART_RISKS) return 0; /* a risk is no record */
    uint32_t symbol = finding->subject ? gp_find_symbol(j->portfolio, finding->subject) : GP_NONE;
    bool is_nameless = finding->subject && symbol == GP_NONE;
    if (is_nameless) return GP_PART_RECORD | GP_PART_IDS;
    return symbol == GP_NONE ? 0 : j->known->doubts[symbol];
}

static bool is_kept(const gp_finding *finding, void *object)
{
    pass *p = object;
    unsigned parts = gp_parts_of(finding->code);
    if (parts == 0 || ((parts & GP_PART_DATES) != 0) != p->by_dates) return false;
    unsigned doubts = own_doubts(p->judgement, finding);
    if (parts & GP_PART_RECORD && doubts & GP_PART_RECORD) return false;
    if (parts & GP_PART_REQUIREMENTS && doubts & GP_PART_IDS) return false;
    if (!(parts & p->judged->unknown)) return true;
    note_silent(p, finding);
    return false;
}

static gp_status keep(gp_job *job, uint32_t from, gp_judgement *j, bool by_dates)
{
    pass p = {j, by_dates ? &j->by_dates : &j->as_written, by_dates, false};
    gp_keep_findings_from(job, from, is_kept, &p);
    return p.has_failed ? gp_no_memory(job) : GP_OK;
}

/* ---- as it is written ---- */

/* Who requires a record without an id is not known, so neither is who rests on what that requires.
 */
static gp_status spread_unknown_requirers(gp_judgement *j)
{
    const gp_portfolio *p = j->portfolio;
    uint16_t *doubts = j->known->doubts;
    uint32_t *queue = GP_NEW(j->job, uint32_t, p->symbol_count), count = 0;
    if (!queue) return gp_no_memory(j->job);
    for (uint32_t i = 0; i < p->symbol_count; i++)
        if (doubts[i] & GP_PART_IDS) queue[count++] = i;
    for (uint32_t head = 0; head < count; head++) {
        gp_span span;
        for (uint32_t n = 0; gp_get_span(p, queue[head], n, &span); n++)
            for (uint32_t i = span.first; i < span.first + span.count; i++) {
                uint32_t target = p->requirements[i].target;
                if (doubts[target] & GP_PART_IDS) continue;
                doubts[target] |= GP_PART_IDS;
                queue[count++] = target;
            }
    }
    return GP_OK;
}

/* What runs in a circle has no dates. */
static gp_status take_out_circles(gp_judgement *j)
{
    const uint8_t *is_circular;
    GP_TRY(gp_build_partial_network(j->job, j->portfolio, j->known, &j->network, &is_circular));
    for (uint32_t i = 0; i < j->network->activity_count; i++)
        if (is_circular[i]) j->known->doubts[j->network->activities[i].symbol] |= GP_PART_DATES;
    return GP_OK;
}

static gp_status judge_as_written(gp_job *job, void *state)
{
    gp_judgement *j = state;
    const gp_schedule *schedule;
    uint32_t from;
    (void)gp_findings(job, &from);
    GP_TRY(gp_schedule_network(job, j->network, NULL, &schedule));
    GP_TRY(gp_check(job, schedule));
    return keep(job, from, j, false);
}

/* ---- by dates: without what rests on a mistake ---- */

/* Who requires what, the other way round: owners by target. */
typedef struct requirers {
    uint32_t *first, *owners;
} requirers;

static void visit_span(const gp_portfolio *p, gp_span span, uint32_t owner, requirers *r,
                       bool is_filing)
{
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        uint32_t target = p->requirements[i].target;
        if (is_filing)
            r->owners[r->first[target + 1]++] = owner;
        else
            r->first[target + 2]++;
    }
}

static void visit_all(const gp_portfolio *p, requirers *r, bool is_filing)
{
    for (uint32_t i = 0; i < p->intervention_count; i++)
        visit_span(p, p->interventions[i].requires, p->interventions[i].symbol, r, is_filing);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_capability *capability = &p->capabilities[i];
        visit_span(p, capability->requires, capability->symbol, r, is_filing);
        for (uint32_t k = 0; k < capability->level_count; k++)
            visit_span(p, capability->levels[k].requires, capability->symbol, r, is_filing);
    }
}

static gp_status list_requirers(gp_job *job, const gp_portfolio *p, requirers *out)
{
    *out = (requirers){GP_NEW(job, uint32_t, (size_t)p->symbol_count + 2),
                       GP_NEW(job, uint32_t, p->requirement_count)};
    if (!out->first || !out->owners) return gp_no_memory(job);
    visit_all(p, out, false);
    for (uint32_t i = 2; i < p->symbol_count + 2; i++) out->first[i] += out->first[i - 1];
    visit_all(p, out, true);
    return GP_OK;
}

/* Is the date of this one unknown whatever it requires? An id that is not defined may be so by a
 * record that could not be read. */
static bool is_dateless(const gp_judgement *j, uint32_t symbol)
{
    bool is_missing = j->portfolio->items[symbol].kind == GP_ITEM_MISSING;
    return j->known->doubts[symbol] & GP_PART_DATES ||
           (is_missing && j->known->unknown & GP_PART_IDS);
}

static gp_status find_out(gp_job *job, gp_judgement *j)
{
    const gp_portfolio *p = j->portfolio;
    requirers r;
    uint32_t *queue = GP_NEW(job, uint32_t, p->symbol_count), count = 0;
    j->is_out = GP_NEW(job, uint8_t, p->symbol_count);
    if (!queue || !j->is_out) return gp_no_memory(job);
    GP_TRY(list_requirers(job, p, &r));
    for (uint32_t i = 0; i < p->symbol_count; i++) {
        j->is_out[i] = is_dateless(j, i);
        if (j->is_out[i]) queue[count++] = i;
    }
    for (uint32_t head = 0; head < count; head++)
        for (uint32_t i = r.first[queue[head]]; i < r.first[queue[head] + 1]; i++) {
            uint32_t owner = r.owners[i];
            if (j->is_out[owner]) continue;
            j->is_out[owner] = 1;
            queue[count++] = owner;
        }
    return GP_OK;
}

static void count_out(gp_judgement *j)
{
    const gp_portfolio *p = j->portfolio;
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        if (!j->is_out[p->interventions[i].symbol]) continue;
        j->by_dates.unknown |= GP_PART_INTERVENTIONS;
        j->out_count++;
    }
    for (uint32_t i = 0; i < p->capability_count; i++)
        j->out_count += j->is_out[p->capabilities[i].symbol];
}

/* Of the checks only those of the schedule: no other finding rests on dates. */
static gp_status judge_by_dates(gp_job *job, void *state)
{
    gp_judgement *j = state;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_demand *demand;
    gp_portfolio *part;
    uint32_t from;
    if (j->by_dates.unknown & GP_PART_SETTINGS) return GP_OK;
    (void)gp_findings(job, &from);
    GP_TRY(find_out(job, j));
    count_out(j);
    GP_TRY(gp_narrow(job, j->portfolio, &(gp_narrowing){j->is_out, NULL}, &part));
    GP_TRY(gp_build_network(job, part, &network));
    GP_TRY(gp_schedule_network(job, network, NULL, &schedule));
    GP_TRY(gp_find_demand(job, part, &demand));
    GP_TRY(gp_check_schedule(job, schedule, demand));
    return keep(job, from, j, true);
}

gp_status gp_judge_rest(gp_job *job, const gp_portfolio *portfolio, gp_known_parts *known)
{
    gp_judgement *j = GP_NEW(job, gp_judgement, 1);
    if (!j) return gp_no_memory(job);
    *j = (gp_judgement){.job = job, .portfolio = portfolio, .known = known};
    j->undefined.size = sizeof(gp_finding);
    j->as_written.unknown = j->by_dates.unknown = known->unknown;
    GP_TRY(spread_unknown_requirers(j));
    GP_TRY(take_out_circles(j));
    GP_TRY(gp_do_both(job, portfolio, judge_as_written, judge_by_dates, j));
    if (portfolio->intervention_count + portfolio->capability_count == 0) return GP_OK;
    return gp_say_not_judged(j);
}
