/* SPDX-License-Identifier: MIT
 * The parts of a cell: what stands between bars, or between slashes. Private to what reads cells.
 */
#ifndef GP_CSV_PART_H
#define GP_CSV_PART_H

#include "io/csv/csv_cell.h"

#define GP_PART_SIZE_MAX 255 /* bytes of a part that may need translation */

/* A part of a cell, without the blanks around it. */
typedef struct gp_cell_part {
    const char *text;
    size_t size;
} gp_cell_part;

/* The next part up to one of the marks; false at the end. */
bool gp_next_part(const char **at, const char *marks, gp_cell_part *out);

/* What a part stands for under a path; a text in the scratch buffer or in `copy`. */
const char *gp_written_part(gp_decoder *d, const char *path, gp_cell_part p,
                            char copy[GP_PART_SIZE_MAX + 1]);

/* Adds a key; a part, as what it stands for under a path; the parts between slashes as members of
 * the object that is open, each under the last word of its path; and a text, or an object of the
 * parts between slashes. */
void gp_add_part_key(gp_decoder *d, const char *key, gp_spot spot);
void gp_add_part(gp_decoder *d, const char *path, gp_cell_part p, gp_spot spot);
void gp_add_cell_members(gp_decoder *d, const char *text, gp_spot spot, const char *const *paths);
void gp_add_cell_parts(gp_decoder *d, const gp_sheet_cell *cell, const char *key,
                       const char *const *paths);

/* csv_estimate.c: adds an estimate. Errors: GP_NO_MEMORY. */
gp_status gp_decode_estimate(gp_decoder *d, const gp_sheet_cell *cell, const char *key);

#endif
