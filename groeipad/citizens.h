/* SPDX-License-Identifier: MIT
 *
 * Citizens: what they need against what they experience, which interventions answer that, and
 * which decision comes first. */
#ifndef GROEIPAD_CITIZENS_H
#define GROEIPAD_CITIZENS_H

#include "groeipad/filter.h"
#include "groeipad/plan.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- fit: what citizens need against what they experience ---- */

/* A share of a dimension's own scale, 0 .. GP_SHARE_FULL; GP_NO_SHARE: not given. Shares of two
 * dimensions have nothing to do with each other: nothing here adds up, averages, ranks or
 * compares over dimensions, and rows stand in the order of the portfolio's lists. */
typedef int32_t gp_share;
#define GP_SHARE_FULL 1000000
#define GP_NO_SHARE (-1)

/* One measurement. The gap is its `mismatch` where there is one; else too little where need is
 * above experience, too much where it is below; else none. */
typedef struct gp_reading {
    uint32_t measurement; /* index: where it stands, its source */
    gp_day on;
    gp_share need, experience;
    uint8_t gap;   /* gp_mismatch; GP_MISMATCH_NONE: need and experience fit, or unknown */
    bool is_known; /* false: neither judged, nor need and experience both measured */
    bool is_judged;
} gp_reading;

/* From one reading to a later one of the same dimension and context. */
typedef enum gp_trend {
    GP_TREND_UNKNOWN, /* no earlier reading, or no sizes to tell it by */
    GP_TREND_CLOSING,
    GP_TREND_WIDENING,
    GP_TREND_UNCHANGED,
    GP_TREND_TURNED /* it became another gap, such as too little that became too much */
} gp_trend;
GP_API gp_trend gp_compare_readings(const gp_reading *before, const gp_reading *after);

/* What a direction does to a gap: more answers too little, less too much, otherwise the wrong
 * way; no direction answers any. More worsens too much, less worsens too little. */
typedef enum gp_effect { GP_EFFECT_BESIDE, GP_EFFECT_ANSWERS, GP_EFFECT_WORSENS } gp_effect;
GP_API gp_effect gp_effect_of(gp_direction direction, gp_mismatch gap);

/* An intervention that addresses the dimension and applies in the context of a fit. */
typedef struct gp_touch {
    uint32_t intervention; /* index */
    uint8_t direction;     /* gp_direction */
    uint8_t effect;        /* gp_effect, on the newest gap */
    bool is_in_part;       /* it applies to a part of the people or the moments measured only */
    bool is_at_work;       /* it was live already when the newest reading was made */
    uint8_t change;        /* gp_trend from before it went live until now */
    uint32_t before;       /* the last reading before it went live, of this fit; GP_NONE */
    bool has_other_source; /* the reading before and the one after come from other sources */
} gp_touch;

/* What the iterative loop asks for next. */
typedef enum gp_next_step {
    GP_NEXT_KEEP,    /* it fits */
    GP_NEXT_CHOOSE,  /* a gap: choose or develop an intervention */
    GP_NEXT_DEVELOP, /* an intervention that answers it is on its way */
    GP_NEXT_ADJUST,  /* what answers it was at work already, and the gap is still there */
    GP_NEXT_MEASURE  /* something has changed since, or not all was measured */
} gp_next_step;

/* One dimension for one segment in one situation. */
typedef struct gp_fit {
    uint32_t dimension;
    uint32_t segment, situation; /* GP_NONE: all of them */
    const gp_reading *readings;  /* oldest first; the newest decides */
    uint32_t reading_count;      /* at least 1 */
    uint8_t trend;               /* gp_trend from the last earlier day on which it was measured */
    bool is_measured_once;       /* on one day only: no trend can be known */
    uint8_t next;                /* gp_next_step */
    const gp_touch *touches;     /* in the order of the file, GP_TOUCHES_MAX at most */
    uint32_t touch_count;
    bool has_more_touches;
    uint32_t first;      /* the intervention that can close it first, GP_NONE: nothing answers */
    bool is_at_work;     /* `first` was at work when last measured, as all that answer it were */
    bool is_in_part;     /* `first` applies to a part only */
    uint32_t due;        /* the intervention because of which it is due for measuring; GP_NONE */
    gp_day due_on;       /* went live, or ended its last iteration, on this day */
    bool is_due_live;    /* it went live */
    int32_t due_periods; /* how many iterations have ended since the last measurement */
} gp_fit;
#define GP_TOUCHES_MAX 32

