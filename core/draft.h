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

/* The terms of one kind: dimensions, segments, situations, scenarios or measures. */
typedef struct gp_term_list {
    gp_names names;
    gp_array terms;   /* gp_term */
    gp_array defined; /* uint32_t by provisional number: index into terms, or GP_NONE */
    gp_array uses;    /* gp_term_use */
} gp_term_list;

/* What is not known of a record. */
typedef struct gp_doubt {
    uint32_t symbol;
    uint16_t parts; /* gp_input_part */
} gp_doubt;

/* Where the file says what a capability is part of. */
typedef struct gp_parent_use {
    uint32_t capability; /* index into the draft's capabilities */
    gp_place place;
} gp_parent_use;

/* Where a measure says that it needs another, or excludes it. */
typedef struct gp_measure_use {
    uint32_t owner; /* index of the measure; GP_NONE: it is none, another has its id */
    uint32_t term;  /* provisional: symbol in the names of measures */
    bool excludes;
    gp_place place;
} gp_measure_use;

/* Where a risk or a correlation refers to a record. */
typedef struct gp_record_use {
    uint32_t symbol;
    const char *key; /* that it stands under */
    gp_place place;
} gp_record_use;

/* A record without a usable id: what is shown in its place. */
typedef struct gp_nameless {
    uint32_t symbol;
    const char *shown;
} gp_nameless;

struct gp_draft {
    gp_job *job;
    gp_settings settings;
    gp_names names; /* ids of interventions and capabilities */
    gp_names texts; /* pooled texts */
    gp_array items; /* gp_item by symbol */
    gp_array capabilities, interventions, requirements, measurements;
    gp_names risk_ids;   /* by number: index into the risks */
    gp_names correlated; /* sets of symbols, as texts; by number: index into the correlations */
    gp_array risks, correlations;
    gp_array record_uses;  /* gp_record_use: of risks and correlations */
    gp_array measures;     /* gp_measure, beside their terms: what terms do not say */
    gp_array measure_uses; /* gp_measure_use, by owner */
    gp_array parents;      /* gp_parent_use, by capability: empty where nobody groups */
    gp_term_list terms[GP_TERM_KINDS];
    gp_portfolio portfolio;
    uint16_t unknown;          /* gp_input_part: of the whole */
    gp_array doubts, nameless; /* gp_doubt, gp_nameless: empty where nothing is wrong */
    gp_array edges;            /* uint32_t: requirements that cannot be (GP108, GP109) */
};

/* Makes the portfolio of a draft, whatever is wrong with it. */
gp_status gp_fill_portfolio(gp_draft *draft);

/* What is shown of an id: of a record without one, what stands for it. */
const char *gp_shown_id(const gp_draft *draft, uint32_t symbol);

/* The draft that failed last in this job, for gp_check_rest. */
gp_status gp_keep_failed(gp_draft *draft);
gp_draft *gp_take_failed(gp_job *job);

/* The paper's eight dimensions, for a portfolio that lists none. */
gp_status gp_add_paper_dimensions(gp_draft *draft);

/* Checks that parents are capabilities and that nothing is part of itself; only for an error
 * (GP116, GP117) is a parent taken off. Cost: O(V + E). */
gp_status gp_check_parents(gp_draft *draft);

/* Checks what risks and correlations refer to (GP106), and that correlations can hold together
 * (GP150). What is wrong is left out, so that the rest can be judged without it. */
gp_status gp_check_risks(gp_draft *draft);

/* The provisional number of a term's id, made when new; GP_NONE: no memory. */
uint32_t gp_draft_term_number(gp_draft *draft, gp_term_kind kind, const char *id);

/* Checks what measures say of each other (GP106, GP142, GP143). Cost: O(measures + uses), and
 * what core/draft_excludes.c bounds. */
gp_status gp_check_measure_uses(gp_draft *draft);

/* The measures of a draft, in the portfolio; what names none is left out. */
gp_status gp_fill_measures(gp_draft *draft, gp_portfolio *portfolio);

/* An id that is defined already. */
gp_status gp_report_duplicate(gp_job *job, gp_argument what, const char *id, gp_place place,
                              gp_place first);

/* Ids that only such mistakes name are none that the portfolio lacks: these were put elsewhere, and
 * those that a requirement names as well come back. */
void gp_take_back_required(gp_draft *draft);

/* Checks requirements against what their targets are, and settles their `by`. */
gp_status gp_check_requirements(gp_draft *draft);

#endif
