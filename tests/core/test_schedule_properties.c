/* SPDX-License-Identifier: MIT
 * The schedule of thousands of random portfolios against the slow plan of support_reference.c:
 * every earliest date is the least that the rules allow and every latest date the greatest, a
 * cycle is reported just where there is one, and where the days went adds up. The portfolios
 * have levels, aspects, alternatives, lags and leads, links from starts and to ready dates, rounds
 * and cycles of every kind of duration, dates to keep to, facts, progress, unknowns, missing
 * capabilities and calendars. */
#include "tests/support_random.h"
#include "groeipad/demand.h"
#include "tests/support_reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define PORTFOLIOS 6000

/* ---- the checks ---- */

static void explain(const reference *r, int number)
{
    for (uint32_t i = 0; i < r->count; i++) {
        const reference_activity *a = &r->activities[i];
        print_message("%d: %s@%u start %d ready %d latest %d %d actual %d unknown %d <-", number,
                      r->portfolio->ids[a->symbol], a->level, a->start - RANDOM_STATUS_DATE,
                      a->ready - RANDOM_STATUS_DATE, a->latest_start - RANDOM_STATUS_DATE,
                      a->latest_ready - RANDOM_STATUS_DATE, (int)a->actual, a->is_unknown);
        for (uint32_t k = 0; k < a->arc_count; k++)
            print_message(" %s@%u%s%s by %d%s",
                          r->portfolio->ids[r->activities[a->arcs[k].from].symbol],
                          r->activities[a->arcs[k].from].level, a->arcs[k].group ? "|" : "",
                          a->arcs[k].is_chosen ? "!" : "", (int)a->arcs[k].by,
                          a->arcs[k].is_from_start ? "^" : "");
        print_message("\n");
    }
}

static void expect(const reference *r, int number, const reference_activity *a, const char *what,
                   int64_t found, int64_t expected)
{
    if (found == expected) return;
    explain(r, number);
    fail_msg("portfolio %d, %s@%u: %s is %d, not %d", number, r->portfolio->ids[a->symbol],
             a->level, what, (int)found, (int)expected);
}

static const gp_dates *dates_of(const gp_schedule *schedule, const reference_activity *a)
{
    uint32_t activity = gp_find_activity(schedule->network, a->symbol,
                                         a->kind == GP_KIND_CAPABILITY ? a->level : 0);
    assert_int_not_equal(activity, GP_NONE);
    return &schedule->dates[activity];
}

/* Somebody waits for it, and no day is left, or no working day where all its work is in those. */
static bool is_critical(const reference *r, const reference_activity *a, gp_float_mode mode)
{
    if (!a->is_pressed || !(mode == GP_FLOAT_EACH ? a->is_rested_on : a->is_done)) return false;
    bool is_in_workdays = a->duration_count > 0;
    for (uint32_t i = 0; i < a->duration_count; i++)
        if (a->durations[i].unit != GP_DURATION_WORKDAYS) is_in_workdays = false;
    for (gp_day day = a->ready; day < a->latest_ready; day++)
        if (!is_in_workdays || reference_is_workday(r, day)) return false;
    return true;
}

static void check_dates(const reference *r, int number, const gp_schedule *schedule)
{
    for (uint32_t i = 0; i < r->count; i++) {
        const reference_activity *a = &r->activities[i];
        const gp_dates *d = dates_of(schedule, a);
        expect(r, number, a, "earliest start", d->earliest_start, a->start);
        expect(r, number, a, "earliest ready", d->earliest_ready, a->ready);
        expect(r, number, a, "not before", d->not_before, a->not_before);
        expect(r, number, a, "latest ready", d->latest_ready, a->latest_ready);
        expect(r, number, a, "latest start", d->latest_start, a->latest_start);
        expect(r, number, a, "identify by", d->identify_by, a->identify_by);
        expect(r, number, a, "float", d->float_days,
               a->latest_start == GP_NO_DAY ? GP_NO_DAYS : a->latest_start - a->start);
        expect(r, number, a, "buffer", d->buffer_days, a->latest_ready - a->ready);
        expect(r, number, a, "critical", d->is_critical, is_critical(r, a, schedule->float_mode));
    }
    assert_int_equal(schedule->network->activity_count, r->count);
    assert_int_equal(schedule->end, r->end);
}

