/* SPDX-License-Identifier: MIT
 *
 * groeipad: which capabilities do the planned interventions need, in what order,
 * how long does that take, and where will a fast intervention wait for a slow one?
 *
 * Three things to know:
 *
 *   job        owns memory and findings. Everything made with a job dies with it.
 *   portfolio  what the user wrote, checked and with its ids resolved. A reader of
 *              libgroeipad's io part fills a draft; gp_finish_draft makes it one.
 *   question   a function that takes const values and returns a new one:
 *              portfolio -> network -> schedule -> path, clashes, gaps ...
 *
 *     gp_job *job = gp_job_new();
 *     const gp_portfolio *portfolio;
 *     const gp_network *network;
 *     const gp_schedule *schedule;
 *     if (gp_read_file(job, "portfolio.json", &portfolio) == GP_OK        (io/groeipad_io.h)
 *         && gp_build_network(job, portfolio, &network) == GP_OK
 *         && gp_schedule_network(job, network, NULL, &schedule) == GP_OK)
 *         printf("%d\n", schedule->dates[network->order[0]].earliest_ready);
 *     gp_job_free(job);
 *
 * The law: a function returns something else than GP_OK exactly when it could not make
 * its result; it has then appended a finding that says why, and *out is untouched.
 * There is no global state, no clock and no locale; two jobs may run in two threads,
 * but the igraph and Graphviz libraries below allow one running question per process.
 * Large inputs are read, and large networks checked, with the help of a second thread, which has
 * ended when the function returns; the result is the same without it.
 */
#ifndef GROEIPAD_H
#define GROEIPAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GP_API __attribute__((visibility("default")))
#define GP_VERSION "0.1.0"
#define GP_NONE UINT32_MAX /* "no index": every index here is a uint32_t */

/* ---- job: memory and findings ------------------------------------------------------ */

typedef enum gp_status {
    GP_OK,
    GP_INVALID,   /* the input is wrong; findings say where */
    GP_NO_MEMORY, /* memory ran out */
    GP_IO,        /* a file could not be read or written */
    GP_INTERNAL   /* a bug of ours */
} gp_status;

typedef struct gp_job gp_job;

/* Makes a job. Owner: the caller, gp_job_free. NULL when memory ran out. */
GP_API gp_job *gp_job_new(void);

/* Frees the job and everything made with it. NULL is allowed. */
GP_API void gp_job_free(gp_job *job);

/* ---- time -------------------------------------------------------------------------- */

/* Whole days since 1970-01-01, proleptic Gregorian. Intervals are half open: `ready` is
 * the first day on which a thing can be used. */
typedef int32_t gp_day;
#define GP_NO_DAY INT32_MIN
#define GP_DAY_FIRST (-135140) /* 1600-01-01 */
#define GP_DAY_LAST 157053     /* 2399-12-31: a later date becomes this one */
#define GP_NO_DAYS INT32_MIN   /* "unknown" for a number of days, such as float */

typedef enum gp_duration_unit {
    GP_DURATION_NONE,     /* not given */
    GP_DURATION_CALENDAR, /* months, then days */
    GP_DURATION_WORKDAYS  /* days = working days of the portfolio's calendar */
} gp_duration_unit;

typedef struct gp_duration {
    int32_t days;   /* 0 .. GP_DURATION_DAYS_MAX */
    int16_t months; /* 0 .. GP_DURATION_MONTHS_MAX */
    uint8_t unit;   /* gp_duration_unit */
    bool is_lead;   /* so much earlier instead of later: a negative lag */
} gp_duration;
#define GP_DURATION_MONTHS_MAX 9600 /* 800 years */
#define GP_DURATION_DAYS_MAX 292194 /* 800 years */

/* Which days are worked. Zero-initialised: no holidays and every day worked. */
typedef struct gp_calendar {
    uint8_t days_off;       /* bit 0 = Monday .. bit 6 = Sunday; never all seven */
    const gp_day *holidays; /* ascending, unique, none on a day off */
    uint32_t holiday_count;
} gp_calendar;

/* Rounds: the dates from + k * round for every whole k, each counted from `from`. */
typedef struct gp_planning {
    gp_duration round; /* unit GP_DURATION_NONE: no rounds, any day will do */
    gp_day from;
    gp_duration prepare; /* a proposal needs this long before the round */
} gp_planning;

/* A year, month (1-12) and day of the month (1-31). */
typedef struct gp_date {
    int32_t year, month, day;
} gp_date;

/* Day of a date and back. The date must exist; years 1600-2399 (days in that range). */
GP_API gp_day gp_day_of(gp_date date);
GP_API gp_date gp_date_of(gp_day day);

/* Reads "YYYY-MM-DD". False when the text is no date, or outside 1600-2399. */
GP_API bool gp_parse_date(const char *text, gp_day *out);

/* Reads 10d, 2w, 6mo, 1y, 1y6mo, 20wd, or ISO 8601 P1Y6M2W10D. False when the text is no
 * duration or longer than 800 years. */
GP_API bool gp_parse_duration(const char *text, gp_duration *out);

/* Reads a lag: a duration, or one with a minus before it ("-2w", "-2wd"), which is a lead. */
GP_API bool gp_parse_lag(const char *text, gp_duration *out);

/* Writes "YYYY-MM-DD" and a NUL ("-" for GP_NO_DAY). */
#define GP_DATE_SIZE 16
GP_API void gp_format_date(gp_day day, char out[GP_DATE_SIZE]);

/* Writes the shortest form that gp_parse_lag reads back, such as "1y6mo" or "-2w". */
#define GP_DURATION_SIZE 40
GP_API void gp_format_duration(gp_duration duration, char out[GP_DURATION_SIZE]);

/* The day on which work that starts on `day` is done: months first (31 January + 1mo = the
 * last of February), then days; working days: the day after the n-th working day at or
 * after `day`. A lead goes back: the last day from which so long a work is done by `day`.
 * Monotone in day. Days past GP_DAY_LAST become GP_DAY_LAST. */
GP_API gp_day gp_add_duration(const gp_calendar *calendar, gp_day day, gp_duration duration);

/* The upper adjoint: the last s with gp_add_duration(s) <= day. For every s and day:
 * gp_add_duration(s) <= day  <=>  s <= gp_subtract_duration(day). Days before GP_DAY_FIRST
 * become GP_DAY_FIRST. */
GP_API gp_day gp_subtract_duration(const gp_calendar *calendar, gp_day day, gp_duration duration);

/* How many working days lie in [from, to); negative where to lies before from. */
GP_API int32_t gp_count_workdays(const gp_calendar *calendar, gp_day from, gp_day to);

/* The first grid date from + k * step at or after `day`, and the last at or before it (the
 * adjoint). A step of unit NONE or of length 0 returns `day` itself. */
GP_API gp_day gp_round_up(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day);
GP_API gp_day gp_round_down(const gp_calendar *calendar, gp_day from, gp_duration step, gp_day day);

