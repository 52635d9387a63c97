/* SPDX-License-Identifier: MIT
 * What the measures of an answer stand for: made through the door they give the plan that the file
 * gives in which a person made the same changes by hand, key by key. */
#include "core/job.h"
#include "tests/support_draft.h"
#include "tests/support_repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static cJSON *get(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static void set(cJSON *object, const char *key, cJSON *value)
{
    cJSON_DeleteItemFromObjectCaseSensitive(object, key);
    cJSON_AddItemToObject(object, key, value);
}

static cJSON *record_of(const cJSON *top, const char *list, const char *id)
{
    cJSON *record = get(top, list)->child;
    while (strcmp(get(record, "id")->valuestring, id) != 0) record = record->next;
    return record;
}

static cJSON *entry_of(const cJSON *capability, int level)
{
    cJSON *levels = get(capability, "levels"), *entry = levels ? levels->child : NULL;
    while (entry && get(entry, "level")->valueint != level) entry = entry->next;
    return entry;
}

/* The entry of a level, a new one where there is none. */
static cJSON *make_entry(cJSON *capability, int level)
{
    cJSON *levels = get(capability, "levels"), *entry = entry_of(capability, level);
    if (entry) return entry;
    if (!levels) levels = cJSON_AddArrayToObject(capability, "levels");
    entry = cJSON_CreateObject();
    cJSON_AddNumberToObject(entry, "level", level);
    cJSON_AddItemToArray(levels, entry);
    return entry;
}

/* ---- a shorter time ---- */

static int32_t up(int64_t numerator)
{
    return (int32_t)((numerator + 3) / 4);
}

/* Whole months of it; what is left of a month is so many of 30 days, rounded up with the days. */
static cJSON *scaled_text(const char *text, int quarters)
{
    char out[GP_DURATION_SIZE];
    gp_duration d;
    assert_true(gp_parse_duration(text, &d));
    int64_t days = (int64_t)d.days * quarters + d.months * quarters % 4 * 30;
    d.months = (int16_t)(d.months * quarters / 4);
    d.days = up(days);
    gp_format_duration(d, out);
    return cJSON_CreateString(out);
}

static cJSON *scaled(const cJSON *value, int quarters)
{
    static const char *const points[] = {"min", "likely", "max"};
    if (cJSON_IsString(value)) return scaled_text(value->valuestring, quarters);
    cJSON *now = cJSON_Duplicate(value, true);
    for (int i = 0; i < 3; i++)
        if (get(value, points[i]))
            set(now, points[i], scaled_text(get(value, points[i])->valuestring, quarters));
    return now;
}

/* Its time is that of its entry in `levels` where that has any, and there of the aspects. */
static void shorten(cJSON *capability, const cJSON *original, const gp_candidate *c)
{
    const cJSON *from = entry_of(original, c->level);
    if (!from || (!get(from, "lead_time") && !get(from, "aspects"))) from = original;
    cJSON *entry = make_entry(capability, c->level), *aspects = get(from, "aspects");
    if (!aspects) {
        set(entry, "lead_time", scaled(get(from, "lead_time"), c->quarters));
        return;
    }
    cJSON *now = cJSON_CreateObject();
    for (cJSON *one = aspects->child; one; one = one->next)
        cJSON_AddItemToObject(now, one->string, scaled(one, c->quarters));
    set(entry, "aspects", now);
}

/* ---- a level less ---- */

/* The target of the requirement with this number in its list. */
static cJSON *find_target(cJSON *list, uint32_t number, cJSON **around, cJSON **parent)
{
    for (cJSON *item = list->child; item; item = item->next) {
        cJSON *any = get(item, "any");
        uint32_t count = any ? (uint32_t)cJSON_GetArraySize(any) : 1;
        *around = any ? any : list;
        *parent = item;
        if (number < count) return any ? cJSON_GetArrayItem(any, (int)number) : item;
        number -= count;
    }
    return NULL;
}

static void ask_less(cJSON *list, uint32_t number)
{
    cJSON *around, *parent, *target = find_target(list, number, &around, &parent);
    cJSON *level = get(target, "level");
    cJSON_SetNumberValue(level, level->valueint - 1);
}

static bool is_in(gp_span span, uint32_t requirement)
{
    return requirement >= span.first && requirement < span.first + span.count;
}

static void lower(cJSON *top, const gp_portfolio *portfolio, const gp_candidate *c)
{
    const gp_item *item = &portfolio->items[c->symbol];
    const char *id = portfolio->ids[c->symbol];
    if (item->kind == GP_ITEM_INTERVENTION) {
        gp_span span = portfolio->interventions[item->index].requires;
        assert_true(is_in(span, c->requirement));
        ask_less(get(record_of(top, "interventions", id), "requires"), c->requirement - span.first);
        return;
    }
    const gp_capability *capability = &portfolio->capabilities[item->index];
    cJSON *record = record_of(top, "capabilities", id);
    if (is_in(capability->requires, c->requirement))
        ask_less(get(record, "requires"), c->requirement - capability->requires.first);
    for (uint32_t i = 0; i < capability->level_count; i++) {
        const gp_level *level = &capability->levels[i];
        if (is_in(level->requires, c->requirement))
            ask_less(get(entry_of(record, level->level), "requires"),
                     c->requirement - level->requires.first);
    }
}

/* ---- by hand ---- */

static void move_date(cJSON *intervention, const cJSON *original, const gp_candidate *c)
{
    char text[GP_DATE_SIZE];
    gp_day before;
    assert_true(gp_parse_date(get(original, "needed_by")->valuestring, &before));
    assert_int_equal(c->by_days, c->needed_by - before);
    assert_true(c->needed_by > before);
    gp_format_date(c->needed_by, text);
    set(intervention, "needed_by", cJSON_CreateString(text));
}

