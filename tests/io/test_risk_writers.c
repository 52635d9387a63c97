/* SPDX-License-Identifier: MIT
 * `risk` in every form, of an answer that was made by hand: so each number can be looked for. */
#include "groeipad/io.h"
#include "groeipad/risk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char text[] =
    "{\"title\": \"Hand-made\", \"status_date\": \"2026-01-05\", \"language\": \"en\",\n"
    " \"planning\": {\"round\": \"6mo\", \"from\": \"2026-01-01\", \"prepare\": \"1mo\"},\n"
    " \"capabilities\": [{\"id\": \"trained-team\", \"lead_time\": \"2mo\"},\n"
    "   {\"id\": \"view\", \"lead_time\": \"3mo\", \"requires\": [\"trained-team\"]}],\n"
    " \"interventions\": [\n"
    "  {\"id\": \"co-browsing\", \"requires\": [\"trained-team\"], \"duration\": \"1w\", "
    "\"cycle\": \"1w\", \"needed_by\": \"2026-09-01\"},\n"
    "  {\"id\": \"letters\", \"requires\": [\"view\"], \"duration\": \"1w\", \"cycle\": \"1w\", "
    "\"needed_by\": \"2027-12-01\"},\n"
    "  {\"id\": \"robot\", \"duration\": \"1w\", \"cycle\": \"1w\", \"requires\": [\"view\"]}]}\n";

static gp_day day(const char *date)
{
    gp_day out = GP_NO_DAY;
    assert_true(gp_parse_date(date, &out));
    return out;
}

/* An answer about the portfolio above. */
typedef struct made {
    gp_job *job;
    gp_portfolio portfolio;
    gp_network network;
    gp_schedule schedule;
    gp_risk risks[2];
    gp_risk_live lives[3], before[3];
    gp_risk_merge merges[1];
    gp_risk_by by[2];
    gp_risk_step steps[4];
    gp_risk_delay delays[2];
    gp_risk_effect effects[2];
    gp_risk_together together;
    uint32_t set[2];
    gp_risk_answer answer;
} made;

static void read_portfolio(made *m)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    m->job = gp_job_new();
    assert_int_equal(gp_read_text(m->job, "x.json", text, sizeof text - 1, NULL, &portfolio),
                     GP_OK);
    assert_int_equal(gp_build_network(m->job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(m->job, network, NULL, &schedule), GP_OK);
    m->portfolio = *portfolio;
    m->network = *network;
    m->schedule = *schedule;
    m->risks[0] = (gp_risk){.id = "strike",
                            .name = "Strike",
                            .probability = 0.3,
                            .mitigated_probability = 0.1,
                            .mitigation_cost = 1200};
    m->risks[1] = (gp_risk){.id = "law",
                            .name = "Law",
                            .probability = 0.5,
                            .mitigated_probability = -1,
                            .mitigation_cost = -1};
    m->portfolio.risks = m->risks;
    m->portfolio.risk_count = 2;
    m->network.portfolio = &m->portfolio;
    m->schedule.network = &m->network;
}

static gp_risk_live live(uint32_t intervention, const char *needed_by, double probability)
{
    return (gp_risk_live){.intervention = intervention,
                          .needed_by = needed_by ? day(needed_by) : GP_NO_DAY,
                          .plan = day("2026-09-14"),
                          .plan_probability = 0.125,
                          .mean_days_after_plan = -1.5 + intervention * 20,
                          .quantiles = {day("2026-07-06"), day("2026-10-05"), day("2027-02-15"),
                                        day("2027-03-01"), day("2027-04-05")},
                          .probability = probability,
                          .standard_error = probability < 0 ? -1 : 0.004208,
                          .expected_late_days = probability < 0 ? -1 : 70.25,
                          .expected_late_cycles = probability < 0 ? -1 : 10,
                          .merge_bias_days = 18.5,
                          .steps = 3,
                          .is_detailed = true,
                          .sure_steps = 1};
}

