/* SPDX-License-Identifier: MIT
 * Merges objects, without knowing what their keys mean (RFC 7396). */
#include "io/change/merge.h"

#include <cjson/cJSON.h>
#include <string.h>

static gp_status no_memory(const gp_merge *merge)
{
    return gp_no_memory(merge->workshop->job);
}

gp_status gp_set_member(gp_merge *merge, cJSON *object, const cJSON *value)
{
    cJSON *old = gp_member_of(object, value->string);
    if (cJSON_IsNull(value)) {
        if (old) gp_take_out(object, old);
        return GP_OK;
    }
    cJSON *copy = gp_copy_into(merge->workshop, value, merge->from, value->string);
    if (!copy) return no_memory(merge);
    if (old)
        gp_put_instead(object, old, copy);
    else
        gp_put_last(object, copy);
    return GP_OK;
}

cJSON *gp_need_object(gp_merge *merge, cJSON *parent, const cJSON *change)
{
    cJSON *old = gp_member_of(parent, change->string);
    if (cJSON_IsObject(old)) return old;
    cJSON *made = gp_make_node(merge->workshop, cJSON_Object, gp_standing_in(merge->from, change));
    if (!made) return NULL;
    made->string = change->string;
    if (old)
        gp_put_instead(parent, old, made);
    else
        gp_put_last(parent, made);
    return made;
}

gp_status gp_merge_object(gp_merge *merge, cJSON *object, const cJSON *change, const char *but)
{
    struct {
        cJSON *object;
        const cJSON *next;
    } open[GP_TREE_DEPTH_MAX + 2];
    size_t depth = 1;
    open[0].object = object;
    open[0].next = change->child;
    while (depth) {
        const cJSON *member = open[depth - 1].next;
        cJSON *into = open[depth - 1].object;
        if (!member) {
            depth--;
            continue;
        }
        open[depth - 1].next = member->next;
        if (depth == 1 && but && strcmp(member->string, but) == 0) continue;
        if (!cJSON_IsObject(member) || depth > GP_TREE_DEPTH_MAX) {
            GP_TRY(gp_set_member(merge, into, member));
            continue;
        }
        open[depth].object = gp_need_object(merge, into, member);
        open[depth].next = member->child;
        if (!open[depth++].object) return no_memory(merge);
    }
    return GP_OK;
}
