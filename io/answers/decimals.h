/* SPDX-License-Identifier: MIT
 * Numbers with a fixed number of decimals, the same on every machine and in every locale: those of
 * answers that count draws. Private to io. */
#ifndef GP_DECIMALS_H
#define GP_DECIMALS_H

#include "core/job.h"
#include "io/answers/csv_row.h"
#include "io/json/json_write.h"

#define GP_SHARE_DECIMALS 6 /* of what lies between 0 and 1: a draw of a million is seen */
#define GP_DAYS_DECIMALS 3

/* The nearest whole number, half away from zero; what is too large for one, and what is no number,
 * is 9e18. */
int64_t gp_rounded(double number);

/* Appends a number, rounded half away from zero: 0.5 as "0.500", and 0 never with a minus. */
void gp_add_decimals(gp_buffer *buffer, double number, unsigned decimals, char point);

/* The same as a text. Owner: the job; NULL when memory ran out. */
const char *gp_decimals_text(gp_job *job, double number, unsigned decimals, char point);

/* JSON: a key with such a number; a share that is negative is unknown, and written as null. */
void gp_json_add_decimals(gp_json *json, const char *key, double number, unsigned decimals);
void gp_json_add_known(gp_json *json, const char *key, double number, unsigned decimals);

/* CSV: a cell, with a point or a comma; of an unknown one empty. */
void gp_csv_decimals(gp_csv *csv, double number, unsigned decimals, char point);
void gp_csv_known(gp_csv *csv, double number, unsigned decimals, char point);

#endif
