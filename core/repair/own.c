/* SPDX-License-Identifier: MIT
 * The measures of the file. Each is made alone, and what is another then is what it does. */
#include "core/network.h"
#include "core/repair/bring.h"

#include <stdlib.h>

gp_candidate gp_own_candidate(const gp_portfolio *portfolio, uint32_t measure)
{
    return (gp_candidate){.kind = GP_DECIDE_MEASURE,
                          .measure = measure,
                          .symbol = GP_NONE,
                          .requirement = GP_NONE,
                          .needed_by = GP_NO_DAY,
                          .by_days = GP_NO_DAYS,
                          .cost = portfolio->measures[measure].cost};
}

/* ---- how far capabilities have to grow ---- */

/* A day before which a capability may not be ready holds its last step. Where it has more than one,
 * a measure may not make another one the last. */
static bool moves_held(const gp_capability *capability, uint8_t before, uint8_t after)
{
    const gp_window *window = capability->window;
    uint8_t highest = before > after ? before : after;
    return window && window->not_ready_before != GP_NO_DAY && before != after &&
           highest > capability->level + 1u && capability->ready == GP_NO_DAY;
}

static gp_status check_held(const gp_whole *whole, gp_world *world, gp_own *own)
{
    const gp_network *network = whole->schedule->network;
    uint8_t *needed;
    GP_TRY(gp_find_needed_levels(world->job, world->given, &needed));
    for (uint32_t i = 0; i < world->given->capability_count; i++) {
        const gp_capability *capability = &world->portfolio.capabilities[i];
        uint32_t record = world->record_of[capability->symbol];
        if (record == GP_NONE || gp_is_brought(whole, record)) continue;
        uint32_t old = network->portfolio->items[record].index;
        if (moves_held(capability, network->needed_level[old], needed[i]) ||
            moves_held(&network->portfolio->capabilities[old], network->needed_level[old],
                       needed[i]))
            gp_object(&own->objection, gp_whole_record_at(whole, record)->id, "not_ready_before");
    }
    return GP_OK;
}

/* Steps that the world has beyond those of the whole; the next round has those of all measures. */
static void raise_floors(const gp_whole *whole, const gp_world *world, uint8_t *floors, gp_own *own)
{
    const gp_portfolio *portfolio = gp_whole_portfolio(whole);
    own->rises = false;
    for (uint32_t i = 0; i < world->portfolio.capability_count; i++) {
        uint32_t record = world->record_of[world->portfolio.capabilities[i].symbol];
        if (record == GP_NONE || gp_is_brought(whole, record)) continue;
        uint32_t old = portfolio->items[record].index;
        uint8_t needed = world->network->needed_level[i];
        if (portfolio->capabilities[old].ready != GP_NO_DAY || needed <= whole->floors[old])
            continue;
        own->rises = true;
        if (needed > floors[old]) floors[old] = needed;
    }
}

/* ---- one measure ---- */

/* What is wrong with the measure is told, what is worth a warning was told of the file. */
static bool is_error(const gp_finding *finding, void *object)
{
    (void)object;
    return finding->severity == GP_ERROR;
}

static gp_status tell_errors(gp_job *job, gp_job *world_job)
{
    uint32_t from;
    gp_findings(job, &from);
    GP_TRY(gp_adopt_job(job, world_job));
    gp_keep_findings_from(job, from, is_error, NULL);
    return GP_INVALID;
}

/* A circle: of the portfolio as the measure makes it, or only of steps that others ask for. */
static gp_status check_circles(gp_world *world, gp_own *own)
{
    bool has_order;
    const gp_network *network;
    GP_TRY(gp_try_order(world->job, world->network, &has_order));
    if (has_order) return GP_OK;
    gp_object(&own->objection, "portfolio", "requires");
    return gp_build_network(world->job, world->given, &network);
}

static gp_status note_raised(gp_whole *whole, const gp_world *world, gp_own *own)
{
    own->raised.count = 0;
    for (uint32_t i = 0; i < world->given->capability_count; i++) {
        const gp_raised one = {world->record_of[world->given->capabilities[i].symbol],
                               world->raised[i]};
        if (one.level && !gp_push(whole->job, &own->raised, &one, 1))
            return gp_no_memory(whole->job);
    }
    return GP_OK;
}

/* Its texts may be of the world. */
static gp_status keep_objection(gp_whole *whole, gp_objection *objection)
{
    if (!objection->what) return GP_OK;
    objection->what = gp_copy_text(whole->job, objection->what, strlen(objection->what));
    return objection->what ? GP_OK : gp_no_memory(whole->job);
}

