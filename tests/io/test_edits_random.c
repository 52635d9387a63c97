/* SPDX-License-Identifier: MIT
 * Random portfolios, edited at random: what is found does not depend on the order of anything, or
 * on the format; and made in OLD, all of it gives NEW's plan, and none of it OLD's. */
#include "core/job.h"
#include "groeipad/plan.h"
#include "tests/support_edits.h"
#include "tests/support_json.h"
#include "tests/support_merge.h"
#include "tests/support_random_edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 80

/* Two versions, their edits, and what is read again. */
typedef struct versions {
    gp_job *jobs[3];
    cJSON *trees[2];
    const gp_document *documents[2];
    const gp_portfolio *portfolios[2];
    const gp_edits *edits;
} versions;

static const gp_document *read_tree(gp_job *job, const cJSON *tree, const gp_portfolio **portfolio)
{
    char *text = cJSON_PrintUnformatted(tree);
    const gp_document *document = read_version(job, "p.json", text, portfolio);
    cJSON_free(text);
    return document;
}

static versions make_of(uint64_t seed, const json_taste *taste, bool renames)
{
    versions v = {.jobs = {gp_job_new(), gp_job_new(), gp_job_new()}};
    v.trees[0] = random_json(seed, taste);
    v.trees[1] = edit_at_random(v.trees[0], seed, (uint32_t)(1 + seed % 12), renames);
    if (seed % 2) {
        cJSON *kept = v.trees[0];
        v.trees[0] = v.trees[1];
        v.trees[1] = kept;
    }
    for (size_t i = 0; i < 2; i++)
        v.documents[i] = read_tree(v.jobs[i], v.trees[i], &v.portfolios[i]);
    assert_int_equal(gp_find_edits(v.jobs[2], v.documents[0], v.documents[1], &v.edits), GP_OK);
    return v;
}

static versions make_versions(uint64_t seed, bool renames)
{
    const json_taste taste = {.has_own_keys = seed % 2, .has_odd_texts = seed % 3 == 0};
    return make_of(seed, &taste, renames);
}

static void drop_versions(versions *v)
{
    for (size_t i = 3; i-- > 0;) gp_job_free(v->jobs[i]);
    for (size_t i = 0; i < 2; i++) cJSON_Delete(v->trees[i]);
}

/* The plan as text; of one that cannot be planned, its ids. */
static char *plan_of(gp_job *job, const gp_portfolio *portfolio)
{
    const gp_network *network;
    const gp_schedule *schedule;
    gp_output output;
    const gp_write_options options = {.format = GP_FORMAT_CSV};
    if (gp_build_network(job, portfolio, &network) != GP_OK) return strdup("a circle");
    assert_int_equal(gp_schedule_network(job, network, NULL, &schedule), GP_OK);
    assert_int_equal(gp_write_plan(job, schedule, &options, &output), GP_OK);
    char *text = malloc(output.size + 1);
    memcpy(text, output.text, output.size);
    text[output.size] = '\0';
    return text;
}

static char *plan_of_subset(versions *v, const bool *is_applied, gp_status *status)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *portfolio;
    *status = gp_read_subset(job, v->documents[0], v->edits, is_applied, NULL, &portfolio);
    char *plan = *status == GP_OK ? plan_of(job, portfolio) : NULL;
    gp_job_free(job);
    return plan;
}

static void check_subset(versions *v, const bool *is_applied, const gp_portfolio *expected,
                         uint64_t seed)
{
    gp_status status;
    char *found = plan_of_subset(v, is_applied, &status);
    gp_job *job = gp_job_new();
    char *plan = plan_of(job, expected);
    if (status != GP_OK || strcmp(found, plan) != 0) {
        print_message("seed %d\n%s", (int)seed, list_edits(v->jobs[2], v->edits));
        assert_int_equal(status, GP_OK);
        assert_string_equal(found, plan);
    }
    free(found);
    free(plan);
    gp_job_free(job);
}

