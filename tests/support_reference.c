/* SPDX-License-Identifier: MIT
 * The slow plan: what docs/time.md says, sentence by sentence. */
#include "tests/support_reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

/* ---- which levels are needed ---- */

static const gp_level *find_level(const gp_capability *capability, int level)
{
    for (int i = 0; i < capability->level_count; i++)
        if (capability->levels[i].level == level) return &capability->levels[i];
    return NULL;
}

static bool is_there(const gp_portfolio *p, const gp_requirement *requirement)
{
    gp_item item = p->items[requirement->target];
    return item.kind == GP_ITEM_CAPABILITY &&
           p->capabilities[item.index].level >= requirement->level;
}

/* Requirement i of the span is met: it is there, or one of its alternatives is. */
static bool is_met(const gp_portfolio *p, gp_span span, uint32_t i)
{
    const gp_requirement *all = &p->requirements[span.first];
    if (all[i].group == 0) return is_there(p, &all[i]);
    for (uint32_t k = 0; k < span.count; k++)
        if (all[k].group == all[i].group && is_there(p, &all[k])) return true;
    return false;
}

static bool ask(reference *r, gp_span span)
{
    bool has_changed = false;
    for (uint32_t i = 0; i < span.count; i++) {
        const gp_requirement *requirement = &r->portfolio->requirements[span.first + i];
        gp_item item = r->portfolio->items[requirement->target];
        if (item.kind != GP_ITEM_CAPABILITY || is_met(r->portfolio, span, i)) continue;
        if (r->needed[item.index] >= requirement->level) continue;
        r->needed[item.index] = requirement->level;
        has_changed = true;
    }
    return has_changed;
}

static bool ask_of_capability(reference *r, uint32_t index)
{
    const gp_capability *capability = &r->portfolio->capabilities[index];
    bool has_changed = false;
    if (capability->ready != GP_NO_DAY) return false;
    for (int level = capability->level + 1; level <= r->needed[index]; level++) {
        const gp_level *entry = find_level(capability, level);
        if (level == capability->level + 1 && ask(r, capability->requires)) has_changed = true;
        if (entry && ask(r, entry->requires)) has_changed = true;
    }
    return has_changed;
}

static void find_needed(reference *r)
{
    const gp_portfolio *p = r->portfolio;
    bool has_changed = true;
    for (uint32_t i = 0; i < p->capability_count; i++) r->needed[i] = 1;
    while (has_changed) {
        has_changed = false;
        for (uint32_t i = 0; i < p->intervention_count; i++)
            if (ask(r, p->interventions[i].requires)) has_changed = true;
        for (uint32_t i = 0; i < p->capability_count; i++)
            if (ask_of_capability(r, i)) has_changed = true;
    }
}

/* ---- activities ---- */

static reference_activity *new_activity(reference *r, gp_kind kind, uint32_t item, uint32_t symbol)
{
    assert_true(r->count < REFERENCE_ACTIVITIES);
    reference_activity *a = &r->activities[r->count++];
    *a = (reference_activity){.kind = kind,
                              .item = item,
                              .symbol = symbol,
                              .release = r->portfolio->status_date,
                              .not_ready_before = GP_NO_DAY,
                              .start_by = GP_NO_DAY,
                              .needed_by = GP_NO_DAY,
                              .planning = r->portfolio->planning};
    return a;
}

static void take_window(reference_activity *a, const gp_window *window, bool is_first, bool is_last)
{
    if (!window) return;
    if (window->not_before > a->release) a->release = window->not_before;
    if (is_first) a->start_by = window->start_by;
    if (is_last) a->not_ready_before = window->not_ready_before;
    if (is_last && a->kind == GP_KIND_CAPABILITY) a->needed_by = window->needed_by;
}

static void take_lead(reference_activity *a, const gp_lead *lead)
{
    for (int i = 0; lead->aspects && i < GP_ASPECT_COUNT; i++)
        if (lead->aspects[i].likely.unit != GP_DURATION_NONE)
            a->durations[a->duration_count++] = lead->aspects[i].likely;
    if (a->duration_count == 0 && lead->lead_time.likely.unit != GP_DURATION_NONE)
        a->durations[a->duration_count++] = lead->lead_time.likely;
}

