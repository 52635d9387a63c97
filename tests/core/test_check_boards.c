/* SPDX-License-Identifier: MIT
 * Findings about stages and modelling: each code where it must appear, and beside it the nearest
 * portfolio where it must not. */
#include "tests/support_draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <string.h>

static const gp_finding *check(test_draft *t, uint16_t code, uint32_t *count)
{
    const gp_schedule *schedule;
    const gp_network *network = test_network(t);
    assert_int_equal(gp_schedule_network(t->job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_check(t->job, schedule), GP_OK);
    uint32_t all;
    const gp_finding *findings = gp_findings(t->job, &all), *first = NULL;
    *count = 0;
    for (uint32_t i = 0; i < all; i++) {
        if (findings[i].code != code) continue;
        if (!first) first = &findings[i];
        (*count)++;
    }
    return first;
}

static void expect(test_draft *t, uint16_t code, uint32_t wanted, const char *message)
{
    uint32_t count;
    char text[256];
    const gp_finding *first = check(t, code, &count);
    if (count != wanted)
        fail_msg("GP%d: %d findings, not %d: %s", code, (int)count, (int)wanted, message);
    if (first) {
        gp_finding_message(first, GP_ENGLISH, text, sizeof text);
        assert_string_equal(text, message);
    }
    gp_job_free(t->job);
}

/* ---- GP401 ---- */

typedef struct start_case {
    gp_stage stage;
    int32_t days, lead; /* lead: of what it requires; negative: it is there */
    bool starts;
} start_case;

static void something_to_start_with(void **state)
{
    (void)state;
    static const start_case cases[] = {
        {GP_STAGE_NONE, 84, -1, true}, {GP_EXPLOIT, 91, -1, true}, {GP_DEVELOP, 92, -1, false},
        {GP_EXPLORE, 14, -1, false},   {GP_DEVELOP, 14, 1, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        uint32_t count;
        start_test_draft(&t);
        gp_capability capability = test_capability(cases[i].lead);
        if (cases[i].lead < 0) capability.level = 1;
        add_test_capability(&t, "view", capability, "");
        add_test_intervention(&t, "a", test_intervention(GP_EXPLORE, 14), "");
        gp_intervention tried = test_intervention(cases[i].stage, cases[i].days);
        tried.cycle = DAYS(1);
        add_test_intervention(&t, "b", tried, "view");
        check(&t, 401, &count);
        if (count != !cases[i].starts) fail_msg("case %d: %d", (int)i, (int)count);
        gp_job_free(t.job);
    }
}

static void the_first_live_is_named(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_test_capability(&t, "view", test_capability(200), "");
    add_test_intervention(&t, "a", test_intervention(GP_DEVELOP, 280), "");
    add_test_intervention(&t, "b", test_intervention(GP_DEVELOP, 14), "view");
    expect(&t, 401, 1,
           "no intervention can start now and be live within 13 weeks; the first is 'b', live on "
           "1970-07-30 at the earliest");
    start_test_draft(&t);
    expect(&t, 401, 0, "an empty portfolio");
}

/* ---- GP402, GP405, GP406, GP407 ---- */

static gp_intervention staged(gp_stage stage, gp_uncertainty uncertainty, gp_day start)
{
    gp_intervention intervention = test_intervention(stage, 14);
    intervention.uncertainty = (uint8_t)uncertainty;
    intervention.start = start;
    return intervention;
}

static void stage_against_uncertainty_and_dates(void **state)
{
    (void)state;
    static const struct {
        gp_stage stage;
        gp_uncertainty uncertainty;
        gp_day start;
        const char *message; /* NULL: none */
    } cases[] = {
        {GP_EXPLOIT, GP_UNCERTAINTY_HIGH, GP_NO_DAY,
         "'a' has stage 'exploit', which does not go with uncertainty high"},
        {GP_EXPLORE, GP_UNCERTAINTY_LOW, GP_NO_DAY,
         "'a' has stage 'explore', which does not go with uncertainty low"},
        {GP_EXPLORE, GP_UNCERTAINTY_HIGH, -1,
         "'a' has stage 'explore', which does not go with start 1969-12-31"},
        {GP_EXPLOIT, GP_UNCERTAINTY_LOW, 352,
         "'a' has stage 'exploit', which does not go with live 1971-01-02"},
        {GP_EXPLOIT, GP_UNCERTAINTY_LOW, 351, NULL}, /* live a year from now, to the day */
        {GP_EXPLOIT, GP_UNCERTAINTY_MEDIUM, GP_NO_DAY, NULL},
        {GP_EXPLOIT, GP_UNCERTAINTY_NONE, GP_NO_DAY, NULL},
        {GP_EXPLORE, GP_UNCERTAINTY_HIGH, 0, NULL},
        {GP_EXPLORE, GP_UNCERTAINTY_MEDIUM, 900, NULL},
        {GP_DEVELOP, GP_UNCERTAINTY_HIGH, -1, NULL},
        {GP_DEVELOP, GP_UNCERTAINTY_LOW, 900, NULL},
        {GP_STAGE_NONE, GP_UNCERTAINTY_HIGH, -1, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        start_test_draft(&t);
        add_test_intervention(&t, "a", staged(cases[i].stage, cases[i].uncertainty, cases[i].start),
                              "");
        expect(&t, 402, cases[i].message != NULL, cases[i].message ? cases[i].message : "none");
    }
}

static void an_empty_board(void **state)
{
    (void)state;
    test_draft t;
    start_test_draft(&t);
    add_test_intervention(&t, "a", test_intervention(GP_DEVELOP, 14), "");
    add_test_intervention(&t, "b", test_intervention(GP_DEVELOP, 14), "");
    add_test_intervention(&t, "c", test_intervention(GP_STAGE_NONE, 14), "");
    expect(&t, 405, 0, "two interventions with a stage");
    start_test_draft(&t);
    add_test_intervention(&t, "a", test_intervention(GP_DEVELOP, 14), "");
    add_test_intervention(&t, "b", test_intervention(GP_DEVELOP, 14), "");
    add_test_intervention(&t, "c", test_intervention(GP_EXPLOIT, 14), "");
    expect(&t, 405, 1, "no intervention has stage 'explore': that board is empty");
    start_test_draft(&t);
    for (int stage = GP_EXPLORE; stage <= GP_EXPLOIT; stage++) {
        const char *ids[] = {"", "a", "b", "c"};
        add_test_intervention(&t, ids[stage], test_intervention((gp_stage)stage, 14), "");
    }
    expect(&t, 405, 0, "one on each board");
}

static void a_fixed_date_while_exploring(void **state)
{
    (void)state;
    static const struct {
        gp_stage stage;
        gp_day needed_by;
        uint32_t wanted;
    } cases[] = {{GP_EXPLORE, 100, 1},
                 {GP_EXPLORE, 112, 0},
                 {GP_EXPLORE, GP_NO_DAY, 0},
                 {GP_DEVELOP, 100, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_intervention intervention = test_intervention(cases[i].stage, 14);
        intervention.needed_by = cases[i].needed_by;
        add_test_capability(&t, "view", test_capability(100), "");
        add_test_intervention(&t, "a", intervention, "view");
        expect(&t, 406, cases[i].wanted,
               "'a' is still being explored and needed by 1970-04-11, but what it rests on takes "
               "until 1970-04-23");
    }
}

static void exploited_below_its_level(void **state)
{
    (void)state;
    static const struct {
        const char *requires;
        gp_stage stage;
        uint32_t wanted;
    } cases[] = {
        {"view@3", GP_EXPLOIT, 1},  {"view@2", GP_EXPLOIT, 0},      {"view@3", GP_DEVELOP, 0},
        {"done@4", GP_EXPLOIT, 0},  {"view@3|done", GP_EXPLOIT, 0}, {"view@3|late", GP_EXPLOIT, 1},
        {"nowhere", GP_EXPLOIT, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_capability view = test_capability(10), done = test_capability(10), late = done;
        view.level = 2;
        done.ready = 0;
        late.ready = 1;
        add_test_capability(&t, "view", view, "");
        add_test_capability(&t, "done", done, "");
        add_test_capability(&t, "late", late, "");
        add_test_intervention(&t, "a", test_intervention(cases[i].stage, 14), cases[i].requires);
        expect(&t, 407, cases[i].wanted,
               "'a' has stage 'exploit' and asks for 'view' at level 3; the organisation has "
               "level 2");
    }
}

/* ---- GP408 to GP411 ---- */

static void an_aspect_is_lacking(void **state)
{
    (void)state;
    static const gp_duration none = {0};
    for (int given = 0; given < 8; given++) {
        test_draft t;
        gp_estimate aspects[GP_ASPECT_COUNT];
        for (int i = 0; i < GP_ASPECT_COUNT; i++)
            aspects[i] = (gp_estimate){.likely = given & 1 << i ? DAYS(i + 1) : none};
        start_test_draft(&t);
        gp_capability view = test_capability(-1);
        view.lead.aspects = test_keep(&t, aspects, sizeof aspects);
        add_test_capability(&t, "view", view, "");
        uint32_t count;
        const gp_finding *found = check(&t, 408, &count);
        char text[128] = "";
        if (found) gp_finding_message(found, GP_ENGLISH, text, sizeof text);
        assert_int_equal(count, given != 0 && given != 7);
        if (given == 5)
            assert_string_equal(text,
                                "'view' gives a lead time for skills, tools, and none for methods");
        if (given == 2)
            assert_string_equal(text,
                                "'view' gives a lead time for methods, and none for skills, tools");
        gp_job_free(t.job);
    }
}

static void steps_that_are_there_lack_nothing(void **state)
{
    (void)state;
    for (uint8_t level = 0; level < 3; level++) {
        test_draft t;
        gp_estimate aspects[GP_ASPECT_COUNT] = {[GP_TOOLS].likely = DAYS(3)};
        gp_level steps[] = {{.level = 2, .lead.aspects = aspects}};
        start_test_draft(&t);
        gp_capability view = test_capability(4);
        view.levels = steps;
        view.level_count = 1;
        view.level = level & 7u;
        add_test_capability(&t, "view", view, "");
        expect(&t, 408, level < 2,
               "'view' gives a lead time for tools, and none for skills, methods");
    }
}

static void a_change_of_the_organisation(void **state)
{
    (void)state;
    static const gp_addressed time = {3, GP_DIRECTION_NONE};
    for (int others = 0; others < 2; others++)
        for (int required = 0; required < 2; required++)
            for (int addresses = 0; addresses < 2; addresses++)
                for (int decided = 0; decided < 2; decided++) {
                    test_draft t;
                    start_test_draft(&t);
                    gp_intervention change = test_intervention(GP_DEVELOP, 14), other = change;
                    change.decided_by = decided ? GP_DECIDED_STAFF : GP_DECIDED_NONE;
                    change.address_count = (uint32_t)addresses;
                    uint32_t dimension =
                        gp_draft_term_reference(t.draft, GP_DIMENSION, "time", (gp_place){0});
                    gp_addressed addressed = time;
                    addressed.dimension = dimension;
                    change.addresses = test_keep(&t, &addressed, sizeof addressed);
                    other.decided_by = others ? GP_DECIDED_POLICY : GP_DECIDED_NONE;
                    other.addresses = change.addresses;
                    other.address_count = 1;
                    add_test_intervention(&t, "a", change, "");
                    add_test_intervention(&t, "b", other, required ? "a" : "");
                    bool wanted = others && !decided && (required || !addresses);
                    expect(&t, 409, wanted,
                           required
                               ? "'a' looks like a change of the organisation: it has no context, "
                                 "nothing says who decides, and other interventions require it"
                               : "'a' looks like a change of the organisation: it has no context, "
                                 "nothing says who decides, and it addresses no dimension");
                }
}

static void names_that_say_who(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool is_who;
    } cases[] = {
        {"Team Klantbeeld", true},
        {"The data team", true},
        {"Klantcontactteam", true},
        {"Afdeling Communicatie", true},
        {"Communicatieafdeling", true},
        {"Department of letters", true},
        {"Privacy officer", true},
        {"Datamanager", true},
        {"Scrumco\xc3\xb6rdinator", true},
        {"Team", true},
        {"The IT department.", true},
        {"Getraind team en tooling voor meekijken", false},
        {"Steam", false},
        {"Working as a team with citizens", false},
        {"Teamwork", false},
        {"Afdelingsoverstijgend werken", false},
        {"Managing letters", false},
        {"People who can write rules down", false},
        {"", false},
        {"360", false},
        {"unnamed-team", false}, /* the id: no name was given */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        uint32_t count;
        start_test_draft(&t);
        gp_capability view = test_capability(4);
        view.name = cases[i].name;
        add_test_capability(&t, "unnamed-team", view, "");
        check(&t, 410, &count);
        if (count != cases[i].is_who) fail_msg("'%s': %d", cases[i].name, (int)count);
        gp_job_free(t.job);
    }
}

static void a_context_that_nothing_recognises(void **state)
{
    (void)state;
    static const struct {
        gp_decided_by decided_by;
        uint32_t situations;
        const char *requires;
        uint32_t wanted;
    } cases[] = {
        {GP_DECIDED_POLICY, 1, "", 1},     {GP_DECIDED_POLICY, 1, "b", 1},
        {GP_DECIDED_POLICY, 1, "view", 0}, {GP_DECIDED_POLICY, 1, "nowhere", 0},
        {GP_DECIDED_POLICY, 0, "", 0},     {GP_DECIDED_STAFF, 1, "", 0},
        {GP_DECIDED_NONE, 1, "", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test_draft t;
        start_test_draft(&t);
        gp_capability view = test_capability(4);
        view.level = 1;
        add_test_capability(&t, "view", view, "");
        gp_term calling = {.id = "calling", .name = "Calling"};
        assert_int_equal(gp_draft_term(t.draft, GP_SITUATION, &calling), GP_OK);
        uint32_t situation =
            gp_draft_term_reference(t.draft, GP_SITUATION, "calling", (gp_place){0});
        gp_intervention intervention = test_intervention(GP_DEVELOP, 14);
        intervention.decided_by = (uint8_t)cases[i].decided_by;
        intervention.situation_count = cases[i].situations;
        intervention.situations = test_keep(&t, &situation, sizeof situation);
        add_test_intervention(&t, "a", intervention, cases[i].requires);
        add_test_intervention(&t, "b", test_intervention(GP_DEVELOP, 14), "view");
        expect(&t, 411, cases[i].wanted,
               "'a' is applied by policy in a context, and rests on no capability: what "
               "recognises the context?");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(something_to_start_with),
        cmocka_unit_test(the_first_live_is_named),
        cmocka_unit_test(stage_against_uncertainty_and_dates),
        cmocka_unit_test(an_empty_board),
        cmocka_unit_test(a_fixed_date_while_exploring),
        cmocka_unit_test(exploited_below_its_level),
        cmocka_unit_test(an_aspect_is_lacking),
        cmocka_unit_test(steps_that_are_there_lack_nothing),
        cmocka_unit_test(a_change_of_the_organisation),
        cmocka_unit_test(names_that_say_who),
        cmocka_unit_test(a_context_that_nothing_recognises),
    };
    return cmocka_run_group_tests_name("check_boards", tests, NULL, NULL);
}
