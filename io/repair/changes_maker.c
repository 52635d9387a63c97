/* SPDX-License-Identifier: MIT
 * What changes are made with: the records of the document by name, and nodes that stand where the
 * record stands that they are about. */
#include "io/change/overlay.h"
#include "io/repair/candidate_changes.h"

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
