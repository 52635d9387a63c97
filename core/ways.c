/* SPDX-License-Identifier: MIT
 * In which ways does one step lead to another, and what do all of them run through? Only what lies
 * between the two is looked at: what the second rests on and the first leads to.
 *
 * Ways are built from their end backwards, the best first. A way that is not complete is ranked by
 * the latest date on which the second step can be ready over any way that ends like it. Every step
 * is a monotone function of time, so completing a way never makes it later than its rank, and a
 * complete way is exactly as late as its rank: ways come out in order. Of ways with equal ranks
 * the longest is continued first, so that each way that is taken up is brought to its end. */
#include "core/dominators.h"
#include "core/pass.h"
#include "groeipad/query.h"

/* A way from its end backwards: an activity, and what follows it. */
typedef struct part {
    uint32_t activity, next; /* index of the part after it, GP_NONE at the end */
    uint32_t arc;            /* that leads to the next */
    uint32_t length;
} part;

typedef struct candidate {
    gp_day ready;
    uint32_t part, number;
} candidate;

typedef struct search {
    gp_job *job; /* scratch */
    const gp_schedule *schedule;
    const gp_network *network;
    uint32_t from, to;
    uint32_t *between; /* activities, in topological order */
    uint32_t between_count;
    uint32_t *place;    /* by activity: its place in between + 1, or 0 */
    gp_moments *latest; /* by place: over the latest ways from the first, each by itself */
    uint32_t *ways;     /* by place: how many ways lead there, at most GP_WAYS_TOTAL_MAX */
    uint8_t *is_first;  /* by arc: the first one from there to here, and */
    uint32_t *parallel; /* the next one from there to here, or GP_NONE */
    gp_array parts, heap;
    uint32_t found;
    uint64_t work;
} search;

/* ---- what lies between ---- */

/* The same requirement twice is one way, and the later of the two counts. last: by activity, the
 * newest arc that comes from there. */
static void find_parallels(search *s, uint32_t activity, uint32_t *last)
{
    uint32_t first = s->network->arc_first[activity], end = s->network->arc_first[activity + 1];
    for (uint32_t a = first; a < end; a++) last[s->network->arcs[a].from] = GP_NONE;
    for (uint32_t a = first; a < end; a++) {
        uint32_t *before = &last[s->network->arcs[a].from];
        s->is_first[a] = *before == GP_NONE;
        s->parallel[a] = GP_NONE;
        if (*before != GP_NONE) s->parallel[*before] = a;
        *before = a;
    }
}

static gp_status find_all_parallels(search *s)
{
    uint32_t *last = GP_NEW(s->job, uint32_t, s->network->activity_count);
    s->is_first = GP_NEW(s->job, uint8_t, s->network->arc_count);
    s->parallel = GP_NEW(s->job, uint32_t, s->network->arc_count);
    if (!last || !s->is_first || !s->parallel) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < s->between_count; i++) find_parallels(s, s->between[i], last);
    return GP_OK;
}

static gp_status find_between(search *s)
{
    gp_activities before, after;
    uint32_t count = s->network->activity_count;
    uint8_t *is_before = GP_NEW(s->job, uint8_t, count);
    s->between = GP_NEW(s->job, uint32_t, count);
    s->place = GP_NEW(s->job, uint32_t, count);
    if (!is_before || !s->between || !s->place) return gp_no_memory(s->job);
    GP_TRY(gp_find_ancestors(s->job, s->schedule, s->to, NULL, &before));
    GP_TRY(gp_find_descendants(s->job, s->schedule, s->from, NULL, &after));
    for (uint32_t i = 0; i < before.count; i++) is_before[before.activities[i]] = 1;
    for (uint32_t i = 0; i < after.count; i++) {
        if (!is_before[after.activities[i]]) continue;
        s->between[s->between_count++] = after.activities[i];
        s->place[after.activities[i]] = s->between_count;
    }
    return find_all_parallels(s);
}

/* The next arc into an activity that comes from between, one per beginning; GP_NONE where there
 * is none. */
static uint32_t next_arc(const search *s, uint32_t activity, uint32_t *at)
{
    while (*at < s->network->arc_first[activity + 1]) {
        uint32_t arc = (*at)++;
        if (s->is_first[arc] && s->place[s->network->arcs[arc].from]) return arc;
    }
    return GP_NONE;
}

/* ---- dates along a way ---- */

