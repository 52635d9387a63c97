/* SPDX-License-Identifier: MIT
 * `plan` as text: every activity in the order in which it can be done, and when each intervention
 * can be live. */
#include "io/answers/activity.h"
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static const char *nothing_to_do(const gp_portfolio *portfolio, const gp_write_options *options)
{
    if (options->filter)
        return gp_say(options->language, "Nothing of it has to be done.",
                      "Daarvan hoeft er niets te gebeuren.");
    if (portfolio->capability_count + portfolio->intervention_count == 0)
        return gp_say(options->language, "There is nothing in the portfolio yet.",
                      "Er staat nog niets in het portfolio.");
    return gp_say(options->language, "Nothing has to be done.", "Er hoeft niets te gebeuren.");
}

static void add_interventions(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                              const gp_write_options *options)
{
    gp_language language = options->language;
    uint32_t count = 0;
    const gp_network *network = schedule->network;
    const gp_column columns[] = {
        {.title = gp_say(language, "intervention", "interventie"), .cut_to = 20},
        {.title = "id", .drop = 12},
        {.title = gp_say(language, "needed by", "nodig op"), .drop = 1},
        {.title = "live"},
        {.title = gp_say(language, "days late", "dagen te laat"),
         .is_right = true,
         .brief = gp_say(language, "days", "dgn laat")},
        {.title = gp_say(language, "cycles late", "cycli te laat"),
         .is_right = true,
         .drop = 2,
         .brief = gp_say(language, "cycles", "cycli")},
    };
    gp_table *table = gp_new_table(job, columns, sizeof columns / sizeof *columns);
    if (!table) {
        buffer->has_failed = true;
        return;
    }
    for (uint32_t i = 0; i < network->portfolio->intervention_count; i++) {
        uint32_t activity = network->intervention_activity[i];
        uint32_t symbol = network->activities[activity].symbol;
        if (!gp_passes(options->filter, symbol)) continue;
        count++;
        gp_cell(table, gp_name_cell(job, network->portfolio, symbol));
        gp_cell(table, gp_id_cell(job, network->portfolio, symbol));
        gp_day_cell(table, network->portfolio->interventions[i].needed_by);
        gp_day_cell(table, schedule->dates[activity].earliest_ready);
        gp_number_cell(table, gp_late_days(schedule, activity));
        gp_number_cell(table, gp_late_cycles(schedule, activity));
    }
    if (count == 0) return;
    gp_add_text(buffer, "\n");
    gp_add_table(buffer, table, 0);
}

gp_status gp_text_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_buffer *buffer = gp_text_start(job, network->portfolio, options);
    gp_table *table = gp_new_activity_table(job, options->language);
    const uint32_t *order = gp_plan_order(job, network);
    if (!buffer || !table || !order) return gp_no_memory(job);
    uint32_t shown = 0;
    bool has_odd = false;
    for (uint32_t i = 0; i < network->activity_count; i++) {
        if (!gp_passes(options->filter, network->activities[network->order[i]].symbol)) continue;
        has_odd |=
            gp_activity_row(job, table, schedule, network->order[i], order, options->language);
        shown++;
    }
    if (shown == 0) {
        gp_add_line(buffer, 0, 0, nothing_to_do(network->portfolio, options), NULL);
        return gp_finish_buffer(buffer, &out->text, &out->size);
    }
    gp_add_activities(buffer, table, has_odd, 0, options->language);
    if (network->portfolio->intervention_count) add_interventions(job, buffer, schedule, options);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
