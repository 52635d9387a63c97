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
#include "core/outlook.h"

#include <stdlib.h>
#include <string.h>

/* One `any` that interventions rest on: requirements [first, end). */
typedef struct open_unit {
    uint32_t first, end, chosen;
} open_unit;

/* What a way comes to. */
typedef struct result {
    bool is_feasible;
    gp_day decide_by;
    uint32_t unidentified; /* capabilities to identify before it */
    gp_outlook *outlooks;  /* by future */
    uint32_t *taken_by;    /* by step key: how many futures take it */
} result;

typedef struct search {
    gp_job *job;
    const gp_portfolio *portfolio;
    gp_future *futures;
    uint32_t count;
    uint64_t work; /* activities and arcs of all futures */
    open_unit *units;
    uint32_t unit_count;
} search;

/* ---- one way ---- */

static gp_day sooner(gp_day a, gp_day b)
{
    if (a == GP_NO_DAY) return b;
    return b == GP_NO_DAY || a < b ? a : b;
}

static bool is_option(const search *s, const result *r, const gp_outlook_step *step)
{
    return r->taken_by[step->key] < s->count;
}

/* The first day on which an option of this future binds. */
static gp_day first_option(const search *s, const result *r, uint32_t future)
{
    gp_day first = GP_NO_DAY;
    const gp_outlook *o = &r->outlooks[future];
    for (uint32_t i = 0; i < o->step_count; i++)
        if (is_option(s, r, &o->steps[i])) first = sooner(first, o->steps[i].by);
    return first;
}

/* Before this day the common steps count. */
static gp_day horizon(const search *s, const result *r)
{
    gp_day status = s->portfolio->status_date;
    return r->decide_by != GP_NO_DAY && r->decide_by < status ? status : r->decide_by;
}

static bool must_precede(const search *s, const result *r, const gp_outlook_step *step)
{
    return r->decide_by != GP_NO_DAY && step->by != GP_NO_DAY && step->by < horizon(s, r) &&
           !step->is_intervention && !is_option(s, r, step);
}

static gp_status count_unidentified(gp_job *job, const search *s, result *r)
{
    uint8_t *is_counted = GP_NEW(job, uint8_t, s->portfolio->symbol_count);
    if (!is_counted) return gp_no_memory(job);
    for (uint32_t f = 0; f < s->count; f++) {
        for (uint32_t i = 0; i < r->outlooks[f].step_count; i++) {
            const gp_outlook_step *step = &r->outlooks[f].steps[i];
            uint32_t symbol = gp_step_symbol(step->key);
            if (is_counted[symbol] || step->is_identified || !must_precede(s, r, step)) continue;
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
                .outlooks = GP_NEW(job, gp_outlook, s->count),
                .taken_by = GP_NEW(job, uint32_t, gp_step_key_count(way))};
    if (!r.outlooks || !r.taken_by) return gp_no_memory(job);
    for (uint32_t f = 0; f < s->count; f++) {
        gp_outlook *o = &r.outlooks[f];
        GP_TRY(gp_look_out(job, way, &s->futures[f], o));
        r.is_feasible = r.is_feasible && o->is_feasible;
        for (uint32_t i = 0; i < o->step_count; i++) r.taken_by[o->steps[i].key]++;
    }
    for (uint32_t f = 0; f < s->count; f++)
        r.decide_by = sooner(r.decide_by, first_option(s, &r, f));
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
    uint64_t ways = 1, work = s->work + 1;
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
} ranked;

static int soonest_first(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    if (a->step.by != b->step.by) return a->step.by < b->step.by ? -1 : 1;
    int order = strcmp(a->id, b->id);
    if (order || a->step.level != b->step.level)
        return order ? order : a->step.level - b->step.level;
    return a->step.future < b->step.future ? -1 : a->step.future > b->step.future;
}

static gp_status add_step(search *s, gp_array *steps, const gp_outlook_step *step, uint32_t future)
{
    uint32_t symbol = gp_step_symbol(step->key);
    ranked added = {{.future = future,
                     .symbol = symbol,
                     .by = step->by,
                     .level = step->level,
                     .is_identified = step->is_identified},
                    s->portfolio->ids[symbol]};
    return gp_push(s->job, steps, &added, 1) ? GP_OK : gp_no_memory(s->job);
}

/* A step that several futures have comes once, the soonest of them. slot: by step key, its place
 * among the steps + 1. */
static gp_status add_step_once(search *s, gp_array *steps, uint32_t *slot,
                               const gp_outlook_step *step, uint32_t future)
{
    if (slot[step->key] == 0) {
        GP_TRY(add_step(s, steps, step, future));
        slot[step->key] = (uint32_t)steps->count;
        return GP_OK;
    }
    gp_future_step *known = &((ranked *)steps->data)[slot[step->key] - 1].step;
    if (step->by >= known->by) return GP_OK;
    known->by = step->by;
    known->future = future;
    return GP_OK;
}

static gp_status keep_steps(search *s, gp_array *steps, const gp_future_step **out, uint32_t *count)
{
    ranked *rows = steps->data;
    gp_future_step *kept = GP_NEW(s->job, gp_future_step, steps->count);
    if (!kept) return gp_no_memory(s->job);
    if (steps->count) qsort(rows, steps->count, sizeof *rows, soonest_first);
    for (size_t i = 0; i < steps->count; i++) kept[i] = rows[i].step;
    *out = kept;
    *count = (uint32_t)steps->count;
    return GP_OK;
}

static gp_status list_steps(search *s, const result *r, gp_scenario_choice *choice)
{
    gp_array *binds = GP_NEW(s->job, gp_array, 2), *identify = binds + 1;
    uint32_t *slot = GP_NEW(s->job, uint32_t, gp_step_key_count(s->portfolio));
    if (!binds || !slot) return gp_no_memory(s->job);
    binds->size = identify->size = sizeof(ranked);
    for (uint32_t f = 0; f < s->count; f++) {
        for (uint32_t i = 0; i < r->outlooks[f].step_count; i++) {
            const gp_outlook_step *step = &r->outlooks[f].steps[i];
            if (must_precede(s, r, step)) GP_TRY(add_step_once(s, identify, slot, step, f));
            if (step->by == GP_NO_DAY || !is_option(s, r, step)) continue;
            choice->is_at_most |= step->not_before;
            if (step->by == r->decide_by || step->by < s->portfolio->status_date)
                GP_TRY(add_step(s, binds, step, f));
        }
    }
    GP_TRY(keep_steps(s, binds, &choice->binds, &choice->bind_count));
    return keep_steps(s, identify, &choice->identify, &choice->identify_count);
}

gp_status gp_find_choice(gp_job *job, const gp_portfolio *portfolio, gp_future *futures,
                         uint32_t count, uint64_t work, gp_scenario_choice *out)
{
    search s = {
        .job = job, .portfolio = portfolio, .futures = futures, .count = count, .work = work};
    gp_scenario_choice choice = {.is_exact = true};
    result best;
    GP_TRY(find_units(&s));
    GP_TRY(find_best(&s, &choice, &best));
    choice.decide_by = best.decide_by;
    for (uint32_t f = 0; f < count; f++) futures[f].decide_by = first_option(&s, &best, f);
    GP_TRY(list_steps(&s, &best, &choice));
    *out = choice;
    return GP_OK;
}
