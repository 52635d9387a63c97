/* SPDX-License-Identifier: MIT
 * Takes over what a portfolio has of each record: its own members, and its requirements with
 * symbols that hold in all worlds. */
#include "core/world_records.h"

typedef struct taking {
    gp_job *job;
    gp_records_of_worlds *records;
    const gp_portfolio *portfolio;
    uint32_t *symbols; /* by symbol of the portfolio */
    bool is_lasting;
    uint32_t side;
} taking;

/* ---- copies of what lies in memory that will go ---- */

static gp_status copy(const taking *t, const void *from, size_t count, size_t size,
                      const void **out)
{
    *out = from;
    if (t->is_lasting || !from || !count) return GP_OK;
    void *kept = gp_allocate(t->job, count, size);
    if (!kept) return gp_no_memory(t->job);
    memcpy(kept, from, count * size);
    *out = kept;
    return GP_OK;
}

#define COPY(t, pointer, count)                                                                    \
    do {                                                                                           \
        const void *copied;                                                                        \
        GP_TRY(copy((t), (pointer), (count), sizeof *(pointer), &copied));                         \
        (pointer) = copied;                                                                        \
    } while (0)

static gp_status copy_planning(const taking *t, const gp_planning **planning)
{
    if (t->is_lasting || !*planning) return GP_OK;
    gp_planning own = **planning;
    COPY(t, own.dates, own.date_count);
    own.last_place = NULL;
    gp_planning *kept = GP_NEW(t->job, gp_planning, 1);
    if (!kept) return gp_no_memory(t->job);
    *kept = own;
    *planning = kept;
    return GP_OK;
}

static gp_status copy_levels(const taking *t, gp_capability *capability)
{
    if (t->is_lasting || !capability->level_count) return GP_OK;
    gp_level *levels = GP_NEW(t->job, gp_level, capability->level_count);
    if (!levels) return gp_no_memory(t->job);
    memcpy(levels, capability->levels, capability->level_count * sizeof *levels);
    for (uint32_t i = 0; i < capability->level_count; i++) {
        COPY(t, levels[i].lead.aspects, GP_ASPECT_COUNT);
        GP_TRY(copy_planning(t, &levels[i].planning));
    }
    capability->levels = levels;
    return GP_OK;
}

static gp_status copy_capability(const taking *t, gp_capability *capability)
{
    COPY(t, capability->lead.aspects, GP_ASPECT_COUNT);
    COPY(t, capability->window, 1);
    GP_TRY(copy_levels(t, capability));
    return copy_planning(t, &capability->planning);
}

/* ---- requirements ---- */

static bool names(const taking *t, const gp_swap *swap, const gp_requirement *first, uint32_t count)
{
    for (uint32_t k = 0; k < count; k++) {
        bool is_found = false;
        for (uint32_t i = 0; i < swap->target_count; i++)
            is_found |= swap->targets[i] == t->symbols[first[k].target];
        if (!is_found) return false;
    }
    for (uint32_t i = 0; i < swap->target_count; i++) {
        bool is_found = false;
        for (uint32_t k = 0; k < count; k++)
            is_found |= swap->targets[i] == t->symbols[first[k].target];
        if (!is_found) return false;
    }
    return true;
}

static gp_swap *find_swap(const taking *t, const gp_world_record *record, uint8_t level,
                          const gp_requirement *first, uint32_t count)
{
    for (uint32_t i = record->swap_first; i < record->swap_first + record->swap_count; i++) {
        gp_swap *swap = &t->records->swaps[i];
        if (swap->level == level && names(t, swap, first, count)) return swap;
    }
    return NULL;
}

static gp_status add_links(const taking *t, uint8_t level, const gp_requirement *first,
                           uint32_t count)
{
    gp_link *links = gp_push(t->job, &t->records->links, NULL, count);
    if (!links) return gp_no_memory(t->job);
    for (uint32_t i = 0; i < count; i++) {
        links[i] = (gp_link){first[i], level, i == 0};
        links[i].requirement.target = t->symbols[first[i].target];
    }
    return GP_OK;
}

static uint32_t unit_end(const taking *t, gp_span span, uint32_t first)
{
    const gp_requirement *all = t->portfolio->requirements;
    uint32_t end = first + 1;
    while (all[first].group && end < span.first + span.count && all[end].group == all[first].group)
        end++;
    return end;
}

