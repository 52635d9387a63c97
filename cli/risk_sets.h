/* SPDX-License-Identifier: MIT
 * The sets of --together. */
#ifndef CLI_RISK_SETS_H
#define CLI_RISK_SETS_H

#include "cli/cli.h"
#include "groeipad/risk.h"

typedef struct cli_risk_sets {
    gp_together sets[GP_TOGETHER_MAX];
    uint32_t count;
    uint32_t *interventions; /* malloc: of all sets */
} cli_risk_sets;

/* Reads each text as a set: ids or names of interventions with commas between. Says on stderr what
 * is wrong. The caller frees `interventions`, also then. */
int cli_read_sets(cli_context *context, const cli_texts *texts, cli_risk_sets *out);

#endif
