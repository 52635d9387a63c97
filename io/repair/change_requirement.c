/* SPDX-License-Identifier: MIT
 * A requirement that asks for one level less, in the words of the file: an `any` is known by all
 * its alternatives, also those that are not of the future that was asked for. So the entry is
 * looked up in the document, by where it stands. */
#include "io/change/merge.h"
#include "io/repair/candidate_changes.h"

#include <cjson/cJSON.h>
#include <string.h>

/* The node that names the record: a text, or the id of an object. NULL: neither. */
static const cJSON *id_of(const cJSON *entry)
{
    const cJSON *id = cJSON_IsString(entry) ? entry : gp_member_of(entry, "id");
    return cJSON_IsString(id) ? id : NULL;
}

static bool is_at(gp_place a, gp_place b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static bool is_it(const gp_changes_maker *maker, const cJSON *entry,
                  const gp_requirement *requirement)
{
    const cJSON *id = id_of(entry), *level = gp_member_of(entry, "level");
    if (!id || strcmp(id->valuestring, maker->portfolio->ids[requirement->target]) != 0)
        return false;
    return is_at(gp_document_place(maker->document, id), requirement->place) &&
           (!cJSON_IsNumber(level) || level->valuedouble == requirement->level);
}

/* Finds the requirement in a list: the entry, and of an `any` the alternative. */
static const cJSON *find_entry(const gp_changes_maker *maker, const cJSON *list,
                               const gp_requirement *requirement, const cJSON **alternative)
{
    for (const cJSON *entry = list ? list->child : NULL; entry; entry = entry->next) {
        const cJSON *any = gp_member_of(entry, "any");
        *alternative = NULL;
        if (is_it(maker, entry, requirement)) return entry;
        for (const cJSON *item = any ? any->child : NULL; item; item = item->next) {
            *alternative = item;
            if (is_it(maker, item, requirement)) return entry;
        }
    }
    *alternative = NULL;
    return NULL;
}

static void add_asked(gp_changes_maker *maker, cJSON *parent, const char *id, uint8_t level)
{
    cJSON *entry = gp_new_member(maker, parent, NULL, cJSON_Object);
    gp_new_text(maker, entry, "id", id);
    gp_new_number(maker, entry, "level", level);
}

/* Of the alternatives the others stay as they are: to name them is enough. */
static void add_any(gp_changes_maker *maker, cJSON *requires, const cJSON *entry,
                    const cJSON *alternative, uint8_t level)
{
    const cJSON *any = gp_member_of(entry, "any");
    cJSON *made = gp_new_member(maker, gp_new_member(maker, requires, NULL, cJSON_Object), "any",
                                cJSON_Array);
    for (const cJSON *item = any->child; item; item = item->next) {
        const cJSON *id = id_of(item);
        if (item == alternative)
            add_asked(maker, made, id->valuestring, level);
        else if (id)
            gp_new_text(maker, made, NULL, id->valuestring);
    }
}

static bool is_within(gp_span span, uint32_t requirement)
{
    return requirement >= span.first && requirement - span.first < span.count;
}

/* The level whose own requirement it is; 0: it is the record's. */
static uint8_t level_of(const gp_portfolio *portfolio, const gp_candidate *candidate)
{
    gp_item item = portfolio->items[candidate->symbol];
    const gp_capability *capability =
        item.kind == GP_ITEM_CAPABILITY ? &portfolio->capabilities[item.index] : NULL;
    for (uint32_t i = 0; capability && i < capability->level_count; i++)
        if (is_within(capability->levels[i].requires, candidate->requirement))
            return capability->levels[i].level;
    return 0;
}

void gp_change_requirement(gp_changes_maker *maker, cJSON *record, const gp_candidate *candidate)
{
    const gp_portfolio *portfolio = maker->portfolio;
    const gp_requirement *requirement = &portfolio->requirements[candidate->requirement];
    bool is_capability = portfolio->items[candidate->symbol].kind == GP_ITEM_CAPABILITY;
    const cJSON *written = gp_record_of(maker, is_capability ? "capabilities" : "interventions",
                                        portfolio->ids[candidate->symbol]);
    uint8_t level = level_of(portfolio, candidate);
    cJSON *into = record;
    if (level) {
        into = gp_new_member(maker, gp_new_member(maker, record, "levels", cJSON_Array), NULL,
                             cJSON_Object);
        gp_new_number(maker, into, "level", level);
        written = gp_level_of(written, level);
    }
    const cJSON *alternative;
    const cJSON *entry =
        find_entry(maker, gp_member_of(written, "requires"), requirement, &alternative);
    cJSON *requires = gp_new_member(maker, into, "requires", cJSON_Array);
    if (entry && alternative)
        add_any(maker, requires, entry, alternative, candidate->level);
    else
        add_asked(maker, requires, portfolio->ids[requirement->target], candidate->level);
}
