/* SPDX-License-Identifier: MIT
 * Options as sources: what is wrong with the text of one is shown as in a file. */
#ifndef GP_OPTION_H
#define GP_OPTION_H

#include "core/job.h"

/* The text of an option as a line of a source of its own, which has the name of the option and is
 * made where there is none. *out: where it begins. Errors: GP_IO (GP801: too many sources),
 * GP_NO_MEMORY. */
gp_status gp_add_option_line(gp_job *job, const char *option, const char *text, gp_place *out);

#endif
