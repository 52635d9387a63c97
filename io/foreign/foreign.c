/* SPDX-License-Identifier: MIT
 * One sentence about a file that is no portfolio: what it is, and how to get there. */
#include "io/foreign/foreign.h"

#include <string.h>

gp_status gp_refuse_foreign(gp_records *records, const gp_input *input, const gp_foreign *foreign)
{
    gp_job *job = records->job;
    const char *name = gp_source_name(job, input->source);
    const char *subject = gp_copy_text(job, name, strlen(name));
    if (!subject) return gp_no_memory(job);
    records->is_incomplete = true;
    return gp_add_finding(job, &(gp_finding){.code = 805,
                                             .place = gp_place_in(input->source, foreign->spot),
                                             .subject = subject,
                                             .arguments = {foreign->what, foreign->way},
                                             .suggestion = foreign->suggestion});
}
