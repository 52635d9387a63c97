/* SPDX-License-Identifier: MIT
 * From one world to the next: what a unit changes is placed again, and from there on all whose
 * dates become others are computed again, in topological order. Where a requirement runs the one
 * way in some worlds and the other way in others there is no order for all worlds: then what comes
 * too early in it is computed once more. */
#include "core/world_state.h"

#define ROUNDS_MAX 64 /* on average so often: it is a circle */

/* ---- computing ---- */

static void wait_for(gp_world_state *s, uint32_t home)
{
    if (s->aimed[home] != s->aim) return;
    uint32_t rank = s->graph->rank[home];
    s->waiting[rank / 64] |= UINT64_C(1) << rank % 64;
}

static bool compute(gp_world_state *s, uint32_t home)
{
    gp_dates dates;
    gp_forward_one(&s->network, s->known, home, NULL, &dates, NULL);
    if (dates.earliest_ready == s->known.ready[home] &&
        dates.earliest_start == s->known.start[home] &&
        dates.not_before == s->known.not_before[home])
        return false;
    s->known.ready[home] = dates.earliest_ready;
    s->known.start[home] = dates.earliest_start;
    s->known.not_before[home] = dates.not_before;
    return true;
}

/* Computes one, and lets those wait that wait for it. True: one of them comes before it. */
static bool take_step(gp_world_state *s, uint32_t rank)
{
    uint32_t home = s->graph->order[rank];
    bool goes_back = false;
    if (!compute(s, home)) return false;
    for (uint32_t i = s->graph->next_first[home]; i < s->graph->next_first[home + 1]; i++) {
        uint32_t next = s->graph->next[i];
        wait_for(s, next);
        goes_back |= s->graph->rank[next] / 64 < rank / 64;
    }
    return goes_back;
}

static gp_status compute_waiting(gp_world_state *s)
{
    uint64_t left = (uint64_t)s->graph->home_count * ROUNDS_MAX + 1000;
    uint32_t words = s->graph->home_count / 64 + 1;
    for (bool goes_back = true; goes_back;) {
        goes_back = false;
        for (uint32_t word = 0; word < words; word++) {
            while (s->waiting[word]) {
                uint32_t bit = (uint32_t)__builtin_ctzll(s->waiting[word]);
                s->waiting[word] &= s->waiting[word] - 1;
                if (left-- == 0) return GP_INVALID;
                goes_back |= take_step(s, word * 64 + bit);
            }
        }
    }
    return GP_OK;
}

/* ---- what a unit changes ---- */

static void soil(gp_world_state *s, uint32_t home)
{
    if (s->is_dirty[home]) return;
    s->is_dirty[home] = true;
    s->dirty[s->dirty_count++] = home;
}

static void soil_next(gp_world_state *s, uint32_t home)
{
    for (uint32_t i = s->graph->next_first[home]; i < s->graph->next_first[home + 1]; i++)
        soil(s, s->graph->next[i]);
}

static void soil_record(gp_world_state *s, uint32_t record, bool with_next)
{
    const gp_world_graph *graph = s->graph;
    if (graph->steps[record] != GP_NONE)
        for (uint32_t i = 0; i < graph->top[record]; i++) {
            soil(s, graph->steps[record] + i);
            if (with_next) soil_next(s, graph->steps[record] + i);
        }
    if (graph->interventions[record] != GP_NONE) {
        soil(s, graph->interventions[record]);
        if (with_next) soil_next(s, graph->interventions[record]);
    }
    if (graph->missing[record] != GP_NONE && with_next) soil_next(s, graph->missing[record]);
}

/* Asks again how far each capability has to grow in this world. */
static gp_status find_needed(gp_world_state *s)
{
    gp_job *scratch = gp_job_new();
    uint8_t *needed = NULL;
    gp_status status =
        scratch ? gp_find_needed_levels(scratch, &s->portfolio, &needed) : GP_NO_MEMORY;
    for (uint32_t i = 0; status == GP_OK && i < s->portfolio.capability_count; i++) {
        if (s->needed[i] == needed[i]) continue;
        s->needed[i] = needed[i];
        soil_record(s, s->capabilities[i].symbol, false);
    }
    gp_job_free(scratch);
    return status == GP_OK ? GP_OK : gp_no_memory(s->job);
}

static void fill_dirty(gp_world_state *s)
{
    for (uint32_t i = 0; i < s->dirty_count; i++) {
        uint32_t home = s->dirty[i];
        s->is_dirty[home] = false;
        if (s->aimed[home] != s->aim) continue;
        gp_fill_home(s, home);
        wait_for(s, home);
    }
    s->dirty_count = 0;
}

