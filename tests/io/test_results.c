/* SPDX-License-Identifier: MIT
 * Every answer in every format: it is well formed, its parts agree with the schedule, and where
 * memory runs out, at whatever allocation, the writer says so and never gives a text that lacks
 * something. */
#include "core/job.h"
#include "groeipad/io.h"
#include "tests/support_memory.h"
#include "groeipad/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cjson/cJSON.h>
#include <cmocka.h>

static const char text[] =
    "{\"status_date\": \"2025-01-06\", \"title\": \"A \\\"title\\\"\",\n"
    " \"scenarios\": [{\"id\": \"lake\"}, {\"id\": \"lock\", \"name\": \"Locked\"}],\n"
    " \"planning\": {\"round\": \"1y\", \"from\": \"2025-01-01\", \"prepare\": \"6w\"},\n"
    " \"cycel\": \"2w\",\n"
    " \"interventions\": [\n"
    "  {\"id\": \"robot\", \"name\": \"Advice robot\", \"stage\": \"explore\",\n"
    "   \"needed_by\": \"2026-02-01\", \"requires\": [{\"id\": \"view\", \"level\": 2},\n"
    "   {\"id\": \"bias\", \"lag\": \"2w\"}, \"nowhere\"]},\n"
    "  {\"id\": \"letters\", \"scenarios\": [\"lake\"], \"start\": \"2025-03-01\", \"requires\": "
    "[\"words\"],\n"
    "   \"addresses\": [\"language\"], \"applies\": {\"decided_by\": \"staff\"}},\n"
    "  {\"id\": \"calls\", \"start\": \"2024-10-01\", \"duration\": \"2w\", \"applies\": {\n"
    "   \"segments\": [\"new\"], \"situations\": [\"asking\"]}, \"addresses\": [\"time\",\n"
    "   {\"dimension\": \"empathy\", \"direction\": \"less\"}]}],\n"
    " \"segments\": [{\"id\": \"new\"}], \"situations\": [{\"id\": \"asking\"}],\n"
    " \"measurements\": [{\"dimension\": \"language\", \"on\": \"2024-12-02\",\n"
    "   \"need\": 0.75, \"experience\": 0.5, \"source\": \"panel\"},\n"
    "  {\"dimension\": \"time\", \"segment\": \"new\", \"on\": \"2024-09-02\",\n"
    "   \"mismatch\": \"wrong-way\"},\n"
    "  {\"dimension\": \"time\", \"segment\": \"new\", \"on\": \"2024-12-02\",\n"
    "   \"mismatch\": \"too-much\"},\n"
    "  {\"dimension\": \"empathy\", \"on\": \"2024-12-02\", \"need\": 0.7},\n"
    "  {\"dimension\": \"place\", \"on\": \"2024-12-02\", \"mismatch\": \"too-little\"}],\n"
    " \"capabilities\": [\n"
    "  {\"id\": \"view\", \"levels\": [{\"level\": 1, \"lead_time\": \"6mo\", \"requires\": "
    "[\"data\"]}]},\n"
    "  {\"id\": \"bias\", \"lead_time\": \"3mo\", \"started\": \"2024-12-01\"},\n"
    "  {\"id\": \"data\", \"lead_time\": \"8mo\"},\n"
    "  {\"id\": \"words\", \"name\": \"=words, plain\"},\n"
    "  {\"id\": \"chain\", \"lead_time\": \"1y\"}]}\n";

/* A portfolio, and every answer about it. */
typedef struct fixture {
    gp_job *job;
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    gp_path_answer path;
    gp_clashes clashes;
    gp_gaps gaps;
    gp_boards boards;
    gp_load load;
    gp_scenarios scenarios;
    gp_fits fits;
    gp_library library;
    gp_traces traces;
    const gp_advice *advice;
    gp_leverages leverages;
    gp_structure structure;
    gp_query_answer needs, paths, only_way;
} fixture;