/* The smallest n >= 0 with from + n * step >= day. 0 when step is NONE or of length 0. */
GP_API int32_t gp_count_steps(const gp_calendar *calendar, gp_day from, gp_duration step,
                              gp_day day);

/* ---- findings ---------------------------------------------------------------------- */

typedef enum gp_language { GP_ENGLISH, GP_DUTCH } gp_language;
typedef enum gp_severity { GP_INFO, GP_WARNING, GP_ERROR } gp_severity;

/* Where something stands in the input: line and column count from 1, the column in Unicode
 * code points. line 0: no place is known. */
typedef struct gp_place {
    uint64_t source : 6; /* index of the input, see gp_source_name */
    uint64_t line : 29;
    uint64_t column : 29;
} gp_place;
#define GP_SOURCES_MAX 64
#define GP_SOURCE_SIZE_MAX ((size_t)512 << 20) /* bytes: lines and columns fit gp_place */

typedef enum gp_argument_kind {
    GP_ARGUMENT_NONE,
    GP_ARGUMENT_TEXT,
    GP_ARGUMENT_NUMBER,
    GP_ARGUMENT_DAY
} gp_argument_kind;

/* One value in a finding's message; its name comes from the code's row (gp_rule). */
typedef struct gp_argument {
    gp_argument_kind kind;
    union {
        const char *text; /* lives as long as the job; "english\tdutch" where they differ */
        int64_t number;
        gp_day day;
    };
} gp_argument;

#define GP_ARGUMENTS_MAX 4

/* A further place that belongs to a finding, such as an edge of a cycle. */
typedef struct gp_related {
    gp_place place;
    const char *from; /* "from requires to"; */
    const char *to;   /* NULL: the place alone, about `from` */
} gp_related;

/* What there is to say about a portfolio. The texts are made on demand, per language. */
typedef struct gp_finding {
    uint16_t code;    /* 301 = GP301 */
    uint8_t severity; /* gp_severity */
    gp_place place;
    const char *subject; /* the id it is about, or NULL */
    gp_argument arguments[GP_ARGUMENTS_MAX];
    const char *suggestion; /* the nearest right thing ("did you mean"), or NULL */
    const gp_related *related;
    uint32_t related_count;
} gp_finding;

/* One row of the table of finding codes. Placeholders in the texts are {subject},
 * {suggestion} and the argument names. */
typedef struct gp_rule {
    uint16_t code;
    uint8_t severity;
    const char *arguments[GP_ARGUMENTS_MAX]; /* names, NULL after the last */
    const char *title[2];                    /* by gp_language; what the code means */
    const char *message[2];
    const char *hint[2]; /* how to mend it; NULL: none */
} gp_rule;

/* All rules, ascending by code. Owner: static. */
GP_API const gp_rule *gp_rules(size_t *count);

/* The rule of a code (301), or NULL. */
GP_API const gp_rule *gp_find_rule(uint16_t code);

/* The job's findings so far, in the order in which they were made. Owner: the job; adding a
 * finding may move the array. */
GP_API const gp_finding *gp_findings(const gp_job *job, uint32_t *count);

/* Sorts the job's findings by place (source, line, column), then code, then subject. */
GP_API void gp_sort_findings(gp_job *job);

/* Writes the message, or the hint, of a finding as one line of UTF-8 and returns its length
 * without the NUL, as snprintf does; 0 when there is no hint. */
GP_API size_t gp_finding_message(const gp_finding *finding, gp_language language, char *out,
                                 size_t size);
GP_API size_t gp_finding_hint(const gp_finding *finding, gp_language language, char *out,
                              size_t size);

/* Appends a copy of the finding with the severity of its rule; texts it points to must live
 * as long as the job (gp_copy_text). Errors: GP_NO_MEMORY. */
GP_API gp_status gp_add_finding(gp_job *job, const gp_finding *finding);

/* Names an input ("portfolio.json", "-" for standard input) and returns its index for
 * gp_place.source. At most GP_SOURCES_MAX; GP_NONE when there are more or memory ran out. */
GP_API uint32_t gp_add_source(gp_job *job, const char *name);
GP_API const char *gp_source_name(const gp_job *job, uint32_t source);

/* A copy of size bytes of text and a NUL, owned by the job; NULL when memory ran out. */
GP_API const char *gp_copy_text(gp_job *job, const char *text, size_t size);

/* The candidate nearest to the text by edit distance (Damerau 1964, restricted), or NULL where
 * none is near enough: at most a third of its length away, 3 at most. Ties: the first. */
GP_API const char *gp_nearest_text(const char *text, const char *const *candidates, size_t count);

/* ---- portfolio: what the user wrote ------------------------------------------------- */

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

/* A three-point duration; a plain one fills likely alone. The plan uses likely. */
typedef struct gp_estimate {
    gp_duration min, likely, max;
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
    const char *name; /* never NULL: the id where no name was given */
    gp_place place;
    uint8_t scope;  /* gp_scope */
    uint8_t status; /* gp_capability_status */
    uint8_t level;  /* 0..5: what the organisation has; "available" without a level is 1 */
    uint8_t level_count;
    uint8_t progress; /* percent of its first missing step that is done, 0..100 */
    gp_lead lead;
    const gp_level *levels;            /* ascending, or NULL */
    const gp_planning *planning;       /* NULL: the portfolio's; round of unit NONE: none */
    const gp_window *window;           /* or NULL */
    gp_day identified, started, ready; /* GP_NO_DAY: not given */
    const char *owner;                 /* or NULL */
    const char *url;                   /* `x-url`: http, https, mailto, relative; or NULL */
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
    const char *url;         /* as of a capability */
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
    uint32_t scenario; /* narrowed to this future (gp_select_scenario); GP_NONE: all of them */
    const gp_measurement *measurements;
    uint32_t measurement_count;
} gp_portfolio;

/* The symbol of an id, or GP_NONE. Cost: O(length). */
GP_API uint32_t gp_find_symbol(const gp_portfolio *portfolio, const char *id);

/* The id in the portfolio nearest to the text, or NULL; defined ids only. */
GP_API const char *gp_nearest_id(const gp_portfolio *portfolio, const char *text);

/* ---- draft: how a reader makes a portfolio ------------------------------------------ */

typedef struct gp_draft gp_draft;

/* Starts an empty draft. Owner: the job. */
GP_API gp_status gp_new_draft(gp_job *job, gp_draft **out);

/* The symbol of an id (made when new); GP_NONE when memory ran out. */
GP_API uint32_t gp_draft_symbol(gp_draft *draft, const char *id, size_t size);

/* A pooled copy of a text that many records repeat, such as an owner. */
GP_API const char *gp_draft_text(gp_draft *draft, const char *text, size_t size);

