/* SPDX-License-Identifier: MIT
 * One cell as a value of a portfolio, and a value as a cell. */
#ifndef GP_CSV_CELL_H
#define GP_CSV_CELL_H

#include "core/names.h"
#include "io/csv/csv_sheet.h"
#include "io/tree.h"

/* What is needed to understand cells. */
typedef struct gp_decoder {
    gp_records *records;
    gp_tree *tree;
    gp_buffer *scratch;
    gp_names *ids; /* of all rows: what is one is no list, whatever stands in it */
} gp_decoder;

/* Adds the value of a cell to the tree, all of it at the place of the cell: what people write is
 * translated to the words of docs/format.md. A cell that does not have the shape that it should
 * have is added as a text as it stands, which the tables of records then report; a list that is
 * none is reported here. `key` is that of the value. Errors: GP_NO_MEMORY. */
gp_status gp_decode_cell(gp_decoder *decoder, const gp_sheet_cell *cell, const char *key,
                         gp_cell_shape shape);

/* Does a cell say something? "n.v.t." does not, nor do lists without anything in them. */
bool gp_says_something(gp_decoder *decoder, const gp_sheet_cell *cell, const char *key,
                       gp_cell_shape shape);

/* Adds the ids of a list to the list that is open. */
gp_status gp_decode_ids(gp_decoder *decoder, const gp_sheet_cell *cell, const char *key);

/* For a cell that holds one id: does it look like several? Reports that. */
bool gp_is_one_id(const gp_decoder *decoder, const gp_sheet_cell *cell);
gp_status gp_report_several_ids(gp_decoder *decoder, const gp_sheet_cell *cell);

/* The number of a level in a cell, or 0: it is none. */
uint8_t gp_decode_level(gp_decoder *decoder, const gp_sheet_cell *cell);

/* Writes a value as a cell into an empty buffer, with `point` as the decimal point. False: one
 * cell cannot hold it. */
bool gp_encode_cell(gp_buffer *out, const struct cJSON *value, gp_cell_shape shape, char point);

/* csv_json.c: likewise, of an object; what is none is added as a text. */
gp_status gp_decode_json(gp_decoder *decoder, const gp_sheet_cell *cell);
bool gp_encode_json(gp_buffer *out, const struct cJSON *value);

/* csv_estimate.c: likewise, of an estimate. */
bool gp_encode_estimate(gp_buffer *out, const struct cJSON *value, char point);

#endif
