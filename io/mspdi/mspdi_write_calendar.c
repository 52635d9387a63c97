/* SPDX-License-Identifier: MIT
 * Writes the calendar of an MS Project plan: eight hours on each working day, and the days off. */
#include "io/mspdi/mspdi_write.h"

static void write_weekday(gp_mspdi_writer *w, int type, bool is_worked)
{
    gp_add_mspdi_line(w, "        <WeekDay>");
    gp_add_mspdi_number(w, 10, "DayType", type);
    gp_add_mspdi_number(w, 10, "DayWorking", is_worked);
    if (is_worked) {
        gp_add_mspdi_line(w, "          <WorkingTimes>");
        gp_add_mspdi_line(w, "            <WorkingTime>");
        gp_add_mspdi_text(w, 14, "FromTime", "08:00:00");
        gp_add_mspdi_text(w, 14, "ToTime", "12:00:00");
        gp_add_mspdi_line(w, "            </WorkingTime>");
        gp_add_mspdi_line(w, "            <WorkingTime>");
        gp_add_mspdi_text(w, 14, "FromTime", "13:00:00");
        gp_add_mspdi_text(w, 14, "ToTime", "17:00:00");
        gp_add_mspdi_line(w, "            </WorkingTime>");
        gp_add_mspdi_line(w, "          </WorkingTimes>");
    }
    gp_add_mspdi_line(w, "        </WeekDay>");
}

static void write_holidays(gp_mspdi_writer *w)
{
    const gp_calendar *calendar = &w->conversion->portfolio->calendar;
    if (calendar->holiday_count == 0) return;
    gp_add_mspdi_line(w, "      <Exceptions>");
    for (uint32_t i = 0; i < calendar->holiday_count; i++) {
        gp_add_mspdi_line(w, "        <Exception>");
        gp_add_mspdi_number(w, 10, "EnteredByOccurrences", 0);
        gp_add_mspdi_line(w, "          <TimePeriod>");
        gp_add_mspdi_moment(w, 12, "FromDate", calendar->holidays[i], "T00:00:00");
        gp_add_mspdi_moment(w, 12, "ToDate", calendar->holidays[i], "T23:59:00");
        gp_add_mspdi_line(w, "          </TimePeriod>");
        gp_add_mspdi_number(w, 10, "Occurrences", 1);
        gp_add_mspdi_number(w, 10, "Type", 1);
        gp_add_mspdi_number(w, 10, "DayWorking", 0);
        gp_add_mspdi_line(w, "        </Exception>");
    }
    gp_add_mspdi_line(w, "      </Exceptions>");
}

void gp_write_mspdi_calendar(gp_mspdi_writer *w)
{
    const gp_calendar *calendar = &w->conversion->portfolio->calendar;
    gp_add_mspdi_line(w, "  <Calendars>\n    <Calendar>");
    gp_add_mspdi_number(w, 6, "UID", 1);
    gp_add_mspdi_text(w, 6, "Name", "Standard");
    gp_add_mspdi_number(w, 6, "IsBaseCalendar", 1);
    gp_add_mspdi_number(w, 6, "BaseCalendarUID", -1);
    gp_add_mspdi_line(w, "      <WeekDays>");
    for (int type = 1; type <= 7; type++) /* 1 is Sunday */
        write_weekday(w, type, !(calendar->days_off >> (type + 5) % 7 & 1));
    gp_add_mspdi_line(w, "      </WeekDays>");
    write_holidays(w);
    gp_add_mspdi_line(w, "    </Calendar>\n  </Calendars>");
}
