/* SPDX-License-Identifier: MIT
 * Changes made at the door: what is wrong with one is told in its text, where it stands; random
 * changes give what a plain merge of trees gives, in any order of keys and records, in layers, and
 * in two threads. */
#include "io/change/overlay.h"
#include "groeipad/plan.h"
#include "io/door.h"
#include "io/json/json_read.h"
#include "tests/support_edits.h"
#include "tests/support_json.h"
#include "tests/support_merge.h"
#include "tests/support_random_edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <cjson/cJSON.h>

#define ROUNDS 60

static const char portfolio_text[] =
    "{\"status_date\":\"2026-01-05\",\"planning\":{\"round\":\"1y\",\"from\":\"2026-01-01\"},"
    "\"scenarios\":[{\"id\":\"s1\"}],\"interventions\":[{\"id\":\"int-7\",\"requires\":[\"c360\","
    "{\"any\":[\"x1\",{\"id\":\"x2\",\"level\":2}],\"by\":\"start\"}]}],"
    "\"capabilities\":[{\"id\":\"c360\",\"lead_time\":\"4mo\",\"parent\":\"c9\"},{\"id\":\"c9\","
    "\"lead_time\":\"3mo\",\"levels\":[{\"level\":2,\"requires\":[\"c360\"]}]},"
    "{\"id\":\"x1\"},{\"id\":\"x2\"},{\"id\":\"a.b\"}],\"risks\":[{\"id\":\"late\",\"probability\":"
    "0.25,"
    "\"delay\":\"1mo\",\"affects\":[\"c360\",\"c9\"]}],\"correlations\":[{\"ids\":[\"c360\",\"c9\"]"
    ","
    "\"coefficient\":0.5}],\"measures\":[{\"id\":\"hire\",\"cost\":7,\"needs\":[\"buy\"]},"
    "{\"id\":\"buy\",\"excludes\":[\"wait\"]},{\"id\":\"wait\"},{\"id\":\"x2\",\"needs\":"
    "[\"buy\",\"hire\"]}]}";

/* Reads the portfolio with some changes; the job has the findings. */
static gp_status read_with(gp_job *job, const gp_change_text *texts, uint32_t count,
                           const gp_document **document)
{
    const gp_changes changes = {.texts = texts, .text_count = count};
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = &changes};
    const gp_portfolio *portfolio;
    return gp_read_document_text(job, "p.json", portfolio_text, sizeof portfolio_text - 1, &options,
                                 &portfolio, document);
}

/* ---- what is wrong ---- */

