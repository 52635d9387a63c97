/* SPDX-License-Identifier: MIT
 * Until when can the choice between the futures wait, and what must be identified before it? In
 * each future every intervention may become as late as it is needed, or as it can be live at all,
 * and no later. The identify-by date of a step is then the last day on which no intervention loses
 * time. The choice must be made on the first such date of a step that only some futures take.
 *
 * The requirements settle both answers except where there are alternatives: which one is chosen
 * moves dates and steps. Every combination of alternatives is tried, within a bound. A combination
 * is made by writing the chosen alternative over the others of its group, so that nothing else
 * changes. */
#include "core/futures.h"

#include <stdlib.h>
#include <string.h>

/* One `any` that interventions rest on: requirements [first, end). */
typedef struct open_unit {
    uint32_t first, end, chosen;
} open_unit;

/* One future under one way. */
typedef struct outlook {
    const gp_network *network;
    const gp_schedule *schedule;
    uint8_t *is_used; /* by activity */
} outlook;

/* What a way comes to. */
typedef struct result {
    bool is_feasible;
    gp_day decide_by;
    uint32_t unidentified; /* capabilities to identify before it */
    outlook *outlooks;
    uint32_t *taken_by; /* by step key: how many futures take it */
} result;

typedef struct search {
    gp_job *job;
    const gp_portfolio *portfolio;
    gp_future *futures;
    uint32_t count;
    gp_day *limits; /* [future * symbols + symbol]: no later than this */
    open_unit *units;
    uint32_t unit_count;
} search;

/* ---- one way ---- */

static gp_day *limits_of(const search *s, uint32_t future)
{
    return &s->limits[(size_t)future * s->portfolio->symbol_count];
}

static gp_status set_limits(search *s)
{
    s->limits = GP_NEW(s->job, gp_day, (size_t)s->count * s->portfolio->symbol_count);
    if (!s->limits) return gp_no_memory(s->job);
    for (uint32_t f = 0; f < s->count; f++) {
        const gp_portfolio *p = s->futures[f].portfolio;
        for (uint32_t i = 0; i < p->intervention_count; i++) {
            uint32_t activity = s->futures[f].network->intervention_activity[i];
            gp_day ready = s->futures[f].schedule->dates[activity].earliest_ready;
            gp_day needed_by = p->interventions[i].needed_by;
            limits_of(s, f)[p->interventions[i].symbol] = needed_by > ready ? needed_by : ready;
        }
    }
    return GP_OK;
}

/* The future of a portfolio whose interventions are needed by their limits. */
static gp_status look(gp_job *job, const search *s, const gp_portfolio *way, uint32_t future,
                      outlook *out, bool *is_feasible)
{
    static const gp_schedule_options demanded = {.is_demand_driven = true};
    const gp_portfolio *narrow;
    const gp_day *limits = limits_of(s, future);
    gp_portfolio *limited = GP_NEW(job, gp_portfolio, 1);
    if (!limited) return gp_no_memory(job);
    GP_TRY(gp_select_scenario(job, way, s->futures[future].scenario, &narrow));
    gp_intervention *copy = GP_NEW(job, gp_intervention, narrow->intervention_count);
    if (!copy) return gp_no_memory(job);
    for (uint32_t i = 0; i < narrow->intervention_count; i++) {
        copy[i] = narrow->interventions[i];
        copy[i].needed_by = limits[copy[i].symbol];
    }
    *limited = *narrow;
    limited->interventions = copy;
    GP_TRY(gp_build_network(job, limited, &out->network));
    GP_TRY(gp_schedule_network(job, out->network, &demanded, &out->schedule));
    for (uint32_t i = 0; i < narrow->intervention_count; i++)
        if (gp_late_days(out->schedule, out->network->intervention_activity[i]) > 0)
            *is_feasible = false;
    return gp_mark_used(job, out->schedule, &out->is_used);
}

/* The last day on which nobody loses by it; GP_NO_DAY for what is under way or fixed. */
static gp_day last_day(const outlook *o, uint32_t activity)
{
    const gp_dates *dates = &o->schedule->dates[activity];
    bool is_live = o->network->activities[activity].kind == GP_KIND_INTERVENTION;
    return is_live ? dates->latest_start : dates->identify_by;
}

