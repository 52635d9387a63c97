/* SPDX-License-Identifier: MIT
 * An answer that is described by its fields, in either format. */
#include "io/answers/field_value.h"

gp_status gp_write_fields(gp_answer *answer, const gp_field *fields, gp_format format,
                          gp_output *out)
{
    if (format == GP_FORMAT_CSV) return gp_csv_fields(answer, fields, out);
    return gp_json_fields(answer, fields, out);
}
