/* SPDX-License-Identifier: MIT
 * A zip archive under construction, in memory. */
#ifndef GP_ZIP_WRITE_H
#define GP_ZIP_WRITE_H

#include "core/job.h"

typedef struct gp_zip_writer {
    gp_job *job;
    gp_buffer *bytes;
    gp_array entries; /* what the directory at the end says of each file */
} gp_zip_writer;

/* An empty archive, or NULL when memory runs out. Owner: the job. */
gp_zip_writer *gp_new_zip(gp_job *job);

/* Appends a file, packed; the name stays the caller's. Errors: GP_NO_MEMORY; GP_IO (GP802) where
 * the archive becomes larger than a zip without extensions can be. */
gp_status gp_add_zip_file(gp_zip_writer *zip, const char *name, gp_buffer *content);

/* Likewise, as it is. */
gp_status gp_store_zip_file(gp_zip_writer *zip, const char *name, gp_buffer *content);

/* All of it. Errors: as of gp_add_zip_file. */
gp_status gp_finish_zip(gp_zip_writer *zip, const char **bytes, size_t *size);

#endif
