/* SPDX-License-Identifier: MIT
 * Is there a chain beside u -> v? Nearly all arcs span a few layers, and a chain beside one has to
 * stay within them. So look back from v over the upper half of those layers, forth from u over the
 * lower half, and see whether they meet (bidirectional search, Pohl 1971): each half meets some
 * dozens of activities where the whole would meet hundreds. What would cost much is left open. */
#include "core/reduction.h"

#define LAYERS_MAX 16   /* arcs over more are left open */
#define ARCS_TRIED 4096 /* back from one activity; forth for one arc */
#define WORK_PER_ARC 64 /* on the average */

/* What the walks have to know of an activity, in one place: they jump about. */
typedef struct node {
    uint32_t layer;
    uint32_t back_for;   /* the activity that it was last found to lead to, plus 1 */
    uint32_t forth_for;  /* the arc whose beginning was last found to lead to it, plus 1 */
    uint8_t direct, far; /* the last arcs of the chains from it: a bit by gp_by; of two arcs on */
    bool passes_on;
} node;

typedef struct meeting {
    gp_reduction_search *search;
    const gp_network *network;
    node *nodes;
    uint32_t *next;      /* what the arcs in network->leaving lead to; GP_NONE: they do not count */
    uint32_t to, middle; /* the activity at hand; the lowest layer that the walk back sees */
    uint32_t arc;        /* the arc at hand */
    uint8_t met;         /* where the walks met: a bit by gp_by of the last arc */
    uint32_t tries;      /* left of ARCS_TRIED */
    uint64_t work;       /* left of the whole */
} meeting;

/* Takes so many arcs from what may be tried. */
static bool may_try(meeting *m, uint32_t count)
{
    if (m->tries < count || m->work < count) return false;
    m->tries -= count;
    m->work -= count;
    return true;
}

/* ---- back ---- */

/* An activity leads to m->to. False: that was known. */
static bool see_back(meeting *m, node *n, uint8_t bit, bool is_direct)
{
    if (n->back_for != m->to + 1) {
        n->back_for = m->to + 1;
        n->direct = n->far = 0;
    }
    uint8_t *seen = is_direct ? &n->direct : &n->far;
    bool is_new = !((n->direct | n->far) & bit);
    *seen |= bit;
    return is_new;
}

static bool walk_back(meeting *m, uint32_t activity, uint8_t bit)
{
    const gp_network *network = m->network;
    uint32_t first = network->arc_first[activity], end = network->arc_first[activity + 1];
    bool is_direct = activity == m->to;
    if (!may_try(m, end - first)) return false;
    for (uint32_t i = first; i < end; i++) {
        const gp_arc *arc = &network->arcs[i];
        node *n = &m->nodes[arc->from];
        if (n->layer < m->middle || !gp_waits_for_ready(arc)) continue;
        uint8_t last = is_direct ? (uint8_t)(1U << arc->by) : bit;
        if (!see_back(m, n, last, is_direct) || n->layer == m->middle || !n->passes_on) continue;
        if (!walk_back(m, arc->from, last)) return false; /* as deep as half of LAYERS_MAX */
    }
    return true;
}

/* ---- forth ---- */

static bool walk_forth(meeting *m, uint32_t activity)
{
    const gp_network *network = m->network;
    uint32_t first = network->leaving_first[activity], end = network->leaving_first[activity + 1];
    if (!may_try(m, end - first)) return false;
    for (uint32_t i = first; i < end; i++) {
        uint32_t to = m->next[i];
        if (to == GP_NONE) continue;
        if (to == m->to) {
            const gp_arc *last = &network->arcs[network->leaving[i]];
            if (activity != network->arcs[m->arc].from) m->met |= (uint8_t)(1U << last->by);
            continue;
        }
        node *n = &m->nodes[to];
        if (!n->passes_on || n->forth_for == m->arc + 1) continue;
        n->forth_for = m->arc + 1;
        if (n->layer >= m->middle) {
            if (n->back_for == m->to + 1) m->met |= n->direct | n->far;
        } else if (!walk_forth(m, to)) {
            return false;
        }
    }
    return true;
}

/* ---- the arcs into one activity ---- */

/* How many layers an arc spans that is for us to settle; 0: it is not. */
static uint32_t layers_to_settle(const meeting *m, uint32_t index)
{
    const gp_arc *arc = &m->network->arcs[index];
    if (m->search->verdict[index] != GP_ARC_OPEN || !gp_is_removable(arc)) return 0;
    uint32_t layers = m->nodes[arc->to].layer - m->nodes[arc->from].layer;
    return layers <= LAYERS_MAX ? layers : 0;
}

static bool is_implied(const meeting *m, const gp_arc *arc)
{
    for (uint8_t by = GP_BY_START; by < GP_BY_DEFAULT; by++)
        if (m->met >> by & 1 &&
            gp_is_as_strict(m->network, &(gp_arc){.to = arc->to, .by = by}, arc))
            return true;
    return false;
}

static void settle_arc(meeting *m, uint32_t index)
{
    const gp_arc *arc = &m->network->arcs[index];
    const node *from = &m->nodes[arc->from];
    m->arc = index;
    m->met = 0;
    m->tries = ARCS_TRIED;
    if (from->layer >= m->middle)
        m->met = from->far; /* the walk back came by */
    else if (!walk_forth(m, arc->from))
        return;
    m->search->verdict[index] = is_implied(m, arc) ? GP_ARC_REDUNDANT : GP_ARC_NEEDED;
}

static void settle_all_into(meeting *m, uint32_t to)
{
    const gp_network *network = m->network;
    uint32_t first = network->arc_first[to], end = network->arc_first[to + 1], most = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t layers = layers_to_settle(m, i);
        if (layers == 1) m->search->verdict[i] = GP_ARC_NEEDED; /* no room for a chain */
        if (layers > most) most = layers;
    }
    if (most < 2) return;
    m->to = to;
    m->middle = m->nodes[to].layer - (most + 1) / 2;
    m->tries = ARCS_TRIED;
    if (!walk_back(m, to, 0)) return;
    for (uint32_t i = first; i < end; i++)
        if (layers_to_settle(m, i)) settle_arc(m, i);
}

/* Puts together what the walks look up at random. */
static gp_status prepare(meeting *m)
{
    const gp_network *network = m->network;
    gp_job *job = m->search->job;
    m->nodes = GP_NEW(job, node, network->activity_count);
    m->next = GP_NEW(job, uint32_t, network->arc_count);
    if (!m->nodes || !m->next) return gp_no_memory(job);
    for (uint32_t i = 0; i < network->activity_count; i++) {
        m->nodes[i].layer = network->layer[i];
        m->nodes[i].passes_on = gp_passes_on(network, i);
    }
    for (uint32_t i = 0; i < network->arc_count; i++) {
        const gp_arc *arc = &network->arcs[network->leaving[i]];
        m->next[i] = gp_waits_for_ready(arc) ? arc->to : GP_NONE;
    }
    return GP_OK;
}

gp_status gp_reduce_by_meeting(gp_reduction_search *s)
{
    const gp_network *network = s->network;
    meeting m = {
        .search = s, .network = network, .work = (uint64_t)network->arc_count * WORK_PER_ARC};
    GP_TRY(prepare(&m));
    for (uint32_t to = 0; to < network->activity_count; to++) settle_all_into(&m, to);
    return GP_OK;
}
