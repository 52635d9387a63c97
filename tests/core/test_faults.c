/* SPDX-License-Identifier: MIT
 * The law of the public header, with memory that runs out: a question that cannot be answered
 * says GP_NO_MEMORY, leaves its result untouched and has GP901 as its last finding, whatever was
 * found before; asked again with memory it answers. Every question of core, at its first
 * allocation, its second, and so on. */
#include "core/job.h"
#include "groeipad/boards.h"
#include "groeipad/citizens.h"
#include "groeipad/scenarios.h"
#include "tests/support_memory.h"
#include "tests/support_random.h"
#include "groeipad/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

#define ATTEMPTS_MAX 2000

/* What the questions ask about: a portfolio with a late intervention. */
typedef struct subject {
    generator g;
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    uint32_t intervention;
    gp_clashes clashes;
} subject;

/* Room for any result. */
typedef union answer {
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_demand *demand;
    gp_path path;
    gp_drags drags;
    gp_chains chains;
    gp_activities activities;
    gp_reasons reasons;
    gp_gaps gaps;
    gp_reduction reduction;
    gp_clashes clashes;
    gp_remedies remedies;
    const gp_portfolio *future;
    gp_boards boards;
    gp_fits fits;
    gp_library library;
    gp_traces traces;
    gp_load load;
    gp_scenarios scenarios;
    const gp_advice *advice;
    gp_leverages leverages;
    gp_structure structure;
    gp_ways ways;
    gp_forgottens forgotten;
    gp_path_answer path_answer;
    gp_query_answer query_answer;
} answer;

/* ---- the questions ---- */

static gp_status ask_network(const subject *s, answer *out)
{
    return gp_build_network(s->job, s->portfolio, &out->network);
}

static gp_status ask_schedule(const subject *s, answer *out)
{
    return gp_schedule_network(s->job, s->network, NULL, &out->schedule);
}

static gp_status ask_demand(const subject *s, answer *out)
{
    return gp_find_demand(s->job, s->portfolio, &out->demand);
}

static gp_status ask_path(const subject *s, answer *out)
{
    return gp_trace_path(s->job, s->schedule, s->intervention, &out->path);
}

static gp_status ask_drag(const subject *s, answer *out)
{
    return gp_find_drag(s->job, s->schedule, &s->clashes.clashes[0].path, &out->drags);
}

static gp_status ask_chains(const subject *s, answer *out)
{
    return gp_find_chains(s->job, s->schedule, s->intervention, &(gp_longest_options){5},
                          &out->chains);
}

static gp_status ask_ancestors(const subject *s, answer *out)
{
    return gp_find_ancestors(s->job, s->schedule, s->intervention, NULL, &out->activities);
}

static gp_status ask_reasons(const subject *s, answer *out)
{
    return gp_explain_date(s->job, s->schedule, s->intervention, &out->reasons);
}

static gp_status ask_gaps(const subject *s, answer *out)
{
    return gp_find_gaps(s->job, s->network, NULL, &out->gaps);
}

static gp_status ask_reduction(const subject *s, answer *out)
{
    return gp_find_redundant(s->job, s->network, &out->reduction);
}

static gp_status ask_clashes(const subject *s, answer *out)
{
    return gp_find_clashes(s->job, s->schedule, NULL, &out->clashes);
}

static gp_status ask_help(const subject *s, answer *out)
{
    return gp_find_clashes(s->job, s->schedule, &(gp_clash_options){.helped = 2}, &out->clashes);
}

/* Its own catalogue: what is missing in it, it names. */
static gp_status ask_catalogue(const subject *s, answer *out)
{
    return gp_find_gaps(s->job, s->network, &(gp_gap_options){.catalogue = s->portfolio},
                        &out->gaps);
}

static gp_status ask_path_answer(const subject *s, answer *out)
{
    return gp_answer_path(s->job, s->schedule, s->intervention, &(gp_path_options){3},
                          &out->path_answer);
}

static gp_status ask_needs(const subject *s, answer *out)
{
    const gp_query query = {GP_QUERY_NEEDS, s->intervention, GP_NONE, 0, NULL};
    return gp_answer_query(s->job, s->schedule, &query, &out->query_answer);
}

static gp_status ask_no_way(const subject *s, answer *out)
{
    const gp_query query = {GP_QUERY_PATHS, s->intervention, 0, 3, NULL};
    return gp_answer_query(s->job, s->schedule, &query, &out->query_answer);
}

static gp_status ask_remedies(const subject *s, answer *out)
{
    return gp_find_remedies(s->job, s->schedule, &s->clashes.clashes[0], &out->remedies);
}

static gp_status ask_future(const subject *s, answer *out)
{
    return gp_select_scenario(s->job, s->portfolio, 0, &out->future);
}

static gp_status ask_boards(const subject *s, answer *out)
{
    return gp_find_boards(s->job, s->schedule, &out->boards);
}

static gp_status ask_load(const subject *s, answer *out)
{
    return gp_find_load(s->job, s->schedule, &out->load);
}

static gp_status ask_scenarios(const subject *s, answer *out)
{
    return gp_compare_scenarios(s->job, s->portfolio, &out->scenarios);
}

static gp_status ask_fits(const subject *s, answer *out)
{
    return gp_find_fits(s->job, s->schedule, &out->fits);
}

static gp_status ask_library(const subject *s, answer *out)
{
    const gp_library_question anything = {GP_NONE, GP_NONE, GP_NO_DAY, NULL};
    return gp_find_library(s->job, s->schedule, &anything, &out->library);
}

static gp_status ask_traces(const subject *s, answer *out)
{
    return gp_trace_gaps(s->job, s->schedule, &out->traces);
}