static gp_day sooner(gp_day a, gp_day b)
{
    if (a == GP_NO_DAY) return b;
    return b == GP_NO_DAY || a < b ? a : b;
}

static bool is_option(const result *r, const outlook *o, uint32_t count, uint32_t activity)
{
    return r->taken_by[gp_step_key(&o->network->activities[activity])] < count;
}

/* The first day on which an option of this future binds. */
static gp_day first_option(const result *r, const outlook *o, uint32_t count)
{
    gp_day first = GP_NO_DAY;
    for (uint32_t i = 0; i < o->network->activity_count; i++)
        if (o->is_used[i] && is_option(r, o, count, i)) first = sooner(first, last_day(o, i));
    return first;
}

static bool is_identified(const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    if (a->kind != GP_KIND_CAPABILITY) return false;
    const gp_capability *capability = &network->portfolio->capabilities[a->item];
    if (capability->identified != GP_NO_DAY)
        return capability->identified <= network->portfolio->status_date;
    return capability->status > GP_UNIDENTIFIED || capability->level > 0;
}

/* Before this day the common steps count. */
static gp_day horizon(const search *s, const result *r)
{
    gp_day status = s->portfolio->status_date;
    return r->decide_by != GP_NO_DAY && r->decide_by < status ? status : r->decide_by;
}

static bool must_precede(const search *s, const result *r, const outlook *o, uint32_t activity)
{
    gp_day by = last_day(o, activity);
    return r->decide_by != GP_NO_DAY && o->is_used[activity] && by != GP_NO_DAY &&
           by < horizon(s, r) && o->network->activities[activity].kind != GP_KIND_INTERVENTION &&
           !is_option(r, o, s->count, activity);
}

static gp_status count_unidentified(gp_job *job, const search *s, result *r)
{
    uint8_t *is_counted = GP_NEW(job, uint8_t, s->portfolio->symbol_count);
    if (!is_counted) return gp_no_memory(job);
    for (uint32_t f = 0; f < s->count; f++) {
        const outlook *o = &r->outlooks[f];
        for (uint32_t i = 0; i < o->network->activity_count; i++) {
            uint32_t symbol = o->network->activities[i].symbol;
            if (is_counted[symbol] || !must_precede(s, r, o, i)) continue;
            if (is_identified(o->network, i)) continue;
            is_counted[symbol] = 1;
            r->unidentified++;
        }
    }
    return GP_OK;
}

static gp_status evaluate(gp_job *job, const search *s, const gp_portfolio *way, result *out)
{
    result r = {.is_feasible = true,
                .decide_by = GP_NO_DAY,
                .outlooks = GP_NEW(job, outlook, s->count),
                .taken_by = GP_NEW(job, uint32_t, gp_step_key_count(way))};
    if (!r.outlooks || !r.taken_by) return gp_no_memory(job);
    for (uint32_t f = 0; f < s->count; f++) {
        outlook *o = &r.outlooks[f];
        GP_TRY(look(job, s, way, f, o, &r.is_feasible));
        for (uint32_t i = 0; i < o->network->activity_count; i++)
            r.taken_by[gp_step_key(&o->network->activities[i])] += o->is_used[i];
    }
    for (uint32_t f = 0; f < s->count; f++)
        r.decide_by = sooner(r.decide_by, first_option(&r, &r.outlooks[f], s->count));
    GP_TRY(count_unidentified(job, s, &r));
    *out = r;
    return GP_OK;
}

/* ---- all ways ---- */

static gp_status add_units(search *s, gp_span span, gp_array *units)
{
    uint32_t end;
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = gp_unit_end(s->portfolio, span, first);
        if (end - first < 2 || gp_is_unit_met(s->portfolio, first, end)) continue;
        if (!gp_push(s->job, units, &(open_unit){first, end, first}, 1))
            return gp_no_memory(s->job);
    }
    return GP_OK;
}

