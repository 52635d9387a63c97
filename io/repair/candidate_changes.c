/* SPDX-License-Identifier: MIT
 * Changes of a measure: those of the file as they are written there; those of an automatic one are
 * made here, so that anybody can apply them. */
#include "io/repair/candidate_changes.h"
#include "io/change/overlay.h"

#include <cjson/cJSON.h>
#include <string.h>

static const char *const sections[] = {"interventions", "capabilities", "measures"};

/* ---- records of the document ---- */

static gp_status list_record(gp_changes_maker *maker, const char *section, const cJSON *record)
{
    const char *id = gp_record_identity(maker->job, section, record);
    if (!id) return gp_is_out_of_memory(maker->job) ? GP_NO_MEMORY : GP_OK;
    const char *name = gp_changed_name(maker->job, section, id);
    size_t before = maker->names.texts.count;
    if (!name) return gp_no_memory(maker->job);
    uint32_t number = gp_intern(&maker->names, name, strlen(name));
    if (number == GP_NONE) return gp_no_memory(maker->job);
    if (number < before) return GP_OK; /* of the same twice the first */
    return gp_push(maker->job, &maker->records, &record, 1) ? GP_OK : gp_no_memory(maker->job);
}

static gp_status list_records(gp_changes_maker *maker)
{
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        const cJSON *list = gp_member_of(maker->document->top, sections[i]);
        for (const cJSON *record = list ? list->child : NULL; record; record = record->next)
            GP_TRY(list_record(maker, sections[i], record));
    }
    return GP_OK;
}

const cJSON *gp_record_of(const gp_changes_maker *maker, const char *section, const char *id)
{
    const char *name = gp_changed_name(maker->job, section, id);
    uint32_t number = name ? gp_find_name(&maker->names, name, strlen(name)) : GP_NONE;
    return number == GP_NONE ? NULL : ((const cJSON *const *)maker->records.data)[number];
}

gp_status gp_new_changes_maker(gp_job *job, const gp_document *document,
                               const gp_portfolio *portfolio, gp_changes_maker **out)
{
    gp_changes_maker *maker = GP_NEW(job, gp_changes_maker, 1);
    if (!maker) return gp_no_memory(job);
    maker->job = job;
    maker->document = document;
    maker->portfolio = portfolio;
    maker->workshop = gp_new_workshop(job);
    maker->records.size = sizeof(const cJSON *);
    gp_init_names(&maker->names, job);
    if (!maker->workshop) return gp_no_memory(job);
    *out = maker;
    return list_records(maker);
}

/* ---- nodes ---- */

cJSON *gp_new_member(gp_changes_maker *maker, cJSON *parent, const char *key, int type)
{
    cJSON *node = parent ? gp_make_node(maker->workshop, type, maker->at) : NULL;
    if (!node) return NULL;
    node->string = (char *)(uintptr_t)key; /* nobody writes to it */
    gp_put_last(parent, node);
    return node;
}

void gp_new_text(gp_changes_maker *maker, cJSON *parent, const char *key, const char *text)
{
    cJSON *node = gp_new_member(maker, parent, key, cJSON_String);
    if (!node) return;
    node->valuestring = (char *)(uintptr_t)gp_copy_text(maker->job, text, strlen(text));
    maker->workshop->has_failed |= !node->valuestring;
}

void gp_new_number(gp_changes_maker *maker, cJSON *parent, const char *key, double number)
{
    cJSON *node = gp_new_member(maker, parent, key, cJSON_Number);
    if (node) node->valuedouble = number;
}

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
