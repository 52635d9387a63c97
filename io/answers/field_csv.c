/* SPDX-License-Identifier: MIT
 * How does a table of fields become CSV? A record is a row; a record within is its cells, and so
 * is the first of a list, which is the best or the most urgent one. A cell holds a whole list of
 * ids or steps. (As deep as the tables go: see field_json.c.) */
#include "io/answers/cost.h"
#include "io/answers/csv_parts.h"
#include "io/answers/field_value.h"
#include "io/answers/steps.h"
#include "io/answers/words.h"

#include <assert.h>
#include <string.h>

#define COLUMNS_MAX 32

static void add_heading(gp_buffer *buffer, const char *heading, const char *more)
{
    if (buffer->bytes.count) gp_add_text(buffer, ",");
    gp_add_text(buffer, heading);
    gp_add_text(buffer, more);
}

static void add_headings(gp_buffer *buffer, const gp_field *fields)
{
    for (const gp_field *field = fields; field->type != GP_FIELD_END; field++) {
        if (field->fields) add_headings(buffer, field->fields);
        if (!field->heading) continue;
        add_heading(buffer, field->heading, "");
        if (field->type == GP_FIELD_STEP) add_heading(buffer, field->heading, "_level");
    }
}

/* ---- cells ---- */

/* "a; b; c", or for steps "a (1) > b (2) > c". */
static void add_list_cell(gp_csv *csv, gp_answer *answer, const gp_field *field, gp_list list)
{
    gp_buffer *buffer = list.is_unknown ? NULL : gp_new_buffer(answer->job);
    const char *text = NULL;
    for (uint32_t i = 0; buffer && i < list.count; i++) {
        if (i) gp_add_text(buffer, field->type == GP_FIELD_STEPS ? " > " : "; ");
        if (field->type == GP_FIELD_TEXTS)
            gp_add_text(buffer, ((const char *const *)list.first)[i]);
        else if (field->type == GP_FIELD_IDS)
            gp_add_text(buffer, answer->portfolio->ids[((const uint32_t *)list.first)[i]]);
        else
            gp_add_made(buffer, gp_step_ids(answer->job, answer->network,
                                            ((const uint32_t *)list.first)[i]));
    }
    if (!list.is_unknown) text = gp_buffer_text(buffer);
    answer->has_failed = answer->has_failed || (!list.is_unknown && !text);
    gp_csv_text(csv, text);
}

static void add_number(gp_csv *csv, int64_t number, int64_t unknown)
{
    if (number == unknown)
        gp_csv_text(csv, NULL);
    else
        gp_csv_number(csv, number);
}

static void add_step(gp_csv *csv, const gp_network *network, gp_field_type type, uint32_t activity)
{
    bool is_known = activity != GP_NONE;
    if (type != GP_FIELD_STEP_LEVEL)
        gp_csv_text(csv, is_known ? gp_activity_id(network, activity) : NULL);
    if (type != GP_FIELD_STEP_ID)
        gp_csv_level(csv, is_known ? gp_step_level(network, activity) : 0);
}

static void add_value(gp_csv *csv, gp_answer *answer, const gp_field *field, gp_value value)
{
    switch (field->type) {
    case GP_FIELD_TEXT: gp_csv_text(csv, value.text); return;
    case GP_FIELD_COUNT: gp_csv_number(csv, value.number); return;
    case GP_FIELD_DAY: gp_csv_day(csv, value.day); return;
    case GP_FIELD_DAYS:
    case GP_FIELD_CYCLES: add_number(csv, value.number, GP_NO_DAYS); return;
    case GP_FIELD_LEVEL: add_number(csv, value.number, 0); return;
    case GP_FIELD_COST: gp_csv_cost(csv, value.cost, answer->point ? answer->point : '.'); return;
    case GP_FIELD_TRUTH: gp_csv_truth(csv, value.truth); return;
    case GP_FIELD_ID: gp_csv_text(csv, answer->portfolio->ids[value.index]); return;
    case GP_FIELD_STEP_ID:
    case GP_FIELD_STEP_LEVEL:
    case GP_FIELD_STEP: add_step(csv, answer->network, field->type, value.index); return;
    case GP_FIELD_TEXTS:
    case GP_FIELD_IDS:
    case GP_FIELD_STEPS: add_list_cell(csv, answer, field, value.list); return;
    case GP_FIELD_RECORD:
    case GP_FIELD_ROWS:
    case GP_FIELD_END: return;
    }
}

