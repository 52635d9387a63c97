/* SPDX-License-Identifier: MIT
 * `query` in every format: a list of steps with their dates (needs, blocks, only-way), or the ways
 * from one to another (paths). */
#include "io/csv/csv_write.h"
#include "io/answers/json_results.h"
#include "io/answers/scenario_results.h"
#include "io/answers/steps.h"
#include "io/answers/text_plan.h"
#include "io/answers/words.h"

static const char *const keys[] = {"needs", "blocks", "paths", "only-way"};

/* The answer to any kind of query. */
typedef struct answer {
    gp_activities steps;
    uint8_t *is_alternative; /* by activity: only over alternatives that were not chosen */
    gp_ways ways;
} answer;

static gp_status find_related(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                              bool with_spare, gp_activities *out)
{
    if (query->kind == GP_QUERY_NEEDS)
        return gp_find_ancestors(job, schedule, query->first, with_spare, out);
    return gp_find_descendants(job, schedule, query->first, with_spare, out);
}

/* All that is needed, or blocked, but the step itself. */
static gp_status list_related(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                              answer *out)
{
    gp_activities all, chosen;
    uint32_t kept = 0;
    GP_TRY(find_related(job, schedule, query, true, &all));
    GP_TRY(find_related(job, schedule, query, false, &chosen));
    uint32_t *steps = GP_NEW(job, uint32_t, all.count);
    if (!steps) return gp_no_memory(job);
    for (uint32_t i = 0; i < all.count; i++) {
        out->is_alternative[all.activities[i]] = 1;
        if (all.activities[i] != query->first) steps[kept++] = all.activities[i];
    }
    for (uint32_t i = 0; i < chosen.count; i++) out->is_alternative[chosen.activities[i]] = 0;
    out->steps = (gp_activities){steps, kept};
    return GP_OK;
}

static gp_status find_answer(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                             answer *out)
{
    out->is_alternative = GP_NEW(job, uint8_t, schedule->network->activity_count);
    if (!out->is_alternative) return gp_no_memory(job);
    switch (query->kind) {
    case GP_QUERY_PATHS:
        return gp_find_ways(job, schedule, query->first, query->second, query->top, &out->ways);
    case GP_QUERY_ONLY_WAY:
        return gp_find_only_way(job, schedule, query->first, query->second, &out->steps);
    default: return list_related(job, schedule, query, out);
    }
}

/* ---- text -------------------------------------------------------------------------------------
 */

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
                           const answer *found, gp_language language)
{
    gp_table *table = gp_new_activity_table(job, language);
    const uint32_t *order = gp_plan_order(job, schedule->network);
    gp_buffer *names = gp_new_buffer(job);
    if (!table || !order || !names) return gp_no_memory(job);
    for (uint32_t i = 0; i < found->steps.count; i++) {
        uint32_t activity = found->steps.activities[i];
        gp_activity_row(job, table, schedule, activity, order, language);
        if (!found->is_alternative[activity]) continue;
        if (names->bytes.count) gp_add_text(names, ", ");
        gp_add_made(names, gp_short_step_text(job, schedule->network, activity));
    }
    gp_add_activities(buffer, table, 2, language);
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
                                gp_chain_text(job, network, way->activities, way->count)};
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
static gp_status add_no_way(gp_job *job, gp_buffer *buffer, const gp_schedule *schedule,
                            const gp_query *query, const char *const *values, gp_language language)
{
    gp_activities back;
    GP_TRY(gp_find_only_way(job, schedule, query->second, query->first, &back));
    gp_add_line(buffer, 0, 0,
                back.count
                    ? gp_say(language, "No way leads from {0} to {1}; from {1} to {0} one does.",
                             "Er is geen weg van {0} naar {1}; wel van {1} naar {0}.")
                    : gp_say(language, "No way leads from {0} to {1}, nor back.",
                             "Er is geen weg van {0} naar {1}, en ook niet terug."),
                values);
    return GP_OK;
}

static const char *count_text(gp_job *job, const gp_query *query, const answer *found)
{
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return NULL;
    bool is_paths = query->kind == GP_QUERY_PATHS;
    gp_add_number(buffer, is_paths ? found->ways.total : found->steps.count);
    if (is_paths && found->ways.total == GP_WAYS_TOTAL_MAX) gp_add_text(buffer, "+");
    return gp_buffer_text(buffer);
}