static gp_moments moments_of(const search *s, uint32_t activity)
{
    const gp_dates *dates = &s->schedule->dates[activity];
    return (gp_moments){dates->earliest_start, dates->earliest_ready};
}

static void raise_moments(gp_moments *latest, gp_moments other)
{
    if (other.start > latest->start) latest->start = other.start;
    if (other.ready > latest->ready) latest->ready = other.ready;
}

/* What is under way, or has a given date, is ready then, whatever leads to it. */
static gp_moments enter(const search *s, uint32_t arc, gp_moments from)
{
    uint32_t to = s->network->arcs[arc].to;
    if (s->network->activities[to].actual != GP_ACTUAL_NONE) return moments_of(s, to);
    gp_moments latest = gp_enter(s->network, arc, from);
    while ((arc = s->parallel[arc]) != GP_NONE)
        raise_moments(&latest, gp_enter(s->network, arc, from));
    return latest;
}

static gp_status date_ways(search *s)
{
    s->latest = GP_NEW(s->job, gp_moments, s->between_count);
    s->ways = GP_NEW(s->job, uint32_t, s->between_count);
    if (!s->latest || !s->ways) return gp_no_memory(s->job);
    s->latest[0] = moments_of(s, s->from);
    s->ways[0] = 1;
    for (uint32_t i = 1; i < s->between_count; i++) {
        uint32_t at = s->network->arc_first[s->between[i]], arc;
        s->latest[i] = (gp_moments){GP_DAY_FIRST, GP_DAY_FIRST};
        while ((arc = next_arc(s, s->between[i], &at)) != GP_NONE) {
            uint32_t before = s->place[s->network->arcs[arc].from] - 1;
            raise_moments(&s->latest[i], enter(s, arc, s->latest[before]));
            uint32_t more = GP_WAYS_TOTAL_MAX - s->ways[i];
            s->ways[i] += s->ways[before] < more ? s->ways[before] : more;
        }
    }
    return GP_OK;
}

static gp_day follow(search *s, const part *begun, gp_moments from)
{
    const part *parts = s->parts.data;
    for (; begun->next != GP_NONE; begun = &parts[begun->next]) {
        from = enter(s, begun->arc, from);
        s->work++;
    }
    return from.ready;
}

/* ---- best first ---- */

static bool comes_first(const search *s, const candidate *a, const candidate *b)
{
    const part *parts = s->parts.data;
    uint32_t left = parts[a->part].length, right = parts[b->part].length;
    if (a->ready != b->ready) return a->ready > b->ready;
    return left != right ? left > right : a->number < b->number;
}

static gp_status push(search *s, part begun, gp_day ready)
{
    candidate added = {ready, (uint32_t)s->parts.count, s->found++};
    if (!gp_push(s->job, &s->parts, &begun, 1) || !gp_push(s->job, &s->heap, &added, 1))
        return gp_no_memory(s->job);
    candidate *heap = s->heap.data;
    size_t at = s->heap.count - 1;
    while (at > 0 && comes_first(s, &added, &heap[(at - 1) / 2])) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = added;
    return GP_OK;
}

static candidate pop(search *s)
{
    candidate *heap = s->heap.data, first = heap[0], last = heap[--s->heap.count];
    size_t at = 0, count = s->heap.count;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= count) break;
        if (child + 1 < count && comes_first(s, &heap[child + 1], &heap[child])) child++;
        if (!comes_first(s, &heap[child], &last)) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = last;
    return first;
}

/* Takes the way one step further back, in every direction. Where there is one direction only,
 * the date stays what it is. */
static gp_status go_back(search *s, const candidate *taken)
{
    part begun = ((const part *)s->parts.data)[taken->part];
    uint32_t at = s->network->arc_first[begun.activity], arc, count = 0;
    uint32_t look = at;
    while (next_arc(s, begun.activity, &look) != GP_NONE) count++;
    while ((arc = next_arc(s, begun.activity, &at)) != GP_NONE) {
        uint32_t from = s->network->arcs[arc].from;
        part added = {from, taken->part, arc, begun.length + 1};
        gp_day ready = taken->ready;
        if (count > 1 || s->network->has_start_links)
            ready = follow(s, &added, s->latest[s->place[from] - 1]);
        GP_TRY(push(s, added, ready));
    }
    return GP_OK;
}

static gp_status keep_way(gp_job *job, const search *s, const candidate *taken, gp_way *out)
{
    const part *parts = s->parts.data, *at = &parts[taken->part];
    uint32_t *activities = GP_NEW(job, uint32_t, at->length), count = 0;
    if (!activities) return gp_no_memory(job);
    for (;; at = &parts[at->next]) {
        activities[count++] = at->activity;
        if (at->next == GP_NONE) break;
    }
    *out = (gp_way){activities, count, taken->ready};
    return GP_OK;
}

