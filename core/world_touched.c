/* SPDX-License-Identifier: MIT
 * Which edits is a record about? Its own; those that take away or bring what it requires, where the
 * requirement is another then; and the length of a cycle, which an intervention has of the whole.
 * In one future of several an intervention is there or not by what happens to others. */
#include "core/world_records.h"

#include <stdlib.h>

/* Is the edit about a whole record, or the whole of an entry of `levels`? */
static bool is_whole(const gp_edit *edit)
{
    return !edit->require_count &&
           (edit->kind == GP_EDIT_INTERVENTION || edit->kind == GP_EDIT_CAPABILITY) && !edit->key;
}

static bool is_whole_level(const gp_edit *edit)
{
    return !edit->require_count && edit->key && strncmp(edit->key, "levels", 6) == 0 &&
           !strchr(edit->key, '.');
}

static bool is_link(const gp_edit *edit)
{
    return edit->kind == GP_EDIT_REQUIREMENT;
}

typedef struct touching {
    gp_world_source *source;
    gp_records_of_worlds *records;
    uint32_t *whole;   /* by symbol: the edit of the whole record + 1, or 0 */
    uint32_t *touches; /* units of one record */
    uint32_t count;
    gp_array *found;             /* gp_swap */
    bool has_moving, has_of_all; /* records come or go; edits that reach every intervention */
    bool has_joined;
} touching;

static uint32_t symbol_of(const touching *t, const gp_edit *edit)
{
    return edit->id ? gp_find_name(t->records->ids, edit->id, strlen(edit->id)) : GP_NONE;
}

static void touch(touching *t, uint32_t edit)
{
    uint32_t unit = t->source->unit_of[edit];
    for (uint32_t i = 0; i < t->count; i++)
        if (t->touches[i] == unit) return;
    uint32_t at = t->count++;
    for (; at > 0 && t->touches[at - 1] > unit; at--) t->touches[at] = t->touches[at - 1];
    t->touches[at] = unit;
}

/* Does the coming or going of what is required change the requirement itself? A capability that
 * comes does not: it was required, missing, in the same way. */
static bool changes_links(const gp_edit *edit)
{
    return edit->what != GP_EDIT_ADDED || edit->kind != GP_EDIT_CAPABILITY;
}

/* The edits of targets of a span. False: one is among alternatives. */
static bool touch_targets(touching *t, const gp_portfolio *portfolio, gp_span span)
{
    bool is_simple = true;
    for (uint32_t i = span.first; i < span.first + span.count; i++) {
        const char *id = portfolio->ids[portfolio->requirements[i].target];
        uint32_t symbol = gp_find_name(t->records->ids, id, strlen(id));
        uint32_t whole = t->whole[symbol];
        if (!whole || !changes_links(&t->source->edits->edits[whole - 1])) continue;
        touch(t, whole - 1);
        if (portfolio->requirements[i].group) is_simple = false;
    }
    return is_simple;
}

static bool touch_all_targets(touching *t, const gp_portfolio *portfolio, uint32_t record)
{
    uint32_t symbol = gp_find_symbol(portfolio, gp_name(t->records->ids, record));
    gp_item item = symbol == GP_NONE ? (gp_item){GP_ITEM_MISSING, 0} : portfolio->items[symbol];
    if (item.kind == GP_ITEM_INTERVENTION)
        return touch_targets(t, portfolio, portfolio->interventions[item.index].requires);
    if (item.kind != GP_ITEM_CAPABILITY) return true;
    const gp_capability *capability = &portfolio->capabilities[item.index];
    bool is_simple = touch_targets(t, portfolio, capability->requires);
    for (uint32_t i = 0; i < capability->level_count; i++)
        is_simple &= touch_targets(t, portfolio, capability->levels[i].requires);
    return is_simple;
}

static bool is_intervention_in(const touching *t, const gp_portfolio *portfolio, uint32_t record)
{
    uint32_t symbol = gp_find_symbol(portfolio, gp_name(t->records->ids, record));
    return symbol != GP_NONE && (portfolio->items[symbol].kind == GP_ITEM_INTERVENTION ||
                                 portfolio->items[symbol].kind == GP_ITEM_ELSEWHERE);
}

