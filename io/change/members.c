/* SPDX-License-Identifier: MIT
 * Lists the members of objects by the tables of keys, and joins those of two. Most records have
 * their keys in the order of the table, so the row after the last one found is tried first. */
#include "io/change/members.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static size_t find_row(const gp_record_kind *kind, const char *name, size_t first)
{
    for (size_t tried = 0, row = first; tried < kind->count; tried++, row++) {
        if (row >= kind->count) row = 0;
        const char *known = kind->keys[row].name;
        if (known[0] == name[0] && strcmp(known, name) == 0) return row;
    }
    return kind->count;
}

static int compare_keys(const void *left, const void *right)
{
    return strcmp((*(const cJSON *const *)left)->string, (*(const cJSON *const *)right)->string);
}

gp_status gp_list_members(gp_job *job, const gp_record_kind *kind, const cJSON *object,
                          gp_members *out)
{
    size_t count = 0, next = 0;
    *out = (gp_members){.others = NULL};
    if (!cJSON_IsObject(object)) return GP_OK;
    for (const cJSON *member = object->child; member; member = member->next) count++;
    for (const cJSON *member = object->child; member; member = member->next) {
        size_t row = find_row(kind, member->string, next);
        if (row < kind->count) {
            out->rows[row] = member;
            next = row + 1;
            continue;
        }
        if (!out->others) out->others = GP_NEW(job, const cJSON *, count);
        if (!out->others) return gp_no_memory(job);
        out->others[out->other_count++] = member;
    }
    if (out->other_count > 1)
        qsort(out->others, out->other_count, sizeof *out->others, compare_keys);
    return GP_OK;
}

static gp_status join_others(const gp_members *a, const gp_members *b, gp_visit_members *visit,
                             void *object)
{
    for (size_t i = 0, k = 0; i < a->other_count || k < b->other_count;) {
        const cJSON *left = i < a->other_count ? a->others[i] : NULL;
        const cJSON *right = k < b->other_count ? b->others[k] : NULL;
        int order = !left ? 1 : !right ? -1 : strcmp(left->string, right->string);
        if (order < 0) right = NULL;
        if (order > 0) left = NULL;
        i += left != NULL;
        k += right != NULL;
        GP_TRY(visit(object, NULL, left ? left->string : right->string, left, right));
    }
    return GP_OK;
}

gp_status gp_join_members(gp_job *job, const gp_record_kind *kind, const cJSON *a, const cJSON *b,
                          gp_visit_members *visit, void *object)
{
    gp_members left, right;
    GP_TRY(gp_list_members(job, kind, a, &left));
    GP_TRY(gp_list_members(job, kind, b, &right));
    for (size_t row = 0; row < kind->count; row++)
        if (left.rows[row] || right.rows[row])
            GP_TRY(visit(object, &kind->keys[row], kind->keys[row].name, left.rows[row],
                         right.rows[row]));
    return join_others(&left, &right, visit, object);
}
