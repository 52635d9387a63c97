/* SPDX-License-Identifier: MIT
 * The links of summary tasks, pushed down to the tasks that they hold. A summary task starts with
 * the first of its tasks and is ready with the last, so what it waits for each of its first tasks
 * waits for; what waits until it is ready waits for each of its last ones; and what waits for its
 * start waits for any of its first. All three are exact.
 *
 * Where m last tasks would each be named by n first ones, a milestone stands between them, in m + n
 * requirements: it has the name of the summary task. With that, and with bounds on what real plans
 * do not have, the cost is O(V + E). */
#include "io/mspdi/mspdi_take.h"

#include <string.h>

#define AROUND_MAX 8 /* summary tasks with links, around one with links */
#define ANY_MAX 64   /* first tasks of a summary task whose start something waits for */

/* By task: its links, and those of its tasks that they are pushed down to. */
typedef struct side {
    uint32_t *links;     /* how many it has */
    uint32_t *around;    /* how many summary tasks around it have some */
    uint32_t *first;     /* where its tasks begin in `tasks` of the pusher */
    uint32_t *count;     /* how many they are */
    uint32_t *milestone; /* the record that stands for them; 0: none */
} side;

typedef struct pusher {
    gp_mspdi_taker *t;
    side start, finish; /* what it waits for; what waits until it is ready */
    side begin;         /* what waits for its start: the links only */
    gp_array tasks;     /* first and last tasks of summary tasks */
    gp_array needs;     /* gp_mspdi_need */
    uint32_t milestones;
} pusher;

static bool is_from_start(const gp_mspdi_arc *arc)
{
    return arc->type == GP_MSPDI_SS || arc->type == GP_MSPDI_SF;
}

static gp_status make_side(gp_mspdi_taker *t, side *s)
{
    s->links = GP_NEW(t->job, uint32_t, t->count);
    s->around = GP_NEW(t->job, uint32_t, t->count);
    s->first = GP_NEW(t->job, uint32_t, t->count);
    s->count = GP_NEW(t->job, uint32_t, t->count);
    s->milestone = GP_NEW(t->job, uint32_t, t->count);
    bool is_made = s->links && s->around && s->first && s->count && s->milestone;
    return is_made ? GP_OK : gp_no_memory(t->job);
}

/* ---- how many links ---- */

static side *from_side(pusher *p, const gp_mspdi_arc *arc)
{
    return is_from_start(arc) ? &p->begin : &p->finish;
}

static void count_links(pusher *p)
{
    const gp_mspdi_taker *t = p->t;
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            const gp_mspdi_arc *arc = &t->arcs[t->tasks[to].link_first + k];
            if (arc->from == GP_NONE) continue;
            p->start.links[to]++;
            from_side(p, arc)->links[arc->from]++;
        }
}

static void count_around(const gp_mspdi_taker *t, side *s)
{
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t parent = t->outline[i].parent;
        if (parent != GP_NONE) s->around[i] = s->around[parent] + (s->links[parent] > 0);
    }
}

static bool is_too_deep(const gp_mspdi_taker *t, const side *s, uint32_t task)
{
    return t->outline[task].is_summary && s->around[task] >= AROUND_MAX;
}

/* Leaves out the links that would be pushed down through too many others. */
static gp_status leave_out_deep(pusher *p)
{
    gp_mspdi_taker *t = p->t;
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            gp_mspdi_arc *arc = &t->arcs[t->tasks[to].link_first + k];
            if (arc->from == GP_NONE) continue;
            side *from = from_side(p, arc);
            bool is_deep = is_too_deep(t, &p->start, to) || is_too_deep(t, from, arc->from);
            if (!is_deep) continue;
            p->start.links[to]--;
            from->links[arc->from]--;
            arc->from = GP_NONE;
            GP_TRY(gp_report_mspdi_task(
                t, &t->tasks[to],
                GP_WORDS("a link of a summary task inside eight others with links",
                         "een koppeling van een samenvattingstaak in acht andere met "
                         "koppelingen"),
                NULL));
        }
    return GP_OK;
}

