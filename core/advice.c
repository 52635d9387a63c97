/* SPDX-License-Identifier: MIT
 * How far does this portfolio follow the steps that the white paper advises? Each step is a count
 * of what meets it, out of what could, and the ids that do not: no score, since the steps are not
 * of one kind. */
#include "core/board.h"
#include "groeipad/demand.h"

#include <stdlib.h>

#define TRACKS_WANTED 2 /* parallel means more than one */

/* A step while it is being counted. */
typedef struct tally {
    uint32_t count, total, further;
    gp_day day;
    gp_array ids; /* const char * */
} tally;

typedef struct advisor {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    const gp_portfolio *portfolio;
    const gp_demand *demand;
    gp_asks asks;
    gp_day newest; /* measurement, or GP_NO_DAY */
    tally steps[GP_ADVICE_COUNT];
    gp_advice *out;
} advisor;

static gp_status name_id(advisor *a, gp_advice_step step, const char *id)
{
    gp_array *ids = &a->steps[step].ids;
    return gp_push(a->job, ids, &id, 1) ? GP_OK : gp_no_memory(a->job);
}

/* Counts one thing that meets the step, or names it. */
static gp_status count_one(advisor *a, gp_advice_step step, bool is_met, const char *id)
{
    a->steps[step].total++;
    if (!is_met) return name_id(a, step, id);
    a->steps[step].count++;
    return GP_OK;
}

static void note_sooner(tally *step, gp_day day)
{
    if (step->day == GP_NO_DAY || day < step->day) step->day = day;
}

static void give(advisor *a, gp_advice_step step, gp_mark mark)
{
    const tally *t = &a->steps[step];
    a->out[step] = (gp_advice){
        mark, t->count, t->total, t->further, t->day, t->ids.data, (uint32_t)t->ids.count};
}

/* All of something and what else it takes, some of it, or none. */
static gp_mark mark_of(const tally *t, bool is_whole)
{
    if (t->total > 0 && t->count == t->total && is_whole) return GP_DONE;
    return t->count > 0 ? GP_PARTLY : GP_TO_DO;
}

/* ---- measurements ---- */

static int compare_measurements(const void *left, const void *right)
{
    const gp_measurement *a = left, *b = right;
    if (a->dimension != b->dimension) return a->dimension < b->dimension ? -1 : 1;
    if (a->segment != b->segment) return a->segment < b->segment ? -1 : 1;
    if (a->situation != b->situation) return a->situation < b->situation ? -1 : 1;
    return a->on < b->on ? -1 : a->on > b->on;
}

static bool is_again(const gp_measurement *first, const gp_measurement *second)
{
    return first->dimension == second->dimension && first->segment == second->segment &&
           first->situation == second->situation && first->on < second->on;
}

/* By dimension: how often measured in one context: 0, 1, or 2 for more than once. */
static gp_status count_measurements(advisor *a, uint8_t *times)
{
    const gp_portfolio *p = a->portfolio;
    gp_measurement *sorted = GP_NEW(a->job, gp_measurement, p->measurement_count);
    if (!sorted) return gp_no_memory(a->job);
    for (uint32_t i = 0; i < p->measurement_count; i++) {
        sorted[i] = p->measurements[i];
        if (times[sorted[i].dimension] == 0) times[sorted[i].dimension] = 1;
        if (a->newest == GP_NO_DAY || sorted[i].on > a->newest) a->newest = sorted[i].on;
    }
    qsort(sorted, p->measurement_count, sizeof *sorted, compare_measurements);
    for (uint32_t i = 1; i < p->measurement_count; i++)
        if (is_again(&sorted[i - 1], &sorted[i])) times[sorted[i].dimension] = 2;
    return GP_OK;
}

static gp_status advise_measure(advisor *a)
{
    const gp_portfolio *p = a->portfolio;
    tally *t = &a->steps[GP_ADVICE_MEASURE];
    uint8_t *times = GP_NEW(a->job, uint8_t, p->dimensions.count);
    bool *is_addressed = GP_NEW(a->job, bool, p->dimensions.count);
    if (!times || !is_addressed) return gp_no_memory(a->job);
    GP_TRY(count_measurements(a, times));
    for (uint32_t i = 0; i < p->intervention_count; i++)
        for (uint32_t n = 0; n < p->interventions[i].address_count; n++)
            is_addressed[p->interventions[i].addresses[n].dimension] = true;
    for (uint32_t i = 0; i < p->dimensions.count; i++) {
        if (!is_addressed[i]) continue;
        GP_TRY(count_one(a, GP_ADVICE_MEASURE, times[i] > 0, p->dimensions.terms[i].id));
        t->further += times[i] > 1;
    }
    t->day = a->newest;
    bool is_begun = t->total == 0 && p->measurement_count > 0;
    give(a, GP_ADVICE_MEASURE, is_begun ? GP_PARTLY : mark_of(t, t->further == t->total));
    return GP_OK;
}

