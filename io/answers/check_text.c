/* SPDX-License-Identifier: MIT
 * `check` as text: every finding, and one line that says how many of each severity there are. */
#include "io/answers/answers.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

/* One line that says it all, also when all is well. */
static void add_summary(gp_job *job, gp_buffer *buffer, const gp_portfolio *portfolio,
                        gp_language language)
{
    uint32_t count, of_severity[3] = {0};
    const gp_finding *findings = gp_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) of_severity[findings[i].severity]++;
    if (count == 0) gp_add_text(buffer, gp_say(language, "no findings", "geen bevindingen"));
    gp_add_counts(buffer, of_severity, language);
    if (portfolio) {
        const char *values[] = {gp_number_text(job, portfolio->intervention_count),
                                gp_number_text(job, portfolio->capability_count)};
        gp_add_filled(buffer,
                      gp_say(language, " (interventions: {0}, capabilities: {1})",
                             " (interventies: {0}, capabilities: {1})"),
                      values);
    }
    gp_add_text(buffer, "\n");
}

gp_status gp_text_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                        gp_output *out)
{
    uint32_t count;
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    buffer->width = options->width;
    GP_TRY(gp_add_findings(job, buffer, GP_FINDINGS_ALL, options));
    gp_findings(job, &count);
    if (count) gp_add_text(buffer, "\n");
    add_summary(job, buffer, portfolio, options->language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
