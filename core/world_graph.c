/* SPDX-License-Identifier: MIT
 * All worlds in one graph. A capability has a home for each step up to the highest level that any
 * world may ask of it; what it has already in a world just waits for nothing, and nothing for it.
 */
#include "core/world_graph.h"

typedef struct making {
    gp_job *job;
    const gp_records_of_worlds *records;
    gp_world_graph *graph;
    gp_array *arcs; /* pairs of homes: from, to */
} making;

static const gp_link *link_at(const making *m, uint32_t index)
{
    return (const gp_link *)m->records->links.data + index;
}

static uint32_t link_end(const making *m, gp_links list, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < list.first + list.count && !link_at(m, end)->is_first) end++;
    return end;
}

static bool is_ever(const gp_world_record *record, uint8_t kind)
{
    for (uint32_t v = 0; v < 1u << record->unit_count; v++)
        if (record->versions[v].kind == kind) return true;
    return false;
}

/* Is one of the alternatives there in all worlds? */
static bool is_met_always(const making *m, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const gp_requirement *requirement = &link_at(m, i)->requirement;
        const gp_world_record *target = &m->records->records[requirement->target];
        if (m->graph->least[requirement->target] >= requirement->level &&
            !is_ever(target, GP_ITEM_MISSING) && !is_ever(target, GP_ITEM_INTERVENTION))
            return true;
    }
    return false;
}

bool gp_rests_on_top(const gp_records_of_worlds *records, const gp_world_graph *graph,
                     uint32_t symbol)
{
    const gp_world_record *record = &records->records[symbol];
    if (graph->top[symbol] <= graph->least[symbol] + 1) return false;
    for (uint32_t v = 0; v < 1u << record->unit_count; v++) {
        const gp_window *window = record->versions[v].capability.window;
        if (record->versions[v].kind == GP_ITEM_CAPABILITY && window &&
            window->not_ready_before != GP_NO_DAY)
            return true;
    }
    return false;
}

/* ---- levels ---- */

static void find_least(making *m)
{
    for (uint32_t i = 0; i < m->records->count; i++) {
        const gp_world_record *record = &m->records->records[i];
        m->graph->least[i] = is_ever(record, GP_ITEM_CAPABILITY) ? GP_LEVEL_MAX : 0;
        for (uint32_t v = 0; v < 1u << record->unit_count; v++)
            if (record->versions[v].kind == GP_ITEM_CAPABILITY &&
                record->versions[v].capability.level < m->graph->least[i])
                m->graph->least[i] = record->versions[v].capability.level;
    }
}

typedef struct worklist {
    uint32_t *stack;
    uint32_t count;
    bool *is_waiting;
} worklist;

static void raise_top(making *m, worklist *work, const gp_requirement *requirement)
{
    uint32_t target = requirement->target;
    if (!is_ever(&m->records->records[target], GP_ITEM_CAPABILITY)) return;
    if (requirement->level <= m->graph->top[target]) return;
    m->graph->top[target] = requirement->level;
    if (work->is_waiting[target]) return;
    work->is_waiting[target] = true;
    work->stack[work->count++] = target;
}

/* Is a requirement ever one that has to be done? */
static bool counts(const making *m, uint32_t symbol, uint8_t level)
{
    const gp_world_record *record = &m->records->records[symbol];
    if (level == 0 && is_ever(record, GP_ITEM_INTERVENTION)) return true;
    uint8_t least = m->graph->least[symbol], top = m->graph->top[symbol];
    return level == 0 ? least < top : level > least && level <= top;
}

static void ask(making *m, worklist *work, uint32_t symbol)
{
    const gp_world_record *record = &m->records->records[symbol];
    for (uint32_t l = 0; l < gp_link_lists(record); l++) {
        gp_links list = gp_link_list(m->records, record, l);
        uint32_t end;
        for (uint32_t i = list.first; i < list.first + list.count; i = end) {
            end = link_end(m, list, i);
            if (!counts(m, symbol, link_at(m, i)->level)) continue;
            if (end > i + 1 && is_met_always(m, i, end)) continue;
            for (uint32_t k = i; k < end; k++) raise_top(m, work, &link_at(m, k)->requirement);
        }
    }
}

static gp_status find_tops(making *m)
{
    uint32_t count = m->records->count;
    worklist work = {GP_NEW(m->job, uint32_t, count), 0, GP_NEW(m->job, bool, count)};
    if (!work.stack || !work.is_waiting) return gp_no_memory(m->job);
    for (uint32_t i = 0; i < count; i++) {
        m->graph->top[i] = 1;
        work.is_waiting[i] = true;
        work.stack[work.count++] = i;
    }
    while (work.count) {
        uint32_t symbol = work.stack[--work.count];
        work.is_waiting[symbol] = false;
        ask(m, &work, symbol);
    }
    return GP_OK;
}