/* The record within a field: of a list the first. NULL: there is none, its cells stay empty. */
static const void *record_within(gp_answer *answer, const gp_field *field, const void *record)
{
    if (!record) return NULL;
    gp_value value = gp_get_field(answer, field, record);
    if (field->type == GP_FIELD_RECORD) return value.record;
    return value.list.count ? gp_row_of(field, value.list, 0) : NULL;
}

static void add_cells(gp_csv *csv, gp_answer *answer, const gp_field *fields, const void *record)
{
    for (const gp_field *field = fields; field->type != GP_FIELD_END; field++) {
        if (field->fields)
            add_cells(csv, answer, field->fields, record_within(answer, field, record));
        if (!field->heading) continue;
        if (record) {
            add_value(csv, answer, field, gp_get_field(answer, field, record));
            continue;
        }
        gp_csv_text(csv, NULL);
        if (field->type == GP_FIELD_STEP) gp_csv_text(csv, NULL);
    }
}

/* ---- files ---- */

static void add_only_list(gp_csv *csv, gp_answer *answer, const gp_field *fields)
{
    const gp_field *list = fields;
    while (list->type != GP_FIELD_ROWS) list++;
    gp_list rows = gp_get_field(answer, list, answer->record).list;
    add_headings(csv->buffer, list->fields);
    gp_csv_end(csv);
    for (uint32_t i = 0; i < rows.count; i++) {
        add_cells(csv, answer, list->fields, gp_row_of(list, rows, i));
        gp_csv_end(csv);
    }
}

/* The field of that heading, or NULL. It fills one cell. */
static const gp_field *find_column(const gp_field *fields, const char *heading)
{
    for (const gp_field *field = fields; field->type != GP_FIELD_END; field++)
        if (field->heading && strcmp(field->heading, heading) == 0) return field;
    return NULL;
}

static void add_list(gp_csv *csv, gp_answer *answer, const gp_field *list)
{
    const gp_field *cells[COLUMNS_MAX];
    gp_list rows = gp_get_field(answer, list, answer->record).list;
    size_t count = 1;
    for (; answer->columns[count]; count++) {
        assert(count < COLUMNS_MAX);
        cells[count] = find_column(list->fields, answer->columns[count]);
    }
    for (uint32_t i = 0; i < rows.count; i++) {
        const void *row = gp_row_of(list, rows, i);
        gp_csv_text(csv, list->key);
        for (size_t c = 1; c < count; c++)
            if (cells[c])
                add_value(csv, answer, cells[c], gp_get_field(answer, cells[c], row));
            else
                gp_csv_text(csv, NULL);
        gp_csv_end(csv);
    }
}

static void add_lists(gp_csv *csv, gp_answer *answer, const gp_field *fields)
{
    for (size_t c = 0; answer->columns[c]; c++) add_heading(csv->buffer, answer->columns[c], "");
    gp_csv_end(csv);
    for (const gp_field *field = fields; field->type != GP_FIELD_END; field++)
        if (field->type == GP_FIELD_ROWS) add_list(csv, answer, field);
}

gp_status gp_csv_fields(gp_answer *answer, const gp_field *fields, gp_output *out)
{
    gp_csv csv = {gp_new_buffer(answer->job), false};
    if (!csv.buffer) return gp_no_memory(answer->job);
    if (answer->columns)
        add_lists(&csv, answer, fields);
    else
        add_only_list(&csv, answer, fields);
    if (answer->has_failed) return gp_no_memory(answer->job);
    return gp_csv_close(&csv, out);
}
