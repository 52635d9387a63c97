/* SPDX-License-Identifier: MIT
 * What does each board ask of the capabilities? Two sets of marks, with one bit for each stage,
 * answer that: which boards rest on an id (over the requirements as written, with alternatives),
 * and which boards wait for a step (over the arcs that bind). With these each capability is looked
 * at once. */
#include "core/board.h"
#include "core/written.h"
#include "core/network.h"

#include <stdlib.h>
#include <string.h>

#define BIT(stage) ((uint8_t)(1U << (stage)))

typedef struct row {
    gp_board_action action;
    const char *id;
} row;

typedef struct board_search {
    gp_job *job;
    const gp_schedule *schedule;
    const gp_network *network;
    const gp_portfolio *portfolio;
    const gp_filter *filter; /* or NULL */
    gp_written written;
    uint8_t *rests; /* by written step: the boards that rest on it */
    gp_asks asks;
    row *rows[GP_BOARD_COUNT];
    gp_boards *out;
} board_search;

/* ---- who rests on what, who waits for what ---- */

static void reach(board_search *s, uint32_t step, uint8_t bit, uint32_t *queue, uint32_t *count)
{
    if (s->rests[step] & bit) return;
    s->rests[step] |= bit;
    queue[(*count)++] = step;
}

static void mark_rests(board_search *s, uint32_t *queue, uint8_t stage)
{
    const gp_portfolio *p = s->portfolio;
    uint32_t count = 0;
    for (uint32_t i = 0; i < p->intervention_count; i++)
        if (p->interventions[i].stage == stage)
            reach(s, s->written.first[p->interventions[i].symbol], BIT(stage), queue, &count);
    for (uint32_t done = 0; done < count; done++) {
        gp_written_cursor at = {.step = queue[done]};
        for (uint32_t step; (step = gp_next_written(&s->written, &at)) != GP_NONE;)
            reach(s, step, BIT(stage), queue, &count);
    }
}

/* Against the order: who waits comes before what it waits for. */
gp_status gp_find_asks(gp_job *job, const gp_schedule *schedule, gp_asks *out)
{
    const gp_network *network = schedule->network;
    const gp_intervention *interventions = network->portfolio->interventions;
    gp_asks asks = {GP_NEW(job, uint8_t, network->activity_count),
                    GP_NEW(job, uint8_t, network->activity_count)};
    if (!asks.boards || !asks.is_unsure) return gp_no_memory(job);
    for (uint32_t n = network->activity_count; n-- > 0;) {
        uint32_t to = network->order[n];
        const gp_activity *a = &network->activities[to];
        if (a->kind == GP_KIND_INTERVENTION) asks.boards[to] |= BIT(interventions[a->item].stage);
        if (a->is_unknown) asks.is_unsure[to] = 1;
        for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
            if (schedule->is_spare[i]) continue;
            asks.boards[network->arcs[i].from] |= asks.boards[to];
            asks.is_unsure[network->arcs[i].from] |= asks.is_unsure[to];
        }
    }
    *out = asks;
    return GP_OK;
}

static gp_status mark_rests_on_all(board_search *s)
{
    GP_TRY(gp_list_written(s->job, s->portfolio, &s->written));
    uint32_t *queue = GP_NEW(s->job, uint32_t, s->written.count);
    s->rests = GP_NEW(s->job, uint8_t, s->written.count);
    if (!queue || !s->rests) return gp_no_memory(s->job);
    for (uint8_t stage = 0; stage < GP_BOARD_COUNT; stage++) mark_rests(s, queue, stage);
    return GP_OK;
}

static gp_status mark(board_search *s)
{
    GP_TRY(mark_rests_on_all(s));
    return gp_find_asks(s->job, s->schedule, &s->asks);
}

/* ---- one capability ---- */

/* What there is to know of a capability before any board looks at it. */
typedef struct state {
    uint32_t symbol;
    uint32_t first, steps; /* its activities; steps 0: nothing is left to do */
    uint8_t held;          /* the level that the organisation has on the status date */
    gp_progress progress;
} state;

static bool has_passed(const gp_portfolio *portfolio, gp_day day)
{
    return day != GP_NO_DAY && day <= portfolio->status_date;
}

