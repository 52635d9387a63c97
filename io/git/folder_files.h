/* SPDX-License-Identifier: MIT
 * A folder as the name of a portfolio. */
#ifndef GP_FOLDER_FILES_H
#define GP_FOLDER_FILES_H

#include "core/job.h"

/* Appends the file of a name to an array of gp_version_file; of a folder the files in it that are
 * read, by name. A folder without any stays one, and cannot be read. Errors: GP_NO_MEMORY. */
gp_status gp_add_folder_files(gp_job *job, gp_array *files, const char *name);

#endif
