/* SPDX-License-Identifier: MIT
 * Whose a task is, how it is tagged and what it is part of. A plan that we wrote says so in text
 * fields; who edits it may take a task out that others are part of, which is told and no reason to
 * refuse the plan. In the plans of others summary tasks hold tasks: one that holds a capability is
 * a group, which is there already, so that no date rests on it. */
#include "io/mspdi/mspdi_take.h"

#include <stdio.h>
#include <string.h>

#define ID_SIZE 48

/* The ids that can be a parent: capabilities. */
static gp_status list_capabilities(gp_mspdi_taker *t)
{
    t->capability_ids = gp_new_names(t->job);
    if (!t->capability_ids) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->record_count; i++) {
        bool is_capability = t->ids[i] && !t->is_intervention[i];
        if (is_capability && gp_intern(t->capability_ids, t->ids[i], strlen(t->ids[i])) == GP_NONE)
            return gp_no_memory(t->job);
    }
    return GP_OK;
}

/* ---- groups: summary tasks that hold a capability ---- */

static bool is_project(const gp_mspdi_task *task)
{
    return task->uid == 0 && task->outline_level == 0;
}

/* As a task is called by its UID. A milestone that stands for all of it is that group too. */
static gp_status name_group(gp_mspdi_taker *t, uint32_t summary, gp_names *taken)
{
    const gp_mspdi_task *task = &t->tasks[summary];
    char id[ID_SIZE];
    int size = task->uid == GP_MSPDI_NO_UID
                   ? snprintf(id, sizeof id, "task-row-%u", summary + 1)
                   : snprintf(id, sizeof id, "task-%lld", (long long)task->uid);
    bool is_milestone = gp_find_name(t->capability_ids, id, (size_t)size) != GP_NONE;
    size_t known = taken->texts.count;
    uint32_t number = gp_intern(taken, id, (size_t)size);
    if (number == GP_NONE) return gp_no_memory(t->job);
    if (number < known && !is_milestone) return GP_OK; /* another task's: it is no group then */
    t->groups[summary] = gp_copy_text(t->job, id, (size_t)size);
    t->is_made[summary] = is_milestone;
    return t->groups[summary] ? GP_OK : gp_no_memory(t->job);
}

static gp_status list_taken(const gp_mspdi_taker *t, gp_names **out)
{
    *out = gp_new_names(t->job);
    if (!*out) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < t->record_count; i++)
        if (t->ids[i] && gp_intern(*out, t->ids[i], strlen(t->ids[i])) == GP_NONE)
            return gp_no_memory(t->job);
    return GP_OK;
}

gp_status gp_find_mspdi_groups(gp_mspdi_taker *t)
{
    gp_names *taken;
    t->groups = GP_NEW(t->job, const char *, t->count);
    t->is_made = GP_NEW(t->job, uint8_t, t->count);
    uint8_t *holds = GP_NEW(t->job, uint8_t, t->count);
    if (!t->groups || !t->is_made || !holds) return gp_no_memory(t->job);
    GP_TRY(list_capabilities(t));
    GP_TRY(list_taken(t, &taken));
    for (uint32_t i = 0; i < t->count; i++) {
        if (!t->ids[i] || t->is_intervention[i]) continue;
        for (uint32_t at = t->outline[i].parent; at != GP_NONE && !holds[at];
             at = t->outline[at].parent)
            holds[at] = 1;
    }
    for (uint32_t i = 0; i < t->count; i++)
        if (holds[i] && !is_project(&t->tasks[i])) GP_TRY(name_group(t, i, taken));
    return GP_OK;
}

/* The nearest summary task around it that is a group; NULL: none. Those without one are few. */
static const char *group_around(const gp_mspdi_taker *t, uint32_t index)
{
    uint32_t at = index < t->count ? t->outline[index].parent : GP_NONE;
    return at == GP_NONE ? NULL : t->groups[at];
}

gp_status gp_take_mspdi_group(gp_mspdi_taker *t, uint32_t summary)
{
    const gp_mspdi_task *task = &t->tasks[summary];
    const char *id = t->groups[summary], *around = group_around(t, summary);
    if (!id || t->is_made[summary]) return GP_OK;
    gp_start_tree(t->tree);
    gp_open_node(t->tree, '{', task->spot);
    gp_add_member(t->tree, "id", id, task->spot);
    if (task->name && strcmp(task->name, id) != 0)
        gp_add_member(t->tree, "name", task->name, task->spot);
    gp_add_member(t->tree, "status", "available", task->spot);
    if (around) gp_add_member(t->tree, "parent", around, task->spot);
    if (task->wbs) gp_add_member(t->tree, "x-wbs", task->wbs, task->spot);
    gp_close_node(t->tree);
    return gp_emit(t->records, "capabilities", t->tree);
}

/* ---- text fields ---- */

static gp_status add_parent(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    bool is_known = gp_find_name(t->capability_ids, task->parent, strlen(task->parent)) != GP_NONE;
    if (t->is_intervention[index] || !is_known)
        return gp_report_mspdi_task(
            t, task,
            GP_WORDS("what it is part of, which is no capability of the plan",
                     "waar hij deel van is: dat is geen capability van de planning"),
            task->parent);
    gp_add_member(t->tree, "parent", task->parent, task->spot);
    return GP_OK;
}

static void add_tags(gp_mspdi_taker *t, const gp_mspdi_task *task)
{
    gp_add_key(t->tree, "tags", 4, task->spot);
    gp_open_node(t->tree, '[', task->spot);
    for (const char *at = task->tags; *at;) {
        size_t size = strcspn(at, ";");
        if (size) gp_add_text_node(t->tree, at, size, task->spot);
        at += size;
        at += strspn(at, "; ");
    }
    gp_close_node(t->tree);
}

gp_status gp_add_mspdi_own(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    if (task->owner) gp_add_member(t->tree, "owner", task->owner, task->spot);
    if (task->tags && *task->tags) add_tags(t, task);
    if (task->parent && *task->parent) return add_parent(t, index);
    const char *around = t->is_intervention[index] ? NULL : group_around(t, index);
    if (around) gp_add_member(t->tree, "parent", around, task->spot);
    return GP_OK;
}