/* How an address of an intervention fares. */
typedef enum gp_aim_outcome {
    GP_AIM_UNMEASURED, /* nothing was measured of the dimension where the intervention applies */
    GP_AIM_NO_GAP,     /* what was measured there fits */
    GP_AIM_OTHER_WAY,  /* there are gaps, and its direction answers none */
    GP_AIM_ANSWERS     /* it answers a gap, or did until it closed */
} gp_aim_outcome;

/* One entry of an intervention's `addresses`. Fits are indices into gp_fits.fits. */
typedef struct gp_aim {
    uint32_t intervention, dimension;
    uint8_t direction; /* gp_direction */
    uint8_t outcome;   /* gp_aim_outcome */
    uint32_t worsens;  /* the first fit that it pushes the wrong way, where it is right for no
                        * context that it applies to as a whole; GP_NONE */
    uint32_t too_little, too_much; /* both set: one behaviour for contexts that need opposites */
    uint32_t opposed_by; /* one with a smaller id that pulls the other way in a shared context */
} gp_aim;

typedef struct gp_fits {
    const gp_fit *fits; /* by dimension, segment, situation as listed; "all" before the first */
    uint32_t fit_count;
    const gp_aim *aims; /* in the order of the file */
    uint32_t aim_count;
    const uint32_t *aim_first; /* aims[aim_first[i] .. aim_first[i + 1]) are intervention i's */
} gp_fits;

/* How need and experience fit, per dimension and context, and what the interventions do about
 * it. An intervention touches a context when it applies to some of its people and moments; it
 * answers a gap also where that is a part only (is_in_part). Owner: the job; borrows from the
 * schedule. Errors: GP_NO_MEMORY. Cost: O(M log M + A) for M measurements and A addresses, and for
 * every fit the addresses of its dimension and the interventions limited to its segment or
 * situation; opposites: at most GP_OPPOSITES_WORK_MAX comparisons. Source of the model: Hogeschool
 * Utrecht 2022, "Een groeimodel voor persoonlijke dienstverlening"; dimensions not to be added up
 * or compared. */
#define GP_OPPOSITES_WORK_MAX (1U << 24)
GP_API gp_status gp_find_fits(gp_job *job, const gp_schedule *schedule, gp_fits *out);

/* The same with only the interventions that pass, and the contexts that one of them touches; filter
 * NULL: all. */
GP_API gp_status gp_find_fits_of(gp_job *job, const gp_schedule *schedule, const gp_filter *filter,
                                 gp_fits *out);

/* The library of contextual interventions: which apply for a segment in a situation? NULL in its
 * place: all of them, on the status date. */
typedef struct gp_library_question {
    uint32_t segment, situation; /* indices; GP_NONE: any */
    gp_day date;                 /* GP_NO_DAY: the status date */
    const gp_filter *filter;     /* only interventions that pass; NULL: all */
} gp_library_question;

typedef enum gp_readiness {
    GP_READY_NOW,       /* on the status date */
    GP_READY_FROM,      /* from `from` on */
    GP_READY_NOT_BEFORE /* rests on an unknown: not before `from` */
} gp_readiness;

/* One requirement of an intervention, met or not. */
typedef struct gp_library_need {
    uint32_t symbol;
    uint8_t level;     /* 0: an intervention */
    uint8_t readiness; /* gp_readiness */
    bool is_ready;     /* on the date asked for */
    uint16_t group;    /* 0, or the number of the alternatives of which one is enough */
    gp_day from;
} gp_library_need;

typedef struct gp_library_entry {
    uint32_t intervention; /* index; decided_by, addresses and contexts are in the portfolio */
    uint8_t readiness;     /* when it is live */
    bool is_ready;         /* on the date asked for */
    gp_day from;           /* the day it is live */
    const gp_library_need *needs; /* as written */
    uint32_t need_count;
} gp_library_entry;

typedef struct gp_library {
    gp_library_question question;    /* as it was asked, and the date that it meant */
    const gp_library_entry *entries; /* in the order of the file */
    uint32_t count;
} gp_library;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(contexts + requirements of interventions). */
GP_API gp_status gp_find_library(gp_job *job, const gp_schedule *schedule,
                                 const gp_library_question *question, gp_library *out);

