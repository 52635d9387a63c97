/* SPDX-License-Identifier: MIT
 * Measures and plans that are wrong, empty or at the edge: what each is told, and what is decided
 * all the same. */
#include "core/job.h"
#include "tests/support_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* i waits for c of half a year, and is needed in May; b is beside the way. */
#define PLAN                                                                                       \
    "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2026-05-01\",\"requires\":[\"c\"]}],"        \
    "\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"6mo\"},{\"id\":\"b\",\"lead_time\":\"1mo\"}]"
#define MEASURES(list) PLAN ",\"measures\":[" list "]"
#define SHORT(id, keys)                                                                            \
    "{\"id\":\"" id "\"," keys                                                                     \
    "\"changes\":{\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"1mo\"}]}}"
#define BESIDE(id, keys)                                                                           \
    "{\"id\":\"" id "\"," keys                                                                     \
    "\"changes\":{\"capabilities\":[{\"id\":\"b\",\"lead_time\":\"1w\"}]}}"

static const struct {
    const char *name, *text;
    int status;         /* gp_repair_status; -1: there is no answer */
    const char *codes;  /* of findings, in the order in which they are found */
    const char *choice; /* as name_choice has it */
} rows[] = {
    {"nothing at all", "\"x-nothing\":true", GP_REPAIR_NOTHING_LATE, "", ""},
    {"no measures in the list", MEASURES(""), GP_REPAIR_PROVEN, "", "shorten:c@1/2 "},
    {"costs nothing", MEASURES(SHORT("m", "\"cost\":0,")), GP_REPAIR_PROVEN, "", "m "},
    {"all cost nothing", MEASURES(SHORT("n", "") "," SHORT("m", "")), GP_REPAIR_PROVEN, "", "m "},
    {"the smallest cost", MEASURES(SHORT("m", "\"cost\":1e-300,")), GP_REPAIR_PROVEN, "", "m "},
    {"the largest cost",
     MEASURES(SHORT("m", "\"cost\":1e12,") "," SHORT("n", "\"cost\":900000000000,")),
     GP_REPAIR_PROVEN, "", "n "},
    {"a negative cost", MEASURES(SHORT("m", "\"cost\":-1,")), -1, "106 ", NULL},
    {"a cost beyond all", MEASURES(SHORT("m", "\"cost\":1e300,")), -1, "106 ", NULL},
    {"a cost in words", MEASURES(SHORT("m", "\"cost\":\"much\",")), -1, "102 ", NULL},
    {"two of one id", MEASURES(SHORT("m", "") "," SHORT("m", "")), -1, "105 ", NULL},
    {"excludes itself", MEASURES(SHORT("m", "\"excludes\":[\"m\"],")), GP_REPAIR_IMPOSSIBLE, "142 ",
     ""},
    {"needs itself", MEASURES(SHORT("m", "\"needs\":[\"m\"],")), -1, "143 ", NULL},
    {"needs in a circle",
     MEASURES(SHORT("m", "\"needs\":[\"n\"],") "," BESIDE("n", "\"needs\":[\"m\"],")), -1, "143 ",
     NULL},
    {"needs what is not there", MEASURES(SHORT("m", "\"needs\":[\"mm\"],")), -1, "106 ", NULL},
    {"excludes what is not there", MEASURES(SHORT("m", "\"excludes\":[\"q\"],")), -1, "106 ", NULL},
    {"changes nothing that a date rests on", MEASURES(BESIDE("m", "\"cost\":1,")),
     GP_REPAIR_IMPOSSIBLE, "141 ", ""},
    {"changes nothing", MEASURES("{\"id\":\"m\",\"changes\":{}}"), GP_REPAIR_IMPOSSIBLE, "141 ",
     ""},
    {"no changes", MEASURES("{\"id\":\"m\",\"cost\":1}"), GP_REPAIR_IMPOSSIBLE, "141 ", ""},
    {"makes it later",
     MEASURES(
         "{\"id\":\"m\",\"changes\":{\"capabilities\":[{\"id\":\"c\",\"lead_time\":\"1y\"}]}}"),
     GP_REPAIR_IMPOSSIBLE, "140 ", ""},
    {"makes a circle of requirements",
     MEASURES("{\"id\":\"m\",\"changes\":{\"capabilities\":[{\"id\":\"c\",\"requires\":[\"b\"]},{"
              "\"id\":\"b\",\"requires\":[\"c\"]}]}}"),
     -1, "107 ", NULL},
    {"takes out what is not there", MEASURES("{\"id\":\"m\",\"changes\":{\"drop\":[\"cc\"]}}"), -1,
     "118 ", NULL},
    {"takes out what holds it up",
     MEASURES("{\"id\":\"m\",\"cost\":1,\"changes\":{\"drop\":[\"c\"]}}"), GP_REPAIR_PROVEN, "",
     "m "},
    {"another status date", MEASURES("{\"id\":\"m\",\"changes\":{\"status_date\":\"2025-01-05\"}}"),
     GP_REPAIR_IMPOSSIBLE, "140 ", ""},
    {"not needed by any day",
     "\"interventions\":[{\"id\":\"i\",\"requires\":[\"c\"]}],\"capabilities\":[{\"id\":\"c\"}]",
     GP_REPAIR_NOTHING_LATE, "", ""},
    {"all is done",
     "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2025-02-01\",\"progress\":100,\"requires\":["
     "\"c\"]}],\"capabilities\":[{\"id\":\"c\",\"level\":1}]",
     GP_REPAIR_NOTHING_LATE, "", ""},
    {"no lead time is known",
     "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2026-01-06\",\"requires\":[\"c\",\"gone\"]}]"
     ","
     "\"capabilities\":[{\"id\":\"c\"}]",
     GP_REPAIR_PROVEN, "", "date:i@0/1 "},
    {"an intervention that waits for another, which nothing makes shorter",
     "\"interventions\":[{\"id\":\"i\",\"needed_by\":\"2026-03-01\",\"requires\":[\"j\"]},{\"id\":"
     "\"j\",\"duration\":\"40w\",\"requires\":[\"c\"]}],\"capabilities\":[{\"id\":\"c\",\"lead_"
     "time\":\"1mo\"}]",
     GP_REPAIR_IMPOSSIBLE, "", ""},
};