static void add_step(reference *r, uint32_t index, int level)
{
    const gp_capability *capability = &r->portfolio->capabilities[index];
    const gp_level *entry = find_level(capability, level);
    reference_activity *a = new_activity(r, GP_KIND_CAPABILITY, index, capability->symbol);
    a->level = (uint8_t)level;
    if (capability->identified != GP_NO_DAY && capability->identified > a->release)
        a->release = capability->identified;
    if (capability->planning) a->planning = *capability->planning;
    if (entry && entry->planning) a->planning = *entry->planning;
    take_lead(a, entry ? &entry->lead : &capability->lead);
    a->is_unknown = a->duration_count == 0;
    take_window(a, capability->window,
                level == capability->level + 1 || capability->ready != GP_NO_DAY,
                level == r->needed[index]);
    if (capability->ready != GP_NO_DAY) {
        a->actual = GP_ACTUAL_READY;
        a->is_unknown = false;
        a->fixed_ready = capability->ready;
        a->release = capability->started != GP_NO_DAY ? capability->started : capability->ready;
    } else if ((capability->started != GP_NO_DAY || capability->progress) &&
               level == capability->level + 1) {
        a->actual = GP_ACTUAL_STARTED;
        a->progress = capability->progress;
        a->release =
            capability->started != GP_NO_DAY ? capability->started : r->portfolio->status_date;
    }
}

static void add_all(reference *r)
{
    const gp_portfolio *p = r->portfolio;
    for (uint32_t i = 0; i < p->capability_count; i++) {
        int first = p->capabilities[i].level + 1, last = r->needed[i];
        if (p->capabilities[i].ready != GP_NO_DAY && first < last) first = last;
        for (int level = first; level <= last; level++) add_step(r, i, level);
    }
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        const gp_intervention *own = &p->interventions[i];
        reference_activity *a = new_activity(r, GP_KIND_INTERVENTION, i, own->symbol);
        if (own->start != GP_NO_DAY) a->release = own->start;
        a->durations[a->duration_count++] = own->duration;
        a->planning = (gp_planning){.round = own->cycle, .from = a->release};
        take_window(a, own->window, true, true);
        if (own->progress) {
            a->actual = GP_ACTUAL_STARTED;
            a->progress = own->progress;
            a->release = p->status_date;
            if (own->start != GP_NO_DAY && own->start < a->release) a->release = own->start;
        }
    }
    for (uint32_t i = 0; i < p->missing_count; i++)
        new_activity(r, GP_KIND_MISSING, i, p->missing[i])->is_unknown = true;
}

/* ---- arcs ---- */

static uint32_t find_activity(const reference *r, uint32_t symbol, int level)
{
    for (uint32_t i = 0; i < r->count; i++) {
        const reference_activity *a = &r->activities[i];
        if (a->symbol != symbol) continue;
        if (a->kind != GP_KIND_CAPABILITY || a->actual == GP_ACTUAL_READY || a->level == level)
            return i;
    }
    fail_msg("no activity stands for a requirement");
    return GP_NONE;
}

/* groups: how many `any` the activity has had before this span. */
static void require(reference *r, reference_activity *a, gp_span span, uint32_t groups)
{
    for (uint32_t i = 0; i < span.count; i++) {
        const gp_requirement *requirement = &r->portfolio->requirements[span.first + i];
        if (is_met(r->portfolio, span, i)) continue;
        assert_true(a->arc_count < REFERENCE_ARCS);
        a->arcs[a->arc_count++] = (reference_arc){
            .from = find_activity(r, requirement->target, requirement->level),
            .group = requirement->group ? requirement->group + groups : 0,
            .by = (gp_by)requirement->by,
            .lag = requirement->lag,
            .is_from_start = requirement->is_from_start,
        };
    }
}