/* Reads one into a job of its own, which goes when what it does is known. */
static gp_status read_one(gp_job *job, gp_whole *whole, const gp_repair_options *options,
                          const gp_owns *owns, gp_own *own, uint8_t *floors)
{
    const gp_candidate candidate = gp_own_candidate(gp_whole_portfolio(whole), own->measure);
    const gp_candidate *const all[] = {&candidate};
    gp_world *world;
    own->objection = (gp_objection){NULL, NULL};
    GP_TRY(gp_open_world(job, whole, options->worlds, all, 1, &world));
    GP_TRY(check_circles(world, own));
    GP_TRY(check_held(whole, world, own));
    raise_floors(whole, world, floors, own);
    if (own->rises) return GP_OK; /* it is read again */
    GP_TRY(gp_bring(whole, world, owns, own));
    own->found = GP_NEW(whole->job, gp_differences, 1);
    if (!own->found) return gp_no_memory(whole->job);
    GP_TRY(gp_find_differences(whole->job, whole, world, own->found));
    if (!own->objection.what) own->objection = own->found->objection;
    GP_TRY(keep_objection(whole, &own->objection));
    return note_raised(whole, world, own);
}

static gp_status read_measure(gp_whole *whole, const gp_repair_options *options,
                              const gp_owns *owns, gp_own *own, uint8_t *floors)
{
    gp_job *job = gp_job_new();
    if (!job) return gp_no_memory(whole->job);
    gp_status status = read_one(job, whole, options, owns, own, floors);
    if (status == GP_INVALID) return tell_errors(whole->job, job);
    gp_job_free(job);
    return status == GP_NO_MEMORY ? gp_no_memory(whole->job) : status;
}

/* ---- all of them ---- */

/* All are told that are wrong. */
static gp_status read_all(gp_whole *whole, const gp_repair_options *options, const gp_owns *owns,
                          uint8_t *floors)
{
    gp_status worst = GP_OK;
    for (uint32_t i = 0; i < owns->count; i++) {
        gp_status status = read_measure(whole, options, owns, owns->all[i], floors);
        if (status != GP_OK && status != GP_INVALID) return status;
        if (status == GP_INVALID) worst = status;
    }
    return worst;
}

/* Do capabilities that have these steps depend on each other in a circle? */
static gp_status has_circle(const gp_whole *whole, const uint8_t *floors, bool *out)
{
    gp_job *scratch = gp_job_new();
    gp_network *network;
    bool has_order = false;
    gp_status status =
        scratch ? gp_make_network_to(scratch, gp_whole_portfolio(whole), floors, &network)
                : GP_NO_MEMORY;
    if (status == GP_OK) status = gp_try_order(scratch, network, &has_order);
    gp_job_free(scratch);
    *out = !has_order;
    return status == GP_OK ? GP_OK : gp_no_memory(whole->job);
}

/* Where steps are asked for that nobody asked for before, what each measure does to those counts as
 * well: all are read again. */
static gp_status read_rounds(gp_whole *whole, const gp_repair_options *options, const gp_owns *owns)
{
    uint32_t count = gp_whole_portfolio(whole)->capability_count;
    uint8_t *floors = GP_NEW(whole->job, uint8_t, count);
    if (!floors) return gp_no_memory(whole->job);
    for (int round = 0; round < GP_OWN_ROUNDS; round++) {
        bool rises = false, is_circle = false;
        if (count) memcpy(floors, whole->floors, count);
        GP_TRY(read_all(whole, options, owns, floors));
        for (uint32_t i = 0; i < owns->count; i++) rises |= owns->all[i]->rises;
        if (!rises) return GP_OK;
        GP_TRY(has_circle(whole, floors, &is_circle));
        if (is_circle) break;
        if (round + 1 == GP_OWN_ROUNDS) break;
        memcpy(whole->floors, floors, count);
        GP_TRY(gp_extend_whole(whole));
    }
    for (uint32_t i = 0; i < owns->count; i++)
        if (owns->all[i]->rises) gp_object(&owns->all[i]->objection, "portfolio", "requires");
    return GP_OK;
}

static int by_id(const void *left, const void *right)
{
    const gp_own *const *a = left, *const *b = right;
    return strcmp((*a)->id, (*b)->id);
}

gp_status gp_read_own(gp_whole *whole, const gp_repair_options *options, gp_owns *out)
{
    const gp_portfolio *portfolio = gp_whole_portfolio(whole);
    gp_own **all = GP_NEW(whole->job, gp_own *, portfolio->measure_count);
    uint32_t count = 0;
    if (!all) return gp_no_memory(whole->job);
    for (uint32_t i = 0; i < portfolio->measure_count; i++) {
        if (options->not_measures && options->not_measures[i]) continue;
        gp_own *own = GP_NEW(whole->job, gp_own, 1);
        if (!own) return gp_no_memory(whole->job);
        own->measure = i;
        own->id = portfolio->measures[i].id;
        own->brought.size = sizeof(gp_brought);
        own->raised.size = sizeof(gp_raised);
        all[count++] = own;
    }
    if (count) qsort(all, count, sizeof *all, by_id);
    *out = (gp_owns){all, count};
    return read_rounds(whole, options, out);
}