/* ---- the first and the last tasks ---- */

static gp_status find_tasks(pusher *p, side *s, uint32_t summary, bool is_last)
{
    const gp_mspdi_outline *outline = p->t->outline;
    s->first[summary] = (uint32_t)p->tasks.count;
    for (uint32_t i = summary + 1; i < outline[summary].end; i++) {
        uint32_t depth = is_last ? outline[i].last_depth : outline[i].first_depth;
        bool is_edge = depth <= outline[summary].depth || (!is_last && outline[i].has_begun);
        if (!p->t->ids[i] || !is_edge) continue;
        if (!gp_push(p->t->job, &p->tasks, &i, 1)) return gp_no_memory(p->t->job);
        s->count[summary]++;
    }
    return GP_OK;
}

static gp_status find_all_tasks(pusher *p)
{
    for (uint32_t i = 0; i < p->t->count; i++) {
        if (!p->t->outline[i].is_summary) continue;
        if (p->start.links[i] || p->begin.links[i]) GP_TRY(find_tasks(p, &p->start, i, false));
        if (p->finish.links[i]) GP_TRY(find_tasks(p, &p->finish, i, true));
    }
    return GP_OK;
}

/* The tasks at the edge that a link is pushed down to: the task itself, where it is no summary. */
static const uint32_t *edge_of(const pusher *p, const side *s, const uint32_t *task,
                               uint32_t *count)
{
    const uint32_t *tasks = p->tasks.data;
    *count = 1;
    if (!p->t->outline[*task].is_summary) return task;
    if (s->milestone[*task]) return &s->milestone[*task];
    *count = s->count[*task];
    return *count ? tasks + s->first[*task] : task;
}

/* ---- milestones ---- */

static bool is_worth_one(uint64_t left, uint64_t right)
{
    return left * right > 2 * (left + right);
}

static void settle_milestones(pusher *p)
{
    gp_mspdi_taker *t = p->t;
    uint32_t next = t->count;
    for (uint32_t i = 0; i < t->count; i++)
        if (t->outline[i].is_summary && is_worth_one(p->start.links[i], p->start.count[i]))
            p->start.milestone[i] = next++;
    for (uint32_t i = 0; i < t->count; i++) p->finish.links[i] = 0; /* now: of the tasks below */
    for (uint32_t to = 0; to < t->count; to++)
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            const gp_mspdi_arc *arc = &t->arcs[t->tasks[to].link_first + k];
            uint32_t count;
            if (arc->from == GP_NONE || is_from_start(arc)) continue;
            (void)edge_of(p, &p->start, &to, &count);
            p->finish.links[arc->from] += count;
        }
    for (uint32_t i = 0; i < t->count; i++)
        if (t->outline[i].is_summary && is_worth_one(p->finish.links[i], p->finish.count[i]))
            p->finish.milestone[i] = next++;
    p->milestones = next - t->count;
}

static gp_status make_milestones(pusher *p)
{
    gp_mspdi_taker *t = p->t;
    t->record_count = t->count + p->milestones;
    if (p->milestones == 0) return GP_OK;
    gp_mspdi_task *tasks = GP_NEW(t->job, gp_mspdi_task, t->record_count);
    const char **ids = GP_NEW(t->job, const char *, t->record_count);
    if (!tasks || !ids) return gp_no_memory(t->job);
    memcpy(tasks, t->tasks, t->count * sizeof *tasks); /* task by task as they were */
    memcpy(ids, t->ids, t->count * sizeof *ids);
    t->ids = ids;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t start = p->start.milestone[i], finish = p->finish.milestone[i];
        if (start) GP_TRY(gp_make_mspdi_milestone(t, &tasks[start], i, start, true));
        if (finish) GP_TRY(gp_make_mspdi_milestone(t, &tasks[finish], i, finish, false));
    }
    t->tasks = tasks;
    return GP_OK;
}

/* ---- needs ---- */