static const struct {
    gp_change_verb verb;
    const char *text;
    uint16_t code;
    uint32_t column;
    const char *suggestion;
} wrong[] = {
    {GP_SET, "c361.lead_time=6mo", 118, 1, "c360"},
    {GP_SET, "plannin.round=3mo", 118, 1, "planning"},
    {GP_SET, "int-7->c36.level=2", 118, 8, "c360"},
    {GP_SET, "c360=6mo", 119, 5, NULL},
    {GP_SET, "c360.x-\xC3\xA9t\xFF.y=1", 119, 10, NULL},
    {GP_SET, "c360.name=\xFF", 119, 11, NULL},
    {GP_DROP, "\xFF", 119, 1, NULL},
    {GP_SET, "c360.lead_time", 119, 15, NULL},
    {GP_SET, "c360.lead_time=", 119, 16, NULL},
    {GP_SET, "c360.=1", 119, 6, NULL},
    {GP_SET, "c360.levels[6].lead_time=1mo", 119, 13, NULL},
    {GP_SET, "c360.tags[2]=x", 119, 10, NULL},
    {GP_SET, "\"c360.lead_time=1mo", 119, 1, NULL},
    {GP_SET, "c360.lead_time=soon", 106, 16, NULL},
    {GP_SET, "c360.lead_time=4", 102, 16, NULL},
    {GP_SET, "\xC3\xA9.lead_time=4mo", 118, 1, NULL},
    {GP_SET, "\"\xC3\xA9\"->=4mo", 119, 6, NULL},
    {GP_SET, "planning.rond=3mo", 104, 10, "round"},
    {GP_SET, "c360.leadtime=3mo", 104, 6, "lead_time"},
    {GP_SET, "c360.id=c361", 119, 6, NULL},
    {GP_SET, "risks.later.probability=1", 118, 7, NULL},
    {GP_SET, "risks.late.probability=2", 106, 24, NULL},
    {GP_SET, "risks.late.id=x", 119, 12, NULL},
    {GP_SET, "measures.hira.cost=1", 118, 10, "hire"},
    {GP_SET, "measures.hire.cost=-1", 106, 20, NULL},
    {GP_SET, "measures.hire.cost=\"1\"", 102, 20, NULL},
    {GP_SET, "measures.hire.costs=1", 104, 15, "cost"},
    {GP_SET, "measures.hire.id=x", 119, 15, NULL},
    {GP_SET, "measures.hire.needs=[\"wit\"]", 106, 21, "wait"},
    {GP_SET, "measures.buy.needs=[\"hire\"]", 143, 20, NULL},
    {GP_SET, "measures.hire.excludes=[\"buy\"]", 142, 24, NULL},
    {GP_DROP, "measures.hirr", 118, 10, "hire"},
    {GP_SET, "correlations.c9.coefficient=0", 118, 14, NULL},
    {GP_SET, "correlations.c360|c9.ids=[]", 119, 22, NULL},
    {GP_SET, "correlations.c360|.coefficient=0", 119, 19, NULL},
    {GP_SET, "c9.levels[2].level=3", 119, 14, NULL},
    {GP_SET, "int-7->c360.id=c9", 119, 13, NULL},
    {GP_SET, "int-7->x1|x2.any=[\"c9\"]", 119, 14, NULL},
    {GP_REQUIRE, "int-7", 119, 1, NULL},
    {GP_REQUIRE, "int-7->c9@9", 119, 11, NULL},
    {GP_REQUIRE, "int-8->c9", 118, 1, "int-7"},
    {GP_DROP, "c99", 118, 1, "c9"},
    {GP_DROP, "int-7->c9", 118, 8, NULL},
    {GP_DROP, "c360.levels[2]", 118, 6, NULL},
    {GP_DROP, "c360.parnt", 118, 6, "parent"},
    {GP_DROP, "cycle", 118, 1, NULL},
    {GP_DROP, "c360.lead_time=4mo", 119, 15, NULL},
};

static void what_is_wrong_is_told_in_the_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        static const char *const names[] = {"--set", "--require", "--drop"};
        const gp_change_text texts[] = {{.verb = wrong[i].verb, .text = "x1->x2"},
                                        {.verb = wrong[i].verb, .text = wrong[i].text}};
        const gp_document *document;
        gp_job *job = gp_job_new();
        uint32_t count, at = 0;
        read_with(job, texts + 1, 1, &document);
        const gp_finding *findings = gp_findings(job, &count);
        while (at < count && findings[at].code != wrong[i].code) at++;
        if (at == count) print_message("%s\n", wrong[i].text);
        assert_true(at < count);
        if (findings[at].place.column != wrong[i].column)
            print_message("%s: column %d\n", wrong[i].text, (int)findings[at].place.column);
        assert_int_equal(findings[at].place.column, wrong[i].column);
        assert_int_equal(findings[at].place.line, 1);
        assert_string_equal(gp_source_name(job, findings[at].place.source), names[wrong[i].verb]);
        const char *suggestion = findings[at].suggestion;
        if (wrong[i].suggestion)
            assert_string_equal(suggestion ? suggestion : "", wrong[i].suggestion);
        gp_job_free(job);
    }
}

/* ---- what comes of it ---- */