/* With all edits made, what no plan rests on is that of NEW as well. */
static void check_risks(versions *v, const bool *is_applied)
{
    gp_job *job = gp_job_new();
    const gp_portfolio *found, *expected = v->portfolios[1];
    assert_int_equal(gp_read_subset(job, v->documents[0], v->edits, is_applied, NULL, &found),
                     GP_OK);
    assert_int_equal(found->risk_count, expected->risk_count);
    for (uint32_t i = 0; i < expected->risk_count; i++) {
        assert_string_equal(found->risks[i].id, expected->risks[i].id);
        assert_int_equal(found->risks[i].affect_count, expected->risks[i].affect_count);
    }
    assert_int_equal(found->correlation_count, expected->correlation_count);
    assert_int_equal(found->measure_count, expected->measure_count);
    for (uint32_t i = 0; i < expected->measure_count; i++) {
        const gp_measure *a = &found->measures[i], *b = &expected->measures[i];
        assert_string_equal(a->id, b->id);
        assert_true(a->cost >= b->cost && a->cost <= b->cost);
        assert_int_equal(a->need_count, b->need_count);
        assert_int_equal(a->exclude_count, b->exclude_count);
    }
    gp_job_free(job);
}

static void all_edits_make_new_of_old_and_none_leaves_it(void **state)
{
    (void)state;
    uint32_t edits = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        versions v = make_versions(seed, true);
        bool *is_applied = calloc(v.edits->count + 1u, sizeof *is_applied);
        check_subset(&v, is_applied, v.portfolios[0], seed);
        memset(is_applied, true, v.edits->count);
        check_subset(&v, is_applied, v.portfolios[1], seed);
        check_risks(&v, is_applied);
        edits += v.edits->count;
        free(is_applied);
        drop_versions(&v);
    }
    assert_true(edits > 3 * ROUNDS);
}

/* Unless a circle of parents is made, or a requirement that cannot be, every part can be read. */
static void some_edits_make_a_portfolio(void **state)
{
    (void)state;
    uint32_t tried = 0, refused = 0;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        versions v = make_versions(seed, true);
        bool *is_applied = calloc(v.edits->count + 1u, sizeof *is_applied);
        for (uint32_t round = 0; round < 6; round++) {
            gp_status status;
            for (uint32_t i = 0; i < v.edits->count; i++)
                is_applied[i] = (seed * 31 + round * 17 + i * 7919) / 3 % 2;
            free(plan_of_subset(&v, is_applied, &status));
            tried++;
            refused += status != GP_OK;
        }
        free(is_applied);
        drop_versions(&v);
    }
    print_message("%u of %u parts of edits are no portfolio\n", refused, tried);
    assert_true(refused * 20 < tried);
}

/* What the edits are about, whatever way values are written. */
static void check_same_edits(const gp_edits *a, const gp_edits *b, const char *shown)
{
    bool is_same = a->count == b->count;
    for (uint32_t i = 0; is_same && i < a->count; i++) {
        const gp_edit *left = &a->edits[i], *right = &b->edits[i];
        const char *texts[][2] = {{left->id, right->id}, {left->key, right->key}};
        is_same = left->what == right->what && left->kind == right->kind &&
                  left->matters == right->matters && left->require_count == right->require_count;
        for (size_t k = 0; k < 2; k++)
            is_same = is_same && !texts[k][0] == !texts[k][1] &&
                      (!texts[k][0] || strcmp(texts[k][0], texts[k][1]) == 0);
        for (uint32_t k = 0; is_same && k < left->require_count; k++)
            is_same = strcmp(left->requires[k], right -> requires[k]) == 0;
    }
    if (!is_same) print_message("%s", shown);
    assert_true(is_same);
}

/* The document in another format and back; NULL: that cannot hold all of it. */
static const gp_document *read_as(gp_job *job, const char *format, const gp_document *document,
                                  const gp_portfolio *portfolio)
{
    char name[32] = "p.";
    gp_output output;
    const gp_document *read;
    const gp_portfolio *made;
    uint32_t before, after;
    const gp_convert_options options = {.format = format};
    gp_findings(job, &before);
    assert_int_equal(gp_convert(job, document, portfolio, NULL, &options, &output), GP_OK);
    gp_findings(job, &after);
    if (after != before) return NULL;
    strcat(name, format);
    assert_int_equal(gp_read_document_text(job, name, output.text, output.size, NULL, &made, &read),
                     GP_OK);
    return read;
}

static void check_versions(versions *v, const gp_document *old, const gp_document *new,
                           const char *how)
{
    gp_job *job = gp_job_new();
    const gp_edits *edits;
    assert_int_equal(gp_find_edits(job, old, new, &edits), GP_OK);
    gp_buffer *shown = gp_new_buffer(job);
    gp_add_text(shown, how);
    gp_add_text(shown, "\n");
    gp_add_text(shown, list_edits(job, v->edits));
    gp_add_text(shown, "---\n");
    gp_add_text(shown, list_edits(job, edits));
    const char *text;
    size_t size;
    assert_int_equal(gp_finish_buffer(shown, &text, &size), GP_OK);
    check_same_edits(v->edits, edits, text);
    assert_int_equal(gp_find_edits(job, old, v->documents[0], &edits), GP_OK);
    if (edits->count) print_message("%s\n%s", how, list_edits(job, edits));
    assert_int_equal(edits->count, 0);
    gp_job_free(job);
}

