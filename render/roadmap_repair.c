/* SPDX-License-Identifier: MIT
 * Which decision touches what, on the roadmap? Decisions are numbered in the order in which they
 * have to be taken; what they change are records of the plan before, and each record leads to the
 * decisions that change it, in the plan that is drawn and among what is gone. */
#include "render/roadmap_repair.h"
#include "render/repair_words.h"

#include <string.h>

/* What choices touch, in the making. */
typedef struct touching {
    gp_road_repair *made;
    gp_job *job;
    const gp_portfolio *now, *then;
} touching;

static gp_status push(touching *t, uint32_t *head, gp_road_touch touch)
{
    touch.next = *head;
    *head = (uint32_t)t->made->touches.count;
    return gp_push(t->job, &t->made->touches, &touch, 1) ? GP_OK : gp_no_memory(t->job);
}

static gp_status touch_then(touching *t, const char *id, uint32_t choice, uint8_t level)
{
    uint32_t symbol = gp_find_symbol(t->then, id);
    if (symbol == GP_NONE) return GP_OK;
    return push(t, &t->made->then[symbol], (gp_road_touch){choice, level, 0});
}

static gp_status touch_both(touching *t, const char *id, uint32_t choice, uint8_t level)
{
    uint32_t symbol = gp_find_symbol(t->now, id);
    GP_TRY(touch_then(t, id, choice, level));
    if (symbol == GP_NONE) return GP_OK;
    return push(t, &t->made->now[symbol], (gp_road_touch){choice, level, 0});
}

/* Of a requirement the step that asks, and of what it asks the step that is not needed any more. */
static gp_status touch_lower(touching *t, uint32_t choice)
{
    const gp_repair *repair = t->made->asked->repair;
    const gp_candidate *candidate = &repair->considered[repair->choices[choice].candidate];
    uint32_t first = repair->choices[choice].first_step;
    const gp_network *network = repair->after->network;
    const char *id = t->then->ids[candidate->symbol];
    bool is_its = first != GP_NONE && strcmp(gp_activity_id(network, first), id) == 0;
    GP_TRY(touch_both(t, id, choice, is_its ? network->activities[first].level : 0));
    const gp_requirement *asked = &t->then->requirements[candidate->requirement];
    const gp_requirement *end = t->then->requirements + t->then->requirement_count;
    uint16_t group = asked->group;
    uint8_t level = (uint8_t)(candidate->level + 1);
    do GP_TRY(touch_then(t, t->then->ids[asked->target], choice, level));
    while (group && ++asked < end && asked->group == group);
    return GP_OK;
}

static gp_status touch_records(touching *t, uint32_t choice)
{
    const gp_repaired *asked = t->made->asked;
    const gp_candidate *candidate =
        &asked->repair->considered[asked->repair->choices[choice].candidate];
    const gp_id_list *list = asked->touched ? &asked->touched[choice] : NULL;
    for (uint32_t i = 0; list && i < list->count; i++)
        GP_TRY(touch_both(t, list->ids[i], choice, 0));
    bool has_records = list && list->count;
    if (has_records || candidate->symbol == GP_NONE) return GP_OK;
    if (candidate->kind == GP_DECIDE_LEVEL) return touch_lower(t, choice);
    return touch_both(t, t->then->ids[candidate->symbol], choice, candidate->level);
}

/* Interventions are numbered by the plan before. */
static void find_lives(touching *t)
{
    const gp_repair *repair = t->made->asked->repair;
    for (uint32_t i = 0; i < repair->live_count; i++) {
        const gp_intervention *then = &t->then->interventions[repair->lives[i].intervention];
        uint32_t symbol = gp_find_symbol(t->now, t->then->ids[then->symbol]);
        if (symbol == GP_NONE || t->now->items[symbol].kind != GP_ITEM_INTERVENTION) continue;
        t->made->lives[t->now->items[symbol].index] = &repair->lives[i];
    }
}

static gp_status make_room(touching *t)
{
    gp_road_repair *made = t->made;
    made->now = GP_NEW(t->job, uint32_t, t->now->symbol_count);
    made->then = GP_NEW(t->job, uint32_t, t->then->symbol_count);
    made->lives = GP_NEW(t->job, const gp_repair_live *, t->now->intervention_count);
    if (!made->now || !made->then || !made->lives) return gp_no_memory(t->job);
    memset(made->now, 0xFF, sizeof *made->now * t->now->symbol_count);
    memset(made->then, 0xFF, sizeof *made->then * t->then->symbol_count);
    return GP_OK;
}

