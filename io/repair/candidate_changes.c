/* SPDX-License-Identifier: MIT
 * Changes of a measure: those of the file as they are written there; those of an automatic one are
 * made here, so that anybody can apply them. */
#include "io/repair/candidate_changes.h"

#include <cjson/cJSON.h>

/* ---- automatic measures ---- */

static bool is_intervention(const gp_changes_maker *maker, uint32_t symbol)
{
    return maker->portfolio->items[symbol].kind == GP_ITEM_INTERVENTION;
}

/* {"capabilities": [{"id": ID}]}; returns the record. */
static cJSON *open_record(gp_changes_maker *maker, cJSON *top, uint32_t symbol)
{
    const char *section = is_intervention(maker, symbol) ? "interventions" : "capabilities";
    cJSON *list = gp_new_member(maker, top, section, cJSON_Array);
    cJSON *record = gp_new_member(maker, list, NULL, cJSON_Object);
    gp_new_text(maker, record, "id", maker->portfolio->ids[symbol]);
    return record;
}

/* "levels": [{"level": LEVEL}]; returns the entry. */
static cJSON *open_level(gp_changes_maker *maker, cJSON *record, uint8_t level)
{
    cJSON *levels = gp_new_member(maker, record, "levels", cJSON_Array);
    cJSON *entry = gp_new_member(maker, levels, NULL, cJSON_Object);
    gp_new_number(maker, entry, "level", level);
    return entry;
}

static void make_changes(gp_changes_maker *maker, cJSON *top, const gp_candidate *candidate)
{
    cJSON *record = open_record(maker, top, candidate->symbol);
    char date[GP_DATE_SIZE];
    switch (candidate->kind) {
    case GP_DECIDE_OFF_ROUND:
        gp_new_text(maker, open_level(maker, record, candidate->level), "planning", "none");
        break;
    case GP_DECIDE_SHORTEN:
        gp_change_lead(maker, open_level(maker, record, candidate->level), candidate);
        break;
    case GP_DECIDE_LEVEL: gp_change_requirement(maker, record, candidate); break;
    default:
        gp_format_date(candidate->needed_by, date);
        gp_new_text(maker, record, "needed_by", date);
    }
}

static gp_place place_of(const gp_portfolio *portfolio, uint32_t symbol)
{
    gp_item item = portfolio->items[symbol];
    return item.kind == GP_ITEM_INTERVENTION ? portfolio->interventions[item.index].place
                                             : portfolio->capabilities[item.index].place;
}

static gp_standing standing_at(gp_place place)
{
    gp_spot spot = {(uint32_t)place.line, (uint32_t)place.column};
    return (gp_standing){.entry = {.key = spot, .value = spot}, .source = (uint8_t)place.source};
}

static gp_status make_automatic(gp_changes_maker *maker, const gp_candidate *candidate,
                                const cJSON **tree, gp_standings *from)
{
    maker->at = standing_at(place_of(maker->portfolio, candidate->symbol));
    cJSON *top = gp_make_node(maker->workshop, cJSON_Object, maker->at);
    if (top) make_changes(maker, top, candidate);
    if (maker->workshop->has_failed) return gp_no_memory(maker->job);
    *tree = top;
    *from = (gp_standings){.workshop = maker->workshop};
    return GP_OK;
}

/* ---- all measures ---- */

gp_status gp_changes_of(gp_changes_maker *maker, const gp_candidate *candidate, const cJSON **tree,
                        gp_standings *from)
{
    if (candidate->kind != GP_DECIDE_MEASURE) return make_automatic(maker, candidate, tree, from);
    const cJSON *record =
        gp_record_of(maker, "measures", maker->portfolio->measures[candidate->measure].id);
    const cJSON *changes = record ? gp_member_of(record, "changes") : NULL;
    *tree = cJSON_IsObject(changes) ? changes : NULL;
    *from = (gp_standings){.entries = maker->document->entries.data,
                           .sources = maker->document->sources.data};
    return gp_is_out_of_memory(maker->job) ? GP_NO_MEMORY : GP_OK;
}
