/* SPDX-License-Identifier: MIT
 * What is drawn before it is written: private to support_repair_draw.c and
 * support_repair_measures.c. */
#ifndef GP_TESTS_SUPPORT_REPAIR_DRAWN_H
#define GP_TESTS_SUPPORT_REPAIR_DRAWN_H

#include "tests/support_draft.h"
#include "tests/support_repair.h"

#include <stdio.h>

#define CAPABILITIES_MAX 40
#define TARGETS_MAX 3
#define REQUIRES_MAX 3

typedef struct drawn_requirement {
    uint32_t targets[TARGETS_MAX], count; /* capabilities; several: any of them */
    uint32_t level;                       /* 1: not said */
    const char *more;                     /* by, from, lag: or "" */
} drawn_requirement;

typedef struct drawn_capability {
    uint32_t weeks; /* of lead time; 0: unknown */
    char unit;      /* 'w', 'm', 'd' (working days), 'e' (an estimate), 'a' (aspects) */
    uint32_t level; /* has */
    uint32_t entry; /* the level of which `levels` has an entry; 0: none */
    uint32_t entry_weeks;
    const char *more; /* keys */
    drawn_requirement requires[REQUIRES_MAX];
    uint32_t require_count;
} drawn_capability;

typedef struct drawn_intervention {
    drawn_requirement requires[REQUIRES_MAX];
    uint32_t require_count;
    uint32_t on; /* another intervention, or its own number: none */
    uint32_t weeks;
    const char *more;
    gp_day needed_by;
} drawn_intervention;

typedef struct drawn {
    uint64_t seed, measure_seed;
    const repair_taste *taste;
    drawn_capability capabilities[CAPABILITIES_MAX];
    drawn_intervention interventions[REPAIR_LIVES_MAX];
    uint32_t capability_count, intervention_count, measure_count;
    const char *settings, *finer; /* planning, and one with more rounds: all of the old ones too */
    bool is_ready;                /* needed_by is known */
    bool is_left_out[REPAIR_MEASURES_MAX];
} drawn;

uint32_t draw(drawn *d, uint32_t below);
#define ONE_OF(d, list) (list)[draw(d, sizeof(list) / sizeof *(list))]

/* In JSON: one of the targets of a requirement, all of it, a lead time. */
void write_target(FILE *out, uint32_t target, const drawn_requirement *r, const char *more);
void write_requirement(FILE *out, const drawn_requirement *r);
void write_lead(FILE *out, char unit, uint32_t weeks);

/* The list of measures, with a comma before it; nothing where there are none. */
void write_measures(drawn *d, FILE *out);

#endif
