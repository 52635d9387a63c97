/* SPDX-License-Identifier: MIT
 * What a calendar of MS Project says, in whole days. Private to io/mspdi. */
#ifndef GP_MSPDI_CALENDAR_H
#define GP_MSPDI_CALENDAR_H

#include "io/mspdi/mspdi.h"

/* The week of a calendar. `begins`: the minute at which its days begin; not 0 where work runs over
 * midnight, as a night shift does. Its other minutes count from there. */
typedef struct gp_mspdi_week {
    uint8_t worked;        /* weekdays by bit: 0 = Monday */
    int32_t minutes;       /* of a working day; -1: they differ */
    int32_t opens, closes; /* the first and the last minute of a working day; both 0: not said */
    int32_t begins;
} gp_mspdi_week;

typedef struct gp_mspdi_days {
    gp_mspdi_week week;
    const gp_day *off; /* ascending, unique, none on a weekday off */
    uint32_t off_count;
    bool is_exact; /* all that it says is here */
} gp_mspdi_days;

/* Which calendar each is derived from, and from when to when the plan's dates go: fills in
 * base_calendar, first and last. Errors: GP_NO_MEMORY. */
gp_status gp_prepare_mspdi_calendars(gp_job *job, gp_mspdi_plan *plan, gp_day today);

/* The calendar of that UID, or NULL. */
const gp_mspdi_calendar *gp_find_mspdi_calendar(const gp_mspdi_plan *plan, int64_t uid);

/* Its week, and of those that it is derived from what it does not say itself. */
gp_mspdi_week gp_find_mspdi_week(const gp_mspdi_plan *plan, const gp_mspdi_calendar *calendar);

/* Do we know the pattern by which it recurs? Does it hold on that day of its period? */
bool gp_has_mspdi_pattern(const gp_mspdi_exception *exception);
bool gp_is_mspdi_exception(const gp_mspdi_exception *exception, gp_day day);

/* The days of a calendar. What recurs is followed to the end of the plan and a year. With is_told
 * what has no place is reported. *budget: how many days may be looked at; what is looked at is
 * taken off. Errors: GP_NO_MEMORY. */
#define GP_MSPDI_BUDGET 400000
gp_status gp_find_mspdi_days(gp_records *records, const gp_mspdi_plan *plan,
                             const gp_mspdi_calendar *calendar, bool is_told, int64_t *budget,
                             gp_mspdi_days *out);

/* The calendar of the plan as the setting. Fills in its days. */
gp_status gp_take_mspdi_calendar(gp_records *records, gp_tree *tree, const gp_mspdi_plan *plan,
                                 gp_mspdi_days *days);

#endif
