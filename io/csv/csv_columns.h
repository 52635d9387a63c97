/* SPDX-License-Identifier: MIT
 * The columns of a portfolio in a spreadsheet, and the kinds of rows: what reader and writer
 * share. docs/csv.md is about them. */
#ifndef GP_CSV_COLUMNS_H
#define GP_CSV_COLUMNS_H

#include "core/job.h"

typedef enum gp_row_kind {
    GP_ROW_SETTING,
    GP_ROW_DIMENSION,
    GP_ROW_SEGMENT,
    GP_ROW_SITUATION,
    GP_ROW_SCENARIO,
    GP_ROW_MEASUREMENT,
    GP_ROW_INTERVENTION,
    GP_ROW_CAPABILITY,
    GP_ROW_REQUIREMENT,
    GP_ROW_LEVEL, /* an entry of a capability's `levels` */
    GP_ROW_RISK,
    GP_ROW_CORRELATION,
    GP_ROW_MEASURE,
    GP_ROW_KINDS
} gp_row_kind;

/* How a cell is written. */
typedef enum gp_cell_shape {
    GP_CELL_TEXT,
    GP_CELL_DAY,       /* 2026-01-05; a Dutch spreadsheet's 5-1-2026 is read too */
    GP_CELL_NUMBER,    /* 2, 0.5; 0,5 is read too */
    GP_CELL_ESTIMATE,  /* 2mo; min/likely/max with a part or two left out, 1mo/2mo/; 3mo (7) | 9mo
                          (3) */
    GP_CELL_PLANNING,  /* none, or round/from/prepare */
    GP_CELL_IDS,       /* a | b */
    GP_CELL_TAGS,      /* a | b; a; b and a, b are read too */
    GP_CELL_ADDRESSES, /* empathy | autonomy (more) */
    GP_CELL_JSON,      /* an object */
    GP_CELL_DIMENSION, /* an id, or the name of one of the paper's eight */
    GP_CELL_OWN        /* what the row's kind makes of it */
} gp_cell_shape;

typedef struct gp_sheet_column {
    const char *key; /* in the portfolio */
    const char
        *parent; /* the object that the key is in: "applies", "aspects", "mitigated"; or NULL */
    const char *words[3]; /* its heading in English and Dutch, and another that is understood */
    gp_cell_shape shape;
    uint16_t kinds;      /* bit 1 << kind: which rows use it */
    uint16_t tells_kind; /* likewise: a sheet with this column is one of these */
} gp_sheet_column;

/* Columns by number. */
enum {
    GP_COLUMN_KIND,
    GP_COLUMN_ID,
    GP_COLUMN_NAME,
    GP_COLUMN_VALUE,
    GP_COLUMN_REQUIRES,
    GP_COLUMN_LEVEL,
    GP_COLUMN_BY,
    GP_COLUMN_FROM,
    GP_COLUMN_LAG,
    GP_COLUMN_GROUP,
    GP_COLUMN_STEP
};

const gp_sheet_column *gp_sheet_columns(size_t *count);

/* The words for a kind of row, and the list that its records are in; NULL: in none. */
const char *gp_row_word(gp_row_kind kind, gp_language language);
const char *gp_row_list(gp_row_kind kind);

/* Which column a heading names, in whatever case, with blanks or with _; GP_NONE: none. */
uint32_t gp_find_column(const char *heading);

/* Is the heading of a column the word of one language, and of which? */
bool gp_tells_language(uint32_t column, const char *heading, gp_language *out);

/* "level 2 lead time", "niveau 2 doorlooptijd": the level, and in *rest what the heading says of
 * it; 0: it names no level. */
uint8_t gp_find_heading_step(const char *heading, const char **rest);

/* Which kind a cell names; GP_ROW_KINDS: none. */
gp_row_kind gp_find_row_kind(const char *word);

/* Which kind a list is of by its name, as sheets are called: "Capabilities", "Eisen"; GP_ROW_KINDS:
 * of none. */
gp_row_kind gp_find_kind_of_list(const char *name);

#define GP_BIT(kind) ((uint16_t)(1u << (kind)))

#endif
