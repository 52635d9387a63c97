/* SPDX-License-Identifier: MIT
 * The plan with some candidates taken. To take one, or to leave it, costs what comes after the
 * activities that it touches. Private to core/repair. */
#ifndef GP_REPAIR_WHAT_IF_H
#define GP_REPAIR_WHAT_IF_H

#include "core/pass.h"
#include "core/repair/model.h"

/* An effect of a candidate on an activity, or on what it requires. */
typedef struct gp_touch {
    uint32_t candidate;
    const gp_effect *effect;
} gp_touch;

/* The activity that an effect is on, or on what it requires. */
static inline uint32_t gp_touched_activity(const gp_repair_model *model, const gp_effect *effect)
{
    return effect->kind == GP_EFFECT_UNIT ? model->units[effect->target].to : effect->target;
}

/* What touches what; the same for all plans of a model. */
typedef struct gp_touches {
    const gp_touch *touches;
    const uint32_t *first; /* touches[first[a] .. first[a + 1]) are on activity a, by candidate */
} gp_touches;
gp_status gp_index_touches(gp_job *job, const gp_repair_model *model, gp_touches *out);

typedef struct gp_what_if {
    const gp_repair_model *model;
    gp_touches touches;
    bool *is_taken; /* by candidate */

    gp_network network; /* the model's, with arrays of its own */
    gp_portfolio portfolio;
    gp_activity *activities;
    gp_arc *arcs;
    gp_requirement *requirements;
    gp_intervention *interventions;
    gp_capability *capabilities;
    gp_window *windows; /* by activity: in place of the record's, where that is held otherwise */
    bool *is_there;     /* by activity: its level is there already */
    gp_day *needed_by;  /* by activity: of an intervention; GP_NO_DAY: no date is asked */

    gp_known known;
    const uint32_t *unit_first;        /* by activity: its units in the model */
    const uint32_t *next, *next_first; /* next[next_first[a] .. next_first[a + 1]): activities that
                                        * may wait for a, whatever is taken */
    uint32_t *rank;                    /* by activity: its place in the order */
    uint64_t *waiting;                 /* a bit by rank: to be computed again */
    uint32_t lowest;                   /* no rank below waits */
    uint64_t effort;                   /* activities computed so far */
} gp_what_if;

/* With nothing taken, computed. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
gp_status gp_open_what_if(gp_job *job, const gp_repair_model *model, gp_what_if *out);

/* Takes a candidate, or leaves it: what it touches is made anew, and waits to be computed. */
void gp_take_candidate(gp_what_if *plan, uint32_t candidate, bool is_taken);

/* The same for all of them. */
void gp_take_candidates(gp_what_if *plan, const bool *is_taken);

/* Computes what waits, and what comes after it. */
void gp_settle_plan(gp_what_if *plan);

/* How many days an intervention's activity is late; 0: in time. Of a settled plan. */
int32_t gp_late_if(const gp_what_if *plan, uint32_t activity);

/* The effect that counts among those taken on one thing of an activity; NULL: as it is. */
const gp_effect *gp_strongest(const gp_what_if *plan, uint32_t activity, gp_effect_kind kind,
                              uint32_t target);

#endif
