/* SPDX-License-Identifier: MIT
 * Reads a portfolio in JSON. */
#ifndef GP_JSON_READ_H
#define GP_JSON_READ_H

#include "io/files/input.h"
#include "io/record/record.h"

/* Reads all of the input, record by record. What is not well formed is GP101; reading goes on
 * after a list's bad record where brackets tell where it ends. Errors: GP_IO, GP_NO_MEMORY;
 * errors in the text itself are findings only. Cost: O(bytes). */
gp_status gp_read_json(gp_records *records, gp_input *input);

#endif
