/* SPDX-License-Identifier: MIT
 * Packs bytes as zip and gzip do. */
#ifndef GP_DEFLATE_H
#define GP_DEFLATE_H

#include "core/job.h"

/* Appends the bytes, packed (RFC 1951): the same on every machine, at some cost of size against
 * libraries that choose their codes by the text. At most 2 GB.
 * Errors: GP_NO_MEMORY, also where the buffer has failed. Cost: O(size). */
gp_status gp_deflate(gp_job *job, gp_buffer *to, const char *bytes, size_t size);

#endif
