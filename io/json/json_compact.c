/* SPDX-License-Identifier: MIT
 * A tree of cJSON's on one line, as cJSON_PrintUnformatted has it, but with a point in the numbers
 * whatever the locale of the program. */
#include "io/json/json_compact.h"
#include "io/json/json_write.h"
#include "io/record/record.h"
#include "io/tree.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static void add_leaf(gp_buffer *buffer, const cJSON *node)
{
    gp_json json = {.buffer = buffer};
    char digits[GP_NUMBER_TEXT_SIZE];
    if (cJSON_IsString(node)) {
        gp_json_text(&json, node->valuestring);
    } else if (cJSON_IsNumber(node)) {
        gp_print_number(node->valuedouble, digits);
        gp_add_text(buffer, digits);
    } else {
        gp_add_text(buffer, cJSON_IsNull(node) ? "null" : cJSON_IsTrue(node) ? "true" : "false");
    }
}

static void add_key(gp_buffer *buffer, const cJSON *node)
{
    gp_json json = {.buffer = buffer};
    if (!node->string) return;
    gp_json_text(&json, node->string);
    gp_add_text(buffer, ":");
}

void gp_add_json(gp_buffer *buffer, const cJSON *tree)
{
    const cJSON *open[GP_TREE_DEPTH_MAX + 2]; /* those of a record, in a list at the top */
    size_t depth = 0;
    for (const cJSON *node = tree; node;) {
        bool is_object = cJSON_IsObject(node), is_open = is_object || cJSON_IsArray(node);
        if (depth) add_key(buffer, node);
        if (is_open)
            gp_add_text(buffer, is_object ? "{" : "[");
        else
            add_leaf(buffer, node);
        if (is_open && node->child) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        if (is_open) gp_add_text(buffer, is_object ? "}" : "]");
        while (depth && !node->next) {
            node = open[--depth];
            gp_add_text(buffer, cJSON_IsObject(node) ? "}" : "]");
        }
        if (depth) gp_add_text(buffer, ",");
        node = depth ? node->next : NULL;
    }
}

gp_status gp_copy_json(gp_job *job, const cJSON *tree, const char **out)
{
    gp_buffer *buffer = gp_new_buffer(job);
    size_t size;
    if (!buffer) return gp_no_memory(job);
    gp_add_json(buffer, tree);
    return gp_finish_buffer(buffer, out, &size);
}

/* ---- with keys in order ---- */

static int compare_keys(const void *left, const void *right)
{
    return strcmp((*(cJSON *const *)left)->string, (*(cJSON *const *)right)->string);
}

/* Puts the members of an object in the order of their keys. */
static gp_status sort_members(gp_job *job, cJSON *object)
{
    size_t count = 0, at = 0;
    for (const cJSON *member = object->child; member; member = member->next) count++;
    if (!cJSON_IsObject(object) || count < 2) return GP_OK;
    cJSON **members = GP_NEW(job, cJSON *, count);
    if (!members) return gp_no_memory(job);
    for (cJSON *member = object->child; member; member = member->next) members[at++] = member;
    qsort(members, count, sizeof *members, compare_keys);
    for (size_t i = 0; i < count; i++) {
        members[i]->next = i + 1 < count ? members[i + 1] : NULL;
        members[i]->prev = members[i ? i - 1 : count - 1];
    }
    object->child = members[0];
    return GP_OK;
}

static gp_status sort_all(gp_job *job, cJSON *tree)
{
    cJSON *open[GP_TREE_DEPTH_MAX + 2];
    size_t depth = 0;
    for (cJSON *node = tree; node;) {
        GP_TRY(sort_members(job, node));
        if (node->child) {
            open[depth++] = node;
            node = node->child;
            continue;
        }
        while (depth && !node->next) node = open[--depth];
        node = depth ? node->next : NULL;
    }
    return GP_OK;
}

gp_status gp_copy_sorted_json(gp_job *job, const cJSON *tree, const char **out)
{
    cJSON *copy = cJSON_Duplicate(tree, true);
    if (!copy) return gp_no_memory(job);
    gp_status status = sort_all(job, copy);
    if (status == GP_OK) status = gp_copy_json(job, copy, out);
    cJSON_Delete(copy);
    return status;
}

gp_status gp_compare_json(gp_job *job, const cJSON *a, const cJSON *b, bool *is_same)
{
    const char *left, *right;
    GP_TRY(gp_copy_sorted_json(job, a, &left));
    GP_TRY(gp_copy_sorted_json(job, b, &right));
    *is_same = strcmp(left, right) == 0;
    return GP_OK;
}
