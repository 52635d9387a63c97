/* SPDX-License-Identifier: MIT
 * An MS Project plan on its way to the records of a portfolio: what its parts share. Private to
 * io/mspdi. */
#ifndef GP_MSPDI_TAKE_H
#define GP_MSPDI_TAKE_H

#include "core/names.h"
#include "io/mspdi/mspdi_calendar.h"

typedef struct gp_mspdi_uid {
    int64_t uid;
    uint32_t index;
} gp_mspdi_uid;

/* The dates that a task keeps to; GP_NO_DAY: none. */
typedef struct gp_mspdi_kept {
    gp_day not_before, not_ready_before, start_by, needed_by;
    bool is_part; /* one of them stands in the course of a day, and was rounded up */
} gp_mspdi_kept;

/* Where a task stands in the outline. first_depth: it can be the first to start of a summary task
 * around it that is at this depth or deeper; of one that is less deep another task is. last_depth:
 * the same of the last to be ready. */
typedef struct gp_mspdi_outline {
    uint32_t parent, end; /* end: the task after all that it holds */
    uint32_t depth, first_depth, last_depth;
    bool is_summary, has_work, has_begun; /* has_work: it, or some task in it, is carried over */
} gp_mspdi_outline;

/* A link as it is carried over. The lag: like a task's duration. */
typedef struct gp_mspdi_arc {
    uint32_t from; /* the task, or GP_NONE: the link is not carried over */
    int64_t type, minutes, format;
} gp_mspdi_arc;

/* What a record waits for, as one of the plan's links says. */
typedef struct gp_mspdi_need {
    uint32_t to, from; /* records */
    uint32_t link;     /* GP_NONE: it is ready, and that is all */
    bool is_any;       /* one of those with this link is enough */
    bool is_pushed;    /* by a summary task */
} gp_mspdi_need;

/* The records are the tasks, and then the milestones that stand for a summary task. */
typedef struct gp_mspdi_taker {
    gp_records *records;
    gp_job *job;
    gp_tree *tree;
    const gp_mspdi_plan *plan;
    gp_mspdi_task *tasks;      /* by record */
    uint32_t count;            /* of the tasks */
    uint32_t record_count;     /* with the milestones */
    gp_mspdi_outline *outline; /* by task */
    const char **ids;          /* by record; NULL: it is not carried over */
    uint8_t *is_intervention;  /* by record */
    gp_mspdi_uid *by_uid;
    gp_mspdi_arc *arcs;         /* by link */
    const gp_mspdi_need *needs; /* by record */
    uint32_t need_count;
    uint32_t *need_from;    /* by record: its first need; and one more */
    gp_mspdi_days calendar; /* of the plan */
    int64_t minutes_per_day;
    gp_calendar days;      /* the plan's, as the portfolio has it */
    int32_t opens, closes; /* the first and the last minute of its working days */
    gp_day start, today;   /* StartDate in whole days; the portfolio's status date */
    bool is_today_given;   /* by StatusDate, or by the user */
    gp_names *capability_ids;
    const char **groups; /* by task: the id of a summary task that is a group, or NULL */
    uint8_t *is_made;    /* by task: a milestone is that group */
    uint32_t unplaced;   /* tasks that have begun, and nothing says where the rest begins */
    uint32_t unplaced_first;
} gp_mspdi_taker;

/* Reports (GP127) that a part of the task is not carried over; value: which one, or NULL. */
gp_status gp_report_mspdi_task(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_argument what,
                               const char *value);

/* A time of work or a lag as a member of the record at hand, and a report where it was rounded. */
gp_status gp_add_mspdi_span(gp_mspdi_taker *t, const gp_mspdi_task *task, const char *key,
                            int64_t minutes, int64_t format, gp_spot spot);

/* Which task holds which. Errors: GP_NO_MEMORY. Cost: O(V). */
gp_status gp_find_mspdi_outline(gp_mspdi_taker *t);

/* Is the task around `index`, or is it that task itself? */
bool gp_holds_mspdi_task(const gp_mspdi_taker *t, uint32_t summary, uint32_t index);

/* Which tasks are carried over, and under which ids: fills in ids, by_uid, and which summary tasks
 * hold work. */
gp_status gp_choose_mspdi_tasks(gp_mspdi_taker *t);

/* The task of that UID, or GP_NONE. */
uint32_t gp_find_mspdi_task(const gp_mspdi_taker *t, int64_t uid);

/* Tasks with a calendar of their own: their durations as those of the plan's, where they can be. */
gp_status gp_take_mspdi_own_days(gp_mspdi_taker *t);

/* Settles which task each link comes from, and its type and lag: fills in arcs. */
gp_status gp_find_mspdi_links(gp_mspdi_taker *t);

/* Which tasks of a summary task can be its first and its last: fills in the outline. */
void gp_find_mspdi_edges(gp_mspdi_taker *t);