gp_progress gp_find_progress(const gp_portfolio *portfolio, const gp_capability *capability)
{
    bool is_begun = capability->status == GP_IN_DEVELOPMENT || capability->ready != GP_NO_DAY ||
                    has_passed(portfolio, capability->started);
    if (is_begun) return GP_PROGRESS_UNDER_WAY;
    bool is_known = capability->level > 0 || capability->status > GP_UNIDENTIFIED ||
                    has_passed(portfolio, capability->identified);
    return is_known ? GP_PROGRESS_IDENTIFIED : GP_PROGRESS_UNIDENTIFIED;
}

static state look_at(const board_search *s, uint32_t index)
{
    const gp_capability *capability = &s->portfolio->capabilities[index];
    state found = {.symbol = capability->symbol,
                   .first = s->network->capability_first[index],
                   .steps = s->network->capability_steps[index],
                   .held = capability->level,
                   .progress = gp_find_progress(s->portfolio, capability)};
    if (has_passed(s->portfolio, capability->ready)) {
        found.steps = 0; /* one activity, and it is done */
        if (found.held < s->network->needed_level[index])
            found.held = s->network->needed_level[index];
    }
    return found;
}

static state look_at_missing(const board_search *s, uint32_t index)
{
    uint32_t symbol = s->portfolio->missing[index];
    uint32_t activity = gp_find_activity(s->network, symbol, 0);
    return (state){symbol, activity, activity != GP_NONE, 0, GP_PROGRESS_UNIDENTIFIED};
}

/* The highest level that a board waits for; 0 where it waits for nothing. */
static uint8_t level_asked(const board_search *s, const state *of, gp_stage stage)
{
    for (uint32_t i = of->steps; i-- > 0;)
        if (s->asks.boards[of->first + i] & BIT(stage))
            return s->network->activities[of->first + i].level;
    return 0;
}

static gp_track track_on(const state *of, gp_stage stage, bool is_asked)
{
    bool is_known = of->progress != GP_PROGRESS_UNIDENTIFIED;
    if (of->held > 0) return is_asked || stage == GP_EXPLOIT ? GP_TRACK_STRENGTHEN : GP_TRACK_NONE;
    if (!is_asked) return GP_TRACK_NONE; /* an alternative that was not chosen */
    if (of->progress == GP_PROGRESS_UNDER_WAY) return GP_TRACK_DEVELOP;
    if (stage == GP_EXPLORE) return is_known ? GP_TRACK_NONE : GP_TRACK_IDENTIFY;
    if (stage == GP_STAGE_NONE && !is_known) return GP_TRACK_IDENTIFY;
    return GP_TRACK_DEVELOP;
}

static const gp_lead *lead_of(const board_search *s, uint32_t activity)
{
    const gp_activity *a = &s->network->activities[activity];
    if (a->kind != GP_KIND_CAPABILITY) return NULL;
    const gp_capability *capability = &s->portfolio->capabilities[a->item];
    const gp_level *entry = gp_level_entry(capability, a->level);
    bool is_told =
        entry && (entry->lead.aspects || entry->lead.lead_time.likely.unit != GP_DURATION_NONE);
    return is_told ? &entry->lead : &capability->lead;
}

/* Aspects grow side by side, so the longest is the one to look at. */
static uint8_t longest_aspect(const board_search *s, uint32_t activity)
{
    const gp_lead *lead = activity == GP_NONE ? NULL : lead_of(s, activity);
    uint8_t longest = GP_ASPECT_COUNT;
    gp_day latest = GP_NO_DAY;
    if (!lead || !lead->aspects) return longest;
    gp_day start = s->schedule->dates[activity].earliest_start;
    for (uint8_t i = 0; i < GP_ASPECT_COUNT; i++) {
        if (lead->aspects[i].likely.unit == GP_DURATION_NONE) continue;
        gp_day end = gp_add_duration(&s->portfolio->calendar, start, lead->aspects[i].likely);
        if (end <= latest) continue;
        latest = end;
        longest = i;
    }
    return longest;
}

static gp_day sooner(gp_day a, gp_day b)
{
    if (a == GP_NO_DAY || b == GP_NO_DAY) return a == GP_NO_DAY ? b : a;
    return a < b ? a : b;
}

static gp_stage most_advanced(uint8_t boards)
{
    for (int stage = GP_EXPLOIT; stage > GP_STAGE_NONE; stage--)
        if (boards & BIT(stage)) return (gp_stage)stage;
    return GP_STAGE_NONE;
}

