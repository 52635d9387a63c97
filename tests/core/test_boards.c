/* SPDX-License-Identifier: MIT
 * Boards: every row of the rule by hand, and random portfolios against a walk per board. */
#include "tests/support_random.h"
#include "groeipad/boards.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const gp_schedule *plan(test_draft *t)
{
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    return schedule;
}

static const gp_board_action *find(const gp_schedule *schedule, const gp_board *board,
                                   const char *id)
{
    uint32_t symbol = gp_find_symbol(schedule->network->portfolio, id);
    for (uint32_t i = 0; i < board->action_count; i++)
        if (board->actions[i].symbol == symbol) return &board->actions[i];
    return NULL;
}

/* One capability under one intervention: what does the board do with it? */
typedef struct one_case {
    const char *name;
    gp_stage stage;
    uint8_t level, required, status;
    gp_day identified, started, ready;
    gp_track track;
    gp_progress progress;
    gp_match match;
    uint8_t to_level;
    bool is_dated;
} one_case;

#define NO GP_NO_DAY

static const one_case cases[] = {
    {"explored, unknown", GP_EXPLORE, 0, 1, GP_UNIDENTIFIED, NO, NO, NO, GP_TRACK_IDENTIFY,
     GP_PROGRESS_UNIDENTIFIED, GP_MATCH_OK, 1, true},
    {"explored, no status at all", GP_EXPLORE, 0, 2, 0, NO, NO, NO, GP_TRACK_IDENTIFY,
     GP_PROGRESS_UNIDENTIFIED, GP_MATCH_OK, 2, true},
    {"explored, to be identified later", GP_EXPLORE, 0, 1, 0, 9, NO, NO, GP_TRACK_IDENTIFY,
     GP_PROGRESS_UNIDENTIFIED, GP_MATCH_OK, 1, true},
    {"explored, identified", GP_EXPLORE, 0, 1, GP_IDENTIFIED, NO, NO, NO, GP_TRACK_NONE, 0, 0, 0,
     false},
    {"explored, identified by date", GP_EXPLORE, 0, 1, 0, 0, NO, NO, GP_TRACK_NONE, 0, 0, 0, false},
    {"explored, under way", GP_EXPLORE, 0, 1, 0, NO, -9, NO, GP_TRACK_DEVELOP,
     GP_PROGRESS_UNDER_WAY, GP_MATCH_AHEAD, 1, false},
    {"explored, there", GP_EXPLORE, 1, 1, 0, NO, NO, NO, GP_TRACK_NONE, 0, 0, 0, false},
    {"explored, more asked", GP_EXPLORE, 1, 3, 0, NO, NO, NO, GP_TRACK_STRENGTHEN,
     GP_PROGRESS_IDENTIFIED, GP_MATCH_OK, 3, true},
    {"developed, unknown", GP_DEVELOP, 0, 1, 0, NO, NO, NO, GP_TRACK_DEVELOP,
     GP_PROGRESS_UNIDENTIFIED, GP_MATCH_BEHIND, 1, true},
    {"developed, planned", GP_DEVELOP, 0, 1, GP_PLANNED, NO, NO, NO, GP_TRACK_DEVELOP,
     GP_PROGRESS_IDENTIFIED, GP_MATCH_OK, 1, true},
    {"developed, under way", GP_DEVELOP, 0, 1, GP_IN_DEVELOPMENT, NO, NO, NO, GP_TRACK_DEVELOP,
     GP_PROGRESS_UNDER_WAY, GP_MATCH_OK, 1, false},
    {"developed, ready later", GP_DEVELOP, 0, 1, 0, NO, NO, 50, GP_TRACK_DEVELOP,
     GP_PROGRESS_UNDER_WAY, GP_MATCH_OK, 1, false},
    {"developed, there", GP_DEVELOP, 2, 2, 0, NO, NO, NO, GP_TRACK_NONE, 0, 0, 0, false},
    {"developed, ready before", GP_DEVELOP, 0, 2, 0, NO, NO, -3, GP_TRACK_NONE, 0, 0, 0, false},
    {"developed, more asked", GP_DEVELOP, 1, 2, 0, NO, NO, NO, GP_TRACK_STRENGTHEN,
     GP_PROGRESS_IDENTIFIED, GP_MATCH_OK, 2, true},
    {"exploited, planned", GP_EXPLOIT, 0, 1, GP_PLANNED, NO, NO, NO, GP_TRACK_DEVELOP,
     GP_PROGRESS_IDENTIFIED, GP_MATCH_BEHIND, 1, true},
    {"exploited, there", GP_EXPLOIT, 2, 1, 0, NO, NO, NO, GP_TRACK_STRENGTHEN, GP_PROGRESS_THERE,
     GP_MATCH_OK, 2, false},
    {"exploited, ready before", GP_EXPLOIT, 0, 2, 0, NO, NO, 0, GP_TRACK_STRENGTHEN,
     GP_PROGRESS_THERE, GP_MATCH_OK, 2, false},
    {"exploited, more asked", GP_EXPLOIT, 1, 2, 0, NO, NO, NO, GP_TRACK_STRENGTHEN,
     GP_PROGRESS_IDENTIFIED, GP_MATCH_BEHIND, 2, true},
    {"no stage, unknown", GP_STAGE_NONE, 0, 1, 0, NO, NO, NO, GP_TRACK_IDENTIFY,
     GP_PROGRESS_UNIDENTIFIED, GP_MATCH_OK, 1, true},
    {"no stage, identified", GP_STAGE_NONE, 0, 1, GP_AT_RISK, NO, NO, NO, GP_TRACK_DEVELOP,
     GP_PROGRESS_IDENTIFIED, GP_MATCH_OK, 1, true},
};

