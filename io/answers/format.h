/* SPDX-License-Identifier: MIT
 * What every writer does with the options that it gets. Private to io. */
#ifndef GP_FORMAT_H
#define GP_FORMAT_H

#include "groeipad/io.h"

/* The options, or the defaults for NULL. Owner: static, or of the caller. */
const gp_write_options *gp_or_defaults(const gp_write_options *options);

/* Reports (GP802) that an answer, "plan", cannot be had in this format, and returns GP_INVALID. */
gp_status gp_refuse_format(gp_job *job, const char *answer, gp_format format);

#endif
