/* SPDX-License-Identifier: MIT
 * Which writer answers the questions about citizens? As io/answers/write.c, for `fit`, `library`
 * and `trace`. */
#include "io/csv/csv_write.h"
#include "io/answers/json_results.h"
#include "io/answers/text_results.h"

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
