/* SPDX-License-Identifier: MIT
 * Whether an output is an input, by whatever name. */
#ifndef CLI_OVERWRITE_H
#define CLI_OVERWRITE_H

#include "cli/cli.h"

/* Says on stderr that a file that is read would be overwritten. Returns CLI_OK where none would
 * be; context->is_rewriting where one is, and may be. */
int cli_spare_inputs(cli_context *context);

/* Whether the file is the one of that name ("-": standard output). */
bool cli_is_file(const struct stat *file, const char *name);

/* Whether both names are of one file, also of one that is not there yet. */
bool cli_are_same(const char *name, const char *other);

/* Whether the file is a page of a picture "F.svg": F-1.svg, F-2.svg ... */
bool cli_is_page(const struct stat *file, const char *path);

#endif