static void require_all(reference *r)
{
    const gp_portfolio *p = r->portfolio;
    for (uint32_t i = 0; i < r->count; i++) {
        reference_activity *a = &r->activities[i];
        if (a->kind == GP_KIND_INTERVENTION) require(r, a, p->interventions[a->item].requires, 0);
        if (a->kind != GP_KIND_CAPABILITY || a->actual == GP_ACTUAL_READY) continue;
        const gp_capability *capability = &p->capabilities[a->item];
        const gp_level *entry = find_level(capability, a->level);
        if (a->level == capability->level + 1)
            require(r, a, capability->requires, 0);
        else
            a->arcs[a->arc_count++] = (reference_arc){.from = i - 1, .by = GP_BY_START};
        if (entry) require(r, a, entry->requires, 100000);
        a->is_rounded = !a->is_unknown && a->actual == GP_ACTUAL_NONE &&
                        (a->planning.date_count || a->planning.round.unit != GP_DURATION_NONE) &&
                        !(p->is_chain_start && a->arc_count > 0);
    }
}

void make_reference(reference *r, const gp_portfolio *portfolio)
{
    memset(r, 0, sizeof *r);
    r->portfolio = portfolio;
    find_needed(r);
    add_all(r);
    require_all(r);
}

/* ---- earliest ---- */

/* Does the day come after all dates of rounds? */
static bool is_past_dates(const gp_planning *planning, gp_day day)
{
    return planning->date_count == 0 || day > planning->dates[planning->date_count - 1];
}

/* Is it one of the dates or, after the last of those, a point of the grid? That goes through the
 * last date, or through `from` where that comes later. Without a grid any day will do. */
static bool is_on_grid(const reference *r, const gp_planning *planning, gp_day day)
{
    for (uint32_t i = 0; i < planning->date_count; i++)
        if (planning->dates[i] == day) return true;
    if (!is_past_dates(planning, day)) return false;
    gp_day from = planning->from;
    if (!is_past_dates(planning, from)) from = planning->dates[planning->date_count - 1];
    return gp_round_up(&r->portfolio->calendar, from, planning->round, day) == day;
}

bool reference_is_workday(const reference *r, gp_day day)
{
    const gp_duration one = {.days = 1, .unit = GP_DURATION_WORKDAYS};
    return gp_add_duration(&r->portfolio->calendar, day, one) == day + 1;
}

/* What is left of a duration, counted day by day from the status date: enough of the days that
 * the whole takes, and of those only the working days where it is in them. */
static gp_day finish_rest(const reference *r, gp_duration duration, int progress)
{
    gp_day from = r->portfolio->status_date, day = from;
    bool is_workdays = duration.unit == GP_DURATION_WORKDAYS;
    int whole = is_workdays ? duration.days
                            : gp_add_duration(&r->portfolio->calendar, from, duration) - from;
    for (int left = whole * (100 - progress); left > 0; day++)
        if (!is_workdays || reference_is_workday(r, day)) left -= 100;
    return day;
}

gp_day reference_finish(const reference *r, const reference_activity *a, gp_day start)
{
    gp_day finish = start;
    for (uint32_t i = 0; i < a->duration_count; i++) {
        gp_day own = gp_add_duration(&r->portfolio->calendar, start, a->durations[i]);
        if (a->progress) own = finish_rest(r, a->durations[i], a->progress);
        if (own > finish) finish = own;
    }
    return finish;
}

gp_day reference_bound(const reference *r, const reference_arc *arc)
{
    const reference_activity *from = &r->activities[arc->from];
    gp_day day = arc->is_from_start ? from->start : from->ready;
    gp_duration lag = arc->lag;
    if (!lag.is_lead) return gp_add_duration(&r->portfolio->calendar, day, lag);
    lag.is_lead = false; /* the last day from which so much work is done in time */
    gp_day earlier = day;
    while (gp_add_duration(&r->portfolio->calendar, earlier, lag) > day) earlier--;
    return earlier;
}

gp_day reference_held(const reference *r, const reference_activity *a, gp_day day)
{
    gp_day start = day;
    while (reference_finish(r, a, start) > day) start--;
    return start;
}

