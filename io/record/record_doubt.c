/* SPDX-License-Identifier: MIT
 * What does a record with mistakes leave known? It is drafted all the same, so that the rest can
 * still be judged: what it requires counts, and whoever requires it does not lead nowhere. */
#include "io/record/record.h"

#include <cjson/cJSON.h>
#include <string.h>

/* What the record must be called, although that cannot be an id: a number, a text with control
 * characters, or the text that stands where an object should. NULL: nothing tells. */
static const char *written_id(const cJSON *node, char digits[GP_NUMBER_TEXT_SIZE])
{
    const cJSON *id = node;
    if (cJSON_IsObject(node)) id = cJSON_GetObjectItemCaseSensitive(node, "id");
    if (cJSON_IsString(id) && *id->valuestring) return id->valuestring;
    if (!cJSON_IsObject(node) || !cJSON_IsNumber(id)) return NULL;
    gp_print_number(id->valuedouble, digits);
    return digits;
}

/* What findings call a record that has no id. */
static const char *shown_name(gp_records *records, const cJSON *node)
{
    const cJSON *name =
        cJSON_IsObject(node) ? cJSON_GetObjectItemCaseSensitive(node, "name") : NULL;
    const char *text = cJSON_IsString(name) ? gp_copy_cut(records->job, name->valuestring) : "";
    const char *shown;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(records->job);
    if (!text || !*text || !buffer) return buffer && text ? "?" : NULL;
    gp_add_text(buffer, "? (");
    gp_add_text(buffer, text);
    gp_add_text(buffer, ")");
    return gp_finish_buffer(buffer, &shown, &size) == GP_OK ? shown : NULL;
}

static gp_status find_symbol(gp_records *records, const cJSON *node, uint32_t *symbol)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    const char *id = written_id(node, digits);
    if (id && !gp_draft_has(records->draft, id, strlen(id))) {
        *symbol = gp_draft_symbol(records->draft, id, strlen(id));
    } else {
        const char *shown = shown_name(records, node);
        *symbol = shown ? gp_draft_nameless(records->draft, shown) : GP_NONE;
        if (!id) gp_draft_lacks(records->draft, GP_PART_IDS);
    }
    return *symbol == GP_NONE ? gp_no_memory(records->job) : GP_OK;
}

gp_status gp_doubt_record(gp_records *records, const cJSON *node, gp_id *id, uint32_t *symbol)
{
    const unsigned own = GP_PART_RECORD | GP_PART_DATES | GP_PART_STEPS | GP_PART_REQUIREMENTS;
    unsigned parts = records->doubt & own;
    if (!id->text) {
        id->place = gp_place_of(records, node);
        GP_TRY(find_symbol(records, node, symbol));
        parts |= GP_PART_IDS;
    }
    return gp_draft_doubt(records->draft, *symbol, parts);
}