/* The scalar keys at the top of a file, as read so far; a reader fills them in. */
typedef struct gp_settings {
    const char *title;
    gp_day status_date; /* GP_NO_DAY until known */
    gp_language language;
    bool has_language, has_planning, has_cycle, is_chain_start;
    gp_planning planning;
    gp_duration cycle;
    uint8_t days_off;
    const gp_day *holidays; /* any order, repeats allowed; owned by the job */
    uint32_t holiday_count;
    gp_place planning_place;
} gp_settings;
GP_API gp_settings *gp_draft_settings(gp_draft *draft);

/* Appends requirements to the draft; the span goes into the record that has them. */
GP_API gp_status gp_draft_requirements(gp_draft *draft, const gp_requirement *requirements,
                                       uint32_t count, gp_span *out);

/* Appends a record. The record is copied; what it points to must live as long as the job.
 * Duration, cycle and name may be left empty: gp_finish_draft fills them in. A second
 * definition of an id is a finding (GP105) and is left out. */
GP_API gp_status gp_draft_capability(gp_draft *draft, const gp_capability *capability);
GP_API gp_status gp_draft_intervention(gp_draft *draft, const gp_intervention *intervention);
GP_API gp_status gp_draft_measurement(gp_draft *draft, const gp_measurement *measurement);

/* Appends what a part of the same input was drafted into: capabilities and their requirements,
 * as if they had been drafted here, after what is there already. The job of the part must live as
 * long as this draft's; the part itself is of no use any more. Errors: GP_NO_MEMORY. Cost:
 * O(records). */
GP_API gp_status gp_join_draft(gp_draft *draft, gp_draft *part);

typedef enum gp_term_kind {
    GP_DIMENSION,
    GP_SEGMENT,
    GP_SITUATION,
    GP_SCENARIO,
    GP_TERM_KINDS
} gp_term_kind;
GP_API gp_status gp_draft_term(gp_draft *draft, gp_term_kind kind, const gp_term *term);

/* A reference to a term by its id. Terms may be defined after their use, so the number that
 * comes back is provisional: gp_finish_draft turns it into the index, and reports ids that no
 * term has (GP106, with the nearest). GP_NONE when memory ran out. */
GP_API uint32_t gp_draft_term_reference(gp_draft *draft, gp_term_kind kind, const char *id,
                                        gp_place place);

/* Checks the whole and makes the portfolio. Every error there is gets its finding.
 * Errors: GP_INVALID where an error finding of code 1xx exists in the job (also one that the
 * reader made): no portfolio can be made from the input; GP_NO_MEMORY. */
GP_API gp_status gp_finish_draft(gp_draft *draft, const gp_portfolio **out);

/* ---- network: what has to be done, and what must come first -------------------------- */

typedef enum gp_kind { GP_KIND_CAPABILITY, GP_KIND_INTERVENTION, GP_KIND_MISSING } gp_kind;

typedef enum gp_actual {
    GP_ACTUAL_NONE,
    GP_ACTUAL_STARTED, /* start is a fact: only what must be there by the ready date binds */
    GP_ACTUAL_READY    /* the whole is fixed; no predecessors */
} gp_actual;

/* Which dates of a gp_window hold for an activity: bits. (not_before is in the release.) */
typedef enum gp_keep {
    GP_KEEP_NOT_READY_BEFORE = 1,
    GP_KEEP_START_BY = 2,
    GP_KEEP_NEEDED_BY = 4
} gp_keep;

/* A step of a capability to a level, an intervention, or a missing capability. */
typedef struct gp_activity {
    uint8_t kind;    /* gp_kind */
    uint8_t level;   /* 0 for an intervention */
    uint8_t actual;  /* gp_actual */
    bool is_unknown; /* no lead time is known */
    uint32_t item;   /* index into capabilities, interventions or missing, by kind */
    uint32_t symbol;
    gp_day release;          /* not before this day; the fixed start where actual says so */
    gp_day fixed_ready;      /* GP_ACTUAL_READY only */
    uint32_t duration_first; /* network->durations: the longest of these counts */
    uint8_t duration_count;
    bool is_rounded;  /* its start waits for a planning round */
    uint8_t progress; /* GP_ACTUAL_STARTED: percent done; the rest from the status date */
    uint8_t kept;     /* gp_keep: which dates of the record's window hold for it */
    const gp_planning *planning; /* rounds and prepare; NULL for an intervention */
} gp_activity;

/* from must be ready, or have started, before to starts, goes live or is ready. */
typedef struct gp_arc {
    uint32_t from, to;      /* activities */
    uint32_t requirement;   /* GP_NONE: the chain from level to level */
    uint16_t group;         /* 0, or the number of the alternatives (`any`) within `to` */
    uint8_t by;             /* gp_by */
    bool has_lag : 1;       /* the requirement's lag applies */
    bool is_lead : 1;       /* which is a lead */
    bool is_from_start : 1; /* the start of `from` counts, not its ready date */
} gp_arc;

typedef struct gp_network {
    const gp_portfolio *portfolio;
    const gp_activity *activities; /* in the order of the file, missing ones last */
    uint32_t activity_count;
    const gp_arc *arcs;        /* grouped by `to`: those of a are */
    const uint32_t *arc_first; /* arcs[arc_first[a] .. arc_first[a + 1]) */
    uint32_t arc_count;
    const uint32_t *leaving;       /* arcs by the activity they leave: those of a are */
    const uint32_t *leaving_first; /* leaving[leaving_first[a] .. leaving_first[a + 1]) */
    const gp_duration *durations;
    const uint32_t *order;            /* activities, topologically; ties in the order of the file */
    const uint32_t *layer;            /* by activity: the longest chain of arcs before it */
    const uint32_t *capability_first; /* by capability: its first activity, or GP_NONE */
    const uint8_t *capability_steps;  /* by capability: how many activities it has */
    const uint32_t *intervention_activity; /* by intervention */
    const uint8_t *needed_level; /* by capability: the highest level asked of it, at least 1 */
    bool has_start_links;        /* some arc leaves from a start */
} gp_network;

/* Makes the network of what has to be done. Every dependency cycle becomes a finding (GP107).
 * Owner: the job; borrows from the portfolio. Errors: GP_INVALID (a cycle), GP_NO_MEMORY.
 * Cost: O(V + E). */
GP_API gp_status gp_build_network(gp_job *job, const gp_portfolio *portfolio,
                                  const gp_network **out);

/* The activity of an id: an intervention's, a missing capability's, or the step of a
 * capability to `level` (0: its last step). GP_NONE where there is nothing to do. */
GP_API uint32_t gp_find_activity(const gp_network *network, uint32_t symbol, uint8_t level);

/* Texts of an activity. */
GP_API const char *gp_activity_id(const gp_network *network, uint32_t activity);

/* Where an activity's picture should lead when it is clicked (x-url), or NULL. Owner: the job. */
GP_API const char *gp_activity_url(const gp_network *network, uint32_t activity);
GP_API const char *gp_activity_name(const gp_network *network, uint32_t activity);

/* ---- schedule ------------------------------------------------------------------------ */

