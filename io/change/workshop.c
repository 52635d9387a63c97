/* SPDX-License-Identifier: MIT
 * Trees that are changed, without recursion: copies, members that come and go, and back to a tree
 * as readers build them. */
#include "io/change/workshop.h"

#include <cjson/cJSON.h>
#include <string.h>

gp_workshop *gp_new_workshop(gp_job *job)
{
    gp_workshop *workshop = GP_NEW(job, gp_workshop, 1);
    if (!workshop) return NULL;
    workshop->job = job;
    workshop->standings.size = sizeof(gp_standing);
    return workshop;
}

void gp_clear_workshop(gp_workshop *workshop)
{
    workshop->standings.count = 0;
}

gp_standing gp_standing_of(const gp_workshop *workshop, const cJSON *node)
{
    return ((const gp_standing *)workshop->standings.data)[node->valueint];
}

gp_standing gp_standing_in(gp_standings from, const cJSON *node)
{
    if (from.one) return *from.one;
    if (from.workshop) return gp_standing_of(from.workshop, node);
    uint8_t source = from.sources ? from.sources[node->valueint] : (uint8_t)from.source;
    return (gp_standing){from.entries[node->valueint], source};
}

cJSON *gp_make_node(gp_workshop *workshop, int type, gp_standing standing)
{
    cJSON *node = GP_NEW(workshop->job, cJSON, 1);
    if (!node || !gp_push(workshop->job, &workshop->standings, &standing, 1)) {
        workshop->has_failed = true;
        return NULL;
    }
    node->type = type;
    node->valueint = (int)workshop->standings.count - 1;
    return node;
}

/* ---- members ---- */

void gp_put_last(cJSON *parent, cJSON *node)
{
    node->next = NULL;
    node->prev = node; /* as in cJSON: the first one's points to the last */
    if (parent->child) {
        node->prev = parent->child->prev;
        node->prev->next = node;
        parent->child->prev = node;
    } else {
        parent->child = node;
    }
}

void gp_take_out(cJSON *parent, cJSON *node)
{
    if (node->next)
        node->next->prev = node->prev;
    else
        parent->child->prev = node->prev;
    if (parent->child == node)
        parent->child = node->next;
    else
        node->prev->next = node->next;
    node->next = node->prev = NULL;
}

void gp_put_instead(cJSON *parent, cJSON *old, cJSON *node)
{
    bool is_first = parent->child == old, is_last = !old->next;
    node->next = old->next;
    node->prev = old->prev == old ? node : old->prev;
    if (old->next) old->next->prev = node;
    if (is_first)
        parent->child = node;
    else
        old->prev->next = node;
    if (is_last && !is_first) parent->child->prev = node;
    old->next = old->prev = NULL;
}

cJSON *gp_member_of(const cJSON *object, const char *key)
{
    if (!cJSON_IsObject(object)) return NULL;
    for (cJSON *member = object->child; member; member = member->next)
        if (strcmp(member->string, key) == 0) return member;
    return NULL;
}

/* ---- copies ---- */

static cJSON *copy_node(gp_workshop *workshop, const cJSON *node, gp_standings from)
{
    cJSON *copy = gp_make_node(workshop, node->type & 0xFF, gp_standing_in(from, node));
    if (!copy) return NULL;
    size_t size = node->valuestring ? strlen(node->valuestring) : 0;
    copy->valuedouble = node->valuedouble;
    if (node->string)
        copy->string =
            (char *)(uintptr_t)gp_copy_text(workshop->job, node->string, strlen(node->string));
    if (node->valuestring)
        copy->valuestring = (char *)(uintptr_t)gp_copy_text(workshop->job, node->valuestring, size);
    if ((copy->string || !node->string) && (copy->valuestring || !node->valuestring)) return copy;
    workshop->has_failed = true;
    return NULL;
}

cJSON *gp_copy_into(gp_workshop *workshop, const cJSON *tree, gp_standings from, const char *key)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 2];
    cJSON *copies[GP_TREE_DEPTH_MAX + 2], *first = NULL;
    size_t depth = 0;
    for (const cJSON *node = tree; node;) {
        cJSON *copy = copy_node(workshop, node, from);
        if (!copy) return NULL;
        if (depth) gp_put_last(copies[depth - 1], copy);
        if (!first) first = copy;
        if (node->child && depth <= GP_TREE_DEPTH_MAX) {
            open[depth] = node;
            copies[depth++] = copy;
            node = node->child;
            continue;
        }
        while (depth && !node->next) node = open[--depth];
        node = depth ? node->next : NULL;
    }
    if (!first || !key) return first;
    first->string = (char *)(uintptr_t)gp_copy_text(workshop->job, key, strlen(key));
    if (!first->string) workshop->has_failed = true;
    return first->string ? first : NULL;
}

/* ---- as readers build trees ---- */

static void add_leaf(gp_tree *out, const cJSON *node, gp_spot spot)
{
    if (cJSON_IsString(node))
        gp_add_text_node(out, node->valuestring, strlen(node->valuestring), spot);
    else if (cJSON_IsNumber(node))
        gp_add_number_node(out, node->valuedouble, spot);
    else if (cJSON_IsBool(node))
        gp_add_truth_node(out, cJSON_IsTrue(node), spot);
    else
        gp_add_null_node(out, spot);
}

void gp_build_from(const gp_workshop *workshop, const cJSON *tree, gp_tree *out)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 2];
    size_t depth = 0;
    gp_start_tree(out);
    for (const cJSON *node = tree; node;) {
        gp_standing standing = gp_standing_of(workshop, node);
        bool is_object = cJSON_IsObject(node), is_open = is_object || cJSON_IsArray(node);
        gp_set_tree_source(out, standing.source);
        if (node->string) gp_add_key(out, node->string, strlen(node->string), standing.entry.key);
        if (is_open)
            gp_open_node(out, is_object ? '{' : '[', standing.entry.value);
        else
            add_leaf(out, node, standing.entry.value);
        if (is_open && node->child && depth <= GP_TREE_DEPTH_MAX) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        if (is_open) gp_close_node(out);
        while (depth && !node->next) {
            node = open[--depth];
            gp_close_node(out);
        }
        node = depth ? node->next : NULL;
    }
}
