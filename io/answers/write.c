/* SPDX-License-Identifier: MIT
 * Which writer answers? One function per answer, by the format asked for. Answers that say more
 * than findings come as text, JSON or CSV; findings also in what CI systems read. */
#include "io/answers/answers.h"
#include "io/answers/chosen.h"
#include "io/answers/csv_finish.h"
#include "io/answers/format.h"
#include "io/answers/json_parts.h"
#include "io/answers/scenario_words.h"
#include "io/ci/ci_write.h"
#include "groeipad/query.h"

gp_status gp_write_check(gp_job *job, const gp_portfolio *portfolio,
                         const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_check(job, portfolio, how, out);
    case GP_FORMAT_JSON: return gp_json_check(job, portfolio, how, out);
    case GP_FORMAT_CSV: return gp_finish_csv(job, how, gp_csv_check(job, portfolio, how, out), out);
    case GP_FORMAT_SARIF: return gp_write_sarif(job, how, out);
    case GP_FORMAT_JUNIT: return gp_write_junit(job, portfolio != NULL, how, out);
    case GP_FORMAT_GITHUB: return gp_write_github(job, how, out);
    default: return gp_refuse_format(job, "check", how->format);
    }
}

gp_status gp_write_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    if (gp_has_choice(how)) {
        const gp_write_options csv = gp_for_csv(how);
        return gp_write_chosen(
            job, schedule->network->portfolio,
            "name,level,earliest_start,earliest_ready,identify_by,float_days,buffer_days,critical",
            how, gp_csv_plan(job, schedule, &csv, out), out);
    }
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_plan(job, schedule, how, out);
    case GP_FORMAT_JSON: return gp_json_plan(job, schedule, how, out);
    case GP_FORMAT_CSV: return gp_finish_csv(job, how, gp_csv_plan(job, schedule, how, out), out);
    default: return gp_refuse_format(job, "plan", how->format);
    }
}

gp_status gp_write_path(gp_job *job, const gp_schedule *schedule, const gp_path_answer *path,
                        const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_path(job, schedule, path, how, out);
    case GP_FORMAT_JSON: return gp_json_path(job, schedule, path, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_path(job, schedule, path, how, out), out);
    default: return gp_refuse_format(job, "path", how->format);
    }
}

gp_status gp_write_why(gp_job *job, const gp_schedule *schedule, const gp_reasons *reasons,
                       const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_why(job, schedule, reasons, how, out);
    case GP_FORMAT_JSON: return gp_json_why(job, schedule, reasons, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_why(job, schedule, reasons, how, out), out);
    default: return gp_refuse_format(job, "why", how->format);
    }
}

gp_status gp_write_clashes(gp_job *job, const gp_schedule *schedule, const gp_clashes *clashes,
                           const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_clashes(job, schedule, clashes, how, out);
    case GP_FORMAT_JSON:
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_fields_clashes(job, schedule, clashes, how, out), out);
    default: return gp_refuse_format(job, "clashes", how->format);
    }
}

gp_status gp_write_gaps(gp_job *job, const gp_portfolio *portfolio, const gp_gaps *gaps,
                        const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    if (gp_has_choice(how)) {
        const gp_write_options csv = gp_for_csv(how);
        return gp_write_chosen(job, portfolio, "gap,name,level,asked_by,owner", how,
                               gp_fields_gaps(job, portfolio, gaps, &csv, out), out);
    }
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_gaps(job, portfolio, gaps, how, out);
    case GP_FORMAT_JSON:
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_fields_gaps(job, portfolio, gaps, how, out), out);
    default: return gp_refuse_format(job, "gaps", how->format);
    }
}

gp_status gp_write_map(gp_job *job, const gp_portfolio *portfolio, const gp_map *map,
                       const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    if (gp_has_choice(how)) {
        const gp_write_options csv = gp_for_csv(how);
        return gp_write_chosen(job, portfolio, "name,date,level,asked,asked_in_all,gap,owner", how,
                               gp_fields_map(job, portfolio, map, &csv, out), out);
    }
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_map(job, portfolio, map, how, out);
    case GP_FORMAT_JSON:
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_fields_map(job, portfolio, map, how, out), out);
    default: return gp_refuse_format(job, "map", how->format);
    }
}

gp_status gp_write_boards(gp_job *job, const gp_schedule *schedule, const gp_boards *boards,
                          const gp_load *load, const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    if (gp_has_choice(how)) {
        const gp_write_options csv = gp_for_csv(how);
        return gp_write_chosen(job, schedule->network->portfolio,
                               "board,name,action,to_level,begin_by,live,progress,owner", how,
                               gp_csv_boards(job, schedule, boards, load, &csv, out), out);
    }
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_boards(job, schedule, boards, load, how, out);
    case GP_FORMAT_JSON: return gp_json_boards(job, schedule, boards, load, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_boards(job, schedule, boards, load, how, out), out);
    default: return gp_refuse_format(job, "boards", how->format);
    }
}

gp_status gp_write_scenarios(gp_job *job, const gp_portfolio *portfolio,
                             const gp_scenarios *scenarios, const gp_write_options *options,
                             gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    gp_scenarios part;
    GP_TRY(gp_part_of_scenarios(job, how->filter, scenarios, &part));
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_scenarios(job, portfolio, &part, how, out);
    case GP_FORMAT_JSON: return gp_json_scenarios(job, portfolio, &part, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_scenarios(job, portfolio, &part, how, out), out);
    default: return gp_refuse_format(job, "scenarios", how->format);
    }
}

