/* SPDX-License-Identifier: MIT
 * What the guard's parts share. Private to guard*.c. */
#ifndef GP_REPAIR_GUARD_PARTS_H
#define GP_REPAIR_GUARD_PARTS_H

#include "core/repair/guard.h"

typedef struct gp_guard {
    gp_whole *whole;
    const gp_owns *owns;
    gp_job *job;                       /* scratch */
    gp_network network;                /* all arcs that there may be, in an order */
    bool *can_be_there;                /* by activity: some measure says that its level is */
    bool *is_marked;                   /* by activity: what is being looked for */
    bool *is_sensitive;                /* by unit: its alternatives may not be touched */
    bool *is_unknown, *can_be_unknown; /* by activity: whatever is taken; with something taken */
    uint32_t *leads_to; /* by activity: a step that waits for it, where one is marked */
} gp_guard;

/* Puts a candidate out, by a key of the record of an activity. */
void gp_put_out(const gp_guard *g, gp_whole_candidate *candidate, uint32_t activity,
                const char *key);

/* Each effect of those that are not out. */
typedef void gp_see_effect(const gp_guard *g, gp_whole_candidate *candidate,
                           const gp_effect *effect);
void gp_see_effects(const gp_guard *g, gp_see_effect *see);

/* The activity that an effect is about, and the key of its record. */
uint32_t gp_guard_target(const gp_guard *g, const gp_effect *effect);
const char *gp_guard_key(const gp_effect *effect);

/* Marks what marked activities lead to, and what leads to them; no activity is marked. */
void gp_carry_forward(const gp_guard *g);
void gp_carry_back(const gp_network *network, bool *is_marked);
void gp_clear_marks(const gp_guard *g);

/* Alternatives; steps that would wait for a round; last steps that are held back. */
gp_status gp_guard_alternatives(const gp_guard *g);
void gp_guard_chains(const gp_guard *g);
void gp_guard_held(const gp_guard *g);

#endif