static void make(made *m)
{
    *m = (made){.set = {0, 1}};
    read_portfolio(m);
    m->lives[0] = live(0, "2026-09-01", 0.2309);
    m->lives[1] = live(1, "2027-12-01", 0.96);
    m->lives[2] = live(2, NULL, -1);
    m->merges[0] = (gp_risk_merge){gp_find_activity(&m->network, 1, 0), 7.25};
    m->lives[1].merges = m->merges;
    m->lives[1].merge_count = 1;
    m->by[0] = (gp_risk_by){0, 0.9f, -0.25f, 0.5f, 0.225f};
    m->by[1] = (gp_risk_by){1, 0.0001f, 0.5f, 0.25f, 0.125f};
    uint32_t team = gp_find_activity(&m->network, gp_find_symbol(&m->portfolio, "trained-team"), 0);
    uint32_t view = gp_find_activity(&m->network, gp_find_symbol(&m->portfolio, "view"), 0);
    m->steps[0] =
        (gp_risk_step){.activity = team,
                       .criticality = 0.9,
                       .mean_days = 66.125,
                       .sd_days = 12.5,
                       .by = m->by,
                       .by_count = 2,
                       .identify_by = {day("2025-12-01"), day("2025-06-01"), day("2025-06-01")}};
    m->steps[1] =
        (gp_risk_step){.activity = view,
                       .is_sure = true,
                       .criticality = 0.4,
                       .mean_days = 92,
                       .by = &m->by[1],
                       .by_count = 1,
                       .identify_by = {day("2026-12-01"), day("2026-12-01"), day("2026-06-01")}};
    for (uint32_t i = 0; i < 2; i++)
        m->steps[2 + i] = (gp_risk_step){.activity = m->network.intervention_activity[i],
                                         .identify_by = {GP_NO_DAY, GP_NO_DAY, GP_NO_DAY}};
    m->delays[0] = (gp_risk_delay){0, 10.5, 4.5};
    m->delays[1] = (gp_risk_delay){1, 2, 2};
    m->effects[0] = (gp_risk_effect){0, 3000, m->delays, 2};
    m->effects[1] = (gp_risk_effect){.risk = 1, .happened = 4};
    m->together = (gp_risk_together){{m->set, 2}, 0.2214, 0.004};
    m->answer = (gp_risk_answer){.draws = 10000,
                                 .seed = 1,
                                 .steps = 4,
                                 .sure_steps = 1,
                                 .lives = m->lives,
                                 .live_count = 3,
                                 .together = &m->together,
                                 .together_count = 1,
                                 .steps_of = m->steps,
                                 .effects = m->effects,
                                 .effect_count = 2};
}

static const char *write(made *m, gp_format format, gp_language language, uint32_t limit)
{
    const gp_write_options options = {
        .format = format, .language = language, .row_limit = limit, .separator = ','};
    gp_output output;
    assert_int_equal(gp_write_risk(m->job, &m->schedule, &m->answer, &options, &output), GP_OK);
    return output.text;
}

static void assert_has(const char *answer, const char *part)
{
    if (!strstr(answer, part)) fail_msg("there is no\n%s\nin\n%s", part, answer);
}

static void json_has_every_number(void **state)
{
    made m;
    (void)state;
    make(&m);
    const char *json = write(&m, GP_FORMAT_JSON, GP_ENGLISH, 1);
    assert_has(json, "\"draws\":10000,\"seed\":1,\"partial\":false,\"sure_steps\":1,\"steps\":4,");
    assert_has(json, "{\"id\":\"co-browsing\",\"needed_by\":\"2026-09-01\",\"plan\":\"2026-09-14\","
                     "\"plan_probability\":0.125000,\"mean_days_after_plan\":-1.500,"
                     "\"p\":{\"10\":\"2026-07-06\",\"50\":\"2026-10-05\",\"80\":\"2027-02-15\","
                     "\"90\":\"2027-03-01\",\"95\":\"2027-04-05\"},\"probability\":0.230900,"
                     "\"standard_error\":0.004208,\"expected_late_days\":70.250,"
                     "\"expected_late_cycles\":10.000,\"merge_bias_days\":18.500,\"merges\":[],"
                     "\"not_before\":0,\"steps\":3,\"sure_steps\":1,\"unmitigated\":null,");
    assert_has(json, "\"merges\":[{\"id\":\"view\",\"level\":1,\"days\":7.250}]");
    assert_has(json, "{\"id\":\"robot\",\"needed_by\":null");
    assert_has(json, "\"probability\":null,\"standard_error\":null,\"expected_late_days\":null");
    assert_has(json, "{\"ids\":[\"co-browsing\",\"letters\"],\"probability\":0.221400,"
                     "\"standard_error\":0.004000}");
    assert_has(json, "{\"id\":\"trained-team\",\"level\":1,\"criticality\":0.900000,\"by\":[{"
                     "\"intervention\":\"co-browsing\",\"criticality\":0.900000,"
                     "\"spearman\":-0.250000,\"ssi\":0.500000,\"cruciality\":0.225000}");
    assert_has(json, "\"identify_by\":{\"50\":\"2025-12-01\",\"80\":\"2025-06-01\","
                     "\"95\":\"2025-06-01\"},\"sure\":false,\"mean_days\":66.125,"
                     "\"sd_days\":12.500");
    assert_has(json, "\"identify_by\":{\"50\":null,\"80\":null,\"95\":null}");
    assert_has(json, "{\"id\":\"strike\",\"happened\":3000,\"days\":[{\"intervention\":"
                     "\"co-browsing\",\"mean_days\":10.500,\"mitigated_mean_days\":4.500}");
    assert_has(json, "\"mitigation\":{\"cost\":1200.000,\"wins_days\":6.000,"
                     "\"cost_per_day\":200.000}");
    assert_has(json, "{\"id\":\"law\",\"happened\":4,\"days\":[],\"mitigation\":null");
    assert_has(json, "\"mitigated\":false,\"draws_from\":0,\"draws_to\":10000");
    gp_job_free(m.job);
}