static void make_change(cJSON *top, const cJSON *original, const gp_portfolio *portfolio,
                        const gp_candidate *c)
{
    const char *id = c->symbol == GP_NONE ? "" : portfolio->ids[c->symbol];
    switch (c->kind) {
    case GP_DECIDE_OFF_ROUND:
        set(make_entry(record_of(top, "capabilities", id), c->level), "planning",
            cJSON_CreateString("none"));
        break;
    case GP_DECIDE_SHORTEN:
        shorten(record_of(top, "capabilities", id), record_of(original, "capabilities", id), c);
        break;
    case GP_DECIDE_LEVEL: lower(top, portfolio, c); break;
    default:
        move_date(record_of(top, "interventions", id), record_of(original, "interventions", id), c);
    }
}

static const char *plan_text(gp_job *job, const gp_schedule *schedule)
{
    const gp_write_options options = {.format = GP_FORMAT_CSV};
    gp_output out;
    assert_int_equal(gp_write_plan(job, schedule, &options, &out), GP_OK);
    return out.text;
}

/* The file with what was taken: measures of the file as --measure makes them, others by hand. */
static gp_status read_by_hand(gp_job *job, const repair_world *world, const bool *is_taken,
                              const gp_portfolio **out)
{
    const gp_repair *repair = world->repair;
    const char **ids = GP_NEW(job, const char *, repair->considered_count + 1u);
    gp_changes changes = {.measures = ids};
    const gp_read_options options = {.status_date = GP_NO_DAY, .changes = &changes};
    cJSON *original = cJSON_Parse(world->text), *top = cJSON_Parse(world->text);
    for (uint32_t i = 0; i < repair->considered_count; i++) {
        const gp_candidate *c = &repair->considered[i];
        if (is_taken[i] && c->kind == GP_DECIDE_MEASURE)
            ids[changes.measure_count++] = world->portfolio->measures[c->measure].id;
        else if (is_taken[i])
            make_change(top, original, world->portfolio, c);
    }
    char *text = cJSON_Print(top);
    const char *kept = gp_copy_text(job, text, strlen(text));
    gp_status status = gp_read_text(job, "p.json", kept, strlen(kept), &options, out);
    cJSON_free(text);
    cJSON_Delete(original);
    cJSON_Delete(top);
    return status;
}

static bool is_mixed(const repair_world *world, const bool *is_taken)
{
    bool has_own = false, has_automatic = false;
    for (uint32_t i = 0; i < world->repair->considered_count; i++) {
        bool is_own = world->repair->considered[i].kind == GP_DECIDE_MEASURE;
        has_own = has_own || (is_taken[i] && is_own);
        has_automatic = has_automatic || (is_taken[i] && !is_own);
    }
    return has_own && has_automatic;
}

static void compare(repair_world *world, const bool *is_taken)
{
    gp_job *job = gp_job_new(), *other = gp_job_new();
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *by_hand, *found = plan_with(job, world, is_taken);
    bool is_alike = found != NULL;
    if (found && !is_mixed(world, is_taken)) { /* of those some measures come last */
        assert_int_equal(read_by_hand(other, world, is_taken, &portfolio), GP_OK);
        assert_int_equal(gp_build_network(other, portfolio, &network), GP_OK);
        assert_int_equal(gp_schedule_network(other, network, NULL, &by_hand), GP_OK);
        is_alike = strcmp(plan_text(job, found), plan_text(other, by_hand)) == 0;
    }
    if (!is_alike) printf("%s\n", name_choice(world, is_taken));
    need_that(world, is_alike, "the plan is the one that was made by hand");
    gp_job_free(job);
    gp_job_free(other);
}

/* Each alone, what was chosen, and some at random that may be taken together. */
static void compare_some(repair_world *world, uint64_t seed)
{
    const gp_repair *repair = repair_of(world);
    const repair_pairs pairs = pairs_of(world);
    bool *is_taken = GP_NEW(world->job, bool, repair->considered_count + 1u);
    for (uint32_t i = 0; i < repair->considered_count; i++) {
        is_taken[i] = true;
        compare(world, is_taken);
        is_taken[i] = false;
    }
    for (uint32_t i = 0; i < repair->choice_count; i++)
        is_taken[repair->choices[i].candidate] = true;
    compare(world, is_taken);
    for (int round = 0; round < 4; round++) {
        for (uint32_t i = 0; i < repair->considered_count; i++) {
            is_taken[i] = test_random(&seed, 3) == 0;
            if (!is_allowed(&pairs, is_taken)) is_taken[i] = false;
        }
        compare(world, is_taken);
    }
}

static void changes_are_those_made_by_hand(void **state)
{
    (void)state;
    static const repair_taste tastes[] = {
        {.capabilities = 6, .interventions = 3, .measures = 8},
        {.capabilities = 5, .interventions = 3},
        {.capabilities = 5, .interventions = 3, .measures = 5},
    };
    uint64_t cases = repair_cases(240) / 3;
    uint64_t considered = 0;
    for (uint64_t seed = 1; seed <= 3 * cases; seed++) {
        repair_world world;
        open_world(&world, random_repairable(800000 + seed, &tastes[seed % 3]));
        if (seed % 3) world.options.has_automatic = true;
        compare_some(&world, seed);
        considered += world.repair->considered_count;
        close_world(&world);
    }
    assert_true(considered > 6 * cases || getenv("GP_REPAIR_GO_ON"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(changes_are_those_made_by_hand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