static void check_case(const one_case *c)
{
    test_draft t;
    gp_boards boards;
    gp_intervention intervention = test_intervention(c->stage, 14);
    gp_capability capability = test_capability(30);
    char requires[] = "view@0";
    start_test_draft(&t);
    intervention.needed_by = 400;
    capability.level = c->level & 7u;
    capability.status = c->status & 7u;
    capability.identified = c->identified;
    capability.started = c->started;
    capability.ready = c->ready;
    requires[5] = (char)('0' + c->required);
    add_test_capability(&t, "view", capability, "");
    add_test_intervention(&t, "advice", intervention, requires);
    const gp_schedule *schedule = plan(&t);
    assert_int_equal(gp_find_boards(t.job, schedule, &boards), GP_OK);
    const gp_board *board = &boards.boards[c->stage];
    const gp_board_action *action = find(schedule, board, "view");
    if ((c->track != GP_TRACK_NONE) != (action != NULL)) fail_msg("%s: a row?", c->name);
    assert_int_equal(board->by_track[c->track], 1);
    assert_int_equal(board->intervention_count, 1);
    if (action) {
        if (action->track != c->track) fail_msg("%s: track %d", c->name, action->track);
        if (action->progress != c->progress) fail_msg("%s: progress", c->name);
        if (action->match != c->match) fail_msg("%s: match %d", c->name, action->match);
        if (action->to_level != c->to_level) fail_msg("%s: level %d", c->name, action->to_level);
        if ((action->begin_by != NO) != c->is_dated) fail_msg("%s: date", c->name);
        assert_int_equal(action->boards, 1 << c->stage);
        assert_false(action->is_unsure);
    }
    gp_job_free(t.job);
}

static void one_capability_on_one_board(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_case(&cases[i]);
}