static void csv_has_a_row_for_each(void **state)
{
    made m;
    (void)state;
    make(&m);
    m.answer.unmitigated = m.before;
    memcpy(m.before, m.lives, sizeof m.before);
    m.before[0].is_detailed = false; /* nothing is told of its steps: not that there are none */
    m.answer.is_partial = true;
    m.answer.first_draw = 2000;
    m.answer.seed = UINT64_MAX;
    const char *csv = write(&m, GP_FORMAT_CSV, GP_ENGLISH, 1);
    assert_has(csv, ",cost_per_day,draws,seed,partial,mitigated,draws_from,draws_to\r\nrun,,,");
    assert_has(csv, ",,,4,1,,,,,,,,,,,,,,,,10000,18446744073709551615,true,true,2000,12000\r\n");
    assert_has(csv, "\r\nintervention,co-browsing,,,2026-09-01,2026-09-14,0.125000,-1.500,"
                    "2026-07-06,2026-10-05,2027-02-15,2027-03-01,2027-04-05,0.230900,0.004208,"
                    "70.250,10.000,18.500,0,3,1,,");
    assert_has(csv, "\r\nunmitigated,co-browsing,,,2026-09-01,2026-09-14,0.125000,-1.500,"
                    "2026-07-06,2026-10-05,2027-02-15,2027-03-01,2027-04-05,0.230900,0.004208,"
                    "70.250,10.000,18.500,0,,,,");
    assert_has(csv, "\r\nmerge,view,1,letters,");
    assert_has(csv, "\r\ntogether,co-browsing; letters,");
    assert_has(csv, "\r\nstep,trained-team,1,");
    assert_has(csv, "\r\nstep by intervention,trained-team,1,co-browsing,");
    assert_has(csv, ",0.900000,-0.250000,0.500000,0.225000,");
    assert_has(csv, "\r\nrisk,strike,");
    assert_has(csv, ",3000,12.500,,1200.000,6.000,200.000,,,,,,\r\n");
    assert_has(csv, "\r\nrisk by intervention,strike,,co-browsing,");
    gp_job_free(m.job);
}

/* 12.5 days are lost to it, mitigated 29.853: a mitigation that makes things worse is not hidden.
 */
static void a_mitigation_may_lose_days(void **state)
{
    made m;
    (void)state;
    make(&m);
    m.delays[0].mitigated_mean_days = 27.853;
    assert_has(write(&m, GP_FORMAT_JSON, GP_ENGLISH, 1),
               "\"mitigation\":{\"cost\":1200.000,\"wins_days\":-17.353,\"cost_per_day\":null}");
    assert_has(write(&m, GP_FORMAT_CSV, GP_ENGLISH, 1),
               ",3000,12.500,,1200.000,-17.353,,,,,,,\r\n");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10), " -17  1,200 ");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10),
               "  A minus: when it is mitigated, so many days more are lost.\n");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_DUTCH, 10),
               "  Een min: als het risico wordt beperkt, gaan zoveel dagen meer verloren.\n");
    m.delays[0].mitigated_mean_days = 10.5 - 1e-13; /* what is less than a figure shows is none */
    assert_has(write(&m, GP_FORMAT_JSON, GP_ENGLISH, 1),
               "\"wins_days\":0.000,\"cost_per_day\":null}");
    assert_null(strstr(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10), "A minus"));
    gp_job_free(m.job);
}

