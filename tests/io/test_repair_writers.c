/* SPDX-License-Identifier: MIT
 * `repair` in every form, of an answer that was made by hand: so each number can be looked for. */
#include "groeipad/io.h"
#include "io/answers/repair_verdict.h"
#include "io/answers/repair_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char text[] =
    "{\"title\": \"Hand-made\", \"status_date\": \"2026-01-05\", \"language\": \"en\",\n"
    " \"planning\": {\"round\": \"1y\", \"from\": \"2026-01-01\"},\n"
    " \"capabilities\": [{\"id\": \"bias\", \"name\": \"Bias prevention\", \"lead_time\": "
    "\"4mo\"},\n"
    "   {\"id\": \"view\", \"lead_time\": \"3mo\", \"requires\": [\"bias\"]}],\n"
    " \"interventions\": [\n"
    "  {\"id\": \"advice\", \"requires\": [{\"id\": \"view\", \"level\": 2}], \"needed_by\": "
    "\"2026-12-01\"},\n"
    "  {\"id\": \"letters\", \"requires\": [\"bias\"], \"needed_by\": \"2026-09-01\"},\n"
    "  {\"id\": \"robot\", \"needed_by\": \"2027-01-01\"}],\n"
    " \"measures\": [{\"id\": \"hire\", \"name\": \"A second team\", \"changes\": "
    "{\"capabilities\": "
    "[{\"id\": \"bias\", \"lead_time\": \"1mo\"}]}}]}\n";

static gp_day day(const char *date)
{
    gp_day out = GP_NO_DAY;
    assert_true(gp_parse_date(date, &out));
    return out;
}

typedef struct made {
    gp_job *job;
    const gp_document *document;
    gp_portfolio portfolio;
    gp_network network;
    gp_schedule schedule;
    gp_candidate considered[5];
    gp_repair_use uses[4];
    gp_repair_choice choices[3];
    gp_repair_live lives[3];
    uint32_t all[5];
    gp_repair_cut cuts[2];
    gp_repair_point points[2];
    gp_repair_lost lost;
    gp_repair repair;
} made;

static void read_portfolio(made *m)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    m->job = gp_job_new();
    assert_int_equal(gp_read_document_text(m->job, "x.json", text, sizeof text - 1, NULL,
                                           &portfolio, &m->document),
                     GP_OK);
    assert_int_equal(gp_build_network(m->job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(m->job, network, NULL, &schedule), GP_OK);
    m->portfolio = *portfolio;
    m->network = *network;
    m->schedule = *schedule;
    m->network.portfolio = &m->portfolio;
    m->schedule.network = &m->network;
}

static gp_candidate candidate(gp_candidate_kind kind, uint32_t symbol, uint8_t level, double cost)
{
    return (gp_candidate){.kind = (uint8_t)kind,
                          .level = level,
                          .measure = GP_NONE,
                          .symbol = symbol,
                          .requirement = GP_NONE,
                          .needed_by = GP_NO_DAY,
                          .by_days = GP_NO_DAYS,
                          .cost = cost};
}

static void make_candidates(made *m)
{
    uint32_t bias = gp_find_symbol(&m->portfolio, "bias");
    uint32_t advice = gp_find_symbol(&m->portfolio, "advice");
    m->considered[0] = candidate(GP_DECIDE_MEASURE, GP_NONE, 0, 30);
    m->considered[0].measure = 0;
    m->considered[1] = candidate(GP_DECIDE_OFF_ROUND, bias, 1, 1);
    m->considered[2] = candidate(GP_DECIDE_SHORTEN, gp_find_symbol(&m->portfolio, "view"), 2, 2.5);
    m->considered[2].quarters = 2;
    m->considered[2].by_days = 45;
    m->considered[3] = candidate(GP_DECIDE_LEVEL, advice, 1, 2);
    m->considered[3].requirement = m->portfolio.interventions[0].requires.first;
    m->considered[4] = candidate(GP_DECIDE_DATE, advice, 0, 3);
    m->considered[4].cycles = 3;
    m->considered[4].needed_by = day("2027-01-12");
    m->considered[4].by_days = 42;
}

