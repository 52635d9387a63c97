/* SPDX-License-Identifier: MIT
 *
 * Parts of a run: a draw depends on nothing but its number, so draws can be made in pieces, on one
 * machine or many, and added up to the very answer of one run. A part is a file that holds what it
 * was drawn from and what its draws add up to, in integers. */
#ifndef GROEIPAD_PARTS_H
#define GROEIPAD_PARTS_H

#include "groeipad/io.h"
#include "groeipad/plan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a run was drawn from: all that it takes to draw it again. */
typedef struct gp_run_origin {
    gp_version_files files;  /* the portfolio as it was read; is_committed: with its bytes */
    gp_read_options reading; /* how; of its changes no files, and `again` not */
    const char *scenario;    /* the future that was chosen; or NULL */
    gp_float_mode float_mode;
    gp_risk_options options; /* but for draws, threads, until_error and progress */
} gp_run_origin;

/* What a part file holds. */
typedef struct gp_run_part {
    const char *name; /* of the file */
    gp_run_origin origin;
    gp_risk_part about;  /* which draws, of which run */
    const int64_t *sums; /* as gp_write_sums gives them */
    size_t sum_count;
} gp_run_part;

/* The bytes of a part: the same on every machine. Files without bytes are read once more; what
 * cannot be (standard input) is taken from the job that has read it.
 * Owner: the job. Errors: GP_IO (GP801), GP_NO_MEMORY. Cost: O(bytes). */
GP_API gp_status gp_write_part(gp_job *job, const gp_run_origin *origin, const gp_risk_sums *sums,
                               gp_output *out);

/* Reads a part from memory, which must live as long as the job. Whatever the bytes are: what is
 * wrong is a finding. Owner: the job. Errors: GP_INVALID (GP808), GP_NO_MEMORY. Cost: O(size). */
GP_API gp_status gp_read_part(gp_job *job, const char *name, const char *bytes, size_t size,
                              gp_run_part *out);

/* Reads parts, and judges whether they belong together: of the same version of groeipad, the same
 * run and the same seed, with every draw in one of them. They come back in the order of their
 * draws, the first of them whole, of the others name and draws. With `from_start` the first begins
 * at draw 0. Owner: the job. Errors: GP_IO (GP801), GP_INVALID (GP808), GP_NO_MEMORY. Cost:
 * O(bytes). */
GP_API gp_status gp_read_parts(gp_job *job, const char *const *names, size_t count, bool from_start,
                               const gp_run_part **out);

/* Adds up what gp_read_parts gave, one after the other. The schedule must be made from the origin
 * of the first. Owner: the job. Errors: GP_INVALID (GP808), GP_NO_MEMORY. */
GP_API gp_status gp_add_parts(gp_job *job, const gp_schedule *schedule, const gp_run_part *parts,
                              size_t count, gp_risk_sums **out);

#ifdef __cplusplus
}
#endif
#endif