/* The date of the whole is that of the board in the greatest hurry. */
static void several_boards_take_the_most_urgent_date(void **state)
{
    (void)state;
    const gp_planning yearly = {
        .round = {.months = 12, .unit = GP_DURATION_CALENDAR}, .from = 365, .prepare = DAYS(60)};
    test_draft t;
    gp_boards boards;
    start_test_draft(&t);
    gp_capability view = test_capability(100), bias = test_capability(-1);
    view.planning = &yearly;
    add_test_capability(&t, "view", view, "bias");
    add_test_capability(&t, "bias", bias, "");
    gp_intervention now = test_intervention(GP_DEVELOP, 14),
                    later = test_intervention(GP_EXPLORE, 14);
    now.needed_by = 900;
    now.uncertainty = GP_UNCERTAINTY_HIGH;
    add_test_intervention(&t, "now", now, "view");
    add_test_intervention(&t, "later", later, "view nowhere");
    const gp_schedule *schedule = plan(&t);
    assert_int_equal(gp_find_boards(t.job, schedule, &boards), GP_OK);
    const gp_board_action *explored = find(schedule, &boards.boards[GP_EXPLORE], "view");
    const gp_board_action *developed = find(schedule, &boards.boards[GP_DEVELOP], "view");
    assert_int_equal(explored->track, GP_TRACK_IDENTIFY);
    assert_int_equal(developed->track, GP_TRACK_DEVELOP);
    assert_int_equal(explored->boards, 1 << GP_EXPLORE | 1 << GP_DEVELOP);
    assert_int_equal(explored->identify_by, explored->latest_start - 60);
    assert_int_equal(explored->begin_by, explored->identify_by);
    assert_int_equal(developed->begin_by, explored->begin_by);
    assert_int_equal(developed->match, GP_MATCH_BEHIND); /* developed, and still unidentified */
    assert_false(explored->is_unsure);
    const gp_board_action *bare = find(schedule, &boards.boards[GP_DEVELOP], "bias");
    assert_true(bare->is_unsure);
    const gp_board_action *missing = find(schedule, &boards.boards[GP_EXPLORE], "nowhere");
    assert_int_equal(missing->track, GP_TRACK_IDENTIFY);
    assert_true(missing->is_unsure);
    assert_int_equal(boards.boards[GP_DEVELOP].by_uncertainty[GP_UNCERTAINTY_HIGH], 1);
    assert_int_equal(boards.boards[GP_EXPLORE].by_uncertainty[GP_UNCERTAINTY_NONE], 1);
    gp_job_free(t.job);
}

/* A board that asks for level 1 does not ask for what level 2 requires; one that rests on a level
 * that is there rests on what that level rested on. An alternative that was not chosen is left
 * alone. */
static void boards_ask_for_their_own_level(void **state)
{
    (void)state;
    test_draft t;
    gp_boards boards;
    start_test_draft(&t);
    gp_level second[] = {{.level = 2, .lead.lead_time.likely = DAYS(9), .place.line = 1}};
    second[0].requires = test_requires(&t, "consent");
    gp_capability view = test_capability(30);
    view.levels = second;
    view.level_count = 1;
    gp_capability there = test_capability(30);
    there.level = 1;
    add_test_capability(&t, "view", view, "");
    add_test_capability(&t, "consent", test_capability(5), "");
    add_test_capability(&t, "there", there, "below");
    add_test_capability(&t, "below", there, "");
    add_test_capability(&t, "spare", test_capability(90), "");
    add_test_intervention(&t, "now", test_intervention(GP_DEVELOP, 14), "view|spare");
    add_test_intervention(&t, "later", test_intervention(GP_EXPLORE, 14), "view@2");
    add_test_intervention(&t, "live", test_intervention(GP_EXPLOIT, 14), "there");
    const gp_schedule *schedule = plan(&t);
    assert_int_equal(gp_find_boards(t.job, schedule, &boards), GP_OK);
    const gp_board *develop = &boards.boards[GP_DEVELOP], *exploit = &boards.boards[GP_EXPLOIT];
    assert_int_equal(find(schedule, develop, "view")->to_level, 1);
    assert_int_equal(find(schedule, &boards.boards[GP_EXPLORE], "view")->to_level, 2);
    assert_null(find(schedule, develop, "consent"));
    assert_int_equal(find(schedule, &boards.boards[GP_EXPLORE], "consent")->boards,
                     1 << GP_EXPLORE);
    assert_null(find(schedule, develop, "spare"));
    assert_int_equal(develop->by_track[GP_TRACK_NONE], 1); /* spare */
    assert_int_equal(exploit->by_track[GP_TRACK_STRENGTHEN], 2);
    assert_int_equal(find(schedule, exploit, "below")->progress, GP_PROGRESS_THERE);
    gp_job_free(t.job);
}

