/* SPDX-License-Identifier: MIT
 * Makes the pairs of support_edited.h. What an edit does is written here once more, by drafts, and
 * shares nothing with the library. */
#include "tests/support_edited.h"
#include "core/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>

/* ---- what the two have ---- */

static gp_item item_of(const gp_portfolio *p, const char *id)
{
    uint32_t symbol = gp_find_symbol(p, id);
    return symbol == GP_NONE ? (gp_item){GP_ITEM_MISSING, 0} : p->items[symbol];
}

static bool has(const gp_portfolio *p, const char *id)
{
    return item_of(p, id).kind != GP_ITEM_MISSING;
}

static const gp_level *level_in(const gp_portfolio *p, const char *id, uint8_t level)
{
    gp_item item = item_of(p, id);
    if (item.kind != GP_ITEM_CAPABILITY) return NULL;
    const gp_capability *c = &p->capabilities[item.index];
    for (uint32_t i = 0; i < c->level_count; i++)
        if (c->levels[i].level == level) return &c->levels[i];
    return NULL;
}

static gp_span span_in(const gp_portfolio *p, const char *id, uint8_t level)
{
    gp_item item = item_of(p, id);
    const gp_level *entry = level ? level_in(p, id, level) : NULL;
    if (level) return entry ? entry->requires : (gp_span){0, 0};
    if (item.kind == GP_ITEM_CAPABILITY) return p->capabilities[item.index].requires;
    if (item.kind == GP_ITEM_INTERVENTION) return p->interventions[item.index].requires;
    return (gp_span){0, 0};
}

static uint32_t unit_end(const gp_portfolio *p, gp_span span, uint32_t first)
{
    uint32_t end = first + 1;
    uint16_t group = p->requirements[first].group;
    while (group && end < span.first + span.count && p->requirements[end].group == group) end++;
    return end;
}

static bool is_on(const gp_edit *edit, const char *id, const char *key)
{
    bool is_same_key = edit->key == key || (edit->key && key && strcmp(edit->key, key) == 0);
    return edit->id && strcmp(edit->id, id) == 0 && edit->kind != GP_EDIT_REQUIREMENT &&
           is_same_key;
}

static bool is_made(const edited *e, const bool *is_applied, const char *id, const char *key)
{
    for (uint32_t i = 0; i < e->count; i++)
        if (is_applied[i] && is_on(&e->edits[i], id, key)) return true;
    return false;
}

static bool has_setting(const edited *e, const bool *is_applied, const char *key)
{
    for (uint32_t i = 0; i < e->count; i++)
        if (is_applied[i] && e->edits[i].kind == GP_EDIT_SETTING &&
            strcmp(e->edits[i].key, key) == 0)
            return true;
    return false;
}

/* ---- requirements ---- */

static bool names_all(const gp_edit *edit, const gp_portfolio *p, uint32_t first, uint32_t end)
{
    for (uint32_t k = first; k < end; k++) {
        bool is_found = false;
        for (uint32_t i = 0; i < edit->require_count; i++)
            is_found |= strcmp(edit->requires[i], p -> ids[p->requirements[k].target]) == 0;
        if (!is_found) return false;
    }
    for (uint32_t i = 0; i < edit->require_count; i++) {
        bool is_found = false;
        for (uint32_t k = first; k < end; k++)
            is_found |= strcmp(edit->requires[i], p -> ids[p->requirements[k].target]) == 0;
        if (!is_found) return false;
    }
    return true;
}

static bool is_edited(const edited *e, const bool *is_applied, const char *id, uint8_t level,
                      const gp_portfolio *p, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < e->count; i++) {
        const gp_edit *edit = &e->edits[i];
        uint8_t own = edit->key ? (uint8_t)(edit->key[7] - '0') : 0;
        if (is_applied[i] && edit->kind == GP_EDIT_REQUIREMENT && strcmp(edit->id, id) == 0 &&
            own == level && names_all(edit, p, first, end))
            return true;
    }
    return false;
}

typedef struct list {
    gp_requirement all[96];
    uint32_t count;
    uint16_t groups;
} list;

/* Adds a unit, but for alternatives on what is gone. */
static void add_unit(const edited *e, const bool *is_applied, gp_draft *draft,
                     const gp_portfolio *p, uint32_t first, uint32_t end, list *to)
{
    if (p->requirements[first].group) to->groups++;
    for (uint32_t i = first; i < end; i++) {
        const char *id = p->ids[p->requirements[i].target];
        bool is_gone = p == e->from && is_made(e, is_applied, id, NULL) && has(e->from, id);
        if (is_gone) continue;
        gp_requirement *requirement = &to->all[to->count++];
        assert_true(to->count < 96);
        *requirement = p->requirements[i];
        requirement->target = gp_draft_symbol(draft, id, strlen(id));
        if (requirement->group) requirement->group = to->groups;
    }
}