typedef enum gp_float_mode {
    GP_FLOAT_EACH,     /* latest dates from each intervention's needed_by */
    GP_FLOAT_PORTFOLIO /* from the end of the whole: textbook CPM (Kelley and Walker 1959) */
} gp_float_mode;

/* A change to try out: the schedule is made as if it held. */
typedef enum gp_change_kind {
    GP_CHANGE_OFF_ROUND,   /* the start does not wait for a round */
    GP_CHANGE_SHORTEN,     /* the work is done `days` earlier, not before its start */
    GP_CHANGE_NO_WORK,     /* the work takes no time */
    GP_CHANGE_START_NOW,   /* starts on the status date, whatever it needs */
    GP_CHANGE_ACCEPT_LEVEL /* this step is left out: ready when the level before it is */
} gp_change_kind;

typedef struct gp_change {
    gp_change_kind kind;
    uint32_t activity;
    int32_t days; /* GP_CHANGE_SHORTEN */
} gp_change;

typedef struct gp_dates {
    gp_day earliest_start, earliest_ready;
    gp_day latest_start; /* GP_NO_DAY for a fixed activity */
    gp_day latest_ready;
    gp_day identify_by;  /* latest_start less prepare; GP_NO_DAY: fixed, or an intervention */
    int32_t float_days;  /* latest_start - earliest_start, or GP_NO_DAYS */
    int32_t buffer_days; /* latest_ready - earliest_ready */
    uint32_t driver_arc; /* the arc that fixed the date, or GP_NONE: its own release */
    uint32_t start_arc;  /* the arc that fixed the start, or GP_NONE */
    bool not_before;     /* rests on an unknown: the date can only be later */
    bool is_critical;    /* buffer_days <= 0; no working day left where its work is in those */
    bool is_driven_live; /* driver_arc fixed the ready date, not the start */
} gp_dates;

typedef struct gp_schedule {
    const gp_network *network;
    gp_float_mode float_mode;
    bool is_demand_driven;   /* see gp_schedule_options */
    const gp_dates *dates;   /* by activity */
    const uint8_t *is_spare; /* by arc: an alternative that was not chosen */
    gp_day end;              /* the latest earliest_ready of all */
} gp_schedule;

typedef struct gp_schedule_options {
    gp_float_mode float_mode;
    bool is_demand_driven; /* what no intervention rests on sets no latest date of others */
} gp_schedule_options;

/* Earliest dates by a forward pass, latest by a backward pass over upper adjoints.
 * options: NULL for the defaults. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_schedule_network(gp_job *job, const gp_network *network,
                                     const gp_schedule_options *options, const gp_schedule **out);

/* The activity that fixed the date of this one, or GP_NONE. */
GP_API uint32_t gp_driver(const gp_schedule *schedule, uint32_t activity);

/* ---- paths: what fixed a date, and where the days go ---------------------------------- */

/* The parts add up to to - from, exactly. A lead makes lag negative; work that is counted back
 * from a ready date to a start makes work less. */
typedef struct gp_elapsed {
    gp_day from, to;
    int32_t work, round_wait, cycle_wait, lag, release_wait;
} gp_elapsed;

typedef struct gp_path {
    const uint32_t *activities; /* from the first to the one asked for */
    const uint32_t *arcs;       /* the arc into each of them; GP_NONE into the first */
    uint32_t count;
    gp_elapsed elapsed;
} gp_path;

/* The critical path of an activity: drivers followed back. Cost: O(length). */
GP_API gp_status gp_trace_path(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                               gp_path *out);

/* days: how much earlier `to` would be ready if `activity` started when it does and took no
 * time. */
typedef struct gp_drag {
    uint32_t activity;
    int32_t days;
} gp_drag;

/* Drag (Devaux 1999) of the activities with work on a path, in the path's order; of the
 * GP_DRAG_MAX with the most work where there are more. */
#define GP_DRAG_MAX 256
typedef struct gp_drags {
    const gp_drag *drags;
    uint32_t count;
} gp_drags;
GP_API gp_status gp_find_drag(gp_job *job, const gp_schedule *schedule, const gp_path *path,
                              gp_drags *out);

/* A chain of activities that ends in the one asked for, as if it were the only one. */
typedef struct gp_chain {
    const uint32_t *activities;
    uint32_t count;
    gp_day ready;
    int32_t behind_days; /* how much earlier than the critical path it is ready, >= 0 */
} gp_chain;

typedef struct gp_chains {
    const gp_chain *chains;
    uint32_t count;
} gp_chains;

/* The `top` next-longest chains after the critical path, longest first. Deviations are looked
 * for on the last GP_CHAIN_DEPTH activities of a chain. */
#define GP_CHAIN_DEPTH 512
GP_API gp_status gp_find_chains(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                uint32_t top, gp_chains *out);

/* All that an activity rests on, itself included, in topological order; alternatives that
 * were not chosen only when with_spare. */
typedef struct gp_activities {
    const uint32_t *activities;
    uint32_t count;
} gp_activities;
GP_API gp_status gp_find_ancestors(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                   bool with_spare, gp_activities *out);

typedef enum gp_cause {
    GP_CAUSE_RELEASE,     /* waits from `from` (the status date) for its own release `to` */
    GP_CAUSE_STARTED,     /* it is a fact that it started at `to` */
    GP_CAUSE_READY,       /* it is given that it is ready at `to` */
    GP_CAUSE_REQUIREMENT, /* `other` is ready (or has started, as the requirement says) at `to` */
    GP_CAUSE_LAG,         /* the requirement's lag, from .. to; a lead: to lies before from */
    GP_CAUSE_ROUND,       /* waits for the planning round at `to` */
    GP_CAUSE_WORK,        /* its work, from .. to */
    GP_CAUSE_STATUS,      /* begun work cannot be ready before the status date `to` */
    GP_CAUSE_CYCLE,       /* waits for the end of its iteration at `to` */
    GP_CAUSE_UNKNOWN,     /* no lead time is known: not before `to` */
    GP_CAUSE_NOT_READY,   /* it may not be ready before `to` */
    GP_CAUSE_BACK         /* so it starts at `to`, its work earlier than `from` */
} gp_cause;

typedef struct gp_reason {
    gp_cause cause;
    uint32_t activity;
    uint32_t other;       /* GP_CAUSE_REQUIREMENT: the predecessor; else GP_NONE */
    uint32_t requirement; /* GP_CAUSE_REQUIREMENT, LAG: index, GP_NONE for level to level */
    gp_day from, to;
} gp_reason;

typedef struct gp_reasons {
    const gp_reason *reasons; /* from the root to the date asked for; each `to` = next `from`.
                               * Only a lead and GP_CAUSE_BACK go back in time */
    uint32_t count;
} gp_reasons;

/* Why is this activity ready when it is? Step by step, from the root. */
GP_API gp_status gp_explain_date(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                 gp_reasons *out);