gp_status gp_write_fit(gp_job *job, const gp_schedule *schedule, const gp_fits *fits,
                       const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_fit(job, schedule, fits, how, out);
    case GP_FORMAT_JSON: return gp_json_fit(job, schedule, fits, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_fit(job, schedule, fits, how, out), out);
    default: return gp_refuse_format(job, "fit", how->format);
    }
}

gp_status gp_write_library(gp_job *job, const gp_portfolio *portfolio, const gp_library *library,
                           const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_library(job, portfolio, library, how, out);
    case GP_FORMAT_JSON: return gp_json_library(job, portfolio, library, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_library(job, portfolio, library, how, out), out);
    default: return gp_refuse_format(job, "library", how->format);
    }
}

gp_status gp_write_trace(gp_job *job, const gp_schedule *schedule, const gp_traces *traces,
                         const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_trace(job, schedule, traces, how, out);
    case GP_FORMAT_JSON: return gp_json_trace(job, schedule, traces, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_trace(job, schedule, traces, how, out), out);
    default: return gp_refuse_format(job, "trace", how->format);
    }
}

gp_status gp_write_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                          const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_advice(job, portfolio, advice, how, out);
    case GP_FORMAT_JSON:
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_fields_advice(job, portfolio, advice, how, out), out);
    default: return gp_refuse_format(job, "advice", how->format);
    }
}

gp_status gp_write_leverage(gp_job *job, const gp_network *network, const gp_leverages *leverages,
                            const gp_structure *structure, const gp_write_options *options,
                            gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    if (gp_has_choice(how)) {
        const gp_write_options csv = gp_for_csv(how);
        return gp_write_chosen(job, network->portfolio,
                               "name,direct,all,must,through,explore,develop,exploit", how,
                               gp_csv_leverage(job, network, leverages, structure, &csv, out), out);
    }
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_leverage(job, network, leverages, structure, how, out);
    case GP_FORMAT_JSON: return gp_json_leverage(job, network, leverages, structure, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how,
                             gp_csv_leverage(job, network, leverages, structure, how, out), out);
    default: return gp_refuse_format(job, "leverage", how->format);
    }
}

gp_status gp_write_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                        const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_risk(job, schedule, answer, how, out);
    case GP_FORMAT_JSON: return gp_json_risk(job, schedule, answer, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_risk(job, schedule, answer, how, out), out);
    default: return gp_refuse_format(job, "risk", how->format);
    }
}

gp_status gp_write_repair(gp_job *job, const gp_document *document, const gp_repair *repair,
                          const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_repair(job, repair, how, out);
    case GP_FORMAT_JSON: return gp_json_repair(job, document, repair, how, out);
    case GP_FORMAT_CSV: return gp_finish_csv(job, how, gp_csv_repair(job, repair, how, out), out);
    case GP_FORMAT_MARKDOWN: return gp_markdown_repair(job, repair, how, out);
    default: return gp_refuse_format(job, "repair", how->format);
    }
}

gp_status gp_write_query(gp_job *job, const gp_schedule *schedule, const gp_query_answer *answer,
                         const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_query(job, schedule, answer, how, out);
    case GP_FORMAT_JSON: return gp_json_query(job, schedule, answer, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_query(job, schedule, answer, how, out), out);
    default: return gp_refuse_format(job, "query", how->format);
    }
}

gp_status gp_write_inspect(gp_job *job, const gp_inventory *inventory,
                           const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_inspect(job, inventory, how, out);
    case GP_FORMAT_JSON:
    case GP_FORMAT_CSV: return gp_fields_inspect(job, inventory, how, out);
    default: return gp_refuse_format(job, "inspect", how->format);
    }
}

gp_status gp_write_no_portfolio(gp_job *job, const char *command, gp_language language,
                                gp_output *out)
{
    gp_json *json = gp_json_document(job, command, NULL);
    if (!json) return gp_no_memory(job);
    return gp_json_finish(job, json, language, out);
}

gp_status gp_write_comparison(gp_job *job, const gp_comparison *comparison,
                              const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_compare(job, comparison, how, out);
    case GP_FORMAT_JSON: return gp_json_compare(job, comparison, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_compare(job, comparison, how, out), out);
    case GP_FORMAT_MARKDOWN: return gp_markdown_compare(job, comparison, how, out);
    case GP_FORMAT_SARIF: return gp_write_sarif(job, how, out);
    case GP_FORMAT_JUNIT: return gp_write_junit(job, true, how, out);
    case GP_FORMAT_GITHUB: return gp_write_github(job, how, out);
    default: return gp_refuse_format(job, "compare", how->format);
    }
}

gp_status gp_write_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                         const gp_write_options *options, gp_output *out)
{
    const gp_write_options *how = gp_or_defaults(options);
    switch (how->format) {
    case GP_FORMAT_TEXT: return gp_text_sweep(job, portfolio, sweep, how, out);
    case GP_FORMAT_JSON: return gp_json_sweep(job, portfolio, sweep, how, out);
    case GP_FORMAT_CSV:
        return gp_finish_csv(job, how, gp_csv_sweep(job, portfolio, sweep, how, out), out);
    case GP_FORMAT_MARKDOWN: return gp_markdown_sweep(job, portfolio, sweep, how, out);
    default: return gp_refuse_format(job, "compare", how->format);
    }
}