static gp_status make(void *object, gp_job *job, const gp_candidate *const *candidates,
                      uint32_t count, const gp_portfolio **out)
{
    const repair_world *world = object;
    return gp_read_candidates(job, world->document, world->portfolio, candidates, count, NULL, out,
                              NULL);
}

/* False: there is no answer, and an error says why. */
static bool answer(repair_world *world)
{
    const gp_network *network;
    world->worlds = (gp_repair_worlds){make, world};
    if (gp_read_document_text(world->job, "p.json", world->text, strlen(world->text), NULL,
                              &world->portfolio, &world->document) != GP_OK)
        return false;
    assert_int_equal(gp_build_network(world->job, world->portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(world->job, network, NULL, &world->schedule), GP_OK);
    gp_default_repair(world->portfolio, &world->options);
    world->options.worlds = &world->worlds;
    gp_status status = gp_find_repair(world->job, world->schedule, &world->options, &world->repair);
    assert_true(status == GP_OK || status == GP_INVALID);
    return status == GP_OK;
}

static void need_codes(const repair_world *world, const char *expected, bool is_answered)
{
    char codes[200] = "";
    uint32_t count;
    bool has_error = false;
    const gp_finding *findings = gp_findings(world->job, &count);
    for (uint32_t i = 0; i < count; i++) {
        snprintf(codes + strlen(codes), sizeof codes - strlen(codes), "%d ", findings[i].code);
        has_error = has_error || findings[i].severity == GP_ERROR;
        assert_true(findings[i].place.line > 0);
    }
    assert_string_equal(codes, expected);
    assert_int_equal(has_error, !is_answered);
}

static void what_is_odd_is_told_and_survived(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[2000];
        repair_world world = {.job = gp_job_new(), .text = text};
        snprintf(text, sizeof text, "{\"status_date\":\"2026-01-05\",%s}", rows[i].text);
        print_message("%s\n", rows[i].name);
        bool is_answered = answer(&world);
        need_codes(&world, rows[i].codes, is_answered);
        assert_int_equal(is_answered, rows[i].status >= 0);
        if (is_answered) {
            bool *is_taken = GP_NEW(world.job, bool, world.repair->considered_count + 1u);
            for (uint32_t k = 0; k < world.repair->choice_count; k++)
                is_taken[world.repair->choices[k].candidate] = true;
            assert_int_equal(world.repair->status, rows[i].status);
            assert_string_equal(name_choice(&world, is_taken), rows[i].choice);
        }
        gp_job_free(world.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_odd_is_told_and_survived)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
