/* SPDX-License-Identifier: MIT
 * The calendar of an MS Project plan as the setting: which weekdays are worked, and which days are
 * off. Of the hours only their number per working day counts. */
#include "io/mspdi/mspdi_calendar.h"

#include <stdio.h>
#include <string.h>

#define DAY (24 * 60)
#define EVERY_DAY 0x7F

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

static void add_days_off(gp_tree *tree, const gp_mspdi_days *days)
{
    gp_spot spot = {1, 1};
    char day[GP_DATE_SIZE];
    if (days->off_count == 0) return;
    gp_add_key(tree, "holidays", 8, spot);
    gp_open_node(tree, '[', spot);
    for (uint32_t i = 0; i < days->off_count; i++) {
        gp_format_date(days->off[i], day);
        gp_add_text_node(tree, day, strlen(day), spot);
    }
    gp_close_node(tree);
}

/* Where CalendarUID names none: the only calendar that is derived from no other. */
static const gp_mspdi_calendar *find_only_base(const gp_mspdi_plan *plan)
{
    const gp_mspdi_calendar *calendars = plan->calendars.data, *found = NULL;
    for (size_t i = 0; i < plan->calendars.count; i++) {
        if (calendars[i].base >= 0) continue;
        if (found) return NULL;
        found = &calendars[i];
    }
    return found;
}

static gp_status report_missing(gp_records *records, const gp_mspdi_plan *plan)
{
    char uid[48] = "";
    bool is_named = plan->calendar >= 0;
    if (!is_named && plan->calendars.count == 0) return GP_OK;
    if (is_named) snprintf(uid, sizeof uid, "CalendarUID %lld", (long long)plan->calendar);
    return gp_report_mspdi_loss(
        records, (gp_spot){1, 1}, NULL,
        is_named ? GP_WORDS("its calendar, which is not there; it works from Monday to Friday",
                            "zijn kalender, die er niet is; er wordt gewerkt van maandag tot en "
                            "met vrijdag")
                 : GP_WORDS("which of the calendars it works by; it works from Monday to Friday",
                            "volgens welke van de kalenders het werkt; er wordt gewerkt van "
                            "maandag tot en met vrijdag"),
        uid);
}

gp_status gp_take_mspdi_calendar(gp_records *records, gp_tree *tree, const gp_mspdi_plan *plan,
                                 gp_mspdi_days *days)
{
    int64_t budget = GP_MSPDI_BUDGET;
    static const gp_mspdi_calendar nobody = {.uid = -1, .base = -1};
    const gp_mspdi_calendar *calendar = gp_find_mspdi_calendar(plan, plan->calendar);
    if (!calendar && plan->calendar < 0) calendar = find_only_base(plan);
    GP_TRY(gp_find_mspdi_days(records, plan, calendar ? calendar : &nobody, true, &budget, days));
    if (!calendar) return report_missing(records, plan);
    if (days->week.minutes < 0)
        GP_TRY(gp_report_mspdi_loss(
            records, (gp_spot){1, 1}, NULL,
            GP_WORDS("working days of different length", "werkdagen van verschillende lengte"),
            "Calendar"));
    if (days->week.worked == 0) {
        days->week.worked = 0x1F;
        days->off_count = 0;
        GP_TRY(gp_report_mspdi_loss(records, (gp_spot){1, 1}, NULL,
                                    GP_WORDS("a calendar without a working day; it works from "
                                             "Monday to Friday",
                                             "een kalender zonder werkdag; er wordt gewerkt van "
                                             "maandag tot en met vrijdag"),
                                    NULL));
    }
    bool is_day_and_night = days->week.minutes == DAY && days->week.worked == EVERY_DAY;
    if (is_day_and_night && days->off_count == 0 && plan->start.day != GP_NO_DAY)
        days->week.begins = plan->start.minute % DAY; /* any hour is as good */
    gp_start_tree(tree);
    gp_open_node(tree, '{', (gp_spot){1, 1});
    add_weekdays(tree, days->week.worked);
    add_days_off(tree, days);
    gp_close_node(tree);
    return gp_emit(records, "calendar", tree);
}