static void order_makes_no_difference(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        versions v = make_versions(seed, true);
        gp_job *jobs[] = {gp_job_new(), gp_job_new()};
        const gp_document *documents[2];
        for (size_t i = 0; i < 2; i++) {
            cJSON *tree = shuffle_at_random(v.trees[i], seed + i);
            documents[i] = read_tree(jobs[i], tree, NULL);
            cJSON_Delete(tree);
        }
        check_versions(&v, documents[0], documents[1], "shuffled");
        for (size_t i = 0; i < 2; i++) gp_job_free(jobs[i]);
        drop_versions(&v);
    }
}

static void format_makes_no_difference(void **state)
{
    static const char *const formats[] = {"yaml", "xlsx", "csv"};
    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        uint32_t compared = 0;
        for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
            const json_taste tabular = {.is_tabular = true};
            versions v = i ? make_of(seed, &tabular, true) : make_versions(seed, true);
            gp_job *job = gp_job_new();
            const gp_document *old = read_as(job, formats[i], v.documents[0], v.portfolios[0]);
            const gp_document *new = read_as(job, "json", v.documents[1], v.portfolios[1]);
            if (old) check_versions(&v, old, new, formats[i]);
            compared += old != NULL;
            gp_job_free(job);
            drop_versions(&v);
        }
        if (compared * 3 < ROUNDS) print_message("%s: %u\n", formats[i], compared);
        assert_true(compared * 3 >= ROUNDS);
    }
}

/* Both ways: half of the pairs have OLD and NEW the other way round. */
static void changes_that_are_written_make_new_of_old(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        versions v = make_versions(seed, true);
        gp_job *job = gp_job_new();
        gp_output output;
        const gp_edits *edits;
        assert_int_equal(gp_write_changes(job, v.edits, &output), GP_OK);
        cJSON *changes = cJSON_Parse(output.text), *tree = cJSON_Duplicate(v.trees[0], true);
        if (!changes) print_message("seed %d\n%s", (int)seed, output.text);
        assert_non_null(changes);
        merge_changes(tree, changes);
        const gp_document *merged = read_tree(job, tree, NULL);
        assert_int_equal(gp_find_edits(job, merged, v.documents[1], &edits), GP_OK);
        if (edits->count)
            print_message("seed %d\n%s%s\n%s", (int)seed, list_edits(job, v.edits), output.text,
                          list_edits(job, edits));
        assert_int_equal(edits->count, 0);
        cJSON_Delete(changes);
        cJSON_Delete(tree);
        gp_job_free(job);
        drop_versions(&v);
    }
}

/* Where no id changes hardly anything is taken for renamed. These portfolios have some six records:
 * now and then what came has the neighbours of what went by chance. */
static void renames_are_not_made_up(void **state)
{
    (void)state;
    uint32_t made_up = 0, chances = 0;
    for (uint64_t seed = 1; seed <= 4 * ROUNDS; seed++) {
        versions v = make_versions(seed, false);
        bool has_come = false, has_gone = false;
        for (uint32_t i = 0; i < v.edits->count; i++) {
            const gp_edit *edit = &v.edits->edits[i];
            bool is_record =
                !edit->key && !edit->require_count &&
                (edit->kind == GP_EDIT_CAPABILITY || edit->kind == GP_EDIT_INTERVENTION);
            made_up += edit->what == GP_EDIT_RENAMED;
            has_come = has_come || (is_record && edit->what == GP_EDIT_ADDED);
            has_gone = has_gone || (is_record && edit->what == GP_EDIT_REMOVED);
        }
        chances += has_come && has_gone;
        drop_versions(&v);
    }
    print_message("%u made up, %u pairs in which something came and something went\n", made_up,
                  chances);
    assert_true(chances > 20);
    assert_true(made_up * 20 <= chances);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_edits_make_new_of_old_and_none_leaves_it),
        cmocka_unit_test(some_edits_make_a_portfolio),
        cmocka_unit_test(order_makes_no_difference),
        cmocka_unit_test(changes_that_are_written_make_new_of_old),
        cmocka_unit_test(format_makes_no_difference),
        cmocka_unit_test(renames_are_not_made_up),
    };
    return cmocka_run_group_tests_name("random edits", tests, NULL, NULL);
}
