/* SPDX-License-Identifier: MIT
 * Makes worlds as the commands do: changes at the door, the scenario that is asked for, a network,
 * a schedule. A change is heard in an instant because the document stays as it was parsed, and only
 * the tables of records look at it again. */
#include "report/engine/world.h"
#include "groeipad/baseline.h"
#include "io/change/overlay.h"
#include "io/files/option.h"

static gp_status lacks_scenario(gp_job *job, const gp_portfolio *portfolio, const char *id)
{
    gp_place place;
    const gp_terms *terms = &portfolio->scenarios;
    const char **ids = GP_NEW(job, const char *, terms->count);
    if (!ids) return gp_no_memory(job);
    for (uint32_t i = 0; i < terms->count; i++) ids[i] = terms->terms[i].id;
    GP_TRY(gp_add_option_line(job, "--scenario", id, &place));
    GP_TRY(gp_report_lack(job, place, id, gp_nearest_text(id, ids, terms->count)));
    return GP_INVALID;
}

static gp_status select_scenario(gp_job *job, const char *id, const gp_portfolio **portfolio)
{
    if (!id) return GP_OK;
    uint32_t scenario = gp_find_scenario(*portfolio, id);
    if (scenario == GP_NONE) return lacks_scenario(job, *portfolio, id);
    return gp_select_scenario(job, *portfolio, scenario, portfolio);
}

static gp_status read_world(gp_job *job, const engine_ground *ground, engine_world *world)
{
    const gp_read_options reading = {.status_date = ground->settings.status_date,
                                     .changes = &world->changes};
    world->job = job;
    GP_TRY(gp_read_variant(job, ground->document, &reading, &world->portfolio, &world->document));
    return select_scenario(job, world->changes.scenario, &world->portfolio);
}

gp_status engine_make_world(gp_job *job, const engine_ground *ground, engine_world *world)
{
    const gp_schedule_options planning = {.float_mode = ground->settings.float_mode};
    const gp_network *network;
    GP_TRY(read_world(job, ground, world));
    GP_TRY(gp_build_network(job, world->portfolio, &network));
    return gp_schedule_network(job, network, &planning, &world->schedule);
}

gp_status engine_check_world(gp_job *job, const engine_ground *ground, engine_world *world)
{
    const gp_schedule_options planning = {.float_mode = ground->settings.float_mode};
    const gp_network *network;
    GP_TRY(read_world(job, ground, world));
    GP_TRY(gp_analyse(job, world->portfolio, &planning, &network, &world->schedule));
    GP_TRY(gp_apply_waivers(job, world->portfolio->status_date, false));
    gp_sort_findings(job);
    return GP_OK;
}

/* ---- two of them ---- */

typedef struct pair {
    const engine_ground *ground;
    const engine_world *old;
    const gp_edits *edits;
} pair;

/* The older one with some of the edits. */
static gp_status make_variant(void *object, gp_job *job, const bool *is_applied,
                              const gp_portfolio **out)
{
    const pair *p = object;
    const char *scenario = p->old->changes.scenario;
    const gp_read_options reading = {.status_date = p->ground->settings.status_date};
    GP_TRY(gp_read_subset(job, p->old->document, p->edits, is_applied, &reading, out));
    return gp_find_scenario(*out, scenario ? scenario : "") == GP_NONE
               ? GP_OK
               : select_scenario(job, scenario, out);
}

gp_status engine_compare_worlds(gp_job *job, const engine_ground *ground, const engine_world *old,
                                const engine_world *now, const gp_comparison **out)
{
    pair p = {ground, old, NULL};
    const gp_variants variants = {make_variant, &p};
    const gp_shares *shares;
    GP_TRY(gp_find_edits(job, old->document, now->document, &p.edits));
    GP_TRY(gp_find_shares(job, old->schedule, now->schedule, p.edits, &variants, &shares));
    GP_TRY(gp_compare(job, old->schedule, now->schedule, p.edits, shares, out));
    GP_TRY(gp_check_comparison(job, *out, 1));
    gp_sort_findings(job);
    return GP_OK;
}