static gp_status answer_in_text(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                                const gp_write_options *options, gp_output *out)
{
    const gp_network *network = schedule->network;
    gp_language language = options->language;
    answer found = {0};
    GP_TRY(find_answer(job, schedule, query, &found));
    gp_buffer *buffer = gp_text_start(job, network->portfolio, language);
    if (!buffer) return gp_no_memory(job);
    bool has_two = query->kind == GP_QUERY_PATHS || query->kind == GP_QUERY_ONLY_WAY;
    const char *values[] = {gp_activity_id(network, query->first),
                            has_two ? gp_activity_id(network, query->second) : "",
                            count_text(job, query, &found)};
    uint32_t count = query->kind == GP_QUERY_PATHS ? found.ways.total : found.steps.count;
    if (has_two && count == 0) {
        GP_TRY(add_no_way(job, buffer, schedule, query, values, language));
    } else {
        gp_add_line(buffer, 0, 2, head_pattern(query->kind, count, language), values);
        if (query->kind == GP_QUERY_PATHS)
            add_ways(job, buffer, network, &found.ways, language);
        else if (count)
            GP_TRY(add_steps(job, buffer, schedule, &found, language));
    }
    return gp_finish_buffer(buffer, &out->text, &out->size);
}

/* ---- JSON -------------------------------------------------------------------------------------
 */

static void add_json_ways(gp_json *json, const gp_network *network, const gp_ways *ways)
{
    gp_json_line(json);
    gp_json_key(json, "paths");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < ways->count; i++) {
        const gp_way *way = &ways->ways[i];
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_steps(json, "path", network, way->activities, way->count);
        gp_json_add_day(json, "ready", way->ready);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    gp_json_add_number(json, "total", ways->total);
    gp_json_add_truth(json, "complete", ways->is_complete && ways->count == ways->total);
}

static gp_status answer_in_json(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                                gp_language language, gp_output *out)
{
    const gp_network *network = schedule->network;
    answer found = {0};
    const uint32_t *order = gp_plan_order(job, network);
    GP_TRY(find_answer(job, schedule, query, &found));
    gp_json *json = gp_json_document(job, "query", network->portfolio);
    if (!json || !order) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_add_text(json, "query", keys[query->kind]);
    gp_json_key(json, "from");
    gp_json_step(json, network, query->first);
    gp_json_key(json, "to");
    gp_json_step(json, network, query->second);
    gp_json_line(json);
    gp_json_key(json, "activities");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < found.steps.count; i++)
        gp_json_activity(json, schedule, found.steps.activities[i],
                         order[found.steps.activities[i]]);
    gp_json_close(json, ']');
    gp_json_line(json);
    gp_json_key(json, "alternatives");
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < found.steps.count; i++)
        if (found.is_alternative[found.steps.activities[i]])
            gp_json_step(json, network, found.steps.activities[i]);
    gp_json_close(json, ']');
    add_json_ways(json, network, &found.ways);
    return gp_json_finish(job, json, language, out);
}

/* ---- CSV --------------------------------------------------------------------------------------
 */

static void add_csv_row(gp_csv *csv, const gp_schedule *schedule, uint32_t activity, uint32_t way,
                        const char *role)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    uint8_t level = gp_step_level(network, activity);
    gp_csv_text(csv, role);
    gp_csv_days(csv, way ? (int32_t)way : GP_NO_DAYS);
    gp_csv_text(csv, gp_activity_id(network, activity));
    gp_csv_days(csv, level ? level : GP_NO_DAYS);
    gp_csv_text(csv, gp_kind_key(network->activities[activity].kind));
    gp_csv_text(csv, gp_activity_name(network, activity));
    gp_csv_day(csv, dates->earliest_start);
    gp_csv_day(csv, dates->earliest_ready);
    gp_csv_day(csv, dates->latest_start);
    gp_csv_day(csv, dates->latest_ready);
    gp_csv_day(csv, dates->identify_by);
    gp_csv_truth(csv, dates->not_before);
    gp_csv_end(csv);
}

static gp_status answer_in_csv(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                               gp_output *out)
{
    answer found = {0};
    gp_csv csv = {gp_new_buffer(job), false};
    if (!csv.buffer) return gp_no_memory(job);
    GP_TRY(find_answer(job, schedule, query, &found));
    gp_add_text(csv.buffer, "query,path,id,level,kind,name,earliest_start,earliest_ready,"
                            "latest_start,latest_ready,identify_by,not_before");
    gp_csv_end(&csv);
    for (uint32_t i = 0; i < found.steps.count; i++) {
        uint32_t activity = found.steps.activities[i];
        add_csv_row(&csv, schedule, activity, 0,
                    found.is_alternative[activity] ? "alternative" : keys[query->kind]);
    }
    for (uint32_t i = 0; i < found.ways.count; i++)
        for (uint32_t k = 0; k < found.ways.ways[i].count; k++)
            add_csv_row(&csv, schedule, found.ways.ways[i].activities[k], i + 1, "paths");
    return gp_finish_buffer(csv.buffer, &out->text, &out->size);
}

gp_status gp_write_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                         const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return answer_in_json(job, schedule, query, options->language, out);
    case GP_FORMAT_CSV: return answer_in_csv(job, schedule, query, out);
    default: return answer_in_text(job, schedule, query, options, out);
    }
}
