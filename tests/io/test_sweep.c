/* SPDX-License-Identifier: MIT
 * What comes of each value: as the plan of the portfolio with that value says, in every form. */
#include "groeipad/io.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const pattern =
    "{\"title\": \"Sweep\", \"status_date\": \"2026-01-05\", \"language\": \"en\",\n"
    " \"capabilities\": [{\"id\": \"a\", \"lead_time\": \"%s\"}, {\"id\": \"b\", \"lead_time\": "
    "\"%s\"}],\n"
    " \"interventions\": [\n"
    "  {\"id\": \"z\", \"name\": \"Last by id\", \"requires\": [\"a\"], \"duration\": \"1w\", "
    "\"cycle\": \"1w\", \"needed_by\": \"2026-04-01\"},\n"
    "  {\"id\": \"m\", \"requires\": [\"a\", \"b\"], \"duration\": \"1w\", \"cycle\": \"1w\", "
    "\"needed_by\": \"2026-03-01\"},\n"
    "  {\"id\": \"c\", \"requires\": [\"b\"], \"duration\": \"1w\", \"cycle\": \"1w\"}]}\n";

static const char *const leads[] = {"1w", "2mo", "6mo", "soon"};
static const char *const others[] = {"2w", "3mo"};
static const gp_sweep_axis axes[] = {{"a.lead_time", leads, 3}, {"b.lead_time", others, 2}};

static gp_status read(gp_job *job, const char *a, const char *b, const gp_portfolio **out)
{
    char made[1024];
    snprintf(made, sizeof made, pattern, a, b);
    const char *kept = gp_copy_text(job, made, strlen(made));
    return gp_read_text(job, "x.json", kept, strlen(kept), NULL, out);
}

static gp_status make(void *object, gp_job *job, const char *const *values,
                      const gp_portfolio **out)
{
    const uint32_t *count = object;
    return read(job, values[0], *count > 1 ? values[1] : "1w", out);
}

static const gp_schedule *plan(gp_job *job, const char *a, const char *b)
{
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    assert_int_equal(read(job, a, b, &portfolio), GP_OK);
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    return schedule;
}

static gp_status sweep(gp_job *job, const gp_sweep_axis *over, uint32_t count,
                       const gp_schedule **now, const gp_sweep **out)
{
    const gp_sweep_worlds worlds = {make, &count};
    *now = plan(job, "2mo", "1w");
    return gp_find_sweep(job, *now, over, count, &worlds, out);
}

/* Each row is what planning the portfolio with its values gives. */
static void assert_row(const gp_sweep *found, const gp_sweep_row *row, const gp_schedule *planned)
{
    static const char *const ids[] = {"c", "m", "z"};
    const gp_portfolio *portfolio = planned->network->portfolio;
    uint32_t late = 0;
    int64_t days = 0;
    assert_int_equal(found->symbol_count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t symbol = gp_find_symbol(portfolio, ids[i]);
        uint32_t activity = planned->network->intervention_activity[portfolio->items[symbol].index];
        int32_t its_days = gp_late_days(planned, activity);
        assert_int_equal(row->lives[i].ready, planned->dates[activity].earliest_ready);
        assert_int_equal(row->lives[i].late_days, its_days);
        late += its_days > 0;
        days += its_days;
    }
    assert_int_equal(row->late, late);
    assert_int_equal(row->late_days, days);
}

static void rows_are_plans(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    const gp_schedule *now;
    const gp_sweep *one, *grid;
    assert_int_equal(sweep(job, axes, 1, &now, &one), GP_OK);
    assert_int_equal(one->row_count, 4);
    assert_row(one, &one->rows[0], now);
    for (uint32_t i = 0; i < 3; i++) {
        assert_string_equal(one->rows[1 + i].values[0], leads[i]);
        assert_row(one, &one->rows[1 + i], plan(job, leads[i], "1w"));
    }
    assert_int_equal(one->first_in_time, 1);
    assert_int_equal(sweep(job, axes, 2, &now, &grid), GP_OK);
    assert_int_equal(grid->row_count, 7);
    for (uint32_t i = 0; i < 6; i++) {
        assert_string_equal(grid->rows[1 + i].values[0], leads[i / 2]);
        assert_string_equal(grid->rows[1 + i].values[1], others[i % 2]);
        assert_row(grid, &grid->rows[1 + i], plan(job, leads[i / 2], others[i % 2]));
    }
    gp_job_free(job);
}

