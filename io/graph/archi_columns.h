/* SPDX-License-Identifier: MIT
 * Which column of a list of ArchiMate is what. */
#ifndef GP_ARCHI_COLUMNS_H
#define GP_ARCHI_COLUMNS_H

#include "io/csv/csv_sheet.h"

typedef enum gp_archi_column {
    GP_ARCHI_ID,
    GP_ARCHI_TYPE,
    GP_ARCHI_NAME,
    GP_ARCHI_DOCUMENTATION,
    GP_ARCHI_SOURCE,
    GP_ARCHI_TARGET,
    GP_ARCHI_KEY,
    GP_ARCHI_VALUE,
    GP_ARCHI_COLUMNS
} gp_archi_column;

typedef enum gp_archi_kind {
    GP_ARCHI_NONE, /* no list of ArchiMate */
    GP_ARCHI_ELEMENTS,
    GP_ARCHI_RELATIONS,
    GP_ARCHI_PROPERTIES
} gp_archi_kind;

/* By column: the number of the cell that heads it, from 1; 0: there is none. */
typedef struct gp_archi_heading {
    gp_archi_kind kind;
    uint32_t numbers[GP_ARCHI_COLUMNS];
} gp_archi_heading;

/* What these cells head. Cost: O(cells). */
gp_archi_heading gp_read_archi_heading(const gp_raw_cell *cells, size_t count);

#endif