static const struct {
    gp_change_text texts[3];
    const char *there, *gone; /* in the document, as JSON is printed */
} made[] = {
    {{{.verb = GP_SET, .text = "c360.lead_time=6mo"}}, "\"lead_time\": \"6mo\"", "4mo"},
    {{{.verb = GP_SET, .text = "risks.late.probability=0.75"}}, "\"probability\": 0.75", "0.25"},
    {{{.verb = GP_SET, .text = "risks.late.mitigated.cost=9"}}, "\"cost\": 9", NULL},
    {{{.verb = GP_SET, .text = "correlations.c9 | c360.coefficient=0.75"}},
     "\"coefficient\": 0.75",
     "0.5"},
    {{{.verb = GP_DROP, .text = "correlations.c9|c360"}}, "\"risks\"", "coefficient"},
    {{{.verb = GP_DROP, .text = "risks.late"}}, "coefficient", "probability"},
    {{{.verb = GP_SET, .text = "measures.hire.cost=2.5"}}, "\"cost\": 2.5", "\"cost\": 7"},
    {{{.verb = GP_SET, .text = "cost_unit=k"}}, "\"cost_unit\": \"k\"", NULL},
    {{{.verb = GP_SET, .text = "measures.hire.needs=[\"wait\"]"}}, "\"needs\": [\"wait\"]", NULL},
    {{{.verb = GP_DROP, .text = "measures.hire.cost"}}, "\"hire\"", "\"cost\""},
    /* with it goes what others say of it; a record of the same id is another */
    {{{.verb = GP_DROP, .text = "measures.hire"}}, "\"needs\": [\"buy\"]", "\"hire\""},
    {{{.verb = GP_DROP, .text = "measures.wait"}}, "\"excludes\": []", "\"wait\""},
    {{{.verb = GP_DROP, .text = "x2"}}, "{\"id\": \"x2\", \"needs\": [\"buy\", \"hire\"]}", NULL},
    {{{.verb = GP_DROP, .text = "measures.x2"}}, "{\"id\": \"x2\", \"level\": 2}", "\"buy\", \"h"},
    {{{.verb = GP_DROP, .text = "measures"}}, "\"measures\": []", "hire"},
    {{{.verb = GP_DROP, .text = "c9"}}, "\"affects\": [\"c360\"]", "coefficient"},
    {{{.verb = GP_SET, .text = "planning.round=3mo"}},
     "{\"round\": \"3mo\", \"from\": \"2026-01-01\"}",
     "1y"},
    {{{.verb = GP_SET, .text = "int-7->c360.level=2"}}, "{\"id\": \"c360\", \"level\": 2}", NULL},
    {{{.verb = GP_SET, .text = "int-7->x1.level=3"}}, "{\"id\": \"x1\", \"level\": 3}", NULL},
    {{{.verb = GP_SET, .text = "int-7->x2.by=live"}}, "\"by\": \"live\"", "\"by\": \"start\""},
    {{{.verb = GP_SET, .text = "int-7->x2|x1.by=live"}}, "\"by\": \"live\"", "\"by\": \"start\""},
    {{{.verb = GP_SET, .text = "c9.levels[2].lead_time=1y"}}, "\"lead_time\": \"1y\"", NULL},
    {{{.verb = GP_SET, .text = "c9.levels[2]->c360.level=2"}},
     "{\"id\": \"c360\", \"level\": 2}",
     NULL},
    {{{.verb = GP_SET, .text = "c360.aspects.skills=4mo"}},
     "\"aspects\": {\"skills\": \"4mo\"}",
     NULL},
    {{{.verb = GP_SET, .text = "c360.lead_time=null"}}, "\"c360\"", "4mo"},
    {{{.verb = GP_SET, .text = "int-7.requires=[\"c9\"]"}}, "\"requires\": [\"c9\"]", "\"any\""},
    {{{.verb = GP_SET, .text = "int-7.requires=[]"}}, "\"int-7\"", "\"any\""},
    {{{.verb = GP_SET, .text = "c9.levels=[{\"level\":3}]"}},
     "\"level\": 3",
     "\"level\": 2, \"requires\""},
    {{{.verb = GP_SET, .text = "c9.levels[2].requires=[]"}},
     "\"level\": 2",
     "\"level\": 2, \"requires\": [\""},
    {{{.verb = GP_SET, .text = "\"a.b\".lead_time=\"7mo\""}}, "7mo", NULL},
    {{{.verb = GP_SET, .text = "x-own={\"a\":[1]}"}}, "\"x-own\": {\"a\": [1]}", NULL},
    {{{.verb = GP_SET,
       .text = "x-own={\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":1,\"i\":2}}}}}}}}"},
      {.verb = GP_DROP, .text = "x-own.a.b.c.d.e.f.g.h"}},
     "\"i\": 2",
     "\"h\""},
    {{{.verb = GP_SET, .text = "scenarios.s1.name=Later"}}, "\"name\": \"Later\"", NULL},
    {{{.verb = GP_REQUIRE, .text = "x1->c9@2"}}, "{\"id\": \"c9\", \"level\": 2}", NULL},
    {{{.verb = GP_REQUIRE, .text = "x1->c9"}, {.verb = GP_SET, .text = "x1->c9.level=3"}},
     "{\"id\": \"c9\", \"level\": 3}",
     NULL},
    {{{.verb = GP_DROP, .text = "c9"}}, "\"c360\"", "c9"},
    {{{.verb = GP_DROP, .text = "x1"}}, "\"any\": [{\"id\": \"x2\"", "\"x1\""},
    {{{.verb = GP_DROP, .text = "int-7->x1|x2"}}, "\"x1\"", "\"any\""},
    {{{.verb = GP_DROP, .text = "c360.parent"}}, "\"c360\"", "parent"},
    {{{.verb = GP_DROP, .text = "c9.levels[2]"}}, "\"c9\"", "\"level\": 2, \"requires\""},
    {{{.verb = GP_SET, .text = "c9.lead_time=8mo"}, {.verb = GP_SET, .text = "c9.lead_time=9mo"}},
     "9mo",
     "8mo"},
};