/* The most that a file may give has all its digits in every form; what a library gives beyond that
 * is at least no other number. */
static void costs_have_all_their_digits(void **state)
{
    made m;
    (void)state;
    make(&m);
    m.risks[0].mitigation_cost = 1e12;
    assert_has(write(&m, GP_FORMAT_JSON, GP_ENGLISH, 1), "\"cost\":1000000000000.000,");
    assert_has(write(&m, GP_FORMAT_CSV, GP_ENGLISH, 1),
               ",1000000000000.000,6.000,166666666666.667");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10), " 1,000,000,000,000  166,666,666,667 ");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_DUTCH, 10), " 1.000.000.000.000  166.666.666.667 ");
    m.delays[0].mitigated_mean_days = 10.499; /* 0.001 day for so much */
    assert_has(write(&m, GP_FORMAT_JSON, GP_ENGLISH, 1),
               "\"wins_days\":0.001,\"cost_per_day\":1000000000000");
    m.risks[0].mitigation_cost = 1e308;
    assert_null(strstr(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10), "-9,223"));
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10), " 9,000,000,000,000,000,000 ");
    gp_job_free(m.job);
}

/* All rows of a CSV have as many cells as its header. */
static void csv_is_a_table(void **state)
{
    made m;
    (void)state;
    make(&m);
    const char *csv = write(&m, GP_FORMAT_CSV, GP_ENGLISH, 0);
    size_t columns = 0, cells = 0;
    for (const char *at = csv; *at; at++) {
        if (*at == ',') cells++;
        if (*at != '\n') continue;
        if (columns == 0) columns = cells;
        assert_int_equal(cells, columns);
        cells = 0;
    }
    gp_job_free(m.job);
}

/* Of Dutch spreadsheets: a comma in decimals, also in those with a minus. */
static void csv_has_decimals_of_the_language(void **state)
{
    made m;
    gp_output output;
    (void)state;
    make(&m);
    const gp_write_options options = {.format = GP_FORMAT_CSV, .language = GP_DUTCH};
    assert_int_equal(gp_write_risk(m.job, &m.schedule, &m.answer, &options, &output), GP_OK);
    assert_has(output.text, ";0,125000;-1,500;2026-07-06;");
    gp_job_free(m.job);
}

static void text_opens_with_what_matters(void **state)
{
    made m;
    (void)state;
    make(&m);
    const char *page = write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10);
    assert_has(page,
               "co-browsing: 23 % chance to be live by 2026-09-01; 80 % sure by 2027-02-15 if\n"
               "  trained-team is decided on by 2026-06-01, for the round of 2026-07-01; for\n"
               "  80 % in time with all that rests on it, it should have been decided on by\n"
               "  2025-06-01, for that of 2025-07-01.\n"
               "letters: 96 % chance to be live by 2027-12-01; 80 % sure by 2027-02-15; decide\n"
               "  on view by 2026-12-01, for the round of 2027-01-01, or view alone takes that\n"
               "  chance below 80 %.\n"
               "robot: no date is asked of it; as likely as not live by 2026-10-05, 80 % sure by\n"
               "  2027-02-15.\n");
    assert_has(page, "10,000 draws: the plan calculated 10,000 times");
    assert_has(page, "1 of 4 steps is taken as sure");
    assert_has(page, "Both by their dates: 22 % chance\n");
    assert_has(page, "Too late to be 80 % sure: trained-team (1)\n");
    gp_job_free(m.job);
}

/* One decision that two wait for: told in full in the first sentence, whom it was told of in the
 * other. */
