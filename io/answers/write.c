/* SPDX-License-Identifier: MIT
 * Which writer answers? One function per command, by the format asked for. Commands that say more
 * than findings come as text, JSON or CSV; findings also in what CI systems read. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"
#include "io/ci/ci_write.h"

gp_status gp_write_check(gp_job *job, const gp_portfolio *portfolio,
                         const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_check(job, portfolio, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_check(job, options->language, out);
    case GP_FORMAT_SARIF: return gp_write_sarif(job, options->language, out);
    case GP_FORMAT_JUNIT: return gp_write_junit(job, options, out);
    case GP_FORMAT_GITHUB: return gp_write_github(job, options->language, out);
    default: return gp_text_check(job, portfolio, options, out);
    }
}

gp_status gp_write_plan(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_plan(job, schedule, options, out);
    case GP_FORMAT_CSV: return gp_csv_plan(job, schedule, out);
    default: return gp_text_plan(job, schedule, options, out);
    }
}

gp_status gp_write_path(gp_job *job, const gp_schedule *schedule, const gp_path_question *question,
                        const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_path(job, schedule, question, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_path(job, schedule, question, out);
    default: return gp_text_path(job, schedule, question, options, out);
    }
}

gp_status gp_write_why(gp_job *job, const gp_schedule *schedule, uint32_t activity,
                       const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_why(job, schedule, activity, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_why(job, schedule, activity, out);
    default: return gp_text_why(job, schedule, activity, options, out);
    }
}

gp_status gp_write_clashes(gp_job *job, const gp_schedule *schedule, uint32_t remedies,
                           const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_clashes(job, schedule, remedies, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_clashes(job, schedule, remedies, out);
    default: return gp_text_clashes(job, schedule, remedies, options, out);
    }
}

gp_status gp_write_gaps(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                        gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_gaps(job, schedule, options, out);
    case GP_FORMAT_CSV: return gp_csv_gaps(job, schedule, options->catalogue, out);
    default: return gp_text_gaps(job, schedule, options, out);
    }
}

gp_status gp_write_boards(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                          gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_boards(job, schedule, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_boards(job, schedule, out);
    default: return gp_text_boards(job, schedule, options, out);
    }
}

gp_status gp_write_scenarios(gp_job *job, const gp_portfolio *portfolio,
                             const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_scenarios(job, portfolio, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_scenarios(job, portfolio, out);
    default: return gp_text_scenarios(job, portfolio, options, out);
    }
}

gp_status gp_write_fit(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                       gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_fit(job, schedule, options, out);
    case GP_FORMAT_CSV: return gp_csv_fit(job, schedule, out);
    default: return gp_text_fit(job, schedule, options, out);
    }
}

gp_status gp_write_library(gp_job *job, const gp_schedule *schedule,
                           const gp_library_question *question, const gp_write_options *options,
                           gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_library(job, schedule, question, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_library(job, schedule, question, out);
    default: return gp_text_library(job, schedule, question, options, out);
    }
}

gp_status gp_write_trace(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                         gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_trace(job, schedule, options, out);
    case GP_FORMAT_CSV: return gp_csv_trace(job, schedule, out);
    default: return gp_text_trace(job, schedule, options, out);
    }
}

gp_status gp_write_advice(gp_job *job, const gp_schedule *schedule, const gp_write_options *options,
                          gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_advice(job, schedule, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_advice(job, schedule, options->language, out);
    default: return gp_text_advice(job, schedule, options, out);
    }
}

gp_status gp_write_leverage(gp_job *job, const gp_network *network, uint32_t top,
                            const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_leverage(job, network, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_leverage(job, network, out);
    default: return gp_text_leverage(job, network, top, options, out);
    }
}

gp_status gp_write_query(gp_job *job, const gp_schedule *schedule, const gp_query *query,
                         const gp_write_options *options, gp_output *out)
{
    switch (options->format) {
    case GP_FORMAT_JSON: return gp_json_query(job, schedule, query, options->language, out);
    case GP_FORMAT_CSV: return gp_csv_query(job, schedule, query, out);
    default: return gp_text_query(job, schedule, query, options, out);
    }
}

gp_status gp_write_no_portfolio(gp_job *job, const char *command, gp_language language,
                                gp_output *out)
{
    gp_json *json = gp_json_document(job, command, NULL);
    if (!json) return gp_no_memory(job);
    return gp_json_finish(job, json, language, out);
}