static gp_status ask_advice(const subject *s, answer *out)
{
    return gp_find_advice(s->job, s->schedule, &out->advice);
}

static gp_status ask_leverage(const subject *s, answer *out)
{
    return gp_find_leverage(s->job, s->portfolio, &out->leverages);
}

static gp_status ask_structure(const subject *s, answer *out)
{
    return gp_find_structure(s->job, s->network, &out->structure);
}

/* From the first step of the late one's critical path. */
static gp_status ask_ways(const subject *s, answer *out)
{
    uint32_t from = s->clashes.clashes[0].path.activities[0];
    return gp_find_ways(s->job, s->schedule, from, s->intervention, &(gp_longest_options){5},
                        &out->ways);
}

static gp_status ask_only_way(const subject *s, answer *out)
{
    uint32_t from = s->clashes.clashes[0].path.activities[0];
    return gp_find_only_way(s->job, s->schedule, from, s->intervention, &out->activities);
}

static gp_status ask_descendants(const subject *s, answer *out)
{
    return gp_find_descendants(s->job, s->schedule, 0, NULL, &out->activities);
}

static gp_status ask_forgotten(const subject *s, answer *out)
{
    return gp_find_forgotten(s->job, s->portfolio, s->portfolio, &out->forgotten);
}

static gp_status ask_check(const subject *s, answer *out)
{
    (void)out;
    return gp_check(s->job, s->schedule);
}

typedef struct question {
    const char *name;
    gp_status (*ask)(const subject *s, answer *out);
} question;

static const question questions[] = {
    {"network", ask_network},     {"schedule", ask_schedule},
    {"demand", ask_demand},       {"path", ask_path},
    {"drag", ask_drag},           {"chains", ask_chains},
    {"ancestors", ask_ancestors}, {"reasons", ask_reasons},
    {"gaps", ask_gaps},           {"reduction", ask_reduction},
    {"clashes", ask_clashes},     {"remedies", ask_remedies},
    {"check", ask_check},         {"future", ask_future},
    {"boards", ask_boards},       {"load", ask_load},
    {"scenarios", ask_scenarios}, {"fits", ask_fits},
    {"library", ask_library},     {"traces", ask_traces},
    {"advice", ask_advice},       {"library", ask_library},
    {"traces", ask_traces},       {"leverage", ask_leverage},
    {"structure", ask_structure}, {"ways", ask_ways},
    {"only way", ask_only_way},   {"descendants", ask_descendants},
    {"forgotten", ask_forgotten}, {"help", ask_help},
    {"catalogue", ask_catalogue}, {"answer path", ask_path_answer},
    {"needs", ask_needs},         {"no way", ask_no_way},
};

#define QUESTIONS (sizeof questions / sizeof *questions)

/* ---- the law ---- */

/* Two scenarios; the first intervention belongs to one of them only. */
static void name_scenarios(const gp_portfolio *portfolio)
{
    static const gp_term terms[] = {{.id = "a", .name = "a"}, {.id = "b", .name = "b"}};
    static const uint32_t first = 0;
    gp_portfolio *changed = (gp_portfolio *)(uintptr_t)portfolio;
    gp_intervention *one = (gp_intervention *)(uintptr_t)portfolio->interventions;
    changed->scenarios = (gp_terms){terms, 2};
    if (portfolio->intervention_count == 0) return;
    one->scenarios = &first;
    one->scenario_count = 1;
}

/* Makes all that can be asked about, or returns false where the portfolio of this seed has a
 * cycle or no clash. */
static bool make_subject(subject *s, uint64_t seed)
{
    s->portfolio = random_portfolio(&s->g, seed);
    name_scenarios(s->portfolio);
    s->job = s->g.draft.job;
    if (gp_build_network(s->job, s->portfolio, &s->network) == GP_OK) {
        assert_int_equal(gp_schedule_network(s->job, s->network, NULL, &s->schedule), GP_OK);
        assert_int_equal(gp_find_clashes(s->job, s->schedule, NULL, &s->clashes), GP_OK);
        if (s->clashes.count) {
            s->intervention = s->clashes.clashes[0].activity;
            return true;
        }
    }
    gp_job_free(s->job);
    return false;
}

static void check_question(const subject *s, const question *q)
{
    answer out, untouched;
    memset(&untouched, 0x5a, sizeof untouched);
    for (size_t attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
        out = untouched;
        assert_int_equal(gp_add_finding(s->job, &(gp_finding){.code = 201, .subject = "x"}), GP_OK);
        gp_fail_allocations_after(s->job, attempt);
        gp_status status = q->ask(s, &out);
        gp_fail_allocations_after(s->job, SIZE_MAX);
        if (status == GP_OK) return;
        if (status != GP_NO_MEMORY) fail_msg("%s: status %d", q->name, (int)status);
        if (memcmp(&out, &untouched, sizeof out) != 0) fail_msg("%s: a half result", q->name);
        assert_says_memory_ran_out(s->job, status);
    }
    fail_msg("%s: no answer after %d attempts", q->name, ATTEMPTS_MAX);
}

static void questions_fail_whole(void **state)
{
    const question *q = *state;
    static subject s;
    int asked = 0;
    for (uint64_t seed = 1; asked < 12; seed++) {
        if (!make_subject(&s, seed * 7919)) continue;
        check_question(&s, q);
        gp_job_free(s.job);
        asked++;
    }
}

int main(void)
{
    struct CMUnitTest tests[QUESTIONS];
    for (size_t i = 0; i < QUESTIONS; i++)
        tests[i] = (struct CMUnitTest){.name = questions[i].name,
                                       .test_func = questions_fail_whole,
                                       .initial_state = (void *)(uintptr_t)&questions[i]};
    return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