/* ---- demand and gaps ------------------------------------------------------------------ */

/* Symbols (portfolio->ids). */
typedef struct gp_symbols {
    const uint32_t *symbols;
    uint32_t count;
} gp_symbols;

typedef struct gp_missing_gap {
    uint32_t symbol;
    gp_symbols required_by;
    const char *did_you_mean; /* or NULL */
} gp_missing_gap;

typedef struct gp_unplanned_gap {
    uint32_t symbol;
    uint8_t level;
    gp_symbols required_by;
} gp_unplanned_gap;

typedef struct gp_unreached_gap {
    uint32_t symbol;
    uint8_t required_level, reachable_level;
    gp_symbols required_by; /* those that ask for more than reachable_level */
} gp_unreached_gap;

typedef struct gp_premature_gap {
    uint32_t symbol;
    gp_symbols explored_by; /* interventions */
} gp_premature_gap;

/* The kinds of demand for a capability (paper: demand-driven, not in hope). */
typedef enum gp_demand_kind {
    GP_DEMAND_NONE,         /* unfounded: no intervention rests on it */
    GP_DEMAND_PREREQUISITE, /* other capabilities ask for it */
    GP_DEMAND_REQUESTED     /* an intervention asks for it itself */
} gp_demand_kind;

/* By capability. */
typedef struct gp_demand {
    uint8_t kind;          /* gp_demand_kind */
    bool only_explored;    /* every intervention that rests on it is being explored */
    uint32_t direct_count; /* interventions that ask for it themselves */
} gp_demand;

/* Demand per capability (array of capability_count). Cost: O(V + E). */
GP_API gp_status gp_find_demand(gp_job *job, const gp_portfolio *portfolio, const gp_demand **out);

typedef struct gp_gaps {
    const gp_missing_gap *missing;     /* in order of first mention */
    const gp_unplanned_gap *unplanned; /* in the order of the file */
    const gp_unreached_gap *unreached;
    const uint32_t *unfounded; /* symbols */
    const gp_premature_gap *premature;
    const gp_demand *demand; /* by capability: as gp_find_demand finds it */
    uint32_t missing_count, unplanned_count, unreached_count, unfounded_count, premature_count;
} gp_gaps;

/* What is missing, unplanned, out of reach, unfounded, premature. Owner: the job. */
GP_API gp_status gp_find_gaps(gp_job *job, const gp_network *network, gp_gaps *out);

/* Which arcs the others imply: a requirement that a chain of other requirements (none of
 * them an alternative, a lead, or from a start) makes superfluous, with no lag of its own and
 * from a ready date. One byte per arc.
 * is_complete: false where the work was cut at GP_REDUCTION_WORK_MAX.
 * Source: transitive reduction of a DAG, Aho, Garey and Ullman 1972. */
#define GP_REDUCTION_WORK_MAX ((uint64_t)1 << 32) /* words of 64 bits that are or-ed */
typedef struct gp_reduction {
    const uint8_t *is_redundant;
    uint32_t redundant_count;
    bool is_complete;
} gp_reduction;
GP_API gp_status gp_find_redundant(gp_job *job, const gp_network *network, gp_reduction *out);

/* ---- clashes --------------------------------------------------------------------------- */

typedef enum gp_verdict { GP_IN_TIME, GP_IDENTIFY_NOW, GP_TOO_LATE } gp_verdict;

typedef struct gp_identify {
    uint32_t activity;
    gp_day identify_by; /* GP_NO_DAY: work is under way or fixed */
    gp_verdict verdict;
    gp_stage stage; /* the stage of the intervention in which the date falls */
} gp_identify;

typedef enum gp_remedy_kind {
    GP_REMEDY_OFF_ROUND,
    GP_REMEDY_SHORTEN,
    GP_REMEDY_ACCEPT_LEVEL,
    GP_REMEDY_START_NOW,
    GP_REMEDY_MOVE_DATE
} gp_remedy_kind;

typedef struct gp_remedy {
    gp_remedy_kind kind;
    uint32_t activity;
    int32_t by_days;   /* shorten, move-date: by how much; else 0 */
    int32_t wins_days; /* how much earlier the intervention is live */
    gp_day new_ready;
} gp_remedy;

typedef struct gp_clash {
    uint32_t activity; /* the intervention */
    gp_day needed_by, earliest_ready;
    int32_t late_days, late_cycles;
    uint32_t driver; /* the capability that fixes its date, or GP_NONE: its own work */
    gp_path path;
    const gp_identify *identify; /* capabilities on the path, in its order */
    uint32_t identify_count;
} gp_clash;

typedef struct gp_clashes {
    const gp_clash *clashes; /* most days late first, ties by id */
    uint32_t count;
} gp_clashes;

/* Interventions that cannot be live when they are needed. Owner: the job. */
GP_API gp_status gp_find_clashes(gp_job *job, const gp_schedule *schedule, gp_clashes *out);

typedef struct gp_remedies {
    const gp_remedy *remedies; /* most days won first */
    uint32_t count;
} gp_remedies;

/* What would help, each computed by scheduling again. At most GP_REMEDY_PATH_MAX activities
 * of the path are tried, those with the most days on it. */
#define GP_REMEDY_PATH_MAX 64
GP_API gp_status gp_find_remedies(gp_job *job, const gp_schedule *schedule, const gp_clash *clash,
                                  gp_remedies *out);

/* Days late and cycles missed of an intervention; 0 without a needed_by. */
GP_API int32_t gp_late_days(const gp_schedule *schedule, uint32_t activity);
GP_API int32_t gp_late_cycles(const gp_schedule *schedule, uint32_t activity);

/* ---- scenarios: what belongs to which future ------------------------------------------------ */

/* The index of a scenario's id, or GP_NONE. Cost: O(scenarios). */
GP_API uint32_t gp_find_scenario(const gp_portfolio *portfolio, const char *id);

/* Does an intervention belong to a scenario? One that names none belongs to all. */
GP_API bool gp_is_in_scenario(const gp_intervention *intervention, uint32_t scenario);

/* The portfolio of one future: without the interventions that name other scenarios only, and
 * without those that require one of these, on and on (with `any`: all alternatives). What only
 * they name is not missing either. Capabilities stay. Symbols mean the same in both; what fell
 * away has an item of kind GP_ITEM_ELSEWHERE.
 * scenario: index into portfolio->scenarios. Owner: the job; borrows from the portfolio.
 * Errors: GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_select_scenario(gp_job *job, const gp_portfolio *portfolio, uint32_t scenario,
                                    const gp_portfolio **out);
/* ---- boards: what each stage asks of the capabilities ----------------------------------- */

/* What a board does with a capability (paper: explore - identify, develop - develop, exploit -
 * strengthen). */
