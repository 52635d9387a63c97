/* SPDX-License-Identifier: MIT
 * What moved between two versions: interventions and steps are matched by id, one that was renamed
 * by what it is called now. */
#include "core/compare.h"
#include "core/names.h"

#include <stdlib.h>
#include <string.h>

/* ---- who is who ---- */

typedef struct comparing {
    gp_job *job;
    gp_comparison *result;
    const gp_network *before, *now;
    gp_names *renamed;     /* what NEW calls it */
    const char **old_ids;  /* by name */
    uint32_t *counterpart; /* by activity of NEW: that of OLD, or GP_NONE */
    uint8_t *has_followed; /* by activity of OLD: NEW has it */
    uint8_t *is_same_path; /* by activity of NEW: its critical path is that of its counterpart */
    const gp_slip **slips; /* by symbol of NEW; NULL: it did not move, or nobody asked */
} comparing;

static gp_status note_renamed(comparing *c, const gp_edits *edits)
{
    c->renamed = gp_new_names(c->job);
    c->old_ids = GP_NEW(c->job, const char *, edits->count + 1);
    if (!c->renamed || !c->old_ids) return gp_no_memory(c->job);
    for (uint32_t i = 0; i < edits->count; i++) {
        const gp_edit *edit = &edits->edits[i];
        if (edit->what != GP_EDIT_RENAMED) continue;
        uint32_t name = gp_intern(c->renamed, edit->id, strlen(edit->id));
        if (name == GP_NONE) return gp_no_memory(c->job);
        c->old_ids[name] = edit->old_id;
    }
    return GP_OK;
}

/* The activity that OLD had for one of NEW's: the same step of a capability, or the same
 * intervention. GP_NONE: it had none of that kind. */
static uint32_t find_counterpart(const comparing *c, uint32_t activity)
{
    const gp_activity *a = &c->now->activities[activity];
    const char *id = gp_activity_id(c->now, activity);
    uint32_t name = gp_find_name(c->renamed, id, strlen(id));
    uint32_t symbol = gp_find_symbol(c->before->portfolio, name == GP_NONE ? id : c->old_ids[name]);
    bool is_step = a->kind == GP_KIND_CAPABILITY;
    uint32_t found =
        symbol == GP_NONE ? GP_NONE : gp_find_activity(c->before, symbol, is_step ? a->level : 0);
    return found != GP_NONE && c->before->activities[found].kind == a->kind ? found : GP_NONE;
}

/* Drivers come before what they drive, so each path is known from its beginning. */
static bool goes_same_way(const comparing *c, uint32_t activity)
{
    uint32_t old = c->counterpart[activity];
    if (old == GP_NONE) return false;
    uint32_t driver = gp_driver(c->result->new_schedule, activity);
    uint32_t old_driver = gp_driver(c->result->old_schedule, old);
    if (driver == GP_NONE || old_driver == GP_NONE) return driver == old_driver;
    return c->counterpart[driver] == old_driver && c->is_same_path[driver];
}

static gp_status match(comparing *c, const gp_shares *shares)
{
    uint32_t count = c->now->activity_count;
    c->counterpart = GP_NEW(c->job, uint32_t, count);
    c->is_same_path = GP_NEW(c->job, uint8_t, count);
    c->has_followed = GP_NEW(c->job, uint8_t, c->before->activity_count);
    c->slips = GP_NEW(c->job, const gp_slip *, c->now->portfolio->symbol_count);
    if (!c->counterpart || !c->is_same_path || !c->has_followed || !c->slips)
        return gp_no_memory(c->job);
    for (uint32_t i = 0; i < count; i++) {
        c->counterpart[i] = find_counterpart(c, i);
        if (c->counterpart[i] != GP_NONE) c->has_followed[c->counterpart[i]] = true;
    }
    for (uint32_t i = 0; i < count; i++)
        c->is_same_path[c->now->order[i]] = goes_same_way(c, c->now->order[i]);
    for (uint32_t i = 0; shares && i < shares->count; i++)
        c->slips[shares->slips[i].symbol] = &shares->slips[i];
    return GP_OK;
}

/* ---- interventions ---- */

static void fill_old(gp_moved_live *live, const gp_schedule *schedule)
{
    live->old_ready = GP_NO_DAY;
    live->old_late_days = live->old_late_cycles = GP_NO_DAYS;
    if (live->old_activity == GP_NONE) return;
    live->old_ready = schedule->dates[live->old_activity].earliest_ready;
    live->old_late_days = gp_late_days(schedule, live->old_activity);
    live->old_late_cycles = gp_late_cycles(schedule, live->old_activity);
}

static void fill_new(gp_moved_live *live, const gp_schedule *schedule)
{
    live->new_ready = GP_NO_DAY;
    live->new_late_days = live->new_late_cycles = GP_NO_DAYS;
    if (live->new_activity == GP_NONE) return;
    live->new_ready = schedule->dates[live->new_activity].earliest_ready;
    live->new_late_days = gp_late_days(schedule, live->new_activity);
    live->new_late_cycles = gp_late_cycles(schedule, live->new_activity);
}

static void fill_live(gp_moved_live *live, const comparing *c)
{
    fill_old(live, c->result->old_schedule);
    fill_new(live, c->result->new_schedule);
    live->days = GP_NO_DAYS;
    if (live->old_activity == GP_NONE || live->new_activity == GP_NONE) return;
    live->days = live->new_ready - live->old_ready;
    live->is_path_moved = !c->is_same_path[live->new_activity];
}

static void fill_because(gp_moved_live *live, const gp_slip *slip)
{
    if (!slip) return;
    live->because = slip->shares;
    live->because_count = slip->count;
    live->is_estimated = slip->is_estimated;
}

