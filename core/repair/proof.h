/* SPDX-License-Identifier: MIT
 * Why is an intervention late, and what can be done about that? Its driving path, with every
 * alternative's way where there are alternatives, is late by itself. All candidates that do not
 * touch it can be taken, and of those that do as many as leave it late: one of the others must be
 * taken, or the intervention is late (a cut). Private to core/repair. */
#ifndef GP_REPAIR_PROOF_H
#define GP_REPAIR_PROOF_H

#include "core/repair/what_if.h"

/* What drives one activity of a proof: arcs[0 .. count) of the plan from `first` on, of which one
 * must come: a unit, or the step before it. */
typedef struct gp_proof_source {
    uint32_t first, count;
} gp_proof_source;

#define GP_PROOF_SOURCES 3
typedef struct gp_proof_node {
    uint32_t activity;
    gp_proof_source
        sources[GP_PROOF_SOURCES]; /* of its ready date, of its start, and of why it is not known */
    uint8_t source_count;
} gp_proof_node;

typedef struct gp_prover {
    gp_job *job;
    const gp_repair_model *model;
    gp_what_if grown;    /* what is taken of the candidates that touch the proof */
    gp_array nodes;      /* gp_proof_node, in topological order */
    gp_array touching;   /* uint32_t: candidates that touch the proof */
    gp_array cut;        /* uint32_t */
    gp_known low;        /* what the proof alone makes of its activities */
    uint32_t *unit_of;   /* by arc: its unit, or GP_NONE */
    uint8_t *need;       /* by activity: what of it the proof is about */
    uint32_t *seen;      /* by activity: the last proof that it is in */
    uint32_t *met;       /* by candidate: the last proof that it touches */
    uint32_t proof;      /* number of the last one */
    uint32_t target;     /* the activity that it is about */
    uint32_t *arc_first; /* by activity: zero, but for the one that is computed */
    gp_arc *arcs;        /* those into it */
    uint64_t effort;
} gp_prover;

/* Owner: the job. Errors: GP_NO_MEMORY. */
gp_status gp_open_prover(gp_job *job, const gp_repair_model *model, gp_prover *out);

/* Finds what makes the target late in a settled plan. Cost: O(what it rests on). */
gp_status gp_prove_late(gp_prover *prover, const gp_what_if *plan, uint32_t target);

/* Which candidates a cut should keep out first: those that come first may be taken first. */
typedef enum gp_cut_order {
    GP_CUT_CHEAP_TAKEN, /* so that what is left is dear */
    GP_CUT_DEAR_TAKEN,
    GP_CUT_FIRST_TAKEN, /* by number */
    GP_CUT_LAST_TAKEN,
    GP_CUT_ORDERS
} gp_cut_order;

/* A cut of the proof at hand: candidates of which one must be taken, or the target is at least
 * `late_days` late (>= 1) whatever else is taken. base: what is taken at least. In
 * prover->cut, ascending. *holds is false where the proof does not show it: then there is none.
 * Cost: O(candidates that touch the proof x its length). */
gp_status gp_grow_cut(gp_prover *prover, const bool *base, int32_t late_days, gp_cut_order order,
                      bool *holds);

#endif
