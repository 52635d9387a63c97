/* SPDX-License-Identifier: MIT
 * How does a table of fields become JSON? Each value is written as its type says. Records in
 * records are followed by recursion, as deep as the tables go, which are constants of ours: never
 * deeper because of an input. */
#include "io/answers/cost.h"
#include "io/answers/field_value.h"
#include "io/answers/json_parts.h"
#include "io/answers/steps.h"

static void add_number(gp_json *json, int64_t number, int64_t unknown)
{
    if (number == unknown)
        gp_json_null(json);
    else
        gp_json_number(json, number);
}

static void add_fields(gp_json *json, gp_answer *answer, const gp_field *fields,
                       const void *record);

static void add_record(gp_json *json, gp_answer *answer, const gp_field *fields, const void *record)
{
    if (!record) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '{');
    add_fields(json, answer, fields, record);
    gp_json_close(json, '}');
}

static void add_list(gp_json *json, gp_answer *answer, const gp_field *field, gp_list list)
{
    if (list.is_unknown) {
        gp_json_null(json);
        return;
    }
    gp_json_open(json, '[');
    for (uint32_t i = 0; i < list.count; i++) {
        if (field->type == GP_FIELD_TEXTS)
            gp_json_text(json, ((const char *const *)list.first)[i]);
        else if (field->type == GP_FIELD_IDS)
            gp_json_text(json, answer->portfolio->ids[((const uint32_t *)list.first)[i]]);
        else if (field->type == GP_FIELD_STEPS)
            gp_json_step(json, answer->network, ((const uint32_t *)list.first)[i]);
        else {
            if (field->lines & GP_LINE_ROWS) gp_json_line(json);
            add_record(json, answer, field->fields, gp_row_of(field, list, i));
        }
    }
    gp_json_close(json, ']');
}

static void add_value(gp_json *json, gp_answer *answer, const gp_field *field, gp_value value)
{
    const gp_network *network = answer->network;
    switch (field->type) {
    case GP_FIELD_TEXT: gp_json_text(json, value.text); return;
    case GP_FIELD_COUNT: gp_json_number(json, value.number); return;
    case GP_FIELD_DAY: gp_json_day(json, value.day); return;
    case GP_FIELD_DAYS:
    case GP_FIELD_CYCLES: add_number(json, value.number, GP_NO_DAYS); return;
    case GP_FIELD_LEVEL: add_number(json, value.number, 0); return;
    case GP_FIELD_COST: gp_json_cost(json, value.cost); return;
    case GP_FIELD_TRUTH: gp_json_truth(json, value.truth); return;
    case GP_FIELD_ID: gp_json_text(json, answer->portfolio->ids[value.index]); return;
    case GP_FIELD_STEP_ID:
        gp_json_text(json, value.index == GP_NONE ? NULL : gp_activity_id(network, value.index));
        return;
    case GP_FIELD_STEP_LEVEL:
        add_number(json, value.index == GP_NONE ? 0 : gp_step_level(network, value.index), 0);
        return;
    case GP_FIELD_STEP: gp_json_step(json, network, value.index); return;
    case GP_FIELD_TEXTS:
    case GP_FIELD_IDS:
    case GP_FIELD_STEPS:
    case GP_FIELD_ROWS: add_list(json, answer, field, value.list); return;
    case GP_FIELD_RECORD: add_record(json, answer, field->fields, value.record); return;
    case GP_FIELD_END: return;
    }
}

static void add_fields(gp_json *json, gp_answer *answer, const gp_field *fields, const void *record)
{
    for (const gp_field *field = fields; field->type != GP_FIELD_END; field++) {
        if (!field->key) continue;
        if (field->lines & GP_LINE_KEY) gp_json_line(json);
        gp_json_key(json, field->key);
        add_value(json, answer, field, gp_get_field(answer, field, record));
    }
}

gp_status gp_json_fields(gp_answer *answer, const gp_field *fields, gp_output *out)
{
    gp_json *json = gp_json_document(answer->job, answer->name, answer->portfolio);
    if (!json) return gp_no_memory(answer->job);
    add_fields(json, answer, fields, answer->record);
    if (answer->has_failed) return gp_no_memory(answer->job);
    return gp_json_finish(answer->job, json, answer->language, out);
}
