/* SPDX-License-Identifier: MIT
 * Draws, on as many processors as there are. A batch depends on nothing but its number, and all
 * that is kept of it are integers that are added, so nothing shows who drew what, or when. */
#include "core/beside.h"
#include "core/risk/tally.h"

#define STRETCH_STEPS (1u << 23) /* steps x draws of a thread between two looks at the clock */
#define STRETCH_UNIT 256u        /* draws, in whole blocks: where a run may stop */
#define STRETCH_MIN (2 * STRETCH_UNIT)
#define STRETCH_MAX (1u << 16)
#define UNTIL_STRETCH 4096u /* where somebody waits for draws to be enough */
#define ENOUGH_MIN 1024u    /* draws: with fewer nothing is sure */
#define THREADS_MAX 256u

typedef struct worker {
    gp_beside beside;
    gp_tally *tally;
    uint32_t from, to; /* its draws of this stretch */
    bool is_beside;
} worker;

typedef struct run {
    const gp_model *model;
    gp_ranks ranks;
    worker *workers;
    uint32_t worker_count;
} run;

static gp_status work(gp_job *job, void *state)
{
    worker *own = state;
    for (uint32_t from = own->from, to; from < own->to; from = to) {
        to = from / GP_LANES * GP_LANES + GP_LANES;
        if (to > own->to) to = own->to;
        GP_TRY(gp_count_batch(job, own->tally, from, to));
    }
    return GP_OK;
}

/* Whole blocks for each, the first of them in this thread. */
static gp_status draw_stretch(gp_job *job, run *r, uint32_t from, uint32_t to)
{
    uint32_t first = from / GP_BLOCK_DRAWS;
    uint32_t blocks = (to + GP_BLOCK_DRAWS - 1) / GP_BLOCK_DRAWS - first;
    gp_status status = GP_OK, own = GP_OK;
    for (uint32_t i = r->worker_count; i-- > 0;) {
        worker *w = &r->workers[i];
        uint64_t begin = first + (uint64_t)blocks * i / r->worker_count;
        uint64_t end = first + (uint64_t)blocks * (i + 1) / r->worker_count;
        w->from = begin * GP_BLOCK_DRAWS < from ? from : (uint32_t)(begin * GP_BLOCK_DRAWS);
        w->to = end * GP_BLOCK_DRAWS > to ? to : (uint32_t)(end * GP_BLOCK_DRAWS);
        w->is_beside = i > 0 && w->from < w->to && gp_start_beside(&w->beside, job, work, w);
        if (!w->is_beside && own == GP_OK && w->from < w->to) own = work(job, w);
    }
    status = own;
    for (uint32_t i = 1; i < r->worker_count; i++) {
        worker *w = &r->workers[i];
        if (!w->is_beside) continue;
        gp_status other = gp_await_beside(&w->beside);
        gp_status kept = gp_keep_beside(&w->beside);
        if (status == GP_OK) status = other != GP_OK ? other : kept;
    }
    return status;
}

static uint32_t count_threads(const gp_risk_options *options)
{
    uint32_t threads = options->threads ? options->threads : 1;
    uint32_t blocks = options->draws / GP_BLOCK_DRAWS + 1;
    if (threads > THREADS_MAX) threads = THREADS_MAX;
    return threads < blocks ? threads : blocks;
}

/* The sums of the first worker are the job's; all else is needed for drawing only. */
static gp_status start_workers(gp_job *job, gp_job *drawing, run *r)
{
    uint32_t threads = count_threads(&r->model->options);
    gp_walk *walk;
    GP_TRY(gp_new_walk(drawing, r->model, NULL, &walk));
    GP_TRY(gp_find_ranks(drawing, walk, &r->ranks));
    r->workers = GP_NEW(drawing, worker, threads);
    if (!r->workers) return gp_no_memory(drawing);
    for (r->worker_count = 0; r->worker_count < threads; r->worker_count++) {
        gp_tally **tally = &r->workers[r->worker_count].tally;
        gp_risk_sums *sums;
        GP_TRY(gp_new_sums(walk ? job : drawing, r->model, &sums));
        GP_TRY(gp_new_tally(drawing, sums, &r->ranks, walk, tally));
        walk = NULL;
    }
    return GP_OK;
}

/* ---- when to stop ---- */

/* The standard error of a share, with two draws of each kind added, so that a share of 0 or 1 in
 * few draws is no certainty (Agresti and Coull 1998). */
static bool is_sure(uint64_t in_time, uint64_t draws, double error)
{
    double n = (double)draws + 4, p = ((double)in_time + 2) / n;
    return p * (1 - p) <= error * error * n;
}

static uint64_t sum_up(const run *r, uint32_t place)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < r->worker_count; i++) sum += r->workers[i].tally->sums->sums[place];
    return (uint64_t)sum;
}