static gp_span compose(const edited *e, const bool *is_applied, gp_draft *draft, const char *id,
                       uint8_t level, const gp_portfolio *base)
{
    list all = {.count = 0};
    uint32_t end;
    gp_span span = span_in(base, id, level), out;
    for (uint32_t i = span.first; i < span.first + span.count; i = end) {
        end = unit_end(base, span, i);
        if (base == e->from && is_edited(e, is_applied, id, level, base, i, end)) continue;
        add_unit(e, is_applied, draft, base, i, end, &all);
    }
    span = span_in(e->to, id, level);
    for (uint32_t i = span.first; base == e->from && i < span.first + span.count; i = end) {
        end = unit_end(e->to, span, i);
        if (is_edited(e, is_applied, id, level, e->to, i, end))
            add_unit(e, is_applied, draft, e->to, i, end, &all);
    }
    assert_int_equal(gp_draft_requirements(draft, all.all, all.count, &out), GP_OK);
    return out;
}

/* ---- records ---- */

static const gp_window none = {GP_NO_DAY, GP_NO_DAY, GP_NO_DAY, GP_NO_DAY};

static const gp_window *window(const edited *e, const bool *is_applied, gp_job *job, const char *id,
                               const gp_window *old, const gp_window *new)
{
    gp_window *own = GP_NEW(job, gp_window, 1);
    *own = old ? *old : none;
    if (!new) new = &none;
    if (is_made(e, is_applied, id, "not_before")) own->not_before = new->not_before;
    if (is_made(e, is_applied, id, "not_ready_before"))
        own->not_ready_before = new->not_ready_before;
    return memcmp(own, &none, sizeof none) == 0 ? NULL : own;
}

static void add_capability(const edited *e, const bool *is_applied, gp_job *job, gp_draft *draft,
                           const char *id, const gp_portfolio *base)
{
    gp_capability c = base->capabilities[item_of(base, id).index];
    gp_capability n = has(e->to, id) ? e->to->capabilities[item_of(e->to, id).index] : c;
    gp_level *levels = GP_NEW(job, gp_level, GP_LEVEL_MAX);
    c.symbol = gp_draft_symbol(draft, id, strlen(id));
    c.parent = GP_NONE;
    if (is_made(e, is_applied, id, "lead_time")) c.lead = n.lead;
    if (is_made(e, is_applied, id, "level")) c.level = n.level;
    if (is_made(e, is_applied, id, "identified")) c.identified = n.identified;
    if (is_made(e, is_applied, id, "started")) c.started = n.started;
    if (is_made(e, is_applied, id, "ready")) c.ready = n.ready;
    if (is_made(e, is_applied, id, "progress")) c.progress = n.progress;
    if (is_made(e, is_applied, id, "planning")) c.planning = n.planning;
    c.window = window(e, is_applied, job, id, c.window, n.window);
    c.requires = compose(e, is_applied, draft, id, 0, base);
    c.level_count = 0;
    for (uint8_t level = 1; level <= GP_LEVEL_MAX; level++) {
        char key[24], lead[40];
        snprintf(key, sizeof key, "levels[%d]", level);
        snprintf(lead, sizeof lead, "levels[%d].lead_time", level);
        bool is_new = is_made(e, is_applied, id, key);
        const gp_portfolio *p = is_new ? e->to : base;
        const gp_level *entry = level_in(p, id, level), *other = level_in(e->to, id, level);
        if (!entry) continue;
        levels[c.level_count] = *entry;
        if (is_made(e, is_applied, id, lead) && other) levels[c.level_count].lead = other->lead;
        levels[c.level_count++].requires = compose(e, is_applied, draft, id, level, p);
    }
    c.levels = levels;
    assert_int_equal(gp_draft_capability(draft, &c), GP_OK);
}

