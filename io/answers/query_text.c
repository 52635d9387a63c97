/* SPDX-License-Identifier: MIT
 * `query` as text: a list of steps with their dates (needs, blocks, only-way), or the ways from one
 * to another (paths). */
#include "io/answers/activity.h"
#include "io/answers/answers.h"
#include "io/answers/called.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"
#include "groeipad/query.h"

/* {0} the first id, {1} the second, {2} how many. */
static const char *head_pattern(gp_query_kind kind, uint32_t count, gp_language language)
{
    switch (kind) {
    case GP_QUERY_NEEDS:
        if (count == 0)
            return gp_say(language, "{0} needs nothing that still has to be done.",
                          "{0} heeft niets nodig dat nog moet gebeuren.");
        return gp_say(language, "{0} needs ({2})", "{0} heeft nodig ({2})");
    case GP_QUERY_BLOCKS:
        if (count == 0) return gp_say(language, "Nothing rests on {0}.", "Niets steunt op {0}.");
        return gp_say(language, "These rest on {0} ({2})", "Op {0} steunt ({2})");
    case GP_QUERY_PATHS:
        return gp_say(language, "Ways from {0} to {1} ({2})", "Wegen van {0} naar {1} ({2})");
    default:
        return gp_say(language, "Every way from {0} to {1} runs through ({2})",
                      "Elke weg van {0} naar {1} loopt langs ({2})");
    }
}

static gp_status add_steps(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                           const gp_query_answer *found, gp_language language)
{
    gp_table *table = gp_new_activity_table(job, language);
    const uint32_t *order = gp_plan_order(job, schedule->network);
    gp_buffer *names = gp_new_buffer(job);
    bool has_odd = false;
    if (!table || !order || !names) return gp_no_memory(job);
    for (uint32_t i = 0; i < found->steps.count; i++) {
        uint32_t activity = found->steps.activities[i];
        has_odd |= gp_activity_row(job, table, schedule, activity, order, language);
        if (!found->is_alternative[activity]) continue;
        if (names->bytes.count) gp_add_text(names, ", ");
        gp_add_made(names, gp_short_step_text(job, schedule->network, activity));
    }
    gp_add_activities(buffer, table, has_odd, 2, language);
    const char *values[] = {gp_buffer_text(names)};
    if (!values[0]) return gp_no_memory(job);
    if (values[0][0])
        gp_add_line(buffer, 2, 2,
                    gp_say(language, "only as an alternative that was not chosen: {0}",
                           "alleen als alternatief dat niet gekozen is: {0}"),
                    values);
    return GP_OK;
}

static void add_ways(gp_job *job, gp_buffer *buffer, const gp_network *network, const gp_ways *ways,
                     gp_language language)
{
    for (uint32_t i = 0; i < ways->count; i++) {
        const gp_way *way = &ways->ways[i];
        const char *values[] = {gp_day_text(job, way->ready),
                                gp_chain_text(job, network, way->activities, way->count, NULL)};
        gp_add_line(buffer, 2, 2, "{0}: {1}", values);
    }
    const char *values[] = {gp_number_text(job, ways->count)};
    if (!ways->is_complete)
        gp_add_line(buffer, 0, 0,
                    gp_say(language, "The search was cut: it took too long.",
                           "Het zoeken is afgebroken: het duurde te lang."),
                    NULL);
    else if (ways->count < ways->total)
        gp_add_line(buffer, 0, 0,
                    gp_say(language, "The {0} longest; --top K shows more.",
                           "De {0} langste; --top K toont er meer."),
                    values);
}

/* There is no way: perhaps there is one back. */
static void add_no_way(gp_buffer *buffer, bool has_way_back, const char *const *values,
                       gp_language language)
{
    gp_add_line(buffer, 0, 0,
                has_way_back
                    ? gp_say(language, "No way leads from {0} to {1}; from {1} to {0} one does.",
                             "Er is geen weg van {0} naar {1}; wel van {1} naar {0}.")
                    : gp_say(language, "No way leads from {0} to {1}, nor back.",
                             "Er is geen weg van {0} naar {1}, en ook niet terug."),
                values);
}

static const char *count_text(gp_job *job, const gp_query *query, const gp_query_answer *found)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    bool is_paths = query->kind == GP_QUERY_PATHS;
    gp_add_number(buffer, is_paths ? found->ways.total : found->steps.count);
    if (is_paths && found->ways.total == GP_WAYS_TOTAL_MAX) gp_add_text(buffer, "+");
    return gp_buffer_text(buffer);
}

gp_status gp_text_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                        const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    const gp_query *query = &answer->query;
    gp_language language = options->language;
    gp_buffer *buffer = gp_text_start(job, network->portfolio, options);
    if (!buffer) return gp_no_memory(job);
    bool has_two = query->kind == GP_QUERY_PATHS || query->kind == GP_QUERY_ONLY_WAY;
    const gp_activity *activities = network->activities;
    const char *values[] = {
        gp_called(job, network->portfolio, activities[query->first].symbol),
        has_two ? gp_called(job, network->portfolio, activities[query->second].symbol) : "",
        count_text(job, query, answer)};
    uint32_t count = query->kind == GP_QUERY_PATHS ? answer->ways.total : answer->steps.count;
    if (has_two && count == 0) {
        add_no_way(buffer, answer->has_way_back, values, language);
    } else {
        bool is_part = options->filter && count == 0;
        gp_add_line(buffer, 0, 2,
                    is_part ? gp_say(language, "{0}: nothing of these.", "{0}: niets daarvan.")
                            : head_pattern(query->kind, count, language),
                    values);
        if (query->kind == GP_QUERY_PATHS)
            add_ways(job, buffer, network, &answer->ways, language);
        else if (count)
            GP_TRY(add_steps(job, buffer, schedule, answer, language));
    }
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