gp_status gp_find_road_repair(gp_roadmap *map)
{
    const gp_repaired *asked = map->view->repaired;
    gp_job *job = map->sheet.job;
    if (!asked) return GP_OK;
    gp_road_repair *made = GP_NEW(job, gp_road_repair, 1);
    if (!made) return gp_no_memory(job);
    touching t = {.made = made,
                  .job = job,
                  .now = map->sheet.portfolio,
                  .then = asked->repair->before->network->portfolio};
    made->asked = asked;
    made->touches.size = sizeof(gp_road_touch);
    GP_TRY(make_room(&t));
    find_lives(&t);
    for (uint32_t i = asked->repair->choice_count; i-- > 0;) GP_TRY(touch_records(&t, i));
    map->repair = made;
    return GP_OK;
}

/* ---- of an item ---- */

static bool is_of(const gp_road_touch *touch, const gp_activity *a)
{
    return touch->level == 0 || touch->level == a->level;
}

/* The first touch of its record. */
static uint32_t head_of(const gp_road_repair *repair, const gp_road_item *item,
                        const gp_activity *a)
{
    return item->is_gone ? repair->then[a->symbol] : repair->now[a->symbol];
}

static gp_status list_choices(const gp_roadmap *map, const gp_road_item *item, const gp_activity *a,
                              gp_road_decided *out)
{
    const gp_road_touch *touches = map->repair->touches.data;
    uint32_t head = head_of(map->repair, item, a), count = 0;
    for (uint32_t i = head; i != GP_NONE; i = touches[i].next) count++;
    uint32_t *choices = GP_NEW(map->sheet.job, uint32_t, count);
    if (!choices) return gp_no_memory(map->sheet.job);
    count = 0;
    for (uint32_t i = head; i != GP_NONE; i = touches[i].next) {
        bool is_twice = count && choices[count - 1] == touches[i].choice;
        if (is_of(&touches[i], a) && !is_twice) choices[count++] = touches[i].choice;
    }
    out->choices = choices;
    out->count = count;
    return GP_OK;
}

gp_status gp_find_road_decided(gp_roadmap *map, gp_road_item *item)
{
    if (!map->repair) return GP_OK;
    const gp_schedule *schedule = gp_item_schedule(map, item);
    const gp_activity *a = &schedule->network->activities[item->activity];
    gp_road_decided decided = {0};
    if (a->kind == GP_KIND_INTERVENTION && !item->is_gone)
        decided.live = map->repair->lives[a->item];
    decided.is_saved =
        decided.live && decided.live->late_before > 0 && decided.live->late_after <= 0;
    GP_TRY(list_choices(map, item, a, &decided));
    if (!decided.count && !decided.live) return GP_OK;
    item->decided = GP_NEW(map->sheet.job, gp_road_decided, 1);
    if (!item->decided) return gp_no_memory(map->sheet.job);
    *item->decided = decided;
    return GP_OK;
}

bool gp_is_road_decided(const gp_roadmap *map, uint32_t activity)
{
    const gp_activity *a = &map->sheet.schedule->network->activities[activity];
    const gp_road_repair *repair = map->repair;
    if (!repair) return false;
    const gp_repair_live *live = a->kind == GP_KIND_INTERVENTION ? repair->lives[a->item] : NULL;
    if (live && (live->late_before > 0 || live->late_after > 0)) return true;
    const gp_road_touch *touches = repair->touches.data;
    for (uint32_t i = repair->now[a->symbol]; i != GP_NONE; i = touches[i].next)
        if (is_of(&touches[i], a)) return true;
    return false;
}

/* ---- words ---- */

static void add_escaped(gp_buffer *buffer, const gp_roadmap *map)
{
    const char *words = gp_take_words(&map->sheet);
    gp_svg_escape(buffer, words, strlen(words));
}

/* Lines of a tooltip: each decision, and that it was late. */
void gp_add_road_decided(gp_buffer *buffer, const gp_roadmap *map, const gp_road_item *item)
{
    const gp_road_decided *decided = item->decided;
    gp_buffer *scratch = map->sheet.scratch;
    gp_language language = map->sheet.language;
    if (!decided) return;
    const gp_repair *repair = map->repair->asked->repair;
    for (uint32_t i = 0; i < decided->count; i++) {
        const gp_repair_choice *choice = &repair->choices[decided->choices[i]];
        gp_add_text(scratch, gp_say(language, "\ndecision ", "\nbesluit "));
        gp_add_number(scratch, (int64_t)decided->choices[i] + 1);
        gp_add_text(scratch, ": ");
        gp_add_decision(scratch, language, repair, &repair->considered[choice->candidate]);
    }
    if (decided->live && decided->live->late_before > 0) {
        gp_add_text(scratch, gp_say(language, "\nwithout decisions: ", "\nzonder besluiten: "));
        gp_add_number(scratch, decided->live->late_before);
        gp_add_text(scratch, " ");
        gp_add_text(scratch, gp_word_of(decided->live->late_before == 1 ? GP_WORD_DAY_LATE
                                                                        : GP_WORD_DAYS_LATE,
                                        language));
    }
    add_escaped(buffer, map);
}