static void ask(fixture *made)
{
    gp_job *job = made->job;
    const gp_schedule *schedule = made->schedule;
    uint32_t robot = gp_find_activity(made->network, gp_find_symbol(made->portfolio, "robot"), 0);
    uint32_t data = gp_find_activity(made->network, gp_find_symbol(made->portfolio, "data"), 0);
    const gp_query needs = {GP_QUERY_NEEDS, robot, GP_NONE, 0, NULL};
    const gp_query paths = {GP_QUERY_PATHS, data, robot, 3, NULL};
    const gp_query only_way = {GP_QUERY_ONLY_WAY, data, robot, 3, NULL};
    assert_int_equal(gp_answer_path(job, schedule, robot, &(gp_path_options){3}, &made->path), 0);
    assert_int_equal(
        gp_find_clashes(job, schedule, &(gp_clash_options){.helped = 5}, &made->clashes), 0);
    assert_int_equal(gp_find_gaps(job, made->network, NULL, &made->gaps), 0);
    assert_int_equal(gp_find_boards(job, schedule, &made->boards), 0);
    assert_int_equal(gp_find_load(job, schedule, &made->load), 0);
    assert_int_equal(gp_compare_scenarios(job, made->portfolio, &made->scenarios), 0);
    assert_int_equal(gp_find_fits(job, schedule, &made->fits), 0);
    assert_int_equal(gp_find_library(job, schedule, NULL, &made->library), 0);
    assert_int_equal(gp_trace_gaps(job, schedule, &made->traces), 0);
    assert_int_equal(gp_find_advice(job, schedule, &made->advice), 0);
    assert_int_equal(gp_find_leverage(job, made->portfolio, &made->leverages), 0);
    assert_int_equal(gp_find_structure(job, made->network, &made->structure), 0);
    assert_int_equal(gp_answer_query(job, schedule, &needs, &made->needs), 0);
    assert_int_equal(gp_answer_query(job, schedule, &paths, &made->paths), 0);
    assert_int_equal(gp_answer_query(job, schedule, &only_way, &made->only_way), 0);
}

static fixture load(void)
{
    fixture made = {.job = gp_job_new()};
    assert_non_null(made.job);
    assert_int_equal(gp_read_text(made.job, "p.json", text, sizeof text - 1, NULL, &made.portfolio),
                     GP_OK);
    assert_int_equal(gp_build_network(made.job, made.portfolio, &made.network), GP_OK);
    assert_int_equal(gp_schedule_network(made.job, made.network, NULL, &made.schedule), GP_OK);
    assert_int_equal(gp_check(made.job, made.schedule), GP_OK);
    gp_sort_findings(made.job);
    ask(&made);
    return made;
}

typedef enum answer {
    CHECK,
    PLAN,
    PATH,
    WHY,
    CLASHES,
    GAPS,
    BOARDS,
    SCENARIOS,
    FIT,
    LIBRARY,
    TRACE,
    ADVICE,
    LEVERAGE,
    NEEDS,
    PATHS,
    ONLY_WAY,
    FINDINGS,
    NO_PORTFOLIO,
    ANSWERS
} answer;

static gp_status give(const fixture *from, answer which, const gp_write_options *options,
                      gp_output *out)
{
    gp_job *job = from->job;
    const gp_schedule *schedule = from->schedule;
    const gp_portfolio *portfolio = from->portfolio;
    switch (which) {
    case CHECK: return gp_write_check(job, portfolio, options, out);
    case PLAN: return gp_write_plan(job, schedule, options, out);
    case PATH: return gp_write_path(job, schedule, &from->path, options, out);
    case WHY: return gp_write_why(job, schedule, &from->path.reasons, options, out);
    case CLASHES: return gp_write_clashes(job, schedule, &from->clashes, options, out);
    case GAPS: return gp_write_gaps(job, portfolio, &from->gaps, options, out);
    case BOARDS: return gp_write_boards(job, schedule, &from->boards, &from->load, options, out);
    case SCENARIOS: return gp_write_scenarios(job, portfolio, &from->scenarios, options, out);
    case FIT: return gp_write_fit(job, schedule, &from->fits, options, out);
    case LIBRARY: return gp_write_library(job, portfolio, &from->library, options, out);
    case TRACE: return gp_write_trace(job, schedule, &from->traces, options, out);
    case ADVICE: return gp_write_advice(job, portfolio, from->advice, options, out);
    case LEVERAGE:
        return gp_write_leverage(job, from->network, &from->leverages, &from->structure, options,
                                 out);
    case NEEDS: return gp_write_query(job, schedule, &from->needs, options, out);
    case PATHS: return gp_write_query(job, schedule, &from->paths, options, out);
    case ONLY_WAY: return gp_write_query(job, schedule, &from->only_way, options, out);
    case FINDINGS: return gp_write_findings(job, GP_FINDINGS_ALL, options, out);
    default: return gp_write_no_portfolio(job, "plan", options->language, out);
    }
}

