/* SPDX-License-Identifier: MIT
 * What does a box say when one points at it? What does not fit in it: the whole name, the id,
 * the latest dates, when the capability must be identified, and what fixed its date. */
#include "render/tooltip.h"
#include "render/svg.h"
#include "render/texts.h"

#include <string.h>

#define NAME_MAX_SHOWN 120 /* characters of another box's name */

static void add_pair(gp_buffer *buffer, const char *label, gp_day from, gp_day to)
{
    gp_add_text(buffer, "\n");
    gp_add_text(buffer, label);
    gp_add_text(buffer, ": ");
    gp_add_day(buffer, from);
    gp_add_text(buffer, " \xE2\x80\x93 ");
    gp_add_day(buffer, to);
}

static void add_days(gp_buffer *buffer, const char *label, int32_t days, const char *unit)
{
    gp_add_text(buffer, "\n");
    gp_add_text(buffer, label);
    gp_add_text(buffer, ": ");
    if (days == GP_NO_DAYS)
        gp_add_text(buffer, "-");
    else
        gp_add_number(buffer, days);
    gp_add_text(buffer, " ");
    gp_add_text(buffer, unit);
}

static void add_driver(gp_buffer *buffer, const gp_schedule *schedule, gp_language language,
                       uint32_t activity)
{
    uint32_t driver = gp_driver(schedule, activity);
    gp_add_text(buffer, "\n");
    gp_add_text(buffer, gp_word_of(GP_WORD_DRIVER, language));
    gp_add_text(buffer, ": ");
    if (driver == GP_NONE) {
        gp_add_text(buffer, gp_word_of(GP_WORD_DRIVER_OWN, language));
        return;
    }
    const gp_network *network = schedule->network;
    gp_svg_escape_short(buffer, gp_activity_name(network, driver), NAME_MAX_SHOWN);
    if (network->activities[driver].level == 0) return;
    gp_add_text(buffer, ", ");
    gp_add_text(buffer, gp_word_of(GP_WORD_LEVEL, language));
    gp_add_text(buffer, " ");
    gp_add_number(buffer, network->activities[driver].level);
}

void gp_add_tooltip(gp_buffer *buffer, const gp_schedule *schedule, gp_language language,
                    uint32_t activity)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    const char *id = gp_activity_id(network, activity);
    const char *name = gp_activity_name(network, activity);
    const char *unit = gp_word_of(GP_WORD_DAYS_SHORT, language);
    gp_svg_escape(buffer, name, strlen(name));
    gp_add_text(buffer, "\nid: ");
    gp_svg_escape(buffer, id, strlen(id));
    add_pair(buffer, gp_word_of(GP_WORD_EARLIEST, language), dates->earliest_start,
             dates->earliest_ready);
    if (dates->not_before) {
        gp_add_text(buffer, " (");
        gp_add_text(buffer, gp_word_of(GP_WORD_NOT_BEFORE, language));
        gp_add_text(buffer, ")");
    }
    add_pair(buffer, gp_word_of(GP_WORD_LATEST, language), dates->latest_start,
             dates->latest_ready);
    if (dates->identify_by != GP_NO_DAY) {
        gp_add_text(buffer, "\n");
        gp_add_text(buffer, gp_word_of(GP_WORD_IDENTIFY_BY, language));
        gp_add_text(buffer, ": ");
        gp_add_day(buffer, dates->identify_by);
    }
    add_days(buffer, gp_word_of(GP_WORD_FLOAT, language), dates->float_days, unit);
    add_days(buffer, gp_word_of(GP_WORD_BUFFER, language), dates->buffer_days, unit);
    add_driver(buffer, schedule, language, activity);
}
