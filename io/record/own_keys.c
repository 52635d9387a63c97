/* SPDX-License-Identifier: MIT
 * Keys of the user's own ("x-...") at the top of an input. No table has them, so none sees whether
 * one is there twice: they are noted while reading and compared at the end. */
#include "io/record/record.h"

#include <stdlib.h>
#include <string.h>

typedef struct own_key {
    const char *name;
    gp_place place;
} own_key;

gp_status gp_note_own_key(gp_records *records, const char *name, gp_place place)
{
    own_key key = {gp_copy_text(records->job, name, strlen(name)), place};
    records->own_keys.size = sizeof key;
    bool is_noted = key.name && gp_push(records->job, &records->own_keys, &key, 1);
    return is_noted ? GP_OK : gp_no_memory(records->job);
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* Ascending by input, then name, then place. */
static int compare_own_keys(const void *left, const void *right)
{
    const own_key *a = left, *b = right;
    int order = compare_numbers(a->place.source, b->place.source);
    if (order == 0) order = strcmp(a->name, b->name);
    if (order == 0) order = compare_numbers(a->place.line, b->place.line);
    return order ? order : compare_numbers(a->place.column, b->place.column);
}

gp_status gp_check_own_keys(gp_records *records)
{
    own_key *keys = records->own_keys.data;
    size_t count = records->own_keys.count;
    if (count > 1) qsort(keys, count, sizeof *keys, compare_own_keys);
    for (size_t i = 1; i < count; i++)
        if (keys[i - 1].place.source == keys[i].place.source &&
            strcmp(keys[i - 1].name, keys[i].name) == 0)
            GP_TRY(gp_repeated_key(records, keys[i].name, keys[i].place));
    return GP_OK;
}
