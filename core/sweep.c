/* SPDX-License-Identifier: MIT
 * What comes of each value that something may have? The portfolio is planned anew with each, in a
 * job that ends with it: what stays is when every intervention is live. */
#include "core/job.h"
#include "groeipad/compare.h"

#include <stdlib.h>
#include <string.h>

typedef struct sweeping {
    gp_job *job;
    const gp_schedule *now;
    const gp_sweep_worlds *worlds;
    gp_sweep *sweep;
} sweeping;

/* ---- the interventions ---- */

typedef struct named {
    const char *id;
    uint32_t symbol;
} named;

static int by_id(const void *left, const void *right)
{
    return strcmp(((const named *)left)->id, ((const named *)right)->id);
}

static gp_status list_interventions(sweeping *s)
{
    const gp_portfolio *portfolio = s->now->network->portfolio;
    uint32_t count = portfolio->intervention_count;
    named *found = GP_NEW(s->job, named, count);
    uint32_t *symbols = GP_NEW(s->job, uint32_t, count);
    if (!found || !symbols) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t symbol = portfolio->interventions[i].symbol;
        found[i] = (named){portfolio->ids[symbol], symbol};
    }
    if (count) qsort(found, count, sizeof *found, by_id);
    for (uint32_t i = 0; i < count; i++) symbols[i] = found[i].symbol;
    s->sweep->symbols = symbols;
    s->sweep->symbol_count = count;
    return GP_OK;
}

/* ---- a row ---- */

/* The activity with which what has an id is live; GP_NONE: it is no intervention there. */
static uint32_t find_live(const gp_schedule *schedule, const char *id)
{
    const gp_portfolio *portfolio = schedule->network->portfolio;
    uint32_t symbol = gp_find_symbol(portfolio, id);
    if (symbol == GP_NONE || portfolio->items[symbol].kind != GP_ITEM_INTERVENTION) return GP_NONE;
    return schedule->network->intervention_activity[portfolio->items[symbol].index];
}

static gp_status fill_row(sweeping *s, const gp_schedule *schedule, gp_sweep_row *row)
{
    const gp_portfolio *portfolio = s->now->network->portfolio;
    gp_sweep_live *lives = GP_NEW(s->job, gp_sweep_live, s->sweep->symbol_count);
    if (!lives) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < s->sweep->symbol_count; i++) {
        uint32_t activity = find_live(schedule, portfolio->ids[s->sweep->symbols[i]]);
        lives[i].ready = GP_NO_DAY;
        if (activity == GP_NONE) continue;
        lives[i].ready = schedule->dates[activity].earliest_ready;
        lives[i].late_days = gp_late_days(schedule, activity);
        row->late += lives[i].late_days > 0;
        row->late_days += lives[i].late_days;
    }
    row->lives = lives;
    return GP_OK;
}

static gp_status plan_world(sweeping *s, gp_job *job, gp_sweep_row *row)
{
    const gp_schedule_options planning = {.float_mode = s->now->float_mode};
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    GP_TRY(s->worlds->make(s->worlds->object, job, row->values, &portfolio));
    GP_TRY(gp_build_network(job, portfolio, &network));
    GP_TRY(gp_schedule_network(job, network, &planning, &schedule));
    return fill_row(s, schedule, row);
}

/* Where there is no plan, what was found says why; else the world is gone when it was counted. */
static gp_status add_world(sweeping *s, gp_sweep_row *row)
{
    gp_job *job = gp_job_new();
    if (!job) return gp_no_memory(s->job);
    gp_status status = plan_world(s, job, row);
    if (status == GP_OK || gp_is_out_of_memory(s->job)) {
        gp_job_free(job);
        return status;
    }
    gp_status adopted = gp_adopt_job(s->job, job);
    return adopted == GP_OK ? status : adopted;
}

/* Of the combination of a number: the last axis changes fastest. */
static void choose_values(const gp_sweep *sweep, uint32_t number, gp_sweep_row *row)
{
    for (uint32_t a = sweep->axis_count; a-- > 0;) {
        row->values[a] = sweep->axes[a].values[number % sweep->axes[a].count];
        number /= sweep->axes[a].count;
    }
}

static void rank_rows(gp_sweep *sweep)
{
    sweep->first_in_time = GP_NONE;
    sweep->least_late = 1;
    for (uint32_t i = 1; i < sweep->row_count; i++) {
        if (sweep->rows[i].late == 0 && sweep->first_in_time == GP_NONE) sweep->first_in_time = i;
        if (sweep->rows[i].late_days < sweep->rows[sweep->least_late].late_days)
            sweep->least_late = i;
    }
}

gp_status gp_find_sweep(gp_job *job, const gp_schedule *now, const gp_sweep_axis *axes,
                        uint32_t axis_count, const gp_sweep_worlds *worlds, const gp_sweep **out)
{
    gp_sweep *sweep = GP_NEW(job, gp_sweep, 1);
    if (!sweep) return gp_no_memory(job);
    *sweep = (gp_sweep){.axes = axes, .axis_count = axis_count, .row_count = 1};
    for (uint32_t a = 0; a < axis_count; a++)
        sweep->row_count = (a ? sweep->row_count : 1) * axes[a].count;
    sweep->row_count++;
    gp_sweep_row *rows = GP_NEW(job, gp_sweep_row, sweep->row_count);
    if (!rows) return gp_no_memory(job);
    sweeping s = {.job = job, .now = now, .worlds = worlds, .sweep = sweep};
    sweep->rows = rows;
    GP_TRY(list_interventions(&s));
    GP_TRY(fill_row(&s, now, &rows[0]));
    for (uint32_t i = 1; i < sweep->row_count; i++) {
        choose_values(sweep, i - 1, &rows[i]);
        GP_TRY(add_world(&s, &rows[i]));
    }
    rank_rows(sweep);
    *out = sweep;
    return GP_OK;
}
