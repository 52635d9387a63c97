/* SPDX-License-Identifier: MIT
 * Which level of each capability is there on a day, and which must be? What is there follows from
 * the plan: the level on the status date, and each step that is ready by then. What must be there
 * core/map_asked.c finds. The same map feeds the table and the picture. */
#include "core/map.h"
#include "core/board.h"
#include "core/network.h"
#include "core/within.h"

#include <stdlib.h>

typedef struct making {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    const gp_portfolio *portfolio;
    gp_asked_days asked;
    gp_asks asks;
    gp_map *map;
    gp_map_row *rows;
    uint32_t *missing_of; /* by symbol: index into missing */
} making;

/* ---- days ---- */

static gp_status refuse(gp_job *job, const char *value, const char *english, const char *dutch)
{
    return gp_fail(
        job, GP_WRONG_OPTION,
        &(gp_finding){.code = 806,
                      .arguments = {GP_TEXT("at"), GP_TEXT(value), GP_WORDS(english, dutch)}});
}

static gp_status refuse_many(gp_job *job, const char *value)
{
    return refuse(job, value, "a map shows 60 days at most", "een kaart toont hoogstens 60 dagen");
}

static gp_status list_rounds(making *m, gp_day *dates)
{
    const gp_planning *planning = &m->portfolio->planning;
    gp_day day = m->portfolio->status_date;
    if (!gp_has_rounds(planning))
        return refuse(m->job, "rounds", "the portfolio has no planning rounds",
                      "het portfolio heeft geen planrondes");
    while (gp_knows_round(planning, day)) {
        gp_day round = gp_next_round(&m->portfolio->calendar, planning, day);
        if (round > m->schedule->end) break;
        if (m->map->date_count == GP_MAP_DATES_MAX) return refuse_many(m->job, "rounds");
        dates[m->map->date_count++] = round;
        day = round + 1;
    }
    if (m->map->date_count == 0)
        return refuse(m->job, "rounds", "no planning round comes before all is there",
                      "er komt geen planronde voordat alles er is");
    return GP_OK;
}

static int compare_days(const void *left, const void *right)
{
    gp_day a = *(const gp_day *)left, b = *(const gp_day *)right;
    return a < b ? -1 : a > b;
}

static gp_status list_dates(making *m, const gp_map_options *options)
{
    uint32_t asked = options ? options->date_count : 0;
    gp_day *dates = GP_NEW(m->job, gp_day, asked > GP_MAP_DATES_MAX ? asked : GP_MAP_DATES_MAX);
    if (!dates) return gp_no_memory(m->job);
    m->map->dates = dates;
    if (options && options->is_at_rounds) {
        m->map->is_at_rounds = true;
        return list_rounds(m, dates);
    }
    for (uint32_t i = 0; i < asked; i++) dates[i] = options->dates[i];
    if (asked == 0) dates[asked++] = m->portfolio->status_date;
    qsort(dates, asked, sizeof *dates, compare_days);
    for (uint32_t i = 0; i < asked; i++)
        if (i == 0 || dates[i] > dates[m->map->date_count - 1])
            dates[m->map->date_count++] = dates[i];
    char first[GP_DATE_SIZE];
    if (m->map->date_count <= GP_MAP_DATES_MAX) return GP_OK;
    gp_format_date(dates[0], first);
    const char *value = gp_copy_text(m->job, first, GP_DATE_SIZE - 1);
    return value ? refuse_many(m->job, value) : gp_no_memory(m->job);
}

/* ---- what is the same on every day ---- */

static const gp_asked_from *asked_of(const making *m, const gp_map_row *row)
{
    return row->capability == GP_NONE ? &m->asked.missing[m->missing_of[row->symbol]]
                                      : &m->asked.capabilities[row->capability];
}

/* The activities of a row; of what is missing there is one. */
static uint32_t steps_of(const making *m, const gp_map_row *row, uint32_t *first)
{
    if (row->capability == GP_NONE) {
        *first = gp_find_activity(m->network, row->symbol, 0);
        return *first != GP_NONE;
    }
    *first = m->network->capability_first[row->capability];
    return m->network->capability_steps[row->capability];
}