/* Of alternatives: known dates before unknown ones, then the earliest, then as written. */
static void choose(const reference *r, reference_activity *a)
{
    for (uint32_t i = 0; i < a->arc_count; i++) {
        bool is_best = true;
        for (uint32_t k = 0; k < a->arc_count && a->arcs[i].group; k++) {
            if (k == i || a->arcs[k].group != a->arcs[i].group) continue;
            bool own = r->activities[a->arcs[i].from].not_before;
            bool other = r->activities[a->arcs[k].from].not_before;
            gp_day own_day = reference_bound(r, &a->arcs[i]);
            gp_day other_day = reference_bound(r, &a->arcs[k]);
            if (other != own ? own : other_day != own_day ? other_day < own_day : k < i)
                is_best = false;
        }
        a->arcs[i].is_chosen = is_best;
    }
}

/* Is everything there that must be before it starts? And may work that starts on this day be
 * done when it would be: one day later it would be done later than it has to wait for? */
static bool may_start(const reference *r, const reference_activity *a, gp_day day)
{
    gp_day next = reference_finish(r, a, day + 1);
    if (a->not_ready_before != GP_NO_DAY && next <= a->not_ready_before) return false;
    for (uint32_t i = 0; i < a->arc_count; i++) {
        if (!a->arcs[i].is_chosen || a->arcs[i].by == GP_BY_LIVE) continue;
        gp_day bound = reference_bound(r, &a->arcs[i]);
        if (a->arcs[i].by == GP_BY_START ? bound > day : next <= bound) return false;
    }
    return true;
}

static bool may_be_ready(const reference *r, const reference_activity *a, gp_day day)
{
    if (day < a->not_ready_before) return false;
    for (uint32_t i = 0; i < a->arc_count; i++)
        if (a->arcs[i].is_chosen && a->arcs[i].by != GP_BY_START &&
            reference_bound(r, &a->arcs[i]) > day)
            return false;
    return a->kind != GP_KIND_INTERVENTION || is_on_grid(r, &a->planning, day);
}

static void plan_one(const reference *r, reference_activity *a)
{
    choose(r, a);
    a->start = a->release;
    if (a->actual == GP_ACTUAL_NONE)
        while (!may_start(r, a, a->start) ||
               (a->is_rounded && !is_on_grid(r, &a->planning, a->start)))
            a->start++;
    a->ready = reference_finish(r, a, a->start);
    if (a->actual == GP_ACTUAL_STARTED && a->ready < r->portfolio->status_date)
        a->ready = r->portfolio->status_date;
    if (a->actual == GP_ACTUAL_READY) a->ready = a->fixed_ready;
    if (a->actual != GP_ACTUAL_READY)
        while (!may_be_ready(r, a, a->ready)) a->ready++;
    bool is_known = a->planning.date_count == 0 || a->planning.round.unit != GP_DURATION_NONE;
    a->not_before = a->is_unknown;
    if (a->is_rounded && !is_known && is_past_dates(&a->planning, a->start)) a->not_before = true;
    for (uint32_t i = 0; i < a->arc_count; i++) {
        bool binds = a->actual == GP_ACTUAL_NONE ||
                     (a->actual == GP_ACTUAL_STARTED && a->arcs[i].by != GP_BY_START);
        if (binds && a->arcs[i].is_chosen && r->activities[a->arcs[i].from].not_before)
            a->not_before = true;
    }
    a->is_planned = true;
}

static bool can_plan(const reference *r, const reference_activity *a)
{
    for (uint32_t i = 0; i < a->arc_count; i++)
        if (!r->activities[a->arcs[i].from].is_planned) return false;
    return true;
}

/* ---- latest ---- */

/* The last day x with x + lag not after the limit. */
static gp_day last_before(const reference *r, gp_duration lag, gp_day limit)
{
    gp_day day = limit;
    while (gp_add_duration(&r->portfolio->calendar, day + 1, lag) <= limit) day++;
    while (gp_add_duration(&r->portfolio->calendar, day, lag) > limit) day--;
    return day;
}