/* The needs in the order of the records, those of each in the order in which they were found, and
 * each once: fills in needs, need_count and need_from. */
gp_status gp_sort_mspdi_needs(gp_mspdi_taker *t, const gp_mspdi_need *needs, uint32_t count);

/* Makes the milestone with that number: of the start of the summary task, or of all of it. */
gp_status gp_make_mspdi_milestone(gp_mspdi_taker *t, gp_mspdi_task *out, uint32_t summary,
                                  uint32_t record, bool is_start);

/* The links as needs of records: those of summary tasks pushed down to what they hold. */
gp_status gp_push_mspdi_links(gp_mspdi_taker *t);

/* The constraints and deadlines of summary tasks become not_before and deadline of the tasks that
 * they hold. */
gp_status gp_inherit_mspdi_dates(gp_mspdi_taker *t);

/* A record that another one follows is a capability, and what follows an intervention is one. */
gp_status gp_settle_mspdi_kinds(gp_mspdi_taker *t);

/* ---- moments as days ---- */

/* Where the days of the plan do not begin at midnight, because its shifts run over it: all moments
 * as if they did. */
void gp_shift_mspdi_moments(gp_mspdi_taker *t, gp_mspdi_plan *plan);

/* Fills in days, opens and closes; once the calendar was emitted. */
gp_status gp_take_mspdi_days(gp_mspdi_taker *t);

/* The day on which work starts, or is ready: in the course of a day, or at its end, that is the
 * next. *is_part is set where the moment stands in the course of a day, and left alone elsewhere.
 * GP_NO_DAY of no moment. */
gp_day gp_mspdi_day(const gp_mspdi_taker *t, gp_mspdi_moment moment, bool *is_part);

/* So many minutes as a duration of ours, rounded up; *is_part is set where they were. */
gp_duration gp_mspdi_work(const gp_mspdi_taker *t, int64_t minutes, int64_t format, bool *is_part);

void gp_add_mspdi_day(gp_mspdi_taker *t, const char *key, gp_day day, gp_spot spot);

/* Reports that something in the course of a day was rounded up to `day`. */
gp_status gp_report_mspdi_part(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_day day);

/* ---- a task ---- */

bool gp_has_mspdi_begun(const gp_mspdi_task *task);

/* Is there nothing that it waits for? Then it starts with the plan. */
bool gp_is_mspdi_root(const gp_mspdi_taker *t, uint32_t index);

/* The dates of its constraint, its deadline, and of what else holds it. No findings. */
gp_mspdi_kept gp_find_mspdi_dates(const gp_mspdi_taker *t, uint32_t index);

/* A constraint that asks for nothing: one without a date, or of a type that MS Project has not. */
gp_status gp_report_mspdi_constraint(gp_mspdi_taker *t, const gp_mspdi_task *task);

/* Of work that has begun: the day before which it is not ready. */
typedef struct gp_mspdi_rest {
    gp_day ready;   /* GP_NO_DAY: nothing says so */
    bool is_part;   /* rounded up */
    bool is_placed; /* nobody has to guess when the rest of it begins */
} gp_mspdi_rest;
gp_mspdi_rest gp_find_mspdi_rest(const gp_mspdi_taker *t, uint32_t index);
gp_status gp_report_mspdi_rest(gp_mspdi_taker *t, uint32_t index, const gp_mspdi_rest *rest);

/* The last day on which something happened, but no later than is possible without moving a task
 * from where the plan has it; GP_NO_DAY: nothing has begun. */
gp_day gp_find_mspdi_known(const gp_mspdi_taker *t);

/* When the plan starts and what "today" is: fills in start, today and is_today_given. */
gp_status gp_find_mspdi_today(gp_mspdi_taker *t);

/* The members of the record at hand: how long the task takes; what it waits for; the dates that it
 * keeps to; what has happened already. */
gp_status gp_add_mspdi_work(gp_mspdi_taker *t, uint32_t index);
gp_status gp_add_mspdi_requires(gp_mspdi_taker *t, uint32_t to);
gp_status gp_add_mspdi_dates(gp_mspdi_taker *t, uint32_t index);
gp_status gp_add_mspdi_progress(gp_mspdi_taker *t, uint32_t index);

/* Which summary tasks are groups: fills in capability_ids, groups and is_made. Once the kinds are
 * settled. Errors: GP_NO_MEMORY. Cost: O(V). */
gp_status gp_find_mspdi_groups(gp_mspdi_taker *t);

/* The record of a summary task that is a group; nothing of any other task. */
gp_status gp_take_mspdi_group(gp_mspdi_taker *t, uint32_t summary);

/* The members that text fields of our own export say. Errors: GP_NO_MEMORY. */
gp_status gp_add_mspdi_own(gp_mspdi_taker *t, uint32_t index);

/* Says of all tasks together what was taken for the rest of them (GP128). */
gp_status gp_report_mspdi_unplaced(gp_mspdi_taker *t);

#endif