static void describe(making *m, gp_map_row *row, const uint8_t *stages)
{
    uint32_t first, steps = steps_of(m, row, &first);
    const gp_asked_from *asked = asked_of(m, row);
    row->ready_in_all = GP_NO_DAY;
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++)
        if (asked->days[level - 1] != GP_NO_DAY) row->asked_in_all = level;
    if (steps && row->capability != GP_NONE) {
        const gp_dates *last = &m->schedule->dates[first + steps - 1];
        if (!last->not_before) row->ready_in_all = last->earliest_ready;
    }
    row->stage = stages[row->symbol];
}

/* Missing capabilities have no demand of their own in gp_find_demand. */
static void mark_asked_itself(const making *m, uint8_t *is_direct)
{
    for (uint32_t i = 0; i < m->portfolio->intervention_count; i++) {
        gp_span span = m->portfolio->interventions[i].requires;
        for (uint32_t r = span.first; r < span.first + span.count; r++)
            is_direct[m->portfolio->requirements[r].target] = 1;
    }
}

static gp_map_demand demand_of(const gp_demand *demand, bool is_there, bool is_heading)
{
    if (demand->kind == GP_DEMAND_NONE) return is_heading ? GP_MAP_HEADING : GP_MAP_UNFOUNDED;
    if (demand->only_explored && !is_there) return GP_MAP_PREMATURE;
    return demand->kind == GP_DEMAND_REQUESTED ? GP_MAP_REQUESTED : GP_MAP_PREREQUISITE;
}

static bool is_there(const making *m, uint32_t capability)
{
    gp_day ready = m->portfolio->capabilities[capability].ready;
    if (m->network->capability_steps[capability] == 0) return true;
    return ready != GP_NO_DAY && ready <= m->portfolio->status_date;
}

static gp_status describe_rows(making *m)
{
    const gp_portfolio *p = m->portfolio;
    const gp_demand *demand;
    const uint8_t *is_parent;
    uint8_t *stages, *is_direct = GP_NEW(m->job, uint8_t, p->symbol_count);
    m->missing_of = GP_NEW(m->job, uint32_t, p->symbol_count);
    if (!is_direct || !m->missing_of) return gp_no_memory(m->job);
    GP_TRY(gp_find_demand(m->job, p, &demand));
    GP_TRY(gp_find_stages(m->job, p, &stages));
    GP_TRY(gp_mark_parents(m->job, p, &is_parent));
    for (uint32_t i = 0; i < p->missing_count; i++) m->missing_of[p->missing[i]] = i;
    mark_asked_itself(m, is_direct);
    for (uint32_t i = 0; i < m->map->row_count; i++) {
        gp_map_row *row = &m->rows[i];
        describe(m, row, stages);
        if (row->capability != GP_NONE)
            row->demand =
                (uint8_t)demand_of(&demand[row->capability], is_there(m, row->capability),
                                   gp_is_heading(&p->capabilities[row->capability], is_parent));
        else if (row->stage || row->asked_in_all || is_direct[row->symbol])
            row->demand = is_direct[row->symbol] ? GP_MAP_REQUESTED : GP_MAP_PREREQUISITE;
        else
            row->demand = GP_MAP_UNFOUNDED;
    }
    return GP_OK;
}

/* ---- a row on a day ---- */

static uint8_t asked_by(const gp_asked_from *asked, gp_day day)
{
    uint8_t level = GP_LEVEL_MAX;
    while (level && (asked->days[level - 1] == GP_NO_DAY || asked->days[level - 1] > day)) level--;
    return level;
}

/* What is to come of a row: steps that are not ready by the day. */
typedef struct remaining {
    uint32_t count;
    bool has_unknown, is_not_before;
    uint32_t tightest; /* the one with the least buffer of those that something rests on */
    uint32_t first, unknown;
} remaining;

static void add_remaining(const making *m, uint32_t activity, remaining *left)
{
    const gp_dates *dates = &m->schedule->dates[activity];
    bool is_unknown = m->network->activities[activity].is_unknown;
    if (left->count++ == 0) left->first = activity;
    if (is_unknown && !left->has_unknown) left->unknown = activity;
    left->has_unknown |= is_unknown;
    left->is_not_before |= dates->not_before;
    if (!m->asks.boards[activity]) return;
    if (left->tightest == GP_NONE ||
        dates->buffer_days < m->schedule->dates[left->tightest].buffer_days)
        left->tightest = activity;
}