/* The last day on which a cycle may end so that the intervention is live in time. */
static gp_day last_live(const reference *r, const reference_activity *a)
{
    gp_day day = a->live_limit;
    if (a->kind == GP_KIND_INTERVENTION)
        while (!is_on_grid(r, &a->planning, day)) day--;
    return day;
}

/* What it must keep to: the limits of those that press, and those of what nobody waits for. */
typedef struct reference_limits {
    gp_day ready[2], start[2]; /* GP_DAY_LAST: none. Of who presses, and of the others */
} reference_limits;

/* Lowers the limits of `from` by what this arc of `a` passes back. */
static void pass_back(const reference *r, const reference_activity *a, const reference_arc *arc,
                      reference_limits *limits)
{
    if (!arc->is_chosen || a->actual == GP_ACTUAL_READY) return;
    if (a->actual == GP_ACTUAL_STARTED && arc->by == GP_BY_START) return;
    if (a->actual != GP_ACTUAL_NONE && a->live_limit == GP_DAY_LAST) return;
    gp_day by = arc->by == GP_BY_START ? a->latest_start : last_live(r, a);
    if (arc->by == GP_BY_READY && a->actual == GP_ACTUAL_NONE) {
        gp_day next = reference_finish(r, a, a->latest_start + 1);
        if (by > next) by = next; /* none later will do; and a limit may be far away */
        while (reference_held(r, a, by) > a->latest_start) by--;
    }
    gp_day own = last_before(r, arc->lag, by);
    gp_day *limit = arc->is_from_start ? limits->start : limits->ready;
    if (own < limit[!a->is_pressed]) limit[!a->is_pressed] = own;
}

/* The ready date that follows from the latest start; what holds it up now still does. */
static gp_day follow_start(const reference *r, const reference_activity *a)
{
    gp_day then = reference_finish(r, a, a->latest_start), now = reference_finish(r, a, a->start);
    while (a->kind == GP_KIND_INTERVENTION && !is_on_grid(r, &a->planning, then)) then++;
    while (a->kind == GP_KIND_INTERVENTION && !is_on_grid(r, &a->planning, now)) now++;
    return a->ready > now && a->ready > then ? a->ready : then;
}

static void limit_start(const reference *r, reference_activity *a, gp_day start_limit)
{
    a->latest_start = last_live(r, a);
    while (reference_finish(r, a, a->latest_start) > last_live(r, a)) a->latest_start--;
    bool is_pressed = start_limit < a->latest_start;
    if (is_pressed) a->latest_start = start_limit;
    bool has_rounds_by_then = a->planning.date_count == 0 ||
                              a->latest_start >= a->planning.dates[0]; /* else it is late anyway */
    while (a->is_rounded && has_rounds_by_then && !is_on_grid(r, &a->planning, a->latest_start))
        a->latest_start--;
    bool is_known = a->planning.date_count == 0 || a->planning.round.unit != GP_DURATION_NONE;
    if (a->is_rounded && !is_known && !is_past_dates(&a->planning, a->start))
        while (is_past_dates(&a->planning, a->latest_start)) a->latest_start--; /* stays known */
    gp_day follows = follow_start(r, a);
    if (is_pressed && follows < a->latest_ready) a->latest_ready = follows;
    if (a->kind != GP_KIND_INTERVENTION)
        a->identify_by = last_before(r, a->planning.prepare, a->latest_start);
}

