/* SPDX-License-Identifier: MIT
 * In which order do lanes stand, so that those with links between them are near each other? Finding
 * the best is hard (Garey, Johnson and Stockmeyer 1976: optimal linear arrangement), so: from the
 * order in which the lanes come, each moves again and again to the middle of those it is linked
 * with, and the best of all orders that come by is kept; then each slides up and down a little as
 * long as that makes the links shorter. The same in every run. */
#include "render/roadmap_lanes.h"

#include <stdlib.h>
#include <string.h>

#define SWEEPS 24
#define SLIDES 6
#define SLIDE_MAX 12 /* lanes that one slides past */

/* So many links between two lanes. Each is there twice. */
typedef struct pull {
    uint32_t lane, other;
    int64_t count;
} pull;

typedef struct wish {
    int64_t at; /* where the lane would stand best, in thousandths */
    uint32_t place, lane;
} wish;

typedef struct arrangement {
    pull *pulls; /* by lane, then by the other */
    uint32_t pull_count, lane_count;
    uint32_t *first;         /* pulls of a lane: first[lane] .. first[lane + 1] */
    uint32_t *order, *place; /* lanes from top to bottom; by lane: where it stands there */
    uint32_t *best;
    wish *wishes;
    uint32_t from, to; /* what may move: order[from .. to) */
} arrangement;

static int by_lanes(const void *a, const void *b)
{
    const pull *x = a, *y = b;
    if (x->lane != y->lane) return x->lane < y->lane ? -1 : 1;
    return x->other < y->other ? -1 : x->other > y->other;
}

/* The links that are drawn, before it is known which: those that fix dates, or all. */
static bool is_drawn(const gp_roadmap *map, uint32_t to, uint32_t arc)
{
    return map->show & GP_SHOW_ARROWS || map->sheet.schedule->dates[to].driver_arc == arc;
}

static uint32_t list_pulls(const gp_roadmap *map, pull *pulls)
{
    const gp_network *network = map->sheet.schedule->network;
    uint32_t count = 0;
    for (uint32_t i = 0; i < map->item_count; i++) {
        uint32_t to = map->items[i].activity, lane = map->items[i].lane;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            uint32_t from = map->item_of[network->arcs[k].from];
            if (from == GP_NONE || map->items[from].lane == lane || !is_drawn(map, to, k)) continue;
            if (pulls) pulls[count] = (pull){lane, map->items[from].lane, 1};
            if (pulls) pulls[count + 1] = (pull){map->items[from].lane, lane, 1};
            count += 2;
        }
    }
    return count;
}

static gp_status collect(const gp_roadmap *map, arrangement *a)
{
    gp_job *job = map->sheet.job;
    uint32_t count = list_pulls(map, NULL);
    a->pulls = GP_NEW(job, pull, count);
    a->first = GP_NEW(job, uint32_t, (size_t)a->lane_count + 1);
    a->place = GP_NEW(job, uint32_t, a->lane_count);
    a->best = GP_NEW(job, uint32_t, a->lane_count);
    a->wishes = GP_NEW(job, wish, a->lane_count);
    if (!a->pulls || !a->first || !a->place || !a->best || !a->wishes) return gp_no_memory(job);
    list_pulls(map, a->pulls);
    if (count) qsort(a->pulls, count, sizeof *a->pulls, by_lanes);
    for (uint32_t i = 0; i < count; i++) {
        pull *last = a->pull_count ? &a->pulls[a->pull_count - 1] : NULL;
        if (last && by_lanes(last, &a->pulls[i]) == 0)
            last->count++;
        else
            a->pulls[a->pull_count++] = a->pulls[i];
    }
    for (uint32_t i = 0; i < a->pull_count; i++) a->first[a->pulls[i].lane + 1]++;
    for (uint32_t i = 0; i < a->lane_count; i++) a->first[i + 1] += a->first[i];
    return GP_OK;
}

static void number(arrangement *a)
{
    for (uint32_t i = 0; i < a->lane_count; i++) a->place[a->order[i]] = i;
}

