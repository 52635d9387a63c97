/* SPDX-License-Identifier: MIT
 * The table of activities in `plan`, `path` and `query`. What a step is, when it is ready and until
 * when it can be identified stays on the narrowest page; which columns go first is in their rows.
 */
#include "io/answers/activity.h"
#include "io/answers/called.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

enum { FLOAT_COLUMN = 8, BUFFER_COLUMN = 9, BY_COLUMN = 11 };

gp_table *gp_new_activity_table(gp_job *job, gp_language language)
{
    const gp_column columns[] = {
        {.title = "#", .is_right = true, .drop = 14},
        {.title = gp_say(language, "name", "naam"), .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = gp_say(language, "step", "stap"), .drop = 2},
        {.title = gp_say(language, "start", "begin"), .drop = 4},
        {.title = gp_say(language, "ready", "klaar")},
        {.title = gp_say(language, "latest", "uiterlijk"), .drop = 13},
        {.title = gp_say(language, "identify by", "identificeer vóór"),
         .brief = gp_say(language, "identify by", "ident. vóór")},
        {.title = gp_say(language, "float", "speling"), .is_right = true, .drop = 6},
        {.title = "buffer", .is_right = true, .drop = 7},
        {.title = ""},
        {.title = gp_say(language, "by", "door"), .is_right = true, .drop = 15},
    };
    return gp_new_table(job, columns, sizeof columns / sizeof *columns);
}

/* "cap 2": a step of a capability to level 2. */
static const char *kind_text(gp_job *job, const gp_network *network, uint32_t activity,
                             gp_language language)
{
    gp_buffer *buffer = gp_new_buffer(job);
    uint8_t kind = network->activities[activity].kind;
    if (kind == GP_KIND_INTERVENTION) return "live";
    if (!buffer) return NULL;
    const char *values[] = {gp_number_text(job, gp_step_level(network, activity))};
    if (kind == GP_KIND_MISSING)
        gp_add_filled(buffer, gp_say(language, "miss {0}", "mist {0}"), values);
    else
        gp_add_filled(buffer, "cap {0}", values);
    return gp_buffer_text(buffer);
}

bool gp_activity_row(gp_job *job, gp_table *table, const gp_schedule *schedule, uint32_t activity,
                     const uint32_t *order, gp_language language)
{
    static const char *const marks[2][2] = {{"", "?"}, {"*", "*?"}};
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    uint32_t driver = gp_driver(schedule, activity);
    gp_number_cell(table, (int64_t)order[activity] + 1);
    gp_cell(table, gp_name_cell(job, network->portfolio, network->activities[activity].symbol));
    gp_cell(table, gp_id_cell(job, network->portfolio, network->activities[activity].symbol));
    gp_cell(table, kind_text(job, network, activity, language));
    gp_day_cell(table, dates->earliest_start);
    gp_day_cell(table, dates->earliest_ready);
    gp_day_cell(table, dates->latest_start);
    gp_day_cell(table, dates->identify_by);
    gp_days_cell(table, dates->float_days);
    gp_days_cell(table, dates->buffer_days);
    gp_cell(table, marks[dates->is_critical][dates->not_before]);
    if (driver == GP_NONE)
        gp_cell(table, "");
    else
        gp_number_cell(table, (int64_t)order[driver] + 1);
    return dates->float_days > 0 && dates->buffer_days < 0 && dates->buffer_days != GP_NO_DAYS;
}

void gp_add_activities(gp_buffer *buffer, const gp_table *table, bool has_odd, size_t indent,
                       gp_language language)
{
    bool has_both = gp_shows_column(buffer, table, FLOAT_COLUMN, indent) &&
                    gp_shows_column(buffer, table, BUFFER_COLUMN, indent);
    const char *legend[] = {
        gp_say(language, "* critical", "* kritiek"),
        gp_say(language, "? not before: rests on an unknown",
               "? niet vóór: steunt op iets onbekends"),
        gp_say(language, "by: what fixes it", "door: wat het bepaalt"),
    };
    gp_add_table(buffer, table, indent);
    gp_add_legend(buffer, legend, gp_shows_column(buffer, table, BY_COLUMN, indent) ? 3 : 2,
                  indent);
    if (has_odd && has_both)
        gp_add_line(
            buffer, indent, 0,
            gp_say(language,
                   "float > 0, buffer < 0: the start can wait, what it waits for is too late",
                   "speling > 0, buffer < 0: begin kan wachten, waar het op wacht komt te laat"),
            NULL);
}
