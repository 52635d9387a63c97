/* SPDX-License-Identifier: MIT
 * The calendar of an MS Project plan: which weekdays are worked, and which days are exceptions to
 * that. Of the hours only their number per working day counts. */
#include "io/mspdi/mspdi.h"

#include <string.h>

#define HOLIDAYS_MAX 20000

static const gp_mspdi_calendar *find_calendar(const gp_mspdi_plan *plan, int64_t uid)
{
    const gp_mspdi_calendar *calendars = plan->calendars.data;
    for (size_t i = 0; i < plan->calendars.count; i++)
        if (calendars[i].uid == uid) return &calendars[i];
    return NULL;
}

const gp_mspdi_calendar *gp_find_mspdi_week(const gp_mspdi_plan *plan)
{
    const gp_mspdi_calendar *calendar = find_calendar(plan, plan->calendar);
    if (!calendar || calendar->given) return calendar;
    const gp_mspdi_calendar *base = find_calendar(plan, calendar->base);
    return base ? base : calendar;
}

static void add_weekdays(gp_tree *tree, uint8_t worked)
{
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    gp_spot spot = {1, 1};
    gp_add_key(tree, "workdays", 8, spot);
    gp_open_node(tree, '[', spot);
    for (int i = 0; i < 7; i++)
        if (worked >> i & 1) gp_add_text_node(tree, names[i], 3, spot);
    gp_close_node(tree);
}

/* The days of one exception. Those that come back by a pattern, and work on a day off, are not
 * carried over. */
static gp_status add_exception(gp_records *records, gp_tree *tree,
                               const gp_mspdi_exception *exception, uint32_t *count)
{
    char day[GP_DATE_SIZE];
    if (exception->from.day == GP_NO_DAY || exception->to.day == GP_NO_DAY) return GP_OK;
    gp_format_date(exception->from.day, day);
    int64_t days = (int64_t)exception->to.day - exception->from.day + 1;
    bool is_plain = exception->type == 1 && days >= 0 && *count + days <= HOLIDAYS_MAX &&
                    (exception->occurrences <= 0 || exception->occurrences == days);
    if (exception->is_worked)
        return gp_report_mspdi_loss(records, exception->spot, NULL,
                                    GP_WORDS("an exception with work", "een uitzondering met werk"),
                                    day);
    if (!is_plain)
        return gp_report_mspdi_loss(records, exception->spot, NULL,
                                    GP_WORDS("a calendar exception that recurs",
                                             "een uitzondering in de kalender die terugkomt"),
                                    day);
    for (gp_day d = exception->from.day; d <= exception->to.day; d++) {
        gp_format_date(d, day);
        gp_add_text_node(tree, day, strlen(day), exception->spot);
        ++*count;
    }
    return GP_OK;
}

static gp_status add_holidays(gp_records *records, gp_tree *tree, const gp_mspdi_plan *plan,
                              const gp_mspdi_calendar *calendar)
{
    const gp_mspdi_exception *exceptions = plan->exceptions.data;
    uint32_t count = 0;
    gp_add_key(tree, "holidays", 8, (gp_spot){1, 1});
    gp_open_node(tree, '[', (gp_spot){1, 1});
    for (uint32_t i = 0; i < calendar->exception_count; i++)
        GP_TRY(add_exception(records, tree, &exceptions[calendar->exception_first + i], &count));
    gp_close_node(tree);
    return GP_OK;
}

gp_status gp_take_mspdi_calendar(gp_records *records, gp_tree *tree, const gp_mspdi_plan *plan,
                                 int64_t *minutes_per_day)
{
    const gp_mspdi_calendar *calendar = find_calendar(plan, plan->calendar);
    *minutes_per_day = plan->minutes_per_day > 0 ? plan->minutes_per_day : 480;
    if (!calendar) return GP_OK;
    const gp_mspdi_calendar *week = gp_find_mspdi_week(plan);
    uint8_t worked = week->given ? week->worked : 0x1F;
    if (week->minutes > 0) *minutes_per_day = week->minutes;
    if (week->minutes < 0)
        GP_TRY(gp_report_mspdi_loss(
            records, (gp_spot){1, 1}, NULL,
            GP_WORDS("working days of different length", "werkdagen van verschillende lengte"),
            "Calendar"));
    gp_start_tree(tree);
    gp_open_node(tree, '{', (gp_spot){1, 1});
    add_weekdays(tree, worked ? worked : 0x1F);
    if (calendar->exception_count) GP_TRY(add_holidays(records, tree, plan, calendar));
    gp_close_node(tree);
    return gp_emit(records, "calendar", tree);
}
