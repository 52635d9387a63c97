/* SPDX-License-Identifier: MIT
 *
 * The portfolio: what the user wrote, checked and with its ids resolved. */
#ifndef GROEIPAD_PORTFOLIO_H
#define GROEIPAD_PORTFOLIO_H

#include "groeipad/job.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gp_stage { GP_STAGE_NONE, GP_EXPLORE, GP_DEVELOP, GP_EXPLOIT } gp_stage;
typedef enum gp_uncertainty {
    GP_UNCERTAINTY_NONE,
    GP_UNCERTAINTY_LOW,
    GP_UNCERTAINTY_MEDIUM,
    GP_UNCERTAINTY_HIGH
} gp_uncertainty;
typedef enum gp_scope { GP_SCOPE_NONE, GP_SCOPE_BOUND, GP_SCOPE_GENERAL } gp_scope;
typedef enum gp_capability_status {
    GP_CAPABILITY_STATUS_NONE,
    GP_UNIDENTIFIED,
    GP_IDENTIFIED,
    GP_PLANNED,
    GP_IN_DEVELOPMENT,
    GP_AVAILABLE,
    GP_AT_RISK
} gp_capability_status;
typedef enum gp_by {
    GP_BY_START,
    GP_BY_LIVE,   /* the start may come earlier: it waits to be ready */
    GP_BY_READY,  /* the work moves as a whole: it starts so that it is not ready earlier */
    GP_BY_DEFAULT /* in a draft only: live for an intervention's capability, else start */
} gp_by;
typedef enum gp_decided_by { GP_DECIDED_NONE, GP_DECIDED_POLICY, GP_DECIDED_STAFF } gp_decided_by;
typedef enum gp_direction {
    GP_DIRECTION_NONE,
    GP_DIRECTION_MORE,
    GP_DIRECTION_LESS,
    GP_DIRECTION_OTHERWISE
} gp_direction;
typedef enum gp_mismatch { GP_MISMATCH_NONE, GP_TOO_LITTLE, GP_TOO_MUCH, GP_WRONG_WAY } gp_mismatch;
#define GP_LEVEL_MAX 5

/* "X needs target". The id of the target is portfolio->ids[target]. */
typedef struct gp_requirement {
    uint32_t target;        /* symbol: index into portfolio->ids */
    uint16_t group;         /* 0: must be met; else one of the neighbours with this number must */
    uint8_t level;          /* 1..5; of no meaning when the target is an intervention */
    uint8_t by : 2;         /* gp_by: before the requirer starts, goes live, or is ready */
    bool is_from_start : 1; /* the target must have started, not be ready */
    gp_duration lag;        /* unit NONE: no lag */
    gp_place place;
} gp_requirement;

/* Dates that a record must keep to; GP_NO_DAY: not given. */
typedef struct gp_window {
    gp_day not_before;       /* does not start earlier */
    gp_day not_ready_before; /* is not ready earlier; its start moves with it */
    gp_day start_by;         /* should have started by then */
    gp_day needed_by;        /* of a capability: should be ready by then */
} gp_window;

/* requirements[first .. first + count) of the portfolio. */
typedef struct gp_span {
    uint32_t first, count;
} gp_span;

typedef enum gp_distribution {
    GP_PERT, /* beta with lambda 4 (Malcolm, Roseboom, Clark, Fazar 1959) */
    GP_TRIANGULAR,
    GP_UNIFORM,
    GP_DISCRETE
} gp_distribution;

/* One of the durations of a GP_DISCRETE estimate. */
typedef struct gp_chance {
    gp_duration duration;
    double weight; /* more than 0; of no scale */
} gp_chance;

/* How the durations between the points of an estimate are spread. */
typedef struct gp_spread {
    gp_distribution distribution;
    const gp_chance *chances; /* GP_DISCRETE: as written; else NULL */
    uint32_t chance_count;
} gp_spread;

/* A three-point duration; a plain one fills likely alone. The plan uses likely: of a discrete one
 * the duration with the most weight, of equals the first. Its min and max are then not given. */
typedef struct gp_estimate {
    gp_duration min, likely, max;
    const gp_spread *spread; /* NULL: GP_PERT */
} gp_estimate;