/* Does the answer come in this format? */
static bool is_written(answer which, int format)
{
    if (which == CHECK) return format < GP_FORMAT_MARKDOWN;
    if (which == FINDINGS) return format == GP_FORMAT_TEXT;
    return format < GP_FORMAT_SARIF;
}

/* Another format is an error that says so, and never text; an enum can hold any number. */
static void other_formats_are_refused(void **state)
{
    size_t refused = 0;
    (void)state;
    fixture made = load();
    for (int which = 0; which < NO_PORTFOLIO; which++)
        for (int format = 0; format <= GP_FORMAT_COUNT; format++) {
            const gp_write_options options = {.format = (gp_format)format, .fail_on = GP_ERROR};
            gp_output out = {NULL, 0};
            uint32_t before, after;
            gp_findings(made.job, &before);
            gp_status status = give(&made, (answer)which, &options, &out);
            const gp_finding *findings = gp_findings(made.job, &after);
            if (is_written((answer)which, format)) {
                assert_int_equal(status, GP_OK);
                assert_int_equal(after, before);
                continue;
            }
            refused++;
            assert_int_equal(status, GP_INVALID);
            assert_null(out.text);
            assert_int_equal(after, before + 1);
            assert_int_equal(findings[before].code, 802);
        }
    assert_int_equal(refused, 2 + 15 * 5 + 7);
    gp_job_free(made.job);
}

/* NULL in the place of options: English text, nothing left out. */
static void no_options_are_the_defaults(void **state)
{
    (void)state;
    fixture made = load();
    for (int which = 0; which < NO_PORTFOLIO; which++) {
        gp_output expected, got;
        assert_int_equal(give(&made, (answer)which, &(gp_write_options){0}, &expected), GP_OK);
        assert_int_equal(give(&made, (answer)which, NULL, &got), GP_OK);
        assert_int_equal(got.size, expected.size);
        assert_memory_equal(got.text, expected.text, got.size);
    }
    gp_job_free(made.job);
}

/* Each allocation fails once; a text that comes out all the same must be the whole text. */
static void memory_may_run_out(void **state)
{
    (void)state;
    for (int which = 0; which < ANSWERS; which++)
        for (int format = 0; is_written((answer)which, format); format++) {
            const gp_write_options options = {.format = (gp_format)format, .fail_on = GP_ERROR};
            fixture whole = load();
            gp_output expected, got;
            gp_status status = GP_NO_MEMORY;
            assert_int_equal(give(&whole, (answer)which, &options, &expected), GP_OK);
            for (size_t left = 0; status != GP_OK; left++) {
                fixture made = load();
                gp_fail_allocations_after(made.job, left);
                status = give(&made, (answer)which, &options, &got);
                if (status == GP_OK) {
                    assert_int_equal(got.size, expected.size);
                    assert_memory_equal(got.text, expected.text, got.size);
                } else {
                    assert_says_memory_ran_out(made.job, status);
                }
                gp_job_free(made.job);
            }
            gp_job_free(whole.job);
        }
}

static const cJSON *key(const cJSON *object, const char *name)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, name);
    if (!value) fail_msg("no key %s", name);
    return value;
}

static cJSON *parse(const fixture *from, answer which)
{
    const gp_write_options options = {.format = GP_FORMAT_JSON};
    gp_output out;
    assert_int_equal(give(from, which, &options, &out), GP_OK);
    cJSON *document = cJSON_ParseWithLengthOpts(out.text, out.size + 1, NULL, 1);
    assert_non_null(document);
    return document;
}

