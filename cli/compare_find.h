/* SPDX-License-Identifier: MIT
 * What moved since an older version, and why. */
#ifndef CLI_COMPARE_FIND_H
#define CLI_COMPARE_FIND_H

#include "cli/versions.h"

/* Compares the older version with the portfolio of the context; the edits are those between their
 * documents (gp_find_edits). Owner: the job; both must live as long. */
gp_status cli_find_comparison(cli_context *context, const cli_version *old, const gp_edits *edits,
                              const gp_comparison **out);

#endif
