/* SPDX-License-Identifier: MIT
 * A value as a cell: lists, estimates, days and numbers as spreadsheets write them. */
#include "io/csv/csv_cell.h"

#include <cjson/cJSON.h>
#include <string.h>

/* Every one of these is false where the value does not fit in a cell. */
static bool encode_text(gp_buffer *out, const cJSON *node)
{
    if (!cJSON_IsString(node) || !node->valuestring[0]) return false;
    gp_add_text(out, node->valuestring);
    return true;
}

static bool encode_number(gp_buffer *out, const cJSON *node, char point)
{
    char digits[GP_NUMBER_TEXT_SIZE];
    if (!cJSON_IsNumber(node)) return false;
    gp_print_number(node->valuedouble, digits);
    char *written = strchr(digits, '.');
    bool is_like_thousands = written && written - digits <= 3 && strlen(written) == 4;
    if (written) *written = point;
    gp_add_text(out, digits);
    if (is_like_thousands && digits[0] != '0') gp_add_text(out, "0"); /* 1.1250 is no thousand */
    return true;
}

static bool has_other_keys(const cJSON *object, const char *const *keys)
{
    for (const cJSON *member = object->child; member; member = member->next) {
        size_t i = 0;
        while (keys[i] && strcmp(keys[i], member->string) != 0) i++;
        if (!keys[i]) return true;
    }
    return false;
}

/* An object's texts between slashes; a last part that is not there is left out with its slash,
 * down to `least` parts. */
static void encode_members(gp_buffer *out, const cJSON *node, const char *const *keys, size_t least)
{
    size_t last = least;
    for (size_t i = 0; keys[i]; i++)
        if (cJSON_GetObjectItemCaseSensitive(node, keys[i]) && i >= last) last = i + 1;
    for (size_t i = 0; i < last; i++) {
        const cJSON *part = cJSON_GetObjectItemCaseSensitive(node, keys[i]);
        if (i) gp_add_text(out, "/");
        if (part) gp_add_text(out, part->valuestring);
    }
}

static bool encode_parts(gp_buffer *out, const cJSON *node, const char *const *keys, size_t least)
{
    if (cJSON_IsString(node)) return encode_text(out, node);
    if (!cJSON_IsObject(node) || has_other_keys(node, keys)) return false;
    encode_members(out, node, keys, least);
    return true;
}

#define WIDE_BLANK "\xC2\xA0"

/* Reading takes the blanks around an entry away, those that do not break as well. */
static bool fits_in_list(const char *id)
{
    size_t size = strlen(id);
    if (size == 0 || strchr(id, '|') || id[0] == ' ' || id[size - 1] == ' ') return false;
    return strncmp(id, WIDE_BLANK, 2) != 0 &&
           (size < 2 || strncmp(id + size - 2, WIDE_BLANK, 2) != 0);
}

static bool encode_ids(gp_buffer *out, const cJSON *node)
{
    for (const cJSON *item = node->child; item; item = item->next) {
        if (!cJSON_IsString(item) || !fits_in_list(item->valuestring)) return false;
        if (item != node->child) gp_add_text(out, " | ");
        gp_add_text(out, item->valuestring);
    }
    return true;
}

/* One tag that could be several, or none ("a, b", "n.v.t."), gets a bar after it: then it is what
 * it says. */
static bool encode_tags(gp_buffer *out, const cJSON *node)
{
    if (!encode_ids(out, node)) return false;
    const char *one = node->child && !node->child->next ? node->child->valuestring : "a";
    if (strpbrk(one, ",;\n") || gp_says_nothing(one)) gp_add_text(out, " |");
    return true;
}

/* Dates of rounds, as a list, and what they go on with as the last of it. */
static bool encode_planning(gp_buffer *out, const cJSON *node)
{
    static const char *const keys[] = {"round", "from", "prepare", "scope", "dates", NULL};
    static const char *const grid[] = {"round", "from", "prepare", "scope", NULL};
    const cJSON *dates = cJSON_GetObjectItemCaseSensitive(node, "dates");
    if (!dates) return encode_parts(out, node, grid, 2);
    if (has_other_keys(node, keys) || !encode_ids(out, dates)) return false;
    if (!node->child->next) return true;
    gp_add_text(out, " | ");
    encode_members(out, node, grid, 0);
    return true;
}

static bool ends_in_direction(const char *id)
{
    static const char *const ends[] = {" (more)", " (less)", " (otherwise)"};
    size_t size = strlen(id);
    for (size_t i = 0; i < 3; i++)
        if (size > strlen(ends[i]) && strcmp(id + size - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

static bool encode_addresses(gp_buffer *out, const cJSON *node)
{
    for (const cJSON *item = node->child; item; item = item->next) {
        const cJSON *id = cJSON_GetObjectItemCaseSensitive(item, "dimension");
        const cJSON *way = cJSON_GetObjectItemCaseSensitive(item, "direction");
        if (cJSON_IsString(item)) id = item;
        bool is_whole = !item->child || (id && way && !item->child->next->next);
        if (!is_whole || !fits_in_list(id->valuestring)) return false;
        if (!way && ends_in_direction(id->valuestring)) return false;
        if (item != node->child) gp_add_text(out, " | ");
        gp_add_text(out, id->valuestring);
        if (!way) continue;
        gp_add_text(out, " (");
        gp_add_text(out, way->valuestring);
        gp_add_text(out, ")");
    }
    return true;
}

bool gp_encode_cell(gp_buffer *out, const cJSON *node, gp_cell_shape shape, char point)
{
    switch (shape) {
    case GP_CELL_NUMBER: return encode_number(out, node, point);
    case GP_CELL_ESTIMATE: return gp_encode_estimate(out, node, point);
    case GP_CELL_PLANNING: return encode_planning(out, node);
    case GP_CELL_IDS: return encode_ids(out, node);
    case GP_CELL_TAGS: return encode_tags(out, node);
    case GP_CELL_JSON: return gp_encode_json(out, node);
    case GP_CELL_ADDRESSES: return encode_addresses(out, node);
    default: return encode_text(out, node);
    }
}