/* Is every probability as sure as was asked? */
static bool is_enough(const run *r, uint32_t draws)
{
    const gp_model *model = r->model;
    const gp_portfolio *portfolio = model->schedule->network->portfolio;
    double error = model->options.until_error;
    if (error <= 0 || draws < ENOUGH_MIN) return false;
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t place = model->layout.live_sums + i * GP_LIVE_SUMS + 3;
        if (model->lives[i].needed_by != GP_NO_DAY && !is_sure(sum_up(r, place), draws, error))
            return false;
    }
    for (uint32_t i = 0; i < model->together_count; i++)
        if (!is_sure(sum_up(r, model->layout.together + i), draws, error)) return false;
    return true;
}

/* What all threads draw between two looks at the clock: each of them as much, however many there
 * are. Not where somebody waits for draws to be enough: that must not depend on threads. */
static uint32_t stretch_of(const run *r)
{
    const gp_model *model = r->model;
    const gp_network *network = model->schedule->network;
    uint64_t steps = network->activity_count + 1u; /* that one draw walks */
    for (uint32_t i = 0; i < network->portfolio->risk_count; i++)
        steps += 2u * (uint64_t)model->risks[i].downstream_count;
    uint32_t draws = steps < STRETCH_STEPS ? STRETCH_STEPS / (uint32_t)steps : 0;
    if (model->options.until_error > 0 && draws > UNTIL_STRETCH) draws = UNTIL_STRETCH;
    draws = draws / STRETCH_UNIT * STRETCH_UNIT;
    draws = draws < STRETCH_MIN ? STRETCH_MIN : draws > STRETCH_MAX ? STRETCH_MAX : draws;
    return model->options.until_error > 0 ? draws : draws * r->worker_count;
}

/* The draws of a run, and beside them the same without mitigation. */
typedef struct runs {
    run of[2];
    uint32_t count;
} runs;

/* Draws until all are there, they are enough, or somebody wants to stop; *end: where that was. */
static gp_status draw(gp_job *job, runs *all, uint32_t *end, bool *is_stopped)
{
    const gp_model *model = all->of[0].model;
    const gp_risk_options *options = &model->options;
    uint32_t at = options->first_draw, last = at + options->draws;
    uint32_t stretch = stretch_of(&all->of[0]);
    *is_stopped = false;
    while (at < last && !*is_stopped) {
        uint32_t to = (at / STRETCH_UNIT * STRETCH_UNIT) + stretch;
        if (to > last) to = last;
        for (uint32_t i = 0; i < all->count; i++) GP_TRY(draw_stretch(job, &all->of[i], at, to));
        at = to;
        if (is_enough(&all->of[0], at - options->first_draw)) break;
        if (options->progress && at < last)
            *is_stopped =
                !options->progress(options->object, at - options->first_draw, options->draws);
    }
    *end = at;
    return GP_OK;
}

static gp_status start_run(gp_job *job, gp_job *drawing, const gp_schedule *schedule,
                           const gp_risk_options *options, runs *all)
{
    run *r = &all->of[all->count++];
    GP_TRY(gp_make_model(job, schedule, options, &r->model));
    return start_workers(job, drawing, r);
}

/* What all threads counted, in the sums of the first. */
static gp_status finish_run(const run *r, uint32_t draws, bool is_partial, gp_risk_sums **out)
{
    gp_risk_sums *sums = r->workers[0].tally->sums;
    for (uint32_t i = 1; i < r->worker_count; i++)
        GP_TRY(gp_merge_sums(sums, r->workers[i].tally->sums));
    sums->draws = draws;
    sums->is_partial = is_partial;
    *out = sums;
    return GP_OK;
}

static gp_status run_all(gp_job *job, gp_job *drawing, const gp_schedule *schedule,
                         const gp_risk_options *options, gp_risk_sums **out)
{
    runs all = {.count = 0};
    gp_risk_options plain = *options;
    gp_risk_sums *sums;
    uint32_t end;
    bool is_stopped;
    plain.is_mitigated = false;
    GP_TRY(start_run(job, drawing, schedule, options, &all));
    if (options->is_mitigated) GP_TRY(start_run(job, drawing, schedule, &plain, &all));
    GP_TRY(draw(job, &all, &end, &is_stopped));
    uint32_t draws = end - options->first_draw;
    GP_TRY(finish_run(&all.of[0], draws, is_stopped, &sums));
    if (options->is_mitigated) GP_TRY(finish_run(&all.of[1], draws, is_stopped, &sums->plain));
    *out = sums;
    return GP_OK;
}

gp_status gp_run_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_options *options,
                      gp_risk_sums **out)
{
    const gp_risk_options defaults = {0};
    gp_job *drawing = gp_job_new(); /* its memory goes before an answer needs any */
    if (!drawing) return gp_no_memory(job);
    gp_status status = run_all(job, drawing, schedule, options ? options : &defaults, out);
    gp_job_free(drawing);
    return status == GP_NO_MEMORY ? gp_no_memory(job) : status;
}
