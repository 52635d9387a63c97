/* SPDX-License-Identifier: MIT
 * Writes what a value means as one text, so that two that mean the same have the same text. What a
 * value is, its row in the tables of keys says: by the function that reads it, or by its name. */
#include "io/change/meaning.h"
#include "io/json/json_compact.h"
#include "io/tree.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* ---- written alike ---- */

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_node(const cJSON *a, const cJSON *b)
{
    return a->type == b->type && !(a->valuedouble < b->valuedouble) &&
           !(a->valuedouble > b->valuedouble) && is_same_text(a->valuestring, b->valuestring) &&
           !a->child == !b->child;
}

bool gp_is_same_tree(const cJSON *a, const cJSON *b)
{
    const cJSON *open[2][GP_TREE_DEPTH_MAX + 2];
    size_t depth = 0;
    if (!a || !b) return a == b;
    for (;;) {
        if (!is_same_node(a, b)) return false;
        if (a->child && depth < GP_TREE_DEPTH_MAX + 2) {
            open[0][depth] = a;
            open[1][depth++] = b;
            a = a->child;
            b = b->child;
        } else {
            while (depth && !a->next && !b->next) {
                a = open[0][--depth];
                b = open[1][depth];
            }
            if (depth == 0) return true;
            a = a->next;
            b = b->next;
        }
        if (!a || !b || !is_same_text(a->string, b->string)) return false;
    }
}

/* ---- what the tables say of a key ---- */

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

bool gp_is_set(const gp_key *row)
{
    static const char *const sets[] = {"workdays",  "holidays", "segments", "situations",
                                       "scenarios", "affects",  "needs",    "excludes"};
    return row && is_among(row->name, sets, sizeof sets / sizeof *sets);
}

const gp_record_kind *gp_inner_kind(const gp_key *row)
{
    static const struct {
        const char *name;
        const gp_record_kind *kind;
    } inner[] = {{"planning", &gp_planning_kind},
                 {"calendar", &gp_calendar_kind},
                 {"aspects", &gp_aspects_kind},
                 {"applies", &gp_applies_kind}};
    for (size_t i = 0; row && i < sizeof inner / sizeof *inner; i++)
        if (strcmp(inner[i].name, row->name) == 0) return inner[i].kind;
    return NULL;
}

/* ---- texts ---- */

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void gp_add_sorted(gp_buffer *buffer, const char **texts, size_t count)
{
    if (count > 1) qsort(texts, count, sizeof *texts, compare_texts);
    for (size_t i = 0; i < count; i++) {
        gp_add_text(buffer, texts[i]);
        gp_add_text(buffer, "\x01");
    }
}

void gp_add_meant_duration(gp_buffer *buffer, const char *text)
{
    gp_duration duration;
    if (!gp_parse_lag(text, &duration)) {
        gp_add_text(buffer, text);
        return;
    }
    gp_add_text(buffer, duration.is_lead ? "-" : "");
    gp_add_number(buffer, duration.months);
    gp_add_text(buffer, duration.unit == GP_DURATION_WORKDAYS ? " w" : " d");
    gp_add_number(buffer, duration.days);
}

static bool is_duration(const gp_key *row)
{
    return row->read == gp_read_duration || row->read == gp_read_step || row->read == gp_read_lag ||
           row->read == gp_read_estimate || strcmp(row->name, "cycle") == 0;
}

/* One of the durations that it can be, and its weight. */
static gp_status copy_chance(gp_job *job, const cJSON *item, const char **out)
{
    const cJSON *own = cJSON_GetObjectItemCaseSensitive(item, "lead_time");
    gp_buffer *buffer = gp_new_buffer(job);
    const char *rest;
    size_t size;
    if (!buffer) return gp_no_memory(job);
    if (cJSON_IsString(own)) gp_add_meant_duration(buffer, own->valuestring);
    for (const cJSON *member = item->child; member; member = member->next) {
        if (member == own) continue;
        GP_TRY(gp_copy_sorted_json(job, member, &rest));
        gp_add_text(buffer, member->string);
        gp_add_text(buffer, rest);
    }
    return gp_finish_buffer(buffer, out, &size);
}

const char *gp_likely_text(const cJSON *estimate)
{
    const cJSON *best = estimate;
    double most = 0;
    if (cJSON_IsString(estimate)) return estimate->valuestring;
    for (const cJSON *item = cJSON_IsArray(estimate) ? estimate->child : NULL; item;
         item = item->next) {
        const cJSON *weight = cJSON_GetObjectItemCaseSensitive(item, "weight");
        if (!cJSON_IsNumber(weight) || !(weight->valuedouble > most)) continue;
        most = weight->valuedouble;
        best = item;
    }
    const char *key = cJSON_IsArray(estimate) ? "lead_time" : "likely";
    const cJSON *point = best ? cJSON_GetObjectItemCaseSensitive(best, key) : NULL;
    return cJSON_IsString(point) ? point->valuestring : NULL;
}

