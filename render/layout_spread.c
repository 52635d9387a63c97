/* SPDX-License-Identifier: MIT
 * Which column does each box of a frame stand in? A frame is as tall as its tallest column, so the
 * boxes of a group are spread: each stands as far left as its arrows allow and as there is room in
 * its group, and never so far right that what follows it has no column left. */
#include "render/layout_groups.h"

#include <stdlib.h>

typedef struct spread {
    gp_layout *layout;
    const gp_frames *frames;
    uint32_t width;
    uint32_t *sequence;       /* boxes, each after what leads to it */
    uint32_t *first, *arrows; /* arrows into each box */
    uint32_t *least, *most;   /* by box: columns that its arrows allow */
    uint8_t *is_joined;       /* by box: by an arrow */
    gp_length *filled;        /* by group and column */
    gp_length *limit;         /* by group */
} spread;

static gp_status make_room(gp_job *job, spread *s)
{
    uint32_t boxes = s->layout->box_count;
    s->sequence = GP_NEW(job, uint32_t, boxes);
    s->first = GP_NEW(job, uint32_t, (size_t)boxes + 2);
    s->arrows = GP_NEW(job, uint32_t, s->layout->arrow_count);
    s->least = GP_NEW(job, uint32_t, boxes);
    s->most = GP_NEW(job, uint32_t, boxes);
    s->is_joined = GP_NEW(job, uint8_t, boxes);
    s->filled = GP_NEW(job, gp_length, (size_t)s->frames->count * s->width);
    s->limit = GP_NEW(job, gp_length, s->frames->count);
    bool has_room = s->sequence && s->first && s->arrows && s->least && s->most && s->is_joined &&
                    s->filled && s->limit;
    return has_room ? GP_OK : gp_no_memory(job);
}

static void list_arrows(const spread *s)
{
    const gp_layout *layout = s->layout;
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        s->first[layout->arrows[i].to + 2]++;
        s->is_joined[layout->arrows[i].from] = s->is_joined[layout->arrows[i].to] = 1;
    }
    for (uint32_t i = 0; i < layout->box_count; i++) s->first[i + 2] += s->first[i + 1];
    for (uint32_t i = 0; i < layout->arrow_count; i++) /* shifts the starts into their places */
        s->arrows[s->first[layout->arrows[i].to + 1]++] = i;
}

/* By the columns that they have, which rise along every arrow. */
static gp_status sort_boxes(gp_job *job, const spread *s)
{
    uint32_t columns = 0;
    for (uint32_t i = 0; i < s->layout->box_count; i++)
        if (columns <= s->layout->boxes[i].column) columns = s->layout->boxes[i].column + 1;
    uint32_t *start = GP_NEW(job, uint32_t, (size_t)columns + 2);
    if (!start) return gp_no_memory(job);
    for (uint32_t i = 0; i < s->layout->box_count; i++) start[s->layout->boxes[i].column + 1]++;
    for (uint32_t i = 0; i < columns; i++) start[i + 1] += start[i];
    for (uint32_t i = 0; i < s->layout->box_count; i++)
        s->sequence[start[s->layout->boxes[i].column]++] = i;
    return GP_OK;
}

static void find_most(const spread *s)
{
    for (uint32_t i = 0; i < s->layout->box_count; i++) s->most[i] = s->width - 1;
    for (uint32_t i = s->layout->box_count; i-- > 0;) {
        uint32_t to = s->sequence[i];
        for (uint32_t k = s->first[to]; k < s->first[to + 1]; k++) {
            uint32_t *most = &s->most[s->layout->arrows[s->arrows[k]].from];
            if (*most >= s->most[to]) *most = s->most[to] - 1;
        }
    }
}

static gp_length room_for(const spread *s, uint32_t box)
{
    return s->layout->boxes[box].size.y + GP_ROW_GAP;
}

#define SLACK_PERCENT 130 /* a column may be so much fuller than even ones would be */

static void find_limits(const spread *s)
{
    for (uint32_t i = 0; i < s->layout->box_count; i++)
        s->limit[s->frames->group[i]] += room_for(s, i);
    for (uint32_t g = 0; g < s->frames->count; g++)
        s->limit[g] = s->limit[g] * SLACK_PERCENT / (100 * (gp_length)s->width) + GP_UNITS(60);
}

/* The first column with room; where none has any, the one with the least in it. */
static void put(const spread *s, uint32_t box, uint32_t least, uint32_t most)
{
    uint32_t group = s->frames->group[box], best = least;
    gp_length *filled = s->filled + (size_t)group * s->width;
    gp_length room = room_for(s, box);
    for (uint32_t column = least; column <= most; column++) {
        if (filled[column] < filled[best]) best = column;
        if (filled[column] > 0 && filled[column] + room > s->limit[group]) continue;
        best = column;
        break;
    }
    filled[best] += room;
    s->layout->boxes[box].column = best;
}

static void put_joined(const spread *s)
{
    for (uint32_t i = 0; i < s->layout->box_count; i++) {
        uint32_t to = s->sequence[i], least = s->layout->boxes[to].column;
        if (!s->is_joined[to]) continue;
        if (least > s->most[to]) least = s->most[to];
        for (uint32_t k = s->first[to]; k < s->first[to + 1]; k++) {
            uint32_t from = s->layout->arrows[s->arrows[k]].from;
            uint32_t after = s->layout->boxes[from].column + 1;
            if (least < after) least = after;
        }
        put(s, to, least, s->most[to]);
    }
}

/* What no arrow joins fills the columns that its group has; a group of its own is a block. */
static void put_others(const spread *s, uint32_t *low, uint32_t *high)
{
    for (uint32_t g = 0; g < s->frames->count; g++) low[g] = GP_NONE;
    for (uint32_t i = 0; i < s->layout->box_count; i++) {
        uint32_t g = s->frames->group[i], column = s->layout->boxes[i].column;
        if (!s->is_joined[i]) continue;
        if (low[g] == GP_NONE || column < low[g]) low[g] = column;
        if (column > high[g]) high[g] = column;
    }
    for (uint32_t i = 0; i < s->layout->box_count; i++) {
        uint32_t g = s->frames->group[i];
        if (s->is_joined[i]) continue;
        if (low[g] == GP_NONE) low[g] = 0, high[g] = s->width - 1;
        if (high[g] < low[g] + 1 && high[g] + 1 < s->width) high[g]++;
        put(s, i, low[g], high[g]);
    }
}

gp_status gp_spread_groups(gp_job *job, gp_layout *layout, const gp_frames *frames, uint32_t width)
{
    spread s = {.layout = layout, .frames = frames, .width = width};
    uint32_t *low = GP_NEW(job, uint32_t, frames->count);
    uint32_t *high = GP_NEW(job, uint32_t, frames->count);
    if (!low || !high) return gp_no_memory(job);
    GP_TRY(make_room(job, &s));
    list_arrows(&s);
    GP_TRY(sort_boxes(job, &s));
    find_most(&s);
    find_limits(&s);
    put_joined(&s);
    put_others(&s, low, high);
    return GP_OK;
}
