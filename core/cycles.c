/* SPDX-License-Identifier: MIT
 * Which requirements run in a circle, and which would have to go? Per strongly connected
 * component (igraph) one shortest cycle with the place of each of its edges, and a smallest set
 * of requirements without which none is left (feedback arc set: exact for small components, cut.c;
 * Eades, Lin and Smyth 1993, igraph, for larger ones). */
#include "core/cut.h"
#include "core/network.h"
#include "core/seam.h"

#include <stdlib.h>
#include <string.h>

#define SEARCH_MAX 50000000u        /* arcs looked at in search of shorter cycles */
#define EXACT_VERTICES GP_ORDER_MAX /* up to here the smallest set is exact */
#define EXACT_COMPONENTS 100        /* of so many components */
#define NAMED_MAX 12                /* activities of a cycle, and cuts, that the message names */

typedef struct component {
    const gp_network *network;
    const uint32_t *member; /* component of each activity */
    uint32_t id;
    const uint32_t *activities; /* of this component, ascending */
    uint32_t count;
    uint32_t *arcs; /* inside it */
    uint32_t arc_count;
    uint32_t *local; /* by activity: its index in `activities` */
    uint8_t *is_cut; /* by index in arcs */
    bool is_exact;   /* the smallest set of cuts is worth its cost */
} component;

typedef struct split {
    const gp_network *network;
    uint32_t *member;
    uint32_t count;
} split;

