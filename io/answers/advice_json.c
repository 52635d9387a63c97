/* SPDX-License-Identifier: MIT
 * The JSON document of `advice`. The evidence is there twice, as figures and as the sentence that
 * people read. */
#include "io/answers/advice_words.h"
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"

gp_status gp_json_advice(gp_job *job, const gp_portfolio *portfolio, const gp_advice *advice,
                         const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "advice", portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_key(json, "steps");
    gp_json_open(json, '[');
    for (int step = 0; step < GP_ADVICE_COUNT; step++) {
        const char *evidence =
            gp_advice_evidence(job, (gp_advice_step)step, &advice[step], options->language);
        if (!evidence) return gp_no_memory(job);
        gp_json_line(json);
        gp_json_open(json, '{');
        gp_json_add_text(json, "step", gp_advice_key((gp_advice_step)step));
        gp_json_add_text(json, "mark", gp_mark_key(advice[step].mark));
        gp_json_add_number(json, "count", advice[step].count);
        gp_json_add_number(json, "total", advice[step].total);
        gp_json_add_number(json, "further", advice[step].further);
        gp_json_add_day(json, "day", advice[step].day);
        gp_json_add_text(json, "title", gp_advice_title((gp_advice_step)step, options->language));
        gp_json_add_text(json, "evidence", evidence);
        gp_json_key(json, "ids");
        gp_json_open(json, '[');
        for (uint32_t i = 0; i < advice[step].id_count; i++)
            gp_json_text(json, advice[step].ids[i]);
        gp_json_close(json, ']');
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