static gp_map_gap gap_of(const making *m, const remaining *left)
{
    if (left->count == 0) return GP_MAP_THERE;
    if (left->has_unknown) return GP_MAP_UNPLANNED;
    if (left->tightest != GP_NONE && m->schedule->dates[left->tightest].buffer_days < 0)
        return GP_MAP_TOO_LATE;
    return left->is_not_before ? GP_MAP_UNPLANNED : GP_MAP_IN_TIME;
}

/* Tells the dates of one step: without a lead time, else the tightest, else the first. */
static void tell_step(const making *m, const remaining *left, gp_map_state *state)
{
    uint32_t step = left->has_unknown           ? left->unknown
                    : left->tightest == GP_NONE ? left->first
                                                : left->tightest;
    if (left->count == 0) return;
    const gp_dates *dates = &m->schedule->dates[step];
    bool is_dated = state->gap == GP_MAP_TOO_LATE || state->gap == GP_MAP_IN_TIME;
    if (m->asks.boards[step]) state->needed_by = dates->latest_ready;
    if (!dates->not_before) state->ready = dates->earliest_ready;
    if (is_dated && left->tightest != GP_NONE) state->buffer_days = dates->buffer_days;
}

/* The level on a day, and what is to come after it. */
static void count_steps(const making *m, const gp_map_row *row, gp_map_state *state,
                        remaining *left)
{
    uint32_t first, steps = steps_of(m, row, &first);
    state->level = state->at_most = m->portfolio->capabilities[row->capability].level;
    for (uint32_t i = first; i < first + steps; i++) {
        const gp_dates *dates = &m->schedule->dates[i];
        uint8_t level = m->network->activities[i].level;
        if (dates->earliest_ready <= state->date) state->at_most = level;
        if (dates->earliest_ready <= state->date && !dates->not_before)
            state->level = level;
        else
            add_remaining(m, i, left);
    }
}

static gp_day first_asked(const gp_asked_from *asked)
{
    gp_day first = GP_NO_DAY;
    for (int i = 0; i < GP_LEVEL_MAX; i++)
        if (asked->days[i] != GP_NO_DAY && (first == GP_NO_DAY || asked->days[i] < first))
            first = asked->days[i];
    return first;
}

static gp_map_state look_at(const making *m, const gp_map_row *row, gp_day day)
{
    const gp_asked_from *asked = asked_of(m, row);
    gp_map_state state = {.date = day,
                          .asked = asked_by(asked, day),
                          .buffer_days = GP_NO_DAYS,
                          .needed_by = GP_NO_DAY,
                          .ready = GP_NO_DAY};
    remaining left = {.tightest = GP_NONE};
    if (row->capability == GP_NONE) { /* GP_MAP_MISSING is 0, and so is its level */
        state.needed_by = first_asked(asked);
        return state;
    }
    count_steps(m, row, &state, &left);
    state.gap = (uint8_t)gap_of(m, &left);
    tell_step(m, &left, &state);
    return state;
}

static gp_status fill(making *m)
{
    gp_map *map = m->map;
    gp_map_state *states = GP_NEW(m->job, gp_map_state, (size_t)map->row_count * map->date_count);
    uint32_t *counts = GP_NEW(m->job, uint32_t, (size_t)map->date_count * GP_MAP_GAPS);
    if (!states || !counts) return gp_no_memory(m->job);
    for (uint32_t i = 0; i < map->row_count; i++)
        for (uint32_t k = 0; k < map->date_count; k++) {
            gp_map_state *state = &states[(size_t)i * map->date_count + k];
            *state = look_at(m, &m->rows[i], map->dates[k]);
            if (!m->rows[i].is_context) counts[k * GP_MAP_GAPS + state->gap]++;
        }
    map->states = states;
    map->counts = counts;
    return GP_OK;
}

gp_status gp_find_map(gp_job *job, const gp_schedule *schedule, const gp_map_options *options,
                      gp_map *out)
{
    gp_map map = {0};
    making m = {.job = job,
                .schedule = schedule,
                .network = schedule->network,
                .portfolio = schedule->network->portfolio,
                .map = &map};
    GP_TRY(list_dates(&m, options));
    GP_TRY(gp_list_map_rows(job, m.portfolio, options ? options->filter : NULL, &m.rows, &map));
    GP_TRY(gp_find_asked_days(job, schedule, &m.asked));
    GP_TRY(gp_find_asks(job, schedule, &m.asks));
    GP_TRY(describe_rows(&m));
    GP_TRY(fill(&m));
    map.rows = m.rows;
    *out = map;
    return GP_OK;
}
