/* SPDX-License-Identifier: MIT
 * How many findings are there? Said in one line, which ends `check` and stands beside the answers
 * of the other commands. */
#include "io/answers/format.h"
#include "io/answers/text_parts.h"
#include "io/answers/words.h"

static void add_count(gp_buffer *buffer, uint32_t count, uint8_t severity, gp_language language)
{
    static const char *const one[2][3] = {{"1 note", "1 warning", "1 error"},
                                          {"1 opmerking", "1 waarschuwing", "1 fout"}};
    static const char *const many[2][3] = {{"{0} notes", "{0} warnings", "{0} errors"},
                                           {"{0} opmerkingen", "{0} waarschuwingen", "{0} fouten"}};
    const char *values[] = {gp_number_text(buffer->job, count)};
    gp_add_filled(buffer, (count == 1 ? one : many)[language][severity], values);
}

void gp_add_counts(gp_buffer *buffer, const uint32_t of_severity[GP_ERROR + 1],
                   gp_language language)
{
    bool is_first = true;
    for (uint8_t severity = GP_ERROR + 1; severity-- > 0;) {
        if (of_severity[severity] == 0) continue;
        if (!is_first) gp_add_text(buffer, ", ");
        add_count(buffer, of_severity[severity], severity, language);
        is_first = false;
    }
}

gp_status gp_write_finding_counts(gp_job *job, gp_finding_choice besides,
                                  const gp_write_options *options, gp_output *out)
{
    uint32_t count, of_severity[GP_ERROR + 1] = {0};
    const gp_finding *findings = gp_findings(job, &count);
    gp_buffer *buffer = gp_new_buffer(job);
    if (!buffer) return gp_no_memory(job);
    for (uint32_t i = 0; i < count; i++)
        if (!gp_is_chosen(&findings[i], besides)) of_severity[findings[i].severity]++;
    gp_add_counts(buffer, of_severity, gp_or_defaults(options)->language);
    return gp_finish_buffer(buffer, &out->text, &out->size);
}
