/* SPDX-License-Identifier: MIT
 * What does a field of a record hold? It is a member, at its place and of the type that the row
 * names, or a function computes it. */
#include "io/answers/field_value.h"

gp_value gp_get_field(gp_answer *answer, const gp_field *field, const void *record)
{
    const char *at = (const char *)record + field->at;
    if (field->get) return field->get(answer, record);
    switch (field->type) {
    case GP_FIELD_TEXT: return (gp_value){.text = *(const char *const *)at};
    case GP_FIELD_COUNT: return (gp_value){.number = *(const uint32_t *)at};
    case GP_FIELD_DAY: return (gp_value){.day = *(const gp_day *)at};
    case GP_FIELD_DAYS:
    case GP_FIELD_CYCLES: return (gp_value){.number = *(const int32_t *)at};
    case GP_FIELD_LEVEL: return (gp_value){.number = *(const uint8_t *)at};
    case GP_FIELD_COST: return (gp_value){.cost = *(const double *)at};
    case GP_FIELD_TRUTH: return (gp_value){.truth = *(const bool *)at};
    case GP_FIELD_ID:
    case GP_FIELD_STEP_ID:
    case GP_FIELD_STEP_LEVEL:
    case GP_FIELD_STEP: return (gp_value){.index = *(const uint32_t *)at};
    case GP_FIELD_TEXTS:
    case GP_FIELD_IDS:
    case GP_FIELD_STEPS:
    case GP_FIELD_ROWS:
        return (gp_value){.list = {*(const void *const *)at,
                                   *(const uint32_t *)((const char *)record + field->count_at),
                                   false}};
    case GP_FIELD_RECORD: return (gp_value){.record = at};
    case GP_FIELD_END: break;
    }
    return (gp_value){.text = NULL};
}

const void *gp_row_of(const gp_field *field, gp_list rows, uint32_t index)
{
    return (const char *)rows.first + index * field->size;
}
