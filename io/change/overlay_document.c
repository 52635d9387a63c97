/* SPDX-License-Identifier: MIT
 * A document of changes, as steps of an overlay. */
#include "io/change/overlay.h"

#include <cjson/cJSON.h>
#include <string.h>

static gp_status add_record(gp_overlay *overlay, const char *section, const cJSON *record,
                            gp_standings from)
{
    gp_standing standing = gp_standing_in(from, record);
    const char *identity = gp_record_identity(overlay->job, section, record);
    gp_change_step step = {.section = section,
                           .change = record,
                           .from = from,
                           .place = gp_place_in(standing.source, standing.entry.value)};
    /* Without an id it is new, and the tables say what it lacks. */
    if (!identity) identity = "\n";
    return gp_add_step(overlay, gp_changed_name(overlay->job, section, identity), &step);
}

static gp_status add_drop(gp_overlay *overlay, const cJSON *node, gp_standings from)
{
    static const char *const a_text[2] = {"what to take out is a text",
                                          "wat eruit moet is een tekst"};
    gp_standing standing = gp_standing_in(from, node);
    gp_place place = gp_place_in(standing.source, standing.entry.value);
    if (!cJSON_IsString(node)) return gp_refuse_change(overlay->job, place, "drop", a_text);
    return gp_add_drop_text(overlay, node->valuestring, place);
}

/* "drop" goes before the records, so that a record can be replaced as a whole. */
static gp_status add_drops(gp_overlay *overlay, const cJSON *top, gp_standings from)
{
    const cJSON *drops = gp_member_of(top, "drop");
    if (!drops) return GP_OK;
    if (!cJSON_IsArray(drops)) return add_drop(overlay, drops, from);
    for (const cJSON *node = drops->child; node; node = node->next)
        GP_TRY(add_drop(overlay, node, from));
    return GP_OK;
}

static const gp_key *find_row(const char *name)
{
    for (size_t i = 0; i < gp_top_kind.count; i++)
        if (strcmp(gp_top_kind.keys[i].name, name) == 0) return &gp_top_kind.keys[i];
    return NULL;
}

gp_status gp_add_change_document(gp_overlay *overlay, const cJSON *top, gp_standings from)
{
    overlay->layers++;
    GP_TRY(add_drops(overlay, top, from));
    for (const cJSON *member = top->child; member; member = member->next) {
        const gp_key *row = find_row(member->string);
        if (strcmp(member->string, "drop") == 0) continue;
        if (row && row->detail && cJSON_IsArray(member)) {
            for (const cJSON *record = member->child; record; record = record->next)
                GP_TRY(add_record(overlay, row->name, record, from));
            continue;
        }
        gp_standing standing = gp_standing_in(from, member);
        gp_change_step step = {.section = "",
                               .change = member,
                               .from = from,
                               .place = gp_place_in(standing.source, standing.entry.value)};
        GP_TRY(gp_add_step(overlay, gp_changed_name(overlay->job, NULL, member->string), &step));
    }
    return GP_OK;
}