static void the_longest_aspect_is_named(void **state)
{
    (void)state;
    test_draft t;
    gp_boards boards;
    gp_estimate aspects[GP_ASPECT_COUNT] = {[GP_SKILLS].likely = DAYS(30),
                                            [GP_METHODS].likely = MONTHS(1),
                                            [GP_TOOLS].likely = DAYS(3)};
    start_test_draft(&t);
    gp_capability mixed = test_capability(-1);
    mixed.lead.aspects = aspects;
    add_test_capability(&t, "mixed", mixed, "");
    add_test_capability(&t, "plain", test_capability(3), "");
    add_test_intervention(&t, "now", test_intervention(GP_DEVELOP, 14), "mixed plain");
    const gp_schedule *schedule = plan(&t);
    assert_int_equal(gp_find_boards(t.job, schedule, &boards), GP_OK);
    const gp_board *board = &boards.boards[GP_DEVELOP];
    assert_int_equal(find(schedule, board, "mixed")->aspect, GP_METHODS); /* January has 31 days */
    assert_int_equal(find(schedule, board, "plain")->aspect, GP_ASPECT_COUNT);
    gp_job_free(t.job);
}

static void load_counts_quarters(void **state)
{
    (void)state;
    test_draft t;
    gp_load load;
    start_test_draft(&t); /* 1970-01-01: quarters begin on day 0, 90, 181, 273 */
    gp_capability view = test_capability(100), team = test_capability(10),
                  free = test_capability(5);
    view.owner = "IT";
    view.status = GP_PLANNED;
    team.owner = "IT";
    team.level = 1;
    add_test_capability(&t, "view", view, "");
    add_test_capability(&t, "team", team, "view");
    add_test_capability(&t, "free", free, "");
    gp_capability exact = test_capability(90); /* ready on the first day of the next quarter */
    exact.owner = "Legal";
    exact.status = GP_PLANNED;
    add_test_capability(&t, "exact", exact, "");
    gp_intervention now = test_intervention(GP_DEVELOP, 14);
    now.needed_by = 200;
    add_test_intervention(&t, "now", now, "team@2 free exact");
    const gp_schedule *schedule = plan(&t);
    assert_int_equal(gp_find_load(t.job, schedule, &load), GP_OK);
    static const gp_day quarters[] = {0, 90, 181, 273, 365};
    for (int i = 0; i < 5; i++) assert_int_equal(load.quarters[i], quarters[i]);
    assert_int_equal(load.owner_count, 3);
    assert_string_equal(load.owners[0].owner, "IT");
    assert_int_equal(load.owners[0].steps[0], 1); /* view */
    assert_int_equal(load.owners[0].steps[1], 2); /* view until day 100, then the team */
    assert_int_equal(load.owners[0].steps[2], 0);
    assert_string_equal(load.owners[1].owner, "Legal");
    assert_int_equal(load.owners[1].steps[0], 1);
    assert_int_equal(load.owners[1].steps[1], 0);
    assert_null(load.owners[2].owner);
    assert_int_equal(load.owners[2].steps[0], 1);
    assert_int_equal(load.tracks[GP_TRACK_DEVELOP].steps[0], 3);
    assert_int_equal(load.tracks[GP_TRACK_DEVELOP].steps[1], 1);
    assert_int_equal(load.tracks[GP_TRACK_STRENGTHEN].steps[1], 1);
    assert_int_equal(load.tracks[GP_TRACK_IDENTIFY].steps[2], 1); /* free, by day 195 */
    gp_job_free(t.job);
}

/* ---- random portfolios ---- */

