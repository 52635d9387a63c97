/* SPDX-License-Identifier: MIT
 * The week of a calendar of MS Project: which weekdays are worked, how long, and from when to when.
 * A calendar says what differs from the one that it is derived from. */
#include "io/mspdi/mspdi_calendar.h"

#define DAY (24 * 60)
#define BASES_MAX 16 /* derived from one that is derived from one that ... */

const gp_mspdi_calendar *gp_find_mspdi_calendar(const gp_mspdi_plan *plan, int64_t uid)
{
    const gp_mspdi_calendar *calendars = plan->calendars.data;
    for (size_t i = 0; i < plan->calendars.count; i++)
        if (calendars[i].uid == uid) return &calendars[i];
    return NULL;
}

/* A week as the files have it: by weekday where its hours are. */
typedef struct hours_of_week {
    const gp_mspdi_hours *hours[7];
    uint32_t count[7];
    uint8_t worked, said; /* by bit: it is worked; its hours are said */
} hours_of_week;

/* Takes from the calendar the weekdays that none before it has said. */
static void add_weekdays(const gp_mspdi_plan *plan, const gp_mspdi_calendar *calendar,
                         uint8_t missing, hours_of_week *out)
{
    const gp_mspdi_hours *hours = plan->hours.data;
    out->worked = (uint8_t)(out->worked | (calendar->worked & missing));
    for (uint32_t i = 0; i < calendar->hours_count; i++) {
        const gp_mspdi_hours *row = &hours[calendar->hours_first + i];
        if (!(missing >> row->weekday & 1)) continue;
        if (out->count[row->weekday]++ == 0) out->hours[row->weekday] = row;
        out->said = (uint8_t)(out->said | 1 << row->weekday);
    }
}

/* A calendar that is derived from no other has the weekdays that it names; where it names none,
 * Monday to Friday. */
static void collect(const gp_mspdi_plan *plan, const gp_mspdi_calendar *calendar,
                    hours_of_week *out)
{
    uint8_t missing = 0x7F, given = 0;
    for (int i = 0; calendar && i < BASES_MAX; i++) {
        given = calendar->given;
        add_weekdays(plan, calendar, (uint8_t)(missing & given), out);
        missing = (uint8_t)(missing & ~given);
        calendar = calendar->base_calendar;
    }
    if (given == 0) out->worked = (uint8_t)(out->worked | (missing & 0x1F));
}

/* The week with days that begin at that minute: what is worked before it belongs to the day that
 * began on the day before. */
static gp_mspdi_week count_from(const hours_of_week *hours, int32_t begins, int32_t usual)
{
    gp_mspdi_week week = {.begins = begins, .opens = DAY};
    for (int day = 0; day < 7; day++) {
        int32_t minutes = 0;
        for (int part = -1; part < 2; part++) { /* of the day before, the day itself, the next */
            int weekday = (day + part + 7) % 7;
            for (uint32_t i = 0; i < hours->count[weekday]; i++) {
                const gp_mspdi_hours *row = &hours->hours[weekday][i];
                int32_t from = row->from - begins + part * DAY, to = row->to - begins + part * DAY;
                if (from < 0) from = 0;
                if (to > DAY) to = DAY;
                if (to <= from) continue;
                minutes += to - from;
                if (from < week.opens) week.opens = from;
                if (to > week.closes) week.closes = to;
            }
        }
        bool is_unsaid = !(hours->said >> day & 1) && hours->worked >> day & 1;
        if (minutes == 0 && is_unsaid) minutes = usual;
        if (minutes == 0) continue;
        week.worked = (uint8_t)(week.worked | 1 << day);
        week.minutes = week.minutes == 0 || week.minutes == minutes ? minutes : -1;
    }
    if (week.opens >= week.closes) week.opens = week.closes = 0;
    return week;
}

gp_mspdi_week gp_find_mspdi_week(const gp_mspdi_plan *plan, const gp_mspdi_calendar *calendar)
{
    hours_of_week hours = {.worked = 0};
    int32_t usual = plan->minutes_per_day > 0 && plan->minutes_per_day <= DAY
                        ? (int32_t)plan->minutes_per_day
                        : 480;
    collect(plan, calendar, &hours);
    gp_mspdi_week week = count_from(&hours, 0, usual);
    if (week.minutes >= 0) return week;
    /* A shift over midnight: its days are alike when they begin with it. */
    for (int day = 0; day < 7; day++)
        for (uint32_t i = 0; i < hours.count[day]; i++) {
            const gp_mspdi_hours *row = &hours.hours[day][i];
            if (row->to < DAY || row->from < DAY / 2) continue;
            gp_mspdi_week shifted = count_from(&hours, row->from, usual);
            if (shifted.minutes > 0) return shifted;
        }
    return week;
}