/* ---- interventions ---- */

static gp_status look_at_start(advisor *a, uint32_t index, const char *id)
{
    tally *t = &a->steps[GP_ADVICE_START];
    gp_day live = a->schedule->dates[a->network->intervention_activity[index]].earliest_ready;
    gp_beginning beginning = gp_find_beginning(a->schedule, index);
    t->total++;
    t->further += beginning == GP_BEGIN_MADE;
    if (beginning != GP_BEGIN_MADE && beginning != GP_BEGIN_EXPLORED) note_sooner(t, live);
    if (beginning != GP_BEGIN_NOW) return GP_OK;
    t->count++;
    return name_id(a, GP_ADVICE_START, id);
}

static bool is_current(const gp_portfolio *portfolio, const gp_intervention *intervention)
{
    gp_day status = portfolio->status_date;
    bool is_told =
        intervention->stage != GP_STAGE_NONE && intervention->uncertainty != GP_UNCERTAINTY_NONE;
    bool is_overdue = intervention->stage != GP_EXPLOIT && intervention->needed_by != GP_NO_DAY &&
                      intervention->needed_by < status;
    bool is_forgotten = intervention->stage == GP_EXPLORE && intervention->start != GP_NO_DAY &&
                        intervention->start < status;
    return is_told && !is_overdue && !is_forgotten;
}

static gp_status look_at_intervention(advisor *a, uint32_t index)
{
    const gp_intervention *intervention = &a->portfolio->interventions[index];
    const char *id = a->portfolio->ids[intervention->symbol];
    bool has_context = intervention->segment_count + intervention->situation_count > 0;
    bool is_chosen = intervention->address_count > 0 &&
                     (has_context || intervention->decided_by != GP_DECIDED_NONE);
    GP_TRY(look_at_start(a, index, id));
    GP_TRY(count_one(a, GP_ADVICE_CHOOSE, is_chosen, id));
    a->steps[GP_ADVICE_CHOOSE].further += has_context;
    GP_TRY(count_one(a, GP_ADVICE_CURRENT, is_current(a->portfolio, intervention), id));
    if (intervention->stage != GP_EXPLORE) return GP_OK;
    return count_one(a, GP_ADVICE_EXPLORE, intervention->scenario_count > 0, id);
}

static gp_mark mark_start(const advisor *a)
{
    const tally *t = &a->steps[GP_ADVICE_START];
    const gp_duration twice = {.days = 14 * GP_SHORT_START_WEEKS, .unit = GP_DURATION_CALENDAR};
    gp_day limit = gp_add_duration(&a->portfolio->calendar, a->portfolio->status_date, twice);
    if (t->count + t->further > 0) return GP_DONE;
    return t->day != GP_NO_DAY && t->day <= limit ? GP_PARTLY : GP_TO_DO;
}

static gp_status advise_interventions(advisor *a)
{
    for (uint32_t i = 0; i < a->portfolio->intervention_count; i++)
        GP_TRY(look_at_intervention(a, i));
    tally *explore = &a->steps[GP_ADVICE_EXPLORE];
    explore->further = a->portfolio->scenarios.count;
    a->steps[GP_ADVICE_CURRENT].day = a->newest;
    give(a, GP_ADVICE_START, mark_start(a));
    give(a, GP_ADVICE_CHOOSE, mark_of(&a->steps[GP_ADVICE_CHOOSE], true));
    give(a, GP_ADVICE_EXPLORE,
         explore->total > 0 && explore->count == 0 ? GP_PARTLY : mark_of(explore, true));
    give(a, GP_ADVICE_CURRENT, mark_of(&a->steps[GP_ADVICE_CURRENT], true));
    return GP_OK;
}

/* ---- capabilities ---- */

