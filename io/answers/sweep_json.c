/* SPDX-License-Identifier: MIT
 * The JSON document of `compare --sweep`: the file as it is, and a row for each value. */
#include "io/answers/answers.h"
#include "io/answers/json_parts.h"

/* A key that a user wrote. */
static void add_key(gp_json *json, const char *key)
{
    gp_json_text(json, key);
    gp_add_text(json->buffer, ":");
    json->needs_comma = false;
}

static void add_row(gp_json *json, const gp_portfolio *portfolio, const gp_sweep *sweep,
                    const gp_sweep_row *row)
{
    gp_json_open(json, '{');
    gp_json_key(json, "values");
    gp_json_open(json, '{');
    for (uint32_t a = 0; a < sweep->axis_count; a++) {
        add_key(json, sweep->axes[a].target);
        gp_json_text(json, row->values[a]);
    }
    gp_json_close(json, '}');
    gp_json_add_number(json, "late", row->late);
    gp_json_add_number(json, "late_days", row->late_days);
    gp_json_open_list(json, "interventions");
    for (uint32_t i = 0; i < sweep->symbol_count; i++) {
        gp_json_open(json, '{');
        gp_json_add_text(json, "id", portfolio->ids[sweep->symbols[i]]);
        gp_json_add_day(json, "ready", row->lives[i].ready);
        gp_json_add_days(json, "late_days", row->lives[i].late_days);
        gp_json_close(json, '}');
    }
    gp_json_close(json, ']');
    gp_json_close(json, '}');
}

gp_status gp_json_sweep(gp_job *job, const gp_portfolio *portfolio, const gp_sweep *sweep,
                        const gp_write_options *options, gp_output *out)
{
    gp_json *json = gp_json_document(job, "compare", portfolio);
    if (!json) return gp_no_memory(job);
    gp_json_line(json);
    gp_json_open_list(json, "sweep");
    for (uint32_t i = 0; i < sweep->row_count; i++) {
        gp_json_line(json);
        add_row(json, portfolio, sweep, &sweep->rows[i]);
    }
    gp_json_close(json, ']');
    return gp_json_finish(job, json, options->language, out);
}
