/* SPDX-License-Identifier: MIT
 * A zip archive that is read, with limits on what it unpacks to. */
#ifndef GP_ZIP_READ_H
#define GP_ZIP_READ_H

#include "io/files/input.h"

#define GP_ZIP_FILES_MAX 10000
#define GP_ZIP_UNPACKED_MAX ((uint64_t)256 << 20) /* bytes, of all that is read */
#define GP_ZIP_RATIO_MAX 500                      /* of a file of more than 1 MB unpacked */

typedef struct gp_zip gp_zip;

/* Opens an archive. *out NULL: it is broken, or has too many files in it, which is reported
 * (GP101). Close it in any case. Errors: GP_IO (GP801: libzip is not there, or the input cannot be
 * read), GP_NO_MEMORY. */
gp_status gp_open_zip(gp_input *input, gp_zip **out);
void gp_close_zip(gp_zip *zip);

/* The number of a file, whatever the case of its name; -1: there is none. */
int64_t gp_find_in_zip(const gp_zip *zip, const char *name);

/* How many files there are, and their names as they stand in it. */
int64_t gp_zip_count(const gp_zip *zip);
const char *gp_zip_name(const gp_zip *zip, int64_t number);

/* Opens a file in it; one at a time. What is wrong in it or larger than the limits is reported
 * (GP101) when it is read, and ends the reading with GP_INVALID; so does, here, a file with a
 * password (GP805). Close it in any case. Errors: those, GP_NO_MEMORY. */
gp_status gp_open_in_zip(gp_zip *zip, int64_t number, gp_input *out);
void gp_close_in_zip(gp_zip *zip, gp_input *input);

#endif
