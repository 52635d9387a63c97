/* SPDX-License-Identifier: MIT
 * `check` as CSV: one row per finding. */
#include "io/answers/answers.h"
#include "io/answers/csv_parts.h"
#include "io/answers/words.h"

gp_status gp_csv_check(gp_job *job, const gp_portfolio *portfolio, const gp_write_options *options,
                       gp_output *out)
{
    gp_csv csv;
    (void)portfolio;
    uint32_t count;
    const gp_finding *findings = gp_findings(job, &count);
    GP_TRY(gp_csv_open(job, "code,severity,message,id,file,line,column,hint", &csv));
    for (uint32_t i = 0; i < count; i++) {
        char code[GP_CODE_SIZE];
        const char *message, *hint;
        gp_format_code(findings[i].code, code);
        GP_TRY(gp_message_text(job, &findings[i], options->language, &message));
        GP_TRY(gp_hint_text(job, &findings[i], options->language, &hint));
        gp_csv_text(&csv, code);
        gp_csv_text(&csv, gp_severity_key(findings[i].severity));
        gp_csv_text(&csv, message);
        gp_csv_text(&csv, findings[i].subject);
        gp_csv_place(job, &csv, findings[i].place);
        gp_csv_text(&csv, hint);
        gp_csv_end(&csv);
    }
    return gp_csv_close(&csv, out);
}