static void a_change_is_in_what_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        gp_job *job = gp_job_new();
        const gp_document *document;
        gp_output json;
        uint32_t count = 0;
        while (count < 3 && made[i].texts[count].text) count++;
        if (read_with(job, made[i].texts, count, &document) != GP_OK)
            fail_msg("%s", made[i].texts[0].text);
        assert_int_equal(gp_convert(job, document, NULL, NULL, NULL, &json), GP_OK);
        bool is_right =
            strstr(json.text, made[i].there) && (!made[i].gone || !strstr(json.text, made[i].gone));
        if (!is_right) print_message("%s\n%s", made[i].texts[0].text, json.text);
        assert_true(is_right);
        gp_job_free(job);
    }
}

/* ---- random changes ---- */

static void keep_file(char *path, const char *text)
{
    strcpy(path, "/tmp/groeipad-change-XXXXXX");
    int file = mkstemp(path);
    size_t size = strlen(text);
    assert_true(file >= 0 && write(file, text, size) == (ssize_t)size && close(file) == 0);
}

static const gp_document *read_tree(gp_job *job, const cJSON *tree, const char *const *files,
                                    uint32_t count)
{
    const gp_changes changes = {.files = files, .file_count = count};
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = &changes};
    const gp_portfolio *portfolio;
    const gp_document *document = NULL;
    char *text = cJSON_PrintUnformatted(tree);
    gp_status status =
        gp_read_document_text(job, "p.json", text, strlen(text), &options, &portfolio, &document);
    gp_output told;
    const gp_write_options all = {.format = GP_FORMAT_TEXT};
    if (status != GP_OK && gp_write_findings(job, GP_FINDINGS_ERRORS, &all, &told) == GP_OK)
        print_message("%.200s\n%s", text, told.text);
    assert_int_equal(status, GP_OK);
    cJSON_free(text);
    return document;
}

/* The changes from one tree to the next, as text. */
static char *changes_between(const cJSON *old, const cJSON *new)
{
    gp_job *job = gp_job_new();
    const gp_edits *edits;
    gp_output output;
    const gp_document *documents[] = {read_tree(job, old, NULL, 0), read_tree(job, new, NULL, 0)};
    assert_int_equal(gp_find_edits(job, documents[0], documents[1], &edits), GP_OK);
    assert_int_equal(gp_write_changes(job, edits, &output), GP_OK);
    char *text = strdup(output.text);
    gp_job_free(job);
    return text;
}

static void check_same(gp_job *job, const gp_document *found, const gp_document *expected,
                       uint64_t seed, const char *changes)
{
    const gp_edits *edits;
    assert_int_equal(gp_find_edits(job, expected, found, &edits), GP_OK);
    if (edits->count) print_message("seed %d\n%s\n%s", (int)seed, changes, list_edits(job, edits));
    assert_int_equal(edits->count, 0);
}