static gp_status take_ways(gp_job *job, search *s, uint32_t top, gp_way *ways, gp_ways *out)
{
    GP_TRY(push(s, (part){s->to, GP_NONE, GP_NONE, 1}, s->latest[s->between_count - 1].ready));
    while (s->heap.count && out->count < top) {
        if (s->work > GP_WAYS_WORK_MAX) return GP_OK;
        candidate taken = pop(s);
        bool is_whole = ((const part *)s->parts.data)[taken.part].activity == s->from;
        if (is_whole)
            GP_TRY(keep_way(job, s, &taken, &ways[out->count++]));
        else
            GP_TRY(go_back(s, &taken));
    }
    out->is_complete = true;
    return GP_OK;
}

static gp_status find_ways(gp_job *job, search *s, uint32_t top, gp_ways *out)
{
    GP_TRY(find_between(s));
    if (s->between_count == 0) return GP_OK;
    GP_TRY(date_ways(s));
    out->total = s->ways[s->between_count - 1];
    uint32_t most = out->total < top ? out->total : top;
    gp_way *ways = GP_NEW(job, gp_way, most);
    if (!ways) return gp_no_memory(job);
    out->is_complete = false;
    out->ways = ways;
    return take_ways(job, s, most, ways, out);
}

gp_status gp_find_ways(gp_job *job, const gp_schedule *schedule, uint32_t from, uint32_t to,
                       const gp_longest_options *options, gp_ways *out)
{
    gp_ways found = {.is_complete = true};
    gp_job *scratch = gp_job_new();
    search *s = scratch ? GP_NEW(scratch, search, 1) : NULL;
    gp_status status = GP_NO_MEMORY;
    if (s) {
        *s = (search){.job = scratch,
                      .schedule = schedule,
                      .network = schedule->network,
                      .from = from,
                      .to = to};
        s->parts.size = sizeof(part);
        s->heap.size = sizeof(candidate);
        status = find_ways(job, s, options ? options->top : GP_LONGEST_TOP, &found);
    }
    gp_job_free(scratch);
    if (status != GP_OK) return gp_no_memory(job); /* the only way it can fail */
    *out = found;
    return GP_OK;
}

/* ---- what all ways run through ---- */

static gp_status list_edges(search *s, gp_flow *flow)
{
    uint32_t count = 0, most = 0, arc;
    for (uint32_t i = 0; i < s->between_count; i++)
        most += s->network->arc_first[s->between[i] + 1] - s->network->arc_first[s->between[i]];
    uint32_t *ends = GP_NEW(s->job, uint32_t, (size_t)most * 2);
    flow->dominator = GP_NEW(s->job, uint32_t, s->between_count);
    if (!ends || !flow->dominator) return gp_no_memory(s->job);
    for (uint32_t i = 0; i < s->between_count; i++) {
        uint32_t at = s->network->arc_first[s->between[i]];
        while ((arc = next_arc(s, s->between[i], &at)) != GP_NONE) {
            ends[2 * count] = s->place[s->network->arcs[arc].from] - 1;
            ends[2 * count + 1] = i;
            count++;
        }
    }
    flow->ends = ends;
    flow->edge_count = count;
    flow->vertex_count = s->between_count;
    return GP_OK;
}

gp_status gp_find_only_way(gp_job *job, const gp_schedule *schedule, uint32_t from, uint32_t to,
                           gp_activities *out)
{
    gp_flow flow = {.root = 0};
    search s = {
        .job = job, .schedule = schedule, .network = schedule->network, .from = from, .to = to};
    GP_TRY(find_between(&s));
    uint32_t *activities = GP_NEW(job, uint32_t, s.between_count), count = 0;
    if (!activities) return gp_no_memory(job);
    if (s.between_count) {
        GP_TRY(list_edges(&s, &flow));
        GP_TRY(gp_find_flow_dominators(job, &flow));
        for (uint32_t at = s.between_count - 1; at != GP_NONE; at = flow.dominator[at]) count++;
        uint32_t left = count;
        for (uint32_t at = s.between_count - 1; at != GP_NONE; at = flow.dominator[at])
            activities[--left] = s.between[at];
    }
    *out = (gp_activities){activities, count};
    return GP_OK;
}
