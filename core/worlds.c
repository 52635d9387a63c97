/* SPDX-License-Identifier: MIT
 * Opens the worlds: which edits go together, what may matter to which intervention, and the world
 * in which nothing is changed.
 *
 * Where a requirement came and another went that together would be a circle, there is a world with
 * both, which is none. So where all arcs of all worlds make a circle, what changes its arcs goes
 * together: OLD has no circle, and NEW has none. */
#include "core/world_circles.h"
#include "core/world_relevant.h"
#include "core/world_state.h"

#include <stdlib.h>

struct gp_worlds {
    gp_job *job;
    const gp_world_graph *graph;
    gp_world_state *state;
    const gp_moved *moved;
};

/* ---- in a world ---- */

gp_status gp_aim_worlds(gp_worlds *w, const uint32_t *moved, uint32_t count)
{
    gp_world_state *s = w->state;
    const gp_world_graph *graph = w->graph;
    s->aim++;
    for (uint32_t i = 0; i < count; i++) s->aimed[w->moved[moved[i]].home] = s->aim;
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (uint32_t rank = graph->home_count; rank-- > 0;) {
            uint32_t home = graph->order[rank];
            for (uint32_t i = graph->next_first[home];
                 s->aimed[home] != s->aim && i < graph->next_first[home + 1]; i++) {
                if (s->aimed[graph->next[i]] != s->aim) continue;
                s->aimed[home] = s->aim;
                is_done = is_done && !graph->has_circles;
            }
        }
    }
    return GP_OK;
}

gp_status gp_toggle_unit(gp_worlds *w, uint32_t unit)
{
    return gp_toggle_in_world(w->state, unit);
}

gp_day gp_live_day(const gp_worlds *w, uint32_t moved)
{
    return w->state->known.ready[w->moved[moved].home];
}

/* ---- what moved ---- */

typedef struct named {
    const char *id;
    gp_moved moved;
} named;

static int by_id(const void *left, const void *right)
{
    return strcmp(((const named *)left)->id, ((const named *)right)->id);
}

static gp_day live_day(const gp_schedule *schedule, const char *id)
{
    uint32_t symbol = gp_find_symbol(schedule->network->portfolio, id);
    if (symbol == GP_NONE ||
        schedule->network->portfolio->items[symbol].kind != GP_ITEM_INTERVENTION)
        return GP_NO_DAY;
    return schedule->dates[gp_find_activity(schedule->network, symbol, 0)].earliest_ready;
}

static gp_status find_moved(gp_job *job, const gp_schedule *old, const gp_schedule *new,
                            gp_questions *q, gp_moved **out)
{
    const gp_portfolio *portfolio = new->network->portfolio;
    named *all = GP_NEW(job, named, portfolio->intervention_count);
    gp_moved *moved = GP_NEW(job, gp_moved, portfolio->intervention_count);
    uint32_t count = 0;
    if (!all || !moved) return gp_no_memory(job);
    for (uint32_t i = 0; i < portfolio->intervention_count; i++) {
        uint32_t symbol = portfolio->interventions[i].symbol;
        const char *id = portfolio->ids[symbol];
        gp_day from = live_day(old, id), to = live_day(new, id);
        if (from == GP_NO_DAY || from == to) continue;
        all[count++] = (named){id, {.symbol = symbol, .from = from, .to = to}};
    }
    if (count) qsort(all, count, sizeof *all, by_id);
    for (uint32_t i = 0; i < count; i++) moved[i] = all[i].moved;
    q->moved = *out = moved;
    q->moved_count = count;
    return GP_OK;
}

/* ---- opening ---- */

/* Records that are called otherwise have the ids of NEW in all worlds. */
static gp_status rename_old(gp_world_source *source, const gp_schedule *old,
                            const gp_schedule **out)
{
    const gp_network *network;
    bool is_renamed = false;
    *out = old;
    for (uint32_t e = 0; e < source->edits->count; e++)
        is_renamed |= source->edits->edits[e].what == GP_EDIT_RENAMED;
    if (!is_renamed) return GP_OK;
    bool *none = GP_NEW(source->job, bool, source->unit_count);
    if (!none) return gp_no_memory(source->job);
    gp_status status = gp_make_world(source, source->job, none, &source->old);
    if (status == GP_OK) status = gp_build_network(source->job, source->old, &network);
    if (status == GP_INVALID) return gp_bug(source->job, "OLD with other ids is no portfolio");
    return status == GP_OK ? gp_schedule_network(source->job, network, NULL, out) : status;
}

