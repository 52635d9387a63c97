/* SPDX-License-Identifier: MIT
 * What is sought of a cover, one thing after the other: each is the least of a sum, and what it
 * came to is a row of the programme for the next. */
#include "core/repair/cover_reduce.h"
#include "core/repair/programme.h"

#define CHUNK 20 /* measures whose numbers are settled at once, with powers of two */

typedef struct task {
    gp_job *job; /* scratch */
    const gp_cover *cover;
    const gp_cover_query *query;
    gp_programme *programme;
    gp_spending spending;
    gp_solution best;
    bool *is_sought;                        /* by target: its cuts count */
    uint32_t *column, *of_target, *of_days; /* by measure and by target; GP_NONE: has none */
    bool is_reduced;
    gp_reduction reduction;
    uint32_t must, wanted; /* targets that must be in time, and how many others */
    bool *is_taken;        /* by measure */
    bool *is_in_time;      /* by target */
    int32_t *days;         /* by target: late at least */
    bool is_impossible, has_choice, is_stopped;
    double bound; /* of the weight */
} task;

static bool is_needed(const task *t, uint32_t target)
{
    return !t->query->is_needed || t->query->is_needed[target];
}

static const gp_cut *cuts_of(const task *t)
{
    return t->cover->cuts.data;
}

/* ---- a choice ---- */

static void judge_choice(task *t)
{
    const gp_cover *cover = t->cover;
    for (uint32_t i = 0; i < cover->targets; i++) {
        t->is_in_time[i] = true;
        t->days[i] = 0;
    }
    for (size_t i = 0; i < cover->cuts.count; i++) {
        const gp_cut *cut = &cuts_of(t)[i];
        const uint32_t *members = gp_cut_members(cover, cut);
        bool is_met = false;
        for (uint32_t k = 0; k < cut->count && !is_met; k++) is_met = t->is_taken[members[k]];
        if (is_met) continue;
        t->is_in_time[cut->target] = false;
        if (cut->late_days > t->days[cut->target]) t->days[cut->target] = cut->late_days;
    }
}

static bool meets_pairs(const task *t)
{
    const gp_pair *excludes = t->cover->excludes.data, *needs = t->cover->needs.data;
    for (size_t i = 0; i < t->cover->excludes.count; i++)
        if (t->is_taken[excludes[i].a] && t->is_taken[excludes[i].b]) return false;
    for (size_t i = 0; i < t->cover->needs.count; i++)
        if (t->is_taken[needs[i].a] && !t->is_taken[needs[i].b]) return false;
    return true;
}

/* Does what is_taken says meet all that is asked? */
static bool is_choice(task *t)
{
    const gp_cover_query *query = t->query;
    uint32_t in_time = 0;
    judge_choice(t);
    for (uint32_t i = 0; i < t->cover->targets; i++) {
        in_time += t->is_in_time[i];
        if (is_needed(t, i) && !t->is_in_time[i]) return false;
    }
    if (in_time < query->in_time || !meets_pairs(t)) return false;
    return query->budget < 0 ||
           gp_weight_of_choice(t->cover, t->is_taken) <= gp_weight_within(t->cover, query->budget);
}

/* ---- columns ---- */

static bool is_beaten(const task *t, uint32_t measure)
{
    return t->is_reduced && t->reduction.is_beaten[measure];
}

/* Measures that are in a cut that counts, and what those need, and so on: nobody else is of use. */
static gp_status find_useful(task *t, bool *is_useful)
{
    const gp_cover *cover = t->cover;
    const gp_pair *needs = cover->needs.data;
    for (size_t i = 0; i < cover->cuts.count; i++) {
        const gp_cut *cut = &cuts_of(t)[i];
        if (!t->is_sought[cut->target]) continue;
        for (uint32_t k = 0; k < cut->count; k++) is_useful[gp_cut_members(cover, cut)[k]] = true;
    }
    for (bool goes_on = cover->needs.count > 0; goes_on;) {
        goes_on = false;
        for (size_t i = 0; i < cover->needs.count; i++)
            if (is_useful[needs[i].a] && !is_useful[needs[i].b])
                is_useful[needs[i].b] = goes_on = true;
    }
    return GP_OK;
}

