/* SPDX-License-Identifier: MIT
 *
 * groeipad, io: files in, formats out. Nothing here decides anything about a portfolio; it
 * turns bytes into one and results into bytes.
 *
 *     const gp_portfolio *portfolio;
 *     const char *names[] = {"portfolio.json"};
 *     if (gp_read_files(job, names, 1, NULL, &portfolio) != GP_OK)
 *         ... gp_findings(job) says why, each with its line and column
 */
#ifndef GROEIPAD_IO_H
#define GROEIPAD_IO_H

#include "core/groeipad.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- reading ------------------------------------------------------------------------- */

/* NULL where options are asked for means: the file decides everything. */
typedef struct gp_read_options {
    gp_day status_date; /* holds instead of the file's; GP_NO_DAY: the file's */
} gp_read_options;

/* Reads portfolios and merges them into one. "-" is standard input. Each name becomes a source
 * of the job, in this order. Everything wrong in any of the files becomes a finding with its
 * place; one bad value hides no other.
 * Owner: the job. Errors: GP_IO (GP801: a file cannot be read, or is larger than
 * GP_SOURCE_SIZE_MAX), GP_INVALID (GP1xx), GP_NO_MEMORY. Cost: O(bytes); a file is not kept in
 * memory, standard input and pipes are (gp_source_excerpt shows lines of them). */
GP_API gp_status gp_read_files(gp_job *job, const char *const *names, size_t count,
                               const gp_read_options *options, const gp_portfolio **out);

/* Reads one portfolio from memory; `name` is what findings call it. The text need not end in a
 * NUL. Owner and errors: as gp_read_files, but for GP_IO. */
GP_API gp_status gp_read_text(gp_job *job, const char *name, const char *text, size_t size,
                              const gp_read_options *options, const gp_portfolio **out);

/* The line that a place stands on, to show it with a caret: at most `width` code points around
 * the place, tabs and control characters as blanks. *column is where in it the place is, in
 * code points from 0. False when the line is not to be had: no place, the file is gone or has
 * changed since it was read.
 * Owner: the job; the line lives until the next call. Cost: for places in the order of a file,
 * one walk over that file for all of them together. */
GP_API bool gp_source_excerpt(gp_job *job, gp_place place, size_t width, const char **line,
                              size_t *column);

/* ---- writing: files ------------------------------------------------------------------- */

/* Writes a file whole or not at all: to a temporary file beside it, which takes its place when
 * all is on disk. An existing file keeps its permissions, a symbolic link keeps pointing at
 * what it points at; a pipe or a device gets the bytes as they are. "-" is refused.
 * Errors: GP_IO (GP802), GP_NO_MEMORY. */
GP_API gp_status gp_write_file(gp_job *job, const char *path, const char *bytes, size_t size);

/* ---- writing: formats ----------------------------------------------------------------- */

#ifdef __cplusplus
}
#endif
#endif