typedef enum gp_track {
    GP_TRACK_NONE, /* nothing now: it is there, or identified and only explored */
    GP_TRACK_IDENTIFY,
    GP_TRACK_DEVELOP,
    GP_TRACK_STRENGTHEN
} gp_track;
#define GP_TRACK_COUNT 4
#define GP_BOARD_COUNT 4 /* by gp_stage; GP_STAGE_NONE: interventions that give no stage */

/* How far the next step of a capability is. */
typedef enum gp_progress {
    GP_PROGRESS_UNIDENTIFIED,
    GP_PROGRESS_IDENTIFIED,
    GP_PROGRESS_UNDER_WAY,
    GP_PROGRESS_THERE /* no step is left that a board waits for */
} gp_progress;

/* The progress against what the most advanced stage that rests on it expects: exploring nothing
 * yet, developing that it is identified, exploiting that it is there. */
typedef enum gp_match {
    GP_MATCH_OK,
    GP_MATCH_BEHIND, /* less than that, or its begin_by has passed and it is not under way */
    GP_MATCH_AHEAD   /* under way although no more than explored interventions rest on it */
} gp_match;

/* What one board does with one capability. */
typedef struct gp_board_action {
    uint32_t symbol;     /* a capability, or a missing one */
    uint32_t activity;   /* its next step, or GP_NONE: no step is left */
    uint8_t track;       /* gp_track, never GP_TRACK_NONE */
    uint8_t from_level;  /* what the organisation has on the status date */
    uint8_t to_level;    /* what this board asks for; from_level where no step is left */
    uint8_t progress;    /* gp_progress */
    uint8_t match;       /* gp_match */
    uint8_t boards;      /* bit 1 << stage: every board that asks for it, or rests on its level */
    uint8_t aspect;      /* gp_aspect that takes longest in the next step, or GP_ASPECT_COUNT */
    bool is_unsure;      /* a lead time on the way is unknown: the dates may have to be sooner */
    gp_day begin_by;     /* the most urgent of the two below that any of its boards asks for;
                            GP_NO_DAY: under way, or no step is left */
    gp_day identify_by;  /* GP_NO_DAY: it is identified */
    gp_day latest_start; /* of the next step; GP_NO_DAY: under way, or none is left */
} gp_board_action;

typedef struct gp_board {
    const uint32_t *interventions; /* indices; by the day they are live, then uncertainty, id */
    uint32_t intervention_count;
    uint32_t by_uncertainty[4];     /* how many, by gp_uncertainty */
    const gp_board_action *actions; /* by track, then begin_by (none last), then id */
    uint32_t action_count;
    uint32_t by_track[GP_TRACK_COUNT]; /* how many actions, by gp_track; of GP_TRACK_NONE: how many
                                          capabilities it rests on and leaves alone */
} gp_board;

typedef struct gp_boards {
    gp_board boards[GP_BOARD_COUNT]; /* by gp_stage */
} gp_boards;

/* The three boards on the S curve, and what each asks of the capabilities under it. A board rests
 * on what its interventions require, directly or through others, as written; it asks for the
 * steps that its interventions wait for. On a board, a capability is
 *   identified    the organisation has no level of it, it is asked for and not identified, and
 *                 the board explores (or gives no stage);
 *   developed     the organisation has no level of it, it is asked for, and the board develops or
 *                 exploits (or gives no stage, and it is identified), or it is under way already;
 *   strengthened  the organisation has a level of it and more is asked for, or the board exploits.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E), and O(n log n) for the rows.
 * Source: the boards of "Een groeimodel voor persoonlijke dienstverlening" (2022), figures 5-7. */
GP_API gp_status gp_find_boards(gp_job *job, const gp_schedule *schedule, gp_boards *out);

/* How many steps are in work per quarter: those whose earliest dates touch it. Of the track
 * identify: how many capabilities must be identified in it (the overdue ones in the first). */
#define GP_LOAD_QUARTERS 8
typedef struct gp_load_row {
    const char *owner; /* NULL: no owner is given */
    uint32_t steps[GP_LOAD_QUARTERS];
} gp_load_row;

typedef struct gp_load {
    gp_day quarters[GP_LOAD_QUARTERS + 1]; /* first days, from the quarter of the status date on */
    gp_load_row tracks[GP_TRACK_COUNT];    /* by gp_track; owner NULL */
    const gp_load_row *owners;             /* in the order of the file, no owner last */
    uint32_t owner_count;
} gp_load;

/* Plan load per track and per owner. Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V). */
GP_API gp_status gp_find_load(gp_job *job, const gp_schedule *schedule, gp_load *out);

/* What the interventions of a portfolio ask of a capability, whatever is there already. */
typedef struct gp_asked {
    uint8_t level; /* the level that they need, directly or through others; 0: not at all */
    uint8_t maybe; /* the same with every alternative (`any`) counted: at least `level` */
} gp_asked;

/* By capability (array of capability_count). A capability that is asked for to a level asks for
 * what its own `requires` and those of its levels up to there name. Cost: O(V + E). */
GP_API gp_status gp_find_asked(gp_job *job, const gp_portfolio *portfolio, const gp_asked **out);

/* One scenario's future, planned by itself. */
typedef struct gp_future {
    uint32_t scenario; /* index into portfolio->scenarios */
    const gp_portfolio *portfolio;
    const gp_network *network;
    const gp_schedule *schedule;
    const gp_asked *asked; /* by capability */
    gp_symbols fallen;     /* interventions that belong to it, and need one that does not */
    uint32_t clash_count;
    gp_day decide_by; /* when it has to be chosen, or GP_NO_DAY; see gp_scenario_choice */
} gp_future;

/* A step that some of the futures, or all of them, have to take. */
typedef struct gp_future_step {
    uint32_t future;   /* index into gp_scenarios.futures: whose dates these are */
    uint32_t activity; /* in the network of that future */
    gp_day by;         /* identify by, or (an intervention) start at the latest */
    bool is_identified;
} gp_future_step;

/* The choice between the futures, where no intervention may get later than it is needed, or than
 * it can be live at all. A step that not every future takes is an option.
 *
 * decide_by: the earliest date by which an option has to be identified, or an intervention that
 * is an option has to start: until then the choice costs nobody a day. identify: the steps that
 * every future takes and that have to be identified before that date (before the status date
 * where the choice is overdue).
 *
 * Minimised: first decide_by is made as late as possible, then the number of capabilities in
 * `identify` that are not identified yet as small as possible, over every way to fill in the
 * alternatives (`any`) that makes no intervention later: one way for all futures, or in each the
 * one that is ready first. Without alternatives nothing is left to choose, so it is exact;
 * with them every way is tried, up to GP_CHOICE_WAYS_MAX ways (fewer in a large portfolio: at
 * most GP_CHOICE_WORK_MAX activities and arcs are looked at). */
