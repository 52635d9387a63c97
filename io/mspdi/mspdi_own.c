/* SPDX-License-Identifier: MIT
 * What a plan that we wrote says of each task in text fields: whose it is, how it is tagged, what
 * it is part of. Who edits the plan may take a task out that others are part of; that is told, and
 * no reason to refuse the plan. */
#include "io/mspdi/mspdi_take.h"

#include <string.h>

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

static gp_status add_parent(gp_mspdi_taker *t, uint32_t index)
{
    const gp_mspdi_task *task = &t->tasks[index];
    if (!t->capability_ids) GP_TRY(list_capabilities(t));
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
    return task->parent && *task->parent ? add_parent(t, index) : GP_OK;
}
