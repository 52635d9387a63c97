/* SPDX-License-Identifier: MIT
 * Findings about dates that the user gave: pairs that cannot both hold, and plans that run past
 * the last day that a date can have. */
#include "core/activity.h"
#include "core/check.h"
#include "core/pass.h"

typedef struct dated {
    const char *key;
    gp_day day;
} dated;

/* `first` should not come after `second`; either may be absent. */
static gp_status compare(gp_job *job, const char *id, gp_place place, dated first, dated second)
{
    if (first.day == GP_NO_DAY || second.day == GP_NO_DAY || first.day <= second.day) return GP_OK;
    return gp_add_finding(job,
                          &(gp_finding){.code = 307,
                                        .place = place,
                                        .subject = id,
                                        .arguments = {GP_TEXT(first.key), GP_DAY(first.day),
                                                      GP_TEXT(second.key), GP_DAY(second.day)}});
}

/* Dates that the record must keep to, among themselves. */
static gp_status check_window(gp_job *job, const char *id, gp_place place, const gp_window *window,
                              gp_day needed_by)
{
    if (!window) return GP_OK;
    dated needed = {"needed_by", needed_by}, start_by = {"start_by", window->start_by};
    dated not_before = {"not_before", window->not_before};
    dated not_ready = {"not_ready_before", window->not_ready_before};
    GP_TRY(compare(job, id, place, not_before, start_by));
    GP_TRY(compare(job, id, place, not_before, needed));
    return compare(job, id, place, not_ready, needed);
}

/* A date of its own that an activity cannot keep. An intervention's needed_by is GP301. */
static gp_status check_kept(gp_job *job, const gp_schedule *schedule, uint32_t activity)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    const gp_activity *a = &network->activities[activity];
    const gp_dates *dates = &schedule->dates[activity];
    if (!(a->kept & (GP_KEEP_START_BY | GP_KEEP_NEEDED_BY))) return GP_OK;
    const gp_window *window = gp_window_of(network, a);
    gp_finding finding = {.code = 309, .subject = gp_activity_id(network, activity)};
    finding.place = a->kind == GP_KIND_CAPABILITY ? portfolio->capabilities[a->item].place
                                                  : portfolio->interventions[a->item].place;
    /* Work that is under way has the status date as its start where nobody says when it began. */
    bool is_start_known = a->progress == 0 || dates->earliest_start < portfolio->status_date;
    bool is_late = is_start_known && dates->earliest_start > window->start_by;
    if (a->kept & GP_KEEP_START_BY && is_late) {
        finding.arguments[0] = GP_TEXT("start_by");
        finding.arguments[1] = GP_DAY(window->start_by);
        finding.arguments[2] = GP_DAY(dates->earliest_start);
        finding.arguments[3] = GP_NUMBER(dates->earliest_start - window->start_by);
        GP_TRY(gp_add_finding(job, &finding));
    }
    if (!(a->kept & GP_KEEP_NEEDED_BY) || dates->earliest_ready <= window->needed_by) return GP_OK;
    if (gp_is_there(network, activity, dates)) return GP_OK;
    finding.arguments[0] = GP_TEXT("needed_by");
    finding.arguments[1] = GP_DAY(window->needed_by);
    finding.arguments[2] = GP_DAY(dates->earliest_ready);
    finding.arguments[3] = GP_NUMBER(dates->earliest_ready - window->needed_by);
    return gp_add_finding(job, &finding);
}

static gp_status check_capability(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_capability *capability)
{
    const char *id = portfolio->ids[capability->symbol];
    dated status = {"status_date", portfolio->status_date};
    dated identified = {"identified", capability->identified};
    dated started = {"started", capability->started};
    dated ready = {"ready", capability->ready};
    gp_day needed_by = capability->window ? capability->window->needed_by : GP_NO_DAY;
    GP_TRY(check_window(job, id, capability->place, capability->window, needed_by));
    GP_TRY(compare(job, id, capability->place, started, status));
    GP_TRY(compare(job, id, capability->place, identified, started));
    GP_TRY(compare(job, id, capability->place, identified, ready));
    return compare(job, id, capability->place, started, ready);
}

static bool is_at_horizon(const gp_schedule *schedule, uint32_t activity)
{
    return schedule->dates[activity].earliest_ready >= GP_DAY_LAST;
}

/* Only the first activities past the horizon are reported: all behind them are too. */
static gp_status check_horizon(gp_job *job, const gp_schedule *schedule, uint32_t activity)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *portfolio = network->portfolio;
    const gp_activity *a = &network->activities[activity];
    if (!is_at_horizon(schedule, activity) || a->actual == GP_ACTUAL_READY) return GP_OK;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++)
        if (is_at_horizon(schedule, network->arcs[i].from)) return GP_OK;
    gp_place place = {0};
    if (a->kind == GP_KIND_CAPABILITY) place = portfolio->capabilities[a->item].place;
    if (a->kind == GP_KIND_INTERVENTION) place = portfolio->interventions[a->item].place;
    return gp_add_finding(job, &(gp_finding){.code = 308,
                                             .place = place,
                                             .subject = gp_activity_id(network, activity),
                                             .arguments = {GP_DAY(GP_DAY_LAST)}});
}

gp_status gp_check_dates(gp_job *job, const gp_schedule *schedule)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    for (uint32_t i = 0; i < portfolio->capability_count; i++)
        GP_TRY(check_capability(job, portfolio, &portfolio->capabilities[i]));
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        GP_TRY(compare(job, portfolio->ids[intervention->symbol], intervention->place,
                       (dated){"start", intervention->start},
                       (dated){"needed_by", intervention->needed_by}));
        GP_TRY(check_window(job, portfolio->ids[intervention->symbol], intervention->place,
                            intervention->window, intervention->needed_by));
    }
    for (uint32_t i = 0; i < schedule->network->activity_count; i++)
        GP_TRY(check_horizon(job, schedule, i));
    for (uint32_t i = 0; i < schedule->network->activity_count; i++)
        GP_TRY(check_kept(job, schedule, i));
    return GP_OK;
}
