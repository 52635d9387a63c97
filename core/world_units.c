/* SPDX-License-Identifier: MIT
 * Units: edits that go together, and the portfolio with some of them made. */
#include "core/world_records.h"
#include "groeipad/scenarios.h"

static uint32_t leader_of(const gp_world_source *source, uint32_t edit)
{
    while (source->leader[edit] != edit) edit = source->leader[edit];
    return edit;
}

bool gp_join_edits(gp_world_source *source, uint32_t a, uint32_t b)
{
    a = leader_of(source, a);
    b = leader_of(source, b);
    if (a == b) return false;
    source->leader[a > b ? a : b] = a > b ? b : a;
    return true;
}

bool gp_join_units(gp_world_source *source, const bool *is_marked)
{
    uint32_t first = GP_NONE;
    bool has_joined = false;
    for (uint32_t e = 0; e < source->edits->count; e++) {
        if (source->unit_of[e] == GP_NONE || !is_marked[source->unit_of[e]]) continue;
        if (first == GP_NONE)
            first = e;
        else
            has_joined |= gp_join_edits(source, first, e);
    }
    return has_joined;
}

gp_status gp_make_world(const gp_world_source *source, gp_job *job, const bool *is_marked,
                        const gp_portfolio **out)
{
    bool *is_applied = GP_NEW(job, bool, source->edits->count);
    if (!is_applied) return gp_no_memory(job);
    for (uint32_t e = 0; e < source->edits->count; e++)
        is_applied[e] = source->unit_of[e] == GP_NONE
                            ? source->edits->edits[e].what == GP_EDIT_RENAMED
                            : is_marked[source->unit_of[e]];
    GP_TRY(source->variants->make(source->variants->object, job, is_applied, out));
    const gp_portfolio *old = source->old;
    if (old->scenario == GP_NONE || (*out)->scenario != GP_NONE) return GP_OK;
    uint32_t scenario = gp_find_scenario(*out, old->scenarios.terms[old->scenario].id);
    return scenario == GP_NONE ? GP_OK : gp_select_scenario(job, *out, scenario, out);
}