static igraph_error_t find_components(void *state)
{
    split *s = state;
    const gp_network *network = s->network;
    igraph_vector_int_t member;
    igraph_t graph;
    igraph_integer_t count;
    IGRAPH_CHECK(gp_make_network_graph(&graph, network));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_vector_int_init(&member, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &member);
    IGRAPH_CHECK(igraph_connected_components(&graph, &member, NULL, &count, IGRAPH_STRONG));
    for (uint32_t i = 0; i < network->activity_count; i++)
        s->member[i] = (uint32_t)VECTOR(member)[i];
    s->count = (uint32_t)count;
    igraph_vector_int_destroy(&member);
    igraph_destroy(&graph);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

/* ---- the shortest cycle ---- */

typedef struct search {
    const component *c;
    uint32_t *queue, *distance, *via; /* by activity; via: the arc that led there */
    uint32_t *seen, round;
    uint64_t looked_at;
    uint32_t best_length, best_start;
    uint32_t *best; /* arcs, from requirer to required */
} search;

/* Follows the requirements from `start` breadth first until they come back to it. */
static bool look_from(search *s, uint32_t start)
{
    const gp_network *network = s->c->network;
    uint32_t head = 0, tail = 0;
    s->round++;
    s->queue[tail++] = start;
    s->distance[start] = 0;
    while (head < tail) {
        uint32_t at = s->queue[head++];
        if (s->distance[at] + 1 >= s->best_length) return false;
        for (uint32_t a = network->arc_first[at]; a < network->arc_first[at + 1]; a++) {
            uint32_t next = network->arcs[a].from;
            s->looked_at++;
            if (s->c->member[next] != s->c->id) continue;
            if (next == start) {
                s->via[start] = a;
                s->best_length = s->distance[at] + 1;
                return true;
            }
            if (s->seen[next] == s->round) continue;
            s->seen[next] = s->round;
            s->distance[next] = s->distance[at] + 1;
            s->via[next] = a;
            s->queue[tail++] = next;
        }
    }
    return false;
}

static void keep_cycle(search *s, uint32_t start)
{
    const gp_arc *arcs = s->c->network->arcs;
    uint32_t at = start;
    for (uint32_t i = s->best_length; i > 0; i--) { /* via leads back to the start */
        s->best[i - 1] = s->via[at];
        at = arcs[s->via[at]].to;
    }
    s->best_start = start;
}

static gp_status start_search(gp_job *job, const gp_network *network, search *out)
{
    uint32_t count = network->activity_count;
    *out = (search){.queue = GP_NEW(job, uint32_t, (size_t)count + 1),
                    .distance = GP_NEW(job, uint32_t, count),
                    .via = GP_NEW(job, uint32_t, count),
                    .seen = GP_NEW(job, uint32_t, count)};
    if (!out->queue || !out->distance || !out->via || !out->seen) return gp_no_memory(job);
    return GP_OK;
}

/* The first look always finds a cycle; further ones look for a shorter one, within bounds. */
static gp_status find_shortest(gp_job *job, const component *c, search *s)
{
    s->c = c;
    s->best_length = UINT32_MAX;
    s->best = GP_NEW(job, uint32_t, c->count);
    if (!s->best) return gp_no_memory(job);
    for (uint32_t i = 0; i < c->count && (i == 0 || s->looked_at < SEARCH_MAX); i++)
        if (look_from(s, c->activities[i])) keep_cycle(s, c->activities[i]);
    return GP_OK;
}

/* ---- what to take out ---- */

static uint32_t weight_of(const gp_arc *arc)
{
    return arc->requirement == GP_NONE ? 1000000 : 1; /* levels cannot be cut */
}

static void find_smallest_cut(component *c)
{
    uint32_t weights[GP_ORDER_MAX][GP_ORDER_MAX] = {{0}}, place[GP_ORDER_MAX];
    const gp_arc *arcs = c->network->arcs;
    for (uint32_t i = 0; i < c->arc_count; i++) {
        const gp_arc *arc = &arcs[c->arcs[i]];
        weights[c->local[arc->from]][c->local[arc->to]] += weight_of(arc);
    }
    gp_order_with_least_back(c->count, weights, place);
    for (uint32_t i = 0; i < c->arc_count; i++) {
        const gp_arc *arc = &arcs[c->arcs[i]];
        c->is_cut[i] = place[c->local[arc->from]] >= place[c->local[arc->to]];
    }
}

static igraph_error_t find_small_cut(void *state)
{
    component *c = state;
    igraph_vector_int_t ends, cut;
    igraph_vector_t weights;
    igraph_t graph;
    IGRAPH_CHECK(igraph_vector_int_init(&ends, (igraph_integer_t)c->arc_count * 2));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
    IGRAPH_CHECK(igraph_vector_init(&weights, c->arc_count));
    IGRAPH_FINALLY(igraph_vector_destroy, &weights);
    for (uint32_t i = 0; i < c->arc_count; i++) {
        const gp_arc *arc = &c->network->arcs[c->arcs[i]];
        VECTOR(ends)[2 * i] = c->local[arc->from];
        VECTOR(ends)[2 * i + 1] = c->local[arc->to];
        VECTOR(weights)[i] = weight_of(arc);
    }
    IGRAPH_CHECK(igraph_create(&graph, &ends, c->count, IGRAPH_DIRECTED));
    IGRAPH_FINALLY(igraph_destroy, &graph);
    IGRAPH_CHECK(igraph_vector_int_init(&cut, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &cut);
    IGRAPH_CHECK(igraph_feedback_arc_set(&graph, &cut, &weights, IGRAPH_FAS_APPROX_EADES));
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&cut); i++)
        c->is_cut[VECTOR(cut)[i]] = 1;
    igraph_vector_int_destroy(&cut);
    igraph_destroy(&graph);
    igraph_vector_destroy(&weights);
    igraph_vector_int_destroy(&ends);
    IGRAPH_FINALLY_CLEAN(4);
    return IGRAPH_SUCCESS;
}

/* ---- words ---- */

/* "id", or "id@level" where the capability has several steps. */
static void add_label(gp_buffer *text, const gp_network *network, uint32_t activity)
{
    const gp_activity *a = &network->activities[activity];
    gp_add_text(text, gp_activity_id(network, activity));
    if (a->kind != GP_KIND_CAPABILITY || network->capability_steps[a->item] < 2) return;
    gp_add_text(text, "@");
    gp_add_number(text, a->level);
}

