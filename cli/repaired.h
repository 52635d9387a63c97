/* SPDX-License-Identifier: MIT
 * The plan with the cheapest measures taken, for a picture: held against the plan as it is. */
#ifndef CLI_REPAIRED_H
#define CLI_REPAIRED_H

#include "cli/repair_find.h"
#include "groeipad/render.h"

typedef struct cli_repaired {
    gp_older older; /* the plan before */
    gp_repaired repaired;
    cli_context shown; /* the context of the plan after: for what is asked of the picture */
    gp_filter filter;  /* the filter of the command, of the plan after */
    cli_repair_worlds worlds;
    gp_job *job;         /* of what is found out about measures */
    gp_id_list *touched; /* by choice */
    const char ***ids;   /* of those */
    uint8_t *nobody;
} cli_repaired;

/* Seeks the measures and holds the two plans against each other. Says on stderr why that cannot be.
 * Close it in any case, when the picture is drawn. */
int cli_open_repaired(cli_context *context, const cli_repair_args *asked, cli_repaired *out);
void cli_close_repaired(cli_repaired *repaired);

#endif