/* What is enough is said; where nothing is, what helps most. */
static void the_best_is_named(void **state)
{
    (void)state;
    const gp_sweep_axis slow = {"b.lead_time", others + 1, 1}, grid[] = {{"a", leads + 1, 2}, slow};
    gp_job *job = gp_job_new();
    const gp_schedule *now;
    const gp_sweep *found;
    assert_int_equal(sweep(job, grid, 2, &now, &found), GP_OK);
    assert_int_equal(found->first_in_time, GP_NONE);
    for (uint32_t i = 1; i < found->row_count; i++)
        assert_true(found->rows[found->least_late].late_days <= found->rows[i].late_days);
    gp_job_free(job);
}

/* A value that is none: the findings of the portfolio with it are those of the sweep. */
static void a_wrong_value_is_told(void **state)
{
    (void)state;
    const gp_sweep_axis wrong = {"a.lead_time", leads, 4};
    gp_job *job = gp_job_new();
    const gp_schedule *now;
    const gp_sweep *found;
    uint32_t count;
    assert_int_equal(sweep(job, &wrong, 1, &now, &found), GP_INVALID);
    const gp_finding *findings = gp_findings(job, &count);
    assert_true(count > 0);
    bool is_told = false;
    for (uint32_t i = 0; i < count; i++) is_told = is_told || findings[i].code == 106;
    assert_true(is_told);
    gp_job_free(job);
}

static const char one_as_text[] = "Sweep (status date 2026-01-05)\n"
                                  "\n"
                                  "a.lead_time  late  days late  the latest  days\n"
                                  "(as it is)      1          8  m              8\n"
                                  "1w              0          0  -              -\n"
                                  "2mo             1          8  m              8\n"
                                  "6mo             2        223  m            127\n"
                                  "\n"
                                  "The first with which everything is in time: a.lead_time=1w\n"
                                  "\n"
                                  "days late   as is  1w  2mo  6mo\n"
                                  "m               8   0    8  127\n"
                                  "Last by id      0   0    0   96\n";

static const char two_as_text[] = "Sweep (status date 2026-01-05)\n"
                                  "\n"
                                  "a.lead_time  b.lead_time  late  days late  the latest  days\n"
                                  "(as it is)                   1          8  m              8\n"
                                  "1w           2w              0          0  -              -\n"
                                  "1w           3mo             1         36  m             36\n"
                                  "2mo          2w              1          8  m              8\n"
                                  "2mo          3mo             1         36  m             36\n"
                                  "6mo          2w              2        223  m            127\n"
                                  "6mo          3mo             2        223  m            127\n"
                                  "\n"
                                  "The first with which everything is in time: a.lead_time=1w,\n"
                                  "b.lead_time=2w\n"
                                  "\n"
                                  "days late   as is  1w, 2w\n"
                                  "m               8       0\n"
                                  "Last by id      0       0\n"
                                  "\n"
                                  "days late   1w, 3mo  2mo, 2w\n"
                                  "m                36        8\n"
                                  "Last by id        0        0\n"
                                  "\n"
                                  "days late   2mo, 3mo  6mo, 2w\n"
                                  "m                 36      127\n"
                                  "Last by id         0       96\n"
                                  "\n"
                                  "days late   6mo, 3mo\n"
                                  "m                127\n"
                                  "Last by id        96\n";

