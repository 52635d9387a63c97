/* SPDX-License-Identifier: MIT
 * Which activities does a development path draw? What the view is about: everything, or all that
 * one activity rests on. Of that a focus leaves what is near: against the arrows what it rests on,
 * with them what rests on it, each so many requirements away (what merely shares a prerequisite
 * with it is not near). Steps from level to level cost nothing: they belong to one capability. A
 * filter leaves what passes. An arrow that others imply is left out only where those are drawn. */
#include "render/path_choice.h"
#include "groeipad/demand.h"

#include <stdlib.h>
#include <string.h>

#define FAR UINT32_MAX

static gp_status find_about(gp_job *job, gp_path_choice *choice)
{
    const gp_network *network = choice->schedule->network;
    gp_activities about = {network->order, network->activity_count};
    uint8_t *is_about = GP_NEW(job, uint8_t, network->activity_count);
    if (!is_about) return gp_no_memory(job);
    if (choice->view->intervention != GP_NONE)
        GP_TRY(gp_find_ancestors(job, choice->schedule, choice->view->intervention, NULL, &about));
    for (uint32_t i = 0; i < about.count; i++) is_about[about.activities[i]] = 1;
    choice->is_about = is_about;
    return GP_OK;
}

/* ---- what is near ---- */

static void reach(const gp_path_choice *choice, uint32_t *cost, uint32_t arc, uint32_t at,
                  uint32_t next)
{
    const gp_arc *a = &choice->schedule->network->arcs[arc];
    uint32_t reached = cost[at] + (a->requirement == GP_NONE ? 0 : 1);
    if (choice->is_about[next] && reached < cost[next]) cost[next] = reached;
}

/* Over the order of the network, once: whoever is met has its cost already. */
static void spread(const gp_path_choice *choice, gp_path_way way, uint32_t *cost)
{
    const gp_network *network = choice->schedule->network;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        bool is_left = way == GP_WAY_LEFT;
        uint32_t at = network->order[is_left ? network->activity_count - 1 - i : i];
        if (cost[at] == FAR) continue;
        if (is_left)
            for (uint32_t k = network->arc_first[at]; k < network->arc_first[at + 1]; k++)
                reach(choice, cost, k, at, network->arcs[k].from);
        else
            for (uint32_t k = network->leaving_first[at]; k < network->leaving_first[at + 1]; k++)
                reach(choice, cost, network->leaving[k], at, network->arcs[network->leaving[k]].to);
    }
}

static gp_status keep_near(gp_job *job, gp_path_choice *choice, uint8_t *is_shown)
{
    const gp_network *network = choice->schedule->network;
    uint32_t count = network->activity_count;
    uint32_t *cost[GP_WAYS] = {GP_NEW(job, uint32_t, count), GP_NEW(job, uint32_t, count)};
    if (!cost[GP_WAY_LEFT] || !cost[GP_WAY_RIGHT]) return gp_no_memory(job);
    uint32_t symbol = network->activities[choice->view->focus].symbol;
    for (gp_path_way way = 0; way < GP_WAYS; way++) {
        for (uint32_t i = 0; i < count; i++)
            cost[way][i] = network->activities[i].symbol == symbol && is_shown[i] ? 0 : FAR;
        spread(choice, way, cost[way]);
    }
    for (uint32_t i = 0; i < count; i++) {
        is_shown[i] = 0;
        for (gp_path_way way = 0; way < GP_WAYS; way++)
            is_shown[i] |= cost[way][i] <= choice->view->hops;
        for (gp_path_way way = 0; way < GP_WAYS; way++)
            choice->beyond[way] += !is_shown[i] && cost[way][i] != FAR;
    }
    return GP_OK;
}

/* ---- arrows that others imply ---- */

/* The arcs between what is drawn, as a network of their own; which of the whole each is. */
static gp_status narrow(gp_job *job, const gp_path_choice *choice, gp_network *out,
                        uint32_t **whole)
{
    const gp_network *network = choice->schedule->network;
    uint32_t count = network->activity_count, kept = 0;
    gp_arc *arcs = GP_NEW(job, gp_arc, network->arc_count);
    uint32_t *first = GP_NEW(job, uint32_t, (size_t)count + 1);
    uint32_t *leaving = GP_NEW(job, uint32_t, network->arc_count);
    uint32_t *leaving_first = GP_NEW(job, uint32_t, (size_t)count + 2);
    *whole = GP_NEW(job, uint32_t, network->arc_count);
    if (!arcs || !first || !leaving || !leaving_first || !*whole) return gp_no_memory(job);
    for (uint32_t to = 0; to < count; to++) {
        first[to] = kept;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++) {
            if (!choice->is_shown[to] || !choice->is_shown[network->arcs[k].from]) continue;
            leaving_first[network->arcs[k].from + 2]++;
            (*whole)[kept] = k;
            arcs[kept++] = network->arcs[k];
        }
    }
    first[count] = kept;
    for (uint32_t i = 0; i < count; i++) leaving_first[i + 2] += leaving_first[i + 1];
    for (uint32_t k = 0; k < kept; k++) /* shifts the starts into their places */
        leaving[leaving_first[arcs[k].from + 1]++] = k;
    *out = *network;
    out->arcs = arcs, out->arc_first = first, out->arc_count = kept;
    out->leaving = leaving, out->leaving_first = leaving_first;
    return GP_OK;
}