/* The keys of docs/output.md, in their order. */
static void keys_are_the_contract(void **state)
{
    static const struct {
        answer which;
        const char *list, *keys;
    } rows[] = {
        {PLAN, "activities",
         "id level kind name order layer earliest_start earliest_ready latest_start latest_ready "
         "float_days buffer_days identify_by critical not_before driver owner stage status tags "
         "parent "},
        {PLAN, "interventions",
         "id needed_by earliest_ready late_days late_cycles critical_path elapsed owner stage "
         "status tags parent critical_path_after "},
        {PATH, "activities",
         "id level kind name order layer earliest_start earliest_ready latest_start latest_ready "
         "float_days buffer_days identify_by critical not_before driver owner stage status tags "
         "parent "},
        {PATH, "alternatives", "path ready behind_days "},
        {CLASHES, "clashes",
         "intervention needed_by earliest_ready late_days late_cycles driver critical_path elapsed "
         "identify drag remedies critical_path_after owner stage status tags parent repair "},
        {WHY, "steps",
         "cause id level other other_level required_by from to days file line column "},
        {GAPS, "missing", "id required_by did_you_mean owner stage status tags parent "},
        {GAPS, "unplanned", "id level required_by owner stage status tags parent "},
        {GAPS, "unreached",
         "id required_level reachable_level required_by owner stage status tags parent "},
        {GAPS, "unfounded", "id owner stage status tags parent "},
        {GAPS, "premature", "id explored_by owner stage status tags parent "},
        {BOARDS, "boards", "stage interventions actions left_alone "},
        {FIT, "fits",
         "dimension segment situation gap trend measured_on age_days measured_once next due "
         "measurements interventions more_interventions "},
        {FIT, "addresses",
         "intervention dimension direction outcome worsens too_little too_much opposed_by "},
        {LIBRARY, "interventions",
         "id name decided_by segments situations serves available from ready needs owner stage "
         "status tags parent "},
        {TRACE, "gaps",
         "dimension segment situation gap trend measured_on closing intervention from not_before "
         "in_part conflict steps decision others steps_told_before "},
        {TRACE, "agenda", "decision interventions "},
        {ADVICE, "steps", "step mark count total further day title evidence ids "},
        {CHECK, "findings", "code severity message id file line column hint data "},
    };
    (void)state;
    fixture made = load();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char keys[512] = "";
        cJSON *document = parse(&made, rows[i].which);
        const cJSON *first = cJSON_GetArrayItem(key(document, rows[i].list), 0);
        if (!first) fail_msg("nothing in %s", rows[i].list);
        for (const cJSON *at = first->child; at; at = at->next) {
            strcat(keys, at->string);
            strcat(keys, " ");
        }
        assert_string_equal(keys, rows[i].keys);
        cJSON_Delete(document);
    }
    gp_job_free(made.job);
}

/* Walks a document, however deep, and fails on a key that sums up, averages, counts or ranks. */
static void check_no_sum(const cJSON *document)
{
    static const char *const banned[] = {"total", "score", "mean",  "average", "sum",
                                         "rank",  "index", "count", "weight",  "priority"};
    const cJSON *stack[64];
    size_t depth = 0;
    stack[depth++] = document;
    while (depth) {
        const cJSON *at = stack[--depth];
        for (size_t i = 0; at->string && i < sizeof banned / sizeof *banned; i++)
            if (strstr(at->string, banned[i])) fail_msg("a key '%s'", at->string);
        if (at->next) stack[depth++] = at->next;
        if (at->child) stack[depth++] = at->child;
        assert_true(depth + 2 < sizeof stack / sizeof *stack);
    }
}

/* The paper: scales of dimensions have no named levels and may not be compared or added up. So
 * numbers stand only in what is about one dimension in one context, and rows come in the order
 * of the lists, here "language" before "place" before "time" before "empathy". */