static void add_intervention(const edited *e, const bool *is_applied, gp_job *job, gp_draft *draft,
                             const char *id, const gp_portfolio *base)
{
    gp_intervention i = base->interventions[item_of(base, id).index];
    gp_intervention n = has(e->to, id) ? e->to->interventions[item_of(e->to, id).index] : i;
    i.symbol = gp_draft_symbol(draft, id, strlen(id));
    i.address_count = i.segment_count = i.situation_count = i.scenario_count = 0;
    if (is_made(e, is_applied, id, "duration")) i.duration = n.duration;
    if (is_made(e, is_applied, id, "start")) i.start = n.start;
    if (is_made(e, is_applied, id, "progress")) i.progress = n.progress;
    if (id[1] % 2) i.cycle = (gp_duration){0}; /* that of the whole */
    i.window = window(e, is_applied, job, id, i.window, n.window);
    i.requires = compose(e, is_applied, draft, id, 0, base);
    assert_int_equal(gp_draft_intervention(draft, &i), GP_OK);
}

static void add_settings(const edited *e, const bool *is_applied, gp_draft *draft)
{
    gp_settings *s = gp_draft_settings(draft);
    const gp_portfolio *calendar = has_setting(e, is_applied, "calendar") ? e->to : e->from;
    s->status_date = e->from->status_date + (has_setting(e, is_applied, "status_date") ? 45 : 0);
    s->planning = has_setting(e, is_applied, "planning") ? e->to->planning : e->from->planning;
    s->is_chain_start = has_setting(e, is_applied, "planning.scope") ? e->to->is_chain_start
                                                                     : e->from->is_chain_start;
    s->cycle = has_setting(e, is_applied, "cycle") ? DAYS(31) : DAYS(14);
    s->days_off = calendar->calendar.days_off;
    s->holidays = calendar->calendar.holidays;
    s->holiday_count = calendar->calendar.holiday_count;
}

static void id_at(uint32_t n, char id[8])
{
    snprintf(id, 8, "%c%u", n < RANDOM_CAPABILITIES ? 'c' : 'i',
             (n < RANDOM_CAPABILITIES ? n : n - RANDOM_CAPABILITIES) % 100u);
}

gp_status make_edited_part(void *object, gp_job *job, const bool *is_applied,
                           const gp_portfolio **out)
{
    const edited *e = object;
    gp_draft *draft;
    assert_int_equal(gp_new_draft(job, &draft), GP_OK);
    add_settings(e, is_applied, draft);
    for (uint32_t n = 0; n < RANDOM_CAPABILITIES + RANDOM_INTERVENTIONS; n++) {
        char id[8];
        id_at(n, id);
        bool is_other = is_made(e, is_applied, id, NULL);
        const gp_portfolio *base = is_other && has(e->from, id) ? NULL : is_other ? e->to : e->from;
        if (!base || !has(base, id)) continue;
        if (id[0] == 'c')
            add_capability(e, is_applied, job, draft, id, base);
        else
            add_intervention(e, is_applied, job, draft, id, base);
    }
    return gp_finish_draft(draft, out);
}

/* ---- edits ---- */

static gp_edit *add_edit(edited *e, gp_edit_kind kind, const char *id, const char *key)
{
    for (uint32_t i = 0; i < e->count; i++) {
        const char *own = e->edits[i].id;
        if ((id && own && strcmp(own, id) == 0 && (!key || !e->edits[i].key)) ||
            (kind == GP_EDIT_SETTING && e->edits[i].kind == kind &&
             strcmp(e->edits[i].key, key) == 0) ||
            (id && is_on(&e->edits[i], id, key)))
            return NULL; /* there is one already, or one of the whole */
    }
    gp_edit *edit = &e->edits[e->count];
    if (id) snprintf(e->ids[e->count], sizeof e->ids[0], "%s", id);
    if (key) snprintf(e->keys[e->count], sizeof e->keys[0], "%s", key);
    *edit = (gp_edit){.what = GP_EDIT_CHANGED,
                      .kind = (uint8_t)kind,
                      .matters = true,
                      .id = id ? e->ids[e->count] : NULL,
                      .key = key ? e->keys[e->count] : NULL};
    e->count++;
    return edit;
}