static gp_status label(gp_job *job, const gp_network *network, uint32_t activity, const char **out)
{
    const gp_activity *a = &network->activities[activity];
    *out = gp_activity_id(network, activity);
    if (a->kind != GP_KIND_CAPABILITY || network->capability_steps[a->item] < 2) return GP_OK;
    gp_buffer *text = gp_new_buffer(job);
    size_t size;
    if (!text) return gp_no_memory(job);
    add_label(text, network, activity);
    return gp_finish_buffer(text, out, &size);
}

static gp_place place_of_arc(const gp_network *network, const gp_arc *arc)
{
    const gp_portfolio *portfolio = network->portfolio;
    if (arc->requirement != GP_NONE) return portfolio->requirements[arc->requirement].place;
    return portfolio->capabilities[network->activities[arc->to].item].place;
}

static gp_status describe_cycle(gp_job *job, const search *s, gp_finding *finding)
{
    const gp_network *network = s->c->network;
    gp_related *related = GP_NEW(job, gp_related, s->best_length);
    gp_buffer *text = gp_new_buffer(job);
    size_t size;
    if (!related || !text) return gp_no_memory(job);
    for (uint32_t i = 0; i < s->best_length; i++) {
        const gp_arc *arc = &network->arcs[s->best[i]];
        related[i].place = place_of_arc(network, arc);
        GP_TRY(label(job, network, arc->to, &related[i].from));
        GP_TRY(label(job, network, arc->from, &related[i].to));
        if (i >= NAMED_MAX) continue;
        gp_add_text(text, related[i].from);
        gp_add_text(text, " -> ");
    }
    if (s->best_length > NAMED_MAX) gp_add_text(text, "... -> ");
    add_label(text, network, s->best_start);
    finding->related = related;
    finding->related_count = s->best_length;
    finding->place = related[0].place;
    finding->subject = gp_activity_id(network, s->best_start);
    finding->arguments[1] = GP_NUMBER(s->best_length);
    finding->arguments[0].kind = GP_ARGUMENT_TEXT;
    return gp_finish_buffer(text, &finding->arguments[0].text, &size);
}

static gp_status describe_cut(gp_job *job, const component *c, gp_finding *finding)
{
    gp_buffer *text = gp_new_buffer(job);
    size_t size;
    uint32_t named = 0, cuts = 0;
    if (!text) return gp_no_memory(job);
    for (uint32_t i = 0; i < c->arc_count; i++) {
        const gp_arc *arc = &c->network->arcs[c->arcs[i]];
        if (!c->is_cut[i] || ++cuts > NAMED_MAX) continue;
        if (named++) gp_add_text(text, ", ");
        add_label(text, c->network, arc->to);
        gp_add_text(text, " -> ");
        add_label(text, c->network, arc->from);
    }
    if (cuts > NAMED_MAX) {
        gp_add_text(text, " +");
        gp_add_number(text, cuts - NAMED_MAX);
    }
    finding->arguments[2].kind = GP_ARGUMENT_TEXT;
    return gp_finish_buffer(text, &finding->arguments[2].text, &size);
}

static gp_status report_component(gp_job *job, search *s, component *c)
{
    gp_finding finding = {.code = 107};
    GP_TRY(find_shortest(job, c, s));
    if (c->is_exact)
        find_smallest_cut(c);
    else
        GP_TRY(gp_run_kernel(job, find_small_cut, c, c->count, c->arc_count));
    GP_TRY(describe_cycle(job, s, &finding));
    GP_TRY(describe_cut(job, c, &finding));
    return gp_add_finding(job, &finding);
}

/* Activities and inner arcs sorted by component: two counting sorts. */
typedef struct grouping {
    uint32_t *activity_first, *activities, *arc_first, *arcs;
} grouping;

