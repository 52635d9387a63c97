/* SPDX-License-Identifier: MIT
 * The CSV files: one row per finding, activity, step, clash or gap, and a header row whose names
 * are the keys of the JSON documents, so that a spreadsheet and a script agree. */
#include "io/csv/csv_write.h"
#include "groeipad/demand.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

static gp_status open_file(gp_job *job, const char *header, gp_csv *csv)
{
    *csv = (gp_csv){gp_new_buffer(job), false};
    if (!csv->buffer) return gp_no_memory(job);
    gp_add_text(csv->buffer, header);
    gp_csv_end(csv);
    return GP_OK;
}

static gp_status close_file(gp_csv *csv, gp_output *out)
{
    return gp_finish_buffer(csv->buffer, &out->text, &out->size);
}

static void add_level(gp_csv *csv, uint8_t level)
{
    gp_csv_days(csv, level ? level : GP_NO_DAYS);
}

static void add_step(gp_csv *csv, const gp_network *network, uint32_t activity)
{
    gp_csv_text(csv, activity == GP_NONE ? NULL : gp_activity_id(network, activity));
    add_level(csv, activity == GP_NONE ? 0 : gp_step_level(network, activity));
}

static void add_place(gp_job *job, gp_csv *csv, gp_place place)
{
    gp_csv_text(csv, place.line ? gp_source_name(job, place.source) : NULL);
    gp_csv_days(csv, place.line ? (int32_t)place.line : GP_NO_DAYS);
    gp_csv_days(csv, place.line ? (int32_t)place.column : GP_NO_DAYS);
}

/* Steps in one cell: "a (1) > b (2) > c". */
static gp_status add_chain(gp_job *job, gp_csv *csv, const gp_network *network, const gp_path *path)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < path->count; i++) {
        if (i) gp_add_text(buffer, " > ");
        gp_add_made(buffer, gp_short_step_text(job, network, path->activities[i]));
    }
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_csv_text(csv, text);
    return GP_OK;
}

static gp_status add_ids(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                         gp_symbols symbols)
{
    const char *text;
    size_t size;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < symbols.count; i++) {
        if (i) gp_add_text(buffer, "; ");
        gp_add_text(buffer, portfolio->ids[symbols.symbols[i]]);
    }
    GP_TRY(gp_finish_buffer(buffer, &text, &size));
    gp_csv_text(csv, text);
    return GP_OK;
}

gp_status gp_csv_check(gp_job *job, gp_language language, gp_output *out)
{
    gp_csv csv;
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    GP_TRY(open_file(job, "code,severity,message,id,file,line,column,hint", &csv));
    for (uint32_t i = 0; i < count; i++) {
        char code[GP_CODE_SIZE];
        const char *message, *hint;
        gp_format_code(findings[i].code, code);
        GP_TRY(gp_message_text(job, &findings[i], language, &message));
        GP_TRY(gp_hint_text(job, &findings[i], language, &hint));
        gp_csv_text(&csv, code);
        gp_csv_text(&csv, gp_severity_key(findings[i].severity));
        gp_csv_text(&csv, message);
        gp_csv_text(&csv, findings[i].subject);
        add_place(job, &csv, findings[i].place);
        gp_csv_text(&csv, hint);
        gp_csv_end(&csv);
    }
    return close_file(&csv, out);
}

static void add_activity(gp_csv *csv, const gp_schedule *schedule, uint32_t activity,
                         uint32_t order)
{
    const gp_network *network = schedule->network;
    const gp_dates *dates = &schedule->dates[activity];
    gp_csv_number(csv, order);
    add_step(csv, network, activity);
    gp_csv_text(csv, gp_kind_key(network->activities[activity].kind));
    gp_csv_text(csv, gp_activity_name(network, activity));
    gp_csv_number(csv, network->layer[activity]);
    gp_csv_day(csv, dates->earliest_start);
    gp_csv_day(csv, dates->earliest_ready);
    gp_csv_day(csv, dates->latest_start);
    gp_csv_day(csv, dates->latest_ready);
    gp_csv_days(csv, dates->float_days);
    gp_csv_days(csv, dates->buffer_days);
    gp_csv_day(csv, dates->identify_by);
    gp_csv_truth(csv, dates->is_critical);
    gp_csv_truth(csv, dates->not_before);
    add_step(csv, network, gp_driver(schedule, activity));
}

#define ACTIVITY_HEADER                                                                            \
    "order,id,level,kind,name,layer,earliest_start,earliest_ready,latest_start,latest_ready,"      \
    "float_days,buffer_days,identify_by,critical,not_before,driver,driver_level"

