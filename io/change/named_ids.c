/* SPDX-License-Identifier: MIT
 * A set of ids as one text. */
#include "io/change/named_ids.h"
#include "io/change/edits.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void add_id(gp_buffer *buffer, const char *id)
{
    if (*id && !strpbrk(id, ".=@|[]\"\\ \t") && !strstr(id, "->")) {
        gp_add_text(buffer, id);
        return;
    }
    gp_add_quoted(buffer, id);
}

const char *gp_name_ids(gp_job *job, const char **ids, size_t count)
{
    const char *name;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    if (count > 1) qsort(ids, count, sizeof *ids, compare_texts);
    for (size_t i = 0; i < count; i++) {
        if (i) gp_add_text(buffer, "|");
        add_id(buffer, ids[i]);
    }
    return gp_finish_buffer(buffer, &name, &size) == GP_OK ? name : NULL;
}

gp_status gp_name_list(gp_job *job, const cJSON *list, const gp_edit_sources *sources, int version,
                       const char **out)
{
    size_t count = 0;
    *out = NULL;
    if (!cJSON_IsArray(list)) return GP_OK;
    for (const cJSON *item = list->child; item; item = item->next) count++;
    const char **ids = GP_NEW(job, const char *, count);
    if (!ids) return gp_no_memory(job);
    count = 0;
    for (const cJSON *item = list->child; item; item = item->next) {
        if (!cJSON_IsString(item)) continue;
        const char *id = item->valuestring;
        ids[count++] = sources ? gp_id_in_new(sources, version, id) : id;
    }
    *out = gp_name_ids(job, ids, count);
    return *out ? GP_OK : gp_no_memory(job);
}