/* Those of one list: what is swapped (swaps: to its swap, at this side), or all that is not. */
static gp_status take_span(const taking *t, gp_world_record *record, uint8_t level, gp_span span,
                           const gp_swap *only)
{
    uint32_t end;
    for (uint32_t first = span.first; first < span.first + span.count; first = end) {
        end = unit_end(t, span, first);
        const gp_requirement *unit = &t->portfolio->requirements[first];
        if (find_swap(t, record, level, unit, end - first) == only)
            GP_TRY(add_links(t, level, unit, end - first));
    }
    return GP_OK;
}

static gp_status take_spans(const taking *t, gp_world_record *record, gp_item item,
                            const gp_swap *only, gp_links *out)
{
    const gp_portfolio *portfolio = t->portfolio;
    out->first = (uint32_t)t->records->links.count;
    if (item.kind == GP_ITEM_INTERVENTION)
        GP_TRY(take_span(t, record, 0, portfolio->interventions[item.index].requires, only));
    if (item.kind == GP_ITEM_CAPABILITY) {
        const gp_capability *capability = &portfolio->capabilities[item.index];
        GP_TRY(take_span(t, record, 0, capability->requires, only));
        for (uint32_t i = 0; i < capability->level_count; i++)
            GP_TRY(take_span(t, record, capability->levels[i].level, capability->levels[i].requires,
                             only));
    }
    out->count = (uint32_t)t->records->links.count - out->first;
    return GP_OK;
}

/* ---- a record ---- */

static gp_status take_record(const taking *t, gp_world_record *record, uint32_t version,
                             gp_item item)
{
    gp_record_version *to = &record->versions[version];
    for (uint32_t i = 0; t->side != GP_NONE && i < record->swap_count; i++) {
        gp_swap *swap = &t->records->swaps[record->swap_first + i];
        GP_TRY(take_spans(t, record, item, swap, &swap->links[t->side]));
    }
    if (to->is_known) return GP_OK;
    to->is_known = true;
    to->kind = GP_ITEM_MISSING;
    if (item.kind == GP_ITEM_CAPABILITY) {
        to->kind = GP_ITEM_CAPABILITY;
        to->capability = t->portfolio->capabilities[item.index];
        GP_TRY(copy_capability(t, &to->capability));
    } else if (item.kind == GP_ITEM_INTERVENTION) {
        to->kind = GP_ITEM_INTERVENTION;
        to->intervention = t->portfolio->interventions[item.index];
        COPY(t, to->intervention.window, 1);
    }
    return take_spans(t, record, item, NULL, &to->links);
}

static gp_status take_settings(const taking *t, uint32_t version)
{
    gp_settings_version *to = &t->records->settings[version];
    if (to->is_known) return GP_OK;
    to->is_known = true;
    to->portfolio = *t->portfolio;
    COPY(t, to->portfolio.planning.dates, to->portfolio.planning.date_count);
    COPY(t, to->portfolio.calendar.holidays, to->portfolio.calendar.holiday_count);
    return GP_OK;
}

gp_status gp_take_versions(const gp_world_source *source, gp_records_of_worlds *records,
                           const gp_portfolio *portfolio, const bool *is_marked, bool is_lasting,
                           uint32_t side)
{
    taking t = {source->job, records,
                portfolio,   GP_NEW(source->job, uint32_t, portfolio->symbol_count),
                is_lasting,  side};
    gp_item *items = GP_NEW(source->job, gp_item, records->count);
    if (!t.symbols || !items) return gp_no_memory(source->job);
    for (uint32_t i = 0; i < portfolio->symbol_count; i++) {
        uint32_t symbol = gp_find_name(records->ids, portfolio->ids[i], strlen(portfolio->ids[i]));
        if (symbol == GP_NONE) return gp_bug(source->job, "an id that is in neither version");
        t.symbols[i] = symbol;
        items[symbol] = portfolio->items[i];
    }
    for (uint32_t i = 0; i < records->count; i++) {
        gp_world_record *record = &records->records[i];
        uint32_t version = gp_version_index(record->units, record->unit_count, is_marked);
        if (!record->versions[version].is_known || (side != GP_NONE && record->swap_count))
            GP_TRY(take_record(&t, record, version, items[i]));
    }
    return take_settings(
        &t, gp_version_index(records->settings_units, records->settings_unit_count, is_marked));
}