/* Lateness, and cycles counted one by one. */
static void check_lateness(const reference *r, int number, const gp_schedule *schedule,
                           const reference_activity *a)
{
    if (a->kind != GP_KIND_INTERVENTION) return;
    const gp_intervention *own = &r->portfolio->interventions[a->item];
    uint32_t activity = (uint32_t)(dates_of(schedule, a) - schedule->dates);
    bool is_late = own->needed_by != GP_NO_DAY && a->ready > own->needed_by;
    int32_t cycles = 0;
    gp_duration all = own->cycle;
    gp_day day = own->needed_by;
    while (is_late && day < a->ready) {
        cycles++;
        all.months = (int16_t)(own->cycle.months * cycles);
        all.days = own->cycle.days * cycles;
        day = gp_add_duration(&r->portfolio->calendar, own->needed_by, all);
    }
    expect(r, number, a, "late days", gp_late_days(schedule, activity),
           is_late ? a->ready - own->needed_by : 0);
    expect(r, number, a, "late cycles", gp_late_cycles(schedule, activity), cycles);
}

static void check_spares(const reference *r, int number, const gp_schedule *schedule,
                         const reference_activity *a)
{
    const gp_network *network = schedule->network;
    uint32_t activity = (uint32_t)(dates_of(schedule, a) - schedule->dates);
    uint32_t first = network->arc_first[activity];
    expect(r, number, a, "number of arcs", network->arc_first[activity + 1] - first, a->arc_count);
    for (uint32_t i = 0; i < a->arc_count; i++)
        expect(r, number, a, "spare", schedule->is_spare[first + i], !a->arcs[i].is_chosen);
}

/* The bounds of its start and of its ready date, whatever they come from. */
static void find_bounds(const reference *r, const reference_activity *a, gp_day *by_start,
                        gp_day *by_live)
{
    *by_start = a->release;
    *by_live = a->not_ready_before;
    if (a->not_ready_before != GP_NO_DAY && a->actual == GP_ACTUAL_NONE) {
        gp_day held = reference_held(r, a, a->not_ready_before);
        if (held > *by_start) *by_start = held;
    }
    for (uint32_t i = 0; i < a->arc_count; i++) {
        if (!a->arcs[i].is_chosen) continue;
        gp_day bound = reference_bound(r, &a->arcs[i]), start = bound;
        if (a->arcs[i].by == GP_BY_READY && a->actual == GP_ACTUAL_NONE)
            start = reference_held(r, a, bound);
        if (a->arcs[i].by != GP_BY_LIVE && start > *by_start) *by_start = start;
        if (a->arcs[i].by != GP_BY_START && bound > *by_live) *by_live = bound;
    }
}

/* The bound that an arc of the schedule gives to a date of `a`. */
static gp_day bound_of(const reference *r, const gp_schedule *schedule, const reference_activity *a,
                       uint32_t index, bool of_start)
{
    const gp_arc *arc = &schedule->network->arcs[index];
    const gp_dates *from = &schedule->dates[arc->from];
    gp_day bound = arc->is_from_start ? from->earliest_start : from->earliest_ready;
    if (arc->requirement != GP_NONE)
        bound = gp_add_duration(&r->portfolio->calendar, bound,
                                r->portfolio->requirements[arc->requirement].lag);
    return of_start && arc->by == GP_BY_READY ? reference_held(r, a, bound) : bound;
}

/* The driver's bound must be what fixed the date: no other bound and no release is later. */
static void check_driver(const reference *r, int number, const gp_schedule *schedule,
                         const reference_activity *a)
{
    const gp_dates *d = dates_of(schedule, a);
    gp_day by_start, by_live;
    find_bounds(r, a, &by_start, &by_live);
    if (a->actual != GP_ACTUAL_NONE) expect(r, number, a, "start arc", d->start_arc, GP_NONE);
    if (a->actual == GP_ACTUAL_READY || !d->is_driven_live) {
        expect(r, number, a, "driver", d->driver_arc, d->start_arc);
    } else {
        expect(r, number, a, "spare", schedule->is_spare[d->driver_arc], 0);
        expect(r, number, a, "by start", schedule->network->arcs[d->driver_arc].by == GP_BY_START,
               false);
        expect(r, number, a, "live bound", bound_of(r, schedule, a, d->driver_arc, false), by_live);
    }
    if (a->actual != GP_ACTUAL_NONE) return;
    if (d->start_arc != GP_NONE) {
        expect(r, number, a, "spare", schedule->is_spare[d->start_arc], 0);
        expect(r, number, a, "start bound", bound_of(r, schedule, a, d->start_arc, true), by_start);
    } else if (a->not_ready_before == GP_NO_DAY) {
        expect(r, number, a, "start, driven by its release", by_start, a->release);
    }
}