static gp_status group(gp_job *job, const split *s, grouping *g)
{
    const gp_network *network = s->network;
    *g = (grouping){
        GP_NEW(job, uint32_t, (size_t)s->count + 2), GP_NEW(job, uint32_t, network->activity_count),
        GP_NEW(job, uint32_t, (size_t)s->count + 2), GP_NEW(job, uint32_t, network->arc_count)};
    if (!g->activity_first || !g->activities || !g->arc_first || !g->arcs) return gp_no_memory(job);
    const uint32_t *member = s->member;
    const gp_arc *arcs = network->arcs;
    for (uint32_t i = 0; i < network->activity_count; i++) g->activity_first[member[i] + 2]++;
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (member[arcs[i].from] == member[arcs[i].to]) g->arc_first[member[arcs[i].from] + 2]++;
    for (uint32_t i = 2; i < s->count + 2; i++) {
        g->activity_first[i] += g->activity_first[i - 1];
        g->arc_first[i] += g->arc_first[i - 1];
    }
    for (uint32_t i = 0; i < network->activity_count; i++)
        g->activities[g->activity_first[member[i] + 1]++] = i;
    for (uint32_t i = 0; i < network->arc_count; i++)
        if (member[arcs[i].from] == member[arcs[i].to])
            g->arcs[g->arc_first[member[arcs[i].from] + 1]++] = i;
    return GP_OK;
}

static int compare_components(const void *left, const void *right)
{
    uint32_t a = ((const component *)left)->activities[0];
    uint32_t b = ((const component *)right)->activities[0];
    return (a > b) - (a < b);
}

gp_status gp_mark_circles(gp_job *job, const gp_network *network, uint8_t *is_circular)
{
    split s = {network, GP_NEW(job, uint32_t, network->activity_count), 0};
    if (!s.member) return gp_no_memory(job);
    GP_TRY(gp_run_kernel(job, find_components, &s, network->activity_count, network->arc_count));
    for (uint32_t i = 0; i < network->arc_count; i++) {
        const gp_arc *arc = &network->arcs[i];
        if (s.member[arc->from] == s.member[arc->to])
            is_circular[arc->from] = is_circular[arc->to] = 1;
    }
    return GP_OK;
}

gp_status gp_report_cycles(gp_job *job, const gp_network *network)
{
    split s = {network, GP_NEW(job, uint32_t, network->activity_count), 0};
    uint32_t *local = GP_NEW(job, uint32_t, network->activity_count);
    uint8_t *is_cut = GP_NEW(job, uint8_t, network->arc_count);
    grouping g;
    if (!s.member || !local || !is_cut) return gp_no_memory(job);
    GP_TRY(gp_run_kernel(job, find_components, &s, network->activity_count, network->arc_count));
    GP_TRY(group(job, &s, &g));
    component *all = GP_NEW(job, component, s.count);
    if (!all) return gp_no_memory(job);
    uint32_t count = 0;
    for (uint32_t id = 0; id < s.count; id++) {
        uint32_t first = g.activity_first[id], arc_first = g.arc_first[id];
        uint32_t size = g.activity_first[id + 1] - first;
        if (g.arc_first[id + 1] == arc_first) continue; /* one activity, in no circle */
        for (uint32_t i = 0; i < size; i++) local[g.activities[first + i]] = i;
        all[count++] = (component){network,
                                   s.member,
                                   id,
                                   g.activities + first,
                                   size,
                                   g.arcs + arc_first,
                                   g.arc_first[id + 1] - arc_first,
                                   local,
                                   is_cut + arc_first,
                                   false};
    }
    qsort(all, count, sizeof *all, compare_components);
    search found;
    GP_TRY(start_search(job, network, &found));
    for (uint32_t i = 0; i < count; i++) {
        all[i].is_exact = all[i].count <= EXACT_VERTICES && i < EXACT_COMPONENTS;
        GP_TRY(report_component(job, &found, &all[i]));
    }
    return count ? GP_OK : gp_bug(job, "a cycle that no component holds");
}