static gp_status make_columns(task *t)
{
    const gp_cover *cover = t->cover;
    uint32_t count = 0;
    bool *is_useful = GP_NEW(t->job, bool, cover->measures);
    bool has_days = t->query->goal == GP_COVER_IN_TIME;
    if (!is_useful) return gp_no_memory(t->job);
    GP_TRY(find_useful(t, is_useful));
    for (uint32_t i = 0; i < cover->measures; i++)
        t->column[i] = is_useful[i] && !is_beaten(t, i) ? count++ : GP_NONE;
    for (uint32_t i = 0; i < cover->targets; i++) {
        bool is_open = t->is_sought[i] && !is_needed(t, i);
        t->of_target[i] = is_open ? count++ : GP_NONE;
        t->of_days[i] = is_open && has_days ? count++ : GP_NONE;
    }
    GP_TRY(gp_new_programme(t->job, count, &t->programme));
    for (uint32_t i = 0; i < count; i++) t->programme->upper[i] = 1;
    for (uint32_t i = 0; i < cover->targets; i++)
        if (t->of_days[i] != GP_NONE) t->programme->is_whole[t->of_days[i]] = false;
    return GP_OK;
}

/* ---- rows ---- */

static gp_status add_members(task *t, const gp_cut *cut, double value)
{
    const uint32_t *members = gp_cut_members(t->cover, cut);
    for (uint32_t k = 0; k < cut->count; k++)
        if (t->column[members[k]] != GP_NONE)
            GP_TRY(gp_add_entry(t->programme, t->column[members[k]], value));
    return GP_OK;
}

static gp_status add_cut(task *t, const gp_cut *cut)
{
    uint32_t target = t->of_target[cut->target], days = t->of_days[cut->target];
    if (target == GP_NONE && cut->count == 0) t->is_impossible = true;
    if (!cut->is_weak) {
        GP_TRY(gp_add_row(t->programme, target == GP_NONE ? 1 : 0, GP_NO_BOUND));
        GP_TRY(add_members(t, cut, 1));
        if (target != GP_NONE) GP_TRY(gp_add_entry(t->programme, target, -1));
    }
    if (days == GP_NONE) return GP_OK;
    if (t->programme->upper[days] < cut->late_days) t->programme->upper[days] = cut->late_days;
    GP_TRY(gp_add_row(t->programme, cut->late_days, GP_NO_BOUND));
    GP_TRY(add_members(t, cut, cut->late_days));
    return gp_add_entry(t->programme, days, 1);
}

static gp_status add_pairs(task *t)
{
    const gp_pair *excludes = t->cover->excludes.data, *needs = t->cover->needs.data;
    for (size_t i = 0; i < t->cover->excludes.count; i++) {
        uint32_t a = t->column[excludes[i].a], b = t->column[excludes[i].b];
        if (a == GP_NONE || b == GP_NONE) continue;
        if (a == b) {
            t->programme->upper[a] = 0;
            continue;
        }
        GP_TRY(gp_add_row(t->programme, -GP_NO_BOUND, 1));
        GP_TRY(gp_add_entry(t->programme, a, 1));
        GP_TRY(gp_add_entry(t->programme, b, 1));
    }
    for (size_t i = 0; i < t->cover->needs.count; i++) {
        uint32_t a = t->column[needs[i].a], b = t->column[needs[i].b];
        if (a == GP_NONE || a == b) continue;
        GP_TRY(gp_add_row(t->programme, -GP_NO_BOUND, 0));
        GP_TRY(gp_add_entry(t->programme, a, 1));
        GP_TRY(gp_add_entry(t->programme, b, -1));
    }
    return GP_OK;
}

/* The sum of columns times their cost in the programme, at least and at most so much. */
static gp_status add_sum(task *t, double lower, double upper)
{
    GP_TRY(gp_add_row(t->programme, lower, upper));
    for (uint32_t i = 0; i < t->programme->columns; i++)
        if (t->programme->cost[i] != 0)
            GP_TRY(gp_add_entry(t->programme, i, t->programme->cost[i]));
    return GP_OK;
}

static void cost_nothing(task *t)
{
    for (uint32_t i = 0; i < t->programme->columns; i++) t->programme->cost[i] = 0;
}

static void cost_weights(task *t)
{
    cost_nothing(t);
    for (uint32_t i = 0; i < t->cover->measures; i++)
        if (t->column[i] != GP_NONE)
            t->programme->cost[t->column[i]] = (double)t->cover->weights[i];
}

/* Each target of those that may be late costs so much where it is in time. */
static void cost_targets(task *t, double cost)
{
    cost_nothing(t);
    for (uint32_t i = 0; i < t->cover->targets; i++)
        if (t->of_target[i] != GP_NONE) t->programme->cost[t->of_target[i]] = cost;
}

