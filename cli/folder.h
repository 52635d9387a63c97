/* SPDX-License-Identifier: MIT
 * A folder as an output. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include "cli/cli.h"

/* The format that fills a folder: that of --to, or the first one that can; NULL: none. */
const gp_file_format *cli_find_filling(const char *to);

/* Whether the file is one that would be written into the folder. */
bool cli_is_in_folder(const struct stat *file, const char *folder, const char *to);

/* Makes the files that go into the folder of --output; run.c writes them. how->format must be
 * set. Returns what to exit with. */
int cli_fill_folder(cli_context *context, const gp_file_format *format, gp_convert_options *how);

#endif