static gp_match match_of(const board_search *s, const state *of, const gp_board_action *action)
{
    gp_stage stage = most_advanced(action->boards);
    bool is_asked = level_asked(s, of, stage) > 0;
    if (action->begin_by != GP_NO_DAY && action->begin_by < s->portfolio->status_date)
        return GP_MATCH_BEHIND;
    if (stage == GP_EXPLOIT && is_asked) return GP_MATCH_BEHIND;
    if (stage == GP_DEVELOP && is_asked && of->progress == GP_PROGRESS_UNIDENTIFIED)
        return GP_MATCH_BEHIND;
    bool is_ahead = stage == GP_EXPLORE && of->progress == GP_PROGRESS_UNDER_WAY && is_asked;
    return is_ahead ? GP_MATCH_AHEAD : GP_MATCH_OK;
}

/* Of what is not there yet a board may rest on a higher level's prerequisite without asking for
 * that level; then it is none of the boards that ask for it. */
static uint8_t boards_of(const board_search *s, const state *of)
{
    bool is_there = of->held > 0 || of->steps == 0;
    return is_there ? s->rests[s->written.first[of->symbol]] : s->asks.boards[of->first];
}

/* What all boards have in common; begin_by is what the most urgent of them asks. */
static gp_board_action describe(const board_search *s, const state *of, const uint8_t *tracks)
{
    bool is_waiting = of->steps > 0 && of->progress < GP_PROGRESS_UNDER_WAY;
    gp_board_action action = {.symbol = of->symbol,
                              .activity = of->steps ? of->first : GP_NONE,
                              .from_level = of->held,
                              .progress = (uint8_t)of->progress,
                              .boards = boards_of(s, of),
                              .begin_by = GP_NO_DAY,
                              .identify_by = GP_NO_DAY,
                              .latest_start = GP_NO_DAY};
    action.aspect = longest_aspect(s, action.activity);
    bool is_asked = action.activity != GP_NONE && s->asks.boards[action.activity];
    if (!is_asked) {
        action.activity = GP_NONE;
        action.progress = GP_PROGRESS_THERE;
    } else if (is_waiting) {
        const gp_dates *dates = &s->schedule->dates[of->first];
        action.is_unsure = s->asks.is_unsure[of->first];
        action.latest_start = dates->latest_start;
        if (of->progress == GP_PROGRESS_UNIDENTIFIED) action.identify_by = dates->identify_by;
        for (int stage = 0; stage < GP_BOARD_COUNT; stage++) {
            if (tracks[stage] == GP_TRACK_NONE) continue;
            action.begin_by =
                sooner(action.begin_by, tracks[stage] == GP_TRACK_IDENTIFY ? dates->identify_by
                                                                           : dates->latest_start);
        }
    }
    action.match = (uint8_t)match_of(s, of, &action);
    return action;
}

static void add_capability(board_search *s, state of)
{
    uint8_t rests = s->rests[s->written.first[of.symbol]];
    uint8_t asked[GP_BOARD_COUNT], tracks[GP_BOARD_COUNT] = {0};
    if (!rests || !gp_passes(s->filter, of.symbol)) return;
    for (uint8_t stage = 0; stage < GP_BOARD_COUNT; stage++) {
        if (!(rests & BIT(stage))) continue;
        asked[stage] = level_asked(s, &of, (gp_stage)stage);
        tracks[stage] = (uint8_t)track_on(&of, (gp_stage)stage, asked[stage] > 0);
    }
    gp_board_action common = describe(s, &of, tracks);
    for (uint8_t stage = 0; stage < GP_BOARD_COUNT; stage++) {
        gp_board *board = &s->out->boards[stage];
        if (!(rests & BIT(stage))) continue;
        board->by_track[tracks[stage]]++;
        if (tracks[stage] == GP_TRACK_NONE) continue;
        row *added = &s->rows[stage][board->action_count++];
        *added = (row){common, s->portfolio->ids[of.symbol]};
        added->action.track = tracks[stage];
        added->action.to_level = asked[stage] ? asked[stage] : of.held;
    }
}

