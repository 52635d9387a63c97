/* SPDX-License-Identifier: MIT
 * Changes, sorted by what they change: each a step of the record or setting that it is about. */
#include "io/change/named_ids.h"
#include "io/change/overlay.h"

#include <cjson/cJSON.h>
#include <string.h>

gp_status gp_new_overlay(gp_job *job, gp_overlay **out)
{
    gp_overlay *overlay = GP_NEW(job, gp_overlay, 1);
    if (!overlay) return gp_no_memory(job);
    overlay->job = job;
    overlay->typed = gp_new_workshop(job);
    if (!overlay->typed) return gp_no_memory(job);
    gp_init_names(&overlay->names, job);
    overlay->firsts.size = overlay->lasts.size = overlay->dropped.size = sizeof(uint32_t);
    overlay->emptied.size = sizeof(gp_emptied);
    overlay->steps.size = sizeof(gp_change_step);
    *out = overlay;
    return GP_OK;
}

/* ---- names ---- */

static bool is_planned(const char *section)
{
    return strcmp(section, "interventions") == 0 || strcmp(section, "capabilities") == 0;
}

const char *gp_changed_name(gp_job *job, const char *section, const char *id)
{
    if (section && is_planned(section)) return id; /* they share their ids */
    size_t before = section ? strlen(section) : 0, size = strlen(id);
    char *name = GP_NEW(job, char, before + size + 2);
    if (!name) return NULL;
    if (before) memcpy(name, section, before);
    name[before] = '\t';
    memcpy(name + before + 1, id, size);
    return name;
}

/* Measurements have no id: the same dimension, segment, situation and day are the same one. */
static const char *measured(gp_job *job, const cJSON *record)
{
    static const char *const keys[] = {"dimension", "segment", "situation", "on"};
    const char *texts[4];
    size_t size = 1;
    for (int i = 0; i < 4; i++) {
        const cJSON *member = gp_member_of(record, keys[i]);
        texts[i] = cJSON_IsString(member) ? member->valuestring : "";
        size += strlen(texts[i]) + 1;
    }
    char *identity = GP_NEW(job, char, size), *end = identity;
    for (int i = 0; identity && i < 4; i++) {
        size_t length = strlen(texts[i]);
        memcpy(end, texts[i], length);
        end[length] = '\n';
        end += length + 1;
    }
    return identity;
}

const char *gp_record_identity(gp_job *job, const char *section, const cJSON *record)
{
    if (!cJSON_IsObject(record)) return NULL;
    if (strcmp(section, "measurements") == 0) return measured(job, record);
    if (strcmp(section, "correlations") == 0) {
        const char *name;
        gp_status status = gp_name_list(job, gp_member_of(record, "ids"), NULL, 0, &name);
        return status == GP_OK ? name : NULL;
    }
    const cJSON *id = gp_member_of(record, "id");
    return cJSON_IsString(id) ? id->valuestring : NULL;
}

gp_status gp_add_step(gp_overlay *overlay, const char *name, const gp_change_step *step)
{
    gp_job *job = overlay->job;
    uint32_t at = (uint32_t)overlay->steps.count, before = (uint32_t)overlay->names.texts.count;
    if (!name) return gp_no_memory(job);
    uint32_t number = gp_intern(&overlay->names, name, strlen(name));
    gp_change_step *added = gp_push(job, &overlay->steps, step, 1);
    if (number == GP_NONE || !added) return gp_no_memory(job);
    added->layer = overlay->layers;
    added->next = GP_NONE;
    if (number == before) {
        if (!gp_push(job, &overlay->firsts, &at, 1) || !gp_push(job, &overlay->lasts, &at, 1))
            return gp_no_memory(job);
    } else {
        uint32_t *last = (uint32_t *)overlay->lasts.data + number;
        ((gp_change_step *)overlay->steps.data)[*last].next = at;
        *last = at;
    }
    const char *section = step->drop.section;
    bool is_named = !section || is_planned(section) || strcmp(section, "measures") == 0;
    if (step->is_whole && is_named && !gp_push(job, &overlay->dropped, &at, 1))
        return gp_no_memory(job);
    return GP_OK;
}

/* ---- what is wrong ---- */

gp_status gp_refuse_change(gp_job *job, gp_place place, const char *text,
                           const char *const problem[2])
{
    const char *shown = gp_copy_cut(job, text);
    if (!shown) return gp_no_memory(job);
    return gp_add_finding(
        job, &(gp_finding){.code = 119,
                           .place = place,
                           .arguments = {GP_TEXT(shown), GP_WORDS(problem[0], problem[1])}});
}

gp_status gp_report_lack(gp_job *job, gp_place place, const char *what, const char *nearest)
{
    const char *shown = gp_copy_cut(job, what);
    if (!shown) return gp_no_memory(job);
    return gp_add_finding(job, &(gp_finding){.code = 118,
                                             .place = place,
                                             .arguments = {GP_TEXT(shown)},
                                             .suggestion = nearest});
}
