/* SPDX-License-Identifier: MIT
 * The JSON document of `check`: all that was found, which every document ends with. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"

gp_status gp_json_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out)
{
    gp_json *json = gp_json_document(job, "check", portfolio);
    if (!json) return gp_no_memory(job);
    if (options->known) gp_json_add_number(json, "known", options->known->count);
    return gp_json_finish(job, json, options->language, out);
}