static void make(made *m)
{
    *m = (made){.all = {0, 1, 2, 3, 4}};
    read_portfolio(m);
    make_candidates(m);
    uint32_t step = gp_find_activity(&m->network, gp_find_symbol(&m->portfolio, "bias"), 1);
    m->uses[0] = (gp_repair_use){0, 365};
    m->uses[1] = (gp_repair_use){1, 1};
    m->uses[2] = (gp_repair_use){0, 12};
    m->choices[0] = (gp_repair_choice){1, day("2026-01-01"), step, &m->uses[0], 2};
    m->choices[1] = (gp_repair_choice){2, day("2026-03-02"), GP_NONE, &m->uses[2], 1};
    m->choices[2] = (gp_repair_choice){0, GP_NO_DAY, GP_NONE, NULL, 0};
    m->lives[0] = (gp_repair_live){0,
                                   day("2026-12-01"),
                                   day("2027-01-12"),
                                   day("2027-12-01"),
                                   day("2026-11-02"),
                                   365,
                                   0,
                                   false,
                                   true};
    m->lives[1] = (gp_repair_live){1,
                                   day("2026-09-01"),
                                   day("2026-09-01"),
                                   day("2026-09-02"),
                                   day("2026-05-01"),
                                   1,
                                   0,
                                   false,
                                   false};
    m->lives[2] = (gp_repair_live){2,
                                   day("2027-01-01"),
                                   day("2027-01-01"),
                                   day("2026-02-01"),
                                   day("2026-02-01"),
                                   0,
                                   0,
                                   false,
                                   false};
    m->cuts[0] = (gp_repair_cut){0, m->all, 5};
    m->cuts[1] = (gp_repair_cut){1, m->all, 2};
    m->points[0] = (gp_repair_point){1, 0, NULL, 0, true};
    m->points[1] = (gp_repair_point){3, 3.5, &m->all[1], 2, false};
    m->repair = (gp_repair){.status = GP_REPAIR_PROVEN,
                            .cost = 33.5,
                            .bound = 33.5,
                            .considered = m->considered,
                            .considered_count = 5,
                            .choices = m->choices,
                            .choice_count = 3,
                            .lives = m->lives,
                            .live_count = 3,
                            .cuts = m->cuts,
                            .cut_count = 2,
                            .curve = m->points,
                            .curve_count = 2,
                            .before = &m->schedule,
                            .after = &m->schedule};
}

/* ---- the verdict ---- */

typedef struct verdict {
    gp_repair_status status;
    uint32_t choices, lives, lost; /* of the lives the first are late; of these the first stay so */
    double cost, bound;
    bool is_certain;
    const char *words[2];
} verdict;

