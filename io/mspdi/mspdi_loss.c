/* SPDX-License-Identifier: MIT
 * What of an MS Project plan does not become part of a portfolio, as findings. */
#include "io/mspdi/mspdi_take.h"
#include "io/xml/xml_read.h"

gp_status gp_report_mspdi_loss(gp_records *records, gp_spot spot, const char *subject,
                               gp_argument what, const char *value)
{
    gp_buffer *shown = gp_new_buffer(records->job);
    const char *id = subject ? gp_copy_cut(records->job, subject) : NULL;
    const char *cut = value ? gp_copy_cut(records->job, value) : "";
    if (!shown || (subject && !id) || !cut) return gp_no_memory(records->job);
    if (*cut) {
        gp_add_text(shown, " (");
        gp_add_text(shown, cut);
        gp_add_text(shown, ")");
    }
    const char *text;
    size_t size;
    GP_TRY(gp_finish_buffer(shown, &text, &size));
    return gp_add_finding(
        records->job,
        &(gp_finding){.code = 127,
                      .place = gp_place_in(records->source, spot),
                      .subject = id,
                      .arguments = {id ? GP_TEXT(id) : GP_WORDS("the plan", "het plan"), what,
                                    GP_TEXT(text)}});
}

gp_status gp_report_mspdi_task(gp_mspdi_taker *t, const gp_mspdi_task *task, gp_argument what,
                               const char *value)
{
    const char *name = task->name ? task->name : "?";
    return gp_report_mspdi_loss(t->records, task->spot, name, what, value);
}

gp_status gp_judge_mspdi_losses(gp_records *records, uint32_t from)
{
    uint32_t count, losses = 0, first = 0;
    const gp_finding *findings = gp_findings(records->job, &count);
    if (!records->options || !records->options->is_strict) return GP_OK;
    for (uint32_t i = from; i < count; i++) {
        if (findings[i].code != 127 && findings[i].code != 128) continue;
        if (losses++ == 0) first = i;
    }
    if (losses == 0) return GP_OK;
    return gp_add_finding(
        records->job,
        &(gp_finding){
            .code = 126,
            .place = findings[first].place,
            .arguments = {GP_NUMBER(losses), GP_WORDS("parts of a plan", "delen van een planning"),
                          GP_TEXT("MS Project"),
                          GP_WORDS("as the warnings say", "zoals de waarschuwingen zeggen")}});
}
