/* SPDX-License-Identifier: MIT
 * How sure are the dates, for who only draws them: the answer of `groeipad risk` with the options
 * that both have. */
#ifndef CLI_RISK_FIND_H
#define CLI_RISK_FIND_H

#include "cli/risk_options.h"

/* How it is drawn: gp_run_risk, or on more machines. */
typedef gp_status cli_draw(cli_context *context, const gp_risk_options *options,
                           gp_risk_sums **out);

/* Draws, with progress on a terminal. */
gp_status cli_draw_risk(cli_context *context, cli_draw *draw, gp_risk_options *options,
                        gp_risk_sums **out);

/* Says on stderr where somebody stopped it. */
void cli_tell_stopped(const cli_context *context, const gp_risk_sums *sums);

/* Draws, and answers; says on stderr why there is no answer. Owner: the job. */
int cli_find_risk(cli_context *context, const cli_risk_args *asked, gp_risk_answer *out);

#endif
