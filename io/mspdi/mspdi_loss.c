/* SPDX-License-Identifier: MIT
 * What of an MS Project plan does not become part of a portfolio, as findings. */
#include "io/mspdi/mspdi.h"
#include "io/xml/xml_read.h"

gp_status gp_report_mspdi_loss(gp_records *records, gp_spot spot, const char *subject,
                               const char *what, const char *value)
{
    gp_buffer *shown = gp_new_buffer(records->job);
    const char *id = subject ? gp_copy_cut(records->job, subject) : "the plan\thet plan";
    const char *cut = value ? gp_copy_cut(records->job, value) : "";
    if (!shown || !id || !cut) return gp_no_memory(records->job);
    if (*cut) {
        gp_add_text(shown, " (");
        gp_add_text(shown, cut);
        gp_add_text(shown, ")");
    }
    const char *text;
    size_t size;
    GP_TRY(gp_finish_buffer(shown, &text, &size));
    return gp_add_finding(records->job,
                          &(gp_finding){.code = 127,
                                        .place = gp_place_in(records->source, spot),
                                        .subject = subject ? id : NULL,
                                        .arguments = {GP_TEXT(id), GP_TEXT(what), GP_TEXT(text)}});
}
