/* SPDX-License-Identifier: MIT
 * Findings about stages: nothing to start with, an empty board, and a stage that its own
 * uncertainty, dates or capabilities do not bear out. Stage, uncertainty and dates are three
 * statements of the user's, none derived from another, so a contradiction is told and left. */
#include "core/board.h"
#include "core/check.h"
#include "core/network.h"

#include <assert.h>
#include <string.h>

#define BOARDS_USED_FROM 3 /* with fewer interventions a board is empty as a matter of course */
#define EXPLOIT_MONTHS 12  /* what is live no sooner is not being exploited yet */

static gp_finding about(const gp_portfolio *portfolio, const gp_intervention *intervention)
{
    return (gp_finding){.place = intervention->place,
                        .subject = portfolio->ids[intervention->symbol]};
}

/* ---- something to start with ---- */

/* Is all there on the status date that it waits for? */
static bool has_all(const gp_schedule *schedule, uint32_t activity)
{
    const gp_network *network = schedule->network;
    for (uint32_t i = network->arc_first[activity]; i < network->arc_first[activity + 1]; i++) {
        if (schedule->is_spare[i]) continue;
        gp_day ready = schedule->dates[network->arcs[i].from].earliest_ready;
        if (ready > network->portfolio->status_date) return false;
    }
    return true;
}

gp_beginning gp_find_beginning(const gp_schedule *schedule, uint32_t intervention)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    uint32_t activity = schedule->network->intervention_activity[intervention];
    const gp_activity *a = &schedule->network->activities[activity];
    const gp_dates *dates = &schedule->dates[activity];
    const gp_duration weeks = {.days = 7 * GP_SHORT_START_WEEKS, .unit = GP_DURATION_CALENDAR};
    gp_day limit = gp_add_duration(&portfolio->calendar, portfolio->status_date, weeks);
    bool is_begun =
        a->actual == GP_ACTUAL_STARTED || dates->earliest_start < portfolio->status_date;
    if (portfolio->interventions[intervention].stage == GP_EXPLORE) return GP_BEGIN_EXPLORED;
    if (dates->earliest_ready > limit) return GP_BEGIN_LATER;
    if (dates->not_before) return GP_BEGIN_UNKNOWN;
    if (is_begun || dates->earliest_ready <= portfolio->status_date) return GP_BEGIN_MADE;
    return has_all(schedule, activity) ? GP_BEGIN_NOW : GP_BEGIN_WAITS;
}

/* Whichever could be begun with soonest; ties by id. */
typedef struct first_start {
    uint32_t intervention;
    gp_beginning beginning;
    gp_day live;
} first_start;

static bool comes_first(const gp_portfolio *portfolio, const first_start *a, const first_start *b)
{
    if (a->beginning != b->beginning) return a->beginning < b->beginning;
    if (a->live != b->live) return a->live < b->live;
    return strcmp(portfolio->ids[portfolio->interventions[a->intervention].symbol],
                  portfolio->ids[portfolio->interventions[b->intervention].symbol]) < 0;
}

static first_start find_first(const gp_schedule *schedule)
{
    const gp_network *network = schedule->network;
    first_start first = {.intervention = GP_NONE};
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++) {
        first_start other = {i, gp_find_beginning(schedule, i),
                             schedule->dates[network->intervention_activity[i]].earliest_ready};
        if (first.intervention == GP_NONE || comes_first(network->portfolio, &other, &first))
            first = other;
    }
    return first;
}

/* Says 13 weeks in words. */
static_assert(GP_SHORT_START_WEEKS == 13, "the words below are about 13 weeks");

static gp_status check_start(gp_job *job, const gp_schedule *schedule)
{
    static const gp_argument reasons[] = {
        [GP_BEGIN_WAITS] = GP_WORDS_ROW(
            "no intervention can be live within 13 weeks without what is not there yet",
            "geen interventie kan binnen 13 weken live zijn zonder wat er nog niet is"),
        [GP_BEGIN_UNKNOWN] =
            GP_WORDS_ROW("no intervention is sure to be live within 13 weeks",
                         "van geen interventie is zeker dat ze binnen 13 weken live is"),
        [GP_BEGIN_LATER] =
            GP_WORDS_ROW("no intervention can start now and be live within 13 weeks",
                         "geen interventie kan nu beginnen en binnen 13 weken live zijn"),
        [GP_BEGIN_EXPLORED] = GP_WORDS_ROW("every intervention is still being explored",
                                           "alle interventies worden nog verkend"),
    };
    const gp_portfolio *portfolio = schedule->network->portfolio;
    first_start first = find_first(schedule);
    if (first.intervention == GP_NONE || first.beginning <= GP_BEGIN_NOW) return GP_OK;
    gp_finding finding = about(portfolio, &portfolio->interventions[first.intervention]);
    finding.code = 401;
    finding.arguments[0] = GP_NUMBER(GP_SHORT_START_WEEKS);
    finding.arguments[1] = GP_DAY(first.live);
    finding.arguments[2] = reasons[first.beginning];
    return gp_add_finding(job, &finding);
}

