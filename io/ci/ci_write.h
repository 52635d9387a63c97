/* SPDX-License-Identifier: MIT
 * Findings in the formats that CI systems read. Private to io. */
#ifndef GP_CI_WRITE_H
#define GP_CI_WRITE_H

#include "core/job.h"
#include "groeipad/io.h"

gp_status gp_write_sarif(gp_job *job, const gp_write_options *options, gp_output *out);

/* has_portfolio: the analyses were made. */
gp_status gp_write_junit(gp_job *job, bool has_portfolio, const gp_write_options *options,
                         gp_output *out);
gp_status gp_write_github(gp_job *job, const gp_write_options *options, gp_output *out);

#endif