/* Its own date holds the start back by its work: that cannot be tried by changing the network. */
static bool is_held_by_itself(const gp_schedule *schedule, uint32_t activity)
{
    return schedule->network->activities[activity].kept & GP_KEEP_NOT_READY_BEFORE;
}

static void check_elapsed(gp_job *job, const reference *r, int number, const gp_schedule *schedule,
                          const reference_activity *a)
{
    gp_path path;
    uint32_t activity = (uint32_t)(dates_of(schedule, a) - schedule->dates);
    assert_int_equal(gp_trace_path(job, schedule, activity, &path), GP_OK);
    const gp_elapsed *e = &path.elapsed;
    gp_day first = schedule->dates[path.activities[0]].earliest_start;
    gp_day status = r->portfolio->status_date;
    expect(r, number, a, "end of the path", path.activities[path.count - 1], activity);
    expect(r, number, a, "to", e->to, a->ready);
    expect(r, number, a, "from", e->from, first < status ? first : status);
    expect(r, number, a, "sum of the parts",
           (int64_t)e->work + e->round_wait + e->cycle_wait + e->lag + e->release_wait,
           (int64_t)e->to - e->from);
    bool has_lead = false, is_counted_back = false, to_start = false;
    for (uint32_t i = path.count; i-- > 0;) {
        const gp_dates *d = &schedule->dates[path.activities[i]];
        uint32_t arc = to_start ? d->start_arc : d->driver_arc;
        expect(r, number, a, "driver on the path", path.arcs[i], arc);
        is_counted_back |= is_held_by_itself(schedule, path.activities[i]);
        if (arc == GP_NONE) continue;
        const gp_arc *into = &schedule->network->arcs[arc];
        expect(r, number, a, "activity on the path", path.activities[i - 1], into->from);
        to_start = into->is_from_start;
        is_counted_back |= to_start || into->by == GP_BY_READY;
        has_lead |= into->is_lead;
    }
    const gp_dates *root = &schedule->dates[path.activities[0]];
    if (root->earliest_ready < root->earliest_start) return; /* facts that contradict each other */
    bool is_negative = e->round_wait < 0 || e->cycle_wait < 0 || e->release_wait < 0 ||
                       (e->work < 0 && !is_counted_back) || (e->lag < 0 && !has_lead);
    expect(r, number, a, "a negative part", is_negative, false);
}

/* The reasons follow each other from the beginning to the date. */
static void check_reasons(gp_job *job, const reference *r, int number, const gp_schedule *schedule,
                          const reference_activity *a)
{
    gp_reasons reasons;
    uint32_t activity = (uint32_t)(dates_of(schedule, a) - schedule->dates);
    assert_int_equal(gp_explain_date(job, schedule, activity, &reasons), GP_OK);
    for (uint32_t i = 0; i < reasons.count; i++) {
        const gp_reason *reason = &reasons.reasons[i];
        bool is_last = i + 1 == reasons.count;
        expect(r, number, a, "next reason", is_last ? a->ready : reason[1].from, reason->to);
        if (reason->cause != GP_CAUSE_LAG && reason->cause != GP_CAUSE_BACK &&
            reason->cause != GP_CAUSE_READY) /* facts may contradict each other */
            expect(r, number, a, "back in time", reason->to < reason->from, false);
    }
}

