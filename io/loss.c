/* SPDX-License-Identifier: MIT
 * What a writer leaves out because its format has no place for it, as findings. */
#include "io/formats.h"

#include <string.h>

gp_status gp_report_loss(const gp_conversion *conversion, const struct cJSON *node,
                         const char *subject, const char *key)
{
    gp_job *job = conversion->job;
    const char *id = subject ? gp_copy_text(job, subject, strlen(subject)) : NULL;
    const char *shown = gp_copy_cut(job, key);
    if (!shown || (subject && !id)) return gp_no_memory(job);
    const char *where = id ? id : "the portfolio\thet portfolio";
    gp_place place = node ? gp_document_facts(conversion->document, node)->place : (gp_place){0};
    return gp_add_finding(job, &(gp_finding){.code = 120,
                                             .place = place,
                                             .subject = id,
                                             .arguments = {GP_TEXT(shown), GP_TEXT(where),
                                                           GP_TEXT(conversion->format->title)}});
}