static gp_status make_rows(task *t)
{
    const gp_cover_query *query = t->query;
    for (size_t i = 0; i < t->cover->cuts.count; i++)
        if (t->is_sought[cuts_of(t)[i].target] && !(t->is_reduced && t->reduction.is_idle[i]))
            GP_TRY(add_cut(t, &cuts_of(t)[i]));
    GP_TRY(add_pairs(t));
    if (t->wanted) {
        cost_targets(t, 1);
        GP_TRY(add_sum(t, t->wanted, GP_NO_BOUND));
    }
    if (query->budget >= 0) {
        cost_weights(t);
        GP_TRY(add_sum(t, -GP_NO_BOUND, (double)gp_weight_within(t->cover, query->budget)));
    }
    return GP_OK;
}

/* ---- one thing after the other ---- */

static double value_of(const task *t)
{
    double value = 0;
    for (uint32_t i = 0; i < t->programme->columns; i++)
        value += t->programme->cost[i] * t->best.values[i];
    return value;
}

/* The columns of the choice in is_taken. */
static void take_choice(task *t)
{
    const gp_cover *cover = t->cover;
    judge_choice(t);
    for (uint32_t i = 0; i < cover->measures; i++)
        if (t->column[i] != GP_NONE) t->best.values[t->column[i]] = t->is_taken[i];
    for (uint32_t i = 0; i < cover->targets; i++) {
        if (t->of_target[i] != GP_NONE) t->best.values[t->of_target[i]] = t->is_in_time[i];
        if (t->of_days[i] != GP_NONE) t->best.values[t->of_days[i]] = t->days[i];
    }
    t->best.has_values = t->has_choice = true;
}

/* The choice of the columns. */
static void read_choice(task *t)
{
    for (uint32_t i = 0; i < t->cover->measures; i++)
        t->is_taken[i] = t->column[i] != GP_NONE && t->best.values[t->column[i]] > 0.5;
    take_choice(t);
}

/* Seeks the least of what the columns cost now, and keeps to it from here on. */
static gp_status seek(task *t)
{
    if (t->best.has_values) t->best.value = value_of(t);
    GP_TRY(gp_solve_programme(t->job, t->programme, &t->spending, &t->best));
    if (t->best.has_values) read_choice(t);
    t->is_stopped = !t->best.is_proven;
    if (t->is_stopped || !t->has_choice) return GP_OK;
    double value = value_of(t);
    return add_sum(t, value, value);
}

static bool is_done(const task *t)
{
    return t->is_stopped || !t->has_choice;
}

static gp_status seek_cost(task *t)
{
    const gp_cover_query *query = t->query;
    cost_weights(t);
    if (query->goal == GP_COVER_COST && query->known_cost >= 0 && !t->best.has_values)
        t->best.value = (double)gp_weight_within(t->cover, query->known_cost) + 1;
    GP_TRY(seek(t));
    t->bound = t->best.bound;
    return GP_OK;
}

static gp_status seek_in_time(task *t)
{
    cost_targets(t, -1);
    GP_TRY(seek(t));
    if (is_done(t)) return GP_OK;
    cost_nothing(t);
    for (uint32_t i = 0; i < t->cover->targets; i++)
        if (t->of_days[i] != GP_NONE) t->programme->cost[t->of_days[i]] = 1;
    return seek(t);
}

/* Ties: the fewest measures, and then the smallest numbers, some at a time, the first worth most.
 */
static gp_status settle(task *t)
{
    cost_nothing(t);
    for (uint32_t i = 0; i < t->cover->measures; i++)
        if (t->column[i] != GP_NONE) t->programme->cost[t->column[i]] = 1;
    GP_TRY(seek(t));
    for (uint32_t next = 0; next < t->cover->measures && !is_done(t);) {
        uint32_t from = next, found = 0;
        cost_nothing(t);
        for (; next < t->cover->measures && found < CHUNK; next++)
            found += t->column[next] != GP_NONE;
        for (uint32_t i = from, k = found; i < next; i++)
            if (t->column[i] != GP_NONE)
                t->programme->cost[t->column[i]] = -(double)(UINT32_C(1) << --k);
        GP_TRY(seek(t));
        for (uint32_t i = from; i < next && !is_done(t); i++)
            if (t->column[i] != GP_NONE)
                t->programme->lower[t->column[i]] = t->programme->upper[t->column[i]] =
                    t->is_taken[i];
    }
    return GP_OK;
}

static gp_status seek_all(task *t)
{
    if (t->query->goal == GP_COVER_IN_TIME) GP_TRY(seek_in_time(t));
    if (!is_done(t) || t->query->goal == GP_COVER_COST) GP_TRY(seek_cost(t));
    if (t->query->is_settled && !is_done(t)) GP_TRY(settle(t));
    return GP_OK;
}

/* ---- the task ---- */