/* The next chains come in order, none later than the critical path, all to the activity. */
static void check_chains(gp_job *job, const reference *r, int number, const gp_schedule *schedule,
                         const reference_activity *a)
{
    gp_chains chains;
    uint32_t activity = (uint32_t)(dates_of(schedule, a) - schedule->dates);
    gp_day before = a->ready;
    assert_int_equal(gp_find_chains(job, schedule, activity, &(gp_longest_options){4}, &chains),
                     GP_OK);
    for (uint32_t i = 0; i < chains.count; i++) {
        const gp_chain *chain = &chains.chains[i];
        expect(r, number, a, "end of the chain", chain->activities[chain->count - 1], activity);
        expect(r, number, a, "later than the chain before it", chain->ready > before, false);
        expect(r, number, a, "behind", chain->behind_days, a->ready - chain->ready);
        before = chain->ready;
    }
}

/* When `target` is ready in a plan in which this one activity is as given. */
static gp_day ready_if(gp_job *job, const gp_schedule *schedule, uint32_t target, uint32_t activity,
                       gp_activity changed)
{
    static gp_activity activities[REFERENCE_ACTIVITIES];
    gp_network network = *schedule->network;
    const gp_schedule *other;
    memcpy(activities, network.activities, network.activity_count * sizeof *activities);
    activities[activity] = changed;
    network.activities = activities;
    assert_int_equal(gp_schedule_network(job, &network, NULL, &other), GP_OK);
    return other->dates[target].earliest_ready;
}

/* The same where the activity starts when it does now, whatever its work: what it is held back
 * for still holds for its ready date. */
static gp_day ready_if_it_stays(gp_job *job, const gp_schedule *schedule, uint32_t target,
                                uint32_t activity, gp_activity changed)
{
    static gp_arc arcs[REFERENCE_ACTIVITIES * REFERENCE_ARCS];
    gp_network network = *schedule->network;
    gp_schedule staying = *schedule;
    memcpy(arcs, network.arcs, network.arc_count * sizeof *arcs);
    for (uint32_t i = network.arc_first[activity]; i < network.arc_first[activity + 1]; i++)
        if (arcs[i].by == GP_BY_READY) arcs[i].by = GP_BY_LIVE;
    network.arcs = arcs;
    staying.network = &network;
    changed.release = schedule->dates[activity].earliest_start;
    return ready_if(job, &staying, target, activity, changed);
}

/* Drag is what a plan without the activity's work wins. */
static void check_drag(gp_job *job, const reference *r, int number, const gp_schedule *schedule,
                       const reference_activity *a)
{
    uint32_t activity = (uint32_t)(dates_of(schedule, a) - schedule->dates);
    gp_path path;
    gp_drags drags;
    assert_int_equal(gp_trace_path(job, schedule, activity, &path), GP_OK);
    assert_int_equal(gp_find_drag(job, schedule, &path, &drags), GP_OK);
    for (uint32_t i = 0; i < drags.count; i++) {
        gp_activity idle = schedule->network->activities[drags.drags[i].activity];
        idle.duration_count = 0;
        if (is_held_by_itself(schedule, drags.drags[i].activity)) continue;
        gp_day ready = ready_if_it_stays(job, schedule, activity, drags.drags[i].activity, idle);
        expect(r, number, a, "drag", drags.drags[i].days, a->ready - ready);
    }
}

static const reference_activity *reference_of(const reference *r, const gp_activity *activity)
{
    for (uint32_t i = 0; i < r->count; i++)
        if (r->activities[i].symbol == activity->symbol &&
            (activity->kind != GP_KIND_CAPABILITY || r->activities[i].level == activity->level))
            return &r->activities[i];
    fail_msg("no activity of the reference");
    return NULL;
}

/* The ready date of `target` if the work of `activity` were done so many days earlier. */
static gp_day ready_if_shorter(gp_job *job, const reference *r, const gp_schedule *schedule,
                               uint32_t target, uint32_t activity, int32_t days)
{
    static gp_duration durations[REFERENCE_ACTIVITIES * GP_ASPECT_COUNT];
    gp_network network = *schedule->network;
    gp_schedule changed = *schedule;
    gp_activity shorter = network.activities[activity];
    gp_day start = schedule->dates[activity].earliest_start;
    gp_day end = reference_finish(r, reference_of(r, &shorter), start);
    uint32_t count = 0; /* of durations in use */
    for (uint32_t i = 0; i < network.activity_count; i++) {
        uint32_t own = network.activities[i].duration_first + network.activities[i].duration_count;
        if (own > count) count = own;
    }
    memcpy(durations, network.durations, count * sizeof *durations);
    durations[count] = DAYS(end - days > start ? end - days - start : 0);
    shorter.duration_first = count;
    shorter.duration_count = 1;
    shorter.progress = 0;
    network.durations = durations;
    changed.network = &network;
    return ready_if_it_stays(job, &changed, target, activity, shorter);
}