static void text_tells_a_shared_decision_once(void **state)
{
    made m;
    (void)state;
    make(&m);
    m.lives[1].probability = 0.5;
    m.by[1].criticality = 0.5f;
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10),
               "  2025-06-01, for that of 2025-07-01.\n"
               "letters: 50 % chance to be live by 2027-12-01; 80 % sure by 2027-02-15 with the\n"
               "  same decision on trained-team as for co-browsing.\n");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_DUTCH, 10),
               "letters: 50 % kans om live te zijn op 2027-12-01; 80 % zeker op 2027-02-15 met\n"
               "  hetzelfde besluit over trained-team als bij co-browsing.\n");
    m.lives[0].probability = 0.95;
    m.lives[1].probability = 0.96;
    m.steps[0].identify_by[1] = day("2026-10-01");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10),
               "  decide on trained-team by 2026-10-01, for the round of 2027-01-01, or\n"
               "  trained-team alone takes the chance that all that rests on it is in time below\n"
               "  80 %.\n"
               "letters: 96 % chance to be live by 2027-12-01; 80 % sure by 2027-02-15; decide\n"
               "  on trained-team as for co-browsing.\n");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_DUTCH, 10),
               "letters: 96 % kans om live te zijn op 2027-12-01; 80 % zeker op 2027-02-15;\n"
               "  besluit over trained-team als bij co-browsing.\n");
    gp_job_free(m.job);
}

static void text_has_at_most_so_many_rows(void **state)
{
    made m;
    (void)state;
    make(&m);
    const char *page = write(&m, GP_FORMAT_TEXT, GP_DUTCH, 1);
    assert_null(strstr(page, "letters: 9"));
    assert_has(page, "De eerste 1 van 3; --top N toont er meer, --top 0 alle.\n");
    gp_job_free(m.job);
}

/* Three of them and how many more there are; all of them where all is asked for. */
static void text_names_what_it_is_too_late_for(void **state)
{
    made m;
    (void)state;
    make(&m);
    for (int i = 0; i < 4; i++) m.steps[i].identify_by[1] = day("2025-06-01");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10),
               "Too late to be 80 % sure: trained-team (1), view (1), co-browsing and 1 more\n");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 0),
               "Too late to be 80 % sure: trained-team (1), view (1), co-browsing, letters\n");
    assert_has(write(&m, GP_FORMAT_TEXT, GP_DUTCH, 0),
               "Te laat om 80 % zeker te zijn: trained-team (1), view (1), co-browsing,\n"
               "    letters\n");
    gp_job_free(m.job);
}

static void text_says_what_is_unknown_and_what_is_partial(void **state)
{
    made m;
    (void)state;
    make(&m);
    m.lives[0].not_before = 10000;
    m.lives[0].probability = 0.001;
    m.answer.is_partial = true;
    m.answer.draws = 1234;
    const char *page = write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10);
    assert_has(page, "Stopped early: what follows rests on 1,234 draws");
    assert_has(page,
               "co-browsing: at most 1 % chance to be live by 2026-09-01, as something that it\n"
               "  rests on is unknown; 80 % sure not before 2027-02-15.\n");
    assert_has(page, "<1 %");
    gp_job_free(m.job);
}

/* Where the draws are all the same there is nothing to draw from. */
static void text_says_that_nothing_varies(void **state)
{
    made m;
    (void)state;
    make(&m);
    for (int i = 0; i < 3; i++) {
        m.lives[i].plan_probability = 1;
        m.lives[i].mean_days_after_plan = 0;
    }
    m.answer.sure_steps = 4;
    const char *page = write(&m, GP_FORMAT_TEXT, GP_ENGLISH, 10);
    assert_has(page, "Nothing varies: this is the plan.\n4 of 4 steps are taken as sure");
    assert_null(strstr(page, "draws"));
    gp_job_free(m.job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_every_number),
        cmocka_unit_test(csv_has_a_row_for_each),
        cmocka_unit_test(a_mitigation_may_lose_days),
        cmocka_unit_test(costs_have_all_their_digits),
        cmocka_unit_test(csv_is_a_table),
        cmocka_unit_test(csv_has_decimals_of_the_language),
        cmocka_unit_test(text_opens_with_what_matters),
        cmocka_unit_test(text_tells_a_shared_decision_once),
        cmocka_unit_test(text_has_at_most_so_many_rows),
        cmocka_unit_test(text_names_what_it_is_too_late_for),
        cmocka_unit_test(text_says_what_is_unknown_and_what_is_partial),
        cmocka_unit_test(text_says_that_nothing_varies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
