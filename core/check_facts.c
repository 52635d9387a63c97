/* SPDX-License-Identifier: MIT
 * Facts that contradict each other: work under way that starts in the future, work that began
 * before what it requires was there, something ready that is not there. The dates are computed
 * from the facts as they stand (docs/time.md says which one counts), so each of these makes
 * figures doubtful without stopping them. */
#include "core/activity.h"
#include "core/check.h"
#include "core/pass.h"

/* ---- within one record: GP307 ---- */

typedef struct fact {
    const char *key;
    gp_argument value;
} fact;

static gp_status contradict(gp_job *job, const char *id, gp_place place, fact first, fact second)
{
    return gp_add_finding(job, &(gp_finding){.code = 307,
                                             .place = place,
                                             .subject = id,
                                             .arguments = {GP_TEXT(first.key), first.value,
                                                           GP_TEXT(second.key), second.value}});
}

/* Work that is under way, and a date that says it cannot have begun by the status date. */
static gp_status check_begun(gp_job *job, const char *id, gp_place place, fact begun, gp_day today,
                             const char *key, gp_day day)
{
    if (day == GP_NO_DAY || day <= today) return GP_OK;
    return contradict(job, id, place, begun, (fact){key, GP_DAY(day)});
}

static gp_day not_before(const gp_window *window)
{
    return window ? window->not_before : GP_NO_DAY;
}

static gp_status check_intervention(gp_job *job, const gp_portfolio *portfolio,
                                    const gp_intervention *own)
{
    const char *id = portfolio->ids[own->symbol];
    gp_day today = portfolio->status_date;
    fact progress = {"progress", GP_NUMBER(own->progress)};
    if (own->progress == 0) return GP_OK;
    GP_TRY(check_begun(job, id, own->place, progress, today, "start", own->start));
    return check_begun(job, id, own->place, progress, today, "not_before", not_before(own->window));
}

/* What is written beside a ready date in the past and says that it is not there; its key is NULL
 * where nothing does. A ready date alone says that it is there. */
static fact find_absence(const gp_network *network, uint32_t index)
{
    static const char *const unready[] = {
        [GP_UNIDENTIFIED] = "unidentified",
        [GP_IDENTIFIED] = "identified",
        [GP_PLANNED] = "planned",
        [GP_IN_DEVELOPMENT] = "in-development",
    };
    const gp_capability *own = &network->portfolio->capabilities[index];
    bool is_past = own->ready != GP_NO_DAY && own->ready < network->portfolio->status_date;
    if (!is_past || network->capability_steps[index] == 0 || own->progress == 100)
        return (fact){NULL, {0}};
    if (own->status >= GP_UNIDENTIFIED && own->status <= GP_IN_DEVELOPMENT)
        return (fact){"status", GP_TEXT(unready[own->status])};
    if (own->has_level) return (fact){"level", GP_NUMBER(own->level)};
    if (own->progress && own->progress < 100) return (fact){"progress", GP_NUMBER(own->progress)};
    return (fact){NULL, {0}};
}

static gp_status check_capability(gp_job *job, const gp_network *network, uint32_t index)
{
    const gp_portfolio *portfolio = network->portfolio;
    const gp_capability *own = &portfolio->capabilities[index];
    const char *id = portfolio->ids[own->symbol];
    gp_day today = portfolio->status_date;
    fact absence = find_absence(network, index), ready = {"ready", GP_DAY(own->ready)};
    if (absence.key) GP_TRY(contradict(job, id, own->place, ready, absence));
    bool has_started = own->started != GP_NO_DAY && own->started <= today;
    if (!has_started && own->progress == 0) return GP_OK;
    fact begun = {"progress", GP_NUMBER(own->progress)};
    if (has_started) begun = (fact){"started", GP_DAY(own->started)};
    GP_TRY(check_begun(job, id, own->place, begun, today, "not_before", not_before(own->window)));
    if (has_started) return GP_OK; /* identified after that: GP307 of the dates */
    return check_begun(job, id, own->place, begun, today, "identified", own->identified);
}

/* ---- between records: GP312 ---- */

