/* SPDX-License-Identifier: MIT
 * The parts that the answers in CSV share: how a file opens and closes, cells of steps and places.
 * Private to io. */
#ifndef GP_CSV_PARTS_H
#define GP_CSV_PARTS_H

#include "groeipad/plan.h"
#include "io/answers/csv_row.h"

/* Starts a file with its header row; ends one. Errors: GP_NO_MEMORY. */
gp_status gp_csv_open(gp_job *job, const char *header, gp_csv *csv);
gp_status gp_csv_close(gp_csv *csv, gp_output *out);

/* A level; 0 is an empty cell. */
void gp_csv_level(gp_csv *csv, uint8_t level);

/* Two cells, id and level; both are empty for GP_NONE. */
void gp_csv_step(gp_csv *csv, const gp_network *network, uint32_t activity);

/* Three cells, file, line and column; empty where there is no place. */
void gp_csv_place(gp_job *job, gp_csv *csv, gp_place place);

/* A cell of a text that was made for it, in a buffer of its own (NULL: memory ran out). */
gp_status gp_csv_made(gp_job *job, gp_csv *csv, gp_buffer *buffer);

#endif