/* ---- trace: from a citizen's gap to the decision that comes first ---- */

typedef enum gp_decision_kind {
    GP_DECISION_NONE,     /* all that it rests on is there or under way */
    GP_DECISION_IDENTIFY, /* the capability is not identified yet */
    GP_DECISION_START     /* it is; its work, or the intervention's, has not begun */
} gp_decision_kind;

typedef struct gp_decision {
    uint8_t kind;    /* gp_decision_kind */
    uint8_t verdict; /* gp_verdict */
    uint32_t activity;
    gp_day by; /* for the intervention that asks: of a capability the day its proposal must be in at
                * the latest, of an intervention its latest start */
} gp_decision;

typedef enum gp_closing {
    GP_CLOSING_NONE,    /* nothing answers the gap */
    GP_CLOSING_AT_WORK, /* what answers it was live when last measured, and it is still there */
    GP_CLOSING_LIVE,    /* went live since: measure whether it has closed */
    GP_CLOSING_PLANNED  /* can close from `from` on */
} gp_closing;

/* A step of a capability under the intervention: on its critical path, or on the way to the
 * decision that comes first. */
typedef struct gp_trace_step {
    uint32_t activity;
    bool is_critical;   /* on the critical path: it fixes the date */
    gp_day identify_by; /* as the intervention needs it; GP_NO_DAY: under way, or a given date */
    bool is_identified;
    uint8_t verdict; /* gp_verdict, see clashes */
} gp_trace_step;

typedef struct gp_trace {
    uint32_t fit;               /* index into fits->fits */
    uint8_t closing;            /* gp_closing */
    uint32_t intervention;      /* the one that can close it first, or GP_NONE */
    bool is_conflict;           /* it serves contexts that need opposites alike */
    gp_day from;                /* the day it is live: the gap can close from then on */
    bool not_before;            /* rests on an unknown */
    const gp_trace_step *steps; /* in the order of the plan */
    uint32_t step_count;
    uint32_t told_before;   /* so many steps more that traces before it have, see gp_find_traces */
    gp_decision decision;   /* the first of all that the intervention rests on */
    const uint32_t *others; /* touches of the fit that answer it as well, soonest first */
    uint32_t other_count;
} gp_trace;

/* A decision with the interventions that wait for it. */
typedef struct gp_agenda_item {
    gp_decision decision;          /* by: the earliest, verdict: the worst for any of them */
    const uint32_t *interventions; /* indices, by the dates they set, ties by id */
    uint32_t count;
} gp_agenda_item;

typedef struct gp_traces {
    const gp_fits *fits;
    const gp_trace *traces; /* one per gap, in the order of the fits */
    uint32_t count;
    const gp_agenda_item *agenda; /* first decisions by date, ties by id */
    uint32_t agenda_count;
    bool is_part; /* only those were asked for */
} gp_traces;

/* Which gaps to tell of: those that one of these interventions can close first, or else those of a
 * dimension, a segment, a situation (indices; GP_NONE: any). */
typedef struct gp_trace_choice {
    const bool *interventions; /* by intervention (gp_find_resting); NULL: by the rest */
    uint32_t dimension, segment, situation;
} gp_trace_choice;

/* That part of them, with the decisions that it waits for. Owner: the job; borrows from `all`.
 * Errors: GP_NO_MEMORY. Cost: O(gaps). */
GP_API gp_status gp_select_traces(gp_job *job, const gp_portfolio *portfolio, const gp_traces *all,
                                  const gp_trace_choice *choice, gp_traces *out);

/* Every measured gap followed down to its first decision. Owner: the job. Errors: GP_NO_MEMORY.
 * Cost: gp_find_fits, O(V + E), and once for each intervention that is followed what it waits for.
 */
GP_API gp_status gp_trace_gaps(gp_job *job, const gp_schedule *schedule, gp_traces *out);

/* How to tell them; NULL: as gp_trace_gaps does, which lists all steps of every trace. With
 * tells_shared_once, where the traces have more steps in all than gp_trace_paths allows, each lists
 * those that none before it has. */
typedef struct gp_trace_options {
    bool tells_shared_once;
} gp_trace_options;
GP_API gp_status gp_find_traces(gp_job *job, const gp_schedule *schedule,
                                const gp_trace_options *options, gp_traces *out);

#ifdef __cplusplus
}
#endif
#endif
