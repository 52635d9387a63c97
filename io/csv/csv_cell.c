/* SPDX-License-Identifier: MIT
 * What a cell says, as a value: lists, estimates, days and numbers as spreadsheets write them, and
 * the other way round. */
#include "io/csv/csv_cell.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

/* ---- in ---- */

static void add_key(gp_tree *tree, const char *key, gp_spot spot)
{
    gp_add_key(tree, key, strlen(key), spot);
}

bool gp_next_part(const char **at, char mark, const char **part, size_t *size)
{
    if (!*at) return false;
    const char *end = strchr(*at, mark);
    size_t length = end ? (size_t)(end - *at) : strlen(*at);
    *part = *at;
    while (length && **part == ' ') ++*part, length--;
    while (length && (*part)[length - 1] == ' ') length--;
    *size = length;
    *at = end ? end + 1 : NULL;
    return true;
}

static void add_ids(gp_tree *tree, const gp_sheet_cell *cell)
{
    const char *at = cell->text, *part;
    size_t size;
    gp_open_node(tree, '[', cell->spot);
    while (gp_next_part(&at, '|', &part, &size))
        if (size) gp_add_text_node(tree, part, size, cell->spot);
    gp_close_node(tree);
}

/* "autonomy (more)" -> how long the id is; 0: no direction is written. */
static size_t find_direction(const char *part, size_t size)
{
    static const char *const ends[] = {" (more)", " (less)", " (otherwise)"};
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(ends[i]);
        if (size > length && memcmp(part + size - length, ends[i], length) == 0)
            return size - length;
    }
    return 0;
}

static void add_addresses(gp_tree *tree, const gp_sheet_cell *cell)
{
    const char *at = cell->text, *part;
    size_t size;
    gp_open_node(tree, '[', cell->spot);
    while (gp_next_part(&at, '|', &part, &size)) {
        size_t id = find_direction(part, size);
        if (id == 0) {
            if (size) gp_add_text_node(tree, part, size, cell->spot);
            continue;
        }
        gp_open_node(tree, '{', cell->spot);
        add_key(tree, "dimension", cell->spot);
        gp_add_text_node(tree, part, id, cell->spot);
        add_key(tree, "direction", cell->spot);
        gp_add_text_node(tree, part + id + 2, size - id - 3, cell->spot);
        gp_close_node(tree);
    }
    gp_close_node(tree);
}

/* A text, or an object of the parts between slashes. */
static void add_parts(gp_tree *tree, const gp_sheet_cell *cell, const char *const *keys)
{
    const char *at = cell->text, *part;
    size_t size;
    if (!strchr(cell->text, '/')) {
        gp_add_text_node(tree, cell->text, strlen(cell->text), cell->spot);
        return;
    }
    gp_open_node(tree, '{', cell->spot);
    while (gp_next_part(&at, '/', &part, &size)) {
        if (size) {
            add_key(tree, *keys ? *keys : "/", cell->spot);
            gp_add_text_node(tree, part, size, cell->spot);
        }
        if (*keys) keys++;
    }
    gp_close_node(tree);
}

static void add_number(gp_tree *tree, const gp_sheet_cell *cell)
{
    char text[64];
    double number;
    size_t size = strlen(cell->text);
    if (size < sizeof text) {
        memcpy(text, cell->text, size + 1);
        char *comma = strchr(text, ',');
        if (comma) *comma = '.'; /* 0,5 in a Dutch spreadsheet */
        if (gp_parse_number(text, size, &number)) {
            gp_add_number_node(tree, number, cell->spot);
            return;
        }
    }
    gp_add_text_node(tree, cell->text, size, cell->spot);
}

#define DUTCH_DAY_SIZE 40

/* 5-1-2026, as a Dutch spreadsheet shows the fifth of January. */
static bool read_dutch_day(const char *text, char out[DUTCH_DAY_SIZE])
{
    int numbers[3] = {0}, count = 0, digits = 0;
    for (; *text && count < 3; text++) {
        if (*text == '-' && digits) {
            count++;
            digits = 0;
        } else if (*text >= '0' && *text <= '9' && digits < 4) {
            numbers[count] = numbers[count] * 10 + (*text - '0');
            digits++;
        } else {
            return false;
        }
    }
    if (count != 2 || digits != 4 || numbers[0] > 31 || numbers[1] > 12) return false;
    snprintf(out, DUTCH_DAY_SIZE, "%04d-%02d-%02d", numbers[2], numbers[1], numbers[0]);
    return true;
}

static void add_day(gp_tree *tree, const gp_sheet_cell *cell)
{
    char day[DUTCH_DAY_SIZE];
    const char *text = read_dutch_day(cell->text, day) ? day : cell->text;
    gp_add_text_node(tree, text, strlen(text), cell->spot);
}

void gp_decode_cell(gp_tree *tree, const gp_sheet_cell *cell, gp_cell_shape shape)
{
    static const char *const points[] = {"min", "likely", "max", NULL};
    static const char *const planning[] = {"round", "from", "prepare", "scope", NULL};
    switch (shape) {
    case GP_CELL_DAY: add_day(tree, cell); return;
    case GP_CELL_NUMBER: add_number(tree, cell); return;
    case GP_CELL_ESTIMATE: add_parts(tree, cell, points); return;
    case GP_CELL_PLANNING: add_parts(tree, cell, planning); return;
    case GP_CELL_IDS: add_ids(tree, cell); return;
    case GP_CELL_ADDRESSES: add_addresses(tree, cell); return;
    default: gp_add_text_node(tree, cell->text, strlen(cell->text), cell->spot);
    }
}

/* ---- out ---- */

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
    if (written) *written = point;
    gp_add_text(out, digits);
    return true;
}

/* An object's texts between slashes; a last part that is not there is left out with its slash,
 * down to `least` parts. */
static bool encode_parts(gp_buffer *out, const cJSON *node, const char *const *keys, size_t least)
{
    size_t found = 0, last = least;
    if (cJSON_IsString(node)) return encode_text(out, node);
    if (!cJSON_IsObject(node)) return false;
    for (size_t i = 0; keys[i]; i++)
        if (cJSON_GetObjectItemCaseSensitive(node, keys[i])) {
            found++;
            if (i >= last) last = i + 1;
        }
    for (const cJSON *member = node->child; member; member = member->next) found--;
    if (found != 0) return false; /* it has other keys */
    for (size_t i = 0; i < last; i++) {
        const cJSON *part = cJSON_GetObjectItemCaseSensitive(node, keys[i]);
        if (i) gp_add_text(out, "/");
        if (part) gp_add_text(out, part->valuestring);
    }
    return true;
}

static bool fits_in_list(const char *id)
{
    size_t size = strlen(id);
    return size && !strchr(id, '|') && id[0] != ' ' && id[size - 1] != ' ';
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
    static const char *const points[] = {"min", "likely", "max", NULL};
    static const char *const planning[] = {"round", "from", "prepare", "scope", NULL};
    switch (shape) {
    case GP_CELL_NUMBER: return encode_number(out, node, point);
    case GP_CELL_ESTIMATE: return encode_parts(out, node, points, 3);
    case GP_CELL_PLANNING: return encode_parts(out, node, planning, 2);
    case GP_CELL_IDS: return encode_ids(out, node);
    case GP_CELL_ADDRESSES: return encode_addresses(out, node);
    default: return encode_text(out, node);
    }
}
