/* SPDX-License-Identifier: MIT
 * An answer in the columns and the order that were asked for. Private to io. */
#ifndef GP_CHOSEN_H
#define GP_CHOSEN_H

#include "groeipad/io.h"

/* Whether columns or an order were asked for. */
bool gp_has_choice(const gp_write_options *options);

/* What the writer of CSV is to be given in that case. */
gp_write_options gp_for_csv(const gp_write_options *options);

/* Makes text or CSV of the CSV that was written (`status`, `out`) as was asked for; where no
 * columns were, `usual` are shown as text. Errors: GP_WRONG_OPTION (GP806: a column that is not
 * there, or a format that has no choice of them), GP_NO_MEMORY. Cost: O(n log n) in its rows. */
gp_status gp_write_chosen(gp_job *job, const gp_portfolio *portfolio, const char *usual,
                          const gp_write_options *options, gp_status status, gp_output *out);

#endif