/* Three versions: the changes from each to the next, in two files, one layer on the other. */
static void layers_give_what_a_plain_merge_gives(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        const json_taste taste = {.has_own_keys = seed % 2, .has_odd_texts = seed % 3 == 0};
        cJSON *trees[3] = {random_json(seed, &taste)};
        char paths[2][40];
        const char *files[2] = {paths[0], paths[1]};
        gp_job *job = gp_job_new();
        cJSON *merged = cJSON_Duplicate(trees[0], true);
        char *texts[2];
        for (size_t i = 0; i < 2; i++) {
            trees[i + 1] = edit_at_random(trees[i], seed + i * 1000, 6, true);
            texts[i] = changes_between(trees[i], trees[i + 1]);
            cJSON *change = cJSON_Parse(texts[i]), *shuffled = NULL;
            merge_changes(merged, change);
            if (seed % 4 == 0) shuffled = shuffle_at_random(change, seed);
            char *written = cJSON_PrintUnformatted(shuffled ? shuffled : change);
            keep_file(paths[i], written);
            cJSON_free(written);
            cJSON_Delete(shuffled);
            cJSON_Delete(change);
        }
        const gp_document *found = read_tree(job, trees[0], files, 2);
        check_same(job, found, read_tree(job, merged, NULL, 0), seed, texts[1]);
        check_same(job, found, read_tree(job, trees[2], NULL, 0), seed, texts[1]);
        for (size_t i = 0; i < 2; i++) {
            unlink(paths[i]);
            free(texts[i]);
        }
        for (size_t i = 0; i < 3; i++) cJSON_Delete(trees[i]);
        cJSON_Delete(merged);
        gp_job_free(job);
    }
}

/* ---- two threads ---- */

static char *plan_of_file(const char *path, const gp_change_text *texts, uint32_t count,
                          uint64_t ahead_min)
{
    gp_job *job = gp_job_new();
    const gp_changes changes = {.texts = texts, .text_count = count};
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = &changes};
    const gp_write_options json = {.format = GP_FORMAT_JSON};
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_overlay *overlay;
    gp_records *records;
    gp_input input;
    gp_output output;
    assert_int_equal(gp_start_records(job, &options, &records), GP_OK);
    assert_int_equal(gp_make_overlay(job, &options, NULL, &overlay), GP_OK);
    assert_int_equal(gp_use_overlay(records, overlay), GP_OK);
    assert_int_equal(gp_open_input(job, path, GP_WINDOW_SIZE, &input), GP_OK);
    input.ahead_min = ahead_min;
    assert_int_equal(gp_read_json(records, &input), GP_OK);
    assert_true((ahead_min == UINT64_MAX) == (input.skipped == 0));
    gp_close_input(&input);
    assert_int_equal(gp_take_new(records), GP_OK);
    assert_int_equal(gp_finish_records(records, &portfolio), GP_OK);
    assert_int_equal(gp_analyse(job, portfolio, NULL, &network, &schedule), GP_OK);
    assert_int_equal(gp_write_plan(job, schedule, &json, &output), GP_OK);
    char *text = strdup(output.text);
    gp_job_free(job);
    return text;
}

static void two_threads_read_what_one_reads(void **state)
{
    static const gp_change_text texts[] = {{.verb = GP_SET, .text = "c3.lead_time=9mo"},
                                           {.verb = GP_SET, .text = "c197.lead_time=8mo"},
                                           {.verb = GP_REQUIRE, .text = "c150->c2"},
                                           {.verb = GP_DROP, .text = "c100"}};
    char path[40];
    char *text = calloc(200, 96), *end = text;
    (void)state;
    end += sprintf(end, "{\"status_date\":\"2026-01-05\",\n\"capabilities\":[\n");
    for (int i = 1; i < 200; i++) { /* a chain; what is dropped is taken out of it */
        end += sprintf(end, "  {\"id\": \"c%d\", \"lead_time\": \"2w\"", i);
        if (i > 1) end += sprintf(end, ", \"requires\": [\"c%d\"]", i - 1);
        end += sprintf(end, i < 199 ? "},\n" : "}]}");
    }
    keep_file(path, text);
    char *ahead = plan_of_file(path, texts, 4, 1);
    char *in_order = plan_of_file(path, texts, 4, UINT64_MAX);
    assert_string_equal(ahead, in_order);
    assert_non_null(strstr(ahead, "\"c197\""));
    assert_null(strstr(ahead, "\"c100\""));
    unlink(path);
    free(ahead);
    free(in_order);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_told_in_the_text),
        cmocka_unit_test(a_change_is_in_what_is_read),
        cmocka_unit_test(layers_give_what_a_plain_merge_gives),
        cmocka_unit_test(two_threads_read_what_one_reads),
    };
    return cmocka_run_group_tests_name("changes at the door", tests, NULL, NULL);
}