static void nothing_is_summed_over_dimensions(void **state)
{
    static const char *const order[] = {"language", "place", "time", "empathy"};
    (void)state;
    fixture made = load();
    for (answer which = FIT; which <= TRACE; which++) {
        cJSON *document = parse(&made, which);
        cJSON_DeleteItemFromObject(document, "findings"); /* about everything, not only this */
        check_no_sum(document);
        for (const cJSON *at = document->child; at; at = at->next)
            if (cJSON_IsNumber(at) && strcmp(at->string, "groeipad") != 0)
                fail_msg("a number '%s' over everything", at->string);
        cJSON_Delete(document);
    }
    cJSON *document = parse(&made, FIT);
    const cJSON *fits = key(document, "fits"), *row;
    int at = 0;
    assert_int_equal(cJSON_GetArraySize(fits), 4);
    cJSON_ArrayForEach(row, fits)
        assert_string_equal(key(row, "dimension")->valuestring, order[at++]);
    cJSON_Delete(document);
    gp_job_free(made.job);
}

static void elapsed_adds_up(void **state)
{
    static const char *const parts[] = {"work", "round_wait", "cycle_wait", "lag", "release_wait"};
    (void)state;
    fixture made = load();
    cJSON *document = parse(&made, PLAN);
    const cJSON *row;
    cJSON_ArrayForEach(row, key(document, "interventions"))
    {
        const cJSON *elapsed = key(row, "elapsed");
        gp_day from, to;
        int32_t sum = 0;
        assert_true(gp_parse_date(key(elapsed, "from")->valuestring, &from));
        assert_true(gp_parse_date(key(elapsed, "to")->valuestring, &to));
        for (size_t i = 0; i < 5; i++) sum += (int32_t)key(elapsed, parts[i])->valuedouble;
        assert_int_equal(sum, to - from);
        assert_string_equal(key(row, "earliest_ready")->valuestring,
                            key(elapsed, "to")->valuestring);
    }
    cJSON_Delete(document);
    gp_job_free(made.job);
}

static void take(void *object, const char *bytes, size_t size)
{
    gp_buffer *all = object;
    gp_add_bytes(all, bytes, size);
}

/* A plan handed out in pieces is the same plan. */
static void pieces_make_the_whole(void **state)
{
    (void)state;
    gp_job *job = gp_job_new();
    gp_buffer *input = gp_new_buffer(job), *pieces = gp_new_buffer(job);
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    const char *bytes;
    size_t size;
    gp_add_text(input, "{\"status_date\": \"2025-01-01\", \"capabilities\": [");
    for (int i = 0; i < 3000; i++) {
        if (i) gp_add_text(input, ",");
        gp_add_text(input, "{\"id\": \"c");
        gp_add_number(input, i);
        gp_add_text(input, "\", \"lead_time\": \"1mo\"}");
    }
    gp_add_text(input, "]}");
    assert_int_equal(gp_finish_buffer(input, &bytes, &size), GP_OK);
    assert_int_equal(gp_read_text(job, "p.json", bytes, size, NULL, &portfolio), GP_OK);
    assert_int_equal(gp_build_network(job, portfolio, &network), GP_OK);
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    gp_write_options options = {.format = GP_FORMAT_JSON};
    gp_output whole, rest;
    assert_int_equal(gp_write_plan(job, schedule, &options, &whole), GP_OK);
    options.sink = take;
    options.sink_object = pieces;
    assert_int_equal(gp_write_plan(job, schedule, &options, &rest), GP_OK);
    assert_true(rest.size < whole.size);
    gp_add_bytes(pieces, rest.text, rest.size);
    assert_int_equal(gp_finish_buffer(pieces, &bytes, &size), GP_OK);
    assert_int_equal(size, whole.size);
    assert_memory_equal(bytes, whole.text, size);
    gp_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_the_contract),
        cmocka_unit_test(nothing_is_summed_over_dimensions),
        cmocka_unit_test(elapsed_adds_up),
        cmocka_unit_test(pieces_make_the_whole),
        cmocka_unit_test(other_formats_are_refused),
        cmocka_unit_test(no_options_are_the_defaults),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