typedef enum gp_aspect { GP_SKILLS, GP_METHODS, GP_TOOLS, GP_ASPECT_COUNT } gp_aspect;

/* How long a step takes: the longest of its aspects where it has any, else lead_time. */
typedef struct gp_lead {
    gp_estimate lead_time;
    const gp_estimate *aspects; /* GP_ASPECT_COUNT, unit NONE where not given; or NULL */
} gp_lead;

/* One entry of a capability's `levels`. */
typedef struct gp_level {
    uint8_t level; /* 1..5 */
    gp_lead lead;
    const gp_planning *planning; /* NULL: the capability's */
    gp_span requires;
    gp_place place;
} gp_level;

typedef struct gp_capability {
    uint32_t symbol;
    uint32_t parent;  /* symbol of the capability that it is part of; GP_NONE: of none. A grouping
                       * for  readers: no date rests on it. Never in a circle; of a narrowed
                       * portfolio  the next one above that is in it. */
    const char *name; /* never NULL: the id where no name was given */
    gp_place place;
    gp_lead lead;
    const gp_level *levels;            /* ascending, or NULL */
    const gp_planning *planning;       /* NULL: the portfolio's; round of unit NONE: none */
    const gp_window *window;           /* or NULL */
    gp_day identified, started, ready; /* GP_NO_DAY: not given */
    uint32_t progress : 7;             /* percent of its first missing step that is done, 0..100 */
    uint32_t level : 3;       /* 0..5: what the organisation has; "available" without one is 1 */
    uint32_t has_level : 1;   /* the level was written down */
    uint32_t level_count : 3; /* of levels */
    uint32_t scope : 2;       /* gp_scope */
    uint32_t status : 3;      /* gp_capability_status */
    const char *owner;        /* or NULL */
    const char *const *tags;  /* in the order of the file, NULL at the end; or NULL */
    const char *url;          /* `x-url`: http, https, mailto, relative; or NULL */
    gp_span requires;
} gp_capability;

typedef struct gp_addressed {
    uint32_t dimension; /* index into portfolio->dimensions */
    uint8_t direction;  /* gp_direction */
} gp_addressed;

typedef struct gp_intervention {
    uint32_t symbol;
    const char *name;
    gp_place place;
    uint8_t stage;           /* gp_stage */
    uint8_t uncertainty;     /* gp_uncertainty */
    uint8_t decided_by;      /* gp_decided_by */
    uint8_t progress;        /* percent of its work that is done, 0..100 */
    gp_day start;            /* GP_NO_DAY: the status date */
    gp_day needed_by;        /* GP_NO_DAY: not given */
    gp_duration duration;    /* filled in: one cycle where not given */
    gp_duration cycle;       /* filled in: the portfolio's where not given */
    const gp_window *window; /* or NULL; its needed_by is not used */
    const char *owner, *url; /* as of a capability */
    const char *const *tags; /* likewise */
    const gp_addressed *addresses;
    uint32_t address_count;
    const uint32_t *segments, *situations, *scenarios; /* indices into the lists below */
    uint32_t segment_count, situation_count, scenario_count;
    gp_span requires;
} gp_intervention;

/* A dimension, segment, situation or scenario. */
typedef struct gp_term {
    const char *id;
    const char *name; /* the id where no name was given */
    gp_place place;
} gp_term;

typedef struct gp_terms {
    const gp_term *terms;
    uint32_t count;
} gp_terms;

typedef struct gp_measurement {
    uint32_t dimension, segment, situation; /* GP_NONE: all of them */
    double need, experience;                /* 0..1; negative: not given */
    uint8_t mismatch;                       /* gp_mismatch */
    gp_day on;
    const char *source; /* or NULL */
    gp_place place;
} gp_measurement;

/* Something that can be decided, at a cost: the changes that it stands for are known to those who
 * read (gp_read_options.changes). */
typedef struct gp_measure {
    const char *id, *name; /* the id where no name was given */
    gp_place place;
    double cost;              /* >= 0, in portfolio->cost_unit; 0 where not given */
    const uint32_t *excludes; /* indices into portfolio->measures, as written: not both */
    uint32_t exclude_count;
    const uint32_t *needs; /* likewise: these as well */
    uint32_t need_count;
} gp_measure;