static gp_status start_task(task *t)
{
    const gp_cover *cover = t->cover;
    const gp_cover_query *query = t->query;
    size_t measures = cover->measures, targets = cover->targets;
    t->is_sought = GP_NEW(t->job, bool, targets);
    t->column = GP_NEW(t->job, uint32_t, measures);
    t->of_target = GP_NEW(t->job, uint32_t, targets);
    t->of_days = GP_NEW(t->job, uint32_t, targets);
    t->is_taken = GP_NEW(t->job, bool, measures);
    t->is_in_time = GP_NEW(t->job, bool, targets);
    t->days = GP_NEW(t->job, int32_t, targets);
    if (!t->is_sought || !t->column || !t->of_target || !t->of_days || !t->is_taken ||
        !t->is_in_time || !t->days)
        return gp_no_memory(t->job);
    for (uint32_t i = 0; i < cover->targets; i++) t->must += is_needed(t, i);
    t->wanted = query->in_time > t->must ? query->in_time - t->must : 0;
    for (uint32_t i = 0; i < cover->targets; i++)
        t->is_sought[i] = is_needed(t, i) || t->wanted || query->goal == GP_COVER_IN_TIME;
    if (query->in_time > cover->targets) t->is_impossible = true;
    t->is_reduced = query->goal == GP_COVER_COST && t->wanted == 0;
    if (t->is_reduced)
        GP_TRY(gp_reduce_cover(t->job, cover, t->is_sought, query->is_settled, &t->reduction));
    GP_TRY(make_columns(t));
    t->best.values = GP_NEW(t->job, double, t->programme->columns);
    if (!t->best.values) return gp_no_memory(t->job);
    t->best.value = GP_NO_BOUND;
    return make_rows(t);
}

/* The hint, where it is what it says. */
static void take_hint(task *t)
{
    const gp_cover_query *query = t->query;
    if (!query->hint) return;
    for (uint32_t i = 0; i < t->cover->measures; i++) {
        uint32_t taken = query->hint[i] ? i : GP_NONE;
        while (taken != GP_NONE && is_beaten(t, taken)) taken = t->reduction.instead_of[taken];
        if (taken != GP_NONE && t->column[taken] != GP_NONE) t->is_taken[taken] = true;
    }
    if (!is_choice(t)) return;
    if (query->goal == GP_COVER_COST && query->known_cost >= 0 &&
        gp_weight_of_choice(t->cover, t->is_taken) > gp_weight_within(t->cover, query->known_cost))
        return;
    take_choice(t);
}

static double bound_of_cost(const task *t, double cost)
{
    double bound = t->bound > 0 ? t->bound * t->cover->unit : 0;
    return bound < cost ? bound : cost;
}

static gp_status tell(gp_job *job, task *t, gp_cover_answer *out)
{
    const gp_cover *cover = t->cover;
    *out = (gp_cover_answer){.status = t->is_stopped   ? GP_COVER_STOPPED
                                       : t->has_choice ? GP_COVER_OPTIMAL
                                                       : GP_COVER_INFEASIBLE,
                             .has_choice = t->has_choice,
                             .is_taken = GP_NEW(job, bool, cover->measures),
                             .is_in_time = GP_NEW(job, bool, cover->targets),
                             .effort = t->spending.spent};
    if (!out->is_taken || !out->is_in_time) return gp_no_memory(job);
    if (!t->has_choice) {
        out->bound =
            bound_of_cost(t, t->query->known_cost >= 0 ? t->query->known_cost : GP_NO_BOUND);
        return GP_OK;
    }
    if (cover->measures) memcpy(out->is_taken, t->is_taken, cover->measures);
    judge_choice(t);
    if (cover->targets) memcpy(out->is_in_time, t->is_in_time, cover->targets);
    out->cost = gp_cost_of_choice(cover, t->is_taken);
    out->bound = bound_of_cost(t, out->cost);
    for (uint32_t i = 0; i < cover->targets; i++) out->late_days += (uint32_t)t->days[i];
    return GP_OK;
}

gp_status gp_solve_cover(gp_job *job, gp_cover *cover, const gp_cover_query *query,
                         gp_cover_answer *out)
{
    gp_job *scratch = gp_job_new();
    if (!scratch) return gp_no_memory(job);
    task t = {
        .job = scratch,
        .cover = cover,
        .query = query,
        .spending = {.left = query->effort, .goes_on = query->goes_on, .object = query->object}};
    t.spending.is_over = query->effort == 0;
    gp_status status = start_task(&t);
    if (status == GP_OK && !t.is_impossible) {
        take_hint(&t);
        status = seek_all(&t);
    }
    if (t.is_impossible) t.bound = GP_NO_BOUND;
    if (status == GP_OK) status = tell(job, &t, out);
    gp_job_free(scratch);
    return status == GP_NO_MEMORY ? gp_no_memory(job) : status;
}