static void find_room(making *m)
{
    for (uint32_t i = 0; i < m->records->count; i++) {
        const gp_world_record *record = &m->records->records[i];
        uint32_t versions = 1u << record->unit_count, *room = m->graph->room[i].count;
        for (uint32_t l = 0; l < gp_link_lists(record); l++) {
            gp_links list = gp_link_list(m->records, record, l);
            uint32_t own[GP_LEVEL_MAX + 1] = {0};
            for (uint32_t k = list.first; k < list.first + list.count; k++)
                own[link_at(m, k)->level]++;
            for (uint8_t level = 0; level <= GP_LEVEL_MAX; level++)
                if (l >= versions)
                    room[level] += own[level];
                else if (own[level] > room[level])
                    room[level] = own[level];
        }
    }
}

/* ---- homes ---- */

static uint32_t add_home(gp_world_graph *graph, uint32_t symbol, uint8_t kind, uint8_t level)
{
    graph->homes[graph->home_count] = (gp_home){symbol, kind, level};
    return graph->home_count++;
}

/* The last home is of nothing: it is there from the first day on. */
static gp_status make_homes(making *m)
{
    gp_world_graph *graph = m->graph;
    size_t most = 1;
    for (uint32_t i = 0; i < m->records->count; i++) most += graph->top[i] + 2u;
    graph->homes = GP_NEW(m->job, gp_home, most);
    graph->arc_first = GP_NEW(m->job, uint32_t, most + 1);
    if (!graph->homes || !graph->arc_first) return gp_no_memory(m->job);
    for (uint32_t i = 0; i < m->records->count; i++) {
        const gp_world_record *record = &m->records->records[i];
        graph->steps[i] = graph->interventions[i] = graph->missing[i] = GP_NONE;
        if (is_ever(record, GP_ITEM_CAPABILITY)) {
            graph->steps[i] = graph->home_count;
            for (uint8_t level = 1; level <= graph->top[i]; level++)
                add_home(graph, i, GP_KIND_CAPABILITY, level);
        }
        if (is_ever(record, GP_ITEM_INTERVENTION))
            graph->interventions[i] = add_home(graph, i, GP_KIND_INTERVENTION, 0);
    }
    for (uint32_t i = 0; i < m->records->count; i++)
        if (is_ever(&m->records->records[i], GP_ITEM_MISSING))
            graph->missing[i] = add_home(graph, i, GP_KIND_MISSING, 0);
    add_home(graph, 0, GP_KIND_MISSING, 0);
    uint32_t room = 0;
    for (uint32_t h = 0; h < graph->home_count; h++) {
        const gp_home *home = &graph->homes[h];
        const uint32_t *links = graph->room[home->symbol].count;
        graph->arc_first[h] = room;
        if (home->kind == GP_KIND_CAPABILITY) room += 1 + links[0] + links[home->level];
        if (home->kind == GP_KIND_INTERVENTION) room += links[0];
    }
    graph->arc_first[graph->home_count] = room;
    return GP_OK;
}

/* ---- arcs ---- */

static gp_status add_arc(making *m, uint32_t from, uint32_t to)
{
    uint32_t pair[2] = {from, to};
    return gp_push(m->job, m->arcs, pair, 1) ? GP_OK : gp_no_memory(m->job);
}

/* What may be meant by the target of a requirement: one of its steps, its first one where it is
 * given when it is ready, it as an intervention, or missing. */
static gp_status add_target(making *m, const gp_requirement *requirement, uint32_t to)
{
    const gp_world_graph *graph = m->graph;
    uint32_t target = requirement->target;
    const gp_world_record *record = &m->records->records[target];
    if (graph->interventions[target] != GP_NONE)
        GP_TRY(add_arc(m, graph->interventions[target], to));
    if (graph->missing[target] != GP_NONE) GP_TRY(add_arc(m, graph->missing[target], to));
    if (graph->steps[target] == GP_NONE || graph->least[target] >= requirement->level) return GP_OK;
    GP_TRY(add_arc(m, graph->steps[target] + requirement->level - 1u, to));
    for (uint32_t v = 0; v < 1u << record->unit_count; v++) {
        const gp_record_version *version = &record->versions[v];
        if (version->kind != GP_ITEM_CAPABILITY || version->capability.ready == GP_NO_DAY ||
            version->capability.level + 1u >= requirement->level)
            continue;
        GP_TRY(add_arc(m, graph->steps[target] + version->capability.level, to));
    }
    return GP_OK;
}