#define GP_CHOICE_WAYS_MAX 256
#define GP_CHOICE_WORK_MAX 40000000u
typedef struct gp_scenario_choice {
    gp_day decide_by;            /* GP_NO_DAY: no option binds */
    bool is_at_most;             /* an option has an unknown lead time: it may be sooner */
    bool is_exact;               /* every way was tried */
    const uint32_t *chosen;      /* requirements of the portfolio: the way, where it is one of */
    uint32_t chosen_count;       /* the tried ones; none: whichever is ready first */
    const gp_future_step *binds; /* options that fix decide_by, or that are overdue */
    uint32_t bind_count;
    const gp_future_step *identify; /* the soonest first */
    uint32_t identify_count;
} gp_scenario_choice;

/* What it costs where a step misses its first chance: it starts a day later than it can, so in
 * the next round where it waits for one. In the future in which that costs most. */
typedef struct gp_stake {
    uint32_t future, activity;
    int32_t days;          /* how much later the intervention is live that suffers most */
    uint32_t intervention; /* that one: activity */
} gp_stake;
#define GP_STAKES_MAX 32 /* steps that are tried: those with the least buffer */

typedef enum gp_robustness {
    GP_NOT_ASKED, /* by no future */
    GP_OPTION,    /* by some futures, or by all only as one of several alternatives */
    GP_NO_REGRET  /* by all */
} gp_robustness;

typedef struct gp_scenarios {
    const gp_future *futures;
    uint32_t future_count;
    const uint8_t *robustness;      /* by capability: gp_robustness */
    const uint8_t *no_regret_level; /* by capability: the level that all futures ask for, or 0 */
    gp_scenario_choice choice;
    const gp_stake *stakes; /* most days first, those that cost a day */
    uint32_t stake_count;
} gp_scenarios;

/* Plans every future of the portfolio and compares them (of a narrowed portfolio: that one).
 * Owner: the job; borrows from the portfolio. Errors: GP_NO_MEMORY.
 * Cost: O(futures * (V + E)), times the ways and the stakes tried. */
GP_API gp_status gp_compare_scenarios(gp_job *job, const gp_portfolio *portfolio,
                                      gp_scenarios *out);
/* ---- advice: the white paper's steps against this portfolio ------------------------------ */

/* What `count` of `total`, `further`, `day` and `ids` are, per step. An intervention is here one
 * of all, a capability one of those described. */
typedef enum gp_advice_step {
    GP_ADVICE_START,    /* interventions to start with now, see GP401, of all; day: when the first
                           that is not merely explored is live; ids: those to start with */
    GP_ADVICE_MEASURE,  /* dimensions addressed that are measured, of those addressed; further:
                           measured again in one context; day: the newest measurement; ids: of
                           the dimensions that are not measured */
    GP_ADVICE_CHOOSE,   /* interventions that say which dimension they address and when they are
                           applied, or who decides, of all; further: with a segment or situation;
                           ids: the others */
    GP_ADVICE_EXPLORE,  /* explored interventions that name a scenario, of those explored; further:
                           scenarios; ids: the others */
    GP_ADVICE_DERIVE,   /* capabilities that an intervention rests on, of all; further: asked for
                           and described nowhere; ids: the others, then what is nowhere */
    GP_ADVICE_IDENTIFY, /* capabilities that are asked for, not there and not under way, and
                           identified, of these; further: whose identify-by date passed before
                           they were; day: the next such date of the others; ids: the others, and
                           those too late */
    GP_ADVICE_TRACKS,   /* capabilities asked for and not there whose next step has a lead time, of
                           these; further: tracks in use, of three; ids: the others */
    GP_ADVICE_CURRENT,  /* interventions with a stage and an uncertainty, and no date that has
                           passed them by (explored: start; not exploited: needed_by), of all;
                           day: the newest measurement; ids: the others */
    GP_ADVICE_COUNT
} gp_advice_step;

typedef enum gp_mark { GP_TO_DO, GP_PARTLY, GP_DONE } gp_mark;

/* One step, with its evidence. Done: all of a total that is not 0, and start: any; measure: all
 * of them again; explore: with scenarios; derive: nothing is nowhere; identify: none too late;
 * tracks: two in use at least; these two also where no capability is left. Partly: some, and start:
 * the first is live within twice the weeks of GP401. */
typedef struct gp_advice {
    gp_mark mark;
    uint32_t count, total, further;
    gp_day day;             /* GP_NO_DAY: none */
    const char *const *ids; /* in the order of the file */
    uint32_t id_count;
} gp_advice;

/* The paper's steps as a checklist, by gp_advice_step (array of GP_ADVICE_COUNT). Owner: the job.
 * Errors: GP_NO_MEMORY. Cost: O(V + E), and O(n log n) in measurements and in the boards' rows.
 * Source: the practical steps of "Een groeimodel voor persoonlijke dienstverlening" (2022). */
GP_API gp_status gp_find_advice(gp_job *job, const gp_schedule *schedule, const gp_advice **out);

/* ---- fit: what citizens need against what they experience -------------------------------- */

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
    uint32_t opposed_by; /* an earlier intervention that pulls the other way in a shared context */
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

/* The library of contextual interventions: which apply for a segment in a situation? */
typedef struct gp_library_question {
    uint32_t segment, situation; /* indices; GP_NONE: any */
    gp_day date;                 /* GP_NO_DAY: the status date */
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
    gp_day date;
    const gp_library_entry *entries; /* in the order of the file */
    uint32_t count;
} gp_library;

/* Owner: the job. Errors: GP_NO_MEMORY. Cost: O(contexts + requirements of interventions). */
GP_API gp_status gp_find_library(gp_job *job, const gp_schedule *schedule,
                                 const gp_library_question *question, gp_library *out);

/* ---- trace: from a citizen's gap to the decision that comes first -------------------------- */

typedef enum gp_decision_kind {
    GP_DECISION_NONE,     /* all that it rests on is there or under way */
    GP_DECISION_IDENTIFY, /* the capability is not identified yet */
    GP_DECISION_START     /* it is; its work, or the intervention's, has not begun */
} gp_decision_kind;

typedef struct gp_decision {
    uint8_t kind;    /* gp_decision_kind */
    uint8_t verdict; /* gp_verdict */
    uint32_t activity;
    gp_day by; /* a capability: its identify_by, when its proposal must be in; an intervention: its
                * latest_start */
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
    gp_day identify_by; /* GP_NO_DAY: under way, or its date is given */
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
    gp_decision decision;   /* the first of all that the intervention rests on */
    const uint32_t *others; /* touches of the fit that answer it as well, soonest first */
    uint32_t other_count;
} gp_trace;

/* A decision with the interventions that wait for it. */
typedef struct gp_agenda_item {
    gp_decision decision;          /* verdict: the worst for any of them */
    const uint32_t *interventions; /* indices, in the order of the file */
    uint32_t count;
} gp_agenda_item;

typedef struct gp_traces {
    const gp_fits *fits;
    const gp_trace *traces; /* one per gap, in the order of the fits */
    uint32_t count;
    const gp_agenda_item *agenda; /* first decisions by date, ties in the order of the file */
    uint32_t agenda_count;
} gp_traces;