/* How many lanes all links together go over. */
static int64_t length(const arrangement *a)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < a->pull_count; i++) {
        uint32_t here = a->place[a->pulls[i].lane], there = a->place[a->pulls[i].other];
        if (here < there) sum += a->pulls[i].count * (there - here);
    }
    return sum;
}

static int by_wish(const void *a, const void *b)
{
    const wish *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

/* Every lane goes half of the way to the middle of the lanes it is linked with. */
static void sweep(arrangement *a)
{
    for (uint32_t i = a->from; i < a->to; i++) {
        uint32_t lane = a->order[i];
        int64_t sum = 0, count = 0;
        for (uint32_t k = a->first[lane]; k < a->first[lane + 1]; k++) {
            sum += a->pulls[k].count * a->place[a->pulls[k].other];
            count += a->pulls[k].count;
        }
        int64_t at = count ? 500 * (sum + count * i) / count : 1000 * (int64_t)i;
        a->wishes[i] = (wish){at, i, lane};
    }
    qsort(a->wishes + a->from, a->to - a->from, sizeof *a->wishes, by_wish);
    for (uint32_t i = a->from; i < a->to; i++) a->order[i] = a->wishes[i].lane;
    number(a);
}

static void sweep_often(arrangement *a)
{
    int64_t least = length(a);
    memcpy(a->best, a->order, sizeof *a->best * a->lane_count);
    for (int i = 0; i < SWEEPS; i++) {
        sweep(a);
        int64_t now = length(a);
        if (now >= least) continue;
        least = now;
        memcpy(a->best, a->order, sizeof *a->best * a->lane_count);
    }
    memcpy(a->order, a->best, sizeof *a->best * a->lane_count);
    number(a);
}

/* Links of a lane to those above it less those to lanes below it, without one other. */
static int64_t upward(const arrangement *a, uint32_t lane, uint32_t without)
{
    int64_t sum = 0;
    for (uint32_t k = a->first[lane]; k < a->first[lane + 1]; k++) {
        uint32_t other = a->pulls[k].other;
        if (other == without) continue;
        sum += a->place[other] < a->place[lane] ? a->pulls[k].count : -a->pulls[k].count;
    }
    return sum;
}

/* Lets the lanes at `upper` and below it change places; how much longer the links get. */
static int64_t swap(arrangement *a, uint32_t upper)
{
    uint32_t x = a->order[upper], y = a->order[upper + 1];
    int64_t longer = upward(a, x, y) - upward(a, y, x);
    a->order[upper] = y;
    a->order[upper + 1] = x;
    a->place[x] = upper + 1;
    a->place[y] = upper;
    return longer;
}

/* Slides the lane at a place to the best one within reach in a direction; how much is gained. */
static int64_t slide(arrangement *a, uint32_t at, bool is_down)
{
    int64_t now = 0, least = 0;
    uint32_t here = at, best = at;
    for (int i = 0; i < SLIDE_MAX && (is_down ? here + 1 < a->to : here > a->from); i++) {
        now += swap(a, is_down ? here : here - 1);
        here = is_down ? here + 1 : here - 1;
        if (now >= least) continue;
        least = now;
        best = here;
    }
    while (here != best) {
        swap(a, is_down ? here - 1 : here);
        here = is_down ? here - 1 : here + 1;
    }
    return -least;
}

static void slide_often(arrangement *a)
{
    for (int i = 0; i < SLIDES; i++) {
        int64_t gained = 0;
        for (uint32_t at = a->from; at < a->to; at++) {
            gained += slide(a, at, true);
            gained += slide(a, at, false);
        }
        if (gained == 0) return;
    }
}

gp_status gp_order_lanes(const gp_roadmap *map, uint32_t *order, uint32_t first, uint32_t count)
{
    arrangement a = {
        .order = order, .lane_count = map->lane_count, .from = first, .to = first + count};
    if (count < 2) return GP_OK;
    GP_TRY(collect(map, &a));
    number(&a);
    sweep_often(&a);
    slide_often(&a);
    return GP_OK;
}