static void check_remedy(gp_job *job, const reference *r, int number, const gp_schedule *schedule,
                         const gp_clash *clash, const gp_remedy *remedy)
{
    const reference_activity *a = &r->activities[0]; /* stands in messages */
    gp_activity changed = schedule->network->activities[remedy->activity];
    expect(r, number, a, "days won", remedy->wins_days, clash->earliest_ready - remedy->new_ready);
    if (remedy->kind == GP_REMEDY_OFF_ROUND) {
        changed.is_rounded = false;
        gp_day ready = ready_if(job, schedule, clash->activity, remedy->activity, changed);
        expect(r, number, a, "off round", remedy->new_ready, ready);
    } else if (remedy->kind == GP_REMEDY_START_NOW) {
        bool is_plain =
            changed.kind == GP_KIND_CAPABILITY && !schedule->dates[remedy->activity].not_before;
        if (!is_plain) return; /* cycles count from the release; an unknown stays one */
        changed.actual = GP_ACTUAL_STARTED;
        changed.release = r->portfolio->status_date;
        gp_day ready = ready_if(job, schedule, clash->activity, remedy->activity, changed);
        expect(r, number, a, "start now", remedy->new_ready, ready);
    } else if (remedy->kind == GP_REMEDY_SHORTEN) {
        if (is_held_by_itself(schedule, remedy->activity)) return;
        gp_day ready =
            ready_if_shorter(job, r, schedule, clash->activity, remedy->activity, remedy->by_days);
        gp_day less = ready_if_shorter(job, r, schedule, clash->activity, remedy->activity,
                                       remedy->by_days - 1);
        expect(r, number, a, "shortened", remedy->new_ready, ready);
        expect(r, number, a, "enough", ready <= clash->needed_by, true);
        expect(r, number, a, "a day less is enough", less <= clash->needed_by, false);
    } else if (remedy->kind == GP_REMEDY_MOVE_DATE) {
        expect(r, number, a, "moved date", remedy->new_ready, clash->earliest_ready);
        expect(r, number, a, "moved by", remedy->by_days, clash->late_days);
    }
}

static bool has_remedy(const gp_remedies *remedies, gp_remedy_kind kind, uint32_t activity)
{
    for (uint32_t i = 0; i < remedies->count; i++)
        if (remedies->remedies[i].kind == kind && remedies->remedies[i].activity == activity)
            return true;
    return false;
}

/* What would help must be there: leaving the rounds where that wins a day, shortening where no
 * work at all would be in time. */
static void check_all_found(gp_job *job, const reference *r, int number,
                            const gp_schedule *schedule, const gp_clash *clash,
                            const gp_remedies *remedies)
{
    const reference_activity *a = &r->activities[0]; /* stands in messages */
    for (uint32_t i = 0; i < clash->path.count; i++) {
        uint32_t activity = clash->path.activities[i];
        gp_activity changed = schedule->network->activities[activity];
        if (changed.actual != GP_ACTUAL_NONE || changed.is_unknown) continue;
        if (is_held_by_itself(schedule, activity)) continue;
        bool is_rounded = changed.is_rounded;
        changed.is_rounded = false;
        gp_day ready = ready_if(job, schedule, clash->activity, activity, changed);
        expect(r, number, a, "off round is offered",
               has_remedy(remedies, GP_REMEDY_OFF_ROUND, activity),
               is_rounded && ready < clash->earliest_ready);
        ready = ready_if_shorter(job, r, schedule, clash->activity, activity, GP_DAY_LAST);
        expect(r, number, a, "shortening is offered",
               has_remedy(remedies, GP_REMEDY_SHORTEN, activity), ready <= clash->needed_by);
    }
}

