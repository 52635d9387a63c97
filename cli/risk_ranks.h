/* SPDX-License-Identifier: MIT
 * `make MPI=1`: the same command on many machines at once. Each rank reads the same files and draws
 * a part of the run; the first adds up, and is the only one that says or writes anything. Built
 * without MPI there is one rank. */
#ifndef CLI_RISK_RANKS_H
#define CLI_RISK_RANKS_H

#include "cli/cli.h"
#include "groeipad/risk.h"

/* Around cli_main; the second returns the exit code. */
void cli_begin_ranks(int *argc, char ***argv);
int cli_end_ranks(int code);

int cli_count_ranks(void);
bool cli_is_first_rank(void);

/* gp_run_risk, on all ranks. On the first *out is the whole run; on the others its own part. */
gp_status cli_draw_on_ranks(cli_context *context, const gp_risk_options *options,
                            gp_risk_sums **out);

#endif
