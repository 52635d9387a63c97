/* SPDX-License-Identifier: MIT
 * What a writer leaves out because its format has no place for it, as findings. */
#include "io/formats.h"

#include <string.h>

static gp_status add_loss(const gp_conversion *conversion, gp_place place, const char *id,
                          gp_argument what)
{
    gp_argument where = id ? GP_TEXT(id) : GP_WORDS("the portfolio", "het portfolio");
    return gp_add_finding(
        conversion->job,
        &(gp_finding){.code = 120,
                      .place = place,
                      .subject = id,
                      .arguments = {what, where, GP_TEXT(conversion->format->title)}});
}

gp_status gp_report_loss(const gp_conversion *conversion, const struct cJSON *node,
                         const char *subject, const char *key)
{
    gp_job *job = conversion->job;
    const char *id = subject ? gp_copy_text(job, subject, strlen(subject)) : NULL;
    const char *shown = gp_copy_cut(job, key);
    if (!shown || (subject && !id)) return gp_no_memory(job);
    gp_place place = node ? gp_document_place(conversion->document, node) : (gp_place){0};
    return add_loss(conversion, place, id, GP_TEXT(shown));
}

gp_status gp_report_whole_loss(const gp_conversion *conversion, gp_argument what)
{
    return add_loss(conversion, (gp_place){0}, NULL, what);
}
