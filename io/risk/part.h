/* SPDX-License-Identifier: MIT
 * The bytes of a part file. Private to io/risk.
 *
 *     "groeipad part 1\n"   what it is
 *     text                  the version of groeipad
 *     ...                   the origin, field by field, as part_write.c has them
 *     ...                   the draws, and the sums
 *     8 bytes               FNV-1a of all before, the lowest byte first
 *
 * Numbers are LEB128: seven bits a byte, the lowest first, a bit that says whether more come.
 * Numbers that may be negative are folded first (0, -1, 1, -2 ...). A text is its length and its
 * bytes; a text that may lack is 0, or 1 and the text. */
#ifndef GP_PART_H
#define GP_PART_H

#include "core/job.h"
#include "groeipad/parts.h"

#define GP_PART_MAGIC "groeipad part 1\n"

uint64_t gp_sum_bytes(const char *bytes, size_t size);

/* gp_read_part of a file. Errors: also GP_IO (GP801). */
gp_status gp_read_part_file(gp_job *job, const char *name, gp_run_part *out);

/* Reports GP808 of a part, and returns GP_INVALID. */
gp_status gp_refuse_part(gp_job *job, const char *name, gp_argument problem);

/* The same with words that were made for it, which are copied. */
gp_status gp_refuse_part_saying(gp_job *job, const char *name, const char *english,
                                const char *dutch);

#endif