static gp_place place_of(const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_item item = portfolio->items[symbol];
    if (item.kind == GP_ITEM_CAPABILITY) return portfolio->capabilities[item.index].place;
    if (item.kind == GP_ITEM_INTERVENTION) return portfolio->interventions[item.index].place;
    return (gp_place){0};
}

static gp_status report(gp_job *job, const gp_portfolio *portfolio, const char *id, gp_day began,
                        const gp_requirement *requirement, gp_day ready)
{
    gp_related *related = GP_NEW(job, gp_related, 1);
    if (!related) return gp_no_memory(job);
    const char *target = portfolio->ids[requirement->target];
    *related = (gp_related){.place = place_of(portfolio, requirement->target), .from = target};
    return gp_add_finding(
        job, &(gp_finding){.code = 312,
                           .place = requirement->place,
                           .subject = id,
                           .arguments = {GP_DAY(began), GP_TEXT(target), GP_DAY(ready)},
                           .related = related,
                           .related_count = 1});
}

/* Is what the arc comes from not there yet on the day on which the activity began? What is done, or
 * takes no work, may have been there. */
static bool is_ahead(const gp_schedule *schedule, const gp_arc *arc, const gp_activity *a)
{
    const gp_activity *from = &schedule->network->activities[arc->from];
    if (arc->by != GP_BY_START || arc->requirement == GP_NONE || from->kind == GP_KIND_MISSING)
        return false;
    bool is_nothing_left =
        from->progress == 100 ||
        (from->actual == GP_ACTUAL_NONE && !from->is_unknown &&
         schedule->dates[arc->from].earliest_ready <= schedule->network->portfolio->status_date);
    if (is_nothing_left) return false; /* nobody says since when */
    bool is_undone = from->is_unknown && !arc->is_from_start;
    return is_undone || gp_arrival_in(schedule, arc) > a->release;
}

/* A successor that is under way while what it requires before its start is not done. */
static gp_status check_under_way(gp_job *job, const gp_schedule *schedule, uint32_t activity)
{
    const gp_network *network = schedule->network;
    const gp_activity *a = &network->activities[activity];
    if (a->actual != GP_ACTUAL_STARTED) return GP_OK;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++) {
        const gp_arc *arc = &network->arcs[i];
        if (schedule->is_spare[i] || !is_ahead(schedule, arc, a)) continue;
        const gp_dates *from = &schedule->dates[arc->from];
        GP_TRY(report(job, network->portfolio, gp_activity_id(network, activity), a->release,
                      &network->portfolio->requirements[arc->requirement],
                      arc->is_from_start ? from->earliest_start : from->earliest_ready));
    }
    return GP_OK;
}

/* What is ready has no arcs any more: facts of both are compared as they were written. */
static gp_status check_done(gp_job *job, const gp_portfolio *portfolio, const gp_capability *own)
{
    if (own->ready == GP_NO_DAY || own->started == GP_NO_DAY) return GP_OK;
    for (uint32_t i = own->requires.first; i < own->requires.first + own->requires.count; i++) {
        const gp_requirement *requirement = &portfolio->requirements[i];
        gp_item item = portfolio->items[requirement->target];
        if (item.kind != GP_ITEM_CAPABILITY || requirement->by != GP_BY_START) continue;
        if (requirement->group || requirement->is_from_start) continue;
        gp_day ready = portfolio->capabilities[item.index].ready;
        if (ready == GP_NO_DAY ||
            gp_add_duration(&portfolio->calendar, ready, requirement->lag) <= own->started)
            continue;
        GP_TRY(
            report(job, portfolio, portfolio->ids[own->symbol], own->started, requirement, ready));
    }
    return GP_OK;
}

gp_status gp_check_facts(gp_job *job, const gp_schedule *schedule)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    for (uint32_t i = 0; i < portfolio->capability_count; i++) {
        GP_TRY(check_capability(job, network, i));
        GP_TRY(check_done(job, portfolio, &portfolio->capabilities[i]));
    }
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        GP_TRY(check_intervention(job, portfolio, &portfolio->interventions[i]));
    for (uint32_t i = 0; i < network->activity_count; i++)
        GP_TRY(check_under_way(job, schedule, i));
    return GP_OK;
}
