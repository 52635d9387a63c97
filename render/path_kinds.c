/* SPDX-License-Identifier: MIT
 * What is a box: requested, a prerequisite, unfounded? That is asked of the whole portfolio, so
 * that a box looks the same in every picture that has it: also where the intervention that
 * requests it is not drawn. Only `critical` depends on the question: where the path of one
 * intervention is asked for, critical is what fixes that date; else what has no buffer. */
#include "render/path_kinds.h"
#include "groeipad/demand.h"

typedef struct finding_kinds {
    const gp_schedule *schedule;
    const gp_network *network;
    uint8_t *kind, *is_founded, *is_option, *is_critical;
} finding_kinds;

/* Backwards over the order: what leads to something founded is founded too. */
static void find_founded(const finding_kinds *f)
{
    const gp_network *network = f->network;
    for (uint32_t i = network->activity_count; i-- > 0;) {
        uint32_t to = network->order[i];
        if (network->activities[to].kind == GP_KIND_INTERVENTION) f->is_founded[to] = 1;
        if (!f->is_founded[to]) continue;
        for (uint32_t k = network->arc_first[to]; k < network->arc_first[to + 1]; k++)
            f->is_founded[network->arcs[k].from] = 1;
    }
}

static uint8_t kind_of(const finding_kinds *f, uint32_t activity, const gp_demand *demand)
{
    const gp_activity *a = &f->network->activities[activity];
    if (a->kind == GP_KIND_INTERVENTION) return GP_BOX_INTERVENTION;
    if (a->kind == GP_KIND_MISSING) return GP_BOX_MISSING;
    uint8_t asked = demand[a->item].kind;
    if (!f->is_founded[activity] || asked == GP_DEMAND_NONE) return GP_BOX_UNFOUNDED;
    return asked == GP_DEMAND_REQUESTED ? GP_BOX_REQUESTED : GP_BOX_PREREQUISITE;
}

/* What is founded is no option for what an unfounded capability requires of it. */
static bool is_option(const finding_kinds *f, uint32_t activity)
{
    const gp_network *network = f->network;
    bool leads_on = false;
    for (uint32_t k = network->leaving_first[activity]; k < network->leaving_first[activity + 1];
         k++) {
        uint32_t arc = network->leaving[k];
        if (f->is_founded[activity] && !f->is_founded[network->arcs[arc].to]) continue;
        if (!f->schedule->is_spare[arc]) return false;
        leads_on = true;
    }
    return leads_on;
}

static gp_status find_critical(gp_job *job, const finding_kinds *f, uint32_t one)
{
    if (one == GP_NONE) {
        for (uint32_t i = 0; i < f->network->activity_count; i++)
            f->is_critical[i] = f->schedule->dates[i].is_critical && f->is_founded[i];
        return GP_OK;
    }
    gp_path path;
    GP_TRY(gp_trace_path(job, f->schedule, one, &path));
    for (uint32_t i = 0; i < path.count; i++) f->is_critical[path.activities[i]] = 1;
    return GP_OK;
}

gp_status gp_find_path_kinds(gp_job *job, const gp_schedule *schedule, uint32_t one,
                             gp_path_kinds *out)
{
    const gp_network *network = schedule->network;
    uint32_t count = network->activity_count;
    const gp_demand *demand;
    const finding_kinds f = {.schedule = schedule,
                             .network = network,
                             .kind = GP_NEW(job, uint8_t, count),
                             .is_founded = GP_NEW(job, uint8_t, count),
                             .is_option = GP_NEW(job, uint8_t, count),
                             .is_critical = GP_NEW(job, uint8_t, count)};
    if (!f.kind || !f.is_founded || !f.is_option || !f.is_critical) return gp_no_memory(job);
    GP_TRY(gp_find_demand(job, network->portfolio, &demand));
    find_founded(&f);
    GP_TRY(find_critical(job, &f, one));
    for (uint32_t i = 0; i < count; i++) {
        f.kind[i] = kind_of(&f, i, demand);
        f.is_option[i] = is_option(&f, i);
        if (f.is_option[i]) f.is_critical[i] = 0; /* what was not chosen cannot be late */
    }
    *out = (gp_path_kinds){f.kind, f.is_founded, f.is_option, f.is_critical};
    return GP_OK;
}