static void edit_requirement(edited *e, const char *id, uint8_t level)
{
    const gp_portfolio *p = test_random(&e->seed, 2) ? e->to : e->from;
    gp_span span = span_in(p, id, level);
    if (!span.count || !has(e->from, id) || !has(e->to, id)) return;
    if (level && (!level_in(e->from, id, level) || !level_in(e->to, id, level))) return;
    for (uint32_t i = 0; i < e->count; i++)
        if (e->edits[i].kind != GP_EDIT_REQUIREMENT && e->edits[i].id &&
            strcmp(e->edits[i].id, id) == 0 && !e->edits[i].key)
            return;
    uint32_t first = span.first, end, pick = span.first + test_random(&e->seed, span.count);
    for (;; first = end) {
        end = unit_end(p, span, first);
        if (end > pick) break;
    }
    if (end - first > 8) return;
    for (uint32_t i = 0; i < e->count; i++)
        if (e->edits[i].kind == GP_EDIT_REQUIREMENT && strcmp(e->edits[i].id, id) == 0 &&
            names_all(&e->edits[i], p, first, end))
            return;
    gp_edit *edit = &e->edits[e->count];
    snprintf(e->ids[e->count], sizeof e->ids[0], "%s", id);
    snprintf(e->keys[e->count], sizeof e->keys[0], "levels[%d]", level);
    *edit = (gp_edit){.what = GP_EDIT_CHANGED,
                      .kind = GP_EDIT_REQUIREMENT,
                      .matters = true,
                      .id = e->ids[e->count],
                      .key = level ? e->keys[e->count] : NULL,
                      .requires = e->requires[e->count]};
    for (uint32_t i = first; i < end; i++) {
        const char *target = p->ids[p->requirements[i].target];
        bool is_there = false;
        for (uint32_t k = 0; k < edit->require_count; k++)
            is_there |= strcmp(edit->requires[k], target) == 0;
        if (!is_there) e->requires[e->count][edit->require_count++] = target;
    }
    e->count++;
}

static void edit_whole(edited *e, const char *id)
{
    bool is_there = has(e->from, id);
    if (!is_there && !has(e->to, id)) return;
    for (uint32_t i = 0; i < e->count; i++) /* it comes or goes alone */
        if (e->edits[i].id && strcmp(e->edits[i].id, id) == 0) return;
    gp_edit *edit = add_edit(e, id[0] == 'c' ? GP_EDIT_CAPABILITY : GP_EDIT_INTERVENTION, id, NULL);
    if (edit) edit->what = is_there ? GP_EDIT_REMOVED : GP_EDIT_ADDED;
}

static void edit_key(edited *e, const char *id)
{
    static const char *const capability[] = {
        "lead_time", "lead_time", "level",    "identified", "started",
        "ready",     "progress",  "planning", "not_before", "not_ready_before"};
    static const char *const intervention[] = {"duration", "start", "progress", "not_before",
                                               "not_ready_before"};
    if (!has(e->from, id) || !has(e->to, id)) return;
    if (id[0] == 'c')
        add_edit(e, GP_EDIT_CAPABILITY, id, capability[test_random(&e->seed, 10)]);
    else
        add_edit(e, GP_EDIT_INTERVENTION, id, intervention[test_random(&e->seed, 5)]);
}

static void edit_level(edited *e, const char *id, uint8_t level)
{
    const gp_level *a = level_in(e->from, id, level), *b = level_in(e->to, id, level);
    char key[40];
    if (!has(e->from, id) || !has(e->to, id) || (!a && !b)) return;
    snprintf(key, sizeof key, a && b ? "levels[%d].lead_time" : "levels[%d]", level);
    add_edit(e, GP_EDIT_LEVEL, id, key);
}

static void edit_something(edited *e)
{
    static const char *const settings[] = {"status_date", "planning", "planning.scope", "cycle",
                                           "calendar"};
    char id[8];
    id_at(test_random(&e->seed, RANDOM_CAPABILITIES + RANDOM_INTERVENTIONS), id);
    uint8_t level = (uint8_t)(1 + test_random(&e->seed, GP_LEVEL_MAX));
    /* where requirements may point forward too, more of them change: some make circles */
    switch (test_random(&e->seed, e->donor.has_cycles || e->old.has_cycles ? 40 : 9)) {
    case 0: add_edit(e, GP_EDIT_SETTING, NULL, settings[test_random(&e->seed, 5)]); break;
    case 1: edit_whole(e, id); break;
    case 2: edit_level(e, id, level); break;
    case 3: edit_requirement(e, id, level); break;
    case 4:
    case 5: edit_key(e, id); break;
    default: edit_requirement(e, id, 0);
    }
}

void make_edited(edited *e, uint64_t seed, uint32_t most)
{
    e->seed = seed * 2862933555777941757U + 3037000493U;
    e->count = 0;
    e->from = random_portfolio(&e->old, seed * 2 + 1);
    e->to = random_portfolio(&e->donor, seed * 2 + 900001);
    assert_true(most <= EDITED_MAX);
    for (uint32_t tries = 0; tries < most * 8 && e->count < most; tries++) edit_something(e);
}

void free_edited(edited *e)
{
    gp_job_free(e->old.draft.job);
    gp_job_free(e->donor.draft.job);
}