/* Bits of the levels that may be its first step; ready: nothing comes before it then. */
static uint32_t first_levels(const gp_world_record *record)
{
    uint32_t levels = 0;
    for (uint32_t v = 0; v < 1u << record->unit_count; v++)
        if (record->versions[v].kind == GP_ITEM_CAPABILITY &&
            record->versions[v].capability.ready == GP_NO_DAY)
            levels |= 1u << (record->versions[v].capability.level + 1u);
    return levels;
}

static gp_status add_link_arcs(making *m, uint32_t symbol, const gp_link *link)
{
    const gp_world_graph *graph = m->graph;
    const gp_requirement *requirement = &link->requirement;
    if (link->level == 0 && graph->interventions[symbol] != GP_NONE)
        GP_TRY(add_target(m, requirement, graph->interventions[symbol]));
    if (graph->steps[symbol] == GP_NONE) return GP_OK;
    uint32_t firsts = first_levels(&m->records->records[symbol]);
    for (uint8_t level = 1; level <= graph->top[symbol]; level++) {
        bool is_here = link->level == 0 ? firsts >> level & 1
                                        : link->level == level && level > graph->least[symbol];
        if (is_here && firsts)
            GP_TRY(add_target(m, requirement, graph->steps[symbol] + level - 1u));
    }
    return GP_OK;
}

static gp_status add_record_arcs(making *m, uint32_t symbol)
{
    const gp_world_graph *graph = m->graph;
    const gp_world_record *record = &m->records->records[symbol];
    for (uint32_t l = 0; l < gp_link_lists(record); l++) {
        gp_links list = gp_link_list(m->records, record, l);
        uint32_t end;
        for (uint32_t i = list.first; i < list.first + list.count; i = end) {
            end = link_end(m, list, i);
            if (end > i + 1 && is_met_always(m, i, end)) continue;
            for (uint32_t k = i; k < end; k++) GP_TRY(add_link_arcs(m, symbol, link_at(m, k)));
        }
    }
    for (uint32_t level = graph->least[symbol] + 2u;
         graph->steps[symbol] != GP_NONE && level <= graph->top[symbol]; level++)
        GP_TRY(add_arc(m, graph->steps[symbol] + level - 2u, graph->steps[symbol] + level - 1u));
    return GP_OK;
}

static gp_status index_arcs(making *m)
{
    gp_world_graph *graph = m->graph;
    const uint32_t(*pairs)[2] = m->arcs->data;
    size_t count = m->arcs->count;
    graph->next_first = GP_NEW(m->job, uint32_t, (size_t)graph->home_count + 2);
    graph->next = GP_NEW(m->job, uint32_t, count);
    if (!graph->next_first || !graph->next) return gp_no_memory(m->job);
    for (size_t i = 0; i < count; i++) graph->next_first[pairs[i][0] + 2]++;
    for (uint32_t i = 2; i < graph->home_count + 2; i++)
        graph->next_first[i] += graph->next_first[i - 1];
    for (size_t i = 0; i < count; i++)
        graph->next[graph->next_first[pairs[i][0] + 1]++] = pairs[i][1];
    gp_release(m->arcs);
    return GP_OK;
}

gp_status gp_make_world_graph(gp_job *job, const gp_records_of_worlds *records, gp_world_graph *out)
{
    uint32_t count = records->count;
    *out = (gp_world_graph){.least = GP_NEW(job, uint8_t, count),
                            .top = GP_NEW(job, uint8_t, count),
                            .room = GP_NEW(job, gp_link_room, (size_t)count + 1),
                            .steps = GP_NEW(job, uint32_t, count),
                            .interventions = GP_NEW(job, uint32_t, count),
                            .missing = GP_NEW(job, uint32_t, count)};
    making m = {job, records, out, GP_NEW(job, gp_array, 1)};
    if (!out->least || !out->top || !out->room || !out->steps || !out->interventions ||
        !out->missing || !m.arcs)
        return gp_no_memory(job);
    m.arcs->size = 2 * sizeof(uint32_t);
    find_least(&m);
    GP_TRY(find_tops(&m));
    find_room(&m);
    GP_TRY(make_homes(&m));
    for (uint32_t i = 0; i < count; i++) GP_TRY(add_record_arcs(&m, i));
    GP_TRY(index_arcs(&m));
    return gp_order_homes(job, out);
}
