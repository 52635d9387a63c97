/* SPDX-License-Identifier: MIT
 * Is there room in a row? The stretches of a list do not overlap, so they are in order of their
 * ends as well, and one comparison after a search tells. */
#include "render/roadmap_room.h"
#include "core/job.h"

#include <string.h>

/* The first that ends behind `low`. */
static uint32_t first_behind(const gp_stretches *stretches, gp_length low)
{
    uint32_t from = 0, to = stretches->count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (stretches->list[middle].high <= low)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

bool gp_is_free(const gp_stretches *stretches, gp_length low, gp_length high)
{
    if (low >= high) return true;
    uint32_t next = first_behind(stretches, low);
    return next == stretches->count || stretches->list[next].low >= high;
}

uint32_t gp_count_taken(const gp_stretches *stretches, gp_length low, gp_length high)
{
    uint32_t count = 0;
    for (uint32_t i = first_behind(stretches, low); i < stretches->count; i++) {
        if (stretches->list[i].low >= high) break;
        count++;
    }
    return count;
}

static gp_status grow(gp_job *job, gp_stretches *stretches)
{
    if (stretches->count < stretches->capacity) return GP_OK;
    uint32_t capacity = stretches->capacity ? 2 * stretches->capacity : 4;
    gp_stretch *list = GP_NEW(job, gp_stretch, capacity);
    if (!list) return gp_no_memory(job);
    if (stretches->count) memcpy(list, stretches->list, stretches->count * sizeof *list);
    stretches->list = list;
    stretches->capacity = capacity;
    return GP_OK;
}

gp_status gp_take(gp_job *job, gp_stretches *stretches, gp_length low, gp_length high)
{
    if (low >= high) return GP_OK;
    GP_TRY(grow(job, stretches));
    uint32_t at = first_behind(stretches, low);
    gp_stretch *place = stretches->list + at;
    if (at < stretches->count) memmove(place + 1, place, (stretches->count - at) * sizeof *place);
    *place = (gp_stretch){low, high};
    stretches->count++;
    return GP_OK;
}

void gp_end_stretch(gp_stretches *stretches, gp_length at)
{
    uint32_t i = first_behind(stretches, at);
    if (i < stretches->count && stretches->list[i].low < at) stretches->list[i].high = at;
}

void gp_clear_room(gp_room *room)
{
    room->items.count = room->tails.count = room->solids.count = 0;
    room->across.count = room->down.count = 0;
}