static gp_status find_redundant(gp_job *job, gp_path_choice *choice)
{
    gp_reduction reduction;
    gp_network part;
    uint32_t *whole;
    GP_TRY(gp_find_redundant(job, choice->schedule->network, &reduction));
    choice->is_implied = choice->is_redundant = reduction.is_redundant;
    if (!choice->hides) return GP_OK;
    uint8_t *is_redundant = GP_NEW(job, uint8_t, choice->schedule->network->arc_count);
    if (!is_redundant) return gp_no_memory(job);
    GP_TRY(narrow(job, choice, &part, &whole));
    GP_TRY(gp_find_redundant(job, &part, &reduction));
    for (uint32_t k = 0; k < part.arc_count; k++)
        is_redundant[whole[k]] = reduction.is_redundant[k];
    choice->is_redundant = is_redundant;
    return GP_OK;
}

/* ---- all of it ---- */

gp_status gp_choose_path(gp_job *job, const gp_schedule *schedule, const gp_path_view *view,
                         gp_path_choice *out)
{
    const gp_network *network = schedule->network;
    uint32_t count = network->activity_count;
    uint8_t *is_shown = GP_NEW(job, uint8_t, count);
    *out = (gp_path_choice){.schedule = schedule, .view = view};
    out->shown = GP_NEW(job, uint32_t, count);
    if (!is_shown || !out->shown) return gp_no_memory(job);
    GP_TRY(find_about(job, out));
    for (uint32_t i = 0; i < count; i++) is_shown[i] = out->is_about[i];
    if (view->hops) GP_TRY(keep_near(job, out, is_shown));
    for (uint32_t i = 0; i < count; i++)
        is_shown[i] &= gp_passes(view->filter, network->activities[i].symbol);
    for (uint32_t i = 0; i < count; i++) out->hides |= out->is_about[i] && !is_shown[i];
    for (uint32_t i = 0; i < count; i++)
        if (is_shown[network->order[i]]) out->shown[out->shown_count++] = network->order[i];
    out->is_shown = is_shown;
    return view->all_requirements ? GP_OK : find_redundant(job, out);
}

/* ---- in the order of ids ---- */

typedef struct named {
    const char *id;
    uint32_t level, activity;
} named;

static int by_id(const void *a, const void *b)
{
    const named *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    if (order != 0) return order;
    return x->level < y->level ? -1 : x->level > y->level;
}

gp_status gp_sort_by_id(gp_job *job, const gp_network *network, uint32_t *activities,
                        uint32_t count)
{
    named *rows = GP_NEW(job, named, count);
    if (!rows) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        rows[i] = (named){gp_activity_id(network, activities[i]),
                          network->activities[activities[i]].level, activities[i]};
    if (count) qsort(rows, count, sizeof *rows, by_id);
    for (uint32_t i = 0; i < count; i++) activities[i] = rows[i].activity;
    return GP_OK;
}

/* ---- behind a box ---- */

gp_status gp_find_behind(gp_job *job, const gp_path_choice *choice, uint32_t activity,
                         gp_path_way way, gp_activities *out)
{
    const gp_network *network = choice->schedule->network;
    bool is_left = way == GP_WAY_LEFT;
    const uint32_t *starts = is_left ? network->arc_first : network->leaving_first;
    uint32_t first = starts[activity], end = starts[activity + 1], count = 0, kept = 0;
    uint32_t *found = GP_NEW(job, uint32_t, end - first);
    if (!found) return gp_no_memory(job);
    for (uint32_t k = first; k < end; k++) {
        uint32_t arc = is_left ? k : network->leaving[k];
        uint32_t other = is_left ? network->arcs[arc].from : network->arcs[arc].to;
        bool is_chain = network->arcs[arc].requirement == GP_NONE;
        bool is_implied = choice->is_implied && choice->is_implied[arc] && !is_chain;
        if (choice->is_about[other] && !choice->is_shown[other] && !is_implied)
            found[count++] = other;
    }
    GP_TRY(gp_sort_by_id(job, network, found, count));
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || found[i] != found[i - 1]) found[kept++] = found[i];
    *out = (gp_activities){found, kept};
    return GP_OK;
}
