/* SPDX-License-Identifier: MIT
 * An MS Project plan on its way to the records of a portfolio: what its parts share. Private to
 * io/mspdi. */
#ifndef GP_MSPDI_TAKE_H
#define GP_MSPDI_TAKE_H

#include "io/mspdi/mspdi.h"

typedef struct gp_mspdi_uid {
    int64_t uid;
    uint32_t index;
} gp_mspdi_uid;

typedef struct gp_mspdi_taker {
    gp_records *records;
    gp_job *job;
    gp_tree *tree;
    const gp_mspdi_plan *plan;
    const gp_mspdi_task *tasks;
    uint32_t count;
    const char **ids;         /* by task; NULL: it is not carried over */
    uint8_t *is_intervention; /* by task */
    gp_mspdi_uid *by_uid;
    uint32_t *from; /* by link: the task, or GP_NONE: the link is not carried over */
    int64_t minutes_per_day;
} gp_mspdi_taker;

/* Reports (GP127) that a part of the task is not carried over; value: which one, or NULL. */
gp_status gp_report_mspdi_task(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_argument what,
                               const char *value);

/* A time of work or a lag as a member of the record at hand, and a report where it was rounded. */
gp_status gp_add_mspdi_span(gp_mspdi_taker *t, const gp_mspdi_task *task, const char *key,
                            int64_t minutes, int64_t format, gp_spot spot);

/* Which tasks are carried over, and under which ids: fills in ids and by_uid. */
gp_status gp_name_mspdi_tasks(gp_mspdi_taker *t);

/* The task of that UID, or GP_NONE. */
uint32_t gp_find_mspdi_task(const gp_mspdi_taker *t, int64_t uid);

/* Settles which task each link comes from. A task that another one follows is a capability. */
gp_status gp_find_mspdi_links(gp_mspdi_taker *t);

/* What follows an intervention is one too, since a capability cannot wait for one. */
gp_status gp_settle_mspdi_kinds(gp_mspdi_taker *t);

/* The members of the record at hand: what the task waits for; constraint and deadline; what has
 * happened already. */
gp_status gp_add_mspdi_requires(gp_mspdi_taker *t, uint32_t to);
gp_status gp_add_mspdi_dates(gp_mspdi_taker *t, const gp_mspdi_task *task);
void gp_add_mspdi_progress(gp_mspdi_taker *t, const gp_mspdi_task *task, bool is_intervention);

#endif