static const verdict verdicts[] = {
    {GP_REPAIR_PROVEN,
     2,
     2,
     0,
     4,
     4,
     false,
     {"Two decisions, together 4 points, make both dates. No cheaper set does: proven.",
      "Twee besluiten, samen 4 punten, halen beide datums. Goedkoper kan niet: bewezen."}},
    {GP_REPAIR_PROVEN,
     3,
     3,
     0,
     4,
     4,
     false,
     {"Three decisions, together 4 points, make all 3 dates; now 2 are late. No cheaper set does: "
      "proven.",
      "Drie besluiten, samen 4 punten, halen alle 3 datums; nu zijn er 2 te laat. Goedkoper kan "
      "niet: bewezen."}},
    {GP_REPAIR_PROVEN,
     1,
     1,
     0,
     1,
     1,
     false,
     {"One decision, of 1 point, makes the date of advice. No cheaper set does: proven.",
      "E\xC3\xA9n besluit, van 1 punt, haalt de datum van advice. Goedkoper kan niet: bewezen."}},
    {GP_REPAIR_PROVEN,
     1,
     2,
     1,
     1,
     1,
     false,
     {"One decision, of 1 point: 1 of 2 dates is made then, now 0. No set within the budget makes "
      "more: proven.",
      "E\xC3\xA9n besluit, van 1 punt: dan wordt 1 van 2 datums gehaald, nu 0. Geen stel binnen "
      "het "
      "budget haalt er meer: bewezen."}},
    {GP_REPAIR_BEST,
     2,
     2,
     0,
     8,
     6.5,
     false,
     {"Two decisions, together 8 points, make both dates. Not proven: the search was cut off, and "
      "a set that is up to 19 % cheaper may exist, of 6.5 points at least.",
      "Twee besluiten, samen 8 punten, halen beide datums. Niet bewezen: het zoeken is afgebroken, "
      "en misschien is er een stel dat tot 19 % goedkoper is, van minstens 6,5 punten."}},
    {GP_REPAIR_IMPOSSIBLE,
     1,
     2,
     1,
     1,
     1,
     true,
     {"Not all 2 dates can be made: 1 stays late, whatever is decided. One decision, of 1 point: 1 "
      "of "
      "2 dates is made then, now 0. No cheaper set does: proven.",
      "Niet alle 2 datums zijn te halen: 1 blijft te laat, wat er ook besloten wordt. E\xC3\xA9n "
      "besluit, van 1 punt: dan wordt 1 van 2 datums gehaald, nu 0. Goedkoper kan niet: bewezen."}},
    {GP_REPAIR_IMPOSSIBLE,
     0,
     3,
     2,
     0,
     0,
     false,
     {"Not all 3 dates can be made together: 2 stay late. The others are in time already.",
      "Niet alle 3 datums zijn samen te halen: 2 blijven te laat. De andere zijn al op tijd."}},
    {GP_REPAIR_IMPOSSIBLE,
     0,
     1,
     1,
     0,
     0,
     true,
     {"Nothing that was considered makes the date of advice.",
      "Niets van wat is overwogen haalt de datum van advice."}},
    {GP_REPAIR_NOTHING_LATE,
     0,
     3,
     0,
     0,
     0,
     false,
     {"Nothing has to be decided: the plan makes all 3 dates.",
      "Er hoeft niets besloten te worden: het plan haalt alle 3 datums."}},
    {GP_REPAIR_NOTHING_LATE,
     0,
     0,
     0,
     0,
     0,
     false,
     {"There is no date (needed_by) to make: nothing to decide.",
      "Er is geen datum (needed_by) om te halen: niets te besluiten."}},
};

static void says_what_comes_of_it(void **state)
{
    (void)state;
    made m;
    make(&m);
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        const verdict *v = &verdicts[i];
        m.repair.status = (uint8_t)v->status;
        m.repair.choice_count = v->choices;
        m.repair.live_count = v->lives;
        m.repair.cost = v->cost;
        m.repair.bound = v->bound;
        m.lost = (gp_repair_lost){.is_certain = v->is_certain};
        m.repair.lost = &m.lost;
        m.repair.lost_count = v->lost > 0;
        for (uint32_t k = 0; k < v->lives; k++) m.lives[k].late_after = k < v->lost;
        for (int language = 0; language < 2; language++)
            assert_string_equal(gp_repair_verdict(m.job, &m.repair, (gp_language)language),
                                v->words[language]);
    }
    gp_job_free(m.job);
}

/* ---- the formats ---- */

static const char *write_as(made *m, gp_format format, gp_language language)
{
    const gp_write_options options = {
        .format = format, .language = language, .tells_shared_once = true};
    gp_output out;
    assert_int_equal(gp_write_repair(m->job, m->document, &m->repair, &options, &out), GP_OK);
    assert_int_equal(strlen(out.text), out.size);
    return out.text;
}