/* A list of durations with their weights: their order says which of equals the plan uses. */
static gp_status add_chances(gp_job *job, gp_buffer *buffer, const cJSON *list)
{
    size_t count = 0;
    for (const cJSON *item = list->child; item; item = item->next) count++;
    const char **texts = GP_NEW(job, const char *, count), *likely = gp_likely_text(list);
    if (!texts) return gp_no_memory(job);
    count = 0;
    for (const cJSON *item = list->child; item; item = item->next)
        GP_TRY(copy_chance(job, item, &texts[count++]));
    gp_add_text(buffer, "[");
    if (likely) gp_add_meant_duration(buffer, likely);
    gp_add_text(buffer, ";");
    gp_add_sorted(buffer, texts, count);
    return GP_OK;
}

static bool is_default(const cJSON *member)
{
    return strcmp(member->string, "distribution") == 0 && cJSON_IsString(member) &&
           strcmp(member->valuestring, "pert") == 0;
}

/* "6mo" is {"likely": "6mo"}. */
static gp_status add_estimate(gp_job *job, gp_buffer *buffer, const cJSON *node)
{
    static const char *const points[] = {"min", "likely", "max"};
    if (cJSON_IsArray(node)) return add_chances(job, buffer, node);
    for (size_t i = 0; i < 3; i++) {
        const cJSON *point = cJSON_IsString(node)
                                 ? (i == 1 ? node : NULL)
                                 : cJSON_GetObjectItemCaseSensitive(node, points[i]);
        if (point && point->valuestring) gp_add_meant_duration(buffer, point->valuestring);
        gp_add_text(buffer, ";");
    }
    for (const cJSON *member = node->child; member; member = member->next) { /* x-..., few */
        if (is_among(member->string, points, 3) || is_default(member)) continue;
        gp_add_text(buffer, member->string);
        gp_add_json(buffer, member);
    }
    return GP_OK;
}

/* What is left of a risk: its keys in any order, and the delay by what it means. */
static gp_status add_mitigated(gp_job *job, gp_buffer *buffer, const cJSON *node)
{
    size_t count = 0, size;
    for (const cJSON *member = node->child; member; member = member->next) count++;
    const char **texts = GP_NEW(job, const char *, count), *rest;
    if (!texts) return gp_no_memory(job);
    count = 0;
    for (const cJSON *member = node->child; member; member = member->next) {
        gp_buffer *text = gp_new_buffer(job);
        if (!text) return gp_no_memory(job);
        gp_add_text(text, member->string);
        if (strcmp(member->string, "delay") == 0) {
            GP_TRY(add_estimate(job, text, member));
        } else {
            GP_TRY(gp_copy_sorted_json(job, member, &rest));
            gp_add_text(text, rest);
        }
        GP_TRY(gp_finish_buffer(text, &texts[count++], &size));
    }
    gp_add_sorted(buffer, texts, count);
    return GP_OK;
}

/* One item of a list: "empathy" is {"dimension": "empathy"}. */
static gp_status copy_item(gp_job *job, const gp_key *row, const cJSON *item, const char **out)
{
    const cJSON *only = item->child;
    bool is_alone = cJSON_IsObject(item) && only && !only->next &&
                    strcmp(row->name, "addresses") == 0 && strcmp(only->string, "dimension") == 0;
    return gp_copy_sorted_json(job, is_alone ? only : item, out);
}

static gp_status add_list(gp_job *job, gp_buffer *buffer, const gp_key *row, const cJSON *node)
{
    size_t count = 0;
    for (const cJSON *item = node->child; item; item = item->next) count++;
    const char **texts = GP_NEW(job, const char *, count);
    if (!texts) return gp_no_memory(job);
    count = 0;
    for (const cJSON *item = node->child; item; item = item->next)
        GP_TRY(copy_item(job, row, item, &texts[count++]));
    gp_add_sorted(buffer, texts, count);
    return GP_OK;
}

/* What is left out means the same. */
static bool is_free(const gp_key *row, const cJSON *node)
{
    return row && row->read == gp_read_cost && cJSON_IsNumber(node) && !(node->valuedouble > 0);
}

gp_status gp_copy_meaning(gp_job *job, const gp_key *row, const cJSON *node, const char **out)
{
    size_t size;
    bool is_open = node && (cJSON_IsArray(node) || cJSON_IsObject(node));
    *out = "";
    if (!node || cJSON_IsNull(node) || (row && is_open && !node->child)) return GP_OK;
    if (is_free(row, node)) return GP_OK;
    bool is_mitigated = row && strcmp(row->name, "mitigated") == 0 && cJSON_IsObject(node);
    bool is_meant = row && (is_duration(row) || gp_is_set(row) || is_mitigated ||
                            strcmp(row->name, "addresses") == 0);
    if (!is_meant) return gp_copy_sorted_json(job, node, out);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    if (is_mitigated)
        GP_TRY(add_mitigated(job, buffer, node));
    else if (is_duration(row))
        GP_TRY(add_estimate(job, buffer, node));
    else
        GP_TRY(add_list(job, buffer, row, node));
    return gp_finish_buffer(buffer, out, &size);
}
