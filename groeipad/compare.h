/* SPDX-License-Identifier: MIT
 *
 * What changed between two versions of a portfolio, what moved, and why. */
#ifndef GROEIPAD_COMPARE_H
#define GROEIPAD_COMPARE_H

#include "groeipad/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- edits: what changed ---- */

typedef enum gp_edit_what {
    GP_EDIT_ADDED,
    GP_EDIT_REMOVED,
    GP_EDIT_CHANGED,
    GP_EDIT_RENAMED /* a guess; it changes nothing else */
} gp_edit_what;

typedef enum gp_edit_kind {
    GP_EDIT_SETTING,
    GP_EDIT_INTERVENTION,
    GP_EDIT_CAPABILITY,
    GP_EDIT_LEVEL,       /* of an entry of a capability's `levels` */
    GP_EDIT_REQUIREMENT, /* all differences between the same two records */
    GP_EDIT_DIMENSION,
    GP_EDIT_SEGMENT,
    GP_EDIT_SITUATION,
    GP_EDIT_SCENARIO,
    GP_EDIT_MEASUREMENT,
    GP_EDIT_MEASURE
} gp_edit_kind;

/* One elementary difference between two versions. Texts live as long as the job. */
typedef struct gp_edit {
    uint8_t what;    /* gp_edit_what */
    uint8_t kind;    /* gp_edit_kind */
    bool matters;    /* a date may rest on it */
    const char *id;  /* of the record, as it is called in NEW; NULL: a setting, a measurement */
    const char *key; /* "lead_time", "planning.round", "levels[2].lead_time"; NULL: the whole */
    const char *const *requires; /* ids of the target, or of the alternatives; ascending */
    uint32_t require_count;
    const char *old_value, *new_value; /* JSON as written, on one line; NULL: there is none */
    gp_place place;                    /* in NEW; of what is gone: in OLD */
    bool is_place_in_old;
} gp_edit;

typedef struct gp_edits {
    const gp_edit *edits;
    uint32_t count;
    const struct gp_edit_sources *sources; /* what the edits were made from; for io alone */
} gp_edits;

/* ---- shares: why it moved ---- */

/* Makes the portfolio of OLD with some of the edits made. is_applied: by edit. Errors: GP_INVALID
 * where no portfolio is in it, and the job's findings say why (a circle is none of those);
 * GP_NO_MEMORY. */
typedef struct gp_variants {
    gp_status (*make)(void *object, gp_job *job, const bool *is_applied, const gp_portfolio **out);
    void *object;
} gp_variants;

/* What one edit has to do with one live date, in days; later is positive. */
typedef struct gp_edit_share {
    uint32_t edit;
    uint32_t group;  /* edits that can only be made together have the same one, and the same days,
                      * which count once; else GP_NONE */
    int32_t share;   /* Shapley value (Shapley 1953); those of an intervention add up to its slip */
    int32_t alone;   /* f({e}) - f(none) */
    int32_t without; /* f(all) - f(all but e) */
} gp_edit_share;

typedef struct gp_slip {
    uint32_t symbol;   /* of the intervention in NEW */
    bool is_estimated; /* over a sample of orders, not all of them */
    const gp_edit_share
        *shares; /* of the edits that matter to it; the largest first, then by number */
    uint32_t count;
} gp_slip;

/* Of every intervention that is in both versions and whose live date is another; by id. */
typedef struct gp_shares {
    const gp_slip *slips;
    uint32_t count;
} gp_shares;

#ifdef __cplusplus
}
#endif
#endif