static void has_all(const char *answer, const char *const *parts)
{
    for (; *parts; parts++) {
        if (!strstr(answer, *parts)) print_message("lacks %s\n", *parts);
        assert_non_null(strstr(answer, *parts));
        answer = strstr(answer, *parts);
    }
}

static void as_text(void **state)
{
    (void)state;
    made m;
    make(&m);
    has_all(write_as(&m, GP_FORMAT_TEXT, GP_ENGLISH),
            (const char *const[]){
                "Hand-made (status date 2026-01-05)\n\n",
                "Three decisions, together 33.5 points, make all 3 dates; now 2 are late.",
                "What to decide, and by when\n",
                "  1. by 2026-01-01, which has passed: start 'Bias prevention' to level 1",
                "     without it: advice 365 days late, letters 1 day late\n",
                "  2. by 2026-03-02: shorten view to level 2 by half, 45 days (2.5 points)\n",
                "     without it: advice 12 days late\n",
                "  3. A second team [hire] (30 points)\n",
                "2026-12-01 2027-01-12 2027-12-01 2026-11-02",
                "2026-09-01            2026-09-02 2026-05-01",
                "? rests on something unknown",
                "  1 other does not move, and is in time.\n",
                "  1 of 3: 0 points                nothing, as it is\n",
                "  3 of 3: 3.5 points, not proven  start 'Bias prevention' to level 1",
                "What has one of each costs 33.5 points at least.\n",
                "  for advice: A second team [hire]; or start 'Bias prevention' to level 1",
                "    one of 2 more\n",
                "  for letters: A second team [hire]; or start 'Bias prevention'",
                "Considered: 1 measure of the file.\n",
                "Considered: 4 automatic measures. Cost: to start outside the rounds 1, a quarter",
                NULL});
    has_all(write_as(&m, GP_FORMAT_TEXT, GP_DUTCH),
            (const char *const[]){
                "1. uiterlijk 2026-01-01, dat is voorbij: begin 'Bias prevention'", "(1 punt)\n",
                "zonder dit: advice 365 dagen te laat, letters 1 dag te laat\n",
                "verkort view naar niveau 2 met de helft, 45 dagen", "(2,5", NULL});
    gp_job_free(m.job);
}

static void says_what_stays_late(void **state)
{
    (void)state;
    made m;
    make(&m);
    uint32_t steps[] = {gp_find_activity(&m.network, gp_find_symbol(&m.portfolio, "bias"), 1),
                        m.network.intervention_activity[1]};
    m.lost = (gp_repair_lost){.intervention = 1,
                              .late_days = 40,
                              .is_certain = true,
                              .schedule = &m.schedule,
                              .path = {.activities = steps, .count = 2}};
    m.repair.lost = &m.lost;
    m.repair.lost_count = 1;
    m.repair.status = GP_REPAIR_IMPOSSIBLE;
    has_all(write_as(&m, GP_FORMAT_TEXT, GP_ENGLISH),
            (const char *const[]){"What stays late\n",
                                  "  letters, 40 days, with every measure taken: Bias prevention "
                                  "(1) > letters\n",
                                  NULL});
    has_all(
        write_as(&m, GP_FORMAT_JSON, GP_ENGLISH),
        (const char *const[]){"\"impossible\":[\n{\"intervention\":\"letters\",\"late_days\":40,"
                              "\"certain\":true,\"path\":[{\"id\":\"bias\",\"level\":1},",
                              NULL});
    has_all(write_as(&m, GP_FORMAT_MARKDOWN, GP_ENGLISH),
            (const char *const[]){"- **letters** stays 40 days late: Bias prevention (1) &gt; "
                                  "letters\n",
                                  NULL});
    gp_job_free(m.job);
}