static gp_status add_need(pusher *p, gp_mspdi_need need)
{
    return gp_push(p->t->job, &p->needs, &need, 1) ? GP_OK : gp_no_memory(p->t->job);
}

/* What the milestones of a summary task stand between. */
static gp_status add_milestone_needs(pusher *p, uint32_t summary)
{
    const uint32_t *tasks = p->tasks.data;
    const side *start = &p->start, *finish = &p->finish;
    for (uint32_t i = 0; start->milestone[summary] && i < start->count[summary]; i++)
        GP_TRY(add_need(p, (gp_mspdi_need){tasks[start->first[summary] + i],
                                           start->milestone[summary], GP_NONE, false, true}));
    for (uint32_t i = 0; finish->milestone[summary] && i < finish->count[summary]; i++)
        GP_TRY(
            add_need(p, (gp_mspdi_need){finish->milestone[summary],
                                        tasks[finish->first[summary] + i], GP_NONE, false, true}));
    return GP_OK;
}

static gp_status push_link(pusher *p, uint32_t to, uint32_t link)
{
    gp_mspdi_taker *t = p->t;
    const gp_mspdi_arc *arc = &t->arcs[link];
    bool is_begin = is_from_start(arc) && t->outline[arc->from].is_summary;
    bool is_pushed = t->outline[to].is_summary || t->outline[arc->from].is_summary;
    uint32_t to_count, from_count;
    const uint32_t *tos = edge_of(p, &p->start, &to, &to_count), *froms;
    if (is_begin) {
        froms = (const uint32_t *)p->tasks.data + p->start.first[arc->from];
        from_count = p->start.count[arc->from];
    } else {
        froms = edge_of(p, &p->finish, &arc->from, &from_count);
    }
    if (is_begin && from_count > ANY_MAX)
        return gp_report_mspdi_task(
            t, &t->tasks[to],
            GP_WORDS("a link from the start of a summary task that many tasks can begin",
                     "een koppeling van het begin van een samenvattingstaak die veel taken kunnen "
                     "beginnen"),
            t->tasks[arc->from].name);
    for (uint32_t i = 0; i < to_count; i++) {
        bool has_begun = tos[i] != to && tos[i] < t->count && t->outline[tos[i]].has_begun;
        if (has_begun) continue; /* it waits for nothing any more */
        for (uint32_t k = 0; k < from_count; k++)
            GP_TRY(add_need(
                p, (gp_mspdi_need){tos[i], froms[k], link, is_begin && from_count > 1, is_pushed}));
    }
    return GP_OK;
}

static gp_status push_links(pusher *p)
{
    gp_mspdi_taker *t = p->t;
    for (uint32_t to = 0; to < t->count; to++) {
        for (uint32_t k = 0; k < t->tasks[to].link_count; k++) {
            uint32_t link = t->tasks[to].link_first + k;
            if (t->arcs[link].from != GP_NONE) GP_TRY(push_link(p, to, link));
        }
        GP_TRY(add_milestone_needs(p, to));
    }
    return GP_OK;
}

gp_status gp_push_mspdi_links(gp_mspdi_taker *t)
{
    pusher *p = GP_NEW(t->job, pusher, 1); /* its arrays live as long as the job */
    if (!p) return gp_no_memory(t->job);
    p->t = t;
    p->tasks.size = sizeof(uint32_t);
    p->needs.size = sizeof(gp_mspdi_need);
    GP_TRY(make_side(t, &p->start));
    GP_TRY(make_side(t, &p->finish));
    GP_TRY(make_side(t, &p->begin));
    count_links(p);
    count_around(t, &p->start);
    count_around(t, &p->finish);
    count_around(t, &p->begin);
    GP_TRY(leave_out_deep(p));
    gp_find_mspdi_edges(t);
    GP_TRY(find_all_tasks(p));
    settle_milestones(p);
    GP_TRY(make_milestones(p));
    GP_TRY(push_links(p));
    return gp_sort_mspdi_needs(t, p->needs.data, (uint32_t)p->needs.count);
}