gp_status gp_toggle_in_world(gp_world_state *s, uint32_t unit)
{
    for (uint32_t i = s->touch_first[unit]; i < s->touch_first[unit + 1]; i++) {
        const gp_touch *touch = &s->touches[i];
        if (touch->bit == GP_NONE)
            s->is_swapped[touch->swap] = !s->is_swapped[touch->swap];
        else
            s->versions[touch->record] ^= touch->bit;
    }
    for (uint32_t i = s->touch_first[unit]; i < s->touch_first[unit + 1]; i++) {
        uint32_t record = s->touches[i].record;
        if (record < s->records->count) {
            soil_record(s, record, gp_place_record(s, record));
            continue;
        }
        gp_place_settings(s);
        for (uint32_t home = 0; home < s->graph->home_count; home++) soil(s, home);
    }
    if (s->has_levels) GP_TRY(find_needed(s));
    fill_dirty(s);
    return compute_waiting(s);
}

/* ---- the first world ---- */

static gp_status list_touches(gp_world_state *s)
{
    const gp_records_of_worlds *records = s->records;
    size_t count = records->swap_count;
    uint32_t *first = GP_NEW(s->job, uint32_t, (size_t)s->unit_count + 2);
    for (uint32_t r = 0; r < records->count; r++) count += records->records[r].unit_count;
    s->touches = GP_NEW(s->job, gp_touch, count + records->settings_unit_count);
    if (!first || !s->touches) return gp_no_memory(s->job);
    s->touch_first = first;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t r = 0; r <= records->count; r++) {
            bool is_settings = r == records->count;
            const uint32_t *units =
                is_settings ? records->settings_units : records->records[r].units;
            uint32_t units_count =
                is_settings ? records->settings_unit_count : records->records[r].unit_count;
            for (uint32_t i = 0; i < units_count; i++)
                if (pass == 0)
                    first[units[i] + 2]++;
                else
                    s->touches[first[units[i] + 1]++] = (gp_touch){r, 1u << i, 0};
        }
        for (uint32_t i = 0; i < records->swap_count; i++) {
            const gp_swap *swap = &records->swaps[i];
            if (pass == 0)
                first[swap->unit + 2]++;
            else
                s->touches[first[swap->unit + 1]++] = (gp_touch){swap->owner, GP_NONE, i};
        }
        for (uint32_t u = 2; pass == 0 && u < s->unit_count + 2; u++) first[u] += first[u - 1];
    }
    return GP_OK;
}

static gp_status number_records(gp_world_state *s)
{
    const gp_world_graph *graph = s->graph;
    uint32_t count = s->records->count, capabilities = 0, interventions = 0, missing = 0, room = 0;
    uint32_t *all_missing = GP_NEW(s->job, uint32_t, count);
    s->capability_of = GP_NEW(s->job, uint32_t, count);
    s->intervention_of = GP_NEW(s->job, uint32_t, count);
    s->missing_of = GP_NEW(s->job, uint32_t, count);
    s->requires_first = GP_NEW(s->job, uint32_t, count);
    if (!all_missing || !s->capability_of || !s->intervention_of || !s->missing_of ||
        !s->requires_first)
        return gp_no_memory(s->job);
    for (uint32_t i = 0; i < count; i++) {
        s->capability_of[i] = graph->steps[i] == GP_NONE ? GP_NONE : capabilities++;
        s->intervention_of[i] = graph->interventions[i] == GP_NONE ? GP_NONE : interventions++;
        s->missing_of[i] = graph->missing[i] == GP_NONE ? GP_NONE : missing++;
        if (graph->missing[i] != GP_NONE) all_missing[s->missing_of[i]] = i;
        s->requires_first[i] = room;
        for (int level = 0; level <= GP_LEVEL_MAX; level++) room += graph->room[i].count[level];
    }
    s->portfolio = (gp_portfolio){.title = "",
                                  .symbol_count = count,
                                  .ids = s->records->ids->texts.data,
                                  .names = s->records->ids,
                                  .missing = all_missing,
                                  .missing_count = missing,
                                  .capability_count = capabilities,
                                  .intervention_count = interventions,
                                  .requirement_count = room,
                                  .scenario = GP_NONE};
    return GP_OK;
}