static const char one_as_json[] =
    "{\"groeipad\":1,\"command\":\"compare\",\"title\":\"Sweep\",\"status_date\":\"2026-01-05\",\n"
    "\"sweep\":[\n"
    "{\"values\":{\"a.lead_time\":null},\"late\":1,\"late_days\":8,\"interventions\":[{\"id\":"
    "\"c\",\"ready\":\"2026-01-12\",\"late_days\":0},{\"id\":\"m\",\"ready\":\"2026-03-09\",\"late_"
    "days\":8},{\"id\":\"z\",\"ready\":\"2026-03-09\",\"late_days\":0}]},\n"
    "{\"values\":{\"a.lead_time\":\"1w\"},\"late\":0,\"late_days\":0,\"interventions\":[{\"id\":"
    "\"c\",\"ready\":\"2026-01-12\",\"late_days\":0},{\"id\":\"m\",\"ready\":\"2026-01-12\",\"late_"
    "days\":0},{\"id\":\"z\",\"ready\":\"2026-01-12\",\"late_days\":0}]},\n"
    "{\"values\":{\"a.lead_time\":\"2mo\"},\"late\":1,\"late_days\":8,\"interventions\":[{\"id\":"
    "\"c\",\"ready\":\"2026-01-12\",\"late_days\":0},{\"id\":\"m\",\"ready\":\"2026-03-09\",\"late_"
    "days\":8},{\"id\":\"z\",\"ready\":\"2026-03-09\",\"late_days\":0}]},\n"
    "{\"values\":{\"a.lead_time\":\"6mo\"},\"late\":2,\"late_days\":223,\"interventions\":[{\"id\":"
    "\"c\",\"ready\":\"2026-01-12\",\"late_days\":0},{\"id\":\"m\",\"ready\":\"2026-07-06\",\"late_"
    "days\":127},{\"id\":\"z\",\"ready\":\"2026-07-06\",\"late_days\":96}]}],\n"
    "\"findings\":[]}\n";

static const char one_as_csv[] =
    "target,value,other_target,other_value,late,late_days_in_all,intervention,ready,late_days\r\n"
    "a.lead_time,,,,1,8,c,2026-01-12,0\r\n"
    "a.lead_time,,,,1,8,m,2026-03-09,8\r\n"
    "a.lead_time,,,,1,8,z,2026-03-09,0\r\n"
    "a.lead_time,1w,,,0,0,c,2026-01-12,0\r\n"
    "a.lead_time,1w,,,0,0,m,2026-01-12,0\r\n"
    "a.lead_time,1w,,,0,0,z,2026-01-12,0\r\n"
    "a.lead_time,2mo,,,1,8,c,2026-01-12,0\r\n"
    "a.lead_time,2mo,,,1,8,m,2026-03-09,8\r\n"
    "a.lead_time,2mo,,,1,8,z,2026-03-09,0\r\n"
    "a.lead_time,6mo,,,2,223,c,2026-01-12,0\r\n"
    "a.lead_time,6mo,,,2,223,m,2026-07-06,127\r\n"
    "a.lead_time,6mo,,,2,223,z,2026-07-06,96\r\n";

static const char *write(gp_job *job, uint32_t count, gp_format format, uint16_t width)
{
    const gp_schedule *now;
    const gp_sweep *found;
    gp_output out;
    const gp_write_options options = {.format = format, .width = width};
    assert_int_equal(sweep(job, axes, count, &now, &found), GP_OK);
    assert_int_equal(gp_write_sweep(job, now->network->portfolio, found, &options, &out), GP_OK);
    return out.text;
}

static void forms_say_the_same(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    assert_string_equal(write(job, 1, GP_FORMAT_TEXT, 80), one_as_text);
    assert_string_equal(write(job, 2, GP_FORMAT_TEXT, 60), two_as_text);
    assert_string_equal(write(job, 1, GP_FORMAT_JSON, 0), one_as_json);
    assert_string_equal(write(job, 1, GP_FORMAT_CSV, 0), one_as_csv);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_plans),
        cmocka_unit_test(the_best_is_named),
        cmocka_unit_test(a_wrong_value_is_told),
        cmocka_unit_test(forms_say_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