static void check_remedies(gp_job *job, const reference *r, int number, const gp_schedule *schedule)
{
    gp_clashes clashes;
    assert_int_equal(gp_find_clashes(job, schedule, NULL, &clashes), GP_OK);
    for (uint32_t i = 0; i < clashes.count; i++) {
        gp_remedies remedies;
        assert_int_equal(gp_find_remedies(job, schedule, &clashes.clashes[i], &remedies), GP_OK);
        check_all_found(job, r, number, schedule, &clashes.clashes[i], &remedies);
        for (uint32_t k = 0; k < remedies.count; k++)
            check_remedy(job, r, number, schedule, &clashes.clashes[i], &remedies.remedies[k]);
    }
}

/* Without the redundant arcs every date stays what it was. */
static void check_reduction(gp_job *job, const reference *r, int number,
                            const gp_schedule *schedule)
{
    static gp_arc arcs[REFERENCE_ACTIVITIES * REFERENCE_ARCS];
    static uint32_t arc_first[REFERENCE_ACTIVITIES + 1];
    gp_network reduced = *schedule->network;
    const gp_schedule_options options = {.float_mode = schedule->float_mode};
    const gp_schedule *same;
    gp_reduction found;
    assert_int_equal(gp_find_redundant(job, &reduced, &found), GP_OK);
    if (found.redundant_count == 0) return;
    uint32_t count = 0;
    for (uint32_t to = 0; to < reduced.activity_count; to++) {
        arc_first[to] = count;
        for (uint32_t i = reduced.arc_first[to]; i < reduced.arc_first[to + 1]; i++)
            if (!found.is_redundant[i]) arcs[count++] = reduced.arcs[i];
    }
    arc_first[reduced.activity_count] = reduced.arc_count = count;
    reduced.arcs = arcs;
    reduced.arc_first = arc_first;
    assert_int_equal(gp_schedule_network(job, &reduced, &options, &same), GP_OK);
    check_dates(r, number, same);
}

/* Returns whether the portfolio had a plan. */
static bool check_portfolio(generator *g, int number, gp_float_mode mode, uint64_t seed)
{
    static reference r;
    const gp_portfolio *portfolio = random_portfolio(g, seed);
    const gp_network *network;
    const gp_schedule *schedule;
    gp_job *job = g->draft.job;
    const gp_schedule_options options = {.float_mode = mode};
    make_reference(&r, portfolio);
    bool has_plan = plan_reference(&r, mode);
    gp_status status = gp_build_network(job, portfolio, &network);
    if (has_plan != (status == GP_OK)) fail_msg("portfolio %d: a cycle or not?", number);
    if (!has_plan) return false;
    assert_int_equal(gp_schedule_network(job, network, &options, &schedule), GP_OK);
    check_dates(&r, number, schedule);
    for (uint32_t i = 0; i < r.count; i++) {
        check_driver(&r, number, schedule, &r.activities[i]);
        check_spares(&r, number, schedule, &r.activities[i]);
        check_lateness(&r, number, schedule, &r.activities[i]);
        check_drag(job, &r, number, schedule, &r.activities[i]);
        check_elapsed(job, &r, number, schedule, &r.activities[i]);
        check_reasons(job, &r, number, schedule, &r.activities[i]);
        check_chains(job, &r, number, schedule, &r.activities[i]);
    }
    check_reduction(job, &r, number, schedule);
    check_remedies(job, &r, number, schedule);
    return true;
}

static void run(gp_float_mode mode, uint64_t seed)
{
    static generator g;
    int planned = 0;
    for (int i = 0; i < PORTFOLIOS; i++) {
        planned += check_portfolio(&g, i, mode, seed + (uint64_t)i * 7919);
        gp_job_free(g.draft.job);
    }
    assert_in_range(planned, PORTFOLIOS * 3 / 4, PORTFOLIOS - PORTFOLIOS / 100);
}

static void latest_dates_from_needed_by(void **state)
{
    (void)state;
    run(GP_FLOAT_EACH, 1);
}

static void latest_dates_from_the_end(void **state)
{
    (void)state;
    run(GP_FLOAT_PORTFOLIO, 2);
}

static void latest_dates_from_both(void **state)
{
    (void)state;
    run(GP_FLOAT_BOTH, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latest_dates_from_needed_by),
        cmocka_unit_test(latest_dates_from_the_end),
        cmocka_unit_test(latest_dates_from_both),
    };
    return cmocka_run_group_tests_name("schedule properties", tests, NULL, NULL);
}