/* Later ones first, then earlier ones, then those that stayed, came or went. */
static int by_days(const void *left, const void *right)
{
    const gp_moved_live *a = left, *b = right;
    int32_t days_a = a->days == GP_NO_DAYS ? 0 : a->days,
            days_b = b->days == GP_NO_DAYS ? 0 : b->days;
    if ((days_a == 0) != (days_b == 0)) return days_a == 0 ? 1 : -1;
    if (days_a != days_b) return days_a > days_b ? -1 : 1;
    return strcmp(a->id, b->id);
}

static gp_status compare_lives(comparing *c)
{
    const gp_portfolio *before = c->before->portfolio, *now = c->now->portfolio;
    uint32_t count = 0;
    gp_moved_live *lives =
        GP_NEW(c->job, gp_moved_live, before->intervention_count + now->intervention_count);
    if (!lives) return gp_no_memory(c->job);
    for (uint32_t i = 0; i < now->intervention_count; i++) {
        uint32_t symbol = now->interventions[i].symbol, activity = c->now->intervention_activity[i];
        gp_moved_live live = {.id = now->ids[symbol],
                              .old_activity = c->counterpart[activity],
                              .new_activity = activity};
        fill_live(&live, c);
        fill_because(&live, c->slips[symbol]);
        lives[count++] = live;
    }
    for (uint32_t i = 0; i < before->intervention_count; i++) {
        uint32_t activity = c->before->intervention_activity[i];
        gp_moved_live live = {.id = before->ids[before->interventions[i].symbol],
                              .old_activity = activity,
                              .new_activity = GP_NONE};
        if (c->has_followed[activity]) continue;
        fill_live(&live, c);
        lives[count++] = live;
    }
    if (count > 1) qsort(lives, count, sizeof *lives, by_days);
    c->result->lives = lives;
    c->result->live_count = count;
    return GP_OK;
}

/* ---- steps ---- */

static void fill_step(gp_moved_step *step, const gp_comparison *c)
{
    step->old_start = step->new_start = step->old_ready = step->new_ready = GP_NO_DAY;
    step->old_identify_by = step->new_identify_by = GP_NO_DAY;
    step->old_float_days = step->new_float_days = step->days = GP_NO_DAYS;
    if (step->old_activity != GP_NONE) {
        const gp_dates *dates = &c->old_schedule->dates[step->old_activity];
        step->old_start = dates->earliest_start, step->old_ready = dates->earliest_ready;
        step->old_identify_by = dates->identify_by, step->old_float_days = dates->float_days;
    }
    if (step->new_activity != GP_NONE) {
        const gp_dates *dates = &c->new_schedule->dates[step->new_activity];
        step->new_start = dates->earliest_start, step->new_ready = dates->earliest_ready;
        step->new_identify_by = dates->identify_by, step->new_float_days = dates->float_days;
    }
    if (step->old_activity != GP_NONE && step->new_activity != GP_NONE)
        step->days = step->new_ready - step->old_ready;
}

static bool is_same_step(const gp_moved_step *step)
{
    return step->old_start == step->new_start && step->old_ready == step->new_ready &&
           step->old_identify_by == step->new_identify_by &&
           step->old_float_days == step->new_float_days;
}

static int by_step(const void *left, const void *right)
{
    const gp_moved_step *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : (a->level > b->level) - (a->level < b->level);
}

static gp_status compare_steps(comparing *c)
{
    uint32_t count = 0;
    gp_moved_step *steps =
        GP_NEW(c->job, gp_moved_step, c->before->activity_count + c->now->activity_count);
    if (!steps) return gp_no_memory(c->job);
    for (uint32_t i = 0; i < c->now->activity_count; i++) {
        gp_moved_step step = {.id = gp_activity_id(c->now, i),
                              .level = c->now->activities[i].level,
                              .old_activity = c->counterpart[i],
                              .new_activity = i};
        if (c->now->activities[i].kind != GP_KIND_CAPABILITY) continue;
        fill_step(&step, c->result);
        if (!is_same_step(&step)) steps[count++] = step;
    }
    for (uint32_t i = 0; i < c->before->activity_count; i++) {
        gp_moved_step step = {.id = gp_activity_id(c->before, i),
                              .level = c->before->activities[i].level,
                              .old_activity = i,
                              .new_activity = GP_NONE};
        if (c->before->activities[i].kind != GP_KIND_CAPABILITY || c->has_followed[i]) continue;
        fill_step(&step, c->result);
        steps[count++] = step;
    }
    if (count > 1) qsort(steps, count, sizeof *steps, by_step);
    c->result->steps = steps;
    c->result->step_count = count;
    return GP_OK;
}

gp_status gp_compare(gp_job *job, const gp_schedule *old_schedule, const gp_schedule *new_schedule,
                     const gp_edits *edits, const gp_shares *shares, const gp_comparison **out)
{
    gp_comparison *result = GP_NEW(job, gp_comparison, 1);
    if (!result) return gp_no_memory(job);
    comparing c = {.job = job,
                   .result = result,
                   .before = old_schedule->network,
                   .now = new_schedule->network};
    *result =
        (gp_comparison){.old_schedule = old_schedule, .new_schedule = new_schedule, .edits = edits};
    GP_TRY(note_renamed(&c, edits));
    GP_TRY(match(&c, shares));
    result->counterpart = c.counterpart;
    result->has_followed = c.has_followed;
    GP_TRY(compare_lives(&c));
    GP_TRY(compare_steps(&c));
    GP_TRY(gp_compare_demand(job, result));
    *out = result;
    return GP_OK;
}