/* Does the edit change which interventions there are in one future? One that requires another falls
 * away with it. */
static bool changes_future(const touching *t, const gp_edit *edit)
{
    if (t->source->old->scenario == GP_NONE) return false;
    if (is_whole(edit)) return true;
    if (edit->kind == GP_EDIT_INTERVENTION) return strcmp(edit->key, "scenarios") == 0;
    for (uint32_t i = 0; is_link(edit) && i < edit->require_count; i++) {
        uint32_t symbol =
            gp_find_name(t->records->ids, edit->requires[i], strlen(edit->requires[i]));
        if (is_intervention_in(t, t->source->old, symbol) ||
            is_intervention_in(t, t->source->new, symbol))
            return true;
    }
    return false;
}

/* Does it reach every intervention? */
static bool is_of_all(const touching *t, const gp_edit *edit)
{
    if (edit->kind == GP_EDIT_SETTING) return strncmp(edit->key, "cycle", 5) == 0;
    return changes_future(t, edit);
}

/* ---- swaps ---- */

/* "levels[2]" and "levels[2].requires": 2. */
static uint8_t level_of(const gp_edit *edit)
{
    const char *bracket = edit->key ? strchr(edit->key, '[') : NULL;
    return bracket ? (uint8_t)(bracket[1] - '0') : 0;
}

/* Is what the edit is on one that comes, goes or becomes another? */
static bool is_on_moving(const touching *t, const gp_edit *edit)
{
    for (uint32_t i = 0; i < edit->require_count; i++) {
        uint32_t symbol =
            gp_find_name(t->records->ids, edit->requires[i], strlen(edit->requires[i]));
        uint32_t whole = symbol == GP_NONE ? 0 : t->whole[symbol];
        if (whole && changes_links(&t->source->edits->edits[whole - 1])) return true;
    }
    return false;
}

static gp_status add_swap(touching *t, uint32_t owner, uint32_t number)
{
    const gp_edit *edit = &t->source->edits->edits[number];
    uint32_t *targets = GP_NEW(t->source->job, uint32_t, edit->require_count);
    if (!targets) return gp_no_memory(t->source->job);
    for (uint32_t i = 0; i < edit->require_count; i++) {
        targets[i] = gp_intern(t->records->ids, edit->requires[i], strlen(edit->requires[i]));
        if (targets[i] == GP_NONE) return gp_no_memory(t->source->job);
    }
    gp_swap swap = {.owner = owner,
                    .unit = t->source->unit_of[number],
                    .level = level_of(edit),
                    .targets = targets,
                    .target_count = edit->require_count};
    return gp_push(t->source->job, t->found, &swap, 1) ? GP_OK : gp_no_memory(t->source->job);
}

/* ---- one record ---- */

/* Too many are one. */
static bool join_touching(touching *t)
{
    bool *is_marked = GP_NEW(t->source->job, bool, t->source->unit_count);
    if (!is_marked) return false;
    for (uint32_t i = 0; i < t->count; i++) is_marked[t->touches[i]] = true;
    return gp_join_units(t->source, is_marked);
}

static gp_status keep(touching *t, uint32_t *units, uint32_t *count)
{
    if (t->count > GP_RECORD_UNITS) {
        if (!join_touching(t)) return gp_no_memory(t->source->job);
        t->has_joined = true;
        t->count = 0;
    }
    for (uint32_t i = 0; i < t->count; i++) units[i] = t->touches[i];
    *count = t->count;
    return GP_OK;
}

