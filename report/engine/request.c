/* SPDX-License-Identifier: MIT
 * Reads what the page asks. The page is ours, and makes its requests by JSON.stringify: what is not
 * as it should be is refused, without a word about where. */
#include "report/engine/request.h"
#include "io/json/json_compact.h"
#include "io/json/json_tree.h"

#include <cjson/cJSON.h>
#include <string.h>

static void delete_tree(void *tree)
{
    cJSON_Delete(tree);
}

static gp_status read_object(gp_job *job, char *text, size_t size, cJSON **out)
{
    GP_TRY(gp_parse_json(job, text, size, out));
    if (!*out) return GP_INVALID;
    if (gp_defer(job, delete_tree, *out) != GP_OK) {
        cJSON_Delete(*out);
        return GP_NO_MEMORY;
    }
    return cJSON_IsObject(*out) ? GP_OK : GP_INVALID;
}

/* The text under a key; NULL: it is not there, or empty, or no text. */
static const char *text_of(const cJSON *object, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(value) && value->valuestring[0] ? value->valuestring : NULL;
}

gp_status engine_read_opening(gp_job *job, char *text, size_t size, engine_opening *out)
{
    cJSON *asked;
    GP_TRY(read_object(job, text, size, &asked));
    const cJSON *settings = cJSON_GetObjectItemCaseSensitive(asked, "settings");
    const char *mode = text_of(settings, "float"), *date = text_of(settings, "status_date");
    gp_day day = GP_NO_DAY;
    if (date && !gp_parse_date(date, &day)) return GP_INVALID;
    bool is_whole = mode && strcmp(mode, "portfolio") == 0;
    *out =
        (engine_opening){.portfolio = text_of(asked, "portfolio"),
                         .original = text_of(asked, "original"),
                         .settings = {.status_date = day,
                                      .float_mode = is_whole ? GP_FLOAT_PORTFOLIO : GP_FLOAT_EACH,
                                      .scenario = text_of(settings, "scenario")}};
    return out->portfolio ? GP_OK : GP_INVALID;
}

/* ---- changes ---- */

static size_t count_of(const cJSON *list)
{
    size_t count = 0;
    for (const cJSON *node = list ? list->child : NULL; node; node = node->next) count++;
    return count;
}

/* "TARGET=VALUE", as typed: a text goes without its quotes. NULL: memory ran out. */
static const char *typed_value(gp_job *job, const cJSON *member)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    gp_add_text(buffer, member->string);
    gp_add_text(buffer, "=");
    if (cJSON_IsString(member))
        gp_add_text(buffer, member->valuestring);
    else
        gp_add_json(buffer, member);
    return gp_finish_buffer(buffer, &text, &size) == GP_OK ? text : NULL;
}

static gp_status add_values(gp_job *job, const cJSON *values, gp_change_text *texts,
                            uint32_t *count)
{
    for (const cJSON *member = values ? values->child : NULL; member; member = member->next) {
        const char *text = typed_value(job, member);
        if (!text) return gp_no_memory(job);
        texts[(*count)++] = (gp_change_text){.verb = GP_SET, .text = text};
    }
    return GP_OK;
}

static gp_status add_texts(const cJSON *list, gp_change_verb verb, gp_change_text *texts,
                           uint32_t *count)
{
    for (const cJSON *node = list ? list->child : NULL; node; node = node->next) {
        if (!cJSON_IsString(node)) return GP_INVALID;
        texts[(*count)++] = (gp_change_text){.verb = verb, .text = node->valuestring};
    }
    return GP_OK;
}

static gp_status read_measures(gp_job *job, const cJSON *list, gp_changes *out)
{
    const char **ids = GP_NEW(job, const char *, count_of(list) + 1);
    if (!ids) return gp_no_memory(job);
    for (const cJSON *node = list ? list->child : NULL; node; node = node->next) {
        if (!cJSON_IsString(node)) return GP_INVALID;
        ids[out->measure_count++] = node->valuestring;
    }
    out->measures = ids;
    return GP_OK;
}

gp_status engine_read_changes(gp_job *job, char *text, size_t size, const engine_settings *settings,
                              gp_changes *out)
{
    cJSON *asked;
    GP_TRY(read_object(job, text, size, &asked));
    const cJSON *set = cJSON_GetObjectItemCaseSensitive(asked, "set");
    const cJSON *require = cJSON_GetObjectItemCaseSensitive(asked, "require");
    const cJSON *drop = cJSON_GetObjectItemCaseSensitive(asked, "drop");
    bool is_chosen = cJSON_GetObjectItemCaseSensitive(asked, "scenario") != NULL;
    if (set && !cJSON_IsObject(set)) return GP_INVALID;
    gp_change_text *texts =
        GP_NEW(job, gp_change_text, count_of(set) + count_of(require) + count_of(drop) + 1);
    if (!texts) return gp_no_memory(job);
    *out = (gp_changes){.scenario = is_chosen ? text_of(asked, "scenario") : settings->scenario,
                        .texts = texts};
    GP_TRY(add_values(job, set, texts, &out->text_count));
    GP_TRY(add_texts(require, GP_REQUIRE, texts, &out->text_count));
    GP_TRY(add_texts(drop, GP_DROP, texts, &out->text_count));
    return read_measures(job, cJSON_GetObjectItemCaseSensitive(asked, "measures"), out);
}