/* Alternatives of what no future asks for, or has already, cannot matter. */
static gp_status find_units(search *s)
{
    const gp_portfolio *p = s->portfolio;
    gp_array *units = GP_NEW(s->job, gp_array, 1);
    if (!units) return gp_no_memory(s->job);
    units->size = sizeof(open_unit);
    for (uint32_t i = 0; i < p->intervention_count; i++)
        GP_TRY(add_units(s, p->interventions[i].requires, units));
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_capability *capability = &p->capabilities[i];
        uint8_t asked = 0;
        for (uint32_t f = 0; f < s->count; f++)
            if (s->futures[f].asked[i].maybe > asked) asked = s->futures[f].asked[i].maybe;
        if (asked <= capability->level || capability->ready != GP_NO_DAY) continue;
        GP_TRY(add_units(s, capability->requires, units));
        for (uint32_t k = 0; k < capability->level_count; k++)
            if (capability->levels[k].level <= asked)
                GP_TRY(add_units(s, capability->levels[k].requires, units));
    }
    s->units = units->data;
    s->unit_count = (uint32_t)units->count;
    return GP_OK;
}

/* How many ways there are, or 0 where they are too many. */
static uint64_t count_ways(const search *s)
{
    uint64_t ways = 1, work = 1;
    for (uint32_t f = 0; f < s->count; f++)
        work += s->futures[f].network->activity_count + s->futures[f].network->arc_count;
    for (uint32_t i = 0; i < s->unit_count; i++) {
        ways *= s->units[i].end - s->units[i].first;
        if (ways > GP_CHOICE_WAYS_MAX || ways * work > GP_CHOICE_WORK_MAX) return 0;
    }
    return ways;
}

static void choose_way(search *s, uint64_t number)
{
    for (uint32_t i = 0; i < s->unit_count; i++) {
        open_unit *unit = &s->units[i];
        uint32_t size = unit->end - unit->first;
        unit->chosen = unit->first + (uint32_t)(number % size);
        number /= size;
    }
}

static gp_status write_way(gp_job *job, const search *s, const gp_portfolio **out)
{
    gp_portfolio *way = GP_NEW(job, gp_portfolio, 1);
    gp_requirement *copy = GP_NEW(job, gp_requirement, s->portfolio->requirement_count);
    if (!way || !copy) return gp_no_memory(job);
    if (s->portfolio->requirement_count)
        memcpy(copy, s->portfolio->requirements, s->portfolio->requirement_count * sizeof *copy);
    for (uint32_t i = 0; i < s->unit_count; i++)
        for (uint32_t r = s->units[i].first; r < s->units[i].end; r++)
            copy[r] = s->portfolio->requirements[s->units[i].chosen];
    *way = *s->portfolio;
    way->requirements = copy;
    *out = way;
    return GP_OK;
}

static bool is_better(const result *a, const result *b)
{
    if (!a->is_feasible) return false;
    if (a->decide_by == b->decide_by) return a->unidentified < b->unidentified;
    return a->decide_by == GP_NO_DAY || (b->decide_by != GP_NO_DAY && a->decide_by > b->decide_by);
}

static gp_status try_way(search *s, uint64_t number, result *out)
{
    const gp_portfolio *way;
    gp_job *scratch = gp_job_new();
    if (!scratch) return GP_NO_MEMORY;
    choose_way(s, number);
    gp_status status = write_way(scratch, s, &way);
    if (status == GP_OK) status = evaluate(scratch, s, way, out);
    gp_job_free(scratch);
    return status;
}

/* Finds the best way. Each way is tried in a job of its own, which is freed with all that the
 * result points to; so the best way is worked out once more in the job of the caller. */
static gp_status find_best(search *s, gp_scenario_choice *choice, result *best)
{
    GP_TRY(evaluate(s->job, s, s->portfolio, best));
    uint64_t ways = count_ways(s), chosen = UINT64_MAX;
    choice->is_exact = ways > 0;
    for (uint64_t i = 0; ways > 1 && i < ways; i++) {
        result r;
        if (try_way(s, i, &r) != GP_OK) return gp_no_memory(s->job);
        if (!is_better(&r, best)) continue;
        *best = r;
        chosen = i;
    }
    if (chosen == UINT64_MAX) return GP_OK;
    const gp_portfolio *way;
    uint32_t *list = GP_NEW(s->job, uint32_t, s->unit_count);
    if (!list) return gp_no_memory(s->job);
    choose_way(s, chosen);
    for (uint32_t i = 0; i < s->unit_count; i++) list[i] = s->units[i].chosen;
    choice->chosen = list;
    choice->chosen_count = s->unit_count;
    GP_TRY(write_way(s->job, s, &way));
    return evaluate(s->job, s, way, best);
}

