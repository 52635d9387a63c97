/* SPDX-License-Identifier: MIT
 * Writes Mermaid, which README pages and wikis draw: a gantt chart of the plan, or a flowchart of
 * the requirements. Only names and dates are carried over, and that is reported. */
#include "io/export/mermaid_text.h"
#include "io/formats.h"

#include <string.h>

static void add_name(gp_buffer *b, const gp_network *network, uint32_t activity)
{
    uint8_t level = network->activities[activity].level;
    gp_add_mermaid_text(b, gp_activity_name(network, activity));
    if (level == 0) return;
    gp_add_text(b, " (");
    gp_add_number(b, level);
    gp_add_text(b, ")");
}

static gp_status report_rest(const gp_conversion *conversion)
{
    return gp_report_whole_loss(
        conversion, GP_WORDS("all but names and dates", "alles behalve namen en datums"));
}

/* ---- gantt ---- */

static const char *tag_of(const gp_schedule *schedule, uint32_t activity)
{
    const gp_activity *a = &schedule->network->activities[activity];
    gp_day today = schedule->network->portfolio->status_date;
    if (a->actual == GP_ACTUAL_READY && schedule->dates[activity].earliest_ready <= today)
        return "done, ";
    if (schedule->dates[activity].is_critical) return "crit, ";
    return a->actual == GP_ACTUAL_STARTED ? "active, " : "";
}

/* A bar; what takes no days is a milestone. */
static void add_task(gp_buffer *b, const gp_schedule *schedule, uint32_t activity)
{
    const gp_dates *dates = &schedule->dates[activity];
    gp_add_text(b, "    ");
    add_name(b, schedule->network, activity);
    gp_add_text(b, " :");
    gp_add_text(b, tag_of(schedule, activity));
    bool has_days = dates->earliest_ready > dates->earliest_start;
    if (!has_days) gp_add_text(b, "milestone, ");
    gp_add_day(b, dates->earliest_start);
    gp_add_text(b, ", ");
    if (has_days)
        gp_add_day(b, dates->earliest_ready);
    else
        gp_add_text(b, "0d");
    gp_add_text(b, "\n");
}

static void add_needed(gp_buffer *b, const gp_schedule *schedule, uint32_t activity,
                       gp_language language)
{
    const gp_activity *a = &schedule->network->activities[activity];
    gp_day day = schedule->network->portfolio->interventions[a->item].needed_by;
    if (day == GP_NO_DAY) return;
    gp_add_text(b, "    ");
    add_name(b, schedule->network, activity);
    gp_add_text(b, language == GP_DUTCH ? ", nodig" : ", needed");
    gp_add_text(b, " :milestone, ");
    gp_add_day(b, day);
    gp_add_text(b, ", 0d\n");
}

gp_status gp_write_mermaid_gantt(const gp_conversion *conversion, gp_output *out)
{
    const gp_schedule *schedule = conversion->schedule;
    gp_language language = conversion->options->language;
    gp_buffer *b = gp_new_buffer(conversion->job);
    if (!b) return gp_no_memory(conversion->job);
    const char *title = conversion->portfolio->title;
    gp_add_text(b, "gantt\n");
    if (*title) { /* an empty one is a mistake in the grammar */
        gp_add_text(b, "    title ");
        gp_add_mermaid_text(b, title);
        gp_add_text(b, "\n");
    }
    gp_add_text(b, "    dateFormat YYYY-MM-DD\n");
    for (int interventions = 0; schedule && interventions < 2; interventions++) {
        static const char *const heads[2][2] = {{"Capabilities", "Capabilities"},
                                                {"Interventions", "Interventies"}};
        bool has_head = false;
        for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
            uint32_t activity = schedule->network->order[i];
            bool is_here = schedule->network->activities[activity].kind == GP_KIND_INTERVENTION;
            if (is_here != (interventions == 1)) continue;
            if (!has_head) gp_add_text(b, "    section ");
            if (!has_head) gp_add_text(b, heads[interventions][language]);
            if (!has_head) gp_add_text(b, "\n");
            has_head = true;
            add_task(b, schedule, activity);
            if (interventions) add_needed(b, schedule, activity, language);
        }
    }
    GP_TRY(report_rest(conversion));
    return gp_finish_buffer(b, &out->text, &out->size);
}

/* ---- flowchart ---- */

static void add_box(gp_buffer *b, const gp_schedule *schedule, uint32_t activity)
{
    static const char *const shapes[][2] = {[GP_KIND_CAPABILITY] = {"[\"", "\"]"},
                                            [GP_KIND_INTERVENTION] = {"([\"", "\"])"},
                                            [GP_KIND_MISSING] = {"[\"", "\"]:::missing"}};
    uint8_t kind = schedule->network->activities[activity].kind;
    gp_add_text(b, "    n");
    gp_add_number(b, activity);
    gp_add_text(b, shapes[kind][0]);
    add_name(b, schedule->network, activity);
    gp_add_text(b, "<br/>");
    gp_add_day(b, schedule->dates[activity].earliest_ready);
    gp_add_text(b, shapes[kind][1]);
    gp_add_text(b, "\n");
}

gp_status gp_write_mermaid_flowchart(const gp_conversion *conversion, gp_output *out)
{
    const gp_schedule *schedule = conversion->schedule;
    gp_buffer *b = gp_new_buffer(conversion->job);
    if (!b) return gp_no_memory(conversion->job);
    gp_add_text(b, "flowchart LR\n");
    for (uint32_t i = 0; schedule && i < schedule->network->activity_count; i++)
        add_box(b, schedule, schedule->network->order[i]);
    for (uint32_t i = 0; schedule && i < schedule->network->arc_count; i++) {
        const gp_arc *arc = &schedule->network->arcs[i];
        gp_add_text(b, "    n");
        gp_add_number(b, arc->from);
        gp_add_text(b, schedule->is_spare[i] ? " -.-> n" : " --> n");
        gp_add_number(b, arc->to);
        gp_add_text(b, "\n");
    }
    gp_add_text(b, "    classDef missing stroke-dasharray: 5 5\n");
    GP_TRY(report_rest(conversion));
    return gp_finish_buffer(b, &out->text, &out->size);
}
