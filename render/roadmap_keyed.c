/* SPDX-License-Identifier: MIT
 * Lanes by what a record says of itself: who owns it, how it is tagged, within which capability it
 * lies. Each item gets a key, equal keys are a lane. What has no key stands in a lane at the
 * bottom, interventions that have none in one at the top. */
#include "render/element_id.h"
#include "render/roadmap_lanes.h"

#include <stdlib.h>
#include <string.h>

static int by_key(const void *a, const void *b)
{
    const gp_lane_key *x = a, *y = b;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    int order = x->text && y->text ? strcmp(x->text, y->text) : 0;
    if (order) return order;
    return x->item < y->item ? -1 : x->item > y->item;
}

static bool are_apart(const gp_lane_key *x, const gp_lane_key *y)
{
    return x->place != y->place || (x->text && y->text && strcmp(x->text, y->text) != 0);
}

static gp_status name_lane(gp_roadmap *map, const gp_lane_key *key, const gp_lane_words *words,
                           gp_road_lane *lane)
{
    lane->place = key->place;
    if (key->place != GP_LANE_BY_LINKS) {
        lane->name = key->place == GP_LANE_TOP ? words->top : words->bottom;
        lane->id = key->place == GP_LANE_TOP ? words->top_id : words->bottom_id;
        return GP_OK;
    }
    lane->name = key->name;
    gp_add_text(map->sheet.scratch, words->prefix);
    gp_add_element_id(map->sheet.scratch, key->text);
    lane->id = gp_take_words(&map->sheet);
    return map->sheet.scratch->has_failed ? gp_no_memory(map->sheet.job) : GP_OK;
}

gp_status gp_make_keyed_lanes(gp_roadmap *map, gp_lane_key *keys, const gp_lane_words *words)
{
    uint32_t count = 0;
    if (map->item_count) qsort(keys, map->item_count, sizeof *keys, by_key);
    for (uint32_t i = 0; i < map->item_count; i++)
        count += i == 0 || are_apart(&keys[i - 1], &keys[i]);
    GP_TRY(gp_make_lanes(map, count));
    count = 0;
    for (uint32_t i = 0; i < map->item_count; i++) {
        if (i == 0 || are_apart(&keys[i - 1], &keys[i]))
            GP_TRY(name_lane(map, &keys[i], words, &map->lanes[count++]));
        map->items[keys[i].item].lane = count - 1;
    }
    return GP_OK;
}

static const gp_activity *activity_of(const gp_roadmap *map, uint32_t item)
{
    return &map->sheet.schedule->network->activities[map->items[item].activity];
}

/* A key that is a text of the record itself; NULL or "": it has none. */
static gp_lane_key text_key(const gp_roadmap *map, uint32_t item, const char *text)
{
    bool is_intervention = activity_of(map, item)->kind == GP_KIND_INTERVENTION;
    if (text && *text) return (gp_lane_key){GP_LANE_BY_LINKS, text, text, item};
    return (gp_lane_key){is_intervention ? GP_LANE_TOP : GP_LANE_BOTTOM, NULL, NULL, item};
}

static gp_lane_words words_of(const gp_roadmap *map, const char *prefix, const char *none_id)
{
    return (gp_lane_words){.prefix = prefix,
                           .top = gp_say(map->sheet.language, "Interventions", "Interventies"),
                           .top_id = "interventions",
                           .bottom_id = none_id};
}

static gp_status new_keys(const gp_roadmap *map, gp_lane_key **out)
{
    *out = GP_NEW(map->sheet.job, gp_lane_key, map->item_count);
    return *out ? GP_OK : gp_no_memory(map->sheet.job);
}

/* ---- owners ---- */

static const char *owner_of(const gp_portfolio *portfolio, const gp_activity *a)
{
    if (a->kind == GP_KIND_INTERVENTION) return portfolio->interventions[a->item].owner;
    return a->kind == GP_KIND_MISSING ? NULL : portfolio->capabilities[a->item].owner;
}

gp_status gp_lanes_by_owner(gp_roadmap *map)
{
    gp_lane_key *keys = NULL;
    gp_lane_words words = words_of(map, "owner-", "no-owner");
    words.bottom = gp_say(map->sheet.language, "No owner given", "Zonder eigenaar");
    GP_TRY(new_keys(map, &keys));
    for (uint32_t i = 0; i < map->item_count; i++)
        keys[i] = text_key(map, i, owner_of(map->sheet.portfolio, activity_of(map, i)));
    return gp_make_keyed_lanes(map, keys, &words);
}

/* ---- tags: a bar stands once, by the first of its tags; where some are asked for, by the first
 * of those ---- */

static bool is_asked(const gp_filter *filter, const char *tag)
{
    for (uint32_t i = 0; i < filter->tag_count; i++)
        if (strcmp(filter->tags[i], tag) == 0) return true;
    return filter->tag_count == 0;
}

static const char *tag_of(const gp_roadmap *map, const gp_activity *a)
{
    const gp_portfolio *portfolio = map->sheet.portfolio;
    if (a->kind == GP_KIND_MISSING) return NULL;
    const char *const *tags = a->kind == GP_KIND_INTERVENTION
                                  ? portfolio->interventions[a->item].tags
                                  : portfolio->capabilities[a->item].tags;
    const gp_filter *filter = map->view->filter;
    for (uint32_t i = 0; tags && tags[i]; i++)
        if (!filter || is_asked(filter, tags[i])) return tags[i];
    return NULL;
}

gp_status gp_lanes_by_tag(gp_roadmap *map)
{
    gp_lane_key *keys = NULL;
    gp_lane_words words = words_of(map, "tag-", "no-tag");
    words.bottom = gp_say(map->sheet.language, "No tag", "Zonder label");
    GP_TRY(new_keys(map, &keys));
    for (uint32_t i = 0; i < map->item_count; i++)
        keys[i] = text_key(map, i, tag_of(map, activity_of(map, i)));
    return gp_make_keyed_lanes(map, keys, &words);
}
