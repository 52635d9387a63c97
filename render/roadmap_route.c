/* SPDX-License-Identifier: MIT
 * Which way does an arrow go, if it may not run through a bar or a name? Between the rows are
 * channels that hold nothing else; an arrow moves sideways in a channel only, and crosses a row
 * only in a gap between what stands in it. Of all such ways it takes one with few corners: it
 * goes straight down as long as one x lies in a gap of every row on its way (stabbing intervals
 * greedily gives the fewest turns), and prefers the x of where it has to end. Then the sideways
 * moves of every channel are laid side by side in tracks, by first fit; moves of arrows that
 * leave the same bar may share one. */
#include "render/roadmap.h"

#include <stdlib.h>

#define EXIT_INSET GP_UNITS(4)   /* from a bar's right end, where arrows leave it */
#define LIVE_INSET GP_UNITS(7)   /* where arrows to its end arrive */
#define ENTRY_OUTSET GP_UNITS(9) /* before its left end: where arrows to its start come down */
#define CLEAR GP_UNITS(3)        /* from what stands in a row */
#define TRACKS_MAX 6             /* arrows side by side in a channel; more share tracks */
#define TURN_WORTH GP_UNITS(300) /* a turn is better than to go so far out of the way */
#define SPREAD GP_UNITS(3)       /* arrows through the edge of one gap keep so far apart */

/* Sideways in the channel above a row (row_count: below the last). */
typedef struct move {
    uint32_t link, channel, track;
    gp_length from, to;
} move;

typedef struct routing {
    gp_roadmap *map;
    gp_array moves;  /* of move, those of a link together, in its direction */
    uint32_t *first; /* by link: its first move */
} routing;

/* A stretch of x. */
typedef struct gap {
    gp_length low, high;
} gap;

/* ---- gaps ---- */

static gp_length clamped(gp_length value, gap within)
{
    return value < within.low ? within.low : value > within.high ? within.high : value;
}