/* Marks, for one activity and all it waits for, that it is asked: one walk per intervention. */
static void walk(const gp_schedule *schedule, uint32_t from, bool *marks)
{
    const gp_network *network = schedule->network;
    uint32_t stack[256], count = 0;
    stack[count++] = from;
    while (count) {
        uint32_t to = stack[--count];
        if (marks[to]) continue;
        marks[to] = true;
        for (uint32_t i = network->arc_first[to]; i < network->arc_first[to + 1]; i++) {
            assert_true(count < 255);
            if (!schedule->is_spare[i] && !marks[network->arcs[i].from])
                stack[count++] = network->arcs[i].from;
        }
    }
}

static uint8_t highest_asked(const gp_network *network, const bool *marks, uint32_t capability)
{
    uint8_t level = 0;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        const gp_activity *a = &network->activities[i];
        bool is_its = a->kind == GP_KIND_CAPABILITY && a->item == capability;
        if (is_its && marks[i] && a->level > level) level = a->level;
    }
    return level;
}

static void check_board(const gp_schedule *schedule, const gp_board *board, gp_stage stage,
                        uint32_t *seen)
{
    const gp_network *network = schedule->network;
    const gp_portfolio *p = network->portfolio;
    bool marks[256] = {false};
    uint32_t interventions = 0;
    for (uint32_t i = 0; i < p->intervention_count; i++) {
        if (p->interventions[i].stage != stage) continue;
        walk(schedule, network->intervention_activity[i], marks);
        interventions++;
    }
    assert_int_equal(board->intervention_count, interventions);
    for (uint32_t i = 0; i < p->capability_count; i++) {
        const gp_capability *c = &p->capabilities[i];
        const gp_board_action *action = find(schedule, board, p->ids[c->symbol]);
        uint8_t asked = highest_asked(network, marks, i);
        bool is_done = c->ready != GP_NO_DAY && c->ready <= p->status_date;
        bool is_known = c->status > GP_UNIDENTIFIED || c->ready != GP_NO_DAY ||
                        (c->started != GP_NO_DAY && c->started <= p->status_date) ||
                        (c->identified != GP_NO_DAY && c->identified <= p->status_date);
        if (asked == 0 || is_done) continue;
        if (c->level > 0) assert_int_equal(action->track, GP_TRACK_STRENGTHEN);
        if (c->level > 0 || stage == GP_DEVELOP || stage == GP_EXPLOIT || !is_known) {
            assert_non_null(action);
            assert_int_equal(action->to_level, asked);
            assert_true(action->boards & 1 << stage);
            (*seen)++;
        }
        if (c->level == 0 && !is_known && stage == GP_EXPLORE)
            assert_int_equal(action->track, GP_TRACK_IDENTIFY);
    }
    for (uint32_t i = 1; i < board->action_count; i++)
        assert_true(board->actions[i - 1].track <= board->actions[i].track);
}

static void boards_are_what_a_walk_finds(void **state)
{
    (void)state;
    static generator g;
    uint32_t seen = 0;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        const gp_portfolio *portfolio = random_portfolio(&g, seed * 104729);
        const gp_network *network;
        const gp_schedule *schedule;
        gp_boards boards;
        gp_job *job = g.draft.job;
        gp_intervention *interventions = (gp_intervention *)(uintptr_t)portfolio->interventions;
        for (uint32_t i = 0; i < portfolio->intervention_count; i++)
            interventions[i].stage = (uint8_t)test_random(&g.seed, GP_BOARD_COUNT);
        if (gp_build_network(job, portfolio, &network) == GP_OK) {
            assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
            assert_int_equal(gp_find_boards(job, schedule, &boards), GP_OK);
            for (int stage = 0; stage < GP_BOARD_COUNT; stage++)
                check_board(schedule, &boards.boards[stage], (gp_stage)stage, &seen);
        }
        gp_job_free(job);
    }
    assert_true(seen > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_capability_on_one_board),
        cmocka_unit_test(several_boards_take_the_most_urgent_date),
        cmocka_unit_test(boards_ask_for_their_own_level),
        cmocka_unit_test(the_longest_aspect_is_named),
        cmocka_unit_test(load_counts_quarters),
        cmocka_unit_test(boards_are_what_a_walk_finds),
    };
    return cmocka_run_group_tests_name("boards", tests, NULL, NULL);
}
