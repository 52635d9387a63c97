/* SPDX-License-Identifier: MIT
 * A portfolio under construction: records as a reader hands them over. Private to core. */
#ifndef GP_DRAFT_H
#define GP_DRAFT_H

#include "core/names.h"
#include "groeipad/draft.h"

typedef struct gp_term_use {
    uint32_t term; /* provisional: symbol in the names of its kind */
    gp_place place;
} gp_term_use;

/* The terms of one kind: dimensions, segments, situations or scenarios. */
typedef struct gp_term_list {
    gp_names names;
    gp_array terms;   /* gp_term */
    gp_array defined; /* uint32_t by provisional number: index into terms, or GP_NONE */
    gp_array uses;    /* gp_term_use */
} gp_term_list;

struct gp_draft {
    gp_job *job;
    gp_settings settings;
    gp_names names; /* ids of interventions and capabilities */
    gp_names texts; /* pooled texts */
    gp_array items; /* gp_item by symbol */
    gp_array capabilities, interventions, requirements, measurements;
    gp_term_list terms[GP_TERM_KINDS];
    gp_portfolio portfolio;
};

/* The paper's eight dimensions, for a portfolio that lists none. */
gp_status gp_add_paper_dimensions(gp_draft *draft);

/* Checks requirements against what their targets are, and settles their `by`. */
gp_status gp_check_requirements(gp_draft *draft);

#endif
