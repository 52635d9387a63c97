/* SPDX-License-Identifier: MIT
 * Answers that the page does not ask of a changed plan, and what they would bring along: text for
 * terminals, what CI systems read, measures that are sought, and draws. A third of the module.
 * Whoever asks gets GP802, as for any format that an answer is not to be had in. */
#include "core/clash_repair.h"
#include "groeipad/render.h"
#include "io/answers/answers.h"
#include "io/answers/format.h"
#include "io/ci/ci_write.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

/* A writer with these parameters between the job and the options. */
#define NOT_HERE(name, ...)                                                                        \
    gp_status name(gp_job *job, __VA_ARGS__, const gp_write_options *options, gp_output *out)      \
    {                                                                                              \
        return gp_refuse_format(job, #name, options->format);                                      \
    }

NOT_HERE(gp_text_check, const gp_portfolio *portfolio)
NOT_HERE(gp_text_plan, const gp_schedule *schedule)
NOT_HERE(gp_text_clashes, const gp_schedule *schedule, const gp_clashes *clashes)
NOT_HERE(gp_text_gaps, const gp_portfolio *portfolio, const gp_gaps *gaps)
NOT_HERE(gp_text_compare, const gp_comparison *comparison)
NOT_HERE(gp_text_map, const gp_portfolio *portfolio, const gp_map *map)
NOT_HERE(gp_text_boards, const gp_schedule *schedule, const gp_boards *boards, const gp_load *load)
NOT_HERE(gp_text_scenarios, const gp_portfolio *portfolio, const gp_scenarios *scenarios)
NOT_HERE(gp_text_fit, const gp_schedule *schedule, const gp_fits *fits)
NOT_HERE(gp_text_trace, const gp_schedule *schedule, const gp_traces *traces)
NOT_HERE(gp_text_leverage, const gp_network *network, const gp_leverages *leverages,
         const gp_structure *structure)
NOT_HERE(gp_text_risk, const gp_schedule *schedule, const gp_risk_answer *answer)
NOT_HERE(gp_json_risk, const gp_schedule *schedule, const gp_risk_answer *answer)
NOT_HERE(gp_csv_risk, const gp_schedule *schedule, const gp_risk_answer *answer)
NOT_HERE(gp_text_repair, const gp_repair *repair)
NOT_HERE(gp_json_repair, const gp_document *document, const gp_repair *repair)
NOT_HERE(gp_csv_repair, const gp_repair *repair)
NOT_HERE(gp_markdown_repair, const gp_repair *repair)
NOT_HERE(gp_write_junit, bool has_portfolio)

gp_status gp_write_sarif(gp_job *job, const gp_write_options *options, gp_output *out)
{
    return gp_refuse_format(job, "sarif", options->format);
}

gp_status gp_write_github(gp_job *job, const gp_write_options *options, gp_output *out)
{
    return gp_refuse_format(job, "github", options->format);
}

gp_status gp_draw_risk(gp_job *job, const gp_schedule *schedule, const gp_risk_answer *answer,
                       const gp_risk_view *view, gp_picture *out)
{
    return gp_bug(job, "gp_draw_risk: nothing is drawn in the page");
}

/* Clashes are told without what would make them right. */
gp_status gp_repair_clashes(gp_job *job, const gp_schedule *schedule,
                            const gp_repair_options *options, gp_clash *clashes, uint32_t count)
{
    return GP_OK;
}
