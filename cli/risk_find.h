/* SPDX-License-Identifier: MIT
 * How sure are the dates, for who only draws them: the answer of `groeipad risk` with the options
 * that both have. */
#ifndef CLI_RISK_FIND_H
#define CLI_RISK_FIND_H

#include "cli/risk_options.h"

/* Draws, and answers; says on stderr why there is no answer. Owner: the job. */
int cli_find_risk(cli_context *context, const cli_risk_args *asked, gp_risk_answer *out);

#endif