static gp_status make_arrays(gp_world_state *s)
{
    gp_job *job = s->job;
    uint32_t homes = s->graph->home_count;
    gp_portfolio *p = &s->portfolio;
    s->capabilities = GP_NEW(job, gp_capability, p->capability_count);
    s->interventions = GP_NEW(job, gp_intervention, p->intervention_count);
    s->requirements = GP_NEW(job, gp_requirement, p->requirement_count);
    s->items = GP_NEW(job, gp_item, p->symbol_count);
    s->levels = GP_NEW(job, gp_level, (size_t)p->capability_count * GP_LEVEL_MAX);
    s->needed = GP_NEW(job, uint8_t, p->capability_count);
    s->versions = GP_NEW(job, uint32_t, (size_t)s->records->count + 1);
    s->is_swapped = GP_NEW(job, bool, s->records->swap_count);
    s->known = (gp_known){GP_NEW(job, gp_day, homes), GP_NEW(job, gp_day, homes),
                          GP_NEW(job, uint8_t, homes)};
    s->waiting = GP_NEW(job, uint64_t, homes / 64 + 1);
    s->aimed = GP_NEW(job, uint32_t, homes);
    s->dirty = GP_NEW(job, uint32_t, homes);
    s->is_dirty = GP_NEW(job, bool, homes);
    s->build = (gp_build){
        .job = job,
        .portfolio = p,
        .activities = GP_NEW(job, gp_activity, homes),
        .arcs = GP_NEW(job, gp_arc, s->graph->arc_first[homes]),
        .arc_first = s->graph->arc_first,
        .durations = GP_NEW(job, gp_duration, (size_t)homes * GP_ASPECT_COUNT),
        .capability_first = GP_NEW(job, uint32_t, p->capability_count),
        .capability_steps = GP_NEW(job, uint8_t, p->capability_count),
        .intervention_activity = GP_NEW(job, uint32_t, p->intervention_count),
        .network = &s->network,
    };
    if (!s->capabilities || !s->interventions || !s->requirements || !s->items || !s->levels ||
        !s->needed || !s->versions || !s->is_swapped || !s->known.ready || !s->known.start ||
        !s->known.not_before || !s->waiting || !s->aimed || !s->dirty || !s->is_dirty ||
        !s->build.activities || !s->build.arcs || !s->build.durations ||
        !s->build.capability_first || !s->build.capability_steps || !s->build.intervention_activity)
        return gp_no_memory(job);
    return GP_OK;
}

static void connect(gp_world_state *s)
{
    gp_portfolio *p = &s->portfolio;
    p->capabilities = s->capabilities;
    p->interventions = s->interventions;
    p->requirements = s->requirements;
    p->items = s->items;
    s->network = (gp_network){.portfolio = p,
                              .activities = s->build.activities,
                              .activity_count = s->graph->home_count,
                              .arcs = s->build.arcs,
                              .arc_first = s->graph->arc_first,
                              .durations = s->build.durations,
                              .needed_level = s->needed,
                              .has_start_links = true};
}

/* The homes of missing ones are the last, one after another, and then that of nothing. */
static void find_homes(gp_world_state *s)
{
    for (uint32_t i = 0; i < s->records->count; i++) {
        if (s->intervention_of[i] != GP_NONE)
            s->build.intervention_activity[s->intervention_of[i]] = s->graph->interventions[i];
        if (s->capability_of[i] != GP_NONE) s->needed[s->capability_of[i]] = s->graph->top[i];
    }
    s->build.missing_first = s->graph->home_count - 1 - s->portfolio.missing_count;
}

/* Does it make a difference which levels are needed? In circles it does: what is not needed may be
 * what makes one. */
static bool rests_on_levels(const gp_world_state *s)
{
    if (s->graph->has_circles) return true;
    for (uint32_t i = 0; i < s->records->count; i++)
        if (gp_rests_on_top(s->records, s->graph, i)) return true;
    return false;
}

gp_status gp_start_world(gp_job *job, const gp_records_of_worlds *records,
                         const gp_world_graph *graph, uint32_t unit_count, gp_world_state **out)
{
    gp_world_state *s = GP_NEW(job, gp_world_state, 1);
    if (!s) return gp_no_memory(job);
    *s = (gp_world_state){.job = job, .records = records, .graph = graph, .unit_count = unit_count};
    GP_TRY(number_records(s));
    GP_TRY(make_arrays(s));
    GP_TRY(list_touches(s));
    connect(s);
    find_homes(s);
    gp_place_settings(s);
    for (uint32_t i = 0; i < records->count; i++) gp_place_record(s, i);
    s->has_levels = rests_on_levels(s);
    if (s->has_levels) GP_TRY(find_needed(s));
    for (uint32_t i = 0; i < graph->home_count; i++) soil(s, i);
    fill_dirty(s);
    GP_TRY(compute_waiting(s));
    *out = s;
    return GP_OK;
}