/* ---- what comes out ---- */

typedef struct ranked {
    gp_future_step step;
    const char *id;
    uint32_t key;
    uint8_t level;
} ranked;

static int soonest_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->step.by != b->step.by) return a->step.by < b->step.by ? -1 : 1;
    int order = strcmp(a->id, b->id);
    if (order || a->level != b->level) return order ? order : a->level - b->level;
    return a->step.future < b->step.future ? -1 : a->step.future > b->step.future;
}

/* Adds a step of the outlook as the activity that it is in the network of its future. That
 * network may not have a step which only an alternative asks for: such a step is left out. */
static gp_status add_step(search *s, gp_array *steps, const outlook *o, uint32_t f, uint32_t i)
{
    const gp_activity *a = &o->network->activities[i];
    uint32_t activity = gp_find_activity(s->futures[f].network, a->symbol, a->level);
    ranked added = {{f, activity, last_day(o, i), is_identified(o->network, i)},
                    gp_activity_id(o->network, i),
                    gp_step_key(a),
                    a->level};
    if (activity == GP_NONE) return GP_OK;
    return gp_push(s->job, steps, &added, 1) ? GP_OK : gp_no_memory(s->job);
}

/* is_once: a step that several futures have comes once, the soonest. */
static gp_status keep_steps(search *s, gp_array *steps, bool is_once, const gp_future_step **out,
                            uint32_t *count)
{
    ranked *rows = steps->data;
    gp_future_step *kept = GP_NEW(s->job, gp_future_step, steps->count);
    uint8_t *is_seen = GP_NEW(s->job, uint8_t, gp_step_key_count(s->portfolio));
    if (!kept || !is_seen) return gp_no_memory(s->job);
    if (steps->count) qsort(rows, steps->count, sizeof *rows, soonest_first);
    for (size_t i = 0; i < steps->count; i++) {
        if (is_once && is_seen[rows[i].key]) continue;
        is_seen[rows[i].key] = 1;
        kept[(*count)++] = rows[i].step;
    }
    *out = kept;
    return GP_OK;
}

static gp_status list_steps(search *s, const result *r, gp_scenario_choice *choice)
{
    gp_array *binds = GP_NEW(s->job, gp_array, 2);
    if (!binds) return gp_no_memory(s->job);
    gp_array *identify = binds + 1;
    binds->size = identify->size = sizeof(ranked);
    for (uint32_t f = 0; f < s->count; f++) {
        const outlook *o = &r->outlooks[f];
        for (uint32_t i = 0; i < o->network->activity_count; i++) {
            gp_day by = last_day(o, i);
            if (must_precede(s, r, o, i)) GP_TRY(add_step(s, identify, o, f, i));
            if (!o->is_used[i] || by == GP_NO_DAY || !is_option(r, o, s->count, i)) continue;
            choice->is_at_most |= o->schedule->dates[i].not_before;
            if (by == r->decide_by || by < s->portfolio->status_date)
                GP_TRY(add_step(s, binds, o, f, i));
        }
    }
    GP_TRY(keep_steps(s, binds, false, &choice->binds, &choice->bind_count));
    return keep_steps(s, identify, true, &choice->identify, &choice->identify_count);
}

gp_status gp_find_choice(gp_job *job, const gp_portfolio *portfolio, gp_future *futures,
                         uint32_t count, gp_scenario_choice *out)
{
    search s = {.job = job, .portfolio = portfolio, .futures = futures, .count = count};
    gp_scenario_choice choice = {.is_exact = true};
    result best;
    GP_TRY(set_limits(&s));
    GP_TRY(find_units(&s));
    GP_TRY(find_best(&s, &choice, &best));
    choice.decide_by = best.decide_by;
    for (uint32_t f = 0; f < count; f++)
        futures[f].decide_by = first_option(&best, &best.outlooks[f], count);
    GP_TRY(list_steps(&s, &best, &choice));
    *out = choice;
    return GP_OK;
}