gp_status gp_csv_plan(gp_job *job, const gp_schedule *schedule, gp_output *out)
{
    gp_csv csv;
    GP_TRY(open_file(job, ACTIVITY_HEADER, &csv));
    for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
        add_activity(&csv, schedule, schedule->network->order[i], i);
        gp_csv_end(&csv);
    }
    return close_file(&csv, out);
}

gp_status gp_csv_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                      gp_output *out)
{
    gp_csv csv;
    gp_activities ancestors = {0};
    gp_path path = {0};
    uint8_t *is_on_path = GP_NEW(job, uint8_t, schedule->network->activity_count);
    uint8_t *is_under = GP_NEW(job, uint8_t, schedule->network->activity_count);
    if (!is_on_path || !is_under) return gp_no_memory(job);
    GP_TRY(gp_find_ancestors(job, schedule, question->activity, false, &ancestors));
    GP_TRY(gp_trace_path(job, schedule, question->activity, &path));
    for (uint32_t i = 0; i < path.count; i++) is_on_path[path.activities[i]] = 1;
    for (uint32_t i = 0; i < ancestors.count; i++) is_under[ancestors.activities[i]] = 1;
    GP_TRY(open_file(job, ACTIVITY_HEADER ",on_critical_path", &csv));
    for (uint32_t i = 0; i < schedule->network->activity_count; i++) {
        uint32_t activity = schedule->network->order[i];
        if (!is_under[activity]) continue;
        add_activity(&csv, schedule, activity, i);
        gp_csv_truth(&csv, is_on_path[activity]);
        gp_csv_end(&csv);
    }
    return close_file(&csv, out);
}

gp_status gp_csv_why(gp_job *job, const gp_schedule *schedule, uint32_t activity, gp_output *out)
{
    gp_csv csv;
    gp_reasons reasons = {0};
    const gp_network *network = schedule->network;
    GP_TRY(gp_explain_date(job, schedule, activity, &reasons));
    GP_TRY(open_file(job, "cause,id,level,other,other_level,from,to,days,file,line,column", &csv));
    for (uint32_t i = 0; i < reasons.count; i++) {
        const gp_reason *reason = &reasons.reasons[i];
        gp_place place = {0};
        if (reason->requirement != GP_NONE)
            place = network->portfolio->requirements[reason->requirement].place;
        gp_csv_text(&csv, gp_cause_key(reason->cause));
        add_step(&csv, network, reason->activity);
        add_step(&csv, network, reason->other);
        gp_csv_day(&csv, reason->from);
        gp_csv_day(&csv, reason->to);
        gp_csv_number(&csv, reason->to - reason->from);
        add_place(job, &csv, place);
        gp_csv_end(&csv);
    }
    return close_file(&csv, out);
}

/* The remedy that wins most, in the cells of its clash. */
static gp_status add_best_remedy(gp_job *job, gp_csv *csv, const gp_schedule *schedule,
                                 const gp_clash *clash, bool is_wanted)
{
    gp_remedies remedies = {0};
    if (is_wanted) GP_TRY(gp_find_remedies(job, schedule, clash, &remedies));
    const gp_remedy *best = remedies.count ? &remedies.remedies[0] : NULL;
    gp_csv_text(csv, best ? gp_remedy_key(best->kind) : NULL);
    add_step(csv, schedule->network, best ? best->activity : GP_NONE);
    gp_csv_days(csv, best ? best->wins_days : GP_NO_DAYS);
    gp_csv_day(csv, best ? best->new_ready : GP_NO_DAY);
    return GP_OK;
}

gp_status gp_csv_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                         gp_output *out)
{
    gp_csv csv;
    gp_clashes clashes = {0};
    const gp_network *network = schedule->network;
    GP_TRY(gp_find_clashes(job, schedule, &clashes));
    GP_TRY(open_file(job,
                     "intervention,needed_by,earliest_ready,late_days,late_cycles,driver,"
                     "driver_level,critical_path,from,to,work,round_wait,cycle_wait,lag,"
                     "release_wait,remedy,remedy_id,remedy_level,wins_days,new_ready",
                     &csv));
    for (uint32_t i = 0; i < clashes.count; i++) {
        const gp_clash *clash = &clashes.clashes[i];
        const gp_elapsed *elapsed = &clash->path.elapsed;
        gp_csv_text(&csv, gp_activity_id(network, clash->activity));
        gp_csv_day(&csv, clash->needed_by);
        gp_csv_day(&csv, clash->earliest_ready);
        gp_csv_number(&csv, clash->late_days);
        gp_csv_number(&csv, clash->late_cycles);
        add_step(&csv, network, clash->driver);
        GP_TRY(add_chain(job, &csv, network, &clash->path));
        gp_csv_day(&csv, elapsed->from);
        gp_csv_day(&csv, elapsed->to);
        gp_csv_number(&csv, elapsed->work);
        gp_csv_number(&csv, elapsed->round_wait);
        gp_csv_number(&csv, elapsed->cycle_wait);
        gp_csv_number(&csv, elapsed->lag);
        gp_csv_number(&csv, elapsed->release_wait);
        GP_TRY(add_best_remedy(job, &csv, schedule, clash, i < remedies));
        gp_csv_end(&csv);
    }
    return close_file(&csv, out);
}