gp_status gp_find_stages(gp_job *job, const gp_portfolio *portfolio, uint8_t **out)
{
    board_search s = {.job = job, .portfolio = portfolio};
    uint8_t *stages = GP_NEW(job, uint8_t, portfolio->symbol_count);
    if (!stages) return gp_no_memory(job);
    GP_TRY(mark_rests_on_all(&s));
    for (uint32_t i = 0; i < portfolio->symbol_count; i++)
        if (s.written.first[i] < s.written.first[i + 1])
            stages[i] = (uint8_t)most_advanced(s.rests[s.written.first[i]]);
    *out = stages;
    return GP_OK;
}

/* ---- the boards ---- */

static int compare_rows(const void *left, const void *right)
{
    const row *a = left, *b = right;
    if (a->action.track != b->action.track) return a->action.track < b->action.track ? -1 : 1;
    bool is_dated = a->action.begin_by != GP_NO_DAY;
    if (is_dated != (b->action.begin_by != GP_NO_DAY)) return is_dated ? -1 : 1;
    if (a->action.begin_by != b->action.begin_by)
        return a->action.begin_by < b->action.begin_by ? -1 : 1;
    return strcmp(a->id, b->id);
}

static gp_status add_rows(board_search *s)
{
    uint32_t most = s->portfolio->capability_count + s->portfolio->missing_count;
    for (int stage = 0; stage < GP_BOARD_COUNT; stage++) {
        s->rows[stage] = GP_NEW(s->job, row, most);
        if (!s->rows[stage]) return gp_no_memory(s->job);
    }
    for (uint32_t i = 0; i < s->portfolio->capability_count; i++) add_capability(s, look_at(s, i));
    for (uint32_t i = 0; i < s->portfolio->missing_count; i++)
        add_capability(s, look_at_missing(s, i));
    for (int stage = 0; stage < GP_BOARD_COUNT; stage++) {
        gp_board *board = &s->out->boards[stage];
        gp_board_action *actions = GP_NEW(s->job, gp_board_action, board->action_count);
        if (!actions) return gp_no_memory(s->job);
        qsort(s->rows[stage], board->action_count, sizeof(row), compare_rows);
        for (uint32_t i = 0; i < board->action_count; i++) actions[i] = s->rows[stage][i].action;
        board->actions = actions;
    }
    return GP_OK;
}

typedef struct placed {
    gp_day live;
    uint8_t uncertainty;
    const char *id;
    uint32_t index;
} placed;

static int compare_placed(const void *left, const void *right)
{
    const placed *a = left, *b = right;
    if (a->live != b->live) return a->live < b->live ? -1 : 1;
    if (a->uncertainty != b->uncertainty) return a->uncertainty < b->uncertainty ? -1 : 1;
    return strcmp(a->id, b->id);
}

static gp_status add_interventions(board_search *s, uint8_t stage)
{
    const gp_portfolio *p = s->portfolio;
    gp_board *board = &s->out->boards[stage];
    uint32_t count = 0;
    for (uint32_t i = 0; i < p->intervention_count; i++)
        count += p->interventions[i].stage == stage;
    placed *found = GP_NEW(s->job, placed, count);
    uint32_t *indices = GP_NEW(s->job, uint32_t, count);
    if (!found || !indices) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        const gp_intervention *intervention = &p->interventions[i];
        if (intervention->stage != stage || !gp_passes(s->filter, intervention->symbol)) continue;
        uint32_t activity = s->network->intervention_activity[i];
        board->by_uncertainty[intervention->uncertainty]++;
        found[board->intervention_count++] =
            (placed){s->schedule->dates[activity].earliest_ready, intervention->uncertainty,
                     p->ids[intervention->symbol], i};
    }
    count = board->intervention_count;
    qsort(found, count, sizeof *found, compare_placed);
    for (uint32_t i = 0; i < count; i++) indices[i] = found[i].index;
    board->interventions = indices;
    return GP_OK;
}

gp_status gp_find_boards_of(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                            gp_boards *out)
{
    gp_boards boards = {0};
    board_search s = {.job = job,
                      .schedule = schedule,
                      .network = schedule->network,
                      .portfolio = schedule->network->portfolio,
                      .filter = filter,
                      .out = &boards};
    GP_TRY(mark(&s));
    GP_TRY(add_rows(&s));
    for (uint8_t stage = 0; stage < GP_BOARD_COUNT; stage++) GP_TRY(add_interventions(&s, stage));
    *out = boards;
    return GP_OK;
}

gp_status gp_find_boards(gp_job *job, const gp_schedule *schedule, gp_boards *out)
{
    return gp_find_boards_of(job, schedule, NULL, out);
}