/* Something that happens or not, and delays all that it affects by the same time. */
typedef struct gp_risk {
    const char *id, *name; /* the id where no name was given */
    gp_place place;
    double probability; /* 0..1 */
    gp_estimate delay;
    const uint32_t *affects; /* symbols, as written */
    uint32_t affect_count;
    const char *owner;            /* or NULL */
    double mitigated_probability; /* where it is mitigated; negative: no such thing was given */
    gp_estimate mitigated_delay;  /* likewise; likely of unit NONE: as `delay` */
    double mitigation_cost;       /* negative: not given */
} gp_risk;

/* The work of these varies together. */
typedef struct gp_correlation {
    const uint32_t *symbols; /* two or more, as written */
    uint32_t symbol_count;
    double coefficient; /* of any two of them, -1..1; negative: of two only */
    gp_place place;
} gp_correlation;

typedef enum gp_item_kind {
    GP_ITEM_MISSING, /* referred to, defined nowhere */
    GP_ITEM_CAPABILITY,
    GP_ITEM_INTERVENTION,
    GP_ITEM_ELSEWHERE /* only in another future (gp_select_scenario); its index is GP_NONE */
} gp_item_kind;

/* What an id stands for. index: into capabilities, interventions or missing. */
typedef struct gp_item {
    gp_item_kind kind;
    uint32_t index;
} gp_item;

typedef struct gp_portfolio {
    const char *title; /* "" where not given */
    gp_day status_date;
    gp_language language;
    bool has_language; /* the file says so */
    gp_planning planning;
    gp_duration cycle;
    bool is_chain_start; /* planning.scope: a step with a predecessor is not rounded */
    gp_calendar calendar;
    const char *const *ids; /* by symbol, in order of first mention */
    const gp_item *items;   /* by symbol */
    uint32_t symbol_count;
    const struct gp_names *names;      /* id -> symbol, see gp_find_symbol */
    const gp_capability *capabilities; /* in the order of the file */
    uint32_t capability_count;
    const gp_intervention *interventions; /* likewise */
    uint32_t intervention_count;
    const uint32_t *missing; /* symbols that nothing defines, in order of first mention */
    uint32_t missing_count;
    const gp_requirement *requirements;
    uint32_t requirement_count;
    gp_terms dimensions, segments, situations, scenarios;
    const gp_measure *measures; /* in the order of the file */
    uint32_t measure_count;
    const char *cost_unit; /* of their costs: "kEUR", "points"; NULL: not given */
    uint32_t scenario;     /* narrowed to this future (gp_select_scenario); GP_NONE: all of them */
    const gp_measurement *measurements;
    uint32_t measurement_count;
    const gp_risk *risks; /* in the order of the file */
    uint32_t risk_count;
    const gp_correlation *correlations; /* likewise */
    uint32_t correlation_count;
} gp_portfolio;

/* The symbol of an id, or GP_NONE. Cost: O(length). */
GP_API uint32_t gp_find_symbol(const gp_portfolio *portfolio, const char *id);

/* The name of what an id stands for: the id itself where it was given none, or is missing. */
GP_API const char *gp_symbol_name(const gp_portfolio *portfolio, uint32_t symbol);

/* Whether an id says what a name says: the same letters and figures, whatever their case and
 * accents and the blanks and dashes between them. People then read one of the two. Cost: O(length).
 */
GP_API bool gp_says_same(const char *id, const char *name);

/* A finding as people read it: with names in place of ids, or beside them ("Customer view [c360]").
 * Its id for scripts is then gone: it is for its message. Owner: the job. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_name_finding(gp_job *job, const gp_portfolio *portfolio, bool with_ids,
                                 const gp_finding *finding, gp_finding *out);

/* The id in the portfolio nearest to the text, or NULL; defined ids only. */
GP_API const char *gp_nearest_id(const gp_portfolio *portfolio, const char *text);

#ifdef __cplusplus
}
#endif
#endif
