/* SPDX-License-Identifier: MIT
 * Lists of a model of ArchiMate: Archi's CSV export (elements, relations, properties), and lists of
 * other tools with the same columns under other names. They come in any number and order; when all
 * inputs are read they make one model, which is read as an exchange file is. */
#ifndef GP_ARCHI_CSV_H
#define GP_ARCHI_CSV_H

#include "io/csv/csv_sheet.h"

typedef struct gp_archi_list gp_archi_list;

/* Do these cells head such a list? Then *out is one whose rows follow, else NULL; as long as the
 * job. Errors of all of these: GP_NO_MEMORY. Cost: O(cells). */
gp_status gp_begin_archi_list(gp_records *records, const gp_raw_cell *cells, size_t count,
                              gp_archi_list **out);

/* Takes a row under that heading. */
gp_status gp_take_archi_row(gp_archi_list *list, gp_spot spot, const gp_raw_cell *cells,
                            size_t count);

#endif
