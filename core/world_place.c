/* SPDX-License-Identifier: MIT
 * Puts records and activities in their places: a portfolio whose records change under it, and the
 * network of it, made by the same functions as every other network. */
#include "core/world_state.h"

/* ---- records ---- */

static const gp_link *link_at(const gp_world_state *s, uint32_t index)
{
    return (const gp_link *)s->records->links.data + index;
}

/* Adds the requirements of one entry of `levels`, or of none. Alternatives are numbered anew: those
 * of another list may have had the same number. */
static uint32_t add_links(gp_world_state *s, gp_links list, uint8_t level, uint32_t at,
                          uint16_t *group)
{
    for (uint32_t i = list.first; i < list.first + list.count; i++) {
        const gp_link *link = link_at(s, i);
        if (link->level != level) continue;
        gp_requirement *to = &s->requirements[at++];
        *to = link->requirement;
        if (to->group && link->is_first) ++*group;
        if (to->group) to->group = *group;
    }
    return at;
}

static uint32_t place_links(gp_world_state *s, uint32_t record, uint8_t level, uint32_t at,
                            gp_span *out)
{
    const gp_world_record *r = &s->records->records[record];
    uint16_t group = 0;
    out->first = at;
    at = add_links(s, r->versions[s->versions[record]].links, level, at, &group);
    for (uint32_t i = r->swap_first; i < r->swap_first + r->swap_count; i++)
        at = add_links(s, s->records->swaps[i].links[s->is_swapped[i]], level, at, &group);
    out->count = at - out->first;
    return at;
}

static void place_capability(gp_world_state *s, uint32_t record, const gp_record_version *version)
{
    uint32_t index = s->capability_of[record], at = s->requires_first[record];
    gp_capability *to = &s->capabilities[index];
    *to = version->capability;
    to->symbol = record;
    at = place_links(s, record, 0, at, &to->requires);
    gp_level *levels = &s->levels[(size_t)index * GP_LEVEL_MAX];
    for (uint32_t i = 0; i < to->level_count; i++) {
        levels[i] = version->capability.levels[i];
        at = place_links(s, record, levels[i].level, at, &levels[i].requires);
    }
    to->levels = to->level_count ? levels : NULL;
    s->build.capability_first[index] = s->graph->steps[record] + to->level;
}

/* What is not there asks for nothing. */
static void clear(gp_world_state *s, uint32_t record)
{
    if (s->capability_of[record] != GP_NONE)
        s->capabilities[s->capability_of[record]] = (gp_capability){
            .symbol = record, .identified = GP_NO_DAY, .started = GP_NO_DAY, .ready = GP_NO_DAY};
    if (s->intervention_of[record] != GP_NONE)
        s->interventions[s->intervention_of[record]] =
            (gp_intervention){.symbol = record, .start = GP_NO_DAY, .needed_by = GP_NO_DAY};
}

/* What others see of it. */
typedef struct outside {
    gp_item item;
    uint32_t level;
    bool is_given;
} outside;

static outside see(const gp_world_state *s, uint32_t record)
{
    outside seen = {.item = s->items[record]};
    if (seen.item.kind != GP_ITEM_CAPABILITY) return seen;
    seen.level = s->capabilities[seen.item.index].level;
    seen.is_given = s->capabilities[seen.item.index].ready != GP_NO_DAY;
    return seen;
}

bool gp_place_record(gp_world_state *s, uint32_t record)
{
    const gp_record_version *version = &s->records->records[record].versions[s->versions[record]];
    outside before = see(s, record);
    clear(s, record);
    if (version->kind == GP_ITEM_CAPABILITY) {
        place_capability(s, record, version);
        s->items[record] = (gp_item){GP_ITEM_CAPABILITY, s->capability_of[record]};
    } else if (version->kind == GP_ITEM_INTERVENTION) {
        gp_intervention *to = &s->interventions[s->intervention_of[record]];
        *to = version->intervention;
        to->symbol = record;
        place_links(s, record, 0, s->requires_first[record], &to->requires);
        s->items[record] = (gp_item){GP_ITEM_INTERVENTION, s->intervention_of[record]};
    } else {
        s->items[record] = (gp_item){GP_ITEM_MISSING, s->missing_of[record]};
    }
    outside after = see(s, record);
    return before.item.kind != after.item.kind || before.level != after.level ||
           before.is_given != after.is_given;
}

void gp_place_settings(gp_world_state *s)
{
    const gp_portfolio *from = &s->records->settings[s->versions[s->records->count]].portfolio;
    s->portfolio.status_date = from->status_date;
    s->portfolio.planning = from->planning;
    s->portfolio.cycle = from->cycle;
    s->portfolio.is_chain_start = from->is_chain_start;
    s->portfolio.calendar = from->calendar;
}

/* ---- activities ---- */

/* Arcs from nothing, which is there from the first day on, hold nothing up. */
static void fill_up(gp_world_state *s, uint32_t home, uint32_t at)
{
    for (; at < s->graph->arc_first[home + 1]; at++)
        s->build.arcs[at] =
            (gp_arc){.from = s->graph->home_count - 1, .to = home, .requirement = GP_NONE};
}

/* Nothing waits for a step that is there already, or that nobody asks for. */
static bool is_idle(const gp_world_state *s, uint32_t index, uint8_t level)
{
    return level <= s->capabilities[index].level || level > s->needed[index];
}

void gp_fill_home(gp_world_state *s, uint32_t home)
{
    const gp_home *h = &s->graph->homes[home];
    gp_item item = s->items[h->symbol];
    gp_activity *activity = &s->build.activities[home];
    uint32_t at = s->graph->arc_first[home];
    *activity = (gp_activity){.kind = GP_KIND_MISSING,
                              .actual = GP_ACTUAL_READY,
                              .symbol = h->symbol,
                              .release = GP_DAY_FIRST,
                              .fixed_ready = GP_DAY_FIRST};
    s->build.duration_count = home * GP_ASPECT_COUNT;
    if (home == s->graph->home_count - 1) {
        /* nothing */
    } else if (h->kind == GP_KIND_MISSING) {
        *activity = gp_missing_activity(&s->portfolio, s->missing_of[h->symbol]);
    } else if (h->kind == GP_KIND_INTERVENTION && item.kind == GP_ITEM_INTERVENTION) {
        gp_fill_intervention(&s->build, activity, item.index);
        at = gp_add_arcs(&s->build, home, at);
    } else if (h->kind == GP_KIND_CAPABILITY && item.kind == GP_ITEM_CAPABILITY &&
               !is_idle(s, item.index, h->level)) {
        bool is_first = h->level == s->capabilities[item.index].level + 1u;
        gp_fill_step(&s->build, activity, item.index, h->level, is_first);
        at = gp_add_arcs(&s->build, home, at);
    }
    fill_up(s, home, at);
}