/* How many items of a row begin left of x. */
static uint32_t count_before(const gp_roadmap *map, const gp_road_row *row, gp_length x)
{
    uint32_t low = 0, high = row->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (map->items[map->row_items[row->first + middle]].solid_first < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The gap before item number `index` of a row (count: after the last). */
static gap gap_before(const gp_roadmap *map, const gp_road_row *row, uint32_t index)
{
    gap out = {map->axis.left - 2 * GP_ROAD_GUTTER + CLEAR,
               map->axis.left + map->axis.width + 2 * GP_ROAD_GUTTER - CLEAR};
    const uint32_t *items = map->row_items + row->first;
    if (index > 0) out.low = map->items[items[index - 1]].solid_last + CLEAR;
    if (index < row->count) out.high = map->items[items[index]].solid_first - CLEAR;
    return out;
}

static gp_length distance(gp_length x, gap to)
{
    return x < to.low ? to.low - x : x > to.high ? x - to.high : 0;
}

/* How far an arrow that is at `at` and has to be at `to` in the end goes out of its way when it
 * passes through a gap: the way there and back, from the stretch between the two. */
static gp_length detour(gap through, gp_length at, gp_length to)
{
    gap between = {at < to ? at : to, at < to ? to : at};
    if (through.low > between.high) return 2 * (through.low - between.high);
    return through.high < between.low ? 2 * (between.low - through.high) : 0;
}

/* What gaps of a row share with a stretch: the part with the least detour, and of those the one
 * nearest to `to`; low > high where they share nothing near there. */
static gap best_gap(const gp_roadmap *map, const gp_road_row *row, gap run, gp_length at,
                    gp_length to)
{
    uint32_t index = count_before(map, row, clamped(to, run));
    gap best = {1, 0};
    for (uint32_t i = index > 0 ? index - 1 : 0; i <= index + 1 && i <= row->count; i++) {
        gap other = gap_before(map, row, i);
        if (other.low < run.low) other.low = run.low;
        if (other.high > run.high) other.high = run.high;
        gp_length more = detour(other, at, to), less = detour(best, at, to);
        bool is_better = best.low > best.high || more < less ||
                         (more == less && distance(to, other) < distance(to, best));
        if (other.low <= other.high && is_better) best = other;
    }
    return best;
}

static const gap anywhere = {INT64_MIN / 4, INT64_MAX / 4};

/* ---- ways ---- */

/* Where an arrow leaves its bar and where it arrives: the channels beside them, and x. */
typedef struct ends {
    gp_length from, to;
    uint32_t first, last;
} ends;

/* Arrows leave upwards where the gap of a late intervention is in the way below. */
static bool leaves_upwards(const gp_roadmap *map, const gp_road_link *link)
{
    const gp_road_item *from = &map->items[link->from], *to = &map->items[link->to];
    return from->late || to->row < from->row;
}

static ends find_ends(const gp_roadmap *map, const gp_road_link *link)
{
    const gp_road_item *from = &map->items[link->from], *to = &map->items[link->to];
    ends e = {.from = from->right - EXIT_INSET, .to = to->left - ENTRY_OUTSET};
    if (e.from < from->left) e.from = (from->left + from->right) / 2;
    e.first = leaves_upwards(map, link) ? from->row : from->row + 1;
    e.last = to->row < from->row || (to->row == from->row && e.first != from->row) ? to->row + 1
                                                                                   : to->row;
    if (!link->is_live) return e;
    e.to = to->right - LIVE_INSET;
    if (e.to < to->left) e.to = (to->left + to->right) / 2;
    e.last = to->row;
    return e;
}

static gp_status add_move(routing *r, uint32_t link, uint32_t channel, gp_length from, gp_length to)
{
    const move m = {.link = link, .channel = channel, .from = from, .to = to};
    if (from == to) return GP_OK;
    return gp_push(r->map->sheet.job, &r->moves, &m, 1) ? GP_OK : gp_no_memory(r->map->sheet.job);
}

/* The x of a straight stretch: as near as can be to where the arrow has to be in the end. */
static gp_length choose_x(const gp_road_link *link, gp_length wanted, gap within)
{
    gp_length x = clamped(wanted, within), spread = SPREAD * (link->from % 4);
    if (x == wanted || within.high - within.low < 4 * SPREAD) return x;
    return x == within.low ? x + spread : x - spread;
}

/* Row by row. An arrow turns where no x lies in the gaps of all rows since its last turn, and
 * where going straight on would lead further out of its way than a turn is worth. */
static gp_status find_way(routing *r, uint32_t index, ends e)
{
    const gp_roadmap *map = r->map;
    const gp_road_link *link = &map->links[index];
    bool is_down = e.last > e.first;
    uint32_t turn = e.first; /* the channel of the last turn */
    gp_length x = e.from;
    gap run = anywhere;
    for (uint32_t c = e.first; c != e.last; c = is_down ? c + 1 : c - 1) {
        const gp_road_row *row = &map->rows[is_down ? c : c - 1];
        gap both = best_gap(map, row, run, x, e.to);
        gp_length to = choose_x(link, e.to, run);
        gap other = best_gap(map, row, anywhere, to, e.to);
        gp_length after_turn = detour(run, x, e.to) + detour(other, to, e.to) + TURN_WORTH;
        if (both.low <= both.high && (c == e.first || detour(both, x, e.to) <= after_turn)) {
            run = both;
            continue;
        }
        GP_TRY(add_move(r, index, turn, x, to));
        x = to;
        turn = c;
        run = other;
    }
    if (e.first == e.last) return add_move(r, index, turn, x, e.to);
    gp_length to = choose_x(link, e.to, run);
    GP_TRY(add_move(r, index, turn, x, to));
    return add_move(r, index, e.last, to, e.to);
}

static gp_status find_ways(routing *r)
{
    gp_roadmap *map = r->map;
    for (uint32_t i = 0; i < map->link_count; i++) {
        r->first[i] = (uint32_t)r->moves.count;
        ends e = find_ends(map, &map->links[i]);
        uint32_t rows = e.last > e.first ? e.last - e.first : e.first - e.last;
        map->links[i].is_far = rows > GP_ROAD_ROWS_MAX;
        if (!map->links[i].is_far) GP_TRY(find_way(r, i, e));
    }
    r->first[map->link_count] = (uint32_t)r->moves.count;
    return GP_OK;
}

/* ---- tracks ---- */

static gp_length least_of(const move *m)
{
    return m->from < m->to ? m->from : m->to;
}

static gp_length most_of(const move *m)
{
    return m->from < m->to ? m->to : m->from;
}

static int by_channel(const void *a, const void *b)
{
    const move *x = *(const move *const *)a, *y = *(const move *const *)b;
    if (x->channel != y->channel) return x->channel < y->channel ? -1 : 1;
    if (least_of(x) != least_of(y)) return least_of(x) < least_of(y) ? -1 : 1;
    return x < y ? -1 : x > y; /* the order of the arrows */
}

/* What the last move in a track leaves behind. */
typedef struct track {
    gp_length end;
    uint32_t source;
} track;

static uint32_t choose_track(const track *tracks, uint32_t count, const move *m, uint32_t source)
{
    uint32_t soonest = 0;
    for (uint32_t t = 0; t < count; t++)
        if (tracks[t].source == source || tracks[t].end + SPREAD <= least_of(m)) return t;
    if (count < TRACKS_MAX) return count;
    for (uint32_t t = 1; t < count; t++)
        if (tracks[t].end < tracks[soonest].end) soonest = t;
    return soonest;
}

static gp_status choose_tracks(routing *r)
{
    gp_roadmap *map = r->map;
    size_t count = r->moves.count;
    move *moves = r->moves.data, **sorted = GP_NEW(map->sheet.job, move *, count);
    if (!sorted) return gp_no_memory(map->sheet.job);
    for (size_t i = 0; i < count; i++) sorted[i] = &moves[i];
    if (count) qsort(sorted, count, sizeof *sorted, by_channel);
    track tracks[TRACKS_MAX];
    for (size_t i = 0; i < count; i++) {
        gp_road_row *row = &map->rows[sorted[i]->channel];
        uint32_t source = map->links[sorted[i]->link].from;
        sorted[i]->track = choose_track(tracks, row->tracks, sorted[i], source);
        track *own = &tracks[sorted[i]->track];
        if (sorted[i]->track == row->tracks) {
            row->tracks++;
            own->end = INT64_MIN;
        }
        if (most_of(sorted[i]) > own->end) own->end = most_of(sorted[i]);
        own->source = source;
    }
    return GP_OK;
}

/* ---- points ---- */

static void add_point(gp_road_link *link, gp_length x, gp_length y)
{
    gp_point *last = link->point_count ? &link->points[link->point_count - 1] : NULL;
    if (!last || last->x != x || last->y != y) link->points[link->point_count++] = (gp_point){x, y};
}

/* The corners from the border of the one bar to the border of the other. */
static gp_status trace(const routing *r, uint32_t index)
{
    const gp_roadmap *map = r->map;
    gp_road_link *link = &map->links[index];
    const gp_road_item *from = &map->items[link->from], *to = &map->items[link->to];
    ends e = find_ends(map, link);
    gp_length leave = map->rows[from->row].top, arrive = map->rows[to->row].top;
    link->points =
        GP_NEW(map->sheet.job, gp_point, 2 * (size_t)(r->first[index + 1] - r->first[index]) + 6);
    if (!link->points) return gp_no_memory(map->sheet.job);
    add_point(link, e.from, leaves_upwards(map, link) ? leave : leave + GP_ROAD_BAR);
    if (link->is_far) {
        add_point(link, e.from, gp_channel_y(&map->rows[e.first], 0));
        add_point(link, e.to, gp_channel_y(&map->rows[e.last], 0));
    }
    for (uint32_t i = r->first[index]; i < r->first[index + 1]; i++) {
        const move *m = (const move *)r->moves.data + i;
        gp_length y = gp_channel_y(&map->rows[m->channel], m->track);
        add_point(link, m->from, y);
        add_point(link, m->to, y);
    }
    if (link->is_live) {
        add_point(link, e.to, arrive);
    } else {
        add_point(link, e.to, arrive + GP_ROAD_BAR / 2);
        add_point(link, to->left, arrive + GP_ROAD_BAR / 2);
    }
    return GP_OK;
}

gp_status gp_route_links(gp_roadmap *map)
{
    routing *r = GP_NEW(map->sheet.job, routing, 1);
    if (!r) return gp_no_memory(map->sheet.job);
    r->map = map;
    r->moves.size = sizeof(move);
    r->first = GP_NEW(map->sheet.job, uint32_t, (size_t)map->link_count + 1);
    if (!r->first) return gp_no_memory(map->sheet.job);
    GP_TRY(find_ways(r));
    GP_TRY(choose_tracks(r));
    gp_stack_rows(map);
    for (uint32_t i = 0; i < map->link_count; i++) GP_TRY(trace(r, i));
    return GP_OK;
}
