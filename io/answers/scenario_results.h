/* SPDX-License-Identifier: MIT
 * The answers of `scenarios`, `leverage` and `query`, one function per command and format.
 * Private to io. */
#ifndef GP_SCENARIO_RESULTS_H
#define GP_SCENARIO_RESULTS_H

#include "groeipad/io.h"

gp_status gp_text_scenarios(gp_job *job, const gp_portfolio *portfolio,
                            const gp_write_options *options, gp_output *out);
gp_status gp_json_scenarios(gp_job *job, const gp_portfolio *portfolio, gp_language language,
                            gp_output *out);
gp_status gp_csv_scenarios(gp_job *job, const gp_portfolio *portfolio, gp_output *out);
gp_status gp_text_leverage(gp_job *job, const gp_network *network, uint32_t top,
                           const gp_write_options *options, gp_output *out);
gp_status gp_json_leverage(gp_job *job, const gp_network *network, gp_language language,
                           gp_output *out);
gp_status gp_csv_leverage(gp_job *job, const gp_network *network, gp_output *out);

#endif