/* own: the edits of this record, count of them. */
static gp_status find_units(touching *t, uint32_t record, const uint32_t *own, uint32_t count)
{
    const gp_edit *edits = t->source->edits->edits;
    gp_world_record *to = &t->records->records[record];
    t->count = 0;
    bool is_simple = true;
    if (t->has_moving) {
        is_simple = touch_all_targets(t, t->source->old, record);
        is_simple &= touch_all_targets(t, t->source->new, record);
    }
    bool is_intervention = t->has_of_all && (is_intervention_in(t, t->source->old, record) ||
                                             is_intervention_in(t, t->source->new, record));
    for (uint32_t e = 0; is_intervention && e < t->source->edits->count; e++)
        if (t->source->unit_of[e] != GP_NONE && is_of_all(t, &edits[e])) {
            touch(t, e);
            if (edits[e].kind != GP_EDIT_SETTING) is_simple = false;
        }
    for (uint32_t i = 0; i < count; i++) {
        const gp_edit *edit = &edits[own[i]];
        if (!is_link(edit)) touch(t, own[i]);
        if (is_whole(edit) || is_whole_level(edit) || (is_link(edit) && is_on_moving(t, edit)))
            is_simple = false;
    }
    to->swaps_links = is_simple;
    to->swap_first = (uint32_t)t->found->count;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_link(&edits[own[i]])) continue;
        if (is_simple)
            GP_TRY(add_swap(t, record, own[i]));
        else
            touch(t, own[i]);
    }
    to->swap_count = (uint32_t)t->found->count - to->swap_first;
    return keep(t, to->units, &to->unit_count);
}

/* ---- all records ---- */

typedef struct owned {
    uint32_t record, edit;
} owned;

static int by_record(const void *left, const void *right)
{
    const owned *a = left, *b = right;
    if (a->record != b->record) return a->record < b->record ? -1 : 1;
    return (a->edit > b->edit) - (a->edit < b->edit);
}

static gp_status find_settings_units(touching *t)
{
    const gp_world_source *source = t->source;
    t->count = 0;
    for (uint32_t e = 0; e < source->edits->count; e++)
        if (source->unit_of[e] != GP_NONE && source->edits->edits[e].kind == GP_EDIT_SETTING)
            touch(t, e);
    return keep(t, t->records->settings_units, &t->records->settings_unit_count);
}

/* The edits of records by record, and those of whole records. */
static uint32_t list_owned(touching *t, owned *all)
{
    uint32_t count = 0;
    const gp_world_source *source = t->source;
    for (uint32_t e = 0; e < source->edits->count; e++) {
        const gp_edit *edit = &source->edits->edits[e];
        uint32_t symbol = source->unit_of[e] == GP_NONE ? GP_NONE : symbol_of(t, edit);
        if (symbol == GP_NONE || edit->kind > GP_EDIT_REQUIREMENT || edit->kind == GP_EDIT_SETTING)
            continue;
        if (is_whole(edit)) t->whole[symbol] = e + 1;
        all[count++] = (owned){symbol, e};
    }
    if (count) qsort(all, count, sizeof *all, by_record);
    return count;
}

gp_status gp_find_touched(gp_world_source *source, gp_records_of_worlds *records, bool *has_joined)
{
    gp_job *job = source->job;
    uint32_t edit_count = source->edits->count, next = 0;
    touching t = {.source = source,
                  .records = records,
                  .whole = GP_NEW(job, uint32_t, records->count),
                  .touches = GP_NEW(job, uint32_t, (size_t)source->unit_count + 1)};
    owned *all = GP_NEW(job, owned, edit_count);
    uint32_t *own = GP_NEW(job, uint32_t, edit_count);
    gp_array *found = GP_NEW(job, gp_array, 1);
    if (!t.whole || !t.touches || !all || !own || !found) return gp_no_memory(job);
    found->size = sizeof(gp_swap);
    t.found = found;
    uint32_t count = list_owned(&t, all);
    for (uint32_t e = 0; e < edit_count; e++) {
        const gp_edit *edit = &source->edits->edits[e];
        if (source->unit_of[e] == GP_NONE) continue;
        t.has_moving |= is_whole(edit) && changes_links(edit);
        t.has_of_all |= is_of_all(&t, edit);
    }
    GP_TRY(find_settings_units(&t));
    for (uint32_t record = 0; record < records->count && edit_count; record++) {
        uint32_t own_count = 0;
        while (next < count && all[next].record == record) own[own_count++] = all[next++].edit;
        GP_TRY(find_units(&t, record, own, own_count));
    }
    records->swap_count = (uint32_t)found->count;
    records->swaps = GP_NEW(job, gp_swap, records->swap_count);
    if (!records->swaps) return gp_no_memory(job);
    if (found->count) memcpy(records->swaps, found->data, found->count * sizeof(gp_swap));
    gp_release(found);
    *has_joined = t.has_joined;
    return GP_OK;
}
