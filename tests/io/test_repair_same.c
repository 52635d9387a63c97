/* SPDX-License-Identifier: MIT
 * The same answer every time: asked twice, of a file whose records and keys stand in another order,
 * beside another thread that asks as well, and whatever else the budget or the curve asked before.
 */
#include "core/job.h"
#include "tests/support_draft.h"
#include "tests/support_random_edits.h"
#include "tests/support_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int in_order(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_choice(FILE *out, repair_world *world, const uint32_t *candidates, uint32_t count)
{
    const uint32_t all = world->repair->considered_count;
    const char **names = GP_NEW(world->job, const char *, count + 1u);
    for (uint32_t i = 0; i < count; i++) {
        bool *one = GP_NEW(world->job, bool, all + 1u);
        one[candidates[i]] = true;
        names[i] = name_choice(world, one);
    }
    if (count) qsort(names, count, sizeof *names, in_order);
    for (uint32_t i = 0; i < count; i++) fprintf(out, "%s", names[i]);
    fputs("\n", out);
}

/* All that does not go by the order of the file. */
static char *describe(repair_world *world)
{
    char *text;
    size_t size;
    const gp_repair *repair = repair_of(world);
    uint32_t *chosen = GP_NEW(world->job, uint32_t, repair->choice_count + 1u);
    FILE *out = open_memstream(&text, &size);
    fprintf(out, "%d %.9g %.9g\n", repair->status, repair->cost, repair->bound);
    for (uint32_t i = 0; i < repair->choice_count; i++) chosen[i] = repair->choices[i].candidate;
    add_choice(out, world, chosen, repair->choice_count);
    for (uint32_t i = 0; i < repair->considered_count; i++) add_choice(out, world, &i, 1);
    for (uint32_t i = 0; i < repair->curve_count; i++) {
        fprintf(out, "%u %.9g ", repair->curve[i].in_time, repair->curve[i].cost);
        add_choice(out, world, repair->curve[i].candidates, repair->curve[i].count);
    }
    fclose(out);
    return text;
}

static char *describe_cuts(repair_world *world)
{
    char *text;
    size_t size;
    const gp_repair *repair = world->repair;
    FILE *out = open_memstream(&text, &size);
    for (uint32_t i = 0; i < repair->cut_count; i++) {
        fprintf(out, "%u: ", repair->cuts[i].intervention);
        add_choice(out, world, repair->cuts[i].candidates, repair->cuts[i].count);
    }
    fclose(out);
    return text;
}

typedef struct asked {
    const char *text; /* of the file */
    bool has_automatic, has_curve;
    double budget;
    char *answer, *cuts;
} asked;

static void ask(asked *a)
{
    repair_world world;
    open_world(&world, strdup(a->text));
    if (a->has_automatic) world.options.has_automatic = true;
    world.options.has_curve = a->has_curve;
    world.options.budget = a->budget;
    a->answer = describe(&world);
    a->cuts = describe_cuts(&world);
    close_world(&world);
}

static void drop(asked *a)
{
    free(a->answer);
    free(a->cuts);
}

static void *ask_beside(void *object)
{
    ask(object);
    return NULL;
}

static void need_same(const char *text, const char *found, const char *expected)
{
    const char *other = expected;
    if (strcmp(found, expected) == 0) return;
    while (strcspn(found, "\n") == strcspn(other, "\n") &&
           strncmp(found, other, strcspn(found, "\n")) == 0) {
        found += strcspn(found, "\n") + 1;
        other += strcspn(other, "\n") + 1;
    }
    printf("FAILED: found %.*s, expected %.*s;\n%s", (int)strcspn(found, "\n"), found,
           (int)strcspn(other, "\n"), other, text);
    fflush(stdout);
    if (!getenv("GP_REPAIR_GO_ON")) fail();
}

static void ask_in_every_way(const char *text, uint64_t seed, bool has_automatic)
{
    asked first = {text, has_automatic, seed % 2, seed % 5 ? -1 : (double)(seed % 7), NULL, NULL};
    asked again = first, beside = first, shuffled = first;
    pthread_t thread;
    ask(&first);
    assert_int_equal(pthread_create(&thread, NULL, ask_beside, &beside), 0);
    ask(&again);
    pthread_join(thread, NULL);
    need_same(text, again.answer, first.answer);
    need_same(text, again.cuts, first.cuts);
    need_same(text, beside.answer, first.answer);
    need_same(text, beside.cuts, first.cuts);
    cJSON *tree = cJSON_Parse(text), *other = shuffle_at_random(tree, seed);
    char *shuffled_text = cJSON_Print(other);
    shuffled.text = shuffled_text;
    ask(&shuffled);
    need_same(text, shuffled.answer, first.answer);
    cJSON_free(shuffled_text);
    cJSON_Delete(tree);
    cJSON_Delete(other);
    drop(&first);
    drop(&again);
    drop(&beside);
    drop(&shuffled);
}

static void the_same_answer_every_time(void **state)
{
    (void)state;
    static const repair_taste tastes[] = {
        {.capabilities = 7, .interventions = 4, .measures = 14},
        {.capabilities = 7, .interventions = 4},
        {.capabilities = 12, .interventions = 6, .measures = 9},
    };
    for (uint64_t seed = 1; seed <= repair_cases(120); seed++) {
        char *text = random_repairable(900000 + seed, &tastes[seed % 3]);
        ask_in_every_way(text, seed, seed % 3 != 0);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_same_answer_every_time)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
