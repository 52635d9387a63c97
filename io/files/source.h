/* SPDX-License-Identifier: MIT
 * The inputs of a job after they were read: how to show a line of one again. */
#ifndef GP_SOURCE_H
#define GP_SOURCE_H

#include "core/job.h"

#include <sys/stat.h>

/* Remembers a file as it is now; its lines can be shown as long as it does not change. */
gp_status gp_remember_source(gp_job *job, uint32_t source, const struct stat *facts);

/* The array to which the reader appends what comes in and cannot be read again. */
gp_status gp_keep_source(gp_job *job, uint32_t source, gp_array **bytes);

/* The bytes of a source that cannot be read again, as far as they came in; NULL: it can. */
const gp_array *gp_kept_bytes(const gp_job *job, uint32_t index);

/* Another job's sources are this one's, by the same numbers: its lines can be shown as well. The
 * other must live as long. Errors: GP_NO_MEMORY. */
gp_status gp_share_sources(gp_job *job, const gp_job *from);

/* Says that a source is no text: no line of it is shown. */
gp_status gp_hide_source(gp_job *job, uint32_t source);

/* Says that a CR without an LF ends a line too, as in CSV. */
gp_status gp_count_returns(gp_job *job, uint32_t source);

#endif