static void as_formats(void **state)
{
    (void)state;
    made m;
    make(&m);
    has_all(
        write_as(&m, GP_FORMAT_JSON, GP_DUTCH),
        (const char *const[]){
            "\"status\":\"proven\",\"cost\":33.5,\"bound\":33.5,\"cost_unit\":null,",
            "{\"number\":1,\"id\":null,\"name\":null,\"kind\":\"off-round\",\"target\":\"bias\","
            "\"level\":1,\"requires\":null,\"by_days\":null,\"cost\":1,\"decide_by\":"
            "\"2026-01-01\",\"first_step\":{\"id\":\"bias\",\"level\":1},\"needed_for\":[{"
            "\"intervention\":\"advice\",\"late_days_without\":365},{\"intervention\":\"letters\","
            "\"late_days_without\":1}],\"changes\":{\"capabilities\":[{\"id\":\"bias\",\"levels\":"
            "[{\"level\":1,\"planning\":\"none\"}]}]}},\n",
            "\"interventions\":[\n{\"id\":\"advice\",\"needed_by\":\"2026-12-01\","
            "\"needed_by_after\":\"2027-01-12\",\"before\":\"2027-12-01\",\"after\":\"2026-11-02\","
            "\"late_before\":365,\"late_after\":0,\"not_before\":false,\"not_before_after\":true},",
            "\"considered\":[\n{\"id\":\"hire\",\"name\":\"A second team\",\"kind\":\"measure\","
            "\"target\":null,\"level\":null,",
            "\"changes\":{\"capabilities\":[{\"id\":\"bias\",\"lead_time\":\"1mo\"}]}},\n",
            "\"kind\":\"level\",\"target\":\"advice\",\"level\":1,\"requires\":\"view\",\"by_"
            "days\":"
            "null,\"cost\":2,\"changes\":{\"interventions\":[{\"id\":\"advice\",\"requires\":[{"
            "\"id\":\"view\",\"level\":1}]}]}},",
            "\"by_days\":42,\"cost\":3,\"changes\":{\"interventions\":[{\"id\":\"advice\","
            "\"needed_by\":\"2027-01-12\"}]}}]",
            "\"cuts\":[\n[0,1,2,3,4],\n[0,1]],\n\"cut_interventions\":[\"advice\",\"letters\"],",
            "{\"in_time\":3,\"cost\":3.5,\"proven\":false,\"measures\":[1,2]}],\n\"impossible\":[]",
            NULL});
    has_all(
        write_as(&m, GP_FORMAT_CSV, GP_ENGLISH),
        (const char *const[]){"decide_by,overdue,id,",
                              "\r\n2026-01-01,true,,,off-round,bias,1,,,,1,advice; letters,365; "
                              "1,bias,1,proven,33.5,33.5,",
                              "\r\n,false,hire,A second team,measure,", NULL});
    has_all(write_as(&m, GP_FORMAT_CSV, GP_DUTCH),
            (const char *const[]){";45;;2,5;advice;12;;;proven;33,5;33,5;", NULL});
    has_all(
        write_as(&m, GP_FORMAT_MARKDOWN, GP_ENGLISH),
        (const char *const[]){
            "### Hand-made (2026-01-05)\n\n**Three decisions, together 33.5 points, ",
            "| 1 | 2026-01-01 **passed** | start 'Bias prevention' to level 1 outside the "
            "planning rounds | 1 point | advice (365 days late without it)<br>letters (1 day ",
            "| advice | 2026-12-01 \xE2\x86\x92 2027-01-12 | 2027-12-01 | **365 days late** | "
            "not before 2026-11-02 | in time |\n",
            "<details><summary>What each number of dates costs (2)</summary>",
            "<details><summary>Why it cannot be less (2)</summary>",
            "; or let advice ask for level 1 of view; or move the date of advice to 2027-01-12, 42 "
            "days later\n",
            "- letters: A second team \\[hire\\]; or start 'Bias prevention' to level 1 outside",
            NULL});
    gp_job_free(m.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_comes_of_it),
        cmocka_unit_test(as_text),
        cmocka_unit_test(says_what_stays_late),
        cmocka_unit_test(as_formats),
    };
    return cmocka_run_group_tests_name("repair_writers", tests, NULL, NULL);
}