/* A row of any of the five kinds of gap; a level of 0 and a NULL are empty cells. */
typedef struct gap_row {
    const char *kind;
    uint32_t symbol;
    uint8_t level, reachable_level;
    gp_symbols asked_by;
    const char *did_you_mean;
} gap_row;

static gp_status add_gap(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio, gap_row row)
{
    gp_csv_text(csv, row.kind);
    gp_csv_text(csv, portfolio->ids[row.symbol]);
    add_level(csv, row.level);
    add_level(csv, row.reachable_level);
    GP_TRY(add_ids(job, csv, portfolio, row.asked_by));
    gp_csv_text(csv, row.did_you_mean);
    gp_csv_end(csv);
    return GP_OK;
}

static gp_status add_absent(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                            const gp_gaps *gaps)
{
    for (uint32_t i = 0; i < gaps->missing_count; i++) {
        const gp_missing_gap *gap = &gaps->missing[i];
        GP_TRY(add_gap(job, csv, portfolio,
                       (gap_row){.kind = "missing",
                                 .symbol = gap->symbol,
                                 .asked_by = gap->required_by,
                                 .did_you_mean = gap->did_you_mean}));
    }
    for (uint32_t i = 0; i < gaps->unplanned_count; i++) {
        const gp_unplanned_gap *gap = &gaps->unplanned[i];
        GP_TRY(add_gap(job, csv, portfolio,
                       (gap_row){.kind = "unplanned",
                                 .symbol = gap->symbol,
                                 .level = gap->level,
                                 .asked_by = gap->required_by}));
    }
    for (uint32_t i = 0; i < gaps->unreached_count; i++) {
        const gp_unreached_gap *gap = &gaps->unreached[i];
        GP_TRY(add_gap(job, csv, portfolio,
                       (gap_row){.kind = "unreached",
                                 .symbol = gap->symbol,
                                 .level = gap->required_level,
                                 .reachable_level = gap->reachable_level,
                                 .asked_by = gap->required_by}));
    }
    return GP_OK;
}

static gp_status add_forgotten(gp_job *job, gp_csv *csv, const gp_portfolio *portfolio,
                               const gp_portfolio *catalogue)
{
    gp_forgottens all = {0};
    if (catalogue) GP_TRY(gp_find_forgotten(job, portfolio, catalogue, &all));
    for (uint32_t i = 0; i < all.count; i++) {
        gp_csv_text(csv, "catalogue");
        gp_csv_text(csv, catalogue->ids[all.rows[i].symbol]);
        gp_csv_text(csv, NULL);
        gp_csv_text(csv, NULL);
        gp_csv_text(csv, portfolio->ids[all.rows[i].capability]);
        gp_csv_text(csv, NULL);
        gp_csv_end(csv);
    }
    return GP_OK;
}

gp_status gp_csv_gaps(gp_job *job, const gp_schedule *schedule, const gp_portfolio *catalogue,
                      gp_output *out)
{
    gp_csv csv;
    gp_gaps gaps = {0};
    const gp_portfolio *portfolio = schedule->network->portfolio;
    GP_TRY(gp_find_gaps(job, schedule->network, &gaps));
    GP_TRY(open_file(job, "gap,id,level,reachable_level,asked_by,did_you_mean", &csv));
    GP_TRY(add_absent(job, &csv, portfolio, &gaps));
    for (uint32_t i = 0; i < gaps.unfounded_count; i++)
        GP_TRY(add_gap(job, &csv, portfolio,
                       (gap_row){.kind = "unfounded", .symbol = gaps.unfounded[i]}));
    for (uint32_t i = 0; i < gaps.premature_count; i++) {
        const gp_premature_gap *gap = &gaps.premature[i];
        GP_TRY(add_gap(
            job, &csv, portfolio,
            (gap_row){.kind = "premature", .symbol = gap->symbol, .asked_by = gap->explored_by}));
    }
    GP_TRY(add_forgotten(job, &csv, portfolio, catalogue));
    return close_file(&csv, out);
}
