/* SPDX-License-Identifier: MIT
 * How the writers of fields get at what a field holds; the writers. Private to io. */
#ifndef GP_FIELD_VALUE_H
#define GP_FIELD_VALUE_H

#include "io/answers/field.h"

/* What a field of this record holds. */
gp_value gp_get_field(gp_answer *answer, const gp_field *field, const void *record);

/* One row of a field of type GP_FIELD_ROWS. */
const void *gp_row_of(const gp_field *field, gp_list rows, uint32_t index);

/* The answer in one format. Errors: GP_NO_MEMORY. */
gp_status gp_json_fields(gp_answer *answer, const gp_field *fields, gp_output *out);
gp_status gp_csv_fields(gp_answer *answer, const gp_field *fields, gp_output *out);

#endif