/* Every measured gap followed down to its first decision. Owner: the job. Errors: GP_NO_MEMORY.
 * Cost: gp_find_fits, O(V + E), and the length of each critical path once. */
GP_API gp_status gp_trace_gaps(gp_job *job, const gp_schedule *schedule, gp_traces *out);
/* ---- where a picture puts things ------------------------------------------------------- */

/* Where a picture has the box of an activity: its upper left corner and its size, in pixels of
 * 1/96 inch. gp_place_path makes these (render), formats that hold pictures write them (io). */
typedef struct gp_box_place {
    uint32_t activity;
    int32_t x, y, width, height; /* >= 0 */
} gp_box_place;

typedef struct gp_box_places {
    const gp_box_place *places;
    uint32_t count;
} gp_box_places;

/* ---- leverage: what rests on a capability ------------------------------------------------ */

typedef struct gp_leverage {
    uint32_t direct;      /* interventions that ask for it themselves */
    uint32_t all;         /* and through others: every requirement counts, alternatives too */
    uint32_t must;        /* of these, those that cannot do without: over no alternative */
    uint32_t through;     /* of these, those whose every chain runs through it (dominators) */
    uint32_t by_stage[4]; /* of `all`, by gp_stage */
} gp_leverage;

/* A chain leads from something that requires nothing to an intervention, over requirements that
 * must be met. */
typedef struct gp_leverages {
    const gp_leverage *rows;   /* by capability */
    const uint64_t *scenarios; /* by capability, scenario_words each: bit k where an intervention */
    uint32_t scenario_words;   /* that rests on it belongs to scenario k */
    const uint32_t *order;     /* capabilities: most interventions first, ties by id */
    const uint32_t *dominator; /* by symbol: the last one before it that every chain to it runs
                                  through, GP_NONE where there is none */
} gp_leverages;

/* How much rests on each capability, over the requirements as written. (Dominators: Lengauer and
 * Tarjan 1979, by igraph.) Owner: the job; borrows from the portfolio. Errors: GP_NO_MEMORY.
 * Cost: O((V + E) * interventions / 512), each step eight words; O(E log V) for dominators. */
GP_API gp_status gp_find_leverage(gp_job *job, const gp_portfolio *portfolio, gp_leverages *out);

/* The shape of what has to be done. */
typedef struct gp_structure {
    uint32_t part_count;   /* parts that have nothing to do with each other */
    uint32_t largest_part; /* activities in the largest */
    uint32_t alone_count;  /* parts of one activity */
    uint32_t depth;        /* activities that come one after another, at most */
    uint32_t width;        /* activities in one layer, at most */
} gp_structure;

/* Parts by igraph (weak components), depth and width by the network's layers. Errors:
 * GP_NO_MEMORY. Cost: O(V + E). */
GP_API gp_status gp_find_structure(gp_job *job, const gp_network *network, gp_structure *out);

/* ---- queries: one question about the network ----------------------------------------------- */

/* The first step of an id that has anything to do (of a capability: to its lowest missing level),
 * or GP_NONE. */
GP_API uint32_t gp_find_first_step(const gp_network *network, uint32_t symbol);

/* All that rests on an activity, itself included, in topological order; over alternatives that
 * were not chosen only when with_spare. Cost: O(V + E). */
GP_API gp_status gp_find_descendants(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                                     bool with_spare, gp_activities *out);

/* A chain from one activity to another, as if nothing else held the second up. */
typedef struct gp_way {
    const uint32_t *activities;
    uint32_t count;
    gp_day ready; /* when the last is ready then */
} gp_way;

typedef struct gp_ways {
    const gp_way *ways; /* the one that is ready last first */
    uint32_t count;
    uint32_t total;   /* of all ways; GP_WAYS_TOTAL_MAX: so many, or more */
    bool is_complete; /* false: looking for them was cut at GP_WAYS_WORK_MAX */
} gp_ways;
#define GP_WAYS_TOTAL_MAX 1000000000u
#define GP_WAYS_WORK_MAX 50000000u /* activities that are dated on the way */

/* The `top` longest ways from one activity to another, alternatives included. (Best first; each
 * step is a monotone function of time, so the latest way to a step is part of the latest way over
 * it.) Cost: O(V + E + found ways * their length * requirements met on the way). */
GP_API gp_status gp_find_ways(gp_job *job, const gp_schedule *schedule, uint32_t from, uint32_t to,
                              uint32_t top, gp_ways *out);

/* What every way from one activity to another runs through, both ends included (dominators); none
 * where there is no way. Alternatives are ways too. Cost: O(E log V). */
GP_API gp_status gp_find_only_way(gp_job *job, const gp_schedule *schedule, uint32_t from,
                                  uint32_t to, gp_activities *out);

/* ---- catalogue: what others know to be needed ------------------------------------------------ */

/* A prerequisite that a catalogue names and the portfolio does not mention. */
typedef struct gp_forgotten {
    uint32_t symbol;      /* of the prerequisite, in the catalogue */
    uint32_t capability;  /* symbol in the portfolio of who needs it */
    uint32_t requirement; /* of the catalogue: where it says so */
} gp_forgotten;

typedef struct gp_forgottens {
    const gp_forgotten
        *rows; /* by who needs it: interventions, then capabilities, as in the file */
    uint32_t count;
} gp_forgottens;

/* Which prerequisites does the catalogue (a portfolio that tells
 * what needs what, matched by id) name that
 * the portfolio lacks? One row for each capability that needs one itself, and one for each
 * prerequisite that only such prerequisites lead to. Of alternatives one is enough; where all
 * are lacking the first is the row.
 * Owner: the job. Errors: GP_NO_MEMORY. Cost: O(V + E) of both. */
GP_API gp_status gp_find_forgotten(gp_job *job, const gp_portfolio *portfolio,
                                   const gp_portfolio *catalogue, gp_forgottens *out);

/* Appends a finding (GP206) per prerequisite that was forgotten. Errors: GP_NO_MEMORY. */
GP_API gp_status gp_check_catalogue(gp_job *job, const gp_portfolio *portfolio,
                                    const gp_portfolio *catalogue);

/* ---- check: every finding --------------------------------------------------------------- */

/* Appends the findings of every analysis (GP110, GP2xx, GP3xx, GP403, GP404, GP5xx) to the job.
 * Errors: GP_NO_MEMORY. */
GP_API gp_status gp_check(gp_job *job, const gp_schedule *schedule);

/* gp_build_network, gp_schedule_network and gp_check at once. What does not need each other runs
 * side by side in a large portfolio, in a thread of its own that has ended when this returns.
 * Errors: as of those three; nothing is made then. Cost: that of all three. */
GP_API gp_status gp_analyse(gp_job *job, const gp_portfolio *portfolio,
                            const gp_schedule_options *options, const gp_network **network,
                            const gp_schedule **schedule);

#ifdef __cplusplus
}
#endif
#endif
