/* SPDX-License-Identifier: MIT
 * Values in a file of changes. An object changes key by key: what it lost is null, as in RFC 7396.
 * No value of ours has objects within it. */
#include "io/change/changes.h"
#include "io/change/meaning.h"
#include "io/json/json_compact.h"

#include <cjson/cJSON.h>

void gp_write_own_key(gp_json *json, const char *key)
{
    gp_json_text(json, key);
    gp_add_text(json->buffer, ":");
    json->needs_comma = false;
}

void gp_write_value(gp_json *json, const cJSON *value)
{
    if (json->needs_comma) gp_add_text(json->buffer, ",");
    gp_add_json(json->buffer, value);
    json->needs_comma = true;
}

static const cJSON *find(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* What `new` lacks. */
static void write_lost(gp_json *json, const cJSON *old, const cJSON *new)
{
    for (const cJSON *member = old->child; member; member = member->next) {
        if (find(new, member->string)) continue;
        gp_write_own_key(json, member->string);
        gp_json_null(json);
    }
}

void gp_write_patch(gp_json *json, const cJSON *old, const cJSON *new)
{
    if (!new) {
        gp_json_null(json);
        return;
    }
    if (!cJSON_IsObject(old) || !cJSON_IsObject(new)) {
        gp_write_value(json, new);
        return;
    }
    gp_json_open(json, '{');
    for (const cJSON *member = new->child; member; member = member->next) {
        if (gp_is_same_tree(member, find(old, member->string))) continue;
        gp_write_own_key(json, member->string);
        gp_write_value(json, member);
    }
    write_lost(json, old, new);
    gp_json_close(json, '}');
}