/* The limits that it has itself, by its own dates or as the end of the whole. */
static reference_limits own_limits(const reference *r, const reference_activity *a,
                                   gp_float_mode mode)
{
    reference_limits own = {{GP_DAY_LAST, GP_DAY_LAST}, {GP_DAY_LAST, GP_DAY_LAST}};
    gp_day end = a->is_done ? r->end : GP_DAY_LAST;
    if (mode == GP_FLOAT_PORTFOLIO)
        own.ready[0] = end;
    else if (mode == GP_FLOAT_BOTH) {
        gp_day needed = a->kind == GP_KIND_INTERVENTION
                            ? r->portfolio->interventions[a->item].needed_by
                            : a->needed_by;
        own.ready[0] = needed != GP_NO_DAY && needed < end ? needed : end;
    } else if (a->kind == GP_KIND_INTERVENTION) {
        gp_day needed = r->portfolio->interventions[a->item].needed_by;
        own.ready[0] = needed == GP_NO_DAY ? a->ready : needed;
    } else if (a->needed_by != GP_NO_DAY)
        own.ready[0] = a->needed_by;
    if (mode != GP_FLOAT_PORTFOLIO && a->start_by != GP_NO_DAY) own.start[0] = a->start_by;
    return own;
}

static void limit_one(reference *r, uint32_t index, gp_float_mode mode)
{
    reference_activity *a = &r->activities[index];
    reference_limits limits = own_limits(r, a, mode);
    for (uint32_t i = 0; i < r->count; i++)
        for (uint32_t k = 0; k < r->activities[i].arc_count; k++)
            if (r->activities[i].arcs[k].from == index)
                pass_back(r, &r->activities[i], &r->activities[i].arcs[k], &limits);
    if (a->actual != GP_ACTUAL_NONE) limits.start[0] = limits.start[1] = GP_DAY_LAST;
    a->is_pressed = limits.ready[0] < GP_DAY_LAST || limits.start[0] < GP_DAY_LAST;
    gp_day limit = limits.ready[!a->is_pressed], start_limit = limits.start[!a->is_pressed];
    bool is_free = start_limit == GP_DAY_LAST;
    a->latest_ready = a->live_limit = limit == GP_DAY_LAST && is_free ? a->ready : limit;
    a->latest_start = a->identify_by = GP_NO_DAY;
    a->is_limited = true;
    if (a->actual == GP_ACTUAL_NONE) limit_start(r, a, start_limit);
}

static bool can_limit(const reference *r, uint32_t index)
{
    for (uint32_t i = 0; i < r->count; i++)
        for (uint32_t k = 0; k < r->activities[i].arc_count; k++)
            if (r->activities[i].arcs[k].from == index && !r->activities[i].is_limited)
                return false;
    return true;
}

/* Marks what it rests on, through what was chosen, like itself. */
static void mark_under(reference *r, reference_activity *a, bool is_intervention)
{
    if (a->is_done && a->is_rested_on >= is_intervention) return;
    a->is_done = true;
    a->is_rested_on |= is_intervention;
    for (uint32_t k = 0; k < a->arc_count; k++)
        if (a->arcs[k].is_chosen) mark_under(r, &r->activities[a->arcs[k].from], is_intervention);
}

static void mark_all(reference *r)
{
    for (uint32_t i = 0; i < r->count; i++) {
        bool is_waited_for = false;
        for (uint32_t n = 0; n < r->count; n++)
            for (uint32_t k = 0; k < r->activities[n].arc_count; k++)
                is_waited_for |= r->activities[n].arcs[k].from == i;
        bool is_intervention = r->activities[i].kind == GP_KIND_INTERVENTION;
        if (is_intervention || !is_waited_for) mark_under(r, &r->activities[i], is_intervention);
    }
}

bool plan_reference(reference *r, gp_float_mode mode)
{
    uint32_t planned = 0, limited = 0, before;
    do {
        before = planned;
        for (uint32_t i = 0; i < r->count; i++) {
            reference_activity *a = &r->activities[i];
            if (a->is_planned || !can_plan(r, a)) continue;
            plan_one(r, a);
            planned++;
        }
    } while (planned > before);
    if (planned < r->count) return false;
    mark_all(r);
    r->end = r->portfolio->status_date;
    for (uint32_t i = 0; i < r->count; i++)
        if (r->activities[i].is_done && r->activities[i].ready > r->end)
            r->end = r->activities[i].ready;
    while (limited < r->count)
        for (uint32_t i = 0; i < r->count; i++) {
            if (r->activities[i].is_limited || !can_limit(r, i)) continue;
            limit_one(r, i, mode);
            limited++;
        }
    return true;
}