/* What goes together is one unit; in the order of the first edits. */
static gp_status number_units(gp_world_source *source)
{
    uint32_t *unit_of = GP_NEW(source->job, uint32_t, source->edits->count);
    if (!unit_of) return gp_no_memory(source->job);
    source->unit_count = 0;
    for (uint32_t e = 0; e < source->edits->count; e++) {
        uint32_t leader = e;
        while (source->leader[leader] != leader) leader = source->leader[leader];
        unit_of[e] = !source->edits->edits[e].matters ? GP_NONE
                     : leader == e                    ? source->unit_count++
                                                      : unit_of[leader];
    }
    source->unit_of = unit_of;
    return GP_OK;
}

/* An intervention that is in both versions is in all worlds. */
static gp_status join_absent(gp_world_source *source, const gp_records_of_worlds *records,
                             const gp_questions *q, bool *has_joined)
{
    bool *is_marked = GP_NEW(source->job, bool, source->unit_count);
    if (!is_marked) return gp_no_memory(source->job);
    for (uint32_t i = 0; i < q->moved_count; i++) {
        const char *id = source->new->ids[q->moved[i].symbol];
        const gp_world_record *record =
            &records->records[gp_find_name(records->ids, id, strlen(id))];
        bool is_absent = false;
        for (uint32_t v = 0; v < 1u << record->unit_count; v++)
            is_absent |= record->versions[v].kind != GP_ITEM_INTERVENTION;
        memset(is_marked, 0, source->unit_count);
        for (uint32_t k = 0; is_absent && k < record->unit_count; k++)
            is_marked[record->units[k]] = true;
        *has_joined |= gp_join_units(source, is_marked);
    }
    return GP_OK;
}

/* Until what goes together stays as it is. */
static gp_status find_worlds(gp_world_source *source, const gp_questions *q,
                             gp_records_of_worlds **records, gp_world_graph *graph)
{
    for (bool has_joined = true; has_joined;) {
        GP_TRY(number_units(source));
        *records = GP_NEW(source->job, gp_records_of_worlds, 1);
        if (!*records) return gp_no_memory(source->job);
        GP_TRY(gp_find_world_records(source, *records, &has_joined));
        if (has_joined) continue;
        GP_TRY(join_absent(source, *records, q, &has_joined));
        if (has_joined) continue;
        GP_TRY(gp_make_world_graph(source->job, *records, graph));
        GP_TRY(gp_join_circles(source, *records, graph, &has_joined));
    }
    return GP_OK;
}

gp_status gp_open_worlds(gp_job *job, const gp_world_input *input, gp_worlds **out, gp_questions *q)
{
    gp_world_source source = {.job = job,
                              .old = input->old->network->portfolio,
                              .new = input->new->network->portfolio,
                              .edits = input->edits,
                              .variants = input->variants,
                              .joins_all = input->joins_all,
                              .leader = GP_NEW(job, uint32_t, input->edits->count)};
    gp_worlds *w = GP_NEW(job, gp_worlds, 1);
    gp_world_graph *graph = GP_NEW(job, gp_world_graph, 1);
    gp_records_of_worlds *records;
    const gp_schedule *old;
    gp_moved *moved;
    if (!source.leader || !w || !graph) return gp_no_memory(job);
    for (uint32_t e = 0; e < input->edits->count; e++) source.leader[e] = e;
    *q = (gp_questions){.words = 1};
    GP_TRY(number_units(&source));
    GP_TRY(rename_old(&source, input->old, &old));
    GP_TRY(find_moved(job, old, input->new, q, &moved));
    q->units = (gp_units){source.unit_count, source.unit_of};
    if (q->moved_count == 0) return GP_OK;
    GP_TRY(find_worlds(&source, q, &records, graph));
    q->units = (gp_units){source.unit_count, source.unit_of};
    q->words = source.unit_count / 64 + 1;
    for (uint32_t i = 0; i < q->moved_count; i++) {
        const char *id = source.new->ids[moved[i].symbol];
        moved[i].home = graph->interventions[gp_find_name(records->ids, id, strlen(id))];
    }
    GP_TRY(gp_find_relevant(job, records, graph, q, moved));
    *w = (gp_worlds){.job = job, .graph = graph, .moved = moved};
    GP_TRY(gp_start_world(job, records, graph, source.unit_count, &w->state));
    *out = w;
    return GP_OK;
}