/* Its next step has not begun: was, or will, the capability be identified in time? */
static gp_status look_at_identified(advisor *a, const gp_capability *capability, uint32_t first)
{
    tally *t = &a->steps[GP_ADVICE_IDENTIFY];
    const char *id = a->portfolio->ids[capability->symbol];
    gp_progress progress = gp_find_progress(a->portfolio, capability);
    gp_day by = a->schedule->dates[first].identify_by;
    if (capability->level > 0 || progress >= GP_PROGRESS_UNDER_WAY) return GP_OK;
    bool is_known = progress == GP_PROGRESS_IDENTIFIED;
    bool was_in_time = capability->identified != GP_NO_DAY && capability->identified <= by;
    bool is_late = by != GP_NO_DAY && by < a->portfolio->status_date && !was_in_time;
    t->total++;
    t->count += is_known;
    t->further += is_late;
    if (!is_known && !is_late && by != GP_NO_DAY) note_sooner(t, by);
    return is_known && !is_late ? GP_OK : name_id(a, GP_ADVICE_IDENTIFY, id);
}

static gp_status look_at_capability(advisor *a, uint32_t index)
{
    const gp_capability *capability = &a->portfolio->capabilities[index];
    const char *id = a->portfolio->ids[capability->symbol];
    uint32_t first = a->network->capability_first[index];
    bool is_founded = a->demand[index].kind != GP_DEMAND_NONE;
    GP_TRY(count_one(a, GP_ADVICE_DERIVE, is_founded, id));
    if (a->network->capability_steps[index] == 0 || !a->asks.boards[first]) return GP_OK;
    if (a->schedule->dates[first].earliest_ready <= a->portfolio->status_date &&
        a->network->activities[first].actual == GP_ACTUAL_READY)
        return GP_OK; /* it is there */
    bool is_planned = !a->network->activities[first].is_unknown;
    GP_TRY(count_one(a, GP_ADVICE_TRACKS, is_planned, id));
    return look_at_identified(a, capability, first);
}

static uint32_t count_tracks(const gp_boards *boards)
{
    uint32_t used = 0;
    for (int track = GP_TRACK_IDENTIFY; track < GP_TRACK_COUNT; track++) {
        uint32_t actions = 0;
        for (int stage = 0; stage < GP_BOARD_COUNT; stage++)
            actions += boards->boards[stage].by_track[track];
        used += actions > 0;
    }
    return used;
}

static gp_status advise_capabilities(advisor *a)
{
    const gp_portfolio *p = a->portfolio;
    tally *derive = &a->steps[GP_ADVICE_DERIVE], *identify = &a->steps[GP_ADVICE_IDENTIFY];
    tally *tracks = &a->steps[GP_ADVICE_TRACKS];
    gp_boards boards = {0};
    GP_TRY(gp_find_boards(a->job, a->schedule, &boards));
    for (uint32_t i = 0; i < p->capability_count; i++) GP_TRY(look_at_capability(a, i));
    for (uint32_t i = 0; i < p->missing_count; i++)
        GP_TRY(name_id(a, GP_ADVICE_DERIVE, p->ids[p->missing[i]]));
    derive->further = p->missing_count;
    tracks->further = count_tracks(&boards);
    bool is_settled = p->capability_count > 0 && identify->total == 0;
    give(a, GP_ADVICE_DERIVE, mark_of(derive, derive->further == 0));
    give(a, GP_ADVICE_IDENTIFY, is_settled ? GP_DONE : mark_of(identify, identify->further == 0));
    is_settled = p->capability_count > 0 && tracks->total == 0;
    give(a, GP_ADVICE_TRACKS,
         is_settled ? GP_DONE : mark_of(tracks, tracks->further >= TRACKS_WANTED));
    return GP_OK;
}

gp_status gp_find_advice(gp_job *job, const gp_schedule *schedule, const gp_advice **out)
{
    advisor *a = GP_NEW(job, advisor, 1); /* its arrays must live as long as the job */
    gp_advice *advice = GP_NEW(job, gp_advice, GP_ADVICE_COUNT);
    if (!a || !advice) return gp_no_memory(job);
    a->job = job;
    a->schedule = schedule;
    a->network = schedule->network;
    a->portfolio = schedule->network->portfolio;
    a->newest = GP_NO_DAY;
    a->out = advice;
    for (int i = 0; i < GP_ADVICE_COUNT; i++) {
        a->steps[i].day = GP_NO_DAY;
        a->steps[i].ids.size = sizeof(const char *);
    }
    GP_TRY(gp_find_demand(job, a->portfolio, &a->demand));
    GP_TRY(gp_find_asks(job, schedule, &a->asks));
    GP_TRY(advise_measure(a));
    GP_TRY(advise_interventions(a));
    GP_TRY(advise_capabilities(a));
    *out = advice;
    return GP_OK;
}