static gp_status check_empty(gp_job *job, const gp_portfolio *portfolio)
{
    static const char *const stages[] = {NULL, "explore", "develop", "exploit"};
    uint32_t counts[GP_BOARD_COUNT] = {0};
    for (uint32_t i = 0; i < portfolio->intervention_count; i++)
        counts[portfolio->interventions[i].stage]++;
    if (counts[GP_EXPLORE] + counts[GP_DEVELOP] + counts[GP_EXPLOIT] < BOARDS_USED_FROM)
        return GP_OK;
    for (int stage = GP_EXPLORE; stage <= GP_EXPLOIT; stage++)
        if (counts[stage] == 0)
            GP_TRY(gp_add_finding(
                job, &(gp_finding){.code = 405, .arguments = {GP_TEXT(stages[stage])}}));
    return GP_OK;
}

/* ---- one intervention against its stage ---- */

static gp_status contradict(gp_job *job, gp_finding finding, const char *stage, const char *key,
                            gp_argument value)
{
    finding.code = 402;
    finding.arguments[0] = GP_TEXT(stage);
    finding.arguments[1] = GP_TEXT(key);
    finding.arguments[2] = value;
    return gp_add_finding(job, &finding);
}

static gp_status check_explored(gp_job *job, const gp_schedule *schedule,
                                const gp_intervention *intervention, uint32_t activity)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    gp_finding finding = about(portfolio, intervention);
    if (intervention->uncertainty == GP_UNCERTAINTY_LOW)
        GP_TRY(contradict(job, finding, "explore", "uncertainty", GP_TEXT("low")));
    if (intervention->start != GP_NO_DAY && intervention->start < portfolio->status_date)
        GP_TRY(contradict(job, finding, "explore", "start", GP_DAY(intervention->start)));
    if (gp_late_days(schedule, activity) == 0) return GP_OK;
    finding.code = 406;
    finding.arguments[0] = GP_DAY(intervention->needed_by);
    finding.arguments[1] = GP_DAY(schedule->dates[activity].earliest_ready);
    return gp_add_finding(job, &finding);
}

/* The level that the organisation has of it on the status date. */
static uint8_t level_now(const gp_portfolio *portfolio, const gp_requirement *requirement)
{
    const gp_capability *capability =
        &portfolio->capabilities[portfolio->items[requirement->target].index];
    bool is_ready = capability->ready != GP_NO_DAY && capability->ready <= portfolio->status_date;
    return is_ready && capability->level < requirement->level ? requirement->level
                                                              : capability->level;
}

/* Requirements [first, end) are alternatives: any that is there will do. */
static gp_status check_support(gp_job *job, const gp_portfolio *portfolio, gp_finding finding,
                               uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const gp_requirement *requirement = &portfolio->requirements[i];
        if (portfolio->items[requirement->target].kind != GP_ITEM_CAPABILITY) return GP_OK;
        if (level_now(portfolio, requirement) >= requirement->level) return GP_OK;
    }
    const gp_requirement *requirement = &portfolio->requirements[first];
    finding.code = 407;
    finding.arguments[0] = GP_TEXT(portfolio->ids[requirement->target]);
    finding.arguments[1] = GP_NUMBER(requirement->level);
    finding.arguments[2] = GP_NUMBER(level_now(portfolio, requirement));
    return gp_add_finding(job, &finding);
}

static gp_status check_exploited(gp_job *job, const gp_schedule *schedule,
                                 const gp_intervention *intervention, uint32_t activity)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    const gp_duration limit = {.months = EXPLOIT_MONTHS, .unit = GP_DURATION_CALENDAR};
    gp_day live = schedule->dates[activity].earliest_ready;
    gp_finding finding = about(portfolio, intervention);
    gp_span span = intervention->requires;
    uint32_t end;
    if (intervention->uncertainty == GP_UNCERTAINTY_HIGH)
        GP_TRY(contradict(job, finding, "exploit", "uncertainty", GP_TEXT("high")));
    if (live > gp_add_duration(&portfolio->calendar, portfolio->status_date, limit))
        GP_TRY(contradict(job, finding, "exploit", "live", GP_DAY(live)));
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = gp_unit_end(portfolio, span, first);
        GP_TRY(check_support(job, portfolio, finding, first, end));
    }
    return GP_OK;
}

gp_status gp_check_boards(gp_job *job, const gp_schedule *schedule)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    GP_TRY(check_start(job, schedule));
    GP_TRY(check_empty(job, portfolio));
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        const gp_intervention *intervention = &portfolio->interventions[i];
        uint32_t activity = schedule->network->intervention_activity[i];
        if (intervention->stage == GP_EXPLORE)
            GP_TRY(check_explored(job, schedule, intervention, activity));
        if (intervention->stage == GP_EXPLOIT)
            GP_TRY(check_exploited(job, schedule, intervention, activity));
    }
    return GP_OK;
}
